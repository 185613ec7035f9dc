"""What stands before a charter's text: its name, bodies, versions and approvals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quorate.charter.day_of_year import DAY_OF_YEAR
from quorate.charter.fields import described, said
from quorate.charter.nodes import Mapping, Text
from quorate.charter.readers import (
    DAY,
    NAME_READER,
    NAMES,
    WORDS,
    YES_NO,
    Choice,
    Day,
    Many,
    Part,
    Table,
)

if TYPE_CHECKING:
    from typing import Any

    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

TIERS = ("strategic", "executive", "operational", "project", "support")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One board, group, committee or unit that the charter names."""

    name: str = said(WORDS, "its name", required=True, empty="")
    also: tuple[str, ...] = said(
        Many(WORDS), "other names that the text gives it", empty=()
    )
    outside: str = said(
        YES_NO, "yes for a body that is not run by this charter", empty="no"
    )
    independent: str = said(
        YES_NO, "yes for a body that answers to nobody here", empty="no"
    )
    many: str = said(
        YES_NO, "yes for a kind of body of which there can be several", empty="no"
    )
    draft: str = said(YES_NO, "yes while its own terms are not there yet", empty="no")
    virtual: str = said(YES_NO, "yes for a body that never meets", empty="no")
    unit: str = said(YES_NO, "yes for a unit that is not a meeting body", empty="no")
    undefined: str = said(
        YES_NO, "yes for a name that the text uses and nowhere explains", empty="no"
    )
    tier: str = said(Choice(TIERS), "the level it stands on", empty="")
    parent: str = said(NAME_READER, "the body it answers to", empty="")
    purpose: str = said(WORDS, "what it is for", empty="")
    from_: date | None = said(DAY, "the day from which it exists")
    until: date | None = said(DAY, "the last day on which it exists")


MARKS = frozenset(name for name, about in described(Body) if about.reader == YES_NO)


@dataclass(frozen=True, slots=True)
class BodyReader:
    """A body: names with values, or the single word `outside`."""

    words: str = "a body: 'name:' and what else is said of it, or the word 'outside'"

    def read(self, node: Node, problems: Problems) -> Body | None:
        """Return the body; `outside` alone leaves its name to its slug."""
        if isinstance(node, Text):
            if node.value.strip() in ("outside", "independent"):
                independent = "yes" if node.value.strip() == "independent" else "no"
                return Body(name="", outside="yes", independent=independent)
            problems.add(
                node.place, f"'{node.value[:60]}' says nothing of the body", self.words
            )
            return None
        body = Part(Body, "a body").read(_yes_no(node), problems)
        return body if isinstance(body, Body) else None

    def write(self, value: Body) -> Plain:
        """Return the body's names with values."""
        return Part(Body, "a body").write(value)

    def schema(self) -> dict[str, Any]:
        """A body or the word."""
        return {
            "anyOf": [
                {"enum": ["outside", "independent"]},
                Part(Body, "a body").schema(),
            ]
        }


def _yes_no(node: Node) -> Node:
    """Read `true` and `false` as yes and no: both are typed for these marks."""
    if not isinstance(node, Mapping):
        return node
    from_words = {"true": "yes", "false": "no"}
    pairs = tuple(
        (
            key,
            Text(from_words.get(inner.value, inner.value), inner.place)
            if isinstance(inner, Text) and key.value in MARKS
            else inner,
        )
        for key, inner in node.pairs
    )
    return Mapping(pairs, node.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One line of the table of versions."""

    number: str = said(WORDS, "its number", required=True, empty="")
    dated: date | str | None = said(
        Day(month_will_do=True), "its date", silent="not known"
    )
    author: str = said(WORDS, "who wrote it", empty="")
    change: str = said(WORDS, "what it changed", empty="")
    in_force: date | None = said(DAY, "the day from which it is in force")
    consequential: str = said(
        YES_NO, "yes where it changes titles and names alone", empty="no"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One approval that the document says it has."""

    of: str = said(WORDS, "the version approved", required=True, empty="")
    dated: date | str | None = said(Day(month_will_do=True), "when")
    by: str = said(WORDS, "by whom", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law that the document cites and what became of it."""

    title: str = said(WORDS, "its title", required=True, empty="")
    until: date | None = said(DAY, "the day on which it was repealed or replaced")
    replaced_by: str = said(WORDS, "by what", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front matter."""

    charter: str = said(
        NAME_READER, "the charter's slug", required=True, empty="", example="my-group"
    )
    title: str = said(WORDS, "its title", required=True, empty="", example="My Group")
    status: str = said(
        Choice(("draft", "adopted", "superseded", "ready-made")),
        "whether it is adopted",
        empty="adopted",
    )
    calendar: str = said(
        NAME_READER, "the calendar that working days are counted by", empty=""
    )
    time_zone: str = said(WORDS, "its time zone", empty="Europe/London")
    year_starts: str = said(DAY_OF_YEAR, "the day on which its year begins", empty="")
    cover_dated: date | str | None = said(
        Day(month_will_do=True), "the date on its cover"
    )
    bodies: tuple[tuple[str, Body], ...] = said(
        Table(BodyReader()), "the bodies that it names", required=True, empty=()
    )
    versions: tuple[Version, ...] = said(
        Many(Part(Version, "a version")),
        "its versions, the last one in force",
        empty=(),
    )
    approvals: tuple[Given, ...] = said(
        Many(Part(Given, "an approval")), "approvals on record", empty=()
    )
    uses: tuple[str, ...] = said(
        Many(WORDS), "clauses of other charters that it takes over", empty=()
    )
    guide: str = said(
        YES_NO, "yes for a document that sets up nothing by itself", empty="no"
    )
    laws: tuple[Law, ...] = said(
        Many(Part(Law, "a law")), "laws cited that were later repealed", empty=()
    )
    offices: tuple[tuple[str, tuple[str, ...]], ...] = said(
        Table(NAMES), "offices that the text names in several ways", empty=()
    )
