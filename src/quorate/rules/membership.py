"""The seats of a body on a day, who holds them, and who holds its offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from quorate.charter.kinds.membership import Line, Role, Seats
from quorate.charter.model import Charter
from quorate.charter.tables import seat_names
from quorate.facts.people import Appointment, Holding, as_known, day_of, holds_on


class Entry(NamedTuple):
    """One place in a count: a seat, the person in it, and if that is its holder."""

    seat: str
    person: str
    holder: bool = True


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat, as the charter's table makes it."""

    name: str
    line: str
    groups: frozenset[str]
    organisations: tuple[str, ...]
    votes: Fraction | None
    capacity: str
    optional: bool
    title: str = ""


@dataclass(frozen=True)
class Membership:
    """Who sits where on one day, as known at one time."""

    seats: tuple[Seat, ...]
    holders: Mapping[str, str]
    """By seat, the person in it; a vacant seat is not there."""

    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By office, the persons who hold it; empty while it is vacant."""

    suspended: frozenset[str] = frozenset()
    """Seats whose holders are suspended."""

    def __hash__(self) -> int:
        return id(self)

    @cached_property
    def by_name(self) -> Mapping[str, Seat]:
        """Each seat by its name."""
        return {seat.name: seat for seat in self.seats}

    @cached_property
    def filled(self) -> tuple[Entry, ...]:
        """The filled seats of members and participants, with their holders."""
        return tuple(
            Entry(seat.name, self.holders[seat.name])
            for seat in self.seats
            if seat.name in self.holders and seat.capacity != "observer"
        )

    @cached_property
    def all_seats(self) -> tuple[Entry, ...]:
        """Every seat but observers', optional ones while filled."""
        return tuple(
            Entry(seat.name, self.holders.get(seat.name, f"vacant:{seat.name}"))
            for seat in self.seats
            if seat.capacity != "observer"
            and (not seat.optional or seat.name in self.holders)
        )

    @cached_property
    def vacant(self) -> tuple[Seat, ...]:
        """Seats that somebody should hold and nobody does."""
        return tuple(
            seat
            for seat in self.seats
            if seat.name not in self.holders and not seat.optional
        )

    @cached_property
    def states_votes(self) -> bool:
        """Whether the charter says of any seat how many votes it has."""
        return any(seat.votes is not None for seat in self.seats)

    def votes_of(self, seat: str) -> Fraction:
        """Return the votes of a seat; one where no seat's votes are stated."""
        found = self.by_name[seat]
        if found.capacity != "member":
            return Fraction(0)
        if found.votes is None:
            return Fraction(0 if self.states_votes else 1)
        return found.votes

    def unsaid_vote(self, seat: str) -> bool:
        """Tell if a member's votes are left open while those of others are stated."""
        found = self.by_name[seat]
        return self.states_votes and found.votes is None and found.capacity == "member"

    def without_vote(self, seat: str) -> bool:
        """Tell if the charter gives a seat no vote, where it states votes at all."""
        if not self.states_votes or self.unsaid_vote(seat):
            return False
        return not self.votes_of(seat)

    @cached_property
    def voting(self) -> tuple[Entry, ...]:
        """The filled seats that have a vote."""
        return tuple(one for one in self.filled if self.votes_of(one.seat))

    def seats_of(self, name: str) -> frozenset[str]:
        """Return the seats of a name: a seat, a line, a group or a capacity."""
        return frozenset(
            seat.name
            for seat in self.seats
            if name in (seat.name, seat.line, seat.capacity) or name in seat.groups
        )

    def held_by(self, person: str) -> tuple[str, ...]:
        """Return the seats that a person holds."""
        return tuple(seat for seat, holder in self.holders.items() if holder == person)


