from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.deadlines import deadline_phrase
from quorate.rules.absence_counts import (
    AbsenceCount,
    UnreadableCountError,
    absence_count,
    begins,
    standing,
    year_start,
)

EVER = date(2000, 1, 1)


@pytest.mark.parametrize(
    "words, number, what",
    [
        ("2 apologies", 2, "apology"),
        ("three absences", 3, "absence"),
        ("1 absence", 1, "absence"),
        ("2 absences without apology", 2, "absence without apology"),
        ("Two  Absences without apologies", 2, "absence without apology"),
    ],
)
def test_a_count_is_a_number_and_what_is_counted(
    words: str, number: int, what: str
) -> None:
    assert absence_count(words) == AbsenceCount(number, what)


@pytest.mark.parametrize("words", ["apologies", "0 absences", "2 holidays", "", "x 2"])
def test_words_that_count_nothing_are_refused_with_an_example(words: str) -> None:
    with pytest.raises(UnreadableCountError, match="write a number and 'apologies'"):
        absence_count(words)


def test_a_rolling_year_leaves_out_the_same_day_a_year_before() -> None:
    begin = begins("rolling", deadline_phrase("1 year before meeting"), year_starts="")

    assert begin is not None
    assert begin(date(2020, 3, 10)) == date(2019, 3, 11)


def test_a_rolling_time_without_a_length_is_a_year() -> None:
    begin = begins("rolling", None, year_starts="")

    assert begin is not None
    assert begin(date(2020, 3, 10)) == date(2019, 3, 11)


def test_a_time_in_weeks_is_counted_in_days() -> None:
    begin = begins("rolling", deadline_phrase("2 weeks before meeting"), year_starts="")

    assert begin is not None
    assert begin(date(2020, 3, 15)) == date(2020, 3, 2)


@pytest.mark.parametrize(
    "day, first",
    [
        (date(2020, 3, 31), date(2019, 4, 1)),
        (date(2020, 4, 1), date(2020, 4, 1)),
        (date(2020, 12, 25), date(2020, 4, 1)),
    ],
)
def test_the_bodys_year_begins_on_its_day(day: date, first: date) -> None:
    begin = begins("body's year", None, year_starts="1 April")

    assert begin is not None
    assert begin(day) == first


def test_a_bodys_year_that_nobody_stated_has_no_beginning() -> None:
    assert begins("body's year", None, year_starts="") is None


def test_a_calendar_year_begins_in_january() -> None:
    begin = begins("calendar year", None, year_starts="1 April")

    assert begin is not None
    assert begin(date(2020, 3, 31)) == date(2020, 1, 1)


@pytest.mark.parametrize("words", ["", "April", "1 Brumaire", "spring"])
def test_words_that_name_no_day_begin_no_year(words: str) -> None:
    assert year_start(words) is None


def test_time_in_working_days_is_left_to_somebody_with_a_calendar() -> None:
    when = deadline_phrase("10 working days before meeting")

    assert begins("rolling", when, year_starts="") is None


histories = st.lists(
    st.tuples(st.integers(min_value=1, max_value=200), st.booleans()), max_size=30
)


@given(histories, st.integers(min_value=1, max_value=400))
def test_two_pointers_find_what_a_plain_search_finds(
    steps: list[tuple[int, bool]], length: int
) -> None:
    days, day = [], EVER
    for step, _ in steps:
        day += timedelta(days=step)
        days.append(day)
    counts = [counted for _, counted in steps]

    found = standing(
        days, counts, running=False, begin=lambda on: on - timedelta(days=length)
    )

    for place, on in enumerate(days):
        start = on - timedelta(days=length)
        plain = [n for n in range(place + 1) if counts[n] and days[n] >= start]
        assert list(found.after(place)) == plain
        assert found.number_after(place) == len(plain)


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_a_run_is_as_long_as_the_absences_at_its_end(counts: list[bool]) -> None:
    days = [EVER + timedelta(days=n) for n in range(len(counts))]

    found = standing(days, counts, running=True, begin=lambda _on: date.min)

    last = len(counts) - 1
    run = 0
    while run <= last and counts[last - run]:
        run += 1
    assert found.number_after(last) == run
