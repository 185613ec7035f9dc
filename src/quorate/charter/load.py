"""A charter's text, read whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quorate.charter.blocks import read_block
from quorate.charter.fields import attribute, items_of, read_fields
from quorate.charter.front import Front
from quorate.charter.hostile import hostile, too_large
from quorate.charter.interpretations import read_interpretations
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.kinds.terms import (
    Amendment,
    Annex,
    Approval,
    Consequential,
    DefinedTerm,
    Instrument,
    LegalBasis,
    Principle,
    Relation,
    Review,
    Savings,
    Transition,
)
from quorate.charter.markdown import take_apart
from quorate.charter.model import Charter
from quorate.charter.names import check_names
from quorate.charter.nodes import Listing, Mapping, Text
from quorate.charter.problems import TOP, Place, Problems, did_you_mean
from quorate.charter.rule import Rule
from quorate.charter.tables import read_lines
from quorate.charter.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.front import Body
    from quorate.charter.markdown import Block, Parts
    from quorate.charter.nodes import Node

OF_THE_WHOLE = (
    Amendment,
    Annex,
    Approval,
    Consequential,
    DefinedTerm,
    Instrument,
    LegalBasis,
    Principle,
    Relation,
    Review,
    Savings,
    Transition,
)
"""Kinds that speak of the document: without `for`, they are for all its bodies."""


def load(text: str, *, name: str = "the charter") -> Charter:
    """
    Read a charter.

    `text` is the whole file, `name` what people call it in errors. Line ends of any
    system are taken. Raises `CharterError` with every problem found; a charter that
    has any is not returned in part.
    """
    problems = Problems()
    if too_large(text, problems):
        problems.raise_if_any(name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if hostile(text, problems):
        problems.raise_if_any(name)
    parts = take_apart(text, problems)
    if problems.found and not parts.clauses:
        problems.raise_if_any(name)
    reading = _Reading(parts, _front(parts.front, problems), problems)
    reading.read()
    charter = Charter(
        text,
        reading.front,
        tuple(parts.clauses),
        tuple(reading.rules),
        tuple(parts.blocks),
        parts.twice,
    )
    if not reading.unread & {Seats, Role}:
        # Where the membership could not be read, every name would seem unknown.
        check_names(charter, problems)
    problems.raise_if_any(name)
    return charter


def _front(text: str | None, problems: Problems) -> Front:
    if text is None:
        return Front()
    before = len(problems.found)
    node = read_block(text, Place(2), problems)
    if node is None:
        if len(problems.found) == before:
            problems.add(TOP, "nothing stands between the two '---'")
        return Front()
    front = Front(**read_fields(Front, node, problems, called="the front matter"))
    known = dict(front.bodies)
    for slug, body in front.bodies:
        if body.parent and body.parent not in known:
            problems.add(
                node.place,
                f"'{slug}' answers to '{body.parent}', but no body has that name",
                did_you_mean(body.parent, known),
            )
    for slug in sorted(_going_round(known)):
        problems.add(
            node.place,
            f"'{slug}' answers to itself, at once or through others",
            "Take one 'parent:' of the circle away.",
        )
    bodies = tuple(
        (slug, body if body.name else replace(body, name=_named(slug)))
        for slug, body in front.bodies
    )
    return replace(front, bodies=bodies)


def _going_round(bodies: dict[str, Body]) -> Iterator[str]:
    """Yield the bodies that their own parents lead back to."""
    for slug, body in bodies.items():
        above, seen = body.parent, {slug}
        while above in bodies and above not in seen:
            seen.add(above)
            above = bodies[above].parent
        if above == slug:
            yield slug


def _named(slug: str) -> str:
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]


class _Reading:
    """Reads the blocks of a text that was taken apart."""

    def __init__(self, parts: Parts, front: Front, problems: Problems) -> None:
        self.parts, self.front, self.problems = parts, front, problems
        self.known = dict(front.bodies)
        self.own = tuple(slug for slug, body in front.bodies if body.outside != "yes")
        self.clauses = {clause.anchor: clause for clause in parts.clauses}
        self.rules: list[Rule] = []
        self.unread: set[type[Rule]] = set()
        """Kinds of which a rule could not be read."""

    def read(self) -> None:
        self.check_headings()
        for number, block in enumerate(self.parts.blocks):
            if self.problems.full:
                break
            self.problems.clause = block.clause
            self.block(block, number)
        self.problems.clause = ""

    def check_headings(self) -> None:
        """Note bodies that `{for=...}` names and the front matter does not."""
        told: set[str] = set()
        for clause in self.parts.clauses if self.known else ():
            for slug in clause.bodies:
                if slug not in self.known and slug not in told:
                    told.add(slug)
                    self.problems.clause = clause.anchor
                    self.problems.add(
                        Place(clause.line),
                        f"'{{for={slug[:60]}}}' names no body of the front matter",
                        did_you_mean(slug, self.known),
                    )
        self.problems.clause = ""

    def block(self, block: Block, number: int) -> None:
        before = len(self.problems.found)
        if not block.clause:
            self.problems.add(
                block.place,
                "the block stands under no clause",
                "Put the sentence that it executes right above it.",
            )
        node = read_block(block.text, block.place, self.problems)
        if node is None:
            if len(self.problems.found) == before:
                self.problems.add(block.place, "the block of rules is empty")
            return
        if not isinstance(node, Mapping):
            self.problems.add(
                node.place,
                "a block of rules begins with the kind of rule",
                "For example 'quorum:' and under it 'needs: at least 5 of present by "
                "person'.",
            )
            return
        for key, inner in node.pairs:
            if self.problems.full:
                break
            kind = KINDS.get(key.value)
            if kind is None:
                self.problems.add(
                    key.place,
                    f"there is no kind of rule called '{key.value[:60]}'",
                    did_you_mean(key.value, KINDS),
                )
                continue
            if isinstance(inner, Listing) and not inner.items:
                self.problems.add(inner.place, f"the list of '{kind.kind}' is empty")
            for one in items_of(inner):
                place = one.place if isinstance(inner, Listing) else key.place
                self.rule(kind, one, place, block, number)

    def rule(
        self, kind: type[Rule], node: Node, place: Place, block: Block, number: int
    ) -> None:
        rule = self.stated(kind, node, place, block)
        if isinstance(rule, Seats):
            rule = _with_table(rule, number, self.parts, self.problems)
        if rule is None:
            self.unread.add(kind)
        else:
            self.rules.append(replace(rule, bodies=self.bodies(rule)))

    def stated(
        self, kind: type[Rule], node: Node, place: Place, block: Block
    ) -> Rule | None:
        """Return the rule without its bodies, or None after noting what is wrong."""
        before = len(self.problems.found)
        if isinstance(node, Text) and not node.value:
            node = Mapping((), node.place)
        readings = read_interpretations(kind, node, self.problems)
        values = read_fields(
            kind,
            node,
            self.problems,
            called=f"'{kind.kind}'",
            also=frozenset({"interpretations"}),
            filled=frozenset(one.field for one in readings),
        )
        for reading in readings:
            held = attribute(kind, reading.field)
            if held in values:
                self.problems.add(
                    reading.place,
                    f"'{reading.field}' is both stated and interpreted",
                    "Keep the statement if the clause makes it, else the "
                    "interpretation.",
                )
            values[held] = reading.take
        if len(self.problems.found) > before or self.problems.full:
            return None
        return kind(
            clause=block.clause, place=place, interpretations=tuple(readings), **values
        )

    def bodies(self, rule: Rule) -> tuple[str, ...]:
        """For which bodies a rule is: its own `for`, its heading's, or the only one."""
        if rule.for_:
            for slug in rule.for_:
                if self.known and slug not in self.known:
                    self.problems.add(
                        rule.place,
                        f"the rule is for '{slug}', but no body has that name",
                        did_you_mean(slug, self.known),
                    )
            return rule.for_
        clause = self.clauses.get(rule.clause)
        if clause is not None and clause.bodies:
            return clause.bodies
        if len(self.own) == 1 or isinstance(rule, OF_THE_WHOLE):
            return self.own
        if self.known:
            self.problems.add(
                rule.place,
                f"nothing says for which body this '{rule.kind}' is",
                "Add 'for:' with the body's name, or {for=...} on the heading. "
                + did_you_mean("", self.own),
            )
        return ()


def _with_table(
    rule: Seats, number: int, parts: Parts, problems: Problems
) -> Seats | None:
    table = parts.tables.get(number)
    if table is None:
        problems.add(
            rule.place,
            "'seats' stands under no table",
            "Put the table of the membership right above the block: "
            "| Seat | Organisation | Office | Places | Votes | Group |.",
        )
        return None
    before = len(problems.found)
    lines = read_lines(table, rule, problems)
    return None if len(problems.found) > before else replace(rule, lines=lines)