def seats_in(lines: Iterable[Line], rule: Seats) -> tuple[Seat, ...]:
    """
    Make the seats of a membership's lines.

    Executes: seats.votes, seats.weights, seats.more, seats.places,
    seats.row_of_several
    """
    weights = dict(rule.weights)
    made = []
    for line in lines:
        votes = line.votes if line.votes is not None else rule.votes
        for name in (line.seat, *line.groups):
            votes = weights.get(name, votes)
        made += [
            Seat(
                name,
                line.seat,
                frozenset(line.groups),
                (line.organisations[number],) if line.each else line.organisations,
                votes,
                line.capacity,
                line.up_to,
                line.title,
            )
            for number, name in enumerate(seat_names(line))
        ]
    return tuple(made)


def membership_on(
    charter: Charter,
    body: str,
    *,
    appointments: tuple[Appointment, ...] = (),
    offices: tuple[Holding, ...] = (),
    on: datetime | date,
    known_at: datetime | date | None = None,
) -> Membership:
    """
    Say who sits where in a body at a moment, as known at another.

    A day without a time counts as the whole of it. An office that a charter gives to
    the holder of a seat follows the seat, unless somebody was recorded in it.

    Executes: seats, role.held_by, role.role
    """
    seats = tuple(
        seat
        for rule in charter.rules_of(body, Seats)
        for seat in seats_in(rule.lines, rule)
    )
    names = {seat.name for seat in seats}
    # On the day of a change both the old holder's last day and the new one's first
    # are on record: whoever came later has it, in whatever order they were told.
    current = sorted(
        (
            one
            for one in as_known(appointments, known_at)
            if one.seat in names and holds_on(one.from_, one.until, on)
        ),
        key=lambda one: (_began(one), one.person),
    )
    holders = {one.seat: one.person for one in current}
    held: dict[str, frozenset[str]] = {}
    recorded = [
        one for one in as_known(offices, known_at) if holds_on(one.from_, one.until, on)
    ]
    for role in charter.rules_of(body, Role):
        people = _in_office(role.role, recorded)
        if not people and role.held_by in holders:
            people = {holders[role.held_by]}
        held[role.role] = held.get(role.role, frozenset()) | frozenset(people)
    for one in recorded:
        if one.office not in held and one.acting == "no":
            held[one.office] = frozenset(_in_office(one.office, recorded))
    suspended = frozenset(
        one.seat
        for one in current
        if one.suspended == "yes" and holders[one.seat] == one.person
    )
    return Membership(seats, holders, held, suspended)


def reseated(membership: Membership, rule: Seats, read: Seats) -> Membership:
    """
    Return a membership as another reading of its table would make it.

    `rule` is the rule that made it and `read` the same under the other reading. Whoever
    holds a row's only seat holds each seat that the row makes then; a seat that nobody
    could be recorded in is vacant.

    Executes: seats.places, seats.row_of_several
    """
    rows = {line.seat for line in rule.lines}
    made = seats_in(read.lines, read)
    others = tuple(one for one in membership.seats if one.line not in rows)
    holders = dict(membership.holders)
    for seat in made:
        # A row of one seat, and each seat of a row, are named differently.
        one = membership.holders.get(seat.line) or (
            membership.holders.get(f"{seat.line}-1") if seat.name == seat.line else None
        )
        if seat.name not in holders and one is not None:
            holders[seat.name] = one
    seats = others + made
    names = {one.name for one in seats}
    kept = {name: person for name, person in holders.items() if name in names}
    return replace(membership, seats=seats, holders=kept)


def _in_office(office: str, recorded: list[Holding]) -> set[str]:
    """Return who holds an office; a successor ends the last day of the one before."""
    held = [one for one in recorded if one.office == office and one.acting == "no"]
    return {
        one.person
        for one in held
        if not any(
            later is not one
            and later.from_ is not None
            and one.until == day_of(later.from_)
            and _began(later) > _began(one)
            for later in held
        )
    }


def _began(one: Appointment | Holding) -> tuple[date, time]:
    """Return when something began, a day alone with its first moment."""
    if one.from_ is None:
        return date.min, time.min
    if isinstance(one.from_, datetime):
        return one.from_.date(), one.from_.time()
    return one.from_, time.min
