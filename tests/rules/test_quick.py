from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from unittest.mock import patch

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Not,
    Number,
    Part,
    Set,
    Size,
    Test,
    Unit,
)
from quorate.charter.kinds.quorum import IF_NOT, Quorum
from quorate.rules.finding import Reason
from quorate.rules.membership import Entry, Membership, Seat
from quorate.rules.quick import Columns, columns, quick, quick_batch
from quorate.rules.quick_reasons import quick_explainer
from quorate.rules.quorum import ReadyQuorum
from quorate.rules.reasons import explainer, missing_from
from quorate.rules.sets import Ground
from quorate.rules.testing import ready
from quorate.rules.verdict import MET

PRESENT = Set("present")
SEATS = ("captain", "mate", "health", "council-1", "council-2", "pilot")
# Bo holds two seats; gus and hal come from outside, to stand in or by mistake.
HOLDERS = {"captain": "alma", "mate": "bo", "health": "bo", "council-1": "cai"}
PEOPLE = ("alma", "bo", "cai", "dee", "gus", "hal")
OFFICES = {
    "chair": frozenset({"alma"}),
    "vice-chair": frozenset({"bo", "cai"}),
    "treasurer": frozenset[str](),
}


def seat(name: str) -> Seat:
    groups = frozenset({"councils"}) if name.startswith("council") else frozenset()
    capacity = "observer" if name == "pilot" else "member"
    return Seat(name, name, groups, (name,), None, capacity, optional=False)


MEMBERSHIP = Membership(
    tuple(map(seat, SEATS)), HOLDERS, OFFICES, frozenset({"council-1"})
)

sets = st.sampled_from(
    [PRESENT, Set("present", ("councils",)), Set("filled"), Set("membership")]
)
amounts = st.one_of(
    st.builds(Number, st.integers(0, 5)),
    st.builds(
        Part,
        st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1)]),
        st.sampled_from([Set("seats"), Set("filled"), Set("membership"), PRESENT]),
        st.sampled_from(["", "up", "down", "nearest"]),
    ),
    st.builds(Size, st.just(Set("filled"))),
)
names = st.sampled_from([*OFFICES, "councils", "mate", "nobody"])
plain = st.one_of(
    st.builds(
        Compare,
        # Mostly those present, who alone can be counted quickly.
        st.one_of(st.just(PRESENT), sets),
        st.sampled_from(Comparison),
        amounts,
        st.sampled_from(Unit),
    ),
    st.builds(Includes, st.just(PRESENT), names),
    st.builds(Every, st.just(Unit.SEAT), st.just("councils"), st.just(PRESENT)),
)
tests = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=5,
)
grounds = st.builds(
    Ground,
    st.just(MEMBERSHIP),
    means=st.sampled_from([None, Set("filled"), Set("seats", ("councils",))]),
    suspended_count=st.booleans(),
    substitutes_carry=st.booleans(),
)
rolls = st.lists(
    st.builds(Entry, st.sampled_from(SEATS), st.sampled_from(PEOPLE), st.booleans()),
    max_size=7,
).map(columns)

counted = Compare(PRESENT, Comparison.AT_LEAST, Number(3), Unit.PERSON)
either = Any((Includes(PRESENT, "chair"), Includes(PRESENT, "vice-chair")))
COMMON = [
    counted,
    Compare(PRESENT, Comparison.MORE_THAN, Number(2), Unit.SEAT),
    Compare(
        PRESENT, Comparison.AT_LEAST, Part(Fraction(1, 2), Set("seats")), Unit.SEAT
    ),
    Includes(PRESENT, "chair"),
    Includes(PRESENT, "councils"),
    either,
    All((counted, either)),
    All((either, counted)),
    All((counted, Includes(PRESENT, "chair"), Includes(PRESENT, "mate"))),
    Any((counted, Includes(PRESENT, "treasurer"))),
    Any((All((counted, either)), Includes(PRESENT, "councils"))),
]


