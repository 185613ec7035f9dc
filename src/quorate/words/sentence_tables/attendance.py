"""Sentences about who came, who stayed away, and what follows."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "absences that stand": Sentence(
        N_("%(have)s times away, of %(need)s after which something follows"),
    ),
    "attended": Sentence(
        N_("at the meeting %(meeting)s: %(how)s"),
    ),
    "gap in the terms": Sentence(
        N_("the terms count apologies, and say nothing of staying away without them")
    ),
}

LEFT_OUT: dict[str, Message] = {
    "not a kind of meeting that counts": N_("not a kind of meeting that counts"),
    "the meeting was abandoned": N_("the meeting was abandoned"),
}
