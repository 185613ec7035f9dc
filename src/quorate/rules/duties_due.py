"""By when one requirement is due, by what was known at some moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from quorate.charter.timing import (
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    Unbounded,
    When,
)
from quorate.facts.calendar import DAY
from quorate.facts.days import UnknownYear
from quorate.rules.deadlines import Due, due
from quorate.rules.duties_matching import Happening, Sitting
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import Clock, Window, window_at

NO_DEADLINE = "no deadline is stated"
NEVER_COMPUTED = "no day can be worked out from the words"
NO_MEETING = "no meeting is recorded"
NOT_YET = "what it is counted from has not happened"
NO_CALENDAR = "the calendar does not reach so far"
NO_TIME = "only the day is known, and hours are counted"
SAME_DAY = "it"
"""Stands for an act of which, where only its day is known, the whole day is before."""

AHEAD = timedelta(days=1000)
"""A meeting further off than this is not called the next one."""

UNKNOWN = (NEVER_COMPUTED, NO_MEETING, NO_CALENDAR, NO_TIME)


@dataclass(frozen=True, slots=True)
class Term:
    """The end of the time for something; or why there is none."""

    last: date | None = None
    """The last day on which it is in time."""

    ends: datetime | None = None
    """The instant from which it is late."""

    waits: str = ""
    """Why no end can be told; empty where there is one."""

    counted: Due | None = field(default=None, compare=False)
    """How it was counted, where days were counted."""

    def kept_by(self, one: Happening) -> bool | None:
        """Say whether a deed was in time; None where that can't be told."""
        if self.ends is None or self.last is None:
            return None
        if one.exact:
            if self.counted is not None and self.counted.deadline.unit == "hour":
                return one.at <= self.ends
            return one.at < self.ends
        if one.until < self.ends:
            return True
        # The time ends within that very day, of whose hours nothing is known.
        return None if one.at < self.ends else False


@dataclass(slots=True)
class Known:
    """What was known at some moment of the things that a time depends on."""

    opened: datetime | date
    """When the trigger happened, in the precision in which it is known."""

    window: Window | None = None
    sitting: Sitting = field(default_factory=Sitting)
    anchor: Happening | None = None
    planned: datetime | date | None = None
    """The meeting for which the trigger itself says that something is planned."""

    about: str = ""
    """The meeting that the trigger names."""

    others: dict[str, Sitting] = field(default_factory=dict)
    """Meetings of the body at whose next one it is due, by name."""

    ruled: date | None = None
    """The day that a person ruled."""


def term(owed: Owed, known: Known, clock: Clock) -> Term:
    """
    Return by when a requirement is due.

    What a person ruled goes before; then the one day that was promised; then the
    time that the terms give. A window ends with its last day where the terms give no
    other. Without any of these no deadline is stated.

    Executes: duty.when, duty.promised_for, notice.by, record.by, record.agreed,
    record.published
    """
    fixed = known.ruled or owed.day
    if fixed is not None:
        return by(fixed, clock)
    if owed.when is None:
        if known.window is not None:
            return by(known.window.last, clock)
        return Term(waits=NO_DEADLINE)
    return ends_of(owed.when, owed, known, clock)


def later_term(owed: Owed, known: Known, clock: Clock) -> Term | None:
    """
    Return the time by which at the latest it comes if not in time, where one is stated.

    Executes: notice.later
    """
    if owed.later is None:
        return None
    return ends_of(owed.later, owed, known, clock)


def by(day: date, clock: Clock) -> Term:
    """Return the time that ends with a day."""
    return Term(day, clock.ends(day))


def ends_of(when: When, owed: Owed, known: Known, clock: Clock) -> Term:
    """Return where a stated time ends; every form of a deadline has its case."""
    if isinstance(when, Unbounded):
        return Term(waits=NEVER_COMPUTED)
    if isinstance(when, AtMeeting):
        return _next_meeting(when, known, clock)
    if isinstance(when, ByDay):
        return by(_day_of_year(when, known, clock), clock)
    if isinstance(when, ByEnd):
        return by(_end_of(when, known, clock), clock)
    anchor = _anchor(when.event, owed, known)
    if anchor is None:
        return Term(waits=NO_MEETING if owed.next_of else NOT_YET)
    if isinstance(when, Beside):
        return _beside(when, anchor, clock)
    return _counted(when, anchor, clock)


def _anchor(event: str, owed: Owed, known: Known) -> datetime | date | None:
    """Return when that happened from which the time is counted."""
    if event == "meeting" and owed.shape in ("meeting", "around"):
        return known.sitting.moment
    if event == "meeting" and known.planned is not None:
        return known.planned
    if event == "meeting" and owed.next_of:
        sitting = known.others.get(known.about, Sitting())
        return None if sitting.cancelled else sitting.moment
    if owed.anchor is not None and event in owed.anchor.kinds:
        return known.anchor.moment if known.anchor else None
    return known.opened


def _counted(when: Deadline, anchor: datetime | date, clock: Clock) -> Term:
    if isinstance(anchor, datetime) and anchor.tzinfo is None:
        anchor = anchor.replace(tzinfo=clock.calendar.zone)
    try:
        found = due(when, anchor=anchor, calendar=clock.calendar)
    except UnknownYear:
        return Term(waits=NO_CALENDAR)
    except ValueError:
        return Term(waits=NO_TIME)
    return Term(found.last, clock.instant(found.ends), counted=found)


def _beside(when: Beside, anchor: datetime | date, clock: Clock) -> Term:
    if when.how != "before":
        return by(clock.day(anchor), clock)
    if when.event == SAME_DAY and not isinstance(anchor, datetime):
        return by(anchor, clock)
    starts = clock.instant(anchor)
    day = clock.day(anchor)
    return Term(day if isinstance(anchor, datetime) else day - DAY, starts)


def _day_of_year(when: ByDay, known: Known, clock: Clock) -> date:
    first = known.window.first if known.window else clock.day(known.opened)
    for year in (first.year, first.year + 1):
        # A rule of 29 February means the last of the month in other years.
        leap = when.month == 2 and when.day > 28  # noqa: PLR2004  The calendar's own.
        day = date(year, 3, 1) - DAY if leap else date(year, when.month, when.day)
        if day >= first:
            return day
    return first


def _end_of(when: ByEnd, known: Known, clock: Clock) -> date:
    if known.window is not None:
        return known.window.last
    length = {"the year": 12, "each quarter": 3, "the month": 1}[when.period]
    found = window_at(
        clock.day(known.opened),
        unit="month",
        length=length,
        base=clock.year_starts if length > 1 else (1, 1),
        since=None,
    )
    return found.last if found else clock.day(known.opened)


def _next_meeting(when: AtMeeting, known: Known, clock: Clock) -> Term:
    """Return the end of the next meeting's day, or its beginning."""
    opened = clock.until(known.opened)
    moments = [
        one.moment
        for one in known.others.values()
        if one.moment is not None
        and one.cancelled is None
        and opened < clock.until(one.moment) <= opened + AHEAD
    ]
    if not moments:
        return Term(waits=NO_MEETING)
    first = min(moments, key=lambda one: (clock.instant(one), clock.until(one)))
    if when.before:
        return _beside(Beside("before", "meeting"), first, clock)
    return by(clock.day(first), clock)
