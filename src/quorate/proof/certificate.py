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
from quorate.facts.file import facts_from
from quorate.proof.asking import ask
from quorate.proof.canonical import NotCanonicalError, digest, read
from quorate.proof.case import Asked, AskedInVainError, Case
from quorate.rules.finding import SCHEMA as FINDING

SCHEMA = "certificate/1"
OUTSIDE = frozenset({"digest", "signature", "names"})
"""Not covered by the digest: itself, its signature, names for those entitled."""

SHOWN = 80
"""Characters of a value that are shown where two differ."""

NEEDED = frozenset(
    {
        "schema",
        "finding_schema",
        "issued",
        "body",
        "asked",
        "charters",
        "calendar",
        "facts",
        "finding",
        "digest",
    }
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a certificate came to."""

    says: str
    """holds, contradicts itself, can't be checked, or not the one expected."""

    where: tuple[str, ...] = ()
    """Where it contradicts itself, or why it can't be checked."""

    digest: str = ""

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
    digest leaves them out, so that both copies have the same. Raises
    `AskedInVainError` as `ask` does.
    """
    finding = ask(case, asked)
    charters = [case.charter, *case.others.values()]
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "finding_schema": FINDING,
        "issued": issued.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "time_zone": case.charter.front.time_zone,
        "body": case.body,
        "asked": dict(write_fields(asked)),
        "charters": [
            {
                "charter": one.slug,
                "title": one.title,
                "version": one.version,
                "digest": one.digest,
                "text": one.text,
            }
            for one in charters
        ],
        "calendar": calendar_as_data(case.calendar) if case.calendar else {},
        "closed_days": [
            {"day": one.day.isoformat(), "name": one.name}
            for one in (case.calendar.closed if case.calendar else ())
        ],
        "facts": dict(write_fields(case.facts)),
        "finding": finding.as_data(),
    }
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
    contradicts itself and where, or that this version can't check it.
    """
    try:
        data = read(text)
    except NotCanonicalError as error:
        return Verified("can't be checked", (str(error),))
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else "no names"
        return Verified(
            "can't be checked", (f"its schema is {found!s:.60}, not {SCHEMA}",)
        )
    lacking = sorted(NEEDED - set(data))
    if lacking:
        return Verified("contradicts itself", (f"it lacks: {', '.join(lacking)}",))
    if data["finding_schema"] != FINDING:
        return Verified(
            "can't be checked", (f"its findings are {data['finding_schema']!s:.60}",)
        )
    where = tuple(_contradictions(data))
    if where:
        return Verified("contradicts itself", where, str(data["digest"]))
    if expect and expect.lower() != data["digest"]:
        return Verified("not the one expected", (), data["digest"])
    return Verified("holds", (), data["digest"])


def _contradictions(data: dict[str, Any]) -> Iterator[str]:
    if digest(covered(data)) != data["digest"]:
        yield "the digest is not that of what stands in it"
    try:
        charters = list(_charters(data))
        case = case_of(data, charters)
        asked = _asked(data)
        found = ask(case, asked).as_data()
    except CharterError as error:
        yield str(error)
        return
    except AskedInVainError as error:
        yield f"the question can't be put to these facts: {error}"
        return
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        yield f"a part of it has the wrong shape ({type(error).__name__}: {error})"
        return
    for entry, charter in zip(data["charters"], charters, strict=True):
        for name, real in (
            ("charter", charter.slug),
            ("title", charter.title),
            ("version", charter.version),
            ("digest", charter.digest),
        ):
            if entry.get(name) != real:
                yield f"charters, {charter.slug}: '{name}' is not that of its text"
    yield from differences(data["finding"], found, "finding")


def _charters(data: dict[str, Any]) -> Iterator[Charter]:
    for entry in data["charters"]:
        yield load(entry["text"], name=f"the text of {entry['charter']}")


def _asked(data: dict[str, Any]) -> Asked:
    problems = Problems()
    node = node_of(data["asked"], Place(1))
    values = read_fields(Asked, node, problems, called="the question")
    problems.raise_if_any("the question of the certificate")
    return Asked(**values)


def case_of(data: dict[str, Any], charters: list[Charter]) -> Case:
    """Return the case that a certificate's question was put to."""
    problems = Problems()
    facts = facts_from(node_of(data["facts"], Place(1)), problems)
    problems.raise_if_any("the facts of the certificate")
    calendar: Calendar | None = None
    if data["calendar"]:
        calendar = read_calendar(data["calendar"]).with_closed(
            ClosedDay(date.fromisoformat(one["day"]), one["name"])
            for one in data.get("closed_days", ())
        )
    return Case(
        charters[0],
        facts,
        data["body"],
        calendar,
        {one.slug: one for one in charters[1:]},
    )


def differences(said: Any, found: Any, where: str) -> Iterator[str]:  # noqa: ANN401  Whatever JSON can hold.
    """Yield each place at which two plain values differ, with both values."""
    if isinstance(said, dict) and isinstance(found, dict):
        for name in sorted(set(said) | set(found)):
            yield from differences(said.get(name), found.get(name), f"{where}, {name}")
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        for number, (one, other) in enumerate(zip(said, found, strict=True), start=1):
            yield from differences(one, other, f"{where} {number}")
    elif said != found:
        yield f"{where}: it says {_short(said)}, and what follows is {_short(found)}"


def _short(value: Any) -> str:  # noqa: ANN401  as above.
    text = str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
