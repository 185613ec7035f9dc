"""Questions about power: whose a matter is, what it needs, and where it goes."""

from __future__ import annotations

from quorate.charter.kinds.authority import Dispute, Referral
from quorate.charter.kinds.duties import Condition
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.terms import Relation
from quorate.facts.events import Event
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules import authority
from quorate.rules.conditions import condition
from quorate.rules.finding import Finding
from quorate.rules.interests import ACTS, effect
from quorate.rules.referral import Passage, referral, stage
from quorate.rules.silence import silence

REFERRED = "matter referred"


def _authority(case: Case, asked: Asked) -> Finding:
    return authority.authority(case.charter, case.body_of(asked), asked.matter)


def _delegation(case: Case, asked: Asked) -> Finding:
    return authority.delegation(
        case.charter, case.body_of(asked), asked.matter, recorded=case.facts.recorded
    )


def _remit(case: Case, asked: Asked) -> Finding:
    return authority.remit(case.charter, asked.matter)


def _lowest(case: Case, asked: Asked) -> Finding:
    return authority.lowest_level(case.charter, case.body_of(asked), asked.matter)


def _partner(case: Case, asked: Asked) -> Finding:
    found = next(
        (
            one
            for one in reversed(case.facts.events)
            if one.by == asked.organisation
            and one.key("position")
            and asked.subject in ("", one.subject)
        ),
        None,
    )
    position = (
        authority.Position(
            asked.organisation, found.key("position"), found.key("ground")
        )
        if found
        else None
    )
    return authority.partner(
        case.charter,
        case.body_of(asked),
        asked.organisation,
        position=position,
        waits="the decision waits for the partner" in case.facts.recorded,
    )


def _subject_to(case: Case, asked: Asked) -> Finding:
    dealt = [
        one.body
        for one in case.facts.events
        if one.kind in ("decision", "consulted", "response received")
        and asked.subject in ("", one.subject)
    ]
    return authority.subject_to(
        case.charter, case.body_of(asked), asked.matter, dealt_with=dealt
    )


def _referral(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = next(
        (
            one
            for one in case.charter.rules_of(body, Referral)
            if asked.rule in ("", one.name, one.clause)
        ),
        None,
    )
    if terms is None:
        return silence("referral", "referral", body=body)
    if asked.at is None:
        raise AskedInVainError("'referral' needs 'at': the moment it is about")
    passed = [
        one
        for one in case.facts.events
        if one.kind == REFERRED
        and asked.subject in ("", one.subject)
        and one.happened is not None
    ]
    ends = {
        one.body: one
        for one in case.facts.events
        if one.kind == "decision" and asked.subject in ("", one.subject)
    }
    passages = []
    for one in passed:
        end = ends.get(one.body)
        if one.happened is None:
            continue
        passages.append(
            Passage(
                one.body,
                one.happened,
                _settled(end),
                end.happened if end else None,
                _both_sides(case, asked, body, one),
            )
        )
    return referral(terms, passages, at=asked.at, calendar=case.calendar)


NOT_SETTLED = ("not settled", "not agreed", "no decision")


def _settled(end: Event | None) -> str:
    """Return what a body made of a matter: a decision settles it unless it says not."""
    if end is None:
        return ""
    return "not settled" if end.key("outcome") in NOT_SETTLED else "settled"


def _both_sides(case: Case, asked: Asked, body: str, passed: Event) -> tuple[str, ...]:
    """
    Return who sits in the body that asked and in the one that the matter went to.

    Some are recorded with the referral; others hold the office by which the terms
    have the higher body represented.
    """
    named = passed.key("people").replace(";", " ").split()
    if passed.happened is None:
        return tuple(named)
    membership = case.membership(body, passed.happened, asked.known_at)
    for line in case.charter.rules_of(body, Relation):
        if line.relation != "represents" or passed.body not in line.from_:
            continue
        holders = membership.offices.get(line.held_by, frozenset())
        named += [one for one in holders if membership.held_by(one)]
    return tuple(sorted(set(named)))


def _dispute(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = case.charter.rule_of(body, Dispute)
    if terms is None:
        return silence("dispute", "dispute", body=body)
    grounds = [one for one in (asked.ground, *case.facts.recorded) if one]
    return stage(
        terms,
        named=asked.stage,
        grounds=grounds,
        ruling=dict(case.facts.rulings).get(asked.stage, ""),
    )


def _interest(case: Case, asked: Asked) -> Finding:
    meeting = case.meeting_of(asked)
    body = meeting.body or case.body_of(asked)
    item = meeting.item(asked.item)
    if item is None:
        raise AskedInVainError(f"the meeting has no item '{asked.item}'")
    if asked.act not in ACTS:
        raise AskedInVainError("'interest' needs 'act': one of " + ", ".join(ACTS))
    terms = case.charter.rule_of(body, Interests)
    if terms is None:
        return silence("interest", "interests", body=body)
    ruling = dict(case.facts.rulings).get(asked.act, "")
    return effect(terms, item, person=asked.person, act=asked.act, ruling=ruling)


def _condition(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    return condition(
        case.charter.rules_of(body, Condition),
        act=asked.act,
        recorded=case.facts.recorded,
    )


QUESTIONS = (
    Question("authority", "may the body decide a matter", ("matter",), _authority),
    Question(
        "delegation", "may the body act under a delegation", ("matter",), _delegation
    ),
    Question("remit", "whose matter is it", ("matter",), _remit),
    Question("lowest_level", "could a lower body take a matter", ("matter",), _lowest),
    Question(
        "partner",
        "does a decision bind a partner",
        ("organisation", "subject"),
        _partner,
    ),
    Question(
        "subject_to",
        "is a decision final, or does it wait for another body",
        ("matter", "subject"),
        _subject_to,
    ),
    Question(
        "referral",
        "where does a referred matter stand",
        ("rule", "subject", "at"),
        _referral,
    ),
    Question(
        "dispute", "may a stage of a dispute be entered", ("stage", "ground"), _dispute
    ),
    Question(
        "interest",
        "what may somebody with an interest do",
        ("person", "item", "act"),
        _interest,
    ),
    Question("condition", "may an act go ahead", ("act",), _condition),
)
