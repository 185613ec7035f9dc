from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quorate.charter.timing import Deadline
from quorate.facts.calendar import ClosedDay
from quorate.facts.days import UnknownYear
from quorate.rules.deadline_steps import steps
from quorate.rules.deadlines import Due, due, dues, last_day, last_days
from tests.facts.shipped import shipped

ENGLAND = shipped("england-and-wales")
LONDON = ZoneInfo("Europe/London")
BEFORE_THE_FUNERAL = ENGLAND.as_known(date(2022, 9, 9))
MEETING = date(2022, 9, 20)


def before(amount: int, unit: str, issue_on: str = "any day") -> Deadline:
    """So many units before the meeting."""
    return Deadline(amount, unit, "before", "meeting", issue_on)


def after(amount: int, unit: str, issue_on: str = "any day") -> Deadline:
    """So many units after the meeting."""
    return Deadline(amount, unit, "after", "meeting", issue_on)


def london(*when: int) -> datetime:
    """An instant by the clocks of London."""
    return datetime(*when, tzinfo=LONDON)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "deadline, expected",
    [
        (before(4, "working day"), date(2019, 4, 30)),
        (before(4, "clear working day"), date(2019, 4, 29)),
    ],
)
def test_four_working_days_before_7_may_2019_pass_over_the_bank_holiday(
    deadline: Deadline, expected: date
) -> None:
    assert last_day(deadline, date(2019, 5, 7), ENGLAND) == expected


@pytest.mark.parametrize(
    "deadline, anchor, expected",
    [
        (after(1, "week"), date(2020, 12, 17), date(2020, 12, 24)),
        (before(2, "week"), date(2020, 12, 17), date(2020, 12, 3)),
        (after(10, "working day"), date(2025, 12, 18), date(2026, 1, 6)),
        (after(3, "day"), date(2026, 3, 27), date(2026, 3, 30)),
        (before(3, "day"), date(2026, 3, 27), date(2026, 3, 24)),
        (before(3, "clear day"), date(2026, 3, 27), date(2026, 3, 23)),
        (after(3, "clear day"), date(2026, 3, 27), date(2026, 3, 30)),
        (after(3, "clear working day"), date(2026, 3, 27), date(2026, 4, 1)),
        (after(1, "month"), date(2026, 1, 31), date(2026, 2, 28)),
        (before(1, "month"), date(2026, 3, 31), date(2026, 2, 28)),
        (after(5, "year"), date(2024, 2, 29), date(2029, 2, 28)),
        (before(0, "working day"), date(2026, 3, 29), date(2026, 3, 29)),
        (before(0, "working day", "working day"), date(2026, 3, 29), date(2026, 3, 27)),
        (before(0, "clear working day"), date(2026, 3, 27), date(2026, 3, 26)),
        (after(0, "clear working day"), date(2026, 3, 27), date(2026, 3, 27)),
    ],
)
def test_each_unit_is_counted_without_the_day_it_is_counted_from(
    deadline: Deadline, anchor: date, expected: date
) -> None:
    assert last_day(deadline, anchor, ENGLAND) == expected


def test_a_last_day_without_issue_moves_back_before_and_onward_after() -> None:
    christmas = date(2025, 12, 25)

    earlier = last_day(
        before(7, "day", "working day"), christmas + timedelta(7), ENGLAND
    )
    later = last_day(after(1, "week", "working day"), date(2025, 12, 18), ENGLAND)

    assert earlier == date(2025, 12, 24)
    assert later == date(2025, 12, 29)


def test_a_bodys_own_closed_day_is_not_counted() -> None:
    calendar = ENGLAND.with_closed([ClosedDay(date(2026, 3, 25), "Moving house")])

    assert last_day(before(4, "working day"), date(2026, 3, 27), ENGLAND) == date(
        2026, 3, 23
    )
    assert last_day(before(4, "working day"), date(2026, 3, 27), calendar) == date(
        2026, 3, 20
    )


def test_the_first_instant_of_the_next_day_is_late() -> None:
    found = due(before(4, "working day"), anchor=date(2019, 5, 7), calendar=ENGLAND)

    assert not found.met_by(found.ends)


def test_the_end_of_the_day_is_local_whatever_zone_the_deed_is_told_in() -> None:
    found = due(after(1, "day"), anchor=date(2026, 6, 29), calendar=ENGLAND)

    assert found.met_by(datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    assert not found.met_by(datetime(2026, 6, 30, 23, 30, tzinfo=UTC))


def test_a_day_is_taken_from_an_instant_in_the_calendars_zone() -> None:
    late_evening_in_utc = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)

    found = due(after(1, "day"), anchor=late_evening_in_utc, calendar=ENGLAND)

    assert found.last == date(2026, 7, 2)


def test_hours_pass_through_the_night_the_clocks_change() -> None:
    found = due(after(24, "hour"), anchor=london(2026, 3, 28, 14), calendar=ENGLAND)

    assert found.ends == london(2026, 3, 29, 15)


@pytest.mark.parametrize(
    "deadline, anchor, ends",
    [
        (before(24, "hour", "working day"), (2026, 3, 23, 14), (2026, 3, 21)),
        (after(24, "hour", "working day"), (2026, 3, 27, 14), (2026, 3, 31)),
        (after(24, "hour", "working day"), (2026, 3, 26, 14), (2026, 3, 27, 14)),
    ],
)
def test_hours_that_end_on_a_day_off_run_to_the_end_of_a_working_day(
    deadline: Deadline, anchor: tuple[int, ...], ends: tuple[int, ...]
) -> None:
    found = due(deadline, anchor=london(*anchor), calendar=ENGLAND)

    assert found.ends == london(*ends)


