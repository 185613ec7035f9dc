"""What became of a decision in principle: open, confirmed, amended or lapsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.timing import Deadline, When
from quorate.facts.calendar import Calendar
from quorate.facts.people import day_of, not_after
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.notice_given import due_by
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

WAITING = ("in principle", "to be confirmed", "advisory")
"""What a decision can be worth that something later must confirm."""

WITHOUT_EFFECT = ("in principle", "advisory", "no effect")


@dataclass(frozen=True, slots=True)
class Later:
    """A later decision that names the one in principle."""

    meeting: str
    body: str
    item: str
    on: datetime | date
    finding: Finding
    amended: bool = False
    """Whether it changed the words."""


@dataclass(frozen=True, slots=True)
class InPrinciple:
    """A decision, what it was worth when it was taken, and what came after."""

    item: str
    finding: Finding
    body: str
    later: tuple[Later, ...] = ()
    next_meeting: str = ""
    """The next meeting of the body on record; empty while none is set."""

    ended: date | None = None
    """The last day of the body, where it has come to an end."""

    reliance: tuple[str, ...] = ()
    """What was done meanwhile in reliance on it."""

    on: datetime | date | None = None
    """When it was taken; None where that is not known."""

    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    outcome: str
    settled: Later | None
    passed: tuple[LeftOut, ...]


def confirmation(
    quorum: Quorum | None,
    case: InPrinciple,
    *,
    decision: Decision | None = None,
    parent: str = "",
    at: datetime | date | None = None,
) -> Finding:
    """
    Say whether a decision in principle has become binding by a moment.

    Only a later decision that names it, taken with a quorum, makes it so; one taken
    without leaves it open once more. Amended when it comes back, it is a new
    decision, and what was done in reliance on the old one is listed. One that is
    lost when it comes back lapses, and so does one whose body ends. Where the terms
    state no route it stays open, with a note. Where a second decision must come after
    some time, one that came before does not confirm. The outcome is: open, confirmed,
    amended, lapsed; a decision that never was in principle keeps its own outcome.

    Executes: quorum.if_not, quorum.confirmed_by, decision.confirmed_after
    """
    first = case.finding
    if first.outcome not in WAITING:
        return _as_it_was(first)
    route = quorum.confirmed_by if quorum is not None else ""
    clause = quorum.clause if quorum is not None else first.clause
    if first.outcome == "to be confirmed" and decision is not None:
        clause = decision.clause
    after = None
    if first.outcome == "to be confirmed" and decision is not None:
        after = decision.confirmed_after
    judged = _judge(case, route, parent, at, after)
    return Finding(
        "confirmation",
        judged.verdict,
        outcome=judged.outcome,
        clause=clause,
        explain=lambda: _explain(case, judged, route, clause),
    )


def _judge(
    case: InPrinciple,
    route: str,
    parent: str,
    at: datetime | date | None,
    after: When | None,
) -> _Judged:
    named = [one for one in case.later if at is None or not_after(one.on, at)]
    early = tuple(
        LeftOut(one.item, "taken too early")
        for one in named
        if _early(case, one, after)
    )
    late_enough = [one for one in named if not _early(case, one, after)]
    settled, passed = _settled(late_enough, route, case.body, parent)
    passed = early + passed
    if settled is not None:
        verdict, outcome = _came_to(settled)
        return _Judged(verdict, outcome, settled, passed)
    if any(one.finding.verdict is UNKNOWN for one in named):
        return _Judged(UNKNOWN, "", None, passed)
    if case.ended is not None and (at is None or not_after(case.ended, at)):
        return _Judged(NOT_MET, "lapsed", None, passed)
    return _Judged(NOT_MET, "open", None, passed)


def _early(case: InPrinciple, later: Later, after: When | None) -> bool:
    """Tell if a decision came before the time after which it can confirm another."""
    if not isinstance(after, Deadline) or case.on is None:
        return False
    last = due_by(after, case.on, case.calendar)
    if last is None:
        return False
    # Clear days lie whole between the two meetings.
    day = day_of(later.on)
    return day <= last.last if after.unit.startswith("clear") else day < last.last


def _explain(
    case: InPrinciple, judged: _Judged, route: str, clause: str
) -> Explanation:
    settled = judged.settled
    values: dict[str, Value] = {
        "decision": case.item,
        "route": route or "not stated",
    }
    missing: tuple[Missing, ...] = ()
    if judged.outcome == "open":
        values["comes_back"] = case.next_meeting or "next quorate meeting"
        missing = (Missing("a quorate decision that names it", 1),)
    if settled is not None:
        values["by"] = settled.item
        values["meeting"] = settled.meeting
    because = Reason(
        "confirmed by a later decision",
        judged.verdict,
        clause,
        counted=(settled.item,) if settled is not None else (),
        left_out=judged.passed,
        values=values,
        parts=(settled.finding.because,) if settled is not None else (),
    )
    notes: tuple[Reason, ...] = ()
    if route in ("", "not stated") and case.finding.outcome != "to be confirmed":
        notes += (Reason("no route is stated", NOT_STATED, clause),)
    if judged.outcome == "amended":
        done: dict[str, Value] = {"reliance": case.reliance or ("nothing",)}
        notes += (Reason("done in reliance", MET, clause, values=done),)
    return Explanation(because, missing, (), None, notes)


def _as_it_was(first: Finding) -> Finding:
    reason = Reason(
        "needs no confirmation",
        first.verdict,
        first.clause,
        values={"outcome": first.outcome},
        parts=(first.because,),
    )
    return Finding(
        "confirmation",
        first.verdict,
        outcome=first.outcome,
        clause=first.clause,
        explain=lambda: Explanation(reason),
    )


def _settled(
    named: Iterable[Later], route: str, body: str, parent: str
) -> tuple[Later | None, tuple[LeftOut, ...]]:
    """Return the first later decision that settles it, and those that do not."""
    passed: list[LeftOut] = []
    for one in named:
        if route == "parent body" and one.body in ("", body):
            passed.append(LeftOut(one.item, "not of the parent body"))
        elif route != "parent body" and one.body not in ("", body, parent or body):
            passed.append(LeftOut(one.item, "of another body"))
        elif one.finding.outcome in WITHOUT_EFFECT:
            passed.append(LeftOut(one.item, "taken without a quorum"))
        elif one.finding.outcome in ("put off", "no decision", ""):
            passed.append(LeftOut(one.item, "nothing was decided"))
        else:
            return one, tuple(passed)
    return None, tuple(passed)


def _came_to(settled: Later) -> tuple[Verdict, str]:
    if settled.finding.verdict is MET:
        return MET, "amended" if settled.amended else "confirmed"
    return NOT_MET, "lapsed"
