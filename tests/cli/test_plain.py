from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.front_door import Command


def test_a_rule_stands_in_words_under_its_sentence(
    command: Command, charter: Path
) -> None:
    shown = command("plain", charter)

    words = " ".join(shown.out.split())
    assert shown.exit_code == 0
    assert "Three members make a quorum. Quorum A meeting is quorate when" in words
    assert "This is an interpretation: the clause speaks only of the meeting." in words


def test_plain_words_are_data_too(command: Command, charter: Path) -> None:
    shown = command("plain", charter, "--clause", "membership/quorum", "--json")

    (clause,) = shown.json["clauses"]
    assert clause["rules"][0]["title"] == "Quorum"
    assert clause["rules"][0]["says"][0].startswith("A meeting is quorate")


def test_one_body_of_several_is_put_into_words(command: Command) -> None:
    whole = command("plain", "childrens-trust", "--json").json["clauses"]
    one = command("plain", "childrens-trust", "--body", "executive", "--json")

    assert 0 < len(one.json["clauses"]) < len(whole)


def test_an_unknown_clause_is_told(command: Command, charter: Path) -> None:
    shown = command("plain", charter, "--clause", "membership/quorun")

    assert shown.exit_code == 2
    assert "'membership/quorum'" in shown.err


@pytest.mark.parametrize("picture", ["seats", "route", "map"])
def test_a_body_is_drawn(command: Command, charter: Path, picture: str) -> None:
    shown = command("plain", charter, "--picture", picture)
    data = command("plain", charter, "--picture", picture, "--json").json

    assert ET.fromstring(shown.out).tag.endswith("svg")  # noqa: S314  Our own text.
    assert data["svg"] == shown.out.rstrip("\n")
    assert data["text"]


def test_a_picture_goes_to_a_new_file(
    command: Command, charter: Path, tmp_path: Path
) -> None:
    path = tmp_path / "seats.svg"
    drawn = ("plain", charter, "--picture", "seats", "-o", path)

    first, again = command(*drawn), command(*drawn)

    assert first.exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("<svg")
    assert again.exit_code == 2


def test_a_file_without_a_picture_is_refused(
    command: Command, charter: Path, tmp_path: Path
) -> None:
    shown = command("plain", charter, "-o", tmp_path / "words.txt")

    assert shown.exit_code == 2
    assert "say which with --picture" in shown.err


def test_an_unknown_picture_is_a_wrong_use(command: Command, charter: Path) -> None:
    assert command("plain", charter, "--picture", "cake").exit_code == 2
