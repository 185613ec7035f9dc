"""
The exact chance that a test is met, by a dynamic programme over what the test counts.

Never by sampling: each person is gone through once, and what is kept is how many ways
there are to come to each combination of the counts that the test looks at. Whole
numbers only; the result is an exact fraction. People are taken as independent of each
other, which whoever shows the result has to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

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
from quorate.rules.membership import Entry
from quorate.rules.testing import (
    Ground,
    Quantity,
    holds,
    judged,
    measure,
    parts_of,
    rounded,
    taker,
    wanted_by,
)
from quorate.rules.verdict import (
    MET,
    NOT_STATED,
    Verdict,
    all_of,
    any_of,
    of,
    opposite,
)

MOST_STATES = 1_000_000
"""Past this many combinations the question is refused, with the number."""


class TooManyStatesError(ValueError):
    """A question whose exact answer would need more combinations than are kept."""

    def __init__(self, states: int) -> None:
        """Hold how many combinations there would be at least."""
        self.states = states
        super().__init__(
            f"the exact answer needs more than {MOST_STATES:,} combinations "
            f"({states:,} so far); ask about a test that names fewer sets"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that somebody may do: the sets they are then in, and how likely."""

    words: frozenset[str]
    chance: Fraction


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with the seats they fill, and what they may do."""

    person: str
    entries: tuple[Entry, ...]
    outcomes: tuple[Outcome, ...]


def attending(
    entries: Iterable[Entry],
    rates: Mapping[str, Fraction],
    *,
    usual: Fraction,
    leans: Mapping[str, tuple[Fraction, Fraction]] | None = None,
) -> tuple[Somebody, ...]:
    """
    Return each person with the chance that they come and, if asked, how they vote.

    `rates` gives by seat or person how often they come, as a fraction of meetings;
    `usual` stands for everybody else. `leans` gives by seat or person the chances that
    they vote for and against when there; the rest of the time they abstain. Whoever
    holds several seats comes to all of them, at the rate of the first seat.
    """
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.person, []).append(entry)
    people = []
    for person, seats in held.items():
        names = (person, *(entry.seat for entry in seats))
        rate = next((rates[one] for one in names if one in rates), usual)
        outcomes = [Outcome(frozenset(), 1 - rate)]
        lean = (
            next((leans[one] for one in names if one in leans), None) if leans else None
        )
        if leans is None:
            outcomes.append(Outcome(frozenset({"present"}), rate))
        else:
            likes, dislikes = lean or (Fraction(1, 2), Fraction(1, 2))
            there = frozenset({"present", "entitled"})
            outcomes += [
                Outcome(there | {"in favour", "voted"}, rate * likes),
                Outcome(there | {"against", "voted"}, rate * dislikes),
                Outcome(there | {"abstained"}, rate * (1 - likes - dislikes)),
            ]
        kept = tuple(one for one in outcomes if one.chance)
        people.append(Somebody(person, tuple(seats), kept))
    return tuple(people)


@dataclass(frozen=True, slots=True)
class _Count:
    """One count that a test looks at."""

    of: Set
    unit: Unit
    among: frozenset[str] | None = None
    """Only these seats, persons or organisations are counted; None counts all."""


@dataclass(slots=True)
class _Counted:
    """The counts that tests look at, each with the place it has in a state."""

    places: dict[_Count, int] = field(default_factory=dict)

    def place(
        self, wanted: Set, unit: Unit, among: frozenset[str] | None = None
    ) -> int:
        return self.places.setdefault(_Count(wanted, unit, among), len(self.places))


Values = Sequence[Quantity]
Asking = Callable[[Values], Verdict]
Amounts = Callable[[Values], "Quantity | Verdict"]


def chance(
    tests: Sequence[tuple[Test, Ground]], people: Sequence[Somebody]
) -> Fraction:
    """
    Return the exact chance that every one of the tests is met.

    Raises `TooManyStatesError` past a million combinations of counts.
    """
    counted = _Counted()
    asking = [_asking(test, ground, counted) for test, ground in tests]
    ground = tests[0][1]
    total = 1
    states: dict[tuple[Quantity, ...], int] = {(0,) * len(counted.places): 1}
    for group in _groups(people, counted, ground):
        states, whole = _through(states, group, counted, ground)
        total *= whole
    met = sum(
        ways
        for values, ways in states.items()
        if all(ask(values) is MET for ask in asking)
    )
    return Fraction(met, total)


def _groups(
    people: Sequence[Somebody], counted: _Counted, ground: Ground
) -> list[list[Somebody]]:
    """Put together those who share an organisation, if organisations are counted."""
    if not any(one.unit is Unit.ORGANISATION for one in counted.places):
        return [[one] for one in people]
    groups: list[tuple[set[str], list[Somebody]]] = []
    for one in people:
        names = {
            name
            for entry in one.entries
            for name in ground.membership.by_name[entry.seat].organisations
        }
        together = [group for group in groups if group[0] & names]
        for group in together:
            groups.remove(group)
        merged = (
            names.union(*(group[0] for group in together)),
            [each for group in together for each in group[1]] + [one],
        )
        groups.append(merged)
    return [group for _, group in groups]


def _through(
    states: dict[tuple[Quantity, ...], int],
    group: list[Somebody],
    counted: _Counted,
    ground: Ground,
) -> tuple[dict[tuple[Quantity, ...], int], int]:
    """Take every state through all that a group of people may do."""
    added, whole = _steps(group, counted, ground)
    later: dict[tuple[Quantity, ...], int] = {}
    for values, ways in states.items():
        for step, chances in added.items():
            after = tuple(one + more for one, more in zip(values, step, strict=True))
            later[after] = later.get(after, 0) + ways * chances
    if len(later) > MOST_STATES:
        raise TooManyStatesError(len(later))
    return later, whole


def _steps(
    group: list[Somebody], counted: _Counted, ground: Ground
) -> tuple[dict[tuple[Quantity, ...], int], int]:
    """Return what a group can add to the counts, each with its share of `whole`."""
    combined: list[tuple[tuple[tuple[Entry, frozenset[str]], ...], Fraction]] = [
        ((), Fraction(1))
    ]
    for one in group:
        combined = [
            (
                done + tuple((entry, outcome.words) for entry in one.entries),
                p * outcome.chance,
            )
            for done, p in combined
            for outcome in one.outcomes
        ]
        if len(combined) > MOST_STATES:
            raise TooManyStatesError(len(combined))
    steps: dict[tuple[Quantity, ...], Fraction] = {}
    for done, chances in combined:
        scene: dict[str, list[Entry]] = {}
        for entry, words in done:
            for word in words:
                scene.setdefault(word, []).append(entry)
        step = tuple(_size(one, scene, ground) for one in counted.places)
        steps[step] = steps.get(step, Fraction(0)) + chances
    whole = 1
    for chances in steps.values():
        whole = whole * chances.denominator // _common(whole, chances.denominator)
    return {step: int(chances * whole) for step, chances in steps.items()}, whole


def _common(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one


def _size(count: _Count, scene: Mapping[str, list[Entry]], ground: Ground) -> Quantity:
    wanted = count.of
    word = _meant(wanted, ground)
    full = {word: scene.get(word, []), wanted.word: scene.get(wanted.word, [])}
    entries = taker(wanted, ground)(full)
    if isinstance(entries, Verdict):
        return 0
    if count.among is not None:
        return len(count.among & parts_of(entries, count.unit, ground.membership))
    return measure(entries, count.unit, ground.membership)


def _meant(wanted: Set, ground: Ground) -> str:
    if wanted.word == "membership" and ground.means is not None:
        return ground.means.word
    return wanted.word


def _fixed(wanted: Set, ground: Ground) -> bool:
    """Tell if a set is known from the membership, whoever comes."""
    return ground.word(_meant(wanted, ground)) is not None or (
        wanted.word == "membership" and ground.means is None
    )


def _asking(test: Test, ground: Ground, counted: _Counted) -> Asking:
    """Return what asks a test of counts instead of scenes."""
    if isinstance(test, All | Any):
        inner = tuple(_asking(one, ground, counted) for one in test.tests)
        join = all_of if isinstance(test, All) else any_of
        return lambda values: join(ask(values) for ask in inner)
    if isinstance(test, Not):
        one = _asking(test.test, ground, counted)
        return lambda values: opposite(one(values))
    if isinstance(test, Compare):
        return _comparing(test, ground, counted)
    if isinstance(test, Includes):
        return _including(test, ground, counted)
    if isinstance(test, Every):
        return _every(test, ground, counted)
    ruled = judged(test, ground)
    return lambda _values: ruled


def _comparing(test: Compare, ground: Ground, counted: _Counted) -> Asking:
    have = _sized(test.left, test.unit, ground, counted)
    need = _amount(test.amount, test.unit, ground, counted)
    comparison = test.comparison

    def compare(values: Values) -> Verdict:
        count, needed = have(values), need(values)
        if isinstance(count, Verdict):
            return count
        if isinstance(needed, Verdict):
            return needed
        return of(holds(comparison, count, needed))

    return compare


def _sized(wanted: Set, unit: Unit, ground: Ground, counted: _Counted) -> Amounts:
    if _fixed(wanted, ground):
        entries = taker(wanted, ground)({})
        size: Quantity | Verdict = (
            entries
            if isinstance(entries, Verdict)
            else measure(entries, unit, ground.membership)
        )
        return lambda _values: size
    place = counted.place(wanted, unit)
    return lambda values: values[place]


def _amount(wanted: AmountOf, unit: Unit, ground: Ground, counted: _Counted) -> Amounts:
    if isinstance(wanted, Number):
        number = wanted.of
        return lambda _values: number
    if isinstance(wanted, Size):
        return _sized(wanted.of, unit, ground, counted)
    if isinstance(wanted, Part):
        whole, share, how = (
            _sized(wanted.of, unit, ground, counted),
            wanted.share,
            wanted.rounded,
        )
        return lambda values: _then(whole(values), lambda n: rounded(share * n, how))
    if isinstance(wanted, Step):
        size, steps = _sized(wanted.of, unit, ground, counted), sorted(ground.steps)
        return lambda values: _then(size(values), lambda n: _stepped(n, steps))
    if isinstance(wanted, Plus):
        first, more = _amount(wanted.amount, unit, ground, counted), wanted.more
        return lambda values: _then(first(values), lambda n: n + more)
    return _picking(wanted, unit, ground, counted)


def _picking(wanted: Pick, unit: Unit, ground: Ground, counted: _Counted) -> Amounts:
    one = _amount(wanted.one, unit, ground, counted)
    other = _amount(wanted.other, unit, ground, counted)
    choose = max if wanted.greater else min

    def pick(values: Values) -> Quantity | Verdict:
        first, second = one(values), other(values)
        if isinstance(first, Verdict):
            return first
        if isinstance(second, Verdict):
            return second
        return choose(first, second)

    return pick


def _then(
    found: Quantity | Verdict, do: Callable[[Quantity], Quantity | Verdict]
) -> Quantity | Verdict:
    return found if isinstance(found, Verdict) else do(found)


def _stepped(size: Quantity, steps: list[tuple[int, int]]) -> Quantity | Verdict:
    needed: Quantity | Verdict = NOT_STATED
    for least, number in steps:
        if size >= least:
            needed = number
    return needed


def _including(test: Includes, ground: Ground, counted: _Counted) -> Asking:
    people = ground.membership.offices.get(test.name)
    if people is None:
        within = Set(test.of.word, (*test.of.within, test.name), test.of.without)
        place = counted.place(within, Unit.SEAT)
        return lambda values: of(values[place] > 0)
    seats = {entry.seat for entry in ground.membership.filled if entry.person in people}
    if not seats:
        return lambda _values: of(False)  # noqa: FBT003  Nobody holds the office.
    places = [
        counted.place(
            Set(test.of.word, (*test.of.within, seat), test.of.without), Unit.SEAT
        )
        for seat in sorted(seats)
    ]
    return lambda values: of(any(values[place] for place in places))


def _every(test: Every, ground: Ground, counted: _Counted) -> Asking:
    wanted = wanted_by(test, ground)
    place = counted.place(test.of, test.unit, wanted)
    return lambda values: of(values[place] >= len(wanted))
