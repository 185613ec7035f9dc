"""`quorate plan`: what the terms require and foresee in a year, day by day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument
from quorate.cli.trouble import NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.facts.calendar import Calendar
    from quorate.facts.meeting import Meeting
    from quorate.rules.planned_event import PlannedEvent
    from quorate.words.plan_rows import PlanRow

MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
STARTS = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)})")


def plan(
    charter: CharterArgument,
    *,
    body: Annotated[
        str,
        typer.Option(
            "--body",
            metavar="BODY",
            help="The body's slug. [default: all of them]",
            show_default=False,
        ),
    ] = "",
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="The year, from the day on which the terms let it begin.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DAY",
            help="The first day of a year from any day. [default: today]",
            show_default=False,
        ),
    ] = None,
    facts: Annotated[
        str,
        typer.Option(
            "--facts",
            metavar="FILE",
            help="A file of facts: its meetings stand as they are set, and its closed "
            "days are kept clear.",
            show_default=False,
        ),
    ] = "",
    calendar: Annotated[
        str,
        typer.Option(
            "--calendar",
            metavar="CALENDAR",
            help="The calendar of working days. [default: the charter's own]",
            show_default=False,
        ),
    ] = "",
    ics: Annotated[
        Path | None,
        typer.Option(
            "--ics",
            metavar="FILE",
            help="Write it as a calendar (iCalendar) to a new file.",
            show_default=False,
        ),
    ] = None,
    xlsx: Annotated[
        Path | None,
        typer.Option(
            "--xlsx",
            metavar="FILE",
            help="Write it as a spreadsheet (Excel) to a new file.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Plan a year: meetings, agendas, papers, minutes, reports, reviews, elections.

    Each line names its clause. Days of meetings that are not set are proposed, clear
    of bank holidays and closed days.
    """
    from quorate.cli.inputs import body_of, read_charter
    from quorate.cli.output import Page, as_data

    read = read_charter(charter)
    bodies = (body_of(read, body),) if body else read.own_bodies
    if not bodies:
        raise Trouble(f"{read.title} names no body that runs under it.")
    first = _first(read, year, on)
    days, meetings = _given(read, facts, calendar, bodies[0])
    lines = _lines(read, bodies, first=first, calendar=days, meetings=meetings)
    rows = tuple(_row(read, one) for one in lines)
    wrote = _write(read, rows, ics=ics, xlsx=xlsx)
    if as_json:
        as_data(
            "quorate-plan/1",
            {
                "charter": read.slug,
                "first": first,
                "calendar": {"slug": days.slug, "version": days.version},
                "rows": [_data(one, row) for one, row in zip(lines, rows, strict=True)],
                "files": [str(path) for path in wrote],
            },
        )
        return
    page = Page()
    if wrote:
        for path in wrote:
            page.line(f"Wrote {path}: {len(rows)} lines.")
        return
    _show(read, rows, first, page, several=len(bodies) > 1)


def _first(charter: Charter, year: int | None, on: str | None) -> date:
    from datetime import date

    from quorate.cli.clock import day

    if year is None:
        return day(on, zone=charter.front.time_zone)
    if on is not None:
        raise Trouble("Take --year or --on, not both.")
    starts = STARTS.match(charter.front.year_starts)
    try:
        if starts is None:
            return date(year, 1, 1)
        return date(year, MONTHS.index(starts[2]) + 1, int(starts[1]))
    except ValueError:
        raise Trouble(f"There is no year {year} that could be planned.") from None


def _given(
    charter: Charter, facts: str, named: str, body: str
) -> tuple[Calendar, tuple[Meeting, ...]]:
    """Return the calendar, with the closed days of the facts, and their meetings."""
    from quorate.charter.problems import did_you_mean
    from quorate.cli.cases import read_case
    from quorate.cli.shelf import library

    calendars = library().calendars
    slug = named or charter.front.calendar
    case = read_case(charter, facts, body=body) if facts else None
    if case is not None and case.calendar is not None and not named:
        return case.calendar, case.facts.meetings
    if not slug:
        raise Trouble(
            f"{charter.title} names no calendar. Say by which to count with "
            f"--calendar: {', '.join(calendars)}."
        )
    if slug not in calendars:
        raise Trouble(
            f"There is no calendar '{slug}'. {did_you_mean(slug, calendars)}".strip()
        )
    return calendars[slug], case.facts.meetings if case else ()


