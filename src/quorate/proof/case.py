"""A case: the terms, what happened, and the day it is about; and what can be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from quorate.charter.fields import said
from quorate.charter.kinds.meetings import Interests, RemotePresence
from quorate.charter.kinds.membership import Seats, Substitutes
from quorate.charter.model import Charter
from quorate.charter.problems import did_you_mean
from quorate.charter.readers import MOMENT, NAME_READER, WORDS
from quorate.facts.calendar import Calendar
from quorate.facts.file import Facts
from quorate.facts.meeting import Meeting
from quorate.facts.people import not_after
from quorate.rules.finding import Finding
from quorate.rules.membership import Membership, membership_on
from quorate.rules.sitting import Sitting


class AskedInVainError(ValueError):
    """The question can't be put to this case: what is missing, and where to say it."""


class BeyondTheCalendarError(AskedInVainError):
    """The answer hangs on days that the calendar of working days does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with what it is about."""

    ask: str = said(WORDS, "the question", required=True, empty="", example="quorum")
    body: str = said(NAME_READER, "the body", silent="the case's own", empty="")
    at: datetime | date | None = said(
        MOMENT, "the moment the question is about", silent="the matter's own moment"
    )
    known_at: datetime | date | None = said(
        MOMENT, "as known when", silent="with all that is known"
    )
    meeting: str = said(WORDS, "the meeting", silent="the only one", empty="")
    item: str = said(WORDS, "the item", empty="")
    consultation: str = said(WORDS, "the consultation", silent="the only one", empty="")
    seat: str = said(NAME_READER, "the seat", empty="")
    person: str = said(WORDS, "the person", empty="")
    office: str = said(NAME_READER, "the office", empty="")
    organisation: str = said(WORDS, "the organisation", empty="")
    matter: str = said(WORDS, "the matter", empty="")
    act: str = said(WORDS, "the act that a condition stands before", empty="")
    rule: str = said(WORDS, "the name or clause of the rule", empty="")
    subject: str = said(WORDS, "the meeting, report or event it is about", empty="")
    stage: str = said(WORDS, "the stage of a dispute or referral", empty="")
    ground: str = said(WORDS, "the ground given", empty="")


@dataclass(frozen=True)
class Case:
    """The terms in force, the facts, and the calendar by which days are counted."""

    charter: Charter
    facts: Facts
    body: str
    calendar: Calendar | None = None
    others: Mapping[str, Charter] = field(default_factory=dict)
    """Other charters that matter, by slug."""

    def body_of(self, asked: Asked) -> str:
        """Return the body that a question is about."""
        return asked.body or self.body

    def meeting_of(self, asked: Asked) -> Meeting:
        """Return the meeting that a question is about."""
        found = self.facts.meeting(asked.meeting)
        if found is None:
            named = f"called '{asked.meeting}' " if asked.meeting else ""
            raise AskedInVainError(
                f"'{asked.ask}' needs a meeting, and the facts hold none {named}"
                "under 'meetings:'"
            )
        return found

    def membership(
        self, body: str, on: datetime | date, known_at: datetime | date | None
    ) -> Membership:
        """Return who sits where in a body at a moment."""
        return membership_on(
            self.charter,
            body,
            appointments=self.facts.all_appointments,
            offices=self.facts.offices,
            on=on,
            known_at=known_at,
        )

    def sitting(self, asked: Asked) -> Sitting:
        """Return the meeting of a question with its members."""
        meeting = self.meeting_of(asked)
        if meeting.opens is None:
            raise AskedInVainError("the meeting has no 'opens'")
        item = meeting.item(asked.item) if asked.item else None
        if asked.item and item is None:
            raise AskedInVainError(
                f"the meeting has no item '{asked.item}'. "
                + did_you_mean(asked.item, (one.name for one in meeting.items))
            )
        decided = meeting.moment(item.at) if item else None
        on = asked.at or decided or meeting.opens
        rulings = {name: ruled == "yes" for name, ruled in self.facts.rulings}
        body = meeting.body or self.body_of(asked)
        return Sitting(
            meeting,
            self.membership(body, on, asked.known_at),
            self.facts.substitutes,
            rulings,
            asked.known_at,
            reconvened=meeting.sort == "adjourned",
            left_over=self._left_over(meeting, body),
            standing_in=self.charter.rule_of(body, Substitutes),
            interests=self.charter.rule_of(body, Interests),
            seats=self.charter.rule_of(body, Seats),
            remote=self.charter.rule_of(body, RemotePresence),
        )

    def _left_over(self, meeting: Meeting, body: str) -> frozenset[str] | None:
        """Return the undecided items of the meeting that one was adjourned from."""
        if meeting.sort != "adjourned" or meeting.opens is None:
            return None
        before = [
            one
            for one in self.facts.meetings
            if one.body in ("", body)
            and one.opens is not None
            and one.sort != "adjourned"
            and not not_after(meeting.opens, one.opens)
        ]
        if not before:
            return None
        last = max(before, key=lambda one: str(one.opens))
        return frozenset(
            one.name
            for one in last.items
            if not (one.declared or one.votes or one.ballots or one.count)
        )


Answering = Callable[[Case, Asked], Finding]


@dataclass(frozen=True, slots=True)
class Question:
    """One question that can be put to a case."""

    name: str
    means: str
    needs: tuple[str, ...]
    """Fields of `Asked` that it looks at."""

    answer: Answering
