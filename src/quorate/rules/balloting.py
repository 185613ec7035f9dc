"""What a vote comes to: the count, equal votes, and the result that was declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from quorate.charter.kinds.deciding import Decision
from quorate.facts.meeting import Item
from quorate.facts.people import not_after
from quorate.rules.ballots import Tally, seats_in, tally, without_names
from quorate.rules.entitlement import Vote, VotingTerms, entitled
from quorate.rules.finding import LeftOut, Reason
from quorate.rules.reasons import reason_for
from quorate.rules.roll import Room, is_there
from quorate.rules.sets import Ground
from quorate.rules.sitting import Sitting
from quorate.rules.testing import ready
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

CARRIED = ("carried", "carried unanimously", "agreed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision came to, and why."""

    verdict: Verdict
    outcome: str
    because: Reason
    notes: tuple[Reason, ...] = ()


def balloted(
    terms: VotingTerms,
    sitting: Sitting,
    room: Room,
    item: Item,
    *,
    minutes_agreed: datetime | date | None = None,
) -> Outcome:
    """
    Say what a vote comes to.

    Where the terms are silent on what a ballot is worth, the count is made with and
    without it: the result is not stated if they differ, and else it stands with a note.
    Where nothing of a vote is on record, nobody can say whether there was one.
    `minutes_agreed` is when the minutes of the meeting were agreed.

    Executes: decision.carried_if, decision.tie, decision.casting_vote,
    decision.declaration
    """
    vote = _vote(terms.decision, sitting, room, item)
    if _nothing_recorded(terms, vote):
        gap = Reason("no vote on record", UNKNOWN, terms.decision.clause)
        return Outcome(UNKNOWN, "no decision", gap)
    votes = tally(terms, vote)
    found = _of(terms, sitting, item, votes)
    fields = sorted({name for name, _ in votes.doubtful})
    others: dict[frozenset[str], Outcome] = {}
    for answers in product((False, True), repeat=len(fields)):
        drop = frozenset(name for name, out in zip(fields, answers, strict=True) if out)
        if drop:
            dropped = tally(terms, vote, drop=drop)
            others[drop] = _of(terms, sitting, item, dropped)
    notes = found.notes + tuple(_silences(terms.decision, votes, others))
    results = {(one.verdict, one.outcome) for one in (found, *others.values())}
    if len(results) > 1:
        found = Outcome(NOT_STATED, "", found.because, notes)
    else:
        found = Outcome(found.verdict, found.outcome, found.because, notes)
    return _declared(terms.decision, sitting, votes, found, minutes_agreed, item=item)


def _nothing_recorded(terms: VotingTerms, vote: Vote) -> bool:
    """Tell if nobody recorded a vote, though somebody could have voted."""
    item = vote.item
    if item.ballots or item.votes or item.count or item.declared:
        return False
    return not vote.room.recorded or bool(entitled(terms, vote, vote.room.entries))


def _vote(decision: Decision, sitting: Sitting, room: Room, item: Item) -> Vote:
    meeting = sitting.meeting
    decided = meeting.moment(item.at)
    held = decided or meeting.opens or date.min
    late = frozenset(
        one.person
        for one in item.interests
        if decided is not None
        and (declared := meeting.moment(one.declared)) is not None
        and not not_after(declared, decided)
    )
    there = None
    if meeting.present and room.recorded:
        there = frozenset(
            one.person
            for one in meeting.present
            if is_there(
                one, meeting, decided or meeting.opens, lost_line=sitting.lost_line
            )
        )
    return Vote(
        item,
        sitting.membership,
        room,
        held,
        there,
        late,
        sitting.known_at,
        _barred(decision, sitting),
    )


def _barred(decision: Decision, sitting: Sitting) -> dict[str, str]:
    """Return who has no vote of their own in this meeting, and why."""
    found = {}
    if sitting.remote is not None and sitting.remote.may_vote == "no":
        for one in sitting.meeting.present:
            if one.how == "remote":
                found[one.person] = "no vote from elsewhere"
    if decision.chair_votes_first == "no":
        presided = sitting.meeting.presided_by
        people = sitting.membership.offices.get(decision.casting_vote, frozenset())
        if decision.casting_vote == "presiding" and presided:
            people = frozenset((presided,))
        for person in people:
            found[person] = "the casting vote alone"
    return found


def _silences(
    decision: Decision, votes: Tally, others: dict[frozenset[str], Outcome]
) -> Iterator[Reason]:
    """Say of each field that is silent what the result is without those ballots."""
    for drop, without in others.items():
        if len(drop) > 1:
            continue
        (field,) = drop
        yield Reason("silent", NOT_STATED, decision.clause, values={"field": field})
        yield Reason(
            "without the vote",
            MET,
            decision.clause,
            counted=seats_in(votes.doubtful, field),
            values={"field": field, "without": without.outcome or "not stated"},
        )


