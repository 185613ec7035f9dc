"""Requirements that each meeting opens: of the body itself, or of another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from quorate.rules.duties_accounts import Account, put
from quorate.rules.duties_matching import Happening, Sitting, Stream, Timeline, days_of
from quorate.rules.duties_states import ANCHOR, EVIDENCE, OWN, Input, Opening
from quorate.rules.duties_terms import SITTINGS, Owed
from quorate.rules.duties_times import LONG_AGO, Clock


class Meetings(Account):
    """A requirement for each meeting of the body, from the day on which it was set."""

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        super().__init__(owed, clock, since)
        self.meetings: dict[str, Stream] = {}
        self.evidence: dict[str, Stream] = {}
        self.anchors: dict[str, Stream] = {}

    @property
    def kinds(self) -> frozenset[str]:
        """Meetings, and what discharges it."""
        return super().kinds | frozenset(SITTINGS)

    def change(self, one: Happening, *, arrives: bool) -> None:
        """Sort an event to the meeting that it is about."""
        owed, subject = self.owed, one.event.subject
        if owed.trigger is not None and owed.trigger.finds(one.event):
            put(self.meetings.setdefault(subject, Stream()), one, arrives=arrives)
        if owed.evidence is not None and owed.evidence.finds(one.event):
            put(self.evidence.setdefault(subject, Stream()), one, arrives=arrives)
        if owed.anchor is not None and owed.anchor.finds(one.event):
            put(self.anchors.setdefault(subject, Stream()), one, arrives=arrives)

    def reached(self, one: Happening) -> Iterator[str]:
        """Yield the one meeting."""
        yield one.event.subject

    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield each meeting's, in the order in which they became known."""
        found = [
            opening
            for subject in self.meetings
            if (opening := self.opening(subject)) is not None and opening.at <= at
        ]
        yield from sorted(found, key=lambda one: (one.at, one.token))

    def opening(self, token: str) -> Opening | None:
        """Return the opening of one meeting: the first that was heard of it."""
        stream = self.meetings.get(token)
        if not stream or not stream.items:
            return None
        first = stream.items[0]
        return Opening(first.at, first.moment, token, token)

    def inputs(self, opening: Opening) -> Iterator[Input]:
        """Yield the meeting's own events, and what was done for it."""
        for one in self.meetings[opening.token].items:
            yield Input(max(one.at, opening.at), OWN, one)
        for streams, role, number in (
            (self.anchors, ANCHOR, 1),
            (self.evidence, EVIDENCE, self.owed.need),
        ):
            stream = streams.get(opening.token)
            for one in stream.items[:number] if stream else ():
                yield Input(max(one.at, opening.at), role, one)


class Around(Account):
    """A requirement once between two meetings of another body."""

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        super().__init__(owed, clock, since)
        self.meetings = Timeline(clock)
        self.evidence = Stream()
        self.naming: dict[str, Stream] = {}

    @property
    def hindsight(self) -> bool:
        """A meeting that is moved takes other evidence with it."""
        return True

    @property
    def kinds(self) -> frozenset[str]:
        """That body's meetings, and what discharges it."""
        return super().kinds | frozenset(SITTINGS)

    def change(self, one: Happening, *, arrives: bool) -> None:
        """Take an event into the line of meetings or of evidence."""
        owed = self.owed
        if owed.trigger is not None and owed.trigger.finds(one.event):
            put(self.meetings, one, arrives=arrives)
        if owed.evidence is not None and owed.evidence.finds(one.event):
            put(self.evidence, one, arrives=arrives)
            if one.event.kind not in SITTINGS:
                named = self.naming.setdefault(one.event.subject, Stream())
                put(named, one, arrives=arrives)

    def reached(self, one: Happening) -> Iterator[str]:
        """Yield the meetings from a day on until the first that was held after it."""
        days = {one.day}
        if one.event.subject in self.meetings.meetings:
            yield one.event.subject
        named = self.naming.get(one.event.subject, Stream())
        days |= {each.day for each in named.items}
        if self.owed.trigger is not None and self.owed.trigger.finds(one.event):
            yield one.event.subject
            stream = self.meetings.meetings.get(one.event.subject, Stream())
            days |= set(days_of(stream.items, self.clock))
        for day in days:
            for subject in self.meetings.subjects(day, date.max):
                yield subject
                held = self._held(subject)
                if held is not None and held.day > max(day, one.day):
                    break

    def _held(self, subject: str) -> Happening | None:
        return next(
            (
                one
                for one in self.meetings.meetings[subject].items
                if one.event.kind == "meeting"
            ),
            None,
        )

    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield each meeting's, in the order in which they became known."""
        found = [
            opening
            for subject in self.meetings.meetings
            if (opening := self.opening(subject)) is not None and opening.at <= at
        ]
        yield from sorted(found, key=lambda one: (one.at, one.token))

    def opening(self, token: str) -> Opening | None:
        """Return the opening of one meeting: the first that was heard of it."""
        stream = self.meetings.meetings.get(token)
        if not stream or not stream.items:
            return None
        first = stream.items[0]
        return Opening(first.at, first.moment, token, token)

    def inputs(self, opening: Opening) -> Iterator[Input]:
        """
        Yield the meeting's own events, and what was done since the one before.

        What comes after the meeting is for the next one, unless it says otherwise.
        """
        own = self.meetings.meetings[opening.token].items
        sitting = Sitting()
        for one in own:
            yield Input(max(one.at, opening.at), OWN, one)
            sitting.take(one)
        if sitting.moment is None:
            return
        early = self._before(self.clock.day(sitting.moment), opening.token)
        named = self.naming.get(opening.token, Stream()).items
        late = self.clock.until(sitting.moment)
        if self.owed.on_the_day:
            late = self.clock.until(self.clock.day(sitting.moment))
        after = self.evidence.between(early, late)
        mine = (one for one in after if not self._names_another(one, opening.token))
        found = sorted({*islice(mine, self.owed.need), *named[: self.owed.need]})
        for one in found[: self.owed.need]:
            yield Input(max(one.at, opening.at), EVIDENCE, one)

    def _names_another(self, one: Happening, token: str) -> bool:
        """Tell if evidence says that it is for another of the meetings."""
        subject = one.event.subject
        if subject == token or one.event.kind in SITTINGS:
            return False
        return subject in self.meetings.meetings

    def _before(self, day: date, token: str) -> datetime:
        """Return the end of the last meeting that was held before a day."""
        for other_day, subject in reversed(self.meetings.days):
            if other_day >= day or subject == token:
                continue
            held = self._held(subject)
            if held is not None and held.day == other_day:
                if held.exact and not self.owed.on_the_day:
                    return held.at
                # What comes on that very day still counts for it.
                return self.clock.ends(held.day)
        return LONG_AGO
