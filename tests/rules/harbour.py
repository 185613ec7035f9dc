"""A small board and its people, for the tests of offices, meetings and attendance."""

from __future__ import annotations

import textwrap
from datetime import date, datetime

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.facts.meeting import Apology, Meeting, Presence
from quorate.facts.people import Appointment, Holding, Substitution
from quorate.rules.attendance import History
from quorate.rules.membership import Membership, membership_on
from quorate.rules.sitting import Sitting

FRONT = """\
---
charter: harbour-board
title: Harbour Board
calendar: england-and-wales
year_starts: 1 April
bodies:
  board:
    name: Harbour Board
  crew:
    name: Harbour Crew
  pilots: outside
---

# Harbour Board

The members. {#members for=board}

| Seat | Organisation | Places | Group |
|---|---|---|---|
| captain | Ports | 1 | officers |
| mate | Ports | 1 | officers |
| health | Hospital and Clinic | 1 | |
| councils | Councils | 2 | |

```rule
seats:
  votes: 1
```

The crew. {#crew for=crew}

| Seat | Organisation |
|---|---|
| cook | Ports |

```rule
seats:
  votes: 1
```
"""

PEOPLE = {
    "captain": "alma",
    "mate": "bo",
    "health": "cy",
    "councils-1": "dee",
    "councils-2": "eli",
}


def board(rules: str = "", *, front: str = FRONT) -> Charter:
    """The board's charter, with these rules under one sentence."""
    if not rules:
        return load(front)
    block = textwrap.dedent(rules).strip("\n")
    return load(
        f"{front}\nThe sentence. {{#said for=board}}\n\n```rule\n{block}\n```\n"
    )


def seated(**changes: str) -> tuple[Appointment, ...]:
    """Everybody in their seats; `mate=""` leaves one vacant."""
    people = PEOPLE | {seat.replace("_", "-"): who for seat, who in changes.items()}
    return tuple(
        Appointment(seat=seat, person=who) for seat, who in people.items() if who
    )


def members(
    charter: Charter,
    *,
    offices: dict[str, str] | None = None,
    on: date = date(2026, 5, 5),
) -> Membership:
    """Who sits where on a day."""
    return membership_on(
        charter, "board", appointments=seated(), offices=held(offices), on=on
    )


def held(offices: dict[str, str] | None) -> tuple[Holding, ...]:
    """Offices that are held throughout."""
    return tuple(
        Holding(office=office, person=who) for office, who in (offices or {}).items()
    )


def meeting(
    name: str,
    opens: date | datetime,
    *,
    there: str = "",
    sorry: str = "",
    sort: str = "ordinary",
    state: str = "held",
    roll: str = "yes",
) -> Meeting:
    """One meeting; those there and those who sent apologies, with spaces between."""
    return Meeting(
        name=name,
        body="board",
        opens=opens,
        sort=sort,
        state=state,
        roll_taken=roll,
        present=tuple(Presence(person=who) for who in there.split()),
        apologies=tuple(Apology(person=who) for who in sorry.split()),
    )


def history(
    charter: Charter,
    *meetings: Meeting,
    substitutes: tuple[Substitution, ...] = (),
    appointments: tuple[Appointment, ...] | None = None,
    known_at: date | None = None,
) -> History:
    """The board's meetings, everybody in their seats."""
    return History(
        charter,
        "board",
        meetings,
        seated() if appointments is None else appointments,
        (),
        substitutes,
        known_at,
    )


def sitting(
    charter: Charter, held_then: Meeting, *, offices: dict[str, str] | None = None
) -> Sitting:
    """A meeting with the board's members."""
    return Sitting(held_then, members(charter, offices=offices))
