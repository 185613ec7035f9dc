"""Questions about what became of a decision in principle."""

from __future__ import annotations

from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Ending
from quorate.facts.meeting import Item, Meeting
from quorate.facts.people import as_known, day_of, not_after
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.proof.questions import decision
from quorate.rules.confirmation import InPrinciple, Later, confirmation
from quorate.rules.finding import Finding
from quorate.rules.for_matter import for_matter

DECIDE = next(one for one in decision.QUESTIONS if one.name == "decision").answer


def _confirmation(case: Case, asked: Asked) -> Finding:
    meeting, item = _put(case, asked)
    body = meeting.body or case.body_of(asked)
    quorum = for_matter(case.charter.rules_of(body, Quorum), item.matter)
    about = case.charter.bodies.get(body)
    ending = case.charter.rule_of(body, Ending)
    until = ending.until if ending is not None else None
    return confirmation(
        quorum,
        InPrinciple(
            item.name,
            _decided(case, asked, meeting, item),
            body,
            tuple(_later(case, asked, meeting, item)),
            _next(case, asked, meeting, body),
            (about.until if about else None)
            or (until if isinstance(until, date) else None),
            tuple(
                one.name or one.kind
                for one in as_known(case.facts.events, asked.known_at)
                if one.key("in-reliance-on") == item.name
            ),
            meeting.moment(item.at) or meeting.opens,
            case.calendar,
        ),
        decision=for_matter(case.charter.rules_of(body, Decision), item.matter),
        parent=about.parent if about else "",
        at=asked.at,
    )


def _put(case: Case, asked: Asked) -> tuple[Meeting, Item]:
    for meeting in case.facts.meetings:
        if asked.meeting in ("", meeting.name):
            item = meeting.item(asked.item)
            if item is not None:
                return meeting, item
    raise AskedInVainError(
        f"'confirmation' needs 'item': no meeting has an item '{asked.item}'"
    )


def _decided(case: Case, asked: Asked, meeting: Meeting, item: Item) -> Finding:
    return DECIDE(
        case,
        Asked(
            ask="decision",
            body=asked.body,
            meeting=meeting.name,
            item=item.name,
            known_at=asked.known_at,
        ),
    )


def _later(case: Case, asked: Asked, first: Meeting, item: Item) -> list[Later]:
    found = []
    for meeting in case.facts.meetings:
        for one in as_known(meeting.items, asked.known_at):
            if one.confirms != item.name or (meeting is first and one is item):
                continue
            on = meeting.moment(one.at) or meeting.opens
            if on is None:
                continue
            found.append(
                Later(
                    meeting.name,
                    meeting.body,
                    one.name,
                    on,
                    _decided(case, asked, meeting, one),
                    _amended(case, one),
                )
            )
    return sorted(found, key=lambda one: (day_of(one.on), str(one.on), one.item))


def _amended(case: Case, item: Item) -> bool:
    """Tell if a decision changed what it confirms: by a ruling or by its event."""
    if dict(case.facts.rulings).get(item.name) == "amended":
        return True
    return any(
        one.kind == "decision"
        and one.subject == item.name
        and one.key("outcome") == "amended"
        for one in case.facts.events
    )


def _next(case: Case, asked: Asked, first: Meeting, body: str) -> str:
    """Return the body's first meeting on record after the question's moment."""
    after: datetime | date | None = asked.at or first.opens
    coming = [
        one
        for one in case.facts.meetings
        if one.body in ("", body)
        and one is not first
        and one.state in ("planned", "held")
        and one.opens is not None
        and after is not None
        and not not_after(one.opens, after)
    ]
    coming.sort(key=lambda one: str(one.opens))
    return coming[0].name if coming else ""


QUESTIONS = (
    Question(
        "confirmation",
        "has a decision in principle become binding",
        ("item", "meeting", "at", "known_at"),
        _confirmation,
    ),
)
