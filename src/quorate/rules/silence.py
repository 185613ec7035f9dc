"""The finding for a question on which the terms have no rule at all."""

from __future__ import annotations

from quorate.rules.finding import Explanation, Finding, Reason
from quorate.rules.verdict import NOT_STATED


def silence(question: str, kind: str, *, body: str) -> Finding:
    """
    Say that the terms are silent.

    `kind` is the kind of rule that would answer the question. The answer is
    `not_stated`: silence is never filled by a value that nobody agreed to.
    """
    return Finding(
        question,
        NOT_STATED,
        explain=lambda: Explanation(
            Reason(
                "the terms are silent", NOT_STATED, values={"kind": kind, "body": body}
            )
        ),
    )
