"""The attendance of a year as a grid: seats by meetings, and who came how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quorate.rules.attendance import (
    HOLDER,
    NOT_COUNTED,
    NOT_KNOWN,
    SUBSTITUTE,
    Attended,
    History,
    attended_by_seat,
)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One seat over the meetings of the grid."""

    seat: str
    people: tuple[str, ...]
    """Who held it, in the order of their coming."""

    cells: tuple[str, ...]
    """For each meeting what the record says, in the words of `attended`."""

    in_person: int
    by_substitute: int

    of: int
    """The meetings that counted for it and of which there is a roll."""


@dataclass(frozen=True, slots=True)
class AttendanceGrid:
    """The seats of a body by the meetings of some days."""

    meetings: tuple[str, ...]
    days: tuple[date, ...]
    rows: tuple[AttendanceRow, ...]


def attendance_grid(
    history: History,
    *,
    first: date,
    last: date,
    kinds: tuple[str, ...] = (),
) -> AttendanceGrid:
    """
    Return who attended what from one day to another, both included.

    `kinds` are the sorts of meeting that count; empty takes the ordinary ones alone.
    Figures only: what follows from them is another rule's affair.

    Executes: seats, attendance.meetings
    """
    meetings = [
        one
        for one in history.until(last)
        if one.opens is not None and Attended(one, "").day >= first
    ]
    seats: dict[str, None] = {}
    for meeting in meetings:
        members = history.members(meeting)
        for seat in members.seats:
            if seat.capacity != "observer" and (
                not seat.optional or seat.name in members.holders
            ):
                seats[seat.name] = None
    rows = []
    for seat_name in seats:
        marks = [
            attended_by_seat(seat_name, one, history, kinds=kinds) for one in meetings
        ]
        rows.append(_row(seat_name, marks, history))
    return AttendanceGrid(
        tuple(one.name for one in meetings),
        tuple(Attended(one, "").day for one in meetings),
        tuple(rows),
    )


def _row(seat: str, marks: list[Attended], history: History) -> AttendanceRow:
    people: dict[str, None] = {}
    for mark in marks:
        holder = history.members(mark.meeting).holders.get(seat)
        if holder is not None:
            people[holder] = None
    hows = [mark.how for mark in marks]
    return AttendanceRow(
        seat,
        tuple(people),
        tuple(hows),
        hows.count(HOLDER),
        hows.count(SUBSTITUTE),
        sum(how not in (NOT_COUNTED, NOT_KNOWN) for how in hows),
    )
