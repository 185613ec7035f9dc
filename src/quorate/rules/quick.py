"""
The commonest tests, asked of a roll in columns: for many meetings of one body.

A roll in columns is complete by its nature, so these answer yes or no and never need
the four values. A test that has no quick form is asked the ordinary way; both give the
same answers (held by a property test), and only the time differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from operator import itemgetter
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
from quorate.rules.verdict import MET, NOT_MET, Verdict

PRESENT = Set("present")


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
QuickBatch = Callable[[Iterable[Columns]], Iterator[Verdict]]


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
    both = _people_and_office(test, ground)
    if both is not None:
        return _both(*both)
    if isinstance(test, All | Any):
        return _joined(test, ground)
    if isinstance(test, Compare):
        return _compared(test, ground)
    if isinstance(test, Includes):
        return _included(test, ground)
    return None


def quick_batch(test: Test, ground: Ground) -> QuickBatch | None:
    """Return what gives one verdict after another for many rolls, or None."""
    both = _people_and_office(test, ground)
    if both is not None:
        return _both_in_batch(*both)
    asked = quick(test, ground)
    if asked is None:
        return None
    return lambda rolls: (MET if asked(roll) else NOT_MET for roll in rolls)


def _people_and_office(test: Test, ground: Ground) -> tuple[int, frozenset[str]] | None:
    """Return so many people, and of whom one must be there: the commonest quorum."""
    if not isinstance(test, All) or len(test.tests) != 2:  # noqa: PLR2004  A pair.
        return None
    for counted, named in (test.tests, test.tests[::-1]):
        if isinstance(counted, Compare) and counted.unit is Unit.PERSON:
            least, people = _least(counted, ground), _people(named, ground)
            if least is not None and people is not None:
                return least, people
    return None


def _both(least: int, people: frozenset[str]) -> Quick:
    absent = people.isdisjoint

    def both(roll: Columns) -> bool:
        persons = roll[1]
        # Too few entries are too few people: the set is made only where it matters.
        return (
            len(persons) >= least and len({*persons}) >= least and not absent(persons)
        )

    return both


def _both_in_batch(least: int, people: frozenset[str]) -> QuickBatch:
    """Do as `_both`, written out once more: a call for each roll costs a quarter."""
    absent = people.isdisjoint
    return lambda rolls: (
        MET
        if len(persons) >= least and len({*persons}) >= least and not absent(persons)
        else NOT_MET
        # Taken out like this a column costs less than by its name.
        for persons in map(itemgetter(1), rolls)
    )


def _joined(test: All | Any, ground: Ground) -> Quick | None:
    people = _people(test, ground)
    if people is not None:
        return _one_of(people, 1)
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
    """Return the people of whom one must be there, if that is all that is asked."""
    if isinstance(test, Any):
        held = [_people(one, ground) for one in test.tests]
        known = [people for people in held if people is not None]
        return frozenset().union(*known) if len(known) == len(held) else None
    if not isinstance(test, Includes) or test.of != PRESENT or ground.substitutes_carry:
        return None
    return ground.membership.offices.get(test.name)


def _included(test: Includes, ground: Ground) -> Quick | None:
    if test.of != PRESENT:
        return None
    if test.name not in ground.membership.offices:
        return _one_of(ground.membership.seats_of(test.name), 0)
    people = _people(test, ground)
    return None if people is None else _one_of(people, 1)


def _one_of(names: frozenset[str], column: int) -> Quick:
    absent = names.isdisjoint
    return lambda roll: not absent(roll[column])


def _compared(test: Compare, ground: Ground) -> Quick | None:
    least = _least(test, ground)
    if least is None:
        return None
    column = 1 if test.unit is Unit.PERSON else 0
    return lambda roll: len({*roll[column]}) >= least


def _least(test: Compare, ground: Ground) -> int | None:
    """Return how many of those present a comparison needs, if it is a fixed number."""
    if test.unit not in (Unit.SEAT, Unit.PERSON) or test.left != PRESENT:
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
    return least


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
