"""A test asked of counts instead of rooms: which counts it needs, and its verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Every,
    Includes,
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
from quorate.charter.expressions import Amount as AmountOf
from quorate.proof.turnout import Outcome
from quorate.rules.membership import Entry
from quorate.rules.sets import Ground, Quantity, measure, parts_of, taker
from quorate.rules.testing import holds, ready, rounded, wanted_by
from quorate.rules.verdict import NOT_STATED, Verdict, all_of, any_of, of, opposite


@dataclass(frozen=True, slots=True)
class Condition:
    """A test with all that it is read against."""

    test: Test
    ground: Ground
    words: frozenset[str]
    """The sets that mean something where it is asked; of others nothing is stated."""

    uncounted: frozenset[str] = frozenset()
    """Seats that do not count here, though somebody sits in them."""

    reading: int = 0
    """Which of the scenes of an outcome it looks at."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count that a condition looks at."""

    condition: int
    of: Set
    unit: Unit
    among: frozenset[str] | None = None
    """Only these seats, persons or organisations are counted; None counts all."""


@dataclass(slots=True)
class Counts:
    """The counts that conditions look at, each with the place it has in a state."""

    conditions: Sequence[Condition]
    places: dict[Count, int] = field(default_factory=dict)

    def place(self, wanted: Count) -> int:
        """Return the place of a count, made where there is none."""
        return self.places.setdefault(wanted, len(self.places))

    def entries(self, wanted: Count, outcome: Outcome) -> Sequence[Entry]:
        """Return what an outcome adds to a set."""
        condition = self.conditions[wanted.condition]
        scene = outcome.scenes[condition.reading]
        counted = {
            word: tuple(
                one
                for one in scene.get(word, ())
                if one.seat not in condition.uncounted
            )
            for word in condition.words
        }
        found = taker(wanted.of, condition.ground)(counted)
        return () if isinstance(found, Verdict) else found

    def amount(self, wanted: Count, outcome: Outcome) -> Quantity | frozenset[str]:
        """
        Return what an outcome adds to a count.

        Organisations are named, since two people of one add it only once.
        """
        entries = self.entries(wanted, outcome)
        membership = self.conditions[wanted.condition].ground.membership
        if wanted.unit is Unit.ORGANISATION or wanted.among is not None:
            parts = parts_of(entries, wanted.unit, membership)
            if wanted.among is not None:
                parts &= wanted.among
            return parts if wanted.unit is Unit.ORGANISATION else len(parts)
        return measure(entries, wanted.unit, membership)


Values = Sequence[Quantity]
Asking = Callable[[Values], Verdict]
Amounts = Callable[[Values], "Quantity | Verdict"]


def asking_of(number: int, counts: Counts) -> Asking:
    """Return what asks one of the conditions of counts, in their places."""
    condition = counts.conditions[number]
    return _Reading(number, condition, counts).asking(condition.test)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a condition, noting each count that it needs."""

    number: int
    condition: Condition
    counts: Counts

    def asking(self, test: Test) -> Asking:
        if isinstance(test, All | Any):
            inner = tuple(self.asking(one) for one in test.tests)
            join = all_of if isinstance(test, All) else any_of
            return lambda values: join(ask(values) for ask in inner)
        if isinstance(test, Not):
            one = self.asking(test.test)
            return lambda values: opposite(one(values))
        if isinstance(test, Compare):
            return self.comparing(test)
        if isinstance(test, Includes | Every) and self.counted(test.of):
            return self.looking(test)
        # A ruling, or a set that nobody's coming changes.
        ruled = ready(test, self.condition.ground)({})
        return lambda _values: ruled

    def counted(self, wanted: Set) -> bool:
        """Tell if a set depends on who comes and what they do."""
        means = self.condition.ground.means
        word = means.word if wanted.word == "membership" and means else wanted.word
        return word in self.condition.words

    def count(
        self, wanted: Set, unit: Unit, among: frozenset[str] | None = None
    ) -> int:
        return self.counts.place(Count(self.number, wanted, unit, among))

    def sized(self, wanted: Set, unit: Unit) -> Amounts:
        if not self.counted(wanted):
            ground = self.condition.ground
            entries = taker(wanted, ground)({})
            size = (
                entries
                if isinstance(entries, Verdict)
                else measure(entries, unit, ground.membership)
            )
            return lambda _values: size
        place = self.count(wanted, unit)
        return lambda values: values[place]

    def comparing(self, test: Compare) -> Asking:
        have = self.sized(test.left, test.unit)
        need = self.amount(test.amount, test.unit)
        comparison = test.comparison

        def compare(values: Values) -> Verdict:
            count, needed = have(values), need(values)
            if isinstance(count, Verdict):
                return count
            if isinstance(needed, Verdict):
                return needed
            return of(holds(comparison, count, needed))

        return compare

    def amount(self, wanted: AmountOf, unit: Unit) -> Amounts:
        if isinstance(wanted, Number):
            number = wanted.of
            return lambda _values: number
        if isinstance(wanted, Size):
            return self.sized(wanted.of, unit)
        if isinstance(wanted, Part):
            whole, share, how = (
                self.sized(wanted.of, unit),
                wanted.share,
                wanted.rounded,
            )
            return _then(whole, lambda size: rounded(share * size, how))
        if isinstance(wanted, Step):
            steps = sorted(self.condition.ground.steps)
            return _then(self.sized(wanted.of, unit), lambda n: _stepped(n, steps))
        if isinstance(wanted, Plus):
            more = wanted.more
            return _then(self.amount(wanted.amount, unit), lambda size: size + more)
        return self.picking(wanted, unit)

    def picking(self, wanted: Pick, unit: Unit) -> Amounts:
        one, other = (self.amount(each, unit) for each in (wanted.one, wanted.other))
        choose = max if wanted.greater else min

        def pick(values: Values) -> Quantity | Verdict:
            first, second = one(values), other(values)
            if isinstance(first, Verdict):
                return first
            if isinstance(second, Verdict):
                return second
            return choose(first, second)

        return pick

    def looking(self, test: Includes | Every) -> Asking:
        ground = self.condition.ground
        membership = ground.membership
        if isinstance(test, Every):
            wanted = wanted_by(test, ground)
            place = self.count(test.of, test.unit, wanted)
            return lambda values: of(values[place] >= len(wanted))
        # An office is held in person; whoever comes here comes as the holder.
        people = membership.offices.get(test.name)
        seats = (
            membership.seats_of(test.name)
            if people is None
            else frozenset(
                one.seat for one in membership.filled if one.person in people
            )
        )
        place = self.count(test.of, Unit.SEAT, seats)
        return lambda values: of(values[place] > 0)


def _then(found: Amounts, do: Callable[[Quantity], Quantity | Verdict]) -> Amounts:
    def then(values: Values) -> Quantity | Verdict:
        size = found(values)
        return size if isinstance(size, Verdict) else do(size)

    return then


def _stepped(size: Quantity, steps: list[tuple[int, int]]) -> Quantity | Verdict:
    needed: Quantity | Verdict = NOT_STATED
    for least, number in steps:
        if size >= least:
            needed = number
    return needed
