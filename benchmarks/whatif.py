"""
What if: an exact chance over sixty seats and a test that names three sets.

Held beside sampling, the usual way to answer such a question: in the time that the
exact answer takes, how many meetings can be drawn at random and judged, and how far is
the drawn figure off? The exact one has to take well under a second.
"""

from __future__ import annotations

import argparse
import json
import sys
from fractions import Fraction
from random import Random
from time import perf_counter

from benchmarks.measuring import best_of, exponent, report
from quorate.charter.expressions import All, Compare, Comparison, Number, Set, Unit
from quorate.charter.kinds.quorum import Quorum
from quorate.proof.whatif import chances, whom_to_ring
from quorate.rules.membership import Membership, Seat
from quorate.rules.quick import Columns
from quorate.rules.quorum import ReadyQuorum
from quorate.rules.verdict import MET

GROUPS = ("councils", "officers", "partners")


def board(seats: int) -> Membership:
    """Return a body of so many seats in three groups, each held by another person."""
    made = tuple(
        Seat(
            f"seat-{one}",
            f"seat-{one}",
            frozenset({GROUPS[one % 3]}),
            (f"organisation-{one % 20}",),
            None,
            "member",
            optional=False,
        )
        for one in range(seats)
    )
    return Membership(made, {one.name: f"person-{one.name}" for one in made})


def terms(seats: int) -> Quorum:
    """Return a quorum that asks for a half of each of the three groups."""
    return Quorum(
        needs=All(
            tuple(
                Compare(
                    Set("present", within=(group,)),
                    Comparison.AT_LEAST,
                    Number(seats // 6),
                    Unit.SEAT,
                )
                for group in GROUPS
            )
        )
    )


def sampled(
    membership: Membership, quorum: Quorum, random: Random, seconds: float
) -> tuple[float, int]:
    """Draw meetings for so many seconds; return the share that was quorate, and all."""
    judge = ReadyQuorum(quorum, membership)
    met = drawn = 0
    start = perf_counter()
    while perf_counter() - start < seconds:
        there = [one for one in membership.filled if random.random() < 0.6]
        roll = Columns(
            tuple(one.seat for one in there), tuple(one.person for one in there)
        )
        met += judge(roll).verdict is MET
        drawn += 1
    return met / drawn, drawn


def main() -> None:
    """Run it; the exit status is 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()

    usual = Fraction(3, 5)
    membership, quorum = board(60), terms(60)

    def exact() -> Fraction:
        return chances(quorum, membership, rates={}, usual=usual).quorate

    seconds = best_of(exact, rounds=chosen.rounds)
    good = report(
        "whatif/60 seats, three sets, seconds", [seconds], target=1.0, at_most=True
    )
    answer, random = exact(), Random(chosen.seed)
    share, drawn = sampled(membership, quorum, random, seconds)
    off = abs(share - float(answer))
    line = {"benchmark": "whatif/sampling for as long", "drawn": drawn, "off by": off}
    print(json.dumps(line), flush=True)

    sizes = (15, 30, 60, 120)
    times = [
        best_of(
            lambda size=size: chances(terms(size), board(size), rates={}, usual=usual),  # type: ignore[misc]
            rounds=3,
        )
        for size in sizes
    ]
    # The states are the product of the sizes of three sets, gone through once a person.
    power = exponent(sizes, times)
    good &= report("whatif/growth, power of seats", [power], target=4.0, at_most=True)
    ring = best_of(
        lambda: whom_to_ring(quorum, membership, coming=["person-seat-0"]),
        rounds=chosen.rounds,
    )
    good &= report("whatif/whom to ring, seconds", [ring], target=1.0, at_most=True)
    sys.exit(not good)


if __name__ == "__main__":
    main()
