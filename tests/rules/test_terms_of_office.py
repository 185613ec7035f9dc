from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.membership import Appointment as Terms
from quorate.charter.kinds.membership import Role
from quorate.charter.timing import EveryPeriod, Times, Unbounded
from quorate.facts.people import Appointment
from quorate.rules.terms_of_office import (
    Held,
    holdings_of,
    last_of_office,
    last_of_term,
    renewal,
)
from quorate.rules.vacancies import vacancy
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.facts.shipped import shipped
from tests.rules.harbour import board, members, seated

FIRST = date(2026, 2, 10)
THREE_YEARS = deadline_phrase("3 years after appointment")
ONCE = Terms(term=deadline_phrase("1 year after appointment"), renewals=1)


@pytest.mark.parametrize(
    "phrase, last",
    [
        ("3 years after appointment", date(2029, 2, 10)),
        ("6 months after appointment", date(2026, 8, 10)),
        ("2 weeks after appointment", date(2026, 2, 24)),
        ("5 working days after appointment", date(2026, 2, 17)),
        ("promptly", None),
        ("3 days before meeting", None),
        ("3 hours after appointment", None),
    ],
)
def test_a_term_ends_as_its_phrase_counts(phrase: str, last: date | None) -> None:
    calendar = shipped("england-and-wales")

    assert last_of_term(FIRST, deadline_phrase(phrase), calendar=calendar) == last


def test_working_days_without_a_calendar_end_nowhere() -> None:
    when = deadline_phrase("5 working days after appointment")

    assert last_of_term(FIRST, when) is None


def test_an_office_elected_every_year_is_held_for_a_year() -> None:
    yearly = Role(role="chair", elected=EveryPeriod(1, "year"), clause="a")
    twice = Role(role="chair", elected=Times(2), clause="b")
    termed = Role(role="chair", term=THREE_YEARS, clause="c")
    never = Role(role="chair", elected=Unbounded("as needed"))

    assert last_of_office((yearly,), FIRST) == (date(2027, 2, 10), "a")
    assert last_of_office((twice,), FIRST) == (date(2026, 8, 10), "b")
    assert last_of_office((yearly, termed), FIRST) == (date(2029, 2, 10), "c")
    assert last_of_office((never,), FIRST) is None


def test_holdings_of_a_seat_stand_in_the_order_they_began() -> None:
    later = Appointment(seat="mate", person="bo", from_=date(2027, 1, 1))
    early = Appointment(
        seat="mate", person="cy", from_=date(2026, 1, 1), until=date(2026, 12, 31)
    )

    found = holdings_of((later, early), "mate", known_at=None)

    assert [one.person for one in found] == ["cy", "bo"]


def year(number: int, person: str = "bo") -> Held:
    return Held(person, date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    "years, on, verdict, outcome",
    [
        ((), 2026, MET, "first appointment"),
        ((2025,), 2026, MET, "may be renewed"),
        ((2024, 2025), 2026, NOT_MET, "no more renewals"),
    ],
)
def test_each_appointment_after_the_first_is_a_renewal(
    years: tuple[int, ...], on: int, verdict: str, outcome: str
) -> None:
    history = [year(one) for one in years] + [year(2020, "cy")]

    found = renewal(ONCE, history, person="bo", on=date(on, 1, 1))

    assert (found.verdict, found.outcome) == (verdict, outcome)


def test_somebody_who_has_had_all_renewals_can_return_after_the_break() -> None:
    terms = Terms(renewals=1, break_of=deadline_phrase("2 years after appointment"))
    history = [year(2022), year(2023)]

    waits = renewal(terms, history, person="bo", on=date(2025, 12, 31))
    returns = renewal(terms, history, person="bo", on=date(2026, 1, 1))

    assert (waits.verdict, waits.outcome) == (NOT_MET, "must wait")
    assert waits.because.values["from"] == "2026-01-01"
    assert returns.outcome == "may be renewed"


def test_a_break_that_was_long_enough_starts_the_count_afresh() -> None:
    terms = Terms(renewals=1, break_of=deadline_phrase("1 year after appointment"))
    history = [year(2019), year(2020), year(2023)]

    found = renewal(terms, history, person="bo", on=date(2024, 1, 1))

    assert found.outcome == "may be renewed"
    assert found.because.have == 0


def test_without_a_number_renewal_is_not_stated() -> None:
    found = renewal(Terms(), [year(2025)], person="bo", on=date(2026, 1, 1))

    assert found.verdict == NOT_STATED


def test_a_break_from_a_day_that_nobody_knows_is_unknown() -> None:
    terms = Terms(renewals=0, break_of=deadline_phrase("1 year after appointment"))
    open_ended = [Held("bo", date(2020, 1, 1), None)]

    found = renewal(terms, open_ended, person="bo", on=date(2026, 1, 1))

    assert found.verdict == UNKNOWN


APPOINTED = """
appointment:
  term: 1 year after appointment
  vacancy_filled_by: the organisation of the seat
"""


def test_a_vacant_seat_says_who_fills_it_and_since_when_it_is_empty() -> None:
    charter = board(APPOINTED)
    gone = Appointment(seat="mate", person="bo", until=date(2026, 3, 31))
    there = members(charter)
    without = type(there)(
        there.seats, {k: v for k, v in there.holders.items() if k != "mate"}
    )

    found = vacancy(
        charter,
        "board",
        seat="mate",
        membership=without,
        appointments=(gone,),
        at=date(2026, 5, 5),
    )

    assert (found.verdict, found.outcome) == (NOT_MET, "vacant")
    assert found.because.values["fills"] == "the organisation of the seat"
    assert found.because.values["since"] == "2026-03-31"


def test_a_filled_seat_is_filled_and_an_overlong_term_is_pointed_out() -> None:
    charter = board(APPOINTED)
    old = Appointment(seat="mate", person="bo", from_=date(2024, 1, 1))

    found = vacancy(
        charter,
        "board",
        seat="mate",
        membership=members(charter),
        appointments=(old,),
        at=date(2026, 5, 5),
    )

    (note,) = found.explanation.notes
    assert (found.verdict, found.outcome) == (MET, "filled")
    assert note.values["until"] == "2025-01-01"


def test_where_nobody_is_named_the_terms_are_silent_on_who_fills_a_seat() -> None:
    charter = board()
    there = members(charter)

    found = vacancy(
        charter,
        "board",
        seat="mate",
        membership=type(there)(there.seats, {}),
        appointments=seated(),
        at=date(2026, 5, 5),
    )

    assert found.because.values["fills"] == "not stated"
    assert found.explanation.notes[0].values["field"] == "vacancy_filled_by"
