"""What goes with each meeting: agenda, papers, steps of reports, minutes, duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import LeadTimes, Notice, Record
from quorate.charter.kinds.terms import SubGroups
from quorate.charter.timing import AtMeeting, Beside, Deadline, EveryMeeting, When
from quorate.facts.calendar import DAY
from quorate.facts.days import UnknownYear
from quorate.rules.deadlines import last_day
from quorate.rules.planned_event import PlannedEvent, Planning

OUT = {
    "agenda": "agenda published",
    "summons": "summons sent",
    "papers": "papers published",
}
SENT = {"minutes": "minutes sent", "action log": "action log sent"}


@dataclass
class Anchors:
    """The days on which things happen around one meeting, by the name of the event."""

    planning: Planning
    body: str
    days: dict[str, date]
    meetings: Mapping[str, Sequence[date]] = field(default_factory=dict)
    """By body, the days of its meetings that are known or proposed."""

    def day(self, when: When | None) -> date | None:
        """Return the day of a time, or None where nothing it counts from is known."""
        if isinstance(when, Deadline):
            return self._counted(when)
        if isinstance(when, Beside):
            event = self.days.get(when.event)
            if event is None or when.how != "before":
                return event
            return self._working_day_before(event)
        if isinstance(when, AtMeeting):
            return self.next_of(when.body, before=when.before)
        return None

    def _counted(self, deadline: Deadline) -> date | None:
        event = self.days.get(deadline.event)
        if event is None:
            return None
        if deadline.unit == "hour":
            # Hours run from the opening, which a plan does not know.
            return self._working_day_before(event)
        try:
            return last_day(deadline, event, self.planning.calendar)
        except (UnknownYear, ValueError):
            return None

    def _working_day_before(self, day: date) -> date:
        """Return the last working day before, or the day before in unknown years."""
        try:
            return self.planning.calendar.add_working_days(day, -1)
        except UnknownYear:
            return day - DAY

    def next_of(
        self, body: str, *, before: bool = False, after: date | None = None
    ) -> date | None:
        """Return a body's next meeting after this one, or the day before it."""
        since = after or self.days["meeting"]
        coming = [one for one in self.meetings.get(body, ()) if one > since]
        if not coming:
            return None
        return self._working_day_before(min(coming)) if before else min(coming)


def around(
    planning: Planning,
    body: str,
    day: date,
    meetings: Mapping[str, Sequence[date]],
) -> Iterator[PlannedEvent]:
    """
    Yield what one meeting brings with it, each with its clause.

    Executes: notice.by, notice.later, lead_times.steps, record.by, record.agreed,
    record.published, duty.after, duty.when, duty.often, sub_groups.report
    """
    anchors = Anchors(planning, body, {"meeting": day}, meetings)
    yield from _notices(anchors, day)
    yield from _steps(anchors, day)
    yield from _records(anchors, day)
    yield from _duties(anchors, day)


def _notices(anchors: Anchors, day: date) -> Iterator[PlannedEvent]:
    planning, body = anchors.planning, anchors.body
    rules = planning.charter.rules_of(body, Notice)
    # The agenda goes first: papers are often due with it.
    for rule in sorted(rules, key=lambda one: one.of not in ("agenda", "summons")):
        if rule.of not in OUT:
            continue
        on = anchors.day(rule.by)
        if on is not None:
            anchors.days.setdefault(OUT[rule.of], on)
            about = "for " + ", ".join(rule.matters) if rule.matters else ""
            yield planning.row(
                rule,
                on,
                f"{rule.of} for the meeting of {day}",
                body=body,
                kind=rule.of,
                notes=(about,),
                fields=("by", "to"),
            )
        later = anchors.day(rule.later)
        if later is not None:
            yield planning.row(
                rule,
                later,
                f"last day for {rule.of} for the meeting of {day}",
                body=body,
                kind=rule.of,
                fields=("later",),
            )


def _steps(anchors: Anchors, day: date) -> Iterator[PlannedEvent]:
    planning, body = anchors.planning, anchors.body
    for rule in planning.charter.rules_of(body, LeadTimes):
        for step in rule.steps:
            on = anchors.day(step.by)
            if on is not None:
                yield planning.row(
                    rule,
                    on,
                    f"{step.step}, for the meeting of {day}",
                    body=body,
                    kind="report step",
                    notes=(f"by {step.who}" if step.who else "",),
                    fields=("steps",),
                )


def _records(anchors: Anchors, day: date) -> Iterator[PlannedEvent]:
    planning, body = anchors.planning, anchors.body
    for rule in planning.charter.rules_of(body, Record):
        sent = anchors.day(rule.by)
        agreed = anchors.day(rule.agreed)
        if sent is not None:
            anchors.days.setdefault(SENT.get(rule.of, f"{rule.of} sent"), sent)
        if agreed is not None:
            anchors.days.setdefault(f"{rule.of} agreed", agreed)
        published = anchors.day(rule.published)
        for on, what, name in (
            (sent, "sent", "by"),
            (agreed, "agreed", "agreed"),
            (published, "published", "published"),
        ):
            if on is not None:
                yield planning.row(
                    rule,
                    on,
                    f"{rule.of} of {day} {what}",
                    body=body,
                    kind=rule.of,
                    fields=(name, "to"),
                )


def _duties(anchors: Anchors, day: date) -> Iterator[PlannedEvent]:
    planning, body = anchors.planning, anchors.body
    for rule in planning.charter.rules_of(body, Duty):
        event = anchors.days.get(rule.after)
        if event is not None and rule.when is not None:
            yield from _response(anchors, rule, event)
        if isinstance(rule.often, EveryMeeting) and rule.often.body in ("", body):
            yield planning.row(
                rule,
                day,
                rule.action,
                body=body,
                kind=duty_kind(rule),
                fields=("often", "when"),
            )
    for group in planning.charter.rules_of(body, SubGroups):
        if isinstance(group.report, EveryMeeting) and group.report.body in ("", body):
            yield planning.row(
                group,
                day,
                "sub-groups report",
                body=body,
                kind="report",
                fields=("report",),
            )


def _response(anchors: Anchors, rule: Duty, event: date) -> Iterator[PlannedEvent]:
    """Yield by when a duty that follows an event is due, to each recipient."""
    planning, body = anchors.planning, anchors.body
    when = rule.when
    if isinstance(when, AtMeeting):
        recipients = rule.to if when.body == "each recipient" else (when.body,)
        for recipient in recipients:
            on = anchors.next_of(recipient, before=when.before, after=event)
            name = planning.called(recipient)
            unknown = "" if on else f"no later meeting of {name} is known"
            yield planning.row(
                rule,
                on or event,
                f"{rule.action}: {name}",
                body=body,
                kind=duty_kind(rule),
                until=None if on else planning.last,
                notes=(unknown,),
                fields=("when", "after"),
            )
        return
    on = anchors.day(when)
    said = "" if on else f"{when}: no day follows from these words"
    yield planning.row(
        rule,
        on or event,
        rule.action,
        body=body,
        kind=duty_kind(rule),
        until=None if on else planning.last,
        notes=(said,),
        fields=("when", "after"),
    )


def duty_kind(rule: Duty) -> str:
    """Return the sort of line that a duty makes: a report, or another duty."""
    return "report" if "report" in f"{rule.done_by} {rule.action}" else "duty"
