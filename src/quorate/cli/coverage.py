"""`quorate coverage`: how much of a charter the software runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson
from quorate.cli.trouble import NO

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.lint.coverage import Coverage, Held

STYLES = {"enforced": "green", "monitored": "cyan", "recorded": "yellow", "prose": ""}


def coverage(
    charters: Annotated[
        list[str],
        typer.Argument(
            metavar="CHARTER",
            help="Files, folders of files, or slugs of charters that ship.",
            show_default=False,
        ),
    ],
    *,
    needed: Annotated[
        Path | None,
        typer.Option(
            "--list",
            metavar="FILE",
            help="A list of clauses that have to be run; says which of them are not.",
            show_default=False,
        ),
    ] = None,
    totals: Annotated[
        bool, typer.Option("--totals", help="Only the figures of each charter.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """
    Say of each clause if it is enforced, monitored, recorded or prose.

    Enforced: the software decides or refuses by it. Monitored: it tells when it is
    due, met or missed. Recorded: it holds it as data. With --list it ends with 1
    where a clause of the list that has to be run is prose.
    """
    from quorate.cli.lint import read_set
    from quorate.cli.output import Page, as_data
    from quorate.lint.coverage import coverage

    read = [charter for _, charter in read_set(charters)]
    covered = [coverage(one) for one in read]
    held = _held(needed, read) if needed else ()
    if as_json:
        as_data("quorate-coverage/1", _data(covered, held))
    else:
        page = Page()
        for charter, one in zip(read, covered, strict=True):
            _show(charter, one, page, totals=totals)
        if len(covered) > 1:
            page.heading("All of them")
            _figures(covered, page)
        if needed:
            _show_list(held, page)
    if any(one.short or one.unknown for one in held):
        raise typer.Exit(NO)


def _held(path: Path, charters: Sequence[Charter]) -> tuple[Held, ...]:
    from quorate.cli.inputs import read_text
    from quorate.lint.coverage import held, read_list

    listed = read_list(read_text(path), name=str(path))
    return held(listed, {one.slug: one for one in charters})


def _counts(covered: Sequence[Coverage]) -> dict[str, int]:
    from quorate.lint.coverage import Mode

    return {mode.value: sum(one.count(mode) for one in covered) for mode in Mode}


def _data(covered: Sequence[Coverage], held: Sequence[Held]) -> dict[str, Any]:
    return {
        "totals": _counts(covered),
        "charters": [
            {
                "charter": one.charter,
                "totals": _counts([one]),
                "clauses": [
                    {
                        "anchor": clause.anchor,
                        "citation": clause.citation,
                        "line": clause.line,
                        "mode": clause.mode.value,
                        "kinds": list(clause.kinds),
                    }
                    for clause in one.clauses
                ],
            }
            for one in covered
        ],
        "list": [
            {
                "id": one.listed.id,
                "charter": one.listed.charter,
                "asked": one.listed.mode,
                "mode": one.mode.value,
                "kinds": list(one.kinds),
                "short": one.short,
                "unknown_anchors": list(one.unknown),
            }
            for one in held
        ],
    }


def _show(charter: Charter, one: Coverage, page: Page, *, totals: bool) -> None:
    page.heading(f"{charter.title} ({charter.slug})")
    if not totals:
        page.table(
            ("How far", "Clause", "Rules"),
            [
                (clause.mode.value, clause.citation, ", ".join(clause.kinds))
                for clause in one.clauses
            ],
            styles=[STYLES[clause.mode.value] for clause in one.clauses],
        )
        page.line()
    _figures([one], page)


def _figures(covered: Sequence[Coverage], page: Page) -> None:
    counts = _counts(covered)
    whole = sum(counts.values())
    said = [f"{number} {mode}" for mode, number in counts.items()]
    page.line(f"{whole} clauses: {', '.join(said)}", style="bold")
    if whole:
        page.line(_bar(counts, whole))


WIDE = 60
"""Letters of a bar."""

SIGNS = {"enforced": "█", "monitored": "▓", "recorded": "▒", "prose": "░"}


def _bar(counts: dict[str, int], whole: int) -> str:
    ends, so_far = [0], 0
    for number in counts.values():
        so_far += number
        ends.append(so_far * WIDE // whole)
    return "".join(
        SIGNS[mode] * (ends[place + 1] - ends[place])
        for place, mode in enumerate(counts)
    )


def _show_list(held: Sequence[Held], page: Page) -> None:
    short = [one for one in held if one.short]
    page.heading("The list")
    page.line(f"{len(held)} clauses of these charters stand in it.")
    for one in short:
        page.line(
            f"{one.listed.id} has to be {one.listed.mode}, and is prose", style="red"
        )
    for one in held:
        for anchor in one.unknown:
            page.line(
                f"{one.listed.id} names {anchor}, which {one.listed.charter} lacks",
                style="red",
            )
    if not short:
        page.line("None that has to be run is prose.", style="green")
