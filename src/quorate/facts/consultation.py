"""What happened in a consultation: who was asked, by when, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.fields import said
from quorate.charter.readers import (
    MOMENT,
    NAME_READER,
    NAMES,
    WORDS,
    YES_NO,
    Choice,
    Many,
    Part,
)
from quorate.facts.people import Known

STANCES = ("agree", "agree with a comment", "object", "need more", "not taking part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Known):
    """What a seat said. Never edited: a change of mind is another answer."""

    seat: str = said(NAME_READER, "the seat", required=True, empty="")
    stance: str = said(Choice(STANCES), "what it says", required=True, empty="")
    at: datetime | date | None = said(MOMENT, "when it was given")
    person: str = said(WORDS, "who gave it", silent="the holder", empty="")
    as_: str = said(Choice(("holder", "substitute")), "as whom", empty="holder")
    organisation: str = said(
        WORDS, "for which of several organisations of the seat", empty=""
    )
    withdrawn: datetime | date | None = said(MOMENT, "when it was taken back")
    taken_by: str = said(WORDS, "who logged it, where it came by telephone", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Known):
    """A question put to a body's own seats between meetings."""

    name: str = said(WORDS, "its name", empty="consultation")
    body: str = said(NAME_READER, "the body", silent="the body in question", empty="")
    trigger: str = said(WORDS, "what it was opened for", empty="")
    ruling: str = said(WORDS, "the ruling it was opened under", empty="")
    opened: datetime | date | None = said(MOMENT, "when it was sent", required=True)
    closes: datetime | date | None = said(MOMENT, "when it closes", required=True)
    asked: tuple[str, ...] = said(
        NAMES, "the seats asked", silent="those that the terms name", empty=()
    )
    answers: tuple[Answer, ...] = said(
        Many(Part(Answer, "an answer")), "answers in the order they came", empty=()
    )
    given_up: datetime | date | None = said(
        MOMENT, "when it was recorded that agreement can't be reached"
    )
    given_up_by: str = said(WORDS, "who recorded that", empty="")
    round: str = said(
        Choice(("first", "second", "further")), "which round", empty="first"
    )
    amended: datetime | date | None = said(MOMENT, "when its text was amended")
    meeting_asked_by: tuple[str, ...] = said(
        NAMES, "seats that asked for a meeting instead", empty=()
    )
    announced: str = said(
        WORDS, "the outcome that was announced, where it was", empty=""
    )
    referred: datetime | date | None = said(MOMENT, "when it was referred")
    secret: str = said(YES_NO, "whether answers are kept by number alone", empty="no")
