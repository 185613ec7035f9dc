"""How commands show what they found: as words, tables and trees, or as data."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NARROWEST = 60
"""Columns; a table in fewer is a heap of letters."""


FORMS = {
    "finding/1": "a finding, inside other forms: what the rules say, with reasons",
    "certificate/1": "a decision certificate; quorate certify",
    "quorate-certify/1": "where a certificate was written, with its digest",
    "quorate-compare/1": "what differs between two versions, and the findings changed",
    "quorate-coverage/1": "each clause with how far it is run, and totals",
    "quorate-doctor/1": "what was looked for here, and found",
    "quorate-explain/1": "a question, its finding, and the finding in words",
    "quorate-new/1": "the file that was written",
    "quorate-picture/1": "a picture as SVG, and the same in words",
    "quorate-plain/1": "clauses with their rules in plain English",
    "quorate-plan/1": "the rows of a year, by day",
    "quorate-remarks/1": "remarks, open, ruled or stale; rulings that settle nothing",
    "quorate-scenario-run/1": "scenario files with what came out otherwise",
    "quorate-shelf/1": "the charters that ship",
    "quorate-show/1": "a charter: versions, bodies, seats, offices, clauses and rules",
    "quorate-tour/1": "the stations of the tour with what they showed",
    "quorate-trouble/1": "what kept a command from its work, with every problem",
    "quorate-verify/1": "what checking a certificate came to",
    "quorate-whatif/1": "chances as exact fractions, and whom to ring",
}
"""The forms of `--json` by name and version. Old ones stay readable for ever."""


def clean(words: str) -> str:
    """Replace signs that would move a terminal's cursor or turn its letters round."""
    from quorate.charter.hostile import UNPRINTED

    return UNPRINTED.sub("\ufffd", words)


def say(words: str = "") -> None:
    """Print a line."""
    typer.echo(clean(words))


def as_data(schema: str, data: Mapping[str, Any]) -> None:
    """Print data under the name of its form, which must be a known one."""
    if schema not in FORMS:
        raise ValueError(f"no form is called {schema}")
    whole = {"schema": schema, **data}
    print_json(whole, indent=2)


def print_json(data: Mapping[str, Any], *, indent: int = 1) -> None:
    """Print JSON; where standard output lacks letters, written in those it has."""
    whole = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    typer.echo(json.dumps(data, indent=indent, ensure_ascii=not whole, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


class Page:
    """Headings, lines, tables and trees, on a terminal or in a file."""

    def __init__(self) -> None:
        """Write to standard output as it is now."""
        from rich.console import Console

        # Nothing in a charter is markup to us; only what stands here has style.
        self.console: Console = Console(
            file=sys.stdout, markup=False, highlight=False, emoji=False
        )
        self.console.width = max(self.console.width, NARROWEST)

        self.began = False

    def heading(self, words: str) -> None:
        """Print a heading, set off from what stands above it by an empty line."""
        if self.began:
            self.line()
        self.line(words, style="bold")

    def line(self, words: str = "", *, style: str = "") -> None:
        """Print a line, wrapped between words."""
        self._print(clean(words), style=style or None)

    def _print(self, shown: RenderableType, *, style: str | None = None) -> None:
        """Print; in a file, without the blanks that fill a terminal's lines."""
        self.began = True
        if self.console.is_terminal:
            self.console.print(shown, style=style)
            return
        with self.console.capture() as captured:
            self.console.print(shown, style=style)
        for one in captured.get().splitlines():
            sys.stdout.write(f"{one.rstrip()}\n")

    def indented(self, words: str, *, by: int = 2, style: str = "") -> None:
        """Print words set in, all their lines alike."""
        from rich.padding import Padding
        from rich.text import Text

        text = Text(clean(words), style=style)
        self._print(Padding(text, (0, 0, 0, by)))

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        first: str = "",
        styles: Sequence[str] = (),
    ) -> None:
        """
        Print a table; columns in which nothing stands are left out.

        `first` is the style of the first column, `styles` are those of the rows.
        """
        from rich.box import SIMPLE_HEAD
        from rich.table import Table

        filled = [tuple(clean(cell) for cell in row) for row in rows]
        shown = [
            number for number in range(len(heads)) if any(row[number] for row in filled)
        ]
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for number in shown:
            table.add_column(heads[number], style=first if number == 0 else None)
        for place, row in enumerate(filled):
            style = styles[place] if styles else None
            table.add_row(*(row[number] for number in shown), style=style)
        self._print(table)

    def tree(self, lines: Iterable[tuple[int, str]]) -> None:
        """Print lines as a tree; each comes with its level, the first with nought."""
        from rich.text import Text
        from rich.tree import Tree

        stack: list[Tree] = []
        for level, words in lines:
            text = Text(clean(words))
            del stack[level:]
            stack.append(
                stack[-1].add(text) if stack else Tree(text, guide_style="dim")
            )
            if not level:
                text.stylize("bold")
                root = stack[0]
        if stack:
            self._print(root)
