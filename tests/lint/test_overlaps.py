from __future__ import annotations

import pytest

from tests.lint.linted import draft, places, remarks, rule


def decision(name: str, *lines: str) -> str:
    block = f"decision:\n  name: {name}\n" + "".join(f"  {line}\n" for line in lines)
    return rule(f"How it is decided. {{#{name}}}", block)


AGREE, VOTE = "method: agreement", "method: ballot"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((decision("a", AGREE), decision("b", VOTE)), id="every matter"),
        pytest.param(
            (
                decision("a", VOTE, "matters: [budget, fees]"),
                decision("b", AGREE, "matters: the Budget"),
                decision("c", AGREE),
            ),
            id="one matter in two",
        ),
        pytest.param(
            (
                decision("a", "method: election"),
                decision("b", "method: election"),
            ),
            id="elections",
        ),
    ],
)
def test_two_rules_for_one_matter_overlap(parts: tuple[str, ...]) -> None:
    assert places("L58", draft(*parts)) == ["b"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            (decision("a", AGREE, "then: b"), decision("b", VOTE)), id="in turn"
        ),
        pytest.param(
            (
                decision("a", AGREE, "then: b"),
                decision("b", AGREE, "then: c"),
                decision("c", VOTE),
            ),
            id="in turn by way of another",
        ),
        pytest.param(
            (decision("a", VOTE, "matters: budget"), decision("b", AGREE)),
            id="some before the rest",
        ),
        pytest.param(
            (decision("a", AGREE), decision("b", "method: election")), id="an election"
        ),
    ],
)
def test_rules_for_different_matters_do_not_overlap(parts: tuple[str, ...]) -> None:
    assert places("L58", draft(*parts)) == []


def test_rules_in_a_ring_still_end() -> None:
    ring = (decision("a", AGREE, "then: b"), decision("b", AGREE, "then: a"))

    assert set(places("L58", draft(*ring, decision("c", VOTE)))) == {"c"}


def test_a_matter_without_a_rule_is_told() -> None:
    charter = draft(
        rule("It decides. {#may}", "authority:\n  may_decide: [budget, fees]"),
        decision("a", VOTE, "matters: budget"),
    )

    (found,) = remarks("L58", charter)

    assert found.clause == "a"
    assert "fees" in found.says


def test_a_list_of_matters_leaves_out_the_rest() -> None:
    (found,) = remarks("L58", draft(decision("a", VOTE, "matters: budget")))

    assert "every other matter" in found.says


def row(*cells: str) -> str:
    heads = "| Scale |" + " x |" * len(cells)
    rule_line = "|---|" + "---|" * len(cells)
    return (
        f"## Scales\n\nScales. {{#scales}}\n\n{heads}\n{rule_line}\n"
        f"| Money | {' | '.join(cells)} |\n"
    )


@pytest.mark.parametrize(
    "cells, words",
    [
        (("up to 50k", "51k to 99k"), "gap"),
        (("£0 to £50", "£51 to £99"), "gap"),
        (("0 to 50", "50 to 99"), "overlap"),
        (("0–60", "50–99"), "overlap"),
        (("1 to 5", "7 to 9"), "gap"),
        (("under 50k", "over 50k"), "leave out"),
        (("50 to 99k", "99k+"), "overlap"),
    ],
)
def test_bands_that_do_not_meet_are_told(cells: tuple[str, ...], words: str) -> None:
    found = remarks("L67", draft(row(*cells)))

    assert [one.clause for one in found] == ["scales/money"]
    assert words in found[0].says


@pytest.mark.parametrize(
    "cells",
    [
        ("under 50k", "50k to 99k"),
        ("up to £50,000", "over £50,000"),
        ("1 to 5", "6 to 9", "10 and more"),
        ("up to 50k", "none"),
        ("a little", "much"),
        ("less than 1m", "1m or more"),
    ],
)
def test_bands_that_meet_are_left_alone(cells: tuple[str, ...]) -> None:
    assert places("L67", draft(row(*cells))) == []


def test_bands_under_each_other_are_read_too() -> None:
    charter = draft(
        "## Powers\n\nPowers. {#powers}\n\n| Amount | Who |\n|---|---|\n"
        "| up to £10k | clerk |\n| £20k and more | forum |\n"
    )

    assert places("L67", charter) == ["powers/up-to-10k"]


def test_a_declared_scale_is_read_too() -> None:
    charter = draft(
        rule(
            "The scale. {#scale}",
            "register:\n  of: grants\n  bands:\n    1: 0 to 500\n    2: 500 to 900",
        )
    )

    assert places("L67", charter) == ["scale"]
