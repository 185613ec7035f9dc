"""Sentences about whom a notice reached."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "everybody had notice": Sentence(
        N_("the %(of)s did not reach everybody, which undoes nothing here"),
        N_("the %(of)s did not reach everybody, which undoes the meeting"),
        not_stated=N_(
            "the %(of)s did not reach everybody, and the terms do not say what follows"
        ),
    ),
}

LEFT_OUT: dict[str, Message] = {"had no notice": N_("had no notice")}
