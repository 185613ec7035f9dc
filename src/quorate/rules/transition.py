"""What becomes of a thing that was opened under the version before."""

from __future__ import annotations

from datetime import date, datetime

from quorate.charter.kinds.terms import Transition
from quorate.facts.people import day_of
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_STATED

NEW = "under the new"
CONSULTATIONS, DUTIES = "consultations", "duties"
OUTCOMES = {
    "end under the old": "ends under the old",
    "continue under the new": "continues under the new",
    "close": "closed",
    "lapse": "lapses",
}


def passing(
    terms: Transition | None,
    what: str,
    *,
    opened: datetime | date,
    in_force: date,
    body: str,
) -> Finding:
    """
    Say under which version something goes on that is open while the terms change.

    `what` is consultations or duties, `opened` when it began and `in_force` the first
    day of the newer version. What began on or after that day is under the new. The
    outcome is: under the new, ends under the old, continues under the new, closed,
    lapses; not stated where the terms are silent.

    Executes: transition.duties, transition.consultations
    """
    if terms is None:
        return silence("transition", "transition", body=body)
    verdict, outcome = _answer(terms, what, opened, in_force)
    values: dict[str, Value] = {
        "what": what,
        "opened": day_of(opened).isoformat(),
        "in_force": in_force.isoformat(),
        "then": outcome or "not stated",
    }
    reason = Reason("open while the terms change", verdict, terms.clause, values=values)

    def explain() -> Explanation:
        return Explanation(
            reason,
            readings=readings_of(
                terms, lambda varied: _answer(varied, what, opened, in_force)
            ),
        )

    return Finding(
        "transition", verdict, outcome=outcome, clause=terms.clause, explain=explain
    )


def _answer(
    terms: Transition, what: str, opened: datetime | date, in_force: date
) -> Answer:
    if day_of(opened) >= in_force:
        return MET, NEW
    stated = terms.duties if what == DUTIES else terms.consultations
    outcome = OUTCOMES.get(stated, "")
    return (MET, outcome) if outcome else (NOT_STATED, "")
