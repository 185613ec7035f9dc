from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.expressions import All, Any, Not, Part, Set, Unit
from quorate.rules.membership import Entry, Membership
from quorate.rules.reasons import explainer, missing_from, written
from quorate.rules.sets import Ground, Scene, counter, measure, taker
from quorate.rules.testing import ready, rounded
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict
from tests.rules.rooms import (
    BREAKABLE,
    MONOTONE,
    PEOPLE,
    bodies,
    body,
    entries,
    phrase,
    wanted,
)


def asked(words: str, *people: str, **ground: object) -> Verdict:
    members = body(8)
    return ready(phrase(words), Ground(members, **ground))(  # type: ignore[arg-type]
        {"present": entries(members, *people)}
    )


@pytest.mark.parametrize(
    "words, people, verdict",
    [
        ("at least 2 of present by person", "alma bo", MET),
        ("at least 3 of present by person", "alma bo", NOT_MET),
        ("more than 2 of present by seat", "alma bo", NOT_MET),
        ("exactly 2 of present by seat", "alma bo", MET),
        ("at most 1 of present by seat", "alma bo", NOT_MET),
        ("fewer than 3 of present by seat", "alma bo", MET),
        ("at least 1 of present by organisation", "alma bo", MET),
        ("at least 2 of present by organisation", "alma bo", NOT_MET),
        ("at least 2 of present by organisation", "alma cai", MET),
        ("present by seat at least 1/2 of filled", "alma bo cai", NOT_MET),
        ("present by seat at least 1/3 of filled rounded down", "alma bo", MET),
        ("present by seat at least 1/3 of filled rounded up", "alma bo", NOT_MET),
        ("present by seat at least 1/3 of filled rounded nearest", "alma bo", NOT_MET),
        ("present by seat at least 1/4 of seats plus 1", "alma bo cai", MET),
        (
            "present by seat at least the lesser of 3 and 1/2 of seats",
            "alma bo",
            NOT_MET,
        ),
        ("present by seat at least the greater of 2 and 1/8 of seats", "alma bo", MET),
        ("present from councils by seat at least present from others", "alma bo", MET),
        ("present by person more than 2", "alma bo cai", MET),
        ("includes chair", "alma", MET),
        ("includes chair", "bo", NOT_MET),
        ("includes councils", "bo", MET),
        ("includes seat-3", "bo", NOT_MET),
        ("every seat of councils in present", "bo dee fay hal", MET),
        ("every person of councils in present", "bo dee fay", NOT_MET),
        ("every organisation of councils in present", "alma cai eli gus", MET),
        ("present by weight at least 1/4 of filled", "alma bo", MET),
        ("at least 1 of present except councils by seat", "bo", NOT_MET),
    ],
)
def test_a_test_is_answered_from_the_room(
    words: str, people: str, verdict: Verdict
) -> None:
    assert asked(words, *people.split()) is verdict


@pytest.mark.parametrize(
    "size, verdict", [(3, NOT_STATED), (4, MET), (6, NOT_MET), (8, NOT_MET)]
)
def test_a_table_by_size_takes_the_row_at_or_below_the_size(
    size: int, verdict: Verdict
) -> None:
    members = body(8, vacant=tuple(f"seat-{one}" for one in range(size + 1, 9)))
    ground = Ground(members, steps=((4, 3), (6, 4), (8, 5)))
    test = phrase("present by seat at least the step for filled")

    found = ready(test, ground)({"present": entries(members, "alma", "bo", "cai")})

    assert found is verdict


def test_membership_means_what_the_rule_says_it_means() -> None:
    words = "present by seat at least 1/2 of membership"

    unsaid = asked(words, "alma", "bo")
    narrow = asked(words, "alma", "bo", means=wanted("filled from councils"))

    assert unsaid is NOT_STATED
    assert narrow is MET


def test_membership_can_be_counted_as_the_set_that_stands_first() -> None:
    words = "at least 3 of membership by person"

    of_the_roll = asked(words, means=wanted("filled from councils"))
    of_the_room = asked(words, "alma", "bo", means=wanted("present"))

    assert of_the_roll is MET
    assert of_the_room is NOT_MET


def test_a_suspended_member_stands_in_no_number_unless_the_terms_say_so() -> None:
    members = body(4, suspended=("seat-4",))
    test = phrase("present by seat at least 1/2 of filled plus 1")
    scene = {"present": entries(members, "alma", "bo")}

    without = ready(test, Ground(members))(scene)
    counted = ready(test, Ground(members, suspended_count=True))(scene)

    assert without is NOT_MET
    assert counted is NOT_MET
    assert (
        ready(phrase("present by seat at least 2/3 of filled"), Ground(members))(scene)
        is MET
    )


def test_seats_without_a_vote_can_be_left_out_of_the_number() -> None:
    members = body(4, votes=(1, 1, 0, 0))
    test = phrase("present by seat at least all of filled")
    scene = {"present": entries(members, "alma", "bo")}

    counted = ready(test, Ground(members))(scene)
    left_out = ready(test, Ground(members, without_vote_count=False))(scene)

    assert counted is NOT_MET
    assert left_out is MET


@pytest.mark.parametrize(
    "rulings, verdict",
    [
        (None, UNKNOWN),
        ({}, UNKNOWN),
        ({"chair": True}, MET),
        ({"chair": False}, NOT_MET),
    ],
)
def test_discretion_needs_a_ruling(
    rulings: dict[str, bool] | None, verdict: Verdict
) -> None:
    assert asked("judged by chair", rulings=rulings) is verdict


