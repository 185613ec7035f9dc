"""A board with one rule, and what became of its requirements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.facts.events import Event
from quorate.rules.duties import Year
from quorate.rules.duties_evaluation import Instance, evaluate
from tests.facts.shipped import shipped

CALENDAR = shipped("england-and-wales")


def board(rule: str, *, year: str = "1 January", since: str = "2026-01-01") -> Charter:
    """Return the terms of a board with one block of rules under clause 1.1."""
    in_force = f"versions:\n  - number: one\n    in_force: {since}\n" if since else ""
    return load(
        f"---\ncharter: mill\ntitle: Mill Board\ncalendar: england-and-wales\n"
        f"year_starts: {year}\nbodies:\n  mill:\n    name: Mill Board\n"
        f"  lock: outside\n  quay: outside\n{in_force}---\n\n# Mill Board\n\n"
        f"1.1 What is asked.\n\n```rule\n{rule.strip()}\n```\n"
    )


def moment(words: str) -> datetime:
    """Return a moment in the board's own time."""
    return datetime.fromisoformat(words)


def at(kind: str, happened: date | datetime, **more: str) -> Event:
    """Return an event; what is no field of it becomes a key."""
    own = {"name", "body", "by", "subject", "topic", "withdraws"}
    return Event(
        kind=kind,
        happened=happened,
        name=more.get("name", ""),
        body=more.get("body", ""),
        by=more.get("by", ""),
        subject=more.get("subject", ""),
        topic=more.get("topic", ""),
        withdraws=more.get("withdraws", ""),
        keys=tuple(pair for pair in more.items() if pair[0] not in own),
    )


def instances(
    charter: Charter, events: Sequence[Event], on: date | datetime
) -> tuple[Instance, ...]:
    """Return every instance of the board's requirements."""
    return evaluate(charter, "mill", events, CALENDAR, at=on)


def states(
    charter: Charter, events: Sequence[Event], on: date | datetime
) -> dict[str, str]:
    """Return the state of the latest instance of each requirement."""
    return {one.owed.key: one.state for one in instances(charter, events, on)}


def state(charter: Charter, events: Sequence[Event], on: date | datetime) -> str:
    """Return the state of the latest instance of the one requirement."""
    (found,) = set(states(charter, events, on).values())
    return found


def year(charter: Charter, events: Sequence[Event], on: date | datetime) -> Year:
    """Return the board with what happened, seen from a moment."""
    return Year(charter, "mill", tuple(events), CALENDAR, on)
