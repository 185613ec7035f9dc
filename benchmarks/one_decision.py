"""
Benchmark 6: one meeting judged with its whole explanation, beside ZEN's decision graph.

The graph is asked with its trace on, the nearest that it has to a reason.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import ratios, report
from benchmarks.meetings import drawn
from benchmarks.peers import zen_graph
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.load import load
from quorate.rules.membership import Entry, Membership, Seat
from quorate.rules.quick import columns
from quorate.rules.quorum import ReadyQuorum
from quorate.rules.verdict import MET


def padded(clauses: int) -> str:
    """Return a charter with one quorum among so many clauses that are not reached."""
    head = (
        "---\ncharter: padded\ntitle: Padded\nbodies:\n  board:\n    name: Board\n---\n"
    )
    words = "\n".join(
        f"{one}.1 A clause on another matter.\n" for one in range(2, clauses)
    )
    rule = "```rule\nquorum:\n  needs: at least 2 of present by person\n```\n"
    return f"{head}\n# Padded\n\n1.1 Two people.\n\n{rule}\n{words}"


def main() -> None:
    """Compare; the exit status is 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--meetings", type=int, default=1_000)
    chosen = parser.parse_args()
    meetings, graph = drawn(chosen.meetings), zen_graph()

    def ours() -> list[bool]:
        return [
            meetings.judge(roll).explanation.because.verdict is MET
            for roll in meetings.rolls
        ]

    def theirs() -> list[bool]:
        return [graph(one) for one in meetings.counts]

    if ours() != theirs():
        sys.exit("the decision graph gives other answers")
    found = ratios(ours, theirs, rounds=chosen.rounds)
    good = report(
        "one-decision/with its whole explanation", found, target=8.0, at_most=False
    )
    good &= grows(chosen.rounds)
    sys.exit(not good)


def grows(rounds: int) -> bool:
    """Compare a charter of two thousand clauses with one of ten."""
    seats = tuple(
        Seat(name, name, frozenset(), (), None, "member", optional=False)
        for name in ("one", "two", "three")
    )
    membership = Membership(seats, {"one": "alma", "two": "bo", "three": "cai"})
    roll = columns((Entry("one", "alma"), Entry("two", "bo")))
    judges = []
    for clauses in (10, 2_000):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "padded.md"
            path.write_text(padded(clauses), encoding="utf-8")
            charter = load(path.read_text(encoding="utf-8"))
        terms = charter.rule_of("board", Quorum)
        if terms is None:
            raise LookupError("the padded charter lost its quorum")
        judges.append(ReadyQuorum(terms, membership))
    short, long = judges
    found = ratios(
        lambda: [short(roll).explanation for _ in range(5_000)],
        lambda: [long(roll).explanation for _ in range(5_000)],
        rounds=rounds,
    )
    return report(
        "one-decision/2,000 clauses beside 10", found, target=1.2, at_most=True
    )


if __name__ == "__main__":
    main()
