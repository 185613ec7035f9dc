from __future__ import annotations

import subprocess
import sys

import pytest

from quorate.cli import main, progress
from tests.cli.test_trouble import RUN
from tests.front_door import Command

SLOW = (
    "quorate.cli.show",
    "rich",
    "icalendar",
    "openpyxl",
    "pydantic",
    "markdown_it",
    "yaml",
)
LOADED = (
    "import sys\n"
    "from quorate.cli.main import app\n"
    "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
    f"print([one for one in {SLOW} if one in sys.modules])"
)


def test_help_lists_every_command(command: Command) -> None:
    shown = command("--help")

    lacking = [one for one in main.COMMANDS if f"\n  {one}  " not in shown.out]
    assert shown.exit_code == 0
    assert lacking == []


def test_help_loads_nothing_that_only_some_commands_need() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, text=True
    )

    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_says_how_it_is_used(command: Command, name: str) -> None:
    shown = command(name, "-h")

    assert shown.exit_code == 0
    assert shown.out.startswith(f"Usage: quorate {name} [OPTIONS]")


def test_the_version_is_told(command: Command) -> None:
    shown = command("--version")

    assert shown.exit_code == 0
    assert shown.out.startswith("quorate 20")


def test_without_a_command_there_is_help(command: Command) -> None:
    shown = command()

    assert "Commands:" in shown.out + shown.err


def test_progress_is_shown_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "somebody_watches", lambda _: True)

    seen = list(progress.watched([1, 2, 3], doing="Counting"))

    shown = capsys.readouterr()
    assert seen == [1, 2, 3]
    assert "Counting" in shown.err
    assert shown.out == ""


def test_progress_stays_away_where_nobody_watches(command: Command) -> None:
    assert command("show").err == ""


def test_the_command_runs_in_a_process_of_its_own() -> None:
    ended = subprocess.run([*RUN, "--version"], capture_output=True, check=True)

    assert ended.stdout.startswith(b"quorate ")
