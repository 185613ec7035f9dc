"""The readers that fields are described with: words to values, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quorate.charter.fields import items_of, read_fields, schema_of, write_fields
from quorate.charter.nodes import Listing, Mapping, Text
from quorate.charter.problems import did_you_mean
from quorate.charter.years import within_reach

if TYPE_CHECKING:
    from quorate.charter.fields import Plain, Reader
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NUMBER = 9
"""Digits in a number: no body has a thousand million seats."""

LONGEST_WORDS = 4_000
"""Letters of one value: the words belong in the clause, not in its rule."""

LONGEST_KEY = 200

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve".split()
    )
}


def words_of(node: Node, problems: Problems, expected: str) -> str | None:
    """Return the words of a scalar, or note that a list or mapping stands there."""
    if problems.full:
        return None
    if isinstance(node, Text):
        if len(node.value) > LONGEST_WORDS:
            problems.add(
                node.place,
                f"more than {LONGEST_WORDS:,} letters stand here",
                "Put the words into the clause; a rule only says what they mean.",
            )
            return None
        if node.value.strip():
            return node.value.strip()
        problems.add(node.place, f"nothing stands here; expected {expected}")
        return None
    kind = "a list" if isinstance(node, Listing) else "names with values"
    problems.add(node.place, f"{kind} stands here; expected {expected}")
    return None


@dataclass(frozen=True, slots=True)
class Words:
    """Free words, kept as they are."""

    words: str = "words"

    def read(self, node: Node, problems: Problems) -> str | None:
        """Return the words."""
        return words_of(node, problems, self.words)

    def write(self, value: str) -> Plain:
        """Return the words."""
        return value

    def schema(self) -> dict[str, Any]:
        """Any words; an editor may take figures or a date for something else."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}


