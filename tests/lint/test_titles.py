from __future__ import annotations

import pytest

from tests.lint.fronts import OUTSIDE, fronted
from tests.lint.linted import MEMBERS, draft, mutant, places, remarks, rule

LINKED = MEMBERS.replace("| Votes |", "| Link |").replace(
    "| Town | Mayor | 1 | 1 |", "| Town | Mayor | 1 | quay-team |"
)
UNLINKED = LINKED.replace("quay-team", "board")


def chair(*lines: str) -> str:
    return rule(
        "The chair. {#chair}",
        "role:\n  role: chair\n" + "".join(f"  {line}\n" for line in lines),
    )


def without_votes(members: str) -> str:
    return members.replace("| 1 | 1 |", "| 1 | |").replace("| 2 | 1 |", "| 2 | |")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("elected_by: the members", "must_belong_to: quay-team"),
            id="a body that nobody links to",
        ),
        pytest.param(
            ("elected_by: the members", "must_belong_to: pilots", "must_not: pilots"),
            id="barred and required",
        ),
        pytest.param(("held_by: master", "must_not: master"), id="barred by right"),
        pytest.param(
            ("elected_by: the members", "must_belong_to: divers"), id="no such seat"
        ),
    ],
)
def test_an_office_that_nobody_can_hold_is_told(lines: tuple[str, ...]) -> None:
    charter = draft(
        without_votes(UNLINKED), chair(*lines), front=fronted(bodies=OUTSIDE)
    )

    assert places("L52", charter) == ["members/chair"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("elected_by: the members", "must_belong_to: quay-team"), id="a seat links"
        ),
        pytest.param(("elected_by: the members", "must_not: pilots"), id="others can"),
        pytest.param(
            ("post: Clerk of the Port", "must_not: member"), id="from outside"
        ),
        pytest.param(
            ("elected_by: the members", "must_belong_to: forum"), id="its own members"
        ),
    ],
)
def test_an_office_that_somebody_can_hold_is_left_alone(lines: tuple[str, ...]) -> None:
    charter = draft(without_votes(LINKED), chair(*lines), front=fronted(bodies=OUTSIDE))

    assert places("L52", charter) == []


def test_conditions_of_several_clauses_are_taken_together() -> None:
    charter = draft(
        MEMBERS,
        chair("elected_by: the members", "must_not: pilots"),
        rule(
            "The chair is a pilot. {#pilot}",
            "role:\n  role: chair\n  must_belong_to: pilots",
        ),
    )

    assert places("L52", charter) == ["members/pilot"]


OFFICES = "offices:\n  master: [harbour-master, port-captain]\n"


@pytest.mark.parametrize(
    "parts, at",
    [
        pytest.param(
            ("The harbour master logs. {#a}", "The Port Captain reports. {#b}"),
            "b",
            id="two clauses",
        ),
        pytest.param(
            ("The harbour master answers to the port captain. {#a}",), "a", id="one"
        ),
        pytest.param(
            (
                "The port captain reports. {#a}",
                (
                    "## Posts\n\nPosts. {#posts}\n\n| Seat | Office |\n|---|---|\n"
                    "| master | Harbour Master |\n"
                ),
            ),
            "posts/master",
            id="a row of the list",
        ),
    ],
)
def test_one_officer_under_two_titles_is_told(parts: tuple[str, ...], at: str) -> None:
    assert places("L53", draft(*parts, front=fronted(more=OFFICES))) == [at]


@pytest.mark.parametrize(
    "parts, more",
    [
        pytest.param(("The harbour master logs. {#a}",), OFFICES, id="one title"),
        pytest.param(
            ("The harbour master logs. {#a}", "The port captain reports. {#b}"),
            "",
            id="two officers",
        ),
        pytest.param(
            ("The deputy harbour master logs. {#a}",),
            "offices:\n  deputy: [harbour-master, deputy-harbour-master]\n",
            id="a title within a title",
        ),
    ],
)
def test_one_title_for_one_officer_is_left_alone(
    parts: tuple[str, ...], more: str
) -> None:
    assert places("L53", draft(*parts, front=fronted(more=more))) == []


LEAD = rule(
    "The Lead for the Harbour Forum speaks for it. {#lead}",
    "role:\n  role: lead\n  called: Lead for the Harbour Forum\n"
    "  post: Mayor of the Town",
)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("Concerns go to the Forum Lead. {#near}", id="the body's name"),
        pytest.param(
            rule(
                "The leader chairs. {#near}",
                "role:\n  role: forum-lead\n  called: Forum Lead",
            ),
            id="a role that nobody fills",
        ),
        pytest.param(
            "Concerns go to the Harbour Lead or to the clerk. {#near}",
            id="part of the title",
        ),
    ],
)
def test_titles_that_almost_match_are_told(clause: str) -> None:
    assert set(places("L62", draft(LEAD, clause))) == {"near"}


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param(
            "Concerns go to the Lead for the Harbour Forum. {#other}", id="the same"
        ),
        pytest.param(
            rule(
                "The vice-lead helps. {#other}",
                "role:\n  role: vice-lead\n  called: Vice Lead",
            ),
            id="a deputy",
        ),
        pytest.param(
            rule(
                "A safety lead is elected. {#other}",
                "role:\n  role: safety-lead\n  called: Forum Lead for Safety\n"
                "  elected_by: the members",
            ),
            id="both are filled",
        ),
        pytest.param("Concerns go to the Harbour Forum. {#other}", id="the body"),
    ],
)
def test_titles_that_differ_are_left_alone(clause: str) -> None:
    assert places("L62", draft(LEAD, clause)) == []


def test_a_stand_in_is_another_office() -> None:
    charter = draft(
        LEAD,
        rule(
            "The second lead. {#second}",
            "role:\n  role: second\n  called: Forum Lead\n  stands_in_for: lead",
        ),
    )

    assert "second" not in [
        one.clause for one in remarks("L62", charter) if "may be one" in one.says
    ]


def test_a_ready_chair_who_must_come_from_nowhere_is_found() -> None:
    changed = mutant(
        "working-group",
        ("    meanwhile: vice-chair\n", "    must_belong_to: steering-group\n"),
    )

    assert places("L52", changed) == ["3.1"]
