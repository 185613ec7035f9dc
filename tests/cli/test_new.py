from __future__ import annotations

from pathlib import Path

import pytest

from quorate.charter.load import load
from quorate.cli.shelf import library
from tests.front_door import Command

READY = sorted(
    slug
    for slug, path in library().charter_paths.items()
    if path.parent.name == "ready"
)
RENAMED = (
    "Harbour Steering Group",
    "--rename",
    "Partnership Board=Harbour Board",
)


@pytest.fixture
def made(command: Command, tmp_path: Path) -> Path:
    """A charter of one's own."""
    path = tmp_path / "ours.md"
    shown = command("new", "steering-group", *RENAMED, "-o", path, "--on", "2026-05-01")
    assert shown.exit_code == 0
    return path


def test_the_names_are_put_in_everywhere(made: Path) -> None:
    text = made.read_text(encoding="utf-8")
    charter = load(text)

    assert charter.slug == "harbour-steering-group"
    assert charter.title == "Harbour Steering Group"
    assert charter.bodies["harbour-board"].name == "Harbour Board"
    assert "Partnership Board" not in text
    assert "partnership-board" not in text


def test_the_copy_is_a_draft_without_approvals(made: Path) -> None:
    front = load(made.read_text(encoding="utf-8")).front

    assert front.status == "draft"
    assert front.approvals == ()
    assert [(one.number, str(one.dated)) for one in front.versions] == [
        ("0.1", "2026-05-01")
    ]


def test_the_copy_has_the_rules_of_the_ready_charter(made: Path) -> None:
    ready = library().charters["steering-group"]

    copy = load(made.read_text(encoding="utf-8"))

    assert [rule.kind for rule in copy.rules] == [rule.kind for rule in ready.rules]


def test_only_the_draft_is_remarked_on(command: Command, made: Path) -> None:
    shown = command("lint", made, "--on", "2026-05-01", "--json")

    assert [one["check"] for one in shown.json["remarks"]] == ["L35"]


@pytest.mark.parametrize("ready", READY)
def test_every_ready_charter_can_be_begun_from(
    command: Command, tmp_path: Path, ready: str
) -> None:
    path = tmp_path / "ours.md"

    shown = command("new", ready, "Moorland Forum", "-o", path)

    assert shown.exit_code == 0
    assert load(path.read_text(encoding="utf-8")).title == "Moorland Forum"


def test_without_a_file_the_name_gives_one(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    shown = command("new", "steering-group", "Moorland Forum", "--json")

    assert shown.json["file"] == "moorland-forum.md"
    assert (tmp_path / "moorland-forum.md").is_file()


def test_a_file_that_is_there_is_never_touched(command: Command, made: Path) -> None:
    before = made.read_bytes()

    shown = command("new", "steering-group", "Another Group", "-o", made)

    assert shown.exit_code == 2
    assert "is there already" in shown.err
    assert made.read_bytes() == before


@pytest.mark.parametrize(
    "words, told",
    [
        (("stering-group", "Ours"), "Did you mean 'steering-group'"),
        (("steering-group", " "), "can't be a name"),
        (("steering-group", "Ours: {#x}"), "can't be a name"),
        (("steering-group", "Ours\nquorum"), "can't be a name"),
        (("steering-group", "Ours", "--rename", "Board"), "says no renaming"),
        (("steering-group", "Ours", "--rename", "=Board"), "says no renaming"),
        (("steering-group", "Ours", "--rename", "Cabinet=Us"), "does not occur"),
    ],
)
def test_what_can_not_be_begun_is_told(
    command: Command, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    path = tmp_path / "ours.md"

    shown = command("new", *words, "-o", path)

    assert shown.exit_code == 2
    assert told in shown.err
    assert not path.exists()


@pytest.mark.parametrize(
    "name, told",
    [
        ("東京", "'東京' has no letter from a to z"),
        ("Harbour " * 40, "is too long to be one"),
    ],
)
def test_a_name_of_which_no_slug_can_be_made_is_refused(
    command: Command, tmp_path: Path, name: str, told: str
) -> None:
    path = tmp_path / "new.md"

    shown = command("new", "steering-group", name, "-o", path)

    assert shown.exit_code == 2
    assert told in shown.err
    assert not path.exists()
