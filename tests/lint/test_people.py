from __future__ import annotations

from datetime import date
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.quorum import Quorum
from quorate.charter.timing import cadence_phrase, deadline_phrase
from quorate.lint.checks.versions import earlier, said
from quorate.lint.durations import a_year, gap, lead, most_days
from quorate.lint.people import Room, grows, reach, without_names
from quorate.lint.remark import Setting
from tests.lint.linted import MEMBERS, draft, rule

ROLES = rule(
    "3.1 Offices.",
    "role:\n  - role: chair\n    held_by: master\n"
    "  - role: lead\n    elected_by: members",
)


A_MOMENT = 3
"""Seconds, of what took minutes when every organisation was a case of its own."""


def quorum(needs: str) -> Quorum:
    charter = draft(MEMBERS, ROLES, rule("4.1 Quorum.", f"quorum:\n  needs:{needs}"))
    found = charter.rule_of("forum", Quorum)
    assert found is not None
    return found


def room(vacant: dict[tuple[str, str], int] | None = None) -> Room:
    return Room.of(draft(MEMBERS, ROLES), "forum", Setting(vacant=vacant or {}))


def fewest(needs: str) -> int:
    return reach(quorum(needs).needs, room()).fewest


def test_four_seats_are_four_people_with_four_votes() -> None:
    assert len(room().people) == 4
    assert room().votes == 4


@pytest.mark.parametrize(
    "needs,count",
    [
        (" at least 4 of present by seat", 1),
        (" at least 2 of present by person", 3),
        (" includes chair", 1),
        ("\n    any:\n      - includes chair\n      - includes town", 2),
        (" present by seat more than half of filled", 2),
        (" every seat of pilots in present", 1),
    ],
)
def test_the_fewest_absences_that_undo_a_quorum(needs: str, count: int) -> None:
    assert fewest(needs) == count


@pytest.mark.parametrize("organisations", [40, 300])
def test_a_joint_committee_of_any_size_is_judged_at_once(organisations: int) -> None:
    rows = "\n".join(
        f"| town-{one} | Town {one} | | 1 | 1 |" for one in range(organisations)
    )
    members = MEMBERS.replace("| town | Town | Mayor | 1 | 1 |", rows)
    many = Room.of(draft(members), "forum", Setting())
    half = quorum(" present by organisation at least half of filled rounded up").needs

    began = process_time()
    far = reach(half, many)

    assert process_time() - began < A_MOMENT
    assert far.fewest == organisations // 2 + 2


def test_more_than_there_are_can_never_be_there() -> None:
    far = reach(quorum(" at least 5 of present by seat").needs, room())

    assert far.reachable is False
    assert far.fewest == 0


def test_a_vacancy_can_put_the_quorum_out_of_reach() -> None:
    needs = quorum(" at least 4 of present by seat").needs

    assert reach(needs, room()).reachable is True
    assert reach(needs, room({("forum", "pilots"): 1})).reachable is False


def test_a_vacant_office_can_put_the_quorum_out_of_reach() -> None:
    needs = quorum(" includes lead").needs

    assert reach(needs, room()).reachable is True
    assert reach(needs, room({("forum", "lead"): 1})).reachable is False


def test_a_test_that_a_full_room_fails_can_be_met_by_fewer() -> None:
    needs = quorum(
        "\n    all:\n      - at least 1 of present by seat\n"
        "      - at most 2 of present by seat"
    ).needs

    assert not grows(needs)
    assert reach(needs, room()).reachable is True


def test_a_share_that_is_not_stated_leaves_the_question_open() -> None:
    needs = quorum(" present by seat at least half of membership").needs

    assert reach(needs, room()).reachable is None


def test_what_an_office_rules_is_taken_as_allowed() -> None:
    needs = quorum("\n    all:\n      - judged by chair\n      - includes town").needs

    assert reach(needs, room()).fewest == 1


def test_without_named_seats_only_the_count_is_left() -> None:
    both = quorum(
        "\n    all:\n      - at least 2 of present by seat\n      - includes chair"
    ).needs
    either = quorum(
        "\n    any:\n      - at least 2 of present by seat\n      - includes chair"
    ).needs

    assert reach(without_names(both) or both, room()).fewest == 3
    assert without_names(either) is None


@given(st.integers(min_value=1, max_value=200))
def test_working_days_at_worst_take_more_days_than_there_are(days: int) -> None:
    span = deadline_phrase(f"{days} working days before meeting")

    assert most_days(span) >= days + 2  # type: ignore[arg-type]
    assert Fraction(most_days(span), days + 2) <= Fraction(7, 3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "phrase,days",
    [
        ("12 hours before meeting", 1),
        ("5 working days before meeting", 11),
        ("5 clear working days before meeting", 12),
        ("3 clear days before meeting", 4),
        ("2 weeks before meeting", 14),
    ],
)
def test_a_span_at_its_longest(phrase: str, days: int) -> None:
    assert lead(deadline_phrase(phrase), {"meeting": 0}) == days


def test_a_deadline_can_hang_on_another_one() -> None:
    leads = {"meeting": 0, "agenda published": 11}

    assert lead(deadline_phrase("1 week before agenda published"), leads) == 18
    assert lead(deadline_phrase("on agenda published"), leads) == 11
    assert lead(deadline_phrase("1 week after meeting"), leads) is None


@pytest.mark.parametrize(
    "phrase,number,between",
    [
        ("every 2 months", Fraction(6), 56),
        ("at least 4 times a year", Fraction(4), 91),
        ("every quarter", Fraction(4), 90),
        ("as needed", None, None),
    ],
)
def test_how_often_a_cadence_comes_round(
    phrase: str, number: Fraction | None, between: int | None
) -> None:
    cadence = cadence_phrase(phrase)

    assert a_year(cadence) == number
    assert gap(cadence) == between


def test_meetings_around_those_of_another_body_are_counted_by_that_body() -> None:
    around = cadence_phrase("before and after each meeting of board")

    assert a_year(around, {"board": cadence_phrase("every quarter")}) == 8
    assert a_year(around, {}) is None


def test_a_month_is_before_the_next_month_only() -> None:
    assert earlier("2019-05", date(2019, 8, 27))
    assert not earlier("2019-05", date(2019, 5, 31))
    assert not earlier(None, date(2019, 5, 31))
    assert said("2019-05") == "May 2019"
    assert said(date(2019, 5, 7)) == "7 May 2019"
