"""The same cases in Quorate: the scenario files that the tests run."""

from __future__ import annotations

from pathlib import Path

from benchmarks.expressiveness.attempts import Case
from quorate.cli.shelf import library
from quorate.proof.asking import ask
from quorate.proof.scenario import Scenario, read_scenario
from quorate.rules.finding import Finding

SCENARIOS = Path(__file__).resolve().parents[2] / "tests" / "scenarios"


def read(case: Case) -> Scenario:
    """Read the scenario of a case."""
    path = SCENARIOS / f"{case.scenario}.yaml"
    text = path.read_text(encoding="utf-8")
    return read_scenario(text, library().shelf, name=case.scenario)


def findings(case: Case) -> list[Finding]:
    """Return what the rules say to each question of a case."""
    scenario = read(case)
    return [ask(scenario.case, scenario.checks[step].asked) for step in case.steps]


def told(found: Finding, *, turns: bool) -> str:
    """Write a finding as the cases do: the outcome, where it has a word for it."""
    plain = found.question == "quorum" or not found.outcome
    said = found.verdict.value if plain else found.outcome
    fields = ", ".join(one.field for one in found.turns_on) if turns else ""
    return f"{said}, turns on {fields}" if fields else said


def answers(case: Case) -> tuple[str, ...]:
    """Return our answers to a case."""
    return tuple(told(one, turns=case.turns) for one in findings(case))
