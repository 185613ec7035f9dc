"""
The room that a charter makes, filled with invented people, and who can be missed.

People who differ in nothing that a test asks about form a class; what matters is how
many of each class come. So the answer is found over a few small numbers and never
over sets of people.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Unit,
    names_in,
    sets_in,
    tests_in,
)
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.tables import seat_names
from quorate.rules.membership import Entry, Membership, seats_in
from quorate.rules.sets import Ground, counter
from quorate.rules.testing import ready
from quorate.rules.verdict import MET, NOT_MET, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.expressions import Set, Test
    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.lint.remark import Setting

MOST_ROOMS = 10_000
"""So many different rooms are looked at; past that the question stays open."""

FALLING = (Comparison.EXACTLY, Comparison.AT_MOST, Comparison.FEWER_THAN)


@dataclass(frozen=True, slots=True)
class Room:
    """The members of a body as its charter makes them, in every seat that is filled."""

    membership: Membership

    @classmethod
    def of(cls, charter: Charter, body: str, setting: Setting) -> Room:
        """
        Fill the seats of a body with invented people.

        Two seats that the same post carries are held by one person. Vacancies are
        left where the setting knows of them; so are vacant offices. An office that
        goes by no seat is held by a member.
        """
        rules = charter.rules_of(body, Seats)
        seats = tuple(seat for rule in rules for seat in seats_in(rule.lines, rule))
        holders: dict[str, str] = {}
        for rule in rules:
            for line in rule.lines:
                names = seat_names(line)
                gone = setting.vacant.get((body, line.seat), 0)
                for name in names[: len(names) - gone]:
                    holders[name] = _person(line, name, rule)
        offices = _offices(charter, body, holders, setting)
        return cls(Membership(seats, holders, offices))

    @property
    def people(self) -> frozenset[str]:
        """Everybody who holds a seat that counts."""
        return frozenset(entry.person for entry in self.membership.filled)

    @property
    def votes(self) -> int | None:
        """How many votes there are; None where they are not whole or there are none."""
        weights = [self.membership.votes_of(one.seat) for one in self.membership.voting]
        total = sum(weights)
        return int(total) if weights and total == int(total) else None

    def size(self, wanted: Set, unit: Unit, means: Set | None) -> int | None:
        """Return how many a set of the membership holds; None where that is open."""
        count = counter(wanted, unit, Ground(self.membership, means))({})
        return None if isinstance(count, Verdict) else int(count)


def _person(line: Line, seat: str, rule: Seats) -> str:
    """Name who sits in a seat: by its post where that is named and one person's."""
    if not line.office or line.places > 1 or line.up_to or rule.distinct == "yes":
        return seat
    return f"{' and '.join(line.organisations)}: {line.office}"