def _lines(
    charter: Charter,
    bodies: Sequence[str],
    *,
    first: date,
    calendar: Calendar,
    meetings: tuple[Meeting, ...],
) -> list[PlannedEvent]:
    from quorate.cli.progress import watched
    from quorate.facts.days import UnknownYear
    from quorate.rules.planner import plan

    try:
        lines = [
            line
            for one in watched(bodies, doing="Planning")
            for line in plan(
                charter, one, first=first, calendar=calendar, meetings=meetings
            )
        ]
    except UnknownYear:
        raise Trouble(
            f"The calendar {calendar.slug} knows the days from {calendar.first} to "
            f"{calendar.last}; this year leads beyond.",
            code=NOT_CHECKED,
        ) from None
    return sorted(lines, key=lambda one: (one.on, one.until is not None))


def _row(charter: Charter, line: PlannedEvent) -> PlanRow:
    from quorate.words.plan_rows import PlanRow

    body = charter.bodies.get(line.body)
    return PlanRow(
        on=line.on,
        until=line.until,
        what=line.what,
        body=body.name if body else line.body,
        clause=line.clause,
        citation=charter.cite(line.clause),
        kind=line.kind,
        note=line.note,
    )


def _data(line: PlannedEvent, row: PlanRow) -> dict[str, Any]:
    return {
        "on": line.on,
        "until": line.until,
        "what": line.what,
        "body": line.body,
        "clause": line.clause,
        "citation": row.citation,
        "kind": line.kind,
        "strength": line.strength,
        "note": line.note,
    }


def _write(
    charter: Charter,
    rows: tuple[PlanRow, ...],
    *,
    ics: Path | None,
    xlsx: Path | None,
) -> list[Path]:
    from datetime import UTC

    from quorate.cli.clock import now
    from quorate.cli.inputs import write_bytes

    at = now("UTC").replace(tzinfo=UTC)
    if ics:
        from quorate.words.calendar_file import calendar_file

        write_bytes(ics, calendar_file(rows, name=charter.title, at=at))
    if xlsx:
        from quorate.words.sheet import sheet

        write_bytes(xlsx, sheet(rows, name=charter.title, at=at))
    return [path for path in (ics, xlsx) if path]


def _show(
    charter: Charter,
    rows: Sequence[PlanRow],
    first: date,
    page: Page,
    *,
    several: bool,
) -> None:
    page.line(f"{charter.title}: the year from {in_words(first)}", style="bold")
    if not rows:
        page.line("The terms require nothing by a day.")
        return
    months: dict[tuple[int, int], list[PlanRow]] = {}
    for row in rows:
        if row.on is not None:
            months.setdefault((row.on.year, row.on.month), []).append(row)
    for (year, month), inside in months.items():
        page.heading(f"{MONTHS[month - 1]} {year}")
        page.table(
            ("Day", "What", "Body", "Clause", "Note"),
            [
                (
                    _days(row),
                    row.what,
                    row.body if several else "",
                    row.citation,
                    row.note,
                )
                for row in inside
            ],
            styles=["bold" if row.kind == "meeting" else "" for row in inside],
        )
    page.line()
    meetings = sum(row.kind == "meeting" for row in rows)
    page.line(f"{len(rows)} lines, {meetings} of them meetings.")


def _days(row: PlanRow) -> str:
    if row.on is None:
        return ""
    begins = f"{DAYS[row.on.weekday()]} {row.on.day}"
    if row.until is None:
        return begins
    return f"{row.on.day} to {row.until.day} {MONTHS[row.until.month - 1][:3]}"


def in_words(day: date) -> str:
    """Return a day as 1 April 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
