"""Questions about whether a meeting can decide."""

from __future__ import annotations

from quorate.charter.kinds.quorum import Quorum
from quorate.proof.case import Asked, Case, Question
from quorate.rules.finding import Finding
from quorate.rules.for_matter import for_matter
from quorate.rules.quorum import quorum
from quorate.rules.silence import silence


def _quorum(case: Case, asked: Asked) -> Finding:
    sitting = case.sitting(asked)
    body = sitting.meeting.body or case.body_of(asked)
    item = sitting.meeting.item(asked.item) if asked.item else None
    matter = asked.matter or (item.matter if item else "")
    terms = for_matter(case.charter.rules_of(body, Quorum), matter)
    if terms is None:
        return silence("quorum", "quorum", body=body)
    return quorum(terms, sitting, at=asked.at, item=asked.item)


QUESTIONS = (
    Question(
        "quorum",
        "can the meeting decide: at its opening, at a moment, or at an item",
        ("meeting", "at", "item", "matter", "known_at"),
        _quorum,
    ),
)
