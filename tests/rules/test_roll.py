from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.facts.meeting import Interest, Item, Meeting, Presence
from quorate.facts.people import Substitution
from quorate.rules.membership import Entry
from quorate.rules.roll import Counting, Room, begins, is_there, moments_of, room_at
from quorate.rules.sitting import counting_of
from tests.rules.rooms import (
    OPENS,
    PEOPLE,
    body,
    clock,
    meeting,
    needs,
    seat,
    sitting,
)

ALL = Counting("yes", "yes", "yes", "yes")
NONE = Counting("no", "no", "no", "no")
JOE = Presence(person="joe", seat="seat-1", as_="substitute")


def people(room: Room) -> list[str]:
    return [one.person for one in room.entries]


def left_out(room: Room) -> dict[str, str]:
    return {one.who: one.why for one in room.left_out}


def test_a_holder_is_there_for_each_seat_that_they_hold() -> None:
    members = body()
    members = replace(members, holders={"seat-1": "alma", "seat-2": "alma"})

    room = room_at(meeting("alma"), members, ALL)

    assert room.entries == (Entry("seat-1", "alma"), Entry("seat-2", "alma"))


def test_a_presence_for_one_seat_fills_that_one_alone() -> None:
    members = replace(body(), holders={"seat-1": "alma", "seat-2": "alma"})

    room = room_at(meeting(Presence(person="alma", seat="seat-2")), members, ALL)

    assert room.entries == (Entry("seat-2", "alma"),)


@pytest.mark.parametrize(
    "as_, why", [("guest", "a guest"), ("observer", "an observer"), ("", "a guest")]
)
def test_whoever_has_no_seat_is_left_out_and_named(as_: str, why: str) -> None:
    room = room_at(meeting(Presence(person="zed", as_=as_)), body(), ALL)

    assert room.entries == ()
    assert left_out(room) == {"zed": why}


def test_the_holder_of_an_observer_s_seat_observes() -> None:
    members = body()
    members = replace(members, seats=(seat("seat-1", capacity="observer"),))

    room = room_at(meeting("alma"), members, ALL)

    assert left_out(room) == {"alma": "an observer"}


def test_a_suspended_holder_is_left_out() -> None:
    room = room_at(meeting("alma", "bo"), body(suspended=("seat-1",)), ALL)

    assert people(room) == ["bo"]
    assert left_out(room) == {"alma": "suspended"}


def test_a_substitute_named_for_the_meeting_counts_for_the_seat() -> None:
    named = (Substitution(seat="seat-1", person="joe", meeting="meeting"),)

    room = room_at(meeting("joe"), body(), ALL, substitutes=named)

    assert room.entries == (Entry("seat-1", "joe", holder=False),)


@pytest.mark.parametrize(
    "named",
    [
        Substitution(seat="seat-1", person="joe", meeting="another"),
        Substitution(seat="seat-1", person="joe", item="another"),
        Substitution(seat="seat-1", person="joe", from_=date(2024, 3, 5)),
        Substitution(seat="seat-1", person="joe", until=date(2024, 3, 3)),
        Substitution(seat="seat-99", person="joe"),
    ],
)
def test_a_substitute_named_for_something_else_is_a_guest(named: Substitution) -> None:
    room = room_at(meeting("joe"), body(), ALL, substitutes=(named,), item="levy")

    assert left_out(room) == {"joe": "a guest"}


@pytest.mark.parametrize(
    "presence, why",
    [
        (JOE, "a substitute does not count"),
        (Presence(person="bo", how="remote"), "takes part from elsewhere"),
    ],
)
def test_those_whom_the_terms_do_not_count_are_left_out_with_the_reason(
    presence: Presence, why: str
) -> None:
    room = room_at(meeting(presence), body(), NONE)

    assert left_out(room) == {presence.person: why}


def test_those_on_whom_the_terms_are_silent_are_doubtful() -> None:
    room = room_at(meeting(JOE), body(), Counting())

    assert room.entries == ()
    assert room.doubtful == (
        ("substitutes_count", Entry("seat-1", "joe", holder=False)),
    )


def test_a_seat_without_a_vote_is_told_from_one_whose_votes_are_left_open() -> None:
    members = body(3, votes=(1, 0, None))

    room = room_at(meeting("alma", "bo", "cai"), members, NONE)

    assert people(room) == ["alma", "cai"]
    assert left_out(room) == {"bo": "a seat without a vote does not count"}


def both(*, replaces: str, came: str, item: str = "levy") -> Room:
    items = (Item(name="first", at=time(10, 10)), Item(name="levy", at=time(10, 30)))
    held = meeting(
        JOE, Presence(person="alma", from_=time.fromisoformat(came)), items=items
    )
    counting = Counting("yes", "yes", "yes", "yes", replaces)
    return room_at(held, body(), counting, at=clock("10:30"), item=item)


