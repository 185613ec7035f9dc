from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.load import load
from tests.lint.fronts import OUTSIDE, fronted
from tests.lint.linted import MEMBERS, draft, mutant, places, ready_text, remarks, rule

REVIEW = rule("These terms are reviewed. {#review}", "review:\n  every: every 2 years")
DATED = """\
versions:
  - number: "1"
    dated: 2020-02
    author: the clerk
"""


def test_terms_without_a_review_grow_old() -> None:
    (found,) = remarks("L36", draft(MEMBERS))

    assert found.clause == ""
    assert found.body == "forum"


def test_a_review_that_is_only_read_in_is_not_set() -> None:
    charter = draft(
        rule(
            "Sometimes. {#review}",
            "review:\n  interpretations:\n    every:\n      take: every year\n"
            "      because: nothing is said",
        )
    )

    assert places("L36", charter) == [""]


@pytest.mark.parametrize(
    "on, told", [(date(2022, 2, 28), []), (date(2022, 3, 1), ["review"])]
)
def test_a_review_is_overdue_from_the_day_after(on: date, told: list[str]) -> None:
    charter = draft(REVIEW, front=fronted(more=DATED.replace("2020-02", "2020-02-28")))

    assert places("L36", charter, on=on) == told


@pytest.mark.parametrize(
    "every, on",
    [
        ("every 6 months", date(2020, 8, 30)),
        ("every quarter", date(2020, 5, 30)),
        ("every 3 weeks", date(2020, 3, 22)),
        ("twice a year", date(2020, 8, 30)),
    ],
)
def test_every_sort_of_pace_comes_to_an_end(every: str, on: date) -> None:
    charter = draft(
        rule("Reviewed. {#review}", f"review:\n  every: {every}"),
        front=fronted(more=DATED),
    )

    late = places("L36", charter, on=on)

    assert late == ["review"]
    assert places("L36", charter, on=on.replace(month=on.month - 1)) == []


def test_a_review_on_request_is_never_overdue() -> None:
    charter = draft(
        rule("Reviewed on request. {#review}", "review:\n  on_request_of: the board"),
        front=fronted(more=DATED),
    )

    assert places("L36", charter, on=date(2090, 1, 1)) == []


def test_terms_that_nobody_may_change_are_told() -> None:
    assert places("L37", draft(MEMBERS)) == [""]


def test_naming_who_changes_the_terms_is_enough() -> None:
    change = rule("The port changes them. {#change}", "amendment:\n  by: the Port")

    assert places("L37", draft(MEMBERS, change)) == []


OWN = rule("The forum approves these terms. {#own}", "approval:\n  by: the forum")
FOR_BOARD = rule("It acts for the board. {#acts}", "authority:\n  on_behalf_of: board")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(FOR_BOARD, id="acts for it"),
        pytest.param(
            rule(
                "The board lends power. {#lent}",
                "delegation:\n  for: board\n  to: forum\n  matters: moorings",
            ),
            id="delegated",
        ),
        pytest.param(
            rule(
                "The board lends power. {#lent}",
                "line:\n  relation: delegates\n  from: board\n  to: forum",
            ),
            id="drawn as a line",
        ),
    ],
)
def test_a_body_does_not_approve_terms_whose_power_is_lent(source: str) -> None:
    charter = draft(source, OWN, front=fronted(bodies=OUTSIDE))

    (found,) = remarks("L38", charter)

    assert found.clause == "own"
    assert "Harbour Board" in found.says


def test_a_parent_in_the_front_matter_is_a_source_of_power() -> None:
    charter = draft(OWN, front=fronted(bodies=f"    parent: board\n{OUTSIDE}"))

    assert places("L38", charter) == ["own"]


@pytest.mark.parametrize(
    "approval",
    [
        pytest.param("approval:\n  by: Harbour Board", id="parent"),
        pytest.param("approval:\n  by:\n    - forum\n    - board", id="both"),
        pytest.param(
            "approval:\n  by: forum\n  adopts: recommends to the parent",
            id="recommends",
        ),
    ],
)
def test_a_parent_that_approves_is_left_alone(approval: str) -> None:
    charter = draft(
        FOR_BOARD,
        rule("Approval. {#approval}", approval),
        front=fronted(bodies=OUTSIDE),
    )

    assert places("L38", charter) == []


def test_a_body_on_its_own_feet_approves_its_own_terms() -> None:
    assert places("L38", draft(OWN)) == []


ALIKE = ready_text("project-board").replace(
    "amendment:\n", "amendment:\n  uniform: yes\n"
)


def test_a_sister_with_another_rule_is_told_to_the_common_terms() -> None:
    sister = ALIKE.replace("charter: project-board", "charter: east-project-board")
    sister = sister.replace("  often: every month\n", "  often: every 2 months\n", 1)

    found = remarks("L51", load(ALIKE), load(sister))

    assert {one.charter for one in found} == {"project-board", "east-project-board"}
    assert all(one.clause == "11.1" for one in found)
    assert "how often it meets" in found[0].says


def test_sisters_with_the_same_rules_are_left_alone() -> None:
    sister = ALIKE.replace("charter: project-board", "charter: east-project-board")

    assert places("L51", load(ALIKE), load(sister)) == []


def test_a_body_that_takes_terms_over_may_not_depart_from_them() -> None:
    front = fronted(more="uses: project-board#1\n").replace("harbour-forum", "quay")
    departing = draft(
        rule("It meets. {#meets}", "meets:\n  often: every week"), front=front
    )

    assert places("L51", load(ALIKE), departing) == ["11.1"]


def test_a_stranger_is_no_sister() -> None:
    stranger = draft(rule("It meets. {#meets}", "meets:\n  often: every week"))

    assert places("L51", load(ALIKE), stranger) == []


def test_terms_that_are_still_to_come_are_told() -> None:
    charter = draft(
        MEMBERS.replace("{about=members}", "{for=forum about=members}"),
        "## Quay Unit {for=unit}\n\nIts terms are being drawn up.",
        front=fronted(bodies="  unit:\n    name: Quay Unit\n    draft: yes\n"),
    )

    assert places("L54", charter) == ["quay-unit"]


def test_a_body_of_which_no_rule_speaks_has_no_terms_yet() -> None:
    charter = draft(
        MEMBERS.replace("{about=members}", "{for=forum about=members}"),
        front=fronted(bodies="  unit:\n    name: Quay Unit\n"),
    )

    assert [one.body for one in remarks("L54", charter)] == ["unit"]


def test_an_outside_body_needs_no_terms_here() -> None:
    assert places("L54", draft(MEMBERS, front=fronted(bodies=OUTSIDE))) == []


@pytest.mark.parametrize(
    "line, missing",
    [("    dated: 2020-02\n", "date"), ("    author: the clerk\n", "author")],
)
def test_a_version_is_listed_with_date_and_author(line: str, missing: str) -> None:
    charter = draft(
        "## History {about=versions}\n\nEach version stands here.",
        front=fronted(more=DATED.replace(line, "")),
    )

    (found,) = remarks("L66", charter)

    assert found.clause == "history"
    assert missing in found.says


def test_a_whole_row_of_versions_is_left_alone() -> None:
    assert places("L66", draft(MEMBERS, front=fronted(more=DATED))) == []


def test_a_ready_version_that_loses_its_date_is_found() -> None:
    changed = mutant("steering-group", ("    dated: 2026-09-01\n", ""))

    assert len(remarks("L66", changed)) == 1
