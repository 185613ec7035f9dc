"""The states of a requirement, and what a life of them is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from quorate.rules.deadlines import Due
from quorate.rules.duties_matching import Happening
from quorate.rules.duties_times import Window

DORMANT, TRIGGERED, DUE, OVERDUE = "dormant", "triggered", "due", "overdue"
DISCHARGED, LATE, BREACHED = "discharged", "discharged late", "breached"
NOT_DONE, REMEDIED, WAIVED, EXCUSED = "not done", "remedied", "waived", "excused"
SUSPENDED, LAPSED, IMPOSSIBLE = "suspended", "lapsed", "impossible"
CANT_TELL = "unknown"

LET_OFF = frozenset((WAIVED, EXCUSED, LAPSED))
"""States in which nothing is owed any more, so that later evidence changes nothing."""

EVIDENCE, ANCHOR, OWN, NEXT, ACT = "evidence", "anchor", "own", "next", "act"


@dataclass(frozen=True, slots=True)
class Input:
    """A happening, and what it is to the requirement."""

    at: datetime
    role: str
    what: Happening

    def __lt__(self, other: Input) -> bool:
        return (self.at, self.what.order, self.role) < (
            other.at,
            other.what.order,
            other.role,
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a requirement."""

    at: datetime
    moment: datetime | date
    token: str
    """What tells this one from the others of its rule, in any order of arrival."""

    subject: str = ""
    event: Happening | None = None
    window: Window | None = None
    closes: datetime | None = None
    """When it can no longer be done."""

    impossible: tuple[datetime, ...] = ()
    """From when the time left can't hold so many more, from one upwards."""

    unknown: bool = False
    """Whether nobody recorded when it opened."""


@dataclass(frozen=True, slots=True)
class Span:
    """One state, from an instant until the next one begins."""

    since: datetime
    state: str
    last: date | None = None
    ends: datetime | None = None
    waits: str = ""
    done: datetime | date | None = None
    evidence: tuple[str, ...] = ()
    by: str = ""
    """Whose word made it so: the name of a person's act."""

    held: int = 0
    """How many of what is needed there were."""

    counted: Due | None = field(default=None, compare=False, repr=False)
    """How the last day was counted, where days were counted."""

    def same(self, other: Span) -> bool:
        """Tell if nothing but the instant differs."""
        return (self.state, self.last, self.ends, self.waits, self.done) == (
            other.state,
            other.last,
            other.ends,
            other.waits,
            other.done,
        ) and (self.evidence, self.by, self.held) == (
            other.evidence,
            other.by,
            other.held,
        )
