"""Questions about an agenda, and about who may see or stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from quorate.charter.kinds.meetings import (
    Access,
    Agenda,
    ExtraMeetings,
    PrivateBusiness,
)
from quorate.facts.meeting import Meeting
from quorate.facts.people import as_known, holds_on
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.access import Paper, access, stay
from quorate.rules.agenda import AgendaTerms, Tabled, agenda
from quorate.rules.circles import Circle
from quorate.rules.finding import Finding
from quorate.rules.silence import silence


def _agenda(case: Case, asked: Asked) -> Finding:
    meeting = case.meeting_of(asked)
    body = meeting.body or case.body_of(asked)
    items = as_known(meeting.items, asked.known_at)
    if asked.item and all(one.name != asked.item for one in items):
        raise AskedInVainError(f"the meeting has no item '{asked.item}'")
    agendas = case.charter.rules_of(body, Agenda)
    extra = case.charter.rule_of(body, ExtraMeetings)
    if not agendas and extra is None:
        return silence("agenda", "agenda", body=body)
    circle = circle_of(case, asked, body, meeting)
    tabled = Tabled(replace(meeting, items=items), circle, asked.item)
    return agenda(AgendaTerms(agendas, extra), tabled)


def circle_of(case: Case, asked: Asked, body: str, meeting: Meeting | None) -> Circle:
    """Return those of whom the terms of a body can speak at a moment or meeting."""
    at: datetime | date = asked.at or (meeting.opens if meeting else None) or date.max
    name = meeting.name if meeting else ""
    return Circle(
        case.membership(body, at, asked.known_at),
        tuple(
            (one.person, one.seat)
            for one in as_known(case.facts.substitutes, asked.known_at)
            if holds_on(one.from_, one.until, at) and one.meeting in ("", name)
        ),
        case.facts.elsewhere,
        tuple(
            (
                other,
                frozenset(case.membership(other, at, asked.known_at).holders.values()),
            )
            for other in case.charter.own_bodies
            if other != body
        ),
        frozenset(case.charter.bodies),
    )


def _access(case: Case, asked: Asked) -> Finding:
    if not asked.person:
        raise AskedInVainError("'access' needs 'person': whose access it is about")
    meeting = case.facts.meeting(asked.meeting)
    body = (meeting.body if meeting else "") or case.body_of(asked)
    circle = circle_of(case, asked, body, meeting)
    if asked.item:
        item = case.meeting_of(asked).item(asked.item)
        if item is None:
            raise AskedInVainError(f"the meeting has no item '{asked.item}'")
        private = case.charter.rule_of(body, PrivateBusiness)
        if private is None:
            return silence("access", "private_business", body=body)
        return stay(private, item, person=asked.person, circle=circle)
    paper = Paper(
        asked.subject,
        dict(case.facts.rulings).get(asked.subject.replace(" ", "-"), ""),
        case.facts.recorded,
    )
    return access(
        case.charter.rules_of(body, Access),
        paper,
        person=asked.person,
        circle=circle,
        body=body,
    )


QUESTIONS = (
    Question(
        "agenda",
        "is an agenda, or an item of it, as the terms have it",
        ("meeting", "item", "at", "known_at"),
        _agenda,
    ),
    Question(
        "access",
        "may somebody see a paper, or stay for an item",
        ("person", "subject", "meeting", "item", "at", "known_at"),
        _access,
    ),
)
