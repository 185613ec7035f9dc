"""Checks of the calendar: how often a body meets, and whether its deadlines fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import LeadTimes, Meets, Notice, Record
from quorate.charter.timing import AroundMeetings, Beside, Deadline
from quorate.lint.bodies import meeting_bodies, name_of, opening_of
from quorate.lint.durations import a_year, gap, lead, most_days
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import computable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.timing import Cadence
    from quorate.lint.remark import Found, Setting


def no_cadence(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L25."""
    for body in meeting_bodies(charter):
        meets = charter.rules_of(body, Meets)
        # Words that can be read in two ways do say it; that is another check.
        if any(computable(one.often) for one in meets):
            continue
        if meets:
            says = f"The terms leave open how often {name_of(charter, body)} meets."
        else:
            says = f"Nothing says how often {name_of(charter, body)} meets."
        opening = opening_of(charter, body)
        yield found(
            f"{says} Nobody can tell whether a meeting is overdue.",
            at=meets[0].clause if meets else opening or "",
            line=meets[0].place.line if meets else 0,
            body=body,
        )


def oftener_than_met(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L26."""
    cadences = _cadences(charter, setting)
    for rule in charter.rules:
        if not isinstance(rule, Duty):
            continue
        reports = a_year(rule.often)
        if reports is None:
            continue
        for receiver in rule.to:
            if receiver not in cadences:
                continue
            often = cadences[receiver]
            meetings = a_year(often, cadences)
            name = name_of(charter, receiver)
            if meetings is not None and reports > meetings:
                yield found(
                    f"A report is due {reports} times a year, but {name} meets "
                    f"{meetings} times: some reports come to no meeting.",
                    at=rule.clause,
                    line=rule.place.line,
                )
            elif isinstance(often, AroundMeetings):
                yield found(
                    f"A report is due {rule.often}, but {name} meets {often}: when "
                    "that meeting moves, no meeting may fall when the report is due.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def _cadences(charter: Charter, setting: Setting) -> dict[str, Cadence]:
    return {
        body: rule.often
        for one in reversed(setting.together_with(charter))
        for rule in one.rules
        if isinstance(rule, Meets) and rule.often is not None
        for body in rule.bodies
    }


def minutes_too_late(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L27."""
    for body in meeting_bodies(charter):
        between = _gap(charter, body)
        notice = _leads(charter, body).get("agenda published", 0)
        for record in charter.rules_of(body, Record):
            by = record.by
            if between is None or not isinstance(by, Deadline) or by.side != "after":
                continue
            days = most_days(by)
            if days + notice > between:
                yield found(
                    f"The {record.of} can take {days} days at worst, but the next "
                    f"agenda can close {between - notice} days after the meeting: it "
                    "would go out without them.",
                    at=record.clause,
                    line=record.place.line,
                    body=body,
                )


def chain_too_long(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L28."""
    for body in meeting_bodies(charter):
        between, leads = _gap(charter, body), _leads(charter, body)
        for rule in charter.rules_of(body, LeadTimes):
            days = [lead(step.by, leads) for step in rule.steps]
            counted = [one for one in days if one is not None]
            longest = max(counted, default=0)
            if between is not None and longest > between:
                yield found(
                    f"The first step of a report is up to {longest} days before the "
                    f"meeting, but meetings can be {between} days apart: it would "
                    "begin before the last meeting was held.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )
            out = leads.get("papers published") or leads.get("agenda published", 0)
            last = _fewest(rule)
            if last is not None and last < out and _published(charter, body) > last:
                yield found(
                    "Papers must be out before the last step of their clearance is "
                    "due.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )


def _fewest(rule: LeadTimes) -> int | None:
    """Return how near to the meeting the last step may fall, in its own days."""
    steps = [
        step.by.amount
        for step in rule.steps
        if isinstance(step.by, Deadline)
        and step.by.side == "before"
        and step.by.event == "meeting"
    ]
    return min(steps) if steps and len(steps) == len(rule.steps) else None


def _published(charter: Charter, body: str) -> int:
    """Return the days before a meeting by which papers are out, in their own days."""
    days = [
        one.by.amount
        for one in charter.rules_of(body, Notice)
        if one.of in ("papers", "agenda") and isinstance(one.by, Deadline)
    ]
    return max(days, default=0)


def _gap(charter: Charter, body: str) -> int | None:
    days = [gap(one.often) for one in charter.rules_of(body, Meets)]
    return min((one for one in days if one is not None), default=None)


def _leads(charter: Charter, body: str) -> dict[str, int]:
    """Say how many days before a meeting its agenda and papers go out, at worst."""
    leads = {"meeting": 0}
    for notice in charter.rules_of(body, Notice):
        days = lead(notice.by, leads)
        if days is None and isinstance(notice.by, Beside):
            days = leads.get(f"{notice.by.event} published")
        if days is not None:
            event = f"{notice.of} published"
            leads[event] = max(days, leads.get(event, 0))
    return leads


CHECKS = (
    Check(
        id="L25",
        severity=Severity.UNINTENDED,
        title="Nothing says how often the body meets",
        means="A body can stop meeting without breaking its terms.",
        repair="Give a number of meetings a year, or a longest time between two.",
        example="Terms of a forum that say nothing of when it meets.",
        find=no_cadence,
    ),
    Check(
        id="L26",
        severity=Severity.UNINTENDED,
        title="A report is due more often than its receiver meets",
        means="Some reports have no meeting to go to and are late through no fault of "
        "those who write them.",
        repair="Let the report follow the receiver's meetings.",
        example="The team reports monthly to the board. … The board meets quarterly.",
        find=oftener_than_met,
    ),
    Check(
        id="L27",
        severity=Severity.UNINTENDED,
        title="Minutes are due after the next agenda closes",
        means="Members get the agenda without knowing what was decided last time.",
        repair="Shorten the time for minutes, or meet less often.",
        example="The forum meets every month. The agenda goes out three weeks before. "
        "Minutes follow within three weeks of the meeting.",
        find=minutes_too_late,
    ),
    Check(
        id="L28",
        severity=Severity.UNINTENDED,
        title="There is too little time for the steps that papers go through",
        means="Reports skip a step, or come late to every meeting.",
        repair="Shorten the steps, lengthen the notice, or meet less often.",
        example="The forum meets every month. A report is drafted eight weeks before "
        "its meeting.",
        find=chain_too_long,
    ),
)
