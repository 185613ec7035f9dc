"""Sentences for the steps of a test: counts, names, and how they are joined."""

from __future__ import annotations

from quorate.rules.verdict import Verdict
from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message, Plural

NOT_COUNTED = N_("%(set_size)s is not on record, and %(need)s are needed")
NOT_SAID = N_("the terms do not say what is counted here")

SENTENCES: Sentences = {
    "at least": Sentence(
        N_("%(have_of)s, %(need)s needed"),
        unknown=NOT_COUNTED,
        not_stated=NOT_SAID,
    ),
    "at least a share": Sentence(
        N_("%(have_of)s, %(need)s needed: %(amount)s"),
        unknown=NOT_COUNTED,
        not_stated=NOT_SAID,
    ),
    "more than": Sentence(
        N_("%(have_of)s, more than %(need)s needed"),
        unknown=NOT_COUNTED,
        not_stated=NOT_SAID,
    ),
    "more than a share": Sentence(
        N_("%(have_of)s, more than %(need)s needed: %(amount)s"),
        unknown=NOT_COUNTED,
        not_stated=NOT_SAID,
    ),
    "exactly": Sentence(
        N_("%(have_of)s, exactly %(need)s needed"),
        unknown=NOT_COUNTED,
        not_stated=NOT_SAID,
    ),
    "at most": Sentence(
        N_("%(have_of)s, at most %(need)s allowed"),
        unknown=N_("%(set_size)s is not on record, and at most %(need)s are allowed"),
        not_stated=NOT_SAID,
    ),
    "fewer than": Sentence(
        N_("%(have_of)s, fewer than %(need)s allowed"),
        unknown=N_(
            "%(set_size)s is not on record, and fewer than %(need)s are allowed"
        ),
        not_stated=NOT_SAID,
    ),
    "includes": Sentence(
        N_("%(office)s is %(there)s"),
        N_("%(office)s is not %(there)s"),
        unknown=N_("it is not on record whether %(office)s is %(there)s"),
        not_stated=NOT_SAID,
    ),
    "not includes": Sentence(
        N_("%(office)s is not %(there)s, as is needed"),
        N_("%(office)s is %(there)s, and must not be"),
        unknown=N_("it is not on record whether %(office)s is %(there)s"),
    ),
    "not every": Sentence(
        N_("not all of %(office)s are %(there)s, as is needed"),
        N_("all of %(office)s are %(there)s, and must not be"),
    ),
    "not exactly": Sentence(
        N_("%(have_of)s, and anything but %(need)s is allowed"),
    ),
    "not judged by": Sentence(
        N_("%(office)s has not ruled so"),
        N_("%(office)s has ruled so, which must not be"),
    ),
    "every": Sentence(
        N_("all %(need)s of %(office)s are %(there)s"),
        N_("%(have)s of %(need)s of %(office)s are %(there)s"),
        unknown=N_("it is not on record which of %(office)s are %(there)s"),
        not_stated=NOT_SAID,
    ),
    "judged by": Sentence(
        N_("%(office)s has ruled so"),
        N_("%(office)s has ruled otherwise"),
        unknown=N_("a ruling of %(office)s is not on record"),
    ),
    "judged by: the names behind a secret ballot": Sentence(
        N_("a secret ballot has no names behind its votes"),
    ),
    "all": Sentence(
        N_("everything that is needed together is there"),
        N_("something that is needed is not there"),
        unknown=N_("a record of something that is needed is missing"),
        not_stated=N_("the terms are silent on something that is needed"),
    ),
    "any": Sentence(
        N_("one of the alternatives is there"),
        N_("none of the alternatives is there"),
        unknown=N_("a record that could settle one of the alternatives is missing"),
        not_stated=N_("the terms are silent on one of the alternatives"),
    ),
    "not": Sentence(
        N_("what must not be so is not so"),
        N_("what must not be so is so"),
        unknown=N_("a record of what must not be so is missing"),
        not_stated=N_("the terms are silent on what must not be so"),
    ),
    "silent": Sentence(N_("the terms do not say %(meaning)s")),
    "the terms are silent": Sentence(N_("the terms have no rule on this (%(kind)s)")),
}

MISSING: dict[str, Message] = {
    "more": N_("%(number_of)s"),
    "more of": N_("%(number_of)s of %(names)s"),
    "one of": N_("%(names)s"),
    "every one of": N_("every one of %(names)s"),
    "answers from": N_("the answers of %(names)s"),
    "a record of the roll": N_("a record of who was there"),
}

MORE: dict[str, Message] = {
    "person": Plural("%(number)s more member", "%(number)s more members", "count"),
    "seat": Plural("%(number)s more seat", "%(number)s more seats", "count"),
    "organisation": Plural(
        "%(number)s more organisation", "%(number)s more organisations", "count"
    ),
    "weight": Plural(
        "%(number)s more in weight of votes",
        "%(number)s more in weight of votes",
        "count",
    ),
}

HEADS: dict[tuple[str, Verdict], Message] = {
    ("", Verdict.MET): N_("YES"),
    ("", Verdict.NOT_MET): N_("NO"),
    ("", Verdict.UNKNOWN): N_("CAN'T TELL"),
    ("", Verdict.NOT_STATED): N_("THE TERMS DO NOT SAY"),
}
