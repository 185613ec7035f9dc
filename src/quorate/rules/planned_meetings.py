"""Dates for a year's meetings, proposed from how often the terms have a body meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from quorate.charter.kinds.meetings import Meets
from quorate.charter.timing import (
    AroundMeetings,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
)
from quorate.facts.calendar import DAY, WEEKDAYS
from quorate.facts.people import day_of
from quorate.rules.deadlines import last_day
from quorate.rules.planned_event import WEEK, PlannedEvent, Planning, fit_day
from quorate.rules.planned_periods import NO_TERMS, Period, days_of, periods

TUESDAY = WEEKDAYS.index("tuesday")
"""Bank holidays fall on Mondays and Fridays for the most part."""

FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day for a meeting, and the rule that asks for it."""

    day: date
    rule: Meets | None
    note: str = ""
    annual: bool = False
    settled: bool = False
    """Whether the day was set already and is not a proposal."""


def proposed(
    planning: Planning, body: str, *, asking: frozenset[str] = frozenset()
) -> tuple[Proposed, ...]:
    """
    Return a body's meetings in the year: those that are set, and proposals.

    One proposal for each period of the cadence in which no meeting is set; before or
    after each meeting of another body, so that the two move together. `asking` are
    the bodies whose dates wait for this one. Raises `UnknownYear`.

    Executes: meets.often, meets.window, meets.one_serves_both, meets.longest_gap,
    meets.annual_meeting
    """
    rules = planning.charter.rules_of(body, Meets)
    found = list(_settled(planning, body, rules))
    # What moves with another body comes first: it fills periods of its own accord.
    for rule in sorted(rules, key=lambda one: isinstance(one.often, Times)):
        if isinstance(rule.often, AroundMeetings | EveryMeeting):
            found += _beside(planning, rule, body, found, asking | {body})
    for rule in rules:
        if isinstance(rule.often, EveryPeriod | Times):
            found += _spread(planning, rule, found)
    for rule in rules:
        found = _annual(planning, rule, sorted(found, key=_by_day))
    return _gaps(planning, rules, sorted(found, key=_by_day))


def without_dates(planning: Planning, body: str) -> Iterator[PlannedEvent]:
    """
    Yield a line for each cadence from which no date follows.

    Executes: meets.often
    """
    for rule in planning.charter.rules_of(body, Meets):
        if isinstance(rule.often, Unbounded | OnRequest):
            yield planning.row(
                rule,
                planning.first,
                f"meetings {rule.often}",
                body=body,
                kind="meeting",
                until=planning.last,
                notes=("no date follows from these words",),
                fields=("often",),
            )
        other = getattr(rule.often, "body", "")
        if other and not _other_days(planning, other, frozenset({body})):
            yield planning.row(
                rule,
                planning.first,
                f"meetings {rule.often}",
                body=body,
                kind="meeting",
                until=planning.last,
                notes=(f"no meeting of {other} is known",),
                fields=("often",),
            )


def _by_day(one: Proposed) -> tuple[date, bool]:
    return one.day, not one.settled


def _settled(
    planning: Planning, body: str, rules: tuple[Meets, ...]
) -> Iterator[Proposed]:
    for one in planning.meetings:
        if one.opens is None or one.body not in ("", body):
            continue
        if one.state in ("cancelled", "postponed") or one.sort not in (
            "ordinary",
            "annual",
        ):
            continue
        day = day_of(one.opens)
        if planning.includes(day):
            rule = next(iter(rules), None)
            annual = one.sort == "annual"
            yield Proposed(day, rule, annual=annual, settled=True)


def _spread(
    planning: Planning, rule: Meets, found: list[Proposed]
) -> Iterator[Proposed]:
    """Propose a day in each period that holds no meeting yet."""
    often = rule.often
    if not isinstance(often, EveryPeriod | Times):
        return
    taken = [one.day for one in found]
    spans = [
        span
        for span in periods(often, rule.window, planning)
        if planning.includes(span[0] + (span[1] - span[0]) / 2)
    ]
    wanted = len(spans)
    if isinstance(often, Times):
        # So many a year, wherever they fall: another body's dates can bunch them.
        wanted = max(often.number - len(taken), 0)
    note = NO_TERMS if getattr(often, "period", "") == "term" else ""
    for first, last in spans:
        if not wanted:
            return
        if any(first <= day <= last for day in taken):
            continue
        span = (max(first, planning.first), min(last, planning.last))
        day = _fit(planning, _target(span), span, taken)
        if day is not None:
            wanted -= 1
            taken.append(day[0])
            yield Proposed(day[0], rule, _joined(note, day[1]))


