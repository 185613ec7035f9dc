"""The question which version of the terms a day is judged by."""

from __future__ import annotations

from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.finding import Finding
from quorate.rules.version_in_force import version_on


def _in_force(case: Case, asked: Asked) -> Finding:
    if asked.at is None:
        raise AskedInVainError("'in_force' needs 'at': the day it is about")
    return version_on(
        case.charter.front.versions,
        case.facts.events,
        on=asked.at,
        known_at=asked.known_at,
    )


QUESTIONS = (
    Question(
        "in_force",
        "which version of the terms is a day judged by",
        ("at", "known_at"),
        _in_force,
    ),
)
