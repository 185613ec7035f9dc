from __future__ import annotations

from fractions import Fraction

import pytest

from quorate.charter.kinds.deciding import ChairsAction
from quorate.rules.chairs_action import urgent_decision
from quorate.rules.membership import Membership, Seat
from quorate.rules.verdict import MET, NOT_MET

TERMS = ChairsAction(
    clause="7.1",
    by="chair",
    grounds=("delay would do serious harm",),
    after_consulting=("vice-chair",),
    matters=("spending",),
    confirmed="yes",
)
MEMBERS = Membership(
    (Seat("first", "first", frozenset(), (), Fraction(1), "member", optional=False),),
    {"first": "alma"},
    {"chair": frozenset({"alma"})},
)


def test_a_chair_who_has_heard_the_vice_chair_may_act_until_it_is_confirmed() -> None:
    found = urgent_decision(
        TERMS,
        MEMBERS,
        person="alma",
        ground="delay would do serious harm",
        matter="spending",
        recorded=["vice-chair"],
    )

    assert (found.verdict, found.outcome) == (MET, "to be confirmed")
    assert found.explanation.missing == ()


@pytest.mark.parametrize(
    "person, ground, matter, recorded, says",
    [
        ("bo", "delay would do serious harm", "spending", ["vice-chair"], 0),
        ("alma", "it is convenient", "spending", ["vice-chair"], 1),
        ("alma", "delay would do serious harm", "staffing", ["vice-chair"], 2),
        ("alma", "delay would do serious harm", "spending", [], 3),
    ],
)
def test_each_condition_by_itself_stops_an_urgent_decision(
    person: str, ground: str, matter: str, recorded: list[str], says: int
) -> None:
    found = urgent_decision(
        TERMS, MEMBERS, person=person, ground=ground, matter=matter, recorded=recorded
    )

    assert (found.verdict, found.outcome) == (NOT_MET, "refused")
    failing = [one.verdict is NOT_MET for one in found.because.parts]
    assert failing == [number == says for number in range(4)]


def test_who_has_still_to_be_heard_is_named() -> None:
    found = urgent_decision(
        TERMS, MEMBERS, person="alma", ground="delay would do serious harm"
    )

    assert found.explanation.missing[0].names == ("vice-chair",)


def test_terms_without_conditions_let_the_office_act_at_once() -> None:
    bare = ChairsAction(clause="7.1", by="chair")

    found = urgent_decision(bare, MEMBERS, person="alma", ground="anything")

    assert (found.verdict, found.outcome) == (MET, "may act")
