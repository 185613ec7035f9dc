from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.phrases import test_phrase as phrase_of_a_test
from quorate.rules.confirmation import InPrinciple, Later, confirmation
from quorate.rules.finding import Explanation, Finding, Reason
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict

NEEDS = phrase_of_a_test("at least 3 of present by person", own="present")
QUORUM = Quorum(needs=NEEDS, if_not="in principle", clause="quorum")
NEXT = replace(QUORUM, confirmed_by="next quorate meeting")
PARENT = replace(QUORUM, confirmed_by="parent body")


def decided(outcome: str, verdict: Verdict = MET) -> Finding:
    reason = Reason("nobody objected", verdict, "agreement")
    return Finding(
        "decision",
        verdict,
        outcome=outcome,
        clause="agreement",
        explain=lambda: Explanation(reason),
    )


def later(
    outcome: str = "agreed",
    *,
    verdict: Verdict = MET,
    month: int = 2,
    body: str = "board",
    amended: bool = False,
) -> Later:
    return Later(
        f"m{month}",
        body,
        f"i{month}",
        date(2026, month, 3),
        decided(outcome, verdict),
        amended,
    )


def case(*after: Later, outcome: str = "in principle", **more: object) -> InPrinciple:
    return InPrinciple("budget", decided(outcome), "board", after, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "one, verdict, outcome",
    [
        (later("agreed"), MET, "confirmed"),
        (later("carried"), MET, "confirmed"),
        (later("agreed", amended=True), MET, "amended"),
        (later("lost", verdict=NOT_MET), NOT_MET, "lapsed"),
        (later("in principle"), NOT_MET, "open"),
        (later("no effect", verdict=NOT_MET), NOT_MET, "open"),
        (later("no decision", verdict=NOT_MET), NOT_MET, "open"),
        (later("", verdict=UNKNOWN), UNKNOWN, ""),
        (later("agreed", body="crew"), NOT_MET, "open"),
    ],
)
def test_only_a_later_quorate_decision_that_names_it_settles_it(
    one: Later, verdict: str, outcome: str
) -> None:
    found = confirmation(NEXT, case(one))

    assert (found.verdict, found.outcome) == (verdict, outcome)


def test_it_stays_open_until_then_and_comes_back() -> None:
    waiting = case(later(month=3), next_meeting="february")

    before = confirmation(NEXT, waiting, at=date(2026, 3, 2))
    after = confirmation(NEXT, waiting, at=date(2026, 3, 3))

    assert before.outcome == "open"
    assert before.because.values["comes_back"] == "february"
    assert before.explanation.missing[0].what == "a quorate decision that names it"
    assert not before.explanation.notes
    assert after.outcome == "confirmed"


def test_without_a_date_it_comes_back_to_the_next_quorate_meeting() -> None:
    found = confirmation(NEXT, case())

    assert found.because.values["comes_back"] == "next quorate meeting"


@pytest.mark.parametrize(
    "rule", [QUORUM, replace(QUORUM, confirmed_by="not stated"), None]
)
def test_where_no_route_is_stated_it_stays_open_with_a_note(
    rule: Quorum | None,
) -> None:
    found = confirmation(rule, case())

    assert found.outcome == "open"
    assert [one.says for one in found.explanation.notes] == ["no route is stated"]
    assert confirmation(rule, case(later())).outcome == "confirmed"


def test_what_was_done_in_reliance_is_listed_when_it_is_amended() -> None:
    found = confirmation(NEXT, case(later(amended=True), reliance=("order placed",)))

    assert found.explanation.notes[0].values["reliance"] == ("order placed",)


def test_the_parent_body_confirms_where_the_terms_say_so() -> None:
    own, above = later(month=2), later(month=3, body="trust")

    found = confirmation(PARENT, case(own, above), parent="trust")

    assert found.outcome == "confirmed"
    assert found.because.values["by"] == "i3"
    assert found.because.left_out[0].why == "not of the parent body"


def test_it_lapses_with_its_body() -> None:
    ended = case(ended=date(2026, 6, 30))

    assert confirmation(NEXT, ended, at=date(2026, 6, 29)).outcome == "open"
    assert confirmation(NEXT, ended, at=date(2026, 6, 30)).outcome == "lapsed"


@pytest.mark.parametrize("outcome", ["agreed", "carried", "no effect"])
def test_what_never_was_in_principle_keeps_its_own_outcome(outcome: str) -> None:
    found = confirmation(NEXT, case(outcome=outcome))

    assert found.outcome == outcome
    assert found.because.says == "needs no confirmation"


def test_a_decision_that_a_second_one_must_confirm_rests_on_its_own_clause() -> None:
    rule = Decision(clause="twice")

    found = confirmation(QUORUM, case(outcome="to be confirmed"), decision=rule)

    assert (found.outcome, found.clause) == ("open", "twice")
    assert not found.explanation.notes


def test_the_first_decision_that_settles_it_stands() -> None:
    found = confirmation(
        NEXT, case(later(month=2), later("lost", verdict=NOT_MET, month=3))
    )

    assert found.outcome == "confirmed"