@pytest.mark.parametrize("words", [*MONOTONE, *BREAKABLE])
@pytest.mark.parametrize(
    "scene, verdict", [({}, NOT_STATED), ({"present": None}, UNKNOWN)]
)
def test_a_set_without_meaning_is_silence_and_a_missing_one_a_missing_record(
    words: str, scene: Scene, verdict: Verdict
) -> None:
    members = body(8)

    found = ready(phrase(words), Ground(members))(scene)
    told = explainer(phrase(words), Ground(members), clause="4.1")(scene)

    assert found is verdict
    assert told.verdict is verdict


def test_one_that_is_not_met_settles_all_and_one_that_is_met_settles_any() -> None:
    met, silent = phrase("at least 0 of present by seat"), phrase("includes chair")
    ground, gap = Ground(body()), {"present": None}
    not_met = phrase("at least 1 of abstained by seat")
    scene: Scene = {**gap, "abstained": ()}

    assert ready(All((silent, not_met)), ground)(scene) is NOT_MET
    assert ready(All((silent, silent)), ground)(scene) is UNKNOWN
    assert ready(Any((silent, Not(not_met))), ground)(scene) is MET
    assert ready(Any((silent, not_met)), ground)(scene) is UNKNOWN
    assert ready(Any((not_met, not_met)), ground)(scene) is NOT_MET
    assert ready(All((met, met)), ground)({"present": ()}) is MET


@pytest.mark.parametrize(
    "exact, how, whole",
    [
        ("17/2", "", Fraction(17, 2)),
        ("17/2", "up", 9),
        ("17/2", "down", 8),
        ("17/2", "nearest", 9),
        ("13/3", "nearest", 4),
        ("4", "up", 4),
    ],
)
def test_a_share_is_rounded_as_the_terms_say_and_else_not_at_all(
    exact: str, how: str, whole: Fraction | int
) -> None:
    assert rounded(Fraction(exact), how) == whole


def test_a_third_of_twelve_is_exactly_four() -> None:
    third = Part(Fraction(1, 3), Set("seats"))

    assert third.share * 12 == 4
    assert written(third.share * 12) == 4
    assert written(Fraction(17, 2)) == "17/2"
    assert written(NOT_STATED) == "not_stated"


def test_weight_is_the_sum_of_the_votes() -> None:
    members = body(4, votes=(2, 1, Fraction(1, 2), Fraction(1, 2)))

    take = counter(wanted("present"), Unit.WEIGHT, Ground(members))

    weight = take({"present": entries(members, "bo", "cai", "dee")})

    assert weight == 2


def test_a_narrowed_set_holds_only_the_seats_of_its_names() -> None:
    members = body(4)
    take = taker(wanted("present from councils except seat-4"), Ground(members))

    found = take({"present": entries(members, "alma", "bo", "dee")})

    assert found == [Entry("seat-2", "bo")]
    assert take({}) is NOT_STATED


def test_what_is_missing_is_said_for_each_part_that_failed() -> None:
    members = body(8)
    test = All(
        (
            phrase("at least 3 of present by person"),
            Any((phrase("includes chair"), phrase("includes seat-2"))),
            phrase("every seat of councils in present"),
            phrase("present by seat more than 1/2 of seats"),
            Not(phrase("at least 1 of present by seat")),
            phrase("at most 0 of present by seat"),
        )
    )
    scene: Scene = {"present": entries(members, "cai")}
    told = explainer(test, Ground(members), clause="4.1")(scene)

    missing = missing_from(test, told)

    assert [(one.what, one.number, one.names) for one in missing] == [
        ("more", 2, ()),
        ("one of", 1, ("chair", "seat-2")),
        ("every one of", 4, ("seat-2", "seat-4", "seat-6", "seat-8")),
        ("more", 4, ()),
    ]


def test_of_alternatives_that_count_the_shortest_is_given() -> None:
    members = body(8)
    test = Any(
        (
            All((phrase("includes chair"), phrase("at least 3 of present by seat"))),
            phrase("at least 5 of present by seat"),
        )
    )
    told = explainer(test, Ground(members), clause="")({"present": ()})

    missing = missing_from(test, told)

    assert [(one.what, one.number) for one in missing] == [("more", 5)]


@given(
    bodies(), st.sets(st.sampled_from(PEOPLE)), st.sampled_from(MONOTONE + BREAKABLE)
)
def test_the_reasons_come_to_the_same_verdict_as_the_test(
    members: Membership, there: set[str], words: str
) -> None:
    ground = Ground(members)
    scene: Scene = {"present": entries(members, *there)}

    told = explainer(phrase(words), ground, clause="4.1")(scene)

    assert told.verdict is ready(phrase(words), ground)(scene)
    assert (missing_from(phrase(words), told) == ()) or told.verdict is NOT_MET


@given(bodies(), st.sets(st.sampled_from(PEOPLE)))
def test_a_person_in_two_seats_counts_once_by_person_and_twice_by_seat(
    members: Membership, there: set[str]
) -> None:
    rows = entries(members, *there)
    doubled = (*rows, *(Entry("seat-1", one.person) for one in rows))

    found = measure(doubled, Unit.PERSON, members)

    assert found == len({one.person for one in rows})
