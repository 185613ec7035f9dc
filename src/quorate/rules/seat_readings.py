"""What another reading of the membership's table would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quorate.charter.kinds.membership import Seats
from quorate.rules.finding import Reading
from quorate.rules.membership import reseated
from quorate.rules.readings import Answer, readings_of
from quorate.rules.sitting import Sitting

FIELDS = frozenset(("places", "row_of_several"))
"""Fields of the membership that make more seats of a row, or fewer."""


def seat_readings(
    sitting: Sitting, judge: Callable[[Sitting], Answer]
) -> tuple[Reading, ...]:
    """
    Return the readings of the table on which an answer about a meeting turns.

    `judge` gives the answer for the meeting with another membership. Readings that
    change nothing are left out: nearly every answer counts seats.

    Executes: seats.places, seats.row_of_several
    """
    rule = sitting.seats
    if rule is None:
        return ()

    def read(varied: Seats) -> Answer:
        made = reseated(sitting.membership, rule, varied)
        return judge(replace(sitting, membership=made))

    readings = readings_of(rule, read, only=FIELDS)
    return tuple(one for one in readings if one.changes)
