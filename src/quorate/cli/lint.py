"""`quorate lint`: what is wrong with terms of reference, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, OnDay
from quorate.cli.trouble import NO, Trouble

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.lint.remark import Remark
    from quorate.lint.rulings import Ruling

BESIDE = ".rulings.yaml"
"""What the file of rulings beside NAME.md is called after NAME."""


def lint(
    charters: Annotated[
        list[str],
        typer.Argument(
            metavar="CHARTER",
            help="Files, folders of files, or slugs of charters that ship. Several "
            "are held against one another.",
            show_default=False,
        ),
    ],
    *,
    on: OnDay = None,
    rulings: Annotated[
        list[Path] | None,
        typer.Option(
            "--rulings",
            metavar="FILE",
            help="A file of rulings, in place of NAME.rulings.yaml beside the "
            "charter. For several charters, once for each in their order.",
            show_default=False,
        ),
    ] = None,
    sarif: Annotated[
        bool,
        typer.Option("--sarif", help="Print SARIF 2.1.0, for editors and builds."),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say of each what it means for the people."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """
    Say what is wrong with terms of reference, where, and how to mend it.

    Ends with 1 where a remark is open that must be settled or is worth a look; notes
    and what a ruling settles don't count.
    """
    from quorate.cli.clock import day
    from quorate.cli.output import Page, as_data, print_json
    from quorate.lint.linter import gone, lint
    from quorate.lint.sarif import as_plain

    read = read_set(charters)
    given = [path for path, _ in read]
    ruled = _rulings(read, rulings)
    remarks = lint([one for _, one in read], on=day(on), rulings=ruled)
    idle = gone(ruled, remarks)
    if sarif:
        files = {
            one.slug: str(path) for path, one in zip(given, _only(read), strict=True)
        }
        print_json(_sarif(remarks, files))
    elif as_json:
        plain = as_plain(remarks)
        settles_nothing = [
            {"check": one.check, "charter": one.charter, "clause": one.clause}
            for one in idle
        ]
        as_data(plain.pop("format"), {**plain, "gone": settles_nothing})
    else:
        page = Page()
        for _, charter in read:
            mine = [one for one in remarks if one.charter == charter.slug]
            _show(charter, mine, page, explain=explain)
        for one in idle:
            page.line(
                f"The ruling on {one.check} at {one.charter} {one.clause} settles "
                "nothing now: the remark is gone."
            )
    if any(_counts(one) for one in remarks):
        raise typer.Exit(NO)


def _called(path: Path) -> str:
    return "standard input" if str(path) == "-" else str(path)


def read_set(named: Sequence[str]) -> list[tuple[Path, Charter]]:
    """
    Return the charters that arguments name, each with its file, folders gone through.

    Raises `CharterError` for the first that can't be read.
    """
    from quorate.charter.load import load
    from quorate.cli.inputs import charter_file, read_text
    from quorate.cli.progress import watched
    from quorate.cli.shelf import library

    shelf = library()
    paths: list[Path] = []
    for name in named:
        path = charter_file(name, shelf) or Path("-")
        if not path.is_dir():
            paths.append(path)
            continue
        inside = sorted(path.rglob("*.md"))
        if not inside:
            raise Trouble(f"The folder {path} holds no charter (no file *.md).")
        paths += inside
    read = [
        (path, load(read_text(path), name=_called(path)))
        for path in watched(paths, doing="Reading charters")
    ]
    twice = {one.slug for _, one in read}
    if len(twice) < len(read):
        slugs = [one.slug for _, one in read]
        again = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        raise Trouble(f"Two of the files are the same charter: {', '.join(again)}.")
    return read


def _only(read: Sequence[tuple[Path, Charter]]) -> list[Charter]:
    return [charter for _, charter in read]


def _rulings(
    read: Sequence[tuple[Path, Charter]], named: Sequence[Path] | None
) -> list[Ruling]:
    from quorate.cli.inputs import read_text
    from quorate.lint.rulings import read_rulings

    if named and len(named) != len(read):
        raise Trouble(
            f"{len(named)} files of rulings were named for {len(read)} charters."
        )
    found: list[Ruling] = []
    for number, (path, charter) in enumerate(read):
        beside = named[number] if named else path.with_name(path.stem + BESIDE)
        if named or beside.is_file():
            text = read_text(beside)
            found += read_rulings(text, charter=charter.slug, name=str(beside))
    return found


def _sarif(remarks: Sequence[Remark], files: dict[str, str]) -> dict[str, Any]:
    from importlib.metadata import version

    from quorate.lint.sarif import as_sarif

    return as_sarif(remarks, files=files, version=version("quorate"))


def _counts(remark: Remark) -> bool:
    from quorate.lint.catalogue import BY_ID
    from quorate.lint.remark import Severity, State

    open_still = remark.state is not State.RULED
    return open_still and BY_ID[remark.check].severity is not Severity.NOTE


def _show(
    charter: Charter, remarks: Sequence[Remark], page: Page, *, explain: bool
) -> None:
    from quorate.lint.linter import barring
    from quorate.lint.remark import State

    settled = [one for one in remarks if one.state is State.RULED]
    unsettled = [one for one in remarks if one.state is not State.RULED]
    page.heading(f"{charter.title} ({charter.slug})")
    if not remarks:
        page.line("Nothing to remark.", style="green")
        return
    for one in unsettled:
        _remark(charter, one, page, explain=explain)
    if settled:
        page.heading("Settled by a ruling")
        for one in settled:
            page.line(f"{one.check} {_where(charter, one)}: {one.says}", style="dim")
    page.line()
    page.line(_total(unsettled, settled, barring(remarks)), style="bold")


STYLES = {"must be settled": "red", "worth a look": "yellow", "note": "cyan"}


def _remark(charter: Charter, one: Remark, page: Page, *, explain: bool) -> None:
    from quorate.lint.catalogue import BY_ID

    check = BY_ID[one.check]
    weight = check.severity.in_words
    stale = "; its ruling is out of date" if one.state.value == "stale" else ""
    bars = "; bars adoption" if check.bars else ""
    page.line()
    page.line(
        f"{one.check} {weight}{bars}{stale}: {_where(charter, one)}",
        style=STYLES[weight],
    )
    page.indented(one.says)
    if explain:
        page.indented(check.means, style="italic")
    page.indented(f"To mend it: {one.repair}", style="dim")


def _where(charter: Charter, one: Remark) -> str:
    cited = charter.cite(one.clause) if one.clause else "the document"
    return f"{cited}, line {one.line}"


def _total(
    unsettled: Sequence[Remark], settled: Sequence[Remark], bars: Sequence[Remark]
) -> str:
    from quorate.lint.catalogue import BY_ID

    weights = [BY_ID[one.check].severity.in_words for one in unsettled]
    said = [f"{weights.count(word)} {word}" for word in STYLES if word in weights]
    said += [f"{len(settled)} settled by rulings"] if settled else []
    end = f" {len(bars)} bar adoption." if bars else ""
    return f"{', '.join(said)}.{end}"
