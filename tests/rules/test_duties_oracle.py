"""The same verdicts as a simulation that goes through every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.duty_cases import CALENDAR, at, board, instances

FIRST = date(2026, 1, 5)
LAST = FIRST + timedelta(days=200)
TERMS = board(
    "duty:\n  name: answer\n  strength: must\n  action: answer\n"
    "  after: barrier raised\n  when: 7 working days after barrier raised\n"
    "  done_by: response received"
)


def simulated(asked: list[int], answered: list[int]) -> dict[date, str]:
    """Go through the days one by one, counting the working days that pass."""
    days = [FIRST + timedelta(days=number) for number in range(201)]
    waiting: dict[date, int] = {}
    found: dict[date, str] = {}
    for number, day in enumerate(days):
        working = CALENDAR.is_working_day(day)
        for one in waiting:
            waiting[one] += working
        if number in asked:
            waiting[day] = 0
        if number in answered:
            for one, passed in waiting.items():
                # Past the last day, though no working day may have passed since.
                last = CALENDAR.add_working_days(one, 7)
                in_time = passed <= 7 and day <= last
                found[one] = "discharged" if in_time else "discharged late"
            waiting.clear()
    for one in waiting:
        over = CALENDAR.add_working_days(one, 7) < LAST
        found[one] = "overdue" if over else "due"
    return found


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 200), max_size=12, unique=True),
    st.lists(st.integers(0, 200), max_size=12, unique=True),
)
def test_each_answer_comes_to_what_the_days_one_by_one_come_to(
    asked: list[int], answered: list[int]
) -> None:
    events = [
        at("barrier raised", FIRST + timedelta(days=one), subject=str(one))
        for one in asked
    ] + [at("response received", FIRST + timedelta(days=one)) for one in answered]

    found = {
        one.opening.moment: one.state
        for one in instances(TERMS, events, LAST)
        if one.opening is not None
    }

    assert found == simulated(asked, answered)
