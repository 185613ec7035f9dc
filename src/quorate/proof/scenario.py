"""
Scenario files: a charter, what happened, what must follow, because of which clause.

A file is plain YAML (the same subset as in charters) that a clerk can read and add to.
Its format is stable: what was read once is read for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quorate.charter.blocks import read_block
from quorate.charter.fields import described, items_of, read_fields, said
from quorate.charter.model import Charter
from quorate.charter.nodes import Mapping as Names
from quorate.charter.nodes import Node
from quorate.charter.problems import CharterError, Place, Problems
from quorate.charter.readers import (
    DAY,
    NAME_READER,
    NAMES,
    WORDS,
    Choice,
    Many,
    Table,
)
from quorate.facts.calendar import Calendar
from quorate.facts.file import Facts, facts_from
from quorate.proof.asking import ask
from quorate.proof.case import Asked, AskedInVainError, Case
from quorate.proof.scenario_terms import (
    TERMS,
    body_of,
    calendar_of,
    charter_of,
    others_of,
)
from quorate.proof.seats_named import check_seats
from quorate.rules.finding import Finding
from quorate.rules.verdict import Verdict

VERSION = "quorate-scenario/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What must follow; each field that is there is checked, the others are not."""

    answer: str = said(
        Choice(tuple(one.value for one in Verdict)), "the verdict", empty=""
    )
    outcome: str = said(WORDS, "the word for what it amounts to", empty="")
    because: tuple[str, ...] = said(
        Many(WORDS), "anchors of clauses that the answer must cite", empty=()
    )
    need: str = said(WORDS, "what was needed, in some reason", empty="")
    have: str = said(WORDS, "what was had, in the same reason", empty="")
    counted: tuple[str, ...] = said(
        Many(WORDS), "exactly those who were counted, in some reason", empty=()
    )
    left_out: tuple[tuple[str, str], ...] = said(
        Table(WORDS, names=WORDS), "who was left out, and why", empty=()
    )
    missing: tuple[str, ...] = said(
        Many(WORDS),
        "what is missing: '1 more person', 'one of chair or vice-chair'",
        empty=(),
    )
    turns_on: tuple[str, ...] = said(
        Many(WORDS),
        "fields of interpretations on which the answer turns; 'nothing' for none",
        empty=(),
    )
    otherwise: tuple[tuple[str, str], ...] = said(
        Table(WORDS, names=WORDS),
        "by another value, the verdict or outcome under it",
        empty=(),
    )
    effect: str = said(WORDS, "what follows", empty="")
    notes: tuple[str, ...] = said(
        Many(WORDS), "notes that the explanation must hold", empty=()
    )
    values: tuple[tuple[str, str], ...] = said(
        Table(WORDS, names=WORDS), "values that some reason must hold", empty=()
    )


