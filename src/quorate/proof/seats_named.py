"""Whether the seats that facts name are there: a slip must not pass for a vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.membership import Seats
from quorate.charter.nodes import Listing, Mapping, Text
from quorate.charter.problems import did_you_mean
from quorate.charter.tables import seat_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quorate.charter.model import Charter
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

JUDGED = frozenset({"ballots", "votes"})
"""What the rules themselves look at: a ballot by somebody without a seat is told."""


def check_seats(facts: Node, charters: Iterable[Charter], problems: Problems) -> None:
    """
    Note each seat in a file of facts that no body of the charters has.

    Whoever is put in a seat of a misspelt name would be taken for a guest, and the
    seat for vacant. Charters without a table of seats leave all names alone.
    """
    known = {
        name
        for charter in charters
        for rule in charter.rules
        if isinstance(rule, Seats)
        for line in rule.lines
        for name in (line.seat, *seat_names(line))
    }
    if not known:
        return
    for seat in _seats_in(facts):
        if seat.value and seat.value not in known:
            problems.add(
                seat.place,
                f"no body of these terms has a seat '{seat.value[:60]}'",
                did_you_mean(seat.value, known),
            )


def _seats_in(node: Node) -> Iterator[Text]:
    if isinstance(node, Listing):
        for item in node.items:
            yield from _seats_in(item)
    elif isinstance(node, Mapping):
        for key, inner in node.pairs:
            if key.value == "people" and isinstance(inner, Mapping):
                yield from (seat for seat, _ in inner.pairs)
            elif key.value == "seat" and isinstance(inner, Text):
                yield inner
            elif key.value not in JUDGED:
                yield from _seats_in(inner)
