from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quorate.charter.expressions import All, Not, Set, Test
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.proof import chances as counting
from quorate.proof.chances import TooManyStatesError
from quorate.proof.whatif import chances
from quorate.rules.membership import Membership
from tests.proof.boards import (
    PRESENT,
    VOTES,
    any_test,
    ballots,
    boards,
    carries,
    is_quorate,
    leanings,
    people_of,
    phrase,
    plain_board,
    quorums,
    rooms,
    seat,
    shares,
)

HALF = Fraction(1, 2)


def quorate(
    needs: Test | str, board: Membership, usual: Fraction = HALF, **rates: Fraction
) -> Fraction:
    terms = Quorum(needs=phrase(needs) if isinstance(needs, str) else needs)
    return chances(terms, board, rates=rates, usual=usual).quorate


def test_three_of_three_who_come_half_the_time_are_there_once_in_eight() -> None:
    assert quorate("at least 3 of present by person", plain_board(3)) == Fraction(1, 8)


def test_one_who_always_comes_makes_the_rest_need_one_fewer() -> None:
    needs = "at least 2 of present by person"

    found = quorate(needs, plain_board(2), HALF, **{"person-1": Fraction(1)})

    assert found == HALF


def test_a_rate_can_be_given_by_seat() -> None:
    needs = "includes seat-1"

    found = quorate(needs, plain_board(2), HALF, **{"seat-1": Fraction(1, 3)})

    assert found == Fraction(1, 3)


@settings(max_examples=150)
@given(quorums(), boards(), shares(), st.data())
def test_the_chance_is_that_of_every_room_in_which_the_rules_find_a_quorum(
    terms: Quorum, board: Membership, usual: Fraction, data: st.DataObject
) -> None:
    names = people_of(board) + sorted(board.holders)
    rates = data.draw(
        st.dictionaries(st.sampled_from(names), shares(), max_size=3)
        if names
        else st.just({})
    )

    found = chances(terms, board, rates=rates, usual=usual)

    assert found.quorate == sum(
        likely
        for people, likely in rooms(board, rates, usual)
        if likely and is_quorate(terms, board, people)
    )


@settings(max_examples=60)
@given(
    quorums(),
    boards(most=4),
    any_test(VOTES, "in favour"),
    st.sampled_from(["", "person", "seat", "organisation"]),
    st.data(),
)
def test_that_it_carries_is_the_chance_of_every_room_and_vote_that_the_rules_carry(
    terms: Quorum,
    board: Membership,
    carried_if: Test,
    one_vote: str,
    data: st.DataObject,
) -> None:
    decision = Decision(method="ballot", carried_if=carried_if, one_vote=one_vote)
    people = people_of(board)
    assume(len(people) < 4)
    leans = {one: data.draw(leanings()) for one in people[:2]}

    found = chances(
        terms, board, rates={}, usual=Fraction(3, 4), decision=decision, leans=leans
    )

    assert found.carries == sum(
        come * vote
        for there, come in rooms(board, {}, Fraction(3, 4))
        for item, vote in ballots(board, there, leans)
        if vote and carries(terms, decision, board, there, item)
    )


def test_twelve_people_in_any_number_of_seats_agree_with_every_one_of_4096_rooms() -> (
    None
):
    seats = tuple(
        seat(
            f"seat-{one}",
            groups=("councils",) if one % 3 else ("officers",),
            organisations=(("ports", "fisheries", "health")[one % 3], f"own-{one}"),
            votes=Fraction(1 + one % 2),
        )
        for one in range(14)
    )
    holders = {one.name: f"person-{number % 12}" for number, one in enumerate(seats)}
    board = Membership(seats, holders, {"chair": frozenset({"person-3"})})
    needs = All(
        (
            phrase("at least 5 of present by person"),
            phrase("present by weight more than 1/3 of filled"),
            phrase("at least 8 of present by organisation"),
            phrase("at least 2 of present from officers by seat"),
            Not(phrase("every seat of officers in present")),
        )
    )
    terms = Quorum(needs=needs, if_not="no business")
    rates = {f"person-{one}": Fraction(one + 1, 14) for one in range(6)}

    found = chances(terms, board, rates=rates, usual=Fraction(2, 3)).quorate

    assert found == sum(
        likely
        for people, likely in rooms(board, rates, Fraction(2, 3))
        if is_quorate(terms, board, people)
    )


@given(boards(), shares(), shares(), st.integers(1, 4))
def test_whoever_comes_more_often_never_makes_a_quorum_less_likely(
    board: Membership, rate: Fraction, more: Fraction, least: int
) -> None:
    assume(board.filled)
    needs = f"at least {least} of present by seat"
    person = people_of(board)[0]
    low, high = sorted((rate, more))

    found = [quorate(needs, board, HALF, **{person: one}) for one in (low, high)]

    assert found[0] <= found[1]


TWO_VALUED = tuple(
    one for one in PRESENT if not one.startswith(("judged", "fewer than 1"))
)


@given(
    boards(), shares(), any_test(TWO_VALUED), st.sampled_from([(), ((0, 1), (3, 2))])
)
def test_a_test_and_its_opposite_add_up_to_one_where_the_terms_say_all(
    board: Membership,
    usual: Fraction,
    needs: Test,
    steps: tuple[tuple[int, int], ...],
) -> None:
    terms = Quorum(
        needs=needs,
        membership=Set("filled"),
        steps=((0, 1), *steps[1:]),
        without_vote_count="no",
    )
    opposite = replace(terms, needs=Not(needs))

    both = [
        chances(one, board, rates={}, usual=usual).quorate for one in (terms, opposite)
    ]

    assert sum(both) == 1


