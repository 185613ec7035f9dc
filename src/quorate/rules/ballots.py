"""Which ballots count, for whom, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Every,
    Includes,
    Judged,
    Not,
    Test,
)
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.terms import Savings
from quorate.facts.meeting import Cast, Item
from quorate.facts.people import Appointment, as_known, day_of, not_after
from quorate.rules.finding import LeftOut
from quorate.rules.membership import Entry, Membership
from quorate.rules.roll import Room
from quorate.rules.testing import Scene

UNNAMED = "the names behind a secret ballot"
VOTE_SETS = ("voted", "in favour", "against", "abstained")


@dataclass(frozen=True, slots=True)
class VotingTerms:
    """The rules that say whose ballot counts."""

    decision: Decision
    substitutes: Substitutes | None = None
    interests: Interests | None = None
    savings: Savings | None = None
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """The ballots that count, by what they say, and those that do not."""

    scene: Scene
    left_out: tuple[LeftOut, ...]
    in_favour: int | None
    against: int | None
    abstained: int | None
    named: bool
    """False where only totals are known."""

    saved: tuple[LeftOut, ...] = ()
    """Ballots with a defect that a clause makes good."""

    silent: tuple[str, ...] = ()
    """Fields on which a ballot's worth turns and the terms say nothing."""


def tally(
    terms: VotingTerms,
    membership: Membership,
    room: Room,
    item: Item,
    *,
    held: datetime | date,
    known_at: datetime | date | None = None,
) -> Tally:
    """
    Count the ballots of an item.

    A ballot counts once for each seat that may vote; a guest's, a proxy's that the
    terms do not allow, and one of a seat without a vote are reported and not counted.
    A person in two voting seats has two votes only where votes belong to seats.
    `held` is when the vote was taken: a defect found out after that day can be made
    good by a clause, one that was known then can't.

    Executes: decision.one_vote, decision.entitlement_ruled_by,
    substitutes.may_vote, substitutes.proxies, interests.vote, savings.defects
    """
    if item.count is not None or item.secret == "yes":
        return _counted(membership, room, item)
    casts = as_known(item.ballots, known_at) + tuple(
        Cast(seat=seat, vote=vote) for seat, vote in item.votes
    )
    kept: dict[str, tuple[Entry, str]] = {}
    left_out: list[LeftOut] = []
    saved: list[LeftOut] = []
    silent: set[str] = set()
    rulings = dict(item.rulings)
    for cast in casts:
        person = cast.person or membership.holders.get(cast.seat, cast.seat)
        ruled = rulings.get(cast.seat, "")
        why, unsaid = _refused(terms, membership, item, cast, person)
        if ruled == "no":
            why, unsaid = "ruled not entitled to vote", ""
        elif ruled == "yes":
            why, unsaid = "", ""
        if why and terms.savings and _saved(terms, terms.savings, cast, why, held):
            saved.append(LeftOut(cast.seat, why, terms.savings.clause))
            why = ""
        if why:
            left_out.append(LeftOut(cast.seat, why))
            continue
        if unsaid:
            silent.add(unsaid)
        holder = membership.holders.get(cast.seat) == person
        kept.setdefault(cast.seat, (Entry(cast.seat, person, holder), cast.vote))
    left_out += _one_each(terms.decision, kept)
    entitled = tuple(
        one for one in room.entries if membership.votes_of(one.seat)
    ) or tuple(entry for entry, _ in kept.values())
    by_vote = {
        vote: tuple(entry for entry, cast in kept.values() if cast == vote)
        for vote in ("for", "against", "abstain")
    }
    scene: Scene = {
        "present": room.entries + tuple(entry for _, entry in room.doubtful),
        "entitled": _entitled(entitled, terms, membership, item, rulings),
        "in favour": by_vote["for"],
        "against": by_vote["against"],
        "abstained": by_vote["abstain"],
        "voted": by_vote["for"] + by_vote["against"],
    }
    return Tally(
        scene,
        tuple(sorted(left_out, key=lambda one: one.who)),
        len(by_vote["for"]),
        len(by_vote["against"]),
        len(by_vote["abstain"]),
        named=True,
        saved=tuple(saved),
        silent=tuple(sorted(silent)),
    )


def _entitled(
    present: tuple[Entry, ...],
    terms: VotingTerms,
    membership: Membership,
    item: Item,
    rulings: dict[str, str],
) -> tuple[Entry, ...]:
    """Return who may vote: those present with a vote, less whom an interest bars."""
    barred = _barred(terms, item)
    return tuple(
        one
        for one in present
        if rulings.get(one.seat) != "no"
        and (one.person not in barred or not _out_of_share(terms))
        and membership.votes_of(one.seat)
    )


