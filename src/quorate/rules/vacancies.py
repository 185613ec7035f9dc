"""Which seats nobody holds, since when, and who fills them."""

from __future__ import annotations

from datetime import date, datetime

from quorate.charter.kinds.membership import Appointment as Terms
from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.terms import Savings
from quorate.charter.model import Charter
from quorate.charter.tables import seat_names
from quorate.facts.calendar import Calendar
from quorate.facts.people import Appointment, as_known, day_of, holds_on
from quorate.rules.finding import Explanation, Finding, LeftOut, Reason, Value
from quorate.rules.membership import Membership
from quorate.rules.terms_of_office import last_of_term
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED

STANDS = "stands nevertheless"


def vacancy(
    charter: Charter,
    body: str,
    *,
    seat: str,
    membership: Membership,
    appointments: tuple[Appointment, ...] = (),
    at: datetime | date,
    known_at: datetime | date | None = None,
    calendar: Calendar | None = None,
) -> Finding:
    """
    Say whether somebody holds a seat at a moment and, if not, who fills it.

    A seat is filled only while a named holder is on record; else it is vacant, not
    unknown. The outcome is: filled, vacant. An appointment that outlasts the term
    that the terms give is pointed out: they say how long it lasts, not that it ends
    by itself.

    Where a clause says that vacancies undo nothing, that is what follows.

    Executes: appointment.vacancy_filled_by, appointment.term, savings.defects
    """
    terms = charter.rule_of(body, Terms)
    rule, appointer = _line(charter, body, seat)
    holder = membership.holders.get(seat, "")
    fills = terms.vacancy_filled_by if terms is not None else ""
    clause = terms.clause if terms is not None and fills else rule
    values: dict[str, Value] = {
        "seat": seat,
        "fills": fills or appointer or "not stated",
    }

    def explain() -> Explanation:
        held = next(
            (
                one
                for one in as_known(appointments, known_at)
                if one.seat == seat
                and one.person == holder
                and holds_on(one.from_, one.until, at)
            ),
            None,
        )
        ended = [
            one.until
            for one in as_known(appointments, known_at)
            if one.seat == seat and one.until is not None and one.until < day_of(at)
        ]
        if not holder and ended:
            values["since"] = max(ended).isoformat()
        notes: list[Reason] = []
        if seat in membership.suspended:
            notes.append(
                Reason("suspended", MET, rule, left_out=(LeftOut(holder, "suspended"),))
            )
        if terms is not None and held is not None and held.from_ is not None:
            last = last_of_term(day_of(held.from_), terms.term, calendar=calendar)
            if last is not None and last < day_of(at):
                over: dict[str, Value] = {"until": last.isoformat(), "seat": seat}
                notes.append(
                    Reason("the term is over", NOT_STATED, terms.clause, values=over)
                )
        because = Reason(
            "the seat has a holder",
            MET if holder else NOT_MET,
            clause,
            counted=(holder,) if holder else (),
            values=values,
        )
        if not holder and not (fills or appointer):
            silent: dict[str, Value] = {"field": "vacancy_filled_by"}
            notes.append(Reason("silent", NOT_STATED, rule, values=silent))
        return Explanation(
            because,
            effect=None if holder else _saved(charter, body),
            notes=tuple(notes),
        )

    return Finding(
        "vacancy",
        MET if holder else NOT_MET,
        outcome="filled" if holder else "vacant",
        clause=clause,
        explain=explain,
    )


def _saved(charter: Charter, body: str) -> Reason | None:
    """Say that what the others did stands, where a clause says so of vacancies."""
    rule = charter.rule_of(body, Savings)
    if rule is None or "vacancy" not in rule.defects:
        return None
    values: dict[str, Value] = {"defect": "vacancy", "effect": STANDS}
    return Reason(STANDS, MET, rule.clause, values=values)


def _line(charter: Charter, body: str, seat: str) -> tuple[str, str]:
    """Return the clause that makes a seat, and who appoints to it."""
    for rule in charter.rules_of(body, Seats):
        for line in rule.lines:
            if seat in seat_names(line):
                return rule.clause, line.appointed_by
    return "", ""
