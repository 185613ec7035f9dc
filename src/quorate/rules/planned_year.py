"""What a year brings beside its meetings: reports, reviews, elections, dates, ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from quorate.charter.kinds.duties import Duty, Register
from quorate.charter.kinds.meetings import Interests, Meets, Notice
from quorate.charter.kinds.membership import Role
from quorate.charter.kinds.terms import Ending, Instrument, Review
from quorate.charter.rule import Rule
from quorate.charter.timing import (
    AroundMeetings,
    Cadence,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
)
from quorate.facts.days import add_months
from quorate.rules.planned_event import PlannedEvent, Planning
from quorate.rules.planned_meetings import Proposed
from quorate.rules.planned_papers import duty_kind
from quorate.rules.planned_periods import MONTHS, days_of, ends

NO_DAY = "no day follows from these words"


def through_the_year(
    planning: Planning,
    body: str,
    held: Sequence[Proposed],
    meetings: Mapping[str, Sequence[date]],
) -> Iterator[PlannedEvent]:
    """
    Yield what a year brings that no single meeting does, each with its clause.

    `held` are the body's meetings of the year, `meetings` those of every body by
    name.

    Executes: duty.often, duty.when, duty.promised_for, notice.of, meets.set_ahead,
    review.every, role.elected, register.reviewed, instrument.reviewed,
    interests.confirmed, ending.until
    """
    charter = planning.charter
    for duty in charter.rules_of(body, Duty):
        yield from _duty(planning, body, duty, meetings)
    yield from _dates(planning, body)
    for review in charter.rules_of(body, Review):
        yield from _review(planning, body, review)
    yield from _elections(planning, body, held)
    for kind, field, what in (
        (Register, "reviewed", "review the register of {of}"),
        (Instrument, "reviewed", "review {titled}"),
        (Interests, "confirmed", "confirm the register of interests"),
    ):
        for rule in charter.rules_of(body, kind):
            often = getattr(rule, field)
            named = what.format(
                of=getattr(rule, "of", ""), titled=getattr(rule, "titled", "")
            )
            yield from _regular(
                planning, body, rule, often, what=named, meetings=meetings
            )
    for ending in charter.rules_of(body, Ending):
        if isinstance(ending.until, date) and planning.includes(ending.until):
            yield planning.row(
                ending, ending.until, "the body ends", body=body, kind="ending"
            )


def _duty(
    planning: Planning, body: str, rule: Duty, meetings: Mapping[str, Sequence[date]]
) -> Iterator[PlannedEvent]:
    if rule.promised_for is not None:
        on = month_end(rule.promised_for)
        if on is not None and planning.includes(on):
            yield planning.row(
                rule,
                on,
                rule.action,
                body=body,
                kind=duty_kind(rule),
                fields=("promised_for",),
            )
        return
    named = days_of(rule.when, planning)
    if named and not rule.after:
        for day in named:
            yield planning.row(
                rule,
                day,
                rule.action,
                body=body,
                kind=duty_kind(rule),
                fields=("when", "often", "window"),
            )
        return
    if rule.often is not None:
        yield from _regular(
            planning,
            body,
            rule,
            rule.often,
            what=rule.action,
            meetings=meetings,
            kind=duty_kind(rule),
            window=rule.window,
        )


def _regular(
    planning: Planning,
    body: str,
    rule: Rule,
    often: Cadence | None,
    *,
    what: str,
    meetings: Mapping[str, Sequence[date]],
    kind: str = "review",
    window: str = "",
) -> Iterator[PlannedEvent]:
    """Yield the last day of each period, or the days of another body's meetings."""
    fields = ("often", "window", "reviewed", "confirmed")
    days: Sequence[date] = ()
    notes: tuple[str, ...] = ()
    until: date | None = None
    if isinstance(often, EveryPeriod | Times):
        days = ends(often, window or "calendar year", planning)
        if not window:
            notes = ("counted by the calendar year: the terms name none",)
    elif isinstance(often, EveryMeeting | AroundMeetings):
        other = often.body or body
        if other == body and isinstance(rule, Duty):
            return  # Such a duty stands with each meeting.
        days = [one for one in meetings.get(other, ()) if planning.includes(one)]
        if not days:
            days, until = (planning.first,), planning.last
            notes = (f"no meeting of {other} is known",)
    elif isinstance(often, Unbounded | OnRequest):
        days, until = (planning.first,), planning.last
        notes = (f"{often}: {NO_DAY}",)
    for day in days:
        yield planning.row(
            rule,
            day,
            what,
            body=body,
            kind=kind,
            until=until,
            notes=notes,
            fields=fields,
        )


def _dates(planning: Planning, body: str) -> Iterator[PlannedEvent]:
    """Yield by when the coming year's dates are set and go out."""
    stated = False
    for notice in planning.charter.rules_of(body, Notice):
        if notice.of == "dates":
            for day in days_of(notice.by, planning):
                stated = True
                yield planning.row(
                    notice,
                    day,
                    "the coming year's dates go out",
                    body=body,
                    kind="dates",
                    fields=("by", "for", "to"),
                )
    for rule in planning.charter.rules_of(body, Meets):
        if rule.set_ahead == "yes" and not stated:
            yield planning.row(
                rule,
                planning.last,
                "the coming year's dates are set",
                body=body,
                kind="dates",
                notes=("no day is stated: before the year they are for",),
            )


def _review(planning: Planning, body: str, rule: Review) -> Iterator[PlannedEvent]:
    every = rule.every
    if not isinstance(every, EveryPeriod) or every.period not in MONTHS:
        return
    start = month_end(rule.start) or _dated(planning)
    if start is None:
        yield planning.row(
            rule,
            planning.first,
            "review of the terms",
            body=body,
            kind="review",
            until=planning.last,
            notes=("from when its time runs is not on record",),
            fields=("every", "from", "start"),
        )
        return
    months = every.number * MONTHS[every.period]
    number = 1
    while (on := add_months(start, months * number)) <= planning.last:
        if planning.includes(on):
            yield planning.row(
                rule,
                on,
                "review of the terms",
                body=body,
                kind="review",
                notes=("unless a review before it set a new start",)
                if rule.from_ == "last review"
                else (),
                fields=("every", "from", "start"),
            )
        number += 1


def _dated(planning: Planning) -> date | None:
    versions = planning.charter.front.versions
    if not versions:
        return None
    return versions[-1].in_force or month_end(versions[-1].dated)


def month_end(day: date | str | None) -> date | None:
    """Return a day, or the last day of a month that is written as 2024-04."""
    if day is None or isinstance(day, date):
        return day
    year, month = (int(part) for part in day.split("-")[:2])
    return add_months(date(year, 1, 31), month - 1)


def _elections(
    planning: Planning, body: str, held: Sequence[Proposed]
) -> Iterator[PlannedEvent]:
    """Yield the elections of the year: at the annual meeting, else at the first."""
    at = next((one for one in held if one.annual), next(iter(held), None))
    for rule in planning.charter.rules_of(body, Role):
        if rule.elected is None:
            continue
        notes: tuple[str, ...] = (
            () if at and at.annual else ("the terms do not say at which meeting",)
        )
        once = isinstance(rule.elected, EveryPeriod) and rule.elected.number == 1
        if not once:
            notes += ("the year of the last election is not on record",)
        yield planning.row(
            rule,
            at.day if at else planning.first,
            f"election of the {rule.called or rule.role}",
            body=body,
            kind="election",
            until=None if at else planning.last,
            notes=notes,
            fields=("elected", "elected_by"),
        )
