"""Why a test came out as it did: needed, had, who was counted, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Not,
    Test,
    Unit,
)
from quorate.rules.finding import LeftOut, Missing, Reason
from quorate.rules.membership import Entry, Membership
from quorate.rules.sets import Ground, Quantity, Scene, counter, parts_of, taker
from quorate.rules.testing import amount, holds, judged, wanted_by
from quorate.rules.verdict import MET, NOT_MET, Verdict, all_of, any_of, opposite

Explain = Callable[[Scene], Reason]


def explainer(test: Test, ground: Ground, *, clause: str) -> Explain:
    """
    Make the explanation of a test ready for a membership, as `ready` does its verdict.

    What is returned gives, for a scene, a tree of the same shape as the test, and
    costs one pass over the entries of each set that the test names.
    """
    if isinstance(test, All | Any | Not):
        inner = (test.test,) if isinstance(test, Not) else test.tests
        parts = tuple(explainer(one, ground, clause=clause) for one in inner)
        says, join = _JOINS[type(test)]

        def joined(scene: Scene) -> Reason:
            told = tuple([part(scene) for part in parts])
            verdict = join(tuple([one.verdict for one in told]))
            return Reason(says, verdict, clause, parts=told)

        return joined
    if isinstance(test, Compare):
        return _compared(test, ground, clause)
    if isinstance(test, Includes):
        return _included(test, ground, clause)
    if isinstance(test, Every):
        return _each(test, ground, clause)
    ruled = Reason("judged by", judged(test, ground), clause, need=test.by)
    return lambda _scene: ruled


_JOINS: dict[type, tuple[str, Callable[[tuple[Verdict, ...]], Verdict]]] = {
    All: ("all", all_of),
    Any: ("any", any_of),
    Not: ("not", lambda verdicts: opposite(verdicts[0])),
}


def reason_for(
    test: Test,
    ground: Ground,
    scene: Scene,
    *,
    clause: str,
    left_out: tuple[LeftOut, ...] = (),
) -> Reason:
    """
    Explain a test over one scene.

    `left_out` are those whom the scene does not hold though somebody might look for
    them; they stand at the outermost reason.
    """
    return beside(explainer(test, ground, clause=clause)(scene), left_out)


def beside(reason: Reason, left_out: tuple[LeftOut, ...]) -> Reason:
    """Return the reason with those who were left out before it was asked."""
    if not left_out:
        return reason
    return reason._replace(left_out=reason.left_out + left_out)


def written(quantity: Quantity | Verdict) -> str | int:
    """Write a quantity exactly: a whole number, or a fraction such as 17/2."""
    if isinstance(quantity, int):
        return quantity
    if isinstance(quantity, Verdict):
        return quantity.value
    whole = int(quantity)
    return whole if whole == quantity else str(quantity)


def _compared(test: Compare, ground: Ground, clause: str) -> Explain:
    have = counter(test.left, test.unit, ground)
    need = amount(test.amount, test.unit, ground)
    take = taker(test.left, ground)
    says, unit, of = test.comparison.value, test.unit.value, str(test.left)
    values = {"amount": str(test.amount)}
    comparison, membership = test.comparison, ground.membership

    def compared(scene: Scene) -> Reason:
        needed = need(scene)
        entries = take(scene)
        counted: tuple[str, ...] = ()
        again: tuple[LeftOut, ...] = ()
        count: Quantity | Verdict
        if isinstance(entries, Verdict):
            count = entries
        elif test.unit is Unit.WEIGHT:
            count = have(scene)
            counted = tuple(entry[0] for entry in entries)
        else:
            counted, again = _counted(entries, test.unit, membership)
            count = len(counted)
        if isinstance(count, Verdict):
            verdict = count
        elif isinstance(needed, Verdict):
            verdict = needed
        else:
            verdict = MET if holds(comparison, count, needed) else NOT_MET
        return Reason(
            says,
            verdict,
            clause,
            written(needed),
            written(count),
            unit,
            of,
            counted,
            again,
            values,
        )

    return compared


def _counted(
    entries: Sequence[Entry], unit: Unit, membership: Membership
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Name who was counted, and who was not counted again."""
    if unit is Unit.SEAT:
        return tuple(sorted({entry[0] for entry in entries})), ()
    counted: set[str] = set()
    again: list[LeftOut] = []
    if unit is Unit.PERSON:
        for entry in entries:
            if entry[1] in counted:
                again.append(LeftOut(entry[0], SECOND_SEAT))
            counted.add(entry[1])
    else:
        for entry in entries:
            for name in membership.by_name[entry[0]].organisations:
                if name in counted:
                    again.append(LeftOut(entry[0], "organisation already counted"))
                counted.add(name)
    again.sort(key=lambda one: one.who)
    return tuple(sorted(counted)), tuple(again)


