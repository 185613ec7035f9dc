"""Events in the order in which they happened, and what was known of meetings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from quorate.facts.events import Event
from quorate.rules.duties_terms import SITTINGS
from quorate.rules.duties_times import LONG_AGO, Clock

Order = tuple[datetime, datetime, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event at its instant. The order is: happened, known, and then its own data."""

    order: Order
    until: datetime = field(compare=False)
    """The last instant at which it can have been: of a day alone, the day's."""

    day: date = field(compare=False)
    event: Event = field(compare=False)

    @property
    def at(self) -> datetime:
        """The instant, or the beginning of the day where only that is known."""
        return self.order[0]

    @property
    def exact(self) -> bool:
        """Whether more than the day is known."""
        return isinstance(self.event.happened, datetime)

    @property
    def moment(self) -> datetime | date:
        """When it happened, in the precision in which that is known."""
        return self.event.happened if self.event.happened is not None else self.day

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is the same event by, however often and whenever it was recorded."""
        return (self.order[0].isoformat(), *self.order[2:])

    def __lt__(self, other: Happening) -> bool:
        return self.order < other.order

    def called(self) -> str:
        """Return its name; of an event without one, what tells it from others."""
        event = self.event
        return event.name or event.subject or f"{event.kind} {self.day.isoformat()}"


def happening(event: Event, clock: Clock) -> Happening | None:
    """Place an event in time; None where nobody said when it happened."""
    happened = event.happened
    if happened is None:
        return None
    if event.kind in SITTINGS and not event.subject:
        # A meeting without a name is known by its day.
        day = planned_for(event) or happened
        event = replace(event, subject=event.name or clock.day(day).isoformat())
    known = LONG_AGO if event.known_from is None else clock.instant(event.known_from)
    keys = "; ".join(f"{name}={value}" for name, value in sorted(event.keys))
    at = clock.instant(happened)
    order = (
        at,
        known,
        event.name,
        event.kind,
        event.subject,
        event.body,
        event.by,
        event.topic,
        keys,
        event.withdraws,
    )
    until = at if isinstance(happened, datetime) else clock.until(happened)
    return Happening(order, until, clock.day(happened), event)


class Stream:
    """Happenings in their order, without duplicates."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: list[Happening] = []

    def add(self, one: Happening) -> None:
        """Put one in its place; one that is there already stays as it is."""
        place = bisect_left(self.items, one)
        if place == len(self.items) or self.items[place] != one:
            self.items.insert(place, one)

    def remove(self, one: Happening) -> None:
        """Take one out."""
        place = bisect_left(self.items, one)
        if place < len(self.items) and self.items[place] == one:
            del self.items[place]

    def place(self, instant: datetime) -> int:
        """Return where those begin that happened at an instant or later."""
        return bisect_left(self.items, instant, key=_at)

    def upto(self, instant: datetime) -> int:
        """Return where those end that happened at an instant or before."""
        return bisect_right(self.items, instant, key=_at)

    def between(self, early: datetime, late: datetime) -> list[Happening]:
        """Return those from one instant to another, both included."""
        return self.items[self.place(early) : self.upto(late)]


def _at(one: Happening) -> datetime:
    return one.order[0]


@dataclass(slots=True)
class Sitting:
    """What was known of one meeting at some moment."""

    moment: datetime | date | None = None
    """When it is, or was; None while no day is set."""

    held: Happening | None = None
    cancelled: Happening | None = None

    def take(self, one: Happening) -> None:
        """Learn of one event more."""
        if one.event.kind == "meeting set":
            # A meeting that was held is no longer moved by what was planned.
            if self.held is None:
                self.moment = planned_for(one.event) or self.moment
                self.cancelled = None
        elif one.event.kind == "meeting":
            self.held, self.moment, self.cancelled = one, one.moment, None
        elif self.held is None:
            self.cancelled = one


def planned_for(event: Event) -> datetime | date | None:
    """Return the day or moment for which a meeting was set, from its key `day`."""
    said = event.key("day").strip()
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def days_of(events: Iterable[Happening], clock: Clock) -> Iterator[date]:
    """Yield each day on which a meeting was held, or for which it was ever set."""
    for one in events:
        if one.event.kind == "meeting":
            yield one.day
        elif one.event.kind == "meeting set":
            moment = planned_for(one.event)
            if moment is not None:
                yield clock.day(moment)


class Timeline:
    """The meetings of one body by the days that were ever theirs."""

    __slots__ = ("clock", "days", "meetings")

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.meetings: dict[str, Stream] = {}
        self.days: list[tuple[date, str]] = []

    def add(self, one: Happening) -> None:
        """Learn of an event of some meeting."""
        self._change(one, arrives=True)

    def remove(self, one: Happening) -> None:
        """Forget an event."""
        self._change(one, arrives=False)

    def _change(self, one: Happening, *, arrives: bool) -> None:
        subject = one.event.subject
        stream = self.meetings.setdefault(subject, Stream())
        before = set(days_of(stream.items, self.clock))
        (stream.add if arrives else stream.remove)(one)
        after = set(days_of(stream.items, self.clock))
        for day in before - after:
            self.days.remove((day, subject))
        for day in after - before:
            insort(self.days, (day, subject))
        if not stream.items:
            del self.meetings[subject]

    def subjects(self, first: date, last: date) -> list[str]:
        """Return the meetings with a day in a run of days, by their days."""
        early = bisect_left(self.days, (first, ""))
        found: dict[str, None] = {}
        for day, subject in self.days[early:]:
            if day > last:
                break
            found[subject] = None
        return list(found)
