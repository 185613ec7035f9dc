"""The rules about who sits, who holds office, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

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
    Share,
    Table,
)
from quorate.charter.rule import Rule
from quorate.charter.timing import CADENCE, WHEN

if TYPE_CHECKING:
    from quorate.charter.expressions import Test
    from quorate.charter.timing import Cadence, When

ONE_SEAT, EACH = "one seat", "a seat for each"
CAPACITIES = ("member", "participant", "observer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the membership: a seat, or several of one sort."""

    seat: str = said(NAME_READER, "the seat's name", required=True, empty="")
    title: str = said(WORDS, "what people call the seat", empty="")
    organisations: tuple[str, ...] = said(
        Many(WORDS), "the organisation, or organisations, it stands for", empty=()
    )
    office: str = said(WORDS, "the post that carries the seat", empty="")
    places: int = said(WHOLE, "how many seats the line makes", silent="1", empty=1)
    up_to: bool = said(YES_NO, "whether the places are optional", empty=False)
    votes: Fraction | None = said(Share(), "how many votes the seat has")
    groups: tuple[str, ...] = said(NAMES, "the groups the seat belongs to", empty=())
    appointed_by: str = said(WORDS, "who appoints to the seat", empty="")
    link: str = said(WORDS, "the body that the seat links to", empty="")
    capacity: str = said(
        Choice(CAPACITIES), "member, participant or observer", empty="member"
    )
    note: str = said(WORDS, "what else the terms say of the seat", empty="")
    line: int = 1
    """The line of the text on which the row stands."""

    counted: bool = True
    """Whether the row itself gives the number of places."""

    each: bool = False
    """Whether each organisation of the row has a seat of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMore:
    """What a table can't say of a seat."""

    title: str = said(WORDS, "what people call the seat", empty="")
    votes: Fraction | None = said(Share(), "how many votes the seat has")
    groups: tuple[str, ...] = said(NAMES, "the groups the seat belongs to", empty=())
    capacity: str = said(
        Choice(CAPACITIES), "member, participant or observer", empty=""
    )
    note: str = said(WORDS, "what else the terms say of the seat", empty="")
    qualification: str = said(WORDS, "what its holder must be", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats(Rule):
    """The membership: the table above it, and what a table can't say."""

    kind: ClassVar[str] = "seats"
    title: ClassVar[str] = "Seats"

    votes: Fraction | None = said(
        Share(), "how many votes a seat has where its row does not say", example="1"
    )
    weights: tuple[tuple[str, Fraction], ...] = said(
        Table(Share()), "seats or groups whose vote weighs more or less", empty=()
    )
    more: tuple[tuple[str, SeatMore], ...] = said(
        Table(Part(SeatMore, "a seat")), "by seat, what the table can't say", empty=()
    )
    places: tuple[tuple[str, int], ...] = said(
        Table(WHOLE),
        "by seat, how many places are read into words that give no number",
        empty=(),
    )
    level: str = said(WORDS, "the level at which the seats are to be held", empty="")
    level_failed_by: tuple[str, ...] = said(
        NAMES, "seats of the list that are not at that level", empty=()
    )
    required_parties: tuple[str, ...] = said(
        Many(WORDS), "parties that must be represented", empty=()
    )
    excepted_parties: tuple[str, ...] = said(
        Many(WORDS), "parties that need no seat of their own", empty=()
    )
    represented_through: tuple[tuple[str, str], ...] = said(
        Table(WORDS, names=WORDS),
        "parties that are represented by another seat or body",
        empty=(),
    )
    covers: tuple[str, ...] = said(
        Many(WORDS), "bodies to each of which a seat must link", empty=()
    )
    invited: str = said(WORDS, "who else may be invited", empty="")
    distinct: str = said(
        YES_NO, "whether a person may hold only one of the seats", empty=""
    )
    row_of_several: str = said(
        Choice((ONE_SEAT, EACH)),
        "what a row that names several organisations makes",
        empty="",
    )
    lines: tuple[Line, ...] = ()
    """The rows of the table, read with the rule; not written in the block."""

    def read_as(self, name: str, value: Any) -> Seats:  # noqa: ANN401  Any field's value.
        """Return the rule with another value of a field, its rows made anew from it."""
        read = super(Seats, self).read_as(name, value)
        return replace(read, lines=tuple(read.placed(line) for line in read.lines))

    def placed(self, line: Line) -> Line:
        """
        Return a row with as many seats as it makes.

        A row that gives no number makes as many as are read into its words, else one,
        or one for each of its organisations where the terms have it so.
        """
        if line.counted:
            return line
        each = self.row_of_several == EACH and len(line.organisations) > 1
        number = len(line.organisations) if each else 1
        places = dict(self.places).get(line.seat, number)
        return replace(line, places=places, each=each and places == number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Rule):
    """An office in a body, and who may hold it."""

    kind: ClassVar[str] = "role"
    title: ClassVar[str] = "Office"

    role: str = said(
        NAME_READER, "the office", required=True, example="chair", empty=""
    )
    called: str = said(WORDS, "the title that the terms give", empty="")
    held_by: str = said(
        NAME_READER, "the seat whose holder has the office by right", empty=""
    )
    post: str = said(WORDS, "the post whose holder has the office", empty="")
    elected_by: str = said(WORDS, "who elects or nominates to it", empty="")
    elected: Cadence | None = said(CADENCE, "how often it is elected")
    term: When | None = said(WHEN, "how long one holding lasts")
    renewals: int | None = said(WHOLE, "how many times a holding can be renewed")
    must: tuple[str, ...] = said(Many(WORDS), "conditions on holding it", empty=())
    must_belong_to: tuple[str, ...] = said(
        NAMES, "bodies or groups that the holder must belong to", empty=()
    )
    must_not: tuple[str, ...] = said(
        NAMES, "seats, groups or offices whose holder can't hold it", empty=()
    )
    tie: str = said(
        Choice(("by lot", "another ballot", "longest serving", "not stated")),
        "what settles an election with equal votes",
        empty="",
    )
    meanwhile: str = said(
        Choice(("the last holder", "vice-chair", "vacant", "not stated")),
        "who has the office between a term's end and the next election",
        empty="",
    )
    presides: int | None = said(
        WHOLE, "its place in the order of who presides: 1 comes first"
    )
    stands_in_for: str = said(NAME_READER, "the office it stands in for", empty="")
    duties: tuple[str, ...] = said(Many(WORDS), "what its holder does", empty=())
    funded_by: str = said(WORDS, "who pays for the post", empty="")
    funded_until: str = said(WORDS, "until when it is paid for", empty="")
    serves: tuple[str, ...] = said(NAMES, "the bodies it supports", empty=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitutes(Rule):
    """Who may stand in for a holder, and what they carry with them."""

    kind: ClassVar[str] = "substitutes"
    title: ClassVar[str] = "Substitutes"

    for_seats: tuple[str, ...] = said(
        NAMES,
        "the seats or groups that may send one",
        silent="every seat",
        example="officers",
        empty=(),
    )
    allowed: str = said(YES_NO, "whether there can be any", empty="yes")
    called: str = said(WORDS, "the terms' own word", empty="")
    named: str = said(
        Choice(("in advance", "on the day", "either")), "when they are named", empty=""
    )
    notice: When | None = said(WHEN, "by when they must be named")
    how_many: int | None = said(WHOLE, "how many a seat may have")
    from_same_organisation: str = said(
        YES_NO, "whether they must come from the organisation of the seat", empty=""
    )
    may_vote: str = said(YES_NO, "whether they vote", empty="")
    may_preside: str = said(YES_NO, "whether they take over an office", empty="")
    several_seats: str = said(
        YES_NO, "whether one person can stand in for several seats", empty=""
    )
    replaces: str = said(
        Choice(("the item", "the whole meeting")),
        "for how long a holder who has sent one is no member",
        empty="",
    )
    cures_absence: str = said(
        YES_NO, "whether the seat counts as having attended", empty=""
    )
    most_running: int | None = said(
        WHOLE, "how many meetings running a seat may send one"
    )
    proxies: str = said(YES_NO, "whether an absent member can vote by proxy", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Rule):
    """What goes with holding a seat: terms of office, standards, confirmations."""

    kind: ClassVar[str] = "appointment"
    title: ClassVar[str] = "Appointment"

    term: When | None = said(
        WHEN, "how long an appointment lasts", example="3 years after appointment"
    )
    renewals: int | None = said(WHOLE, "how many times it can be renewed")
    break_of: When | None = said(WHEN, "how long before somebody can return")
    accepts: tuple[str, ...] = said(
        Many(WORDS), "what the new holder is shown and accepts", empty=()
    )
    confirmed_by_organisation: tuple[str, ...] = said(
        Many(WORDS), "what the holder's organisation confirms", empty=()
    )
    ends_when: tuple[str, ...] = said(
        Many(WORDS), "what ends an appointment early", empty=()
    )
    must_meet: Test | None = said(
        TestReader("seats"), "a test that the whole membership must meet"
    )
    vacancy_filled_by: str = said(WORDS, "who fills a vacancy", empty="")
