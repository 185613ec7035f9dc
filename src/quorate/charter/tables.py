"""The table of a membership, read row by row."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from quorate.charter.kinds.membership import Line
from quorate.charter.problems import Place, did_you_mean
from quorate.charter.readers import NAME

if TYPE_CHECKING:
    from quorate.charter.kinds.membership import Seats
    from quorate.charter.markdown import Rows
    from quorate.charter.problems import Problems

COLUMNS = {
    "Seat": "a short name such as `vice-chair`; must be there",
    "Organisation": "for whom the seat is; several are joined by ` and `",
    "Office": "the post that carries the seat",
    "Places": "`1`, `2`, or `up to 4` for optional seats",
    "Votes": "how many votes it has: `1`, `0`, `1/2`",
    "Group": "the groups it belongs to: names with commas or spaces between",
    "Appointed by": "who appoints to the seat",
    "Link": "the body that the seat links to",
}
HEADS = tuple(COLUMNS)
MOST_SEATS = 1_000
"""Of one table: a few rows of many places must not fill the memory."""

PLACES = re.compile(r"(up to )?([0-9]{1,3})")


def read_lines(table: Rows, rule: Seats, problems: Problems) -> tuple[Line, ...]:
    """Return a line for each row of the table, in its order."""
    _check_heads(table, problems)
    more = dict(rule.more)
    lines: list[Line] = []
    taken: set[str] = set()
    for clause, cells in table.rows if "Seat" in table.heads else ():
        if problems.full:
            break
        row = dict(zip(table.heads, cells, strict=False))
        seat = row.get("Seat", "")
        place = Place(clause.line)
        if not NAME.fullmatch(seat):
            problems.add(
                place,
                f"'{seat[:60]}' is not the name of a seat",
                "Names are lower case, with hyphens and no spaces: vice-chair.",
            )
            continue
        cell = row.get("Places", "").strip()
        if cell and seat in dict(rule.places):
            problems.add(
                place,
                f"the places of '{seat}' are both in its row and read into it",
                "Keep the number if the text gives it, else what is read into it.",
            )
        found = PLACES.fullmatch(cell or "1")
        if not found or not int(found[2]):
            problems.add(
                place,
                f"'{row['Places'][:60]}' is not a number of places",
                "Write 1, 2, or 'up to 4'.",
            )
            continue
        votes = _votes(row.get("Votes", ""), place, problems)
        extra = more.pop(seat, None)
        groups = _groups(row.get("Group", ""), place, problems)
        line = rule.placed(
            Line(
                seat=seat,
                title=(extra.title if extra else "") or row.get("Office", ""),
                organisations=tuple(
                    one.strip()
                    for one in row.get("Organisation", "").split(" and ")
                    if one.strip()
                ),
                office=row.get("Office", ""),
                places=int(found[2]),
                up_to=bool(found[1]),
                votes=extra.votes if extra and extra.votes is not None else votes,
                groups=groups + (extra.groups if extra else ()),
                appointed_by=row.get("Appointed by", ""),
                link=row.get("Link", ""),
                capacity=(extra.capacity if extra else "") or "member",
                note=extra.note if extra else "",
                line=clause.line,
                counted=bool(cell),
            )
        )
        if len(taken) + line.places > MOST_SEATS:
            problems.add(place, f"a body has at most {MOST_SEATS:,} seats")
            break
        names = {seat, *seat_names(line)}
        if taken & names:
            problems.add(
                place,
                f"'{min(taken & names)}' stands twice",
                "Use 'Places' for several seats.",
            )
            continue
        taken |= names
        lines.append(line)
    known = {line.seat for line in lines}
    of_no_row = [("more", seat) for seat in more]
    of_no_row += [("places", seat) for seat, _ in rule.places if seat not in known]
    for field, seat in of_no_row:
        problems.add(
            rule.place,
            f"'{field}' speaks of '{seat}', which is not in the table",
            did_you_mean(seat, known),
        )
    return tuple(lines)


def _check_heads(table: Rows, problems: Problems) -> None:
    for head in table.heads:
        if head not in HEADS:
            problems.add(
                Place(table.line),
                f"the membership has no column '{head[:60]}'",
                did_you_mean(head, HEADS),
            )
    if "Seat" not in table.heads:
        problems.add(
            Place(table.line),
            "the membership has no column 'Seat'",
            "It holds a short name for each seat, such as vice-chair.",
        )
    if not table.rows:
        problems.add(Place(table.line), "the membership has no rows")


def _groups(cell: str, place: Place, problems: Problems) -> tuple[str, ...]:
    groups = tuple(one for one in re.split(r"[,\s]+", cell.strip()) if one)
    for group in groups:
        if not NAME.fullmatch(group):
            problems.add(
                place,
                f"'{group[:60]}' is not the name of a group",
                "Names are lower case, with hyphens and no spaces: two-tier-councils.",
            )
    return groups


def _votes(cell: str, place: Place, problems: Problems) -> Fraction | None:
    if not cell.strip():
        return None
    if re.fullmatch(r"[0-9]{1,6}(/[1-9][0-9]{0,5})?", cell.strip()):
        return Fraction(cell.strip())
    problems.add(place, f"'{cell[:60]}' is not a number of votes", "Write 1, or 0.")
    return None


def seat_names(line: Line) -> tuple[str, ...]:
    """Return the seats that a line makes: `districts-1` and `districts-2` for two."""
    if line.places == 1 and not line.up_to:
        return (line.seat,)
    return tuple(f"{line.seat}-{number}" for number in range(1, line.places + 1))
