"""Requirement rules in the form in which they are judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quorate.charter.kinds.duties import Duty
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.charter.timing import (
    AroundMeetings,
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Cadence,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
    When,
)
from quorate.facts.days import add_months
from quorate.rules.duties_due import SAME_DAY
from quorate.rules.duties_terms import OWN, SITTINGS, Owed, Sought
from quorate.rules.duties_times import spans_of

BEFORE_IT = Beside("before", SAME_DAY)
MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Terms:
    """The body whose requirements are asked for, under its terms."""

    charter: Charter
    body: str

    def sought(self, kind: str, *, topic: str = "", bodies: str = "") -> Sought:
        """
        Return what events of a kind are looked for.

        Without `bodies` those that stand with a body must be this body's own, or
        name none.
        """
        where = {bodies or self.body} if bodies or kind in OWN else set[str]()
        if kind == MEETING:
            return Sought(
                frozenset((MEETING,)),
                frozenset(where),
                unplaced=not bodies,
                topic=topic,
            )
        return Sought(frozenset((kind,)), frozenset(where), topic=topic)

    def sittings(self, body: str = "") -> Sought:
        """Return the events that make up a body's meetings."""
        own = not body or body == self.body
        return Sought(
            frozenset(SITTINGS), frozenset((body or self.body,)), unplaced=own
        )

    def shaped(self, owed: Owed, cadence: Cadence) -> Iterator[Owed]:
        """Yield a requirement that comes again and again in the shape of its pace."""
        if isinstance(cadence, EveryMeeting):
            other = cadence.body or self.body
            yield replace(
                owed,
                shape="around",
                around=other,
                trigger=self.sittings(other),
                when=owed.when or Beside("on", MEETING),
                on_the_day=True,
            )
        elif isinstance(cadence, AroundMeetings):
            yield from self._around(owed, cadence)
        elif isinstance(cadence, OnRequest):
            yield self.on_request(owed, cadence.of)
        elif isinstance(cadence, Unbounded) or not spans_of(cadence)[0]:
            yield replace(owed, shape="period", cadence=cadence)
        elif owed.window == "rolling":
            yield from rolling(owed, cadence)
        else:
            need = cadence.number if isinstance(cadence, Times) else 1
            yield replace(owed, shape="period", cadence=cadence, need=need)

    def _around(self, owed: Owed, cadence: AroundMeetings) -> Iterator[Owed]:
        if "after" in cadence.side:
            yield replace(
                owed,
                key=f"{owed.key}/after",
                shape="answer",
                trigger=self.sought(MEETING, bodies=cadence.body),
                next_of=cadence.body,
                when=AtMeeting(cadence.body, before=True),
            )
        if "before" in cadence.side:
            both = "after" in cadence.side
            apart = both and owed.values.get("one_serves_both") == "no"
            yield replace(
                owed,
                key=f"{owed.key}/before",
                shape="around",
                around=cadence.body,
                trigger=self.sittings(cadence.body),
                when=Beside("before", MEETING),
                # A meeting that does not serve both leaves one more to be held.
                need=2 if apart else 1,
            )

    def on_request(self, owed: Owed, who: str) -> Owed:
        """Return a requirement that somebody's request opens."""
        evidence = owed.evidence.kinds if owed.evidence else frozenset[str]()
        kind = "report requested" if any("re" in k for k in evidence) else ""
        kinds = frozenset(
            ("review requested",)
            if "review decided" in evidence
            else (kind or "request received", "request received")
        )
        by = frozenset((who,)) if who else frozenset[str]()
        return replace(
            owed,
            key=f"{owed.key}/on-request",
            shape="answer",
            trigger=Sought(kinds, by=by),
        )


def rolling(owed: Owed, cadence: Cadence) -> Iterator[Owed]:
    """Yield a requirement under which the next is counted from the one before."""
    if owed.evidence is None:
        return
    unit, length, times = spans_of(cadence)
    name = {"month": "month", "week": "week"}[unit]
    yield replace(
        owed,
        shape="answer",
        trigger=owed.evidence,
        need=times,
        starts=True,
        when=owed.when or Deadline(length, name, "after", "the one before"),
    )


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


def named(terms: Terms, rule: Rule, number: int) -> Owed:
    """Return the beginnings of a requirement: its key, rule and body."""
    key = rule.name or f"{rule.kind}@{rule.clause}"
    if number:
        key = f"{key}#{number + 1}"
    strength = rule.strength or "must"
    return Owed(
        key=key, rule=rule, body=terms.body, shape="", strength=strength, action=""
    )


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


def placed(owed: Owed) -> Owed:
    """Add the body at whose next meeting it is due."""
    if isinstance(owed.when, AtMeeting) and not owed.next_of:
        return replace(owed, next_of=owed.when.body)
    return owed


def promised(day: date | str | None) -> date | None:
    """Return the last day of what was promised for a day or a month."""
    if isinstance(day, str):
        first = date.fromisoformat(f"{day}-01")
        return add_months(first, 1) - timedelta(days=1)
    return day
