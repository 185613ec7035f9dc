"""What is owed, in the one form in which it is judged, whatever rule it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quorate.charter.rule import Rule
from quorate.charter.timing import Cadence, When
from quorate.facts.events import Event

OWN = frozenset(
    (
        "adoption",
        "version in force",
        "appointment",
        "meeting set",
        "meeting",
        "meeting cancelled",
        "meeting dates published",
        "agenda published",
        "papers published",
        "summons sent",
        "minutes sent",
        "minutes agreed",
        "minutes published",
        "action log sent",
        "action log agreed",
        "action log published",
        "decisions sent",
        "decisions published",
        "decision",
        "decision in principle",
        "urgent decision",
        "consultation opened",
        "consultation closed",
        "members told",
        "attendance reviewed",
        "absence",
        "report published",
        "review requested",
        "review decided",
    )
)
"""Kinds of events that stand with the body at which they happen."""

SITTINGS = ("meeting set", "meeting", "meeting cancelled")
ACTS = (
    "duty waived",
    "duty excused",
    "duty ruled",
    "duty suspended",
    "duty resumed",
)
"""What a person does to a requirement."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which events a requirement looks for in one of its parts."""

    kinds: frozenset[str]
    bodies: frozenset[str] = frozenset()
    """The bodies at which it may happen; empty takes any."""

    unplaced: bool = True
    """Whether an event that names no body will do."""

    topic: str = ""
    by: frozenset[str] = frozenset()
    """Who brings it about; somebody else's does not count. Empty takes anybody's."""

    others: frozenset[str] = frozenset()
    """Bodies whose own doing it would be, so that it is not this one's."""

    keys: tuple[tuple[str, str], ...] = ()
    named: str = ""
    """The requirement that evidence has to name, where nothing else ties it."""

    def finds(self, event: Event) -> bool:
        """Tell if an event is one of them."""
        if event.kind not in self.kinds:
            return False
        if not self._placed(event.body):
            return False
        if self.topic and event.topic.casefold() != self.topic.casefold():
            return False
        if self.by and event.by not in self.by:
            return False
        if event.by and event.by in self.others:
            return False
        if self.named and self.named not in (event.key("duty"), event.subject):
            return False
        return all(event.key(name) == value for name, value in self.keys)

    def _placed(self, body: str) -> bool:
        if not body:
            return self.unplaced
        return not self.bodies or body in self.bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """
    One requirement: what a rule asks of somebody, for one recipient.

    A rule with several recipients makes several; one document discharges them all
    only where its receipt is recorded at each.
    """

    key: str
    """The rule's name, or its kind and clause, with what tells it from its fellows."""

    rule: Rule
    body: str
    shape: str
    """
    answer (after each trigger), before (each trigger), meeting (for each meeting of
    the body), around (once before each meeting of another), period (in each window),
    or standing (one for as long as the terms are in force).
    """

    strength: str
    action: str
    bearer: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    sort: str = ""
    trigger: Sought | None = None
    evidence: Sought | None = None
    anchor: Sought | None = None
    """What the time is counted from, where that is neither trigger nor meeting."""

    next_of: str = ""
    """The body at, or before, whose next meeting it is due."""

    around: str = ""
    """For `around`: the body whose meetings it goes by."""

    on_the_day: bool = False
    """For `around`: whether the day of that meeting is still in time."""

    matching: tuple[str, ...] = ()
    cadence: Cadence | None = None
    window: str = ""
    need: int = 1
    """How many pieces of evidence it takes."""

    working: bool = False
    """Whether it can only be done once on any working day, as a meeting is held."""

    starts: bool = False
    """Whether the first one is opened by the terms coming into force."""

    start: date | None = None
    """A stated day from which the first one runs."""

    from_start: bool = False
    """Whether periods run from that day, not with the body's year."""

    when: When | None = None
    later: When | None = None
    day: date | None = None
    """The one day for which it is promised."""

    exceptions: tuple[str, ...] = ()
    """Grounds on which it may still come on the day."""

    late_counts: bool = True
    judged: bool = False
    """Whether only a person can tell if it is kept."""

    milestone: tuple[str, bool] = ("", False)
    """An event after which it ends, or, with yes, from which it begins."""

    values: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def must(self) -> bool:
        """Whether not doing it is a breach."""
        return self.strength == "must"

    def lane(self, event: Event) -> tuple[str, ...]:
        """Return what an event has under the keys by which it is matched."""
        if self.matching == ("subject or topic",):
            return (event.subject or event.topic,)
        return tuple(event.key(name) for name in self.matching)
