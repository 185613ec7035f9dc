from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from itertools import combinations
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quorate.charter.expressions import All
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.load import load
from quorate.facts.people import Appointment
from quorate.proof import whatif
from quorate.proof.chances import TooManyStatesError
from quorate.proof.whatif import (
    Ring,
    chances,
    changed,
    could_have_decided,
    side_by_side,
    whom_to_ring,
)
from quorate.rules.membership import Entry, Membership, membership_on
from tests.proof.boards import (
    boards,
    is_quorate,
    people_of,
    phrase,
    plain_board,
    quorums,
    seat,
    shares,
)

HALF = Fraction(1, 2)
FIVE_AND_THE_CHAIR = Quorum(
    needs=All((phrase("at least 5 of present by person"), phrase("includes chair")))
)


def ring(terms: Quorum, board: Membership, *coming: str, **others: object) -> Ring:
    found = whom_to_ring(terms, board, coming=coming, **others)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_quorate_meeting_needs_nobody_rung() -> None:
    terms = Quorum(needs=phrase("at least 2 of present by person"))

    assert ring(terms, plain_board(3), "person-1", "person-2") == Ring((), ())


def test_the_chair_is_rung_before_anybody_else_will_do() -> None:
    board = plain_board(7, chair="person-7")
    coming = [f"person-{one}" for one in range(1, 5)]

    found = ring(FIVE_AND_THE_CHAIR, board, *coming)

    assert found == Ring(("person-7",), ((),))


def test_whoever_comes_most_often_is_named_and_the_others_will_do_instead() -> None:
    terms = Quorum(needs=phrase("at least 2 of present by person"))
    rates = {"person-3": Fraction(9, 10), "seat-4": Fraction(2, 3)}

    found = ring(terms, plain_board(4), "person-1", rates=rates)

    assert found == Ring(("person-3",), (("person-4", "person-2"),))


def test_nobody_who_said_no_is_rung() -> None:
    terms = Quorum(needs=phrase("at least 2 of present by person"))

    found = ring(terms, plain_board(3), "person-1", not_coming=["person-2"])

    assert found == Ring(("person-3",), ((),))


def test_there_is_nobody_to_ring_where_too_few_are_left() -> None:
    terms = Quorum(needs=phrase("at least 3 of present by person"))

    found = whom_to_ring(
        terms, plain_board(3), coming=["person-1"], not_coming=["person-2"]
    )

    assert found is None


def test_sixty_people_whom_the_test_names_one_by_one_are_no_endless_search() -> None:
    needs = All(tuple(phrase(f"includes seat-{one}") for one in range(1, 61)))
    coming = [f"person-{one}" for one in range(1, 60)]

    found = ring(Quorum(needs=needs), plain_board(60), *coming)

    assert found == Ring(("person-60",), ((),))


def test_organisations_with_one_person_each_are_tried_by_number() -> None:
    board = Membership(
        tuple(
            seat(f"seat-{one}", organisations=(f"Town {one}",)) for one in range(200)
        ),
        {f"seat-{one}": f"person-{one}" for one in range(200)},
    )
    needs = phrase("present by organisation at least half of filled rounded up")

    found = ring(Quorum(needs=needs), board, "person-0")

    assert len(found.people) == 99


def test_more_than_a_hundred_thousand_sets_to_try_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whatif, "MOST_SETS", 50)
    needs = All(tuple(phrase(f"includes seat-{one}") for one in range(1, 11)))

    with pytest.raises(TooManyStatesError):
        whom_to_ring(Quorum(needs=needs), plain_board(10), coming=[])


def test_a_seat_without_a_vote_is_not_rung_where_it_does_not_count() -> None:
    board = Membership(
        (
            seat("seat-1", votes=Fraction(1)),
            seat("seat-2", votes=Fraction(0)),
            seat("seat-3", votes=Fraction(1)),
        ),
        {"seat-1": "alma", "seat-2": "bo", "seat-3": "cai"},
        suspended=frozenset({"seat-3"}),
    )
    needs = phrase("at least 2 of present by person")

    by_reading = {
        said: whom_to_ring(
            Quorum(needs=needs, without_vote_count=said), board, coming=["alma"]
        )
        for said in ("yes", "no", "")
    }

    assert by_reading == {"yes": Ring(("bo",), ((),)), "no": None, "": None}


