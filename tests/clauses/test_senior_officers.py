"""Clauses of the senior officer group, asked through the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clauses.answers import changed, clause_rules, remarks
from tests.front_door import Command

SSOG = "senior-officer-group"


@pytest.mark.clause("SSOG-N1")
@pytest.mark.parametrize(
    "link,name",
    [
        ("community-safety", "Community Safety Programme Board"),
        ("cleaner-greener", "Cleaner/Greener"),
    ],
)
def test_a_theme_without_a_link_is_named(
    command: Command, tmp_path: Path, link: str, name: str
) -> None:
    copy = changed(tmp_path, SSOG, (f"| member | {link} |", "| member | |"))

    covered = remarks(command, SSOG, "L39")
    (lacking,) = remarks(command, copy, "L39")

    assert covered == []
    assert lacking["clause"] == "A2/members"
    assert f"a link to {name}" in lacking["says"]


@pytest.mark.clause("SSOG-V")
def test_an_agency_is_covered_directly_or_through_a_theme_board(
    command: Command, tmp_path: Path
) -> None:
    connexions = "        Chief Executive of Connexions: children-young-people\n"
    copy = changed(tmp_path, SSOG, (connexions, ""))

    seats = next(
        one["says"]
        for one in clause_rules(command, SSOG, "A2/members")
        if one["kind"] == "seats"
    )
    covered = remarks(command, SSOG, "L39")
    (lacking,) = remarks(command, copy, "L39")

    assert set(seats["represented_through"]) == set(seats["required_parties"])
    assert covered == []
    assert "Chief Executive of Connexions" in lacking["says"]


@pytest.mark.clause("SSOG-V")
def test_the_agency_of_which_the_report_says_two_things_is_named(
    command: Command,
) -> None:
    (remark,) = remarks(command, SSOG, "L43")

    assert "Chief Fire Officer is represented through" in remark["says"]
    assert "Community Safety Programme Board" in remark["says"]
