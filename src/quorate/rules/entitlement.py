"""Whose ballot counts, whose does not and why, and where the terms leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.terms import Savings
from quorate.facts.meeting import Cast, Item
from quorate.facts.people import Appointment, as_known, day_of, not_after
from quorate.rules.membership import Entry, Membership
from quorate.rules.roll import Room

DEFECT = "a defect in the appointment"
HOLDER_THERE = "the holder is there as well"


@dataclass(frozen=True, slots=True)
class VotingTerms:
    """The rules that say whose ballot counts."""

    decision: Decision
    substitutes: Substitutes | None = None
    interests: Interests | None = None
    savings: Savings | None = None
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote on an item: who was there for it, and when it was taken."""

    item: Item
    membership: Membership
    room: Room
    held: datetime | date
    """When the vote was taken."""

    there: frozenset[str] | None = None
    """Everybody in the room, counted or not; None where nobody took the roll."""

    late: frozenset[str] = frozenset()
    """Those whose interest was declared after the vote."""

    known_at: datetime | date | None = None
    barred: Mapping[str, str] = field(default_factory=dict)
    """Those to whom the terms give no vote of their own in this meeting, and why."""

    def person(self, cast: Cast) -> str:
        """Return who cast a ballot: the holder, unless somebody is named."""
        return cast.person or self.membership.holders.get(cast.seat, cast.seat)


def refused(terms: VotingTerms, vote: Vote, cast: Cast) -> str:
    """
    Return why a ballot has no effect; empty where it counts or that is open.

    A ruling on a seat's right to vote settles it either way.

    Executes: decision.entitlement_ruled_by, substitutes.proxies,
    substitutes.may_vote, substitutes.replaces, interests.vote,
    remote_presence.may_vote, decision.chair_votes_first
    """
    ruled = dict(vote.item.rulings).get(cast.seat, "")
    if ruled:
        return "ruled not entitled to vote" if ruled == "no" else ""
    return next(_reasons_against(terms, vote, cast), "")


def _reasons_against(terms: VotingTerms, vote: Vote, cast: Cast) -> Iterator[str]:
    membership, person = vote.membership, vote.person(cast)
    if cast.seat not in membership.by_name:
        yield "a guest has no vote"
        return
    if not membership.votes_of(cast.seat) and not membership.unsaid_vote(cast.seat):
        yield "a seat without a vote"
    if cast.proxy == "yes":
        if terms.substitutes is None or terms.substitutes.proxies != "yes":
            yield "a proxy that no clause allows"
        return
    if _defects(terms, vote, cast):
        yield DEFECT
    if vote.there is not None and person not in vote.there:
        yield "not there"
    yield from _beside_another(vote, cast, person)
    yield from [why for one, why in vote.barred.items() if one == person]
    substitute = membership.holders.get(cast.seat) != person
    if substitute and terms.substitutes and terms.substitutes.may_vote == "no":
        yield "a substitute without a vote"
    if _declared(vote, person) and terms.interests is not None:
        vote_anyway = terms.interests.vote_cast_anyway
        if terms.interests.vote == "no" and (
            person not in vote.late or vote_anyway == "no effect"
        ):
            yield "an interest declared"


def _beside_another(vote: Vote, cast: Cast, person: str) -> Iterator[str]:
    """Say why a seat that two people could vote for is not theirs to vote for."""
    by = next((one.person for one in vote.room.entries if one.seat == cast.seat), "")
    if by in ("", person):
        return
    left_out = {one.who: one.why for one in vote.room.left_out}
    yield left_out.get(person, HOLDER_THERE)


def doubts(terms: VotingTerms, vote: Vote, cast: Cast) -> Iterator[str]:
    """
    Yield the fields on which a ballot's worth turns and of which the terms are silent.

    Executes: interests.vote_cast_anyway
    """
    if cast.seat in dict(vote.item.rulings):
        return
    person = vote.person(cast)
    if vote.membership.unsaid_vote(cast.seat):
        yield "votes"
    substitute = vote.membership.holders.get(cast.seat) != person
    if substitute and cast.proxy != "yes":
        may_vote = terms.substitutes.may_vote if terms.substitutes else ""
        if not may_vote:
            yield "may_vote"
    if not _declared(vote, person):
        return
    rule = terms.interests
    if rule is None or rule.vote in ("", "not stated"):
        yield "vote"
    elif (
        rule.vote == "no"
        and person in vote.late
        and rule.vote_cast_anyway in ("", "not stated")
    ):
        yield "vote_cast_anyway"


def made_good(terms: VotingTerms, vote: Vote, cast: Cast, why: str) -> bool:
    """
    Tell if a clause makes a ballot's defect good.

    A defect that is found out after the day of the vote can be made good; one that
    was known then can't, unless the clause says so.

    Executes: savings.defects, savings.if
    """
    rule = terms.savings
    if rule is None or why != DEFECT:
        return False
    if not {"appointment", "disqualified", "vacated office"} & set(rule.defects):
        return False
    if rule.if_ == "always":
        return True
    return all(
        one.found_out is not None and not not_after(one.found_out, day_of(vote.held))
        for one in _defects(terms, vote, cast)
    )


def _defects(terms: VotingTerms, vote: Vote, cast: Cast) -> list[Appointment]:
    return _defects_of(terms, vote, cast.seat, vote.person(cast))


def _defects_of(
    terms: VotingTerms, vote: Vote, seat: str, person: str
) -> list[Appointment]:
    return [
        one
        for one in as_known(terms.appointments, vote.known_at)
        if one.seat == seat
        and one.person == person
        and one.qualified == "no"
        and _found_out_by(one, vote.known_at)
    ]


def _found_out_by(one: Appointment, known_at: datetime | date | None) -> bool:
    """Tell if a defect was known: until it is found out, nobody can act on it."""
    if known_at is None or one.found_out is None:
        return True
    return not_after(one.found_out, known_at)


def _declared(vote: Vote, person: str) -> bool:
    return any(
        one.person == person for one in as_known(vote.item.interests, vote.known_at)
    )


def entitled(
    terms: VotingTerms, vote: Vote, present: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """
    Return who may vote: those present with a vote, less whom an interest bars.

    Somebody known to be unqualified before the vote is not among them.

    Executes: interests.denominator
    """
    rule = terms.interests
    barred: frozenset[str] = frozenset()
    if rule is not None and rule.vote == "no" and rule.denominator == "not counted":
        barred = frozenset(one.person for one in vote.item.interests) - vote.late
    rulings = dict(vote.item.rulings)
    return tuple(
        one
        for one in present
        if rulings.get(one.seat) != "no"
        and one.person not in barred
        and one.person not in vote.barred
        and not any(
            defect.found_out is not None
            and not_after(defect.found_out, day_of(vote.held))
            for defect in _defects_of(terms, vote, one.seat, one.person)
        )
        and (
            vote.membership.votes_of(one.seat)
            or vote.membership.unsaid_vote(one.seat)
            or rulings.get(one.seat) == "yes"
        )
    )
