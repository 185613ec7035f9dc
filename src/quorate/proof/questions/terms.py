"""Questions about the terms themselves: who changes them, annexes, passing, ending."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quorate.charter.front import Version
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.terms import (
    Amendment,
    Approval,
    Consequential,
    Ending,
    Transition,
)
from quorate.facts.people import as_known, not_after
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.amendment import amendment, approval
from quorate.rules.annex import annex
from quorate.rules.decision import DecidingTerms, decide
from quorate.rules.ending import ending
from quorate.rules.entitlement import VotingTerms
from quorate.rules.finding import Finding
from quorate.rules.transition import CONSULTATIONS, DUTIES, passing


def _amendment(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    rules = case.charter.rules_of(body, Amendment)
    recommended = frozenset(
        one.body or one.by
        for one in as_known(case.facts.events, asked.known_at)
        if one.kind == "decision"
        and one.key("outcome") == "recommended"
        and asked.subject in ("", one.subject)
        and (
            asked.at is None
            or one.happened is None
            or not_after(one.happened, asked.at)
        )
    )
    by = asked.organisation or asked.person or body
    return amendment(
        rules,
        by=by,
        vote=_vote(case, asked, body, rules),
        recommended=recommended,
        body=body,
    )


def _vote(
    case: Case, asked: Asked, body: str, rules: tuple[Amendment, ...]
) -> Finding | None:
    """Return what came of a vote by the test that a change of the terms takes."""
    needs = next((one for one in rules if one.needs is not None), None)
    decision = case.charter.rule_of(body, Decision)
    if not asked.item or needs is None or decision is None:
        return None
    sitting = case.sitting(asked)
    item = sitting.meeting.item(asked.item)
    if item is None:
        raise AskedInVainError(f"the meeting has no item '{asked.item}'")
    by_its_test = replace(
        decision,
        method="ballot",
        voting="always",
        carried_if=needs.needs,
        clause=needs.clause,
        interpretations=(),
    )
    return decide(DecidingTerms(VotingTerms(by_its_test)), sitting, item)


def _approval(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    front = case.charter.front
    if not front.versions:
        raise AskedInVainError("'approval' needs a table of versions in the charter")
    version = next(
        (one for one in front.versions if one.number == asked.subject),
        None if asked.subject else front.versions[-1],
    )
    if version is None:
        raise AskedInVainError(f"the charter has no version '{asked.subject}'")
    return approval(
        case.charter.rule_of(body, Approval),
        version,
        front.approvals,
        consequential=case.charter.rule_of(body, Consequential),
        at=asked.at,
        body=body,
    )


def _annex(case: Case, asked: Asked) -> Finding:
    local = case.others.get(asked.subject)
    if local is None:
        raise AskedInVainError(
            "'annex' needs 'subject': the slug of a charter under 'with_charters:'"
        )
    body = case.body_of(asked)
    as_body = body if body in local.bodies else local.own_bodies[0]
    return annex(case.charter, body, local, as_body=as_body)


def _transition(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    consultation = case.facts.consultation(asked.consultation)
    event = next(
        (one for one in case.facts.events if asked.subject in (one.name, one.subject)),
        None,
    )
    opened = event.happened if asked.subject and event is not None else None
    what = DUTIES
    if not asked.subject and consultation is not None:
        opened, what = consultation.opened, CONSULTATIONS
    if opened is None:
        raise AskedInVainError(
            "'transition' needs a consultation, or 'subject': the event that opened it"
        )
    return passing(
        case.charter.rule_of(body, Transition),
        what,
        opened=opened,
        in_force=_begins(case.charter.front.versions),
        body=body,
    )


def _begins(versions: tuple[Version, ...]) -> date:
    """Return the first day of the newest version."""
    begins = (versions[-1].in_force or versions[-1].dated) if versions else None
    if not isinstance(begins, date):
        raise AskedInVainError("'transition' needs the day of the charter's version")
    return begins


def _ending(case: Case, asked: Asked) -> Finding:
    if asked.at is None:
        raise AskedInVainError("'ending' needs 'at': the day it is about")
    body = case.body_of(asked)
    about = case.charter.bodies.get(body)
    return ending(
        case.charter.rule_of(body, Ending),
        at=asked.at,
        recorded=case.facts.recorded,
        until=about.until if about else None,
        body=body,
    )


QUESTIONS = (
    Question(
        "amendment",
        "may somebody change the terms",
        ("organisation", "subject", "meeting", "item", "at", "known_at"),
        _amendment,
    ),
    Question(
        "approval",
        "has a version the approval that it needs",
        ("subject", "at"),
        _approval,
    ),
    Question("annex", "does a local annex keep to the terms", ("subject",), _annex),
    Question(
        "transition",
        "under which version does something go on",
        ("consultation", "subject"),
        _transition,
    ),
    Question("ending", "does a body still last", ("at",), _ending),
)
