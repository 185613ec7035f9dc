"""
Phrases that say by when a thing is due.

    deadline = count units side event [ "on a working day" ]
             | "before" event | "on" event | "with" event
             | "by" day month
             | "by the end of" ( "the year" | "each quarter" | "the month" )
             | "at the next meeting of" ( name | "each recipient" )
             | "before the next meeting of" ( name | "each recipient" )
             | never-computed
    count    = figures, or a word from "no" to "twelve"
    units    = "hours" | "days" | "working days" | "clear days"
             | "clear working days" | "weeks" | "months" | "years"
    side     = "before" | "after"
    event    = words such as "meeting" or "minutes agreed"

    never-computed = "within a reasonable time" | "promptly" | "from time to time"
                   | "regularly" | "as needed"
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from quorate.charter.nodes import Text
from quorate.charter.phrase_words import PhraseError, PhraseWords, Words
from quorate.charter.readers import words_of

if TYPE_CHECKING:
    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

Value = TypeVar("Value")

UNITS: dict[Words, str] = {
    ("hour",): "hour",
    ("hours",): "hour",
    ("day",): "day",
    ("days",): "day",
    ("working", "day"): "working day",
    ("working", "days"): "working day",
    ("clear", "day"): "clear day",
    ("clear", "days"): "clear day",
    ("clear", "working", "day"): "clear working day",
    ("clear", "working", "days"): "clear working day",
    ("week",): "week",
    ("weeks",): "week",
    ("month",): "month",
    ("months",): "month",
    ("year",): "year",
    ("years",): "year",
}
SIDES: dict[Words, str] = {("before",): "before", ("after",): "after"}
MONTHS: dict[Words, int] = {
    (name,): number
    for number, name in enumerate(
        (
            "January February March April May June July August September October "
            "November December"
        ).split(),
        start=1,
    )
}
NEVER_COMPUTED: dict[Words, str] = {
    ("within", "a", "reasonable"): "within a reasonable time",
    ("promptly",): "promptly",
    ("from", "time", "to"): "from time to time",
    ("regularly",): "regularly",
    ("as", "needed"): "as needed",
}
"""Words that no calendar can turn into a day; a person rules."""

LONGEST_SPAN = 4000
"""In any unit: a deadline further off is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days, of some kind, before or after something happens."""

    amount: int
    unit: str
    side: str
    event: str
    issue_on: str = "any day"

    def __str__(self) -> str:
        """Write the phrase."""
        units = self.unit if self.amount == 1 else f"{self.unit}s"
        ending = " on a working day" if self.issue_on == "working day" else ""
        return f"{self.amount} {units} {self.side} {self.event}{ending}"


@dataclass(frozen=True, slots=True)
class Beside:
    """Before, on the day of, or together with something that happens."""

    how: str
    event: str

    def __str__(self) -> str:
        """Write the phrase."""
        return f"{self.how} {self.event}"


@dataclass(frozen=True, slots=True)
class ByDay:
    """By a day of each year."""

    month: int
    day: int

    def __str__(self) -> str:
        """Write the phrase."""
        return f"by {self.day} {list(MONTHS)[self.month - 1][0]}"


@dataclass(frozen=True, slots=True)
class ByEnd:
    """By the end of a period: `the year`, `each quarter`."""

    period: str

    def __str__(self) -> str:
        """Write the phrase."""
        return f"by the end of {self.period}"


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """At, or before, the next meeting of a body."""

    body: str
    """A body's name, or `each recipient`."""

    before: bool = False

    def __str__(self) -> str:
        """Write the phrase."""
        return f"{'before' if self.before else 'at'} the next meeting of {self.body}"


@dataclass(frozen=True, slots=True)
class Unbounded:
    """Words that no calendar can turn into a day."""

    words: str

    def __str__(self) -> str:
        """Write the words."""
        return self.words


When = Deadline | Beside | ByDay | ByEnd | AtMeeting | Unbounded


def unbounded(words: PhraseWords) -> Unbounded | None:
    """Take words that no calendar can turn into a day, if they come next."""
    said = words.take_from(NEVER_COMPUTED)
    if said is None:
        return None
    if said.endswith("time"):
        words.need("time")
    return Unbounded(said)


def _event(words: PhraseWords) -> str:
    taken = []
    while words.here and words.words[words.next : words.next + 3] != [
        "on",
        "a",
        "working",
    ]:
        taken.append(words.here)
        words.next += 1
    if not taken:
        raise words.unfit("what it is counted from, such as 'meeting'")
    return " ".join(taken)


def deadline_phrase(phrase: str) -> When:
    """Read a deadline; raises `PhraseError` at the word that does not fit."""
    words = PhraseWords(phrase)
    when = unbounded(words) or _meeting(words) or _by(words) or _counted(words)
    words.end()
    return when


def _meeting(words: PhraseWords) -> AtMeeting | None:
    for how in ("at", "before"):
        if words.take(how, "the", "next", "meeting", "of"):
            if words.take("each", "recipient"):
                return AtMeeting("each recipient", before=how == "before")
            return AtMeeting(words.name(), before=how == "before")
    return None


def _by(words: PhraseWords) -> ByDay | ByEnd | None:
    if words.take("by", "the", "end", "of"):
        for period in ("the year", "each quarter", "the month"):
            if words.take(*period.split()):
                return ByEnd(period)
        raise words.unfit("'the year', 'each quarter' or 'the month'")
    if not words.take("by"):
        return None
    start, day, month = words.at, words.whole(), words.take_from(MONTHS)
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if day is None or month is None or not 1 <= day <= longest[month - 1]:
        raise PhraseError(start, "that is not a day of the year", "by 31 March")
    return ByDay(month, day)


def _counted(words: PhraseWords) -> Deadline | Beside:
    for how in ("before", "on", "with"):
        if words.take(how):
            return Beside(how, _event(words))
    amount = words.whole()
    if amount is None:
        raise words.unfit("a number of days, such as '4 working days before meeting'")
    unit = words.take_from(UNITS)
    if unit is None:
        raise words.unfit("days, working days, clear days, weeks, months or years")
    if amount > LONGEST_SPAN:
        raise PhraseError(0, f"{amount} {unit}s is too long to be meant")
    side = words.take_from(SIDES)
    if side is None:
        raise words.unfit("'before' or 'after'", ("before", "after"))
    event = _event(words)
    issue_on = "working day" if words.take("on", "a", "working", "day") else "any day"
    return Deadline(amount, unit, side, event, issue_on)


def read_phrase(
    node: Node,
    problems: Problems,
    expected: str,
    grammar: Callable[[str], Value],
) -> Value | None:
    """Read the words of a node by a grammar; note what does not fit, and where."""
    phrase = words_of(node, problems, expected)
    if not phrase or not isinstance(node, Text):
        return None
    try:
        return grammar(phrase)
    except PhraseError as error:
        error.tell(node, problems)
        return None


@dataclass(frozen=True, slots=True)
class WhenReader:
    """By when: the grammar of deadlines."""

    words: str = "a time such as '4 working days before meeting'"

    def read(self, node: Node, problems: Problems) -> When | None:
        """Return the deadline."""
        return read_phrase(node, problems, self.words, deadline_phrase)

    def write(self, value: When) -> Plain:
        """Return the phrase."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A phrase."""
        return {"type": "string", "description": self.words}


WHEN = WhenReader()
