"""Questions about a meeting's calling, its chair, and those who stand in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import (
    ExtraMeetings,
    IncidentMeetings,
    Interests,
    Notice,
)
from quorate.charter.kinds.membership import Role, Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Savings
from quorate.facts.meeting import Item
from quorate.facts.people import day_of
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.proof.questions.attendance import history_of
from quorate.rules.finding import Finding
from quorate.rules.for_matter import for_matter
from quorate.rules.meeting_called import CallingTerms, properly_called
from quorate.rules.notice_given import Called
from quorate.rules.presiding import PresidingTerms, casting_vote, presiding
from quorate.rules.silence import silence
from quorate.rules.sitting import Sitting
from quorate.rules.substitutes import StandingIn, may_stand_in


def _called(case: Case, asked: Asked) -> Finding:
    sitting = case.sitting(asked)
    body = sitting.meeting.body or case.body_of(asked)
    charter = case.charter
    return properly_called(
        CallingTerms(
            charter.rule_of(body, ExtraMeetings),
            charter.rule_of(body, IncidentMeetings),
            charter.rules_of(body, Notice),
            charter.rule_of(body, Savings),
            charter.rule_of(body, Quorum),
        ),
        Called(sitting, case.facts.events, case.calendar, _went_on(case, sitting)),
    )


def _went_on(case: Case, sitting: Sitting) -> date | None:
    """Return the day of the meeting before, which an adjourned one goes on with."""
    meeting = sitting.meeting
    if meeting.opens is None:
        return None
    days = [
        day_of(one.opens)
        for one in case.facts.meetings
        if one.opens is not None
        and one.body == meeting.body
        and day_of(one.opens) < day_of(meeting.opens)
    ]
    return max(days, default=None)


def _terms(case: Case, body: str) -> PresidingTerms:
    return PresidingTerms(
        case.charter.rules_of(body, Role),
        case.charter.rule_of(body, Substitutes),
        case.charter.rule_of(body, Interests),
        case.facts.offices,
    )


def _item(case: Case, asked: Asked) -> Item | None:
    if not asked.item:
        return None
    found = case.meeting_of(asked).item(asked.item)
    if found is None:
        raise AskedInVainError(f"the meeting has no item '{asked.item}'")
    return found


def _sitting(case: Case, asked: Asked, item: Item | None) -> Sitting:
    """Return the meeting with the members and offices of the item's moment."""
    decided = case.meeting_of(asked).moment(item.at) if item is not None else None
    return case.sitting(replace(asked, at=asked.at or decided))


def _presiding(case: Case, asked: Asked) -> Finding:
    item = _item(case, asked)
    sitting = _sitting(case, asked, item)
    body = sitting.meeting.body or case.body_of(asked)
    return presiding(_terms(case, body), sitting, item=item, at=asked.at)


def _casting(case: Case, asked: Asked) -> Finding:
    item = _item(case, asked)
    sitting = _sitting(case, asked, item)
    body = sitting.meeting.body or case.body_of(asked)
    matter = asked.matter or (item.matter if item else "")
    rules = case.charter.rules_of(body, Decision)
    terms = for_matter(rules, matter)
    if terms is None:
        return silence("casting_vote", "decision", body=body)
    return casting_vote(
        terms, _terms(case, body), sitting, person=asked.person, item=item
    )


def _substitute(case: Case, asked: Asked) -> Finding:
    body = case.body_of(asked)
    meeting = case.meeting_of(asked)
    history = history_of(case, asked)
    members = history.members(meeting)
    if asked.seat not in members.by_name:
        raise AskedInVainError(
            f"'substitute' needs 'seat': the body has no seat '{asked.seat}'"
        )
    rules = case.charter.rules_of(body, Substitutes)
    covering = (
        one
        for one in rules
        if any(asked.seat in members.seats_of(name) for name in one.for_seats)
    )
    terms = next(covering, next(iter(rules), None))
    return may_stand_in(
        terms,
        StandingIn(
            asked.person,
            asked.seat,
            meeting,
            history,
            case.facts.elsewhere,
            case.calendar,
        ),
        body=body,
    )


QUESTIONS = (
    Question(
        "meeting_called",
        "was a meeting properly called",
        ("meeting", "known_at"),
        _called,
    ),
    Question(
        "presiding",
        "who presides over a meeting or an item",
        ("meeting", "item", "at", "known_at"),
        _presiding,
    ),
    Question(
        "casting_vote",
        "has somebody the casting vote",
        ("person", "meeting", "item", "matter"),
        _casting,
    ),
    Question(
        "substitute",
        "may somebody stand in for a seat at a meeting",
        ("person", "seat", "meeting", "known_at"),
        _substitute,
    ),
)
