from __future__ import annotations

from pathlib import Path

import pytest

from tests.front_door import Command

LIST = Path(__file__).resolve().parents[2] / "docs" / "reference" / "clauses.yaml"


def test_each_clause_is_told(command: Command, charter: Path) -> None:
    shown = command("coverage", charter)

    assert shown.exit_code == 0
    assert "enforced" in shown.out
    assert "prose" in shown.out
    assert "quorum" in shown.out


def test_figures_alone_are_short(command: Command, charter: Path) -> None:
    shown = command("coverage", charter, "steering-group", "--totals")

    assert "All of them" in shown.out
    assert len(shown.out.splitlines()) < 12


def test_coverage_is_data_too(command: Command, charter: Path) -> None:
    shown = command("coverage", charter, "--json")

    (one,) = shown.json["charters"]
    modes = {clause["anchor"]: clause["mode"] for clause in one["clauses"]}
    assert modes["membership/quorum"] == "enforced"
    assert modes["membership/courtesy"] == "prose"
    assert sum(shown.json["totals"].values()) == len(one["clauses"])


@pytest.mark.parametrize(
    "slug",
    [
        "childrens-trust",
        "data-analytics-office",
        "digital-steering-group",
        "senior-officer-group",
        "soda-executive-group",
    ],
)
def test_no_clause_of_the_sources_that_has_to_be_run_is_prose(
    command: Command, slug: str
) -> None:
    shown = command("coverage", slug, "--list", LIST, "--json")

    short = [one["id"] for one in shown.json["list"] if one["short"]]
    assert len(shown.json["list"]) > 5
    assert short == []


def test_a_clause_of_the_list_that_is_prose_is_told(
    command: Command, charter: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "list.yaml"
    listed.write_text(
        "- id: HB-1\n  mode: enforced\n  charter: harbour-board\n"
        "  anchors: membership/courtesy\n"
        "- id: HB-2\n  mode: enforced\n  charter: harbour-board\n"
        "  anchors: membership/nothing\n",
        encoding="utf-8",
    )

    shown = command("coverage", charter, "--list", listed)

    assert shown.exit_code == 1
    assert "HB-1 has to be enforced, and is prose" in shown.out
    assert "HB-2 names membership/nothing, which harbour-board lacks" in shown.out


def test_a_list_that_can_not_be_read_is_told(
    command: Command, charter: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "list.yaml"
    listed.write_text("id: HB-1\n", encoding="utf-8")

    shown = command("coverage", charter, "--list", listed)

    assert shown.exit_code == 2
    assert "a list is expected" in shown.err
