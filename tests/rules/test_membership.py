from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.load import load
from quorate.facts.people import Appointment, Holding
from quorate.rules.membership import Membership, membership_on

TERMS = load("""\
---
charter: fen-board
title: Fen Board
bodies:
  board:
    name: Fen Board
---

# Fen Board

1.1 These are the members.

| Seat | Organisation | Places | Votes | Group |
|---|---|---|---|---|
| chair | County | 1 | 2 | county |
| council | Councils | 2 | 1 | councils |
| open | Districts | 1 | | councils |
| guest | Guild | up to 2 | 1 | |
| region | Region | 1 | 0 | |

```rule
seats:
  more:
    region:
      capacity: observer
  weights:
    council-1: 1/2
```

2.1 The chair chairs, and a deputy is elected.

```rule
role:
  - role: chair
    held_by: chair
  - role: deputy
    elected_by: the members
```
""")
ON = datetime.fromisoformat("2024-03-04T10:00")


def on(
    *people: tuple[str, str],
    appointments: tuple[Appointment, ...] = (),
    offices: tuple[Holding, ...] = (),
    at: datetime | date = ON,
    known_at: date | None = None,
) -> Membership:
    plain = tuple(Appointment(seat=seat, person=person) for seat, person in people)
    return membership_on(
        TERMS,
        "board",
        appointments=plain + appointments,
        offices=offices,
        on=at,
        known_at=known_at,
    )


def test_optional_seats_count_while_they_are_filled() -> None:
    empty, one = on(), on(("guest-1", "alma"))

    assert [entry.seat for entry in empty.all_seats] == [
        "chair",
        "council-1",
        "council-2",
        "open",
    ]
    assert "guest-1" in {entry.seat for entry in one.all_seats}
    assert "guest-2" not in {seat.name for seat in one.vacant}


def test_an_observer_s_seat_is_in_no_count() -> None:
    members = on(("region", "alma"))

    assert members.filled == ()
    assert members.votes_of("region") == 0


def test_a_name_is_a_seat_a_line_a_group_or_a_capacity() -> None:
    members = on()

    assert members.seats_of("council") == {"council-1", "council-2"}
    assert members.seats_of("councils") == {"council-1", "council-2", "open"}
    assert members.seats_of("chair") == {"chair"}
    assert members.seats_of("observer") == {"region"}


@pytest.mark.parametrize(
    "seat, votes, unsaid, without",
    [
        ("chair", 2, False, False),
        ("council-2", 1, False, False),
        ("open", 0, True, False),
        ("region", 0, False, True),
    ],
)
def test_votes_that_are_left_open_are_not_none(
    seat: str, votes: int, unsaid: bool, without: bool
) -> None:
    members = on()

    assert members.votes_of(seat) == Fraction(votes)
    assert members.unsaid_vote(seat) is unsaid
    assert members.without_vote(seat) is without


def test_the_seats_with_a_vote_are_those_filled_seats_that_have_one() -> None:
    members = on(("chair", "alma"), ("open", "bo"), ("region", "cai"))

    assert [entry.seat for entry in members.voting] == ["chair"]


OLD = Appointment(seat="chair", person="bo", until=date(2024, 3, 4))
NEW = Appointment(seat="chair", person="alma", from_=date(2024, 3, 4))


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_on_the_day_of_a_change_the_later_holder_has_the_seat(
    order: tuple[Appointment, ...],
) -> None:
    assert on(appointments=order).holders["chair"] == "alma"


def test_a_holder_from_a_moment_on_has_the_seat_from_then() -> None:
    later = Appointment(seat="chair", person="cai", from_=ON.replace(hour=11))

    before = on(appointments=(OLD, later))
    after = on(appointments=(later, OLD), at=ON.replace(hour=12))

    assert before.holders["chair"] == "bo"
    assert after.holders["chair"] == "cai"


def test_a_suspension_goes_with_the_holder_of_the_day() -> None:
    gone = Appointment(
        seat="chair", person="bo", until=date(2024, 3, 4), suspended="yes"
    )
    here = Appointment(seat="council-1", person="dee", suspended="yes")

    assert on(appointments=(gone, NEW, here)).suspended == {"council-1"}


def test_an_office_follows_its_seat_unless_somebody_is_recorded_in_it() -> None:
    by_seat = on(("chair", "alma"))
    recorded = on(("chair", "alma"), offices=(Holding(office="chair", person="bo"),))

    assert by_seat.offices["chair"] == {"alma"}
    assert recorded.offices["chair"] == {"bo"}
    assert by_seat.offices["deputy"] == frozenset()


def test_somebody_who_only_acts_does_not_hold_the_office() -> None:
    acting = Holding(office="deputy", person="bo", acting="yes")

    assert on(offices=(acting,)).offices["deputy"] == frozenset()


def test_an_office_that_the_terms_do_not_name_is_kept_all_the_same() -> None:
    treasurer = Holding(office="treasurer", person="bo")

    assert on(offices=(treasurer,)).offices["treasurer"] == {"bo"}


def test_a_successor_ends_the_last_day_of_the_one_before() -> None:
    first = Holding(office="deputy", person="bo", until=date(2024, 3, 4))
    next_ = Holding(office="deputy", person="cai", from_=ON.replace(minute=30))

    before = on(offices=(first, next_))
    after = on(offices=(next_, first), at=ON.replace(minute=45))

    assert before.offices["deputy"] == {"bo"}
    assert after.offices["deputy"] == {"cai"}


def test_what_was_recorded_later_was_not_known_before() -> None:
    told = Appointment(seat="chair", person="bo", known_from=date(2024, 3, 9))

    assert on(appointments=(told,), known_at=date(2024, 3, 5)).holders == {}
    assert on(appointments=(told,)).holders == {"chair": "bo"}


def test_an_appointment_to_a_seat_of_another_body_is_no_seat_here() -> None:
    assert on(("elsewhere", "alma")).holders == {}


@given(st.permutations([OLD, NEW, Appointment(seat="council-1", person="dee")]))
def test_the_order_in_which_appointments_are_told_does_not_matter(
    order: list[Appointment],
) -> None:
    members = on(appointments=tuple(order))

    assert dict(members.holders) == {"chair": "alma", "council-1": "dee"}
    assert members.held_by("alma") == ("chair",)
