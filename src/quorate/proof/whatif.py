"""What if: how often a body could decide, whom to ring, and with another quorum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from quorate.charter.expressions import (
    Compare,
    Every,
    Includes,
    Test,
    Unit,
    names_in,
    tests_in,
)
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.proof.chances import TooManyStatesError, chance
from quorate.proof.counts import Condition
from quorate.proof.turnout import IN_THE_ROOM, attending, rate_of
from quorate.proof.voting import IN_A_BALLOT, readings_in, voting
from quorate.rules.membership import Entry, Membership
from quorate.rules.sets import Ground
from quorate.rules.sitting import ground_of
from quorate.rules.testing import ready
from quorate.rules.verdict import MET

INDEPENDENT = "people are taken to come independently of each other"
HALF = Fraction(1, 2)

MOST_SETS = 100_000
"""Sets of people that are tried one by one; each takes longer than a combination."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Exact chances for one quorum, and what they assume."""

    quorate: Fraction
    carries: Fraction | None
    """That the meeting is quorate and carries; None where no lean was given."""

    assumes: str = INDEPENDENT


def chances(
    terms: Quorum,
    membership: Membership,
    *,
    rates: Mapping[str, Fraction],
    usual: Fraction,
    decision: Decision | None = None,
    leans: Mapping[str, tuple[Fraction, Fraction]] | None = None,
) -> Chances:
    """
    Say how likely a meeting is quorate and, given leanings, that it carries a decision.

    `rates` by seat or person, `usual` for everybody else, as exact fractions of
    meetings; `leans` by seat or person the chances of a vote for and against. Holders
    come in person and stay: substitutes, remote presence and interests are left aside,
    and equal votes carry nothing, whoever has a casting vote. Where the terms do not
    say whether a seat counts or votes, only what holds either way is taken to hold.
    Raises `TooManyStatesError` where the exact answer needs too many
    combinations, `ValueError` for a share that is none.

    Executes: quorum.needs, quorum.without_vote_count, decision.carried_if
    """
    quorate = _conditions(terms, membership)
    come = attending(membership, rates, usual=usual)
    often = chance(quorate, come)
    if decision is None or decision.carried_if is None or leans is None:
        return Chances(often, None)
    voters = voting(membership, decision, rates, usual=usual, leans=leans)
    carried = [
        Condition(decision.carried_if, Ground(membership), IN_A_BALLOT, reading=number)
        for number in range(len(readings_in(membership)))
    ]
    return Chances(often, chance([*quorate, *carried], voters))


def changed(terms: Quorum, needs: Test) -> Quorum:
    """Return the quorum with another test, for the same question side by side."""
    return replace(terms, needs=needs)


def _conditions(terms: Quorum, membership: Membership) -> list[Condition]:
    ground = ground_of(terms, membership)
    return [
        Condition(terms.needs, ground, IN_THE_ROOM, uncounted)
        for uncounted in uncounted_in(terms, membership)
    ]


def uncounted_in(terms: Quorum, membership: Membership) -> tuple[frozenset[str], ...]:
    """
    Return the seats that do not count as present, under each reading of the terms.

    The holder of a suspended seat never counts. Where votes are stated, a seat without
    one counts if the terms say so; where they are silent there are two readings.
    """
    suspended = frozenset(membership.suspended)
    voteless = frozenset(
        one.seat for one in membership.filled if membership.without_vote(one.seat)
    )
    if not voteless or terms.without_vote_count == "yes":
        return (suspended,)
    if terms.without_vote_count == "no":
        return (suspended | voteless,)
    return (suspended, suspended | voteless)


def could_have_decided(
    terms: Quorum, rooms: Iterable[tuple[Membership, tuple[Entry, ...]]]
) -> tuple[int, int]:
    """
    Return how many of past meetings were quorate under a quorum, and of how many.

    Each room gives the members of its day and those who were there and count.
    """
    met = total = 0
    for membership, entries in rooms:
        total += 1
        judge = ready(terms.needs, ground_of(terms, membership))
        met += judge({"present": entries}) is MET
    return met, total


@dataclass(frozen=True, slots=True)
class Ring:
    """Whom to ring: the fewest people who make a meeting quorate."""

    people: tuple[str, ...]
    instead: tuple[tuple[str, ...], ...]
    """For each of them, who else would do in their place, the others staying."""


