"""What a meeting decided on an item: by agreement or by ballot, declared or counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.facts.meeting import Item
from quorate.facts.people import not_after
from quorate.rules.ballots import Tally, VotingTerms, tally, without_names
from quorate.rules.finding import Explanation, Finding, LeftOut, Reason
from quorate.rules.quorum import Sitting, quorum
from quorate.rules.readings import readings_of
from quorate.rules.reasons import reason_for
from quorate.rules.roll import Counting, Room, room_at
from quorate.rules.testing import Ground, ready
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

AGREED = ("agreement", "consensus")
WITHOUT_QUORUM = {
    "no business": "no effect",
    "in principle": "in principle",
    "advisory": "advisory",
    "informal discussion": "no effect",
    "adjourned": "no effect",
    "adjourned and then those present suffice": "no effect",
    "by correspondence": "no effect",
}
"""By what the terms say of a room without its quorum, what a decision is then worth."""


@dataclass(frozen=True, slots=True)
class DecidingTerms:
    """The rules that bear on one decision."""

    voting: VotingTerms
    quorum: Quorum | None = None
    minutes_agreed: datetime | date | None = None
    """When the minutes of the meeting were agreed; None while they were not."""

    @property
    def decision(self) -> Decision:
        """The rule by which the matter is decided."""
        return self.voting.decision


@dataclass(frozen=True, slots=True)
class _Outcome:
    verdict: Verdict
    outcome: str
    because: Reason
    notes: tuple[Reason, ...] = ()


def decide(terms: DecidingTerms, sitting: Sitting, item: Item) -> Finding:
    """
    Say what a meeting decided on an item.

    The outcome is one of: agreed, not agreed, carried, lost, declared carried,
    declared lost, in principle, advisory, no effect, no decision. The verdict is met
    where the matter was agreed or carried, whatever that is worth; the outcome says
    what it is worth. Whether the body had the power is another question.

    Executes: decision.method, decision.carried_if, decision.tie, decision.silence,
    decision.voting, decision.declaration, decision.confirmed_after, quorum.if_not
    """
    judged = _decide(terms, sitting, item)

    def explain() -> Explanation:
        def judge(varied: Decision) -> tuple[Verdict, str]:
            voting = _with(terms.voting, varied)
            found = _decide(
                DecidingTerms(voting, terms.quorum, terms.minutes_agreed), sitting, item
            )
            return found.verdict, found.outcome

        readings = readings_of(terms.decision, judge)
        if terms.quorum is not None:
            readings += quorum(
                terms.quorum, sitting, item=item.name
            ).explanation.readings
        return Explanation(judged.because, (), readings, None, judged.notes)

    return Finding(
        "decision",
        judged.verdict,
        outcome=judged.outcome,
        clause=terms.decision.clause,
        explain=explain,
    )


def _with(voting: VotingTerms, decision: Decision) -> VotingTerms:
    return VotingTerms(
        decision,
        voting.substitutes,
        voting.interests,
        voting.savings,
        voting.appointments,
    )


def _decide(terms: DecidingTerms, sitting: Sitting, item: Item) -> _Outcome:
    room = _room(terms, sitting, item)
    balloted = bool(
        item.ballots or item.votes or item.count or item.declared in ("carried", "lost")
    )
    decision = terms.decision
    voted = balloted and decision.voting != "forbidden"
    if decision.method in AGREED and not (
        voted and (decision.voting == "if asked for" or decision.then)
    ):
        found = _agreed(decision, item)
        if balloted and decision.voting == "forbidden":
            note = Reason("no vote is taken here", MET, decision.clause)
            found = _Outcome(found.verdict, found.outcome, found.because, (note,))
    elif decision.voting == "if asked for" and not voted and not item.declared:
        found = _agreed(decision, item)
    else:
        found = _balloted(terms, sitting, room, item)
    return _worth(terms, sitting, item, found)


def _room(terms: DecidingTerms, sitting: Sitting, item: Item) -> Room:
    """Return who may be counted among those present when the item was decided."""
    counting = Counting("yes", "yes", "yes", "yes")
    interests = terms.voting.interests
    if interests is not None and interests.denominator == "not counted":
        counting = Counting("yes", "yes", "yes", "no")
    moment = sitting.meeting.moment(item.at) or sitting.meeting.opens
    return room_at(
        sitting.meeting,
        sitting.membership,
        counting,
        substitutes=sitting.substitutes,
        at=moment,
        item=item.name,
        known_at=sitting.known_at,
    )


def _agreed(decision: Decision, item: Item) -> _Outcome:
    """
    Judge agreement: nobody objects, and somebody agrees.

    Silence in the room is assent only where the terms or an interpretation say so.
    """
    clause = decision.clause
    if item.objections:
        reason = Reason(
            "objected",
            NOT_MET,
            clause,
            need=0,
            have=len(item.objections),
            counted=tuple(sorted(item.objections)),
            values={"otherwise": decision.otherwise or "not stated"},
        )
        return _Outcome(NOT_MET, "not agreed", reason)
    spoken = item.declared in ("agreed", "carried", "carried unanimously")
    if spoken or decision.silence == "assent":
        if item.agreed_by_none == "yes" and not spoken:
            return _Outcome(
                NOT_MET, "no decision", Reason("nobody agreed", NOT_MET, clause)
            )
        values = {"silence": decision.silence or "not needed"}
        reason = Reason("nobody objected", MET, clause, values=values)
        return _Outcome(MET, "agreed", reason)
    if decision.silence:
        return _Outcome(
            NOT_MET,
            "no decision",
            Reason(
                "nobody agreed", NOT_MET, clause, values={"silence": decision.silence}
            ),
        )
    return _Outcome(
        NOT_STATED,
        "",
        Reason("silent", NOT_STATED, clause, values={"field": "silence"}),
    )


def _balloted(
    terms: DecidingTerms, sitting: Sitting, room: Room, item: Item
) -> _Outcome:
    decision = terms.decision
    votes = tally(
        terms.voting,
        sitting.membership,
        room,
        item,
        held=sitting.meeting.moment(item.at) or sitting.meeting.opens or date.min,
        known_at=sitting.known_at,
    )
    notes = tuple(
        Reason("silent", NOT_STATED, decision.clause, values={"field": name})
        for name in votes.silent
    ) + tuple(
        Reason("made good", MET, one.clause, values={"who": one.who, "why": one.why})
        for one in votes.saved
    )
    if decision.carried_if is None:
        because = Reason(
            "silent", NOT_STATED, decision.clause, values={"field": "carried_if"}
        )
        found = _Outcome(NOT_STATED, "", because, notes)
    else:
        test = (
            decision.carried_if if votes.named else without_names(decision.carried_if)
        )
        ground = Ground(sitting.membership, rulings=sitting.rulings)
        verdict = ready(test, ground)(votes.scene)
        because = reason_for(
            test, ground, votes.scene, clause=decision.clause, left_out=votes.left_out
        )
        found = _Outcome(verdict, _called(verdict), because, notes)
        if _tied(votes) and verdict is NOT_MET:
            found = _tie(decision, sitting, item, votes, found)
    return _declared(terms, sitting, item, votes, found)


def _called(verdict: Verdict) -> str:
    return {MET: "carried", NOT_MET: "lost"}.get(verdict, "")


def _tied(votes: Tally) -> bool:
    return votes.in_favour is not None and votes.in_favour == votes.against


def _tie(
    decision: Decision, sitting: Sitting, item: Item, votes: Tally, found: _Outcome
) -> _Outcome:
    """Say what equal votes come to: not carried, unless the terms settle it."""
    values = {"tie": decision.tie or "not stated", "votes": str(votes.in_favour)}
    note = Reason("equal votes", MET, decision.clause, values=values)
    notes = (*found.notes, note)
    if decision.tie == "casting vote" and item.casting_vote in ("for", "against"):
        wrong = _not_the_caster(decision, sitting, item)
        if wrong:
            bad = Reason(
                "not theirs to cast",
                NOT_MET,
                decision.clause,
                left_out=(LeftOut(item.casting_by, wrong),),
            )
            return _Outcome(NOT_MET, "lost", found.because, (*notes, bad))
        verdict = MET if item.casting_vote == "for" else NOT_MET
        cast = Reason(
            "casting vote",
            verdict,
            decision.clause,
            counted=(item.casting_by,) if item.casting_by else (),
            values={"vote": item.casting_vote},
            parts=(found.because,),
        )
        return _Outcome(verdict, _called(verdict), cast, notes)
    if decision.tie == "by lot":
        if not item.drawn:
            reason = Reason("no lot on record", UNKNOWN, decision.clause)
            return _Outcome(UNKNOWN, "", reason, notes)
        reason = Reason("by lot", MET, decision.clause, values={"drawn": item.drawn})
        return _Outcome(MET, "carried", reason, notes)
    return _Outcome(NOT_MET, "lost", found.because, notes)


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
    terms: DecidingTerms, sitting: Sitting, item: Item, votes: Tally, found: _Outcome
) -> _Outcome:
    """
    Hold the declared result beside the count.

    Where the terms make a declaration conclusive it stands, and the difference is
    kept. Elsewhere the count goes before it if somebody challenged it at the meeting
    or before the minutes were agreed; after that the agreed minute stands.
    """
    decision = terms.decision
    carried = item.declared in ("carried", "carried unanimously", "agreed")
    if not item.declared:
        return found
    said = "carried" if carried else "lost"
    counted = {MET: "carried", NOT_MET: "lost"}.get(found.verdict, "")
    verdict = MET if carried else NOT_MET
    nothing_counted = votes.in_favour is None or (
        votes.named and not item.ballots and not item.votes
    )
    if nothing_counted or not counted:
        reason = Reason(
            "declared without numbers",
            verdict,
            decision.clause,
            values={"declared": item.declared},
        )
        margin = Reason("margin unknown", UNKNOWN, decision.clause)
        return _Outcome(verdict, said, reason, (*found.notes, margin))
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
        reason = Reason(
            "declared",
            verdict,
            decision.clause,
            values={"declared": item.declared},
            parts=(found.because,),
        )
        return _Outcome(verdict, f"declared {said}", reason, notes)
    if _challenged_in_time(terms, sitting, item):
        return _Outcome(found.verdict, found.outcome, found.because, notes)
    if terms.minutes_agreed is not None:
        reason = Reason(
            "the agreed minute stands",
            verdict,
            decision.clause,
            values={"declared": item.declared},
            parts=(found.because,),
        )
        return _Outcome(verdict, f"declared {said}", reason, notes)
    return _Outcome(found.verdict, found.outcome, found.because, notes)


def _challenged_in_time(terms: DecidingTerms, sitting: Sitting, item: Item) -> bool:
    challenged = sitting.meeting.moment(item.challenged)
    if challenged is None:
        return False
    agreed = terms.minutes_agreed
    return agreed is None or not_after(challenged, agreed)


def _worth(
    terms: DecidingTerms, sitting: Sitting, item: Item, found: _Outcome
) -> _Outcome:
    """Say what a decision is worth under the quorum at its moment."""
    if terms.quorum is None or found.verdict is not MET:
        return found
    standing = quorum(terms.quorum, sitting, item=item.name)
    if standing.verdict is MET:
        return _confirmation(terms, item, found)
    values = {"effect": terms.quorum.if_not, "verdict": standing.verdict.value}
    note = Reason(
        "without its quorum",
        standing.verdict,
        terms.quorum.clause,
        values=values,
        parts=(standing.because,),
    )
    notes = (*found.notes, note)
    if standing.verdict is not NOT_MET:
        return _Outcome(standing.verdict, "", found.because, notes)
    worth = WITHOUT_QUORUM.get(terms.quorum.if_not)
    if worth is None:
        return _Outcome(NOT_STATED, "", found.because, notes)
    verdict = NOT_MET if worth == "no effect" else MET
    return _Outcome(verdict, worth, found.because, notes)


def _confirmation(terms: DecidingTerms, item: Item, found: _Outcome) -> _Outcome:
    """Mark a decision that a second one must confirm, and one that confirms another."""
    notes = found.notes
    outcome = found.outcome
    decision = terms.decision
    if item.confirms:
        note = Reason(
            "confirms", MET, decision.clause, values={"decision": item.confirms}
        )
        notes = (*notes, note)
    elif decision.confirmed_after is not None:
        outcome = "to be confirmed"
        values = {"after": str(decision.confirmed_after)}
        notes = (*notes, Reason("to be confirmed", MET, decision.clause, values=values))
    if item.subject_to:
        outcome = "subject to another body"
        note = Reason(
            "subject to", MET, decision.clause, values={"body": item.subject_to}
        )
        notes = (*notes, note)
    return _Outcome(found.verdict, outcome, found.because, notes)
