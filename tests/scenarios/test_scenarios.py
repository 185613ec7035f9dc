"""Every scenario file, and that every case that practice asks about has one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from quorate.cli.shelf import library
from quorate.proof.scenario import Scenario, Shelf, read_scenario, run

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.rglob("*.yaml"))
EDGE_CASES = frozenset(str(number) for number in range(1, 73))
"""The numbers of the cases that a careful clerk is asked about."""

ROWS = frozenset(f"Q{number}" for number in range(1, 22)) | frozenset(
    f"D{number}" for number in range(1, 21)
)
"""The rows of what real terms say of quorums (Q) and of decisions (D)."""


def name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@cache
def shelf() -> Shelf:
    return library().shelf


def read(path: Path) -> Scenario:
    return read_scenario(path.read_text(encoding="utf-8"), shelf(), name=name(path))


def cases(paths: Iterable[Path]) -> frozenset[str]:
    """Return the cases that files settle, read from their heads alone."""
    found: set[str] = set()
    for path in paths:
        head = path.read_text(encoding="utf-8").split("\nthen:")[0]
        settled = re.search(r"^case:(.*(?:\n +- .*)*)", head, re.MULTILINE)
        if settled:
            found.update(re.findall(r"[\w.' ]*\w", settled[1].replace("- ", "\n")))
    return frozenset(one.strip() for one in found)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_must_follow_follows(path: Path) -> None:
    scenario = read(path)

    differences = run(scenario)

    assert not differences, "\n".join(str(one) for one in differences)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_scenario_says_what_it_shows_and_why(path: Path) -> None:
    head = read(path).head

    said = (head.scenario, head.why)

    assert all(said), "Add 'scenario:' and 'why:' for people."
    assert not head.scenario.endswith("."), "The scenario is a sentence without a stop."


def test_every_edge_case_has_a_scenario() -> None:
    settled = cases(FILES)

    missing = sorted(EDGE_CASES - settled, key=int)

    assert not missing


def test_every_row_of_what_real_terms_ask_for_has_a_scenario() -> None:
    settled = cases(FILES)

    missing = sorted(ROWS - settled)

    assert not missing


def test_no_two_scenarios_show_the_same() -> None:
    said = [read(path).head.scenario for path in FILES]

    twice = {one for one in said if said.count(one) > 1}

    assert not twice
