"""The rows of a year plan, as faces, calendars and sheets take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quorate.charter.model import Charter
from quorate.rules.planned_event import PlannedEvent
from quorate.words.naming import Naming, sentence
from quorate.words.translate import ENGLISH, N_, Translation

STRENGTHS = {
    "should": N_("should be so; if not, that is no breach"),
    "endeavour": N_("is to be tried for; if it fails, that is no breach"),
    "may": N_("may be so; nobody has to"),
}


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


def rows_of(
    planned: tuple[PlannedEvent, ...], charter: Charter, *, say: Translation = ENGLISH
) -> tuple[PlanRow, ...]:
    """Return what the planner found as rows, with bodies and clauses by their names."""
    naming = Naming(charter, say=say)
    return tuple(_row(one, naming) for one in planned)


def _row(one: PlannedEvent, naming: Naming) -> PlanRow:
    told = [one.note]
    if one.strength in STRENGTHS:
        told.append(naming.say(STRENGTHS[one.strength]))
    known = naming.charter.bodies.get(one.body) if naming.charter else None
    return PlanRow(
        on=one.on,
        until=one.until,
        what=one.what[:1].upper() + one.what[1:],
        body=known.name if known else one.body,
        clause=one.clause,
        citation=naming.cite(one.clause),
        kind=one.kind,
        note=" ".join(sentence(text) for text in told if text),
    )
