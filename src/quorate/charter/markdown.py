"""A charter's text, taken apart: front matter, clauses, and the blocks of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from quorate.charter.anchors import Anchors
from quorate.charter.clauses import (
    KNOWN_ATTRIBUTES,
    Attributes,
    Clause,
    attributes_of,
    references_of,
)
from quorate.charter.problems import TOP, Place, did_you_mean

if TYPE_CHECKING:
    from markdown_it.token import Token

    from quorate.charter.problems import Problems

FENCE = re.compile(r"^(\s*)(`{3,}(?=[^`]*$)|~{3,})")

_markdown = MarkdownIt("commonmark").enable("table")
# Where these see code, raw HTML or the addresses of links, a clerk set words in or
# put them in brackets; they must not vanish from the clauses.
_markdown.disable(["code", "html_block", "reference"])
# Clauses keep their words as typed; only blocks are told apart.
_markdown.core.ruler.disable(["inline"])


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of rules under a clause."""

    text: str
    place: Place
    """Of the first character inside the fence."""

    lines: tuple[int, int]
    """First and last line of the whole fence in the text, both included."""

    indent: int
    """Columns by which the fence is set in; tabs and spaces alike."""

    clause: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, for rules that are written as one."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Clause, tuple[str, ...]], ...]
    clause: str
    """The anchor of the clause before the table."""

    line: int
    """Of its heads."""


@dataclass(slots=True)
class Parts:
    """What a text falls into."""

    front: str | None = None
    """None where it could not be told from the rest."""

    clauses: list[Clause] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: dict[int, Rows] = field(default_factory=dict)
    """By the number of the block that follows the table."""

    twice: tuple[str, ...] = ()


def take_apart(text: str, problems: Problems) -> Parts:
    """Take a text apart; notes problems of the Markdown in `problems`."""
    front, body, offset = _front_matter(text, problems)
    _unclosed(text, problems)
    reading = _Reading(offset, problems)
    reading.lines = body.split("\n")
    reading.walk(_markdown.parse(body))
    reading.parts.front = front
    reading.parts.twice = tuple(reading.anchors.twice)
    return reading.parts


def _front_matter(text: str, problems: Problems) -> tuple[str | None, str, int]:
    if not text.startswith("---\n"):
        problems.add(
            TOP,
            "the text does not begin with '---'",
            "Begin with '---', then 'charter:' and 'title:', then '---' again.",
        )
        return None, text, 0
    end = text.find("\n---\n", 3)
    if end < 0:
        problems.add(TOP, "the part after '---' is never closed by another '---'")
        return None, "", 0
    front = text[4 : end + 1]
    return front, text[end + 5 :], front.count("\n") + 2


def _unclosed(text: str, problems: Problems) -> None:
    opened: tuple[str, int] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        found = FENCE.match(line)
        if not found:
            continue
        if opened is None:
            opened = (found[2], number)
        elif found[2].startswith(opened[0]) and not line.strip(" `~"):
            opened = None
    if opened:
        problems.add(
            Place(opened[1]),
            "a block opened here is never closed",
            f"Write {opened[0]} on a line of its own after its last line.",
        )


