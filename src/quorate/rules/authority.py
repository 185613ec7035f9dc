"""What a body may decide, for whom, on what conditions, and what it can't override."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quorate.charter.kinds.authority import Authority, Delegation, Subject
from quorate.charter.kinds.deciding import Decision
from quorate.charter.model import Charter
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict, of


@dataclass(frozen=True, slots=True)
class Position:
    """What a partner recorded when a decision asked something of it."""

    organisation: str
    position: str
    """agreed, agreed by its own body, or reserved; empty where it said nothing."""

    ground: str = ""
    """Why it reserved: its own decision, or its statutory responsibility."""


def authority(charter: Charter, body: str, matter: str) -> Finding:
    """
    Say whether a body may decide a matter, in the charter's own words for it.

    A matter reserved to another body is beyond its authority however it was carried;
    so is one outside a list of powers that is there. A list that is not there leaves
    it not stated. What was delegated to the body it may decide, on the conditions.

    Executes: authority.may_decide, authority.may_recommend, authority.reserved,
    authority.on_behalf_of, authority.within, authority.beyond, delegation.to,
    delegation.concurrent
    """
    for owner in charter.own_bodies:
        for rule in charter.rules_of(owner, Authority):
            if matter in rule.reserved and owner != body:
                return _reserved(charter, body, matter, owner, rule)
    own = charter.rules_of(body, Authority)
    return (
        _handed_over(charter, body, matter)
        or _listed(own, matter)
        or _delegated(charter, body, matter)
        or _unlisted(own, matter)
    )


def _handed_over(charter: Charter, body: str, matter: str) -> Finding | None:
    """Say that a body handed a matter over so that it can't act in it itself."""
    for rule in charter.rules_of(body, Delegation):
        if matter in rule.matters and rule.concurrent == "no":
            values: dict[str, Value] = {"matter": matter, "to": rule.to}
            return _found(NOT_MET, "handed over", rule.clause, "handed over", values)
    return None


def _listed(own: tuple[Authority, ...], matter: str) -> Finding | None:
    for rule in own:
        if matter in rule.may_decide or matter in rule.reserved:
            values: dict[str, Value] = {"matter": matter}
            if rule.on_behalf_of:
                values["on_behalf_of"] = rule.on_behalf_of
            if rule.within:
                values["within"] = rule.within
            return _found(MET, "may decide", rule.clause, "may decide", values)
        if matter in rule.may_recommend:
            return _found(
                NOT_MET,
                "recommendation",
                rule.clause,
                "may recommend",
                {"matter": matter},
            )
    return None


def _delegated(charter: Charter, body: str, matter: str) -> Finding | None:
    # A body outside these terms can delegate too: a parent that has its own.
    for owner in charter.bodies:
        for given in charter.rules_of(owner, Delegation):
            if body in given.to and matter in given.matters:
                shown: dict[str, Value] = {"matter": matter, "from": owner}
                return _found(
                    MET, "within delegation", given.clause, "within delegation", shown
                )
    return None


def _unlisted(own: tuple[Authority, ...], matter: str) -> Finding:
    listing = [rule for rule in own if rule.may_decide or rule.may_recommend]
    if not listing:
        clause = own[0].clause if own else ""
        return _found(
            NOT_STATED, "not stated", clause, "no powers listed", {"matter": matter}
        )
    beyond = next((rule for rule in listing if rule.beyond), listing[0])
    words = {"passed up": "passed up", "recommendation": "recommendation"}
    outcome = words.get(beyond.beyond, "beyond authority")
    values: dict[str, Value] = {
        "matter": matter,
        "powers": tuple(one for rule in listing for one in rule.may_decide),
    }
    return _found(NOT_MET, outcome, beyond.clause, "not among the powers", values)


