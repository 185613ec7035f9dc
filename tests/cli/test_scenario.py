from __future__ import annotations

from pathlib import Path

from tests.front_door import Command


def test_what_came_out_otherwise_is_shown(command: Command, scenarios: Path) -> None:
    shown = command("scenario", scenarios)

    assert shown.exit_code == 1
    assert "should be  met" in shown.out
    assert "and is     not_met" in shown.out
    assert shown.out.endswith("1 passed, 1 failed\n")


def test_a_scenario_that_comes_out_as_it_says_passes(
    command: Command, scenarios: Path
) -> None:
    shown = command("scenario", scenarios / "not_met.yaml")

    assert shown.exit_code == 0
    assert shown.out == "1 passed, 0 failed\n"


def test_those_that_pass_are_listed_for_those_who_ask(
    command: Command, scenarios: Path
) -> None:
    shown = command("scenario", scenarios / "not_met.yaml", "--verbose")

    assert "Two members are not five" in " ".join(shown.out.split())


def test_differences_are_data_too(command: Command, scenarios: Path) -> None:
    shown = command("scenario", scenarios, "--json")

    failed = next(one for one in shown.json["scenarios"] if not one["passed"])
    assert shown.exit_code == 1
    assert (shown.json["passed"], shown.json["failed"]) == (1, 1)
    assert failed["differences"] == [
        {
            "line": 12,
            "asked": "quorum",
            "about": "the answer",
            "expected": "met",
            "found": "not_met",
        }
    ]


def test_a_file_that_is_no_scenario_does_not_stop_the_others(
    command: Command, scenarios: Path
) -> None:
    (scenarios / "broken.yaml").write_text("scenario: [a, b\n", encoding="utf-8")
    (scenarios / "bytes.yaml").write_bytes(b"\x80\xfe\xfd")

    shown = command("scenario", scenarios)

    assert shown.exit_code == 2
    assert "1 passed, 1 failed, 2 could not be read" in shown.out
    # The path can be long enough to be broken over lines.
    assert "bytes.yaml is no plain text" in " ".join(shown.out.split())


def test_problems_of_a_file_are_data_too(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text("scenario: one\ncharter: nobody\n", encoding="utf-8")

    shown = command("scenario", path, "--json")

    (one,) = shown.json["scenarios"]
    assert shown.exit_code == 2
    assert shown.json["unread"] == 1
    assert any(
        "no shipped charter 'nobody'" in each["what"] for each in one["problems"]
    )


def test_a_missing_file_is_told(command: Command) -> None:
    shown = command("scenario", "missing.yaml")

    assert shown.exit_code == 2
    assert "There is no file missing.yaml." in shown.out


def test_a_folder_without_scenarios_is_told(command: Command, tmp_path: Path) -> None:
    shown = command("scenario", tmp_path)

    assert shown.exit_code == 2
    assert "holds no scenario" in shown.err


def test_without_a_path_it_is_a_wrong_use(command: Command) -> None:
    assert command("scenario").exit_code == 2
