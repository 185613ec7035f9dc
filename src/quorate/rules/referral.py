"""Where a matter goes without agreement, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.kinds.authority import Dispute, Referral, Stage
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.people import day_of, not_after
from quorate.rules.deadlines import last_day
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, Verdict


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


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    outcome: str
    values: Mapping[str, Value]
    missing: tuple[Missing, ...] = ()


def referral(
    terms: Referral,
    passages: Iterable[Passage],
    *,
    at: datetime | date,
    calendar: Calendar | None = None,
) -> Finding:
    """
    Say where a referred matter stands at a moment and what comes next.

    `passages` are the stages so far in their order. It is met once the matter has
    ended. The outcome is: not referred, with a body, returned, settled by a body,
    falls, or no way out where the last body did not settle it and the terms say no
    more. A person who sits on both sides is pointed out and undoes nothing.

    Executes: referral.to, referral.each_within, referral.returns,
    referral.if_unanswered
    """
    done = [one for one in passages if not_after(one.passed, at)]
    judged = _judge(terms, done, at, calendar)
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

    def explain() -> Explanation:
        def judge(varied: Referral) -> Answer:
            found = _judge(varied, done, at, calendar)
            return found.verdict, found.outcome

        reason = Reason("referred", judged.verdict, terms.clause, values=judged.values)
        readings = readings_of(terms, judge)
        return Explanation(reason, judged.missing, readings, None, notes)

    return Finding(
        "referral",
        judged.verdict,
        outcome=judged.outcome,
        clause=terms.clause,
        explain=explain,
    )


def _judge(
    terms: Referral,
    done: list[Passage],
    at: datetime | date,
    calendar: Calendar | None,
) -> _Judged:
    values: dict[str, Value] = {"route": terms.to}
    if not done:
        values["next"] = terms.to[0]
        return _Judged(NOT_MET, "not referred", values)
    last = done[-1]
    later = _after(terms.to, last.body)
    if last.ended is None or not not_after(last.ended, at):
        values["next"] = later[0] if later else "none"
        values["due"], missing = _due(terms, last, calendar)
        return _Judged(NOT_MET, f"with {last.body}", values, missing)
    if last.outcome == "settled":
        back = terms.returns == "yes"
        return _Judged(MET, "returned" if back else f"settled by {last.body}", values)
    if later:
        values["next"] = later[0]
        return _Judged(NOT_MET, f"with {later[0]}", values)
    values["if_unanswered"] = terms.if_unanswered or "not stated"
    if terms.if_unanswered == "the matter falls":
        return _Judged(MET, "falls", values)
    if terms.if_unanswered == "back to the body that asked":
        return _Judged(MET, "returned", values)
    return _Judged(NOT_STATED, "no way out", values)


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
    given = tuple(one for one in grounds if one in found.grounds)
    judged = _entered(terms, found, given, ruling)
    clause = found.rests_on or terms.clause

    def explain() -> Explanation:
        def judge(varied: Dispute) -> Answer:
            other = _entered(varied, found, given, ruling)
            return other.verdict, other.outcome

        every = _entry(terms, found) == "every ground"
        reason = Reason(
            "grounds given",
            judged.verdict,
            clause,
            need=len(found.grounds) if every else min(1, len(found.grounds)),
            have=len(given),
            counted=given,
            values=judged.values,
        )
        readings = readings_of(terms, judge) if found.grounds else ()
        return Explanation(reason, judged.missing, readings)

    return Finding(
        "dispute",
        judged.verdict,
        outcome=judged.outcome,
        clause=clause,
        explain=explain,
    )


def _entry(terms: Dispute, found: Stage) -> str:
    return found.entry or terms.entry or "any ground"


def _entered(
    terms: Dispute, found: Stage, given: tuple[str, ...], ruling: str
) -> _Judged:
    entry = _entry(terms, found)
    values: dict[str, Value] = {
        "stage": found.stage,
        "entry": entry,
        "grounds": found.grounds,
    }
    lacking = tuple(one for one in found.grounds if one not in given)
    enough = not lacking if entry == "every ground" else bool(given)
    if not found.grounds or entry == "no ground needed" or enough:
        return _Judged(MET, "may enter", values)
    if ruling == "yes" and found.otherwise:
        values["otherwise"] = found.otherwise
        return _Judged(MET, "on the chair's decision", values)
    missing = (Missing("one of the grounds", 1, "", lacking),)
    return _Judged(NOT_MET, "refused", values, missing)
