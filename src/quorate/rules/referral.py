"""Where a matter goes without agreement, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.kinds.authority import Dispute, Referral, Stage
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.people import day_of, not_after
from quorate.rules.deadlines import last_day
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN


@dataclass(frozen=True, slots=True)
class Passage:
    """A matter that was passed to a body, and what that body made of it."""

    body: str
    passed: datetime | date
    outcome: str = ""
    """settled, not settled, or empty while the body has it."""

    ended: datetime | date | None = None
    people: tuple[str, ...] = ()
    """Persons of that body who also sit in the body that asked."""


def referral(
    terms: Referral,
    passages: Iterable[Passage],
    *,
    at: datetime | date,
    calendar: Calendar | None = None,
) -> Finding:
    """
    Say where a referred matter stands at a moment and what comes next.

    `passages` are the stages so far in their order. The outcome is: not referred,
    with a body, returned, settled by a body, or no way out where the last body did
    not settle it. A person who sits on both sides is pointed out and undoes nothing.

    Executes: referral.to, referral.each_within, referral.returns
    """
    done = [one for one in passages if not_after(one.passed, at)]
    notes = tuple(
        Reason(
            "on both sides",
            MET,
            terms.clause,
            left_out=tuple(LeftOut(who, "sits on both sides") for who in one.people),
            values={"body": one.body},
        )
        for one in done
        if one.people
    )
    verdict, outcome, values = UNKNOWN, "not referred", dict[str, Value]()
    values["route"] = terms.to
    missing: tuple[Missing, ...] = ()
    if not done:
        values["next"] = terms.to[0]
    else:
        last = done[-1]
        ended = last.ended is not None and not_after(last.ended, at)
        later = (
            terms.to[terms.to.index(last.body) + 1 :] if last.body in terms.to else ()
        )
        if ended and last.outcome == "settled":
            back = terms.returns == "yes"
            verdict, outcome = MET, "returned" if back else f"settled by {last.body}"
        elif ended and later:
            outcome, values["next"] = f"with {later[0]}", later[0]
        elif ended:
            verdict, outcome = NOT_MET, "no way out"
        else:
            outcome, values["next"] = f"with {last.body}", later[0] if later else "none"
            values["due"], missing = _due(terms, last, calendar)
    reason = Reason("referred", verdict, terms.clause, values=values)
    return Finding(
        "referral",
        verdict,
        outcome=outcome,
        clause=terms.clause,
        explain=lambda: Explanation(reason, missing, (), None, notes),
    )


def _after(route: tuple[str, ...], body: str) -> tuple[str, ...]:
    return route[route.index(body) + 1 :] if body in route else ()


def _due(
    terms: Referral, last: Passage, calendar: Calendar | None
) -> tuple[str, tuple[Missing, ...]]:
    if isinstance(terms.each_within, Deadline) and calendar is not None:
        due = last_day(terms.each_within, day_of(last.passed), calendar)
        return due.isoformat(), ()
    return "not stated", (Missing("a time limit"),)


def stage(
    terms: Dispute, *, named: str, grounds: Iterable[str], ruling: str = ""
) -> Finding:
    """
    Say whether a stage of a dispute may be entered.

    `grounds` are those given, in the charter's words; `ruling` is yes where whoever
    may open the stage without a ground has said so on the record.

    Executes: dispute.stages, dispute.entry
    """
    found: Stage | None = next(
        (one for one in terms.stages if one.stage == named), None
    )
    if found is None:
        none = Reason(
            "no such stage", NOT_STATED, terms.clause, values={"stage": named}
        )
        return Finding("dispute", NOT_STATED, explain=lambda: Explanation(none))
    given = [one for one in grounds if one in found.grounds]
    entry = found.entry or terms.entry or "any ground"
    clause = found.rests_on or terms.clause
    enough = (
        not found.grounds
        or entry == "no ground needed"
        or (
            len(given) == len(found.grounds) if entry == "every ground" else bool(given)
        )
    )
    values: dict[str, Value] = {
        "stage": named,
        "entry": entry,
        "grounds": found.grounds,
    }
    if enough:
        verdict, outcome = MET, "may enter"
    elif ruling == "yes" and found.otherwise:
        verdict, outcome = MET, "on the chair's decision"
        values["otherwise"] = found.otherwise
    else:
        verdict, outcome = NOT_MET, "refused"
    lacking = tuple(one for one in found.grounds if one not in given)
    missing = () if verdict is MET else (Missing("one of the grounds", 1, "", lacking),)
    reason = Reason(
        "grounds given",
        verdict,
        clause,
        need=len(found.grounds)
        if entry == "every ground"
        else min(1, len(found.grounds)),
        have=len(given),
        counted=tuple(given),
        values=values,
    )
    return Finding(
        "dispute",
        verdict,
        outcome=outcome,
        clause=clause,
        explain=lambda: Explanation(reason, missing),
    )
