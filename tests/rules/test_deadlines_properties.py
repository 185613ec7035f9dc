from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from quorate.charter.timing import UNITS, Deadline
from quorate.facts.calendar import Calendar
from quorate.rules.deadline_steps import steps
from quorate.rules.deadlines import due, dues, last_day, last_days
from quorate.rules.lateness import lateness
from tests.facts.shipped import NATIONS, shipped

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
days = st.dates(date(2008, 1, 1), date(2033, 12, 31))
calendars = st.sampled_from(sorted(NATIONS)).map(shipped)
deadlines = st.builds(
    Deadline,
    amount=st.integers(0, 60),
    unit=st.sampled_from(sorted(set(UNITS.values()) - {"hour"})),
    side=st.sampled_from(["before", "after"]),
    event=st.just("meeting"),
    issue_on=st.sampled_from(["any day", "working day"]),
).filter(
    lambda deadline: deadline.amount <= 2 or deadline.unit not in {"month", "year"}
)


@given(deadlines, days, calendars)
def test_before_is_never_after_and_after_never_before(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    last = last_day(deadline, day, calendar)

    assert last <= day if deadline.side == "before" else last >= day


@given(deadlines, days, days, calendars)
def test_a_later_event_never_has_an_earlier_deadline(
    deadline: Deadline, one: date, other: date, calendar: Calendar
) -> None:
    early, late = sorted((one, other))

    lasts = last_days(deadline, [early, late], calendar)

    assert lasts == sorted(lasts)


@given(deadlines, days, calendars)
def test_more_notice_is_never_given_later(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    longer = replace(deadline, side="before", amount=deadline.amount + 1)

    less = last_day(replace(deadline, side="before"), day, calendar)

    assert last_day(longer, day, calendar) <= less


@given(deadlines, days, calendars)
def test_clear_days_are_never_more_generous_than_plain_ones(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    assume(deadline.unit.endswith("day") and deadline.side == "before")
    plain = replace(deadline, unit=deadline.unit.removeprefix("clear "))
    clear = replace(deadline, unit=f"clear {plain.unit}")

    tighter, looser = (last_day(each, day, calendar) for each in (clear, plain))

    assert tighter <= looser
    assert tighter < looser or deadline.issue_on == "working day"


@given(deadlines, days, calendars)
def test_as_many_working_days_lie_between_as_the_deadline_asks_for(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    clear = replace(deadline, unit="clear working day", side="before")

    last = last_day(clear, day, calendar)

    assert calendar.clear_working_days(last, day) == deadline.amount


@given(deadlines, days, calendars)
def test_a_thing_issued_on_working_days_is_due_on_one(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    last = last_day(replace(deadline, issue_on="working day"), day, calendar)

    assert calendar.is_working_day(last)


@given(deadlines, days, calendars)
def test_the_steps_end_at_the_last_day_and_count_to_the_amount(
    deadline: Deadline, day: date, calendar: Calendar
) -> None:
    found = due(deadline, anchor=day, calendar=calendar)

    taken = steps(found)

    numbers = [step.number for step in taken if step.number]
    assert not taken or (taken[-1].day, taken[-1].role) == (found.last, "last")
    assert numbers == sorted(numbers)
    assert "working" not in deadline.unit or len(numbers) == deadline.amount


@given(deadlines, days, calendars, st.integers(-60 * 24 * 40, 60 * 24 * 40))
def test_a_deed_is_late_exactly_when_it_falls_after_the_last_day(
    deadline: Deadline, day: date, calendar: Calendar, minutes: int
) -> None:
    found = due(deadline, anchor=day, calendar=calendar)
    done = calendar.start_of(found.last) + minutes * MINUTE

    found_late = lateness(found, done)

    assert found_late.late == (calendar.day_of(done) > found.last)
    assert found_late.days == max((calendar.day_of(done) - found.last).days, 0)


@given(deadlines, st.lists(days, max_size=20), calendars)
def test_many_at_once_are_what_each_is_alone(
    deadline: Deadline, asked: list[date], calendar: Calendar
) -> None:
    found = dues(deadline, anchors=asked, calendar=calendar)

    assert found == [due(deadline, anchor=day, calendar=calendar) for day in asked]
