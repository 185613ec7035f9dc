from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.duties import Condition
from quorate.rules.conditions import condition
from quorate.rules.verdict import MET, NOT_MET, Verdict

REFUSED = Condition(
    on="project commissioned",
    needs=("a place", "a decision"),
    if_not="refused",
    clause="1",
)
SHOWN = Condition(
    on="project commissioned",
    needs=("room in the budget",),
    if_not="shown",
    clause="2",
)
RAISED = Condition(
    on="project commissioned",
    needs=("a signature",),
    unless=("a waiver",),
    if_not="raised",
    clause="3",
)
ALL = (REFUSED, SHOWN, RAISED)
EVERYTHING = ("a place", "a decision", "room in the budget", "a signature")


@pytest.mark.parametrize(
    "recorded, verdict, outcome, clause",
    [
        (EVERYTHING, MET, "may happen", "1"),
        (("a place", *EVERYTHING[2:]), NOT_MET, "refused", "1"),
        (EVERYTHING[:2] + EVERYTHING[3:], NOT_MET, "shown", "2"),
        (EVERYTHING[:3], NOT_MET, "raised", "3"),
        (EVERYTHING[:2], NOT_MET, "raised", "2"),
        ((*EVERYTHING[:3], "a waiver"), MET, "may happen", "1"),
        ((), NOT_MET, "refused", "1"),
    ],
)
def test_an_act_goes_ahead_when_every_condition_holds(
    recorded: tuple[str, ...], verdict: Verdict, outcome: str, clause: str
) -> None:
    finding = condition(ALL, act="project commissioned", recorded=recorded)

    assert (finding.verdict, finding.outcome) == (verdict, outcome)
    assert finding.clause == clause


def test_what_is_lacking_is_named_over_all_conditions() -> None:
    finding = condition(ALL, act="project commissioned", recorded=("a place",))

    (missing,) = finding.explanation.missing
    assert missing.names == ("a decision", "room in the budget", "a signature")
    assert finding.because.says == "all"


def test_one_condition_stands_by_itself_and_counts_what_is_there() -> None:
    finding = condition((REFUSED,), act="project commissioned", recorded=("a place",))

    assert (finding.because.need, finding.because.have) == (2, 1)
    assert finding.because.counted == ("a place",)


def test_what_stands_instead_is_said() -> None:
    finding = condition((RAISED,), act="project commissioned", recorded=("a waiver",))

    assert finding.because.values["instead"] == ("a waiver",)


def test_an_act_without_a_condition_may_happen() -> None:
    finding = condition(ALL, act="something else", recorded=())

    assert (finding.verdict, finding.outcome) == (MET, "may happen")
    assert finding.because.says == "no condition"


@given(st.permutations(EVERYTHING), st.integers(0, 4))
def test_the_order_of_the_records_does_not_matter(order: list[str], taken: int) -> None:
    recorded = order[:taken]

    one, other = (
        condition(ALL, act="project commissioned", recorded=these)
        for these in (recorded, sorted(recorded))
    )

    assert one.as_data() == other.as_data()


@given(st.sets(st.sampled_from(EVERYTHING)), st.sampled_from(EVERYTHING))
def test_one_more_record_never_stops_an_act(recorded: set[str], more: str) -> None:
    before = condition(ALL, act="project commissioned", recorded=recorded)
    after = condition(ALL, act="project commissioned", recorded={*recorded, more})

    assert not (before.verdict is MET and after.verdict is NOT_MET)
