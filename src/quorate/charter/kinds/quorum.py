"""The rule that says whether a body can decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.phrases import SetReader, TestReader
from quorate.charter.readers import WHOLE, WORDS, YES_NO, Choice, Many, Table
from quorate.charter.rule import Rule
from quorate.charter.timing import WHEN

if TYPE_CHECKING:
    from quorate.charter.expressions import Set, Test
    from quorate.charter.timing import When

IF_NOT = (
    "no business",
    "in principle",
    "advisory",
    "informal discussion",
    "adjourned",
    "adjourned and then those present suffice",
    "by correspondence",
    "not stated",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Rule):
    """What must be there for a body to decide, and what follows when it is not."""

    kind: ClassVar[str] = "quorum"
    title: ClassVar[str] = "Quorum"

    needs: Test = said(
        TestReader("present"),
        "the test that the room must meet",
        required=True,
        example="at least 5 of present by person",
    )
    membership: Set | None = said(
        SetReader(), "what 'membership' means in the test", example="filled"
    )
    matters: tuple[str, ...] = said(
        Many(WORDS), "the business that it is for", silent="all business", empty=()
    )
    substitutes_count: str = said(
        YES_NO, "whether a substitute counts as present for the seat", empty=""
    )
    without_vote_count: str = said(
        YES_NO, "whether seats without a vote count", empty=""
    )
    remote_counts: str = said(
        YES_NO, "whether those who take part from elsewhere count", empty=""
    )
    conflicted_count: str = said(
        YES_NO,
        "whether a member who withdraws for an interest is deemed present",
        empty="",
    )
    suspended_count: str = said(
        YES_NO, "whether suspended members stand in the number of members", empty=""
    )
    steps: tuple[tuple[int, int], ...] = said(
        Table(WHOLE, names=WHOLE),
        "for 'the step for ...': from which size which number is needed",
        empty=(),
    )
    tested_at: str = said(
        Choice(("opening", "opening and each decision", "each decision")),
        "when the test is applied",
        empty="",
    )
    grace: int | None = said(
        WHOLE, "minutes that a meeting waits for its quorum before it lapses"
    )
    if_not: str = said(
        Choice(IF_NOT), "what follows without a quorum", empty="not stated"
    )
    confirmed_by: str = said(
        Choice(("next quorate meeting", "correspondence", "parent body", "not stated")),
        "how decisions taken in principle become final",
        empty="",
    )
    reconvened: Test | None = said(
        TestReader("present"), "the test that a reconvened meeting must meet"
    )
    reconvened_after: When | None = said(
        WHEN, "when a meeting adjourned for want of a quorum comes together again"
    )
    presumed: str = said(
        YES_NO, "whether a meeting is taken as quorate unless somebody counts", empty=""
    )
    abandoned_counts: str = said(
        YES_NO,
        "whether coming to a meeting that was not quorate counts as attendance",
        empty="",
    )
