"""By when a thing was due, and whether it came in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from quorate.charter.rule import Rule
from quorate.facts.calendar import Calendar
from quorate.rules.duties import Year, about, named_by
from quorate.rules.duties_derived import required_by
from quorate.rules.duties_due import NO_DEADLINE
from quorate.rules.duties_evaluation import Instance
from quorate.rules.duties_matching import planned_for
from quorate.rules.duties_reasons import late_by, said
from quorate.rules.duties_shapes import Terms
from quorate.rules.duties_states import DORMANT
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.lateness import Lateness, lateness
from quorate.rules.readings import readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

ON_TIME, LATE = "on time", "late"
AHEAD = timedelta(days=1100)


@dataclass(frozen=True, slots=True)
class _Judged:
    """One instance's deadline against the deed."""

    instance: Instance
    verdict: Verdict
    outcome: str
    done: datetime | date | None
    late: str = ""


def deadline(
    year: Year, *, rule: str, subject: str = "", done: datetime | date | None = None
) -> Finding:
    """
    Say by when something is due and whether it came in time.

    `rule` is the name or the clause of the rule that has the deadline, `subject` the
    meeting or event it is about. `done` is when it was done; without it what the
    events say of that is taken, and where they say nothing the outcome is `due` with
    the last permitted day. The year's `known_at` asks by the calendar as it was known
    then. Where a day was proclaimed in between, both answers are told, and a deed that
    is late by this alone is late through no fault.

    Executes: notice.by, record.by, record.agreed, record.published, duty.when,
    lead_times.steps
    """
    rules = named_by(year.charter, year.body, rule)
    found = [one for each in rules for one in _judged(year, each, subject, done)]
    if not rules or not found:
        return silence("deadline", "notice", body=year.body)
    told = _worst(found)

    def explain() -> Explanation:
        return Explanation(
            _joined([_reason(one, year) for one in found]),
            readings=tuple(
                reading
                for each in rules
                for reading in readings_of(
                    each, lambda varied: _answer(year, varied, subject, done)
                )
            ),
            notes=tuple(_hindsight(year, rules, subject, told)),
        )

    return Finding(
        "deadline",
        told.verdict,
        outcome=told.outcome,
        clause=told.instance.owed.rule.clause,
        explain=explain,
    )


def _joined(reasons: Sequence[Reason]) -> Reason:
    if len(reasons) == 1:
        return reasons[0]
    worst = min(reasons, key=lambda one: ORDER.index(one.verdict))
    return Reason("all", worst.verdict, reasons[0].clause, parts=tuple(reasons))


ORDER = (NOT_MET, UNKNOWN, NOT_STATED, MET)


def _worst(found: Sequence[_Judged]) -> _Judged:
    return min(found, key=lambda one: ORDER.index(one.verdict))


def _answer(
    year: Year, rule: Rule, subject: str, done: datetime | date | None
) -> tuple[Verdict, str]:
    found = _judged(year, rule, subject, done)
    if not found:
        return NOT_STATED, ""
    told = _worst(found)
    due = told.instance.due
    # Another reading can move the day without changing the verdict.
    if told.outcome in (ON_TIME, LATE) or due is None:
        return told.verdict, told.outcome
    return told.verdict, f"due {due.isoformat()}"


def _judged(
    year: Year, rule: Rule, subject: str, done: datetime | date | None
) -> list[_Judged]:
    owed = required_by(Terms(year.charter, year.body), rule)
    if done is not None:
        # The deed is given; what else is on record of it does not matter.
        owed = tuple(replace(one, evidence=None) for one in owed)
    latest = _latest(year)
    calendar = year.calendar
    if year.known_at is not None and calendar is not None:
        calendar = calendar.as_known(year.time.day(year.known_at))
    whole = replace(year, at=latest, known_at=year.known_at, calendar=calendar)
    found = about(whole.judged(owed), subject)
    return [_against(one, year, done) for one in found if one.state != DORMANT]


