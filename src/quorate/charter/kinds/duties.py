"""What a charter requires of somebody by a time, and what has to be on record first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.readers import (
    NAME_READER,
    NAMES,
    WHOLE,
    WORDS,
    YES_NO,
    Choice,
    Day,
    Many,
    Table,
)
from quorate.charter.rule import STRENGTHS, Rule
from quorate.charter.timing import CADENCE, WHEN

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.timing import Cadence, When

SORTS = ("do", "keep true", "never", "every period", "respond", "before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Rule):
    """Bearer, action, trigger or cadence, deadline, and what discharges it."""

    kind: ClassVar[str] = "duty"
    title: ClassVar[str] = "Requirement"

    strength: str = said(
        Choice(STRENGTHS),
        "must, should, endeavour or may",
        required=True,
        example="must",
        empty="",
    )
    sort: str = said(
        Choice(SORTS),
        "do (once), keep true, never, every period, respond (after each trigger), "
        "before (each event)",
        silent="worked out from 'often', 'after' and 'when'",
        empty="",
    )
    bearer: tuple[str, ...] = said(
        Many(WORDS), "who owes it: a body, office, seat or 'each member'", empty=()
    )
    action: str = said(
        WORDS,
        "what is to be done",
        required=True,
        empty="",
        example="send the yearly report",
    )
    to: tuple[str, ...] = said(Many(WORDS), "to whom", empty=())
    if_asked_by: tuple[tuple[str, str], ...] = said(
        # The Council gets the minutes only when the Cabinet asks.
        Table(WORDS),
        "recipients who are only served when somebody asks",
        empty=(),
    )
    via: tuple[str, ...] = said(NAMES, "bodies that pass it on, in order", empty=())
    after: str = said(WORDS, "the event that triggers it", empty="")
    before: str = said(WORDS, "the event before which it must be done", empty="")
    often: Cadence | None = said(CADENCE, "how often")
    window: str = said(
        Choice(("rolling", "calendar year", "body's year")),
        "which year is counted",
        empty="",
    )
    when: When | None = said(WHEN, "by when")
    promised_for: date | str | None = said(
        Day(month_will_do=True), "the one day or month for which it is promised"
    )
    done_by: str = said(WORDS, "the event that discharges it", empty="")
    matching: tuple[str, ...] = said(
        Many(WORDS), "what the event must have in common with the trigger", empty=()
    )
    topic: str = said(WORDS, "the subject that evidence must have", empty="")
    statement_of: str = said(
        NAME_READER,
        "a name that clauses share which speak of one and the same report",
        empty="",
    )
    contains: tuple[str, ...] = said(Many(WORDS), "what it must contain", empty=())
    late_counts: str = said(
        YES_NO, "whether doing it late still discharges it", empty=""
    )
    judged_by: str = said(WORDS, "who rules whether it is kept", empty="")
    then: str = said(WORDS, "what follows when it is not done", empty="")
    published: str = said(YES_NO, "whether the result is published", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Rule):
    """What has to be on record before something can happen."""

    kind: ClassVar[str] = "condition"
    title: ClassVar[str] = "Condition"

    on: str = said(
        WORDS,
        "the act that it stands before",
        required=True,
        empty="",
        example="project commissioned",
    )
    needs: tuple[str, ...] = said(
        Many(WORDS),
        "what has to be on record",
        required=True,
        empty=(),
        example="a business case",
    )
    by: str = said(WORDS, "whose decision or word is needed", empty="")
    if_not: str = said(
        Choice(("refused", "shown", "raised")),
        "what happens without it",
        required=True,
        example="refused",
        empty="",
    )
    unless: tuple[str, ...] = said(Many(WORDS), "what can stand instead", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Rule):
    """Something that the body keeps a list of, and what the list must show."""

    kind: ClassVar[str] = "register"
    title: ClassVar[str] = "Register"

    of: str = said(WORDS, "what it lists", required=True, empty="", example="risks")
    owner: str = said(WORDS, "who keeps it", empty="")
    holds: tuple[str, ...] = said(Many(WORDS), "what each entry holds", empty=())
    shows_without: tuple[str, ...] = said(
        Many(WORDS), "what is pointed out where it is missing", empty=()
    )
    reviewed: Cadence | None = said(CADENCE, "how often it is reviewed")
    measure: str = said(WORDS, "the measure by which entries are compared", empty="")
    bands: tuple[tuple[int, str], ...] = said(
        Table(WORDS, names=WHOLE),
        "by score, the amounts it stands for: '50000 to 249000', '750000 and more'",
        empty=(),
    )
    fair: str = said(WORDS, "what counts as fair", empty="")
    tolerance: int | None = said(
        WHOLE, "how far off may be, in hundredths, before it is raised"
    )
    from_: str = said(WORDS, "the day from which it is kept", empty="")
    steps: tuple[str, ...] = said(
        Many(WORDS), "the states that an entry goes through, in order", empty=()
    )
    decided_at: str = said(
        WORDS, "the state that only a decision of this body gives", empty=""
    )
    raised_to: str = said(NAME_READER, "the body to which trouble is raised", empty="")
