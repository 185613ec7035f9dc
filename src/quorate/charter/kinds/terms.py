"""The rules about the terms themselves, and what they lean on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quorate.charter.fields import said
from quorate.charter.phrases import TestReader
from quorate.charter.readers import NAMES, WORDS, YES_NO, Choice, Day, Many, Table
from quorate.charter.rule import Rule
from quorate.charter.timing import CADENCE, WHEN

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.expressions import Test
    from quorate.charter.timing import Cadence, When

LINES = (
    "reports",
    "accountable",
    "scrutinises",
    "supports",
    "delegates",
    "represents",
    "briefs",
    "advises",
    "directs",
    "funds",
    "sponsors",
    "owns",
    "initiates",
    "part of",
    "independent",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Rule):
    """When the terms are looked at again."""

    kind: ClassVar[str] = "review"
    title: ClassVar[str] = "Review of the terms"

    every: Cadence | None = said(CADENCE, "how often", example="every year")
    from_: str = said(
        Choice(("adoption", "last review", "commencement", "not stated")),
        "from when the time runs",
        empty="",
    )
    start: date | str | None = said(
        Day(month_will_do=True), "the day from which the first one runs"
    )
    on_request_of: tuple[str, ...] = said(Many(WORDS), "who can ask for one", empty=())
    in_line_with: tuple[str, ...] = said(
        Many(WORDS), "the instruments that it is checked against", empty=()
    )
    done_by: str = said(
        Choice(("decision", "report", "not stated")), "what discharges it", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Rule):
    """Who may change the terms."""

    kind: ClassVar[str] = "amendment"
    title: ClassVar[str] = "Changing the terms"

    by: tuple[str, ...] = said(
        Many(WORDS), "who may change them", required=True, empty=(), example="board"
    )
    needs: Test | None = said(TestReader("in favour"), "the vote that it takes")
    recommended_by: str = said(WORDS, "who recommends it", empty="")
    uniform: str = said(
        YES_NO, "whether all bodies of the kind must have the same terms", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Rule):
    """Whose approval a version needs before it comes into force."""

    kind: ClassVar[str] = "approval"
    title: ClassVar[str] = "Approval of a version"

    by: tuple[str, ...] = said(
        Many(WORDS), "who approves", required=True, empty=(), example="board"
    )
    all_of_them: str = said(YES_NO, "whether each of them must", empty="")
    adopts: str = said(
        Choice(("adopts", "recommends to the parent")),
        "what agreeing to it does",
        empty="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequential(Rule):
    """Changes of a title or a name that need no approval."""

    kind: ClassVar[str] = "consequential_changes"
    title: ClassVar[str] = "Consequential changes"

    what: tuple[str, ...] = said(
        Many(WORDS), "which changes", required=True, empty=(), example="titles of posts"
    )
    by: str = said(WORDS, "who makes them", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Savings(Rule):
    """Defects that do not undo what was done."""

    kind: ClassVar[str] = "savings"
    title: ClassVar[str] = "What stays valid"

    defects: tuple[str, ...] = said(
        Many(
            Choice(
                (
                    "appointment",
                    "disqualified",
                    "vacated office",
                    "not entitled to vote",
                    "vacancy",
                    "notice",
                )
            )
        ),
        "which defects",
        required=True,
        empty=(),
    )
    if_: str = said(
        Choice(("found out afterwards", "always")), "in which case", empty=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Rule):
    """What becomes of things opened under the version before."""

    kind: ClassVar[str] = "transition"
    title: ClassVar[str] = "Passing from the last version"

    duties: str = said(
        Choice(("end under the old", "continue under the new", "lapse")),
        "requirements that are open",
        empty="",
    )
    consultations: str = said(
        Choice(("end under the old", "continue under the new", "close")),
        "decisions by correspondence that are open",
        empty="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm(Rule):
    """A word that these terms use in a stated sense."""

    kind: ClassVar[str] = "defined_term"
    title: ClassVar[str] = "Defined term"

    term: str = said(WORDS, "the word", required=True, empty="", example="partner")
    means: str = said(
        WORDS,
        "what it means here",
        required=True,
        empty="",
        example="an organisation that signed the agreement",
    )
    source: str = said(WORDS, "where the meaning is taken from", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Rule):
    """Another document that the terms lean on."""

    kind: ClassVar[str] = "instrument"
    title: ClassVar[str] = "Instrument relied on"

    titled: str = said(
        WORDS, "its title", required=True, empty="", example="Partnership agreement"
    )
    parties: tuple[str, ...] = said(Many(WORDS), "who is party to it", empty=())
    version: str = said(WORDS, "its version", empty="")
    prevails: str = said(YES_NO, "whether it goes before these terms", empty="")
    attached: str = said(YES_NO, "whether it is attached", empty="")
    reviewed: Cadence | None = said(CADENCE, "how often it is reviewed")
    signed_by: tuple[str, ...] = said(Many(WORDS), "who must sign it", empty=())
    for_what: str = said(WORDS, "what the terms lean on it for", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Rule):
    """A law or guidance that the terms rest on."""

    kind: ClassVar[str] = "legal_basis"
    title: ClassVar[str] = "Legal basis"

    law: tuple[str, ...] = said(
        Many(WORDS),
        "the Acts, regulations or guidance",
        required=True,
        empty=(),
        example="Children Act 2004",
    )
    on: date | str | None = said(
        Day(month_will_do=True), "the day on which the text relied on it"
    )
    imposes: str = said(WORDS, "what it imposes", empty="")
    parties: tuple[str, ...] = said(
        Many(WORDS), "those whom it places under a duty", empty=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Rule):
    """How long a body lasts, and what happens at its end."""

    kind: ClassVar[str] = "ending"
    title: ClassVar[str] = "Lifetime and ending"

    lasts: str = said(
        Choice(("until dissolved", "until a day", "until its task is done")),
        "how long it lasts",
        empty="",
    )
    until: date | str | None = said(Day(month_will_do=True), "the day it ends")
    task: str = said(WORDS, "the task that it ends with", empty="")
    covers: tuple[str, ...] = said(
        Many(WORDS), "what the ending has to deal with", empty=()
    )
    set_up_by: str = said(WORDS, "who set it up", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Rule):
    """What one of many bodies under these terms may settle for itself."""

    kind: ClassVar[str] = "annex"
    title: ClassVar[str] = "Local annex"

    about: tuple[str, ...] = said(
        Many(WORDS),
        "what it settles",
        required=True,
        empty=(),
        example="where it meets",
    )
    agreed_by: str = said(WORDS, "who agrees it", empty="")
    contradicts: str = said(
        Choice(("never", "may")),
        "whether it can depart from the common terms",
        empty="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Rule):
    """A line between two bodies or organisations, as the map draws it."""

    kind: ClassVar[str] = "line"
    title: ClassVar[str] = "Line to another body"

    relation: str = said(
        Choice(LINES), "what sort of line", required=True, empty="", example="reports"
    )
    from_: tuple[str, ...] = said(Many(WORDS), "from whom", empty=())
    to: tuple[str, ...] = said(
        Many(WORDS), "to whom", required=True, empty=(), example="parent-board"
    )
    scope: str = said(WORDS, "what about", empty="")
    held_by: str = said(WORDS, "the office that holds the line", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubGroups(Rule):
    """Bodies that another sets up, may set up, or must have."""

    kind: ClassVar[str] = "sub_groups"
    title: ClassVar[str] = "Sub-groups"

    must_have: tuple[str, ...] = said(
        NAMES, "those it must have", empty=(), example="support-group"
    )
    may_set_up: str = said(YES_NO, "whether it may set up others", empty="")
    approves: tuple[str, ...] = said(
        Many(WORDS), "what of theirs it approves", empty=()
    )
    report: Cadence | None = said(CADENCE, "how often they report")
    less_often_if: str = said(WORDS, "whose agreement lets them report less", empty="")
    chaired_by: tuple[tuple[str, str], ...] = said(
        Table(WORDS),
        "by sub-group, the office that chairs it",
        empty=(),
    )
    own_terms: str = said(YES_NO, "whether each has terms of its own", empty="")
    ends: When | None = said(WHEN, "when a sub-group ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle(Rule):
    """A statement that work and decisions are held against."""

    kind: ClassVar[str] = "principle"
    title: ClassVar[str] = "Principle or function"

    checked_in: tuple[str, ...] = said(
        Many(WORDS),
        "where it is checked",
        required=True,
        empty=(),
        example="yearly review",
    )
    sort: str = said(
        Choice(("principle", "function", "standard", "feature", "notice", "objective")),
        "what it is",
        empty="",
    )
    accepted_on_appointment: str = said(
        YES_NO, "whether a new member is shown it and accepts it", empty=""
    )
