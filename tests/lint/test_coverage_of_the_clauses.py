"""The clauses of the five sources, held against the charters that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from quorate.lint.coverage import Held, Mode, held, read_list
from tests.lint.linted import source

LIST = Path(__file__).resolve().parents[2] / "docs" / "reference" / "clauses.yaml"
LISTED = read_list(LIST.read_text(encoding="utf-8"), name=LIST.name)
CHARTERS = {slug: source(slug) for slug in sorted({one.charter for one in LISTED})}
HELD = {one.listed.id: one for one in held(LISTED, CHARTERS)}


def test_every_line_of_the_list_is_held_against_its_charter() -> None:
    assert sorted(HELD) == sorted(one.id for one in LISTED)


@pytest.mark.parametrize("found", HELD.values(), ids=HELD)
def test_no_clause_that_needs_a_rule_is_prose_only(found: Held) -> None:
    assert not found.unknown
    assert not found.short


@pytest.mark.parametrize(
    "line,mode,kind",
    [
        ("PEG-b4", Mode.ENFORCED, "correspondence"),
        ("DSG-Q", Mode.ENFORCED, "quorum"),
        ("DSG-F1", Mode.MONITORED, "meets"),
        ("SSOG-N1", Mode.ENFORCED, "seats"),
        ("ODA-4", Mode.ENFORCED, "authority"),
        ("CT-7.3", Mode.MONITORED, "attendance"),
        ("CT-SB-2", Mode.ENFORCED, "condition"),
    ],
)
def test_a_line_is_run_by_the_rules_under_its_clauses(
    line: str, mode: Mode, kind: str
) -> None:
    assert HELD[line].mode is mode
    assert kind in HELD[line].kinds
