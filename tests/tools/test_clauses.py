from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tools.clauses import LIST, MODES, SourceClause, read_list, report

ROOT = LIST.parents[2]

QUORUM = SourceClause(
    id="B-Q",
    source="board",
    clause="Quorum",
    area="meetings",
    mode="enforced",
    charter="board",
    anchors=("quorum",),
)
NOTICE = replace(QUORUM, id="B-N", clause="Notice", anchors=("notice",))
REPORT = replace(QUORUM, id="B-R", clause="Report", area="duties", mode="monitored")

ENTRY = """
- {id: B-Q, source: board, clause: Quorum, area: meetings, mode: %s,
   charter: board, anchors: [quorum]}
"""

MARKED = """
import pytest

@pytest.mark.clause("B-Q")
def test_a_quorum(%s) -> None:
    pass
"""


def collected(folder: Path, test: str) -> subprocess.CompletedProcess[str]:
    """What pytest says of one test under the same conftest as ours."""
    (folder / "tests").mkdir()
    for file in ("pyproject.toml", "tests/conftest.py", "tests/front_door.py"):
        shutil.copy(ROOT / file, folder / file)
    (folder / "tests" / "test_board.py").write_text(test, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_clause_is_read_with_its_anchors() -> None:
    assert read_list(ENTRY % "enforced") == (QUORUM,)


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="B-Q stands twice"):
        read_list(ENTRY % "enforced" + ENTRY % "enforced")


def test_a_mode_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'wished'"):
        read_list(ENTRY % "wished")


def test_the_report_tells_by_area_what_is_proved_and_what_is_not() -> None:
    lines = report([QUORUM, NOTICE, REPORT], {"B-Q": ["tests/test_board.py"]})

    assert lines == [
        "duties: 0 of 1",
        "  not proved  B-R",
        "",
        "meetings: 1 of 2",
        "  proved      B-Q",
        "  not proved  B-N",
        "",
        "proved 1 of 3",
    ]


def test_the_mark_is_refused_on_a_test_that_goes_round_the_front_door(
    tmp_path: Path,
) -> None:
    ended = collected(tmp_path, MARKED % "tmp_path")

    assert ended.returncode
    assert "tests/test_board.py::test_a_quorum" in ended.stderr


def test_the_mark_is_taken_from_a_test_that_uses_the_command(tmp_path: Path) -> None:
    ended = collected(tmp_path, MARKED % "command")

    assert ended.returncode == 0
    assert "1 test collected" in ended.stdout


def test_the_list_holds_every_clause_of_the_five_sources() -> None:
    clauses = read_list(LIST.read_text(encoding="utf-8"))

    assert len(clauses) == 185
    assert {clause.mode for clause in clauses} == set(MODES)


def test_every_clause_of_the_list_has_a_charter_and_an_anchor() -> None:
    for clause in read_list(LIST.read_text(encoding="utf-8")):
        assert clause.charter, clause.id
        assert clause.anchors, clause.id
