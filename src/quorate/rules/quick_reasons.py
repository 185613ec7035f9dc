"""
The reasons for a quick test, and what is missing, built from a roll in columns.

The same as `reasons.explainer` and `reasons.missing_from` give for the same roll, to
the byte (held by a property test); only the time differs.
"""

from __future__ import annotations

from collections.abc import Callable

from quorate.charter.expressions import All, Any, Compare, Includes, Test, Unit
from quorate.rules.finding import NOTHING, LeftOut, Missing, Reason
from quorate.rules.membership import Membership
from quorate.rules.quick import Columns, quick
from quorate.rules.reasons import NOT_CARRIED, SECOND_SEAT, missing_from, written
from quorate.rules.sets import Ground, Quantity
from quorate.rules.testing import amount
from quorate.rules.verdict import MET, NOT_MET, Verdict

Told = tuple[Reason, tuple[Missing, ...]]
"""A reason, and what would still have to come where it is not met."""

QuickExplain = Callable[[Columns], Told]

_new = tuple.__new__
"""Makes a reason without going through its keyword arguments: half of its time."""

MOST_REMEMBERED = 6
"""Of so many office holders at most every combination is remembered: 64 reasons."""


def quick_explainer(test: Test, ground: Ground, *, clause: str) -> QuickExplain | None:
    """Return what explains a test that has a quick form; None for any other."""
    if quick(test, ground) is None:
        return None
    return _explain(test, ground, clause)


def _explain(test: Test, ground: Ground, clause: str) -> QuickExplain | None:
    made: QuickExplain | None = None
    if isinstance(test, All | Any):
        parts = [_explain(one, ground, clause) for one in test.tests]
        inner = tuple(part for part in parts if part is not None)
        if len(inner) == len(parts):
            made = _joined(test, inner, clause)
    elif isinstance(test, Compare):
        made = _compared(test, ground, clause)
    elif isinstance(test, Includes):
        made = _included(test, ground, clause)
    named = _named(test, ground.membership)
    if made is None or named is None or len(named) > MOST_REMEMBERED:
        return made
    return _remembered(made, named)


def _named(test: Test, membership: Membership) -> frozenset[str] | None:
    """Return the office holders on whom alone a test turns, or None."""
    if isinstance(test, Includes):
        return membership.offices.get(test.name)
    if not isinstance(test, All | Any):
        return None
    held = [_named(one, membership) for one in test.tests]
    known = [people for people in held if people is not None]
    return frozenset().union(*known) if len(known) == len(held) else None


def _remembered(explain: QuickExplain, named: frozenset[str]) -> QuickExplain:
    """Explain once for each set of the named people who are there."""
    kept: dict[frozenset[str], Told] = {}

    def remembered(roll: Columns) -> Told:
        if roll[2]:
            return explain(roll)  # Who stood in for whom is told besides.
        there = named.intersection(roll[1])
        told = kept.get(there)
        if told is None:
            told = kept[there] = explain(roll)
        return told

    return remembered


def _joined(
    test: All | Any, parts: tuple[QuickExplain, ...], clause: str
) -> QuickExplain:
    if isinstance(test, Any):
        return _any_of(test, parts, clause)
    if len(parts) == 2:  # noqa: PLR2004  By far the commonest number; a loop costs double.
        return _both(*parts, clause)

    def joined(roll: Columns) -> Told:
        told = [part(roll) for part in parts]
        # A roll in columns is complete: there is nothing but met and not met.
        short = any(reason[1] is NOT_MET for reason, _ in told)
        reasons = tuple([reason for reason, _ in told])
        missing = tuple([one for _, more in told for one in more])
        return _tree("all", NOT_MET if short else MET, clause, reasons), missing

    return joined


def _both(one: QuickExplain, other: QuickExplain, clause: str) -> QuickExplain:
    def both(roll: Columns) -> Told:
        first, missing = one(roll)
        second, more = other(roll)
        verdict = MET if first[1] is MET and second[1] is MET else NOT_MET
        return _tree("all", verdict, clause, (first, second)), missing + more

    return both


def _any_of(test: Any, parts: tuple[QuickExplain, ...], clause: str) -> QuickExplain:
    def any_of(roll: Columns) -> Told:
        reasons = tuple([part(roll)[0] for part in parts])
        met = any(reason[1] is MET for reason in reasons)
        tree = _tree("any", MET if met else NOT_MET, clause, reasons)
        return tree, missing_from(test, tree)

    return any_of


def _tree(
    says: str, verdict: Verdict, clause: str, parts: tuple[Reason, ...]
) -> Reason:
    return _new(
        Reason, (says, verdict, clause, None, None, "", "", (), (), NOTHING, parts)
    )


def _compared(test: Compare, ground: Ground, clause: str) -> QuickExplain | None:
    need = amount(test.amount, test.unit, ground)({})
    if isinstance(need, Verdict):
        return None
    least: Quantity = need
    says, unit, of = test.comparison.value, test.unit.value, str(test.left)
    values = {"amount": str(test.amount)}
    needed, more = written(need), says == "more than"
    column = 1 if test.unit is Unit.PERSON else 0
    seconds = {seat: LeftOut(seat, SECOND_SEAT) for seat in ground.membership.by_name}
    missing: dict[int, tuple[Missing, ...]] = {}

    def compared(roll: Columns) -> Told:
        names = roll[column]
        counted = tuple(sorted({*names}))
        count = len(counted)
        again = _again(roll, seconds) if column and count < len(names) else ()
        met = count > least if more else count >= least
        told = _new(
            Reason,
            (
                says,
                MET if met else NOT_MET,
                clause,
                needed,
                count,
                unit,
                of,
                counted,
                again,
                values,
                (),
            ),
        )
        if met:
            return told, ()
        if count not in missing:
            missing[count] = missing_from(test, told)
        return told, missing[count]

    return compared


def _again(roll: Columns, seconds: dict[str, LeftOut]) -> tuple[LeftOut, ...]:
    """Name the further seats of people who were counted once."""
    seen: set[str] = set()
    again = []
    for seat, person in zip(roll[0], roll[1], strict=True):
        if person in seen:
            again.append(seat)
        else:
            seen.add(person)
    again.sort()
    return tuple([seconds.get(seat) or LeftOut(seat, SECOND_SEAT) for seat in again])


def _included(test: Includes, ground: Ground, clause: str) -> QuickExplain:
    people = ground.membership.offices.get(test.name)
    seats = ground.membership.seats_of(test.name)
    column, wanted = (0, seats) if people is None else (1, people)
    held = frozenset(
        seat for one in people or () for seat in ground.membership.held_by(one)
    )
    name, of = test.name, str(test.of)
    values = {"vacant": people is not None and not people}
    nobody: tuple[Missing, ...] = (Missing("one of", 1, "person", (name,)),)

    def included(roll: Columns) -> Told:
        found = wanted.intersection(roll[column])
        stood_in: tuple[LeftOut, ...] = ()
        if roll[2] and column:
            stood_in = tuple(
                [
                    LeftOut(person, NOT_CARRIED)
                    for seat, person, stands_in in zip(*roll, strict=True)
                    if stands_in and person not in wanted and seat in held | seats
                ]
            )
        told = _new(
            Reason,
            (
                "includes",
                MET if found else NOT_MET,
                clause,
                name,
                None,
                "",
                of,
                tuple(sorted(found)),
                stood_in,
                values,
                (),
            ),
        )
        return told, () if found else nobody

    return included
