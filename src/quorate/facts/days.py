"""Counting days: the table behind working days, and dates some months away."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate, compress

DAYS_IN_A_WEEK = 7
MONTHS_IN_A_YEAR = 12


class UnknownYear(ValueError):
    """
    A day lies outside the years whose holidays the calendar knows.

    Nothing is assumed about such a year. Whoever judges by the day answers
    `unknown`, and the calendar wants bringing up to date.
    """

    def __init__(self, day: date | None, *, first: date, last: date) -> None:
        """Keep the day asked for, or None where the count ran off the calendar."""
        self.day, self.first, self.last = day, first, last
        asked = f"{day.isoformat()} is" if day else "the count ends"
        super().__init__(
            f"{asked} outside the calendar, which knows the holidays"
            f" from {first.isoformat()} to {last.isoformat()}"
        )


@dataclass(frozen=True, slots=True, eq=False)
class WorkingDays:
    """
    The working days of a run of years, counted beforehand.

    Every question is answered by one or two looks into a table, so that the two
    hundred and fiftieth working day costs no more than the fifth.
    """

    first: date
    last: date

    days: tuple[date, ...]
    """The working days, in order."""

    before: tuple[int, ...]
    """How many working days come before each day of the run, and before its end."""

    start: int
    """The ordinal number of the first day."""

    def nth_after(self, day: date, number: int) -> date:
        """Return the working day that is so many after a day, itself not counted."""
        index = day.toordinal() - self.start
        if index >= 0:
            try:
                return self.days[self.before[index + 1] + number - 1]
            except IndexError:
                pass
        raise self.unknown(day)

    def nth_before(self, day: date, number: int) -> date:
        """Return the working day that is so many before a day, itself not counted."""
        index = day.toordinal() - self.start
        if index >= 0:
            try:
                place = self.before[index] - number
            except IndexError:
                raise self.unknown(day) from None
            if place >= 0:
                return self.days[place]
        raise self.unknown(day)

    def count_before(self, day: date) -> int:
        """Return how many working days of the table come before a day."""
        index = day.toordinal() - self.start
        if not 0 <= index < len(self.before):
            raise self.unknown(day)
        return self.before[index]

    def count_through(self, day: date) -> int:
        """Return how many working days of the table come up to a day, with it."""
        index = day.toordinal() - self.start + 1
        if not 0 < index < len(self.before):
            raise self.unknown(day)
        return self.before[index]

    def includes(self, day: date) -> bool:
        """Say whether a day is a working day."""
        return self.count_through(day) > self.count_before(day)

    def unknown(self, day: date) -> UnknownYear:
        """Return the refusal for a day, or for a count from it that runs too far."""
        inside = self.first <= day <= self.last
        return UnknownYear(None if inside else day, first=self.first, last=self.last)


@lru_cache(maxsize=64)
def working_days(
    first: date, last: date, *, weekend: frozenset[int], off: frozenset[date]
) -> WorkingDays:
    """
    Return the table for a run of days, the first and the last with it.

    `weekend` holds the days of the week on which nobody works, Monday being 0;
    `off` the single days. Calendars that differ only in name share one table.
    """
    run = range(first.toordinal(), last.toordinal() + 1)
    free = {day.toordinal() for day in off}
    # The first day of all, number 1, was a Monday.
    worked = [
        (number - 1) % DAYS_IN_A_WEEK not in weekend and number not in free
        for number in run
    ]
    days = tuple(date.fromordinal(number) for number in compress(run, worked))
    return WorkingDays(first, last, days, (0, *accumulate(worked)), run.start)


def add_months(day: date, months: int) -> date:
    """
    Return the same day some months later, or earlier where `months` is negative.

    A month without that day gives its last: one month after 31 January is the
    end of February.
    """
    count = day.year * MONTHS_IN_A_YEAR + day.month - 1 + months
    year, month = divmod(count, MONTHS_IN_A_YEAR)
    length = monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, length))


def clear_days(one: date, other: date) -> int:
    """Return how many whole days lie between two days, neither of them counted."""
    return max(abs((other - one).days) - 1, 0)
