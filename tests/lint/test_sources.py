"""What the catalogue says of the five sources, found in the charters made of them."""

from __future__ import annotations

from datetime import date

import pytest

from quorate.lint.catalogue import BY_ID
from quorate.lint.coverage import Mode, coverage
from quorate.lint.linter import barring, gone, lint
from quorate.lint.remark import State
from tests.lint.linted import SOURCES, remarks, source, source_rulings

CT, DSG = "childrens-trust", "digital-steering-group"
SSOG, PEG = "senior-officer-group", "soda-executive-group"

FOUND = [
    ("L01", CT, "10.2.2"),
    ("L02", CT, "6.4"),
    ("L03", CT, "6.4"),
    ("L04", CT, "A/3.2.3/reports"),
    ("L05", CT, "11.3"),
    ("L06", PEG, "b"),
    ("L06", SSOG, "A1/1"),
    ("L06", CT, "A/3.2.2/resources"),
    ("L06", CT, "A/3.2.6/sub-groups/1"),
    ("L07", SSOG, "A1/1"),
    ("L07", CT, "A/3.2.6/sub-groups/1"),
    ("L08", DSG, "membership/quorum"),
    ("L09", DSG, "standards/agreement"),
    ("L10", PEG, "c"),
    ("L10", PEG, "4"),
    ("L12", DSG, "membership/quorum"),
    ("L13", DSG, "membership/members"),
    ("L14", CT, "10.1"),
    ("L15", CT, "10.1"),
    ("L16", CT, "10.3.1"),
    ("L17", CT, "10.3.1"),
    ("L18", CT, "10.1"),
    ("L19", PEG, "b/deferral"),
    ("L19", CT, "12.3"),
    ("L20", PEG, "b/deferral"),
    ("L20", CT, "12.5"),
    ("L21", PEG, "a"),
    ("L22", CT, "7.3"),
    ("L22", CT, "7.4"),
    ("L22", DSG, "membership/apologies"),
    ("L22", DSG, "standards/forwarding"),
    ("L23", PEG, "b"),
    ("L23", CT, "11.2"),
    ("L23", DSG, "reporting/recipients"),
    ("L24", DSG, "frequency-of-meetings/cycle"),
    ("L25", SSOG, "A1"),
    ("L25", CT, "A/3.2.5"),
    ("L26", CT, "A/3.2.5/6"),
    ("L29", DSG, "standards/forwarding"),
    ("L29", DSG, "reporting/recipients"),
    ("L30", DSG, "key-roles/roles"),
    ("L30", CT, "6.3"),
    ("L31", SSOG, "5~2"),
    ("L32", CT, "1.3.1"),
    ("L32", CT, "3.1"),
    ("L32", CT, "C"),
    ("L33", DSG, "document-approval"),
    ("L34", DSG, "document-approval"),
    ("L34", DSG, "document-control"),
    ("L35", SSOG, ""),
]
"""Check, charter, and the clause at which the source shows it."""


@pytest.mark.parametrize("check,charter,anchor", FOUND)
def test_the_source_shows_what_the_catalogue_says(
    check: str, charter: str, anchor: str
) -> None:
    others = [source(slug) for slug in SOURCES]

    found = [one for one in remarks(check, *others) if one.charter == charter]

    assert anchor in {one.clause for one in found}


def test_the_steering_group_has_no_quorum_while_both_leading_posts_are_vacant() -> None:
    vacant = {("group", "chair"): 1, ("group", "vice-chair"): 1}

    found = remarks("L11", source(DSG), vacant=vacant)

    assert [one.clause for one in found] == ["membership/quorum"]
    assert not remarks("L11", source(DSG), vacant={("group", "chair"): 1})


def test_the_guide_shows_no_fault_of_a_body_that_it_does_not_set_up() -> None:
    found = lint([source("data-analytics-office")], on=date(2026, 11, 1))

    assert not [one for one in found if one.check in ("L06", "L07", "L25")]


def test_every_remark_that_would_bar_adoption_is_ruled_on_with_a_reason() -> None:
    charters = [source(slug) for slug in SOURCES]

    found = lint(charters, rulings=source_rulings())

    assert [f"{one.charter} {one.check} {one.clause}" for one in barring(found)] == []
    assert any(one.state is State.RULED for one in found)
    assert not [one for one in found if one.check == "L00"]
    assert all(ruling.because and ruling.by for ruling in source_rulings())


def test_no_shipped_ruling_settles_a_remark_that_is_gone() -> None:
    charters = [source(slug) for slug in SOURCES]

    assert not gone(source_rulings(), lint(charters))
    assert all(BY_ID[ruling.check].bars for ruling in source_rulings())


@pytest.mark.parametrize("slug", SOURCES)
def test_every_clause_of_a_source_has_a_mode(slug: str) -> None:
    covered = coverage(source(slug))

    assert sum(covered.count(mode) for mode in Mode) == len(covered.clauses)
    assert covered.count(Mode.PROSE) < len(covered.clauses)
