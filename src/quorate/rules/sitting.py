"""A meeting with its members, and how the terms count those who are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.expressions import Compare, Comparison, Number, Set, Test, Unit
from quorate.charter.kinds.meetings import Interests, RemotePresence
from quorate.charter.kinds.membership import Seats, Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.facts.meeting import Meeting
from quorate.facts.people import Substitution
from quorate.rules.membership import Membership
from quorate.rules.roll import Counting, Room, room_at
from quorate.rules.sets import Ground

TWO_PEOPLE = Compare(Set("present"), Comparison.AT_LEAST, Number(2), Unit.PERSON)
"""What 'those present' comes to where no number is given: nobody meets alone."""

OF_INTEREST = {"counted": "yes", "not counted": "no"}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with the members it is a meeting of."""

    meeting: Meeting
    membership: Membership
    substitutes: tuple[Substitution, ...] = ()
    rulings: Mapping[str, bool] | None = None
    known_at: datetime | date | None = None
    reconvened: bool = False
    """Whether it was adjourned for want of a quorum and has come together again."""

    left_over: frozenset[str] | None = None
    """The items that the adjourned meeting had left; None where they are not known."""

    standing_in: Substitutes | None = None
    """The rule on substitutes, where there is one."""

    interests: Interests | None = None
    """The rule on interests, where there is one."""

    seats: Seats | None = None
    """The rule that makes the seats, for its readings."""

    remote: RemotePresence | None = None
    """The rule on taking part from elsewhere, where there is one."""

    @property
    def lost_line(self) -> int | None:
        """Minutes for which a lost line changes nothing; None where nothing is said."""
        return self.remote.grace if self.remote is not None else None


def needed(terms: Quorum, sitting: Sitting, item: str) -> Test:
    """
    Return the test that a meeting must meet, for the item in hand.

    A meeting that comes together again has a test of its own, for the business that
    was left over and for no other.

    Executes: quorum.reconvened, quorum.if_not
    """
    if not sitting.reconvened:
        return terms.needs
    if item and sitting.left_over is not None and item not in sitting.left_over:
        return terms.needs
    if terms.reconvened is not None:
        return terms.reconvened
    if terms.if_not == "adjourned and then those present suffice":
        return TWO_PEOPLE
    return terms.needs


def ground_of(
    terms: Quorum,
    membership: Membership,
    rulings: Mapping[str, bool] | None = None,
    standing_in: Substitutes | None = None,
) -> Ground:
    """
    Return what a quorum is read against.

    Executes: quorum.membership, quorum.steps, quorum.suspended_count,
    quorum.without_vote_count, substitutes.may_preside
    """
    return Ground(
        membership,
        terms.membership,
        terms.steps,
        terms.suspended_count == "yes",
        rulings,
        terms.without_vote_count != "no",
        standing_in is not None and standing_in.may_preside == "yes",
    )


def counting_of(sitting: Sitting, terms: Quorum | None = None) -> Counting:
    """
    Return how those are counted whose presence could count either way.

    Without a quorum everybody counts who takes part; what the terms say of interests
    and substitutes holds all the same. Where nobody may take part from elsewhere,
    nobody counts who does; else the quorum's own word goes before the general one.

    Executes: interests.denominator, interests.quorum, remote_presence.allowed,
    remote_presence.counts
    """
    replaces, may_send = _stood_in(sitting)
    interests = sitting.interests
    if terms is None:
        share = OF_INTEREST.get(interests.denominator if interests else "", "yes")
        remote = _from_elsewhere(sitting, "yes")
        return Counting(
            "yes", "yes", remote, share, replaces, may_send, sitting.lost_line
        )
    of_interest = OF_INTEREST.get(interests.quorum if interests else "", "")
    return Counting(
        terms.substitutes_count,
        terms.without_vote_count,
        _from_elsewhere(sitting, terms.remote_counts),
        terms.conflicted_count or of_interest,
        replaces,
        may_send,
        sitting.lost_line,
        interests is not None and interests.quorum == "not counted",
    )


def _from_elsewhere(sitting: Sitting, counts: str) -> str:
    """Return whether those who take part from elsewhere count."""
    rule = sitting.remote
    if rule is None:
        return counts
    return "no" if rule.allowed == "no" else counts or rule.counts


def _stood_in(sitting: Sitting) -> tuple[str, frozenset[str] | None]:
    rule = sitting.standing_in
    if rule is None:
        return "", None
    if rule.allowed == "no":
        return rule.replaces, frozenset()
    if not rule.for_seats:
        return rule.replaces, None
    seats = sitting.membership.seats_of
    may_send = frozenset(one for name in rule.for_seats for one in seats(name))
    return rule.replaces, may_send


def room_of(
    sitting: Sitting, counting: Counting, *, at: datetime | date | None, item: str
) -> Room:
    """
    Return who is in the room at a moment and counts.

    The day of the meeting alone means its opening.
    """
    opens = sitting.meeting.opens
    if (
        isinstance(opens, datetime)
        and not isinstance(at, datetime)
        and at == opens.date()
    ):
        at = opens
    return room_at(
        sitting.meeting,
        sitting.membership,
        counting,
        substitutes=sitting.substitutes,
        at=at,
        item=item,
        known_at=sitting.known_at,
    )
