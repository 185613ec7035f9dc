"""Who holds which seat and office, and who stands in: closed, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from quorate.charter.fields import said
from quorate.charter.readers import DAY, MOMENT, NAME_READER, WORDS, YES_NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """When Quorate was told of a fact, and until when it stood."""

    known_from: datetime | date | None = said(
        MOMENT, "when it was recorded", silent="always known"
    )
    known_until: datetime | date | None = said(
        MOMENT, "when it was closed by a correction", silent="it stands"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Known):
    """A person in a seat, from a date until a date, both days included."""

    seat: str = said(NAME_READER, "the seat", required=True, empty="")
    person: str = said(WORDS, "the person's code", required=True, empty="")
    organisation: str = said(WORDS, "the organisation sent from", empty="")
    from_: datetime | date | None = said(MOMENT, "the first day", silent="ever since")
    until: date | None = said(DAY, "the last day", silent="it goes on")
    suspended: str = said(YES_NO, "whether the holder is suspended", empty="no")
    qualified: str = said(
        YES_NO, "no where the holder was not qualified to sit", empty="yes"
    )
    found_out: datetime | date | None = said(
        MOMENT, "when a defect of the appointment was found out"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding(Known):
    """A person in an office, from a date until a date, both days included."""

    office: str = said(NAME_READER, "the office", required=True, empty="")
    person: str = said(WORDS, "the person's code", required=True, empty="")
    from_: datetime | date | None = said(MOMENT, "the first day", silent="ever since")
    until: date | None = said(DAY, "the last day", silent="it goes on")
    acting: str = said(YES_NO, "whether the person only acts in it", empty="no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution(Known):
    """A person who stands in for the holder of a seat."""

    seat: str = said(NAME_READER, "the seat", required=True, empty="")
    person: str = said(WORDS, "who stands in", required=True, empty="")
    meeting: str = said(
        WORDS, "the meeting it is for", silent="every meeting", empty=""
    )
    item: str = said(WORDS, "the item it is for", silent="every item", empty="")
    named: datetime | date | None = said(MOMENT, "when it was made known")
    organisation: str = said(WORDS, "the organisation sent from", empty="")
    from_: datetime | date | None = said(MOMENT, "the first day")
    until: date | None = said(DAY, "the last day")


Fact = TypeVar("Fact", bound=Known)


def as_known(facts: tuple[Fact, ...], at: datetime | date | None) -> tuple[Fact, ...]:
    """
    Return the facts as they were known at a moment; None asks with all that is known.

    A fact that was closed later stood then; one recorded later was not known then.
    """
    if at is None:
        return tuple(one for one in facts if one.known_until is None)
    return tuple(
        one
        for one in facts
        if (one.known_from is None or not_after(one.known_from, at))
        and (one.known_until is None or not not_after(one.known_until, at))
    )


def not_after(one: datetime | date, other: datetime | date) -> bool:
    """
    Compare two times of which either can be a day alone.

    A day alone begins with its first moment and goes on to its last, so a day is not
    after any moment of the same day, nor a moment after its day.
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one <= other
    return day_of(one) <= day_of(other)


def day_of(moment: datetime | date) -> date:
    """Return the day of a moment, or the day itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def holds_on(
    from_: datetime | date | None, until: date | None, on: datetime | date
) -> bool:
    """Tell if a period holds at a moment; its first and last day are included."""
    if from_ is not None and not not_after(from_, on):
        return False
    return until is None or day_of(on) <= day_of(until)
