"""What the ballots of an item add up to, by name or in totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Every,
    Includes,
    Judged,
    Not,
    Set,
    Test,
)
from quorate.charter.kinds.deciding import Decision
from quorate.facts.meeting import Cast, Item
from quorate.facts.people import as_known
from quorate.rules.entitlement import (
    Vote,
    VotingTerms,
    doubts,
    entitled,
    made_good,
    refused,
)
from quorate.rules.finding import LeftOut
from quorate.rules.membership import Entry, Membership, Seat
from quorate.rules.sets import Ground, Scene, organisations, taker
from quorate.rules.verdict import Verdict

UNNAMED = "the names behind a secret ballot"
VOTE_SETS = ("voted", "in favour", "against", "abstained")
SPLIT = "a split vote that no clause allows"
SETS = {"for": "in favour", "against": "against", "abstain": "abstained"}


@dataclass(frozen=True, slots=True)
class Tally:
    """The ballots that count, by what they say, and those that do not."""

    scene: Scene
    left_out: tuple[LeftOut, ...]
    in_favour: Fraction | int | None
    against: Fraction | int | None
    abstained: Fraction | int | None
    named: bool
    """False where only totals are known."""

    saved: tuple[LeftOut, ...] = ()
    """Ballots with a defect that a clause makes good."""

    doubtful: tuple[tuple[str, str], ...] = ()
    """Fields of which the terms are silent, with the seat whose ballot turns on it."""

    membership: Membership | None = None
    """The members by whose votes it was counted, parts of a split vote among them."""


def tally(
    terms: VotingTerms, vote: Vote, *, drop: frozenset[str] = frozenset()
) -> Tally:
    """
    Count the ballots of an item.

    A ballot counts once for each seat that may vote; a guest's, a proxy's that the
    terms do not allow, and one of a seat without a vote are reported and not counted.
    A person in two voting seats has two votes only where votes belong to seats, and
    seats of one organisation have one where votes belong to organisations. `drop` are
    fields of which the terms are silent, taken as keeping a ballot out.

    Executes: decision.one_vote, decision.electorate, decision.split_votes
    """
    item = vote.item
    if item.count is not None or item.secret == "yes":
        return _totals(vote)
    casts = as_known(item.ballots, vote.known_at) + tuple(
        Cast(seat=seat, vote=stance) for seat, stance in item.votes
    )
    kept: list[tuple[Entry, Cast]] = []
    left_out: list[LeftOut] = []
    saved: list[LeftOut] = []
    doubtful: list[tuple[str, str]] = []
    electorate = _electorate(terms, vote)
    for cast in casts:
        why = refused(terms, vote, cast)
        if not why and electorate is not None and cast.seat not in electorate:
            why = "not among those who may vote on this"
        if why and terms.savings and made_good(terms, vote, cast, why):
            saved.append(LeftOut(cast.seat, why, terms.savings.clause))
            why = ""
        if why:
            left_out.append(LeftOut(cast.seat, why))
            continue
        open_fields = tuple(doubts(terms, vote, cast))
        doubtful += [(name, cast.seat) for name in open_fields]
        if drop.intersection(open_fields):
            continue
        person = vote.person(cast)
        holder = vote.membership.holders.get(cast.seat) == person
        kept.append((Entry(cast.seat, person, holder), cast))
    counted = _once_each(terms.decision, vote.membership, kept, left_out)
    return _named(
        terms,
        vote,
        counted,
        electorate=electorate,
        drop=drop,
        left_out=left_out,
        saved=saved,
        doubtful=doubtful,
    )


def _named(
    terms: VotingTerms,
    vote: Vote,
    counted: list[tuple[Entry, Cast]],
    *,
    electorate: frozenset[str] | None,
    drop: frozenset[str],
    left_out: list[LeftOut],
    saved: list[LeftOut],
    doubtful: list[tuple[str, str]],
) -> Tally:
    membership, counted = _apart(vote.membership, counted)
    by_vote = {
        stance: tuple(entry for entry, cast in counted if cast.vote == stance)
        for stance in SETS
    }
    present = vote.room.entries + tuple(entry for _, entry in vote.room.doubtful)
    voters = tuple(
        one
        for one in entitled(terms, vote, vote.room.entries)
        if (electorate is None or one.seat in electorate)
        and not ("votes" in drop and vote.membership.unsaid_vote(one.seat))
    )
    scene: Scene = {
        "present": present,
        "entitled": voters or tuple(dict.fromkeys(entry for entry, _ in counted)),
        "in favour": by_vote["for"],
        "against": by_vote["against"],
        "abstained": by_vote["abstain"],
        "voted": by_vote["for"] + by_vote["against"],
    }
    numbers = _numbers(counted, membership)
    return Tally(
        scene,
        tuple(sorted(left_out, key=lambda one: (one.who, one.why))),
        numbers["for"],
        numbers["against"],
        numbers["abstain"],
        named=True,
        saved=tuple(saved),
        doubtful=tuple(sorted(set(doubtful))),
        membership=membership,
    )


def _numbers(
    counted: list[tuple[Entry, Cast]], membership: Membership
) -> dict[str, Fraction]:
    """Return how much voted each way; a seat whose votes are not stated weighs one."""
    found = dict.fromkeys(SETS, Fraction(0))
    for entry, cast in counted:
        found[cast.vote] += membership.votes_of(entry.seat) or Fraction(1)
    return found


def _apart(
    membership: Membership, counted: list[tuple[Entry, Cast]]
) -> tuple[Membership, list[tuple[Entry, Cast]]]:
    """Make a place of its own for each part of a vote that was cast apart."""
    seats = [entry.seat for entry, _ in counted]
    parts: list[Seat] = []
    found: list[tuple[Entry, Cast]] = []
    for entry, cast in counted:
        if seats.count(entry.seat) == 1:
            found.append((entry, cast))
            continue
        whole = membership.by_name[entry.seat]
        part = replace(
            whole,
            name=f"{entry.seat} ({cast.vote})",
            votes=Fraction(cast.votes or 0),
            # A part is no seat that somebody could hold, so it stands in no count of
            # seats; it only has its own weight.
            optional=True,
        )
        parts.append(part)
        found.append((entry._replace(seat=part.name), cast))
    if not parts:
        return membership, counted
    return replace(membership, seats=(*membership.seats, *parts)), found


def _electorate(terms: VotingTerms, vote: Vote) -> frozenset[str] | None:
    """Return the seats that may vote on the matter; None where nothing is said."""
    wanted = terms.decision.electorate
    if wanted is None or (vote.item.rulings and wanted == Set("entitled")):
        return None
    # Whether somebody was there is another reason; a proxy or a meeting without a
    # roll must not run into it here.
    everybody = vote.membership.filled
    scene: Scene = {"present": everybody, "entitled": everybody}
    found = taker(wanted, Ground(vote.membership))(scene)
    if isinstance(found, Verdict):
        return None
    return frozenset(entry.seat for entry in found)


def _once_each(
    decision: Decision,
    membership: Membership,
    kept: list[tuple[Entry, Cast]],
    left_out: list[LeftOut],
) -> list[tuple[Entry, Cast]]:
    """Drop votes that nobody has: a seat's second, a person's, an organisation's."""
    counted: list[tuple[Entry, Cast]] = []
    for seat, given in _by_seat(kept).items():
        if len({cast.vote for _, cast in given}) == 1:
            counted.append(given[0])
        elif decision.split_votes == "yes" and _fits(seat, given, membership):
            counted += given
        else:
            left_out.append(LeftOut(seat, SPLIT))
    if decision.one_vote == "seat":
        return counted
    return _one_of_each(decision, membership, counted, left_out)


