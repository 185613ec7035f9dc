"""What the governance map shows: bodies, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from quorate.charter.front import TIERS, Body
from quorate.charter.kinds.authority import Delegation, Scrutiny
from quorate.charter.kinds.terms import Relation
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.words.translate import N_


class Sort(StrEnum):
    """The sorts of line that the map tells apart."""

    REPORTING = "reporting"
    DELEGATION = "delegation"
    SCRUTINY = "scrutiny"
    SUPPORT = "support"
    REPRESENTATION = "representation"


SORTS = {
    "reports": Sort.REPORTING,
    "accountable": Sort.REPORTING,
    "part of": Sort.REPORTING,
    "delegates": Sort.DELEGATION,
    "directs": Sort.DELEGATION,
    "funds": Sort.DELEGATION,
    "sponsors": Sort.DELEGATION,
    "owns": Sort.DELEGATION,
    "scrutinises": Sort.SCRUTINY,
    "independent": Sort.SCRUTINY,
    "supports": Sort.SUPPORT,
    "briefs": Sort.SUPPORT,
    "advises": Sort.SUPPORT,
    "represents": Sort.REPRESENTATION,
}
"""By the relation that a charter states, the line that stands for it."""

NAMES = {
    Sort.REPORTING: N_("reports or answers to"),
    Sort.DELEGATION: N_("hands over, directs or funds"),
    Sort.SCRUTINY: N_("scrutinises, or is independent of"),
    Sort.SUPPORT: N_("supports, briefs or advises"),
    Sort.REPRESENTATION: N_("represents"),
}
UPWARD = frozenset({Sort.REPORTING, Sort.SUPPORT})
"""Lines that lead to a body above; of the others the body above is the source."""

TIER_NAMES = {
    "strategic": N_("Strategic"),
    "executive": N_("Executive"),
    "operational": N_("Operational"),
    "project": N_("Projects"),
    "support": N_("Support"),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A body, or an organisation or office at the end of a line."""

    code: str
    name: str
    tier: str = ""
    outside: bool = False
    body: bool = True
    """False for an end of a line that no charter names as a body."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one sort from one box to another."""

    sort: Sort
    one: str
    other: str
    scope: str = ""


def boxes_of(charters: tuple[Charter, ...]) -> dict[str, Box]:
    """Return the boxes by code; of a body in several charters, the one that runs it."""
    boxes: dict[str, Box] = {}
    for charter in charters:
        for slug, body in charter.front.bodies:
            known = boxes.get(slug)
            if known is None or (known.outside and body.outside != "yes"):
                boxes[slug] = _box(slug, body)
    for line in _lines(charters):
        for end in (line.one, line.other):
            name = end[:1].upper() + end[1:]
            boxes.setdefault(end, Box(end, name, outside=True, body=False))
    return boxes


def _box(slug: str, body: Body) -> Box:
    return Box(slug, body.name, body.tier, body.outside == "yes")


def lines_of(charters: tuple[Charter, ...]) -> tuple[Line, ...]:
    """Return the lines that the charters state, each once, in the order of the text."""
    kept: dict[tuple[Sort, str, str], Line] = {}
    for line in _lines(charters):
        if line.one != line.other:
            kept.setdefault((line.sort, line.one, line.other), line)
    return tuple(kept.values())


def _lines(charters: tuple[Charter, ...]) -> Iterator[Line]:
    for charter in charters:
        for rule in charter.rules:
            for sort, ones, others, scope in _stated(rule):
                yield from (Line(sort, *ends, scope) for ends in product(ones, others))
        for slug, body in charter.front.bodies:
            if body.parent:
                yield Line(Sort.REPORTING, slug, body.parent)


def _stated(
    rule: Rule,
) -> Iterator[tuple[Sort, tuple[str, ...], tuple[str, ...], str]]:
    if isinstance(rule, Relation):
        sort = SORTS.get(rule.relation, Sort.REPORTING)
        yield sort, rule.from_ or rule.bodies, rule.to, rule.scope
    elif isinstance(rule, Delegation):
        yield Sort.DELEGATION, rule.bodies, rule.to, "; ".join(rule.matters)
    elif isinstance(rule, Scrutiny):
        yield Sort.SCRUTINY, rule.by, rule.bodies, "; ".join(rule.scope)


def levels_of(boxes: dict[str, Box], lines: tuple[Line, ...]) -> dict[str, int]:
    """
    Return the row of each box, 0 at the top.

    A body without a tier takes the row that its lines give it: below what it answers
    to, above what answers to it. What no line places stands in the last row.
    """
    levels = {
        code: 2 * TIERS.index(box.tier) for code, box in boxes.items() if box.tier
    }
    above = [
        (line.one, line.other) if line.sort in UPWARD else (line.other, line.one)
        for line in lines
    ]
    if not levels and above:
        levels[_highest(boxes, above)] = 0
    while found := _below(levels, above) or _above(levels, above):
        levels |= found
    last = max(levels.values(), default=0) + 1
    for code in boxes:
        levels.setdefault(code, last)
    used = sorted(set(levels.values()))
    return {code: used.index(level) for code, level in levels.items()}


def _highest(boxes: dict[str, Box], above: list[tuple[str, str]]) -> str:
    lows = {low for low, _ in above}
    return next((high for _, high in above if high not in lows), next(iter(boxes)))


def _below(levels: dict[str, int], above: list[tuple[str, str]]) -> dict[str, int]:
    """Return what the lines place below something: under the lowest of them."""
    found: dict[str, int] = {}
    for low, high in above:
        if high in levels and low not in levels:
            found[low] = max(levels[high] + 1, found.get(low, levels[high] + 1))
    return found


def _above(levels: dict[str, int], above: list[tuple[str, str]]) -> dict[str, int]:
    """Return what the lines place above something: over the highest of them."""
    found: dict[str, int] = {}
    for low, high in above:
        if low in levels and high not in levels:
            found[high] = min(levels[low] - 1, found.get(high, levels[low] - 1))
    return found
