from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.the_source import ROOT, name

DECISIONS = ROOT / "docs" / "decisions"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_every_decision_record_stands_in_the_index(record: Path) -> None:
    index = (DECISIONS / "index.md").read_text(encoding="utf-8")

    assert f"({record.name})" in index


def test_decision_records_are_numbered_without_gaps() -> None:
    numbers = [int(record.name[:4]) for record in RECORDS]

    assert numbers == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_a_decision_record_begins_with_its_number_and_standing(record: Path) -> None:
    title, _, standing = record.read_text(encoding="utf-8").splitlines()[:3]

    assert title.startswith(f"# {int(record.name[:4])}. ")
    assert standing.startswith(("Accepted, ", "Planned, ", "Replaced by "))


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_no_lock_names_a_host_or_a_path(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    assert not re.findall(r"^.*(?://|file:|^-|^/).*$", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_every_locked_version_has_its_digest(lock: Path) -> None:
    pins = re.split(r"^(?=\S)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert all("--hash=sha256:" in pin for pin in pins if pin.strip())


@pytest.mark.parametrize("paper", sorted(ROOT.glob("*.md")), ids=name)
def test_the_papers_at_the_top_link_to_files_that_exist(paper: Path) -> None:
    links = LINK.findall(paper.read_text(encoding="utf-8"))

    assert all((ROOT / link).exists() for link in links)
