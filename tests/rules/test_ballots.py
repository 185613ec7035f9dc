from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.expressions import All, Any, Judged, Not
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.terms import Savings
from quorate.facts.meeting import Cast, Count, Interest, Item
from quorate.facts.people import Appointment
from quorate.rules.ballots import Tally, tally, without_names
from quorate.rules.entitlement import Vote, VotingTerms
from quorate.rules.membership import Entry, Membership
from quorate.rules.roll import Room
from quorate.rules.sets import Ground
from quorate.rules.testing import ready
from quorate.rules.verdict import MET, UNKNOWN
from tests.rules.rooms import SEATS, body, carried, clock, phrase, wanted

VOTES = ("for", "against", "abstain")


def vote(
    item: Item,
    members: Membership | None = None,
    *,
    there: frozenset[str] | None = None,
    late: frozenset[str] = frozenset(),
    known_at: date | None = None,
) -> Vote:
    members = members or body()
    return Vote(
        item, members, Room(members.filled), clock("10:30"), there, late, known_at
    )


def voted(**votes: str) -> Item:
    named = tuple((seat.replace("_", "-"), one) for seat, one in votes.items())
    return Item(name="levy", votes=named)


def numbers(found: Tally) -> tuple[object, ...]:
    return found.in_favour, found.against, found.abstained


def left_out(found: Tally) -> dict[str, str]:
    return {one.who: one.why for one in found.left_out}


def test_each_seat_votes_once_and_those_present_may_vote() -> None:
    item = voted(seat_1="for", seat_2="against", seat_3="abstain")

    found = tally(VotingTerms(carried()), vote(item))

    assert numbers(found) == (1, 1, 1)
    assert len(found.scene["entitled"] or ()) == 4
    assert [one.seat for one in found.scene["voted"] or ()] == ["seat-1", "seat-2"]


@pytest.mark.parametrize(
    "cast, why",
    [
        (Cast(seat="visitor", person="zed", vote="for"), "a guest has no vote"),
        (Cast(seat="seat-4", vote="for"), "a seat without a vote"),
        (
            Cast(seat="seat-1", person="bo", vote="for", proxy="yes"),
            "a proxy that no clause allows",
        ),
    ],
)
def test_a_ballot_that_does_not_count_is_shown_with_the_reason(
    cast: Cast, why: str
) -> None:
    members = body(4, votes=(1, 1, 1, 0))

    found = tally(
        VotingTerms(carried()), vote(Item(name="levy", ballots=(cast,)), members)
    )

    assert numbers(found) == (0, 0, 0)
    assert left_out(found) == {cast.seat: why}


def test_a_proxy_counts_where_the_terms_allow_it() -> None:
    cast = Cast(seat="seat-1", person="bo", vote="for", proxy="yes")
    terms = VotingTerms(carried(), Substitutes(proxies="yes"))

    found = tally(terms, vote(Item(name="levy", ballots=(cast,))))

    assert numbers(found) == (1, 0, 0)


@pytest.mark.parametrize(
    "may_vote, in_favour, doubtful",
    [("yes", 1, ()), ("no", 0, ()), ("", 1, (("may_vote", "seat-1"),))],
)
def test_a_substitute_votes_where_the_terms_say_so(
    may_vote: str, in_favour: int, doubtful: tuple[tuple[str, str], ...]
) -> None:
    cast = Cast(seat="seat-1", person="joe", vote="for")
    members = body()
    there = Room((Entry("seat-1", "joe", holder=False), *members.filled[1:]))
    case = replace(vote(Item(name="levy", ballots=(cast,))), room=there)

    found = tally(VotingTerms(carried(), Substitutes(may_vote=may_vote)), case)

    assert found.in_favour == in_favour
    assert found.doubtful == doubtful


