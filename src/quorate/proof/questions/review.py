"""Questions about the review of the terms."""

from __future__ import annotations

from quorate.proof.case import Asked, Case, Question
from quorate.proof.questions.duties import year_of
from quorate.rules.finding import Finding
from quorate.rules.review import review


def _review(case: Case, asked: Asked) -> Finding:
    return review(year_of(case, asked))


QUESTIONS = (
    Question("review", "is a review of the terms due", ("at", "known_at"), _review),
)
