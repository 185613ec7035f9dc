"""Sentences about who is in the room, and whether it can decide."""

from __future__ import annotations

from quorate.rules.verdict import Verdict
from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "the quorum was lost later": Sentence(
        N_("the quorum stood to the end"),
        N_("the quorum was lost at %(at)s; what was decided before stands"),
    ),
    "seats and filled seats": Sentence(
        N_("the body has %(need)s seats, of which %(have)s are filled")
    ),
    "the item has no time": Sentence(
        N_(
            "the item has no time on record, so it can't be said who had left by "
            "the time it was decided"
        )
    ),
    "no roll was taken": Sentence(
        N_("nobody took the roll; the terms take the meeting as quorate"),
        unknown=N_("nobody took the roll"),
    ),
    "waited for its quorum": Sentence(
        N_("the meeting waited for its quorum, until %(until)s")
    ),
    "may still wait": Sentence(
        N_("the meeting may wait for its quorum for %(minutes)s minutes")
    ),
    "if not quorate": Sentence(
        N_("without its quorum %(effect)s"),
        not_stated=N_("the terms do not say what follows without a quorum"),
    ),
}

EFFECTS: dict[str, Message] = {
    "no business": N_("the meeting can do no business"),
    "in principle": N_("decisions are in principle only"),
    "advisory": N_("decisions are advice only"),
    "informal discussion": N_("the meeting can only talk informally"),
    "adjourned": N_("the meeting is adjourned"),
    "adjourned and then those present suffice": N_(
        "the meeting is adjourned, and those who come to the next one suffice"
    ),
    "by correspondence": N_("the business is decided by correspondence"),
    "not stated": N_("nothing is said of what follows"),
}

LEFT_OUT: dict[str, Message] = {
    "second seat of the same person": N_("the second seat of the same person"),
    "organisation already counted": N_("the organisation is already counted"),
    "a substitute does not carry the office": N_(
        "a substitute, who does not carry the office"
    ),
    "not there": N_("not there"),
    "no substitute for this seat": N_("no substitute for this seat"),
    "the substitute goes on to the end of the item": N_(
        "the substitute goes on to the end of the item"
    ),
    "a substitute has the seat for the meeting": N_(
        "a substitute has the seat for the whole meeting"
    ),
    "the holder is there as well": N_("the holder is there as well"),
    "an observer": N_("an observer"),
    "a guest": N_("a guest"),
    "suspended": N_("suspended"),
    "a substitute does not count": N_("a substitute, who does not count here"),
    "takes part from elsewhere": N_("takes part from elsewhere, which does not count"),
    "a seat without a vote does not count": N_(
        "in a seat without a vote, which does not count"
    ),
    "withdrew for an interest": N_("withdrew because of an interest"),
}

HEADS: dict[tuple[str, Verdict], Message] = {
    ("quorum", Verdict.MET): N_("QUORATE"),
    ("quorum", Verdict.NOT_MET): N_("NOT QUORATE"),
}

OUTCOMES: dict[str, Message] = {
    "presumed": N_("taken as quorate because nobody counted"),
}
