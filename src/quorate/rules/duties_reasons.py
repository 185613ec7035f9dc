"""Why a requirement stands as it does: trigger, due date, evidence, what was before."""

from __future__ import annotations

from datetime import date, datetime

from quorate.rules.deadline_steps import steps
from quorate.rules.duties_evaluation import Instance
from quorate.rules.duties_states import (
    BREACHED,
    CANT_TELL,
    IMPOSSIBLE,
    NOT_DONE,
    OVERDUE,
)
from quorate.rules.duties_times import LONG_AGO, Clock
from quorate.rules.finding import Reason, Value
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict


def reason_of(one: Instance, time: Clock, *, told: str = "") -> Reason:
    """Return the whole of why an instance is in its state, or what is told of it."""
    span, owed = one.span, one.owed
    values: dict[str, Value] = {
        "state": told or span.state,
        "action": owed.action,
        "strength": owed.strength,
    }
    more: tuple[tuple[str, Value], ...] = (
        ("bearer", owed.bearer),
        ("to", owed.to),
        ("subject", one.subject),
        ("due", said(span.last)),
        ("done", said(span.done)),
        ("evidence", span.evidence if span.done is not None else ()),
        ("by", span.by),
        ("why", span.waits),
    )
    values |= {name: value for name, value in more if value}
    if not owed.bearer:
        values["bearer"] = "unstated"
    many = owed.need > 1
    return Reason(
        "requirement",
        _verdict(span.state),
        owed.rule.clause,
        need=owed.need if many else None,
        have=span.held if many else None,
        values=values,
        parts=tuple(_parts(one, time)),
    )


def _verdict(state: str) -> Verdict:
    if state == CANT_TELL:
        return UNKNOWN
    failed = state in (BREACHED, OVERDUE, IMPOSSIBLE, NOT_DONE)
    return NOT_MET if failed else MET


def _parts(one: Instance, time: Clock) -> list[Reason]:
    parts: list[Reason] = []
    opening, span = one.opening, one.span
    if opening is not None and opening.at > LONG_AGO:
        values: dict[str, Value] = {"on": said(opening.moment)}
        if opening.event is not None:
            values["event"] = opening.event.event.kind
            values["name"] = opening.event.called()
        parts.append(Reason("what began it", MET, values=values))
    if span.last is not None:
        parts.append(_due(one))
    if span.last is not None and span.done is not None:
        late = late_by(span.done, span.last, time)
        if late:
            parts.append(Reason("late by", NOT_MET, values={"late_by": late}))
    parts += [
        Reason("was before", MET, values={"state": state, "since": since.isoformat()})
        for state, since in one.past
        if state == OVERDUE or (state == BREACHED and span.state != BREACHED)
    ]
    return parts


def _due(one: Instance) -> Reason:
    span = one.span
    values: dict[str, Value] = {"last_day": said(span.last)}
    if span.counted is not None:
        values["deadline"] = str(span.counted.deadline)
        passed = tuple(
            f"{each.day.isoformat()} {each.off.name}"
            for each in steps(span.counted)
            if each.off is not None and each.off.kind != "weekend"
        )
        if passed:
            values["passed_over"] = passed
    return Reason("last day", MET, one.owed.rule.clause, values=values)


def late_by(done: datetime | date, last: date, time: Clock) -> str:
    """Return how many days late a deed was; empty where it was not, by the day."""
    days = (time.day(done) - last).days
    if days <= 0:
        return ""
    return f"{days} day" if days == 1 else f"{days} days"


def said(moment: datetime | date | None) -> str:
    """Return a moment in figures."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return moment.isoformat(sep=" ", timespec="minutes")
    return moment.isoformat()
