"""How long somebody holds a seat or an office, and whether they can again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.kinds.membership import Appointment as Terms
from quorate.charter.kinds.membership import Role
from quorate.charter.timing import Deadline, EveryPeriod, Times, When
from quorate.facts.calendar import Calendar
from quorate.facts.days import MONTHS_IN_A_YEAR, add_months
from quorate.facts.people import Appointment, as_known, day_of
from quorate.rules.deadlines import WORKING, counted
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

PERIOD_MONTHS = {"month": 1, "quarter": 3, "year": MONTHS_IN_A_YEAR}
DAYS = {"day": 1, "clear day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Held:
    """One stretch of days for which somebody held a seat or an office."""

    person: str
    first: date
    last: date | None
    """The last day; None where none is on record."""


def last_of_term(
    first: date, term: When | None, *, calendar: Calendar | None = None
) -> date | None:
    """
    Return the last day of a term that began on a day.

    None where the terms give no length that a calendar can count. A term of three
    years ends with the same day three years later, as the deadline phrase counts.
    Raises `UnknownYear` for working days outside the calendar.

    Executes: appointment.term, role.term
    """
    if not isinstance(term, Deadline) or term.side != "after":
        return None
    if term.unit in ("month", "year"):
        months = term.amount * (MONTHS_IN_A_YEAR if term.unit == "year" else 1)
        return add_months(first, months)
    if calendar is None and term.unit in WORKING:
        return None
    if term.unit in DAYS:
        return date.fromordinal(first.toordinal() + term.amount * DAYS[term.unit])
    if calendar is None or term.unit == "hour":
        return None
    return counted(term, first, calendar)


def last_of_office(
    roles: Iterable[Role], first: date, *, calendar: Calendar | None = None
) -> tuple[date, str] | None:
    """
    Return the last day of a holding of an office, and the clause that ends it.

    A stated term goes before; else an office elected every year is held for a year.
    None where no rule gives it an end.

    Executes: role.term, role.elected
    """
    rules = tuple(roles)
    for rule in rules:
        last = last_of_term(first, rule.term, calendar=calendar)
        if last is not None:
            return last, rule.clause
    for rule in rules:
        every = rule.elected
        if isinstance(every, EveryPeriod) and every.period in PERIOD_MONTHS:
            months = every.number * PERIOD_MONTHS[every.period]
            return add_months(first, months), rule.clause
        if isinstance(every, Times):
            return add_months(first, MONTHS_IN_A_YEAR // every.number), rule.clause
    return None


def holdings_of(
    facts: Iterable[Appointment], seat: str, *, known_at: datetime | date | None
) -> tuple[Held, ...]:
    """Return who was appointed to a seat, in the order in which they began."""
    found = [
        Held(one.person, day_of(one.from_), one.until)
        for one in as_known(tuple(facts), known_at)
        if one.seat == seat and one.from_ is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.person)))


def seen_as_a_seat(rule: Role) -> Terms:
    """
    Return how often an office can be held again, in the form that seats have it.

    Executes: role.renewals, role.term
    """
    return Terms(clause=rule.clause, renewals=rule.renewals, term=rule.term)


def renewal(terms: Terms, history: Iterable[Held], *, person: str, on: date) -> Finding:
    """
    Say whether somebody can be appointed to a seat again, from a day.

    `history` is who held it before. Appointments follow one another where no break
    as long as the terms ask for lies between; each after the first is a renewal.
    The outcome is one of: first appointment, may be renewed, no more renewals, must
    wait. Where the terms set no number it is not stated.

    Executes: appointment.renewals, appointment.break_of
    """
    held = [one for one in history if one.person == person and one.first < on]
    running = _running(terms, held)
    used = max(len(running) - 1, 0)
    values: dict[str, Value] = {"who": person, "used": used}
    if terms.renewals is not None:
        values["renewals"] = terms.renewals
    missing: tuple[Missing, ...] = ()
    verdict: Verdict = MET
    if not held:
        outcome = "first appointment"
    elif terms.renewals is None:
        verdict, outcome = NOT_STATED, ""
    elif used < terms.renewals:
        outcome = "may be renewed"
    else:
        ended = running[-1].last
        if ended is None:
            ended = last_of_term(running[-1].first, terms.term)
        free = _free_again(terms, ended) if ended is not None else None
        if terms.break_of is None:
            verdict, outcome = NOT_MET, "no more renewals"
        elif free is None:
            verdict, outcome = UNKNOWN, ""
            missing = (Missing("the last day of the last appointment"),)
        else:
            values["from"] = free.isoformat()
            verdict = MET if on >= free else NOT_MET
            outcome = "may be renewed" if on >= free else "must wait"
    reason = Reason(
        "appointed before",
        verdict,
        terms.clause,
        need=terms.renewals,
        have=used,
        unit="renewal",
        values=values,
    )
    return Finding(
        "renewal",
        verdict,
        outcome=outcome,
        clause=terms.clause,
        explain=lambda: Explanation(reason, missing),
    )


def _running(terms: Terms, held: list[Held]) -> list[Held]:
    """Return the appointments that follow one another up to the last."""
    running: list[Held] = []
    for one in held:
        if running:
            ended = running[-1].last
            if ended is None:
                ended = last_of_term(running[-1].first, terms.term)
            free = _free_again(terms, ended) if ended is not None else None
            if free is not None and one.first >= free:
                running = []
        running.append(one)
    return running


def _free_again(terms: Terms, ended: date) -> date | None:
    """Return the first day after the break that the terms ask for."""
    after = last_of_term(ended, terms.break_of)
    return date.fromordinal(after.toordinal() + 1) if after is not None else None
