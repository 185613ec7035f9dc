"""Whether a body has met as often as its terms ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quorate.charter.kinds.meetings import Meets
from quorate.facts.calendar import DAY
from quorate.facts.days import add_months
from quorate.rules.duties import Year, joined
from quorate.rules.duties_derived import required_by
from quorate.rules.duties_evaluation import Instance
from quorate.rules.duties_reasons import said
from quorate.rules.duties_shapes import Terms
from quorate.rules.duties_states import (
    BREACHED,
    CANT_TELL,
    DISCHARGED,
    DORMANT,
    IMPOSSIBLE,
    LATE,
    NOT_DONE,
    OVERDUE,
    REMEDIED,
)
from quorate.rules.duties_times import Clock, window_at
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.readings import readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict

KEPT, ON_TRACK, DUE, MISSED = "kept", "on track", "due", "missed"
FAILED = frozenset((BREACHED, NOT_DONE, OVERDUE, LATE, REMEDIED))
"""A meeting held too late does not undo that none was held in time."""

ORDER = (MISSED, IMPOSSIBLE, CANT_TELL, DUE, ON_TRACK, KEPT)
VERDICTS = {MISSED: NOT_MET, IMPOSSIBLE: NOT_MET, CANT_TELL: UNKNOWN}


@dataclass(frozen=True, slots=True)
class _Pace:
    """One requirement to meet, as far as the year has come."""

    outcome: str
    reason: Reason


def cadence(year: Year, *, rule: str = "") -> Finding:
    """
    Say whether a body has met as often as it must, by a moment.

    `rule` is the name or the clause of one rule, where several ask for meetings. It
    looks at the year so far, the body's own where the terms say so: a period without
    its meeting is missed, whatever came in the next. The outcome is: kept (nothing more
    is needed this year), on track, due (the period that runs has none yet), missed,
    impossible (the time left can't hold the meetings still needed, at one each working
    day) or unknown (the other body's next meeting is not recorded, or no calendar can
    tell).

    Executes: meets.often, meets.window, meets.longest_gap, meets.one_serves_both
    """
    rules = [
        one
        for one in year.charter.rules_of(year.body, Meets)
        if rule in ("", one.name, one.clause)
    ]
    found = [one for each in rules for one in _paces(year, each)]
    if not found:
        return silence("cadence", "meets", body=year.body)
    told = min(found, key=lambda one: ORDER.index(one.outcome))

    def explain() -> Explanation:
        return Explanation(
            joined([one.reason for one in found]),
            readings=tuple(
                reading
                for each in rules
                for reading in readings_of(each, lambda varied: _answer(year, varied))
            ),
        )

    return Finding(
        "cadence",
        VERDICTS.get(told.outcome, MET),
        outcome=told.outcome,
        clause=told.reason.clause,
        explain=explain,
    )


def _answer(year: Year, rule: Meets) -> tuple[Verdict, str]:
    found = _paces(year, rule)
    outcome = min((one.outcome for one in found), key=ORDER.index, default=ON_TRACK)
    return VERDICTS.get(outcome, MET), outcome


def _paces(year: Year, rule: Meets) -> list[_Pace]:
    owed = required_by(Terms(year.charter, year.body), rule)
    time = year.time
    paces = []
    for one in owed:
        found = [each for each in year.judged((one,)) if each.state != DORMANT]
        base = time.year_starts if one.window == "body's year" else (1, 1)
        day = time.day(year.at)
        window = window_at(day, unit="month", length=12, base=base, since=None)
        first = window.first if window else add_months(day, -12)
        last = window.last if window else day
        recent = [each for each in found if _touches(each, first, time)]
        if recent:
            paces.append(_Pace(*_judge(recent, last.isoformat())))
    return paces


def _touches(one: Instance, first: date, time: Clock) -> bool:
    """Tell if an instance was still open, or came to its end, within the year."""
    opening, ends = one.opening, one.span.ends
    if opening is None or opening.unknown:
        return True
    if opening.window is not None:
        # A year that is just over is told too, if anything of it is on record.
        before = opening.window.last == first - DAY and one.owed.need > 1
        return opening.window.last >= first or (before and one.span.held > 0)
    over = max(one.span.since, ends) if ends is not None else one.span.since
    return over > time.instant(first)


def _judge(found: Sequence[Instance], year_ends: str) -> tuple[str, Reason]:
    latest = found[-1]
    missed = [one for one in found if one.state in FAILED]
    if missed:
        outcome = MISSED
    elif any(one.state == IMPOSSIBLE for one in found):
        outcome = IMPOSSIBLE
    elif all(one.state == DISCHARGED for one in found):
        over = latest.due is not None and latest.due.isoformat() >= year_ends
        outcome = KEPT if over else ON_TRACK
    elif any(one.state == CANT_TELL for one in found):
        outcome = CANT_TELL
    else:
        outcome = ON_TRACK if latest.owed.need > 1 else DUE
    shown = missed[0] if missed else latest
    values: dict[str, Value] = {
        "held": shown.span.held,
        "needed": shown.owed.need,
        "by": said(shown.due),
        "pace": outcome,
    }
    if shown.span.waits:
        values["why"] = shown.span.waits
    if missed:
        values["missed"] = tuple(one.subject or said(one.due) for one in missed)
    return outcome, Reason(
        "pace of meetings",
        VERDICTS.get(outcome, MET),
        latest.owed.rule.clause,
        need=shown.owed.need,
        have=shown.span.held,
        unit="meeting",
        counted=shown.span.evidence,
        values=values,
    )
