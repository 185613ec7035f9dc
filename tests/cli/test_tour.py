from __future__ import annotations

from pathlib import Path

import pytest

from quorate.cli import progress, tour
from tests.front_door import Command


def test_every_station_of_the_tour_works(command: Command) -> None:
    shown = command("tour", "--json")

    stations = shown.json["stations"]
    odd = [one["command"] for one in stations if one["exit_code"] not in (0, 1)]
    assert shown.exit_code == 0
    assert len(stations) == len(tour.STATIONS)
    assert odd == []
    assert all(one["out"] for one in stations)


def test_the_tour_shows_its_commands_and_keeps_nothing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    shown = command("tour")

    assert shown.exit_code == 0
    assert "$ quorate verify quorum.json\nIt holds." in shown.out
    assert "more lines" in shown.out
    assert list(tmp_path.iterdir()) == []
    assert Path.cwd() == tmp_path


def test_the_pauses_on_a_terminal_stay_under_twenty_seconds(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(progress, "somebody_watches", lambda _: True)

    shown = command("tour")

    assert shown.exit_code == 0
    assert 5 < sum(slept) < 17


def test_a_fast_tour_never_pauses(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(progress, "somebody_watches", lambda _: True)

    command("tour", "--fast")

    assert slept == []