def whom_to_ring(
    terms: Quorum,
    membership: Membership,
    *,
    coming: Iterable[str],
    not_coming: Iterable[str] = (),
    rates: Mapping[str, Fraction] | None = None,
) -> Ring | None:
    """
    Return the fewest further people who would make a meeting quorate.

    `coming` and `not_coming` are persons who have said so. Among sets of the same size
    the one that is likeliest to come (`rates`, one half for whoever is not named) is
    named. None where no further people would do. People whom the test can't tell apart
    are tried by number, not by name; raises `TooManyStatesError` where more than
    a hundred thousand sets would have to be tried.

    Executes: quorum.needs, quorum.without_vote_count
    """
    quorate = _judge(terms, membership)
    said_yes, settled = set(coming), {*coming, *not_coming}
    if quorate(said_yes):
        return Ring((), ())
    likely = _likely(membership, rates or {})
    kinds = _alike(terms, membership, settled, likely)
    for number in range(1, sum(len(kind) for kind in kinds) + 1):
        good = [
            people for people in _sets(kinds, number) if quorate(said_yes | set(people))
        ]
        if not good:
            continue
        best = max(good, key=lambda people: prod(likely[one] for one in people))
        chosen = tuple(sorted(best, key=lambda one: (-likely[one], one)))
        others = [one for kind in kinds for one in kind if one not in best]
        instead = tuple(
            tuple(
                other
                for other in sorted(others, key=lambda each: (-likely[each], each))
                if quorate((said_yes | best | {other}) - {one})
            )
            for one in chosen
        )
        return Ring(chosen, instead)
    return None


def _judge(terms: Quorum, membership: Membership) -> Callable[[set[str]], bool]:
    """Return what tells if a meeting of these people would be quorate."""
    judge = ready(terms.needs, ground_of(terms, membership))
    readings = uncounted_in(terms, membership)

    def quorate(people: set[str]) -> bool:
        there = [one for one in membership.filled if one.person in people]
        return all(
            judge({"present": [one for one in there if one.seat not in uncounted]})
            is MET
            for uncounted in readings
        )

    return quorate


def _likely(
    membership: Membership, rates: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """Return how often each person comes, by their own rate or that of a seat."""
    return {
        person: rate_of(person, membership, rates, HALF)
        for person in {one.person for one in membership.filled}
    }


def _alike(
    terms: Quorum,
    membership: Membership,
    settled: set[str],
    likely: Mapping[str, Fraction],
) -> list[list[str]]:
    """Put together people whom the test can't tell apart, the likeliest first."""
    tests = list(tests_in(terms.needs))
    units = {one.unit for one in tests if isinstance(one, Compare | Every)}
    names = set(names_in(terms.needs))
    if terms.membership is not None:
        names.update(terms.membership.within, terms.membership.without)
    # Somebody who is asked for one by one is like nobody else.
    each = frozenset(
        seat
        for one in tests
        if isinstance(one, Every)
        for seat in membership.seats_of(one.name)
    )
    readings = uncounted_in(terms, membership)
    # An organisation that one person alone stands for is as good as any other such.
    shared = _shared_organisations(membership)

    def about(entry: Entry) -> tuple[object, ...]:
        seat = membership.by_name[entry.seat]
        return (
            frozenset(name for name in names if seat.name in membership.seats_of(name)),
            (frozenset(seat.organisations) & shared, len(seat.organisations))
            if Unit.ORGANISATION in units
            else None,
            membership.votes_of(seat.name) if Unit.WEIGHT in units else None,
            tuple(seat.name in uncounted for uncounted in readings),
            seat.name if seat.name in each else None,
        )

    held: dict[str, Counter[tuple[object, ...]]] = {}
    for entry in membership.filled:
        if entry.person not in settled:
            held.setdefault(entry.person, Counter())[about(entry)] += 1
    asked = {one.name for one in tests if isinstance(one, Includes)}
    kinds: dict[object, list[str]] = {}
    for person, seats in held.items():
        offices = frozenset(
            office
            for office, holders in membership.offices.items()
            if office in asked and person in holders
        )
        kinds.setdefault((frozenset(seats.items()), offices), []).append(person)
    for people in kinds.values():
        people.sort(key=lambda one: (-likely[one], one))
    return list(kinds.values())


def _shared_organisations(membership: Membership) -> frozenset[str]:
    """Return the organisations that several people stand for."""
    standing = {
        (one, entry.person)
        for entry in membership.filled
        for one in membership.by_name[entry.seat].organisations
    }
    people = Counter(one for one, _ in standing)
    return frozenset(one for one, count in people.items() if count > 1)


def _sets(kinds: Sequence[Sequence[str]], number: int) -> Iterator[frozenset[str]]:
    """Yield each way to take so many people, by how many of each kind."""
    left = [0] * (len(kinds) + 1)
    for place in range(len(kinds) - 1, -1, -1):
        left[place] = left[place + 1] + len(kinds[place])

    def taken(place: int, still: int) -> Iterator[tuple[str, ...]]:
        if place == len(kinds):
            yield ()
            return
        kind = kinds[place]
        for count in range(max(0, still - left[place + 1]), min(still, len(kind)) + 1):
            for others in taken(place + 1, still - count):
                yield (*kind[:count], *others)

    for tried, people in enumerate(taken(0, number), start=1):
        if tried > MOST_SETS:
            raise TooManyStatesError(tried, most=MOST_SETS)
        yield frozenset(people)


def side_by_side(
    now: Chances, other: Chances
) -> Sequence[tuple[str, Fraction | None, Fraction | None]]:
    """Return the rows of a comparison of two quorums."""
    return (
        ("quorate", now.quorate, other.quorate),
        ("quorate and carries", now.carries, other.carries),
    )
