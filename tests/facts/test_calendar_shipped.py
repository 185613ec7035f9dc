from __future__ import annotations

from datetime import date

import holidays
import pytest

from tests.facts.shipped import NATIONS, shipped

SUBDIVISIONS = [(slug, code) for slug, codes in NATIONS.items() for code in codes]

OURS_ALONE: dict[tuple[str, date], str] = {}
THEIRS_ALONE = {
    ("SCT", date(2006, 11, 30)): (
        "St Andrew's Day: the Act that made it a bank holiday is of January 2007"
    ),
}


@pytest.mark.parametrize("slug, code", SUBDIVISIONS)
def test_every_year_agrees_with_an_independent_list_but_for_named_differences(
    slug: str, code: str
) -> None:
    calendar = shipped(slug)
    years = range(calendar.first.year, calendar.last.year + 1)
    theirs = set(holidays.country_holidays("GB", subdiv=code, years=years))

    ours = {each.day for each in calendar.holidays if each.withdrawn is None}

    assert ours - theirs == {day for nation, day in OURS_ALONE if nation == code}
    assert theirs - ours == {day for nation, day in THEIRS_ALONE if nation == code}


@pytest.mark.parametrize("slug", NATIONS)
def test_the_calendars_cover_the_years_of_every_charter_that_ships(slug: str) -> None:
    calendar = shipped(slug)

    assert calendar.first <= date(2005, 1, 1)
    assert calendar.last >= date(2030, 12, 31)


@pytest.mark.parametrize("slug", NATIONS)
def test_a_moved_holiday_leaves_the_day_it_stood_on_a_working_day(slug: str) -> None:
    calendar = shipped(slug)
    moved = [each for each in calendar.holidays if each.withdrawn]

    assert [each.day for each in moved] == [
        date(2012, 5, 28),
        date(2020, 5, 4),
        date(2022, 5, 30),
    ]
    assert all(calendar.is_working_day(each.day) for each in moved)


@pytest.mark.parametrize("slug", NATIONS)
def test_a_moved_holiday_and_its_new_day_became_known_together(slug: str) -> None:
    calendar = shipped(slug)
    moved = {each.withdrawn for each in calendar.holidays if each.withdrawn}

    proclaimed = {each.proclaimed for each in calendar.holidays if each.proclaimed}

    assert moved <= proclaimed


@pytest.mark.parametrize("slug", NATIONS)
def test_every_one_off_day_says_what_its_date_of_knowledge_rests_on(slug: str) -> None:
    one_off = [each for each in shipped(slug).holidays if each.proclaimed]

    assert len(one_off) >= 8
    assert all(each.note for each in one_off)


def test_scotland_keeps_2_january_and_no_easter_monday() -> None:
    scotland, england = shipped("scotland"), shipped("england-and-wales")

    assert not scotland.is_working_day(date(2024, 1, 2))
    assert scotland.is_working_day(date(2024, 4, 1))
    assert england.is_working_day(date(2024, 1, 2))
    assert not england.is_working_day(date(2024, 4, 1))


def test_the_world_cup_holiday_is_scottish_alone_and_was_unknown_in_january() -> None:
    day = date(2026, 6, 15)

    assert not shipped("scotland").is_working_day(day)
    assert shipped("scotland").as_known(date(2026, 1, 31)).is_working_day(day)
    assert shipped("england-and-wales").is_working_day(day)


def test_christmas_on_a_saturday_gives_two_substitute_days() -> None:
    for slug in NATIONS:
        calendar = shipped(slug)

        found = [calendar.day_off(date(2027, 12, day)) for day in (27, 28, 29)]

        assert [off.name if off else "" for off in found] == [
            "Christmas Day (substitute day)",
            "Boxing Day (substitute day)",
            "",
        ]
