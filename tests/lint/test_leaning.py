from __future__ import annotations

from datetime import date

import pytest

from tests.lint.fronts import fronted
from tests.lint.linted import draft, places, remarks, rule

TODAY = date(2026, 11, 22)
LAWS = """\
laws:
  - title: Harbours Act 1901
    until: 1964-06-10
    replaced_by: Harbours Act 1964
"""
CODE = "Harbour Conduct Code"


def instrument(attached: str) -> str:
    return rule(
        "The code applies. {#code}",
        f"instrument:\n  titled: {CODE}\n  attached: {attached}",
    )


ABSENCE = rule(
    "Absence is met by the code. {#absence}",
    f"attendance:\n  count: 2 absences\n  by: person\n  then: talk\n  under: {CODE}",
)


@pytest.mark.parametrize(
    "parts, at",
    [
        pytest.param((instrument("no"),), ["code"], id="said to be apart"),
        pytest.param((ABSENCE,), ["absence"], id="named by a rule alone"),
        pytest.param(
            (
                rule(
                    "Reviewed. {#review}",
                    f"review:\n  every: every year\n  in_line_with: {CODE}",
                ),
            ),
            ["review"],
            id="a review goes by it",
        ),
        pytest.param((ABSENCE, instrument("no")), ["absence"], id="told once"),
    ],
)
def test_a_document_that_is_not_attached_is_noted(
    parts: tuple[str, ...], at: list[str]
) -> None:
    assert places("L56", draft(*parts)) == at


def test_an_attached_document_is_left_alone() -> None:
    assert places("L56", draft(ABSENCE, instrument("yes"))) == []


def test_a_repealed_law_in_a_rule_is_noted_there() -> None:
    charter = draft(
        "It follows the Harbours Act 1901 too. {#prose}",
        rule("It rests on the Act. {#basis}", "legal_basis:\n  law: Harbours Act 1901"),
        front=fronted(more=LAWS),
    )

    (found,) = remarks("L57", charter, on=TODAY)

    assert found.clause == "basis"
    assert "Harbours Act 1964" in found.says


def test_a_repealed_law_in_the_prose_is_noted() -> None:
    charter = draft(
        "It rests on the Harbours Act 1901. {#prose}", front=fronted(more=LAWS)
    )

    assert places("L57", charter, on=TODAY) == ["prose"]


def test_a_list_of_laws_serves_the_whole_set() -> None:
    lister = draft("Laws. {#laws}", front=fronted(more=LAWS))
    other = draft(
        "It rests on the Harbours Act 1901. {#prose}",
        front=fronted().replace("harbour-forum", "quay-forum"),
    )

    assert [one.charter for one in remarks("L57", lister, other, on=TODAY)] == [
        "quay-forum"
    ]


@pytest.mark.parametrize(
    "words, on",
    [
        pytest.param("It rests on the Harbours Act 1901.", None, id="no day"),
        pytest.param(
            "It rests on the Harbours Act 1901.", date(1964, 6, 10), id="still in force"
        ),
        pytest.param("It rests on the Harbours Act 1964.", TODAY, id="the new law"),
    ],
)
def test_a_law_in_force_is_left_alone(words: str, on: date | None) -> None:
    assert places("L57", draft(words, front=fronted(more=LAWS)), on=on) == []


TWO = fronted(bodies="  panel:\n    name: Quay Panel\n")
PANEL = "## Quay Panel {for=panel about=panel}"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((PANEL, "It paints the quay. {#paint}"), id="prose alone"),
        pytest.param(
            (PANEL, rule("It meets. {#meets}", "meets:\n  often: every month")),
            id="a rule about something else",
        ),
        pytest.param(
            (PANEL, "### Paint {about=paint}", "## Safety {about=safety}"),
            id="the subject stands in another section",
        ),
    ],
)
def test_terms_that_do_not_hold_what_is_said_are_told(parts: tuple[str, ...]) -> None:
    charter = draft(
        'Safety is in the [panel\'s terms](#quay-panel "safety"). {#said}',
        *parts,
        front=TWO,
    )

    assert places("L65", charter) == ["said"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((PANEL, "### Safety {about=safety}"), id="a section on it"),
        pytest.param(
            (PANEL, rule("It lists. {#lists}", "register:\n  of: safety incidents")),
            id="a rule on it",
        ),
        pytest.param(("## Quay Panel {about=safety}",), id="nobody's terms"),
    ],
)
def test_terms_that_hold_what_is_said_are_left_alone(parts: tuple[str, ...]) -> None:
    charter = draft(
        'Safety is in the [panel\'s terms](#quay-panel "safety"). {#said}',
        *parts,
        front=TWO,
    )

    assert places("L65", charter) == []
