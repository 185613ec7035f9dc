"""What if: how often a body could decide, whom to ring, and with another quorum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from quorate.charter.expressions import Test
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.proof.chances import MOST_STATES, TooManyStatesError, attending, chance
from quorate.rules.membership import Entry, Membership
from quorate.rules.testing import Ground, ready
from quorate.rules.verdict import MET

INDEPENDENT = "people are taken to come independently of each other"


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
    meetings; `leans` by seat or person the chances of a vote for and against. Raises
    `TooManyStatesError` where the exact answer needs too many combinations.
    """
    ground = ground_of(terms, membership)
    come = attending(membership.filled, rates, usual=usual)
    quorate = chance([(terms.needs, ground)], come)
    if decision is None or decision.carried_if is None or leans is None:
        return Chances(quorate, None)
    voters = attending(membership.filled, rates, usual=usual, leans=leans)
    both = [(terms.needs, ground), (decision.carried_if, ground)]
    return Chances(quorate, chance(both, voters))


def changed(terms: Quorum, needs: Test) -> Quorum:
    """Return the quorum with another test, for the same question side by side."""
    return replace(terms, needs=needs)


def ground_of(terms: Quorum, membership: Membership) -> Ground:
    """Return what the quorum's test is read against."""
    return Ground(
        membership, terms.membership, terms.steps, terms.suspended_count == "yes"
    )


def could_have_decided(
    terms: Quorum, rooms: Iterable[tuple[Membership, tuple[Entry, ...]]]
) -> tuple[int, int]:
    """Return how many of past meetings were quorate under a quorum, and of how many."""
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
    """For each of them, who would do as well."""


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

    `coming` and `not_coming` are persons who have said so. Among people who would do
    equally well those who come more often (`rates`) are named first. None where no
    further people would do. People who count alike are tried by number, not by name.
    """
    judge = ready(terms.needs, ground_of(terms, membership))
    said_yes, said_no = set(coming), set(not_coming)
    there = [one for one in membership.filled if one.person in said_yes]
    if judge({"present": tuple(there)}) is MET:
        return Ring((), ())
    kinds = _alike(membership, said_yes | said_no, rates or {}, terms)
    for number in range(1, sum(len(kind) for kind in kinds) + 1):
        found = _try(number, kinds, there, membership, judge)
        if found is not None:
            chosen = [person for _, people in found for person in people]
            spare = [
                tuple(one for one in kind if one not in people)
                for kind, people in found
                for _ in people
            ]
            return Ring(tuple(chosen), tuple(spare))
    return None


def _alike(
    membership: Membership,
    settled: set[str],
    rates: Mapping[str, Fraction],
    terms: Quorum,
) -> list[list[str]]:
    """Put together people whom the test can't tell apart, the likeliest first."""
    kinds: dict[object, list[str]] = {}
    ground = ground_of(terms, membership)
    for entry in membership.filled:
        if entry.person in settled:
            continue
        seats = membership.held_by(entry.person)
        offices = frozenset(
            office
            for office, held in membership.offices.items()
            if entry.person in held
        )
        described = frozenset(
            (
                ground.membership.by_name[seat].groups,
                ground.membership.by_name[seat].organisations,
                ground.membership.by_name[seat].capacity,
                ground.membership.votes_of(seat),
                seat if _is_named(seat, membership, terms) else "",
            )
            for seat in seats
        )
        people = kinds.setdefault((described, offices, len(seats)), [])
        if entry.person not in people:
            people.append(entry.person)
    for people in kinds.values():
        people.sort(key=lambda one: (-rates.get(one, Fraction(1, 2)), one))
    return list(kinds.values())


def _is_named(seat: str, membership: Membership, terms: Quorum) -> bool:
    words = str(terms.needs)
    return seat in words or membership.by_name[seat].line in words


def _try(
    number: int,
    kinds: list[list[str]],
    there: list[Entry],
    membership: Membership,
    judge: object,
) -> list[tuple[list[str], list[str]]] | None:
    """Try every way to take so many people, by how many of each kind."""
    ranges = [range(min(number, len(kind)) + 1) for kind in kinds]
    tried = 0
    for counts in product(*ranges):
        if sum(counts) != number:
            continue
        tried += 1
        if tried > MOST_STATES:
            raise TooManyStatesError(tried)
        people = {
            person
            for kind, count in zip(kinds, counts, strict=True)
            for person in kind[:count]
        }
        entries = tuple(
            one for one in membership.filled if one in there or one.person in people
        )
        if judge({"present": entries}) is MET:  # type: ignore[operator]
            return [
                (kind, kind[:count])
                for kind, count in zip(kinds, counts, strict=True)
                if count
            ]
    return None


def side_by_side(
    now: Chances, other: Chances
) -> Sequence[tuple[str, Fraction | None, Fraction | None]]:
    """Return the rows of a comparison of two quorums."""
    return (
        ("quorate", now.quorate, other.quorate),
        ("quorate and carries", now.carries, other.carries),
    )
