from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.rule import Interpretation
from quorate.facts.meeting import Interest, Item, Meeting, Presence
from quorate.facts.people import Substitution
from quorate.rules.membership import Membership
from quorate.rules.quick import columns
from quorate.rules.quorum import ReadyQuorum, lost_at, quorum, within_grace
from quorate.rules.sitting import Sitting
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.rooms import (
    BREAKABLE,
    MONOTONE,
    OPENS,
    PEOPLE,
    bodies,
    body,
    clock,
    entries,
    meeting,
    needs,
    phrase,
    sitting,
)

HALF = "present by seat at least 1/2 of filled"


def until(person: str, clock: str) -> Presence:
    return Presence(person=person, until=time.fromisoformat(clock))


def came(person: str, clock: str) -> Presence:
    return Presence(person=person, from_=time.fromisoformat(clock))


def decided(name: str, clock: str = "") -> Item:
    return Item(name=name, at=time.fromisoformat(clock) if clock else None)


def test_half_of_seventeen_needs_nine_and_says_how_many_are_missing() -> None:
    many = Membership(
        tuple(replace(body().seats[0], name=f"place-{n}") for n in range(17)),
        {f"place-{n}": f"person-{n}" for n in range(17)},
    )
    eight = sitting(*(f"person-{n}" for n in range(8)), members=many)

    found = quorum(needs(HALF), eight)

    assert found.verdict is NOT_MET
    assert found.because.need == "17/2"
    assert found.explanation.missing[0].number == 1


def test_what_follows_without_a_quorum_is_in_the_terms_own_words() -> None:
    found = quorum(needs(HALF, if_not="in principle"), sitting("alma"))

    assert found.outcome == "in principle"
    assert found.explanation.effect is not None
    assert found.explanation.effect.values["effect"] == "in principle"


def test_seats_and_filled_seats_stand_beside_a_share_of_them() -> None:
    found = quorum(needs(HALF), sitting("alma", members=body(vacant=("seat-4",))))

    sizes = found.explanation.notes[0]

    assert (sizes.need, sizes.have) == (4, 3)


def test_a_plain_number_has_no_sizes_beside_it() -> None:
    found = quorum(needs("at least 1 of present by person"), sitting("alma"))

    assert found.explanation.notes == ()


def test_who_left_at_a_moment_is_gone_at_that_moment() -> None:
    terms = needs("at least 2 of present by person", tested_at="each decision")
    items = (decided("early", "10:10"), decided("stroke", "10:20"))
    held = sitting("alma", until("bo", "10:20"), items=items)

    early, stroke = (quorum(terms, held, item=one) for one in ("early", "stroke"))

    assert early.verdict is MET
    assert stroke.verdict is NOT_MET


def test_an_item_without_a_time_is_open_only_if_a_departure_could_break_it() -> None:
    terms = needs("at least 2 of present by person", tested_at="each decision")
    quiet = sitting("alma", "bo", items=(decided("levy"),))
    broken = sitting("alma", until("bo", "10:20"), items=(decided("levy"),))
    harmless = sitting("alma", "bo", until("cai", "10:20"), items=(decided("levy"),))

    found = [quorum(terms, one, item="levy") for one in (quiet, broken, harmless)]

    assert [one.verdict for one in found] == [MET, UNKNOWN, MET]
    assert found[1].explanation.notes[-1].says == "the item has no time"


def test_terms_that_test_at_the_opening_alone_ask_the_opening_for_every_item() -> None:
    terms = needs("at least 2 of present by person", tested_at="opening")
    held = sitting("alma", until("bo", "10:20"), items=(decided("late", "10:30"),))

    found = quorum(terms, held, item="late")

    assert found.verdict is MET


def test_a_moment_that_is_asked_for_goes_before_all_others() -> None:
    terms = needs("at least 2 of present by person")
    held = sitting("alma", came("bo", "10:20"))

    before = quorum(terms, held, at=clock("10:10"))
    after = quorum(terms, held, at=clock("10:20"))
    day = quorum(terms, held, at=date(2024, 3, 4))

    assert [before.verdict, after.verdict, day.verdict] == [NOT_MET, MET, NOT_MET]


@pytest.mark.parametrize("presumed, verdict", [("yes", MET), ("", UNKNOWN)])
def test_without_a_roll_only_a_presumption_answers(
    presumed: str, verdict: object
) -> None:
    held = sitting()
    unrecorded = replace(held, meeting=replace(held.meeting, roll_taken="no"))

    found = quorum(needs(HALF, presumed=presumed), unrecorded)

    assert found.verdict is verdict
    assert found.explanation.missing[0].what == "a record of the roll"
    assert found.explanation.notes[-1].says == "no roll was taken"


