from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar, ClosedDay, SensitivePeriod
from quorate.facts.days import UnknownYear
from quorate.facts.meeting import Meeting
from quorate.rules.planner import PlannedEvent, plan
from tests.facts.shipped import shipped
from tests.rules.harbour import FRONT, board

CALENDAR = shipped("england-and-wales")
JANUARY = date(2026, 1, 1)


def year(
    rules: str,
    *meetings: Meeting,
    first: date = JANUARY,
    calendar: Calendar = CALENDAR,
    front: str = FRONT,
) -> tuple[PlannedEvent, ...]:
    return plan(
        board(rules, front=front),
        "board",
        first=first,
        calendar=calendar,
        meetings=meetings,
    )


def days(lines: tuple[PlannedEvent, ...], kind: str = "meeting") -> list[date]:
    return [one.on for one in lines if one.kind == kind]


@pytest.mark.parametrize(
    "often, number",
    [
        ("every month", 12),
        ("every 2 months", 6),
        ("every quarter", 4),
        ("once in each quarter", 4),
        ("every term", 3),
        ("every year", 1),
        ("every 2 weeks", 26),
        ("4 times a year", 4),
        ("at least 5 times a year", 5),
        ("twice a year", 2),
    ],
)
def test_a_year_holds_as_many_meetings_as_the_cadence_asks(
    often: str, number: int
) -> None:
    found = days(year(f"meets:\n  often: {often}\n"))

    assert len(set(found)) == number


