from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from quorate.charter.timing import Deadline
from quorate.rules.deadlines import due
from quorate.rules.lateness import Lateness, hindsight, lateness
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
    "deadline, as_known, as_corrected",
    [
        (before(5, "clear working day"), 12, 11),
        (before(5, "clear working day", "working day"), 12, 9),
        (before(4, "working day"), 14, 13),
        (before(4, "working day", "working day"), 14, 13),
    ],
)
def test_a_holiday_proclaimed_late_moves_the_deadline(
    deadline: Deadline, as_known: int, as_corrected: int
) -> None:
    found = hindsight(
        deadline, anchor=MEETING, calendar=ENGLAND, known_on=date(2022, 9, 9)
    )

    assert found.planned.last == date(2022, 9, as_known)
    assert found.corrected.last == date(2022, 9, as_corrected)
    assert found.moved


def test_whoever_kept_the_plan_is_late_by_one_day_through_no_fault() -> None:
    found = hindsight(
        before(5, "clear working day"),
        anchor=MEETING,
        calendar=ENGLAND,
        known_on=date(2022, 9, 9),
    )
    done = london(2022, 9, 12, 15)

    assert not lateness(found.planned, done).late
    assert lateness(found.corrected, done) == Lateness(
        late=True, days=1, working_days=1, hours=16
    )
    assert found.blameless(done)
    assert not found.blameless(london(2022, 9, 11, 9))
    assert not found.blameless(london(2022, 9, 13, 9))


def test_a_plan_that_no_proclamation_touched_is_not_moved() -> None:
    found = hindsight(
        before(4, "working day"),
        anchor=date(2022, 9, 8),
        calendar=ENGLAND,
        known_on=date(2022, 9, 1),
    )

    assert not found.moved


def test_an_upload_half_an_hour_after_midnight_is_a_day_late() -> None:
    found = due(before(4, "working day"), anchor=date(2019, 5, 7), calendar=ENGLAND)

    assert found.ends == london(2019, 5, 1)
    assert lateness(found, london(2019, 4, 30, 23, 59)) == Lateness(late=False)
    assert lateness(found, london(2019, 5, 1, 0, 30)) == Lateness(
        late=True, days=1, working_days=1, hours=1
    )


def test_lateness_over_the_end_of_summer_time_counts_hours_as_they_pass() -> None:
    found = due(after(1, "day"), anchor=date(2026, 10, 23), calendar=ENGLAND)

    late = lateness(found, london(2026, 10, 26, 0, 0))

    assert late == Lateness(late=True, days=2, working_days=1, hours=26)


def test_lateness_at_the_weekend_is_of_days_but_of_no_working_days() -> None:
    found = due(after(1, "day"), anchor=date(2026, 3, 26), calendar=ENGLAND)

    late = lateness(found, london(2026, 3, 29, 12))

    assert (late.days, late.working_days) == (2, 0)


def test_lateness_into_an_unknown_year_leaves_its_working_days_open() -> None:
    found = due(after(1, "day"), anchor=date(2035, 12, 20), calendar=ENGLAND)

    late = lateness(found, london(2036, 1, 20, 12))

    assert late.late
    assert late.days == 30
    assert late.working_days is None


def test_twenty_four_hours_before_may_be_exactly_twenty_four() -> None:
    meeting = london(2026, 3, 27, 14)

    found = due(before(24, "hour"), anchor=meeting, calendar=ENGLAND)

    assert found.ends == london(2026, 3, 26, 14)
    assert found.last == date(2026, 3, 26)
    assert found.met_by(london(2026, 3, 26, 14))
    assert lateness(found, london(2026, 3, 26, 16, 30)) == Lateness(
        late=True, days=0, working_days=0, hours=3
    )


def test_a_deed_without_a_time_zone_is_refused() -> None:
    found = due(before(4, "day"), anchor=MEETING, calendar=ENGLAND)

    with pytest.raises(ValueError, match="no time zone"):
        lateness(found, datetime(2026, 3, 27, 14))  # noqa: DTZ001  As above.
