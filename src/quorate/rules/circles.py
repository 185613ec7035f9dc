"""Whether somebody is among those whom the terms name: members, a group, an office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quorate.rules.membership import Membership
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict

EVERYBODY = frozenset(("everybody", "everyone", "anybody", "anyone", "the public"))
MANY = re.compile(
    r"(?:each|every|all|the)?\s*(member|participant|observer)s?(?: of the [\w' -]+)?"
)


@dataclass(frozen=True, slots=True)
class Circle:
    """Those of whom the terms can speak at a moment."""

    membership: Membership
    stand_ins: tuple[tuple[str, str], ...] = ()
    """By person, the seat for which they stand in then."""

    elsewhere: tuple[tuple[str, str], ...] = ()
    """By person, another organisation they are of."""

    bodies: tuple[tuple[str, frozenset[str]], ...] = ()
    """By another body, the persons who sit in it."""

    named: frozenset[str] = frozenset()
    """Every body that the terms name: one that acts is itself, and no person."""

    def seats_of(self, person: str) -> tuple[str, ...]:
        """Return the seats that a person holds or stands in for."""
        return self.membership.held_by(person) + tuple(
            seat
            for one, seat in self.stand_ins
            if one == person and seat in self.membership.by_name
        )

    def has(self, words: str, person: str) -> Verdict:
        """
        Say whether a person is among those whom the terms call by some words.

        The words can be a person's code, an office, a seat or group, a capacity
        ('members'), an organisation, a body, or 'everybody'. Where they name nothing
        that is known here, nobody can tell.
        """
        called = words.strip().casefold()
        if called in EVERYBODY or called == person.casefold():
            return MET
        if person in self.named:
            return NOT_MET
        seats = self.seats_of(person)
        known = [
            *self._by_capacity(called, seats),
            *self._by_name(called, person, seats),
        ]
        if not known:
            return UNKNOWN
        return MET if any(known) else NOT_MET

    def any_of(self, names: Iterable[str], person: str) -> Verdict:
        """Say whether a person is among any of those whom the terms name."""
        found = {self.has(one, person) for one in names}
        if MET in found:
            return MET
        return UNKNOWN if UNKNOWN in found else NOT_MET

    def _by_capacity(self, called: str, seats: tuple[str, ...]) -> list[bool]:
        found = MANY.fullmatch(called)
        if found is None:
            return []
        by_name = self.membership.by_name
        return [any(by_name[one].capacity == found[1] for one in seats)]

    def _by_name(self, called: str, person: str, seats: tuple[str, ...]) -> list[bool]:
        members = self.membership
        slug = called.removeprefix("the ").replace(" ", "-")
        known = []
        if slug in members.offices:
            known.append(person in members.offices[slug])
        if members.seats_of(slug):
            known.append(bool(members.seats_of(slug) & set(seats)))
        of_theirs = {
            name.casefold()
            for seat in seats
            for name in members.by_name[seat].organisations
        } | {name.casefold() for one, name in self.elsewhere if one == person}
        every = {name.casefold() for one in members.seats for name in one.organisations}
        if called in every | of_theirs:
            known.append(called in of_theirs)
        known += [person in people for body, people in self.bodies if body == slug]
        return known
