"""
Decision certificates: a finding with all it was made from, for anybody to check.

A certificate holds the whole text of each charter, the facts, the calendar, the
question and the finding, and a digest over their canonical bytes. Recomputing it needs
no database and trusts nobody; what it can't show by itself is that its issuer issued
it, for which the digest is published elsewhere or signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from quorate.charter.fields import read_fields, write_fields
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.nodes import node_of
from quorate.charter.problems import CharterError, Place, Problems
from quorate.facts.calendar import Calendar, ClosedDay
from quorate.facts.calendar_data import read_calendar
from quorate.facts.calendar_writing import calendar_as_data
from quorate.facts.file import Facts, facts_from
from quorate.proof.asking import ask
from quorate.proof.canonical import NotCanonicalError, digest, in_order, read
from quorate.proof.case import Asked, AskedInVainError, Case
from quorate.proof.certificate_shape import ISSUED, OUTSIDE, misshapen
from quorate.rules.finding import SCHEMA as FINDING

SCHEMA = "certificate/1"
SHOWN = 80
"""Characters of a value that are shown where two differ."""

MOST = 50
"""Differences that are listed; a tampered text can make thousands."""


class _Nothing:
    """Stands where one of two values compared has nothing."""

    def __str__(self) -> str:
        return "nothing"


NOTHING = _Nothing()


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a certificate came to."""

    says: str
    """holds, contradicts itself, can't be checked, or not the one expected."""

    where: tuple[str, ...] = ()
    """Where it contradicts itself, or why it can't be checked."""

    digest: str = ""
    unproved: tuple[str, ...] = ()
    """Parts outside the digest (names, signature), of which checking says nothing."""

    @property
    def holds(self) -> bool:
        """Whether everything in it follows from everything else in it."""
        return self.says == "holds"


