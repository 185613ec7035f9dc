"""How a requirement that comes again and again is opened, by its pace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.charter.timing import (
    AroundMeetings,
    AtMeeting,
    Beside,
    Cadence,
    Deadline,
    EveryMeeting,
    OnRequest,
    Times,
    Unbounded,
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


def named(terms: Terms, rule: Rule, number: int) -> Owed:
    """Return the beginnings of a requirement: its key, rule and body."""
    key = rule.name or f"{rule.kind}@{rule.clause}"
    if number:
        key = f"{key}#{number + 1}"
    strength = rule.strength or "must"
    return Owed(
        key=key, rule=rule, body=terms.body, shape="", strength=strength, action=""
    )


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