def _included(test: Includes, ground: Ground, clause: str) -> Explain:
    take, of = taker(test.of, ground), str(test.of)
    membership = ground.membership
    people = membership.offices.get(test.name)
    seats = membership.seats_of(test.name)
    if people is not None:
        held = {seat for one in people for seat in membership.held_by(one)} | seats
        carried = ground.carried_by(test.name)
    values = {"vacant": people is not None and not people}

    def included(scene: Scene) -> Reason:
        entries = take(scene)
        found: set[str] = set()
        stood_in: list[LeftOut] = []
        if isinstance(entries, Verdict):
            verdict = entries
        else:
            for entry in entries:
                if people is None:
                    if entry[0] in seats:
                        found.add(entry[0])
                elif entry[1] in people or (entry[0] in carried and not entry[2]):
                    found.add(entry[1])
                elif entry[0] in held and not entry[2]:
                    stood_in.append(LeftOut(entry[1], NOT_CARRIED))
            verdict = MET if found else NOT_MET
        return Reason(
            "includes",
            verdict,
            clause,
            test.name,
            None,
            "",
            of,
            tuple(sorted(found)),
            tuple(stood_in),
            values,
        )

    return included


SECOND_SEAT = "second seat of the same person"
NOT_CARRIED = "a substitute does not carry the office"
NOT_THERE = "not there"


def _each(test: Every, ground: Ground, clause: str) -> Explain:
    wanted, take, of = wanted_by(test, ground), taker(test.of, ground), str(test.of)

    def each(scene: Scene) -> Reason:
        entries = take(scene)
        there: frozenset[str] = frozenset()
        if isinstance(entries, Verdict):
            verdict = entries
        else:
            there = wanted & parts_of(entries, test.unit, ground.membership)
            verdict = MET if there == wanted else NOT_MET
        return Reason(
            "every",
            verdict,
            clause,
            len(wanted),
            len(there),
            test.unit.value,
            of,
            tuple(sorted(there)),
            tuple(LeftOut(one, NOT_THERE) for one in sorted(wanted - there)),
            {"name": test.name},
        )

    return each


def missing_from(test: Test, reason: Reason) -> tuple[Missing, ...]:
    """
    Say what would still have to come for a test to be met, from its own reasons.

    Of alternatives, those that name persons are joined into a single choice; else the
    shortest alternative is given.
    """
    if reason.verdict is not NOT_MET:
        return ()
    if isinstance(test, All):
        return tuple(
            one
            for part, told in zip(test.tests, reason.parts, strict=True)
            for one in missing_from(part, told)
        )
    if isinstance(test, Any):
        return _choice(test, reason)
    if isinstance(test, Includes):
        return (Missing("one of", 1, "person", (test.name,)),)
    if isinstance(test, Every):
        names = tuple(one.who for one in reason.left_out if one.why == NOT_THERE)
        return (Missing("every one of", len(names), test.unit.value, names),)
    if isinstance(test, Compare):
        return _short(test, reason)
    return ()


def _choice(test: Any, reason: Reason) -> tuple[Missing, ...]:
    found = [
        missing_from(part, told)
        for part, told in zip(test.tests, reason.parts, strict=True)
    ]
    names = tuple(
        name
        for one in found
        if len(one) == 1 and one[0].what == "one of"
        for name in one[0].names
    )
    if names:
        return (Missing("one of", 1, "person", names),)
    return min((one for one in found if one), key=len, default=())


def _short(test: Compare, reason: Reason) -> tuple[Missing, ...]:
    if not isinstance(reason.need, int | str) or not isinstance(reason.have, int | str):
        return ()
    if isinstance(reason.need, int) and isinstance(reason.have, int):
        short: int | Fraction = reason.need - reason.have
    else:
        short = Fraction(reason.need) - Fraction(reason.have)
    names = test.left.within
    if test.comparison is Comparison.AT_LEAST:
        return (Missing("more", ceil(short), test.unit.value, names),)
    if test.comparison is Comparison.MORE_THAN:
        return (Missing("more", floor(short) + 1, test.unit.value, names),)
    return ()
