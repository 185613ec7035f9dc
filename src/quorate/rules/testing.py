"""
A test over sets, made ready once for a membership and then asked of many scenes.

A scene gives each set word its entries: a tuple, or None where the record is missing.
A word that a scene does not have is one that the situation has no meaning for
(nobody is `present` in a consultation), which is silence, not ignorance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
    Set,
    Size,
    Step,
    Test,
    Unit,
)
from quorate.rules.membership import Entry, Membership
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

Scene = Mapping[str, "Sequence[Entry] | None"]
Judge = Callable[[Scene], Verdict]
Quantity = int | Fraction
Counter = Callable[[Scene], "Quantity | Verdict"]
Taker = Callable[[Scene], "Sequence[Entry] | Verdict"]


@dataclass(frozen=True)
class Ground:
    """What a test is read against: the members, the rule's own words, and rulings."""

    membership: Membership
    means: Set | None = None
    """What 'membership' means in this rule."""

    steps: tuple[tuple[int, int], ...] = ()
    suspended_count: bool = False
    rulings: Mapping[str, bool] | None = None
    """By office, what its holder ruled."""

    without_vote_count: bool = True
    """Whether seats without a vote stand in the number of members."""

    substitutes_carry: bool = False
    """Whether a substitute takes over the office of the holder."""

    def word(self, word: str) -> tuple[Entry, ...] | None:
        """Return a set that is known from the membership alone."""
        entries = {
            "seats": lambda: self.membership.all_seats,
            "filled": lambda: self.membership.filled,
            "voting": lambda: self.membership.voting,
        }.get(word)
        if entries is None:
            return None
        found = entries()
        if not self.suspended_count:
            gone = self.membership.suspended
            found = tuple(one for one in found if one.seat not in gone)
        if not self.without_vote_count:
            none = self.membership.without_vote
            found = tuple(one for one in found if not none(one.seat))
        return found

    def carried_by(self, office: str) -> frozenset[str]:
        """Return the seats whose substitutes carry an office with them."""
        people = self.membership.offices.get(office)
        if not self.substitutes_carry or not people:
            return frozenset()
        held_by = self.membership.held_by
        return frozenset(seat for one in people for seat in held_by(one))


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


def taker(wanted: Set, ground: Ground) -> Taker:
    """Return what takes the entries of a set from a scene."""
    word, within, without = wanted.word, wanted.within, wanted.without
    if word == "membership":
        if ground.means is None:
            return lambda _scene: NOT_STATED
        word = ground.means.word
        within += ground.means.within
        without += ground.means.without
    fixed = ground.word(word)
    seats = None
    if within or without:
        names = ground.membership.seats_of
        seats = frozenset(ground.membership.by_name)
        for name in within:
            seats &= names(name)
        for name in without:
            seats -= names(name)
    if fixed is not None:
        kept = fixed if seats is None else tuple(e for e in fixed if e.seat in seats)
        return lambda _scene: kept
    if seats is None:
        return lambda scene: _given(scene, word)
    chosen = seats

    def take(scene: Scene) -> Sequence[Entry] | Verdict:
        entries = _given(scene, word)
        if isinstance(entries, Verdict):
            return entries
        return [entry for entry in entries if entry[0] in chosen]

    return take


def _given(scene: Scene, word: str) -> Sequence[Entry] | Verdict:
    entries = scene.get(word, NOT_STATED)
    return UNKNOWN if entries is None else entries


def measure(entries: Sequence[Entry], unit: Unit, membership: Membership) -> Quantity:
    """Count entries by person, seat, organisation or weight."""
    if unit is Unit.PERSON:
        return len({entry[1] for entry in entries})
    if unit is Unit.SEAT:
        return len({entry[0] for entry in entries})
    if unit is Unit.ORGANISATION:
        return len(organisations(entries, membership))
    return sum((membership.votes_of(entry[0]) for entry in entries), Fraction(0))


def organisations(entries: Sequence[Entry], membership: Membership) -> frozenset[str]:
    """Return the organisations that the seats of these entries stand for."""
    return frozenset(
        name for entry in entries for name in membership.by_name[entry[0]].organisations
    )


def counter(wanted: Set, unit: Unit, ground: Ground) -> Counter:
    """Return what counts a set in a scene; a set without votes has no weight."""
    take = taker(wanted, ground)
    membership = ground.membership
    if ground.word(wanted.word) is not None or (
        wanted.word == "membership"
        and ground.means is not None
        and ground.word(ground.means.word) is not None
    ):
        entries = take({})
        fixed: Quantity | Verdict = (
            entries
            if isinstance(entries, Verdict)
            else measure(entries, unit, membership)
        )
        return lambda _scene: fixed

    at = {Unit.SEAT: 0, Unit.PERSON: 1}.get(unit)
    if at is not None:
        if not wanted.within and not wanted.without and wanted.word != "membership":
            return _direct(wanted.word, at)

        def quick(scene: Scene) -> Quantity | Verdict:
            entries = take(scene)
            if isinstance(entries, Verdict):
                return entries
            return len({entry[at] for entry in entries})

        return quick

    def count(scene: Scene) -> Quantity | Verdict:
        entries = take(scene)
        if isinstance(entries, Verdict):
            return entries
        return measure(entries, unit, membership)

    return count


def _direct(word: str, at: int) -> Counter:
    """Count a set that is taken from the scene as it is: the commonest case by far."""

    def direct(scene: Scene) -> Quantity | Verdict:
        entries = scene.get(word, ())
        if entries:
            return len({entry[at] for entry in entries})
        if entries is None:
            return UNKNOWN
        return 0 if word in scene else NOT_STATED

    return direct


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


def parts_of(
    entries: Sequence[Entry], unit: Unit, membership: Membership
) -> frozenset[str]:
    """Return the units that entries stand for."""
    if unit is Unit.ORGANISATION:
        return organisations(entries, membership)
    if unit is Unit.PERSON:
        return frozenset(entry[1] for entry in entries)
    return frozenset(entry[0] for entry in entries)


def _every(test: Every, ground: Ground) -> Judge:
    take, wanted = taker(test.of, ground), wanted_by(test, ground)
    membership, unit = ground.membership, test.unit

    def every(scene: Scene) -> Verdict:
        entries = take(scene)
        if isinstance(entries, Verdict):
            return entries
        return of(wanted <= parts_of(entries, unit, membership))

    return every
