"""The years that days can lie in: far enough from the ends of the calendar to count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""A count of some centuries from a day in them still ends on a day."""

Dated = TypeVar("Dated", bound=date)


def within_reach(day: Dated, node: Node, problems: Problems) -> Dated | None:
    """Return the day, or None after noting that its year is out of reach."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    problems.add(
        node.place,
        f"the year {day.year} is out of reach",
        f"Years run from {FIRST_YEAR} to {LAST_YEAR}.",
    )
    return None