@given(
    st.dates(date(2010, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        ["every month", "every quarter", "5 times a year", "every 2 weeks"]
    ),
)
def test_meetings_fall_on_working_days_of_the_year_and_the_plan_repeats(
    first: date, often: str
) -> None:
    rules = (
        f"meets:\n  often: {often}\n"
        "notice:\n  of: agenda\n  by: 4 days before meeting\n"
    )

    lines = year(rules, first=first)

    assert lines == year(rules, first=first)
    assert all(CALENDAR.is_working_day(day) for day in days(lines))
    assert all(first <= day < first + timedelta(days=366) for day in days(lines))
    assert list(lines) == sorted(lines, key=lambda one: one.on)


def test_each_quarter_of_the_bodys_year_has_its_own_meeting() -> None:
    rules = "meets:\n  often: every quarter\n  window: body's year\n"

    found = days(year(rules, first=date(2026, 4, 1)))

    assert [day.month for day in found] == [4, 7, 10, 1]


def test_a_meeting_keeps_clear_of_closed_days_and_sensitive_periods() -> None:
    closed = (ClosedDay(date(2026, 1, 13), "flood"),)
    election = (SensitivePeriod("election", date(2026, 1, 8), date(2026, 1, 21)),)
    rules = "meets:\n  often: every quarter\n"

    plain = days(year(rules))
    shut = days(year(rules, calendar=CALENDAR.with_closed(closed)))
    busy = Calendar(
        CALENDAR.slug,
        CALENDAR.version,
        CALENDAR.first,
        CALENDAR.last,
        CALENDAR.holidays,
        sensitive=election,
    )

    assert plain[0] == date(2026, 1, 13)
    assert shut[0] == date(2026, 1, 14)
    assert days(year(rules, calendar=busy))[0] == date(2026, 1, 22)


def test_where_no_day_is_clear_the_note_names_the_period() -> None:
    long = (SensitivePeriod("election", date(2026, 1, 1), date(2026, 3, 31)),)
    busy = Calendar(
        CALENDAR.slug,
        CALENDAR.version,
        CALENDAR.first,
        CALENDAR.last,
        CALENDAR.holidays,
        sensitive=long,
    )

    lines = year("meets:\n  often: every quarter\n", calendar=busy)

    assert "no day is clear of election" in lines[0].note


def test_a_meeting_that_is_set_fills_its_period() -> None:
    held = Meeting(name="set", body="board", opens=date(2026, 2, 20))
    off = Meeting(name="off", body="board", opens=date(2026, 5, 20), state="cancelled")

    lines = year("meets:\n  often: every quarter\n", held, off)

    assert days(lines)[0] == date(2026, 2, 20)
    assert "proposed" not in lines[0].note
    assert date(2026, 5, 20) not in days(lines)
    assert len(days(lines)) == 4


CREW = (
    FRONT
    + """
The crew meets. {#crew-meets for=crew}

```rule
meets:
  often: every quarter
```
"""
)


@pytest.mark.parametrize(
    "often, serves, number",
    [
        ("before each meeting of crew", "", 4),
        ("after each meeting of crew", "", 4),
        ("before and after each meeting of crew", "yes", 5),
        ("before and after each meeting of crew", "no", 8),
        ("at every meeting of crew", "", 4),
    ],
)
def test_meetings_move_with_those_of_another_body(
    often: str, serves: str, number: int
) -> None:
    more = f"  one_serves_both: {serves}\n" if serves else ""

    lines = year(f"meets:\n  often: {often}\n{more}", front=CREW)

    assert len(days(lines)) == number
    assert all("crew" in one.note for one in lines if one.kind == "meeting")


def test_one_meeting_between_two_of_another_body_serves_both() -> None:
    other = [date(2026, 3, 3), date(2026, 6, 2), date(2026, 9, 1)]
    crew = tuple(Meeting(name=str(day), body="pilots", opens=day) for day in other)
    rules = (
        "meets:\n  often: before and after each meeting of pilots\n"
        "  one_serves_both: yes\n"
    )

    found = days(year(rules, *crew))

    assert len(found) == 4
    marks = sorted([(day, "crew") for day in other] + [(day, "own") for day in found])
    assert [who for _, who in marks] == ["own", "crew"] * 3 + ["own"]


def test_a_body_of_which_no_meeting_is_known_gives_no_dates() -> None:
    lines = year("meets:\n  often: after each meeting of pilots\n")

    assert lines[0].until == date(2026, 12, 31)
    assert "no meeting of pilots is known" in lines[0].note


def test_bodies_that_wait_for_each_other_get_no_dates() -> None:
    front = CREW.replace("every quarter", "before each meeting of board")

    lines = year("meets:\n  often: after each meeting of crew\n", front=front)

    assert "no meeting of crew is known" in lines[0].note


def test_two_rules_are_kept_by_the_same_meetings_where_they_can_be() -> None:
    rules = "meets:\n  - often: 5 times a year\n  - often: after each meeting of crew\n"

    assert len(days(year(rules, front=CREW))) == 5


@pytest.mark.parametrize("often", ["as needed", "on request", "regularly"])
def test_words_without_a_date_stand_for_the_whole_year(often: str) -> None:
    lines = year(f"meets:\n  often: {often}\n")

    assert (lines[0].on, lines[0].until) == (JANUARY, date(2026, 12, 31))
    assert "no date follows from these words" in lines[0].note


PAPERS = """
meets:
  often: every quarter
  longest_gap: 8 weeks after meeting
notice:
  - of: agenda
    interpretations:
      by:
        take: 4 working days before meeting
        other: 4 clear working days before meeting
        because: the day itself is not mentioned
  - of: papers
    by: with agenda published
    later: before meeting
    strength: endeavour
lead_times:
  steps:
    - step: the draft is in
      by: 10 working days before meeting
      who: clerk
    - step: a last look
      by: 24 hours before meeting
record:
  of: minutes
  by: 1 week after meeting
  agreed: at the next meeting of board
  published: 5 working days after minutes agreed
duty:
  - strength: must
    bearer: chair
    action: send the minutes up
    to: [crew, pilots]
    after: minutes agreed
    when: at the next meeting of each recipient
  - strength: must
    action: tell the staff
    after: meeting
    when: promptly
  - strength: must
    action: report to the board
    often: at every meeting
  - strength: should
    action: thank the hosts
    after: meeting
    when: 2 days after meeting
"""


def test_agenda_papers_minutes_and_duties_follow_from_each_meeting() -> None:
    lines = year(PAPERS, front=CREW)

    first = [one for one in lines if "2026-01-13" in one.what]
    said = {one.what: one for one in first}
    agenda = said["agenda for the meeting of 2026-01-13"]
    assert agenda.on == date(2026, 1, 7)
    assert "or: 4 clear working days before meeting" in agenda.note
    papers = said["papers for the meeting of 2026-01-13"]
    assert (papers.on, papers.strength) == (date(2026, 1, 7), "endeavour")
    assert said["last day for papers for the meeting of 2026-01-13"].on == date(
        2026, 1, 12
    )
    assert said["the draft is in, for the meeting of 2026-01-13"].on == date(
        2025, 12, 29
    )
    assert said["minutes of 2026-01-13 sent"].on == date(2026, 1, 20)
    assert said["minutes of 2026-01-13 agreed"].on == date(2026, 4, 14)
    assert said["minutes of 2026-01-13 published"].on == date(2026, 4, 21)


def test_what_follows_from_agreed_minutes_waits_for_each_recipient() -> None:
    lines = year(PAPERS, front=CREW)

    crew = [one for one in lines if one.what == "send the minutes up: Harbour Crew"]
    pilots = [one for one in lines if one.what == "send the minutes up: Pilots"]
    assert crew[0].on == date(2026, 7, 14)
    assert pilots[0].until == date(2026, 12, 31)
    assert "no later meeting of Pilots is known" in pilots[0].note


def test_duties_by_the_meeting_keep_their_strength_and_say_when_no_day_follows() -> (
    None
):
    lines = year(PAPERS)

    tell = next(one for one in lines if one.what == "tell the staff")
    thank = next(one for one in lines if one.what == "thank the hosts")
    reports = [one.on for one in lines if one.what == "report to the board"]
    assert "no day follows" in tell.note
    assert (thank.on, thank.strength) == (date(2026, 1, 15), "should")
    assert reports == days(lines)


def test_a_gap_longer_than_the_terms_let_it_be_is_pointed_out() -> None:
    lines = [one for one in year(PAPERS) if one.kind == "meeting"]

    assert "more than 8 weeks" not in lines[0].note
    assert all("more than 8 weeks after the last" in one.note for one in lines[1:])


YEARLY = """
meets:
  often: every quarter
  set_ahead: yes
  annual_meeting: by 30 June
role:
  - role: chair
    elected_by: the members
    elected: every year
  - role: clerk
    elected: every 2 years
duty:
  - strength: must
    action: publish the report
    often: every year
    when: by 31 March
    done_by: report published
  - strength: must
    action: look at attendance
    often: every quarter
    window: calendar year
  - strength: must
    action: open the new quay
    promised_for: 2026-09
  - strength: may
    action: read the tide tables
    often: as needed
review:
  every: every 2 years
  from: adoption
  start: 2024-06-15
interests:
  confirmed: every year
register:
  of: risks
  reviewed: at every meeting of pilots
instrument:
  titled: Harbour compact
  reviewed: every year
ending:
  lasts: until a day
  until: 2026-11-30
"""


def test_reports_reviews_elections_and_ends_stand_on_their_days() -> None:
    lines = year(YEARLY)

    on = {one.what: one.on for one in lines}
    assert on["annual meeting"] == date(2026, 4, 14)
    assert on["election of the chair"] == date(2026, 4, 14)
    assert on["publish the report"] == date(2026, 3, 31)
    assert on["open the new quay"] == date(2026, 9, 30)
    assert on["review of the terms"] == date(2026, 6, 15)
    assert on["confirm the register of interests"] == date(2026, 12, 31)
    assert on["review Harbour compact"] == date(2026, 12, 31)
    assert on["the body ends"] == date(2026, 11, 30)
    assert on["the coming year's dates are set"] == date(2026, 12, 31)
    assert [one.on.month for one in lines if one.what == "look at attendance"] == [
        3,
        6,
        9,
        12,
    ]


def test_what_no_calendar_can_place_says_why() -> None:
    notes = {one.what: one.note for one in year(YEARLY)}

    assert "as needed: no day follows" in notes["read the tide tables"]
    assert "no meeting of pilots is known" in notes["review the register of risks"]
    assert "last election is not on record" in notes["election of the clerk"]


def test_an_annual_meeting_is_proposed_where_none_falls_in_its_time() -> None:
    rules = "meets:\n  often: every year\n  annual_meeting: by 31 January\n"
    late = Meeting(name="late", body="board", opens=date(2026, 9, 1))

    lines = year(rules, late)

    assert [one.what for one in lines] == ["annual meeting", "meeting"]


def test_an_annual_meeting_that_is_set_is_the_annual_meeting() -> None:
    held = Meeting(name="a", body="board", opens=date(2026, 5, 12), sort="annual")

    lines = year(YEARLY, held)

    assert [one.on for one in lines if one.what == "annual meeting"] == [
        date(2026, 5, 12)
    ]


def test_elections_without_an_annual_meeting_stand_at_the_first_with_a_note() -> None:
    lines = year(YEARLY.replace("  annual_meeting: by 30 June\n", ""))

    election = next(one for one in lines if one.what == "election of the chair")
    assert election.on == date(2026, 1, 13)
    assert "the terms do not say at which meeting" in election.note


def test_a_review_without_a_beginning_says_so() -> None:
    lines = year("review:\n  every: every 2 years\n")

    assert lines[0].until == date(2026, 12, 31)
    assert "not on record" in lines[0].note


def test_the_coming_years_dates_go_out_on_a_stated_day() -> None:
    rules = (
        "meets:\n  often: every quarter\n  set_ahead: yes\n"
        "notice:\n  of: dates\n  by: by 31 October\n"
    )

    assert days(year(rules), "dates") == [date(2026, 10, 31)]


def test_the_end_of_each_quarter_follows_the_bodys_year() -> None:
    rules = (
        "duty:\n  strength: must\n  action: count\n  when: by the end of each quarter\n"
    )

    found = days(year(rules), "duty")

    assert [day.month for day in found] == [3, 6, 9, 12]


def test_a_year_that_the_calendar_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownYear):
        year("meets:\n  often: every quarter\n", first=date(2040, 1, 1))