def _by_seat(kept: list[tuple[Entry, Cast]]) -> dict[str, list[tuple[Entry, Cast]]]:
    found: dict[str, list[tuple[Entry, Cast]]] = {}
    for entry, cast in kept:
        found.setdefault(entry.seat, []).append((entry, cast))
    return found


def _fits(seat: str, given: list[tuple[Entry, Cast]], membership: Membership) -> bool:
    """Tell if the parts that were cast are no more than the votes of the seat."""
    return sum(cast.votes or 0 for _, cast in given) <= membership.votes_of(seat)


def _one_of_each(
    decision: Decision,
    membership: Membership,
    counted: list[tuple[Entry, Cast]],
    left_out: list[LeftOut],
) -> list[tuple[Entry, Cast]]:
    """
    Keep one vote of each person, or of each organisation, in the order of the seats.

    Two that contradict each other cancel out: nobody can say which of them was meant.
    """
    order = {seat.name: place for place, seat in enumerate(membership.seats)}
    counted = sorted(counted, key=lambda one: order[one[0].seat])
    of_organisation = decision.one_vote == "organisation"
    taken: dict[object, tuple[Entry, Cast]] = {}
    again = (
        "second vote of the same organisation"
        if of_organisation
        else "second vote of the same person"
    )
    contradicted: set[object] = set()
    whose = [_whose(entry, membership, of_organisation) for entry, _ in counted]
    for owner, (entry, cast) in zip(whose, counted, strict=True):
        first = taken.setdefault(owner, (entry, cast))
        if first[0].seat == entry.seat:
            continue
        if first[1].vote == cast.vote:
            left_out.append(LeftOut(entry.seat, again))
        else:
            contradicted.add(owner)
    for owner, (entry, _) in zip(whose, counted, strict=True):
        if owner in contradicted:
            left_out.append(LeftOut(entry.seat, "votes that contradict each other"))
    seats = {
        entry.seat for owner, (entry, _) in taken.items() if owner not in contradicted
    }
    return [one for one in counted if one[0].seat in seats]


def _whose(entry: Entry, membership: Membership, of_organisation: bool) -> object:  # noqa: FBT001  The unit is the subject.
    if not of_organisation:
        return entry.person
    return organisations((entry,), membership) or entry.seat


def _totals(vote: Vote) -> Tally:
    """Take totals: nobody knows who is behind them."""
    item, room = vote.item, vote.room
    numbers = _counted(item)
    entries = {
        word: None
        if number is None
        else tuple(Entry(name, name) for name in _unnamed(word, number))
        for word, number in numbers.items()
    }
    in_favour, against = entries["in favour"], entries["against"]
    known = in_favour is not None and against is not None
    present = room.entries + tuple(entry for _, entry in room.doubtful)
    scene: Scene = {
        "present": present if room.recorded else None,
        "entitled": tuple(one for one in present if vote.membership.votes_of(one.seat)),
        "voted": (in_favour or ()) + (against or ()) if known else None,
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


def _unnamed(word: str, number: int) -> Iterator[str]:
    return (f"{word} {one}" for one in range(1, number + 1))


def _counted(item: Item) -> dict[str, int | None]:
    if item.count is not None:
        return {
            "in favour": item.count.in_favour,
            "against": item.count.against,
            "abstained": item.count.abstained,
        }
    votes = [one.vote for one in item.ballots] + [vote for _, vote in item.votes]
    return {word: votes.count(stance) for stance, word in SETS.items()}


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


def seats_in(doubtful: Iterable[tuple[str, str]], field: str) -> tuple[str, ...]:
    """Return the seats whose ballots turn on a field."""
    return tuple(seat for name, seat in doubtful if name == field)
