from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.authority import Dispute, Referral, Stage
from quorate.charter.rule import Interpretation
from quorate.rules.finding import Finding
from quorate.rules.referral import Passage, referral, stage
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, Verdict
from tests.facts.shipped import shipped

UP = Referral(to=("officers", "leaders"), returns="yes", clause="b")
BEGAN = Passage("officers", date(2024, 6, 25))
FAILED = replace(BEGAN, outcome="not settled", ended=date(2024, 7, 15))
HIGHER = Passage("leaders", date(2024, 7, 16))
AT = datetime.fromisoformat("2024-08-01T09:00")


def said(finding: Finding) -> tuple[Verdict, str]:
    return finding.verdict, finding.outcome


@pytest.mark.parametrize(
    "passages, answer",
    [
        ((), (NOT_MET, "not referred")),
        ((replace(BEGAN, passed=date(2024, 9, 1)),), (NOT_MET, "not referred")),
        ((BEGAN,), (NOT_MET, "with officers")),
        ((replace(FAILED, ended=date(2024, 9, 1)),), (NOT_MET, "with officers")),
        ((replace(FAILED, outcome="settled"),), (MET, "returned")),
        ((FAILED,), (NOT_MET, "with leaders")),
        ((FAILED, HIGHER), (NOT_MET, "with leaders")),
        (
            (FAILED, replace(HIGHER, outcome="settled", ended=date(2024, 7, 20))),
            (MET, "returned"),
        ),
        (
            (FAILED, replace(HIGHER, outcome="not settled", ended=date(2024, 7, 20))),
            (NOT_STATED, "no way out"),
        ),
        ((replace(FAILED, body="somebody-else"),), (NOT_STATED, "no way out")),
    ],
)
def test_a_matter_is_with_one_body_after_another(
    passages: tuple[Passage, ...], answer: tuple[Verdict, str]
) -> None:
    assert said(referral(UP, passages, at=AT)) == answer


@pytest.mark.parametrize(
    "unanswered, answer",
    [
        ("the matter falls", (MET, "falls")),
        ("back to the body that asked", (MET, "returned")),
        ("not stated", (NOT_STATED, "no way out")),
    ],
)
def test_what_the_last_body_leaves_goes_where_the_terms_say(
    unanswered: str, answer: tuple[Verdict, str]
) -> None:
    ended = replace(HIGHER, outcome="not settled", ended=date(2024, 7, 20))

    finding = referral(replace(UP, if_unanswered=unanswered), (FAILED, ended), at=AT)

    assert said(finding) == answer


def test_a_settled_matter_stays_where_the_terms_do_not_return_it() -> None:
    reading = Interpretation("returns", "no", ("yes",), "deferred, not given away")
    terms = replace(UP, returns="no", interpretations=(reading,))

    finding = referral(terms, (replace(FAILED, outcome="settled"),), at=AT)

    assert said(finding) == (MET, "settled by officers")
    assert finding.explanation.readings[0].others == (("yes", MET, "returned"),)


def test_a_body_has_as_long_as_the_terms_give() -> None:
    timed = replace(UP, each_within=deadline_phrase("20 days after matter referred"))

    limited = referral(timed, (BEGAN,), at=AT, calendar=shipped("england-and-wales"))
    unlimited = referral(UP, (BEGAN,), at=AT)

    assert limited.because.values["due"] == "2024-07-15"
    assert limited.explanation.missing == ()
    assert unlimited.because.values["due"] == "not stated"
    assert unlimited.explanation.missing[0].what == "a time limit"


def test_somebody_on_both_sides_is_pointed_out_and_undoes_nothing() -> None:
    both = replace(BEGAN, people=("bo",))

    finding, plain = (referral(UP, (one,), at=AT) for one in (both, BEGAN))

    assert said(finding) == said(plain)
    (note,) = finding.explanation.notes
    assert [one.who for one in note.left_out] == ["bo"]
    assert plain.explanation.notes == ()


GROUNDS = ("it is fundamental", "all efforts are exhausted")
DISPUTE = Dispute(
    stages=(
        Stage(stage="talks", entry="no ground needed", grounds=GROUNDS),
        Stage(stage="guided"),
        Stage(stage="board", grounds=GROUNDS, otherwise="the chair", rests_on="12.4"),
        Stage(stage="outside", grounds=GROUNDS, entry="every ground"),
    ),
    clause="12.3",
)


@pytest.mark.parametrize(
    "named, grounds, ruling, answer",
    [
        ("talks", (), "", (MET, "may enter")),
        ("guided", (), "", (MET, "may enter")),
        ("board", GROUNDS[:1], "", (MET, "may enter")),
        ("board", ("another ground",), "", (NOT_MET, "refused")),
        ("board", (), "yes", (MET, "on the chair's decision")),
        ("board", (), "no", (NOT_MET, "refused")),
        ("outside", GROUNDS[:1], "yes", (NOT_MET, "refused")),
        ("outside", GROUNDS, "", (MET, "may enter")),
        ("nowhere", GROUNDS, "", (NOT_STATED, "")),
    ],
)
def test_a_stage_is_entered_on_its_grounds(
    named: str, grounds: tuple[str, ...], ruling: str, answer: tuple[Verdict, str]
) -> None:
    finding = stage(DISPUTE, named=named, grounds=grounds, ruling=ruling)

    assert said(finding) == answer


def test_the_clause_of_the_stage_itself_is_cited() -> None:
    board = stage(DISPUTE, named="board", grounds=())
    guided = stage(DISPUTE, named="guided", grounds=())

    assert (board.clause, guided.clause) == ("12.4", "12.3")
    assert board.explanation.missing[0].names == GROUNDS


def test_how_many_grounds_are_needed_can_be_a_reading() -> None:
    reading = Interpretation("entry", "any ground", ("every ground",), "and/or")
    terms = replace(DISPUTE, entry="any ground", interpretations=(reading,))

    finding = stage(terms, named="board", grounds=GROUNDS[:1])

    assert finding.explanation.readings[0].changes
    assert finding.because.need == 1
    assert stage(terms, named="guided", grounds=()).explanation.readings == ()
    every = stage(replace(terms, entry="every ground"), named="board", grounds=GROUNDS)
    assert (every.verdict, every.because.need) == (MET, 2)


@given(st.sets(st.sampled_from(GROUNDS)), st.sampled_from(GROUNDS))
def test_one_more_ground_never_closes_a_stage(given_: set[str], more: str) -> None:
    for one in DISPUTE.stages:
        before = stage(DISPUTE, named=one.stage, grounds=sorted(given_))
        after = stage(DISPUTE, named=one.stage, grounds=sorted(given_ | {more}))

        assert not (before.verdict is MET and after.verdict is NOT_MET)
