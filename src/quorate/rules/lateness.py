"""How late a thing was, and whether anybody could have known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.days import UnknownYear
from quorate.rules.deadlines import HOUR, Due, due


@dataclass(frozen=True, slots=True)
class Lateness:
    """Whether a deed was in time and, if not, by how much it was not."""

    late: bool

    days: int = 0
    """Days after the last permitted one; 0 where hours ran out within that day."""

    working_days: int | None = 0
    """The working days among these; None where the calendar does not know them."""

    hours: int = 0
    """Hours begun since the time was over."""


@dataclass(frozen=True, slots=True)
class Hindsight:
    """One deadline by what was known when it was planned, and by what is known now."""

    planned: Due
    corrected: Due

    @property
    def moved(self) -> bool:
        """Whether a day proclaimed afterwards moved the deadline."""
        return self.planned.ends != self.corrected.ends

    def blameless(self, done: datetime) -> bool:
        """Say whether a deed was late only by what nobody could know in time."""
        return self.planned.met_by(done) and not self.corrected.met_by(done)


def lateness(due: Due, done: datetime) -> Lateness:
    """
    Return whether a deed was in time, and how late if it was not.

    Raises `ValueError` for a time without a zone. Working days are None where the
    deed falls in a year whose holidays the calendar does not know.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    if due.met_by(done):
        return Lateness(late=False)
    day = due.calendar.day_of(done)
    # Two times in one zone are subtracted by their clock faces, which would lose
    # an hour where the clocks change.
    over = done.astimezone(UTC) - due.ends.astimezone(UTC)
    return Lateness(
        late=True,
        days=(day - due.last).days,
        working_days=_working_days(due, day),
        hours=over // HOUR + 1,
    )


def hindsight(
    deadline: Deadline,
    *,
    anchor: date | datetime,
    calendar: Calendar,
    known_on: date,
) -> Hindsight:
    """
    Return the deadline as one could plan it on a day, and as it turned out.

    Whoever judges reports both: a holiday proclaimed late makes a compliant plan
    late through no fault of the planner. Raises as `due`.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    return Hindsight(
        planned=due(deadline, anchor=anchor, calendar=calendar.as_known(known_on)),
        corrected=due(deadline, anchor=anchor, calendar=calendar),
    )


def _working_days(due: Due, day: date) -> int | None:
    try:
        return due.calendar.working_days_between(due.last, day)
    except UnknownYear:
        return None
