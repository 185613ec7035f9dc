"""The governance map: bodies by tier, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from quorate.charter.model import Charter
from quorate.words.pictures.map_layout import BOX, SIZE, Layout, Placed, Point, layout
from quorate.words.pictures.map_lines import (
    NAMES,
    TIER_NAMES,
    Box,
    Line,
    Sort,
    boxes_of,
    levels_of,
    lines_of,
)
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
)
from quorate.words.translate import ENGLISH, N_, Translation

DASHES = {
    Sort.REPORTING: None,
    Sort.DELEGATION: "12 5",
    Sort.SCRUTINY: "2 5",
    Sort.SUPPORT: "12 4 2 4",
    Sort.REPRESENTATION: "6 4",
}
INKS = {
    Sort.REPORTING: "#0b0c0c",
    Sort.DELEGATION: "#1d70b8",
    Sort.SCRUTINY: "#d4351c",
    Sort.SUPPORT: "#00703c",
    Sort.REPRESENTATION: "#912b88",
}
HEADS = {
    Sort.REPORTING: ("M 0 0 L 10 5 L 0 10 z", True),
    Sort.DELEGATION: ("M 0 0 L 10 5 L 0 10", False),
    Sort.SCRUTINY: ("M 0 5 L 5 0 L 10 5 L 5 10 z", True),
    Sort.SUPPORT: ("M 1 5 A 4 4 0 1 1 9 5 A 4 4 0 1 1 1 5 z", True),
    Sort.REPRESENTATION: ("M 1 1 H 9 V 9 H 1 z", False),
}
"""Arrow heads: full, open, a lozenge, a disc, an empty square."""


def map_picture(
    charters: tuple[Charter, ...], *, title: str, say: Translation = ENGLISH
) -> Picture:
    """
    Draw the bodies of one or several charters and the lines that they state.

    Bodies that run under the charters have a thick edge, those outside a thin one;
    an organisation or office at the end of a line has round corners. Lines are told
    apart by dash and arrow head as well as by colour. The text is the same as a list,
    each body followed by its own lines.
    """
    boxes, lines = boxes_of(charters), lines_of(charters)
    levels = levels_of(boxes, lines)
    begin, start = heading(title, 600)
    placed = layout(boxes, lines, levels, top=start + 20)
    sorts = tuple(sort for sort in Sort if any(one.sort is sort for one in lines))
    description = say(
        N_("%(bodies)s bodies and others, and %(lines)s lines between them"),
        bodies=len(boxes),
        lines=len(lines),
    )
    svg = drawing(
        element("defs", *(_head(sort) for sort in sorts)),
        begin,
        *_tiers(placed, say),
        *(_line(line, points, boxes, say) for line, points in placed.paths),
        *(_box(one) for one in placed.placed.values()),
        *_legend(sorts, placed.height + 36, say),
        title=title,
        description=description,
        width=placed.width,
        height=placed.height + 46 + 26 * len(sorts),
    )
    return Picture(svg, (title, description, *_told(boxes, lines, levels, say)))


def _told(
    boxes: dict[str, Box],
    lines: tuple[Line, ...],
    levels: dict[str, int],
    say: Translation,
) -> Iterator[str]:
    for code, box in sorted(boxes.items(), key=lambda one: levels[one[0]]):
        tier = say(TIER_NAMES[box.tier]) if box.tier else ""
        yield (
            say(N_("%(body)s (%(tier)s)"), body=box.name, tier=tier)
            if tier
            else (box.name)
        )
        for line in lines:
            if line.one == code:
                yield _sentence(line, boxes, say)


def _sentence(line: Line, boxes: dict[str, Box], say: Translation) -> str:
    form = N_("%(one)s: %(does)s: %(other)s")
    if line.scope:
        form = N_("%(one)s: %(does)s: %(other)s (%(scope)s)")
    return say(
        form,
        one=boxes[line.one].name,
        does=say(NAMES[line.sort]),
        other=boxes[line.other].name,
        scope=line.scope,
    )


def _tiers(placed: Layout, say: Translation) -> Iterator[str]:
    """Yield the name of a tier above its row, where all of the row's tiers are one."""
    named: set[str] = set()
    for top, codes in placed.rows:
        tiers = {placed.placed[code].box.tier for code in codes} - {""}
        if len(tiers) == 1 and not tiers <= named:
            tier = tiers.pop()
            named.add(tier)
            yield label(say(TIER_NAMES[tier]), 8, top - 8, size=12, fill=GREY)


def _box(one: Placed) -> str:
    box = one.box
    shape = element(
        "rect",
        x=one.left,
        y=one.top,
        width=BOX,
        height=one.height,
        rx=3 if box.body else 16,
        fill=PAPER if box.outside else PALE,
        stroke=GREY if box.outside else INK,
        stroke_width=1.5 if box.outside else 3,
    )
    foot = one.top + one.height / 2 + 5 - (len(one.lines) - 1) * 8.5
    texts = [
        label(line, one.left + BOX / 2, foot + row * 17, size=SIZE, anchor="middle")
        for row, line in enumerate(one.lines)
    ]
    return element("g", element("title", words(box.name)), shape, *texts)


def _line(
    line: Line, points: tuple[Point, ...], boxes: dict[str, Box], say: Translation
) -> str:
    tip = element("title", words(_sentence(line, boxes, say)))
    return element("g", tip, _stroke(line.sort, _curve(points)))


def _stroke(sort: Sort, path: str) -> str:
    return element(
        "path",
        d=path,
        fill="none",
        stroke=INKS[sort],
        stroke_width=2,
        stroke_dasharray=DASHES[sort],
        marker_end=f"url(#head-{sort.value})",
    )


def _curve(points: tuple[Point, ...]) -> str:
    """Join points by curves that leave and arrive upright."""
    (x, y), *rest = points
    path = f"M {x:.1f} {y:.1f}"
    for to_x, to_y in rest:
        if to_x == x or to_y == y:
            path += f" L {to_x:.1f} {to_y:.1f}"
        else:
            half = (y + to_y) / 2
            path += f" C {x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = to_x, to_y
    return path


def _head(sort: Sort) -> str:
    path, full = HEADS[sort]
    shape = element(
        "path",
        d=path,
        fill=INKS[sort] if full else PAPER,
        stroke=INKS[sort],
        stroke_width=1.5,
    )
    return element(
        "marker",
        shape,
        id=f"head-{sort.value}",
        viewBox="-1 -1 12 12",
        refX=10,
        refY=5,
        markerWidth=11,
        markerHeight=11,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def _legend(sorts: tuple[Sort, ...], top: float, say: Translation) -> Iterator[str]:
    for number, sort in enumerate(sorts):
        y = top + 26 * number
        yield _stroke(sort, f"M 24 {y:.1f} L 100 {y:.1f}")
        yield label(say(NAMES[sort]), 112, y + 5, size=SIZE)