def test_a_ballot_beside_the_one_who_has_the_seat_has_no_effect() -> None:
    casts = (
        Cast(seat="seat-1", person="alma", vote="for"),
        Cast(seat="seat-1", person="joe", vote="against"),
    )

    found = tally(
        VotingTerms(carried(), Substitutes(may_vote="yes")),
        vote(Item(name="levy", ballots=casts)),
    )

    assert numbers(found) == (1, 0, 0)
    assert left_out(found) == {"seat-1": "the holder is there as well"}


def test_a_ballot_of_somebody_who_was_not_there_has_no_effect() -> None:
    found = tally(
        VotingTerms(carried()),
        vote(voted(seat_1="for", seat_2="for"), there=frozenset({"bo"})),
    )

    assert numbers(found) == (1, 0, 0)
    assert left_out(found) == {"seat-1": "not there"}


@pytest.mark.parametrize("ruled, in_favour", [("yes", 1), ("no", 0)])
def test_a_ruling_on_the_right_to_vote_settles_it(ruled: str, in_favour: int) -> None:
    item = replace(voted(seat_4="for"), rulings=(("seat-4", ruled),))

    found = tally(VotingTerms(carried()), vote(item, body(4, votes=(1, 1, 1, None))))

    assert found.in_favour == in_favour
    assert found.doubtful == ()


def test_votes_that_are_left_open_are_doubtful() -> None:
    members = body(4, votes=(1, 1, 1, None))
    terms, case = VotingTerms(carried()), vote(voted(seat_4="for"), members)

    found, dropped = tally(terms, case), tally(terms, case, drop=frozenset({"votes"}))

    assert found.doubtful == (("votes", "seat-4"),)
    assert (found.in_favour, dropped.in_favour) == (1, 0)
    assert len(found.scene["entitled"] or ()) == 4
    assert len(dropped.scene["entitled"] or ()) == 3


def interested(rule: Interests | None, *, late: bool = False, drop: str = "") -> Tally:
    item = replace(voted(seat_1="for"), interests=(Interest(person="alma"),))
    case = vote(item, late=frozenset({"alma"}) if late else frozenset())
    return tally(
        VotingTerms(carried(), interests=rule), case, drop=frozenset({drop} - {""})
    )


def test_an_interest_bars_the_vote_where_the_terms_say_so() -> None:
    found = interested(Interests(vote="no", denominator="not counted"))

    assert left_out(found) == {"seat-1": "an interest declared"}
    assert len(found.scene["entitled"] or ()) == 3


@pytest.mark.parametrize("rule", [None, Interests(), Interests(vote="not stated")])
def test_an_interest_whose_effect_is_not_said_makes_the_vote_doubtful(
    rule: Interests | None,
) -> None:
    found = interested(rule)

    assert found.in_favour == 1
    assert found.doubtful == (("vote", "seat-1"),)
    assert interested(rule, drop="vote").in_favour == 0


@pytest.mark.parametrize(
    "anyway, in_favour, doubtful",
    [("stands", 1, False), ("no effect", 0, False), ("not stated", 1, True)],
)
def test_an_interest_declared_after_the_vote_does_what_the_terms_say(
    anyway: str, in_favour: int, doubtful: bool
) -> None:
    found = interested(Interests(vote="no", vote_cast_anyway=anyway), late=True)

    assert found.in_favour == in_favour
    assert bool(found.doubtful) is doubtful


def defect(found_out: date | None) -> Appointment:
    return Appointment(
        seat="seat-1", person="alma", qualified="no", found_out=found_out
    )


AFTERWARDS = Savings(
    defects=("disqualified",), if_="found out afterwards", clause="10.3.5"
)


@pytest.mark.parametrize(
    "savings, found_out, in_favour",
    [
        (AFTERWARDS, date(2024, 4, 1), 1),
        (AFTERWARDS, date(2024, 3, 1), 0),
        (AFTERWARDS, date(2024, 3, 4), 0),
        (replace(AFTERWARDS, if_="always"), date(2024, 3, 1), 1),
        (replace(AFTERWARDS, defects=("notice",)), date(2024, 4, 1), 0),
        (None, date(2024, 4, 1), 0),
    ],
)
def test_a_defect_is_made_good_as_the_terms_say(
    savings: Savings | None, found_out: date, in_favour: int
) -> None:
    terms = VotingTerms(carried(), savings=savings, appointments=(defect(found_out),))

    found = tally(terms, vote(voted(seat_1="for")))

    assert found.in_favour == in_favour
    assert bool(found.saved) is bool(in_favour)


