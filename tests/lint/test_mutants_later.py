"""One spoilt ready charter for each check from L36 on, and none found unspoilt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.lint.catalogue import CHECKS
from quorate.lint.linter import lint
from tests.lint.linted import mutant, places, ready_set, ready_text, remarks

BOARD, GROUP, EMAIL = "voting-board", "steering-group", "virtual-group"
PROJECT, COMMITTEE, TASK = "project-board", "joint-committee", "working-group"
TODAY = date(2026, 11, 22)
FIRST = "L36"


@dataclass(frozen=True)
class Spoilt:
    """A ready charter with some words changed, or one rule taken out."""

    check: str
    slug: str
    at: str
    """The anchor, the end of one after a stroke, or `=` and a kind of rule there."""

    changes: tuple[tuple[str, str], ...] = ()
    without: str = ""


def clause(slug: str, anchor: str, words: str, block: str = "") -> tuple[str, str]:
    """Return the change that adds a clause before the last section of a charter."""
    last = [one for one in ready_text(slug).split("\n") if one.startswith("## ")][-1]
    ruled = f"\n\n```rule\n{block}\n```" if block else ""
    return last, f"{anchor} {words}{ruled}\n\n{last}"


def after(line: str, added: str) -> tuple[str, str]:
    """Return the change that adds a line after another."""
    return f"{line}\n", f"{line}\n{added}\n"


def front(added: str) -> tuple[str, str]:
    """Return the change that adds a field to the front matter."""
    return "year_starts:", f"{added}\nyear_starts:"


FOUR_OF_THREE = """\
  size:
    all:
      - at least 4 of present by person
      - at least 3 of present by organisation
"""
EITHER = """\
      grounds:
        - the talks have failed
        - the matter is grave
"""
READ_IN = """\
amendment:
  interpretations:
    by:
      take: partnership-board
      because: it approves these terms
"""
BOARD_TERMS = "## The board {for=partnership-board about=board}\n\nIt sits above.\n\n"
BANDS = """\
Who spends.

