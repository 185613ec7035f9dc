"""Clauses of the guide to offices of data analytics, asked through the command."""

from __future__ import annotations

import pytest

from tests.clauses.answers import explained
from tests.front_door import Command

ODA = "data-analytics-office"
NOTHING_YET = "recorded: nothing yet\n"
KEY_MATTERS = ("vision", "objectives", "key decisions")


@pytest.mark.clause("ODA-4")
@pytest.mark.parametrize("matter", KEY_MATTERS)
def test_the_oversight_board_decides_what_is_reserved_to_it(
    command: Command, matter: str
) -> None:
    answer = explained(
        command, ODA, NOTHING_YET, "authority", body="oversight-board", matter=matter
    )

    assert (answer.verdict, answer.outcome) == ("met", "may decide")
    assert answer.cites == {"oversight-board/remit"}


@pytest.mark.clause("ODA-4")
@pytest.mark.parametrize("matter", KEY_MATTERS)
@pytest.mark.parametrize("body", ["delivery-board", "project-boards"])
def test_a_lower_tier_is_shown_that_a_key_matter_is_not_its_own(
    command: Command, body: str, matter: str
) -> None:
    answer = explained(command, ODA, NOTHING_YET, "authority", body=body, matter=matter)

    assert (answer.verdict, answer.outcome) == ("not_met", "beyond authority")
    assert answer.cites == {"oversight-board/remit"}
    assert answer.values["reserved_to"] == "oversight-board"
