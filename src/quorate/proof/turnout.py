"""Who may come to a meeting and what they may do there, each with its exact chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quorate.rules.membership import Entry, Membership

IN_THE_ROOM = frozenset({"present"})
"""The sets that have a meaning in a room."""

EntriesByWord = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that somebody may do: what they add to each set, and how likely."""

    scenes: tuple[EntriesByWord, ...]
    """By reading of the terms; usually there is one."""

    chance: Fraction


@dataclass(frozen=True, slots=True)
class Party:
    """A person, or people who are looked at together, and what they may do."""

    entries: tuple[Entry, ...]
    outcomes: tuple[Outcome, ...]


def attending(
    membership: Membership, rates: Mapping[str, Fraction], *, usual: Fraction
) -> tuple[Party, ...]:
    """
    Return each person with the chance that they come.

    `rates` gives by seat or person how often they come, as a fraction of meetings;
    `usual` stands for everybody else. Somebody with several seats comes to all of
    them, at the rate of the first that has one. Holders of suspended seats are left
    out: they count nowhere. Raises `ValueError` for a share that is none.
    """
    found = []
    for person, entries in seated(membership).items():
        rate = rate_of(person, membership, rates, usual)
        outcomes = (
            Outcome(({},), 1 - rate),
            Outcome(({"present": entries},), rate),
        )
        found.append(Party(entries, tuple(one for one in outcomes if one.chance)))
    return tuple(found)


def seated(membership: Membership) -> dict[str, tuple[Entry, ...]]:
    """Return by person the seats they fill, without suspended ones."""
    held: dict[str, tuple[Entry, ...]] = {}
    for entry in membership.filled:
        if entry.seat not in membership.suspended:
            held[entry.person] = (*held.get(entry.person, ()), entry)
    return held


def rate_of(
    person: str,
    membership: Membership,
    rates: Mapping[str, Fraction],
    usual: Fraction,
) -> Fraction:
    """Return how often somebody comes, by their own rate or that of a seat."""
    names = names_of(person, membership)
    return checked(next((rates[one] for one in names if one in rates), usual))


def names_of(person: str, membership: Membership) -> tuple[str, ...]:
    """Return the person and their seats, which a rate or a lean can be given by."""
    held = (one.name for one in membership.seats)
    return (person, *(one for one in held if membership.holders.get(one) == person))


def checked(*shares: Fraction) -> Fraction:
    """Return the first of shares of one whole; raises `ValueError` if they are none."""
    if min(shares) < 0 or sum(shares) > 1:
        written = " and ".join(str(one) for one in shares)
        raise ValueError(f"{written}: a share lies between 0 and 1")
    return shares[0]


def sharing_organisations(
    parties: Sequence[Party], membership: Membership
) -> list[list[Party]]:
    """Put together those who share an organisation, directly or through others."""
    groups: list[tuple[set[str], list[Party]]] = []
    for one in parties:
        names = {
            name
            for entry in one.entries
            for name in membership.by_name[entry.seat].organisations
        }
        together = [group for group in groups if group[0] & names]
        for group in together:
            groups.remove(group)
        groups.append(
            (
                names.union(*(group[0] for group in together)),
                [each for group in together for each in group[1]] + [one],
            )
        )
    return [group for _, group in groups]
