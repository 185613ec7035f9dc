"""`quorate show`: what a charter sets up, at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from quorate.cli.options import AsJson, OfBody
from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from quorate.charter.clauses import Clause
    from quorate.charter.front import Body
    from quorate.charter.model import Charter
    from quorate.cli.output import Page

SCHEMA = "quorate-show/1"
LISTED = "quorate-shelf/1"


def show(
    charter: Annotated[
        str,
        typer.Argument(
            metavar="CHARTER",
            help="A charter's file, the slug of one that ships, or - for standard "
            "input. Without it, those that ship are listed.",
            show_default=False,
        ),
    ] = "",
    body: OfBody = "",
    clause: Annotated[
        str,
        typer.Option(
            "--clause",
            metavar="ANCHOR",
            help="Show one clause: its words and its rules.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show a charter: its bodies, their seats and offices, and rules by clause."""
    from quorate.cli.charter_data import charter_data, clause_data, head_data
    from quorate.cli.inputs import body_of, read_charter
    from quorate.cli.output import Page, as_data

    if not charter:
        _shelf(as_json=as_json)
        return
    read = read_charter(charter)
    bodies = (body_of(read, body),) if body else tuple(read.bodies)
    if clause:
        found = _clause_of(read, clause)
        if as_json:
            data = {"charter": head_data(read), "clause": clause_data(read, found)}
            as_data(SCHEMA, data)
        else:
            _show_clause(read, found, Page())
        return
    if as_json:
        as_data(SCHEMA, charter_data(read, bodies))
        return
    _show(read, bodies, Page())


def _shelf(*, as_json: bool) -> None:
    from quorate.cli.output import Page, as_data
    from quorate.cli.progress import watched
    from quorate.cli.shelf import library

    shelf = library()
    listed = [
        {
            "slug": slug,
            "title": charter.title,
            "status": charter.front.status,
            "version": charter.version,
            "bodies": list(charter.own_bodies),
        }
        for slug, charter in (
            (slug, shelf.charters[slug])
            for slug in watched(list(shelf.charter_paths), doing="Reading charters")
        )
    ]
    listed.sort(key=lambda one: (one["status"] == "ready-made", str(one["slug"])))
    if as_json:
        as_data(LISTED, {"charters": listed})
        return
    page = Page()
    page.line("Charters that ship with Quorate", style="bold")
    rows = [
        (
            str(one["slug"]),
            str(one["title"]),
            str(one["version"]),
            "to start from" if one["status"] == "ready-made" else str(one["status"]),
            str(len(charter_bodies)),
        )
        for one in listed
        if isinstance(charter_bodies := one["bodies"], list)
    ]
    page.table(("Slug", "Title", "Version", "Status", "Bodies"), rows, first="bold")


def _clause_of(charter: Charter, anchor: str) -> Clause:
    from quorate.charter.problems import did_you_mean

    found = charter.clause(anchor)
    if found is None:
        anchors = [one.anchor for one in charter.clauses]
        raise Trouble(
            f"{charter.title} has no clause '{anchor}'. {did_you_mean(anchor, anchors)}"
        )
    return found


def _show(charter: Charter, bodies: tuple[str, ...], page: Page) -> None:
    from quorate.cli.charter_data import seats_of

    front = charter.front
    page.line(charter.title, style="bold")
    said = [charter.slug, front.status]
    said += [f"version {charter.version}"] if charter.version else []
    said += [f"calendar {front.calendar}"] if front.calendar else []
    page.line(", ".join(said))
    page.line(f"digest {charter.digest}", style="dim")
    page.heading("Bodies")
    page.table(
        ("Body", "Name", "What it is", "Answers to", "Seats"),
        [
            (
                slug,
                charter.bodies[slug].name,
                _what(charter.bodies[slug]),
                charter.bodies[slug].parent,
                str(len(seats_of(charter, slug)) or ""),
            )
            for slug in bodies
        ],
        first="bold",
    )
    for slug in bodies:
        _show_body(charter, slug, page)
    _show_rules(charter, bodies, page)


def _what(body: Body) -> str:
    marks = {
        "outside": body.outside,
        "independent": body.independent,
        "one of many": body.many,
        "draft": body.draft,
        "never meets": body.virtual,
        "a unit": body.unit,
        "nowhere explained": body.undefined,
    }
    said = [body.tier] if body.tier else []
    return ", ".join(said + [mark for mark, is_so in marks.items() if is_so == "yes"])


def _show_body(charter: Charter, slug: str, page: Page) -> None:
    from quorate.charter.kinds.membership import Role
    from quorate.cli.charter_data import seats_of

    seats = seats_of(charter, slug)
    name = charter.bodies[slug].name
    if seats:
        page.heading(f"Seats of {name}")
        page.table(
            ("Seat", "Called", "Organisation", "Votes", "Groups", "Capacity"),
            [
                (
                    f"{seat.name} (optional)" if seat.optional else seat.name,
                    seat.title,
                    ", ".join(seat.organisations),
                    "" if seat.votes is None else str(seat.votes),
                    ", ".join(sorted(seat.groups)),
                    "" if seat.capacity == "member" else seat.capacity,
                )
                for seat in seats
            ],
            first="bold",
        )
    offices = charter.rules_of(slug, Role)
    if offices:
        page.heading(f"Offices of {name}")
        page.table(
            ("Office", "Called", "Held by", "Elected by", "Clause"),
            [
                (
                    role.role,
                    role.called,
                    role.held_by or role.post,
                    role.elected_by,
                    charter.cite(role.clause),
                )
                for role in offices
            ],
            first="bold",
        )


def _show_rules(charter: Charter, bodies: tuple[str, ...], page: Page) -> None:
    several = len(charter.own_bodies) > 1
    page.heading("Rules by clause")
    page.table(
        ("Clause", "Anchor", "Rule", "For", "Interpreted"),
        list(_rule_rows(charter, bodies, several=several)),
    )
    page.line()
    page.line(
        f"{len(charter.clauses)} clauses, {len(charter.rules)} rules. "
        f"quorate show {charter.slug} --clause ANCHOR shows one clause."
    )


def _rule_rows(
    charter: Charter, bodies: tuple[str, ...], *, several: bool
) -> Iterator[tuple[str, ...]]:
    from quorate.charter.kinds.membership import Role, Seats

    above = ""
    for rule in charter.rules:
        if isinstance(rule, Seats | Role) or not set(rule.bodies) & set(bodies):
            continue
        cited = charter.cite(rule.clause)
        where = (cited, "" if cited == rule.clause else rule.clause)
        everybody = set(rule.bodies) >= set(charter.own_bodies)
        yield (
            *(where if rule.clause != above else ("", "")),
            f"{rule.title} ({rule.name})" if rule.name else rule.title,
            ("all" if everybody else _few(rule.bodies)) if several else "",
            ", ".join(one.field for one in rule.interpretations),
        )
        above = rule.clause


def _few(bodies: tuple[str, ...]) -> str:
    first, more = bodies[:2], len(bodies) - 2
    return ", ".join(first) + (f" and {more} more" if more > 0 else "")


def _show_clause(charter: Charter, clause: Clause, page: Page) -> None:
    from quorate.charter.write import block_text

    page.line(clause.citation, style="bold")
    page.line(f"{charter.title}, anchor {clause.anchor}, line {clause.line}")
    page.line()
    page.indented(clause.text)
    rules = charter.under(clause.anchor)
    if not rules:
        page.line()
        page.line("No rule stands under it: it is recorded, not executed.")
    for rule in rules:
        page.heading(rule.title)
        page.indented(block_text(rule).rstrip())