def test_silence_on_remote_presence_matters_only_where_the_answer_hangs_on_it() -> None:
    terms = needs("at least 2 of present by person")
    remote = Presence(person="bo", how="remote")

    hanging = quorum(terms, sitting("alma", remote))
    enough = quorum(terms, sitting("alma", "cai", remote))
    short = quorum(needs("at least 4 of present by person"), sitting("alma", remote))

    assert hanging.verdict is NOT_STATED
    assert hanging.explanation.notes[-1].values == {"field": "remote_counts"}
    assert enough.verdict is MET
    assert short.verdict is NOT_MET


@pytest.mark.parametrize("counts, verdict", [("yes", MET), ("no", NOT_MET)])
def test_a_member_who_withdraws_counts_as_the_terms_say(
    counts: str, verdict: object
) -> None:
    item = Item(
        name="levy",
        at=time(10, 10),
        interests=(Interest(person="bo", withdrew="yes"),),
    )
    terms = needs("at least 2 of present by person", conflicted_count=counts)

    found = quorum(terms, sitting("alma", "bo", items=(item,)), item="levy")

    assert found.verdict is verdict


def test_a_clause_on_interests_says_it_where_the_one_on_the_quorum_does_not() -> None:
    item = Item(name="levy", at=time(10, 10), interests=(Interest(person="bo"),))
    terms = needs("at least 2 of present by person")
    held = sitting("alma", "bo", items=(item,))
    barred = replace(held, interests=Interests(quorum="not counted"))

    without, found = (
        quorum(terms, held, item="levy"),
        quorum(terms, barred, item="levy"),
    )

    assert without.verdict is MET
    assert found.verdict is NOT_MET
    assert found.because.left_out[0].why == "an interest declared"


def adjourned(*people: str, left_over: frozenset[str] | None) -> Sitting:
    held = sitting(*people, items=(decided("levy"), decided("pump")))
    return replace(held, reconvened=True, left_over=left_over)


def test_those_present_suffice_for_what_was_left_over_if_they_are_two() -> None:
    terms = needs(
        "at least 3 of present by person",
        if_not="adjourned and then those present suffice",
    )
    left = frozenset({"levy"})

    two = adjourned("alma", "bo", left_over=left)
    one = adjourned("alma", left_over=left)

    assert quorum(terms, two, item="levy").verdict is MET
    assert quorum(terms, two, item="pump").verdict is NOT_MET
    assert quorum(terms, one).verdict is NOT_MET
    assert quorum(terms, adjourned("alma", "bo", left_over=None)).verdict is MET


def test_a_test_of_its_own_goes_before_those_present() -> None:
    terms = needs(
        "at least 4 of present by person",
        reconvened=phrase("at least 3 of present by person"),
    )

    found = quorum(terms, adjourned("alma", "bo", left_over=None))

    assert found.because.need == 3
    assert found.explanation.missing[0].number == 1


def test_an_adjourned_meeting_without_a_rule_for_it_needs_the_whole_quorum() -> None:
    terms = needs("at least 3 of present by person", if_not="adjourned")

    found = quorum(terms, adjourned("alma", "bo", left_over=None))

    assert found.verdict is NOT_MET


def test_a_quorum_that_comes_together_while_the_meeting_waits_is_one() -> None:
    terms = needs("at least 2 of present by person", grace=30)

    came_in_time = quorum(terms, sitting("alma", came("bo", "10:25")))
    too_late = quorum(terms, sitting("alma", came("bo", "10:35")))

    assert came_in_time.verdict is MET
    assert came_in_time.explanation.notes[-1].values["until"] == "2024-03-04 10:25"
    assert too_late.verdict is NOT_MET
    assert too_late.explanation.notes[-1].says == "may still wait"


def test_a_meeting_may_wait_for_as_long_as_the_terms_give() -> None:
    terms, held = needs(HALF, grace=30), meeting("alma")

    waits = [
        within_grace(terms, held, clock(f"10:{minute:02}")) for minute in (0, 30, 31)
    ]

    assert waits == [True, True, False]
    assert within_grace(needs(HALF), held, OPENS) is None
    assert within_grace(terms, Meeting(opens=date(2024, 3, 4)), OPENS) is None


def test_the_quorum_is_lost_when_the_one_too_many_leaves() -> None:
    terms = needs("at least 2 of present by person")

    lost = lost_at(terms, sitting("alma", until("bo", "10:20"), until("cai", "10:10")))

    assert lost == clock("10:20")
    assert lost_at(terms, sitting("alma", "bo")) is None
    assert lost_at(terms, sitting("alma")) is None
    assert lost_at(terms, Sitting(Meeting(opens=None), body())) is None


STOOD_IN = Interpretation(
    "may_preside",
    "no",
    ("yes",),
    "an office is held in person",
    None,  # type: ignore[arg-type]
)


def stood_in(may_preside: str) -> Sitting:
    held = sitting(Presence(person="joe", seat="seat-1", as_="substitute"), "bo", "cai")
    rule = Substitutes(
        may_preside=may_preside, clause="2.3", interpretations=(STOOD_IN,)
    )
    named = (Substitution(seat="seat-1", person="joe"),)
    return replace(held, substitutes=named, standing_in=rule)


