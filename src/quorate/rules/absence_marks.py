"""What the record says of a person, a seat or an organisation at each meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from quorate.charter.kinds.meetings import Attendance
from quorate.facts.meeting import Meeting
from quorate.rules.attendance import (
    ABSENT,
    APOLOGY,
    EXCUSED,
    HOLDER,
    KINDS,
    NOT_COUNTED,
    NOT_KNOWN,
    SUBSTITUTE,
    Attended,
    History,
    attended_by_seat,
)

BEST_FIRST = (HOLDER, SUBSTITUTE, EXCUSED, APOLOGY, NOT_KNOWN, ABSENT, NOT_COUNTED)
"""Of several seats of one bearer, the one that did most speaks for all."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose absences are counted; only one of the three is given."""

    person: str = ""
    seat: str = ""
    organisation: str = ""


def at_meeting(
    terms: Attendance, history: History, bearer: Bearer, meeting: Meeting
) -> Attended | None:
    """
    Return what the record says of a bearer at a meeting; None if they had no seat then.

    A person came if they came for any seat they hold. An organisation came if any of
    its seats was filled; a seat for two organisations speaks for both.

    Executes: attendance.by
    """
    members = history.members(meeting)
    if bearer.person:
        seats = set(members.held_by(bearer.person))
    elif bearer.organisation:
        seats = {
            seat.name
            for seat in members.seats
            if bearer.organisation in seat.organisations
        } | history.sent_from(bearer.organisation, meeting)
    else:
        seats = {bearer.seat} & set(members.by_name)
    found = [
        attended_by_seat(
            seat,
            meeting,
            history,
            kinds=terms.meetings,
            excused_by=terms.excused_by,
        )
        for seat in sorted(seats)
    ]
    return min(found, key=lambda one: BEST_FIRST.index(one.how), default=None)


def marks_of(
    terms: Attendance, history: History, bearer: Bearer, at: datetime | date | None
) -> tuple[Attended, ...]:
    """
    Return what the record says of a bearer at each meeting up to a moment.

    Executes: attendance.meetings, attendance.excused_by
    """
    found = []
    kinds = terms.meetings or ("ordinary",)
    for meeting in history.until(at):
        mark = at_meeting(terms, history, bearer, meeting)
        if mark is None:
            continue
        came = mark.how in (HOLDER, SUBSTITUTE)
        if came and KINDS.get(meeting.sort, meeting.sort) not in kinds:
            # Coming to a meeting that does not count mends nothing either.
            mark = replace(
                mark, how=NOT_COUNTED, why="not a kind of meeting that counts"
            )
        found.append(mark)
    return tuple(found)


def counts(mark: Attended, what: str, *, cures: bool) -> bool:
    """
    Tell if a mark is an absence of the kind that is counted.

    `cures` says whether a substitute makes the absence good. One that does not
    leaves it announced only where an apology is on record.

    Executes: attendance.count, attendance.substitute_cures
    """
    if mark.how == SUBSTITUTE:
        if cures:
            return False
        return what == "absence" or (what == "apology" and mark.apology)
    if mark.how == APOLOGY:
        return what in ("apology", "absence")
    return mark.how == ABSENT and what != "apology"