def _offices(
    charter: Charter, body: str, holders: dict[str, str], setting: Setting
) -> dict[str, frozenset[str]]:
    posts = {
        line.office: line.seat
        for rule in charter.rules_of(body, Seats)
        for line in rule.lines
        if line.office
    }
    held: dict[str, frozenset[str]] = {}
    free = list(dict.fromkeys(holders.values()))
    for role in charter.rules_of(body, Role):
        seat = role.held_by or posts.get(role.post, "")
        if setting.vacant.get((body, role.role)):
            held[role.role] = frozenset()
        elif seat:
            held[role.role] = frozenset({holders[seat]} if seat in holders else ())
    for role in charter.rules_of(body, Role):
        if role.role not in held:
            taken = {one for people in held.values() for one in people}
            member = next((one for one in free if one not in taken), "")
            held[role.role] = frozenset({member} if member else ())
    return held


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a test can be met, and how many absences at least undo it."""

    reachable: bool | None = None
    """None where it turns on something that is not stated, or is too much to ask."""

    fewest: int = 0
    """Absences that undo it; nought where even a full room does not meet it."""

    who: tuple[str, ...] = ()
    """The seats of those whose absence undoes it, where they are few."""


def grows(test: Test) -> bool:
    """Tell if one more member present can never undo the test."""
    for one in tests_in(test):
        if isinstance(one, Not):
            return False
        if isinstance(one, Compare):
            if one.comparison in FALLING:
                return False
            _, *of_the_amount = sets_in(one)
            if any(each.word == "present" for each in of_the_amount):
                return False
    return True


def reach(
    test: Test,
    room: Room,
    *,
    means: Set | None = None,
    steps: tuple[tuple[int, int], ...] = (),
) -> Reach:
    """Say whether a test can be met by those who could come, and how easily not."""
    membership = room.membership
    # What an office rules is no question of who comes: it is taken as allowed.
    rulings = {one.by: True for one in tests_in(test) if isinstance(one, Judged)}
    judge = ready(test, Ground(membership, means, steps, rulings=rulings))
    classes = _classes(test, room)

    def verdict(present: dict[str, int]) -> Verdict:
        people = {
            person
            for name, count in present.items()
            for person in classes[name][:count]
        }
        entries = tuple(one for one in membership.filled if one.person in people)
        return judge({"present": entries, "entitled": entries})

    full = {name: len(people) for name, people in classes.items()}
    whole = verdict(full)
    if whole is not MET and not grows(test):
        if prod(count + 1 for count in full.values()) > MOST_ROOMS:
            return Reach()
        if any(verdict(one) is MET for one in _rooms(full)):
            whole = MET
    if whole is not MET:
        return Reach(reachable=False if whole is NOT_MET else None)
    looked = 0
    for absent in range(1, len(room.people) + 1):
        for gone in _spread(list(full.items()), absent):
            looked += 1
            if looked > MOST_ROOMS:
                return Reach(reachable=True)
            here = {name: full[name] - gone.get(name, 0) for name in full}
            if verdict(here) is not MET:
                who = tuple(
                    person
                    for name, count in gone.items()
                    for person in classes[name][-count:]
                )
                return Reach(reachable=True, fewest=absent, who=_seats(who, membership))
    return Reach(reachable=True)


def _seats(people: tuple[str, ...], membership: Membership) -> tuple[str, ...]:
    return tuple(
        membership.held_by(person)[0] for person in people if membership.held_by(person)
    )


def _classes(test: Test, room: Room) -> dict[str, list[str]]:
    """Part the people by what the test can tell of them."""
    membership = room.membership
    names = sorted(set(names_in(test)))
    by_weight = any(
        isinstance(one, Compare | Every)
        and one.unit in (Unit.WEIGHT, Unit.ORGANISATION)
        for one in tests_in(test)
    )
    held: dict[str, list[Entry]] = {}
    for entry in membership.filled:
        held.setdefault(entry.person, []).append(entry)
    represented = Counter(
        one
        for entries in held.values()
        for one in {each for entry in entries for each in _organisations(entry, room)}
    )
    classes: dict[str, list[str]] = {}
    for person, entries in held.items():
        marks = []
        for name in names:
            office = person in membership.offices.get(name, ())
            seats = membership.seats_of(name)
            marks.append(f"{office}{sum(one.seat in seats for one in entries)}")
        marks.append(str(len(entries)))
        if by_weight:
            marks += [
                f"{membership.votes_of(one.seat)}"
                # An organisation with one person here is as good as any other such.
                + "".join(
                    f"[{each if represented[each] > 1 else ''}]"
                    for each in _organisations(one, room)
                )
                for one in entries
            ]
        classes.setdefault("|".join(marks), []).append(person)
    return classes


def _organisations(entry: Entry, room: Room) -> tuple[str, ...]:
    return room.membership.by_name[entry.seat].organisations


def _rooms(full: dict[str, int]) -> Iterator[dict[str, int]]:
    counts = [range(count + 1) for count in full.values()]
    for chosen in product(*counts):
        yield dict(zip(full, chosen, strict=True))


def _spread(classes: list[tuple[str, int]], absent: int) -> Iterator[dict[str, int]]:
    """Yield each way in which so many absences can fall on the classes."""
    if not classes:
        if absent == 0:
            yield {}
        return
    (name, most), rest = classes[0], classes[1:]
    for count in range(min(most, absent) + 1):
        for others in _spread(rest, absent - count):
            yield {name: count, **others} if count else others


def without_names(test: Test) -> Test | None:
    """Return a test without what it asks of named seats; None where nothing is left."""
    if isinstance(test, Includes | Every):
        return None
    if isinstance(test, All | Any):
        left = tuple(one for one in map(without_names, test.tests) if one is not None)
        if not left or (isinstance(test, Any) and len(left) < len(test.tests)):
            return None
        return type(test)(left)
    return test


def shared(charter: Charter, body: str) -> dict[str, tuple[str, ...]]:
    """Return the posts that carry several seats of a body, with those seats."""
    for rule in charter.rules_of(body, Seats):
        if rule.distinct == "yes":
            return {}
    lines = [line for rule in charter.rules_of(body, Seats) for line in rule.lines]
    posts = Counter(
        (line.organisations, line.office)
        for line in lines
        if line.office and line.places == 1 and not line.up_to
    )
    return {
        office: tuple(
            line.seat
            for line in lines
            if line.office == office and line.organisations == organisations
        )
        for (organisations, office), count in posts.items()
        if count > 1
    }
