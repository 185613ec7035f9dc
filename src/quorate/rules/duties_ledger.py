"""The requirements of one body, kept up with each event as it becomes known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from heapq import heappop, heappush

from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar
from quorate.facts.events import Event
from quorate.rules.duties_accounts import Account
from quorate.rules.duties_derived import requirements
from quorate.rules.duties_evaluation import (
    SHAPES,
    STARTS,
    Instance,
    first_day,
    judged,
    seen,
    start_of,
)
from quorate.rules.duties_lives import Life
from quorate.rules.duties_matching import Happening, Stream
from quorate.rules.duties_periods import Periods, Standing
from quorate.rules.duties_records import Change, Records
from quorate.rules.duties_states import DORMANT, Opening, Span
from quorate.rules.duties_times import LONG_AGO, clock

WITHDRAWN = "record withdrawn"


class Ledger:
    """
    The requirements of one body as events come in, in whatever order.

    One more event, or one fewer, makes only those instances anew that it can change;
    their lives hold for all time, so that a state as of any date is looked up and
    not computed. What is asked is what is known now: for what was known on another
    day `evaluate` takes `known_at`.

    `since` is the day from which the terms are in force; without it the first
    recorded adoption, else the first date in the charter itself.
    """

    def __init__(
        self,
        charter: Charter,
        body: str,
        *,
        calendar: Calendar | None = None,
        events: Iterable[Event] = (),
        since: date | None = None,
    ) -> None:
        self.body = body
        self.clock = clock(
            calendar,
            zone=charter.front.time_zone,
            year_starts=charter.front.year_starts,
        )
        self.owed = requirements(charter, body)
        self.stated = since
        self.printed = first_day(charter)
        self.now = LONG_AGO
        self.records = Records(self.clock)
        self.starts = Stream()
        self.lives: dict[tuple[str, str], Life] = {}
        self.turns: list[tuple[datetime, str, str]] = []
        self._open(since or self.printed)
        for event in events:
            self.add(event)

    def _open(self, since: date | None) -> None:
        """Make the accounts, and say which kinds of events each has to hear of."""
        self.since = since
        self.accounts = {
            one.key: SHAPES[one.shape](one, self.clock, since) for one in self.owed
        }
        self.hearing: dict[str, list[Account]] = {}
        for account in self.accounts.values():
            for kind in account.kinds:
                self.hearing.setdefault(kind, []).append(account)

    def add(self, event: Event) -> set[tuple[str, str]]:
        """
        Take in an event; return the rule and token of each instance it touched.

        An event that was closed by a correction, or has no time, changes nothing; nor
        does one that is there already. One that withdraws another takes that out.
        """
        return self._changed(self.records.add(event))

    def discard(self, event: Event) -> set[tuple[str, str]]:
        """Forget an event as though it had never been told."""
        return self._changed(self.records.discard(event))

    def withdraw(
        self, name: str, *, happened: datetime | date, known: datetime | None = None
    ) -> set[tuple[str, str]]:
        """Take back the events of a name; nothing is deleted, and it can be undone."""
        return self.add(
            Event(
                kind=WITHDRAWN,
                name=f"withdrawal of {name}",
                happened=happened,
                known_from=known,
                withdraws=name,
            )
        )

    def correct(self, event: Event, *, name: str) -> set[tuple[str, str]]:
        """Put an event in the place of those of another name."""
        return self.add(replace(event, withdraws=name))

    def _changed(self, changes: Iterable[Change]) -> set[tuple[str, str]]:
        return {
            touched
            for one, arrives in changes
            for touched in self._tell(one, arrives=arrives)
        }

    def _tell(self, one: Happening, *, arrives: bool) -> set[tuple[str, str]]:
        """Take an event to every account that hears of its kind, or away from it."""
        if one.event.kind in STARTS:
            (self.starts.add if arrives else self.starts.remove)(one)
            if self._restart():
                return set(self.lives)
        touched: set[tuple[str, str]] = set()
        for account in self.hearing.get(one.event.kind, ()):
            if arrives:
                account.add(one)
                tokens = account.touched(one)
            else:
                tokens = account.touched(one)
                account.remove(one)
            touched |= self._again(account, tokens)
        return touched

    def _restart(self) -> bool:
        """Begin afresh where the first day of the terms is another now."""
        since = start_of(self.starts.items, self.body, self.stated, self.printed)
        if since == self.since:
            return False
        self._open(since)
        self.lives.clear()
        self.turns.clear()
        for one in self.records.all():
            for account in self.hearing.get(one.event.kind, ()):
                account.add(one)
        for account in self.accounts.values() if self.now > LONG_AGO else ():
            for opening in account.openings(self.now):
                self._live(account, opening)
        return True

    def _again(self, account: Account, tokens: set[str]) -> set[tuple[str, str]]:
        """Make the lives of some instances anew."""
        for token in tokens:
            self.lives.pop((account.owed.key, token), None)
            opening = account.opening(token)
            if opening is not None:
                self._live(account, opening)
        return {(account.owed.key, token) for token in tokens}

    def _live(self, account: Account, opening: Opening) -> Life:
        found = account.life(opening)
        self.lives[account.owed.key, opening.token] = found
        turn = _turn(found, self.now)
        if turn is not None:
            heappush(self.turns, (turn, account.owed.key, opening.token))
        return found

    def advance(self, to: datetime | date) -> tuple[Instance, ...]:
        """
        Let time pass; return the instances that it changed, in order of their change.

        Only the turns that fall due are looked at. Time never runs backwards here; a
        state as of an earlier date is asked for with `instances`.
        """
        until = self.clock.until(to)
        changed: dict[tuple[str, str], None] = {}
        for account in self.accounts.values():
            if isinstance(account, (Periods, Standing)) and account.turns <= until:
                for opening in account.openings(until):
                    if (account.owed.key, opening.token) not in self.lives:
                        self._live(account, opening)
                        changed[account.owed.key, opening.token] = None
        while self.turns and self.turns[0][0] <= until:
            at, key, token = heappop(self.turns)
            found = self.lives.get((key, token))
            if found is None or at <= self.now:
                continue
            if any(span.since == at for span in found.spans):
                changed[key, token] = None
            turn = _turn(found, at)
            if turn is not None:
                heappush(self.turns, (turn, key, token))
        self.now = max(self.now, until)
        return tuple(
            seen(self.accounts[key].owed, self.lives[key, token], until)
            for key, token in changed
            if (key, token) in self.lives
        )

    def instances(self, at: datetime | date) -> tuple[Instance, ...]:
        """Return every instance opened by a moment, and a dormant one where none is."""
        until = self.clock.until(at)
        heard = self.starts.items[: self.starts.upto(until)]
        if start_of(heard, self.body, self.stated, self.printed) != self.since:
            # Before they were adopted, nobody knew from when the terms would run.
            return self._afresh(tuple(self.accounts.values()), until)
        return tuple(
            one
            for account in self.accounts.values()
            for one in self._of(account, until)
        )

    def _afresh(
        self, accounts: tuple[Account, ...], until: datetime
    ) -> tuple[Instance, ...]:
        """Judge some requirements anew by what had happened at an instant."""
        heard = (one for one in self.records.all() if one.at <= until)
        return judged(
            [account.owed for account in accounts],
            sorted(heard),
            self.clock,
            body=self.body,
            at=until,
            since=self.stated,
            printed=self.printed,
        )

    def _of(self, account: Account, until: datetime) -> Iterator[Instance]:
        if account.hindsight and account.latest > until:
            yield from self._afresh((account,), until)
            return
        none = True
        for opening in account.openings(until):
            none = False
            found = self.lives.get((account.owed.key, opening.token))
            if found is None:
                found = self._live(account, opening)
            yield seen(account.owed, found, until)
        if none:
            yield Instance(account.owed, None, Span(until, DORMANT))

    def instance(self, key: str, token: str, at: datetime | date) -> Instance | None:
        """Return one instance as it stood at a moment, in logarithmic time."""
        found = self.lives.get((key, token))
        until = self.clock.until(at)
        if found is None or found.opening.at > until:
            return None
        return seen(self.accounts[key].owed, found, until)


def _turn(life: Life, after: datetime) -> datetime | None:
    return next((span.since for span in life.spans if span.since > after), None)