def test_a_holder_who_was_there_when_the_item_began_goes_before_the_substitute() -> (
    None
):
    room = both(replaces="the item", came="10:05")

    assert people(room) == ["alma"]
    assert left_out(room) == {"joe": "the holder is there as well"}


def test_a_substitute_goes_on_to_the_end_of_the_item_in_hand() -> None:
    room = both(replaces="the item", came="10:20")

    assert people(room) == ["joe"]
    assert left_out(room) == {"alma": "the substitute goes on to the end of the item"}


def test_a_member_who_is_none_for_the_meeting_does_not_take_over() -> None:
    room = both(replaces="the whole meeting", came="10:05")

    assert people(room) == ["joe"]
    assert left_out(room) == {"alma": "a substitute has the seat for the meeting"}


def test_outside_an_item_the_holder_goes_before_the_substitute() -> None:
    room = both(replaces="the item", came="10:20", item="")

    assert people(room) == ["alma"]


def test_two_substitutes_of_one_seat_count_once() -> None:
    another = replace(JOE, person="kit")

    room = room_at(meeting(JOE, another), body(), ALL)

    assert len(room.entries) == 1
    assert len(room.left_out) == 1


@pytest.mark.parametrize(
    "rule, sent",
    [
        (Substitutes(), True),
        (Substitutes(for_seats=("councils",)), False),
        (Substitutes(for_seats=("others",)), True),
        (Substitutes(allowed="no"), False),
    ],
)
def test_a_seat_sends_a_substitute_where_the_terms_let_it(
    rule: Substitutes, sent: bool
) -> None:
    held = replace(sitting(JOE), standing_in=rule)

    room = room_at(held.meeting, held.membership, counting_of(held))

    assert people(room) == (["joe"] if sent else [])


def test_who_is_counted_without_a_quorum_follows_the_clause_on_interests() -> None:
    held = replace(sitting(), interests=Interests(denominator="not counted"))

    of_everybody, of_the_rest = counting_of(sitting()), counting_of(held)

    assert of_everybody.conflicted_count == "yes"
    assert of_the_rest.conflicted_count == "no"
    assert counting_of(held, needs("includes chair")).conflicted_count == ""


def test_somebody_who_withdrew_is_named_with_the_reason() -> None:
    item = Item(name="levy", interests=(Interest(person="bo", withdrew="yes"),))
    held = meeting("alma", "bo", items=(item,))

    room = room_at(held, body(), NONE, item="levy")

    assert left_out(room) == {"bo": "withdrew for an interest"}


def test_a_presence_recorded_later_was_not_known_before() -> None:
    late = Presence(person="bo", known_from=date(2024, 3, 9))

    room = room_at(meeting("alma", late), body(), ALL, known_at=date(2024, 3, 5))

    assert people(room) == ["alma"]


def test_somebody_is_there_from_the_moment_they_come_until_they_leave() -> None:
    one = Presence(person="alma", from_=time(10, 10), until=time(10, 20))
    held = meeting(one)

    there = [
        is_there(one, held, clock(at)) for at in ("10:09", "10:10", "10:19", "10:20")
    ]

    assert there == [False, True, True, False]
    assert is_there(one, held, None)
    assert is_there(replace(one, until=date(2024, 3, 4)), held, clock("10:30"))


def test_an_item_begins_when_the_one_before_it_was_decided() -> None:
    items = (
        Item(name="first", at=time(10, 10)),
        Item(name="untimed"),
        Item(name="third", at=time(10, 30)),
    )
    held = meeting("alma", items=items)

    began = [begins(held, name) for name in ("first", "untimed", "third")]

    assert began == [OPENS, clock("10:10"), clock("10:10")]


def test_the_moments_of_a_meeting_are_those_at_which_somebody_comes_or_goes() -> None:
    held = meeting(
        Presence(person="alma", until=time(10, 40)),
        Presence(person="bo", from_=time(10, 20), until=date(2024, 3, 5)),
        Presence(person="cai", from_=time(9, 50)),
    )

    found = moments_of(held)

    assert found == (OPENS, clock("10:20"), clock("10:40"), date(2024, 3, 5))
    assert moments_of(Meeting(opens=None)) == ()


@given(st.permutations(PEOPLE[:6]))
def test_the_roll_is_in_the_order_of_the_seats_whoever_came_first(
    order: list[str],
) -> None:
    room = room_at(meeting(*order), body(6), ALL)

    assert people(room) == list(PEOPLE[:6])


@given(st.sets(st.sampled_from((*PEOPLE, "zed")), min_size=1))
def test_everybody_who_came_is_counted_or_left_out(there: set[str]) -> None:
    room = room_at(meeting(*sorted(there)), body(6), ALL)

    assert set(people(room)) | set(left_out(room)) == there
