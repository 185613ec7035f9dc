from __future__ import annotations

from datetime import date, datetime

import pytest

from quorate.facts.meeting import Apology, Meeting, Presence
from quorate.facts.people import Substitution
from quorate.rules.attendance import attended, attended_by_seat
from quorate.rules.attendance_year import attendance_grid
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, history, meeting, seated

MAY, JUNE, JULY = date(2026, 5, 5), date(2026, 6, 2), date(2026, 7, 7)
STAND_IN = (Substitution(seat="mate", person="sam"),)
CURED = """
substitutes:
  cures_absence: yes
"""


def test_a_holder_who_came_attended() -> None:
    may = meeting("may", MAY, there="alma")

    found = attended("captain", may, history(board(), may))

    assert (found.verdict, found.outcome) == (MET, "holder")
    assert found.because.counted == ("alma",)


def test_somebody_who_stayed_away_in_silence_was_absent_without_apology() -> None:
    may = meeting("may", MAY, there="alma", sorry="cy")
    past = history(board(), may)

    assert attended("mate", may, past).outcome == "absent without apology"
    assert attended("health", may, past).outcome == "apology"


@pytest.mark.parametrize(
    "rules, verdict",
    [
        (CURED, MET),
        (CURED.replace("yes", "no"), NOT_MET),
        ("substitutes:\n  may_vote: yes", NOT_STATED),
        ("", NOT_STATED),
    ],
)
def test_a_substitute_counts_as_the_terms_say(rules: str, verdict: str) -> None:
    charter = board(rules)
    may = meeting("may", MAY, there="sam")

    found = attended("mate", may, history(charter, may, substitutes=STAND_IN))

    assert (found.verdict, found.outcome) == (verdict, "substitute")
    assert found.because.counted == ("sam",)


@pytest.mark.parametrize("state", ["planned", "cancelled", "postponed"])
def test_a_meeting_that_was_not_held_is_not_counted(state: str) -> None:
    may = meeting("may", MAY, there="alma", state=state)

    found = attended("captain", may, history(board(), may))

    assert (found.verdict, found.outcome) == (NOT_MET, "not counted")


def test_those_who_came_to_an_abandoned_meeting_attended_and_silence_is_shown() -> None:
    may = meeting("may", MAY, there="alma", state="abandoned")

    found = attended("captain", may, history(board(), may))

    assert found.outcome == "holder"
    assert [one.values["field"] for one in found.explanation.notes] == [
        "abandoned_counts"
    ]


@pytest.mark.parametrize("counts, how", [("yes", "holder"), ("no", "not counted")])
def test_the_terms_can_say_what_an_abandoned_meeting_is_worth(
    counts: str, how: str
) -> None:
    charter = board(
        f"""
        quorum:
          needs: at least 4 of present by person
          abandoned_counts: {counts}
        """
    )
    may = meeting("may", MAY, there="alma", state="abandoned")

    found = attended("captain", may, history(charter, may))

    assert found.outcome == how
    assert not found.explanation.notes


def test_staying_away_from_a_further_meeting_is_not_counted_but_coming_is_seen() -> (
    None
):
    extra = meeting("extra", MAY, there="alma", sort="extra")
    past = history(board(), extra)

    assert attended("captain", extra, past).outcome == "holder"
    assert attended("mate", extra, past).outcome == "not counted"


def test_an_annual_meeting_counts_as_an_ordinary_one() -> None:
    annual = meeting("annual", MAY, sort="annual")

    found = attended("mate", annual, history(board(), annual))

    assert found.outcome == "absent without apology"


def test_a_sitting_that_goes_on_is_no_second_meeting() -> None:
    again = meeting("again", MAY, sort="adjourned")

    assert attended("mate", again, history(board(), again)).outcome == "not counted"


def test_a_vacant_seat_stays_away_from_nothing() -> None:
    may = meeting("may", MAY)
    past = history(board(), may, appointments=seated(mate=""))

    found = attended("mate", may, past)

    assert found.because.left_out[0].why == "the seat was vacant"


def test_without_a_roll_nobody_can_say_who_stayed_away() -> None:
    may = meeting("may", MAY, roll="no")

    found = attended("mate", may, history(board(), may))

    assert (found.verdict, found.outcome) == (UNKNOWN, "")
    assert found.explanation.missing[0].what == "a roll"


def test_a_reason_that_the_terms_accept_excuses_by_itself() -> None:
    may = Meeting(
        name="may", opens=MAY, apologies=(Apology(person="bo", reason="illness"),)
    )
    past = history(board(), may)

    ill = attended_by_seat("mate", may, past, excused_by=("illness",))
    other = attended_by_seat("mate", may, past, excused_by=("leave",))

    assert (ill.how, other.how) == ("excused", "apology")


def test_an_excuse_that_was_refused_stays_an_apology() -> None:
    refused = Apology(person="bo", reason="illness", excused="no")
    may = Meeting(name="may", opens=MAY, apologies=(refused,))

    found = attended_by_seat(
        "mate", may, history(board(), may), excused_by=("illness",)
    )

    assert found.how == "apology"


def test_an_apology_can_be_sent_for_a_seat() -> None:
    may = Meeting(name="may", opens=MAY, apologies=(Apology(seat="mate"),))

    assert attended("mate", may, history(board(), may)).outcome == "apology"


def test_meetings_are_read_in_the_order_they_opened() -> None:
    june = meeting("june", datetime.fromisoformat("2026-06-02 10:00"))
    may = meeting("may", MAY)
    elsewhere = Meeting(name="crew", body="crew", opens=MAY)
    past = history(board(), june, elsewhere, may)

    assert [one.name for one in past.until(None)] == ["may", "june"]
    assert [one.name for one in past.until(MAY)] == ["may"]


def test_a_grid_has_a_row_for_each_seat_and_a_cell_for_each_meeting() -> None:
    may = meeting("may", MAY, there="alma sam")
    june = meeting("june", JUNE, there="alma bo", sorry="cy")
    july = meeting("july", JULY, state="cancelled")
    charter = board(CURED)
    past = history(charter, may, june, july, substitutes=STAND_IN)

    grid = attendance_grid(past, first=MAY, last=JULY)

    rows = {one.seat: one for one in grid.rows}
    assert grid.meetings == ("may", "june", "july")
    assert rows["mate"].cells == ("substitute", "holder", "not counted")
    assert (rows["mate"].in_person, rows["mate"].by_substitute, rows["mate"].of) == (
        1,
        1,
        2,
    )
    assert rows["health"].cells[1] == "apology"
    assert rows["captain"].people == ("alma",)


def test_a_grid_keeps_to_its_days() -> None:
    may, june = meeting("may", MAY, there="alma"), meeting("june", JUNE)

    grid = attendance_grid(history(board(), may, june), first=JUNE, last=JULY)

    assert grid.meetings == ("june",)


def test_a_guest_in_the_room_is_nobody_in_the_seat() -> None:
    may = Meeting(name="may", opens=MAY, present=(Presence(person="bo", as_="guest"),))

    found = attended("mate", may, history(board(), may))

    assert found.outcome == "absent without apology"
