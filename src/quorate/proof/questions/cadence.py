"""Questions about how often a body meets."""

from __future__ import annotations

from quorate.proof.case import Asked, Case, Question
from quorate.proof.questions.duties import year_of
from quorate.rules.cadence import cadence
from quorate.rules.finding import Finding


def _cadence(case: Case, asked: Asked) -> Finding:
    return cadence(year_of(case, asked), rule=asked.rule)


QUESTIONS = (
    Question(
        "cadence",
        "has the body met as often as it must",
        ("rule", "at", "known_at"),
        _cadence,
    ),
)
