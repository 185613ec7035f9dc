"""
Phrases that say how often a thing happens.

    cadence  = [ "at least" ] times "a year"
             | "every" [ count ] period | "once in each" period
             | "at every meeting" [ "of" name ]
             | ( "before" | "after" | "before and after" ) "each meeting of" name
             | "on request" [ "of" name ]
             | never-computed
    times    = "once" | "twice" | count "times"
    period   = "week" | "month" | "quarter" | "year" | "term", or several of one
    count    = figures, or a word from "one" to "twelve"

    never-computed = as for deadlines: "as needed", "regularly" and their like
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quorate.charter.deadlines import Unbounded, read_phrase, unbounded
from quorate.charter.phrase_words import PhraseError, PhraseWords, Words

if TYPE_CHECKING:
    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

MOST_OFTEN = 400
"""Times a year, or periods between two times: more is a slip of the pen."""

ONCE: dict[Words, int] = {("once",): 1, ("twice",): 2}
PERIODS: dict[Words, str] = {
    (word + ending,): word
    for word in ("week", "month", "quarter", "year", "term")
    for ending in ("", "s")
}


@dataclass(frozen=True, slots=True)
class Times:
    """So many times a year."""

    number: int
    at_least: bool = False

    def __str__(self) -> str:
        """Write the phrase."""
        often = {1: "once", 2: "twice"}.get(self.number, f"{self.number} times")
        return f"{'at least ' if self.at_least else ''}{often} a year"


@dataclass(frozen=True, slots=True)
class EveryPeriod:
    """Once in every so many weeks, months, quarters, terms or years."""

    number: int
    period: str

    def __str__(self) -> str:
        """Write the phrase."""
        if self.number == 1:
            return f"every {self.period}"
        return f"every {self.number} {self.period}s"


@dataclass(frozen=True, slots=True)
class AroundMeetings:
    """Before, after, or before and after, each meeting of another body."""

    side: str
    body: str

    def __str__(self) -> str:
        """Write the phrase."""
        return f"{self.side} each meeting of {self.body}"


@dataclass(frozen=True, slots=True)
class EveryMeeting:
    """At every meeting, of the body itself or of another."""

    body: str = ""

    def __str__(self) -> str:
        """Write the phrase."""
        return f"at every meeting of {self.body}" if self.body else "at every meeting"


@dataclass(frozen=True, slots=True)
class OnRequest:
    """When somebody asks."""

    of: str = ""

    def __str__(self) -> str:
        """Write the phrase."""
        return f"on request of {self.of}" if self.of else "on request"


Cadence = Times | EveryPeriod | AroundMeetings | EveryMeeting | OnRequest | Unbounded


def cadence_phrase(phrase: str) -> Cadence:
    """Read how often a thing happens; raises `PhraseError`."""
    words = PhraseWords(phrase)
    cadence = (
        unbounded(words)
        or _meetings(words)
        or _requests(words)
        or _periods(words)
        or _times(words)
    )
    words.end()
    return cadence


def _meetings(words: PhraseWords) -> AroundMeetings | EveryMeeting | None:
    for side in ("before and after", "before", "after"):
        if words.take(*side.split(), "each", "meeting", "of"):
            return AroundMeetings(side, words.name())
    if words.take("at", "every", "meeting"):
        return EveryMeeting(words.name() if words.take("of") else "")
    return None


def _requests(words: PhraseWords) -> OnRequest | None:
    if not words.take("on", "request"):
        return None
    return OnRequest(words.name() if words.take("of") else "")


def _periods(words: PhraseWords) -> EveryPeriod | None:
    number: int | None = 1
    if words.take("every"):
        start = words.at
        number = words.whole()
        if number is not None:
            _sensible(number, start)
    elif not words.take("once", "in", "each"):
        return None
    period = words.take_from(PERIODS)
    if period is None:
        raise words.unfit("week, month, quarter, term or year", ("month", "quarter"))
    return EveryPeriod(1 if number is None else number, period)


def _times(words: PhraseWords) -> Times:
    at_least = words.take("at", "least")
    start, number = words.at, words.take_from(ONCE)
    if number is None:
        number = words.whole()
        if number is None or not (words.take("times") or words.take("time")):
            raise words.unfit("how often, such as 'every 2 months' or '4 times a year'")
    _sensible(number, start)
    words.need("a", "year")
    return Times(number, at_least)


def _sensible(number: int, start: int) -> None:
    if not 1 <= number <= MOST_OFTEN:
        raise PhraseError(start, f"{number} can't be meant here")


@dataclass(frozen=True, slots=True)
class CadenceReader:
    """How often: the grammar of cadences."""

    words: str = "how often, such as 'every 2 months' or 'at least 6 times a year'"

    def read(self, node: Node, problems: Problems) -> Cadence | None:
        """Return the cadence."""
        return read_phrase(node, problems, self.words, cadence_phrase)

    def write(self, value: Cadence) -> Plain:
        """Return the phrase."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A phrase."""
        return {"type": "string", "description": self.words}


CADENCE = CadenceReader()
