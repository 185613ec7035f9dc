from __future__ import annotations

import pytest

from quorate.charter.kinds.meetings import Interests
from quorate.facts.meeting import Interest, Item
from quorate.rules.interests import ACTS, effect
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

ITEM = Item(name="contract", interests=(Interest(person="cai"),))


@pytest.mark.parametrize(
    "said, verdict, outcome",
    [
        ("yes", MET, "yes"),
        ("no", NOT_MET, "no"),
        ("chair decides", UNKNOWN, "chair decides"),
        ("member decides", UNKNOWN, "member decides"),
        ("not stated", NOT_STATED, "not stated"),
        ("", NOT_STATED, "not stated"),
    ],
)
def test_what_a_member_with_an_interest_may_do_is_what_the_terms_say(
    said: str, verdict: Verdict, outcome: str
) -> None:
    terms = Interests(speak=said, stay=said, vote=said, clause="14.2")

    for act in ("speak", "stay", "vote"):
        finding = effect(terms, ITEM, person="cai", act=act)

        assert (finding.verdict, finding.outcome) == (verdict, outcome)
        assert finding.because.clause == "14.2"


@pytest.mark.parametrize(
    "said, verdict, outcome",
    [
        ("counted", MET, "yes"),
        ("not counted", NOT_MET, "no"),
        ("not stated", NOT_STATED, "not stated"),
    ],
)
def test_counting_is_asked_apart_from_voting(
    said: str, verdict: Verdict, outcome: str
) -> None:
    terms = Interests(vote="no", quorum=said, denominator=said)

    for act in ("quorum", "denominator"):
        finding = effect(terms, ITEM, person="cai", act=act)

        assert (finding.verdict, finding.outcome) == (verdict, outcome)


@pytest.mark.parametrize("ruling, verdict", [("yes", MET), ("no", NOT_MET)])
def test_a_ruling_settles_what_is_left_to_somebody(
    ruling: str, verdict: Verdict
) -> None:
    terms = Interests(speak="chair decides")

    finding = effect(terms, ITEM, person="cai", act="speak", ruling=ruling)

    assert (finding.verdict, finding.outcome) == (verdict, ruling)
    assert finding.explanation.missing == ()


def test_without_the_ruling_it_is_what_is_missing() -> None:
    finding = effect(Interests(speak="chair decides"), ITEM, person="cai", act="speak")

    assert [one.what for one in finding.explanation.missing] == ["a ruling"]


def test_a_ruling_changes_nothing_that_the_terms_settle() -> None:
    terms = Interests(speak="no")

    finding = effect(terms, ITEM, person="cai", act="speak", ruling="yes")

    assert finding.verdict is NOT_MET


@pytest.mark.parametrize("act", ACTS)
def test_whoever_declared_nothing_may_do_everything(act: str) -> None:
    finding = effect(Interests(vote="no"), ITEM, person="dee", act=act)

    assert (finding.verdict, finding.outcome) == (MET, "yes")
    assert finding.because.says == "no interest declared"
