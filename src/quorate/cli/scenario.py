"""`quorate scenario`: run scenario files and show what came out otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson
from quorate.cli.trouble import BAD_INPUT, NO, Trouble

if TYPE_CHECKING:
    from quorate.charter.problems import CharterError
    from quorate.cli.output import Page
    from quorate.proof.scenario import Difference, Shelf


@dataclass(frozen=True, slots=True)
class Ran:
    """A scenario file that was run, or could not be."""

    path: Path
    title: str = ""
    cases: tuple[str, ...] = ()
    asked: int = 0
    differences: tuple[Difference, ...] = ()
    unread: str = ""
    problems: tuple[dict[str, Any], ...] = field(default=())

    @property
    def passed(self) -> bool:
        """Whether all came out as the file says."""
        return not self.differences and not self.unread

    def as_data(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "file": str(self.path),
            "scenario": self.title,
            "case": list(self.cases),
            "passed": self.passed,
            "questions": self.asked,
            "differences": [
                {
                    "line": one.line,
                    "asked": one.asked,
                    "about": one.about,
                    "expected": one.expected,
                    "found": one.found,
                }
                for one in self.differences
            ],
            "unread": self.unread,
            "problems": list(self.problems),
        }


def scenario(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Scenario files, or folders of them.",
            show_default=False,
        ),
    ],
    as_json: AsJson = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List those that pass, too.")
    ] = False,
) -> None:
    """
    Run scenario files and show the difference.

    A scenario says what happened and what must follow. Ends with 1 where something
    came out otherwise, with 2 where a file could not be read.
    """
    from quorate.cli.output import Page, as_data
    from quorate.cli.progress import watched
    from quorate.cli.shelf import library

    shelf = library().shelf
    ran = [
        run_file(path, shelf)
        for path in watched(scenario_files(paths), doing="Running scenarios")
    ]
    passed = sum(one.passed for one in ran)
    unread = sum(bool(one.unread) for one in ran)
    if as_json:
        as_data(
            "quorate-scenario-run/1",
            {
                "passed": passed,
                "failed": len(ran) - passed - unread,
                "unread": unread,
                "scenarios": [one.as_data() for one in ran],
            },
        )
    else:
        page = Page()
        for one in ran:
            _show(one, page, verbose=verbose)
        page.line(_total(len(ran), passed, unread))
    if unread:
        raise typer.Exit(BAD_INPUT)
    if passed < len(ran):
        raise typer.Exit(NO)


def run_file(path: Path, shelf: Shelf) -> Ran:
    """Run one file."""
    from quorate.charter.problems import CharterError
    from quorate.cli.inputs import read_text
    from quorate.proof.scenario import read_scenario, run

    try:
        read = read_scenario(read_text(path), shelf, name=str(path))
    except Trouble as trouble:
        return Ran(path, unread=trouble.sentence)
    except CharterError as error:
        return Ran(path, unread=str(error), problems=tuple(_problems(error)))
    return Ran(
        path,
        read.head.scenario,
        read.head.case,
        len(read.checks),
        run(read),
    )


def _problems(error: CharterError) -> list[dict[str, Any]]:
    return [
        {"line": one.place.line, "column": one.place.column, "what": one.what}
        for one in error.problems
    ]


def scenario_files(paths: list[Path]) -> list[Path]:
    """Return the files, folders gone through."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted({*path.rglob("*.yaml"), *path.rglob("*.yml")})
        if not inside:
            raise Trouble(f"The folder {path} holds no scenario (no file *.yaml).")
        found += inside
    return found


def _show(one: Ran, page: Page, *, verbose: bool) -> None:
    if one.passed:
        if verbose:
            page.line(f"as it should be  {one.path}: {one.title}", style="green")
        return
    if one.unread:
        page.line(one.unread, style="red")
        return
    page.line(f"{one.path}: {one.title}", style="bold")
    for difference in one.differences:
        page.indented(f"line {difference.line}, {difference.asked}: {difference.about}")
        page.indented(f"should be  {difference.expected}", by=4, style="green")
        page.indented(f"and is     {difference.found}", by=4, style="red")


def _total(number: int, passed: int, unread: int) -> str:
    said = f"{passed} passed, {number - passed - unread} failed"
    return f"{said}, {unread} could not be read" if unread else said
