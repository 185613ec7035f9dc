"""By when a thing must be done."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quorate.charter.timing import Deadline
from quorate.facts.calendar import DAY, Calendar
from quorate.facts.days import add_months

HOUR = timedelta(hours=1)
WORKING = frozenset({"working day", "clear working day"})
DAYS = {"day": 1, "clear day": 1, "week": 7}
MONTHS = {"month": 1, "year": 12}
NO_HOURS_FROM_A_DAY = "hours can't be counted from a day whose time is not known"


@dataclass(frozen=True, slots=True)
class Due:
    """The last moment at which a thing is in time."""

    deadline: Deadline
    anchor: date | datetime
    calendar: Calendar

    last: date
    """The last permitted day, in the calendar's time zone."""

    ends: datetime
    """The instant at which the time is over."""

    def met_by(self, done: datetime) -> bool:
        """
        Say whether a deed was in time.

        A deadline in days is over when its last day is; one in hours still holds
        at its very last instant, so that 24 hours before may be exactly 24.
        Raises `ValueError` for a time without a zone.
        """
        self.calendar.day_of(done)  # Refuses a time that names no instant.
        return done <= self.ends if self.deadline.unit == "hour" else done < self.ends


def last_day(deadline: Deadline, day: date, calendar: Calendar) -> date:
    """
    Return the last permitted day, for something that happens on a day.

    The day itself is never counted. Before it, clear days lie whole between the
    last permitted day and the day itself. After it, only the first end is an
    event, so the last of the days, clear or not, still counts. Where a thing can
    only be issued on a working day, a last day that is none moves to the working
    day before, for a deadline before an event, and to the next one after it.
    Raises `UnknownYear` where the calendar does not know the years, and
    `ValueError` for hours, which need more than a day.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    amount = deadline.amount
    if deadline.unit == "working day" and amount:
        # The usual kind goes straight to the table: it is asked for by the million.
        if deadline.side == "before":
            return calendar.working.nth_before(day, amount)
        return calendar.working.nth_after(day, amount)
    return _issuable(deadline, counted(deadline, day, calendar), calendar)


def last_days(
    deadline: Deadline, days: Iterable[date], calendar: Calendar
) -> list[date]:
    """
    Return the last permitted day for each of many days, in their order.

    As `last_day`, which it calls for a few; for many it prepares the answer for
    every day of the calendar once and then only looks up.
    """
    asked = list(days)
    if len(asked) < len(calendar.working.before):
        return [last_day(deadline, day, calendar) for day in asked]
    answers = _answers(deadline, calendar)
    try:
        return [answers[day] for day in asked]
    except KeyError:
        # Some day has no answer: let the slow way say which, and why.
        return [last_day(deadline, day, calendar) for day in asked]


def due(deadline: Deadline, *, anchor: date | datetime, calendar: Calendar) -> Due:
    """
    Return by when a thing is due, for something that happens at a time.

    `anchor` is a date where only the day is known, else an instant with its time
    zone, of which all units but hours take the day in the calendar's zone. Use
    `calendar.as_known(...)` for what could be known on a day. Raises `UnknownYear`
    where the calendar does not know the years, which means `unknown`, and
    `ValueError` for hours from a day whose time is not known.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    if deadline.unit == "hour":
        return _due_in_hours(deadline, anchor, calendar)
    last = last_day(deadline, anchor_day(anchor, calendar), calendar)
    return Due(deadline, anchor, calendar, last, calendar.end_of(last))


def dues(
    deadline: Deadline, *, anchors: Iterable[date | datetime], calendar: Calendar
) -> list[Due]:
    """Return by when a thing is due for each of many anchors. As `due`."""
    asked = list(anchors)
    if deadline.unit == "hour":
        return [due(deadline, anchor=anchor, calendar=calendar) for anchor in asked]
    days = [anchor_day(anchor, calendar) for anchor in asked]
    return [
        Due(deadline, anchor, calendar, last, calendar.end_of(last))
        for anchor, last in zip(asked, last_days(deadline, days, calendar), strict=True)
    ]


def anchor_day(anchor: date | datetime, calendar: Calendar) -> date:
    """Return the day of an anchor, in the calendar's time zone if it is an instant."""
    if isinstance(anchor, datetime):
        return calendar.day_of(anchor)
    return anchor


def keeps_clear(deadline: Deadline) -> bool:
    """Say whether the count ends at an event as well, so that a day more is lost."""
    return deadline.side == "before" and deadline.unit.startswith("clear")


def counted(deadline: Deadline, anchor: date | datetime, calendar: Calendar) -> date:
    """Return where the count ends, before anybody asks about issue on that day."""
    unit = deadline.unit
    if unit == "hour":
        return _hours_away(deadline, anchor, calendar).date()
    day = anchor_day(anchor, calendar)
    signed = -deadline.amount if deadline.side == "before" else deadline.amount
    try:
        if unit in WORKING:
            reached = calendar.add_working_days(day, signed)
        elif unit in MONTHS:
            reached = add_months(day, MONTHS[unit] * signed)
        else:
            reached = day + DAYS[unit] * signed * DAY
        return reached - DAY if keeps_clear(deadline) else reached
    except OverflowError:
        raise ValueError(f"{deadline} leaves every calendar") from None


def _issuable(deadline: Deadline, day: date, calendar: Calendar) -> date:
    """Move a last day on which a thing can't be issued to one on which it can."""
    if deadline.issue_on != "working day":
        return day
    if deadline.side == "before":
        return calendar.working_day_until(day)
    return calendar.working_day_from(day)


def _answers(deadline: Deadline, calendar: Calendar) -> dict[date, date]:
    """Return the last permitted day for every day of the calendar that has one."""
    answers = {}
    day = calendar.first
    while day <= calendar.last:
        # A day without an answer is left out; whoever asks for it is told why.
        with suppress(ValueError):
            answers[day] = last_day(deadline, day, calendar)
        day += DAY
    return answers


def _due_in_hours(
    deadline: Deadline, anchor: date | datetime, calendar: Calendar
) -> Due:
    ends = _hours_away(deadline, anchor, calendar)
    last = _issuable(deadline, ends.date(), calendar)
    if last != ends.date():
        ends = calendar.end_of(last)
    return Due(deadline, anchor, calendar, last, ends)


def _hours_away(
    deadline: Deadline, anchor: date | datetime, calendar: Calendar
) -> datetime:
    """Count hours as they pass, not as the clock on the wall shows them."""
    if isinstance(anchor, datetime):
        calendar.day_of(anchor)  # Refuses a time that names no instant.
        span = deadline.amount * HOUR
        moment = anchor.astimezone(UTC)
        moved = moment - span if deadline.side == "before" else moment + span
        return moved.astimezone(calendar.zone)
    raise ValueError(NO_HOURS_FROM_A_DAY)
