"""Which lines of a text each rule of a block takes up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quorate.charter.blocks import read_block
from quorate.charter.nodes import Listing, Mapping
from quorate.charter.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quorate.charter.markdown import Block
    from quorate.charter.problems import Place


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of the text, both included."""

    first: int
    last: int
    column: int
    """Where the first of them begins, from 1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind's name in a block and what stands under it."""

    kind: str
    span: Span
    places: tuple[Place, ...]
    """Of its rules: one, or one for each item of a list."""

    items: tuple[Span, ...]
    """Of the list's items; empty where no list stands there."""


def entries_of(block: Block) -> tuple[Entry, ...]:
    """Return the entries of a block that was read without a problem."""
    node = read_block(block.text, block.place, Problems())
    if not isinstance(node, Mapping):
        return ()
    lines = block.text.split("\n")
    starts = [key.place for key, _ in node.pairs]
    spans = _spans(starts, len(lines), lines, block)
    entries = []
    for (key, inner), span in zip(node.pairs, spans, strict=True):
        if not isinstance(inner, Listing):
            entries.append(Entry(key.value, span, (key.place,), ()))
            continue
        places = tuple(item.place for item in inner.items)
        dashes = [_dash(place, lines, block) for place in places]
        end = span.last - block.place.line + 1
        items = _spans(dashes, end, lines, block)
        entries.append(Entry(key.value, span, places, tuple(items)))
    return tuple(entries)


def _spans(
    starts: Sequence[Place], end: int, lines: Sequence[str], block: Block
) -> list[Span]:
    """Part the lines at the starts; blank lines and comments go with what follows."""
    spans = []
    ends = [place.line - block.place.line for place in starts[1:]]
    for place, after in zip(starts, [*ends, end], strict=True):
        first = place.line - block.place.line
        last = after
        while last > first + 1 and _says_nothing(lines[last - 1]):
            last -= 1
        spans.append(Span(place.line, block.place.line + last - 1, place.column))
    return spans


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _dash(place: Place, lines: Sequence[str], block: Block) -> Place:
    """Return where the dash before an item stands, on its line or one above it."""
    number = place.line - block.place.line
    while not lines[number].lstrip().startswith("-"):
        number -= 1
    line = lines[number]
    column = block.place.column + len(line) - len(line.lstrip())
    return type(place)(block.place.line + number, column)
