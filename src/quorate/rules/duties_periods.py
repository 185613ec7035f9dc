"""Requirements of each period, and those that stand as long as the terms do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from quorate.facts.calendar import DAY
from quorate.facts.days import UnknownYear
from quorate.rules.duties_accounts import Account, put
from quorate.rules.duties_matching import Happening, Stream
from quorate.rules.duties_states import EVIDENCE, Input, Opening
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import (
    LONG_AGO,
    NEVER,
    Clock,
    Window,
    spans_of,
    window_at,
    windows,
)


class Periods(Account):
    """A requirement that every window of time opens."""

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        super().__init__(owed, clock, since)
        self.unit, self.length, _ = spans_of(owed.cadence)
        self.base: tuple[int, int] | None = clock.year_starts
        if owed.window == "calendar year":
            self.base = (1, 1)
        elif owed.from_start:
            self.base = None
            first = owed.start or since
            # Five years from a day end with that day, five years on.
            self.since = first + DAY if first else None
        self.lanes: dict[date, Stream] = {}
        self.named: dict[str, Stream] = {}
        self.milestones = Stream()
        self.turns = LONG_AGO
        """When the next window opens, as far as anybody looked."""

    @property
    def hindsight(self) -> bool:
        """A milestone tells which windows there are."""
        return bool(self.owed.milestone[0])

    @property
    def kinds(self) -> frozenset[str]:
        """What discharges it, and the milestone at which it ends or begins."""
        if not self.owed.milestone[0]:
            return super().kinds
        return super().kinds | {self.owed.milestone[0], "evidence", "decision"}

    def change(self, one: Happening, *, arrives: bool) -> None:
        """Sort evidence into the period that it names, or else in which it happened."""
        if self._is_milestone(one):
            put(self.milestones, one, arrives=arrives)
        if self.owed.evidence is None or not self.owed.evidence.finds(one.event):
            return
        period = one.event.key("period")
        if period:
            put(self.named.setdefault(period, Stream()), one, arrives=arrives)
            return
        window = self._window(one.day)
        first = window.first if window else LONG_AGO.date()
        put(self.lanes.setdefault(first, Stream()), one, arrives=arrives)

    def reached(self, one: Happening) -> Iterator[str]:
        """Yield the period; all of them for a milestone."""
        if not self.unit:
            yield "start"
            return
        if self._is_milestone(one):
            yield from (found.isoformat() for found in self.lanes)
        period = one.event.key("period")
        window = self._named(period) if period else self._window(one.day)
        if window is not None:
            yield window.first.isoformat()

    def _is_milestone(self, one: Happening) -> bool:
        event, words = one.event, self.owed.milestone[0]
        return bool(words) and words in (event.kind, event.subject, event.topic)

    def _window(self, day: date) -> Window | None:
        if not self.unit:
            return None
        return window_at(
            day, unit=self.unit, length=self.length, base=self.base, since=self.since
        )

    def _named(self, period: str) -> Window | None:
        """Return the window that a name means: one near the year that begins it."""
        if not period[:4].isdigit() or not int(period[:4]):
            return None
        day = date(int(period[:4]), 1, 1)
        window = self._window(day)
        while window is not None and window.first.year <= int(period[:4]):
            if period in window.names:
                return window
            window = self._window(window.last + DAY)
        return None

    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield the periods that began, from when the terms came into force."""
        if not self.unit or (self.base is None and self.since is None):
            yield Opening(LONG_AGO, LONG_AGO.date(), "start", unknown=True)
            return
        words, afterwards = self.owed.milestone
        turn = self.milestones.items[0].day if self.milestones.items else None
        if words and afterwards and turn is None:
            return
        for window in windows(
            at.astimezone(self.clock.calendar.zone).date(),
            unit=self.unit,
            length=self.length,
            base=self.base,
            since=self.since,
        ):
            self.turns = max(self.turns, self.clock.ends(window.last))
            if words and turn and not _holds(window, turn, afterwards=afterwards):
                continue
            yield self._opening(window)

    def opening(self, token: str) -> Opening | None:
        """Return the opening of a period by its first day."""
        if token == "start":
            return Opening(LONG_AGO, LONG_AGO.date(), token, unknown=True)
        window = self._window(date.fromisoformat(token))
        return self._opening(window) if window else None

    def _opening(self, window: Window) -> Opening:
        return Opening(
            self.clock.instant(window.first),
            window.first,
            window.first.isoformat(),
            window=window,
            closes=self.clock.ends(window.last),
            impossible=tuple(self._impossible(window)),
        )

    def _impossible(self, window: Window) -> Iterator[datetime]:
        """Yield from when the time left can't hold one more, two more, and so on."""
        if not self.owed.working or self.owed.need <= 1:
            return
        calendar = self.clock.calendar
        for lacking in range(1, self.owed.need + 1):
            try:
                last = calendar.working.nth_before(window.last + DAY, lacking)
            except UnknownYear:
                return
            yield self.clock.ends(last)

    def inputs(self, opening: Opening) -> Iterator[Input]:
        """Yield as many pieces of evidence as it takes."""
        if opening.window is None:
            return
        found = list(self.lanes.get(opening.window.first, Stream()).items)
        for name in opening.window.names:
            found += self.named.get(name, Stream()).items
        for one in islice(sorted(found), self.owed.need):
            yield Input(max(one.at, opening.at), EVIDENCE, one)


def _holds(window: Window, turn: date, *, afterwards: bool) -> bool:
    """Tell if a pace holds for a window, by the milestone at which it changes."""
    return window.first >= turn if afterwards else window.last < turn


class Standing(Account):
    """A requirement that is there from the first day of the terms."""

    def __init__(self, owed: Owed, clock: Clock, since: date | None) -> None:
        super().__init__(owed, clock, since)
        self.evidence = Stream()
        self.turns = LONG_AGO

    def change(self, one: Happening, *, arrives: bool) -> None:
        """Take in evidence."""
        if self.owed.evidence is not None and self.owed.evidence.finds(one.event):
            put(self.evidence, one, arrives=arrives)

    def reached(self, one: Happening) -> Iterator[str]:
        """Yield the one instance."""
        if self.owed.evidence is not None and self.owed.evidence.finds(one.event):
            yield "standing"

    def openings(self, at: datetime) -> Iterator[Opening]:
        """Yield the one instance, once the terms are in force."""
        found = self.opening("standing")
        self.turns = found.at
        if found.at <= at:
            self.turns = NEVER
            yield found

    def opening(self, token: str) -> Opening:
        """Return the opening: the first day of the terms, or ever since."""
        first = self.since
        if first is None:
            return Opening(LONG_AGO, LONG_AGO.date(), token)
        return Opening(self.clock.instant(first), first, token)

    def inputs(self, opening: Opening) -> Iterator[Input]:
        """Yield the first evidence; of what must never happen, each time it did."""
        items = self.evidence.items
        if self.owed.sort != "never":
            items = items[:1]
        for one in items:
            yield Input(max(one.at, opening.at), EVIDENCE, one)
