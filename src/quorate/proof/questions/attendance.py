"""Questions about who came, and what follows when somebody stays away."""

from __future__ import annotations

from quorate.charter.kinds.meetings import Attendance
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.absence_counts import UnreadableCountError
from quorate.rules.absence_marks import Bearer
from quorate.rules.absences import followed_up
from quorate.rules.attendance import History, attended
from quorate.rules.finding import Finding
from quorate.rules.silence import silence


def history_of(case: Case, asked: Asked) -> History:
    """Return the meetings of the body that a question is about."""
    facts = case.facts
    return History(
        case.charter,
        case.body_of(asked),
        facts.meetings,
        facts.all_appointments,
        facts.offices,
        facts.substitutes,
        asked.known_at,
    )


def _attended(case: Case, asked: Asked) -> Finding:
    meeting = case.meeting_of(asked)
    history = history_of(case, asked)
    if asked.seat not in history.members(meeting).by_name:
        raise AskedInVainError(
            f"'attended' needs 'seat': the body has no seat '{asked.seat}'"
        )
    return attended(asked.seat, meeting, history)


def _attendance(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = next(
        (
            one
            for one in case.charter.rules_of(body, Attendance)
            if asked.rule in ("", one.name, one.clause)
        ),
        None,
    )
    if terms is None:
        return silence("attendance", "attendance", body=body)
    try:
        return followed_up(
            terms, history_of(case, asked), _bearer(terms, asked), at=asked.at
        )
    except UnreadableCountError as error:
        raise AskedInVainError(str(error)) from error


def _bearer(terms: Attendance, asked: Asked) -> Bearer:
    """Return whose absences are asked about, as the rule counts them."""
    named = {
        "person": asked.person,
        "seat": asked.seat,
        "organisation": asked.organisation,
    }[terms.by]
    if not named:
        raise AskedInVainError(
            f"the rule counts by {terms.by}: 'attendance' needs '{terms.by}:'"
        )
    return Bearer(**{terms.by: named})


QUESTIONS = (
    Question(
        "attended", "did a seat attend", ("seat", "meeting", "known_at"), _attended
    ),
    Question(
        "attendance",
        "have absences come to what the terms bear",
        ("rule", "seat", "person", "organisation", "at", "known_at"),
        _attendance,
    ),
)
