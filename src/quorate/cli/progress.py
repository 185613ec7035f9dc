"""How far a long piece of work has come, told on the error stream of a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

Item = TypeVar("Item")

FEW = 2
"""So few items need no bar."""


def somebody_watches(stream: TextIO) -> bool:
    """Tell if a stream ends on a terminal, before which somebody may sit."""
    return stream.isatty()


def watched(items: Sequence[Item], *, doing: str) -> Iterator[Item]:
    """Yield the items, showing how many are done where somebody watches."""
    if len(items) <= FEW or not somebody_watches(sys.stderr):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    # What `somebody_watches` says goes, whatever the stream tells rich.
    console = Console(
        file=sys.stderr, markup=False, highlight=False, force_terminal=True
    )
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(items, description=doing)
