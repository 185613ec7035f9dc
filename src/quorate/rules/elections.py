"""Who was elected to an office: the count, equal votes, a lot, who may hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from quorate.charter.kinds.membership import Role
from quorate.rules.eligibility import Standing, may_hold
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who stood, and how many votes they had."""

    person: str
    votes: int | None = None
    """None where nobody recorded a count."""


@dataclass(frozen=True, slots=True)
class Election:
    """One election to one office, as recorded."""

    office: str
    candidates: tuple[Candidate, ...]
    drawn: str = ""
    """Whom a lot fell on, where one was drawn and recorded."""

    since: tuple[tuple[str, date], ...] = field(default=())
    """By person, since when they have served, where that settles equal votes."""


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    outcome: str
    says: str
    tied: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    why_void: Reason | None = None


def elected(roles: tuple[Role, ...], election: Election, standing: Standing) -> Finding:
    """
    Say who was elected to an office.

    Whoever has most votes is elected; somebody who stands alone is elected without a
    count. The outcome is the person's code, or: tie, void. Equal votes that the terms
    settle by lot need a recorded draw, and are unknown without one; a casting vote is
    never used. It is void where the person elected may not hold the office.

    Executes: role.elected_by, role.tie, role.must_not, role.must_belong_to, role.must
    """
    if not roles:
        return silence("election", "role", body=election.office)
    judged = _judge(roles, election, standing)
    rule = _tie_rule(roles)
    clause = judged.why_void.clause if judged.why_void else rule.clause

    def explain() -> Explanation:
        def judge(varied: Role) -> Answer:
            others = tuple(varied if one is rule else one for one in roles)
            found = _judge(others, election, standing)
            return found.verdict, found.outcome

        parts = () if judged.why_void is None else (judged.why_void,)
        values: dict[str, Value] = {
            "office": election.office,
            "tie": rule.tie or "not stated",
        }
        if election.drawn:
            values["drawn"] = election.drawn
        because = Reason(
            judged.says,
            judged.verdict,
            clause,
            counted=judged.tied,
            values=values,
            parts=tuple(_count(one, clause) for one in election.candidates) + parts,
        )
        effect = None
        if judged.outcome == "tie" and rule.tie == "another ballot":
            follows: dict[str, Value] = {"effect": "another ballot"}
            effect = Reason("what follows", MET, rule.clause, values=follows)
        only = frozenset({"tie"})
        readings = readings_of(rule, judge, only=only)
        return Explanation(because, judged.missing, readings, effect)

    return Finding(
        "election",
        judged.verdict,
        outcome=judged.outcome,
        clause=clause,
        explain=explain,
    )


def _tie_rule(roles: tuple[Role, ...]) -> Role:
    """Return the rule that speaks of elections, of several about one office."""
    return next(
        (one for one in roles if one.tie),
        next((one for one in roles if one.elected_by or one.elected), roles[0]),
    )


def _judge(roles: tuple[Role, ...], election: Election, standing: Standing) -> _Judged:
    stood = election.candidates
    if not stood:
        lacking = (Missing("nominations"),)
        return _Judged(UNKNOWN, "", "nobody stood on record", missing=lacking)
    if len(stood) == 1:
        return _won(roles, stood[0].person, "elected unopposed", standing)
    if any(one.votes is None for one in stood):
        return _Judged(UNKNOWN, "", "most votes", missing=(Missing("a count"),))
    most = max(one.votes or 0 for one in stood)
    tied = tuple(sorted(one.person for one in stood if one.votes == most))
    if len(tied) == 1:
        return _won(roles, tied[0], "most votes", standing)
    return _tie(roles, election, tied, standing)


def _tie(
    roles: tuple[Role, ...],
    election: Election,
    tied: tuple[str, ...],
    standing: Standing,
) -> _Judged:
    settled = _tie_rule(roles).tie
    if settled == "by lot":
        if election.drawn in tied:
            return _won(roles, election.drawn, "by lot", standing)
        lacking = (Missing("a recorded draw", 1, "", tied),)
        return _Judged(UNKNOWN, "tie", "no lot on record", tied, lacking)
    if settled == "longest serving":
        since = dict(election.since)
        if any(one not in since for one in tied):
            lacking = (Missing("since when each has served", 1, "", tied),)
            return _Judged(UNKNOWN, "tie", "equal votes", tied, lacking)
        first = min(since[one] for one in tied)
        longest = [one for one in tied if since[one] == first]
        if len(longest) == 1:
            return _won(roles, longest[0], "longest serving", standing)
        return _Judged(NOT_STATED, "tie", "equal votes", tied)
    if settled == "another ballot":
        return _Judged(NOT_MET, "tie", "equal votes", tied)
    return _Judged(NOT_STATED, "tie", "equal votes", tied)


def _won(
    roles: tuple[Role, ...], person: str, says: str, standing: Standing
) -> _Judged:
    can = may_hold(roles, roles[0].role, person, standing)
    if can.verdict is NOT_MET:
        return _Judged(NOT_MET, "void", says, (person,), why_void=_failed(can.because))
    return _Judged(MET, person, says, (person,))


def _failed(because: Reason) -> Reason:
    """Return the condition that was not kept."""
    return next((one for one in because.parts if one.verdict is NOT_MET), because)


def _count(candidate: Candidate, clause: str) -> Reason:
    left: tuple[LeftOut, ...] = ()
    return Reason(
        "votes for",
        MET if candidate.votes is not None else UNKNOWN,
        clause,
        have=candidate.votes,
        unit="vote",
        counted=(candidate.person,),
        left_out=left,
    )
