"""The words of a phrase, taken from the left; what is said when one does not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from quorate.charter.problems import Place, did_you_mean
from quorate.charter.readers import NAME, NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quorate.charter.nodes import Text
    from quorate.charter.problems import Problems

Value = TypeVar("Value")
Words = tuple[str, ...]
"""Words that stand in a row."""

LONGEST = 400
"""Characters in one phrase: several times the longest that anybody needs."""

FIGURES = re.compile(r"[0-9]{1,6}")


class PhraseError(Exception):
    """A phrase that can't be read, with the place at which reading stopped."""

    def __init__(self, at: int, what: str, instead: str = "") -> None:
        """Hold the offset in the phrase, what is wrong, and a likely repair."""
        self.at, self.what, self.instead = at, what, instead
        super().__init__(what)

    def tell(self, node: Text, problems: Problems) -> None:
        """Note the problem at the word itself, not at the beginning of its line."""
        before = len(node.value) - len(node.value.lstrip())
        column = node.place.column + (before + self.at if node.as_typed else 0)
        problems.add(Place(node.place.line, column), self.what, self.instead)


class PhraseWords:
    """The words of one phrase and how many have been taken."""

    def __init__(self, phrase: str) -> None:
        """Split the phrase, keeping where each word begins."""
        if len(phrase) > LONGEST:
            raise PhraseError(0, f"the phrase is longer than {LONGEST} letters")
        comma = phrase.find(",")
        if comma >= 0:
            raise PhraseError(
                comma,
                "a phrase has no commas",
                "Join several tests by structure: 'all:' or 'any:' with a list.",
            )
        found = list(re.finditer(r"\S+", phrase))
        self.words = [one[0] for one in found]
        self.starts = [one.start() for one in found] + [len(phrase)]
        self.next = 0

    @property
    def here(self) -> str:
        """The next word; empty at the end."""
        return self.words[self.next] if self.next < len(self.words) else ""

    @property
    def at(self) -> int:
        """Where in the phrase the next word begins."""
        return self.starts[self.next]

    def take(self, *words: str) -> bool:
        """Take these words if they come next."""
        if tuple(self.words[self.next : self.next + len(words)]) != words:
            return False
        self.next += len(words)
        return True

    def take_from(self, table: Mapping[Words, Value]) -> Value | None:
        """Take the longest run of words that the table knows."""
        for length in (3, 2, 1):
            run = tuple(self.words[self.next : self.next + length])
            if len(run) == length and run in table:
                self.next += length
                return table[run]
        return None

    def need(self, *words: str) -> None:
        """Take these words, or say that they are missing."""
        if not self.take(*words):
            raise self.unfit(f"'{' '.join(words)}'")

    def whole(self) -> int | None:
        """Take a whole number, in figures or words, if one comes next."""
        if FIGURES.fullmatch(self.here):
            self.next += 1
            return int(self.words[self.next - 1])
        if self.here in NUMBER_WORDS:
            self.next += 1
            return NUMBER_WORDS[self.words[self.next - 1]]
        return None

    def name(self) -> str:
        """Take a name."""
        if not NAME.fullmatch(self.here):
            raise self.unfit("a name in lower case with hyphens")
        self.next += 1
        return self.words[self.next - 1]

    def end(self) -> None:
        """Say what is left over, if anything is."""
        if self.here:
            left = " ".join(self.words[self.next :])[:60]
            raise PhraseError(self.at, f"'{left}' is left over after the phrase")

    def unfit(self, expected: str, known: tuple[str, ...] = ()) -> PhraseError:
        """Return what to raise when the next word is not what must come."""
        if not self.here:
            return PhraseError(self.at, f"the phrase ends where {expected} is expected")
        return PhraseError(
            self.at,
            f"'{self.here[:60]}' stands where {expected} is expected",
            did_you_mean(self.here, known),
        )
