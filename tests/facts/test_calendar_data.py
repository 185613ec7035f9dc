from __future__ import annotations

from datetime import date

import pytest

from quorate.facts.calendar import Holiday
from quorate.facts.calendar_data import read_calendar


def data(**changes: object) -> dict[str, object]:
    """A small calendar as a file would give it, with some keys changed."""
    whole: dict[str, object] = {
        "calendar": "isle",
        "title": "The Isle",
        "version": "1",
        "time_zone": "Europe/London",
        "from": "2026-01-01",
        "until": "2026-12-31",
        "weekend": ["saturday", "sunday"],
        "source": "The Isle's almanac.",
        "holidays": [
            {
                "date": "2026-05-04",
                "name": "May Day",
                "proclaimed": "each year",
                "withdrawn": "2026-02-01",
            },
            {
                "date": "2026-05-08",
                "name": "Victory Day",
                "proclaimed": "2026-02-01",
                "note": "moved from 4 May",
            },
        ],
    }
    return whole | {key.rstrip("_"): value for key, value in changes.items()}


def problems(given: dict[str, object]) -> list[str]:
    """What the reader says against it."""
    with pytest.raises(ValueError, match=": ") as refused:
        read_calendar(given)
    return str(refused.value).splitlines()


def holiday(**changes: str) -> dict[str, object]:
    """A calendar with one holiday, with some keys changed."""
    row = {"date": "2026-05-04", "name": "May Day", "proclaimed": "each year"}
    return data(holidays=[row | changes])


def test_a_calendar_is_read_whole() -> None:
    calendar = read_calendar(data())

    assert calendar.slug == "isle"
    assert calendar.title == "The Isle"
    assert calendar.version == "1"
    assert calendar.source == "The Isle's almanac."
    assert calendar.time_zone == "Europe/London"
    assert calendar.weekend == {5, 6}
    assert (calendar.first, calendar.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert calendar.holidays == (
        Holiday(date(2026, 5, 4), "May Day", None, date(2026, 2, 1)),
        Holiday(
            date(2026, 5, 8), "Victory Day", date(2026, 2, 1), None, "moved from 4 May"
        ),
    )


def test_every_problem_is_told_at_once() -> None:
    found = problems(
        data(
            from_="1 January",
            time_zone="Europe/Nowhere",
            weekend=["caturday"],
            holidays=[{"date": "2026-13-01", "name": "x", "proclaimed": "soon"}],
            colour="red",
        )
    )

    assert found == [
        "the calendar: colour has no meaning here",
        "from: '1 January' is no date like 2026-06-15",
        "holiday 1, date: '2026-13-01' is no date like 2026-06-15",
        "holiday 1, proclaimed: 'soon' is no date like 2026-06-15",
        "weekend: caturday is no day of the week",
        "time_zone: no time zone is called 'Europe/Nowhere'",
    ]


def test_every_missing_key_is_named() -> None:
    found = problems({})

    missing = ["calendar", "title", "version", "time_zone", "from", "until", "weekend"]
    assert found[:7] == [f"the calendar: {key} is missing" for key in missing]


@pytest.mark.parametrize(
    "given, found",
    [
        (
            data(until="2027-12-31"),
            "2027: the calendar claims this year but lists no holiday in it",
        ),
        (data(until="2025-12-31"), "until: the calendar ends before it begins"),
        (data(until="9999-12-31"), "until: a calendar covers 200 years at most"),
        (data(holidays=[]), "holidays: a list of holidays is needed"),
        (data(holidays="none"), "holidays: a list of holidays is needed"),
        (data(holidays=["May Day"]), "holiday 1: a date and a name are needed"),
        (data(weekend="sunday"), "weekend: a list of days of the week is needed"),
        (
            holiday(date="2027-05-03"),
            "holiday 1: 2027-05-03 lies outside the calendar",
        ),
        (
            holiday(proclaimed="2026-06-01"),
            "holiday 1: proclaimed after the day itself",
        ),
        (holiday(withdrawn="2026-06-01"), "holiday 1: withdrawn after the day itself"),
        (holiday(colour="red"), "holiday 1: colour has no meaning here"),
        (
            data(
                holidays=[
                    {"date": "2026-05-04", "name": "a", "proclaimed": "each year"},
                    {"date": "2026-05-04", "name": "b", "proclaimed": "each year"},
                ]
            ),
            "2026-05-04: two holidays stand on one day",
        ),
    ],
)
def test_data_that_cannot_be_right_is_refused(
    given: dict[str, object], found: str
) -> None:
    assert found in problems(given)
