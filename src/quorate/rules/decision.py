"""What a meeting decided on an item: by agreement or by ballot; what that is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.facts.meeting import Item
from quorate.rules.balloting import CARRIED, Outcome, balloted
from quorate.rules.entitlement import VotingTerms
from quorate.rules.finding import Explanation, Finding, Reason
from quorate.rules.quorum import quorum
from quorate.rules.readings import readings_of
from quorate.rules.roll import Room
from quorate.rules.seat_readings import seat_readings
from quorate.rules.sitting import Sitting, counting_of, room_of
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, Verdict

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

    next_rule: Decision | None = None
    """The decision rule that is tried next where there is no agreement."""

    @property
    def decision(self) -> Decision:
        """The rule by which the matter is decided."""
        return self.voting.decision


def decide(terms: DecidingTerms, sitting: Sitting, item: Item) -> Finding:
    """
    Say what a meeting decided on an item.

    The outcome is one of: agreed, not agreed, carried, lost, declared carried,
    declared lost, in principle, advisory, no effect, no decision. The verdict is met
    where the matter was agreed or carried, whatever that is worth; the outcome says
    what it is worth. Whether the body had the power is another question.

    Executes: decision.method, decision.carried_if, decision.tie, decision.silence,
    decision.voting, decision.then, decision.declaration, decision.confirmed_after,
    decision.effect, decision.otherwise, decision.declared_by, quorum.if_not
    """
    judged = _decide(terms, sitting, item)

    def explain() -> Explanation:
        def judge(varied: Decision) -> tuple[Verdict, str]:
            voting = replace(terms.voting, decision=varied)
            found = _decide(replace(terms, voting=voting), sitting, item)
            return found.verdict, found.outcome

        readings = readings_of(terms.decision, judge)
        if terms.quorum is not None:

            def with_quorum(varied: Quorum) -> tuple[Verdict, str]:
                found = _decide(replace(terms, quorum=varied), sitting, item)
                return found.verdict, found.outcome

            readings += readings_of(terms.quorum, with_quorum)

        def seated(other: Sitting) -> tuple[Verdict, str]:
            found = _decide(terms, other, item)
            return found.verdict, found.outcome

        readings += seat_readings(sitting, seated)
        notes = judged.notes + tuple(_declared_by(terms.decision, sitting, item))
        return Explanation(judged.because, (), readings, None, notes)

    return Finding(
        "decision",
        judged.verdict,
        outcome=judged.outcome,
        clause=judged.because.clause or terms.decision.clause,
        explain=explain,
    )


def _declared_by(rule: Decision, sitting: Sitting, item: Item) -> Iterator[Reason]:
    """Say that somebody else declared a result than the terms have it."""
    by = item.declared_by
    if not by or not rule.declared_by:
        return
    presided = by == sitting.meeting.presided_by and rule.declared_by == "presiding"
    people = sitting.membership.offices.get(rule.declared_by, frozenset())
    if by != rule.declared_by and by not in people and not presided:
        values = {"by": by, "whose": rule.declared_by}
        yield Reason("declared by somebody else", NOT_MET, rule.clause, values=values)


def _decide(terms: DecidingTerms, sitting: Sitting, item: Item) -> Outcome:
    if item.withdrawn == "yes":
        reason = Reason("withdrawn", NOT_MET, terms.decision.clause)
        return Outcome(NOT_MET, "no decision", reason)
    found = _judged(terms, sitting, item)
    if item.follows:
        values = {"follows": item.follows}
        note = Reason("follows", MET, terms.decision.clause, values=values)
        found = replace(found, notes=(*found.notes, note))
    return _worth(terms, sitting, item, found)


def _judged(terms: DecidingTerms, sitting: Sitting, item: Item) -> Outcome:
    decision = terms.decision
    given = bool(item.ballots or item.votes or item.count)
    voted = given or item.declared in ("carried", "carried unanimously", "lost")
    if decision.method in AGREED:
        if voted and decision.voting != "forbidden":
            if decision.then and terms.next_rule is not None:
                return _next(terms, sitting, item, terms.next_rule)
            if decision.voting == "if asked for":
                return _by_vote(terms, sitting, item)
        found = _agreed(decision, item)
        if given and decision.voting == "forbidden":
            note = Reason("no vote is taken here", MET, decision.clause)
            return replace(found, notes=(*found.notes, note))
        return found
    if decision.voting == "if asked for" and not voted and not item.declared:
        return _agreed(decision, item)
    return _by_vote(terms, sitting, item)


def _next(
    terms: DecidingTerms, sitting: Sitting, item: Item, rule: Decision
) -> Outcome:
    """Judge by the rule that the terms try next where there is no agreement."""
    voting = replace(terms.voting, decision=rule)
    found = _judged(replace(terms, voting=voting, next_rule=None), sitting, item)
    values = {"then": rule.name or rule.method}
    note = Reason("without agreement", MET, terms.decision.clause, values=values)
    return replace(found, notes=(*found.notes, note))


def _by_vote(terms: DecidingTerms, sitting: Sitting, item: Item) -> Outcome:
    return balloted(
        terms.voting,
        sitting,
        _room(sitting, item),
        item,
        minutes_agreed=terms.minutes_agreed,
    )


def _room(sitting: Sitting, item: Item) -> Room:
    """Return who may be counted among those present when the item was decided."""
    moment = sitting.meeting.moment(item.at) or sitting.meeting.opens
    return room_of(sitting, counting_of(sitting), at=moment, item=item.name)


def _agreed(decision: Decision, item: Item) -> Outcome:
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
        return Outcome(NOT_MET, "not agreed", reason)
    values = {"silence": decision.silence or "not needed"}
    spoken = item.agreed_by_none != "yes" or item.declared in CARRIED
    if spoken or decision.silence == "assent":
        reason = Reason("nobody objected", MET, clause, values=values)
        return Outcome(MET, "agreed", reason)
    if decision.silence:
        reason = Reason("nobody agreed", NOT_MET, clause, values=values)
        return Outcome(NOT_MET, "no decision", reason)
    silent = Reason("silent", NOT_STATED, clause, values={"field": "silence"})
    return Outcome(NOT_STATED, "", silent)


def _worth(
    terms: DecidingTerms, sitting: Sitting, item: Item, found: Outcome
) -> Outcome:
    """
    Say what a decision is worth under the quorum at its moment.

    Where nothing can be done without a quorum, a motion that was lost has no effect
    either: it was never put.
    """
    if terms.quorum is None or found.verdict not in (MET, NOT_MET):
        return _marked(terms, item, found)
    standing = quorum(terms.quorum, sitting, item=item.name)
    if standing.verdict is MET:
        return _marked(terms, item, found)
    worth = WITHOUT_QUORUM.get(terms.quorum.if_not)
    lost = found.verdict is NOT_MET
    if lost and (standing.verdict is not NOT_MET or worth != "no effect"):
        return found
    if lost and found.outcome == "no decision":
        return found
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
        return Outcome(standing.verdict, "", found.because, notes)
    if worth is None:
        return Outcome(NOT_STATED, "", found.because, notes)
    verdict = NOT_MET if worth == "no effect" else MET
    return Outcome(verdict, worth, found.because, notes)


def _marked(terms: DecidingTerms, item: Item, found: Outcome) -> Outcome:
    """Mark what a decision waits for, what it confirms, and what its kind is worth."""
    if found.verdict is not MET:
        return found
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
    if decision.effect in ("advisory", "recommendation"):
        worth = {"effect": decision.effect}
        notes = (*notes, Reason("of that worth", MET, decision.clause, values=worth))
    return Outcome(found.verdict, outcome, found.because, notes)
