"""How those who may come would vote, counted by the very rules that count ballots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import product
from math import prod

from quorate.charter.kinds.deciding import Decision
from quorate.facts.meeting import Item
from quorate.proof.chances import TooManyStatesError
from quorate.proof.turnout import (
    EntriesByWord,
    Outcome,
    Party,
    checked,
    names_of,
    rate_of,
    seated,
    sharing_organisations,
)
from quorate.rules.ballots import tally
from quorate.rules.entitlement import Vote, VotingTerms
from quorate.rules.membership import Entry, Membership
from quorate.rules.roll import Room

IN_A_BALLOT = frozenset(
    {"present", "entitled", "voted", "in favour", "against", "abstained"}
)
"""The sets that have a meaning when a vote is taken."""

EVEN = (Fraction(1, 2), Fraction(1, 2))
MOST_TOGETHER = 20_000
"""Ways to vote that are gone through of people whose votes depend on each other."""

Lean = tuple[Fraction, Fraction]
Doing = tuple[str, Fraction]
"""What somebody does (nothing where they stay away), and how likely."""


def readings_in(membership: Membership) -> tuple[frozenset[str], ...]:
    """
    Return the fields taken as keeping a ballot out, under each reading of the terms.

    There are two readings where the terms give votes to some seats and leave others
    open.
    """
    unsaid = any(membership.unsaid_vote(one.seat) for one in membership.filled)
    return (frozenset(), frozenset({"votes"})) if unsaid else (frozenset(),)


def voting(
    membership: Membership,
    decision: Decision,
    rates: Mapping[str, Fraction],
    *,
    usual: Fraction,
    leans: Mapping[str, Lean],
) -> tuple[Party, ...]:
    """
    Return those who may come with the chance of each way to vote.

    `rates` and `usual` are as for `attending`. `leans` gives by seat or person the
    chances that they vote for and against when there; the rest of the time they
    abstain, and whoever is not named is taken as even. Somebody with several seats
    votes alike in each. People of one organisation are taken together where votes
    belong to organisations. Raises `ValueError` for a share that is none, and
    `TooManyStatesError` where too many votes depend on each other.
    """
    people = [Party(entries, ()) for entries in seated(membership).values()]
    groups = [[one] for one in people]
    if decision.one_vote == "organisation":
        groups = sharing_organisations(people, membership)
    return tuple(
        _together(
            group,
            [
                _doings(
                    names_of(one.entries[0].person, membership),
                    rate_of(one.entries[0].person, membership, rates, usual),
                    leans,
                )
                for one in group
            ],
            membership,
            decision,
        )
        for group in groups
    )


def _doings(
    names: tuple[str, ...], rate: Fraction, leans: Mapping[str, Lean]
) -> list[Doing]:
    likes, dislikes = next((leans[one] for one in names if one in leans), EVEN)
    checked(likes, dislikes)
    doings = [
        ("", 1 - rate),
        ("for", rate * likes),
        ("against", rate * dislikes),
        ("abstain", rate * (1 - likes - dislikes)),
    ]
    return [one for one in doings if one[1]]


def _together(
    group: Sequence[Party],
    doings: Sequence[Sequence[Doing]],
    membership: Membership,
    decision: Decision,
) -> Party:
    ways = prod(len(one) for one in doings)
    if ways > MOST_TOGETHER:
        raise TooManyStatesError(ways)
    entries = tuple(entry for one in group for entry in one.entries)
    outcomes = []
    for done in product(*doings):
        does = {
            one.entries[0].person: what
            for one, (what, _) in zip(group, done, strict=True)
            if what
        }
        there = tuple(entry for entry in entries if entry.person in does)
        chance = prod((likely for _, likely in done), start=Fraction(1))
        outcomes.append(Outcome(_scenes(there, does, membership, decision), chance))
    return Party(entries, tuple(outcomes))


def _scenes(
    there: tuple[Entry, ...],
    does: Mapping[str, str],
    membership: Membership,
    decision: Decision,
) -> tuple[EntriesByWord, ...]:
    votes = tuple((entry.seat, does[entry.person]) for entry in there)
    vote = Vote(
        Item(name="item", votes=votes),
        membership,
        Room(there),
        date.min,
        frozenset(does),
        frozenset(),
        None,
    )
    terms = VotingTerms(decision)
    return tuple(
        {
            word: tuple(entries or ())
            for word, entries in tally(terms, vote, drop=drop).scene.items()
        }
        for drop in readings_in(membership)
    )
