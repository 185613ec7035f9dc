"""
Say which clauses of the sources are proved by tests, and which are not.

A clause counts as proved by a test that is marked with its id and comes in through
a front door; tests/conftest.py refuses the marker elsewhere.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "reference" / "clauses.yaml"
MODES = ("enforced", "monitored", "recorded", "published")


@dataclass(frozen=True, slots=True)
class SourceClause:
    """One clause of the list: where it stands, and what Quorate does about it."""

    id: str
    source: str
    clause: str
    area: str
    mode: str
    charter: str
    anchors: tuple[str, ...]


def read_list(text: str) -> tuple[SourceClause, ...]:
    """
    Return the clauses of the list.

    Raises `ValueError` where an id stands twice or a mode does not exist.
    """
    found: dict[str, SourceClause] = {}
    rows: list[dict[str, Any]] = yaml.safe_load(text)
    for row in rows:
        one = SourceClause(**{**row, "anchors": tuple(row["anchors"])})
        if one.id in found:
            raise ValueError(f"{one.id} stands twice in the list of clauses")
        if one.mode not in MODES:
            raise ValueError(f"{one.id} has the mode {one.mode!r}, not one of {MODES}")
        found[one.id] = one
    return tuple(found.values())


@dataclass(slots=True)
class Marks:
    """A pytest plugin that notes which tests are marked with which clause."""

    tests: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note the marks of everything that was collected."""
        for item in session.items:
            for mark in item.iter_markers("clause"):
                for name in mark.args:
                    self.tests[str(name)].append(item.nodeid)


def collect(arguments: Sequence[str] = ()) -> dict[str, list[str]]:
    """
    Return the tests that are marked with each id.

    Raises `ValueError` with what pytest said, where it could not collect the tests.
    """
    marks = Marks()
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        ended = pytest.main(
            ["--collect-only", "-q", "-p", "no:randomly", "-p", "no:xdist", *arguments],
            plugins=[marks],
        )
    if ended not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        # What was collected before the trouble is pages long and of no help.
        before, mark, trouble = said.getvalue().partition("= ERRORS =")
        raise ValueError(f"={mark}{trouble}" if mark else before)
    return dict(marks.tests)


def report(clauses: Sequence[SourceClause], tests: Mapping[str, object]) -> list[str]:
    """Return the lines of the report, by area; the last says how many are proved."""
    lines: list[str] = []
    by_area: dict[str, list[SourceClause]] = defaultdict(list)
    for clause in clauses:
        by_area[clause.area].append(clause)
    for area, inside in sorted(by_area.items()):
        proved = [clause.id for clause in inside if clause.id in tests]
        missing = [clause.id for clause in inside if clause.id not in tests]
        lines.append(f"{area}: {len(proved)} of {len(inside)}")
        lines += [*_row("proved", proved), *_row("not proved", missing), ""]
    proved_in_all = sum(clause.id in tests for clause in clauses)
    return [*lines, f"proved {proved_in_all} of {len(clauses)}"]


def _row(label: str, names: Iterable[str]) -> list[str]:
    text = " ".join(names)
    if not text:
        return []
    start = f"  {label:<12}"
    return [
        fill(
            text,
            88,
            initial_indent=start,
            subsequent_indent=" " * len(start),
            break_on_hyphens=False,
        )
    ]


def main(arguments: Sequence[str]) -> int:
    """
    Print the report, or with `--bite` the tests that prove nothing.

    After `--bite`, ids limit it to those clauses.
    """
    clauses = read_list(LIST.read_text(encoding="utf-8"))
    try:
        tests = collect()
    except ValueError as problem:
        print(problem)
        print(
            "The tests could not be collected, so nothing can be said of the clauses."
        )
        return 1
    unknown = sorted(tests.keys() - {clause.id for clause in clauses})
    if unknown:
        for name in unknown:
            print(f"{name} is not in {LIST.name}, but is proved by {tests[name][0]}")
        return 1
    if "--bite" in arguments:
        # Only this needs charters that can be read.
        from tools.bite import main as bite  # noqa: PLC0415  See above.

        return bite(clauses, tests, [one for one in arguments if one != "--bite"])
    print("\n".join(report(clauses, tests)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
