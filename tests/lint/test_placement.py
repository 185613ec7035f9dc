from __future__ import annotations

import pytest

from tests.lint.fronts import fronted
from tests.lint.linted import MEMBERS, draft, places, remarks, rule

MEETS = "meets:\n  often: every month"
TWO = fronted(bodies="  panel:\n    name: Safety Panel\n")


@pytest.mark.parametrize("where", ["note", "figure", "table"])
def test_a_rule_in_the_margin_is_noted(where: str) -> None:
    charter = draft(rule(f"It meets monthly. {{#meets in={where}}}", MEETS))

    (found,) = remarks("L55", charter)

    assert found.clause == "meets"
    assert where in found.says


def test_a_figure_that_a_rule_also_rests_on_is_noted() -> None:
    charter = draft(
        "A figure. {#drawn in=figure}",
        rule("It meets monthly. {#meets}", f"{MEETS}\n  also_rests_on: drawn"),
    )

    assert places("L55", charter) == ["drawn"]


def test_an_explanation_may_stand_in_a_note() -> None:
    charter = draft(
        rule(
            "The port is the old port. {#port in=note}",
            "defined_term:\n  term: port\n  means: the old port",
        )
    )

    assert places("L55", charter) == []


def test_a_list_of_members_may_stand_in_a_table() -> None:
    assert places("L55", draft(MEMBERS.replace("{#list}", "{#list in=table}"))) == []


def test_a_document_without_rules_is_kept_as_prose() -> None:
    (found,) = remarks("L60", draft("Forums are often led by a harbour master."))

    assert found.clause == ""


def test_a_guide_sets_up_nothing() -> None:
    charter = draft(MEMBERS, front=fronted(more="guide: yes\n"))

    assert places("L60", charter) == [""]


def test_a_principle_alone_executes_nothing() -> None:
    charter = draft(
        rule("Safety first. {#safety}", "principle:\n  checked_in: decision paper")
    )

    assert places("L60", charter) == [""]


def test_a_document_with_a_rule_is_executed() -> None:
    assert places("L60", draft(MEMBERS)) == []


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f"{MEETS}\n  for: [forum, panel]", id="stated for both"),
        pytest.param(
            f"{MEETS}\n  interpretations:\n    for:\n      take: forum\n"
            "      other: [forum, panel]\n      because: it says all meetings",
            id="could be read for both",
        ),
        pytest.param(
            f"{MEETS}\n  interpretations:\n    for:\n      take: [forum, panel]\n"
            "      because: it says all meetings",
            id="read for both",
        ),
    ],
)
def test_a_rule_beyond_its_section_is_told(block: str) -> None:
    charter = draft(
        "## Forum {for=forum}", rule("All meet monthly. {#all}", block), front=TWO
    )

    (found,) = remarks("L69", charter)

    assert found.clause == "forum/all"
    assert "Safety Panel" in found.says


@pytest.mark.parametrize(
    "heading, block",
    [
        pytest.param("## Forum {for=forum}", MEETS, id="its own section"),
        pytest.param(
            "## Meetings", f"{MEETS}\n  for: [forum, panel]", id="a section of nobody's"
        ),
        pytest.param(
            "## Both {for=forum+panel}",
            f"{MEETS}\n  interpretations:\n    for:\n      take: forum\n"
            "      other: panel\n      because: it says one of them",
            id="a section of both",
        ),
        pytest.param(
            "## Forum {for=forum}", f"{MEETS}\n  for: panel", id="another body's alone"
        ),
    ],
)
def test_a_rule_within_its_section_is_left_alone(heading: str, block: str) -> None:
    charter = draft(heading, rule("Meetings. {#all}", block), front=TWO)

    assert places("L69", charter) == []