def test_a_body_without_meetings_still_has_its_year() -> None:
    charter: Charter = board(
        "duty:\n  strength: must\n  action: look\n  often: every year\n"
    )

    lines = plan(charter, "board", first=JANUARY, calendar=CALENDAR)

    assert [(one.on, one.what, one.body) for one in lines] == [
        (date(2026, 12, 31), "look", "board")
    ]


def test_a_pace_that_changes_at_a_milestone_says_so() -> None:
    rules = (
        "meets:\n  often: every month\n  until: the quay opens\n"
        "  afterwards: every quarter\n"
    )

    assert "until the quay opens, then every quarter" in year(rules)[0].note


def test_a_meeting_that_is_set_in_a_sensitive_period_is_pointed_out() -> None:
    period = (SensitivePeriod("election", date(2026, 2, 1), date(2026, 2, 28)),)
    busy = replace(CALENDAR, sensitive=period)
    held = Meeting(name="set", body="board", opens=date(2026, 2, 20))

    lines = year("meets:\n  often: every quarter\n", held, calendar=busy)

    assert lines[0].note == "falls in election"


def test_a_meeting_that_is_set_stands_without_any_rule() -> None:
    held = Meeting(name="set", body="board", opens=date(2026, 2, 20))

    (line,) = year("", held)

    assert (line.on, line.clause) == (date(2026, 2, 20), "")
