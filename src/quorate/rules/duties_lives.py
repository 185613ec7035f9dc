"""The life of one requirement: its states, one after the other, with what made them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from quorate.rules.duties_due import (
    NOT_YET,
    UNKNOWN,
    Known,
    Term,
    later_term,
    term,
)
from quorate.rules.duties_matching import Happening, Sitting, planned_for
from quorate.rules.duties_states import (
    ACT,
    ANCHOR,
    BREACHED,
    CANT_TELL,
    DISCHARGED,
    DUE,
    EVIDENCE,
    EXCUSED,
    IMPOSSIBLE,
    LAPSED,
    LATE,
    LET_OFF,
    NEXT,
    NOT_DONE,
    OVERDUE,
    REMEDIED,
    SUSPENDED,
    TRIGGERED,
    WAIVED,
    Input,
    Opening,
    Span,
)
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import NEVER, Clock


@dataclass(slots=True)
class _Life:
    """What is known so far, and what follows from it."""

    owed: Owed
    clock: Clock
    opening: Opening
    known: Known
    evidence: list[Happening] = field(default_factory=list)
    done: str = ""
    """The state that evidence brought, once it did."""

    settled: bool = False
    """Whether nothing can change `done` any more."""

    ruled: str = ""
    suspended: str = ""
    act: str = ""
    closes: datetime = NEVER

    def take(self, one: Input) -> None:
        """Learn of one thing more."""
        what = one.what
        if one.role == EVIDENCE:
            self._evidence(one.at, what)
        elif one.role == ACT:
            self._act(what)
        elif one.role == ANCHOR:
            self.known.anchor = self.known.anchor or what
        elif one.role == NEXT:
            self.known.others.setdefault(what.event.subject, Sitting()).take(what)
        else:
            self.known.sitting.take(what)
            held = self.known.sitting.held
            self.closes = held.until if held else NEVER
        if self.done and not self.settled:
            self._judge()

    def _evidence(self, at: datetime, what: Happening) -> None:
        before = self.state(at)
        if self.owed.sort == "never":
            self.ruled = BREACHED if self.owed.must else NOT_DONE
            self.evidence.append(what)
            return
        if before in LET_OFF or self.done:
            return
        self.evidence.append(what)
        if len(self.evidence) < self.owed.need:
            return
        found = term(self.owed, self.known, self.clock)
        if before == BREACHED and not found.kept_by(what):
            self.done, self.settled = REMEDIED, True
        else:
            self.done = DISCHARGED
            self._judge()

    def _judge(self) -> None:
        """Say whether it was in time, once that can be said."""
        what = self.evidence[-1]
        found = term(self.owed, self.known, self.clock)
        if what.event.key("ground") and (
            what.event.key("ground") in self.owed.exceptions
        ):
            self.done, self.settled = DISCHARGED, True
            return
        if found.ends is None:
            self.settled = found.waits not in (*UNKNOWN[1:], NOT_YET)
            return
        kept = found.kept_by(what)
        self.done = {True: DISCHARGED, False: LATE, None: CANT_TELL}[kept]
        self.settled = True

    def _act(self, what: Happening) -> None:
        kind, event = what.event.kind, what.event
        if self.done:
            return
        if kind == "duty waived":
            self.ruled = WAIVED
        elif kind == "duty excused":
            self.ruled = EXCUSED
        elif kind == "duty suspended":
            self.suspended = what.called()
        elif kind == "duty resumed":
            self.suspended = ""
        else:
            self._ruling(event.key("due"), event.key("outcome"), what)
        self.act = what.called()

    def _ruling(self, due: str, outcome: str, what: Happening) -> None:
        if due:
            try:
                self.known.ruled = date.fromisoformat(due)
            except ValueError:
                return
        elif outcome in ("not kept", "missed"):
            self.ruled = BREACHED if self.owed.must else NOT_DONE
        elif outcome in ("kept", "met"):
            self.ruled, self.evidence = DISCHARGED, [*self.evidence, what]

    def state(self, at: datetime) -> str:
        """Return the state at an instant by what is known so far."""
        found = ""
        for span in self.outlook(at):
            if span.since > at:
                break
            found = span.state
        return found

    def outlook(self, at: datetime) -> Iterator[Span]:
        """Yield the states from an instant on, if nothing more happened."""
        found = term(self.owed, self.known, self.clock)
        path = self._path(found)
        current = next(path)
        for since, state in path:
            if since <= at:
                current = (since, state)
                continue
            yield self._span(max(at, current[0]), current[1], found)
            current = (since, state)
        yield self._span(max(at, current[0]), current[1], found)

    def _span(self, since: datetime, state: str, found: Term) -> Span:
        kept = self.done or self.ruled == DISCHARGED
        done = self.evidence[-1].moment if kept else None
        names = tuple(one.called() for one in self.evidence)
        return Span(
            since,
            state,
            found.last,
            found.ends,
            found.waits,
            done,
            names,
            self.suspended or self.act,
            len(self.evidence),
            found.counted,
        )

    def _path(self, found: Term) -> Iterator[tuple[datetime, str]]:
        start = self.opening.at
        cancelled = self.known.sitting.cancelled
        if self.done:
            yield start, self.done
        elif cancelled is not None:
            yield start, LAPSED
        elif self.ruled:
            yield start, self.ruled
        elif self.suspended:
            yield start, SUSPENDED
        elif self.owed.judged or self.opening.unknown:
            yield start, CANT_TELL
        elif self.owed.sort == "never":
            yield start, TRIGGERED
        else:
            yield from self._open(found)

    def _open(self, found: Term) -> Iterator[tuple[datetime, str]]:
        """Yield what becomes of one that is open and is left alone."""
        start, ends = self.opening.at, found.ends
        closes = min(self._held(ends), self.opening.closes or NEVER)
        failed = BREACHED if self.owed.must else NOT_DONE
        if self.opening.window is not None and not self.opening.window.whole:
            failed = LAPSED
        if self.owed.strength == "may":
            yield start, TRIGGERED
            yield closes, LAPSED
            return
        if ends is None:
            yield start, CANT_TELL if found.waits in UNKNOWN else TRIGGERED
        else:
            yield start, DUE
            yield from self._impossible(min(ends, closes))
            yield from self._after(ends, closes, failed)
        if closes < NEVER:
            yield closes, failed

    def _held(self, ends: datetime | None) -> datetime:
        """Return when the meeting that it is for was over with."""
        if self.closes == NEVER or ends is None:
            return self.closes
        return max(self.closes, ends)

    def _impossible(self, before: datetime) -> Iterator[tuple[datetime, str]]:
        lacking = self.owed.need - len(self.evidence)
        if 0 < lacking <= len(self.opening.impossible):
            since = self.opening.impossible[lacking - 1]
            if since < before:
                yield since, IMPOSSIBLE

    def _after(
        self, ends: datetime, closes: datetime, failed: str
    ) -> Iterator[tuple[datetime, str]]:
        """Yield what comes once the time is over and it can still be done."""
        if ends >= closes:
            return
        if self.owed.must:
            yield ends, OVERDUE if self.owed.late_counts else failed
            return
        later = later_term(self.owed, self.known, self.clock)
        if later is not None and later.ends is not None and later.ends > ends:
            if later.ends < closes:
                yield later.ends, failed
            return
        yield ends, failed


@dataclass(frozen=True, slots=True)
class Life:
    """The states of one requirement, and when nothing could change them any more."""

    opening: Opening
    spans: tuple[Span, ...]
    closed: datetime | None = None
    """None while something that happens later could still tell."""

    def at(self, moment: datetime) -> Span:
        """Return the state at an instant; before the opening, the first one."""
        place = bisect_right(self.spans, moment, key=_since)
        return self.spans[max(place - 1, 0)]


def _since(span: Span) -> datetime:
    return span.since


def life(owed: Owed, clock: Clock, opening: Opening, inputs: Iterable[Input]) -> Life:
    """
    Return the states of one requirement from its opening on, for all time.

    It is a pure function of what opened it, the inputs that concern it in whatever
    order they arrive, the calendar and the terms. The state at a moment depends on
    what happened by then alone; the last span says what comes if nothing more does.

    Executes: duty.strength, duty.late_counts, duty.judged_by, duty.sort
    """
    known = Known(opening.moment, opening.window)
    if opening.event is not None:
        event = opening.event.event
        known.planned = planned_for(event)
        known.about = event.key("meeting") or event.subject
    one = _Life(owed, clock, opening, known)
    waiting = sorted(inputs)
    spans: list[Span] = []
    at, place = opening.at, 0
    while True:
        while place < len(waiting) and waiting[place].at <= at:
            one.take(waiting[place])
            place += 1
        until = waiting[place].at if place < len(waiting) else NEVER
        for span in one.outlook(at):
            if span.since >= until and place < len(waiting):
                break
            if not spans or not spans[-1].same(span):
                spans.append(span)
        if place == len(waiting) or one.settled:
            return Life(opening, tuple(spans), at if one.settled else None)
        at = until
