"""A small body with a small calendar, whose certificates are quick to check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from quorate.facts.calendar import Calendar, ClosedDay, Holiday
from quorate.proof.case import Case
from quorate.proof.certificate import certify
from quorate.proof.scenario import Scenario, Shelf, read_scenario

ISSUED = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)

CALENDAR = Calendar(
    slug="harbour",
    version="1",
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    holidays=(Holiday(date(2026, 1, 1), "New Year's Day"),),
    closed=(
        ClosedDay(date(2026, 5, 5), "regatta"),
        ClosedDay(date(2026, 5, 6), "the day after", date(2026, 2, 1)),
    ),
    title="Harbour",
)

TEXT = """\
scenario: The chair and one more are enough
charter: |
  ---
  charter: harbour-board
  title: Harbour Board
  calendar: harbour
  bodies:
    board:
      name: Harbour Board
  versions:
    - number: "1"
  ---

  # Harbour Board

  The members. {#members}

  | Seat | Organisation | Places |
  |---|---|---|
  | place | Ports | 4 |

  ```rule
  seats:
    votes: 1
  ```

  One of them is the chair. {#chair}

  ```rule
  role:
    role: chair
    elected_by: the members
  ```

  The chair and one more make a quorum; without it nothing is decided. {#quorum}

  ```rule
  quorum:
    needs:
      all:
        - at least 2 of present by person
        - includes chair
    tested_at: opening
    if_not: no business
    interpretations:
      remote_counts:
        take: yes
        other: no
        because: nothing is said of them
  ```
people:
  place-1: alma
  place-2: bo
  place-3: cai
offices:
  - office: chair
    person: alma
meetings:
  - name: march
    opens: 2026-03-02 10:00
    present:
      - alma
      - person: bo
        how: remote
        until: 11:00
      - dee
    apologies: cai
then:
  - ask: quorum
    meeting: march
    answer: met
    because: quorum
"""


def harbour() -> Scenario:
    """The scenario."""
    return read_scenario(TEXT, Shelf({}, {"harbour": CALENDAR}))


def case() -> Case:
    """Its case."""
    return harbour().case


def certificate(**names: str) -> dict[str, Any]:
    """The certificate of its first question."""
    found = harbour()
    return certify(found.case, found.checks[0].asked, issued=ISSUED, names=names)


Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401  Whatever JSON holds.
    """Yield every value that holds no others, with where it stands."""
    if isinstance(value, dict):
        for name in value:
            yield from leaves(value[name], (*path, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(one, (*path, number))
    else:
        yield path, value


def places(value: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401  as above.
    """Yield where every value stands, those that hold others too."""
    yield path
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for name, one in inner:
        yield from places(one, (*path, name))


def put(data: Any, path: Path, value: Any) -> Any:  # noqa: ANN401  as above.
    """Return a copy of the data with another value at a place."""
    if not path:
        return value
    copy = json.loads(json.dumps(data))
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return copy


def without(data: Any, path: Path) -> Any:  # noqa: ANN401  as above.
    """Return a copy of the data without the value at a place."""
    copy = json.loads(json.dumps(data))
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return copy
