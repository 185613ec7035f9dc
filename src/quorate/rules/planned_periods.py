"""The periods of a cadence in a year: months, quarters, terms, parts of a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from quorate.charter.timing import ByDay, ByEnd, EveryPeriod, Times, When
from quorate.facts.calendar import DAY
from quorate.facts.days import MONTHS_IN_A_YEAR, add_months
from quorate.rules.absence_counts import year_start
from quorate.rules.planned_event import WEEK, Planning

MONTHS = {"month": 1, "quarter": 3, "term": 4, "year": MONTHS_IN_A_YEAR}
NO_TERMS = "a term is taken as four months: no calendar here knows school terms"

Period = tuple[date, date]
"""First and last day."""


def periods(
    often: EveryPeriod | Times, window: str, planning: Planning
) -> tuple[Period, ...]:
    """
    Return the periods of a cadence that touch the planned year, in order.

    Those of a calendar year or the body's year begin where that year does; the
    others begin with the first day that is planned. So many times a year are as many
    parts of the year.

    Rests on the cadence phrase, in whatever rule of a charter it stands.
    """
    return tuple(_periods(often, window, planning))


def _periods(
    often: EveryPeriod | Times, window: str, planning: Planning
) -> Iterator[Period]:
    start = _aligned(window, planning)
    if isinstance(often, EveryPeriod) and often.period == "week":
        step = often.number * WEEK
        while start <= planning.last:
            if start + step > planning.first:
                yield start, start + step - DAY
            start += step
        return
    if isinstance(often, EveryPeriod):
        months = often.number * MONTHS[often.period]
        begins = [add_months(start, months * n) for n in range(26)]
    else:
        begins = [
            _part(add_months(start, MONTHS_IN_A_YEAR * year), part, often.number)
            for year in range(3)
            for part in range(often.number)
        ]
    for begin, following in pairwise(begins):
        if following > planning.first and begin <= planning.last:
            yield begin, following - DAY


def _part(start: date, part: int, parts: int) -> date:
    """Return the first day of a part of a year, in whole months where they go in."""
    if MONTHS_IN_A_YEAR % parts == 0:
        return add_months(start, part * (MONTHS_IN_A_YEAR // parts))
    whole = (add_months(start, MONTHS_IN_A_YEAR) - start).days
    return start + whole * part // parts * DAY


def _aligned(window: str, planning: Planning) -> date:
    first = planning.first
    if window == "calendar year":
        return date(first.year, 1, 1)
    starts = year_start(planning.charter.front.year_starts)
    if window == "body's year" and starts is not None:
        this_year = date(first.year, *starts)
        return this_year if this_year <= first else date(first.year - 1, *starts)
    return first


def ends(
    often: EveryPeriod | Times, window: str, planning: Planning
) -> tuple[date, ...]:
    """Return the last days of a cadence's periods that fall in the planned year."""
    return tuple(
        last for _, last in periods(often, window, planning) if planning.includes(last)
    )


def days_of(when: When | None, planning: Planning) -> tuple[date, ...]:
    """
    Return the days of the year that a time names by itself.

    Empty for a time that something else has to happen for first.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    if isinstance(when, ByDay):
        days = [
            _day(year, when.month, when.day)
            for year in (planning.first.year, planning.first.year + 1)
        ]
        return tuple(day for day in days if planning.includes(day))
    if isinstance(when, ByEnd):
        every = {
            "the year": EveryPeriod(1, "year"),
            "each quarter": EveryPeriod(1, "quarter"),
            "the month": EveryPeriod(1, "month"),
        }[when.period]
        has_year = bool(planning.charter.front.year_starts)
        window = "body's year" if has_year else "calendar year"
        return ends(every, window, planning)
    return ()


def _day(year: int, month: int, day: int) -> date:
    """Return a day of a year; 29 February falls on the 28th in other years."""
    return add_months(date(2000, month, day), (year - 2000) * MONTHS_IN_A_YEAR)
