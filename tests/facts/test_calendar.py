from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from quorate.facts.calendar import (
    Calendar,
    ClosedDay,
    DayOff,
    Holiday,
    SensitivePeriod,
)
from quorate.facts.days import UnknownYear, add_months, clear_days
from tests.facts.shipped import shipped

ENGLAND = shipped("england-and-wales")
FUNERAL = date(2022, 9, 19)


def small(*holidays: Holiday) -> Calendar:
    """A calendar of the year 2026 with these holidays and no others."""
    return Calendar("test", "1", date(2026, 1, 1), date(2026, 12, 31), holidays)


def test_a_bank_holiday_and_a_weekend_are_no_working_days() -> None:
    assert not ENGLAND.is_working_day(date(2019, 5, 6))
    assert not ENGLAND.is_working_day(date(2019, 5, 4))
    assert ENGLAND.is_working_day(date(2019, 5, 7))


def test_a_day_off_says_whether_it_is_a_holiday_a_closed_day_or_a_weekend() -> None:
    calendar = ENGLAND.with_closed([ClosedDay(date(2022, 9, 21), "Training day")])

    assert calendar.day_off(FUNERAL) == DayOff(
        "holiday", "State funeral of the late Queen", date(2022, 9, 10)
    )
    assert calendar.day_off(date(2022, 9, 21)) == DayOff(
        "closed day", "Training day", None
    )
    assert calendar.day_off(date(2022, 9, 18)) == DayOff("weekend", "sunday", None)
    assert calendar.day_off(date(2022, 9, 20)) is None


def test_a_holiday_is_unknown_until_the_day_it_is_proclaimed() -> None:
    assert ENGLAND.as_known(date(2022, 9, 9)).is_working_day(FUNERAL)
    assert not ENGLAND.as_known(date(2022, 9, 10)).is_working_day(FUNERAL)


def test_a_moved_holiday_stands_where_it_was_until_the_move_is_known() -> None:
    before = ENGLAND.as_known(date(2019, 7, 9))

    assert not before.is_working_day(date(2020, 5, 4))
    assert before.is_working_day(date(2020, 5, 8))
    assert ENGLAND.is_working_day(date(2020, 5, 4))
    assert not ENGLAND.is_working_day(date(2020, 5, 8))


def test_closed_days_and_sensitive_periods_are_known_from_their_day() -> None:
    told = date(2026, 3, 1)
    closed = ClosedDay(date(2026, 4, 9), "Flood", known=told)
    election = SensitivePeriod(
        "before the election", date(2026, 3, 23), date(2026, 5, 7), known=told
    )
    calendar = replace(ENGLAND, closed=(closed,), sensitive=(election,))

    before = calendar.as_known(date(2026, 2, 28))

    assert before.is_working_day(closed.day)
    assert before.sensitive_on(closed.day) == ()
    assert not calendar.is_working_day(closed.day)
    assert calendar.sensitive_on(closed.day) == (election,)


def test_a_sensitive_period_moves_no_working_day() -> None:
    election = SensitivePeriod("election", date(2026, 4, 1), date(2026, 4, 30))

    calendar = replace(ENGLAND, sensitive=(election,))

    assert calendar.is_working_day(date(2026, 4, 8))
    assert calendar.sensitive_on(date(2026, 5, 1)) == ()


def test_nothing_learnt_since_gives_the_calendar_itself() -> None:
    assert ENGLAND.as_known(date(2026, 1, 1)) is ENGLAND


def test_a_charter_may_count_saturdays_as_working_days() -> None:
    calendar = replace(ENGLAND, weekend=frozenset({6}))

    assert calendar.is_working_day(date(2022, 9, 17))
    assert not calendar.is_working_day(date(2022, 9, 18))
    assert not calendar.is_working_day(date(2020, 12, 26))


def test_ten_working_days_after_18_december_2025_is_6_january() -> None:
    assert ENGLAND.add_working_days(date(2025, 12, 18), 10) == date(2026, 1, 6)


def test_no_working_days_added_is_the_day_itself_even_on_a_sunday() -> None:
    assert ENGLAND.add_working_days(date(2022, 9, 18), 0) == date(2022, 9, 18)


