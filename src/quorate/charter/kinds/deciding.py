"""The rules by which a body decides, in the room and by correspondence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.phrases import SetReader, TestReader
from quorate.charter.readers import (
    NAME_READER,
    NAMES,
    WHOLE,
    WORDS,
    YES_NO,
    Choice,
    Many,
)
from quorate.charter.rule import Rule
from quorate.charter.timing import WHEN

if TYPE_CHECKING:
    from quorate.charter.expressions import Set, Test
    from quorate.charter.timing import When

METHODS = ("agreement", "consensus", "ballot", "election")
SILENCE = ("assent", "not counted", "against")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Rule):
    """How a matter is decided in a meeting."""

    kind: ClassVar[str] = "decision"
    title: ClassVar[str] = "Decisions"

    method: str = said(
        Choice(METHODS),
        "agreement (nobody objects), consensus, a ballot or an election",
        required=True,
        empty="agreement",
        example="agreement",
    )
    matters: tuple[str, ...] = said(
        Many(WORDS), "the matters it is for", silent="every matter", empty=()
    )
    voting: str = said(
        Choice(("forbidden", "if asked for", "always")),
        "whether a vote can be taken",
        empty="",
    )
    electorate: Set | None = said(SetReader(), "who may vote")
    one_vote: str = said(
        Choice(("person", "seat", "organisation")), "what a vote belongs to", empty=""
    )
    carried_if: Test | None = said(
        TestReader("in favour"), "the test that the votes must meet"
    )
    by: str = said(
        Choice(("show of hands", "name", "secret ballot")),
        "how votes are given",
        empty="",
    )
    by_unless: str = said(
        Choice(("the meeting decides otherwise", "the chair decides otherwise")),
        "who can choose another way",
        empty="",
    )
    silence: str = said(
        Choice(SILENCE), "what somebody in the room who says nothing means", empty=""
    )
    tie: str = said(
        Choice(("lost", "casting vote", "by lot", "not stated")),
        "what equal votes mean",
        empty="",
    )
    casting_vote: str = said(
        NAME_READER, "who has the casting vote: an office, or 'presiding'", empty=""
    )
    chair_votes_first: str = said(
        YES_NO, "whether the chair also has a vote of their own", empty=""
    )
    then: str = said(
        NAME_READER, "the decision rule that is tried next without agreement", empty=""
    )
    otherwise: str = said(
        WORDS,
        "what happens without agreement: 'put off', or a referral's name",
        empty="",
    )
    declared_by: str = said(NAME_READER, "who declares the result", empty="")
    declaration: str = said(
        Choice(("conclusive", "of the count")), "what a declaration is worth", empty=""
    )
    recorded_on_request: tuple[str, ...] = said(
        Many(Choice(("dissent", "abstention", "every vote"))),
        "what is minuted when asked for",
        empty=(),
    )
    confirmed_after: When | None = said(
        WHEN, "after how long a second decision must confirm it"
    )
    entitlement_ruled_by: str = said(
        NAME_READER, "who rules on a right to vote", empty=""
    )
    after_advice_of: str = said(WORDS, "whose advice is taken first", empty="")
    split_votes: str = said(
        YES_NO, "whether several votes of one seat can be cast apart", empty=""
    )
    absent_bound: str = said(YES_NO, "whether those absent must abide by it", empty="")
    effect: str = said(
        Choice(("binding", "advisory", "recommendation", "not stated")),
        "what a decision is worth",
        empty="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence(Rule):
    """How a body decides when nobody meets."""

    kind: ClassVar[str] = "correspondence"
    title: ClassVar[str] = "Decisions by correspondence"

    triggers: tuple[str, ...] = said(
        Many(WORDS),
        "what it may be used for",
        silent="any matter",
        empty=(),
        example="a request for a project",
    )
    other_grounds: str = said(
        Choice(("refused", "under a ruling")),
        "what happens on another ground",
        empty="",
    )
    opened_by: str = said(WORDS, "who asks the members", empty="")
    asked: Set | None = said(SetReader(), "who is asked")
    window: When | None = said(WHEN, "how long there is to answer")
    at_least_days: int | None = said(
        WHOLE, "the shortest time to answer, in working days"
    )
    carried_if: Test | None = said(
        TestReader("agreed"), "the test that the answers must meet"
    )
    at_least_answered: Test | None = said(
        TestReader("responded"), "how many must answer for it to count"
    )
    silence: str = said(Choice(SILENCE), "what no answer means", empty="")
    objection: str = said(
        Choice(("ends it at once", "counts at the close", "forces a meeting")),
        "what an objection does",
        empty="",
    )
    second_round: str = said(
        YES_NO, "whether there can be talk, amendment and another round", empty=""
    )
    given_up_by: str = said(
        WORDS, "who records that agreement can't be reached", empty=""
    )
    otherwise: str = said(
        WORDS, "where it goes without agreement: a referral's name", empty=""
    )
    member_can_ask_for_meeting: str = said(
        YES_NO, "whether a member can have it put to a meeting", empty=""
    )
    told: tuple[str, ...] = said(Many(WORDS), "who is told the outcome", empty=())
    shown_apart: tuple[str, ...] = said(
        NAMES, "seats whose answers are shown apart", empty=()
    )
    holder_before_substitute: str = said(
        YES_NO, "whether a holder's answer goes before the substitute's", empty=""
    )
    early_close: str = said(
        YES_NO, "whether it closes once the answers can't change the outcome", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairsAction(Rule):
    """Decisions that one office takes between meetings when it is urgent."""

    kind: ClassVar[str] = "chairs_action"
    title: ClassVar[str] = "Urgent decisions"

    by: str = said(NAME_READER, "who may act", required=True, example="chair", empty="")
    grounds: tuple[str, ...] = said(Many(WORDS), "when", empty=())
    after_consulting: tuple[str, ...] = said(
        Many(WORDS), "who must be consulted first", empty=()
    )
    reported: When | None = said(WHEN, "when it is reported")
    confirmed: str = said(YES_NO, "whether it lapses unless confirmed", empty="")
    matters: tuple[str, ...] = said(Many(WORDS), "the matters it is for", empty=())
