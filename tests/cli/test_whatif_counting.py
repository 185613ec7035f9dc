"""Past meetings are counted as the terms count, also in 'what if'."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.front_door import Command

CHARTER = """\
---
charter: quay-board
title: Quay Board
bodies:
  board:
    name: Quay Board
---

# Quay Board

1.1 Three members.

| Seat | Organisation | Votes |
|---|---|---|
| north | North | 1 |
| south | South | 1 |
| guest | East | 0 |

```rule
seats:
  votes: 1
```

1.2 Two make the quorum.

```rule
quorum:
  needs: at least 2 of present by seat
  substitutes_count: yes
  remote_counts: REMOTE
  without_vote_count: VOTELESS
  if_not: no business
```
"""
FACTS = """\
people:
  north: alma
  south: bo
  guest: cai
meetings:
  - opens: 2026-03-10 14:00
    present:
      - alma
      - person: bo
        how: HOW
"""


@pytest.mark.parametrize(
    "counts, how, quorate",
    [
        (("yes", "no"), "remote", 1),
        (("no", "yes"), "remote", 0),
        (("no", "no"), "room", 1),
    ],
)
def test_past_meetings_count_those_elsewhere_as_the_terms_do(
    command: Command,
    tmp_path: Path,
    counts: tuple[str, str],
    how: str,
    quorate: int,
) -> None:
    remote, voteless = counts
    charter, facts = tmp_path / "quay-board.md", tmp_path / "facts.yaml"
    charter.write_text(CHARTER.replace("REMOTE", remote).replace("VOTELESS", voteless))
    facts.write_text(FACTS.replace("HOW", how))

    found = command(
        "whatif", str(charter), str(facts), "--usual", "1/2", "--on", "2026-03-10",
        "--json",
    )  # fmt: skip

    assert found.exit_code == 0, found.err
    assert found.json["quorums"][0]["past_meetings"] == {"quorate": quorate, "of": 1}