def test_the_nearest_working_day_is_the_day_itself_if_it_is_one() -> None:
    sunday, tuesday = date(2022, 9, 18), date(2022, 9, 20)

    assert ENGLAND.working_day_from(sunday) == tuesday
    assert ENGLAND.working_day_until(sunday) == date(2022, 9, 16)
    assert ENGLAND.working_day_from(tuesday) == tuesday
    assert ENGLAND.working_day_until(tuesday) == tuesday


def test_clear_working_days_leave_both_ends_out() -> None:
    friday, tuesday = date(2022, 9, 16), date(2022, 9, 20)

    assert ENGLAND.clear_working_days(friday, tuesday) == 0
    assert ENGLAND.clear_working_days(tuesday, date(2022, 9, 12)) == 4
    assert ENGLAND.clear_working_days(tuesday, tuesday) == 0


def test_clear_days_leave_both_ends_out() -> None:
    assert clear_days(date(2026, 3, 1), date(2026, 3, 7)) == 5
    assert clear_days(date(2026, 3, 7), date(2026, 3, 1)) == 5
    assert clear_days(date(2026, 3, 1), date(2026, 3, 1)) == 0


@pytest.mark.parametrize(
    "day, months, expected",
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(2036, 1, 1)])
def test_a_year_the_calendar_does_not_know_is_refused_not_taken_as_worked(
    day: date,
) -> None:
    with pytest.raises(UnknownYear, match="2005-01-01 to 2035-12-31") as refused:
        ENGLAND.is_working_day(day)

    assert refused.value.day == day


@pytest.mark.parametrize(
    "day, number", [(date(2035, 12, 20), 30), (date(2005, 1, 10), -30)]
)
def test_a_count_that_runs_off_the_calendar_is_refused(day: date, number: int) -> None:
    with pytest.raises(UnknownYear, match="the count ends outside") as refused:
        ENGLAND.add_working_days(day, number)

    assert refused.value.day is None


@pytest.mark.parametrize("number", [1, -1])
@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2050, 1, 1)])
def test_a_count_from_an_unknown_year_is_refused(day: date, number: int) -> None:
    with pytest.raises(UnknownYear):
        ENGLAND.add_working_days(day, number)


def test_working_days_between_unknown_years_are_refused() -> None:
    with pytest.raises(UnknownYear):
        ENGLAND.working_days_between(date(2030, 1, 1), date(2040, 1, 1))
    with pytest.raises(UnknownYear):
        ENGLAND.working_days_between(date(2040, 1, 1), date(2030, 1, 1))


def test_a_day_ends_at_local_midnight_summer_and_winter() -> None:
    assert ENGLAND.end_of(date(2026, 7, 1)).astimezone(UTC) == datetime(
        2026, 7, 1, 23, tzinfo=UTC
    )
    assert ENGLAND.end_of(date(2026, 12, 1)).astimezone(UTC) == datetime(
        2026, 12, 2, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "day, hours", [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (FUNERAL, 24)]
)
def test_a_day_on_which_the_clocks_change_has_23_or_25_hours(
    day: date, hours: int
) -> None:
    assert ENGLAND.length_of(day) == timedelta(hours=hours)


def test_half_past_midnight_in_summer_is_the_next_day_though_not_in_utc() -> None:
    moment = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)

    assert ENGLAND.day_of(moment) == date(2026, 7, 1)


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 6, 30, 23, 30)  # noqa: DTZ001  It is what is refused.

    with pytest.raises(ValueError, match="no time zone"):
        ENGLAND.day_of(naive)


def test_a_calendar_without_holidays_still_has_weekends() -> None:
    calendar = small()

    assert calendar.add_working_days(date(2026, 5, 1), 1) == date(2026, 5, 4)


def test_a_withdrawn_holiday_is_a_working_day() -> None:
    calendar = small(
        Holiday(date(2026, 5, 4), "May Day", withdrawn=date(2026, 1, 1)),
    )

    assert calendar.is_working_day(date(2026, 5, 4))
