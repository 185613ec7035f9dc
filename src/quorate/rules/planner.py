"""A body's year: meetings proposed, and everything that the terms hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quorate.charter.kinds.meetings import Meets
from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar
from quorate.facts.meeting import Meeting
from quorate.facts.people import day_of
from quorate.rules.planned_event import PlannedEvent, Planning, read_as
from quorate.rules.planned_meetings import Proposed, proposed, without_dates
from quorate.rules.planned_papers import around
from quorate.rules.planned_year import through_the_year

__all__ = ["PlannedEvent", "plan"]


def plan(
    charter: Charter,
    body: str,
    *,
    first: date,
    calendar: Calendar,
    meetings: tuple[Meeting, ...] = (),
) -> tuple[PlannedEvent, ...]:
    """
    Return a body's year from a day on, in the order of its days.

    Meetings are proposed from the cadence, on working days clear of bank holidays,
    closed days and sensitive periods; those in `meetings` are taken as they are set,
    of the body itself (or without a body) and of others with which its dates move.
    From each meeting follow agenda, papers, minutes and duties, which can fall
    outside the year. A thing without a day of its own stands from `on` until `until`.
    Each line names its clause, and in its note the interpretations that it rests on.
    The same input gives the same lines. Raises `UnknownYear` where the calendar does
    not know the year.

    Executes: meets.often, notice.by, record.by, duty.often, review.every,
    role.elected
    """
    planning = Planning(charter, first, calendar, meetings)
    held = proposed(planning, body)
    known = _days(planning, body, held)
    lines = [
        *(_meeting(planning, body, one) for one in held),
        *without_dates(planning, body),
        *through_the_year(planning, body, held, known),
        *(line for one in held for line in around(planning, body, one.day, known)),
    ]
    unique = dict.fromkeys(lines)
    return tuple(sorted(unique, key=_order))


def _order(line: PlannedEvent) -> tuple[date, bool, str, str, str, str]:
    late = line.until is not None
    return line.on, late, line.kind, line.what, line.clause, line.note


def _meeting(planning: Planning, body: str, one: Proposed) -> PlannedEvent:
    rule = one.rule
    what = "annual meeting" if one.annual else "meeting"
    said = "" if one.settled else "proposed"
    if rule is None:
        return PlannedEvent(one.day, None, what, body, "", "meeting", one.note)
    fields: tuple[str, ...] = ("often", "window", "one_serves_both")
    notes: tuple[str, ...] = (said, one.note, *_pace(rule))
    if one.settled:
        clash = planning.calendar.sensitive_on(one.day)
        notes += tuple(f"falls in {period.name}" for period in clash)
        fields = ()
    return planning.row(
        rule, one.day, what, body=body, kind="meeting", notes=notes, fields=fields
    )


def _pace(rule: Meets) -> Iterator[str]:
    """Say that the pace changes at a milestone, whose day nobody knows."""
    if rule.until and rule.afterwards is not None:
        yield f"until {rule.until}, then {rule.afterwards}"
        yield from read_as(rule, ("until", "afterwards"))


def _days(
    planning: Planning, body: str, held: tuple[Proposed, ...]
) -> dict[str, list[date]]:
    """Return the days of every body's meetings, set or proposed."""
    known: dict[str, set[date]] = {body: {one.day for one in held}}
    for one in planning.meetings:
        if one.opens is not None and one.state not in ("cancelled", "postponed"):
            known.setdefault(one.body or body, set()).add(day_of(one.opens))
    for other in planning.charter.own_bodies:
        if other not in known and planning.charter.rules_of(other, Meets):
            others = Planning(
                planning.charter,
                planning.first,
                planning.calendar,
                tuple(one for one in planning.meetings if one.body),
            )
            known[other] = {one.day for one in proposed(others, other)}
    return {name: sorted(days) for name, days in known.items()}
