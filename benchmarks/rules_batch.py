"""
Benchmark 4: the quorum of many meetings, ours beside four engines and Python itself.

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
    return [one.verdict is MET for one in meetings.judge.findings(meetings.rolls)]


def verdicts(meetings: Meetings) -> list[bool]:
    """Judge all meetings in one call, for the verdicts alone."""
    return [one is MET for one in meetings.judge.verdicts(meetings.rolls)]


def explained(meetings: Meetings) -> list[bool]:
    """Judge each meeting and build every explanation."""
    found = meetings.judge.findings(meetings.rolls)
    return [one.explanation.because.verdict is MET for one in found]


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
        (
            "verdicts alone, beside a compiled Python function",
            many,
            verdicts,
            compiled_python,
            0.2,
        ),
        ("explained, beside ZEN", few, explained, zen, 0.1),
        ("explained, beside rule-engine", few, explained, engine, 0.7),
    ):
        found = ratios(
            lambda meetings=meetings, ours=ours: ours(meetings),  # type: ignore[misc]
            lambda meetings=meetings, theirs=theirs: theirs(meetings.counts),  # type: ignore[misc]
            rounds=chosen.rounds,
        )
        good &= report(f"rules-batch/{name}", found, target=target, at_most=False)
    good &= grows(chosen.largest, chosen.rounds)
    sys.exit(not good)


def grows(largest: int, rounds: int) -> bool:
    """Say how time and memory grow from ten thousand meetings upwards."""
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size <= largest]
    inputs = [drawn(size, for_peers=False) for size in sizes]
    # The sizes take turns, so that a slow minute of the machine slows them all.
    powers = []
    for _ in range(rounds):
        times = [best_of(lambda one=one: findings(one), rounds=1) for one in inputs]  # type: ignore[misc]
        powers.append(exponent(sizes, times))
    good = report("rules-batch/growth, power of N", powers, target=1.1, at_most=True)
    return good & report(
        f"rules-batch/memory beyond the input, {sizes[-1]:,} explained, MB",
        [beyond(inputs[0]), beyond(inputs[-1])],
        target=1.0,
        at_most=True,
    )


def beyond(meetings: Meetings) -> float:
    """Return the most memory in MB that explaining every meeting takes at a time."""
    tracemalloc.start()
    for one in meetings.judge.findings(meetings.rolls):
        _ = one.explanation
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1_000_000


if __name__ == "__main__":
    main()
