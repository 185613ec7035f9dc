"""Attendance as a grid of seats by meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from quorate.words.svg import (
    GREY,
    INK,
    PALE,
    PAPER,
    Picture,
    drawing,
    element,
    heading,
    label,
    words,
    wrapped,
)
from quorate.words.translate import ENGLISH, N_, Translation


class Mark(StrEnum):
    """How a seat was attended. Why somebody was away is never drawn."""

    PRESENT = "present"
    SUBSTITUTE = "substitute"
    APOLOGY = "apology"
    ABSENT = "absent"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


MEANS = {
    Mark.PRESENT: N_("present"),
    Mark.SUBSTITUTE: N_("a substitute came"),
    Mark.APOLOGY: N_("apologies"),
    Mark.ABSENT: N_("absent without apologies"),
    Mark.NOBODY: N_("seat vacant"),
    Mark.UNKNOWN: N_("not on record"),
}
CELL, ROW, NAMES, SIZE = 78.0, 34.0, 250.0, 13


@dataclass(frozen=True, slots=True)
class Attended:
    """One row: a seat, and how it was attended at each meeting."""

    title: str
    marks: tuple[Mark, ...]


def attendance_picture(
    meetings: tuple[str, ...],
    rows: tuple[Attended, ...],
    *,
    title: str,
    say: Translation = ENGLISH,
) -> Picture:
    """
    Draw the grid; `meetings` are the heads of its columns, such as '7 May 2019'.

    Marks differ by shape as well as by colour. Raises `ValueError` where a row has
    more or fewer marks than there are meetings.
    """
    told = tuple(_told(row, meetings, say) for row in rows)
    heads = [wrapped(one, CELL - 6, 12) for one in meetings]
    width = max(_x(len(meetings)), 660.0)
    begin, start = heading(title, width)
    top = start + 10 + 15 * max((len(one) for one in heads), default=0)
    drawn = [
        label(line, _x(number), start + 10 + 15 * at, size=12, anchor="middle")
        for number, lines in enumerate(heads)
        for at, line in enumerate(lines)
    ]
    for number, row in enumerate(rows):
        drawn += _row(row, top, striped=number % 2 == 0, say=say)
        top += _height(row)
    drawn += _legend(top + 40, say)
    description = say(
        N_("%(seats)s seats by %(meetings)s meetings"),
        seats=len(rows),
        meetings=len(meetings),
    )
    svg = drawing(
        begin,
        *drawn,
        title=title,
        description=description,
        width=width,
        height=top + 40 + 26 * 3,
    )
    return Picture(svg, (title, description, *told))


def _told(row: Attended, meetings: tuple[str, ...], say: Translation) -> str:
    each = "; ".join(
        f"{meeting}: {say(MEANS[mark])}"
        for meeting, mark in zip(meetings, row.marks, strict=True)
    )
    held = [mark for mark in row.marks if mark not in (Mark.NOBODY, Mark.UNKNOWN)]
    return say(
        N_("%(seat)s: present %(present)s of %(number)s times (%(each)s)"),
        seat=row.title,
        present=held.count(Mark.PRESENT),
        number=len(held),
        each=each,
    )


def _x(number: int) -> float:
    return NAMES + 20 + CELL * (number + 0.5)


def _height(row: Attended) -> float:
    return max(ROW, len(wrapped(row.title, NAMES - 20, SIZE)) * 17 + 14)


def _row(
    row: Attended, top: float, *, striped: bool, say: Translation
) -> Iterator[str]:
    height = _height(row)
    if striped:
        width = NAMES + CELL * len(row.marks) + 10
        yield element("rect", x=10, y=top, width=width, height=height, fill=PALE)
    lines = wrapped(row.title, NAMES - 20, SIZE)
    foot = top + height / 2 + 5 - (len(lines) - 1) * 8.5
    for at, line in enumerate(lines):
        yield label(line, 20, foot + at * 17, size=SIZE)
    for number, mark in enumerate(row.marks):
        tip = element("title", words(f"{row.title}: {say(MEANS[mark])}"))
        yield element("g", tip, shape(mark, _x(number), top + height / 2))


def shape(mark: Mark, x: float, y: float) -> str:
    """Return the sign of a mark, its middle at a point."""
    if mark is Mark.PRESENT:
        return element("circle", cx=x, cy=y, r=9, fill="#00703c")
    if mark is Mark.SUBSTITUTE:
        ring = element(
            "circle", cx=x, cy=y, r=8, fill=PAPER, stroke="#1d70b8", stroke_width=3
        )
        half = f"M {x:.1f} {y - 8:.1f} A 8 8 0 0 1 {x:.1f} {y + 8:.1f} z"
        return ring + element("path", d=half, fill="#1d70b8")
    if mark is Mark.APOLOGY:
        foot = f"{x + 10:.1f},{y + 8:.1f} {x - 10:.1f},{y + 8:.1f}"
        points = f"{x:.1f},{y - 9:.1f} {foot}"
        return element(
            "polygon", points=points, fill=PAPER, stroke="#594d00", stroke_width=2.5
        )
    if mark is Mark.ABSENT:
        cross = (
            f"M {x - 8:.1f} {y - 8:.1f} L {x + 8:.1f} {y + 8:.1f} "
            f"M {x + 8:.1f} {y - 8:.1f} L {x - 8:.1f} {y + 8:.1f}"
        )
        return element("path", d=cross, stroke="#d4351c", stroke_width=4)
    if mark is Mark.NOBODY:
        dash = f"M {x - 7:.1f} {y:.1f} H {x + 7:.1f}"
        return element("path", d=dash, stroke=GREY, stroke_width=2)
    return label("?", x, y + 6, size=17, anchor="middle", fill=INK, weight="bold")


def _legend(top: float, say: Translation) -> Iterator[str]:
    for number, mark in enumerate(Mark):
        x, y = 32 + 210.0 * (number % 3), top + 26 * (number // 3)
        yield shape(mark, x, y)
        yield label(say(MEANS[mark]), x + 18, y + 5, size=SIZE)