def _reserved(
    charter: Charter, body: str, matter: str, owner: str, rule: Authority
) -> Finding:
    own = next(
        (
            one
            for one in charter.rules_of(body, Authority)
            if matter in one.may_decide or matter in one.may_recommend
        ),
        None,
    )
    values: dict[str, Value] = {"matter": matter, "reserved_to": owner}
    parts: tuple[Reason, ...] = ()
    if own is not None:
        parts = (Reason("own clause", MET, own.clause, values={"matter": matter}),)
    outcome = (
        "recommendation" if own and matter in own.may_recommend else "beyond authority"
    )
    reason = Reason("reserved", NOT_MET, rule.clause, values=values, parts=parts)
    return Finding(
        "authority",
        NOT_MET,
        outcome=outcome,
        clause=rule.clause,
        explain=lambda: Explanation(reason),
    )


def _found(
    verdict: Verdict, outcome: str, clause: str, says: str, values: Mapping[str, Value]
) -> Finding:
    reason = Reason(says, verdict, clause, values=values)
    return Finding(
        "authority",
        verdict,
        outcome=outcome,
        clause=clause,
        explain=lambda: Explanation(reason),
    )


def delegation(
    charter: Charter, body: str, matter: str, *, recorded: Iterable[str]
) -> Finding:
    """
    Say whether a body may act under a delegation now.

    `recorded` are the things on record, in the charter's words: what had to be
    decided first is looked for there. The outcome is: may act, waits, or not delegated.

    Executes: delegation.matters, delegation.after, delegation.requires
    """
    there = set(recorded)
    for owner in charter.bodies:
        for rule in charter.rules_of(owner, Delegation):
            if body not in rule.to or matter not in rule.matters:
                continue
            lacking = tuple(one for one in rule.after if one not in there)
            todo = tuple(one for one in rule.requires if one not in there)
            verdict = NOT_MET if lacking else MET
            values: dict[str, Value] = {"matter": matter, "from": owner}
            if rule.after:
                values["after"] = rule.after
            notes = tuple(
                Reason("still to do", NOT_MET, rule.clause, values={"what": one})
                for one in todo
            )
            missing = (Missing("on record first", len(lacking), "", lacking),)
            reason = Reason("delegated", verdict, rule.clause, values=values)
            why = Explanation(reason, missing if lacking else (), (), None, notes)
            return Finding(
                "delegation",
                verdict,
                outcome="waits" if lacking else "may act",
                clause=rule.clause,
                explain=lambda why=why: why,  # type: ignore[misc]
            )
    reason = Reason("not delegated", NOT_MET, values={"matter": matter, "body": body})
    return Finding(
        "delegation",
        NOT_MET,
        outcome="not delegated",
        explain=lambda: Explanation(reason),
    )


def remit(charter: Charter, subject: str) -> Finding:
    """
    Name the body whose remit covers a subject, for whoever brings it elsewhere.

    Executes: authority.remit
    """
    for body in charter.own_bodies:
        for rule in charter.rules_of(body, Authority):
            if subject in rule.remit:
                reason = Reason(
                    "remit", MET, rule.clause, values={"body": body, "subject": subject}
                )
                return Finding(
                    "remit",
                    MET,
                    outcome=body,
                    clause=rule.clause,
                    explain=lambda reason=reason: Explanation(reason),  # type: ignore[misc]
                )
    reason = Reason("no remit covers it", NOT_STATED, values={"subject": subject})
    return Finding("remit", NOT_STATED, explain=lambda: Explanation(reason))


def lowest_level(charter: Charter, body: str, matter: str) -> Finding:
    """
    Point out a lower body that could take a matter itself.

    Executes: authority.lowest_level
    """
    principle = next(
        (
            rule
            for one in charter.own_bodies
            for rule in charter.rules_of(one, Authority)
            if rule.lowest_level == "yes"
        ),
        None,
    )
    if principle is None:
        reason = Reason("no clause on the lowest level", NOT_STATED)
        return Finding("lowest_level", NOT_STATED, explain=lambda: Explanation(reason))
    lower = next(
        (
            to
            for rule in charter.rules_of(body, Delegation)
            if matter in rule.matters
            for to in rule.to
        ),
        "",
    )
    verdict = NOT_MET if lower else MET
    values: dict[str, Value] = {"matter": matter}
    if lower:
        values["body"] = lower
    says = "a lower body could take it" if lower else "at its level"
    reason = Reason(says, verdict, principle.clause, values=values)
    return Finding(
        "lowest_level",
        verdict,
        outcome="point out" if lower else "at its level",
        clause=principle.clause,
        explain=lambda: Explanation(reason),
    )


