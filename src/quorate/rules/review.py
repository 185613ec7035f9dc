"""Whether the terms are due to be looked at again."""

from __future__ import annotations

from quorate.charter.kinds.terms import Review
from quorate.rules.duties import Year, joined, worst
from quorate.rules.duties_derived import required_by
from quorate.rules.duties_evaluation import Instance
from quorate.rules.duties_reasons import reason_of
from quorate.rules.duties_shapes import Terms
from quorate.rules.duties_states import (
    BREACHED,
    CANT_TELL,
    DORMANT,
    NOT_DONE,
    OVERDUE,
    TRIGGERED,
)
from quorate.rules.finding import Explanation, Finding, Reason
from quorate.rules.readings import readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict

NOT_DUE, DUE = "not due", "due"


def review(year: Year) -> Finding:
    """
    Say whether a review of the terms is due, by a moment.

    A review that time brings and one that was asked for live side by side: a request
    resets nothing, and one review, which must end in a decision, can discharge both.
    The outcome is: not due, due (asked for, or on its last day), overdue, or unknown
    where nobody recorded from when the time runs.

    Executes: review.every, review.from, review.start, review.on_request_of,
    review.done_by
    """
    rules = year.charter.rules_of(year.body, Review)
    found = [one for rule in rules for one in _latest(year, rule)]
    if not found:
        return silence("review", "review", body=year.body)
    verdict, outcome = _judge(found, year)

    def explain() -> Explanation:
        return Explanation(
            joined([_reason(one, year) for one in found]),
            readings=tuple(
                reading
                for rule in rules
                for reading in readings_of(rule, lambda varied: _answer(year, varied))
            ),
        )

    return Finding(
        "review",
        verdict,
        outcome=outcome,
        clause=worst(found).owed.rule.clause,
        explain=explain,
    )


def _reason(one: Instance, year: Year) -> Reason:
    """Say of a review whose day lies ahead what the whole says: it is not due."""
    ahead = one.due is not None and one.due > year.time.day(year.at)
    told = NOT_DUE if ahead and one.state == DUE else ""
    return reason_of(one, year.time, told=told)


def _latest(year: Year, rule: Review) -> tuple[Instance, ...]:
    """Return what is open of a rule, and the last that is not."""
    kept: dict[str, Instance] = {}
    open_: list[Instance] = []
    for one in year.judged(required_by(Terms(year.charter, year.body), rule)):
        failed = one.state in (BREACHED, OVERDUE, NOT_DONE, TRIGGERED)
        if failed:
            open_.append(one)
        elif one.state != DORMANT:
            kept[one.owed.key] = one
    return (*open_, *kept.values())


def _answer(year: Year, rule: Review) -> tuple[Verdict, str]:
    found = _latest(year, rule)
    return _judge(found, year) if found else (MET, NOT_DUE)


def _judge(
    found: tuple[Instance, ...] | list[Instance], year: Year
) -> tuple[Verdict, str]:
    states = {one.state for one in found}
    if states & {OVERDUE, BREACHED, NOT_DONE}:
        return NOT_MET, OVERDUE
    asked = any(one.state == TRIGGERED for one in found)
    if asked or any(
        one.state == DUE and one.due == year.time.day(year.at) for one in found
    ):
        return MET, DUE
    if CANT_TELL in states:
        return UNKNOWN, CANT_TELL
    return MET, NOT_DUE
