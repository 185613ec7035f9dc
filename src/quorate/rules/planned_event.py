"""One line of a year's plan, and what its note says of the readings it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.facts.calendar import DAY, Calendar
from quorate.facts.days import MONTHS_IN_A_YEAR, add_months
from quorate.facts.meeting import Meeting
from quorate.rules.readings import in_words

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """One thing in a year, with the clause that it rests on."""

    on: date
    until: date | None
    """The last day, for what has no one day; None where `on` is the day."""

    what: str
    body: str
    clause: str
    kind: str
    """meeting, agenda, papers, minutes, report, duty, review, election and so on."""

    note: str = ""
    strength: str = "must"


@dataclass(frozen=True, slots=True)
class Planning:
    """What a year is planned from."""

    charter: Charter
    first: date
    calendar: Calendar
    meetings: tuple[Meeting, ...] = ()
    """Meetings whose days are set already, of this body and of others."""

    @property
    def last(self) -> date:
        """The last day of the year."""
        return add_months(self.first, MONTHS_IN_A_YEAR) - DAY

    def called(self, body: str) -> str:
        """Return what people call a body; its slug where the charter has no name."""
        known = self.charter.bodies.get(body)
        return known.name if known else body

    def includes(self, day: date) -> bool:
        """Tell if a day falls in the year."""
        return self.first <= day <= self.last

    def row(
        self,
        rule: Rule,
        on: date,
        what: str,
        *,
        body: str,
        kind: str,
        until: date | None = None,
        notes: Iterable[str] = (),
        fields: Iterable[str] = (),
    ) -> PlannedEvent:
        """Return a line that a rule makes, with the readings of some of its fields."""
        said = (*(one for one in notes if one), *read_as(rule, fields))
        return PlannedEvent(
            on,
            until,
            what,
            body,
            rule.clause,
            kind,
            "; ".join(said),
            rule.strength or "must",
        )


def read_as(rule: Rule, fields: Iterable[str]) -> tuple[str, ...]:
    """Name the interpretations of some fields, and what else each could be."""
    found = []
    for reading in rule.interpretations:
        if reading.field in fields:
            words = in_words(rule, reading.field, reading.take)
            others = [in_words(rule, reading.field, one) for one in reading.others]
            instead = f" (or: {', '.join(others)})" if others else ""
            field = reading.field.replace("_", " ")
            found.append(f"{field} read as '{words}'{instead}")
    return tuple(found)


def fit_day(
    calendar: Calendar, target: date, *, first: date, last: date, taken: Iterable[date]
) -> tuple[date, str] | None:
    """
    Return the day nearest to a target on which a meeting can be, with a note.

    Later days are tried before earlier ones. Bank holidays, weekends and the body's
    closed days are passed over, and so are sensitive periods; where nothing else is
    left a day in one is taken, and the note names it. None where nobody works from
    `first` to `last`. Raises `UnknownYear`.
    """
    used = set(taken)
    days = [target + n * DAY for n in range((last - target).days + 1)]
    days += [target - n * DAY for n in range(1, (target - first).days + 1)]
    working = [
        day
        for day in days
        if first <= day <= last and day not in used and calendar.is_working_day(day)
    ]
    clear = next((day for day in working if not calendar.sensitive_on(day)), None)
    if clear is not None:
        return clear, ""
    if not working:
        return None
    names = ", ".join(one.name for one in calendar.sensitive_on(working[0]))
    return working[0], f"no day is clear of {names}"
