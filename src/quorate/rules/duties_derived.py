"""Requirements that follow from rules of other kinds: notice, records, meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from quorate.charter.kinds.authority import Authority, Consultee, Scrutiny
from quorate.charter.kinds.deciding import ChairsAction
from quorate.charter.kinds.duties import Duty, Register
from quorate.charter.kinds.meetings import (
    Attendance,
    ExtraMeetings,
    IncidentMeetings,
    Interests,
    LeadTimes,
    Meets,
    Notice,
    Record,
)
from quorate.charter.kinds.membership import Role
from quorate.charter.kinds.terms import Instrument, Review, SubGroups
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.charter.timing import (
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    EveryPeriod,
    Times,
    When,
)
from quorate.rules.duties_rules import (
    BEFORE_IT,
    MEETING,
    Terms,
    duties,
    named,
    placed,
    promised,
    rolling,
)
from quorate.rules.duties_terms import Owed, Sought
from quorate.rules.duties_times import spans_of

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


def requirements(charter: Charter, body: str) -> tuple[Owed, ...]:
    """
    Return everything that the terms require of or around a body, in their order.

    Every kind of rule that makes somebody do something by a time is in it, not the
    requirement rules alone.
    """
    terms = Terms(charter, body)
    found: list[Owed] = []
    seen: dict[str, int] = {}
    for rule in charter.rules:
        if body in rule.bodies:
            key = rule.name or f"{rule.kind}@{rule.clause}"
            found += required_by(terms, rule, seen.get(key, 0))
            seen[key] = seen.get(key, 0) + 1
    return tuple(found)


def required_by(terms: Terms, rule: Rule, number: int = 0) -> tuple[Owed, ...]:
    """Return what one rule requires; `number` counts its namesakes before it."""
    if isinstance(rule, Duty):
        return tuple(duties(terms, rule, number))
    derive = DERIVED.get(type(rule))
    if derive is None:
        return ()
    base = named(terms, rule, number)
    return tuple(placed(one) for one in derive(terms, rule, base))


def _notice(terms: Terms, rule: Notice, base: Owed) -> Iterator[Owed]:
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
    beside = isinstance(rule.by, Beside) and rule.by.event != MEETING
    anchor = terms.sought(rule.by.event) if beside and _event(rule.by) else None
    yield replace(owed, shape="meeting", trigger=terms.sittings(), anchor=anchor)


def _event(when: When | None) -> str:
    return when.event if isinstance(when, (Deadline, Beside)) else ""


def _record(terms: Terms, rule: Record, base: Owed) -> Iterator[Owed]:
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


def _meets(terms: Terms, rule: Meets, base: Owed) -> Iterator[Owed]:
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
            evidence=terms.sought(MEETING, topic="annual"),
        )


def _extra(terms: Terms, rule: ExtraMeetings, base: Owed) -> Iterator[Owed]:
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


def _incident(terms: Terms, rule: IncidentMeetings, base: Owed) -> Iterator[Owed]:
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


def _steps(terms: Terms, rule: LeadTimes, base: Owed) -> Iterator[Owed]:
    """
    Yield each step of a planned report.

    Executes: lead_times.steps
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
            when=step.by,
        )


