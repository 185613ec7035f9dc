from __future__ import annotations

import pytest

from tests.lint.fronts import OUTSIDE, fronted
from tests.lint.linted import MEMBERS, draft, mutant, places, remarks, rule

LIST = MEMBERS.removesuffix("```\n")


def members(more: str) -> str:
    return f"{LIST}{more}```\n"


@pytest.mark.parametrize(
    "more, missing",
    [
        pytest.param(
            "  required_parties:\n    - Port\n    - Coastguard\n",
            "Coastguard",
            id="a party with no row",
        ),
        pytest.param(
            "  required_parties:\n    - Fishers\n    - Divers\n"
            "  excepted_parties: Divers\n",
            "Fishers",
            id="one of two is excepted",
        ),
        pytest.param(
            "  covers: quay-team\n", "Quay Team", id="a body that no seat links to"
        ),
    ],
)
def test_a_required_party_without_a_seat_is_missed(more: str, missing: str) -> None:
    charter = draft(members(more), front=fronted(bodies=OUTSIDE))

    found = remarks("L39", charter)

    assert [one.clause for one in found] == ["members/list"]
    assert missing in found[0].says


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("  required_parties:\n    - the Port\n    - Town\n", id="all sit"),
        pytest.param(
            "  required_parties: Coastguard\n  represented_through:\n"
            "    Coastguard: master\n",
            id="represented through a seat",
        ),
        pytest.param(
            "  required_parties: Navy\n  excepted_parties: Navy\n", id="excepted"
        ),
    ],
)
def test_a_party_that_is_there_is_not_missed(more: str) -> None:
    charter = draft(members(more), front=fronted(bodies=OUTSIDE))

    assert places("L39", charter) == []


@pytest.mark.parametrize(
    "more, rows",
    [
        pytest.param(
            "  level: elected member\n  level_failed_by: master\n",
            ["members/master"],
            id="one seat",
        ),
        pytest.param(
            "  level: skipper\n  level_failed_by:\n    - master\n    - town\n",
            ["members/master", "members/town"],
            id="two seats",
        ),
        pytest.param(
            "  level: pilot\n  level_failed_by: officers\n  more:\n    town:\n"
            "      groups: officers\n",
            ["members/town"],
            id="a group",
        ),
    ],
)
def test_a_seat_below_the_level_is_told_at_its_row(more: str, rows: list[str]) -> None:
    assert places("L40", draft(members(more))) == rows


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("  level: elected member\n", id="all are at the level"),
        pytest.param("  distinct: yes\n", id="no level"),
        pytest.param(
            "  level: officer\n  level_failed_by: officers\n",
            id="the group has no seat here",
        ),
    ],
)
def test_seats_at_the_level_are_left_alone(more: str) -> None:
    assert places("L40", draft(members(more))) == []


def test_a_row_without_a_number_is_vague() -> None:
    charter = draft(MEMBERS.replace("| Pilots | | 2 |", "| Pilots | | |"))

    assert places("L41", charter) == ["members/pilots"]


def test_a_number_that_is_only_read_in_leaves_the_row_vague() -> None:
    charter = draft(
        members(
            "  interpretations:\n    places:\n      take:\n        pilots: 2\n"
            "      because: there are two stations\n"
        ).replace("| Pilots | | 2 |", "| Pilots | | |")
    )

    assert places("L41", charter) == ["members/pilots"]


def test_a_list_without_a_column_for_numbers_has_one_place_a_row() -> None:
    charter = draft(
        "The members. {#list}\n\n| Seat | Organisation |\n|---|---|\n| a | A |\n\n"
        "```rule\nseats:\n  votes: 1\n```"
    )

    assert places("L41", charter) == []


def test_an_organisation_alone_has_no_named_person() -> None:
    found = remarks("L42", draft(MEMBERS))

    assert [one.clause for one in found] == ["members/list"]
    assert "Pilots" in found[0].says
    assert "Port" not in found[0].says


def test_who_fills_the_seats_can_be_said_for_all() -> None:
    charter = draft(
        MEMBERS,
        rule(
            "Organisations name their people. {#names}",
            "appointment:\n  vacancy_filled_by: the organisation of the seat",
        ),
    )

    assert places("L42", charter) == []


def test_a_party_with_a_seat_and_a_spokesman_is_represented_in_two_ways() -> None:
    charter = draft(
        members("  represented_through:\n    Pilots: quay-team\n"),
        front=fronted(bodies=OUTSIDE),
    )

    found = remarks("L43", charter)

    assert [one.clause for one in found] == ["members/list"]
    assert "through Quay Team" in found[0].says


def test_a_direct_place_elsewhere_contradicts_the_list() -> None:
    charter = draft(
        members("  represented_through:\n    Coastguard: quay-team\n"),
        rule(
            "The coastguard has a place. {#coastguard}",
            "line:\n  relation: represents\n  from: Coastguard\n  to: forum",
        ),
        front=fronted(bodies=OUTSIDE),
    )

    assert places("L43", charter) == ["members/coastguard"]


def test_a_reading_without_the_spokesman_is_a_second_way() -> None:
    charter = draft(
        members(
            "  interpretations:\n    represented_through:\n      take:\n"
            "        Coastguard: quay-team\n      other:\n        Divers: quay-team\n"
            "      because: two clauses differ\n"
        ),
        front=fronted(bodies=OUTSIDE),
    )

    assert places("L43", charter) == ["members/list"]


def test_one_way_of_being_represented_is_enough() -> None:
    charter = draft(
        members("  represented_through:\n    Coastguard: quay-team\n"),
        rule(
            "The board is heard. {#board}",
            "line:\n  relation: represents\n  from: board\n  to: quay-team",
        ),
        front=fronted(bodies=OUTSIDE),
    )

    assert places("L43", charter) == []


def test_a_ready_list_that_loses_a_required_council_is_found() -> None:
    changed = mutant(
        "joint-committee",
        ("  required_parties:\n", "  required_parties:\n    - Fifth Council\n"),
    )

    assert places("L39", changed) == ["2.1"]
