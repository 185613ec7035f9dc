"""A small body, its members and its meetings, for tests of how bodies decide."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from hypothesis import strategies as st

from quorate.charter.expressions import Set, Test
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.phrases import set_phrase
from quorate.charter.phrases import test_phrase as read_test
from quorate.facts.meeting import Item, Meeting, Presence
from quorate.rules.membership import Entry, Membership, Seat
from quorate.rules.sitting import Sitting

OPENS = datetime.fromisoformat("2024-03-04T10:00")
PEOPLE = ("alma", "bo", "cai", "dee", "eli", "fay", "gus", "hal")
SEATS = tuple(f"seat-{number}" for number in range(1, len(PEOPLE) + 1))

MONOTONE = (
    "at least 3 of present by person",
    "at least 2 of present from councils by seat",
    "present by seat at least 1/2 of filled",
    "present by seat more than 1/3 of seats",
    "present by organisation at least 2/3 of filled",
    "includes chair",
    "every organisation of councils in present",
)
"""Tests that one more member can only help."""

BREAKABLE = (
    "present from councils by seat at least 1/2 of present",
    "exactly 3 of present by person",
    "at most 4 of present by seat",
)
"""Tests that one more member can break."""


def clock(time: str) -> datetime:
    """Return a time of day on the day of the meeting."""
    return datetime.fromisoformat(f"2024-03-04T{time}")


def phrase(words: str, own: str = "present") -> Test:
    return read_test(words, own=own)


def wanted(words: str) -> Set:
    return set_phrase(words)


def seat(
    name: str,
    *,
    organisation: str = "",
    groups: tuple[str, ...] = (),
    votes: Fraction | int | None = None,
    capacity: str = "member",
) -> Seat:
    return Seat(
        name,
        name,
        frozenset(groups),
        (organisation,) if organisation else (),
        None if votes is None else Fraction(votes),
        capacity,
        optional=False,
    )


def body(
    number: int = 4,
    *,
    vacant: tuple[str, ...] = (),
    suspended: tuple[str, ...] = (),
    chair: str = "alma",
    votes: tuple[Fraction | int | None, ...] = (),
) -> Membership:
    """So many seats in order, each with its person; the even ones are councils'."""
    weights = votes or (None,) * number
    seats = tuple(
        seat(
            name,
            organisation=f"organisation-{(place + 1) // 2}",
            groups=("councils",) if place % 2 == 0 else ("others",),
            votes=weight,
        )
        for place, (name, weight) in enumerate(
            zip(SEATS[:number], weights, strict=True), start=1
        )
    )
    holders = {
        name: person
        for name, person in zip(SEATS[:number], PEOPLE, strict=False)
        if name not in vacant
    }
    return Membership(
        seats,
        holders,
        {"chair": frozenset({chair} & set(holders.values()))},
        frozenset(suspended),
    )


def entries(membership: Membership, *people: str) -> tuple[Entry, ...]:
    return tuple(one for one in membership.filled if one.person in people)


def meeting(*people: str | Presence, items: tuple[Item, ...] = ()) -> Meeting:
    present = tuple(
        one if isinstance(one, Presence) else Presence(person=one) for one in people
    )
    return Meeting(opens=OPENS, present=present, items=items)


def sitting(
    *people: str | Presence,
    members: Membership | None = None,
    items: tuple[Item, ...] = (),
) -> Sitting:
    return Sitting(meeting(*people, items=items), members or body())


def needs(words: str, **fields: object) -> Quorum:
    """A quorum that needs this, under clause 4.1."""
    return Quorum(needs=phrase(words), clause="4.1", **fields)  # type: ignore[arg-type]


def carried(
    words: str = "in favour by seat more than against", **fields: object
) -> Decision:
    """A decision by ballot, under clause 5.1."""
    return Decision(
        **{
            "method": "ballot",
            "voting": "always",
            "one_vote": "seat",
            "carried_if": phrase(words, "in favour"),
            "clause": "5.1",
            **fields,
        }  # type: ignore[arg-type]
    )


@st.composite
def bodies(draw: st.DrawFn) -> Membership:
    """Four to eight seats, some vacant."""
    number = draw(st.integers(4, len(PEOPLE)))
    vacant = draw(st.sets(st.sampled_from(SEATS[:number]), max_size=number - 2))
    return body(number, vacant=tuple(sorted(vacant)))
