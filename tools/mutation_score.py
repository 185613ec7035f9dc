"""Say how many mutants of the rules the tests noticed, and record it in the docs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "mutants" / "src" / "quorate" / "rules"
PAGE = ROOT / "docs" / "reference" / "mutation-score.md"

SURVIVED = 0
UNREACHED = 33
"""What mutmut notes for a mutant in code that no test runs."""

INTRODUCTION = """# Mutation score

`make mutate` changes the rules a little, many times (a `<` to a `<=`, a number by one,
a word of a sentence), and runs the tests of `tests/rules` on each change. A change that
no test notices is a mutant that survived: nobody would have found the mistake. This
page is written by the run; it is not edited by hand.

A mutant on which the tests fail, break off or run out of time was noticed.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the mutants of one file."""

    file: str
    noticed: int
    survived: int
    unreached: int
    untried: int = 0
    """Left over where a run was broken off; such a run is not recorded."""

    @property
    def tried(self) -> int:
        """How many mutants the tests had a chance to notice."""
        return self.noticed + self.survived + self.unreached

    @property
    def share(self) -> str:
        """The part that was noticed, rounded down to a tenth of a per cent."""
        thousandths = self.noticed * 1000 // self.tried if self.tried else 0
        return f"{thousandths // 10}.{thousandths % 10} %"


def score(file: str, ended: Mapping[str, int | None]) -> Score:
    """Count what mutmut noted for a file: how the tests of each mutant ended."""
    count = Counter(ended.values())
    survived, unreached, untried = count[SURVIVED], count[UNREACHED], count[None]
    noticed = len(ended) - survived - unreached - untried
    return Score(file, noticed, survived, unreached, untried)


def together(scores: Sequence[Score]) -> Score:
    """Add up the scores of all files."""
    return Score(
        "all",
        sum(one.noticed for one in scores),
        sum(one.survived for one in scores),
        sum(one.unreached for one in scores),
        sum(one.untried for one in scores),
    )


def page(scores: Sequence[Score]) -> str:
    """Return the page of the documentation, the weakest file first."""
    return "\n".join([INTRODUCTION, *_table(scores), ""])


def _table(scores: Sequence[Score]) -> Iterator[str]:
    yield "| file | mutants | noticed | survived | in code that no test runs | score |"
    yield "|---|---:|---:|---:|---:|---:|"
    weakest_first = sorted(scores, key=lambda one: (one.noticed / one.tried, one.file))
    for one in (*weakest_first, together(scores)):
        counts = f"{one.tried} | {one.noticed} | {one.survived} | {one.unreached}"
        yield f"| {one.file} | {counts} | {one.share} |"


def main() -> int:
    """Print the score of the last run, and record it if the run was whole."""
    scores = []
    for file in sorted(RESULTS.rglob("*.meta")):
        ended = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        if ended:
            name = str(file.relative_to(RESULTS)).removesuffix(".meta")
            scores.append(score(name, ended))
    whole = together(scores)
    if whole.untried:
        print(f"{whole.untried} mutants were not tried, so nothing is recorded.")
    else:
        PAGE.write_text(page(scores), encoding="utf-8")
    print(f"{whole.noticed} of {whole.tried} mutants were noticed ({whole.share})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
