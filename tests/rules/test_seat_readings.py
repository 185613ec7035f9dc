from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.kinds.membership import Seats
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.problems import CharterError
from quorate.charter.rule import alternatives
from quorate.facts.people import Appointment
from quorate.rules.membership import membership_on, reseated
from tests.rules.harbour import FRONT

DAY = date(2026, 5, 5)
ROW = "| councils | Councils | 2 | |"


def harbour(row: str, more: str) -> Charter:
    return load(FRONT.replace(ROW, row).replace("seats:\n", f"seats:\n{more}", 1))


def rule_of(charter: Charter) -> Seats:
    rule = charter.rule_of("board", Seats)
    assert rule is not None
    return rule


READ = """\
  interpretations:
    places:
      take:
        councils: 2
      other:
        councils: 3
      because: the row speaks of several
"""
EACH = """\
  interpretations:
    row_of_several:
      take: one seat
      other: a seat for each
      because: the row joins the two by 'and'
"""


def names(rule: Seats, row: str) -> list[int]:
    return [line.places for line in rule.lines if line.seat == row]


def test_the_places_read_into_a_row_make_its_seats() -> None:
    charter = harbour("| councils | Councils | | |", READ)

    found = membership_on(charter, "board", on=DAY)

    assert {"councils-1", "councils-2"} <= found.by_name.keys()
    assert "councils-3" not in found.by_name


def test_another_reading_of_the_places_makes_the_rows_anew() -> None:
    rule = rule_of(harbour("| councils | Councils | | |", READ))

    ((_, _, varied),) = alternatives(rule)

    assert names(rule, "councils") == [2]
    assert names(varied, "councils") == [3]
    assert names(varied, "captain") == [1]


def test_a_number_in_the_row_and_one_read_into_it_do_not_go_together() -> None:
    with pytest.raises(CharterError, match="both in its row and read into it"):
        harbour(ROW, READ)


def test_places_of_a_seat_that_is_not_there_are_a_problem() -> None:
    with pytest.raises(CharterError, match="'places' speaks of 'council'"):
        harbour(ROW, "  places:\n    council: 2\n")


def test_whoever_holds_a_row_of_two_holds_both_of_its_seats_in_the_other_reading() -> (
    None
):
    charter = harbour(ROW, EACH)
    row = "| health | Hospital and Clinic | 1 | |"
    charter = load(charter.text.replace(row, row.replace("| 1 |", "| |")))
    rule = rule_of(charter)
    seated = membership_on(
        charter,
        "board",
        appointments=(
            Appointment(seat="health", person="cy"),
            Appointment(seat="mate", person="bo"),
        ),
        on=DAY,
    )

    ((_, _, varied),) = alternatives(rule)
    made = reseated(seated, rule, varied)

    assert seated.by_name["health"].organisations == ("Hospital", "Clinic")
    assert made.holders == {"health-1": "cy", "health-2": "cy", "mate": "bo"}
    assert made.by_name["health-2"].organisations == ("Clinic",)
    assert reseated(made, varied, rule).holders == {"health": "cy", "mate": "bo"}
