from __future__ import annotations

import pytest

from tests.lint.fronts import OUTSIDE, fronted
from tests.lint.linted import MEMBERS, draft, places, remarks, rule


def duty(*lines: str, name: str = "duty") -> str:
    block = "duty:\n  strength: must\n" + "".join(f"  {line}\n" for line in lines)
    return rule(f"Somebody does something. {{#{name}}}", block)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("action: refresh the charts",), id="nothing discharges it"),
        pytest.param(
            ("action: refresh the charts", "done_by: charts refreshed"),
            id="an event that nothing records",
        ),
    ],
)
def test_a_duty_that_nothing_can_show_is_told(lines: tuple[str, ...]) -> None:
    assert places("L59", draft(duty(*lines))) == ["duty"]


@pytest.mark.parametrize(
    "lines",
    [
        ("action: report", "done_by: report received"),
        ("action: keep the lamps lit", "sort: keep true"),
        ("action: be fair", "judged_by: chair"),
    ],
)
def test_a_duty_that_can_be_shown_is_left_alone(lines: tuple[str, ...]) -> None:
    assert places("L59", draft(duty(*lines))) == []


LOG = rule("A log is kept. {#log}", "record:\n  of: action log")
MINUTES = rule("Minutes are kept. {#kept}", "record:\n  of: minutes")


@pytest.mark.parametrize(
    "kept, call",
    [
        pytest.param(
            LOG,
            duty("action: forward them", "topic: minutes", "done_by: paper received"),
            id="topic",
        ),
        pytest.param(
            MINUTES,
            duty(
                "action: forward it",
                "after: action log agreed",
                "done_by: paper received",
            ),
            id="trigger",
        ),
        pytest.param(
            LOG,
            rule(
                "Each agenda. {#duty}",
                "agenda:\n  standing:\n    - item: Minutes of the last meeting\n"
                "      from: chair",
            ),
            id="standing item",
        ),
        pytest.param(
            LOG,
            duty(
                "action: act",
                "when: 5 days after minutes agreed",
                "done_by: evidence",
            ),
            id="deadline",
        ),
    ],
)
def test_a_record_that_nobody_makes_is_told(kept: str, call: str) -> None:
    assert places("L61", draft(kept, call)) == ["duty"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            (MINUTES, duty("action: forward the minutes", "done_by: paper received")),
            id="the same record",
        ),
        pytest.param(
            (LOG, MINUTES, duty("action: send the minutes", "done_by: evidence")),
            id="both are made",
        ),
        pytest.param(
            (LOG, duty("action: forward decisions", "topic: decisions")),
            id="decisions stand in any record",
        ),
    ],
)
def test_a_record_that_is_made_is_left_alone(parts: tuple[str, ...]) -> None:
    assert places("L61", draft(*parts)) == []


def agenda(*lines: str) -> str:
    return rule(
        "Each agenda has an item. {#agenda}",
        "agenda:\n  standing:\n    - item: news of the quay\n"
        + "".join(f"      {line}\n" for line in lines),
    )


@pytest.mark.parametrize(
    "lines, words",
    [
        pytest.param((), "nobody is named", id="nobody"),
        pytest.param(("from: quay-team",), "Quay Team", id="a body that is away"),
    ],
)
def test_a_standing_item_needs_a_supplier(lines: tuple[str, ...], words: str) -> None:
    charter = draft(agenda(*lines), front=fronted(bodies=OUTSIDE))

    (found,) = remarks("L70", charter)

    assert found.clause == "agenda"
    assert words in found.says


def test_a_member_or_a_linked_body_supplies_an_item() -> None:
    linked = MEMBERS.replace("| Votes |", "| Link |").replace(
        "| Mayor | 1 | 1 |", "| Mayor | 1 | quay-team |"
    )
    charter = draft(
        linked.replace("| 1 | 1 |", "| 1 | |").replace("| 2 | 1 |", "| 2 | |"),
        agenda("from: quay-team"),
        agenda("from: each member").replace("#agenda", "#other"),
        front=fronted(bodies=OUTSIDE),
    )

    assert places("L70", charter) == []


UNIT = fronted(bodies="  unit:\n    name: Quay Unit\n    draft: yes\n")
MUST_HAVE = rule(
    "It has a unit. {#unit}", "sub_groups:\n  for: forum\n  must_have: unit"
)


def test_a_mandatory_sub_group_needs_terms() -> None:
    assert places("L70", draft(MUST_HAVE, front=UNIT)) == ["unit"]


def test_a_mandatory_sub_group_with_terms_is_left_alone() -> None:
    meets = rule("It meets. {#meets}", "meets:\n  for: unit\n  often: every month")

    assert places("L70", draft(MUST_HAVE, meets, front=UNIT)) == []


def test_a_report_from_a_body_without_terms_has_no_supplier() -> None:
    report = duty("for: forum", "bearer: unit", "action: report", "done_by: evidence")

    assert places("L70", draft(report, front=UNIT)) == ["duty"]
