"""Checks of what must not overlap or leave a gap: decision rules, and bands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Authority
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.duties import Register
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row, plainly
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

AMOUNT = r"[£€$]?\s?([0-9][0-9,]*(?:\.[0-9]+)?)\s?(k|m|%)?"
FROM_TO = re.compile(rf"(?:from )?{AMOUNT}\s?(?:to|-|–)\s?{AMOUNT}", re.IGNORECASE)
UP_TO = re.compile(rf"(up to|under|less than|below) {AMOUNT}", re.IGNORECASE)
AND_MORE = re.compile(
    rf"(?:(over|more than|above) {AMOUNT}|{AMOUNT}\s?(?:\+|(?:and|or) (?:more|over)))",
    re.IGNORECASE,
)
TIMES = {"k": 1_000, "m": 1_000_000}
FEWEST_BANDS = 2


def decision_rules(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L58."""
    for body in charter.own_bodies:
        rules = charter.rules_of(body, Decision)
        for one, other in combinations(rules, 2):
            if _in_turn(one, other, rules) or not _same_case(one, other):
                continue
            yield found(
                f"{name_of(charter, body)} has two rules for deciding "
                f"{_shared(one, other)}: this one and that of "
                f"{charter.cite(one.clause)}.",
                at=other.clause,
                line=other.place.line,
                body=body,
            )
        yield from _uncovered(charter, body, rules)


def _same_case(one: Decision, other: Decision) -> bool:
    if (one.method == "election") != (other.method == "election"):
        return False
    if bool(one.matters) != bool(other.matters):
        # A rule for some matters goes before the one for every matter.
        return False
    return not one.matters or bool(_common(one, other))


def _common(one: Decision, other: Decision) -> list[str]:
    known = {plainly(words) for words in other.matters}
    return [words for words in one.matters if plainly(words) in known]


def _shared(one: Decision, other: Decision) -> str:
    return in_a_row(_common(one, other)) or "every matter"


def _in_turn(one: Decision, other: Decision, rules: tuple[Decision, ...]) -> bool:
    """Tell if one of two rules is what is tried after the other."""
    by_name = {rule.name: rule for rule in rules if rule.name}
    for start, end in ((one, other), (other, one)):
        seen: set[str] = set()
        step: Decision | None = start
        while step is not None and step.then and step.then not in seen:
            seen.add(step.then)
            step = by_name.get(step.then)
            if step is end:
                return True
    return False


def _uncovered(
    charter: Charter, body: str, rules: tuple[Decision, ...]
) -> Iterator[Found]:
    ordinary = [rule for rule in rules if rule.method != "election"]
    if not ordinary or any(not rule.matters for rule in ordinary):
        return
    covered = {plainly(words) for rule in ordinary for words in rule.matters}
    left = [
        words
        for authority in charter.rules_of(body, Authority)
        for words in (*authority.may_decide, *authority.reserved)
        if plainly(words) not in covered
    ]
    yield found(
        f"The rules for deciding name their matters one by one and leave "
        f"{in_a_row(left) if left else 'every other matter'} without a rule.",
        at=ordinary[0].clause,
        line=ordinary[0].place.line,
        body=body,
    )


@dataclass(frozen=True, slots=True)
class Band:
    """A range of amounts; `None` is open, and an end counts unless it is excluded."""

    low: Fraction | None
    high: Fraction | None
    without_low: bool = False
    without_high: bool = False
    whole: bool = False
    """Plain figures that count things, so that 5 and 6 have nothing between them."""


def bands(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L67."""
    for clause in charter.clauses:
        if clause.kind == "row":
            for what in _faults(clause.cells):
                yield found(f"The bands of this row {what}.", at=clause)
    for anchor, cells in _columns(charter):
        for what in _faults(cells):
            yield found(f"The bands of this table {what}.", at=anchor)
    for rule in charter.rules:
        if isinstance(rule, Register) and rule.bands:
            for what in _faults(words for _, words in rule.bands):
                yield found(
                    f"The bands of this scale {what}.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def _columns(charter: Charter) -> Iterator[tuple[str, list[str]]]:
    """Yield the cells under each other, with the anchor of the first row."""
    tables: list[list[tuple[str, tuple[str, ...]]]] = []
    line = -1
    for clause in charter.clauses:
        if clause.kind != "row":
            continue
        if clause.line != line + 1:
            tables.append([])
        line = clause.line
        tables[-1].append((clause.anchor, clause.cells))
    for rows in tables:
        for column in range(max(len(cells) for _, cells in rows)):
            cells = [cells[column] for _, cells in rows if column < len(cells)]
            yield rows[0][0], cells


def _faults(cells: Iterable[str]) -> Iterator[str]:
    read = [(cell, band) for cell in cells if (band := _band(cell)) is not None]
    if len(read) < FEWEST_BANDS:
        return
    for (words, lower), (next_words, upper) in pairwise(read):
        if lower.high is None or upper.low is None:
            continue
        between = upper.low - lower.high
        excluded = lower.without_high or upper.without_low
        if between < 0 or (between == 0 and not excluded):
            yield f"overlap: “{words}” and “{next_words}” share an amount"
        elif between > 0 and not (lower.whole and upper.whole and between == 1):
            yield f"leave a gap between “{words}” and “{next_words}”"
        elif lower.without_high and upper.without_low:
            yield f"leave out the amount between “{words}” and “{next_words}”"


def _band(cell: str) -> Band | None:
    words = " ".join(cell.split())
    if match := FROM_TO.fullmatch(words):
        low_unit = match[2] or match[4]
        whole = not (low_unit or re.search(r"[£€$.]", words))
        return Band(
            _figure(match[1], low_unit), _figure(match[3], match[4]), whole=whole
        )
    if match := UP_TO.fullmatch(words):
        excluded = match[1].casefold() != "up to"
        whole = not (match[3] or re.search(r"[£€$.]", words))
        return Band(
            None, _figure(match[2], match[3]), without_high=excluded, whole=whole
        )
    if match := AND_MORE.fullmatch(words):
        figure, unit = (match[2], match[3]) if match[1] else (match[4], match[5])
        whole = not (unit or re.search(r"[£€$.]", words))
        return Band(
            _figure(figure, unit), None, without_low=bool(match[1]), whole=whole
        )
    return None


def _figure(figures: str, unit: str | None) -> Fraction:
    return Fraction(figures.replace(",", "")) * TIMES.get((unit or "").casefold(), 1)


CHECKS = (
    Check(
        id="L58",
        severity=Severity.DEFECT,
        title="Decision rules overlap, or leave a matter without one",
        means="The same vote is carried by one rule and lost by the other, or there "
        "is no rule to count it by.",
        repair="Say for which matters each rule is, and which one is for all the rest.",
        example="4. Budgets need two thirds. … 9. Budgets need a majority.",
        find=decision_rules,
        bars=True,
    ),
    Check(
        id="L67",
        severity=Severity.UNINTENDED,
        title="Bands leave a gap or overlap",
        means="An amount between two bands has no place, or has two.",
        repair="Let each band begin where the one before ends, and say which of them "
        "has the amount itself.",
        example="| up to £50k | £50k to £249k | £250k and more |",
        find=bands,
    ),
)
