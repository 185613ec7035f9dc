from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.front import Version
from quorate.facts.events import Event
from quorate.rules.verdict import MET, NOT_STATED
from quorate.rules.version_in_force import version_on

TABLE = (
    Version(number="0"),
    Version(number="1", dated=date(2023, 1, 10), in_force=date(2023, 2, 1)),
    Version(number="2", dated=date(2024, 3, 19), in_force=date(2024, 4, 1)),
)


@pytest.mark.parametrize(
    "on, number",
    [(date(2024, 3, 31), "1"), (date(2024, 4, 1), "2"), (date(2023, 2, 1), "1")],
)
def test_a_version_is_in_force_from_its_day_on(on: date, number: str) -> None:
    found = version_on(TABLE, (), on=on)

    assert (found.verdict, found.outcome) == (MET, number)


def test_a_day_before_the_first_version_has_none() -> None:
    found = version_on(TABLE, (), on=date(2023, 1, 31))

    assert (found.verdict, found.outcome) == (NOT_STATED, "")
    assert {one.who: one.why for one in found.because.left_out} == {
        "0": "its day is not known",
        "1": "begins later",
        "2": "begins later",
    }


def test_a_version_adopted_backwards_was_not_known_before_its_adoption() -> None:
    events = tuple(
        Event(kind="adoption", happened=day, subject=number, known_from=day)
        for number, day in (("1", date(2023, 1, 10)), ("2", date(2024, 5, 14)))
    )

    now = version_on(TABLE, events, on=date(2024, 4, 15))
    then = version_on(TABLE, events, on=date(2024, 4, 15), known_at=date(2024, 4, 15))

    assert (now.outcome, then.outcome) == ("2", "1")


def test_without_a_day_of_its_own_the_date_of_the_version_counts() -> None:
    table = (Version(number="1", dated=date(2023, 1, 10)),)

    found = version_on(table, (), on=date(2023, 1, 10))

    assert found.outcome == "1"
