"""Which days are working days, by what was known when, and when a day ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from quorate.facts.days import WorkingDays, working_days

DAY = timedelta(days=1)
WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off by law, or one that was to be off until it was moved."""

    day: date
    name: str

    proclaimed: date | None = None
    """
    The day from which it was known. None: always, either by standing law or since
    the proclamation comes every year as a matter of course.
    """

    withdrawn: date | None = None
    """The day from which it was known to be moved; None while it stands."""

    note: str = ""
    """What stands behind the dates, where that needs saying."""


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which one body or its offices are closed, though others work."""

    day: date
    name: str

    known: date | None = None
    """The day from which it was known; None means always."""


@dataclass(frozen=True, slots=True)
class SensitivePeriod:
    """
    Days that are working days and yet unfit for some business.

    The time before an election is one. It moves no deadline by itself; whoever
    plans a date is told.
    """

    name: str
    first: date
    last: date
    known: date | None = None
    """The day from which it was known; None means always."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is no working day."""

    kind: str
    """`holiday`, `closed day` or `weekend`."""

    name: str
    """The holiday's or closed day's name, or the day of the week in lower case."""

    known: date | None
    """The day on which that was proclaimed or known; None means always."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    The working days of one nation, with one body's own closed days if need be.

    It speaks only of the years from `first` to `last`; a question about any other
    day that needs its holidays raises `UnknownYear`.
    """

    slug: str
    version: str
    first: date
    last: date
    holidays: tuple[Holiday, ...] = field(repr=False)
    weekend: frozenset[int] = frozenset({5, 6})
    """Days of the week on which nobody works, Monday being 0."""

    time_zone: str = "Europe/London"
    closed: tuple[ClosedDay, ...] = ()
    sensitive: tuple[SensitivePeriod, ...] = ()
    title: str = ""
    source: str = field(default="", repr=False)
    working: WorkingDays = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count the working days, once."""
        off = {holiday.day for holiday in self.holidays if holiday.withdrawn is None}
        off |= {closed.day for closed in self.closed}
        counted = working_days(
            self.first, self.last, weekend=self.weekend, off=frozenset(off)
        )
        object.__setattr__(self, "working", counted)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which its days begin and end."""
        return ZoneInfo(self.time_zone)

    def as_known(self, on: date) -> Calendar:
        """
        Return the calendar as anyone could know it at the end of that day.

        Holidays and closed days proclaimed later are left out, and a holiday that
        was moved later still stands where it was. Returns itself where nothing
        was learnt since.
        """
        holidays = tuple(
            replace(holiday, withdrawn=None)
            if holiday.withdrawn and holiday.withdrawn > on
            else holiday
            for holiday in self.holidays
            if holiday.proclaimed is None or holiday.proclaimed <= on
        )
        closed = tuple(day for day in self.closed if _known(day.known, on))
        sensitive = tuple(day for day in self.sensitive if _known(day.known, on))
        if (holidays, closed, sensitive) == (
            self.holidays,
            self.closed,
            self.sensitive,
        ):
            return self
        return replace(self, holidays=holidays, closed=closed, sensitive=sensitive)

    def is_working_day(self, day: date) -> bool:
        """Say whether people work on a day. Raises `UnknownYear`."""
        return self.working.includes(day)

    def day_off(self, day: date) -> DayOff | None:
        """Say why a day is no working day, or None where it is one."""
        if self.is_working_day(day):
            return None
        for holiday in self.holidays:
            if holiday.day == day and holiday.withdrawn is None:
                return DayOff("holiday", holiday.name, holiday.proclaimed)
        for closed in self.closed:
            if closed.day == day:
                return DayOff("closed day", closed.name, closed.known)
        return DayOff("weekend", WEEKDAYS[day.weekday()], None)

    def sensitive_on(self, day: date) -> tuple[SensitivePeriod, ...]:
        """Return the sensitive periods that cover a day."""
        return tuple(each for each in self.sensitive if each.first <= day <= each.last)

    def add_working_days(self, day: date, number: int) -> date:
        """
        Return the day that is so many working days later, or earlier if negative.

        The day itself is never counted, whether or not it is a working day; none
        added is the day itself. Raises `UnknownYear`.
        """
        if number > 0:
            return self.working.nth_after(day, number)
        if number < 0:
            return self.working.nth_before(day, -number)
        return day

    def working_day_from(self, day: date) -> date:
        """Return the day, or the next working day. Raises `UnknownYear`."""
        return day if self.is_working_day(day) else self.working.nth_after(day, 1)

    def working_day_until(self, day: date) -> date:
        """Return the day, or the working day before it. Raises `UnknownYear`."""
        return day if self.is_working_day(day) else self.working.nth_before(day, 1)

    def working_days_between(self, start: date, end: date) -> int:
        """
        Return how many working days pass from one day to another.

        The first day is not counted and the last is, so that adding the answer to
        the first leads to the last, where that is a working day. Negative where
        the end comes first. Raises `UnknownYear`.
        """
        if end < start:
            return self.working.count_before(end) - self.working.count_before(start)
        return self.working.count_through(end) - self.working.count_through(start)

    def clear_working_days(self, one: date, other: date) -> int:
        """Return how many working days lie between two, neither of them counted."""
        if one == other:
            return 0
        early, late = sorted((one, other))
        return self.working.count_before(late) - self.working.count_through(early)

    def start_of(self, day: date) -> datetime:
        """Return the instant at which a day begins in the calendar's time zone."""
        return datetime.combine(day, time(), tzinfo=self.zone)

    def end_of(self, day: date) -> datetime:
        """
        Return the instant at which a day is over in the calendar's time zone.

        That is the first of the next day: whatever happens then is a day late.
        """
        return self.start_of(day + DAY)

    def length_of(self, day: date) -> timedelta:
        """Return how long a day lasts: 23 or 25 hours where the clocks change."""
        return self.end_of(day).astimezone(UTC) - self.start_of(day).astimezone(UTC)

    def day_of(self, moment: datetime) -> date:
        """
        Return the day on which an instant falls in the calendar's time zone.

        Raises `ValueError` for a time without a zone, which is no instant.
        """
        if moment.tzinfo is None:
            detail = f"{moment.isoformat()} has no time zone, so it names no instant"
            raise ValueError(detail)
        return moment.astimezone(self.zone).date()

    def with_closed(self, days: Iterable[ClosedDay]) -> Calendar:
        """Return the calendar with a body's own closed days added to it."""
        return replace(self, closed=(*self.closed, *days))


def _known(since: date | None, on: date) -> bool:
    """Say whether a thing known since a day was known on another."""
    return since is None or since <= on
