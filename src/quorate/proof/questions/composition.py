"""Questions about a body as a whole: its membership, and its sub-groups."""

from __future__ import annotations

from datetime import date

from quorate.charter.kinds.membership import Appointment, Seats
from quorate.charter.kinds.terms import SubGroups
from quorate.proof.case import Asked, Case, Question
from quorate.rules.composition import composition
from quorate.rules.finding import Finding
from quorate.rules.sub_groups import sub_groups


def _composition(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    terms = case.charter.rules_of(body, Appointment)
    return composition(
        case.charter.rules_of(body, Seats),
        next((one for one in terms if one.must_meet is not None), None),
        case.membership(body, asked.at or date.max, asked.known_at),
        body=body,
    )


def _sub_groups(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    ruled = {
        one
        for one in case.charter.own_bodies
        if case.charter.rules_of(one, Seats) and case.charter.bodies[one].draft != "yes"
    }
    return sub_groups(
        case.charter.rules_of(body, SubGroups),
        case.facts.events,
        body=body,
        under_these_terms=ruled,
        at=asked.at,
        known_at=asked.known_at,
    )


QUESTIONS = (
    Question(
        "composition",
        "is the membership as a whole as the terms ask",
        ("at", "known_at"),
        _composition,
    ),
    Question(
        "sub_groups",
        "has the body the sub-groups that it must have",
        ("at", "known_at"),
        _sub_groups,
    ),
)
