"""Whether a meeting was properly called: agreement, requisition, ground and notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from quorate.charter.kinds.meetings import ExtraMeetings, IncidentMeetings, Notice
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Savings
from quorate.charter.timing import Deadline
from quorate.facts.meeting import Meeting
from quorate.facts.people import day_of, not_after
from quorate.rules.finding import (
    Explanation,
    Finding,
    LeftOut,
    Missing,
    Reading,
    Reason,
    Value,
)
from quorate.rules.notice_given import (
    IN_TIME,
    PUBLISHED,
    Called,
    due_by,
    everybody_had_it,
    notice_given,
    without_reason,
)
from quorate.rules.readings import Answer, readings_of
from quorate.rules.reasons import reason_for
from quorate.rules.roll import Counting, room_at
from quorate.rules.sets import Ground
from quorate.rules.verdict import (
    MET,
    NOT_MET,
    NOT_STATED,
    UNKNOWN,
    Verdict,
    all_of,
    of,
)

REQUESTED = "request received"
AGREEMENT = "agreed to"
STANDS = "stands nevertheless"
FAULTY = ("short notice", "not properly called")
"""Outcomes that a clause on faulty notice can save."""


@dataclass(frozen=True, slots=True)
class CallingTerms:
    """The rules that bear on how a meeting comes about."""

    extra: ExtraMeetings | None = None
    incident: IncidentMeetings | None = None
    notices: tuple[Notice, ...] = ()
    savings: Savings | None = None
    quorum: Quorum | None = None


def properly_called(terms: CallingTerms, called: Called) -> Finding:
    """
    Say whether a meeting was called as the terms have it.

    A further meeting needs its agreement on record, or a request by enough members
    to which nobody answered in time. An incident meeting states its ground and is
    free of the notice rule where the terms free it; what its acts are worth follows,
    and is advice until confirmed where they do not say. An adjourned meeting comes
    together again by the time that the terms give. The outcome is: properly called,
    without agreement, short notice, not properly called. A notice that the terms only
    strive for changes nothing; where a clause saves faulty notice, what the meeting
    did stands nevertheless.

    Executes: extra_meetings.agreed_by, extra_meetings.requested_by,
    extra_meetings.if_not_called, incident_meetings.ground, incident_meetings.size,
    incident_meetings.notice, incident_meetings.powers, notice.by, notice.shortened_by,
    notice.adjourned_afresh, notice.failure_invalidates, notice.matters,
    notice.late_needs_reason, incident_meetings.virtually, incident_meetings.confirmed,
    extra_meetings.only_noticed_business, quorum.reconvened_after, savings.defects,
    savings.if
    """
    verdict, outcome = _answer(terms, called)

    def explain() -> Explanation:
        reasons = tuple(_reasons(terms, called))
        none = Reason("nothing asks how it is called", MET)
        parts = reasons or (none,)
        clause = _clause(parts)
        because = parts[0]
        if len(parts) > 1:
            because = Reason("all", verdict, clause, parts=parts)
        missing = tuple(
            Missing("on record", 1, "", (one.says,))
            for one in parts
            if one.verdict is UNKNOWN
        )
        incident = terms.incident if called.meeting.sort == "incident" else None
        effect = _powers(incident) if incident is not None else None
        if outcome in FAULTY and saved(terms.savings, called.meeting):
            effect = _nevertheless(terms.savings)
        readings: tuple[Reading, ...] = ()
        if incident is not None:

            def judge(varied: IncidentMeetings) -> Answer:
                return _answer(replace(terms, incident=varied), called)

            readings = readings_of(incident, judge)
        notes = tuple(_notes(terms, called))
        return Explanation(because, missing, readings, effect, notes)

    clause = _clause(tuple(_reasons(terms, called)))
    return Finding(
        "meeting_called", verdict, outcome=outcome, clause=clause, explain=explain
    )


def _answer(terms: CallingTerms, called: Called) -> Answer:
    reasons = tuple(_reasons(terms, called))
    verdict = all_of(one.verdict for one in reasons)
    if verdict is MET:
        return MET, "properly called"
    failed = [one.says for one in reasons if one.verdict is NOT_MET]
    if AGREEMENT in failed:
        return verdict, "without agreement"
    if IN_TIME in failed:
        return verdict, "short notice"
    return verdict, "not properly called" if failed else ""


def _clause(reasons: tuple[Reason, ...]) -> str:
    failed = (one.clause for one in reasons if one.verdict is not MET)
    return next(failed, next((one.clause for one in reasons), ""))


def _reasons(terms: CallingTerms, called: Called) -> Iterator[Reason]:
    sort = called.meeting.sort
    if sort == "extra":
        yield from _agreed(terms.extra, called)
    if sort == "incident":
        yield from _incident(terms.incident, called)
        if terms.incident is not None and terms.incident.notice in (
            "none",
            "as short as needed",
        ):
            return
    if sort == "adjourned":
        yield from _again(terms.quorum, called)
    for rule in terms.notices:
        if rule.of in PUBLISHED and rule.strength in ("", "must") and not rule.matters:
            yield from notice_given(rule, called)
            yield from everybody_had_it(rule, called)


def _agreed(rule: ExtraMeetings | None, called: Called) -> Iterator[Reason]:
    if rule is None:
        values: dict[str, Value] = {"kind": "extra_meetings"}
        yield Reason("the terms are silent", NOT_STATED, values=values)
        return
    if not rule.agreed_by and rule.requested_by is None:
        return
    by = called.meeting.agreed_by
    offices = called.sitting.membership.offices
    agreed = bool(by) and (
        by == rule.agreed_by or by in offices.get(rule.agreed_by, frozenset())
    )
    wanted: dict[str, Value] = {"by": by or "nobody on record"}
    verdict = MET if agreed else NOT_MET
    parts: tuple[Reason, ...] = ()
    if not agreed and rule.requested_by is not None:
        asked = _requested(rule, rule.requested_by, called)
        parts = (asked,)
        verdict = asked.verdict
    yield Reason(
        AGREEMENT,
        verdict,
        rule.clause,
        need=rule.agreed_by or None,
        counted=(by,) if agreed else (),
        left_out=(LeftOut(by, "not theirs to agree"),) if by and not agreed else (),
        values=wanted,
        parts=parts,
    )


def _requested(rule: ExtraMeetings, needed: int, called: Called) -> Reason:
    """Judge a request by members, and the days in which nobody answered it."""
    members = {one.person for one in called.sitting.membership.filled}
    asked: dict[str, date] = {}
    outside: dict[str, None] = {}
    for one in called.stated(REQUESTED):
        if one.by in members and one.happened is not None:
            asked.setdefault(one.by, day_of(one.happened))
        elif one.by:
            outside[one.by] = None
    verdict: Verdict = of(len(asked) >= needed)
    values: dict[str, Value] = {}
    wait = rule.if_not_called
    if verdict is MET and isinstance(wait, Deadline):
        complete = sorted(asked.values())[needed - 1]
        last = due_by(wait, complete, called.calendar)
        set_on = called.meeting.announced
        if last is None or set_on is None:
            verdict = UNKNOWN
        else:
            values["from"] = last.last.isoformat()
            by_clerk = called.meeting.called_by not in asked
            verdict = of(by_clerk or day_of(set_on) > last.last)
    return Reason(
        "asked for by members",
        verdict,
        rule.clause,
        need=needed,
        have=len(asked),
        unit="member",
        counted=tuple(sorted(asked)),
        left_out=tuple(LeftOut(one, "not a member") for one in outside),
        values=values,
    )


def _incident(rule: IncidentMeetings | None, called: Called) -> Iterator[Reason]:
    if rule is None:
        values: dict[str, Value] = {"kind": "incident_meetings"}
        yield Reason("the terms are silent", NOT_STATED, values=values)
        return
    ground = called.meeting.ground
    yield Reason(
        "a ground is stated",
        MET if ground else UNKNOWN,
        rule.clause,
        need=rule.ground,
        values={"ground": ground or "none on record"},
    )
    if rule.size is not None:
        sitting = called.sitting
        room = room_at(
            sitting.meeting,
            sitting.membership,
            Counting("yes", "yes", rule.virtually or "yes", "yes"),
            substitutes=sitting.substitutes,
            known_at=sitting.known_at,
        )
        ground_of = Ground(sitting.membership, rulings=sitting.rulings)
        scene = {"present": room.entries if room.recorded else None}
        yield reason_for(
            rule.size, ground_of, scene, clause=rule.clause, left_out=room.left_out
        )


def _again(rule: Quorum | None, called: Called) -> Iterator[Reason]:
    """Judge when a meeting came together again that had no quorum."""
    if rule is None or not isinstance(rule.reconvened_after, Deadline):
        return
    opens, went_on = called.meeting.opens, called.went_on
    last = None
    if went_on is not None:
        last = due_by(rule.reconvened_after, went_on, called.calendar)
    if last is None or opens is None:
        yield Reason("together again in time", UNKNOWN, rule.clause)
        return
    yield Reason(
        "together again in time",
        of(day_of(opens) <= last.last),
        rule.clause,
        values={"due": last.last.isoformat(), "done": day_of(opens).isoformat()},
    )


def saved(rule: Savings | None, meeting: Meeting) -> bool:
    """
    Tell if a clause saves what a meeting did although its notice was at fault.

    Where it saves only what is found out afterwards, that day has to be on record.

    Executes: savings.defects, savings.if
    """
    if rule is None or "notice" not in rule.defects:
        return False
    if rule.if_ == "always":
        return True
    found, opens = meeting.defect_found_out, meeting.opens
    return found is not None and opens is not None and not not_after(found, opens)


def _nevertheless(rule: Savings | None) -> Reason | None:
    if rule is None:
        return None
    values: dict[str, Value] = {"defect": "notice", "effect": STANDS}
    return Reason(STANDS, MET, rule.clause, values=values)


def _powers(rule: IncidentMeetings) -> Reason:
    """Say what an incident meeting's acts are worth; silence makes them advice."""
    stated = rule.powers not in ("", "not stated")
    values: dict[str, Value] = {
        "effect": rule.powers if stated else "advice until confirmed",
        "confirmed": rule.confirmed or "not stated",
        "reported": str(rule.reported) if rule.reported else "not stated",
    }
    return Reason(
        "what its acts are worth",
        MET if stated else NOT_STATED,
        rule.clause,
        values=values,
    )


def _notes(terms: CallingTerms, called: Called) -> Iterator[Reason]:
    for rule in terms.notices:
        if rule.of not in PUBLISHED or rule.strength in ("", "must"):
            continue
        for found in notice_given(rule, called):
            if found.verdict is NOT_MET:
                yield Reason(
                    "later than hoped for", NOT_MET, rule.clause, parts=(found,)
                )
    for rule in terms.notices:
        if rule.of in PUBLISHED:
            yield from without_reason(rule, called)
    extra = terms.extra
    noticed = extra is not None and extra.only_noticed_business == "yes"
    if called.meeting.sort == "extra" and extra is not None and noticed:
        yield Reason("only the business noticed", MET, extra.clause)