| Amount | Who |
|---|---|
| up to £5k | chair |
| £6k and more | group |"""
LAWS = "laws:\n  - title: Quays Act 1901\n    until: 1964-06-10\n"
VOTE = "decision:\n  method: ballot\n  carried_if: in favour by seat more than against"

SPOILT = (
    Spoilt("L36", GROUP, "", without="review"),
    Spoilt("L37", GROUP, "", (("amendment:\n  by: partnership-board\n", READ_IN),)),
    Spoilt(
        "L38",
        GROUP,
        "=approval",
        (("approval:\n  by: partnership-board", "approval:\n  by: steering-group"),),
    ),
    Spoilt(
        "L39",
        COMMITTEE,
        "=seats",
        (after("  required_parties:", "    - Fifth Council"),),
    ),
    Spoilt(
        "L40",
        "oversight-board",
        "/police-data",
        (after("  level: senior leaders", "  level_failed_by: police-data"),),
    ),
    Spoilt("L41", GROUP, "/voluntary", (("Chief Officer | 1 |", "Chief Officer | |"),)),
    Spoilt(
        "L42",
        GROUP,
        "=seats",
        (
            ("| Chief Officer | 1 |", "| | 1 |"),
            ("| services | The Voluntary Alliance |", "| services | |"),
        ),
        without="appointment",
    ),
    Spoilt(
        "L43",
        GROUP,
        "=seats",
        (
            after(
                "  distinct: yes",
                "  represented_through:\n    The Fire Service: partnership-board",
            ),
        ),
    ),
    Spoilt("L44", GROUP, "=attendance", (("count: 3 absences", "count: 3 apologies"),)),
    Spoilt(
        "L45",
        GROUP,
        "=attendance",
        (("  window: body's year\n  by: seat", "  by: seat"),),
    ),
    Spoilt(
        "L46", GROUP, "=substitutes", (("  may_vote: yes\n  may_preside: no\n", ""),)
    ),
    Spoilt(
        "L47",
        BOARD,
        "=incident_meetings",
        ((FOUR_OF_THREE, ""),),
    ),
    Spoilt(
        "L48",
        GROUP,
        "=interests",
        (
            ("  speak: yes\n  stay: no\n  vote: no\n  quorum: not counted\n", ""),
            ("  denominator: not counted\n  preside: no\n", ""),
        ),
    ),
    Spoilt(
        "L49",
        BOARD,
        "=dispute",
        (("      grounds: the talks have failed\n      entry: any ground\n", EITHER),),
    ),
    Spoilt(
        "L50",
        GROUP,
        "=authority",
        (("  beyond: passed up\n", "  not_against: decisions of a partner\n"),),
    ),
    Spoilt(
        "L52",
        GROUP,
        "=role",
        (after("  - role: chair", "    must_belong_to: partnership-board"),),
    ),
    Spoilt(
        "L53", GROUP, "3.2", (front("offices:\n  clerk: [clerk, partnership-officer]"),)
    ),
    Spoilt(
        "L54",
        GROUP,
        "steering-group",
        (after("    tier: executive", "    draft: yes"),),
    ),
    Spoilt(
        "L55",
        GROUP,
        "=meets",
        (("before it begins.\n", "before it begins. {in=note}\n"),),
    ),
    Spoilt(
        "L56",
        GROUP,
        "=attendance",
        (after("  then: follow-up with the organisation", "  under: Conduct Code"),),
    ),
    Spoilt(
        "L57",
        GROUP,
        "99.1",
        (
            clause(GROUP, "99.1", "It rests on the Quays Act 1901."),
            front(LAWS.rstrip()),
        ),
    ),
    Spoilt("L58", GROUP, "99.1", (clause(GROUP, "99.1", "It votes.", VOTE),)),
    Spoilt(
        "L59", GROUP, "8.2", (("done_by: follow-up made", "done_by: letter posted"),)
    ),
    Spoilt("L60", GROUP, "", (front("guide: yes"),)),
    Spoilt("L61", GROUP, "=agenda", (("  of: minutes\n", "  of: action log\n"),)),
    Spoilt(
        "L62",
        TASK,
        "99.1",
        (
            clause(
                TASK,
                "99.1",
                "Help.",
                "role:\n  role: group-clerk\n  called: Group Clerk",
            ),
        ),
    ),
    Spoilt(
        "L63",
        EMAIL,
        "=correspondence",
        (after("correspondence:", "  triggers: a data request"),),
    ),
    Spoilt(
        "L64",
        EMAIL,
        "=correspondence",
        (after("correspondence:", "  triggers: a request of First Council"),),
    ),
    Spoilt(
        "L65",
        GROUP,
        "99.1",
        (
            clause(GROUP, "99.1", 'The [board\'s terms](#the-board "risk") hold risk.'),
            ("## 10 Reports", f"{BOARD_TERMS}## 10 Reports"),
        ),
    ),
    Spoilt("L66", GROUP, "", (("    author: the clerk\n", ""),)),
    Spoilt("L67", GROUP, "/up-to-5k", (clause(GROUP, "99.1", BANDS),)),
    Spoilt(
        "L68", GROUP, "99.1", (clause(GROUP, "99.1", "A plan is ready by June 2025."),)
    ),
    Spoilt(
        "L69",
        GROUP,
        "=meets",
        (
            ("## 6 Meetings {about", "## 6 Meetings {for=steering-group about"),
            after("meets:", "  for: [steering-group, partnership-board]"),
        ),
    ),
    Spoilt(
        "L70",
        GROUP,
        "=agenda",
        (
            (
                "    - item: open actions\n      from: clerk\n",
                "    - item: open actions\n",
            ),
        ),
    ),
)


def anchor(one: Spoilt, spoilt: Charter) -> str:
    """Return the anchor, or the end of it, at which the fault must be found."""
    kind = one.at.removeprefix("=")
    if kind == one.at:
        return one.at
    return next(rule.clause for rule in spoilt.rules if rule.kind == kind)


@pytest.mark.parametrize("one", SPOILT, ids=lambda one: one.check)
def test_a_check_catches_the_charter_that_was_spoilt_for_it(one: Spoilt) -> None:
    spoilt = mutant(one.slug, *one.changes, without=one.without)

    found = places(one.check, spoilt, on=TODAY)

    wanted = anchor(one, spoilt)
    assert any(
        place.endswith(wanted) if wanted[:1] == "/" else place == wanted
        for place in found
    )
    assert places(one.check, load(ready_text(one.slug)), on=TODAY) == []


def test_a_sister_body_that_departs_from_common_terms_is_caught() -> None:
    uniform = ("amendment:\n", "amendment:\n  uniform: yes\n")
    slower = ("  often: every month\n", "  often: every 2 months\n")
    renamed = ("charter: project-board\n", "charter: other-board\n")

    common = mutant(PROJECT, uniform)
    sister = mutant(PROJECT, uniform, renamed, slower)

    assert {one.clause for one in remarks("L51", common, sister)} == {"11.1"}
    assert remarks("L51", common, mutant(PROJECT, uniform, renamed)) == []


def test_every_check_from_here_on_has_a_spoilt_charter() -> None:
    spoilt = {one.check for one in SPOILT} | {"L51"}

    assert {one.id for one in CHECKS if one.id >= FIRST} == spoilt


def test_the_ready_charters_are_clean_on_a_day_in_their_first_year() -> None:
    found = lint(ready_set(), on=TODAY)

    assert [f"{one.charter} {one.check} {one.says}" for one in found] == []
