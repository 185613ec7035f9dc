"""
What a test is made of: sets of seats, amounts, and tests over them.

Three sorts, no recursion by name, no free code, fractions never floats; so a charter
can be compared, put into words, proved reachable, and every evaluation ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

SET_WORDS = {
    "seats": "every seat of the body, filled or vacant; optional seats while filled",
    "filled": "the seats that have a holder",
    "voting": "the filled seats that have a vote",
    "present": "those who are there and count as present",
    "entitled": "those present who may vote on the matter",
    "voted": "those who voted for or against",
    "in favour": "those who voted for",
    "against": "those who voted against",
    "abstained": "those who abstained by name or were counted as abstaining",
    "asked": "the seats that were asked in a consultation",
    "responded": "the seats that gave any response",
    "agreed": "the seats that answered that they agree",
    "objected": "the seats that answered that they object",
    "membership": "what this rule's own 'membership' field says it is",
}
"""Each word for a set and what it holds; the words of a charter's own groups,
seats and offices join them after `from`, `except` and `includes`."""

SETS_OF_THE_ROLL = frozenset({"seats", "filled", "voting"})
"""Sets that are known from the membership alone, whoever comes."""


class Unit(StrEnum):
    """What is counted: the same set can hold eight people in nine seats."""

    PERSON = "person"
    SEAT = "seat"
    ORGANISATION = "organisation"
    WEIGHT = "weight"


class Comparison(StrEnum):
    """How a count is held against an amount."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    EXACTLY = "exactly"
    AT_MOST = "at most"
    FEWER_THAN = "fewer than"


@dataclass(frozen=True, slots=True)
class Set:
    """A set word, narrowed to some groups (`within`) and without others."""

    word: str
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the phrase that reads back as this set."""
        parts = [self.word]
        parts += [f"from {name}" for name in self.within]
        parts += [f"except {name}" for name in self.without]
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    of: int

    def __str__(self) -> str:
        """Write it in figures."""
        return str(self.of)


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a set, exact unless a rounding is stated."""

    share: Fraction
    of: Set
    rounded: str = ""
    """up, down or nearest; empty compares the exact fraction."""

    def __str__(self) -> str:
        """Write the phrase."""
        rounding = f" rounded {self.rounded}" if self.rounded else ""
        # In figures alone, the whole of a set would read as the number one.
        share = "all" if self.share == 1 else str(self.share)
        return f"{share} of {self.of}{rounding}"


@dataclass(frozen=True, slots=True)
class Size:
    """How many a set holds: `in favour more than against`."""

    of: Set

    def __str__(self) -> str:
        """Write the set."""
        return str(self.of)


@dataclass(frozen=True, slots=True)
class Step:
    """The number that the rule's `steps` give for the size of a set."""

    of: Set

    def __str__(self) -> str:
        """Write the phrase."""
        return f"the step for {self.of}"


@dataclass(frozen=True, slots=True)
class Plus:
    """An amount and a whole number more: half plus one."""

    amount: Amount
    more: int

    def __str__(self) -> str:
        """Write the phrase."""
        return f"{self.amount} plus {self.more}"


@dataclass(frozen=True, slots=True)
class Pick:
    """The lesser or the greater of two amounts."""

    greater: bool
    one: Amount
    other: Amount

    def __str__(self) -> str:
        """Write the phrase."""
        which = "greater" if self.greater else "lesser"
        return f"the {which} of {self.one} and {self.other}"


Amount = Number | Part | Size | Step | Plus | Pick


@dataclass(frozen=True, slots=True)
class Compare:
    """`present by seat at least 1/2 of filled`."""

    left: Set
    comparison: Comparison
    amount: Amount
    unit: Unit

    def __str__(self) -> str:
        """Write the phrase in its one normal form."""
        if isinstance(self.amount, Number):
            return f"{self.comparison} {self.amount} of {self.left} by {self.unit}"
        return f"{self.left} by {self.unit} {self.comparison} {self.amount}"


@dataclass(frozen=True, slots=True)
class Includes:
    """`includes chair`: the holder of a seat or office, or one of a group, is there."""

    of: Set
    name: str

    def __str__(self) -> str:
        """Write the phrase; the rule's own set goes without saying."""
        return f"{self.of} includes {self.name}"


@dataclass(frozen=True, slots=True)
class Every:
    """`every organisation of councils in present`."""

    unit: Unit
    name: str
    of: Set

    def __str__(self) -> str:
        """Write the phrase."""
        return f"every {self.unit} of {self.name} in {self.of}"


@dataclass(frozen=True, slots=True)
class Judged:
    """`judged by chair`: discretion is data, and needs a recorded ruling."""

    by: str

    def __str__(self) -> str:
        """Write the phrase."""
        return f"judged by {self.by}"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the tests."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of the tests."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The test does not hold."""

    test: Test


Test = Compare | Includes | Every | Judged | All | Any | Not


def tests_in(test: Test) -> Iterator[Test]:
    """Yield a test and every test inside it, outermost first."""
    yield test
    if isinstance(test, All | Any):
        for inner in test.tests:
            yield from tests_in(inner)
    elif isinstance(test, Not):
        yield from tests_in(test.test)


def sets_in(test: Test) -> Iterator[Set]:
    """Yield every set that a test counts or looks into."""
    for one in tests_in(test):
        if isinstance(one, Compare):
            yield one.left
            yield from _sets_of(one.amount)
        elif isinstance(one, Includes | Every):
            yield one.of


def _sets_of(amount: Amount) -> Iterator[Set]:
    if isinstance(amount, Part | Size | Step):
        yield amount.of
    elif isinstance(amount, Plus):
        yield from _sets_of(amount.amount)
    elif isinstance(amount, Pick):
        yield from _sets_of(amount.one)
        yield from _sets_of(amount.other)


def names_in(test: Test) -> Iterator[str]:
    """Yield every name of a seat, group, office or organisation in a test."""
    for one in tests_in(test):
        if isinstance(one, Includes | Every):
            yield one.name
        if isinstance(one, Judged):
            yield one.by
    for each in sets_in(test):
        yield from each.within
        yield from each.without
