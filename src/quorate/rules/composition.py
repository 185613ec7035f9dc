"""Whether a membership as a whole is as the terms ask."""

from __future__ import annotations

from collections.abc import Iterator

from quorate.charter.kinds.membership import Appointment, Seats
from quorate.rules.finding import Explanation, Finding, LeftOut, Reason
from quorate.rules.membership import Membership
from quorate.rules.reasons import missing_from, reason_for
from quorate.rules.sets import Ground
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, all_of

AS_ASKED, NOT_AS_ASKED = "as the terms ask", "not as the terms ask"


def composition(
    seats: tuple[Seats, ...],
    appointment: Appointment | None,
    membership: Membership,
    *,
    body: str,
) -> Finding:
    """
    Say whether the whole membership meets its test, with one seat a person if need be.

    A seat that is vacant counts in the test as the test's own words have it. The
    outcome is: as the terms ask, or not as the terms ask.

    Executes: appointment.must_meet, seats.distinct
    """
    ground = Ground(membership)
    reasons = list(_one_seat_each(seats, membership))
    if appointment is not None and appointment.must_meet is not None:
        reasons.append(
            reason_for(appointment.must_meet, ground, {}, clause=appointment.clause)
        )
    if not reasons:
        return silence("composition", "appointment", body=body)
    verdict = all_of(one.verdict for one in reasons)
    told = next((one for one in reasons if one.verdict is not MET), reasons[0])

    def explain() -> Explanation:
        because = told
        if len(reasons) > 1:
            because = Reason("all", verdict, told.clause, parts=tuple(reasons))
        test = appointment.must_meet if appointment is not None else None
        missing = missing_from(test, reasons[-1]) if test is not None else ()
        return Explanation(because, missing)

    return Finding(
        "composition",
        verdict,
        outcome={MET: AS_ASKED, NOT_MET: NOT_AS_ASKED}.get(verdict, ""),
        clause=told.clause,
        explain=explain,
    )


def _one_seat_each(
    seats: tuple[Seats, ...], membership: Membership
) -> Iterator[Reason]:
    for rule in seats:
        if rule.distinct != "yes":
            continue
        rows = {line.seat for line in rule.lines}
        held: dict[str, list[str]] = {}
        for seat in membership.seats:
            if seat.line in rows and seat.name in membership.holders:
                held.setdefault(membership.holders[seat.name], []).append(seat.name)
        twice = tuple(sorted(who for who, names in held.items() if len(names) > 1))
        yield Reason(
            "one seat a person",
            NOT_MET if twice else MET,
            rule.clause,
            have=len(held),
            left_out=tuple(LeftOut(one, "more than one seat") for one in twice),
        )
