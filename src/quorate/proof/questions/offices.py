"""Questions about seats and offices: who holds them, who may, who was elected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from quorate.charter.kinds.membership import Appointment
from quorate.facts.events import Event
from quorate.facts.meeting import Item, Meeting
from quorate.facts.people import as_known, day_of
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.elections import Candidate, Election, elected
from quorate.rules.eligibility import Standing, may_hold
from quorate.rules.finding import Finding
from quorate.rules.membership import Membership
from quorate.rules.offices import OfficeFacts, holder_of, rules_of_office
from quorate.rules.silence import silence
from quorate.rules.terms_of_office import (
    Held,
    holdings_of,
    renewal,
    seen_as_a_seat,
)
from quorate.rules.vacancies import vacancy


def _moment(case: Case, asked: Asked) -> datetime | date:
    if asked.at is not None:
        return asked.at
    meeting = case.facts.meeting(asked.meeting)
    if meeting is not None and meeting.opens is not None:
        return meeting.opens
    raise AskedInVainError(f"'{asked.ask}' needs 'at': the moment it is about")


def _standing(case: Case, asked: Asked, at: datetime | date) -> Standing:
    def members(body: str) -> Membership | None:
        if body not in case.charter.bodies:
            return None
        return case.membership(body, at, asked.known_at)

    return Standing(
        case.membership(case.body_of(asked), at, asked.known_at),
        members,
        case.facts.recorded,
        case.facts.elsewhere,
        frozenset({asked.office}),
    )


def _may_hold(case: Case, asked: Asked) -> Finding:
    roles = rules_of_office(case.charter, case.body_of(asked), asked.office)
    standing = _standing(case, asked, asked.at or _somewhen(case))
    return may_hold(roles, asked.office, asked.person, standing)


def _somewhen(case: Case) -> datetime | date:
    """Return the moment of the case: its first meeting, else the end of all time."""
    meeting = case.facts.meeting()
    return (meeting.opens if meeting else None) or date.max


def _office(case: Case, asked: Asked) -> Finding:
    at = _moment(case, asked)
    roles = rules_of_office(case.charter, case.body_of(asked), asked.office)
    facts = OfficeFacts(
        _standing(case, asked, at),
        case.facts.offices,
        at,
        asked.known_at,
        case.calendar,
    )
    return holder_of(roles, asked.office, facts)


def _election(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    roles = rules_of_office(case.charter, body, asked.office)
    meeting, item = _put(case, asked)
    events = tuple(_elections(case, asked))
    if item is None and not events:
        raise AskedInVainError(
            "'election' needs an item, or an event 'election' about the office whose "
            "keys give each candidate's votes"
        )
    at = asked.at or (meeting.opens if meeting else None) or _happened(events)
    since = tuple(
        (one.person, day_of(one.from_))
        for one in as_known(case.facts.all_appointments, asked.known_at)
        if one.from_ is not None
    )
    return elected(
        roles,
        Election(
            asked.office,
            _candidates(events),
            item.drawn if item else _drawn(events),
            since,
        ),
        _standing(case, asked, at),
    )


def _put(case: Case, asked: Asked) -> tuple[Meeting | None, Item | None]:
    for meeting in case.facts.meetings:
        item = meeting.item(asked.item) if asked.item else None
        if item is not None:
            return meeting, item
    return None, None


def _elections(case: Case, asked: Asked) -> Iterable[Event]:
    """Yield what is on record of an election: its event is about office or item."""
    for one in as_known(case.facts.events, asked.known_at):
        if one.kind == "election" and one.subject in ("", asked.office, asked.item):
            yield one


def _candidates(events: tuple[Event, ...]) -> tuple[Candidate, ...]:
    """Read the candidates from an election's keys: by person, votes or 'nominated'."""
    found: dict[str, int | None] = {}
    for event in events:
        for person, words in event.keys:
            if words.isdigit():
                found[person] = int(words)
            elif words == "nominated":
                found.setdefault(person, None)
    return tuple(Candidate(person, votes) for person, votes in found.items())


def _drawn(events: tuple[Event, ...]) -> str:
    return next((one.key("drawn") for one in events if one.key("drawn")), "")


def _happened(events: tuple[Event, ...]) -> datetime | date:
    return next((one.happened for one in events if one.happened), date.max)


def _vacancy(case: Case, asked: Asked) -> Finding:
    at = _moment(case, asked)
    body = case.body_of(asked)
    membership = case.membership(body, at, asked.known_at)
    if asked.seat not in membership.by_name:
        raise AskedInVainError(
            f"'vacancy' needs 'seat': the body has no seat '{asked.seat}'"
        )
    return vacancy(
        case.charter,
        body,
        seat=asked.seat,
        membership=membership,
        appointments=case.facts.all_appointments,
        at=at,
        known_at=asked.known_at,
        calendar=case.calendar,
    )


def _renewal(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    on = day_of(_moment(case, asked))
    if asked.office:
        return _again_in_office(case, asked, body, on)
    terms = case.charter.rule_of(body, Appointment)
    if terms is None:
        return silence("renewal", "appointment", body=body)
    history = holdings_of(
        case.facts.all_appointments, asked.seat, known_at=asked.known_at
    )
    return renewal(terms, history, person=asked.person, on=on)


def _again_in_office(case: Case, asked: Asked, body: str, on: date) -> Finding:
    rules = rules_of_office(case.charter, body, asked.office)
    rule = next((one for one in rules if one.renewals is not None), None)
    if rule is None:
        return silence("renewal", "role", body=body)
    held = tuple(
        Held(one.person, day_of(one.from_), one.until)
        for one in as_known(case.facts.offices, asked.known_at)
        if one.office == asked.office and one.from_ is not None and one.acting == "no"
    )
    history = sorted(held, key=lambda one: (one.first, one.person))
    return renewal(seen_as_a_seat(rule), history, person=asked.person, on=on)


QUESTIONS = (
    Question(
        "may_hold",
        "may a person hold an office",
        ("office", "person", "at", "known_at"),
        _may_hold,
    ),
    Question(
        "office",
        "who holds an office",
        ("office", "at", "known_at"),
        _office,
    ),
    Question(
        "election",
        "who was elected to an office",
        ("office", "item", "known_at"),
        _election,
    ),
    Question("vacancy", "does somebody hold a seat", ("seat", "at"), _vacancy),
    Question(
        "renewal",
        "can somebody be appointed to a seat, or hold an office, again",
        ("seat", "office", "person", "at"),
        _renewal,
    ),
)
