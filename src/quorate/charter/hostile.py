"""What no honest text holds, and what no reader should be given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.problems import TOP, Place

if TYPE_CHECKING:
    from quorate.charter.problems import Problems

LARGEST = 2_000_000
"""Bytes of one charter; the longest of the sources is forty times shorter."""

MOST_LINES = 50_000
DEEPEST_LIST = 6
FARTHEST_IN = 80
"""Columns by which a line can be set in."""

LONGEST_LINE = 20_000
MOST_COLUMNS = 40
"""Of a table; the rows of a wider one would be filled up with empty cells."""

MOST_CELLS = 50_000
"""Of all tables, with those by which short rows are filled up."""

MOST_SHOWN = 20
"""Past so many signs of an attack, or of a file that is no text, none is sought."""

# Marks that turn the order of letters round can show other words than are executed;
# the ends of lines that only some readers know would make them count differently;
# and what has no width makes two names of what looks like one.
UNPRINTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
NESTING = re.compile(
    rf"(?:\s*(?:[-+*>]|[0-9]{{1,9}}[.)])\s){{{DEEPEST_LIST + 1}}}",
)


def too_large(text: str, problems: Problems) -> bool:
    """Note a text over two million bytes; asked before anything else is done to it."""
    size = len(text)
    if size <= LARGEST:
        size = len(text.encode("utf-8", "replace"))
    if size <= LARGEST:
        return False
    problems.add(
        TOP,
        f"the text has at least {size:,} bytes; a charter has at most {LARGEST:,}",
        "Split it, or take out what is not part of the terms (pictures, annexes).",
    )
    return True


def hostile(text: str, problems: Problems) -> bool:
    """
    Note what no honest text holds.

    Sizes and nesting are bounded here, before anything is parsed, so that time and
    memory are bounded for whatever comes.
    """
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        problems.add(
            Place(MOST_LINES),
            f"the text has {len(lines):,} lines; a charter has at most {MOST_LINES:,}",
            "Split it, or take out what is not part of the terms.",
        )
        return True
    columns = cells = 0
    for number, line in enumerate(lines, start=1):
        columns = max(columns, _columns(line)) if line.strip() else 0
        cells += columns
        if cells > MOST_CELLS:
            problems.add(Place(number), f"tables have over {MOST_CELLS:,} cells")
            break
        _line(line, number, problems)
        if len(problems.found) > MOST_SHOWN:
            break
    return bool(problems.found)


def _columns(line: str) -> int:
    """Return the columns of a table where this is the line under its heads."""
    return line.count("|") + 1 if "|" in line and not line.strip("|: \t-") else 0


def _line(line: str, number: int, problems: Problems) -> None:
    unprinted = UNPRINTED.search(line)
    if unprinted:
        problems.add(
            Place(number, unprinted.start() + 1),
            f"a character that can't be printed (U+{ord(unprinted[0]):04X}) "
            "stands here",
            "Take it out, or save the file again as plain UTF-8 text.",
        )
    if len(line) > LONGEST_LINE:
        problems.add(
            Place(number), f"the line is longer than {LONGEST_LINE:,} characters"
        )
    elif NESTING.match(line) or len(line) - len(line.lstrip()) > FARTHEST_IN:
        problems.add(
            Place(number),
            f"lists are nested more than {DEEPEST_LIST} deep here",
            "Check how far the line is set in.",
        )
    elif line.count("|") > MOST_COLUMNS:
        problems.add(
            Place(number),
            f"a table has at most {MOST_COLUMNS} columns",
            "Write '\\|' or another sign where no table is meant.",
        )
