"""
Where the boxes of the map stand, and how its lines pass between them.

Boxes stand in rows. A line over several rows gets a gap of its own in each row that it
crosses, so that it runs behind no box; within a row the order is that in which lines
cross least, found by moving each box towards the middle of its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quorate.words.pictures.map_lines import Box, Line
from quorate.words.svg import wrapped

BOX, BETWEEN, LANE, SIZE = 168.0, 26.0, 16.0, 13
ROW_GAP, MOST_IN_A_ROW, SWEEPS = 84.0, 7, 12

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place; `lines` are the words of its name, wrapped."""

    box: Box
    left: float
    top: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of everything."""

    placed: Mapping[str, Placed]
    paths: tuple[tuple[Line, tuple[Point, ...]], ...]
    width: float
    height: float
    rows: tuple[tuple[float, tuple[str, ...]], ...]
    """For each row its top and the boxes in it."""


@dataclass(slots=True)
class _Rows:
    """The rows while they are put in order; a lane is named by line and row."""

    rows: list[list[str]]
    chains: dict[int, list[str]] = field(default_factory=dict)
    """By line, the boxes and lanes that it passes, from the upper end down."""

    near: dict[str, list[str]] = field(default_factory=dict)


def layout(
    boxes: Mapping[str, Box],
    lines: tuple[Line, ...],
    levels: Mapping[str, int],
    *,
    top: float,
) -> Layout:
    """Place the boxes in the rows of their levels, below `top`."""
    rows = _ordered(_with_lanes(_in_rows(boxes, levels), lines))
    names = {code: wrapped(box.name, BOX - 16, SIZE) for code, box in boxes.items()}
    widths = [sum(_width(one, boxes) for one in row) for row in rows.rows]
    width = max((*widths, 600.0)) + 2 * BETWEEN
    placed: dict[str, Placed] = {}
    middles: dict[str, Point] = {}
    tops: list[tuple[float, tuple[str, ...]]] = []
    for row, taken in zip(rows.rows, widths, strict=True):
        held = tuple(one for one in row if one in boxes)
        height = max((len(names[one]) * 17 + 20.0 for one in held), default=0.0)
        tops.append((top, held))
        x = (width - taken) / 2
        for one in row:
            wide = _width(one, boxes)
            middles[one] = (x + wide / 2, top + height / 2)
            if one in boxes:
                left = x + BETWEEN / 2
                placed[one] = Placed(boxes[one], left, top, height, names[one])
            x += wide
        top += height + ROW_GAP
    paths = _paths(rows, lines, placed, middles)
    return Layout(placed, paths, width, top - ROW_GAP + 30, tuple(tops))


def _in_rows(boxes: Mapping[str, Box], levels: Mapping[str, int]) -> list[list[str]]:
    rows = []
    for level in sorted(set(levels.values())):
        row = [code for code in boxes if levels[code] == level]
        # A long row is broken into rows of like length, not a full one and a rest.
        parts = -(-len(row) // MOST_IN_A_ROW)
        size = -(-len(row) // parts)
        rows += [row[start : start + size] for start in range(0, len(row), size)]
    return rows


def _with_lanes(rows: list[list[str]], lines: tuple[Line, ...]) -> _Rows:
    at = {code: number for number, row in enumerate(rows) for code in row}
    found = _Rows(rows)
    for number, line in enumerate(lines):
        upper, lower = sorted((line.one, line.other), key=lambda one: at[one])
        chain = [upper]
        for row in range(at[upper] + 1, at[lower]):
            lane = f"{number}\n{row}"
            rows[row].append(lane)
            chain.append(lane)
        chain.append(lower)
        found.chains[number] = chain
        for one, other in pairwise(chain):
            found.near.setdefault(one, []).append(other)
            found.near.setdefault(other, []).append(one)
    return found


def _ordered(found: _Rows) -> _Rows:
    """Move each box and lane towards the middle of its neighbours, row by row."""
    for sweep in range(SWEEPS):
        downward = sweep % 2 == 0
        places = {
            one: (number + 0.5) / len(row)
            for row in found.rows
            for number, one in enumerate(row)
        }
        for row in found.rows if downward else reversed(found.rows):
            wanted = {one: _middle(one, found.near, places) for one in row}
            row.sort(key=lambda one, wanted=wanted: wanted[one])  # type: ignore[misc]
            for number, one in enumerate(row):
                places[one] = (number + 0.5) / len(row)
    return found


def _middle(
    one: str, near: Mapping[str, Sequence[str]], places: Mapping[str, float]
) -> float:
    found = [places[other] for other in near.get(one, ())]
    return sum(found) / len(found) if found else places[one]


def _width(one: str, boxes: Mapping[str, Box]) -> float:
    return BOX + BETWEEN if one in boxes else LANE


def _paths(
    rows: _Rows,
    lines: tuple[Line, ...],
    placed: Mapping[str, Placed],
    middles: Mapping[str, Point],
) -> tuple[tuple[Line, tuple[Point, ...]], ...]:
    """Return each line's points, from the box it leaves to the one it reaches."""
    ports = _ports(rows, placed, middles)
    paths = []
    for number, line in enumerate(lines):
        chain = rows.chains[number]
        points: list[Point] = [ports[number, chain[0]]]
        for lane in chain[1:-1]:
            x, y = middles[lane]
            half = _height_beside(y, placed) / 2
            points += [(x, y - half), (x, y + half)]
        points.append(ports[number, chain[-1]])
        if placed[chain[0]].top == placed[chain[-1]].top:
            points = _below(points, number)
        if chain[0] != line.one:
            points.reverse()
        paths.append((line, tuple(points)))
    return tuple(paths)


def _height_beside(y: float, placed: Mapping[str, Placed]) -> float:
    return max(
        (one.height for one in placed.values() if one.top <= y <= one.top + one.height),
        default=0.0,
    )


def _below(points: list[Point], number: int) -> list[Point]:
    """Lead a line between two boxes of one row through the gap below them."""
    (one, y), (other, other_y) = points
    depth = max(y, other_y) + 22 + 5 * (number % 5)
    return [(one, y), (one, depth), (other, depth), (other, other_y)]


def _ports(
    rows: _Rows, placed: Mapping[str, Placed], middles: Mapping[str, Point]
) -> dict[tuple[int, str], Point]:
    """Spread the lines of each box along its upper and its lower edge."""
    sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for number, chain in rows.chains.items():
        first, last = chain[0], chain[-1]
        level = placed[first].top == placed[last].top
        sides.setdefault((first, True), []).append((middles[chain[1]][0], number))
        sides.setdefault((last, level), []).append((middles[chain[-2]][0], number))
    ports = {}
    for (code, lower), leaving in sides.items():
        box = placed[code]
        y = box.top + box.height if lower else box.top
        for place, (_, number) in enumerate(sorted(leaving), start=1):
            x = box.left + BOX * place / (len(leaving) + 1)
            ports[number, code] = (x, y)
    return ports
