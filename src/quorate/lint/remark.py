"""What the linter says about a charter, and what a check is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter


class Severity(StrEnum):
    """How much a remark weighs."""

    DEFECT = "E"
    UNINTENDED = "W"
    NOTE = "I"

    @property
    def in_words(self) -> str:
        """What stands on a page."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Severity.DEFECT: "must be settled",
    Severity.UNINTENDED: "worth a look",
    Severity.NOTE: "note",
}


class State(StrEnum):
    """Whether somebody has dealt with a remark."""

    OPEN = "open"
    RULED = "ruled"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a check found at one place of one charter."""

    check: str
    charter: str
    clause: str
    """The anchor; empty where the remark is about the whole document."""

    line: int
    body: str
    """The body it is about by its slug; empty where it is about none or several."""

    says: str
    repair: str
    digest: str
    """Of the clause as it reads now, so that a ruling on it can go stale."""

    state: State = State.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """
    What a check may look at beside the charter before it.

    `on` is the day on which the question is asked; None means that checks which
    depend on a day stay silent. `vacant` counts the vacant places of a seat by
    (body, seat); a seat that is not named there is taken as filled.
    """

    others: Mapping[str, Charter] = field(default_factory=dict)
    """The other charters of the set by slug, without the one before the check."""

    on: date | None = None
    vacant: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def together_with(self, charter: Charter) -> tuple[Charter, ...]:
        """Return the whole set, the charter before the check first."""
        return (charter, *(self.others[slug] for slug in sorted(self.others)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question that the linter asks of every charter."""

    id: str
    severity: Severity
    title: str
    means: str
    """What it means for the people in the room."""

    repair: str
    """How to mend it."""

    example: str
    """Words of an invented charter in which it is found."""

    find: Callable[[Charter, Setting], Iterable[Found]]
    bars: bool = False
    """Whether an open remark keeps a charter out of force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    What a check hands over; the linter makes a remark of it.

    `clause` is an anchor, or empty for the document as a whole; `line` may be left
    at 0, which is then the line of the clause. `repair` is empty where that of the
    check says enough.
    """

    clause: str = ""
    line: int = 0
    body: str = ""
    says: str
    repair: str = ""


def found(
    says: str,
    *,
    at: Clause | str = "",
    line: int = 0,
    body: str = "",
    repair: str = "",
) -> Found:
    """Return what was found, at a clause or at an anchor."""
    anchor = at if isinstance(at, str) else at.anchor
    return Found(clause=anchor, line=line, body=body, says=says, repair=repair)
