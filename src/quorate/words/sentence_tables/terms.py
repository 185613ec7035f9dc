"""Sentences about the terms themselves and about a body as a whole."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "the annex keeps to the common terms": Sentence(
        N_("the annex keeps to the common terms, or they let it depart from them"),
        N_("the annex states otherwise what the common terms settle"),
        not_stated=N_(
            "the annex states otherwise what the common terms settle, and they do not "
            "say whether it can"
        ),
    ),
    "stated otherwise": Sentence(
        N_("%(field)s: the terms have %(terms)s, the annex %(annex)s")
    ),
    "sub-groups are there": Sentence(
        N_("every sub-group is there that there must be (%(have)s of %(need)s)"),
        N_("%(have)s of %(need)s sub-groups that there must be are there"),
    ),
    "one seat a person": Sentence(
        N_("nobody holds more than one of the seats"),
        N_("somebody holds more than one of the seats"),
    ),
    "theirs to change": Sentence(
        N_("%(whose)s may change the terms"),
        N_("the change is not made as the terms have it: %(whose)s may change them"),
        unknown=N_("it can't be told whether the change was made as the terms have it"),
        not_stated=N_("the terms do not say enough of how they are changed"),
    ),
    "titles and names alone": Sentence(
        N_("version %(version)s changes titles and names alone, and needs no approval")
    ),
    "approved by those who must": Sentence(
        N_("version %(version)s has the approval that it needs"),
        N_("version %(version)s does not have every approval that it needs"),
        not_stated=N_(
            "some have approved version %(version)s, and the terms do not say whether "
            "each of them must"
        ),
    ),
    "open while the terms change": Sentence(
        N_("it began on %(opened)s, the version on %(in_force)s: %(then)s"),
        not_stated=N_(
            "it began on %(opened)s, before the version of %(in_force)s, and the terms "
            "do not say what becomes of it"
        ),
    ),
    "the body lasts": Sentence(
        N_("the body goes on (%(lasts)s)"),
        N_("the body has come to its end (%(lasts)s)"),
        unknown=N_("the body lasts until a day that nobody has set"),
    ),
    "still to deal with": Sentence(
        N_("its end has dealt with everything"),
        N_("its end has still to deal with: %(what)s"),
    ),
}

LEFT_OUT: dict[str, Message] = {
    "stated otherwise": N_("stated otherwise"),
    "not set up on record": N_("not set up, by what is on record"),
    "more than one seat": N_("more than one of the seats"),
    "not theirs to approve": N_("it was not theirs to approve"),
    "taken too early": N_("taken too early to confirm it"),
}

MISSING: dict[str, Message] = {
    "a sub-group": N_("%(names)s"),
    "recommended by": N_("a recommendation of %(names)s"),
    "approval of": N_("approval of %(names)s"),
}

OUTCOMES: dict[str, Message] = {
    "adds to them": N_("it only adds to the terms"),
    "departs from them": N_("it departs from the terms"),
    "may depart from them": N_("it departs from the terms, and may"),
    "all there": N_("all there"),
    "missing": N_("not all there"),
    "as the terms ask": N_("as the terms ask"),
    "not as the terms ask": N_("not as the terms ask"),
    "may change them": N_("may change the terms"),
    "may not change them": N_("may not change the terms"),
    "approved": N_("approved"),
    "recommended": N_("recommended to the body above"),
    "needs no approval": N_("needs no approval"),
    "waits for approval": N_("waits for approval"),
    "under the new": N_("under the new version"),
    "ends under the old": N_("ends under the old version"),
    "continues under the new": N_("continues under the new version"),
    "closed": N_("is closed"),
    "lapses": N_("lapses"),
    "goes on": N_("goes on"),
    "ended": N_("has come to its end"),
}
