"""`quorate doctor`: whether Quorate has what it needs here, and what else there is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from quorate.cli.options import AsJson
from quorate.cli.trouble import NO

if TYPE_CHECKING:
    from datetime import date

    from quorate.cli.shelf import Library

OLDEST = (3, 11)
SOON = 365
"""Days before a calendar's end from which that is told."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked for."""

    what: str
    found: str
    """What was found; empty where it is missing."""

    needed: bool
    means: str
    """What it is for, and what to do where it is missing."""

    sound: bool = True

    @property
    def fine(self) -> bool:
        """Whether Quorate can do without doing anything about it."""
        return self.sound and (bool(self.found) or not self.needed)

    def as_data(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "what": self.what,
            "found": self.found,
            "needed": self.needed,
            "fine": self.fine,
            "means": self.means,
        }


def doctor(as_json: AsJson = False) -> None:
    """
    Say whether Quorate has what it needs here.

    What is optional is told but does no harm where it is missing. Ends with 1 where
    something needed is missing or broken.
    """
    from quorate.cli.output import Page, as_data

    looked = list(_look())
    fine = all(one.fine for one in looked)
    if as_json:
        as_data(
            "quorate-doctor/1",
            {"fine": fine, "looked_for": [one.as_data() for one in looked]},
        )
    else:
        page = Page()
        page.table(
            ("", "What", "Found", "What it is for"),
            [(_mark(one), one.what, one.found, one.means) for one in looked],
        )
        page.line()
        page.line(
            "Quorate has all that it needs."
            if fine
            else "Something that Quorate needs is missing or broken.",
            style="green" if fine else "red",
        )
    if not fine:
        raise typer.Exit(NO)


def _mark(one: Looked) -> str:
    if not one.fine:
        return "MISSING" if not one.found else "BROKEN"
    return "fine" if one.found else "not there"


def _look() -> Iterator[Looked]:
    from quorate.cli.clock import now
    from quorate.cli.shelf import library

    yield _python()
    yield _quorate()
    yield _letters()
    shelf = library()
    yield from _shelf(shelf)
    yield from _calendars(shelf, now().date())
    yield _package("cryptography", "signed certificates; pip install 'quorate[sign]'")
    yield _package("django", "the site, later; pip install 'quorate[server]'")
    yield _program(
        ("soffice", "libreoffice"), "LibreOffice", "reading and printing old Word files"
    )
    yield _shared("pango-1.0", "Pango", "documents as PDF")


def _python() -> Looked:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Looked(
        "Python",
        version,
        needed=True,
        means="runs Quorate; 3.11 or newer",
        sound=sys.version_info[:2] >= OLDEST,
    )


def _quorate() -> Looked:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("quorate")
    except PackageNotFoundError:
        found = ""
    return Looked("Quorate", found, needed=True, means="this program")


def _letters() -> Looked:
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower()
    said = "UTF-8" if encoding.replace("-", "") == "utf8" else encoding
    return Looked(
        "Letters of the terminal",
        said,
        needed=False,
        means="UTF-8 shows every name as it is written; others show question marks",
    )


def _tried(what: str, means: str, count: Callable[[], tuple[int, str]]) -> Looked:
    """Look at something that could be broken; what is wrong is told in its place."""
    try:
        number, found = count()
    except (OSError, ValueError, TypeError) as error:
        first = str(error).splitlines() or [type(error).__name__]
        said = " ".join(first[:2])
        return Looked(what, said, needed=True, means=means, sound=False)
    return Looked(what, found if number else "", needed=True, means=means)


def _shelf(shelf: Library) -> Iterator[Looked]:
    from quorate.cli.progress import watched

    def charters() -> tuple[int, str]:
        slugs = list(shelf.charter_paths)
        rules = sum(
            len(shelf.charters[slug].rules)
            for slug in watched(slugs, doing="Reading charters")
        )
        return len(slugs), f"{len(slugs)} charters with {rules} rules"

    yield _tried(
        "Charters that ship",
        f"examples and charters to start from, in {shelf.folder}",
        charters,
    )


def _calendars(shelf: Library, today: date) -> Iterator[Looked]:
    def calendars() -> tuple[int, str]:
        ends = [f"{slug} until {one.last}" for slug, one in shelf.calendars.items()]
        return len(ends), "; ".join(ends)

    looked = _tried(
        "Calendars", "bank holidays, by which working days count", calendars
    )
    yield looked
    if not looked.fine:
        return
    for slug, one in shelf.calendars.items():
        left = (one.last - today).days
        if left < SOON:
            yield Looked(
                f"Calendar {slug}",
                f"ends on {one.last}",
                needed=True,
                means="dates beyond its end can't be told; install a newer Quorate",
                sound=left >= 0,
            )


def _package(name: str, means: str) -> Looked:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version(name)
    except PackageNotFoundError:
        found = ""
    return Looked(name, found, needed=False, means=means)


def _program(names: tuple[str, ...], called: str, means: str) -> Looked:
    from shutil import which

    found = next((path for path in map(which, names) if path), "")
    return Looked(called, found, needed=False, means=means)


def _shared(name: str, called: str, means: str) -> Looked:
    from ctypes.util import find_library

    return Looked(called, find_library(name) or "", needed=False, means=means)
