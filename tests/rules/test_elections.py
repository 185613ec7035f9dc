from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.rules.elections import Candidate, Election, elected
from quorate.rules.eligibility import Standing
from quorate.rules.finding import Finding
from quorate.rules.offices import rules_of_office
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, members

SINCE = (("alma", date(2020, 1, 1)), ("bo", date(2019, 1, 1)))


def judged(
    votes: dict[str, int | None],
    *,
    tie: str = "",
    drawn: str = "",
    since: tuple[tuple[str, date], ...] = (),
) -> Finding:
    charter = board(
        "role:\n  - role: chair\n    elected_by: the members\n"
        + (f"    tie: {tie}\n" if tie else "")
        + "  - role: chair\n    must_not: vice-chair\n"
    )
    candidates = tuple(Candidate(who, number) for who, number in votes.items())
    return elected(
        rules_of_office(charter, "board", "chair"),
        Election("chair", candidates, drawn, since),
        Standing(members(charter, offices={"vice-chair": "dee"})),
    )


def test_whoever_has_most_votes_is_elected() -> None:
    found = judged({"alma": 5, "bo": 4, "cy": 0})

    assert (found.verdict, found.outcome) == (MET, "alma")
    assert [one.have for one in found.because.parts] == [5, 4, 0]


def test_somebody_who_stands_alone_needs_no_count() -> None:
    assert judged({"alma": None}).outcome == "alma"


def test_without_a_count_or_a_nomination_the_result_is_unknown() -> None:
    assert judged({"alma": 5, "bo": None}).verdict == UNKNOWN
    assert judged({}).explanation.missing[0].what == "nominations"


@pytest.mark.parametrize(
    "tie, verdict",
    [
        ("by lot", UNKNOWN),
        ("another ballot", NOT_MET),
        ("longest serving", UNKNOWN),
        ("not stated", NOT_STATED),
        ("", NOT_STATED),
    ],
)
def test_equal_votes_are_a_tie_that_the_terms_settle_or_not(
    tie: str, verdict: str
) -> None:
    found = judged({"alma": 5, "bo": 5}, tie=tie)

    assert (found.verdict, found.outcome) == (verdict, "tie")
    assert found.because.counted == ("alma", "bo")


def test_a_lot_on_record_settles_equal_votes() -> None:
    assert judged({"alma": 5, "bo": 5}, tie="by lot", drawn="bo").outcome == "bo"


def test_a_lot_that_fell_on_somebody_else_settles_nothing() -> None:
    found = judged({"alma": 5, "bo": 5, "cy": 1}, tie="by lot", drawn="cy")

    assert found.outcome == "tie"


def test_the_longest_serving_of_equals_is_elected() -> None:
    tied: dict[str, int | None] = {"alma": 5, "bo": 5}

    found = judged(tied, tie="longest serving", since=SINCE)
    equal = judged(
        tied, tie="longest serving", since=(SINCE[0], ("bo", date(2020, 1, 1)))
    )

    assert found.outcome == "bo"
    assert equal.verdict == NOT_STATED


def test_another_ballot_follows_where_the_terms_say_so() -> None:
    effect = judged({"alma": 1, "bo": 1}, tie="another ballot").explanation.effect

    assert effect is not None
    assert effect.values == {"effect": "another ballot"}


def test_chair_and_vice_chair_are_two_people() -> None:
    found = judged({"dee": 5, "alma": 2})

    assert (found.verdict, found.outcome) == (NOT_MET, "void")
    assert found.because.parts[-1].need == "vice-chair"


def test_an_office_without_a_rule_has_no_elections() -> None:
    charter = board()

    found = elected((), Election("chair", ()), Standing(members(charter)))

    assert found.verdict == NOT_STATED


@given(
    st.dictionaries(
        st.sampled_from(["alma", "bo", "cy", "eli"]), st.integers(0, 3), min_size=2
    ),
    st.randoms(),
)
def test_the_order_of_the_candidates_changes_nothing(
    votes: dict[str, int | None], random: object
) -> None:
    mixed = list(votes.items())
    random.shuffle(mixed)  # type: ignore[attr-defined]

    one, other = judged(votes, tie="by lot"), judged(dict(mixed), tie="by lot")

    assert (one.verdict, one.outcome) == (other.verdict, other.outcome)
