"""The rules about meetings: when, on what notice, with what agenda and record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.phrases import TestReader
from quorate.charter.readers import (
    NAME_READER,
    NAMES,
    WHOLE,
    WORDS,
    YES_NO,
    Choice,
    Many,
    Part,
)
from quorate.charter.rule import Rule
from quorate.charter.timing import CADENCE, WHEN

if TYPE_CHECKING:
    from quorate.charter.expressions import Test
    from quorate.charter.timing import Cadence, When

WINDOWS = ("rolling", "calendar year", "body's year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets(Rule):
    """How often a body meets."""

    kind: ClassVar[str] = "meets"
    title: ClassVar[str] = "How often it meets"

    often: Cadence | None = said(
        CADENCE, "how often", required=True, example="every 2 months"
    )
    window: str = said(Choice(WINDOWS), "which year is counted", empty="")
    set_ahead: str = said(
        YES_NO, "whether the coming year's dates are set in advance", empty=""
    )
    published: str = said(YES_NO, "whether the dates are published", empty="")
    until: str = said(WORDS, "the milestone at which the pace changes", empty="")
    afterwards: Cadence | None = said(CADENCE, "how often from then on")
    longest_gap: When | None = said(WHEN, "the longest time between two meetings")
    one_serves_both: str = said(
        YES_NO,
        "whether one meeting between two of the other body counts for both",
        empty="",
    )
    annual_meeting: When | None = said(WHEN, "when the annual meeting is held")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraMeetings(Rule):
    """How a further meeting comes about."""

    kind: ClassVar[str] = "extra_meetings"
    title: ClassVar[str] = "Further meetings"

    agreed_by: str = said(NAME_READER, "whose agreement is needed", empty="")
    called_by: str = said(WORDS, "who calls it", empty="")
    requested_by: int | None = said(WHOLE, "how many members together can ask for one")
    if_not_called: When | None = said(
        WHEN, "after which those who asked may call it themselves"
    )
    only_noticed_business: str = said(
        YES_NO, "whether only the business named in the notice is dealt with", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMeetings(Rule):
    """A smaller or quicker meeting in an emergency."""

    kind: ClassVar[str] = "incident_meetings"
    title: ClassVar[str] = "Incident meetings"

    ground: str = said(
        WORDS, "what calls for one", required=True, empty="", example="a major incident"
    )
    size: Test | None = said(TestReader("present"), "who must be there")
    notice: str = said(
        Choice(("none", "as short as needed", "not stated")), "the notice", empty=""
    )
    virtually: str = said(YES_NO, "whether it can be held from elsewhere", empty="")
    powers: str = said(
        Choice(("as the full body", "advice only", "not stated")),
        "what its acts are worth",
        empty="",
    )
    reported: When | None = said(WHEN, "when it reports")
    confirmed: str = said(
        YES_NO, "whether the next full meeting must confirm", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Rule):
    """What goes out before a meeting, and by when."""

    kind: ClassVar[str] = "notice"
    title: ClassVar[str] = "Notice"

    of: str = said(
        Choice(("agenda", "papers", "summons", "dates")),
        "what goes out",
        required=True,
        example="agenda",
        empty="",
    )
    by: When | None = said(
        WHEN, "by when", required=True, example="4 working days before meeting"
    )
    to: tuple[str, ...] = said(Many(WORDS), "to whom", silent="the members", empty=())
    later: When | None = said(WHEN, "by when at the latest, if not then")
    on_the_day: tuple[str, ...] = said(
        Many(WORDS), "the cases in which it can come on the day", empty=()
    )
    late_needs_reason: str = said(YES_NO, "whether a late one must say why", empty="")
    shortened_by: str = said(NAME_READER, "who can shorten it", empty="")
    failure_invalidates: str = said(
        YES_NO, "whether leaving somebody out undoes the meeting", empty=""
    )
    adjourned_afresh: When | None = said(
        WHEN, "after how long an adjourned meeting needs notice again"
    )
    matters: tuple[str, ...] = said(Many(WORDS), "the business it is for", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Rule):
    """The record that a meeting makes."""

    kind: ClassVar[str] = "record"
    title: ClassVar[str] = "Record of meetings"

    of: str = said(
        Choice(("minutes", "action log", "decisions", "attendance")),
        "which record",
        required=True,
        example="minutes",
        empty="",
    )
    by: When | None = said(WHEN, "by when it goes out")
    to: tuple[str, ...] = said(Many(WORDS), "to whom", empty=())
    agreed: When | None = said(WHEN, "when it is agreed as accurate")
    published: When | None = said(WHEN, "by when it is published")
    until_agreed: str = said(WORDS, "what it is called until then", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """An item that stands on every agenda."""

    item: str = said(
        WORDS, "its title", required=True, empty="", example="Matters arising"
    )
    name: str = said(NAME_READER, "a name to refer to it by", empty="")
    from_: tuple[str, ...] = said(Many(WORDS), "who supplies it", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Rule):
    """Who sets the agenda, and what must stand on it."""

    kind: ClassVar[str] = "agenda"
    title: ClassVar[str] = "Agenda"

    set_by: str = said(
        WORDS, "who sets it: an office or a body", empty="", example="chair"
    )
    cleared_by: str = said(WORDS, "who clears it", empty="")
    standing: tuple[StandingItem, ...] = said(
        Many(Part(StandingItem, "a standing item")), "items on every agenda", empty=()
    )
    without_one: str = said(
        Choice(("refused", "shown")), "what happens to an agenda without one", empty=""
    )
    cannot_remove: tuple[str, ...] = said(
        Many(WORDS), "whose items nobody can take off", empty=()
    )
    proposed_by: tuple[str, ...] = said(
        Many(WORDS), "who can propose an item", empty=()
    )
    urgent_items: str = said(
        Choice(("the chair agrees", "the meeting agrees", "never", "not stated")),
        "who lets in business that was not on the agenda",
        empty="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateBusiness(Rule):
    """When a meeting, or part of it, is private."""

    kind: ClassVar[str] = "private_business"
    title: ClassVar[str] = "Private business"

    meetings: str = said(
        Choice(("public", "private", "private in part")),
        "how meetings are held",
        empty="",
    )
    grounds: tuple[str, ...] = said(Many(WORDS), "what can be private", empty=())
    decided_by: str = said(WORDS, "who decides", empty="")
    stays: tuple[str, ...] = said(Many(WORDS), "who may stay", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class RemotePresence(Rule):
    """Taking part from elsewhere."""

    kind: ClassVar[str] = "remote_presence"
    title: ClassVar[str] = "Taking part from elsewhere"

    allowed: str = said(YES_NO, "whether it is allowed", required=True, empty="")
    counts: str = said(YES_NO, "whether those who do count as present", empty="")
    may_vote: str = said(YES_NO, "whether they vote", empty="")
    grace: int | None = said(WHOLE, "minutes for which a lost line changes nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTime:
    """One step in the way of a report to the agenda."""

    step: str = said(
        WORDS, "the step", required=True, empty="", example="finance has cleared it"
    )
    by: When | None = said(
        WHEN, "by when", required=True, example="10 working days before meeting"
    )
    who: str = said(WORDS, "who does it", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTimes(Rule):
    """The steps that a report goes through before it is published."""

    kind: ClassVar[str] = "lead_times"
    title: ClassVar[str] = "Reports: steps and clearances"

    steps: tuple[LeadTime, ...] = said(
        Many(Part(LeadTime, "a step")), "the steps in order", required=True, empty=()
    )
    silence_clears: str = said(
        YES_NO, "whether no answer counts as clearance", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Rule):
    """What follows when somebody stays away."""

    kind: ClassVar[str] = "attendance"
    title: ClassVar[str] = "Attendance"

    count: str = said(
        WORDS,
        "how many of what: '2 apologies', '3 absences', '2 absences without apology'",
        required=True,
        example="2 absences",
        empty="",
    )
    consecutive: str = said(YES_NO, "whether they must run together", empty="")
    within: When | None = said(WHEN, "the time within which they are counted")
    window: str = said(Choice(WINDOWS), "which year is meant", empty="")
    by: str = said(
        Choice(("person", "seat", "organisation")),
        "whose absences are counted",
        required=True,
        example="person",
        empty="",
    )
    meetings: tuple[str, ...] = said(
        Many(Choice(("ordinary", "extra", "incident"))),
        "which meetings count",
        empty=(),
    )
    substitute_cures: str = said(
        YES_NO, "whether a substitute makes good the absence", empty=""
    )
    excused_by: tuple[str, ...] = said(Many(WORDS), "what excuses an absence", empty=())
    then: str = said(
        WORDS, "what follows", required=True, empty="", example="challenge"
    )
    bearer: str = said(WORDS, "who has to act", empty="")
    under: str = said(WORDS, "the instrument under which", empty="")
    steps: tuple[str, ...] = said(Many(WORDS), "the steps, in order", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Rule):
    """What is expected of members, and never a breach."""

    kind: ClassVar[str] = "expectation"
    title: ClassVar[str] = "What is expected"

    of: tuple[str, ...] = said(Many(WORDS), "of whom", empty=())
    to: tuple[str, ...] = said(
        Many(WORDS),
        "what they are expected to do",
        required=True,
        empty=(),
        example="read the papers before the meeting",
    )
    bodies_met: tuple[str, ...] = said(NAMES, "at which bodies", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests(Rule):
    """What members declare, and what a declaration changes."""

    kind: ClassVar[str] = "interests"
    title: ClassVar[str] = "Interests"

    declare: tuple[str, ...] = said(
        Many(WORDS), "what is declared", empty=(), example="employment by a bidder"
    )
    when: tuple[str, ...] = said(Many(WORDS), "when", empty=())
    not_asked_for: tuple[str, ...] = said(
        Many(WORDS), "memberships that need not be declared", empty=()
    )
    speak: str = said(
        Choice(("yes", "no", "chair decides", "member decides", "not stated")),
        "whether a member with an interest may speak",
        empty="",
    )
    stay: str = said(
        Choice(("yes", "no", "chair decides", "member decides", "not stated")),
        "whether they may stay",
        empty="",
    )
    vote: str = said(
        Choice(("yes", "no", "chair decides", "member decides", "not stated")),
        "whether they may vote",
        empty="",
    )
    quorum: str = said(
        Choice(("counted", "not counted", "not stated")),
        "whether they count for the quorum of the item",
        empty="",
    )
    denominator: str = said(
        Choice(("counted", "not counted", "not stated")),
        "whether they count among those whose share is taken",
        empty="",
    )
    preside: str = said(
        Choice(("yes", "no", "not stated")), "whether they may preside", empty=""
    )
    vote_cast_anyway: str = said(
        Choice(("stands", "no effect", "not stated")),
        "what a vote is worth that was cast before the interest was declared",
        empty="",
    )
    register: str = said(YES_NO, "whether a register is kept", empty="")
    confirmed: Cadence | None = said(CADENCE, "how often entries are confirmed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Access(Rule):
    """Who may see what."""

    kind: ClassVar[str] = "access"
    title: ClassVar[str] = "Access to papers"

    restricted: tuple[str, ...] = said(
        Many(WORDS),
        "what is restricted",
        empty=(),
        example="papers about a named person",
    )
    open_to: tuple[str, ...] = said(Many(WORDS), "to whom it is open", empty=())
    decided_by: str = said(WORDS, "who decides", empty="")
    recorded: tuple[str, ...] = said(
        Many(WORDS), "what is recorded of a restriction", empty=()
    )