def _latest(year: Year) -> datetime | date:
    """Return a moment after everything on record, planned meetings included."""
    time = year.time
    days = [time.day(year.at)]
    days += [
        time.day(moment)
        for event in year.events
        for moment in (event.happened, planned_for(event))
        if moment is not None
    ]
    near = time.day(year.at) + AHEAD
    return max(day for day in days if day <= near)


def _against(one: Instance, year: Year, done: datetime | date | None) -> _Judged:
    span, time = one.span, year.time
    deed = done if done is not None else span.done
    if span.ends is None or span.last is None:
        silent = span.waits == NO_DEADLINE
        verdict = NOT_STATED if silent else UNKNOWN
        return _Judged(one, verdict, "not stated" if silent else "unknown", deed)
    if deed is None:
        return _Judged(one, MET, f"due {span.last.isoformat()}", None)
    at, until = time.instant(deed), time.until(deed)
    inclusive = span.counted is not None and span.counted.deadline.unit == "hour"
    in_time = until <= span.ends if inclusive else until < span.ends
    if not in_time and at < span.ends and until != at:
        return _Judged(one, UNKNOWN, "unknown", deed)
    if in_time:
        return _Judged(one, MET, ON_TIME, deed)
    return _Judged(one, NOT_MET, LATE, deed, late_by(deed, span.last, time))


def _reason(judged: _Judged, year: Year) -> Reason:
    one, span = judged.instance, judged.instance.span
    values: dict[str, Value] = {"action": one.owed.action}
    if span.last is not None:
        values["due"] = span.last.isoformat()
        values["last_day"] = span.last.isoformat()
    if span.counted is not None:
        values["deadline"] = str(span.counted.deadline)
    if judged.done is not None:
        values["done"] = said(judged.done)
    if span.waits:
        values["why"] = span.waits
    if judged.outcome == LATE:
        values["late_by"] = judged.late or "less than a day"
        working = _working_days(judged, year)
        if working is not None:
            values["late_by_working_days"] = working
    return Reason("deadline", judged.verdict, one.owed.rule.clause, values=values)


def _working_days(judged: _Judged, year: Year) -> int | None:
    counted = judged.instance.span.counted
    if counted is None or judged.done is None:
        return None
    late: Lateness = lateness(counted, year.time.instant(judged.done))
    return late.working_days


def _hindsight(
    year: Year, rules: Sequence[Rule], subject: str, told: _Judged
) -> list[Reason]:
    """Return a note where a day proclaimed afterwards moved the deadline."""
    if year.calendar is None or told.done is None:
        return []
    other = _other_calendar(year, told.done)
    if other is None:
        return []
    found = [one for each in rules for one in _judged(other, each, subject, told.done)]
    if not found:
        return []
    then = _worst(found)
    if then.instance.due == told.instance.due:
        return []
    planned, corrected = (then, told) if year.known_at is None else (told, then)
    values: dict[str, Value] = {
        "planned": said(planned.instance.due),
        "corrected": said(corrected.instance.due),
    }
    blameless = planned.outcome == ON_TIME and corrected.outcome == LATE
    says = "late through no fault" if blameless else "a day was proclaimed later"
    return [
        Reason(says, corrected.verdict, told.instance.owed.rule.clause, values=values)
    ]


def _other_calendar(year: Year, done: datetime | date) -> Year | None:
    """Return the year by the calendar of the other time: then, or now."""
    calendar: Calendar | None = year.calendar
    if calendar is None:
        return None
    if year.known_at is not None:
        return replace(year, known_at=None)
    then = calendar.as_known(_first_known(year, done))
    return None if then is calendar else replace(year, calendar=then)


def _first_known(year: Year, done: datetime | date) -> date:
    """Return the day on which the plan was made: when the meeting was set, or done."""
    days = [
        year.time.day(event.happened)
        for event in year.events
        if event.kind == "meeting set" and event.happened is not None
    ]
    return min([year.time.day(done), *days])
