"""What each check from L36 on finds in the charters of the five sources."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.fronts import fronted
from tests.lint.linted import SOURCES, draft, places, remarks, rule, source

TODAY = date(2026, 11, 22)
PEG, DSG, SSOG = (
    "soda-executive-group",
    "digital-steering-group",
    "senior-officer-group",
)
ODA, CT = "data-analytics-office", "childrens-trust"
CLUSTER = "A/3.2.6"


@pytest.mark.parametrize(
    "check, slug, anchors",
    [
        ("L36", DSG, [""]),
        ("L36", SSOG, [""]),
        ("L37", PEG, [""]),
        ("L37", DSG, [""]),
        ("L37", CT, [""]),
        ("L38", SSOG, ["5~2"]),
        ("L39", CT, ["A/3.2.1/members"]),
        ("L40", CT, ["A/3.2.1/chief-officer", "A/3.2.1/director"]),
        ("L41", CT, ["A/3.2.1/schools", f"{CLUSTER}/local-councillors"]),
        ("L42", PEG, ["membership/members"]),
        ("L43", SSOG, ["A2/members"]),
        ("L44", DSG, ["membership/apologies"]),
        ("L45", CT, ["7.3", "7.4"]),
        ("L46", DSG, ["membership/substitutes"]),
        ("L46", CT, ["7.2"]),
        ("L47", DSG, ["membership/incident"]),
        ("L48", CT, ["14.2"]),
        ("L49", CT, ["12.4"]),
        ("L49", DSG, ["standards/papers"]),
        ("L50", CT, ["4.3.8"]),
        ("L52", CT, [f"{CLUSTER}/g"]),
        ("L53", CT, [f"{CLUSTER}/sub-groups/assessment-group"]),
        ("L54", CT, ["A/3.2.4"]),
        ("L55", SSOG, ["A3/note-2"]),
        ("L55", DSG, ["reporting/framework"]),
        ("L56", PEG, ["e"]),
        ("L56", DSG, ["membership/apologies"]),
        ("L56", CT, ["7.17"]),
        ("L57", CT, ["13.1"]),
        ("L60", ODA, [""]),
        ("L61", DSG, ["reporting/recipients"]),
        ("L62", PEG, ["c"]),
        ("L63", PEG, ["b"]),
        ("L64", PEG, ["b"]),
        ("L65", CT, ["C/6.3"]),
        ("L66", DSG, ["document-control"]),
        ("L68", CT, ["A/3.2.4/unit", "C/7", "C/10"]),
        ("L69", CT, ["10.1"]),
        ("L70", CT, [f"{CLUSTER}/agenda/2", f"{CLUSTER}/sub-groups/2"]),
    ],
)
def test_the_source_shows_what_the_catalogue_says(
    check: str, slug: str, anchors: list[str]
) -> None:
    found = places(check, source(slug), on=TODAY)

    assert set(anchors) <= set(found)


@pytest.mark.parametrize(
    "check, slug, words",
    [
        ("L39", CT, "youth offending service and Connexions partnerships"),
        ("L43", SSOG, "Chief Fire Officer"),
        ("L61", DSG, "keeps is the action log"),
        ("L62", PEG, "SODA Lead"),
        ("L63", PEG, "budget"),
        ("L63", PEG, "review of its terms"),
        ("L66", DSG, "Version 1.0 is listed without its date"),
        ("L67", CT, "gap between “50k to 249k” and “250k to 750k”"),
        ("L67", CT, "“250k to 750k” and “750k and more” share an amount"),
        ("L70", CT, "Area Action Team"),
        ("L70", CT, "Multi-agency group for common assessments"),
    ],
)
def test_the_remark_names_the_thing(check: str, slug: str, words: str) -> None:
    found = remarks(check, source(slug), on=TODAY)

    assert any(words in one.says for one in found)


@pytest.mark.parametrize(
    "on, late", [(date(2029, 4, 30), []), (date(2029, 5, 1), ["e"])]
)
def test_the_executive_groups_review_is_due_by_april_2029(
    on: date, late: list[str]
) -> None:
    assert places("L36", source(PEG), on=on) == late


def test_three_laws_on_equality_are_no_longer_in_force() -> None:
    found = [
        one for one in remarks("L57", source(CT), on=TODAY) if one.clause == "13.1"
    ]

    assert len(found) == 3


def test_a_cluster_group_that_departs_from_the_common_terms_is_told() -> None:
    front = fronted(more="uses: childrens-trust#3.2.6\n")
    cluster = draft(
        rule("It meets monthly. {#meets}", "meets:\n  often: every month"), front=front
    )

    found = remarks("L51", source(CT), cluster)

    assert [one.clause for one in found] == [f"{CLUSTER}/same-terms"]


@pytest.mark.parametrize("check", ["L58", "L59"])
def test_no_source_shows_what_the_catalogue_calls_generic(check: str) -> None:
    found = remarks(check, *(source(slug) for slug in SOURCES), on=TODAY)

    assert found == []
