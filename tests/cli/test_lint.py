from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.front_door import Command

RULING = """\
- check: {check}
  by: the clerk
  on: 2026-05-01
  because: the board looked at it and is content
  digest: {digest}
"""


def remarks(command: Command, *words: object) -> list[dict[str, str]]:
    """Return the remarks as data."""
    found: list[dict[str, str]] = command("lint", *words, "--json").json["remarks"]
    return found


def test_a_ready_charter_has_nothing_to_remark(command: Command) -> None:
    shown = command("lint", "steering-group", "--on", "2026-11-01")

    assert shown.exit_code == 0
    assert "Nothing to remark." in shown.out


def test_a_remark_says_where_what_and_how_to_mend_it(
    command: Command, charter: Path
) -> None:
    shown = command("lint", charter, "--on", "2026-05-01")

    assert shown.exit_code == 1
    assert "L37 worth a look: the document, line 1" in shown.out
    assert "Nothing says who may change the terms of Harbour Board." in shown.out
    assert "To mend it: Say who changes the terms" in shown.out


def test_what_it_means_is_told_to_those_who_ask(
    command: Command, charter: Path
) -> None:
    short = command("lint", charter)
    long = command("lint", charter, "--explain")

    assert len(long.out.splitlines()) > len(short.out.splitlines())


def test_remarks_are_data_too(command: Command, charter: Path) -> None:
    shown = command("lint", charter, "--json")

    assert shown.exit_code == 1
    assert shown.json["schema"] == "quorate-remarks/1"
    assert "L37" in {one["check"] for one in shown.json["remarks"]}
    assert shown.json["gone"] == []


def test_remarks_are_sarif_too(command: Command, charter: Path) -> None:
    shown = command("lint", charter, "--sarif")

    (run,) = json.loads(shown.out)["runs"]
    places = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
    }
    assert shown.exit_code == 1
    assert places == {str(charter)}


def test_a_ruling_beside_the_charter_settles_a_remark(
    command: Command, charter: Path
) -> None:
    digest = next(
        one["digest"] for one in remarks(command, charter) if one["check"] == "L37"
    )
    beside = charter.with_name("harbour-board.rulings.yaml")
    beside.write_text(RULING.format(check="L37", digest=digest), encoding="utf-8")

    after = remarks(command, charter)

    assert [one["state"] for one in after if one["check"] == "L37"] == ["ruled"]
    assert "Settled by a ruling" in command("lint", charter).out


def test_a_ruling_on_words_that_have_changed_is_stale(
    command: Command, charter: Path
) -> None:
    named = charter.with_name("other.yaml")
    named.write_text(RULING.format(check="L37", digest="0" * 64), encoding="utf-8")

    shown = command("lint", charter, "--rulings", named)
    after = remarks(command, charter, "--rulings", named)

    assert [one["state"] for one in after if one["check"] == "L37"] == ["stale"]
    assert "L00" in {one["check"] for one in after}
    assert "its ruling is out of date" in shown.out


def test_a_ruling_whose_remark_is_gone_is_told(command: Command, charter: Path) -> None:
    beside = charter.with_name("harbour-board.rulings.yaml")
    beside.write_text(RULING.format(check="L01", digest="0" * 64), encoding="utf-8")

    shown = command("lint", charter)

    assert "The ruling on L01" in shown.out
    assert "the remark is gone" in " ".join(shown.out.split())


def test_rulings_for_other_charters_than_named_are_refused(
    command: Command, charter: Path
) -> None:
    shown = command("lint", charter, "steering-group", "--rulings", charter)

    assert shown.exit_code == 2
    assert "1 files of rulings were named for 2 charters" in shown.err


def test_rulings_that_can_not_be_read_are_told(command: Command, charter: Path) -> None:
    beside = charter.with_name("harbour-board.rulings.yaml")
    beside.write_text("check: L37\n", encoding="utf-8")

    shown = command("lint", charter)

    assert shown.exit_code == 2
    assert "rulings are a list" in shown.err


def test_a_folder_is_gone_through(command: Command, charter: Path) -> None:
    shown = command("lint", charter.parent, "--json")

    assert {one["charter"] for one in shown.json["remarks"]} == {"harbour-board"}


def test_the_same_charter_twice_is_refused(command: Command, charter: Path) -> None:
    copy = charter.with_name("copy.md")
    copy.write_bytes(charter.read_bytes())

    shown = command("lint", charter, copy)

    assert shown.exit_code == 2
    assert "the same charter: harbour-board" in shown.err


@pytest.mark.parametrize("on", ["soon", "2026-02-30"])
def test_a_day_that_is_none_is_refused(
    command: Command, charter: Path, on: str
) -> None:
    shown = command("lint", charter, "--on", on)

    assert shown.exit_code == 2
    assert f"'{on}' is no day" in shown.err
