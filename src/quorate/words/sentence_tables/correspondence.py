"""Sentences about decisions by correspondence."""

from __future__ import annotations

from quorate.rules.verdict import Verdict
from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "time to answer": Sentence(
        N_("there was time enough to answer, until %(closes)s"),
        N_("it closed on %(closes)s, and had to stay open until %(due)s"),
        unknown=N_("it can't be told how long it had to stay open"),
    ),
    "nothing asks how long": Sentence(
        N_("the terms do not say in days how long there is to answer")
    ),
    "asked by": Sentence(
        N_("the members were asked by %(by)s"),
        N_("the members were asked by %(by)s, and it is for %(need)s to ask them"),
        unknown=N_("it is not on record that %(need)s asked the members: %(by)s"),
    ),
    "given up by": Sentence(
        N_("%(by)s recorded that agreement can't be reached"),
        N_("%(by)s gave it up, and it is for %(need)s to do so"),
        unknown=N_("it is not on record that %(need)s gave it up: %(by)s"),
    ),
    "answered": Sentence(N_("%(have)s of %(need)s have responded")),
    "no agreed answer": Sentence(
        N_("the organisations of %(seat)s did not give one response")
    ),
    "holder and substitute differ": Sentence(
        N_("the holder and the substitute of %(seat)s responded differently")
    ),
    "ground for asking": Sentence(
        N_("the ground is one that the terms name or allow: %(ground)s"),
        N_("the ground is not one that the terms name: %(ground)s"),
    ),
    "shown apart": Sentence(
        N_(
            "without the response of %(seat)s (%(stance)s) it would have been "
            "%(without)s"
        ),
        N_("the response of %(seat)s (%(stance)s) made no difference"),
    ),
    "referred": Sentence(N_("it goes to %(to)s")),
    "back from referral": Sentence(
        N_("it was referred and has come back: the objection was withdrawn")
    ),
    "announced against the terms": Sentence(
        N_("it was announced as %(announced)s, and under the terms it is %(rightly)s")
    ),
}

LEFT_OUT: dict[str, Message] = {
    "was not asked": N_("was not asked"),
    "was taken back": N_("the response was taken back"),
    "came after the close": N_("the response came after the close"),
    "was given to the text before it was amended": N_(
        "the response was to the text before it was amended"
    ),
    "the holder answered": N_("the holder responded"),
    "a later answer replaced it": N_("a later response replaced it"),
}

OUTCOMES: dict[str, Message] = {
    "properly asked": N_("properly asked"),
    "too short": N_("there was too little time to answer"),
    "not theirs to do": N_("done by somebody whose it is not"),
    "open": N_("open for responses"),
    "may open": N_("may be opened"),
    "under a ruling": N_("may be opened under the ruling"),
    "second round": N_("open for a second round"),
    "referred": N_("referred to another body"),
    "meeting called": N_("to be put to a meeting"),
}

HEADS: dict[tuple[str, Verdict], Message] = {
    ("consultation", Verdict.MET): N_("AGREED"),
    ("consultation", Verdict.NOT_MET): N_("NOT AGREED"),
}
