"""Which events concern which requirement, kept so that one more touches only a few."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from quorate.rules.duties_lives import Life, life
from quorate.rules.duties_matching import Happening, Stream, Timeline
from quorate.rules.duties_states import ACT, Input, Opening
from quorate.rules.duties_terms import ACTS, SITTINGS, Owed
from quorate.rules.duties_times import LONG_AGO, NEVER, Clock


class Account(ABC):
    """
    One requirement's events, and the instances that they open.

    `touched` names every instance that an event can change while that is in the
    account; whoever adds or removes one asks for exactly these afresh.
    """

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        self.owed = owed
        self.clock = clock
        self.since = since
        self.acts: dict[str, Stream] = {}
        self.closed: dict[str, datetime] = {}
        self.timeline = Timeline(clock)
        self.latest = LONG_AGO
        """The last instant of which it ever heard."""

    @property
    def hindsight(self) -> bool:
        """Whether what happened later can tell which events concern an instance."""
        return False

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of events that it has to hear of."""
        sought = (self.owed.trigger, self.owed.evidence, self.owed.anchor)
        kinds = frozenset[str]().union(*(one.kinds for one in sought if one), ACTS)
        return kinds | frozenset(SITTINGS) if self.owed.next_of else kinds

    def add(self, one: Happening) -> None:
        """Take in an event; what does not concern the requirement is passed over."""
        self.latest = max(self.latest, one.at)
        self._change(one, arrives=True)

    def remove(self, one: Happening) -> None:
        """Forget an event."""
        self._change(one, arrives=False)

    def _change(self, one: Happening, *, arrives: bool) -> None:
        about = self._act_on(one)
        if about is not None:
            put(self.acts.setdefault(about, Stream()), one, arrives=arrives)
        elif one.event.kind not in ACTS:
            if self._is_next(one):
                put(self.timeline, one, arrives=arrives)
            self.change(one, arrives=arrives)

    def _act_on(self, one: Happening) -> str | None:
        """Return the instance that a person's act is about; '' for all, None if not."""
        event = one.event
        if event.kind not in ACTS:
            return None
        mine = {self.owed.rule.name, self.owed.rule.clause, self.owed.key} - {""}
        duty = event.key("duty") or event.key("rule")
        if duty:
            return event.subject if duty in mine else None
        return event.key("about") if event.subject in mine else None

    def _is_next(self, one: Happening) -> bool:
        body = one.event.body or self.owed.body
        awaited = bool(self.owed.next_of) and body == self.owed.next_of
        return awaited and one.event.kind in SITTINGS

    def life(self, opening: Opening) -> Life:
        """Return the life of one instance."""
        found = life(self.owed, self.clock, opening, self._all_inputs(opening))
        if found.closed is None:
            self.closed.pop(opening.token, None)
        else:
            self.closed[opening.token] = found.closed
        return found

    def _all_inputs(self, opening: Opening) -> Iterator[Input]:
        yield from self.inputs(opening)
        if not self.acts:
            return
        for name in {"", *names_of(opening)}:
            stream = self.acts.get(name)
            for one in stream.items if stream else ():
                if name or one.until >= opening.at:
                    yield Input(max(one.at, opening.at), ACT, one)

    def touched(self, one: Happening) -> set[str]:
        """Return the tokens of the instances that an event can change."""
        about = self._act_on(one)
        if about is not None:
            return {
                opening.token
                for opening in self.openings(NEVER if about else one.until)
                if not about or about in names_of(opening)
            }
        if one.event.kind in ACTS:
            return set()
        return set(self.reached(one))

    def still_open(self, token: str, one: Happening) -> bool:
        """Tell if an instance was not closed before an event happened."""
        closed = self.closed.get(token)
        return closed is None or closed >= one.at

    @abstractmethod
    def change(self, one: Happening, *, arrives: bool) -> None:
        """Take in or forget an event that is nobody's act on the requirement."""

    @abstractmethod
    def reached(self, one: Happening) -> Iterable[str]:
        """Return the tokens of the instances that an event, no act, can change."""

    @abstractmethod
    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield what opened by an instant, in order."""

    @abstractmethod
    def opening(self, token: str) -> Opening | None:
        """Return the opening of that token, while there is one."""

    @abstractmethod
    def inputs(self, opening: Opening) -> Iterator[Input]:
        """Yield what concerns an instance, in any order."""


def names_of(opening: Opening) -> tuple[str, ...]:
    """Return every name by which a person can mean an instance."""
    names = [opening.subject, opening.token]
    if opening.event is not None:
        names.append(opening.event.event.name)
    if opening.window is not None:
        names += opening.window.names
    return tuple(name for name in dict.fromkeys(names) if name)


def put(stream: Stream | Timeline, one: Happening, *, arrives: bool) -> None:
    """Put an event into a stream, or take it out."""
    (stream.add if arrives else stream.remove)(one)
