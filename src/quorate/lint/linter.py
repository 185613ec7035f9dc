"""Asks every check of every charter, and holds what they find against the rulings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.lint.catalogue import BY_ID, CHECKS, STALE
from quorate.lint.remark import Remark, Setting, State
from quorate.lint.rulings import digest_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from quorate.charter.model import Charter
    from quorate.lint.remark import Check, Found
    from quorate.lint.rulings import Ruling


def lint(
    charters: Sequence[Charter],
    *,
    on: date | None = None,
    rulings: Iterable[Ruling] = (),
    vacant: Mapping[tuple[str, str], int] | None = None,
    checks: Sequence[Check] = CHECKS,
) -> tuple[Remark, ...]:
    """
    Return every remark on a set of charters, by charter, line and check.

    `on` is the day on which it is asked; without it the checks that depend on a day
    find nothing. `vacant` counts the vacant places of a seat, or an office, by body
    and name. A remark that a ruling settles is `ruled`; where the clause reads
    otherwise since, it is `stale` and the ruling gets a remark of its own.
    """
    by_slug = {charter.slug: charter for charter in charters}
    ruled = {(one.charter, one.check, one.clause): one for one in rulings}
    remarks: list[Remark] = []
    for slug, charter in by_slug.items():
        others = {name: one for name, one in by_slug.items() if name != slug}
        setting = Setting(others=others, on=on, vacant=vacant or {})
        told: set[tuple[str, str, str]] = set()
        for check in checks:
            for one in check.find(charter, setting):
                key = (check.id, one.clause, one.says)
                if key not in told:
                    told.add(key)
                    remarks.append(_remark(check, one, charter, ruled))
        remarks += _stale(
            charter, (one for one in ruled.values() if one.charter == slug)
        )
    return tuple(
        sorted(remarks, key=lambda one: (one.charter, one.line, one.check, one.says))
    )


def _remark(
    check: Check,
    one: Found,
    charter: Charter,
    ruled: Mapping[tuple[str, str, str], Ruling],
) -> Remark:
    digest = digest_at(charter, one.clause)
    ruling = ruled.get((charter.slug, check.id, one.clause))
    state = State.OPEN
    if ruling is not None:
        state = State.RULED if ruling.digest == digest else State.STALE
    clause = charter.clause(one.clause)
    return Remark(
        check=check.id,
        charter=charter.slug,
        clause=one.clause,
        line=one.line or (clause.line if clause else 1),
        body=one.body,
        says=one.says,
        repair=one.repair or check.repair,
        digest=digest,
        state=state,
    )


def _stale(charter: Charter, rulings: Iterable[Ruling]) -> Iterator[Remark]:
    for ruling in rulings:
        digest = digest_at(charter, ruling.clause)
        if ruling.digest == digest:
            continue
        where = charter.cite(ruling.clause) if ruling.clause else "the document"
        clause = charter.clause(ruling.clause)
        what = (
            f"{where} has changed since"
            if digest
            else f"{where} no longer stands in the text"
        )
        said = f"{ruling.on.day} {ruling.on:%B %Y}" if ruling.on else "an unknown day"
        yield Remark(
            check=STALE,
            charter=charter.slug,
            clause=ruling.clause if digest else "",
            line=clause.line if clause else 1,
            body="",
            says=f"The ruling on {ruling.check} of {said} no longer holds: {what}.",
            repair=BY_ID[STALE].repair,
            digest=digest or charter.words_digest,
        )


def barring(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks that keep a charter out of force until they are settled."""
    return tuple(
        one for one in remarks if BY_ID[one.check].bars and one.state is not State.RULED
    )


def gone(rulings: Iterable[Ruling], remarks: Iterable[Remark]) -> tuple[Ruling, ...]:
    """Return the rulings whose remark is no longer found: they settle nothing now."""
    there = {(one.charter, one.check, one.clause) for one in remarks}
    return tuple(
        one for one in rulings if (one.charter, one.check, one.clause) not in there
    )
