"""Questions about requirements: one, or all of a body."""

from __future__ import annotations

from datetime import date, datetime

from quorate.facts.implied import all_events
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.duties import Year, duty
from quorate.rules.duties_statement import duties
from quorate.rules.finding import Finding


def year_of(case: Case, asked: Asked, *, at: datetime | date | None = None) -> Year:
    """Return the body of a question with all that happened."""
    moment = at or asked.at
    if moment is None:
        raise AskedInVainError(f"'{asked.ask}' needs 'at': the moment it is about")
    body = case.body_of(asked)
    return Year(
        case.charter,
        body,
        all_events(case.facts, body=case.body),
        case.calendar,
        moment,
        asked.known_at,
    )


def _duty(case: Case, asked: Asked) -> Finding:
    return duty(
        year_of(case, asked),
        rule=asked.rule,
        subject=asked.subject or asked.meeting or asked.consultation,
        to=asked.organisation,
    )


def _duties(case: Case, asked: Asked) -> Finding:
    return duties(year_of(case, asked))


QUESTIONS = (
    Question(
        "duty",
        "what became of a requirement",
        ("rule", "subject", "organisation", "at", "known_at"),
        _duty,
    ),
    Question(
        "duties",
        "what became of everything that the terms require",
        ("at", "known_at"),
        _duties,
    ),
)
