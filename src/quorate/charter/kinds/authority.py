"""The rules about what a body may decide, and where a matter goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.readers import (
    NAME_READER,
    NAMES,
    WORDS,
    YES_NO,
    Choice,
    Many,
    Part,
)
from quorate.charter.rule import Rule
from quorate.charter.timing import WHEN

if TYPE_CHECKING:
    from quorate.charter.timing import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Rule):
    """What a body may decide, and its ceiling."""

    kind: ClassVar[str] = "authority"
    title: ClassVar[str] = "Authority"

    may_decide: tuple[str, ...] = said(
        Many(WORDS),
        "matters it decides",
        silent="not stated",
        empty=(),
        example="grants under the agreed plan",
    )
    may_recommend: tuple[str, ...] = said(
        Many(WORDS), "matters on which it only recommends", empty=()
    )
    reserved: tuple[str, ...] = said(
        Many(WORDS), "matters that no other body may decide", empty=()
    )
    on_behalf_of: str = said(NAME_READER, "the body it acts for", empty="")
    within: str = said(WORDS, "the direction it must stay within", empty="")
    not_against: tuple[str, ...] = said(
        Many(WORDS), "whose own decisions or duties it can't override", empty=()
    )
    asked_partner_records: tuple[str, ...] = said(
        Many(WORDS),
        "what a partner records when a decision asks something of it",
        empty=(),
    )
    beyond: str = said(
        Choice(("refused", "passed up", "recommendation", "not stated")),
        "what happens to a matter beyond it",
        empty="",
    )
    reported_to: str = said(
        NAME_READER, "the body told of decisions taken for it", empty=""
    )
    reported: When | None = said(WHEN, "when that body is told")
    lowest_level: str = said(
        YES_NO,
        "whether matters belong to the lowest level that can take them",
        empty="",
    )
    remit: tuple[str, ...] = said(
        Many(WORDS), "subjects that belong to this body", empty=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Rule):
    """Power that a body hands to another, with its conditions."""

    kind: ClassVar[str] = "delegation"
    title: ClassVar[str] = "Delegation"

    to: tuple[str, ...] = said(
        NAMES, "who receives it", required=True, empty=(), example="executive"
    )
    matters: tuple[str, ...] = said(
        Many(WORDS),
        "what for",
        required=True,
        empty=(),
        example="grants under the agreed plan",
    )
    after: tuple[str, ...] = said(
        Many(WORDS), "what must have been decided first", empty=()
    )
    requires: tuple[str, ...] = said(
        Many(WORDS), "what the receiving body has to do", empty=()
    )
    reported: When | None = said(WHEN, "when what was done under it is reported")
    concurrent: str = said(
        YES_NO, "whether the body that hands it over can still act itself", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultee(Rule):
    """A body that must be asked before something is final."""

    kind: ClassVar[str] = "consultee"
    title: ClassVar[str] = "Who must be consulted"

    consults: tuple[str, ...] = said(
        NAMES, "who is asked", required=True, empty=(), example="safeguarding-board"
    )
    on: tuple[str, ...] = said(
        Many(WORDS), "on what", required=True, empty=(), example="the yearly plan"
    )
    window: When | None = said(WHEN, "how long there is to answer")
    silence: str = said(
        Choice(("no veto", "assent", "blocks")), "what no answer means", empty=""
    )
    before: str = said(WORDS, "before what", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Rule):
    """A decision that another body must deal with before it is final."""

    kind: ClassVar[str] = "subject_to"
    title: ClassVar[str] = "Subject to another body"

    to: tuple[str, ...] = said(
        NAMES, "the bodies", required=True, empty=(), example="parent-board"
    )
    matters: tuple[str, ...] = said(Many(WORDS), "which matters", empty=())
    when: str = said(WORDS, "in which case", empty="")
    needs: str = said(
        Choice(("agreement", "consideration")), "what that body must do", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Rule):
    """Where a matter goes when a body can't agree."""

    kind: ClassVar[str] = "referral"
    title: ClassVar[str] = "Referral"

    to: tuple[str, ...] = said(
        NAMES,
        "the bodies, in their order",
        required=True,
        empty=(),
        example="parent-board",
    )
    when: str = said(WORDS, "in which case", empty="")
    each_within: When | None = said(WHEN, "how long each body has")
    if_unanswered: str = said(
        Choice(("the matter falls", "back to the body that asked", "not stated")),
        "what becomes of a matter that the last body leaves unanswered",
        empty="",
    )
    returns: str = said(
        YES_NO, "whether the outcome comes back to the body that asked", empty=""
    )
    told: tuple[str, ...] = said(Many(WORDS), "who is told each outcome", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a dispute."""

    stage: str = said(NAME_READER, "its name", required=True, empty="", example="talks")
    by: str = said(WORDS, "who acts", empty="")
    does: str = said(WORDS, "what is done", empty="")
    to: tuple[str, ...] = said(NAMES, "the bodies it is brought to", empty=())
    grounds: tuple[str, ...] = said(
        Many(WORDS), "grounds for entering the stage", empty=()
    )
    entry: str = said(
        Choice(("any ground", "every ground", "no ground needed")),
        "how many of the grounds are needed",
        empty="",
    )
    otherwise: str = said(WORDS, "what opens it without a ground", empty="")
    within: When | None = said(WHEN, "how long the stage has")
    rests_on: str = said(WORDS, "the anchor of its own clause", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Rule):
    """How partners settle what divides them."""

    kind: ClassVar[str] = "dispute"
    title: ClassVar[str] = "Disputes"

    stages: tuple[Stage, ...] = said(
        Many(Part(Stage, "a stage")), "the stages in order", required=True, empty=()
    )
    entry: str = said(
        Choice(("any ground", "every ground")),
        "how many grounds the board's stage needs where the words leave it open",
        empty="",
    )
    told: tuple[str, ...] = said(NAMES, "who is told of it", empty=())
    opens_from: tuple[str, ...] = said(Many(WORDS), "what can turn into one", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrutiny(Rule):
    """What a scrutiny or independent body may ask, put or call in."""

    kind: ClassVar[str] = "scrutiny"
    title: ClassVar[str] = "Scrutiny"

    by: tuple[str, ...] = said(
        NAMES, "the body", required=True, empty=(), example="scrutiny-panel"
    )
    scope: tuple[str, ...] = said(Many(WORDS), "what it looks at", empty=())
    may: tuple[str, ...] = said(
        Many(
            Choice(
                (
                    "ask for a report",
                    "ask for attendance",
                    "ask for information",
                    "recommend",
                    "challenge",
                    "call in",
                )
            )
        ),
        "what it may do",
        empty=(),
    )
    answered: When | None = said(WHEN, "by when it is answered")
    independent: str = said(
        YES_NO, "whether nobody here can remove or edit what it puts", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice(Rule):
    """Who outside the body can raise, request or represent something."""

    kind: ClassVar[str] = "voice"
    title: ClassVar[str] = "Who can be heard"

    who: tuple[str, ...] = said(
        Many(WORDS), "who", required=True, empty=(), example="parents"
    )
    may: tuple[str, ...] = said(
        Many(WORDS),
        "what they may do",
        required=True,
        empty=(),
        example="raise a concern",
    )
    to: str = said(WORDS, "to whom", empty="")
    answered: When | None = said(WHEN, "by when they are answered")
    confidential: str = said(YES_NO, "whether it stays between them", empty="")
