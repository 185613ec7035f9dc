"""
The sets that a test counts: taken from a scene, or known from the membership.

A scene gives each set word its entries: a tuple, or None where the record is missing.
A word that a scene does not have is one that the situation has no meaning for
(nobody is `present` in a consultation), which is silence, not ignorance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quorate.charter.expressions import Set, Unit
from quorate.rules.membership import Entry, Membership
from quorate.rules.verdict import NOT_STATED, UNKNOWN, Verdict

Scene = Mapping[str, "Sequence[Entry] | None"]
Quantity = int | Fraction
Counter = Callable[[Scene], "Quantity | Verdict"]
Taker = Callable[[Scene], "Sequence[Entry] | Verdict"]


@dataclass(frozen=True)
class Ground:
    """What a test is read against: the members, the rule's own words, and rulings."""

    membership: Membership
    means: Set | None = None
    """What 'membership' means in this rule."""

    steps: tuple[tuple[int, int], ...] = ()
    suspended_count: bool = False
    rulings: Mapping[str, bool] | None = None
    """By office, what its holder ruled."""

    without_vote_count: bool = True
    """Whether seats without a vote stand in the number of members."""

    substitutes_carry: bool = False
    """Whether a substitute takes over the office of the holder."""

    def word(self, word: str) -> tuple[Entry, ...] | None:
        """Return a set that is known from the membership alone."""
        entries = {
            "seats": lambda: self.membership.all_seats,
            "filled": lambda: self.membership.filled,
            "voting": lambda: self.membership.voting,
        }.get(word)
        if entries is None:
            return None
        found = entries()
        if not self.suspended_count:
            gone = self.membership.suspended
            found = tuple(one for one in found if one.seat not in gone)
        if not self.without_vote_count:
            none = self.membership.without_vote
            found = tuple(one for one in found if not none(one.seat))
        return found

    def carried_by(self, office: str) -> frozenset[str]:
        """Return the seats whose substitutes carry an office with them."""
        people = self.membership.offices.get(office)
        if not self.substitutes_carry or not people:
            return frozenset()
        held_by = self.membership.held_by
        return frozenset(seat for one in people for seat in held_by(one))


def taker(wanted: Set, ground: Ground) -> Taker:
    """Return what takes the entries of a set from a scene."""
    word, within, without = wanted.word, wanted.within, wanted.without
    if word == "membership":
        if ground.means is None:
            return lambda _scene: NOT_STATED
        word = ground.means.word
        within += ground.means.within
        without += ground.means.without
    fixed = ground.word(word)
    seats = None
    if within or without:
        names = ground.membership.seats_of
        seats = frozenset(ground.membership.by_name)
        for name in within:
            seats &= names(name)
        for name in without:
            seats -= names(name)
    if fixed is not None:
        kept = fixed if seats is None else tuple(e for e in fixed if e.seat in seats)
        return lambda _scene: kept
    if seats is None:
        return lambda scene: _given(scene, word)
    chosen = seats

    def take(scene: Scene) -> Sequence[Entry] | Verdict:
        entries = _given(scene, word)
        if isinstance(entries, Verdict):
            return entries
        return [entry for entry in entries if entry[0] in chosen]

    return take


def _given(scene: Scene, word: str) -> Sequence[Entry] | Verdict:
    entries = scene.get(word, NOT_STATED)
    return UNKNOWN if entries is None else entries


def measure(entries: Sequence[Entry], unit: Unit, membership: Membership) -> Quantity:
    """Count entries by person, seat, organisation or weight."""
    if unit is Unit.PERSON:
        return len({entry[1] for entry in entries})
    if unit is Unit.SEAT:
        return len({entry[0] for entry in entries})
    if unit is Unit.ORGANISATION:
        return len(organisations(entries, membership))
    return sum((membership.votes_of(entry[0]) for entry in entries), Fraction(0))


def organisations(entries: Sequence[Entry], membership: Membership) -> frozenset[str]:
    """Return the organisations that the seats of these entries stand for."""
    return frozenset(
        name for entry in entries for name in membership.by_name[entry[0]].organisations
    )


def counter(wanted: Set, unit: Unit, ground: Ground) -> Counter:
    """Return what counts a set in a scene; a set without votes has no weight."""
    take = taker(wanted, ground)
    membership = ground.membership
    if ground.word(wanted.word) is not None or (
        wanted.word == "membership"
        and ground.means is not None
        and ground.word(ground.means.word) is not None
    ):
        entries = take({})
        fixed: Quantity | Verdict = (
            entries
            if isinstance(entries, Verdict)
            else measure(entries, unit, membership)
        )
        return lambda _scene: fixed

    at = {Unit.SEAT: 0, Unit.PERSON: 1}.get(unit)
    if at is not None:
        if not wanted.within and not wanted.without and wanted.word != "membership":
            return _direct(wanted.word, at)

        def quick(scene: Scene) -> Quantity | Verdict:
            entries = take(scene)
            if isinstance(entries, Verdict):
                return entries
            return len({entry[at] for entry in entries})

        return quick

    def count(scene: Scene) -> Quantity | Verdict:
        entries = take(scene)
        if isinstance(entries, Verdict):
            return entries
        return measure(entries, unit, membership)

    return count


def _direct(word: str, at: int) -> Counter:
    """Count a set that is taken from the scene as it is: the commonest case by far."""

    def direct(scene: Scene) -> Quantity | Verdict:
        entries = scene.get(word, ())
        if entries:
            return len({entry[at] for entry in entries})
        if entries is None:
            return UNKNOWN
        return 0 if word in scene else NOT_STATED

    return direct


def parts_of(
    entries: Sequence[Entry], unit: Unit, membership: Membership
) -> frozenset[str]:
    """Return the units that entries stand for."""
    if unit is Unit.ORGANISATION:
        return organisations(entries, membership)
    if unit is Unit.PERSON:
        return frozenset(entry[1] for entry in entries)
    return frozenset(entry[0] for entry in entries)
