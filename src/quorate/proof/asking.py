"""Every question that can be put to a case, by its name."""

from __future__ import annotations

from quorate.charter.problems import did_you_mean
from quorate.facts.days import UnknownYear
from quorate.proof.case import (
    Asked,
    AskedInVainError,
    BeyondTheCalendarError,
    Case,
    Question,
)
from quorate.proof.questions import (
    agenda,
    attendance,
    authority,
    cadence,
    composition,
    confirmation,
    consultation,
    consulted,
    deadlines,
    decision,
    duties,
    meetings,
    offices,
    quorum,
    review,
    terms,
    versions,
)
from quorate.rules.finding import Finding

QUESTIONS: dict[str, Question] = {
    one.name: one
    for questions in (
        agenda.QUESTIONS,
        attendance.QUESTIONS,
        authority.QUESTIONS,
        cadence.QUESTIONS,
        composition.QUESTIONS,
        confirmation.QUESTIONS,
        consultation.QUESTIONS,
        consulted.QUESTIONS,
        deadlines.QUESTIONS,
        decision.QUESTIONS,
        duties.QUESTIONS,
        meetings.QUESTIONS,
        offices.QUESTIONS,
        quorum.QUESTIONS,
        review.QUESTIONS,
        terms.QUESTIONS,
        versions.QUESTIONS,
    )
    for one in questions
}


def ask(case: Case, asked: Asked) -> Finding:
    """
    Put a question to a case.

    Raises `AskedInVainError` where there is no such question, or the facts lack
    what it is about (a meeting, a consultation); `BeyondTheCalendarError` where it
    takes days that the calendar doesn't know.
    """
    question = QUESTIONS.get(asked.ask)
    if question is None:
        raise AskedInVainError(
            f"there is no question '{asked.ask}'. " + did_you_mean(asked.ask, QUESTIONS)
        )
    try:
        return question.answer(case, asked)
    except UnknownYear as error:
        raise BeyondTheCalendarError(f"{error}; '{asked.ask}' leads beyond") from error
