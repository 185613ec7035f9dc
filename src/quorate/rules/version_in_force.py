"""Which version of the terms a day is judged by."""

from __future__ import annotations

from datetime import date, datetime

from quorate.charter.front import Version
from quorate.facts.events import Event
from quorate.facts.people import as_known, day_of
from quorate.rules.finding import Explanation, Finding, LeftOut, Reason, Value
from quorate.rules.verdict import MET, NOT_STATED

ADOPTED = frozenset({"adoption", "version in force"})


def version_on(
    versions: tuple[Version, ...],
    events: tuple[Event, ...],
    *,
    on: datetime | date,
    known_at: datetime | date | None = None,
) -> Finding:
    """
    Say which version of a document was in force on a day, as known at a moment.

    `versions` is the document's own table; `events` tell when each was adopted, under
    its number as subject. A version is known from its adoption; where no adoption is
    on record at all the table is taken as always known. A day before the first version
    has none: the nearest is never taken. The outcome is the version's number.

    Rests on the table of versions in the front matter.
    """
    adopted = [one for one in events if one.kind in ADOPTED and one.subject]
    known = {one.subject for one in as_known(tuple(adopted), known_at)}
    left_out: list[LeftOut] = []
    found: tuple[date, Version] | None = None
    for version in versions:
        begins = version.in_force or version.dated
        if not isinstance(begins, date):
            left_out.append(LeftOut(version.number, "its day is not known"))
        elif adopted and version.number not in known:
            left_out.append(LeftOut(version.number, "was not adopted yet"))
        elif begins > day_of(on):
            left_out.append(LeftOut(version.number, "begins later"))
        elif found is None or begins >= found[0]:
            found = (begins, version)
    verdict = MET if found else NOT_STATED
    values: dict[str, Value] = {"on": day_of(on).isoformat()}
    if found:
        values |= {"version": found[1].number, "from": found[0].isoformat()}
    says = "version in force" if found else "no version in force"
    reason = Reason(says, verdict, left_out=tuple(left_out), values=values)
    return Finding(
        "in_force",
        verdict,
        outcome=found[1].number if found else "",
        explain=lambda: Explanation(reason),
    )
