"""When duties begin and end: instants, and the periods of a body's year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quorate.charter.timing import MONTHS, Cadence, EveryPeriod, Times
from quorate.facts.calendar import DAY, Calendar
from quorate.facts.days import MONTHS_IN_A_YEAR, add_months

EPOCH = 2000
"""Any year: whole years are counted from it, forwards and backwards."""

MONDAY = date(2001, 1, 1)
"""Some Monday, from which weeks are counted."""

SPANS = {"month": 1, "quarter": 3, "year": 12}
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Window:
    """A period within which something is to be done so many times."""

    first: date
    last: date
    whole: bool = True
    """Whether the terms were in force for all of it."""

    @property
    def names(self) -> tuple[str, ...]:
        """What people call it: its first day, its month, quarter or year."""
        year, month = self.first.year, self.first.month
        after = self.last + DAY
        months = (after.year - year) * MONTHS_IN_A_YEAR + after.month - month
        called = [self.first.isoformat()]
        if months == SPANS["year"]:
            short = f"{(year + 1) % 100:02}"
            called += [f"{year}"] if month == 1 else [f"{year}-{short}"]
            called += [f"{year}/{short}"] if month > 1 else []
        elif months == SPANS["quarter"] and self.first.day == 1:
            called.append(f"{year}-Q{(month + 2) // 3}")
        elif months == SPANS["month"] and self.first.day == 1:
            called.append(f"{year}-{month:02}")
        return tuple(called)


@dataclass(frozen=True, slots=True)
class Clock:
    """A body's time: its calendar, with its zone, and the first day of its year."""

    calendar: Calendar
    year_starts: tuple[int, int] = (1, 1)
    """Month and day."""

    def instant(self, moment: datetime | date) -> datetime:
        """
        Return a moment as an instant; of a day alone, that with which it begins.

        A moment without a zone is the body's own time.
        """
        if not isinstance(moment, datetime):
            return self.calendar.start_of(moment).astimezone(UTC)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self.calendar.zone)
        return moment.astimezone(UTC)

    def until(self, moment: datetime | date) -> datetime:
        """Return the last instant that a moment takes in: of a day alone, its last."""
        if isinstance(moment, datetime):
            return self.instant(moment)
        return self.ends(moment) - timedelta(microseconds=1)

    def ends(self, day: date) -> datetime:
        """Return the instant at which a day is over."""
        return self.calendar.end_of(day).astimezone(UTC)

    def day(self, moment: datetime | date) -> date:
        """Return the day of a moment in the body's zone."""
        if not isinstance(moment, datetime):
            return moment
        return (
            moment.astimezone(self.calendar.zone).date()
            if moment.tzinfo
            else (moment.date())
        )


def clock(calendar: Calendar | None, *, zone: str, year_starts: str) -> Clock:
    """
    Return a body's time.

    Without a calendar no working day can be counted; whatever needs one is unknown.
    `year_starts` is a day such as '1 April'; empty means 1 January.
    """
    if calendar is None:
        nothing = date(1900, 1, 1)
        calendar = Calendar("", "", nothing, nothing, (), time_zone=zone)
    return Clock(calendar, day_of_year(year_starts))


def day_of_year(words: str) -> tuple[int, int]:
    """Return month and day of words such as '1 April'; 1 January for anything else."""
    numbers = {name[0].lower(): number for name, number in MONTHS.items()}
    day, _, month = words.strip().partition(" ")
    if day.isdigit() and month.strip().lower() in numbers:
        return numbers[month.strip().lower()], int(day)
    return 1, 1


def spans_of(cadence: Cadence | None) -> tuple[str, int, int]:
    """
    Return the unit of a cadence's windows, their length in it, and how many times.

    The unit is `month`, `week` or empty where no calendar can tell: a term of a
    school, or a time that the words leave open.
    """
    if isinstance(cadence, Times):
        return "month", MONTHS_IN_A_YEAR, cadence.number
    if isinstance(cadence, EveryPeriod) and cadence.period in SPANS:
        return "month", cadence.number * SPANS[cadence.period], 1
    if isinstance(cadence, EveryPeriod) and cadence.period == "week":
        return "week", cadence.number, 1
    return "", 0, 0


def window_at(
    day: date,
    *,
    unit: str,
    length: int,
    base: tuple[int, int] | None,
    since: date | None,
) -> Window | None:
    """
    Return the window in which a day falls.

    `base` is the month and day on which the year begins. Without it, and for windows
    that do not divide a year, they run from `since`, the day on which the terms came
    into force; without that day there is none to be told.
    """
    if unit == "week":
        weeks = (day - MONDAY).days // 7 // length
        first = MONDAY + timedelta(days=7 * length * weeks)
        last = first + timedelta(days=7 * length - 1)
    else:
        start = since
        if base is not None and MONTHS_IN_A_YEAR % length == 0:
            start = date(EPOCH, *base)
        if start is None:
            return None
        apart = (day.year - start.year) * MONTHS_IN_A_YEAR + day.month - start.month
        index = apart // length
        while add_months(start, index * length) > day:
            index -= 1
        while add_months(start, (index + 1) * length) <= day:
            index += 1
        first = add_months(start, index * length)
        last = add_months(start, (index + 1) * length) - DAY
    return Window(first, last, since is None or since <= first)


def windows(
    at: date,
    *,
    unit: str,
    length: int,
    base: tuple[int, int] | None,
    since: date | None,
) -> Iterator[Window]:
    """
    Yield the windows that began by a day, in order.

    They run from the day on which the terms came into force; where that is not known,
    from the beginning of the body's year. Before that day there is but the one that
    runs: what lies further back was the business of other terms.
    """
    year = window_at(at, unit="month", length=12, base=base or (1, 1), since=None)
    day = min(since, at) if since is not None else year.first if year else at
    while day <= at:
        window = window_at(day, unit=unit, length=length, base=base, since=since)
        if window is None:
            return
        if window.first <= at:
            yield window
        day = window.last + DAY
