"""The rows of a year plan, as faces, calendars and sheets take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One thing that the terms require or foresee in a year."""

    on: date | None
    """The day, or the first of several; None where nobody can say."""

    until: date | None = None
    """The last of several days, itself included."""

    what: str
    body: str = ""
    """What people call the body."""

    clause: str = ""
    """The anchor of the clause that it rests on."""

    citation: str = ""
    """What a person reads for that clause."""

    kind: str = ""
    """What sort of row it is: meeting, agenda, papers, minutes, report, review."""

    note: str = ""


def in_order(rows: tuple[PlanRow, ...]) -> tuple[PlanRow, ...]:
    """Return the rows by day, those without a day last, in their own order."""
    return tuple(sorted(rows, key=lambda row: (row.on is None, row.on or date.min)))
