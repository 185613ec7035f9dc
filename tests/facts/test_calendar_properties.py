from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from quorate.facts.calendar import Calendar, ClosedDay
from tests.facts.shipped import NATIONS, shipped

DAY = timedelta(days=1)
days = st.dates(date(2007, 1, 1), date(2033, 12, 31))
numbers = st.integers(-300, 300)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A nation's calendar with some closed days, weekends of one or two days."""
    calendar = shipped(draw(st.sampled_from(sorted(NATIONS))))
    closed = draw(st.lists(st.builds(ClosedDay, days, st.just("closed")), max_size=5))
    weekend = draw(st.sampled_from([frozenset({5, 6}), frozenset({6})]))
    return replace(calendar, closed=tuple(closed), weekend=weekend)


def walked(calendar: Calendar, day: date, number: int) -> date:
    """Count working days one day at a time, from the holidays themselves."""
    off = {each.day for each in calendar.holidays if each.withdrawn is None}
    off |= {each.day for each in calendar.closed}
    step = DAY if number > 0 else -DAY
    left = abs(number)
    while left:
        day += step
        left -= day.weekday() not in calendar.weekend and day not in off
    return day


@given(calendars(), days, numbers)
def test_the_table_agrees_with_a_walk_day_by_day(
    calendar: Calendar, day: date, number: int
) -> None:
    assert calendar.add_working_days(day, number) == walked(calendar, day, number)


@given(calendars(), days, numbers)
def test_adding_and_taking_away_leads_back_to_a_working_day(
    calendar: Calendar, day: date, number: int
) -> None:
    assume(calendar.is_working_day(day))

    there = calendar.add_working_days(day, number)

    assert calendar.add_working_days(there, -number) == day


@given(calendars(), days, days, numbers)
def test_a_later_start_never_ends_earlier(
    calendar: Calendar, one: date, other: date, number: int
) -> None:
    early, late = sorted((one, other))

    ends = [calendar.add_working_days(day, number) for day in (early, late)]

    assert number == 0 or ends == sorted(ends)


@given(calendars(), days, numbers)
def test_the_days_between_are_the_days_that_were_added(
    calendar: Calendar, day: date, number: int
) -> None:
    there = calendar.add_working_days(day, number)

    assert calendar.working_days_between(day, there) == number


@given(calendars(), days, days)
def test_clear_working_days_are_one_fewer_than_the_days_between_working_days(
    calendar: Calendar, one: date, other: date
) -> None:
    one, other = calendar.working_day_from(one), calendar.working_day_from(other)
    assume(one != other)

    between = abs(calendar.working_days_between(one, other))

    assert calendar.clear_working_days(one, other) == between - 1


@given(calendars(), days)
def test_a_day_off_has_a_reason_and_a_working_day_has_none(
    calendar: Calendar, day: date
) -> None:
    assert (calendar.day_off(day) is None) == calendar.is_working_day(day)


known = st.dates(date(2009, 1, 1), date(2027, 1, 1))


@given(calendars(), known)
def test_what_was_known_is_the_same_asked_twice(calendar: Calendar, on: date) -> None:
    once = calendar.as_known(on)

    assert once.as_known(on) == once


@given(calendars(), known, known)
def test_knowledge_cut_off_twice_is_cut_off_at_the_earlier_day(
    calendar: Calendar, one: date, other: date
) -> None:
    cut = calendar.as_known(one).as_known(other)

    assert cut == calendar.as_known(min(one, other))
    assert cut.working.days == calendar.as_known(min(one, other)).working.days


@given(calendars(), days)
def test_all_days_together_last_as_long_as_the_time_they_span(
    calendar: Calendar, day: date
) -> None:
    assert calendar.end_of(day) == calendar.start_of(day + DAY)
    assert timedelta(hours=23) <= calendar.length_of(day) <= timedelta(hours=25)
    assert calendar.day_of(calendar.end_of(day)) == day + DAY
