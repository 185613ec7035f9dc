from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.the_source import ROOT, SOURCE, name, python_files

LONGEST = 400
"""Lines. Past this, a file has two subjects."""

USUAL = 300
"""Lines that most files stay under."""

BANNED = {"utils", "util", "helpers", "common", "misc", "services", "manager"}

OURS = [*python_files(), *sorted((ROOT / "tools").glob("*.py"))]


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("file", OURS, ids=name)
def test_no_file_has_grown_past_one_subject(file: Path) -> None:
    assert lines(file) <= LONGEST


def test_nine_files_in_ten_are_short() -> None:
    long = [name(file) for file in OURS if lines(file) > USUAL]

    assert len(long) <= len(OURS) / 10, f"split some of these by subject: {long}"


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("__init__.py")), ids=name)
def test_packages_re_export_nothing(file: Path) -> None:
    assert not file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", OURS, ids=name)
def test_a_file_is_named_for_its_subject(file: Path) -> None:
    assert not BANNED & set(file.stem.split("_"))
