"""Who may come to a meeting and what they may do there, each with its exact chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quorate.rules.membership import Entry, Membership

IN_THE_ROOM = frozenset({"present"})
IN_A_BALLOT = frozenset(
    {"present", "entitled", "voted", "in favour", "against", "abstained"}
)
"""The sets that have a meaning in a room, and when a vote is taken in it."""

EVEN = (Fraction(1, 2), Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that somebody may do: what they add to each set, and how likely."""

    scene: Mapping[str, tuple[Entry, ...]]
    chance: Fraction


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with the seats they fill, and what they may do."""

    person: str
    entries: tuple[Entry, ...]
    outcomes: tuple[Outcome, ...]


def attending(
    membership: Membership,
    rates: Mapping[str, Fraction],
    *,
    usual: Fraction,
    leans: Mapping[str, tuple[Fraction, Fraction]] | None = None,
    one_vote: str = "",
) -> tuple[Somebody, ...]:
    """
    Return each person with the chance that they come and, if asked, how they vote.

    `rates` gives by seat or person how often they come, as a fraction of meetings;
    `usual` stands for everybody else. `leans` gives by seat or person the chances that
    they vote for and against when there; the rest of the time they abstain, and whoever
    is not named is taken as even. Somebody with several seats comes to all of them, at
    the rate of the first that has one, and votes alike in each, unless a vote belongs
    to the person (`one_vote`). Holders of suspended seats are left out: they count
    nowhere. Raises `ValueError` for a share that is none.
    """
    for share in (usual, *rates.values()):
        _check(share)
    for likes, dislikes in (leans or {}).values():
        _check(likes, dislikes)
    held: dict[str, list[Entry]] = {}
    for entry in membership.filled:
        if entry.seat not in membership.suspended:
            held.setdefault(entry.person, []).append(entry)
    people = []
    for person, entries in held.items():
        names = (person, *(entry.seat for entry in entries))
        rate = next((rates[one] for one in names if one in rates), usual)
        outcomes = [Outcome({}, 1 - rate)]
        if leans is None:
            outcomes.append(Outcome({"present": tuple(entries)}, rate))
        else:
            lean = next((leans[one] for one in names if one in leans), EVEN)
            outcomes += _voting(entries, rate, lean, membership, one_vote)
        kept = tuple(one for one in outcomes if one.chance)
        people.append(Somebody(person, tuple(entries), kept))
    return tuple(people)


def _voting(
    entries: list[Entry],
    rate: Fraction,
    lean: tuple[Fraction, Fraction],
    membership: Membership,
    one_vote: str,
) -> list[Outcome]:
    entitled = tuple(one for one in entries if membership.votes_of(one.seat))
    there = {"present": tuple(entries), "entitled": entitled}
    ballots = entitled[:1] if one_vote == "person" else entitled
    likes, dislikes = lean
    return [
        Outcome(there | {"in favour": ballots, "voted": ballots}, rate * likes),
        Outcome(there | {"against": ballots, "voted": ballots}, rate * dislikes),
        Outcome(there | {"abstained": ballots}, rate * (1 - likes - dislikes)),
    ]


def _check(*shares: Fraction) -> None:
    if min(shares) < 0 or sum(shares) > 1:
        written = " and ".join(str(one) for one in shares)
        raise ValueError(f"{written}: a share lies between 0 and 1")
