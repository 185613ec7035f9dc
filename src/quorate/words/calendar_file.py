"""A year plan as a file for calendars (iCalendar)."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from quorate.words.naming import Naming
from quorate.words.plan_rows import PlanRow, in_order
from quorate.words.saying_values import day_in_words
from quorate.words.translate import ENGLISH, N_, Translation

PRODUCT = "-//Quorate//Year plan//EN"
DAY, LONGEST = timedelta(days=1), timedelta(days=31)


def calendar_file(
    rows: tuple[PlanRow, ...],
    *,
    name: str,
    at: datetime,
    say: Translation = ENGLISH,
) -> bytes:
    """
    Return the plan as whole days of a calendar.

    `name` is what the calendar is called, `at` the moment at which the plan was made,
    with its time zone; a moment without one raises `ValueError`. Rows without a day
    are left out. The same rows give the same bytes, and a row keeps its identity from
    file to file, so that a calendar that subscribes moves it rather than doubling it.
    """
    if at.tzinfo is None:
        raise ValueError("a calendar needs to know in which time zone it was made")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    seen: dict[str, int] = {}
    for row in in_order(rows):
        if row.on is None:
            continue
        code = _code(row)
        seen[code] = seen.get(code, 0) + 1
        calendar.add_component(_event(row, f"{code}-{seen[code]}", at, say))
    return bytes(calendar.to_ical())


def _code(row: PlanRow) -> str:
    """Return what tells a row from others, whatever day it is moved to in its year."""
    year = row.on.year if row.on else 0
    told = "\n".join((row.body, row.clause, row.kind, row.what, str(year)))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _event(row: PlanRow, code: str, at: datetime, say: Translation) -> Event:
    event = Event()
    event.add("uid", f"{code}@quorate")
    event.add("dtstamp", at.astimezone(UTC))
    if row.on is not None:
        last = row.until or row.on
        # A bar across a season hides what is under it: only its last day is shown.
        event.add("dtstart", last if last - row.on > LONGEST else row.on)
        # The end of whole days is the morning after the last of them.
        event.add("dtend", last + DAY)
    form = N_("%(body)s: %(what)s") if row.body else N_("%(what)s")
    event.add("summary", say(form, body=row.body, what=row.what))
    told = [row.note]
    if row.on is not None and row.until is not None:
        first = day_in_words(row.on, Naming(say=say))
        told.insert(0, say(N_("At any time from %(first)s on."), first=first))
    if row.citation:
        told.append(say(N_("Under: %(clause)s"), clause=row.citation))
    if any(told):
        event.add("description", "\n".join(one for one in told if one))
    if row.kind:
        event.add("categories", [row.kind])
    # A deadline fills nobody's day.
    event.add("transp", "OPAQUE" if row.kind == "meeting" else "TRANSPARENT")
    return event
