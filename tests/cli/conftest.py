"""Files as people have them, for the tests of the command."""

from __future__ import annotations

from pathlib import Path

import pytest

CHARTER = """\
---
charter: harbour-board
title: Harbour Board
calendar: england-and-wales
bodies:
  board:
    name: Harbour Board
  council:
    name: Council
    outside: true
---

# Harbour Board

## Membership

These sit on the board. {#members}

| Seat | Organisation | Group |
|---|---|---|
| chair | Harbour Trust | trust |
| pilots | Pilots | users |
| ferries | Ferries | users |
| town | Town Council | councils |

```rule
seats:
  votes: 1
role:
  role: chair
  held_by: chair
```

Three members make a quorum. {#quorum}

```rule
quorum:
  needs: at least 3 of present by person
  if_not: no business
  interpretations:
    tested_at:
      take: opening
      other: each decision
      because: the clause speaks only of the meeting
```

Members are courteous. {#courtesy}
"""

FACTS = """\
people:
  chair: alma
  pilots: bo
  ferries: cai
meetings:
  - name: may
    opens: 2026-05-12 14:00
    present:
      - alma
      - bo
"""

SCENARIO = """\
scenario: Two members are not five
charter: {charter}
people:
  chair: alma
  vice-chair: bo
meetings:
  - opens: 2019-07-02 14:00
    present:
      - alma
      - bo
then:
  - ask: quorum
    answer: {answer}
"""


@pytest.fixture
def charter(tmp_path: Path) -> Path:
    """A small charter of our own in a file."""
    path = tmp_path / "harbour-board.md"
    path.write_text(CHARTER, encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """What happened at that board."""
    path = tmp_path / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """A folder with one scenario that comes out as it says, and one that does not."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    for answer in ("met", "not_met"):
        text = SCENARIO.format(charter="digital-steering-group", answer=answer)
        (folder / f"{answer}.yaml").write_text(text, encoding="utf-8")
    return folder