def _urgent(terms: Terms, rule: ChairsAction, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of a decision taken between meetings.

    Executes: chairs_action.reported
    """
    if rule.reported is not None:
        yield replace(
            base,
            action="report the urgent decision",
            bearer=(rule.by,),
            shape="answer",
            trigger=terms.sought("urgent decision"),
            evidence=terms.sought("report received"),
            matching=("subject",),
            when=rule.reported,
        )


def _absence(terms: Terms, rule: Attendance, base: Owed) -> Iterator[Owed]:
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


def _sub_groups(terms: Terms, rule: SubGroups, base: Owed) -> Iterator[Owed]:
    """
    Yield the reports of sub-groups.

    Executes: sub_groups.report, sub_groups.must_have
    """
    if rule.report is None:
        return
    groups = rule.must_have or ("",)
    for group in groups:
        evidence = replace(
            terms.sought("report received", bodies=terms.body),
            by=frozenset((group,)) if group else frozenset(),
        )
        owed = replace(
            base,
            key=f"{base.key}/{group}" if group else base.key,
            action="report",
            bearer=(group or "sub-groups",),
            to=(terms.body,),
            evidence=evidence,
        )
        yield from terms.shaped(owed, rule.report)


def _consultee(terms: Terms, rule: Consultee, base: Owed) -> Iterator[Owed]:
    """
    Yield the asking of those who must be asked before something is final.

    Executes: consultee.consults, consultee.on, consultee.before
    """
    for body in rule.consults:
        for topic in rule.on:
            many = len(rule.consults) * len(rule.on) > 1
            yield replace(
                base,
                key=f"{base.key}/{body}/{topic}" if many else base.key,
                action="consult",
                bearer=(terms.body,),
                to=(body,),
                shape="before",
                trigger=terms.sought(rule.before or "decision", topic=topic),
                evidence=Sought(frozenset(("consulted",)), frozenset((body,))),
                matching=("subject or topic",),
                when=BEFORE_IT,
                late_counts=False,
            )


def _review(terms: Terms, rule: Review, base: Owed) -> Iterator[Owed]:
    """
    Yield the reviews of the terms: those that time brings, and those asked for.

    Both live side by side: a request resets nothing, and one review can discharge
    both. A note that the terms were looked at is no decision and discharges nothing.

    Executes: review.every, review.from, review.start, review.on_request_of,
    review.done_by
    """
    report = rule.done_by == "report"
    evidence = terms.sought("review decided")
    if report:
        evidence = replace(
            evidence, kinds=frozenset(("review decided", "terms reviewed"))
        )
    owed = replace(
        base, action="review the terms", bearer=(terms.body,), evidence=evidence
    )
    if rule.every is not None:
        owed = replace(owed, start=promised(rule.start))
        fixed = rule.from_ in ("adoption", "commencement")
        if fixed and spans_of(rule.every)[0]:
            yield replace(
                owed, shape="period", cadence=rule.every, from_start=True
            )
        elif spans_of(rule.every)[0]:
            yield from rolling(owed, rule.every)
        else:
            yield from terms.shaped(owed, rule.every)
    for who in rule.on_request_of:
        yield replace(
            owed,
            key=f"{owed.key}/on-request/{who}",
            shape="answer",
            start=None,
            trigger=Sought(frozenset(("review requested",)), by=frozenset((who, ""))),
        )


def _elected(terms: Terms, rule: Role, base: Owed) -> Iterator[Owed]:
    """
    Yield the elections to an office.

    Executes: role.elected
    """
    if rule.elected is not None:
        owed = replace(
            base,
            key=f"{base.key}/{rule.role}",
            action=f"elect the {rule.called or rule.role}",
            evidence=terms.sought("election"),
        )
        owed = replace(
            owed,
            evidence=Sought(frozenset(("election",)), keys=(("subject", rule.role),)),
        )
        yield from terms.shaped(owed, rule.elected)


def _again(
    kind: str, cadence: str, about: str
) -> Callable[[Terms, Any, Owed], Iterator[Owed]]:
    """Return how a rule with a plain cadence is derived; a person's word is evidence."""

    def derive(terms: Terms, rule: Rule, base: Owed) -> Iterator[Owed]:
        often = getattr(rule, cadence)
        if often is not None:
            subject = str(getattr(rule, about, "") or kind)
            owed = replace(
                base,
                action=f"{kind} {subject}" if subject != kind else kind,
                evidence=terms.sought("evidence", topic=subject),
            )
            yield from terms.shaped(owed, often)

    return derive


def _told(terms: Terms, rule: Authority, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of decisions taken for another body.

    Executes: authority.reported, authority.reported_to
    """
    if rule.reported is not None:
        to = rule.reported_to or rule.on_behalf_of
        yield replace(
            base,
            action="report the decisions taken for it",
            to=(to,) if to else (),
            shape="answer",
            trigger=terms.sought("decision"),
            evidence=terms.sought("paper received", bodies=to),
            matching=("subject",),
            when=rule.reported,
        )


def _answered(terms: Terms, rule: Scrutiny, base: Owed) -> Iterator[Owed]:
    """
    Yield the answers that a scrutiny body is owed.

    Executes: scrutiny.answered
    """
    if rule.answered is not None:
        for body in rule.by:
            yield replace(
                base,
                key=f"{base.key}/{body}",
                action="answer",
                to=(body,),
                shape="answer",
                trigger=Sought(
                    frozenset(("request received", "report requested")),
                    by=frozenset((body,)),
                ),
                evidence=terms.sought("response received", bodies=body),
                matching=("subject",),
                when=rule.answered,
            )


DERIVED: dict[type[Rule], Callable[[Terms, Any, Owed], Iterator[Owed]]] = {
    Attendance: _absence,
    Authority: _told,
    ChairsAction: _urgent,
    Consultee: _consultee,
    ExtraMeetings: _extra,
    IncidentMeetings: _incident,
    Instrument: _again("review", "reviewed", "titled"),
    Interests: _again("confirm the register of interests", "confirmed", ""),
    LeadTimes: _steps,
    Meets: _meets,
    Notice: _notice,
    Record: _record,
    Register: _again("review the register of", "reviewed", "of"),
    Review: _review,
    Role: _elected,
    Scrutiny: _answered,
    SubGroups: _sub_groups,
}

__all__ = ["AtMeeting", "required_by", "requirements"]