def _target(span: Period) -> date:
    """Return the second Tuesday of a period, or the middle of a short one."""
    first, last = span
    if last - first < FORTNIGHT:
        return first + (last - first) // 2
    second = first + WEEK
    return second + (TUESDAY - second.weekday()) % 7 * DAY


def _fit(
    planning: Planning, target: date, span: Period, taken: list[date]
) -> tuple[date, str] | None:
    first, last = span
    if last < first:
        return None
    target = min(max(target, first), last)
    return fit_day(planning.calendar, target, first=first, last=last, taken=taken)


def _other_days(
    planning: Planning, other: str, asking: frozenset[str]
) -> tuple[date, ...]:
    if other in asking:
        return ()
    return tuple(
        one.day for one in proposed(_only(planning, other), other, asking=asking)
    )


def _only(planning: Planning, body: str) -> Planning:
    """Leave out meetings without a body, which are those of the body planned."""
    meetings = tuple(one for one in planning.meetings if one.body == body)
    return replace(planning, meetings=meetings)


def _beside(
    planning: Planning,
    rule: Meets,
    body: str,
    found: list[Proposed],
    asking: frozenset[str],
) -> Iterator[Proposed]:
    """Propose days that move with another body's meetings."""
    often = rule.often
    if not isinstance(often, AroundMeetings | EveryMeeting):
        return
    other = often.body or body
    days = _other_days(planning, other, asking)
    taken = [one.day for one in found]
    if isinstance(often, EveryMeeting):
        for day in days:
            if day not in taken:
                yield Proposed(day, rule, f"on the day of {other}")
        return
    for target, span, why in _around(often, rule, days, planning):
        if any(span[0] <= day <= span[1] for day in taken):
            continue
        fit = _fit(planning, target, span, taken)
        if fit is not None:
            taken.append(fit[0])
            yield Proposed(fit[0], rule, _joined(why, fit[1]))


def _around(
    often: AroundMeetings, rule: Meets, days: tuple[date, ...], planning: Planning
) -> Iterator[tuple[date, Period, str]]:
    """Yield target, the days that would do, and the meeting that it goes with."""
    edges = (planning.first - DAY, *days, planning.last + DAY)
    gaps = [(one + DAY, other - DAY) for one, other in pairwise(edges)]
    for place, day in enumerate(days):
        before, after = gaps[place], gaps[place + 1]
        last = place == len(days) - 1
        if often.side == "before":
            yield day - FORTNIGHT, before, f"before {often.body} on {day}"
        elif often.side == "after":
            yield day + FORTNIGHT, after, f"after {often.body} on {day}"
        elif rule.one_serves_both == "yes":
            # One between two of the other body's comes after the one and before the
            # next.
            middle = before[0] + (before[1] - before[0]) // 2
            target = middle if place else day - FORTNIGHT
            yield target, before, f"before {often.body} on {day}"
            if last:
                yield day + FORTNIGHT, after, f"after {often.body} on {day}"
        else:
            half = before[0] + (before[1] - before[0]) // 2
            begin = half if place else before[0]
            end = after[1] if last else after[0] + (after[1] - after[0]) // 2 - DAY
            yield day - FORTNIGHT, (begin, before[1]), f"before {often.body} on {day}"
            yield day + FORTNIGHT, (after[0], end), f"after {often.body} on {day}"


def _annual(planning: Planning, rule: Meets, found: list[Proposed]) -> list[Proposed]:
    """Mark the annual meeting: the last in its time, or one more."""
    named = days_of(rule.annual_meeting, planning)
    if not named or any(one.annual for one in found):
        return found
    before = [one for one in found if one.day <= named[0]]
    if before:
        chosen = before[-1]
        return [replace(one, annual=True) if one is chosen else one for one in found]
    span = (planning.first, named[0])
    fit = _fit(planning, _target(span), span, [one.day for one in found])
    if fit is None:
        return found
    return [*found, Proposed(fit[0], rule, fit[1], annual=True)]


def _gaps(
    planning: Planning, rules: tuple[Meets, ...], found: list[Proposed]
) -> tuple[Proposed, ...]:
    """Note a meeting that comes later after the last than the terms let it."""
    gap = next((one.longest_gap for one in rules if one.longest_gap), None)
    if not isinstance(gap, Deadline):
        return tuple(found)
    kept = found[:1]
    for before, one in pairwise(found):
        late = one.day > last_day(gap, before.day, planning.calendar)
        note = f"more than {gap.amount} {gap.unit}s after the last" if late else ""
        kept.append(replace(one, note=_joined(one.note, note)))
    return tuple(kept)


def _joined(*notes: str) -> str:
    return "; ".join(one for one in notes if one)
