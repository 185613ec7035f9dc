"""Checks of shares and majorities: of what they are taken, and if they are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Part,
    Pick,
    Plus,
    tests_in,
)
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.lint.bodies import rules_run
from quorate.lint.people import Room
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import readings, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from quorate.charter.expressions import Amount, Test
    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

TEST_SORTS = (All, Any, Compare, Every, Includes, Judged, Not)
EXACT = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EXACTLY)
ROLL = ("seats", "filled", "voting", "membership")
"""Sets whose size is known before anybody comes."""


def no_denominator(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L14."""
    for rule, body, field, tests in _tests(charter):
        parts = [part for test in tests for part in _parts(test)]
        of = {str(part.of) for part in parts if part.of.word in ROLL}
        unsaid = any(part.of.word == "membership" for part in parts) and not (
            isinstance(rule, Quorum) and stated(rule, "membership")
        )
        doubtful = not stated(rule, field) and len(of) > 1
        if unsaid or doubtful:
            yield found(
                "The share is taken of a number that the words leave open: all seats, "
                "those that are filled, or those that have a vote. With vacancies the "
                "three differ.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def never_whole(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L15."""
    for rule, body, _field, tests in _tests(charter):
        room = Room.of(charter, body, setting)
        means = rule.membership if isinstance(rule, Quorum) else None
        told = set()
        for test in tests:
            for compare in tests_in(test):
                if not isinstance(compare, Compare):
                    continue
                if compare.comparison not in EXACT:
                    continue
                for part in _parts_of(compare.amount):
                    if part.rounded or part.of.word not in ROLL:
                        continue
                    size = room.size(part.of, compare.unit, means)
                    if size is None or size in told:
                        continue
                    exact = part.share * size
                    if exact.denominator != 1:
                        told.add(size)
                        yield found(
                            f"{part.share} of {size} is {_decimal(exact)}, which is "
                            "no number of people, and nothing says whether to round "
                            "up or down.",
                            at=rule.clause,
                            line=rule.place.line,
                            body=body,
                        )


def present_without_vote(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L16."""
    for rule, body in rules_run(charter, Decision):
        silent = [
            line
            for seats in charter.rules_of(body, Seats)
            for line in seats.lines
            if _never_votes(line)
        ]
        if not silent:
            continue
        tests = readings(rule, "carried_if")
        of = {part.of for test in tests for part in _parts(test)}
        if any(one.word == "present" and not one.without for one in of):
            names = ", ".join(line.title or line.seat for line in silent)
            yield found(
                "A majority is asked of those present, and some of them can never "
                f"vote for ({names}): their presence counts against every motion, "
                "and so does each abstention.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def _never_votes(line: Line) -> bool:
    return line.capacity == "participant" or line.votes == 0


def _tests(charter: Charter) -> Iterator[tuple[Rule, str, str, tuple[Test, ...]]]:
    """Yield each test by which a body decides, with the field and every reading."""
    fields: dict[type[Rule], tuple[str, ...]] = {
        Quorum: ("needs", "reconvened"),
        Decision: ("carried_if",),
        Correspondence: ("carried_if", "at_least_answered"),
    }
    for kind, names in fields.items():
        for rule, body in rules_run(charter, kind):
            for field in names:
                tests = tuple(
                    one for one in readings(rule, field) if isinstance(one, TEST_SORTS)
                )
                if tests:
                    yield rule, body, field, tests


def _parts(test: Test) -> Iterator[Part]:
    for one in tests_in(test):
        if isinstance(one, Compare):
            yield from _parts_of(one.amount)


def _parts_of(amount: Amount) -> Iterator[Part]:
    if isinstance(amount, Part):
        yield amount
    elif isinstance(amount, Plus):
        yield from _parts_of(amount.amount)
    elif isinstance(amount, Pick):
        yield from _parts_of(amount.one)
        yield from _parts_of(amount.other)


def _decimal(exact: Fraction) -> str:
    whole, rest = divmod(exact, 1)
    return f"{whole} and {rest}" if whole else str(rest)


CHECKS = (
    Check(
        id="L14",
        severity=Severity.UNINTENDED,
        title="A share is asked for and nothing says of what",
        means="With vacancies the same room can be quorate or not, by who counts.",
        repair="Say of which number: all seats, filled seats, members with a vote.",
        example="Half of the membership is a quorum.",
        find=no_denominator,
    ),
    Check(
        id="L15",
        severity=Severity.UNINTENDED,
        title="A share that is no whole number, and no rounding",
        means="At the present size the number asked for does not exist.",
        repair="Say “rounded up”, or “more than half”.",
        example="At least half of the seventeen seats.",
        find=never_whole,
    ),
    Check(
        id="L16",
        severity=Severity.UNINTENDED,
        title="A majority of those present while some of them cannot vote",
        means="Whoever sits there without a vote counts against every motion.",
        repair="Ask for a majority of those entitled to vote, or of votes cast.",
        example="A majority of those present carries. The adviser has no vote.",
        find=present_without_vote,
    ),
)