def written(reason: Reason) -> str:
    """Write a reason to the byte: what is equal but of another type shows."""
    return json.dumps(reason._replace(values=dict(reason.values)), default=repr)


@pytest.mark.parametrize("test", COMMON, ids=repr)
def test_the_common_quorums_have_a_quick_form(test: Test) -> None:
    ground = Ground(MEMBERSHIP)

    assert quick(test, ground) is not None
    assert quick_explainer(test, ground, clause="2.1") is not None


@given(st.one_of(st.sampled_from(COMMON), tests), grounds, rolls)
def test_a_quick_answer_is_the_ordinary_one(
    test: Test, ground: Ground, roll: Columns
) -> None:
    asked = quick(test, ground)
    assume(asked is not None)
    assert asked is not None

    ordinary = ready(test, ground)({"present": roll.entries()})

    assert asked(roll) is (ordinary is MET)


@given(st.one_of(st.sampled_from(COMMON), tests), grounds, st.lists(rolls, max_size=5))
def test_verdicts_in_one_call_are_those_one_by_one(
    test: Test, ground: Ground, many: list[Columns]
) -> None:
    batch = quick_batch(test, ground)
    assume(batch is not None)
    assert batch is not None

    one_by_one = [ready(test, ground)({"present": roll.entries()}) for roll in many]

    assert list(batch(many)) == one_by_one


@given(
    st.one_of(st.sampled_from(COMMON), tests),
    grounds,
    st.lists(rolls, min_size=1, max_size=5),
)
def test_quick_reasons_are_the_ordinary_ones_to_the_byte(
    test: Test, ground: Ground, many: list[Columns]
) -> None:
    explain = quick_explainer(test, ground, clause="2.1")
    assume(explain is not None)
    assert explain is not None

    # What is remembered from one roll must not show in the next.
    for roll in many:
        because, missing = explain(roll)
        scene = {"present": roll.entries()}
        ordinary = explainer(test, ground, clause="2.1")(scene)

        assert written(because) == written(ordinary)
        assert missing == missing_from(test, ordinary)


@given(
    st.one_of(st.sampled_from(COMMON), tests),
    st.sampled_from(IF_NOT),
    st.lists(rolls, min_size=1, max_size=4),
)
def test_a_ready_quorum_finds_the_same_to_the_byte_without_its_quick_forms(
    test: Test, if_not: str, many: list[Columns]
) -> None:
    terms = Quorum(
        needs=test, membership=Set("filled"), if_not=if_not, clause="membership/quorum"
    )
    judge = ReadyQuorum(terms, MEMBERSHIP)
    with patch.multiple(
        "quorate.rules.quorum",
        quick=lambda *_: None,
        quick_batch=lambda *_: None,
        quick_explainer=lambda *_, **__: None,
    ):
        slow = ReadyQuorum(terms, MEMBERSHIP)

    found = list(judge.findings(many))

    for one, other in zip(found, slow.findings(many), strict=True):
        assert json.dumps(one.as_data()) == json.dumps(other.as_data())
    assert list(judge.verdicts(many)) == list(slow.verdicts(many))
    assert [judge(roll).as_data() for roll in many] == [one.as_data() for one in found]


@given(st.lists(st.builds(Entry, st.sampled_from(SEATS), st.sampled_from(PEOPLE))))
def test_columns_give_back_the_rows_they_were_made_of(rows: list[Entry]) -> None:
    assert columns(rows).entries() == tuple(rows)


def test_findings_are_yielded_one_at_a_time_from_rolls_that_come_one_at_a_time() -> (
    None
):
    taken = []

    def rolls_as_they_come() -> Iterator[Columns]:
        for person in PEOPLE:
            taken.append(person)
            yield columns([Entry("captain", person)])

    judge = ReadyQuorum(Quorum(needs=Includes(PRESENT, "chair")), MEMBERSHIP)

    first = next(judge.findings(rolls_as_they_come()))

    assert first.verdict is MET
    assert taken == ["alma"]
