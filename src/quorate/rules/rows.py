"""What a consultation comes to where a row of several organisations makes several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quorate.charter.kinds.membership import EACH, Seats
from quorate.charter.rule import AnyRule
from quorate.facts.consultation import Answer
from quorate.rules.answers import Asking
from quorate.rules.membership import Membership, Seat

FIELD = "row_of_several"


def concerns(asking: Asking) -> bool:
    """Tell if a seat of the body stands for several organisations of one row."""
    return any(len(seat.organisations) > 1 for seat in asking.membership.seats)


def under(asking: Asking, rule: AnyRule) -> Asking:
    """
    Return the consultation as it would be under a reading of the rows.

    With a seat for each organisation, an answer given for one of them is that one's
    alone, and one given for the row is an answer of each.

    Executes: seats.row_of_several
    """
    if not isinstance(rule, Seats) or rule.row_of_several != EACH:
        return asking
    rows = {
        seat.name: tuple(_each(seat))
        for seat in asking.membership.seats
        if len(seat.organisations) > 1
    }
    consultation = asking.consultation
    answers = tuple(
        given for one in consultation.answers for given in _apart(one, rows)
    )
    asked = tuple(
        name
        for one in consultation.asked
        for name in ([seat.name for seat in rows[one]] if one in rows else [one])
    )
    return replace(
        asking,
        consultation=replace(consultation, answers=answers, asked=asked),
        membership=_members(asking.membership, rows),
    )


def _each(seat: Seat) -> Iterator[Seat]:
    for number, organisation in enumerate(seat.organisations, start=1):
        name = f"{seat.name}-{number}"
        yield replace(seat, name=name, organisations=(organisation,))


def _apart(answer: Answer, rows: dict[str, tuple[Seat, ...]]) -> Iterator[Answer]:
    if answer.seat not in rows:
        yield answer
        return
    for seat in rows[answer.seat]:
        if answer.organisation in ("", *seat.organisations):
            yield replace(answer, seat=seat.name)


def _members(membership: Membership, rows: dict[str, tuple[Seat, ...]]) -> Membership:
    holders = {
        name: person
        for seat, person in membership.holders.items()
        for name in ([one.name for one in rows[seat]] if seat in rows else [seat])
    }
    seats = tuple(
        one for seat in membership.seats for one in rows.get(seat.name, (seat,))
    )
    return replace(membership, seats=seats, holders=holders)