def _out_of_share(terms: VotingTerms) -> bool:
    return terms.interests is not None and terms.interests.denominator == "not counted"


def _barred(terms: VotingTerms, item: Item) -> frozenset[str]:
    if terms.interests is None or terms.interests.vote != "no":
        return frozenset()
    return frozenset(one.person for one in item.interests)


def _refused(
    terms: VotingTerms, membership: Membership, item: Item, cast: Cast, person: str
) -> tuple[str, str]:
    """Return why a ballot does not count, and a field on which that is not said."""
    seat = membership.by_name.get(cast.seat)
    if seat is None:
        return "a guest has no vote", ""
    if not membership.votes_of(cast.seat):
        return "a seat without a vote", ""
    if cast.proxy == "yes":
        allowed = terms.substitutes.proxies if terms.substitutes else ""
        return ("", "") if allowed == "yes" else ("a proxy that no clause allows", "")
    defect = _defect(terms, cast, person)
    if defect:
        return defect, ""
    if membership.holders.get(cast.seat) != person:
        why, unsaid = _of_substitute(terms)
        if why or unsaid:
            return why, unsaid
    return _of_interested(terms, item, person)


def _of_substitute(terms: VotingTerms) -> tuple[str, str]:
    may = terms.substitutes.may_vote if terms.substitutes else ""
    if may == "no":
        return "a substitute without a vote", ""
    return ("", "") if may else ("", "may_vote")


def _of_interested(terms: VotingTerms, item: Item, person: str) -> tuple[str, str]:
    if not any(one.person == person for one in item.interests):
        return "", ""
    vote = terms.interests.vote if terms.interests else ""
    if vote == "no":
        return "an interest declared", ""
    return ("", "vote") if vote in ("", "not stated") else ("", "")


def _defect(terms: VotingTerms, cast: Cast, person: str) -> str:
    for one in terms.appointments:
        if one.seat == cast.seat and one.person == person and one.qualified == "no":
            return "a defect in the appointment"
    return ""


def _saved(
    terms: VotingTerms, savings: Savings, cast: Cast, why: str, held: datetime | date
) -> bool:
    """Tell if a clause makes a defect good: found out afterwards, where it says so."""
    if why != "a defect in the appointment":
        return False
    if savings.if_ == "always":
        return True
    return any(
        one.seat == cast.seat
        and one.qualified == "no"
        and one.found_out is not None
        and not not_after(one.found_out, day_of(held))
        for one in terms.appointments
    )


def _one_each(decision: Decision, kept: dict[str, tuple[Entry, str]]) -> list[LeftOut]:
    """Drop the second vote of a person, or of an organisation, where it has but one."""
    if decision.one_vote != "person":
        return []
    seen: set[str] = set()
    again = []
    for seat in list(kept):
        person = kept[seat][0].person
        if person in seen:
            del kept[seat]
            again.append(LeftOut(seat, "second vote of the same person"))
        seen.add(person)
    return again


def _counted(membership: Membership, room: Room, item: Item) -> Tally:
    """Take totals: nobody knows who is behind them."""
    count = item.count
    numbers = {
        "in favour": count.in_favour if count else None,
        "against": count.against if count else None,
        "abstained": count.abstained if count else None,
    }
    if count is None:
        votes = [one.vote for one in item.ballots] + [vote for _, vote in item.votes]
        numbers = {
            "in favour": votes.count("for"),
            "against": votes.count("against"),
            "abstained": votes.count("abstain"),
        }
    entries = {
        word: None
        if number is None
        else tuple(
            Entry(f"{word} {one}", f"{word} {one}") for one in range(1, number + 1)
        )
        for word, number in numbers.items()
    }
    voted = (
        None
        if entries["in favour"] is None or entries["against"] is None
        else entries["in favour"] + entries["against"]
    )
    present = room.entries + tuple(entry for _, entry in room.doubtful)
    scene: Scene = {
        "present": present if room.recorded else None,
        "entitled": tuple(one for one in present if membership.votes_of(one.seat)),
        "voted": voted,
        **entries,
    }
    return Tally(
        scene,
        (),
        numbers["in favour"],
        numbers["against"],
        numbers["abstained"],
        named=False,
    )


def without_names(test: Test) -> Test:
    """
    Return the test with every look at names in the votes made a missing record.

    Of a secret ballot only totals are known, so that 'includes the mayor' can't be
    answered, while a count can.
    """
    if isinstance(test, All | Any):
        return type(test)(tuple(without_names(one) for one in test.tests))
    if isinstance(test, Not):
        return Not(without_names(test.test))
    if isinstance(test, Includes | Every) and test.of.word in VOTE_SETS:
        return Judged(UNNAMED)
    if isinstance(test, Compare) and (test.left.within or test.left.without):
        return Judged(UNNAMED)
    return test