def certify(
    case: Case,
    asked: Asked,
    *,
    issued: datetime,
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """
    Return the certificate of a finding.

    `issued` is an aware moment, written in UTC; moments in the facts stay in the
    body's own time, whose zone stands beside them, because the terms speak in it.
    `names` gives people's names by code, for the copy of those who may see them; the
    digest leaves them out, so that both copies have the same. The finding is made from
    the case as the certificate holds it. Raises `AskedInVainError` as `ask` does, and
    `ValueError` for a moment without a zone or facts that can't be written down.
    """
    if issued.tzinfo is None:
        raise ValueError("the moment of issue needs a time zone")
    written = write_fields(case.facts)
    if _facts(written) != case.facts:
        raise ValueError("these facts can't be written so that they read back the same")
    moment = issued.astimezone(UTC).strftime(ISSUED)
    given = _given(case, asked, moment) | {"facts": written}
    charters = [case.charter, *case.others.values()]
    data: dict[str, Any] = in_order(_made(in_order(given), charters))
    data["digest"] = digest(covered(data))
    if names:
        data["names"] = dict(sorted(names.items()))
    return data


def covered(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the digest is taken over."""
    return {name: value for name, value in data.items() if name not in OUTSIDE}


def verify(text: str, *, expect: str = "") -> Verified:
    """
    Check a certificate by recomputing everything in it.

    `expect` is the digest that its issuer published elsewhere; without it only the
    certificate's agreement with itself is checked. Says that it holds, that it
    contradicts itself and where, that it holds and is not the one expected, or that
    this version can't check it. Raises nothing, whatever the text.
    """
    try:
        data = in_order(read(text))
    except NotCanonicalError as error:
        return Verified("can't be checked", (str(error),))
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else "not there"
        return Verified(
            "can't be checked", (f"its schema is {_short(found)}, not {SCHEMA}",)
        )
    where = tuple(misshapen(data))
    if where:
        return Verified("contradicts itself", where)
    if data["finding_schema"] != FINDING:
        return Verified(
            "can't be checked",
            (f"its findings are {_short(data['finding_schema'])}, not {FINDING}",),
        )
    unproved = tuple(sorted(OUTSIDE & set(data) - {"digest"}))
    where = tuple(_contradictions(data))
    if len(where) > MOST:
        where = (*where[:MOST], f"and in {len(where) - MOST} more places")
    if where:
        return Verified("contradicts itself", where, data["digest"], unproved)
    if expect and expect.strip().lower() != data["digest"]:
        return Verified("not the one expected", (), data["digest"], unproved)
    return Verified("holds", (), data["digest"], unproved)


def _contradictions(data: dict[str, Any]) -> Iterator[str]:
    if digest(covered(data)) != data["digest"]:
        yield "the digest is not that of what stands in it"
    try:
        charters = [
            load(one["text"], name=f"the text of {_short(one['charter'])}")
            for one in data["charters"]
        ]
        made = in_order(_made(data, charters))
    except CharterError as error:
        yield str(error)
    except AskedInVainError as error:
        yield f"the question can't be put to these facts: {error}"
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # Facts that nobody could have can lead a rule into any of these.
        yield f"no finding follows from it ({type(error).__name__}: {_short(error)})"
    else:
        yield from differences(covered(data), made, "")


def _made(data: Mapping[str, Any], charters: list[Charter]) -> dict[str, Any]:
    """Return all of a certificate that the digest covers, made anew from its parts."""
    problems = Problems()
    values = read_fields(
        Asked, node_of(data["asked"], Place(1)), problems, called="the question"
    )
    problems.raise_if_any("the question of the certificate")
    asked = Asked(**values)
    case = _case(data, charters)
    given = _given(case, asked, data["issued"])
    return {**given, "finding": ask(case, asked).as_data()}


def _given(case: Case, asked: Asked, issued: str) -> dict[str, Any]:
    """Return what a finding is made from, in the one form in which it is written."""
    closed = case.calendar.closed if case.calendar else ()
    return {
        "schema": SCHEMA,
        "finding_schema": FINDING,
        "issued": issued,
        "time_zone": case.charter.front.time_zone,
        "body": case.body,
        "asked": write_fields(asked),
        "charters": [
            {
                "charter": one.slug,
                "title": one.title,
                "version": one.version,
                "digest": one.digest,
                "text": one.text,
            }
            for one in (case.charter, *case.others.values())
        ],
        "calendar": calendar_as_data(case.calendar) if case.calendar else {},
        "closed_days": [
            {"day": one.day.isoformat(), "name": one.name}
            | ({"known": one.known.isoformat()} if one.known else {})
            for one in closed
        ],
        "facts": write_fields(case.facts),
    }


def _case(data: Mapping[str, Any], charters: list[Charter]) -> Case:
    """Return the case that a certificate's question was put to."""
    calendar: Calendar | None = None
    if data["calendar"]:
        calendar = read_calendar(data["calendar"]).with_closed(
            ClosedDay(
                date.fromisoformat(one["day"]),
                one["name"],
                date.fromisoformat(one["known"]) if "known" in one else None,
            )
            for one in data["closed_days"]
        )
    others = {one.slug: one for one in charters[1:]}
    if len({one.slug for one in charters}) < len(charters):
        raise ValueError("two of its charters have the same name")
    return Case(charters[0], _facts(data["facts"]), data["body"], calendar, others)


def _facts(written: Mapping[str, Any]) -> Facts:
    problems = Problems()
    facts = facts_from(node_of(dict(written), Place(1)), problems)
    problems.raise_if_any("the facts of the certificate")
    return facts


def differences(said: Any, found: Any, where: str) -> Iterator[str]:  # noqa: ANN401  Whatever JSON can hold.
    """Yield each place at which two plain values differ, with both values."""
    if isinstance(said, dict) and isinstance(found, dict):
        for name in sorted(set(said) | set(found)):
            inner = f"{where}, {name}" if where else name
            yield from differences(
                said.get(name, NOTHING), found.get(name, NOTHING), inner
            )
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        for number, (one, other) in enumerate(zip(said, found, strict=True), start=1):
            yield from differences(one, other, f"{where} {number}")
    elif type(said) is not type(found) or said != found:
        # In Python the number 1 equals the word true; in a certificate it doesn't.
        yield f"{where}: it says {_short(said)}, and what follows is {_short(found)}"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