@pytest.mark.parametrize("may_preside, verdict", [("yes", MET), ("no", NOT_MET)])
def test_a_substitute_carries_an_office_where_the_terms_say_so(
    may_preside: str, verdict: object
) -> None:
    terms = needs("includes chair", substitutes_count="yes")

    found = quorum(terms, stood_in(may_preside))

    assert found.verdict is verdict


def test_that_a_substitute_carries_no_office_is_shown_as_a_reading() -> None:
    terms = needs("includes chair", substitutes_count="yes")

    found = quorum(terms, stood_in("no"))

    reading = found.explanation.readings[-1]
    assert (reading.field, reading.changes) == ("may_preside", True)
    assert found.because.left_out[-1].why == "a substitute does not carry the office"


def test_whoever_holds_an_office_carries_it_in_any_seat() -> None:
    members = replace(body(), offices={"chair": frozenset({"joe"})})
    held = sitting(
        Presence(person="joe", seat="seat-2", as_="substitute"), members=members
    )

    found = quorum(needs("includes chair", substitutes_count="yes"), held)

    assert found.verdict is MET


@given(bodies(), st.data(), st.sampled_from(MONOTONE))
def test_one_more_member_never_loses_a_quorum_that_only_counts_up(
    members: Membership, data: st.DataObject, words: str
) -> None:
    there = data.draw(st.sets(st.sampled_from(PEOPLE)))
    more = data.draw(st.sampled_from(PEOPLE))
    terms = needs(words)
    assume(quorum(terms, sitting(*sorted(there), members=members)).verdict is MET)

    found = quorum(terms, sitting(*sorted(there | {more}), members=members))

    assert found.verdict is MET


@pytest.mark.parametrize("words", BREAKABLE)
def test_there_are_quorums_that_one_more_member_breaks(words: str) -> None:
    members, terms = body(8), needs(words)
    rooms = [
        sorted(people)
        for people in (
            {"alma", "bo"},
            {"alma", "bo", "cai"},
            {"alma", "bo", "dee"},
            {"alma", "bo", "cai", "dee"},
            {"alma", "bo", "cai", "dee", "eli"},
        )
    ]
    verdicts = {
        tuple(room): quorum(terms, sitting(*room, members=members)).verdict
        for room in rooms
    }

    broken = [
        (small, large)
        for small in verdicts
        for large in verdicts
        if set(small) < set(large)
        and verdicts[small] is MET
        and verdicts[large] is NOT_MET
    ]

    assert broken


@given(bodies(), st.permutations(PEOPLE), st.sampled_from(MONOTONE + BREAKABLE))
def test_the_order_of_arrival_does_not_matter(
    members: Membership, order: list[str], words: str
) -> None:
    terms, there = needs(words), order[:4]

    as_came = quorum(terms, sitting(*there, members=members))
    sorted_ = quorum(terms, sitting(*sorted(there), members=members))

    assert as_came.as_data() == sorted_.as_data()


@given(bodies(), st.permutations(PEOPLE), st.sampled_from(MONOTONE + BREAKABLE))
def test_renaming_the_people_changes_nothing_else(
    members: Membership, names: list[str], words: str
) -> None:
    called = dict(zip(PEOPLE, names, strict=True))
    renamed = Membership(
        members.seats,
        {seat: called[person] for seat, person in members.holders.items()},
        {
            office: frozenset(called[one] for one in people)
            for office, people in members.offices.items()
        },
    )
    there, terms = PEOPLE[:4], needs(words)

    one = quorum(terms, sitting(*there, members=members))
    other = quorum(terms, sitting(*(called[name] for name in there), members=renamed))

    assert one.verdict is other.verdict
    assert one.because.have == other.because.have


@given(bodies(), st.sets(st.sampled_from(PEOPLE)), st.sampled_from(MONOTONE))
def test_the_same_room_gives_the_same_bytes(
    members: Membership, there: set[str], words: str
) -> None:
    terms = needs(words, if_not="in principle")

    one, other = (
        json.dumps(quorum(terms, sitting(*people, members=members)).as_data())
        for people in (sorted(there), sorted(there))
    )

    assert one == other


@given(
    bodies(), st.sets(st.sampled_from(PEOPLE)), st.sampled_from(MONOTONE + BREAKABLE)
)
def test_a_quorum_made_ready_says_what_the_ordinary_one_says(
    members: Membership, there: set[str], words: str
) -> None:
    terms = needs(words, if_not="in principle")
    made = ReadyQuorum(terms, members)
    roll = columns(entries(members, *there))

    ready = made(roll)
    ordinary = quorum(terms, sitting(*sorted(there), members=members))

    assert ready.verdict is ordinary.verdict
    assert ready.outcome == ordinary.outcome
    assert ready.because.have == ordinary.because.have
    assert list(made.verdicts([roll])) == [ready.verdict]
