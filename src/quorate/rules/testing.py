"""A test over sets, made ready once for a membership and then asked of many scenes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from quorate.charter.expressions import (
    All,
    Amount,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Number,
    Part,
    Pick,
    Plus,
    Size,
    Step,
    Test,
    Unit,
)
from quorate.rules.sets import (
    Counter,
    Ground,
    Quantity,
    Scene,
    counter,
    parts_of,
    taker,
)
from quorate.rules.verdict import (
    MET,
    NOT_MET,
    NOT_STATED,
    UNKNOWN,
    Verdict,
    all_of,
    any_of,
    of,
    opposite,
)

Judge = Callable[[Scene], Verdict]


def ready(test: Test, ground: Ground) -> Judge:
    """
    Make a test ready for a membership.

    What does not depend on the scene is counted here, once. The judge that is
    returned costs one pass over the entries of each set that the test names.
    """
    if isinstance(test, All | Any):
        judges = tuple(ready(one, ground) for one in test.tests)
        if isinstance(test, All):
            return lambda scene: _all(judges, scene)
        return lambda scene: _any(judges, scene)
    if isinstance(test, Not):
        inner = ready(test.test, ground)
        return lambda scene: opposite(inner(scene))
    if isinstance(test, Compare):
        return _compare(test, ground)
    if isinstance(test, Includes):
        return _includes(test, ground)
    if isinstance(test, Every):
        return _every(test, ground)
    ruled = judged(test, ground)
    return lambda _scene: ruled


def judged(test: Judged, ground: Ground) -> Verdict:
    """Return what was ruled; without a ruling the record is missing."""
    if ground.rulings is None or test.by not in ground.rulings:
        return UNKNOWN
    return of(ground.rulings[test.by])


def _all(judges: tuple[Judge, ...], scene: Scene) -> Verdict:
    left: tuple[Verdict, ...] = ()
    for judge in judges:
        verdict = judge(scene)
        if verdict is NOT_MET:
            return NOT_MET
        if verdict is not MET:
            left += (verdict,)
    return all_of(left) if left else MET


def _any(judges: tuple[Judge, ...], scene: Scene) -> Verdict:
    left: tuple[Verdict, ...] = ()
    for judge in judges:
        verdict = judge(scene)
        if verdict is MET:
            return MET
        if verdict is not NOT_MET:
            left += (verdict,)
    return any_of(left) if left else NOT_MET


def amount(wanted: Amount, unit: Unit, ground: Ground) -> Counter:
    """Return what works out an amount in a scene; shares stay exact fractions."""
    if isinstance(wanted, Number):
        number = wanted.of
        return lambda _scene: number
    if isinstance(wanted, Size):
        return counter(wanted.of, unit, ground)
    if isinstance(wanted, Part):
        return _part(wanted, counter(wanted.of, unit, ground))
    if isinstance(wanted, Step):
        return _step(ground.steps, counter(wanted.of, unit, ground))
    if isinstance(wanted, Plus):
        first, more = amount(wanted.amount, unit, ground), wanted.more
        return lambda scene: _added(first(scene), more)
    one, other = (amount(each, unit, ground) for each in (wanted.one, wanted.other))
    return lambda scene: _picked(one(scene), other(scene), wanted)


def _part(wanted: Part, whole: Counter) -> Counter:
    def part(scene: Scene) -> Quantity | Verdict:
        found = whole(scene)
        if isinstance(found, Verdict):
            return found
        return rounded(wanted.share * found, wanted.rounded)

    return part


def rounded(exact: Fraction, how: str) -> Quantity:
    """Round a share as the charter says; without a word for it, not at all."""
    if how == "up":
        return ceil(exact)
    if how == "down":
        return floor(exact)
    if how == "nearest":
        return floor(exact + Fraction(1, 2))
    return exact


def _step(steps: tuple[tuple[int, int], ...], size: Counter) -> Counter:
    ordered = sorted(steps)

    def step(scene: Scene) -> Quantity | Verdict:
        found = size(scene)
        if isinstance(found, Verdict):
            return found
        needed: Quantity | Verdict = NOT_STATED
        for least, number in ordered:
            if found >= least:
                needed = number
        return needed

    return step


def _added(first: Quantity | Verdict, more: int) -> Quantity | Verdict:
    return first if isinstance(first, Verdict) else first + more


def _picked(
    one: Quantity | Verdict, other: Quantity | Verdict, wanted: Pick
) -> Quantity | Verdict:
    if isinstance(one, Verdict):
        return one
    if isinstance(other, Verdict):
        return other
    return max(one, other) if wanted.greater else min(one, other)


def holds(comparison: Comparison, have: Quantity, need: Quantity) -> bool:
    """Hold a count against an amount, exactly."""
    if comparison is Comparison.AT_LEAST:
        return have >= need
    if comparison is Comparison.MORE_THAN:
        return have > need
    if comparison is Comparison.EXACTLY:
        return have == need
    if comparison is Comparison.AT_MOST:
        return have <= need
    return have < need


def _compare(test: Compare, ground: Ground) -> Judge:
    have = counter(test.left, test.unit, ground)
    need = amount(test.amount, test.unit, ground)
    comparison = test.comparison
    if isinstance(test.amount, Number) and comparison is Comparison.AT_LEAST:
        least = test.amount.of

        def at_least(scene: Scene) -> Verdict:
            count = have(scene)
            if count.__class__ is int:
                return MET if count >= least else NOT_MET
            if isinstance(count, Verdict):
                return count
            return MET if count >= least else NOT_MET

        return at_least

    def compare(scene: Scene) -> Verdict:
        count, needed = have(scene), need(scene)
        for value in (count, needed):
            if isinstance(value, Verdict):
                return value
        return of(holds(comparison, count, needed))  # type: ignore[arg-type]

    return compare


def _includes(test: Includes, ground: Ground) -> Judge:
    take = taker(test.of, ground)
    people = ground.membership.offices.get(test.name)
    if people is not None:
        # An office is held in person: a substitute for its holder carries it only
        # where the terms say so, and whoever holds it carries it in any seat.
        carried = ground.carried_by(test.name)

        def in_person(scene: Scene) -> Verdict:
            entries = take(scene)
            if isinstance(entries, Verdict):
                return entries
            for seat, person, holder in entries:
                if person in people or (seat in carried and not holder):
                    return MET
            return NOT_MET

        return in_person
    seats = ground.membership.seats_of(test.name)

    def in_seat(scene: Scene) -> Verdict:
        entries = take(scene)
        if isinstance(entries, Verdict):
            return entries
        return of(any(entry[0] in seats for entry in entries))

    return in_seat


def wanted_by(test: Every, ground: Ground) -> frozenset[str]:
    """Return the seats, persons or organisations each of which must be there."""
    seats = ground.membership.seats_of(test.name)
    entries = [one for one in ground.membership.all_seats if one.seat in seats]
    return parts_of(entries, test.unit, ground.membership)


def _every(test: Every, ground: Ground) -> Judge:
    take, wanted = taker(test.of, ground), wanted_by(test, ground)
    membership, unit = ground.membership, test.unit

    def every(scene: Scene) -> Verdict:
        entries = take(scene)
        if isinstance(entries, Verdict):
            return entries
        return of(wanted <= parts_of(entries, unit, membership))

    return every
