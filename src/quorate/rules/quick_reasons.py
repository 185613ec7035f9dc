"""
The reasons for a quick test, built from a roll in columns.

The same reasons as `reasons.explainer` gives for the same roll, to the byte (held by a
property test); only the time differs.
"""

from __future__ import annotations

from collections.abc import Callable

from quorate.charter.expressions import All, Any, Compare, Includes, Test, Unit
from quorate.rules.finding import NOTHING, LeftOut, Reason
from quorate.rules.quick import Columns, quick
from quorate.rules.reasons import NOT_CARRIED, SECOND_SEAT, written
from quorate.rules.sets import Ground, Quantity
from quorate.rules.testing import amount
from quorate.rules.verdict import MET, NOT_MET, Verdict

QuickExplain = Callable[[Columns], Reason]

_new = tuple.__new__
"""Makes a reason without going through its keyword arguments: half of its time."""


def quick_explainer(test: Test, ground: Ground, *, clause: str) -> QuickExplain | None:
    """Return what explains a test that has a quick form; None for any other."""
    if quick(test, ground) is None:
        return None
    return _explain(test, ground, clause)


def _explain(test: Test, ground: Ground, clause: str) -> QuickExplain | None:
    if isinstance(test, All | Any):
        parts = [_explain(one, ground, clause) for one in test.tests]
        inner = [part for part in parts if part is not None]
        return _joined(test, inner, clause) if len(inner) == len(parts) else None
    if isinstance(test, Compare):
        return _compared(test, ground, clause)
    return _office(test, ground, clause) if isinstance(test, Includes) else None


def _joined(test: All | Any, parts: list[QuickExplain], clause: str) -> QuickExplain:
    says = "all" if isinstance(test, All) else "any"
    # A roll in columns is complete: one part that is not met settles "all", one that
    # is met settles "any", and there is nothing else to be.
    settles, otherwise = (NOT_MET, MET) if says == "all" else (MET, NOT_MET)

    def joined(roll: Columns) -> Reason:
        told = [part(roll) for part in parts]
        verdict = otherwise
        for one in told:
            if one[1] is settles:
                verdict = settles
        return _new(
            Reason,
            (says, verdict, clause, None, None, "", "", (), (), NOTHING, tuple(told)),
        )

    return joined


def _compared(test: Compare, ground: Ground, clause: str) -> QuickExplain | None:
    need = amount(test.amount, test.unit, ground)({})
    if isinstance(need, Verdict):
        return None
    least: Quantity = need
    says, unit, of = test.comparison.value, test.unit.value, str(test.left)
    values = {"amount": str(test.amount)}
    needed, more = written(need), says == "more than"
    column = 1 if test.unit is Unit.PERSON else 0

    def compared(roll: Columns) -> Reason:
        names = roll[column]
        counted = tuple(sorted(set(names)))
        count = len(counted)
        again = _again(roll) if column and count < len(names) else ()
        met = count > least if more else count >= least
        return _new(
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

    return compared


def _again(roll: Columns) -> tuple[LeftOut, ...]:
    """Name the further seats of people who were counted once."""
    seen: set[str] = set()
    again = []
    for seat, person in zip(roll[0], roll[1], strict=True):
        if person in seen:
            again.append(seat)
        seen.add(person)
    return tuple([LeftOut(seat, SECOND_SEAT) for seat in sorted(again)])


def _office(test: Includes, ground: Ground, clause: str) -> QuickExplain | None:
    people = ground.membership.offices.get(test.name)
    if people is None:
        return None
    holders = people
    name, of = test.name, str(test.of)
    values = {"vacant": not people}
    held = {
        seat for one in people for seat in ground.membership.held_by(one)
    } | ground.membership.seats_of(name)

    def office(roll: Columns) -> Reason:
        stand_ins = roll[2]
        stood_in: tuple[LeftOut, ...] = ()
        if stand_ins:
            rows = list(zip(*roll, strict=True))
            found = set(holders.intersection(roll[1]))
            stood_in = tuple(
                [
                    LeftOut(person, NOT_CARRIED)
                    for seat, person, stands_in in rows
                    if stands_in and seat in held and person not in holders
                ]
            )
        else:
            found = set(holders.intersection(roll[1]))
        return _new(
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

    return office
