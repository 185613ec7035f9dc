"""The shipped charters and calendars, read from where they are installed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from quorate.charter.blocks import read_block
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.nodes import Listing, Node, Text
from quorate.charter.nodes import Mapping as Names
from quorate.charter.problems import Place, Problems
from quorate.facts.calendar import Calendar
from quorate.facts.calendar_data import read_calendar
from quorate.proof.scenario import Shelf

Value = TypeVar("Value")

SETTING = "QUORATE_LIBRARY"
"""Names another folder of charters and calendars, as a site or a test may have."""


class Lazy(Mapping[str, Value]):
    """Files by slug, each read when it is first asked for."""

    def __init__(
        self, paths: Mapping[str, Path], read: Callable[[Path], Value]
    ) -> None:
        self._paths = paths
        self._read = read
        self._kept: dict[str, Value] = {}

    def __getitem__(self, slug: str) -> Value:
        if slug not in self._kept:
            self._kept[slug] = self._read(self._paths[slug])
        return self._kept[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Library:
    """A folder of charters and calendars."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def charter_paths(self) -> Mapping[str, Path]:
        """The charter files by slug; ready ones too."""
        found = sorted((self.folder / "charters").rglob("*.md"))
        return {path.stem: path for path in found}

    @cached_property
    def charters(self) -> Mapping[str, Charter]:
        """The charters by slug."""
        return Lazy(self.charter_paths, _charter)

    @cached_property
    def calendars(self) -> Mapping[str, Calendar]:
        """The calendars by slug."""
        found = sorted((self.folder / "calendars").glob("*.yaml"))
        return Lazy({path.stem: path for path in found}, _calendar)

    @property
    def shelf(self) -> Shelf:
        """Both, as scenarios take them."""
        return Shelf(self.charters, self.calendars)


def library() -> Library:
    """Return the library that the setting names, else the one that is installed."""
    named = os.environ.get(SETTING)
    return Library(Path(named) if named else Path(str(files("quorate") / "library")))


def _charter(path: Path) -> Charter:
    return load(path.read_text(encoding="utf-8"), name=path.name)


def _calendar(path: Path) -> Calendar:
    problems = Problems()
    node = read_block(path.read_text(encoding="utf-8"), Place(1), problems)
    problems.raise_if_any(path.name)
    if not isinstance(node, Names):
        raise TypeError(path.name)
    data = plain(node)
    return read_calendar(data)  # type: ignore[arg-type]


def plain(node: Node) -> object:
    """Return a node as plain strings, lists and dictionaries."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {key.value: plain(inner) for key, inner in node.pairs}