def _of(terms: VotingTerms, sitting: Sitting, item: Item, votes: Tally) -> Outcome:
    decision = terms.decision
    notes = tuple(
        Reason("made good", MET, one.clause, values={"who": one.who, "why": one.why})
        for one in votes.saved
    )
    if decision.carried_if is None:
        silent = Reason(
            "silent",
            NOT_STATED,
            decision.clause,
            left_out=votes.left_out,
            values={"field": "carried_if"},
        )
        return Outcome(NOT_STATED, "", silent, notes)
    test = decision.carried_if if votes.named else without_names(decision.carried_if)
    ground = Ground(votes.membership or sitting.membership, rulings=sitting.rulings)
    verdict = ready(test, ground)(votes.scene)
    because = reason_for(
        test, ground, votes.scene, clause=decision.clause, left_out=votes.left_out
    )
    found = Outcome(verdict, called(verdict), because, notes)
    if _tied(votes) and verdict is NOT_MET:
        return _tie(decision, sitting, item, votes, found)
    return found


def called(verdict: Verdict) -> str:
    """Return the word for a vote's result."""
    return {MET: "carried", NOT_MET: "lost"}.get(verdict, "")


def _tied(votes: Tally) -> bool:
    return bool(votes.in_favour) and votes.in_favour == votes.against


def _tie(
    decision: Decision, sitting: Sitting, item: Item, votes: Tally, found: Outcome
) -> Outcome:
    """Say what equal votes come to: not carried, unless the terms settle it."""
    values = {"tie": decision.tie or "not stated", "votes": str(votes.in_favour)}
    note = Reason("equal votes", MET, decision.clause, values=values)
    notes = (*found.notes, note)
    if decision.tie == "casting vote" and item.casting_vote in ("for", "against"):
        return _cast(decision, sitting, item, found, notes)
    if decision.tie == "by lot":
        if not item.drawn:
            reason = Reason("no lot on record", UNKNOWN, decision.clause)
            return Outcome(UNKNOWN, "", reason, notes)
        verdict = NOT_MET if item.drawn == "against" else MET
        reason = Reason(
            "by lot", verdict, decision.clause, values={"drawn": item.drawn}
        )
        return Outcome(verdict, called(verdict), reason, notes)
    return Outcome(NOT_MET, "lost", found.because, notes)


def _cast(
    decision: Decision,
    sitting: Sitting,
    item: Item,
    found: Outcome,
    notes: tuple[Reason, ...],
) -> Outcome:
    wrong = _not_the_caster(decision, sitting, item)
    if wrong:
        bad = Reason(
            "not theirs to cast",
            NOT_MET,
            decision.clause,
            left_out=(LeftOut(item.casting_by, wrong),),
        )
        return Outcome(NOT_MET, "lost", found.because, (*notes, bad))
    verdict = MET if item.casting_vote == "for" else NOT_MET
    cast = Reason(
        "casting vote",
        verdict,
        decision.clause,
        counted=(item.casting_by,) if item.casting_by else (),
        values={"vote": item.casting_vote},
        parts=(found.because,),
    )
    return Outcome(verdict, called(verdict), cast, notes)


def _not_the_caster(decision: Decision, sitting: Sitting, item: Item) -> str:
    """Return why somebody has no casting vote; the one who presides has it."""
    by = item.casting_by
    if not by:
        return ""
    presiding = sitting.meeting.presided_by
    if decision.casting_vote in ("", "presiding"):
        return "" if not presiding or by == presiding else "did not preside"
    people = sitting.membership.offices.get(decision.casting_vote, frozenset())
    return "" if by in people or by == presiding else "did not preside"


def _declared(
    decision: Decision,
    sitting: Sitting,
    votes: Tally,
    found: Outcome,
    minutes_agreed: datetime | date | None,
    *,
    item: Item,
) -> Outcome:
    """
    Hold the declared result beside the count.

    Where the terms make a declaration conclusive it stands, and the difference is
    kept. Elsewhere the count goes before it if somebody challenged it at the meeting
    or before the minutes were agreed; after that the agreed minute stands.
    """
    if not item.declared:
        return found
    said, counted = "carried" if item.declared in CARRIED else "lost", found.outcome
    verdict = MET if said == "carried" else NOT_MET
    values = {"declared": item.declared}
    nothing_counted = votes.in_favour is None or (
        votes.named and not item.ballots and not item.votes
    )
    if nothing_counted or not counted:
        reason = Reason(
            "declared without numbers", verdict, decision.clause, values=values
        )
        margin = Reason("margin unknown", UNKNOWN, decision.clause)
        return Outcome(verdict, said, reason, (*found.notes, margin))
    if said == counted:
        return found
    differs = Reason(
        "the count differs",
        MET,
        decision.clause,
        values={"declared": said, "count": counted},
    )
    notes = (*found.notes, differs)
    if decision.declaration == "conclusive":
        says = "declared"
    elif minutes_agreed is not None and not _challenged_in_time(
        sitting, item, minutes_agreed
    ):
        says = "the agreed minute stands"
    else:
        return Outcome(found.verdict, found.outcome, found.because, notes)
    reason = Reason(
        says, verdict, decision.clause, values=values, parts=(found.because,)
    )
    return Outcome(verdict, f"declared {said}", reason, notes)


def _challenged_in_time(
    sitting: Sitting, item: Item, minutes_agreed: datetime | date
) -> bool:
    challenged = sitting.meeting.moment(item.challenged)
    return challenged is not None and not_after(challenged, minutes_agreed)
