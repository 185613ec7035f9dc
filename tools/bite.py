"""
Take the rules of a clause out of the library, and see whether its tests notice.

A test that passes all the same did not depend on the rule, and so proves nothing
about the clause that it is marked with.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quorate.charter.load import load
from quorate.charter.problems import CharterError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from quorate.charter.model import Charter
    from tools.clauses import SourceClause

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "src" / "quorate" / "library"
TRIED = ("enforced", "monitored")
"""The modes that need a rule. What is recorded or published rests on the words."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of the tests of one clause once its rules were gone."""

    id: str
    tests: tuple[str, ...]
    still_pass: tuple[str, ...] = ()
    leaning: int = 0
    """How many more blocks of rules went, since they lean on those of the clause."""

    problem: str = ""
    """Why nothing can be said; empty where the tests were run."""

    @property
    def bites(self) -> bool:
        """Whether at least one test noticed."""
        return not self.problem and len(self.still_pass) < len(self.tests)


def covered(charter: Charter, anchors: Sequence[str]) -> set[str]:
    """Return the anchors of these clauses and of what stands under them."""
    found: set[str] = set()
    for clause in charter.clauses:
        for anchor in anchors:
            above = charter.clause(anchor)
            # Only a heading's number covers the numbers that go on from it: 10.3 is
            # a sentence of its own beside 10.3.1.
            heads = above is not None and above.kind == "heading"
            under = (f"{anchor}/", f"{anchor}.") if heads else (f"{anchor}/",)
            if clause.anchor == anchor or clause.anchor.startswith(under):
                found.add(clause.anchor)
    return found


def without_rules(text: str, anchors: Sequence[str]) -> str:
    """
    Return a charter's text without the blocks of rules under these clauses.

    A block goes as a whole, also where only one of its rules rests on the clause.
    The text comes back unchanged if there is none.
    """
    charter = load(text)
    inside = covered(charter, anchors)
    resting = {
        rule.place.line
        for rule in charter.rules
        if rule.clause in inside or inside.intersection(rule.also_rests_on)
    }
    gone: set[int] = set()
    for block in charter.blocks:
        first, last = block.lines
        lines = range(first, last + 1)
        if block.clause in inside or resting.intersection(lines):
            gone.update(lines)
    kept = [
        line
        for number, line in enumerate(text.splitlines(keepends=True), start=1)
        if number not in gone
    ]
    return "".join(kept)


def until_it_loads(text: str) -> tuple[str, int]:
    """
    Take out of a text the rules that lean on what is no longer there.

    Returns the text that loads, and how many blocks went. Raises `CharterError` with
    the problem that no block of rules could be blamed for.
    """
    gone = 0
    while True:
        try:
            load(text)
        except CharterError as broken:
            block = _block_at(text, {one.place.line for one in broken.problems})
            if not block:
                raise
            lines = text.splitlines(keepends=True)
            text = "".join(
                line
                for number, line in enumerate(lines, start=1)
                if number not in block
            )
            gone += 1
        else:
            return text, gone


def _block_at(text: str, blamed: set[int]) -> range:
    """Return the lines of the last block of rules that holds a blamed line."""
    found, begun = range(0), 0
    for number, line in enumerate(text.splitlines(), start=1):
        mark = line.strip()
        if mark.startswith("```rule"):
            begun = number
        elif mark == "```" and begun:
            lines = range(begun, number + 1)
            found = lines if blamed.intersection(lines) else found
            begun = 0
    return found


def passing(tests: Sequence[str], library: Path) -> tuple[str, ...]:
    """Run these tests against another library; return those that passed."""
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-rp", "--no-header"),
            *("-p", "no:randomly", "-p", "no:cacheprovider", *tests),
        ],
        cwd=ROOT,
        env={**os.environ, "QUORATE_LIBRARY": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = ended.stdout.splitlines()
    return tuple(
        line.removeprefix("PASSED ") for line in lines if line.startswith("PASSED ")
    )


def try_out(clause: SourceClause, tests: Sequence[str], copy: Path) -> Tried:
    """Take one clause's rules out of the copy, run its tests, and put them back."""
    kept = tuple(dict.fromkeys(tests))
    file = copy / "charters" / f"{clause.charter}.md"
    if not file.exists():
        return Tried(clause.id, kept, problem=f"no charter {clause.charter} ships")
    text = file.read_text(encoding="utf-8")
    try:
        bare = without_rules(text, clause.anchors)
        if bare == text:
            where = ", ".join(clause.anchors)
            return Tried(clause.id, kept, problem=f"no rule stands under {where}")
        bare, leaning = until_it_loads(bare)
    except CharterError as broken:
        why = f"nothing loads without it: {broken.problems[0].what}"
        return Tried(clause.id, kept, problem=why)
    file.write_text(bare, encoding="utf-8")
    try:
        return Tried(clause.id, kept, passing(kept, copy), leaning)
    finally:
        file.write_text(text, encoding="utf-8")


def report(tried: Sequence[Tried]) -> Iterator[str]:
    """Yield the lines that tell what proves nothing, and how many do bite."""
    for one in tried:
        if one.problem:
            yield f"{one.id}: not tried; {one.problem}"
        if one.leaning:
            yield f"{one.id}: blocks that lean on its rules went too: {one.leaning}"
        for test in one.still_pass:
            yield f"{one.id}: still passes without its rule: {test}"
    yield ""
    yield f"{sum(one.bites for one in tried)} of {len(tried)} bite"


def main(
    clauses: Sequence[SourceClause],
    tests: Mapping[str, Sequence[str]],
    only: Collection[str] = (),
) -> int:
    """
    Try every proved clause that needs a rule; return 1 if one has no teeth.

    With `only`, try those ids alone, whatever their mode is.
    """
    wanted = [
        one
        for one in clauses
        if one.id in tests and (one.id in only if only else one.mode in TRIED)
    ]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "library"
        shutil.copytree(LIBRARY, copy)
        tried = []
        for number, clause in enumerate(wanted, start=1):
            print(f"\r{number} of {len(wanted)} ", end="", file=sys.stderr, flush=True)
            tried.append(try_out(clause, tests[clause.id], copy))
        print(file=sys.stderr)
    print("\n".join(report(tried)))
    return 0 if all(one.bites for one in tried) else 1
