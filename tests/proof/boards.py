"""Boards drawn at random, and every meeting that they could hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import strategies as st

from quorate.charter.expressions import All, Any, Not, Set, Test
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.phrases import test_phrase as read_test
from quorate.facts.meeting import Item, Meeting, Presence
from quorate.rules.decision import DecidingTerms, decide
from quorate.rules.entitlement import VotingTerms
from quorate.rules.membership import Membership, Seat
from quorate.rules.quorum import quorum
from quorate.rules.sitting import Sitting
from quorate.rules.verdict import MET

OPENS = datetime.fromisoformat("2026-03-02T10:00")
ORGANISATIONS = ("ports", "fisheries", "health")
GROUPS = ("councils", "officers")

PRESENT = (
    "at least 2 of present by person",
    "at least 2 of present by seat",
    "at least 2 of present by organisation",
    "at least 3 of present by weight",
    "at least 1 of present from councils by seat",
    "at least 1 of present except councils by person",
    "at most 2 of present from officers by organisation",
    "exactly 2 of present by seat",
    "fewer than 3 of present by person",
    "present by seat at least 1/3 of seats",
    "present by person at least 1/2 of filled plus 1",
    "present by seat more than 1/2 of voting",
    "present by seat at least 1/3 of seats rounded down",
    "present by organisation at least 2/3 of filled",
    "present by weight more than 1/2 of filled",
    "present by seat at least all of filled from councils",
    "present by seat at least 1/2 of membership",
    "present by seat at least the step for filled",
    "present by person at least the lesser of 3 and 1/2 of filled",
    "present by person at least the greater of 2 and 1/3 of filled",
    "present from councils by seat more than present from officers",
    "includes chair",
    "includes vice-chair",
    "includes councils",
    "includes seat-1",
    "filled includes chair",
    "every seat of councils in present",
    "every person of officers in present",
    "every organisation of councils in present",
    "every seat of councils in filled",
    "judged by chair",
    "fewer than 1 of responded by seat",
)
MEMBERSHIPS = (
    None,
    Set("filled"),
    Set("seats", without=("councils",)),
    Set("present", within=("councils",)),
)
VOTES = (
    "in favour by seat more than against",
    "in favour by person at least 1/2 of present",
    "in favour by weight more than 1/2 of voted",
    "in favour by seat at least 2/3 of entitled",
    "at least 2 of in favour by organisation",
    "abstained by seat fewer than in favour",
    "in favour includes chair",
    "every seat of councils in in favour",
)


def phrase(words: str, own: str = "present") -> Test:
    """One phrase as a test."""
    return read_test(words, own=own)


def seat(
    name: str,
    *,
    groups: tuple[str, ...] = (),
    organisations: tuple[str, ...] = (),
    votes: Fraction | None = None,
    capacity: str = "member",
) -> Seat:
    """A seat of its own line."""
    return Seat(
        name,
        name,
        frozenset(groups),
        organisations,
        votes,
        capacity,
        optional=False,
    )


def plain_board(number: int, **offices: str) -> Membership:
    """So many seats, each held by a person of its own."""
    seats = tuple(seat(f"seat-{one}") for one in range(1, number + 1))
    return Membership(
        seats,
        {one.name: f"person-{one.name[5:]}" for one in seats},
        {office: frozenset({person}) for office, person in offices.items()},
    )


@st.composite
def boards(draw: st.DrawFn, *, most: int = 6) -> Membership:
    """Up to so many seats, some vacant, some held together, suspended or voteless."""
    number = draw(st.integers(1, most))
    voted = draw(st.booleans())
    seats = []
    for one in range(1, number + 1):
        votes = st.sampled_from([Fraction(1), Fraction(0), Fraction(3, 2), None])
        seats.append(
            seat(
                f"seat-{one}",
                groups=tuple(sorted(draw(st.sets(st.sampled_from(GROUPS))))),
                organisations=tuple(
                    sorted(draw(st.sets(st.sampled_from(ORGANISATIONS), max_size=2)))
                ),
                votes=draw(votes) if voted else None,
                capacity=draw(st.sampled_from(["member", "member", "participant"])),
            )
        )
    people = [f"person-{one}" for one in range(1, number + 1)]
    holders = {
        one.name: draw(st.sampled_from(people))
        for one in seats
        if draw(st.integers(0, 5))
    }
    offices = {
        office: frozenset(draw(st.sets(st.sampled_from(people), max_size=1)))
        for office in ("chair", "vice-chair")
    }
    suspended = frozenset(name for name in holders if not draw(st.integers(0, 6)))
    return Membership(tuple(seats), holders, offices, suspended)


@st.composite
def any_test(
    draw: st.DrawFn, phrases: tuple[str, ...] = PRESENT, own: str = "present"
) -> Test:
    """A test of one to three phrases, joined in any way."""
    found = [
        phrase(words, own)
        for words in draw(st.lists(st.sampled_from(phrases), min_size=1, max_size=3))
    ]
    joined = All if draw(st.booleans()) else Any
    whole = found[0] if len(found) == 1 else joined(tuple(found))
    return Not(whole) if not draw(st.integers(0, 3)) else whole


@st.composite
def quorums(draw: st.DrawFn) -> Quorum:
    """A quorum with any way of counting."""
    yes_no = st.sampled_from(["yes", "no", ""])
    return Quorum(
        needs=draw(any_test()),
        membership=draw(st.sampled_from(MEMBERSHIPS)),
        steps=draw(st.sampled_from([(), ((0, 1), (3, 2)), ((2, 2),)])),
        without_vote_count=draw(yes_no),
        suspended_count=draw(yes_no),
        if_not="no business",
    )


def shares() -> st.SearchStrategy[Fraction]:
    """How often somebody comes, from never to always."""
    return st.fractions(0, 1, max_denominator=7)


def leanings() -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    """How likely somebody votes for and against."""
    return st.tuples(shares(), shares()).map(
        lambda both: both if sum(both) <= 1 else (both[0], 1 - both[0])
    )


def people_of(board: Membership) -> list[str]:
    """Everybody who holds a seat."""
    return sorted({one.person for one in board.filled})


def sitting(board: Membership, people: set[str], item: Item | None = None) -> Sitting:
    """A meeting to which these people came."""
    present = tuple(Presence(person=one) for one in sorted(people))
    items = (item,) if item else ()
    return Sitting(Meeting(opens=OPENS, present=present, items=items), board)


def is_quorate(terms: Quorum, board: Membership, people: set[str]) -> bool:
    """Whether the rules say that these people make a quorum."""
    return quorum(terms, sitting(board, people)).verdict is MET


def rooms(
    board: Membership, rates: Mapping[str, Fraction], usual: Fraction
) -> Iterator[tuple[set[str], Fraction]]:
    """Every set of people who could come, with its chance."""
    people = people_of(board)
    for come in product((True, False), repeat=len(people)):
        there = {one for one, yes in zip(people, come, strict=True) if yes}
        chances = (_rate(one, board, rates, usual) for one in people)
        yield (
            there,
            prod(
                (
                    rate if yes else 1 - rate
                    for rate, yes in zip(chances, come, strict=True)
                ),
                start=Fraction(1),
            ),
        )


def _rate(
    person: str, board: Membership, rates: Mapping[str, Fraction], usual: Fraction
) -> Fraction:
    if person in rates:
        return rates[person]
    seats = (one.name for one in board.seats if board.holders.get(one.name) == person)
    return next((rates[one] for one in seats if one in rates), usual)


def ballots(
    board: Membership,
    people: set[str],
    leans: Mapping[str, tuple[Fraction, Fraction]],
) -> Iterator[tuple[Item, Fraction]]:
    """Every way in which these people could vote, with its chance."""
    voters = sorted(people)
    for votes in product(("for", "against", "abstain"), repeat=len(voters)):
        by_person = dict(zip(voters, votes, strict=True))
        cast = tuple(
            (one.name, by_person[board.holders[one.name]])
            for one in board.seats
            if board.holders.get(one.name) in people and one.name not in board.suspended
        )
        chance = Fraction(1)
        for person, vote in by_person.items():
            likes, dislikes = leans.get(person, (Fraction(1, 2), Fraction(1, 2)))
            shares = {"for": likes, "against": dislikes}
            chance *= shares.get(vote, 1 - likes - dislikes)
        yield Item(name="item", votes=cast), chance


def carries(
    terms: Quorum, decision: Decision, board: Membership, people: set[str], item: Item
) -> bool:
    """Whether the rules say that the meeting was quorate and carried the item."""
    deciding = DecidingTerms(VotingTerms(decision), terms)
    return decide(deciding, sitting(board, people, item), item).verdict is MET
