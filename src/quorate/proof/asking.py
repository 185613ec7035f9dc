"""Every question that can be put to a case, by its name."""

from __future__ import annotations

from quorate.charter.problems import did_you_mean
from quorate.proof.case import Asked, AskedInVainError, Case, Question
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
    what it is about (a meeting, a consultation).
    """
    question = QUESTIONS.get(asked.ask)
    if question is None:
        raise AskedInVainError(
            f"there is no question '{asked.ask}'. " + did_you_mean(asked.ask, QUESTIONS)
        )
    return question.answer(case, asked)
