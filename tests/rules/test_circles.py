from __future__ import annotations

import pytest

from quorate.rules.circles import Circle
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN
from tests.rules.harbour import board, members

CIRCLE = Circle(
    members(board(), offices={"chair": "alma", "clerk": "kim"}),
    (("sam", "health"), ("tess", "no-such-seat")),
    (("kim", "Lighthouse"),),
    (("crew", frozenset({"fay"})),),
    frozenset({"board", "crew", "pilots"}),
)


@pytest.mark.parametrize(
    "words, person",
    [
        ("everybody", "zoe"),
        ("bo", "bo"),
        ("chair", "alma"),
        ("the chair", "alma"),
        ("members", "bo"),
        ("each member", "bo"),
        ("members of the board", "sam"),
        ("officers", "bo"),
        ("councils", "dee"),
        ("Hospital", "cy"),
        ("hospital", "sam"),
        ("Lighthouse", "kim"),
        ("crew", "fay"),
    ],
)
def test_somebody_is_among_those_whom_the_terms_call_so(
    words: str, person: str
) -> None:
    assert CIRCLE.has(words, person) is MET


@pytest.mark.parametrize(
    "words, person",
    [
        ("chair", "bo"),
        ("members", "kim"),
        ("members", "tess"),
        ("observers", "bo"),
        ("officers", "dee"),
        ("Hospital", "bo"),
        ("crew", "bo"),
        ("crew", "pilots"),
    ],
)
def test_somebody_else_is_not(words: str, person: str) -> None:
    assert CIRCLE.has(words, person) is NOT_MET


@pytest.mark.parametrize("words", ["the usual people", "pilots", "treasurer"])
def test_of_words_that_name_nothing_known_nobody_can_tell(words: str) -> None:
    assert CIRCLE.has(words, "bo") is UNKNOWN


def test_one_name_that_fits_is_enough() -> None:
    assert CIRCLE.any_of(("the usual people", "members"), "bo") is MET
    assert CIRCLE.any_of(("the usual people", "members"), "kim") is UNKNOWN
    assert CIRCLE.any_of(("chair", "members"), "kim") is NOT_MET
    assert CIRCLE.any_of((), "bo") is NOT_MET
