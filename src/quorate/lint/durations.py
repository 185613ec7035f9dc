"""How long a span can be at worst, and how far apart meetings are at least, in days."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from quorate.charter.timing import (
    AroundMeetings,
    Beside,
    Deadline,
    EveryPeriod,
    Times,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quorate.charter.timing import Cadence, When

BANK_HOLIDAYS = 2
"""At worst so many fall into one span, as at Easter and at Christmas."""

WORKING_DAYS = ("working day", "clear working day")
LONGEST_DAYS = {"day": 1, "clear day": 1, "week": 7, "month": 31, "year": 366}
SHORTEST_PERIOD = {"week": 7, "month": 28, "quarter": 90, "term": 84, "year": 365}
A_YEAR = {"week": 52, "month": 12, "quarter": 4, "term": 3, "year": 1}


def most_days(span: Deadline) -> int:
    """Return the days that a span takes in the worst calendar; hours make up a day."""
    if span.unit == "hour":
        return ceil(Fraction(span.amount, 24))
    if span.unit in WORKING_DAYS:
        worked = span.amount + BANK_HOLIDAYS + (span.unit == "clear working day")
        return worked + 2 * ceil(Fraction(worked, 5))
    extra = 1 if span.unit == "clear day" else 0
    return span.amount * LONGEST_DAYS[span.unit] + extra


def lead(when: When | None, leads: Mapping[str, int]) -> int | None:
    """
    Return how many days before the meeting a deadline falls, at worst.

    `leads` says how many days before the meeting other events fall, by their words.
    None where the deadline does not hang on the meeting.
    """
    if isinstance(when, Beside):
        return leads.get(when.event)
    if isinstance(when, Deadline) and when.side == "before":
        base = leads.get(when.event)
        return None if base is None else base + most_days(when)
    return None


def gap(cadence: Cadence | None) -> int | None:
    """Return the fewest days between two meetings that keep to a cadence evenly."""
    if isinstance(cadence, EveryPeriod):
        return cadence.number * SHORTEST_PERIOD[cadence.period]
    if isinstance(cadence, Times) and cadence.number:
        return 365 // cadence.number
    return None


def a_year(
    cadence: Cadence | None, of_others: Mapping[str, Cadence] | None = None
) -> Fraction | None:
    """
    Return how many times a year a cadence comes round; None where nothing says.

    `of_others` gives the cadences of other bodies, for one that goes by theirs.
    """
    if isinstance(cadence, Times):
        return Fraction(cadence.number)
    if isinstance(cadence, EveryPeriod):
        return Fraction(A_YEAR[cadence.period], cadence.number)
    if isinstance(cadence, AroundMeetings) and of_others:
        base = a_year(of_others.get(cadence.body))
        both = cadence.side == "before and after"
        return None if base is None else base * (2 if both else 1)
    return None