def test_nobody_acts_on_a_defect_before_it_is_found_out() -> None:
    terms = VotingTerms(carried(), appointments=(defect(date(2024, 4, 1)),))

    before = tally(terms, vote(voted(seat_1="for"), known_at=date(2024, 3, 20)))
    after = tally(terms, vote(voted(seat_1="for"), known_at=date(2024, 4, 2)))

    assert (before.in_favour, after.in_favour) == (1, 0)


def test_somebody_known_to_be_unqualified_is_not_among_those_who_may_vote() -> None:
    terms = VotingTerms(carried(), appointments=(defect(date(2024, 3, 1)),))

    found = tally(terms, vote(voted(seat_1="for")))

    assert [one.seat for one in found.scene["entitled"] or ()] == list(SEATS[1:4])


def twice(first: str, second: str) -> tuple[Item, Membership]:
    members = replace(body(), holders={"seat-1": "alma", "seat-2": "alma"})
    return voted(seat_1=first, seat_2=second), members


@pytest.mark.parametrize(
    "one_vote, in_favour", [("person", 1), ("", 1), ("seat", 2), ("organisation", 1)]
)
def test_two_seats_have_two_votes_only_where_votes_belong_to_seats(
    one_vote: str, in_favour: int
) -> None:
    item, members = twice("for", "for")

    found = tally(VotingTerms(carried(one_vote=one_vote)), vote(item, members))

    assert found.in_favour == in_favour


@pytest.mark.parametrize("one_vote", ["person", "organisation"])
def test_two_votes_of_one_owner_that_differ_cancel_out(one_vote: str) -> None:
    item, members = twice("for", "against")

    found = tally(VotingTerms(carried(one_vote=one_vote)), vote(item, members))

    assert numbers(found) == (0, 0, 0)
    assert set(left_out(found).values()) == {"votes that contradict each other"}


def split(first: int, second: int) -> Item:
    return Item(
        name="levy",
        ballots=(
            Cast(seat="seat-1", vote="for", votes=first),
            Cast(seat="seat-1", vote="against", votes=second),
            Cast(seat="seat-2", vote="for"),
        ),
    )


def test_a_split_vote_weighs_by_its_parts_where_the_terms_allow_it() -> None:
    terms = VotingTerms(carried(split_votes="yes"))

    found = tally(terms, vote(split(1, 2), body(2, votes=(3, 1))))

    assert numbers(found) == (2, 2, 0)
    assert found.membership is not None
    assert found.membership.votes_of("seat-1 (against)") == 2
    assert len(found.membership.all_seats) == 2


@pytest.mark.parametrize("allowed, second", [("", 1), ("no", 1), ("yes", 3)])
def test_a_split_vote_has_no_effect_without_a_clause_or_beyond_the_votes(
    allowed: str, second: int
) -> None:
    terms = VotingTerms(carried(split_votes=allowed))

    found = tally(terms, vote(split(1, second), body(2, votes=(3, 1))))

    assert left_out(found) == {"seat-1": "a split vote that no clause allows"}
    assert numbers(found) == (1, 0, 0)


def test_the_same_ballot_given_twice_counts_once() -> None:
    casts = (Cast(seat="seat-1", vote="for"), Cast(seat="seat-1", vote="for"))

    found = tally(VotingTerms(carried()), vote(Item(name="levy", ballots=casts)))

    assert found.in_favour == 1


def test_weights_are_added_up_exactly() -> None:
    third = Fraction(1, 3)
    members = body(4, votes=(1, third, third, third))
    item = voted(seat_1="for", seat_2="against", seat_3="against", seat_4="against")

    found = tally(VotingTerms(carried()), vote(item, members))

    assert found.in_favour == found.against == 1


