"""
The exact chance that a test is met, by a dynamic programme over what the test counts.

Never by sampling: each person is gone through once, and what is kept is how many ways
there are to come to each combination of the counts that the test looks at. Whole
numbers only; the result is an exact fraction. People are taken as independent of each
other, which whoever shows the result has to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from quorate.charter.expressions import Unit
from quorate.proof.counts import Condition, Counts, asking_of
from quorate.proof.turnout import Party, sharing_organisations
from quorate.rules.sets import Quantity
from quorate.rules.verdict import MET

MOST_STATES = 1_000_000
"""Past this many combinations the question is refused, with the number."""

Added = tuple[Quantity | frozenset[str], ...]
"""What somebody adds to each count; of organisations, which ones."""

Step = tuple[int, ...]


class TooManyStatesError(ValueError):
    """A question whose exact answer would need more combinations than are kept."""

    def __init__(self, states: int, *, most: int = MOST_STATES) -> None:
        """Hold how many combinations there would be at least."""
        self.states = states
        super().__init__(
            f"the exact answer needs more than {most:,} combinations "
            f"({states:,} so far); ask about a test that names fewer sets"
        )


def chance(conditions: Sequence[Condition], parties: Sequence[Party]) -> Fraction:
    """
    Return the exact chance that every one of the conditions is met.

    Raises `TooManyStatesError` past a million combinations of counts.
    """
    counts = Counts(conditions)
    asking = [asking_of(number, counts) for number in range(len(conditions))]
    scale = _scale(counts)
    steps = [_steps(group, counts, scale) for group in _groups(parties, counts)]
    packing = _Packing([step for step, _ in steps], len(counts.places))
    total = 1
    states = {0: 1}
    for step, whole in steps:
        states = _through(states, packing.packed(step))
        total *= whole
    weighed = [one.unit is Unit.WEIGHT and scale > 1 for one in counts.places]
    met = 0
    for state, ways in states.items():
        values = [
            Fraction(value, scale) if weight else value
            for value, weight in zip(packing.unpacked(state), weighed, strict=True)
        ]
        if all(ask(values) is MET for ask in asking):
            met += ways
    return Fraction(met, total)


class _Packing:
    """Counts side by side in one whole number, which makes adding them quick."""

    def __init__(self, steps: Iterable[Mapping[Step, int]], places: int) -> None:
        most = [0] * places
        for step in steps:
            for place in range(places):
                most[place] += max(added[place] for added in step)
        self.widths = [one.bit_length() for one in most]

    def packed(self, steps: Mapping[Step, int]) -> dict[int, int]:
        return {self._pack(step): ways for step, ways in steps.items()}

    def _pack(self, step: Step) -> int:
        state = 0
        for value, width in zip(step, self.widths, strict=True):
            state = state << width | value
        return state

    def unpacked(self, state: int) -> list[int]:
        values = []
        for width in reversed(self.widths):
            values.append(state & ((1 << width) - 1))
            state >>= width
        return values[::-1]


def _through(states: dict[int, int], added: Mapping[int, int]) -> dict[int, int]:
    """Take every state through all that a group of people may do."""
    later: dict[int, int] = {}
    for step, chances in added.items():
        for state, ways in states.items():
            after = state + step
            later[after] = later.get(after, 0) + ways * chances
        _check(len(later))
    return later


def _check(states: int) -> None:
    if states > MOST_STATES:
        raise TooManyStatesError(states)


def _scale(counts: Counts) -> int:
    """Return what makes every vote's weight a whole number."""
    return lcm(
        *(
            condition.ground.membership.votes_of(seat.name).denominator
            for condition in counts.conditions
            for seat in condition.ground.membership.seats
        )
    )


def _groups(parties: Sequence[Party], counts: Counts) -> list[list[Party]]:
    """Put together those who share an organisation, if organisations are counted."""
    if not any(one.unit is Unit.ORGANISATION for one in counts.places):
        return [[one] for one in parties]
    membership = counts.conditions[0].ground.membership
    return sharing_organisations(parties, membership)


def _steps(
    group: Sequence[Party], counts: Counts, scale: int
) -> tuple[dict[Step, int], int]:
    """Return what a group can add to the counts, each with its share of a whole."""
    nothing = tuple(
        frozenset[str]() if one.unit is Unit.ORGANISATION else 0
        for one in counts.places
    )
    found: dict[Added, Fraction] = {nothing: Fraction(1)}
    for one in group:
        outcomes = [
            (
                tuple(counts.amount(each, outcome) for each in counts.places),
                outcome.chance,
            )
            for outcome in one.outcomes
        ]
        later: dict[Added, Fraction] = {}
        for added, chances in found.items():
            for more, likely in outcomes:
                after = tuple(map(_joined, added, more))
                later[after] = later.get(after, Fraction(0)) + chances * likely
            _check(len(later))
        found = later
    steps: dict[Step, Fraction] = {}
    for added, chances in found.items():
        step = tuple(
            len(value) if isinstance(value, frozenset) else _whole(value, each, scale)
            for value, each in zip(
                added, (one.unit for one in counts.places), strict=True
            )
        )
        steps[step] = steps.get(step, Fraction(0)) + chances
    whole = lcm(*(chances.denominator for chances in steps.values()))
    return {step: int(chances * whole) for step, chances in steps.items()}, whole


def _joined(
    one: Quantity | frozenset[str], other: Quantity | frozenset[str]
) -> Quantity | frozenset[str]:
    if isinstance(one, frozenset):
        return one | other if isinstance(other, frozenset) else one
    return one if isinstance(other, frozenset) else one + other


def _whole(value: Quantity, unit: Unit, scale: int) -> int:
    return int(value * scale) if unit is Unit.WEIGHT else int(value)
