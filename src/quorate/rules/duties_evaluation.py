"""All requirements of a body at a moment, from nothing but events and terms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar
from quorate.facts.events import Event
from quorate.facts.people import as_known
from quorate.rules.duties_accounts import Account
from quorate.rules.duties_answers import Answers
from quorate.rules.duties_derived import requirements
from quorate.rules.duties_lives import Life
from quorate.rules.duties_matching import Happening, happening
from quorate.rules.duties_meetings import Around, Meetings
from quorate.rules.duties_periods import Periods, Standing
from quorate.rules.duties_states import (
    BREACHED,
    DORMANT,
    LATE,
    OVERDUE,
    REMEDIED,
    Opening,
    Span,
)
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import Clock, clock

SHAPES: dict[str, Callable[[Owed, Clock, date | None], Account]] = {
    "answer": Answers,
    "before": Answers,
    "meeting": Meetings,
    "around": Around,
    "period": Periods,
    "standing": Standing,
}
STARTS = ("adoption", "version in force")


@dataclass(frozen=True, slots=True)
class Instance:
    """One requirement of one body, opened by one event or period, at a moment."""

    owed: Owed
    opening: Opening | None
    span: Span
    past: tuple[tuple[str, datetime], ...] = ()
    """The states that it was in before, each with the instant from which on."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Rule, body, and trigger or period: what it is the same instance by."""
        return self.owed.key, self.owed.body, self.opening.token if self.opening else ""

    @property
    def state(self) -> str:
        """The state."""
        return self.span.state

    @property
    def subject(self) -> str:
        """What people call it: the meeting, matter or period that it is about."""
        if self.opening is None:
            return ""
        window = self.opening.window
        return window.names[-1] if window else self.opening.subject

    @property
    def due(self) -> date | None:
        """The last day on which it is in time; None where none can be told."""
        return self.span.last

    @property
    def was_late(self) -> bool:
        """Whether it was ever late, whatever became of it since."""
        states = {self.state, *(state for state, _ in self.past)}
        return not states.isdisjoint((OVERDUE, BREACHED, LATE, REMEDIED))


def evaluate(
    charter: Charter,
    body: str,
    events: Iterable[Event],
    calendar: Calendar | None,
    *,
    at: datetime | date,
    known_at: datetime | date | None = None,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Instance, ...]:
    """
    Return every instance of every requirement that opened by a moment.

    `at` is the moment; a day alone means its end. `known_at` leaves out what was
    recorded later, and None takes all that is known. Only what happened by `at`
    counts. `since` and `until` are the first and the last day on which these terms
    are in force: what opened under them ends under them, and what opened outside is
    the business of other terms. A moment without a zone is the body's own time.

    The order of the events is of no consequence. A requirement that nothing has
    opened stands there once, dormant.

    Executes: duty.after, duty.often, duty.when, duty.done_by
    """
    time = clock(
        calendar, zone=charter.front.time_zone, year_starts=charter.front.year_starts
    )
    return judged(
        requirements(charter, body),
        happenings(events, time, at=at, known_at=known_at),
        time,
        body=body,
        at=at,
        since=since,
        until=until,
        printed=first_day(charter),
    )


def happenings(
    events: Iterable[Event],
    time: Clock,
    *,
    at: datetime | date,
    known_at: datetime | date | None,
) -> list[Happening]:
    """Return what had happened by a moment and was known at another, and stands."""
    end = time.until(at)
    known = as_known(tuple(events), known_at)
    withdrawing: dict[str, dict[Event, None]] = {}
    for event in known:
        if event.withdraws:
            withdrawing.setdefault(event.withdraws, {})[event] = None
    placed = (happening(one, time) for one in known if stands(one, withdrawing))
    return without_copies(one for one in placed if one is not None and one.at <= end)


def without_copies(found: Iterable[Happening]) -> list[Happening]:
    """Return each event once, as it was first recorded, in order."""
    kept: dict[tuple[str, ...], Happening] = {}
    for one in sorted(found):
        kept.setdefault(one.identity, one)
    return list(kept.values())


def stands(
    event: Event,
    withdrawing: Mapping[str, Collection[Event]],
    above: frozenset[Event] = frozenset(),
) -> bool:
    """Tell if no standing event takes an event back; no event can take back itself."""
    if not event.name:
        return True
    return not any(
        other != event
        and other not in above
        and stands(other, withdrawing, above | {event})
        for other in withdrawing.get(event.name, ())
    )


def judged(
    owed: Iterable[Owed],
    events: Iterable[Happening],
    time: Clock,
    *,
    body: str,
    at: datetime | date,
    since: date | None = None,
    until: date | None = None,
    printed: date | None = None,
) -> tuple[Instance, ...]:
    """Return the instances of some requirements, from events that are settled."""
    end = time.until(at)
    heard = list(events)
    first = start_of(heard, body, since, printed)
    opens = time.instant(since) if since else None
    closes = time.ends(until) if until else None
    found: list[Instance] = []
    for one in owed:
        account = SHAPES[one.shape](one, time, first)
        kinds = account.kinds
        for event in heard:
            if event.event.kind in kinds:
                account.add(event)
        before = len(found)
        found += [
            seen(one, account.life(opening), end)
            for opening in account.openings(end)
            if (opens is None or opening.at >= opens)
            and (closes is None or opening.at < closes)
        ]
        if len(found) == before:
            found.append(Instance(one, None, Span(end, DORMANT)))
    return tuple(found)


def seen(owed: Owed, life: Life, until: datetime) -> Instance:
    """Return an instance as it stood at an instant."""
    span = life.at(until)
    past: list[tuple[str, datetime]] = []
    for one in life.spans:
        if one.since >= span.since:
            break
        if not past or past[-1][0] != one.state:
            past.append((one.state, one.since))
    return Instance(owed, life.opening, span, tuple(past))


def start_of(
    events: Iterable[Happening],
    body: str,
    stated: date | None,
    printed: date | None,
) -> date | None:
    """Return the day from which the terms are in force, as far as anybody said."""
    if stated is not None:
        return stated
    days = [
        one.day
        for one in events
        if one.event.kind in STARTS and one.event.body in ("", body)
    ]
    return min(days) if days else printed


def first_day(charter: Charter) -> date | None:
    """Return the date that a charter gives for the version that it holds."""
    for version in reversed(charter.front.versions):
        dated = version.in_force or version.dated
        if isinstance(dated, str):
            return date.fromisoformat(f"{dated}-01")
        if dated is not None:
            return dated
    return None
