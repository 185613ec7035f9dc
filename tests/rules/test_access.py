from __future__ import annotations

import pytest

from quorate.charter.kinds.meetings import Access, PrivateBusiness
from quorate.facts.meeting import Item
from quorate.rules.access import Paper, access, stay
from quorate.rules.circles import Circle
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, members

CIRCLE = Circle(members(board(), offices={"chair": "alma", "clerk": "kim"}))
RULE = Access(
    restricted=("charts",),
    open_to=("officers", "clerk"),
    decided_by="chair",
    recorded=("ground",),
)


def seen(person: str, paper: Paper, *rules: Access) -> Finding:
    return access(rules or (RULE,), paper, person=person, circle=CIRCLE, body="board")


@pytest.mark.parametrize(
    "person, verdict",
    [("bo", MET), ("kim", MET), ("dee", NOT_MET), ("zoe", NOT_MET)],
)
def test_a_restricted_paper_is_for_those_to_whom_it_is_open(
    person: str, verdict: str
) -> None:
    assert seen(person, Paper("charts")).verdict == verdict


def test_nobody_knows_who_the_usual_people_are() -> None:
    rule = Access(restricted=("charts",), open_to=("the usual people",), decided_by="x")

    found = seen("bo", Paper("charts"), rule)

    assert found.verdict == UNKNOWN
    assert found.explanation.missing[0].names == ("x",)


def test_a_restriction_that_opens_to_nobody_is_not_stated() -> None:
    found = seen("bo", Paper("charts"), Access(restricted=("charts",)))

    assert found.verdict == NOT_STATED


def test_a_ruling_goes_before_the_sort_of_paper() -> None:
    assert seen("dee", Paper("charts", "open")).verdict == MET
    assert seen("dee", Paper("budget", "restricted")).outcome == "restricted"


def test_what_is_not_recorded_of_a_restriction_is_told() -> None:
    bare = seen("bo", Paper("charts"))
    whole = seen("bo", Paper("charts", recorded=("ground",)))

    assert [one.says for one in bare.explanation.notes] == [
        "not recorded of a restriction"
    ]
    assert whole.explanation.notes == ()


def test_terms_without_a_rule_on_access_say_nothing() -> None:
    found = access((), Paper("charts"), person="bo", circle=CIRCLE, body="board")

    assert found.verdict == NOT_STATED


PRIVATE = PrivateBusiness(
    meetings="private in part",
    grounds=("money",),
    decided_by="chair",
    stays=("members",),
)


@pytest.mark.parametrize(
    "person, ground, by, verdict",
    [
        ("bo", "money", "alma", MET),
        ("zoe", "money", "alma", NOT_MET),
        ("zoe", "money", "chair", NOT_MET),
        ("zoe", "money", "bo", MET),
        ("zoe", "money", "", UNKNOWN),
        ("zoe", "shame", "alma", MET),
        ("zoe", "", "alma", UNKNOWN),
    ],
)
def test_business_is_private_on_its_ground_by_whoever_decides(
    person: str, ground: str, by: str, verdict: str
) -> None:
    item = Item(name="pay", private="yes", private_ground=ground, private_by=by)

    assert stay(PRIVATE, item, person=person, circle=CIRCLE).verdict == verdict


@pytest.mark.parametrize(
    "meetings, person, verdict",
    [
        ("public", "zoe", MET),
        ("private", "zoe", NOT_MET),
        ("private", "bo", MET),
        ("", "zoe", NOT_STATED),
        ("", "bo", MET),
    ],
)
def test_how_meetings_are_held_says_who_may_be_there(
    meetings: str, person: str, verdict: str
) -> None:
    rule = PrivateBusiness(meetings=meetings, stays=("members",))

    found = stay(rule, Item(name="pay"), person=person, circle=CIRCLE)

    assert found.verdict == verdict


def test_private_business_of_which_nobody_says_who_stays() -> None:
    rule = PrivateBusiness(meetings="private")

    assert stay(rule, Item(name="pay"), person="bo", circle=CIRCLE).verdict == (
        NOT_STATED
    )
