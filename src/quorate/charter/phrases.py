"""
The small grammar of phrases about sets, amounts and tests.

    test       = comparison | inclusion | every | judged
    comparison = compare whole "of" set unit
               | set unit compare amount
    compare    = "at least" | "more than" | "exactly" | "at most" | "fewer than"
    inclusion  = [ set ] "includes" name
    every      = "every" ( "organisation" | "seat" | "person" ) "of" name "in" set
    judged     = "judged by" name
    set        = setword { ( "from" | "except" ) name }
    unit       = "by" ( "person" | "seat" | "organisation" | "weight" )
    amount     = term [ "plus" whole ]
    term       = whole | share "of" set [ "rounded" ( "up" | "down" | "nearest" ) ]
               | "the step for" set | set
               | "the" ( "lesser" | "greater" ) "of" term "and" term
    share      = "half" | "a third" | "two thirds" | "all" | ...
               | digits "/" digits | digits "%"
    whole      = figures, or a word from "no" to "twelve"
    setword    = "seats" | "filled" | "present" | "in favour" | ...

Phrases hold no commas. Tests are joined by structure (`all:`, `any:`, `not:`), never
by words, so that there is one way to write each thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING
from typing import Any as Anything

from quorate.charter.expressions import (
    SET_WORDS,
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Number,
    Part,
    Pick,
    Plus,
    Set,
    Size,
    Step,
    Unit,
)
from quorate.charter.nodes import Listing, Text
from quorate.charter.phrase_words import PhraseError, PhraseWords, Words
from quorate.charter.readers import words_of

if TYPE_CHECKING:
    from quorate.charter.expressions import Amount, Test
    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

SHARES: dict[Words, Fraction] = {
    ("half",): Fraction(1, 2),
    ("a", "third"): Fraction(1, 3),
    ("one", "third"): Fraction(1, 3),
    ("two", "thirds"): Fraction(2, 3),
    ("a", "quarter"): Fraction(1, 4),
    ("three", "quarters"): Fraction(3, 4),
    ("two", "fifths"): Fraction(2, 5),
    ("three", "fifths"): Fraction(3, 5),
    ("four", "fifths"): Fraction(4, 5),
    ("a", "tenth"): Fraction(1, 10),
    ("all",): Fraction(1),
}
COMPARISONS: dict[Words, Comparison] = {
    tuple(one.value.split()): one for one in Comparison
}
SETS: dict[Words, str] = {tuple(word.split()): word for word in SET_WORDS}
UNITS: dict[Words, Unit] = {(one.value,): one for one in Unit}
EVERY_UNITS: dict[Words, Unit] = {
    words: one for words, one in UNITS.items() if one is not Unit.WEIGHT
}
PICKS: dict[Words, bool] = {
    ("the", "lesser", "of"): False,
    ("the", "greater", "of"): True,
}
ROUNDINGS: dict[Words, str] = {(word,): word for word in ("up", "down", "nearest")}


def test_phrase(phrase: str, *, own: str) -> Test:
    """
    Read one phrase as a test.

    `own` is the set word that `includes` looks into where the phrase names none.
    Raises `PhraseError` with the offset of the first word that does not fit.
    """
    words = PhraseWords(phrase)
    test = _test(words, own)
    words.end()
    return test


def set_phrase(phrase: str) -> Set:
    """Read one phrase as a set; raises `PhraseError`."""
    words = PhraseWords(phrase)
    found = _set(words)
    words.end()
    return found


def _test(words: PhraseWords, own: str) -> Test:
    if words.take("includes"):
        return Includes(Set(own), words.name())
    if words.take("judged", "by"):
        return Judged(words.name())
    if words.take("every"):
        unit = words.take_from(EVERY_UNITS)
        if unit is None:
            raise words.unfit("organisation, seat or person", ("organisation", "seat"))
        words.need("of")
        name = words.name()
        words.need("in")
        return Every(unit, name, _set(words))
    comparison = words.take_from(COMPARISONS)
    if comparison is not None:
        number = words.whole()
        if number is None:
            raise PhraseError(
                words.at,
                f"'{words.here[:60]}' is not a whole number",
                "For a share write the set first: "
                "present by seat at least half of filled.",
            )
        words.need("of")
        counted = _set(words)
        return Compare(counted, comparison, Number(number), _unit(words))
    counted = _set(words)
    if words.take("includes"):
        return Includes(counted, words.name())
    unit = _unit(words)
    comparison = words.take_from(COMPARISONS)
    if comparison is None:
        raise words.unfit("'at least', 'more than' or another comparison")
    return Compare(counted, comparison, _amount(words), unit)


def _set(words: PhraseWords) -> Set:
    word = words.take_from(SETS)
    if word is None:
        raise words.unfit("a set such as 'present'", tuple(SET_WORDS))
    within, without = [], []
    while True:
        if words.take("from"):
            within.append(words.name())
        elif words.take("except"):
            without.append(words.name())
        else:
            return Set(word, tuple(within), tuple(without))


def _unit(words: PhraseWords) -> Unit:
    if not words.take("by"):
        raise PhraseError(
            words.at,
            "the phrase does not say what is counted",
            "Add 'by person', 'by seat', 'by organisation' or 'by weight'.",
        )
    unit = words.take_from(UNITS)
    if unit is None:
        raise words.unfit("person, seat, organisation or weight", tuple(Unit))
    return unit


def _amount(words: PhraseWords) -> Amount:
    amount = _term(words, nested=False)
    if not words.take("plus"):
        return amount
    more = words.whole()
    if more is None:
        raise words.unfit("a whole number")
    return Plus(amount, more)


def _term(words: PhraseWords, *, nested: bool) -> Amount:
    greater = words.take_from(PICKS)
    if greater is not None:
        if nested:
            raise PhraseError(words.at, "a lesser or greater can't hold another")
        one = _term(words, nested=True)
        words.need("and")
        return Pick(greater, one, _term(words, nested=True))
    if words.take("the", "step", "for"):
        return Step(_set(words))
    # Shares come first: "two thirds" begins with a number word.
    share = words.take_from(SHARES) or _figures(words)
    if share is None:
        number = words.whole()
        return Number(number) if number is not None else Size(_set(words))
    words.need("of")
    of = _set(words)
    if not words.take("rounded"):
        return Part(share, of)
    rounded = words.take_from(ROUNDINGS)
    if rounded is None:
        raise words.unfit("up, down or nearest", ("up", "down", "nearest"))
    return Part(share, of, rounded)


def _figures(words: PhraseWords) -> Fraction | None:
    found = re.fullmatch(r"([0-9]{1,6})/([1-9][0-9]{0,5})", words.here)
    percent = re.fullmatch(r"([0-9]{1,3})%", words.here)
    if not found and not percent:
        return None
    share = Fraction(words.here) if found else Fraction(int(words.here[:-1]), 100)
    if not 0 < share <= 1:
        raise PhraseError(
            words.at,
            f"'{words.here}' is no part of a set",
            "A share is more than nothing and at most the whole: 1/2, 2/3, 50%.",
        )
    words.next += 1
    return share


@dataclass(frozen=True, slots=True)
class TestReader:
    """A test: a phrase, or phrases joined by `all:`, `any:` and `not:`."""

    own: str
    """The set word that `includes` looks into where a phrase names none."""

    words: str = "a test such as 'at least 5 of present by person'"

    def read(self, node: Node, problems: Problems) -> Test | None:
        """Return the test; a list is read as `all`."""
        if isinstance(node, Text):
            phrase = words_of(node, problems, self.words)
            try:
                return test_phrase(phrase, own=self.own) if phrase else None
            except PhraseError as error:
                error.tell(node, problems)
                return None
        if isinstance(node, Listing):
            return self._joined("all", node, problems)
        if len(node.pairs) != 1 or node.pairs[0][0].value not in ("all", "any", "not"):
            problems.add(
                node.place,
                "tests are joined by exactly one of 'all', 'any' and 'not'",
                "Write 'all:' and under it a list of tests, each after '- '.",
            )
            return None
        (key, inner) = node.pairs[0]
        return self._joined(key.value, inner, problems)

    def _joined(self, how: str, node: Node, problems: Problems) -> Test | None:
        if how == "not":
            test = self.read(node, problems)
            return None if test is None else Not(test)
        if not isinstance(node, Listing):
            problems.add(
                node.place, f"'{how}' needs a list", "Write each test after '- '."
            )
            return None
        if not node.items:
            problems.add(node.place, "the list holds no test", "Take it away.")
        read = [self.read(item, problems) for item in node.items]
        tests = tuple(test for test in read if test is not None)
        if len(tests) < len(read) or not tests:
            return None
        return All(tests) if how == "all" else Any(tests)

    def write(self, value: Test) -> Plain:
        """Return the normal form."""
        if isinstance(value, All | Any):
            how = "all" if isinstance(value, All) else "any"
            return {how: [self.write(test) for test in value.tests]}
        if isinstance(value, Not):
            return {"not": self.write(value.test)}
        if isinstance(value, Includes) and value.of == Set(self.own):
            return f"includes {value.name}"
        return str(value)

    def schema(self) -> dict[str, Anything]:
        """A phrase or joined phrases."""
        return {
            "anyOf": [
                {"type": "string", "description": self.words},
                {"type": "array"},
                {"type": "object", "maxProperties": 1},
            ]
        }


@dataclass(frozen=True, slots=True)
class SetReader:
    """A set: a set word, narrowed by `from` and `except`."""

    words: str = "a set such as 'filled' or 'present from councils'"

    def read(self, node: Node, problems: Problems) -> Set | None:
        """Return the set."""
        phrase = words_of(node, problems, self.words)
        if not phrase or not isinstance(node, Text):
            return None
        try:
            return set_phrase(phrase)
        except PhraseError as error:
            error.tell(node, problems)
            return None

    def write(self, value: Set) -> Plain:
        """Return the phrase."""
        return str(value)

    def schema(self) -> dict[str, Anything]:
        """A phrase."""
        return {"type": "string", "description": self.words}
