"""
The commonest tests, asked of a roll in columns: for many meetings of one body.

A roll in columns is complete by its nature, so these answer yes or no and never need
the four values. A test that has no quick form is asked the ordinary way; both give the
same answers (held by a property test), and only the time differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from quorate.charter.expressions import (
    All,
    Amount,
    Any,
    Compare,
    Comparison,
    Includes,
    Number,
    Part,
    Set,
    Test,
    Unit,
)
from quorate.rules.membership import Entry
from quorate.rules.sets import Ground
from quorate.rules.testing import amount
from quorate.rules.verdict import Verdict


class Columns(NamedTuple):
    """Who is there and counts: the same entries, by column."""

    seats: tuple[str, ...]
    persons: tuple[str, ...]
    stand_ins: tuple[bool, ...] = ()
    """For each entry, whether it is a substitute; empty where nobody is."""

    def entries(self) -> tuple[Entry, ...]:
        """Return the roll row by row."""
        if not self.stand_ins:
            return tuple(map(Entry, self.seats, self.persons))
        return tuple(
            Entry(seat, person, not stand_in)
            for seat, person, stand_in in zip(
                self.seats, self.persons, self.stand_ins, strict=True
            )
        )


Quick = Callable[[Columns], bool]


def columns(entries: Iterable[Entry]) -> Columns:
    """Return entries as columns."""
    rows = tuple(entries)
    stand_ins = tuple(not one.holder for one in rows)
    return Columns(
        tuple(one.seat for one in rows),
        tuple(one.person for one in rows),
        stand_ins if any(stand_ins) else (),
    )


def quick(test: Test, ground: Ground) -> Quick | None:
    """Return the quick form of a test about who is present, or None."""
    if isinstance(test, All | Any):
        return _joined(test, ground)
    if isinstance(test, Compare):
        return _compared(test, ground)
    if isinstance(test, Includes) and test.of == Set("present"):
        people = _people(test, ground)
        return None if people is None else _office(people)
    return None


def _joined(test: All | Any, ground: Ground) -> Quick | None:
    if isinstance(test, Any):
        held = [_people(one, ground) for one in test.tests]
        if all(people is not None for people in held):
            return _office(frozenset().union(*(people or () for people in held)))
    parts = [quick(one, ground) for one in test.tests]
    inner = tuple(part for part in parts if part is not None)
    if len(inner) < len(parts):
        return None
    if len(inner) == 2:  # noqa: PLR2004  By far the commonest number; a loop costs double.
        one, other = inner
        if isinstance(test, All):
            return lambda roll: one(roll) and other(roll)
        return lambda roll: one(roll) or other(roll)
    if isinstance(test, All):
        return lambda roll: all(part(roll) for part in inner)
    return lambda roll: any(part(roll) for part in inner)


def _people(test: Test, ground: Ground) -> frozenset[str] | None:
    if ground.substitutes_carry:
        return None
    if isinstance(test, Includes) and test.of == Set("present"):
        return ground.membership.offices.get(test.name)
    return None


def _office(people: frozenset[str]) -> Quick:
    return lambda roll: not people.isdisjoint(roll[1])


def _compared(test: Compare, ground: Ground) -> Quick | None:
    column = {Unit.SEAT: 0, Unit.PERSON: 1}.get(test.unit)
    if column is None or test.left != Set("present"):
        return None
    if test.comparison not in (Comparison.AT_LEAST, Comparison.MORE_THAN):
        return None
    need = _known(test.amount, test.unit, ground)
    if need is None:
        return None
    # "More than 8.5" and "at least 8.5" are both nine; more than 8 is nine as well.
    least = -(-need.numerator // need.denominator)
    if test.comparison is Comparison.MORE_THAN and least == need:
        least += 1
    if column:
        return lambda roll: len(set(roll[1])) >= least
    return lambda roll: len(set(roll[0])) >= least


def _known(wanted: Amount, unit: Unit, ground: Ground) -> Fraction | None:
    """Return an amount that is the same whoever comes."""
    if not isinstance(wanted, Number | Part):
        return None
    if isinstance(wanted, Part):
        word = wanted.of.word
        if word == "membership" and ground.means is not None:
            word = ground.means.word
        if ground.word(word) is None:
            return None
    found = amount(wanted, unit, ground)({})
    return None if isinstance(found, Verdict) else Fraction(found)