class _Reading:
    """Walks the tokens and gives each clause its anchor."""

    def __init__(self, offset: int, problems: Problems) -> None:
        self.offset = offset
        self.problems = problems
        self.parts = Parts()
        self.anchors = Anchors()
        self.items: list[tuple[str, str]] = []
        """For each open list item: its number, and its anchor once that is known."""
        self.lines: list[str] = []
        self.table: Rows | None = None

    def walk(self, tokens: list[Token]) -> None:
        for number, token in enumerate(tokens):
            match token.type:
                case "heading_open":
                    self.heading(token, tokens[number + 1])
                case "paragraph_open":
                    self.words(tokens[number + 1])
                case "list_item_open":
                    self.items.append((token.info, ""))
                case "list_item_close":
                    self.items.pop()
                case "table_open":
                    self.rows(tokens, number)
                case "fence":
                    self.fence(token)

    def line(self, token: Token) -> int:
        return self.offset + (token.map[0] if token.map else 0) + 1

    def attributes(self, raw: str, line: int) -> tuple[str, Attributes]:
        words, attributes = attributes_of(raw)
        line += raw.rstrip().count("\n")
        for unknown in attributes.unknown:
            if self.problems.full:
                break
            name = unknown.lstrip("#").partition("=")[0]
            self.problems.add(
                Place(line),
                f"'{{{unknown[:60]}}}' says nothing that is known",
                "A clause is named by {#letters-and-figures}."
                if unknown.startswith("#") and name not in KNOWN_ATTRIBUTES
                else did_you_mean(name, KNOWN_ATTRIBUTES),
            )
        return words, attributes

    def add(self, clause: Clause) -> None:
        self.parts.clauses.append(clause)
        self.table = None

    def heading(self, token: Token, inline: Token) -> None:
        line = self.line(inline)
        words, attributes = self.attributes(inline.content, line)
        text, references = references_of(words, line)
        level = int(token.tag[1])
        anchor, number = self.anchors.under_heading(text, level, attributes)
        values = attributes.values
        self.add(
            Clause(
                anchor,
                "heading",
                text,
                number,
                text,
                level,
                line,
                self.anchors.bodies,
                was=values.get("was", ""),
                stood_in=values.get("in", ""),
                about=values.get("about", ""),
                references=references,
            )
        )

    def words(self, inline: Token) -> None:
        line = self.line(inline)
        words, attributes = self.attributes(inline.content, line)
        text, references = references_of(words, line)
        text = " ".join(text.split())
        marker, _ = self.items[-1] if self.items else ("", "")
        first = bool(self.items) and not self.items[-1][1]
        within = next((a for _, a in reversed(self.items) if a), "")
        anchor, number, named = self.anchors.of_words(
            text, attributes, marker=marker if first else "", within=within
        )
        if first:
            self.items[-1] = (marker, anchor if number or attributes.name else within)
        values = attributes.values
        bodies = (
            tuple(values["for"].split("+")) if "for" in values else self.anchors.bodies
        )
        kind = "item" if first else "paragraph"
        self.add(
            Clause(
                anchor,
                kind,
                text,
                number,
                self.anchors.heading,
                0,
                line,
                bodies,
                named,
                was=values.get("was", ""),
                stood_in=values.get("in", ""),
                about=values.get("about", ""),
                references=references,
            )
        )

    def rows(self, tokens: list[Token], start: int) -> None:
        heads: list[str] = []
        rows: list[tuple[Clause, tuple[str, ...]]] = []
        cells: list[str] = []
        before = self.parts.clauses[-1].anchor if self.parts.clauses else ""
        line = 0
        for number in range(start, len(tokens)):
            token = tokens[number]
            if token.type == "tr_open":
                cells, line = [], self.line(token)
            elif token.type == "inline":
                cells.append(" ".join(token.content.split()))
            elif token.type == "tr_close" and not heads:
                heads = cells
            elif token.type == "tr_close":
                rows.append((self.row(cells, line), tuple(cells)))
            elif token.type == "table_close":
                break
        self.table = Rows(tuple(heads), tuple(rows), before, self.line(tokens[start]))

    def row(self, cells: list[str], line: int) -> Clause:
        last, attributes = self.attributes(cells[-1], line)
        cells[-1] = last
        shown, references = references_of(" · ".join(one for one in cells if one), line)
        if attributes.name:
            anchor, _, named = self.anchors.of_words(
                "", attributes, marker="", within=""
            )
        else:
            anchor, named = self.anchors.of_row(cells[0])
        clause = Clause(
            anchor,
            "row",
            shown,
            "",
            self.anchors.heading,
            0,
            line,
            self.anchors.bodies,
            named,
            was=attributes.values.get("was", ""),
            stood_in=attributes.values.get("in", ""),
            about=attributes.values.get("about", ""),
            references=references,
            cells=tuple(cells),
        )
        self.parts.clauses.append(clause)
        return clause

    def fence(self, token: Token) -> None:
        if token.info.strip() != "rule" or not token.map:
            if token.info.strip().startswith("rule"):
                self.problems.add(
                    Place(self.line(token)),
                    f"'{token.info.strip()[:60]}' is not how a rule begins",
                    "Write ```rule alone on the line.",
                )
            return
        line = self.line(token)
        raw = self.lines[token.map[0]]
        indent = len(raw) - len(raw.lstrip())
        if not raw.lstrip().startswith(token.markup):
            # Its lines could not be told from those of the list or quotation.
            self.problems.add(
                Place(line, indent + 1),
                "a block of rules must begin on a line of its own",
                "Write ```rule alone on the line, under the words that it executes.",
            )
        anchor = self.parts.clauses[-1].anchor if self.parts.clauses else ""
        if self.table is not None:
            anchor = self.table.clause
            self.parts.tables[len(self.parts.blocks)] = self.table
        lines = (line, self.offset + token.map[1])
        place = Place(line + 1, indent + 1)
        self.parts.blocks.append(Block(token.content, place, lines, indent, anchor))
