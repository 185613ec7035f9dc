"""Meetings of the digital steering group, drawn from a fixed seed, for every engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from random import Random
from typing import Any

from quorate.charter.kinds.quorum import Quorum
from quorate.charter.load import load
from quorate.facts.people import Appointment
from quorate.rules.membership import Entry, membership_on
from quorate.rules.quick import Columns, columns
from quorate.rules.quorum import ReadyQuorum

HOLDERS = {
    "chair": "alma",
    "vice-chair": "bo",
    "senior-resources": "bo",
    "senior-operational": "cai",
    "digital": "dee",
    "ict": "eli",
    "communications": "fay",
    "human-resources": "gus",
    "frontline": "hal",
}
EXPRESSION = "present >= 5 and (chair or vice)"
"""The same quorum as the peers state it: over counts that are ready for them."""


@dataclass(frozen=True)
class Meetings:
    """The same meetings, as frozen rolls for us and as ready counts for the peers."""

    rolls: list[Columns]
    counts: list[dict[str, Any]]
    judge: ReadyQuorum


def drawn(number: int, *, seed: int = 4, for_peers: bool = True) -> Meetings:
    """
    Draw so many meetings with between two and all nine seats attended.

    Without `for_peers` the counts are left out, which take most of the memory.
    """
    path = files("quorate") / "library" / "charters" / "digital-steering-group.md"
    charter = load(path.read_text(encoding="utf-8"), name="the steering group")
    terms = charter.rule_of("group", Quorum)
    if terms is None:
        raise LookupError("the steering group states no quorum")
    membership = membership_on(
        charter,
        "group",
        appointments=tuple(
            Appointment(seat=seat, person=person) for seat, person in HOLDERS.items()
        ),
        on=date(2019, 7, 2),
    )
    random = Random(seed)
    seats = list(HOLDERS.items())
    rolls, counts = [], []
    for _ in range(number):
        there = random.sample(seats, random.randint(2, len(seats)))
        rolls.append(columns(Entry(seat, person) for seat, person in there))
        if not for_peers:
            continue
        people = {person for _, person in there}
        counts.append(
            {"present": len(people), "chair": "alma" in people, "vice": "bo" in people}
        )
    return Meetings(rolls, counts, ReadyQuorum(terms, membership))