def test_what_the_terms_do_not_say_is_not_taken_as_met() -> None:
    board = Membership(
        (seat("seat-1", votes=Fraction(1)), seat("seat-2", votes=Fraction(0))),
        {"seat-1": "alma", "seat-2": "bo"},
    )
    needs = phrase("at least 2 of present by person")

    by_reading = {
        said: chances(
            Quorum(needs=needs, without_vote_count=said), board, rates={}, usual=HALF
        ).quorate
        for said in ("yes", "no", "")
    }

    assert by_reading == {"yes": Fraction(1, 4), "no": 0, "": 0}


def test_the_holder_of_a_suspended_seat_never_counts() -> None:
    board = Membership(
        (seat("seat-1"), seat("seat-2")),
        {"seat-1": "alma", "seat-2": "bo"},
        suspended=frozenset({"seat-2"}),
    )

    assert quorate("at least 1 of present by person", board) == HALF
    assert quorate("at least 2 of present by person", board) == 0


def test_a_set_that_a_room_does_not_have_is_never_met() -> None:
    assert quorate("fewer than 1 of responded by seat", plain_board(2)) == 0


def test_every_one_of_a_group_is_not_there_because_somebody_is_counted_twice() -> None:
    board = Membership(
        (seat("seat-1", groups=("councils",)), seat("seat-2", groups=("councils",))),
        {"seat-1": "alma"},
    )

    assert quorate("every seat of councils in filled", board, Fraction(1)) == 0


def test_people_of_one_organisation_add_it_once_however_many_they_are() -> None:
    seats = tuple(
        seat(f"seat-{one}", organisations=("ports" if one < 40 else f"own-{one}",))
        for one in range(60)
    )
    board = Membership(seats, {one.name: one.name for one in seats})

    found = quorate("at least 21 of present by organisation", board)

    assert found == (1 - HALF**40) * HALF**20


@pytest.mark.parametrize("share", [Fraction(-1, 2), Fraction(3, 2)])
def test_a_share_below_none_or_above_all_is_refused(share: Fraction) -> None:
    needs = "at least 1 of present by person"

    with pytest.raises(ValueError, match="a share lies between 0 and 1"):
        quorate(needs, plain_board(2), share)
    with pytest.raises(ValueError, match="a share lies between 0 and 1"):
        quorate(needs, plain_board(2), HALF, **{"person-1": share})


def test_leanings_that_are_more_than_all_are_refused() -> None:
    terms = Quorum(needs=phrase("at least 1 of present by person"))
    decision = Decision(
        method="ballot", carried_if=phrase("in favour by seat more than against")
    )

    with pytest.raises(ValueError, match="3/4 and 1/2: a share lies between 0 and 1"):
        chances(
            terms,
            plain_board(2),
            rates={},
            usual=HALF,
            decision=decision,
            leans={"person-1": (Fraction(3, 4), HALF)},
        )


def test_past_a_million_combinations_the_question_is_refused_with_the_number() -> None:
    needs = All(tuple(phrase(f"includes seat-{one}") for one in range(1, 26)))

    with pytest.raises(TooManyStatesError) as refused:
        quorate(needs, plain_board(25))

    assert refused.value.states > 1_000_000
    assert "needs more than 1,000,000 combinations" in str(refused.value)


def test_one_organisation_of_too_many_kinds_of_people_is_refused_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(counting, "MOST_STATES", 100)
    seats = tuple(seat(f"seat-{one}", organisations=("ports",)) for one in range(1, 11))
    board = Membership(seats, {one.name: one.name for one in seats})
    needs = All(
        (
            phrase("at least 1 of present by organisation"),
            *(phrase(f"includes seat-{one}") for one in range(1, 11)),
        )
    )

    with pytest.raises(TooManyStatesError):
        quorate(needs, board)


def test_sixty_seats_and_three_sets_are_counted_exactly() -> None:
    seats = tuple(
        seat(f"seat-{one}", groups=(("councils", "officers", "others")[one % 3],))
        for one in range(60)
    )
    board = Membership(seats, {one.name: one.name for one in seats})
    needs = All(
        tuple(
            phrase(f"at least 20 of present from {name} by seat")
            for name in ("councils", "officers", "others")
        )
    )

    assert quorate(needs, board, Fraction(9, 10)) == Fraction(9, 10) ** 60


def test_too_many_votes_that_depend_on_each_other_are_refused() -> None:
    seats = tuple(seat(f"seat-{one}", organisations=("ports",)) for one in range(8))
    board = Membership(seats, {one.name: one.name for one in seats})
    decision = Decision(
        method="ballot",
        carried_if=phrase("in favour by seat more than against"),
        one_vote="organisation",
    )
    third = (Fraction(1, 3), Fraction(1, 3))

    with pytest.raises(TooManyStatesError):
        chances(
            Quorum(needs=phrase("at least 1 of present by person")),
            board,
            rates={},
            usual=HALF,
            decision=decision,
            leans={one.name: third for one in seats},
        )
