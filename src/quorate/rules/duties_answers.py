"""Requirements that each trigger opens afresh, before it or after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from quorate.rules.duties_accounts import Account, put
from quorate.rules.duties_due import AHEAD
from quorate.rules.duties_matching import Happening, Stream, days_of
from quorate.rules.duties_states import ANCHOR, EVIDENCE, NEXT, Input, Opening
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import LONG_AGO, NEVER, Clock


class _Lane:
    """The events that belong together by what they match on."""

    __slots__ = ("anchors", "evidence", "triggers")

    def __init__(self) -> None:
        self.triggers = Stream()
        self.evidence = Stream()
        self.anchors = Stream()


class Answers(Account):
    """A requirement that each trigger opens afresh."""

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        super().__init__(owed, clock, since)
        self.lanes: dict[tuple[str, ...], _Lane] = {}
        self.triggers = Stream()
        self.by_token: dict[str, Stream] = {}

    def change(self, one: Happening, *, arrives: bool) -> None:
        """Sort an event into its lane."""
        owed, event = self.owed, one.event
        roles = [
            sought is not None and sought.finds(event)
            for sought in (owed.trigger, owed.evidence, owed.anchor)
        ]
        if not any(roles):
            return
        lane = self.lanes.setdefault(owed.lane(event), _Lane())
        for role, stream in zip(
            roles, (lane.triggers, lane.evidence, lane.anchors), strict=True
        ):
            if role:
                put(stream, one, arrives=arrives)
        if not roles[0]:
            return
        put(self.triggers, one, arrives=arrives)
        put(self.by_token.setdefault(token_of(one), Stream()), one, arrives=arrives)

    def reached(self, one: Happening) -> Iterator[str]:
        """Yield the triggers that an event opens, or whose first evidence it can be."""
        owed, event = self.owed, one.event
        if owed.trigger is not None and owed.trigger.finds(event):
            yield token_of(one)
        lane = self.lanes.get(owed.lane(event))
        if lane is not None:
            for sought, stream, need in (
                (owed.evidence, lane.evidence, owed.need),
                (owed.anchor, lane.anchors, 1),
            ):
                if sought is not None and sought.finds(event):
                    yield from self._around(one, stream, lane, need)
        if self._is_next(one):
            yield from self._meeting(one)
        if self.owed.starts and self.still_open("start", one):
            yield "start"

    def _around(
        self, one: Happening, stream: Stream, lane: _Lane, need: int
    ) -> Iterator[str]:
        begins = self.clock.instant(one.day)
        place = stream.place(begins) - need
        early = LONG_AGO
        if place >= 0:
            early = self.clock.instant(stream.items[place].day)
        late = one.until
        if self.owed.shape == "before":
            after = stream.upto(self.clock.until(one.day))
            late = NEVER
            if after < len(stream.items):
                late = self.clock.until(stream.items[after].day)
        for trigger in lane.triggers.between(early, late):
            token = token_of(trigger)
            if self.still_open(token, one):
                yield token

    def _meeting(self, one: Happening) -> Iterator[str]:
        stream = self.timeline.meetings.get(one.event.subject, Stream())
        for day in set(days_of(stream.items, self.clock)):
            late = self.clock.until(day)
            for trigger in self.triggers.between(late - AHEAD - TWO_DAYS, late):
                token = token_of(trigger)
                if self.still_open(token, one):
                    yield token

    def start(self, at: datetime) -> Opening | None:
        """Return the opening by the terms themselves, where there is one."""
        first = self.owed.start or self.since
        if not self.owed.starts:
            return None
        if first is None:
            return Opening(LONG_AGO, LONG_AGO.date(), "start", unknown=True)
        instant = self.clock.instant(first)
        return Opening(instant, first, "start") if instant <= at else None

    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield each trigger's."""
        start = self.start(at)
        if start is not None:
            yield start
        for trigger in self.triggers.items[: self.triggers.upto(at)]:
            # What was recorded twice opens one instance, not two.
            if self.by_token[token_of(trigger)].items[0] is trigger:
                yield _opening(trigger)

    def opening(self, token: str) -> Opening | None:
        """Return the opening of a trigger."""
        if token == "start":
            return self.start(NEVER)
        found = self.by_token.get(token)
        return _opening(found.items[0]) if found and found.items else None

    def inputs(self, opening: Opening) -> Iterator[Input]:
        """Yield the first evidence after the trigger, and what its time hangs on."""
        lane = self._lane_of(opening)
        if lane is not None:
            yield from self._evidence(opening, lane)
            yield from islice(self._after(opening, lane.anchors, ANCHOR), 1)
        if self.owed.next_of:
            yield from self._next(opening)

    def _next(self, opening: Opening) -> Iterator[Input]:
        """
        Yield what was known of the meetings that can be the next one.

        Once one was held, none that was first heard of later comes before it.
        """
        day, held = self.clock.day(opening.moment), NEVER
        for subject in self.timeline.subjects(day, day + AHEAD + TWO_DAYS):
            events = self.timeline.meetings[subject].items
            if events[0].at >= held:
                continue
            for one in events:
                yield Input(max(one.at, opening.at), NEXT, one)
                if one.event.kind == "meeting" and one.day > day:
                    held = min(held, one.at)

    def _evidence(self, opening: Opening, lane: _Lane) -> Iterator[Input]:
        if self.owed.shape == "before":
            day = self.clock.day(opening.moment)
            early = lane.evidence.place(self.clock.instant(day))
            for one in lane.evidence.items[max(early - 1, 0) : early]:
                yield Input(max(one.at, opening.at), EVIDENCE, one)
        yield from islice(self._after(opening, lane.evidence, EVIDENCE), self.owed.need)

    def _after(self, opening: Opening, stream: Stream, role: str) -> Iterator[Input]:
        """Yield what follows a trigger, in order."""
        begins = self.clock.instant(self.clock.day(opening.moment))
        for place in range(stream.place(begins), len(stream.items)):
            one = stream.items[place]
            if self._follows(one, opening, opening.event):
                yield Input(max(one.at, opening.at), role, one)

    def _follows(
        self, one: Happening, opening: Opening, trigger: Happening | None
    ) -> bool:
        if self.owed.shape == "before":
            return True
        if trigger is None:
            return one.until >= opening.at
        if self.owed.trigger is not None and self.owed.trigger.finds(one.event):
            # What opens the next one can close this one, but never itself.
            return trigger < one
        if one.exact and trigger.exact:
            return one.at >= trigger.at
        return one.day >= trigger.day

    def _lane_of(self, opening: Opening) -> _Lane | None:
        if opening.event is None:
            return self.lanes.get(())
        return self.lanes.get(self.owed.lane(opening.event.event))


TWO_DAYS = timedelta(days=2)


def token_of(one: Happening) -> str:
    """Return what tells a trigger from every other, by its own data alone."""
    return "|".join(one.identity)


def _opening(trigger: Happening) -> Opening:
    event = trigger.event
    subject = event.subject or event.topic or event.name
    return Opening(trigger.at, trigger.moment, token_of(trigger), subject, trigger)
