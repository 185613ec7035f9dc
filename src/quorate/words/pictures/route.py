"""The way of a matter that a body can't settle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quorate.charter.kinds.authority import Referral
from quorate.charter.model import Charter
from quorate.words.naming import Naming
from quorate.words.saying_times import deadline_in_words
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
    wrapped,
)
from quorate.words.translate import ENGLISH, N_, Translation

WIDTH, GAP, LEFT, SIZE = 260.0, 74.0, 70.0, 14
COLUMN = LEFT + WIDTH + 30
ENDS = {
    "the matter falls": N_("if nobody answers, the matter falls"),
    "back to the body that asked": N_("if nobody answers, it comes back"),
    "not stated": N_("if nobody answers: the terms do not say"),
}


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    arrow: str
    """What stands beside the arrow that leads to it."""


def route_picture(
    charter: Charter, body: str, *, say: Translation = ENGLISH
) -> Picture:
    """
    Draw where a body's matters go, one column for each referral rule.

    A full arrow leads to the next body, a broken one back to the body that asked. A
    body without such a rule gets a picture that says so.
    """
    naming = Naming(charter, say=say)
    rules = charter.rules_of(body, Referral)
    title = say(N_("Where a matter goes from %(body)s"), body=naming.of(body))
    width = max(len(rules) * COLUMN + 20, 560.0)
    begin, start = heading(title, width)
    columns = [
        _drawn(rule, body, (20 + number * COLUMN + LEFT, start + 10), naming)
        for number, rule in enumerate(rules)
    ]
    text = [line for rule in rules for line in _told(rule, body, naming)]
    if not columns:
        text = [say(N_("The terms do not say where a matter goes."))]
        columns = [(label(text[0], 20, start + 20), start + 40)]
    svg = drawing(
        _head(),
        begin,
        *(markup for markup, _ in columns),
        title=title,
        description=" ".join(text),
        width=width,
        height=max(height for _, height in columns) + 20,
    )
    return Picture(svg, (title, *text))


def _steps(rule: Referral, body: str, naming: Naming) -> Iterator[_Step]:
    say = naming.say
    within = deadline_in_words(rule.each_within, naming) if rule.each_within else ""
    yield _Step(_capital(naming.of(body)), "")
    for number, one in enumerate(rule.to):
        arrow = rule.when if not number and rule.when else ""
        if number:
            arrow = say(N_("if it does not settle the matter"))
        if within:
            arrow = f"{arrow}; {within}" if arrow else within
        yield _Step(_capital(naming.of(one)), arrow)


def _told(rule: Referral, body: str, naming: Naming) -> Iterator[str]:
    say = naming.say
    steps = list(_steps(rule, body, naming))
    for one, other in pairwise(steps):
        form = N_("From %(one)s to %(other)s.")
        if other.arrow:
            form = N_("From %(one)s to %(other)s: %(arrow)s.")
        yield say(form, one=one.name, other=other.name, arrow=other.arrow)
    if rule.if_unanswered:
        yield _capital(say(ENDS[rule.if_unanswered])) + "."
    if rule.returns == "yes":
        yield say(N_("The outcome comes back to %(body)s."), body=naming.of(body))


def _drawn(
    rule: Referral, body: str, corner: tuple[float, float], naming: Naming
) -> tuple[str, float]:
    steps = list(_steps(rule, body, naming))
    left, top = corner
    drawn: list[str] = []
    middles: list[float] = []
    for step in steps:
        if step.arrow or middles:
            beside = wrapped(step.arrow, WIDTH - 30, 12)
            gap = max(GAP, len(beside) * 15 + 34)
            drawn.append(_arrow(left + 24, top, top + gap - 4))
            drawn += [
                label(line, left + 40, top + 22 + row * 15, size=12, fill=GREY)
                for row, line in enumerate(beside)
            ]
            top += gap
        box, height = _box(step.name, left, top, first=not middles)
        drawn.append(box)
        middles.append(top + height / 2)
        top += height
    if rule.returns == "yes":
        drawn.append(_back(left, middles))
    if rule.if_unanswered:
        ending = wrapped(naming.say(ENDS[rule.if_unanswered]), WIDTH, 12)
        drawn += [
            label(line, left, top + 22 + row * 15, size=12, fill=GREY)
            for row, line in enumerate(ending)
        ]
        top += 22 + len(ending) * 15
    return element("g", *drawn), top


def _box(name: str, left: float, top: float, *, first: bool) -> tuple[str, float]:
    lines = wrapped(name, WIDTH - 24, SIZE)
    height = len(lines) * 18 + 20.0
    shape = element(
        "rect",
        x=left,
        y=top,
        width=WIDTH,
        height=height,
        rx=0 if first else 8,
        fill=PALE if first else PAPER,
        stroke=INK,
        stroke_width=3 if first else 1.5,
    )
    texts = [
        label(line, left + WIDTH / 2, top + 25 + row * 18, size=SIZE, anchor="middle")
        for row, line in enumerate(lines)
    ]
    return element("g", shape, *texts), height


def _arrow(x: float, top: float, foot: float) -> str:
    return element(
        "path",
        d=f"M {x:.0f} {top:.0f} V {foot:.0f}",
        stroke=INK,
        stroke_width=2,
        fill="none",
        marker_end="url(#route-head)",
    )


def _back(left: float, middles: list[float]) -> str:
    return element(
        "path",
        d=f"M {left:.0f} {middles[-1]:.0f} H {left - 44:.0f} V {middles[0]:.0f} "
        f"H {left - 6:.0f}",
        stroke=GREY,
        stroke_width=2,
        stroke_dasharray="6 4",
        fill="none",
        marker_end="url(#route-head)",
    )


def _head() -> str:
    shape = element("path", d="M 0 0 L 10 5 L 0 10 z", fill=INK)
    marker = element(
        "marker",
        shape,
        id="route-head",
        viewBox="0 0 10 10",
        refX=8,
        refY=5,
        markerWidth=9,
        markerHeight=9,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )
    return element("defs", marker)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
