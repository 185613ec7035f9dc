from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.front_door import Command


@pytest.mark.parametrize("of", ["rule", "facts", "scenario"])
def test_a_schema_is_sound(command: Command, of: str) -> None:
    shown = command("schema", of)

    assert shown.exit_code == 0
    Draft202012Validator.check_schema(shown.json)


def test_a_rule_fits_its_schema(command: Command) -> None:
    validator = Draft202012Validator(command("schema").json)
    right = {"quorum": {"needs": "at least 3 of present by person"}}

    assert validator.is_valid(right)
    assert not validator.is_valid({"quorum": {"need": "at least 3"}})


def test_a_scenario_fits_its_schema(command: Command) -> None:
    validator = Draft202012Validator(command("schema", "scenario", "--json").json)
    right = {
        "scenario": "one",
        "charter": "steering-group",
        "people": {"chair": "alma"},
        "then": [{"ask": "quorum", "answer": "met"}],
    }

    assert validator.is_valid(right)
    assert not validator.is_valid({**right, "then": []})
    assert not validator.is_valid({**right, "thus": 1})


def test_a_schema_goes_to_a_new_file(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "rule.json"

    first = command("schema", "-o", path)
    again = command("schema", "-o", path)

    assert first.exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("{")
    assert again.exit_code == 2


def test_an_unknown_schema_is_a_wrong_use(command: Command) -> None:
    assert command("schema", "poetry").exit_code == 2
