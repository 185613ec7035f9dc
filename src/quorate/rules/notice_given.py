"""Whether notice of a meeting was given in time, or shortened by whoever may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quorate.charter.kinds.meetings import Notice
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.days import UnknownYear
from quorate.facts.events import Event
from quorate.facts.meeting import Meeting
from quorate.facts.people import as_known, day_of
from quorate.rules.deadlines import Due, due
from quorate.rules.finding import LeftOut, Reason, Value
from quorate.rules.sitting import Sitting
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, of

PUBLISHED = {
    "agenda": "agenda published",
    "summons": "summons sent",
    "papers": "papers published",
}
IN_TIME = "notice given in time"
LEFT_OUT = "left-out"
"""The key under which a publication names somebody who did not get it."""


@dataclass(frozen=True, slots=True)
class Called:
    """A meeting, its members, and what is on record of its calling."""

    sitting: Sitting
    events: tuple[Event, ...] = ()
    calendar: Calendar | None = None
    went_on: date | None = None
    """The day of the meeting that an adjourned one goes on with."""

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.sitting.meeting

    def stated(self, kind: str) -> tuple[Event, ...]:
        """Return the events of a kind about the meeting, in their order."""
        found = [
            one
            for one in as_known(self.events, self.sitting.known_at)
            if one.kind == kind and one.subject in ("", self.meeting.name)
        ]
        return tuple(sorted(found, key=lambda one: (str(one.happened), one.name)))


def notice_given(rule: Notice, called: Called) -> Iterator[Reason]:
    """
    Yield whether a notice went out in time, if its time can be counted in days.

    Unknown where nothing says when it went out, or the calendar does not reach. Late
    notice is in order where whoever may shorten it agreed to the meeting on record.
    An adjourned meeting needs notice again only after the time that the terms state,
    and then has none while none is on record.

    Executes: notice.by, notice.shortened_by, notice.adjourned_afresh,
    notice.failure_invalidates
    """
    meeting = called.meeting
    if not isinstance(rule.by, Deadline) or meeting.opens is None:
        return
    again = meeting.sort == "adjourned"
    if again and not _afresh(rule, called, meeting.opens):
        return
    last = due_by(rule.by, meeting.opens, called.calendar)
    sent = called.stated(PUBLISHED[rule.of])
    when = sent[0].happened if sent else None
    values: dict[str, Value] = {"of": rule.of}
    if last is not None:
        values["due"] = last.last.isoformat()
    if when is not None:
        values["done"] = when.isoformat()
    if last is None or when is None:
        verdict = NOT_MET if again and last is not None else UNKNOWN
        yield Reason(IN_TIME, verdict, rule.clause, values=values)
        return
    in_time = _met(last, when)
    shortened = not in_time and _shortened(rule, called)
    if shortened:
        values["shortened_by"] = rule.shortened_by
    yield Reason(IN_TIME, of(in_time or shortened), rule.clause, values=values)


def _afresh(rule: Notice, called: Called, opens: datetime | date) -> bool:
    """Tell if an adjourned meeting comes so late that it needs notice again."""
    if not isinstance(rule.adjourned_afresh, Deadline) or called.went_on is None:
        return False
    last = due_by(rule.adjourned_afresh, called.went_on, called.calendar)
    return last is not None and day_of(opens) > last.last


def everybody_had_it(rule: Notice, called: Called) -> Iterator[Reason]:
    """
    Yield what it means that a notice did not reach somebody, where that is on record.

    Executes: notice.failure_invalidates
    """
    missed = sorted(
        {one.key(LEFT_OUT) for one in called.stated(PUBLISHED[rule.of])} - {""}
    )
    if missed:
        yield Reason(
            "everybody had notice",
            {"no": MET, "yes": NOT_MET}.get(rule.failure_invalidates, NOT_STATED),
            rule.clause,
            left_out=tuple(LeftOut(one, "had no notice") for one in missed),
            values={"of": rule.of, "undoes": rule.failure_invalidates or "not stated"},
        )


def without_reason(rule: Notice, called: Called) -> Iterator[Reason]:
    """
    Yield what went out late without the reason that the terms ask for.

    Executes: notice.late_needs_reason
    """
    if rule.late_needs_reason != "yes":
        return
    for found in notice_given(rule, called):
        late = "done" in found.values and _is_late(found)
        sent = called.stated(PUBLISHED[rule.of])
        if late and sent and not sent[0].key("reason"):
            values: dict[str, Value] = {"of": rule.of}
            yield Reason("late without a reason", NOT_MET, rule.clause, values=values)


def _is_late(found: Reason) -> bool:
    """Tell if notice came late, whether or not somebody had shortened it."""
    return found.verdict is NOT_MET or "shortened_by" in found.values


def _shortened(rule: Notice, called: Called) -> bool:
    """Tell if whoever may shorten the notice agreed to the meeting on record."""
    by = called.meeting.agreed_by
    offices = called.sitting.membership.offices
    return bool(rule.shortened_by and by) and (
        by == rule.shortened_by or by in offices.get(rule.shortened_by, frozenset())
    )


def due_by(
    deadline: Deadline, anchor: datetime | date, calendar: Calendar | None
) -> Due | None:
    """
    Return by when a thing is due, counted from a time of the body's own clock.

    None where there is no calendar, or it does not reach, or hours would have to be
    counted from a day. Rests on the deadline phrase, in whatever rule it stands.
    """
    if calendar is None:
        return None
    if isinstance(anchor, datetime) and anchor.tzinfo is None:
        anchor = anchor.replace(tzinfo=calendar.zone)
    try:
        return due(deadline, anchor=anchor, calendar=calendar)
    except (UnknownYear, ValueError):
        return None


def _met(last: Due, when: datetime | date) -> bool:
    if not isinstance(when, datetime):
        return when <= last.last
    if when.tzinfo is None:
        when = when.replace(tzinfo=last.calendar.zone)
    return last.met_by(when.astimezone(UTC))
