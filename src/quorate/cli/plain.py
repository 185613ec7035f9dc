"""`quorate plain`: every rule in plain English under its sentence, or as a picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument, OfBody
from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.words.svg import Picture


class Drawn(StrEnum):
    """What can be drawn."""

    SEATS = "seats"
    ROUTE = "route"
    MAP = "map"


def plain(
    charter: CharterArgument,
    *,
    body: OfBody = "",
    clause: Annotated[
        str,
        typer.Option(
            "--clause",
            metavar="ANCHOR",
            help="Only this clause and what stands under it.",
            show_default=False,
        ),
    ] = "",
    picture: Annotated[
        Drawn | None,
        typer.Option(
            "--picture",
            help="Draw instead, as SVG: the seats of a body, the route of its matters, "
            "or the map of all bodies.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the picture to a new file.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put every rule into plain English under its sentence, or draw a body."""
    from quorate.cli.inputs import body_of, read_charter, write_bytes
    from quorate.cli.output import Page, as_data, say

    read = read_charter(charter)
    if output and not picture:
        raise Trouble("--output is for a picture; say which with --picture.")
    if picture:
        drawn = _draw(read, body, picture)
        if output:
            write_bytes(output, drawn.svg.encode())
            say(f"Wrote {output}.")
        elif as_json:
            as_data("quorate-picture/1", {"svg": drawn.svg, "text": list(drawn.text)})
        else:
            typer.echo(drawn.svg)
        return
    chosen = body_of(read, body) if body else ""
    clauses = _clauses(read, chosen, clause)
    if as_json:
        as_data(
            "quorate-plain/1",
            {
                "charter": read.slug,
                "clauses": [_data(read, one, chosen) for one in clauses],
            },
        )
        return
    page = Page()
    for one in clauses:
        _show(read, one, chosen, page)


def _clauses(charter: Charter, body: str, anchor: str) -> list[Clause]:
    from quorate.charter.problems import did_you_mean

    if anchor:
        part = charter.part(anchor)
        if not part:
            anchors = [one.anchor for one in charter.clauses]
            raise Trouble(
                f"{charter.title} has no clause '{anchor}'. "
                f"{did_you_mean(anchor, anchors)}"
            )
        return list(part)
    if not body:
        return list(charter.clauses)
    return [one for one in charter.clauses if _rules(charter, one, body)]


def _rules(charter: Charter, clause: Clause, body: str) -> list[tuple[str, ...]]:
    from quorate.words.plain import plain

    return [
        (rule.title, *plain(rule, charter))
        for rule in charter.rules
        if rule.clause == clause.anchor and (not body or body in rule.bodies)
    ]


def _data(charter: Charter, clause: Clause, body: str) -> dict[str, Any]:
    return {
        "anchor": clause.anchor,
        "citation": clause.citation,
        "text": clause.text,
        "rules": [
            {"title": title, "says": says}
            for title, *says in _rules(charter, clause, body)
        ],
    }


def _show(charter: Charter, clause: Clause, body: str, page: Page) -> None:
    if clause.kind == "heading":
        page.heading(clause.text)
    else:
        page.line()
        page.line(clause.text)
    for title, *says in _rules(charter, clause, body):
        page.indented(title, style="bold cyan")
        for one in says:
            page.indented(one, by=4, style="cyan")


def _draw(charter: Charter, named: str, picture: Drawn) -> Picture:
    from datetime import date

    from quorate.cli.inputs import body_of
    from quorate.rules.membership import membership_on
    from quorate.words.naming import Naming
    from quorate.words.pictures.map import map_picture
    from quorate.words.pictures.route import route_picture
    from quorate.words.pictures.seats import places_of, seats_picture

    if picture is Drawn.MAP:
        return map_picture((charter,), title=charter.title)
    body = body_of(charter, named)
    if picture is Drawn.ROUTE:
        return route_picture(charter, body)
    # Nobody was appointed, so any day gives the same seats, all of them vacant.
    membership = membership_on(charter, body, on=date.min)
    naming = Naming(charter)
    title = charter.bodies[body].name
    return seats_picture(places_of(membership, naming), title=title)
