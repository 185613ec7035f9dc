"""The events that other facts bring with them, such as a meeting that was held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from quorate.facts.consultation import Consultation
from quorate.facts.events import Event
from quorate.facts.file import Facts
from quorate.facts.meeting import Meeting

LONG_BEFORE = timedelta(days=366)
"""A meeting of which nobody said when its day was set was known for a year."""

ABOUT_A_MEETING = frozenset(
    (
        "agenda published",
        "papers published",
        "summons sent",
        "minutes sent",
        "minutes agreed",
        "minutes published",
        "action log sent",
        "action log agreed",
        "action log published",
    )
)


def all_events(facts: Facts, *, body: str) -> tuple[Event, ...]:
    """
    Return the events of a case, with those that its other facts bring with them.

    `body` is the body in question: that of meetings which name none. An event that is
    written out goes before the same one brought by another fact. Where there is only
    one meeting, an agenda or minutes that name none are that meeting's.
    """
    meetings = facts.meetings
    only = meetings[0].name if len(meetings) == 1 else ""
    told = tuple(
        replace(one, subject=only)
        if only and not one.subject and one.kind in ABOUT_A_MEETING
        else one
        for one in facts.events
    )
    there = {(one.kind, one.subject, one.body or body) for one in told}
    implied = [
        *_of_meetings(meetings, body),
        *_of_consultations(facts.consultations, body),
    ]
    return told + tuple(
        one for one in implied if (one.kind, one.subject, one.body) not in there
    )


def _of_meetings(meetings: Iterable[Meeting], body: str) -> Iterator[Event]:
    for one in meetings:
        if one.opens is None:
            continue
        where = one.body or body
        base = Event(
            kind="meeting set",
            name=f"{one.name} set",
            happened=one.announced or _long_before(one.opens),
            body=where,
            subject=one.name,
            keys=(("day", str(one.opens)),),
            known_from=one.known_from,
            known_until=one.known_until,
        )
        yield base
        if one.state in ("held", "abandoned"):
            # An abandoned meeting was held, as far as a requirement to meet goes.
            topic = one.sort if one.sort in ("incident", "annual") else ""
            yield replace(
                base,
                kind="meeting",
                name=f"{one.name} held",
                happened=one.opens,
                topic=topic,
                keys=(("sort", one.sort),),
            )
        elif one.state in ("cancelled", "postponed"):
            yield replace(
                base,
                kind="meeting cancelled",
                name=f"{one.name} {one.state}",
                happened=one.known_from or one.opens,
                keys=(),
            )


def _long_before(opens: datetime | date) -> date:
    day = opens.date() if isinstance(opens, datetime) else opens
    return day - LONG_BEFORE


def _of_consultations(found: Iterable[Consultation], body: str) -> Iterator[Event]:
    for one in found:
        for kind, moment in (
            ("consultation opened", one.opened),
            ("consultation closed", one.closes),
        ):
            if moment is not None:
                yield Event(
                    kind=kind,
                    name=f"{one.name} {kind.rpartition(' ')[2]}",
                    happened=moment,
                    body=one.body or body,
                    subject=one.name,
                    known_from=one.known_from,
                    known_until=one.known_until,
                )
