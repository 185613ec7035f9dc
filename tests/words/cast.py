"""A small body of our own and findings about it, for tests of words."""

from __future__ import annotations

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.rules.finding import (
    Explanation,
    Finding,
    LeftOut,
    Missing,
    Reading,
    Reason,
)
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

TEXT = """---
charter: harbour-board
title: Harbour Board
bodies:
  board:
    name: Harbour Board
    tier: executive
  council:
    name: Harbour Council
    tier: strategic
    outside: yes
  panel: outside
---

# Harbour Board

## Members

The members are these. {#members}

| Seat | Organisation | Places | Group |
|---|---|---|---|
| chair | Harbour Council | 1 | councils |
| vice-chair | Ports Authority | 1 | |
| councils | District Councils | 2 | councils |

```rule
seats:
  votes: 1
role:
  - role: chair
    called: Chair
    held_by: chair
  - role: vice-chair
    held_by: vice-chair
```

At least five people and the chair or the vice-chair are there. {#quorum}

```rule
quorum:
  needs:
    all:
      - at least 5 of present by person
      - any:
          - includes chair
          - includes vice-chair
  if_not: in principle
  interpretations:
    membership:
      take: filled
      other: seats
      because: the clause does not say which is meant
```

A matter that is not settled goes up. {#up}

```rule
referral:
  to:
    - council
    - panel
  when: there is no agreement
  each_within: 20 working days after matter referred
  if_unanswered: the matter falls
  returns: yes
line:
  - relation: reports
    from: board
    to: council
  - relation: scrutinises
    from: panel
    to: board
  - relation: supports
    from: the harbour office
    to: board
```
"""
QUORUM = "members/quorum"


def charter() -> Charter:
    """The terms of the Harbour Board."""
    return load(TEXT)


def finding(
    because: Reason,
    verdict: Verdict | None = None,
    *,
    question: str = "quorum",
    outcome: str = "",
    missing: tuple[Missing, ...] = (),
    readings: tuple[Reading, ...] = (),
    effect: Reason | None = None,
    notes: tuple[Reason, ...] = (),
) -> Finding:
    """A finding with these reasons; without a verdict it has that of its reason."""
    return Finding(
        question,
        verdict or because.verdict,
        outcome=outcome,
        clause=because.clause,
        explain=lambda: Explanation(because, missing, readings, effect, notes),
    )


def counted(
    have: int, need: int, *, unit: str = "person", left_out: tuple[LeftOut, ...] = ()
) -> Reason:
    """So many present, so many needed."""
    return Reason(
        "at least",
        MET if have >= need else NOT_MET,
        QUORUM,
        need=need,
        have=have,
        unit=unit,
        of="present",
        left_out=left_out,
        values={"amount": str(need)},
    )


def includes(name: str, verdict: Verdict) -> Reason:
    """Whether an office is there."""
    return Reason("includes", verdict, QUORUM, need=name, of="present")


QUORATE = finding(
    Reason(
        "all",
        MET,
        QUORUM,
        parts=(
            counted(6, 5),
            Reason(
                "any",
                MET,
                QUORUM,
                parts=(includes("chair", NOT_MET), includes("vice-chair", MET)),
            ),
        ),
    )
)

NOT_QUORATE = finding(
    Reason(
        "all",
        NOT_MET,
        QUORUM,
        parts=(
            counted(4, 5, left_out=(LeftOut("p7", "a guest"),)),
            Reason(
                "any",
                NOT_MET,
                QUORUM,
                parts=(includes("chair", NOT_MET), includes("vice-chair", NOT_MET)),
            ),
        ),
    ),
    outcome="in principle",
    missing=(
        Missing("more", 1, "person"),
        Missing("one of", 1, "person", ("chair", "vice-chair")),
    ),
    effect=Reason("if not quorate", MET, QUORUM, values={"effect": "in principle"}),
)

TURNING = finding(
    counted(5, 5, unit="seat"),
    readings=(
        Reading(
            "membership",
            "filled",
            "the clause does not say which is meant",
            QUORUM,
            (("seats", NOT_MET, "in principle"), ("voting", MET, "")),
            changes=True,
        ),
    ),
)

SILENT = finding(
    counted(5, 5),
    NOT_STATED,
    notes=(Reason("silent", NOT_STATED, QUORUM, values={"field": "remote_counts"}),),
)

UNRECORDED = finding(
    Reason("at least", UNKNOWN, QUORUM, need=5, have="unknown", of="present"),
    missing=(Missing("a record of the roll"),),
)
