"""Questions about who must be heard first, and about urgent decisions."""

from __future__ import annotations

from datetime import datetime, time

from quorate.charter.kinds.authority import Consultee
from quorate.charter.kinds.deciding import ChairsAction
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.chairs_action import urgent_decision
from quorate.rules.consulted import consultees
from quorate.rules.finding import Finding
from quorate.rules.silence import silence


def _moment(asked: Asked) -> datetime:
    if asked.at is None:
        raise AskedInVainError(f"'{asked.ask}' needs 'at': the moment it is about")
    if isinstance(asked.at, datetime):
        return asked.at
    return datetime.combine(asked.at, time.max)


def _consultee(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = case.charter.rules_of(body, Consultee)
    if not terms:
        return silence("consultee", "consultee", body=body)
    known_at = asked.known_at
    return consultees(
        terms,
        matter=asked.matter,
        subject=asked.subject,
        events=case.facts.events,
        calendar=case.calendar,
        at=_moment(asked),
        known_at=known_at if isinstance(known_at, datetime) else None,
    )


def _chairs_action(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = case.charter.rule_of(body, ChairsAction)
    if terms is None:
        return silence("chairs_action", "chairs_action", body=body)
    on = _moment(asked)
    return urgent_decision(
        terms,
        case.membership(body, on, asked.known_at),
        person=asked.person,
        ground=asked.ground,
        matter=asked.matter,
        recorded=case.facts.recorded,
    )


QUESTIONS = (
    Question(
        "consultee",
        "have those who must be consulted been asked, and answered",
        ("matter", "subject", "at", "known_at"),
        _consultee,
    ),
    Question(
        "chairs_action",
        "may a person take an urgent decision between meetings",
        ("person", "ground", "matter", "at"),
        _chairs_action,
    ),
)
