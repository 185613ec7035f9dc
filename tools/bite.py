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
    from collections.abc import Iterator, Mapping, Sequence

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
        load(bare)
    except CharterError as broken:
        why = f"other rules lean on it: {broken.problems[0].what}"
        return Tried(clause.id, kept, problem=why)
    file.write_text(bare, encoding="utf-8")
    try:
        return Tried(clause.id, kept, still_pass=passing(kept, copy))
    finally:
        file.write_text(text, encoding="utf-8")


def report(tried: Sequence[Tried]) -> Iterator[str]:
    """Yield the lines that tell what proves nothing, and how many do bite."""
    for one in tried:
        if one.problem:
            yield f"{one.id}: not tried; {one.problem}"
        for test in one.still_pass:
            yield f"{one.id}: still passes without its rule: {test}"
    yield ""
    yield f"{sum(one.bites for one in tried)} of {len(tried)} bite"


def main(clauses: Sequence[SourceClause], tests: Mapping[str, Sequence[str]]) -> int:
    """Try every proved clause that needs a rule; return 1 if one has no teeth."""
    wanted = [one for one in clauses if one.mode in TRIED and one.id in tests]
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
