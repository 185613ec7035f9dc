"""How the days of a deadline were counted: which were passed over, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quorate.facts.calendar import DAY, DayOff
from quorate.rules.deadlines import WORKING, Due, anchor_day, counted, keeps_clear


@dataclass(frozen=True, slots=True)
class Step:
    """One day that the count came past."""

    day: date

    number: int
    """Which counted day it was, from 1; 0 for a day that was not counted."""

    off: DayOff | None = None
    """Why people do not work on it, where the count asks for working days."""

    role: str = "counted"
    """`counted`, `passed over`, `kept clear` or `last`: the last permitted day."""


def steps(due: Due) -> tuple[Step, ...]:
    """
    Return the count of a deadline, day by day, from its anchor outwards.

    Made only when somebody asks. Hours, days, weeks, months and years are counted
    without a look at the holidays, so of these only the days moved past in search
    of a working day stand there, and the last.

    Rests on the deadline phrase, in whatever rule of a charter it stands.
    """
    if due.deadline.unit in WORKING:
        return tuple(_through_working_days(due))
    return tuple(_to_a_working_day(due))


def _through_working_days(due: Due) -> Iterator[Step]:
    deadline, calendar = due.deadline, due.calendar
    clear = keeps_clear(deadline)
    day, number = anchor_day(due.anchor, calendar), 0
    while day != due.last:
        day += -DAY if deadline.side == "before" else DAY
        off = calendar.day_off(day)
        if day == due.last:
            yield Step(day, 0 if clear else deadline.amount, off, "last")
        elif off:
            yield Step(day, 0, off, "passed over")
        else:
            number += 1
            yield Step(day, number, None, "kept clear" if clear else "counted")


def _to_a_working_day(due: Due) -> Iterator[Step]:
    day = counted(due.deadline, due.anchor, due.calendar)
    while day != due.last:
        yield Step(day, 0, due.calendar.day_off(day), "passed over")
        day += -DAY if due.deadline.side == "before" else DAY
    yield Step(day, 0, None, "last")
