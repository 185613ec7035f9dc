"""Whether the names that rules use are there: seats, groups, offices and bodies."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Every,
    Includes,
    Judged,
    Not,
    Set,
    names_in,
)
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.problems import did_you_mean
from quorate.charter.tables import seat_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quorate.charter.model import Charter
    from quorate.charter.problems import Problems
    from quorate.charter.rule import Rule

TESTS = All | Any | Compare | Every | Includes | Judged | Not
ALWAYS = frozenset({"presiding"})
"""Names that need no clause: whoever presides is known from the meeting."""


def names_of(charter: Charter, body: str) -> frozenset[str]:
    """Return every name of a seat, group, office or organisation of a body."""
    names: set[str] = set(ALWAYS)
    for seats in charter.rules_of(body, Seats):
        for line in seats.lines:
            names.add(line.seat)
            names.update(seat_names(line))
            names.update(line.groups)
            names.add(line.capacity)
    for role in charter.rules_of(body, Role):
        names.add(role.role)
    return frozenset(names)


def check_names(charter: Charter, problems: Problems) -> None:
    """Note each name in a test that no clause of the rule's bodies gives."""
    known: dict[str, frozenset[str]] = {}
    for rule in charter.rules:
        if problems.full:
            break
        used = set(_used(rule))
        if not used:
            continue
        problems.clause = rule.clause
        for body in rule.bodies:
            if body not in known:
                known[body] = names_of(charter, body)
            _check(used, known[body], body, rule, problems)
    problems.clause = ""


def _check(
    used: Iterable[str],
    known: frozenset[str],
    body: str,
    rule: Rule,
    problems: Problems,
) -> None:
    for name in sorted(used):
        if name not in known:
            problems.add(
                rule.place,
                f"'{rule.kind}' speaks of '{name}', but {body} has no seat, group or "
                "office of that name",
                did_you_mean(name, known),
            )


def _used(rule: Rule) -> Iterator[str]:
    values = [getattr(rule, one.name) for one in fields(rule)]
    for reading in rule.interpretations:
        values += reading.others
    for value in values:
        if isinstance(value, TESTS):
            yield from names_in(value)
        elif isinstance(value, Set):
            yield from value.within + value.without
