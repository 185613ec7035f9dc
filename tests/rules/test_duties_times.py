from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.timing import EveryPeriod, Times
from quorate.rules.duties_times import day_of_year, spans_of, window_at, windows
from tests.rules.duty_cases import at, board, instances

APRIL = (4, 1)


@pytest.mark.parametrize(
    "day, length, base, run, called",
    [
        (
            date(2026, 3, 31),
            12,
            APRIL,
            (date(2025, 4, 1), date(2026, 3, 31)),
            "2025/26",
        ),
        (date(2026, 4, 1), 12, APRIL, (date(2026, 4, 1), date(2027, 3, 31)), "2026-27"),
        (date(2026, 5, 5), 12, (1, 1), (date(2026, 1, 1), date(2026, 12, 31)), "2026"),
        (date(2026, 5, 5), 3, APRIL, (date(2026, 4, 1), date(2026, 6, 30)), "2026-Q2"),
        (
            date(2024, 2, 29),
            1,
            (1, 1),
            (date(2024, 2, 1), date(2024, 2, 29)),
            "2024-02",
        ),
        (
            date(1998, 5, 5),
            2,
            (1, 1),
            (date(1998, 5, 1), date(1998, 6, 30)),
            "1998-05-01",
        ),
    ],
)
def test_a_day_falls_in_one_period_with_a_name(
    day: date,
    length: int,
    base: tuple[int, int],
    run: tuple[date, date],
    called: str,
) -> None:
    window = window_at(day, unit="month", length=length, base=base, since=None)

    assert window is not None
    assert (window.first, window.last) == run
    assert called in window.names


def test_weeks_begin_on_mondays() -> None:
    window = window_at(
        date(2026, 5, 10), unit="week", length=1, base=(1, 1), since=None
    )

    assert window is not None
    assert (window.first, window.last) == (date(2026, 5, 4), date(2026, 5, 10))


def test_five_months_divide_no_year_and_run_from_the_first_day_of_the_terms() -> None:
    day, since = date(2026, 7, 1), date(2026, 1, 15)

    known = window_at(day, unit="month", length=5, base=(1, 1), since=since)
    unknown = window_at(day, unit="month", length=5, base=(1, 1), since=None)

    assert known is not None
    assert (known.first, known.last) == (date(2026, 6, 15), date(2026, 11, 14))
    assert unknown is None


def test_without_a_first_day_the_periods_of_the_running_year_are_told() -> None:
    found = windows(date(2026, 8, 1), unit="month", length=3, base=APRIL, since=None)

    assert [one.first for one in found] == [date(2026, 4, 1), date(2026, 7, 1)]


def test_before_the_terms_were_in_force_only_the_running_period_is_told() -> None:
    found = list(
        windows(
            date(2026, 8, 1),
            unit="month",
            length=3,
            base=APRIL,
            since=date(2026, 9, 1),
        )
    )

    assert [(one.first, one.whole) for one in found] == [(date(2026, 7, 1), False)]


def test_a_pace_has_a_unit_a_length_and_a_number() -> None:
    assert spans_of(Times(6, at_least=True)) == ("month", 12, 6)
    assert spans_of(EveryPeriod(2, "quarter")) == ("month", 6, 1)
    assert spans_of(EveryPeriod(2, "week")) == ("week", 2, 1)
    assert spans_of(EveryPeriod(1, "term")) == ("", 0, 0)


def test_the_first_day_of_a_year_is_read_from_words() -> None:
    assert day_of_year("1 April") == APRIL
    assert day_of_year("") == (1, 1)


def test_a_term_of_a_school_is_on_no_calendar() -> None:
    terms = board("meets:\n  often: every term")

    (one,) = instances(terms, [], date(2026, 5, 1))

    assert one.state == "unknown"


def test_the_pace_changes_with_its_milestone() -> None:
    terms = board(
        "meets:\n  often: every month\n  until: the lock opens\n"
        "  afterwards: every quarter"
    )
    opened = at("evidence", date(2026, 3, 10), subject="the lock opens")

    before = instances(terms, [], date(2026, 5, 1))
    after = instances(terms, [opened], date(2026, 8, 1))

    assert [one.subject for one in before if one.opening] == [
        "2026-01",
        "2026-02",
        "2026-03",
        "2026-04",
        "2026-05",
    ]
    assert [one.subject for one in after if one.opening] == [
        "2026-Q2",
        "2026-Q3",
        "2026-01",
        "2026-02",
    ]


def test_every_five_years_from_adoption_an_early_review_resets_nothing() -> None:
    terms = board(
        "review:\n  every: every 5 years\n  from: adoption\n  start: 2020-04-01"
    )
    early = at("review decided", date(2021, 6, 1))

    found = [one.due for one in instances(terms, [early], date(2026, 5, 1))]

    assert found == [date(2025, 4, 1), date(2030, 4, 1)]


@pytest.mark.parametrize(
    "when, due",
    [
        ("by 31 January", date(2027, 1, 31)),
        ("by the end of the year", date(2026, 12, 31)),
        ("by the end of each quarter", date(2026, 3, 31)),
        ("by the end of the month", date(2026, 3, 31)),
        ("on decision", date(2026, 3, 3)),
        ("with decision", date(2026, 3, 3)),
        ("1 month after decision", date(2026, 4, 3)),
    ],
)
def test_each_form_of_a_deadline_has_its_last_day(when: str, due: date) -> None:
    terms = board(
        "duty:\n  name: tell\n  strength: must\n  sort: respond\n  action: tell\n"
        f"  after: decision\n  when: {when}\n  done_by: members told"
    )

    (one,) = instances(terms, [at("decision", date(2026, 3, 3))], date(2026, 3, 3))

    assert one.due == due


def test_what_is_counted_from_something_else_waits_for_that() -> None:
    terms = board(
        "duty:\n  name: tell\n  strength: must\n  action: tell\n  after: decision\n"
        "  when: 5 days after minutes agreed\n  done_by: members told\n"
        "  matching: subject"
    )
    decided = at("decision", date(2026, 3, 3), subject="d")
    agreed = at("minutes agreed", date(2026, 4, 7), subject="d")

    (waiting,) = instances(terms, [decided], date(2026, 4, 1))
    (due,) = instances(terms, [decided, agreed], date(2026, 4, 8))

    assert waiting.state == "triggered"
    assert (due.state, due.due) == ("due", date(2026, 4, 12))