@dataclass(frozen=True, slots=True)
class Check:
    """A question and what must follow."""

    asked: Asked
    expected: Expected
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a scenario file says about itself."""

    scenario: str = said(WORDS, "what it shows, as a sentence", required=True, empty="")
    case: tuple[str, ...] = said(
        Many(WORDS), "numbers of the edge cases it settles", empty=()
    )
    format: str = said(
        Choice((VERSION,)), "the version of the format", silent=VERSION, empty=VERSION
    )
    why: str = said(WORDS, "why the answer is right, for people", empty="")
    charter: str = said(TERMS, "the charter that it is about", required=True, empty="")
    body: str = said(NAME_READER, "the body", silent="the charter's only one", empty="")
    with_charters: tuple[str, ...] = said(
        NAMES, "further shipped charters that matter", empty=()
    )
    calendar: str = said(
        NAME_READER, "the calendar", silent="the charter's own", empty=""
    )
    closed_days: tuple[date, ...] = said(
        Many(DAY), "local days on which nothing is open", empty=()
    )


@dataclass(frozen=True)
class Scenario:
    """A scenario as read."""

    head: Head
    case: Case
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that did not come out as the scenario says."""

    line: int
    asked: str
    about: str
    expected: str
    found: str

    def __str__(self) -> str:
        return (
            f"line {self.line}, {self.asked}: {self.about} should be "
            f"{self.expected}, and is {self.found}"
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shipped charters and calendars, read by whoever has the files."""

    charters: Mapping[str, Charter]
    calendars: Mapping[str, Calendar]


def read_scenario(text: str, shelf: Shelf, *, name: str = "the scenario") -> Scenario:
    """
    Read a scenario.

    Raises `CharterError` with every problem of the file, or of the charter that
    stands in it.
    """
    problems = Problems()
    node = read_block(text.replace("\r\n", "\n"), Place(1), problems)
    if not isinstance(node, Names):
        if not problems.found:
            problems.add(Place(1), "the file has no names with values", "scenario: ...")
        raise CharterError(name, tuple(problems.found))
    heads = {field for field, _ in described(Head)}
    head_node, facts_node = (
        Names(tuple(pair for pair in node.pairs if about(pair[0].value)), node.place)
        for about in (heads.__contains__, lambda key: key not in {*heads, "then"})
    )
    head = Head(**read_fields(Head, head_node, problems, called="a scenario"))
    facts = facts_from(facts_node, problems) if facts_node.pairs else Facts()
    checks = tuple(_checks(node.get("then"), node, problems))
    case = _case(head, facts, _Places(node), shelf, problems)
    problems.raise_if_any(name)
    if case is None:  # pragma: no cover  A charter that is missing was a problem.
        raise AssertionError
    return Scenario(head, case, checks)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the names of a file stand."""

    node: Names

    def of(self, name: str) -> Place:
        found = (key.place for key, _ in self.node.pairs if key.value == name)
        return next(found, self.node.place)


def _case(
    head: Head, facts: Facts, places: _Places, shelf: Shelf, problems: Problems
) -> Case | None:
    charter = charter_of(head.charter, shelf.charters, places.of("charter"), problems)
    others = others_of(
        head.with_charters, shelf.charters, places.of("with_charters"), problems
    )
    if charter is None:
        return None
    check_seats(places.node, (charter, *others.values()), problems)
    body = body_of(head.body, charter, places.of("body"), problems)
    named = "calendar" if head.calendar else "closed_days"
    calendar = calendar_of(
        head.calendar,
        charter,
        shelf.calendars,
        closed=head.closed_days,
        place=places.of(named),
        problems=problems,
    )
    return Case(charter, facts, body, calendar, others)


def _checks(then: Node | None, node: Names, problems: Problems) -> Iterator[Check]:
    if then is None:
        problems.add(
            node.place, "'then' is missing: nothing is asked", "then:\n  - ask:"
        )
        return
    asks = frozenset(field for field, _ in described(Asked))
    expects = frozenset(field for field, _ in described(Expected))
    for item in items_of(then):
        if not isinstance(item, Names):
            problems.add(item.place, "each line under 'then' begins with 'ask:'")
            continue
        for key, _ in item.pairs:
            if key.value not in asks | expects:
                problems.add(key.place, f"nothing is known of '{key.value}' here")
        parts = [
            Names(tuple(p for p in item.pairs if p[0].value in names), item.place)
            for names in (asks, expects)
        ]
        asked = Asked(**read_fields(Asked, parts[0], problems, called="a question"))
        expected = Expected(
            **read_fields(Expected, parts[1], problems, called="what must follow")
        )
        if expected == Expected():
            problems.add(item.place, "the question expects nothing", "Add 'answer:'.")
        yield Check(asked, expected, item.place.line)


def run(scenario: Scenario) -> tuple[Difference, ...]:
    """Put every question and return what came out otherwise than the file says."""
    return tuple(
        difference for check in scenario.checks for difference in _run(scenario, check)
    )


def _run(scenario: Scenario, check: Check) -> Iterator[Difference]:
    asked = check.asked.ask
    try:
        found = ask(scenario.case, check.asked)
    except AskedInVainError as error:
        yield Difference(check.line, asked, "the question", "answered", str(error))
        return
    for about, expected, came in compared(found, check.expected):
        yield Difference(check.line, asked, about, expected, came)


def compared(found: Finding, expected: Expected) -> Iterator[tuple[str, str, str]]:
    """Yield each thing in which a finding is not as expected: what, expected, found."""
    data = found.as_data()
    reasons = list(_reasons(data))
    clauses = {one.get("clause", "") for one in reasons} | {found.clause}
    clauses |= {part for clause in clauses for part in clause.split("; ")}
    if expected.answer and found.verdict.value != expected.answer:
        yield "the answer", expected.answer, found.verdict.value
    if expected.outcome and found.outcome != expected.outcome:
        yield "the outcome", expected.outcome, found.outcome or "none"
    for anchor in expected.because:
        if anchor not in clauses:
            yield "a clause cited", anchor, ", ".join(sorted(clauses - {""})) or "none"
    yield from _counts(reasons, expected)
    yield from _around(data, reasons, expected)


def _counts(
    reasons: list[dict[str, Any]], expected: Expected
) -> Iterator[tuple[str, str, str]]:
    wanted = {
        name: value
        for name, value in (
            ("need", expected.need),
            ("have", expected.have),
            ("counted", sorted(expected.counted)),
        )
        if value
    }
    if not wanted:
        return
    seen = [
        {name: _said(one.get(name, "")) for name in ("need", "have", "counted")}
        for one in reasons
    ]
    as_words = {name: _said(value) for name, value in wanted.items()}
    if not any(all(one[n] == v for n, v in as_words.items()) for one in seen):
        shown = [one for one in seen if any(one.values())]
        yield "some reason", str(as_words), str(shown)


def _around(
    data: dict[str, Any], reasons: list[dict[str, Any]], expected: Expected
) -> Iterator[tuple[str, str, str]]:
    left_out = {
        (one["who"], one["why"])
        for reason in reasons
        for one in reason.get("left_out", ())
    }
    for who, why in expected.left_out:
        if (who, why) not in left_out:
            yield "left out", f"{who}: {why}", str(sorted(left_out))
    yield from _missing(data, expected)
    turning = [one["field"] for one in data["interpretations"] if one["changes"]]
    if expected.turns_on and sorted(turning) != sorted(
        one for one in expected.turns_on if one != "nothing"
    ):
        yield "what it turns on", ", ".join(expected.turns_on), str(turning)
    yield from _otherwise(data, expected)
    effect = _said(data.get("effect", {}).get("values", {}).get("effect", ""))
    if expected.effect and effect != expected.effect:
        yield "what follows", expected.effect, effect or "nothing"
    notes = [one["says"] for one in data.get("notes", ())]
    for note in expected.notes:
        if note not in notes:
            yield "a note", note, str(notes)
    values = {
        (name, _said(value))
        for reason in reasons
        for name, value in reason.get("values", {}).items()
    }
    for name, value in expected.values:
        if (name, value) not in values:
            yield f"the value '{name}'", value, str(sorted(values))


def _missing(
    data: dict[str, Any], expected: Expected
) -> Iterator[tuple[str, str, str]]:
    missing = [in_short(one) for one in data["missing"]]
    for one in expected.missing:
        if one not in missing and not (one == "nothing" and not missing):
            yield "what is missing", one, str(missing)


def _otherwise(
    data: dict[str, Any], expected: Expected
) -> Iterator[tuple[str, str, str]]:
    others = {
        other["value"]: other
        for one in data["interpretations"]
        for other in one["others"]
    }
    for value, answer in expected.otherwise:
        other = others.get(value, {})
        if answer not in (other.get("verdict"), other.get("outcome")):
            yield f"under '{value}'", answer, str(other or sorted(others))


def in_short(missing: dict[str, Any]) -> str:
    """Say what is missing in few fixed words, as scenario files do."""
    names = " or ".join(missing.get("names", ()))
    if missing["what"] == "more":
        number = missing["number"]
        unit = missing["unit"] if number == 1 else f"{missing['unit']}s"
        return f"{number} more {unit}" + (f" from {names}" if names else "")
    return f"{missing['what']} {names}".strip()


def _reasons(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [data["because"], *data.get("notes", ())]
    if "effect" in data:
        waiting.append(data["effect"])
    while waiting:
        one = waiting.pop(0)
        yield one
        waiting += one.get("parts", ())


def _said(value: Any) -> str:  # noqa: ANN401  Whatever JSON can hold.
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
