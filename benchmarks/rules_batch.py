"""
Benchmark 4: the quorum of many meetings, ours beside four engines and plain Python.

Ours starts from frozen rolls (seats and persons) and cites the clause; the peers start
from counts that are ready for them and can give no reason. Answers are checked equal
first; only ratios of interleaved rounds are reported.
"""

from __future__ import annotations

import argparse
import sys
import tracemalloc

from benchmarks.measuring import best_of, exponent, ratios, report
from benchmarks.meetings import Meetings, drawn
from benchmarks.peers import (
    business_rules_rule,
    cel_program,
    compiled_python,
    rule_engine_rule,
    zen_expression,
)
from quorate.rules.verdict import MET


def findings(meetings: Meetings) -> list[bool]:
    """Judge each meeting; each finding could explain itself."""
    judge = meetings.judge
    return [judge(roll).verdict is MET for roll in meetings.rolls]


def verdicts(meetings: Meetings) -> list[bool]:
    """Judge all meetings in one call, for the verdicts alone."""
    return [one is MET for one in meetings.judge.verdicts(meetings.rolls)]


def explained(meetings: Meetings) -> list[bool]:
    """Judge each meeting and build every explanation."""
    judge = meetings.judge
    return [judge(roll).because.verdict is MET for roll in meetings.rolls]


def main() -> None:
    """Compare, and say how ours grows; the exit status is 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--meetings", type=int, default=100_000)
    parser.add_argument("--slow", type=int, default=5_000, help="for the slow peers")
    parser.add_argument("--largest", type=int, default=1_000_000)
    chosen = parser.parse_args()
    many, few = drawn(chosen.meetings), drawn(chosen.slow)
    zen, cel = zen_expression(), cel_program()
    engine, business = rule_engine_rule(), business_rules_rule()
    truth = compiled_python(few.counts)
    for name, answer in (
        ("ours", findings(few)),
        ("ours, explained", explained(few)),
        ("zen", zen(few.counts)),
        ("cel", cel(few.counts)),
        ("rule-engine", engine(few.counts)),
        ("business-rules", business(few.counts)),
    ):
        if answer != truth:
            sys.exit(f"{name} differs from the rule written out by hand")
    good = True
    for name, meetings, ours, theirs, target in (
        ("on demand, beside ZEN", many, findings, zen, 1.0),
        ("on demand, beside CEL", many, findings, cel, 1.0),
        ("on demand, beside rule-engine", few, findings, engine, 6.0),
        ("on demand, beside business-rules", few, findings, business, 6.0),
        ("verdicts alone, beside plain Python", many, verdicts, compiled_python, 0.2),
        ("explained, beside ZEN", few, explained, zen, 0.1),
        ("explained, beside rule-engine", few, explained, engine, 0.7),
    ):
        found = ratios(
            lambda meetings=meetings, ours=ours: ours(meetings),  # type: ignore[misc]
            lambda meetings=meetings, theirs=theirs: theirs(meetings.counts),  # type: ignore[misc]
            rounds=chosen.rounds,
        )
        good &= report(f"rules-batch/{name}", found, target=target, at_most=False)
    good &= grows(chosen.largest)
    sys.exit(not good)


def grows(largest: int) -> bool:
    """Say how time and memory grow from ten thousand meetings to a million."""
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size <= largest]
    times = []
    for size in sizes:
        meetings = drawn(size)
        times.append(best_of(lambda meetings=meetings: findings(meetings), rounds=3))  # type: ignore[misc]
    power = exponent(sizes, times)
    good = report("rules-batch/growth, power of N", [power], target=1.1, at_most=True)
    meetings = drawn(10_000)
    tracemalloc.start()
    for roll in meetings.rolls:
        meetings.judge(roll)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return good & report(
        "rules-batch/memory beyond the input, MB",
        [peak / 1_000_000],
        target=1.0,
        at_most=True,
    )


if __name__ == "__main__":
    main()
