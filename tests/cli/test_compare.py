from __future__ import annotations

from pathlib import Path

import pytest

from tests.front_door import Command


@pytest.fixture
def newer(charter: Path) -> Path:
    """The charter with other words, another rule, a clause more and one less."""
    text = charter.read_text(encoding="utf-8")
    text = text.replace("Three members make", "Two members make")
    text = text.replace("at least 3 of present", "at least 2 of present")
    text = text.replace("Members are courteous. {#courtesy}", "It meets. {#meets}")
    path = charter.with_name("newer.md")
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_text_has_no_differences(command: Command, charter: Path) -> None:
    shown = command("compare", charter, charter)

    assert shown.exit_code == 0
    assert "Nothing differs." in shown.out


def test_differences_are_told_clause_by_clause(
    command: Command, charter: Path, newer: Path
) -> None:
    shown = command("compare", charter, newer)

    assert shown.exit_code == 1
    assert "- Three members make a quorum." in shown.out
    assert "+ Two members make a quorum." in shown.out
    assert "quorum: rule changed 'needs'" in shown.out
    assert "+ at least 2 of present by person" in shown.out
    assert "clause added" in shown.out
    assert "clause removed" in shown.out
    assert shown.out.endswith("4 differences.\n")


def test_differences_are_data_too(command: Command, charter: Path, newer: Path) -> None:
    shown = command("compare", charter, newer, "--json")

    needs = next(one for one in shown.json["differences"] if one["field"] == "needs")
    assert shown.exit_code == 1
    assert not shown.json["same_words"]
    assert shown.json["kinds_affected"] == ["quorum"]
    assert needs["before"] == "at least 3 of present by person"


def test_a_revision_of_the_rules_is_told_from_other_words(
    command: Command, charter: Path
) -> None:
    revised = charter.with_name("revised.md")
    text = charter.read_text(encoding="utf-8")
    revised.write_text(text.replace("take: opening", "take: each decision"))

    shown = command("compare", charter, revised)

    assert "a revision of the rules alone" in shown.out
    assert "interpretation changed 'tested_at'" in shown.out


def test_long_words_are_cut_where_they_are_the_same(
    command: Command, charter: Path
) -> None:
    same = "one two three four five six seven eight nine ten"
    older, newer = charter.with_name("a.md"), charter.with_name("b.md")
    text = charter.read_text(encoding="utf-8")
    for path, word in ((older, "old"), (newer, "new")):
        changed = text.replace("are courteous", f"{same} {word} {same}")
        path.write_text(changed, encoding="utf-8")

    shown = command("compare", older, newer)

    assert "- \u2026 five six seven eight nine ten old one two three" in shown.out
    assert "six \u2026" in shown.out


def test_findings_that_come_out_otherwise_are_listed(
    command: Command, scenarios: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.md"
    text = command("show", "digital-steering-group", "--json").json
    assert text["charter"]["slug"] == "digital-steering-group"
    from quorate.cli.shelf import library  # noqa: PLC0415  Only here.

    words = library().charters["digital-steering-group"].text
    changed.write_text(
        words.replace("at least 5 of present", "at least 2 of present"),
        encoding="utf-8",
    )

    shown = command(
        "compare",
        "digital-steering-group",
        changed,
        "--findings",
        scenarios / "met.yaml",
        "--json",
    )
    said = command(
        "compare", "digital-steering-group", changed, "--findings", scenarios
    )

    (one,) = shown.json["findings"]
    assert one["before"].startswith("NOT QUORATE")
    assert one["after"].startswith("QUORATE")
    assert "Findings that would come out otherwise" in said.out


def test_no_finding_comes_out_otherwise_under_the_same_text(
    command: Command, scenarios: Path
) -> None:
    shown = command(
        "compare",
        "digital-steering-group",
        "digital-steering-group",
        "--findings",
        scenarios,
    )

    assert shown.exit_code == 0
    assert "None." in shown.out


def test_two_charters_are_needed(command: Command, charter: Path) -> None:
    assert command("compare", charter).exit_code == 2
