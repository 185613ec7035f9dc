"""SVG as text: elements, letters that are measured, lines that are wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
INK, PAPER, PALE, GREY = "#0b0c0c", "#ffffff", "#f3f2f1", "#505a5f"
HUES = ("#1d70b8", "#00703c", "#912b88", "#7a5c00", "#0f766e", "#d4351c", "#4c2c92")
"""Dark enough for white figures on them, and told apart by most eyes."""

NARROW, WIDE = frozenset("iljtfI.,:;'’‘!|()[]- "), frozenset("mwMW@%&—")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and what it shows in words for those who do not see it."""

    svg: str
    text: tuple[str, ...]
    """The same as lines of text, in the order in which one would read them out."""


def element(name: str, *inside: str, **attributes: object) -> str:
    """
    Return an element with what stands in it, which is markup already.

    A hyphen in an attribute's name is written as an underscore; an attribute that is
    None is left out.
    """
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inside:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(inside)}</{name}>"


def words(text: str) -> str:
    """Return text fit to stand in an element."""
    return escape(NOT_IN_XML.sub("", text))


def _attribute(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return words(str(value))


def drawing(
    *inside: str, title: str, description: str, width: float, height: float
) -> str:
    """Return a whole picture, with the title and description that are read out."""
    return element(
        "svg",
        element("title", words(title)),
        element("desc", words(description)),
        element("rect", width="100%", height="100%", fill=PAPER),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        # Not by ids, which two pictures on one page would share.
        aria_label=f"{title}. {description}",
        viewBox=f"0 0 {_attribute(width)} {_attribute(height)}",
        width=width,
        height=height,
        font_family=FONT,
    )


def label(
    text: str,
    x: float,
    y: float,
    *,
    size: int = 14,
    fill: str = INK,
    anchor: str = "start",
    weight: str | None = None,
) -> str:
    """Return one line of text, `y` at its foot."""
    return element(
        "text",
        words(text),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        font_weight=weight,
    )


def heading(title: str, width: float) -> tuple[str, float]:
    """Return a picture's title within a width, and where what is below it begins."""
    lines = wrapped(title, width - 40, 18)
    markup = [
        label(line, 20, 30 + row * 22, size=18, weight="bold")
        for row, line in enumerate(lines)
    ]
    return element("g", *markup), 30.0 + len(lines) * 22


def wide(text: str, size: int) -> float:
    """Return the width of a text at most, in the widest of the fonts."""
    return sum(_ems(letter) for letter in text) * size


def _ems(letter: str) -> float:
    if letter in NARROW:
        return 0.42
    if letter in WIDE:
        return 1.0
    return 0.74 if letter.isupper() else 0.63


def wrapped(text: str, width: float, size: int) -> tuple[str, ...]:
    """Break a text into lines of a width; a word that is too long is cut in two."""
    lines: list[str] = []
    line = ""
    waiting = text.split()
    while waiting:
        word = waiting.pop(0)
        longer = f"{line} {word}".strip()
        if wide(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
            line = ""
            waiting.insert(0, word)
            continue
        fits = next(
            number
            for number in range(len(word), 0, -1)
            if wide(word[:number], size) <= width or number == 1
        )
        lines.append(word[:fits])
        if word[fits:]:
            waiting.insert(0, word[fits:])
    return (*lines, line) if line else tuple(lines)