@settings(max_examples=150)
@given(quorums(), boards(), st.data())
def test_the_people_to_ring_are_a_smallest_and_likeliest_set_by_the_rules(
    terms: Quorum, board: Membership, data: st.DataObject
) -> None:
    people = people_of(board)
    assume(people)
    coming = data.draw(st.sets(st.sampled_from(people), max_size=2))
    absent = data.draw(st.sets(st.sampled_from(people), max_size=1)) - coming
    rates = {one: data.draw(shares()) for one in people}
    others = [one for one in people if one not in coming | absent]

    found = whom_to_ring(terms, board, coming=coming, not_coming=absent, rates=rates)

    sets = [
        set(chosen)
        for number in range(len(others) + 1)
        for chosen in combinations(others, number)
        if is_quorate(terms, board, coming | set(chosen))
    ]
    if found is None:
        assert sets == []
        return
    smallest = [one for one in sets if len(one) == len(sets[0])]
    assert set(found.people) in smallest
    assert prod(rates[one] for one in found.people) == max(
        prod(rates[one] for one in chosen) for chosen in smallest
    )
    for person, instead in zip(found.people, found.instead, strict=True):
        rest = set(found.people) - {person}
        assert set(instead) == {
            one
            for one in others
            if one not in found.people and rest | {one} in smallest
        }


def test_two_quorums_stand_side_by_side_over_the_same_people() -> None:
    board = plain_board(3)
    now = Quorum(needs=phrase("at least 3 of present by person"))
    other = changed(now, phrase("at least 2 of present by person"))

    rows = side_by_side(
        *(chances(one, board, rates={}, usual=HALF) for one in (now, other))
    )

    assert rows == (
        ("quorate", Fraction(1, 8), HALF),
        ("quorate and carries", None, None),
    )


def test_past_meetings_are_judged_by_another_quorum() -> None:
    board = plain_board(3)
    rooms = [
        (board, tuple(Entry(f"seat-{one}", f"person-{one}") for one in range(1, last)))
        for last in (2, 3, 4)
    ]
    terms = Quorum(needs=phrase("at least 2 of present by person"))

    assert could_have_decided(terms, rooms) == (2, 3)


def test_the_chances_say_what_they_assume() -> None:
    terms = Quorum(needs=phrase("at least 1 of present by person"))

    found = chances(terms, plain_board(1), rates={}, usual=HALF)

    assert "independently of each other" in found.assumes
    assert found.carries is None


CHARTER = """\
---
charter: harbour
title: Harbour Board
bodies:
  board:
    name: Harbour Board
---

The members are these. {#members}

| Seat | Organisation | Places | Votes | Group |
|---|---|---|---|---|
| ports | Ports | 4 | 1 | members |
| advisers | Advice | 2 | 0 | advisers |

```rule
seats:
  level: any
```

Half of those with a vote are there. {#quorum}

```rule
quorum:
  needs: present by seat at least 1/2 of voting
  without_vote_count: no
```
"""


def test_a_charter_read_from_its_text_can_be_asked() -> None:
    charter = load(CHARTER)
    terms = charter.rule_of("board", Quorum)
    assert terms is not None
    seats = ("ports-1", "ports-2", "ports-3", "ports-4", "advisers-1", "advisers-2")
    board = membership_on(
        charter,
        "board",
        appointments=tuple(Appointment(seat=one, person=one) for one in seats),
        on=datetime.fromisoformat("2026-03-02T10:00"),
    )

    found = chances(terms, board, rates={}, usual=HALF)

    # Two or more of four, whoever of the advisers comes.
    assert found.quorate == Fraction(11, 16)
    assert whom_to_ring(terms, board, coming=["advisers-1", "ports-1"]) == Ring(
        ("ports-2",), (("ports-3", "ports-4"),)
    )
