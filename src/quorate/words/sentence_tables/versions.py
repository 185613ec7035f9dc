"""Words for the version of the terms that a day is judged by."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "version in force": Sentence(
        N_("version %(version)s was in force from %(from)s, so also on %(on)s")
    ),
    "no version in force": Sentence(N_("no version was in force on %(on)s")),
}

LEFT_OUT: dict[str, Message] = {
    "its day is not known": N_("the day from which it was in force is not known"),
    "was not adopted yet": N_("it was not known to be adopted yet"),
    "begins later": N_("it begins later"),
}
