"""What is wrong with a text: every problem at once, where, why, and a likely repair."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 200
"""How many problems are listed; a hostile file could hold millions."""

FEW = 12
"""Up to so many known words are all listed where none is near."""

MANY = 1_000
"""Past so many known words none is sought: that would cost more than it tells."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a text: line and column, both from 1."""

    line: int
    column: int = 1


TOP = Place(1)
"""The place of what stands in no text."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that keeps a text from being read."""

    place: Place
    what: str
    instead: str = ""
    """A likely repair, as a whole sentence; empty where none can be guessed."""

    clause: str = ""
    """The anchor of the clause that it stands in, where that is known."""

    def __str__(self) -> str:
        """Say it in two lines, the way a person reads it."""
        under = f", clause {self.clause}" if self.clause else ""
        said = f"line {self.place.line}, column {self.place.column}{under}: {self.what}"
        return f"{said}\n    {self.instead}" if self.instead else said


@dataclass(slots=True)
class Problems:
    """Collects problems while a text is read, so that all are told at once."""

    found: list[Problem] = field(default_factory=list)
    clause: str = ""
    left_out: int = 0

    @property
    def full(self) -> bool:
        """Whether reading on would only find more than will be listed."""
        return self.left_out > 0

    def add(self, place: Place, what: str, instead: str = "") -> None:
        """Note a problem at a place, under the clause that is being read."""
        if len(self.found) >= MOST:
            self.left_out += 1
            return
        self.found.append(Problem(place, what, instead, self.clause))

    def raise_if_any(self, name: str) -> None:
        """Raise `CharterError` if anything was noted about the text of that name."""
        if self.found:
            raise CharterError(name, tuple(sorted(self.found)), left_out=self.left_out)


class CharterError(ValueError):
    """The text is wrong. Carries every problem; nothing of the text was loaded."""

    def __init__(
        self, name: str, problems: tuple[Problem, ...], *, left_out: int = 0
    ) -> None:
        """Hold the problems of the text that people know by `name`."""
        self.name, self.problems, self.left_out = name, problems, left_out
        super().__init__(name, problems)

    def __str__(self) -> str:
        """List every problem under one line that says what could not be read."""
        lines = [f"{self.name} could not be read:"]
        lines += [str(problem) for problem in self.problems]
        if self.left_out:
            lines.append(f"and at least {self.left_out} more")
        return "\n".join(lines)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known words nearest to `word`, or list them if they are few."""
    choices = sorted(known)
    if len(choices) > MANY:
        return ""
    near = get_close_matches(word[:80], choices, n=2, cutoff=0.6)
    if near:
        return "Did you mean " + " or ".join(f"'{one}'" for one in near) + "?"
    if choices and len(choices) <= FEW:
        return "It can be: " + ", ".join(choices) + "."
    return ""
