from __future__ import annotations

import pytest

from tests.lint.linted import MEMBERS, draft, places, remarks, rule


def asked(*lines: str) -> str:
    return rule(
        "Members are asked by email. {#asked}",
        "correspondence:\n  opened_by: convenor\n"
        + "".join(f"  {line}\n" for line in lines),
    )


MAY = rule("It decides. {#may}", "authority:\n  may_decide: [moorings, dredging]")


def test_a_function_that_no_occasion_names_is_told() -> None:
    (found,) = remarks("L63", draft(MAY, asked("triggers: mooring applied for")))

    assert found.clause == "asked"
    assert "dredging" in found.says
    assert "moorings" not in found.says


def test_a_review_needs_an_occasion_too() -> None:
    review = rule("Reviewed. {#review}", "review:\n  every: every year")

    (found,) = remarks("L63", draft(review, asked("triggers: mooring applied for")))

    assert "review" in found.says


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((MAY, asked()), id="any matter"),
        pytest.param(
            (MAY, asked("triggers: [moorings, dredging]")), id="every function"
        ),
        pytest.param(
            (MAY, asked("triggers: moorings", "other_grounds: under a ruling")),
            id="other grounds under a ruling",
        ),
        pytest.param(
            (
                MAY,
                asked("triggers: moorings"),
                rule("It meets. {#meets}", "meets:\n  often: every year"),
            ),
            id="there are meetings",
        ),
    ],
)
def test_functions_that_are_reached_are_left_alone(parts: tuple[str, ...]) -> None:
    assert places("L63", draft(*parts)) == []


CONVENOR = rule(
    "The Port's clerk convenes. {#convenor}",
    "role:\n  role: convenor\n  called: Port Clerk\n  post: Clerk at the Port",
)
STAFFING = rule(
    "Staffing goes by advice. {#staffing}",
    "condition:\n  on: staffing of the office\n"
    "  needs: recommendation of the Port Clerk\n  if_not: shown",
)
DECIDES = rule("It decides. {#may}", "authority:\n  may_decide: staffing")


def test_a_member_that_asks_about_its_own_staffing_is_told() -> None:
    charter = draft(MEMBERS, CONVENOR, DECIDES, STAFFING, asked())

    (found,) = remarks("L64", charter)

    assert found.clause == "members/asked"
    assert "Port Clerk" in found.says


def test_a_question_about_the_convenors_own_organisation_is_told() -> None:
    charter = draft(MEMBERS, CONVENOR, asked("triggers: dues of the Port"))

    assert places("L64", charter) == ["members/asked"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((MEMBERS, CONVENOR, asked()), id="no part in the outcome"),
        pytest.param(
            (
                MEMBERS,
                CONVENOR.replace("Port", "Crown"),
                DECIDES,
                STAFFING.replace("Port", "Crown"),
                asked(),
            ),
            id="from no member",
        ),
        pytest.param(
            (MEMBERS, CONVENOR, STAFFING, asked("triggers: moorings")),
            id="its advice is on something else",
        ),
    ],
)
def test_a_convenor_without_all_three_parts_is_left_alone(
    parts: tuple[str, ...],
) -> None:
    assert places("L64", draft(*parts)) == []
