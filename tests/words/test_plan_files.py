from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from quorate.rules.planned_event import PlannedEvent
from quorate.words.calendar_file import calendar_file
from quorate.words.plan_rows import PlanRow, in_order, rows_of
from quorate.words.sheet import sheet
from tests.words.cast import QUORUM, charter

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
MEETING = PlanRow(
    on=date(2026, 3, 3),
    what="Meeting",
    body="Harbour Board",
    clause="meetings/often",
    citation="Meetings, “The board meets …”",
    kind="meeting",
    note="set a year ahead",
)
AGENDA = PlanRow(on=date(2026, 2, 25), what="Agenda goes out", kind="agenda")
REVIEW = PlanRow(
    on=date(2026, 6, 1), until=date(2026, 6, 30), what="Review", clause="review"
)
SOME_DAY = PlanRow(on=None, what="=1+1 reports, promptly\x07", body="Harbour Board")
ROWS = (SOME_DAY, MEETING, REVIEW, AGENDA)


def events(made: bytes) -> list[dict[str, object]]:
    return [
        {
            name: value.dt if hasattr(value, "dt") else str(value)
            for name, value in event.items()
        }
        for event in Calendar.from_ical(made).walk("VEVENT")
    ]


def test_rows_are_ordered_by_day_and_those_without_one_come_last() -> None:
    assert in_order(ROWS) == (AGENDA, MEETING, REVIEW, SOME_DAY)


def test_a_row_is_a_whole_day_with_its_clause() -> None:
    made = calendar_file(ROWS, name="Harbour Board 2026", at=AT)

    _, meeting, _ = events(made)
    assert meeting["DTSTART"] == date(2026, 3, 3)
    assert meeting["DTEND"] == date(2026, 3, 4)
    assert meeting["SUMMARY"] == "Harbour Board: Meeting"
    assert meeting["DESCRIPTION"] == (
        "set a year ahead\nUnder: Meetings, “The board meets …”"
    )
    assert meeting["TRANSP"] == "OPAQUE"


def test_a_deadline_fills_nobodys_day() -> None:
    made = calendar_file((AGENDA,), name="x", at=AT)

    (agenda,) = events(made)
    assert agenda["TRANSP"] == "TRANSPARENT"
    assert agenda["SUMMARY"] == "Agenda goes out"


def test_several_days_end_the_morning_after_the_last() -> None:
    (review,) = events(calendar_file((REVIEW,), name="x", at=AT))

    assert review["DTEND"] == date(2026, 7, 1)


def test_what_has_no_day_is_not_in_the_calendar() -> None:
    assert not events(calendar_file((SOME_DAY,), name="x", at=AT))


def test_a_row_keeps_its_identity_when_its_day_moves() -> None:
    moved = replace(MEETING, on=date(2026, 3, 10))

    (before,), (after,) = (
        events(calendar_file((one,), name="x", at=AT)) for one in (MEETING, moved)
    )

    assert before["UID"] == after["UID"]


def test_two_like_rows_are_two_events() -> None:
    later = replace(MEETING, on=date(2026, 5, 5))

    made = events(calendar_file((later, MEETING), name="x", at=AT))

    assert len({str(one["UID"]) for one in made}) == 2


def test_the_same_rows_give_the_same_bytes() -> None:
    summer = AT.astimezone(timezone(timedelta(hours=5)))

    assert calendar_file(ROWS, name="x", at=AT) == calendar_file(
        tuple(reversed(ROWS)), name="x", at=summer
    )
    assert sheet(ROWS, name="x", at=AT) == sheet(
        tuple(reversed(ROWS)), name="x", at=summer
    )


def test_a_moment_without_a_time_zone_is_refused() -> None:
    bare = AT.replace(tzinfo=None)

    with pytest.raises(ValueError, match="time zone"):
        calendar_file(ROWS, name="x", at=bare)
    with pytest.raises(ValueError, match="time zone"):
        sheet(ROWS, name="x", at=bare)


def test_a_sheet_has_a_row_for_each_with_real_dates() -> None:
    book = load_workbook(BytesIO(sheet(ROWS, name="Plan: 2026/27", at=AT)))

    page = book.worksheets[0]
    rows = list(page.iter_rows(values_only=True))

    assert page.title == "Plan  2026 27"
    assert rows[0][:3] == ("Day", "Until", "What")
    assert rows[2] == (
        datetime(2026, 3, 3),  # noqa: DTZ001  A sheet knows no zones.
        None,
        "Meeting",
        "Harbour Board",
        "Meetings, “The board meets …”",
        "meeting",
        "set a year ahead",
    )
    assert rows[3][4] == "review"
    assert page.freeze_panes == "A2"


def test_words_that_look_like_a_formula_stay_words() -> None:
    book = load_workbook(BytesIO(sheet((SOME_DAY,), name="x", at=AT)))

    cell = book.worksheets[0].cell(2, 3)

    assert cell.value == "=1+1 reports, promptly"
    assert cell.data_type == "s"


def test_a_sheet_says_when_the_plan_was_made_and_not_when_it_was_written() -> None:
    book = load_workbook(BytesIO(sheet(ROWS, name="x", at=AT)))

    assert book.properties.modified == AT.replace(tzinfo=None)
    assert book.properties.created == AT.replace(tzinfo=None)


def test_a_window_of_months_is_shown_on_its_last_day() -> None:
    year = replace(REVIEW, on=date(2026, 1, 1), until=date(2026, 12, 31))

    (event,) = events(calendar_file((year,), name="x", at=AT))

    assert event["DTSTART"] == date(2026, 12, 31)
    assert event["DTEND"] == date(2027, 1, 1)
    assert event["DESCRIPTION"] == "At any time from 1 January 2026 on."


def test_what_the_planner_found_becomes_rows_with_names_and_citations() -> None:
    planned = (
        PlannedEvent(
            date(2026, 3, 3), None, "meeting", "board", QUORUM, "meeting", "proposed"
        ),
        PlannedEvent(
            date(2026, 3, 4), None, "minutes", "crew", "", "minutes", "", "should"
        ),
    )

    meeting, minutes = rows_of(planned, charter())

    assert meeting == PlanRow(
        on=date(2026, 3, 3),
        what="Meeting",
        body="Harbour Board",
        clause=QUORUM,
        citation="Members, “At least five people and the …”",
        kind="meeting",
        note="Proposed.",
    )
    assert minutes.body == "crew"
    assert minutes.note == "Should be so; if not, that is no breach."