def partner(
    charter: Charter,
    body: str,
    organisation: str,
    *,
    position: Position | None,
    waits: bool = False,
) -> Finding:
    """
    Say whether a decision that asks something of a partner binds it.

    `position` is what the partner recorded, None while it said nothing; `waits` is
    whether the decision itself says that it waits for the partner. A partner that
    reserved is not bound as far as it reserved; the decision stands all the same.
    Where no clause leaves a partner its own decisions, one that was not there must
    abide by what was decided if the terms say so.

    Executes: authority.not_against, authority.asked_partner_records,
    decision.absent_bound
    """
    rule = next(
        (one for one in charter.rules_of(body, Authority) if one.not_against), None
    )
    if rule is None:
        return _absent(charter, body, organisation)
    said = position.position if position else ""
    values: dict[str, Value] = {
        "organisation": organisation,
        "position": said or "none",
    }
    if position and position.ground:
        values["ground"] = position.ground
    if said.startswith("reserved"):
        verdict, outcome = NOT_MET, "reserved"
    elif said.startswith("agreed"):
        verdict, outcome = MET, "bound"
    else:
        verdict, outcome = UNKNOWN, "waits" if waits else "not bound"
    reason = Reason("partner's position", verdict, rule.clause, values=values)
    return Finding(
        "partner",
        verdict,
        outcome=outcome,
        clause=rule.clause,
        explain=lambda: Explanation(reason),
    )


def _absent(charter: Charter, body: str, organisation: str) -> Finding:
    """Say whether a partner must abide by what was decided without it."""
    rule = next(
        (one for one in charter.rules_of(body, Decision) if one.absent_bound), None
    )
    if rule is None:
        silent = Reason("no clause on partners' own decisions", NOT_STATED)
        return Finding("partner", NOT_STATED, explain=lambda: Explanation(silent))
    bound = rule.absent_bound == "yes"
    reason = Reason(
        "decided in its absence",
        of(bound),
        rule.clause,
        values={"organisation": organisation},
    )
    return Finding(
        "partner",
        reason.verdict,
        outcome="bound" if bound else "not bound",
        clause=rule.clause,
        explain=lambda: Explanation(reason),
    )


def subject_to(
    charter: Charter, body: str, matter: str, *, dealt_with: Iterable[str]
) -> Finding:
    """
    Say whether a decision is final, or waits for another body.

    `dealt_with` are the bodies that have dealt with it.

    Executes: subject_to.to, subject_to.matters, subject_to.needs
    """
    done = set(dealt_with)
    for rule in charter.rules_of(body, Subject):
        if rule.matters and matter not in rule.matters:
            continue
        waiting = tuple(one for one in rule.to if one not in done)
        verdict = NOT_MET if waiting else MET
        values: dict[str, Value] = {"matter": matter, "needs": rule.needs}
        reason = Reason(
            "subject to",
            verdict,
            rule.clause,
            need=len(rule.to),
            have=len(rule.to) - len(waiting),
            counted=tuple(one for one in rule.to if one in done),
            values=values,
        )
        missing = (Missing("dealt with by", len(waiting), "body", waiting),)
        why = Explanation(reason, missing if waiting else ())
        return Finding(
            "subject_to",
            verdict,
            outcome=f"waits for {waiting[0]}" if waiting else "final",
            clause=rule.clause,
            explain=lambda why=why: why,  # type: ignore[misc]
        )
    reason = Reason("subject to no other body", MET, values={"matter": matter})
    return Finding(
        "subject_to", MET, outcome="final", explain=lambda: Explanation(reason)
    )
