from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import figures
from benchmarks.__main__ import BENCHMARKS
from benchmarks.expressiveness import page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(figures.MEASURED.read_text(encoding="utf-8"))
    return kept


@pytest.fixture(scope="module")
def expressed() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(page.FOUND.read_text(encoding="utf-8"))
    return kept


def test_the_tables_of_the_figures_are_those_of_the_last_whole_run(
    measured: dict[str, Any],
) -> None:
    kept = figures.PAGE.read_text(encoding="utf-8")

    assert figures.with_tables(kept, measured) == kept, "run make bench"
    assert measured["run"] == "whole"


def test_every_benchmark_has_a_table_on_the_page() -> None:
    kept = figures.PAGE.read_text(encoding="utf-8")

    tables = {found[2] for found in figures.TABLE.finditer(kept)}

    assert tables == {"machine", *(one.name for one in BENCHMARKS)}


def test_every_figure_is_of_a_benchmark_that_is_run(measured: dict[str, Any]) -> None:
    names = {one["benchmark"].partition("/")[0] for one in measured["results"]}

    assert names | set(measured["not_run"]) == {one.name for one in BENCHMARKS}


def test_a_missed_target_and_an_engine_that_is_not_there_are_said_on_the_page() -> None:
    missed = {"median": 0.5, "least": 0.4, "most": 0.6, "target": ">= 1"}
    told = {
        "run": "whole",
        "python": "Python 3.11",
        "system": "Linux",
        "cores": 2,
        "versions": {"zen-engine": "2.1"},
        "results": [{"benchmark": "rules-batch/beside ZEN", "holds": False, **missed}],
        "not_run": {"duties": "rtamt can't be found here"},
    }

    page_then = figures.with_tables(figures.PAGE.read_text(encoding="utf-8"), told)

    assert "| beside ZEN | 0.5 | 0.4 to 0.6 | >= 1 | **no** |" in page_then
    assert "Missed in this run: rules-batch/beside ZEN." in page_then
    assert "Not measured in this run: rtamt can't be found here." in page_then


def test_the_page_of_what_engines_can_express_is_made_of_what_was_found(
    expressed: dict[str, Any],
) -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page(expressed)


def test_every_case_that_engines_are_asked_is_one_of_our_scenarios(
    expressed: dict[str, Any],
) -> None:
    for case in expressed["cases"]:
        scenario = ROOT / "tests" / "scenarios" / f"{case['scenario']}.yaml"
        text = scenario.read_text(encoding="utf-8")

        assert f"case: {case['number']}\n" in text or f"- {case['number']}\n" in text


def test_every_engine_has_an_attempt_at_every_case_and_none_is_wrong(
    expressed: dict[str, Any],
) -> None:
    for case in expressed["cases"]:
        results = {name: told["result"] for name, told in case["attempts"].items()}

        assert results.keys() == expressed["engines"].keys()
        assert set(results.values()) <= set(page.MARKS)
        assert results["Quorate"] == "expresses"
