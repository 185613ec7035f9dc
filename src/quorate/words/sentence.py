"""A row of the tables of sentences: what is said for each verdict."""

from __future__ import annotations

from dataclasses import dataclass

from quorate.rules.verdict import Verdict
from quorate.words.translate import Message


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    What is said of one step of an explanation.

    It is written as it stands inside a line: without a capital or a full stop. Gaps:
    `need`, `have` (numbers); `have_of` (6 present, 3 seats filled); `amount` (half of
    the filled seats); `counted` and `left_out` (names); `office` (the needed office);
    `unit`; and every entry of the reason's `values` by its own name, with
    underscores for spaces.
    """

    met: Message
    not_met: Message = ""
    unknown: Message = ""
    not_stated: Message = ""

    def for_(self, verdict: Verdict) -> Message:
        """Return the sentence for a verdict; that for met where it has none."""
        said: Message = {
            Verdict.NOT_MET: self.not_met,
            Verdict.UNKNOWN: self.unknown,
            Verdict.NOT_STATED: self.not_stated,
        }.get(verdict, self.met)
        return said or self.met


Sentences = dict[str, Sentence]
