"""Which recorded events stand: told once, not corrected, not taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quorate.facts.events import Event
from quorate.rules.duties_evaluation import stands
from quorate.rules.duties_matching import Happening, Stream, happening
from quorate.rules.duties_times import Clock

Change = tuple[Happening, bool]
"""An event, and whether it comes (or goes)."""


class Records:
    """The events of one body as they are told, in whatever order."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.told: set[Event] = set()
        self.standing: dict[Event, Happening] = {}
        self.recorded: dict[tuple[str, ...], Stream] = {}
        self.by_name: dict[str, dict[Event, None]] = {}
        self.withdrawing: dict[str, dict[Event, None]] = {}

    def all(self) -> Iterator[Happening]:
        """Yield every event that stands, once, as it was first recorded."""
        for records in self.recorded.values():
            yield records.items[0]

    def add(self, event: Event) -> list[Change]:
        """Take in an event; return what comes and goes by it."""
        if event.known_until is not None or event in self.told:
            return []
        self.told.add(event)
        self.by_name.setdefault(event.name, {})[event] = None
        if event.withdraws:
            self.withdrawing.setdefault(event.withdraws, {})[event] = None
        return self._settle((event,))

    def discard(self, event: Event) -> list[Change]:
        """Forget an event; return what comes and goes by it."""
        if event not in self.told:
            return []
        self.told.remove(event)
        self.by_name[event.name].pop(event)
        if event.withdraws:
            self.withdrawing[event.withdraws].pop(event)
        gone = self._out(event)
        return gone + self._settle(self._taken_back_by(event))

    def _settle(self, events: Iterable[Event]) -> list[Change]:
        """Bring events in or out by whether they stand, and those they take back."""
        changes: list[Change] = []
        waiting, seen = list(events), set[Event]()
        while waiting:
            event = waiting.pop()
            if event in seen:
                continue
            seen.add(event)
            standing = stands(event, self.withdrawing)
            changes += self._in(event) if standing else self._out(event)
            waiting += self._taken_back_by(event)
        return changes

    def _taken_back_by(self, event: Event) -> list[Event]:
        if not event.withdraws:
            return []
        return list(self.by_name.get(event.withdraws, ()))

    def _in(self, event: Event) -> list[Change]:
        one = None if event in self.standing else happening(event, self.clock)
        if one is None:
            return []
        self.standing[event] = one
        records = self.recorded.setdefault(one.identity, Stream())
        first = records.items[0] if records.items else None
        records.add(one)
        if first is None:
            return [(one, True)]
        # What was recorded twice counts once, as it was recorded first.
        return [(first, False), (one, True)] if one < first else []

    def _out(self, event: Event) -> list[Change]:
        one = self.standing.pop(event, None)
        if one is None:
            return []
        records = self.recorded[one.identity]
        first = records.items[0] == one
        records.remove(one)
        following = records.items[:1]
        if not following:
            del self.recorded[one.identity]
        if not first:
            return []
        return [(one, False), *((other, True) for other in following)]
