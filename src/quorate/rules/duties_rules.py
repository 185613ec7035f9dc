"""Requirement rules in the form in which they are judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quorate.charter.kinds.duties import Duty
from quorate.charter.timing import (
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    When,
)
from quorate.rules.duties_shapes import (
    BEFORE_IT,
    MEETING,
    Terms,
    named,
    placed,
    promised,
)
from quorate.rules.duties_terms import Owed, Sought


def duties(terms: Terms, rule: Duty, number: int) -> Iterator[Owed]:
    """
    Yield what a requirement rule asks for: one for each body that receives it.

    Executes: duty.bearer, duty.action, duty.to, duty.if_asked_by, duty.via,
    duty.after, duty.before, duty.often, duty.window, duty.done_by, duty.matching,
    duty.topic, duty.promised_for
    """
    base = named(terms, rule, number)
    owed = replace(
        base,
        strength=rule.strength,
        action=rule.action,
        bearer=rule.bearer,
        sort=rule.sort,
        matching=rule.matching,
        window=rule.window,
        when=rule.when,
        day=promised(rule.promised_for),
        late_counts=rule.late_counts != "no",
    )
    bodies = [one for one in rule.to if one in terms.charter.bodies]
    if not bodies:
        yield from _shaped(terms, rule, replace(owed, to=rule.to))
        return
    for step in rule.via:
        key = f"{owed.key}/via/{step}"
        yield from _to(terms, rule, replace(owed, key=key), step, only=False)
    for body in bodies:
        key = f"{owed.key}/{body}" if len(bodies) > 1 else owed.key
        only = len(bodies) == 1
        yield from _to(terms, rule, replace(owed, key=key), body, only=only)


def _to(
    terms: Terms, rule: Duty, owed: Owed, body: str, *, only: bool
) -> Iterator[Owed]:
    asked_by = dict(rule.if_asked_by).get(body, "")
    evidence = evidence_of(terms, rule, owed)
    if not (rule.matching and "body" in rule.matching):
        evidence = replace(evidence, bodies=frozenset((body,)), unplaced=only)
    each = isinstance(rule.when, AtMeeting) and rule.when.body == "each recipient"
    when = owed.when
    if each and isinstance(rule.when, AtMeeting):
        when = AtMeeting(body, before=rule.when.before)
    owed = replace(owed, to=(body,), evidence=evidence, when=when)
    if asked_by:
        # A request names what it wants, if it does, in its own way.
        asked = Sought(
            frozenset(("report requested", "request received")),
            by=frozenset((asked_by,)),
        )
        yield placed(replace(owed, shape="answer", trigger=asked, matching=()))
        return
    yield from _shaped(terms, rule, owed)


def evidence_of(terms: Terms, rule: Duty, owed: Owed) -> Sought:
    """Return the events that discharge a requirement rule."""
    kind = rule.done_by or "evidence"
    sought = terms.sought(kind, topic=rule.topic)
    bearers = set(rule.bearer)
    others = frozenset(terms.charter.bodies) - bearers
    if bearers & set(terms.charter.bodies):
        # What another body brings is that body's deed.
        sought = replace(sought, others=others)
    if kind == "evidence" and not rule.topic and not rule.matching:
        sought = replace(sought, named=rule.name or owed.key)
    return sought


def _shaped(terms: Terms, rule: Duty, owed: Owed) -> Iterator[Owed]:
    sort = sort_of(rule)
    owed = replace(
        owed, sort=sort, evidence=owed.evidence or evidence_of(terms, rule, owed)
    )
    if sort == "keep true":
        # Only a word about it can tell; what else is on record does not.
        about = replace(owed, evidence=None, when=None, judged=True)
        yield replace(about, shape="standing")
    elif sort == "never":
        judged = not rule.done_by
        yield replace(owed, shape="standing", judged=judged, when=None)
    elif sort == "before":
        yield from _before(terms, rule, owed)
    elif sort == "every period":
        yield from (placed(one) for one in _periods(terms, rule, owed))
    elif rule.after:
        topic = rule.topic if "topic" in rule.matching else ""
        trigger = terms.sought(rule.after, topic=topic)
        yield placed(
            _anchored(terms, replace(owed, shape="answer", trigger=trigger), rule.after)
        )
    elif isinstance(rule.when, (Deadline, Beside)) and not owed.day:
        yield from _by_event(terms, owed, rule.when)
    else:
        yield replace(owed, shape="standing")


def sort_of(rule: Duty) -> str:
    """
    Return the sort of a requirement: as stated, or as its other words have it.

    Executes: duty.sort
    """
    if rule.sort and not (rule.sort == "do" and rule.often):
        return rule.sort
    if rule.often is not None or isinstance(rule.when, (ByDay, ByEnd)):
        return "respond" if rule.after and rule.often is None else "every period"
    if rule.before:
        return "before"
    if rule.after:
        return "respond"
    return "do"


def _before(terms: Terms, rule: Duty, owed: Owed) -> Iterator[Owed]:
    event = rule.before or rule.after
    if event == MEETING:
        when = owed.when or Beside("before", MEETING)
        yield replace(owed, shape="meeting", trigger=terms.sittings(), when=when)
        return
    yield replace(
        owed,
        shape="before",
        trigger=terms.sought(event, topic=rule.topic if rule.matching else ""),
        when=BEFORE_IT,
        late_counts=False,
    )


def _periods(terms: Terms, rule: Duty, owed: Owed) -> Iterator[Owed]:
    if rule.often is not None:
        yield from terms.shaped(owed, rule.often)
        return
    ends = rule.when.period if isinstance(rule.when, ByEnd) else "the year"
    period = {"each quarter": "quarter", "the month": "month"}.get(ends, "year")
    if isinstance(rule.when, AtMeeting):
        yield from terms.shaped(replace(owed, when=None), EveryMeeting(rule.when.body))
        return
    yield from terms.shaped(owed, EveryPeriod(1, period))


def _by_event(terms: Terms, owed: Owed, when: When) -> Iterator[Owed]:
    """Yield a requirement whose time alone says what opens it."""
    event = when.event if isinstance(when, (Deadline, Beside)) else ""
    if event == MEETING and not (isinstance(when, Deadline) and when.side == "after"):
        yield replace(owed, shape="meeting", trigger=terms.sittings())
        return
    yield replace(owed, shape="answer", trigger=terms.sought(event))


def _anchored(terms: Terms, owed: Owed, after: str) -> Owed:
    """Add what the time is counted from, where that is not the trigger itself."""
    when = owed.when
    if isinstance(when, (Deadline, Beside)) and when.event not in (after, MEETING):
        return replace(owed, anchor=terms.sought(when.event))
    return owed
