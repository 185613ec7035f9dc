"""Requirements that follow from the rules about meetings and their papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quorate.charter.kinds.meetings import (
    Attendance,
    ExtraMeetings,
    IncidentMeetings,
    LeadTimes,
    Meets,
    Notice,
    Record,
)
from quorate.charter.timing import (
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    EveryPeriod,
    Times,
    When,
)
from quorate.rules.duties_shapes import (
    MEETING,
    Terms,
)
from quorate.rules.duties_terms import Owed

PUBLISHED = {
    "agenda": "agenda published",
    "papers": "papers published",
    "summons": "summons sent",
    "dates": "meeting dates published",
}
NOTICE_OF = {
    "agenda": "send the agenda",
    "papers": "send the papers",
    "summons": "call the members",
    "dates": "publish the dates of meetings",
}
ANSWERS = {"challenge": "challenge made", "follow": "follow-up made"}


def notice(terms: Terms, rule: Notice, base: Owed) -> Iterator[Owed]:
    """
    Yield what goes out before each meeting.

    Executes: notice.of, notice.by, notice.to, notice.later, notice.on_the_day
    """
    owed = replace(
        base,
        action=NOTICE_OF[rule.of],
        to=rule.to,
        evidence=terms.sought(PUBLISHED[rule.of]),
        when=rule.by,
        later=rule.later,
        exceptions=rule.on_the_day,
        matching=("subject",),
    )
    if isinstance(rule.by, (ByDay, ByEnd)):
        yield replace(owed, shape="period", cadence=EveryPeriod(1, "year"), matching=())
        return
    event = _event(rule.by)
    anchor = terms.sought(event) if event not in ("", MEETING) else None
    yield replace(owed, shape="meeting", trigger=terms.sittings(), anchor=anchor)


def _event(when: When | None) -> str:
    return when.event if isinstance(when, (Deadline, Beside)) else ""


def record(terms: Terms, rule: Record, base: Owed) -> Iterator[Owed]:
    """
    Yield when the record of each meeting goes out, is agreed, and is published.

    Executes: record.of, record.by, record.to, record.agreed, record.published
    """
    for part, when in (
        ("sent", rule.by),
        ("agreed", rule.agreed),
        ("published", rule.published),
    ):
        if when is None:
            continue
        event = _event(when) or MEETING
        topic = {"sent": "send", "agreed": "agree", "published": "publish"}[part]
        yield replace(
            base,
            key=f"{base.key}/{part}",
            shape="answer",
            action=f"{topic} the {rule.of}",
            to=rule.to if part == "sent" else (),
            trigger=terms.sought(event),
            evidence=terms.sought(f"{rule.of} {part}"),
            matching=("subject",),
            when=when,
        )


def meets(terms: Terms, rule: Meets, base: Owed) -> Iterator[Owed]:
    """
    Yield the meetings that there must be, and when their dates are published.

    Executes: meets.often, meets.window, meets.longest_gap, meets.one_serves_both,
    meets.annual_meeting, meets.until, meets.afterwards
    """
    owed = replace(
        base,
        action="meet",
        bearer=(terms.body,),
        evidence=terms.sought(MEETING),
        window=rule.window,
        working=True,
        late_counts=False,
        values={"one_serves_both": rule.one_serves_both},
    )
    if rule.often is not None:
        first = owed
        if rule.until and rule.afterwards is not None:
            first = replace(owed, milestone=(rule.until, False))
            then = replace(
                owed, key=f"{owed.key}/afterwards", milestone=(rule.until, True)
            )
            yield from terms.shaped(then, rule.afterwards)
        yield from terms.shaped(first, rule.often)
    if rule.longest_gap is not None:
        yield replace(
            owed,
            key=f"{owed.key}/longest-gap",
            shape="answer",
            trigger=terms.sought(MEETING),
            when=rule.longest_gap,
        )
    if rule.annual_meeting is not None:
        yield replace(
            owed,
            key=f"{owed.key}/annual",
            action="hold the annual meeting",
            shape="period",
            cadence=Times(1),
            when=rule.annual_meeting,
        )


def extra(terms: Terms, rule: ExtraMeetings, base: Owed) -> Iterator[Owed]:
    """
    Yield the calling of a meeting that members asked for.

    Executes: extra_meetings.if_not_called, extra_meetings.called_by
    """
    if rule.if_not_called is not None:
        yield replace(
            base,
            action="call the meeting that was asked for",
            bearer=(rule.called_by,) if rule.called_by else (),
            shape="answer",
            trigger=terms.sought("request received", topic="meeting"),
            evidence=terms.sought("meeting set"),
            when=rule.if_not_called,
        )


def incident(terms: Terms, rule: IncidentMeetings, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of an incident meeting.

    Executes: incident_meetings.reported
    """
    if rule.reported is not None:
        yield replace(
            base,
            action="report on the incident meeting",
            shape="answer",
            trigger=terms.sought(MEETING, topic="incident"),
            evidence=terms.sought("report received"),
            matching=("subject",),
            when=rule.reported,
        )


def steps(terms: Terms, rule: LeadTimes, base: Owed) -> Iterator[Owed]:
    """
    Yield each step of a planned report.

    Its time is counted back from the day that the plan gives, else from the meeting
    that it names; a plan that gives neither can't be counted from. Where no answer
    counts as clearance, a step that nobody took holds nothing up and is no breach.

    Executes: lead_times.steps, lead_times.silence_clears
    """
    for step in rule.steps:
        yield replace(
            base,
            key=f"{base.key}/{step.step}",
            action=step.step,
            bearer=(step.who,) if step.who else (),
            shape="answer",
            trigger=terms.sought("report planned"),
            evidence=terms.sought("step done", topic=step.step),
            matching=("subject",),
            next_of=terms.body,
            when=step.by,
            strength="should" if rule.silence_clears == "yes" else base.strength,
        )


def absence(terms: Terms, rule: Attendance, base: Owed) -> Iterator[Owed]:
    """
    Yield what follows from absences, with nobody to bear it where none is named.

    Executes: attendance.then, attendance.bearer, attendance.steps
    """
    kind = next(
        (kind for word, kind in ANSWERS.items() if word in rule.then), "evidence"
    )
    yield replace(
        base,
        action=rule.then,
        bearer=(rule.bearer,) if rule.bearer else (),
        shape="answer",
        trigger=terms.sought("absence"),
        evidence=terms.sought(kind),
        matching=("subject",),
    )
