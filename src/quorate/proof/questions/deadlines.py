"""Questions about deadlines."""

from __future__ import annotations

from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.proof.questions.duties import year_of
from quorate.rules.finding import Finding
from quorate.rules.notice import deadline


def _deadline(case: Case, asked: Asked) -> Finding:
    if not asked.rule:
        raise AskedInVainError("'deadline' needs 'rule': its name or its clause")
    events = [one.happened for one in case.facts.events if one.happened is not None]
    opens = [one.opens for one in case.facts.meetings if one.opens is not None]
    moments = [asked.at] if asked.at else events + opens
    if not moments:
        raise AskedInVainError("'deadline' needs 'at', or an event it is counted from")
    day = max(moments, key=lambda one: one.isoformat())
    return deadline(
        year_of(case, asked, at=day),
        rule=asked.rule,
        subject=asked.subject or asked.meeting or asked.consultation,
        done=asked.at,
    )


QUESTIONS = (
    Question(
        "deadline",
        "by when is something due, and did it come in time",
        ("rule", "subject", "at", "known_at"),
        _deadline,
    ),
)