def test_hours_from_a_day_whose_time_is_not_known_are_refused() -> None:
    with pytest.raises(ValueError, match="time is not known"):
        due(before(24, "hour"), anchor=MEETING, calendar=ENGLAND)
    with pytest.raises(ValueError, match="time is not known"):
        last_day(before(24, "hour"), MEETING, ENGLAND)


@pytest.mark.parametrize("unit", ["hour", "day"])
def test_an_anchor_without_a_time_zone_is_refused(unit: str) -> None:
    naive = datetime(2026, 3, 27, 14)  # noqa: DTZ001  It is what is refused.

    with pytest.raises(ValueError, match="no time zone"):
        due(before(24, unit), anchor=naive, calendar=ENGLAND)


def test_a_year_the_calendar_does_not_know_is_never_guessed() -> None:
    far = date(2040, 5, 7)

    with pytest.raises(UnknownYear):
        due(before(4, "working day"), anchor=far, calendar=ENGLAND)
    with pytest.raises(UnknownYear):
        due(before(1, "week", "working day"), anchor=far, calendar=ENGLAND)


def test_a_span_that_needs_no_holidays_is_counted_in_any_year() -> None:
    found = due(before(1, "week"), anchor=date(2040, 5, 7), calendar=ENGLAND)

    assert found.last == date(2040, 4, 30)
    assert [step.role for step in steps(found)] == ["last"]


@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_a_span_longer_than_time_itself_is_refused(unit: str) -> None:
    with pytest.raises(ValueError, match=r"leaves every calendar|year"):
        last_day(before(10_000_000, unit), MEETING, ENGLAND)


def rows(found: Due) -> list[tuple[int, int, str, str]]:
    """Each step as day of the month, number, role, and the reason for a day off."""
    return [
        (step.day.day, step.number, step.role, step.off.name if step.off else "")
        for step in steps(found)
    ]


def test_the_steps_show_each_day_that_was_passed_over_and_why() -> None:
    found = due(before(4, "working day"), anchor=date(2019, 5, 7), calendar=ENGLAND)

    assert rows(found) == [
        (6, 0, "passed over", "Early May bank holiday"),
        (5, 0, "passed over", "sunday"),
        (4, 0, "passed over", "saturday"),
        (3, 1, "counted", ""),
        (2, 2, "counted", ""),
        (1, 3, "counted", ""),
        (30, 4, "last", ""),
    ]


def test_the_steps_of_clear_days_show_the_days_kept_clear_and_the_proclamation() -> (
    None
):
    deadline = before(5, "clear working day", "working day")

    found = due(deadline, anchor=MEETING, calendar=ENGLAND)

    assert rows(found) == [
        (19, 0, "passed over", "State funeral of the late Queen"),
        (18, 0, "passed over", "sunday"),
        (17, 0, "passed over", "saturday"),
        (16, 1, "kept clear", ""),
        (15, 2, "kept clear", ""),
        (14, 3, "kept clear", ""),
        (13, 4, "kept clear", ""),
        (12, 5, "kept clear", ""),
        (11, 0, "passed over", "sunday"),
        (10, 0, "passed over", "saturday"),
        (9, 0, "last", ""),
    ]
    known = [step.off.known for step in steps(found) if step.off]
    assert known[:2] == [date(2022, 9, 10), None]


def test_a_clear_deadline_that_ends_on_a_sunday_says_so() -> None:
    found = due(before(5, "clear working day"), anchor=MEETING, calendar=ENGLAND)

    assert rows(found)[-1] == (11, 0, "last", "sunday")


def test_the_steps_of_a_week_show_only_the_way_to_a_working_day() -> None:
    deadline = after(1, "week", "working day")

    found = due(deadline, anchor=date(2025, 12, 18), calendar=ENGLAND)

    assert rows(found) == [
        (25, 0, "passed over", "Christmas Day"),
        (26, 0, "passed over", "Boxing Day"),
        (27, 0, "passed over", "saturday"),
        (28, 0, "passed over", "sunday"),
        (29, 0, "last", ""),
    ]


def test_the_steps_of_hours_show_the_way_to_a_working_day() -> None:
    deadline = before(24, "hour", "working day")

    found = due(deadline, anchor=london(2026, 3, 23, 14), calendar=ENGLAND)

    assert rows(found) == [
        (22, 0, "passed over", "sunday"),
        (21, 0, "passed over", "saturday"),
        (20, 0, "last", ""),
    ]


def test_many_are_answered_in_their_order_as_each_alone() -> None:
    deadline = before(4, "working day")
    few = [date(2019, 5, 7), MEETING]
    many = few * 8000

    assert last_days(deadline, few, ENGLAND) == [date(2019, 4, 30), date(2022, 9, 13)]
    assert last_days(deadline, many, ENGLAND) == [
        last_day(deadline, day, ENGLAND) for day in many
    ]


def test_one_unknown_year_among_many_is_refused() -> None:
    many = [MEETING] * 12000

    with pytest.raises(UnknownYear):
        last_days(before(4, "working day"), [*many, date(2040, 1, 1)], ENGLAND)


def test_a_span_without_holidays_is_answered_among_many_in_any_year() -> None:
    many = [date(2040, 5, 7)] * 12000

    assert set(last_days(before(1, "week"), many, ENGLAND)) == {date(2040, 4, 30)}


@pytest.mark.parametrize("deadline", [before(4, "working day"), after(24, "hour")])
def test_many_dues_are_what_each_would_be_alone(deadline: Deadline) -> None:
    anchors = [london(2026, 3, 27, 14), london(2026, 4, 7, 0, 15)]

    found = dues(deadline, anchors=anchors, calendar=ENGLAND)

    assert found == [
        due(deadline, anchor=anchor, calendar=ENGLAND) for anchor in anchors
    ]
