"""`quorate tour`: the commands at work on the charters that ship, one after another."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from quorate.cli.options import AsJson

if TYPE_CHECKING:
    from quorate.cli.output import Page

MEETING = "meeting.yaml"
MEETING_HELD = """\
people:
  chair: alma
  vice-chair: bo
  senior-resources: bo
  senior-operational: cy
  digital: dee
  ict: eli
meetings:
  - opens: 2019-07-02 14:00
    present: [bo, cy, dee, eli]
"""

READING = 0.7
"""Seconds for what a command has shown."""

BEFORE = 0.35
"""Seconds for a caption, before its command begins."""

LETTER = 0.002
"""Seconds for a letter of a command that is typed."""


@dataclass(frozen=True, slots=True)
class Station:
    """One command of the tour, and why it is shown."""

    caption: str
    command: str
    lines: int = 14
    """So many lines of what it shows; the rest is counted."""

    file: str = ""
    """A file that is shown first."""


STATIONS = (
    Station(
        "A charter is terms of reference with the rule under each sentence.",
        "quorate show digital-steering-group --clause membership/quorum",
        lines=13,
    ),
    Station(
        "The rule again, in plain English, with what was read into the words.",
        "quorate plain digital-steering-group --clause membership/apologies",
    ),
    Station(
        "Are these terms sound? They ship with the faults of their source.",
        "quorate lint digital-steering-group --on 2026-06-01",
        lines=12,
    ),
    Station(
        "Four people come to a meeting. One of them holds two seats.",
        f"quorate explain digital-steering-group {MEETING} --ask quorum",
        lines=12,
        file=MEETING,
    ),
    Station(
        "Whom to ring? And how often would it be quorate, with four as the quorum?",
        f"quorate whatif digital-steering-group {MEETING} --coming bo,cy,dee,eli "
        "--usual 4/5 --quorum 'at least 4 of present by person' --on 2019-07-02",
    ),
    Station(
        "What do the terms ask for in a year? As a calendar or a spreadsheet, too.",
        "quorate plan steering-group --year 2027",
        lines=16,
    ),
    Station(
        "The finding, as a document that anybody can check.",
        f"quorate certify digital-steering-group {MEETING} --ask quorum -o quorum.json",
    ),
    Station(
        "Checking it recomputes everything in it. No database is asked.",
        "quorate verify quorum.json",
    ),
    Station(
        "How much of the five sources' terms does the software run?",
        "quorate coverage childrens-trust digital-steering-group "
        "senior-officer-group --totals",
        lines=16,
    ),
    Station(
        "Begin your own, from a charter that is ready.",
        "quorate new steering-group 'Harbour Steering Group' "
        "--rename 'Partnership Board=Harbour Board'",
    ),
    Station(
        "And see what is still to be settled in it.",
        "quorate lint harbour-steering-group.md",
        lines=10,
    ),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A station that was passed."""

    station: Station
    exit_code: int
    out: str

    def as_data(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "caption": self.station.caption,
            "command": self.station.command,
            "exit_code": self.exit_code,
            "out": self.out,
        }


class Window(io.StringIO):
    """Shows the first lines of what is written to it, and counts the rest."""

    def __init__(self, onto: TextIO | None, lines: int) -> None:
        """Show lines on a stream; None shows nothing. All is kept."""
        super().__init__()
        self.onto, self.left, self.more = onto, lines, 0

    def isatty(self) -> bool:
        """Whether a terminal stands behind it."""
        return self.onto is not None and self.onto.isatty()

    def write(self, text: str) -> int:
        """Show what fits."""
        written = super().write(text)
        for line in text.splitlines(keepends=True):
            if self.left > 0 and self.onto is not None:
                self.onto.write(line)
            elif line.endswith("\n"):
                self.more += 1
            self.left -= line.endswith("\n")
        return written


def tour(
    context: typer.Context,
    *,
    fast: Annotated[
        bool, typer.Option("--fast", help="Without pauses to read in.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """
    Watch the commands at work on the charters that ship.

    Takes under twenty seconds in a terminal, and no time to read elsewhere. Nothing
    of it is kept.
    """
    from tempfile import TemporaryDirectory

    from quorate.cli.output import Page, as_data
    from quorate.cli.progress import somebody_watches

    pausing = not (fast or as_json) and somebody_watches(sys.stdout)
    page = None if as_json else Page()
    if page:
        page.line("Quorate runs a public partnership from its own terms of reference.")
    with TemporaryDirectory() as folder, chdir(folder):
        Path(MEETING).write_text(MEETING_HELD, encoding="utf-8")
        seen = [_pass(station, context, page, pausing=pausing) for station in STATIONS]
    if page is None:
        as_data("quorate-tour/1", {"stations": [one.as_data() for one in seen]})
        return
    page.heading("That was the tour. quorate --help lists the commands.")


def _pass(
    station: Station, context: typer.Context, page: Page | None, *, pausing: bool
) -> Seen:
    if page:
        page.heading(station.caption)
        _rest(BEFORE, pausing=pausing)
        if station.file:
            _type(f"cat {station.file}", page, pausing=pausing)
            page.indented(Path(station.file).read_text(encoding="utf-8").rstrip())
            _rest(READING, pausing=pausing)
        _type(station.command, page, pausing=pausing)
    window = Window(sys.stdout if page else None, station.lines)
    with _through(window):
        code = _run(station.command, context)
    if page:
        if window.more:
            page.line(f"… {window.more} more lines", style="dim")
        if code:
            page.line(f"(it ends with {code})", style="dim")
        _rest(READING, pausing=pausing)
    return Seen(station, code, window.getvalue())


@contextmanager
def _through(window: Window) -> Iterator[None]:
    before = sys.stdout
    sys.stdout = window
    try:
        yield
    finally:
        sys.stdout = before


def _run(command: str, context: typer.Context) -> int:
    """Run a command in this process, as the shell would; return what it ends with."""
    import shlex

    whole = context.find_root().command
    words = shlex.split(command)[1:]
    ended = whole.main(args=words, prog_name="quorate", standalone_mode=False)
    return ended if isinstance(ended, int) else 0


def _type(command: str, page: Page, *, pausing: bool) -> None:
    """Show a command, letter by letter where somebody watches."""
    if not pausing:
        page.line(f"$ {command}", style="bold green")
        return
    page.console.print("$ ", style="bold green", end="")
    for letter in command:
        page.console.print(letter, style="bold green", end="", soft_wrap=True)
        time.sleep(LETTER)
    page.console.print()


def _rest(seconds: float, *, pausing: bool) -> None:
    if pausing:
        sys.stdout.flush()
        time.sleep(seconds)
