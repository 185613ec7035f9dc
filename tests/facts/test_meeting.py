"""A meeting's times come one after another, or its file is not read."""

from __future__ import annotations

import pytest

from quorate.charter.blocks import read_block
from quorate.charter.problems import Place, Problems
from quorate.facts.file import Facts, facts_from

OPENED = "meetings:\n  - opens: 2026-07-07 14:00\n"
LEFT_BEFORE_COMING = """\
    present:
      - person: bo
        from: 15:00
        until: 14:30
"""


def read(lines: str) -> tuple[Facts, str]:
    """Return facts with what was wrong in them."""
    problems = Problems()
    facts = facts_from(read_block(OPENED + lines, Place(1), problems), problems)
    return facts, "\n".join(map(str, problems.found))


@pytest.mark.parametrize(
    "lines, told",
    [
        ("    closes: 13:00\n", "the meeting closes at 2026-07-07 13:00"),
        ("    closes: 2026-07-06\n", "the meeting closes at 2026-07-06"),
        (
            "    present:\n      - person: bo\n        until: 13:59\n",
            "bo left at 2026-07-07 13:59, before 2026-07-07 14:00",
        ),
        (
            LEFT_BEFORE_COMING,
            "bo left at 2026-07-07 14:30, before 2026-07-07 15:00",
        ),
    ],
)
def test_what_ends_before_it_begins_is_told(lines: str, told: str) -> None:
    facts, said = read(lines)

    assert facts.meetings[0].opens is not None
    assert told in said
    assert "after midnight" in said


@pytest.mark.parametrize(
    "lines",
    [
        "    closes: 14:00\n",
        "    closes: 2026-07-08 00:30\n",
        "    closes: 2026-07-07\n",
        "    present:\n      - person: bo\n        from: 13:30\n        until: 14:30\n",
    ],
)
def test_what_ends_at_once_or_on_the_next_day_is_read(lines: str) -> None:
    facts, said = read(lines)

    assert facts.meeting() is not None
    assert said == ""
