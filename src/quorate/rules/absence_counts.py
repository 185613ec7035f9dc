"""How absences are counted: so many of what, in a run or within a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from quorate.charter.timing import MONTHS, Deadline, When
from quorate.facts.calendar import DAY
from quorate.facts.days import MONTHS_IN_A_YEAR, add_months

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        start=1,
    )
}
COUNT = re.compile(r"(?P<number>[0-9]{1,3}|[a-z]+) (?P<what>[a-z ]+)")
WHAT = {
    "apology": "apology",
    "apologies": "apology",
    "absence": "absence",
    "absences": "absence",
    "absence without apology": "absence without apology",
    "absences without apology": "absence without apology",
    "absences without apologies": "absence without apology",
}
DAYS = {"day": 1, "clear day": 1, "week": 7}


class UnreadableCountError(ValueError):
    """Words that do not say how many of what are counted."""


@dataclass(frozen=True, slots=True)
class AbsenceCount:
    """So many of what."""

    number: int
    what: str
    """apology, absence, or absence without apology."""


def absence_count(words: str) -> AbsenceCount:
    """
    Read how many of what: `2 apologies`, `three absences without apology`.

    Raises `UnreadableCountError`, which says what could stand there.

    Executes: attendance.count
    """
    found = COUNT.fullmatch(" ".join(words.lower().split()))
    what = WHAT.get(found["what"]) if found else None
    number = 0
    if found:
        spelled = found["number"]
        number = int(spelled) if spelled.isdigit() else NUMBERS.get(spelled, 0)
    if what is None or number < 1:
        raise UnreadableCountError(
            f"'{words[:60]}' does not say how many of what are counted; write a "
            "number and 'apologies', 'absences' or 'absences without apology'"
        )
    return AbsenceCount(number, what)


Begins = Callable[[date], date]
"""For a day, the first day of the time within which absences are counted with it."""


def begins(window: str, within: When | None, *, year_starts: str) -> Begins | None:
    """
    Return from which day absences are counted, for one on a day.

    `window` is rolling, calendar year or body's year; empty leaves it to `within`,
    and where that is empty too there is no limit. `year_starts` is the day on which
    the body's year begins, as the terms write it; None is returned where the body's
    year is meant and they do not say. A year later to the day is another year.

    Executes: attendance.within, attendance.window
    """
    if window == "calendar year":
        return lambda day: day.replace(month=1, day=1)
    if window == "body's year":
        return _years_from(year_starts)
    if isinstance(within, Deadline):
        if within.unit in ("month", "year"):
            months = within.amount * (MONTHS_IN_A_YEAR if within.unit == "year" else 1)
            return lambda day: add_months(day, -months) + DAY
        if within.unit in DAYS:
            days = within.amount * DAYS[within.unit]
            return lambda day: day - days * DAY + DAY
        return None
    if window == "rolling":
        return lambda day: add_months(day, -MONTHS_IN_A_YEAR) + DAY
    return lambda _day: date.min


def year_start(words: str) -> tuple[int, int] | None:
    """Return month and day of words such as `1 April`; None where there are none."""
    found = re.fullmatch(r"([0-9]{1,2}) ([A-Za-z]+)", words.strip())
    if found is None:
        return None
    month = MONTHS.get((found[2].capitalize(),))
    return (month, int(found[1])) if month else None


def _years_from(words: str) -> Begins | None:
    starts = year_start(words)
    if starts is None:
        return None
    month, first = starts

    def begin(day: date) -> date:
        this_year = date(day.year, month, first)
        return this_year if this_year <= day else date(day.year - 1, month, first)

    return begin


@dataclass(frozen=True, slots=True)
class Standing:
    """Which absences stand together after each meeting."""

    absences: tuple[int, ...]
    """The positions of the meetings that were absences of the kind counted."""

    spans: tuple[tuple[int, int], ...]
    """For each meeting, from and up to which of these absences stand together."""

    def after(self, meeting: int) -> tuple[int, ...]:
        """Return the positions of the absences that stand after a meeting."""
        return self.absences[slice(*self.spans[meeting])]

    def number_after(self, meeting: int) -> int:
        """Return how many absences stand after a meeting."""
        first, last = self.spans[meeting]
        return last - first


def standing(
    days: Sequence[date], counts: Sequence[bool], *, running: bool, begin: Begins
) -> Standing:
    """
    Return which absences stand together after each meeting.

    `days` are the days of the meetings in order, `counts` whether each was an
    absence of the kind that is counted. Where they must be `running`, a meeting that
    was not one ends the run. Costs one step a meeting, whatever the time within
    which absences are counted.

    Executes: attendance.consecutive
    """
    absences: list[int] = []
    spans: list[tuple[int, int]] = []
    left = 0
    for position, (day, counted) in enumerate(zip(days, counts, strict=True)):
        if counted:
            absences.append(position)
        elif running:
            left = len(absences)
        start = begin(day)
        while left < len(absences) and days[absences[left]] < start:
            left += 1
        spans.append((left, len(absences)))
    return Standing(tuple(absences), tuple(spans))
