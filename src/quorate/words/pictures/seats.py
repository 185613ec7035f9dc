"""The seats of a body round its table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin

from quorate.rules.membership import Membership
from quorate.words.naming import Naming, in_words
from quorate.words.svg import (
    GREY,
    HUES,
    INK,
    PALE,
    PAPER,
    Picture,
    drawing,
    element,
    heading,
    label,
    wide,
    words,
    wrapped,
)
from quorate.words.translate import ENGLISH, N_, Translation

APART, RADIUS, KEY = 46.0, 17.0, 340.0
ROW, SIZE = 22.0, 14
STEPS = 1440
"""Points on the table's edge between which a seat's place is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """One seat at the table."""

    title: str
    group: str = ""
    holder: str = ""
    """Who holds it, in words; empty while it is vacant."""

    optional: bool = False


def places_of(membership: Membership, naming: Naming) -> tuple[Place, ...]:
    """Return the places of a membership, in the order of the charter's table."""
    return tuple(
        Place(
            _capital(naming.of(seat.name)),
            ", ".join(in_words(one) for one in sorted(seat.groups)) or seat.capacity,
            naming.of(membership.holders[seat.name])
            if seat.name in membership.holders
            else "",
            seat.optional,
        )
        for seat in membership.seats
    )


def seats_picture(
    places: tuple[Place, ...], *, title: str, say: Translation = ENGLISH
) -> Picture:
    """
    Draw seats round a table, those of a group together.

    A filled seat is a full circle, a vacant one an empty square with a broken edge;
    the key beside the table says who sits where.
    """
    order = list(dict.fromkeys(one.group for one in places))
    seated = sorted(places, key=lambda one: order.index(one.group))
    filled = sum(1 for one in places if one.holder)
    description = say(
        N_("%(filled)s of %(number)s seats are filled"),
        filled=filled,
        number=len(places),
    )
    rows = list(_key(seated, say))
    begin, start = heading(title, 600)
    across = max(len(seated) * APART / (2 * pi) * 1.25, 120.0)
    along = across * 0.72
    margin = RADIUS + 16
    height = max(2 * (along + 2 * margin), len(rows) * ROW + 90)
    middle = (across + 2 * margin, along + 2 * margin + 40)
    table = element(
        "ellipse",
        cx=middle[0],
        cy=middle[1],
        rx=across - 14,
        ry=along - 14,
        fill=PALE,
        stroke=GREY,
        stroke_width=2,
    )
    spots = list(_round(len(seated), across + margin - 8, along + margin - 8, middle))
    drawn = [
        _seat(number, one, spot, HUES[order.index(one.group) % len(HUES)], say)
        for number, (one, spot) in enumerate(zip(seated, spots, strict=True), start=1)
    ]
    left = 2 * middle[0] + 10
    texts = [
        label(text, left + inset, start + 14 + number * ROW, size=SIZE, weight=weight)
        for number, (inset, text, weight) in enumerate(rows)
    ]
    svg = drawing(
        begin,
        table,
        *drawn,
        *texts,
        title=title,
        description=description,
        width=left + KEY,
        height=height + 40,
    )
    said = tuple(text for _, text, _ in _entries(seated, say))
    return Picture(svg, (title, description, *said))


def _entries(
    seated: list[Place], say: Translation
) -> Iterator[tuple[float, str, str | None]]:
    group = None
    for number, one in enumerate(seated, start=1):
        if one.group != group:
            group = one.group
            if group:
                yield 0.0, _capital(group), "bold"
        form = N_("%(number)s. %(title)s: %(holder)s")
        if not one.holder:
            form = N_("%(number)s. %(title)s: vacant")
            if one.optional:
                form = N_("%(number)s. %(title)s: vacant, and need not be filled")
        elif one.holder == one.title:
            form = N_("%(number)s. %(title)s")
        yield 10.0, say(form, number=number, title=one.title, holder=one.holder), None


def _key(
    seated: list[Place], say: Translation
) -> Iterator[tuple[float, str, str | None]]:
    for inset, text, weight in _entries(seated, say):
        for number, line in enumerate(wrapped(text, KEY - 50, SIZE)):
            yield inset + (24.0 if number else 0.0), line, weight


def _round(
    number: int, across: float, along: float, middle: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Yield places at equal distances along the edge, the first at the top."""
    edge = [
        (
            middle[0] + across * sin(2 * pi * step / STEPS),
            middle[1] - along * cos(2 * pi * step / STEPS),
        )
        for step in range(STEPS + 1)
    ]
    lengths = [0.0]
    for one, other in pairwise(edge):
        lengths.append(lengths[-1] + hypot(other[0] - one[0], other[1] - one[1]))
    step = 0
    for place in range(number):
        wanted = lengths[-1] * place / number
        while lengths[step] < wanted:
            step += 1
        yield edge[step]


def _seat(
    number: int, one: Place, spot: tuple[float, float], hue: str, say: Translation
) -> str:
    x, y = spot
    about = one.holder or say(N_("vacant"))
    if one.holder:
        shape = element("circle", cx=x, cy=y, r=RADIUS, fill=hue, stroke=INK)
    else:
        shape = element(
            "rect",
            x=x - RADIUS + 2,
            y=y - RADIUS + 2,
            width=2 * RADIUS - 4,
            height=2 * RADIUS - 4,
            fill=PAPER,
            stroke=hue,
            stroke_width=3,
            stroke_dasharray="5 3",
        )
    figure = label(
        str(number),
        x,
        y + 5,
        anchor="middle",
        weight="bold",
        fill=PAPER if one.holder else INK,
        size=13 if wide(str(number), 14) < 2 * RADIUS else 11,
    )
    tip = element("title", words(f"{one.title}: {about}"))
    return element("g", tip, shape, figure)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