@dataclass(frozen=True, slots=True)
class Name:
    """A name: lower-case words joined by hyphens, as seats and bodies have."""

    words: str = "a name in lower case with hyphens"

    def read(self, node: Node, problems: Problems) -> str | None:
        """Return the name."""
        value = words_of(node, problems, self.words)
        if value is not None and not NAME.fullmatch(value):
            problems.add(
                node.place,
                f"'{value[:60]}' is not a name",
                "Names are lower case, with hyphens and no spaces: vice-chair.",
            )
            return None
        return value

    def write(self, value: str) -> Plain:
        """Return the name."""
        return value

    def schema(self) -> dict[str, Any]:
        """Lower-case words joined by hyphens."""
        return {"type": "string", "pattern": f"^{NAME.pattern}$"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    of: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words to choose from."""
        return "one of: " + ", ".join(self.of)

    def read(self, node: Node, problems: Problems) -> str | None:
        """Return the word."""
        value = words_of(node, problems, self.words)
        if value is not None and value not in self.of:
            problems.add(
                node.place,
                f"'{value[:60]}' can't stand here",
                did_you_mean(value, self.of),
            )
            return None
        return value

    def write(self, value: str) -> Plain:
        """Return the word."""
        return value

    def schema(self) -> dict[str, Any]:
        """One of the words."""
        return {"enum": list(self.of)}


YES_NO = Choice(("yes", "no"))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from nought, in figures or, up to twelve, in words."""

    words: str = "a whole number"

    def read(self, node: Node, problems: Problems) -> int | None:
        """Return the number."""
        value = words_of(node, problems, self.words)
        if value is None:
            return None
        if value in NUMBER_WORDS:
            return NUMBER_WORDS[value]
        if re.fullmatch(r"[0-9]+", value) and len(value) <= LONGEST_NUMBER:
            return int(value)
        problems.add(node.place, f"'{value[:60]}' is not a whole number")
        return None

    def write(self, value: int) -> Plain:
        """Return the number in figures."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """Figures, as a number or as words."""
        return {"type": ["integer", "string"], "minimum": 0}


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction such as `1/2` or `2/3`, or a number of votes such as `0`."""

    words: str = "a fraction such as 2/3, or a whole number"

    def read(self, node: Node, problems: Problems) -> Fraction | None:
        """Return the exact fraction."""
        value = words_of(node, problems, self.words)
        if value is None:
            return None
        found = re.fullmatch(r"([0-9]{1,9})(?:/([1-9][0-9]{0,8}))?", value)
        if found:
            return Fraction(int(found[1]), int(found[2] or 1))
        problems.add(node.place, f"'{value[:60]}' is not a fraction", "Write 2/3.")
        return None

    def write(self, value: Fraction) -> Plain:
        """Return the fraction."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A fraction in figures."""
        return {"type": ["string", "integer"], "pattern": "^[0-9]+(/[1-9][0-9]*)?$"}


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as 2019-05-07; where only the month is known, as 2024-04."""

    month_will_do: bool = False

    @property
    def words(self) -> str:
        """The forms that a date has."""
        return (
            "a date such as 2024-04-30, or a month such as 2024-04"
            if self.month_will_do
            else "a date such as 2024-04-30"
        )

    def read(self, node: Node, problems: Problems) -> date | str | None:
        """Return the date, or the month as words where only that is known."""
        value = words_of(node, problems, self.words)
        if value is None:
            return None
        if self.month_will_do and re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value):
            return value
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return within_reach(date.fromisoformat(value), node, problems)
        except ValueError:
            problems.add(node.place, f"there is no day {value}", "Check month and day.")
            return None
        problems.add(node.place, f"'{value[:60]}' is not {self.words}")
        return None

    def write(self, value: date | str) -> Plain:
        """Return the date in figures."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A date, or a month where that will do."""
        return {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: a date and a time of day (`2019-07-02 14:05`), or a date alone."""

    words: str = "a date and time such as 2019-07-02 14:05"

    def read(self, node: Node, problems: Problems) -> datetime | date | None:
        """Return a moment without a zone (the body's own), or a date."""
        value = words_of(node, problems, self.words)
        if value is None:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
                return within_reach(date.fromisoformat(value), node, problems)
            if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?", value, re.ASCII):
                return within_reach(datetime.fromisoformat(value), node, problems)
        except ValueError:
            problems.add(node.place, f"there is no moment {value}")
            return None
        problems.add(node.place, f"'{value[:60]}' is not {self.words}")
        return None

    def write(self, value: datetime | date) -> Plain:
        """Return the moment as it is typed."""
        if isinstance(value, datetime):
            timespec = "seconds" if value.second else "minutes"
            return value.isoformat(sep=" ", timespec=timespec)
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        """A moment or a date."""
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of one or more; a single item needs no dash."""

    of: Reader

    @property
    def words(self) -> str:
        """What each item is."""
        return f"one or more, each {self.of.words}"

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...] | None:
        """Return the items that could be read."""
        if not items_of(node):
            problems.add(node.place, f"the list is empty; expected {self.words}")
        read = (self.of.read(item, problems) for item in items_of(node))
        values = tuple(value for value in read if value is not None)
        return values or None

    def write(self, value: tuple[Any, ...]) -> Plain:
        """Return the items; a single one stands alone."""
        written = [self.of.write(item) for item in value]
        alone = len(written) == 1 and isinstance(written[0], str)
        return written[0] if alone else written

    def schema(self) -> dict[str, Any]:
        """One item, or a list."""
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


@dataclass(frozen=True, slots=True)
class Table:
    """Names with values of one sort, in the order written."""

    of: Reader
    names: Reader = Name()

    @property
    def words(self) -> str:
        """What stands under each name."""
        return f"names, each with {self.of.words}"

    def read(
        self, node: Node, problems: Problems
    ) -> tuple[tuple[Any, Any], ...] | None:
        """Return pairs of name and value."""
        if not isinstance(node, Mapping):
            problems.add(
                node.place, "names with values are expected here", "name: value"
            )
            return None
        pairs = []
        seen: set[Any] = set()
        for key, inner in node.pairs:
            name = self.names.read(key, problems)
            if len(key.value) > LONGEST_KEY:
                problems.add(key.place, f"a name has at most {LONGEST_KEY} letters", "")
                continue
            value = self.of.read(inner, problems)
            if name is not None and name in seen:
                problems.add(key.place, f"'{key.value[:60]}' is given a second time")
            elif name is not None and value is not None:
                pairs.append((name, value))
            seen.add(name)
        return tuple(pairs)

    def write(self, value: tuple[tuple[Any, Any], ...]) -> Plain:
        """Return the pairs."""
        return {str(self.names.write(name)): self.of.write(one) for name, one in value}

    def schema(self) -> dict[str, Any]:
        """Names with values."""
        return {"type": "object", "additionalProperties": self.of.schema()}


@dataclass(frozen=True, slots=True)
class Part:
    """A described dataclass, as a mapping set in under its name."""

    of: type
    called: str

    @property
    def words(self) -> str:
        """What it is called."""
        return self.called

    def read(self, node: Node, problems: Problems) -> Any | None:  # noqa: ANN401  The value has the type `of`.
        """Return the value; None if a required field could not be read."""
        before = len(problems.found)
        values = read_fields(self.of, node, problems, called=self.called)
        return None if len(problems.found) > before else self.of(**values)

    def write(self, value: Any) -> Plain:  # noqa: ANN401  as above.
        """Return the fields that hold something."""
        return dict(write_fields(value))

    def schema(self) -> dict[str, Any]:
        """The schema of the dataclass."""
        return schema_of(self.of)


@dataclass(frozen=True, slots=True)
class Either:
    """Words read one way, anything set in read another."""

    plain: Reader
    nested: Reader

    @property
    def words(self) -> str:
        """Both."""
        return f"{self.plain.words}; or {self.nested.words}"

    def read(self, node: Node, problems: Problems) -> Any | None:  # noqa: ANN401  The value has the type of either.
        """Read by the shape of what stands there."""
        reader = self.plain if isinstance(node, Text) else self.nested
        return reader.read(node, problems)

    def write(self, value: Any) -> Plain:  # noqa: ANN401  as above.
        """Write by the shape of the value."""
        plain = isinstance(value, str | int | date | Fraction)
        return (self.plain if plain else self.nested).write(value)

    def schema(self) -> dict[str, Any]:
        """Either schema."""
        return {"anyOf": [self.plain.schema(), self.nested.schema()]}


WORDS, NAME_READER, WHOLE, DAY, MOMENT = Words(), Name(), Whole(), Day(), Moment()
NAMES = Many(NAME_READER)
