"""Sentences about agendas, restricted papers and private business."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "nothing is against the agenda": Sentence(
        N_("the terms hold nothing against this agenda")
    ),
    "standing items are there": Sentence(
        N_("every standing item is on the agenda (%(have)s of %(need)s)"),
        N_("%(have)s of %(need)s standing items are on the agenda"),
    ),
    "the agenda is set": Sentence(
        N_("the agenda was set by %(by)s"),
        N_("the agenda was set by %(by)s, and it is for %(need)s to set it"),
        unknown=N_("it is not on record that %(need)s set the agenda: %(by)s"),
    ),
    "the agenda is cleared": Sentence(
        N_("the agenda was cleared by %(by)s"),
        N_("the agenda was cleared by %(by)s, and it is for %(need)s to clear it"),
        unknown=N_("it is not on record that %(need)s cleared the agenda: %(by)s"),
    ),
    "an item that nobody can take off": Sentence(
        N_("%(item)s was taken off as the terms allow"),
        N_("%(item)s was taken off, and nobody can take it off"),
        unknown=N_("it can't be told whether somebody may take off %(item)s"),
    ),
    "business that was not on the agenda": Sentence(
        N_("%(item)s was not on the agenda and was let in by %(by)s"),
        N_("%(item)s was not on the agenda and can't be dealt with"),
        unknown=N_("%(item)s was not on the agenda, and nobody on record let it in"),
        not_stated=N_(
            "%(item)s was not on the agenda, and the terms do not say who lets it in"
        ),
    ),
    "not in the notice": Sentence(
        N_("%(item)s is named in the notice"),
        N_("%(item)s is not named in the notice of this meeting"),
    ),
    "proposed by somebody else": Sentence(
        N_("%(item)s was proposed by %(by)s, of whom the terms say nothing")
    ),
    "nothing restricts it": Sentence(
        N_("nothing restricts %(paper)s, and %(person)s is a member"),
        not_stated=N_(
            "nothing restricts %(paper)s, and the terms do not say who else may see it"
        ),
    ),
    "restricted to some": Sentence(
        N_("%(paper)s are for %(open_to)s, and %(person)s is among them"),
        N_("%(paper)s are for %(open_to)s, and %(person)s is not among them"),
        unknown=N_("it can't be told whether %(person)s is among %(open_to)s"),
        not_stated=N_("%(paper)s are restricted, and the terms do not say to whom"),
    ),
    "not recorded of a restriction": Sentence(
        N_("all is recorded of the restriction"),
        N_("this is not recorded of the restriction: %(what)s"),
    ),
    "the item is not private": Sentence(
        N_("%(item)s was not private"),
        not_stated=N_(
            "%(item)s was not private, and the terms do not say who may be there"
        ),
    ),
    "not closed as the terms have it": Sentence(
        N_("%(item)s was not made private as the terms have it: %(ground)s"),
        unknown=N_("it is not on record on what ground, or by whom, it was private"),
        not_stated=N_(
            "%(item)s was not made private as the terms have it, and they do not say "
            "who may be there"
        ),
    ),
    "private business": Sentence(
        N_("%(person)s may stay for private business"),
        N_("%(person)s is not among those who stay for private business: %(stays)s"),
        unknown=N_("it can't be told whether %(person)s is among %(stays)s"),
        not_stated=N_("the terms do not say who may stay for private business"),
    ),
}

LEFT_OUT: dict[str, Message] = {
    "not on the agenda": N_("not on the agenda"),
}

MISSING: dict[str, Message] = {
    "on the agenda": N_("on the agenda: %(names)s"),
    "a ruling of": N_("a ruling of %(names)s"),
}

OUTCOMES: dict[str, Message] = {
    "in order": N_("in order"),
    "may see": N_("may see it"),
    "restricted": N_("it is restricted"),
    "may stay": N_("may stay"),
    "leaves": N_("has to leave"),
}