def test_only_the_electorate_of_the_matter_votes_on_it() -> None:
    terms = VotingTerms(carried(electorate=wanted("present from councils")))

    found = tally(terms, vote(voted(seat_1="for", seat_2="for")))

    assert left_out(found) == {"seat-1": "not among those who may vote on this"}
    assert [one.seat for one in found.scene["entitled"] or ()] == ["seat-2", "seat-4"]


def test_an_electorate_that_the_terms_do_not_define_keeps_nobody_out() -> None:
    terms = VotingTerms(carried(electorate=wanted("membership")))

    found = tally(terms, vote(voted(seat_1="for")))

    assert found.in_favour == 1


def test_totals_have_numbers_and_no_names() -> None:
    item = Item(name="levy", count=Count(in_favour=3, against=1))

    found = tally(VotingTerms(carried()), vote(item))

    assert numbers(found) == (3, 1, None)
    assert not found.named
    assert len(found.scene["voted"] or ()) == 4
    assert found.scene["abstained"] is None


def test_a_total_that_nobody_recorded_leaves_those_who_voted_unknown() -> None:
    item = Item(name="levy", count=Count(in_favour=3))

    found = tally(VotingTerms(carried()), vote(item))

    assert found.scene["voted"] is None


def test_a_secret_ballot_is_counted_without_its_names() -> None:
    named = voted(seat_1="for", seat_2="for", seat_3="against")
    item = replace(named, secret="yes")  # noqa: S106  A ballot, not a password.

    found = tally(VotingTerms(carried()), vote(item))

    assert numbers(found) == (2, 1, 0)
    assert not found.named


@pytest.mark.parametrize(
    "words, verdict",
    [
        ("in favour includes chair", UNKNOWN),
        ("every seat of councils in in favour", UNKNOWN),
        ("in favour from councils by seat more than 0", UNKNOWN),
        ("at least 1 of in favour by seat", MET),
        ("present includes chair", MET),
    ],
)
def test_a_look_at_names_in_a_secret_ballot_is_a_missing_record(
    words: str, verdict: object
) -> None:
    members = body()
    scene = {"present": members.filled, "in favour": members.filled}

    found = ready(without_names(phrase(words, "in favour")), Ground(members))(scene)

    assert found is verdict


def test_names_are_taken_out_of_every_part_of_a_test() -> None:
    named = phrase("includes chair", "in favour")

    found = without_names(All((Any((named,)), Not(named))))

    assert isinstance(found, All)
    assert isinstance(found.tests[0], Any)
    assert isinstance(found.tests[0].tests[0], Judged)
    assert isinstance(found.tests[1], Not)


@given(
    st.dictionaries(st.sampled_from(SEATS), st.sampled_from(VOTES), min_size=1),
    st.sampled_from(["person", "seat", "organisation", ""]),
)
def test_the_order_of_the_ballots_does_not_matter(
    votes: dict[str, str], one_vote: str
) -> None:
    terms, members = VotingTerms(carried(one_vote=one_vote)), body(8)
    one = list(votes.items())
    other = sorted(one, reverse=True)

    first, second = (
        tally(terms, vote(Item(name="levy", votes=tuple(given)), members))
        for given in (one, other)
    )

    assert numbers(first) == numbers(second)
    assert first.left_out == second.left_out


@given(st.dictionaries(st.sampled_from(SEATS), st.sampled_from(VOTES)))
def test_every_ballot_is_counted_or_left_out(votes: dict[str, str]) -> None:
    terms = VotingTerms(carried(one_vote="organisation"))
    item = Item(name="levy", votes=tuple(votes.items()))

    found = tally(terms, vote(item, body(8)))

    counted = {
        one.seat
        for word in ("in favour", "against", "abstained")
        for one in found.scene[word] or ()
    }
    assert counted | set(left_out(found)) == set(votes)
    assert not counted & set(left_out(found))


def test_a_time_of_day_is_no_date() -> None:
    assert vote(Item(name="levy", at=time(10, 30))).held == clock("10:30")
