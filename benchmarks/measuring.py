"""Ratios of interleaved rounds, the only figures that hold on a noisy machine."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Sequence
from math import log
from statistics import median
from time import perf_counter


def ratios(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int
) -> list[float]:
    """
    Time the two in turn, and return theirs / ours for each round.

    A ratio above one says that ours is faster. Both are run once before the first
    round, uncounted. Within a round the quicker one is run as often as takes about as
    long as the other, so that a pause of the machine hits both alike.
    """
    one, other = timed(ours, 1), timed(theirs, 1)
    our_times = min(max(round(other / one), 1), MOST_RUNS)
    their_times = min(max(round(one / other), 1), MOST_RUNS)
    found = []
    for _ in range(rounds):
        gc.collect()
        spent = timed(ours, our_times) / our_times
        found.append(timed(theirs, their_times) / their_times / spent)
    return found


MOST_RUNS = 50


def timed(run: Callable[[], object], times: int) -> float:
    """Return the seconds that so many runs take."""
    start = perf_counter()
    for _ in range(times):
        run()
    return perf_counter() - start


def report(name: str, found: Sequence[float], *, target: float, at_most: bool) -> bool:
    """Print one result as a line of JSON, and say if its median holds the target."""
    middle = median(found)
    holds = middle <= target if at_most else middle >= target
    line = {
        "benchmark": name,
        "median": round(middle, 3),
        "least": round(min(found), 3),
        "most": round(max(found), 3),
        "target": f"{'<=' if at_most else '>='} {target}",
        "holds": holds,
    }
    print(json.dumps(line), flush=True)
    return holds


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """
    Return the power of the size with which the time grows: 1 is linear.

    The slope of the least squares line through the logarithms; at least two sizes.
    """
    xs, ys = [log(size) for size in sizes], [log(each) for each in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def best_of(run: Callable[[], object], *, rounds: int) -> float:
    """Return the least of several times in seconds, for a growth within one engine."""
    times = []
    for _ in range(rounds):
        gc.collect()
        times.append(timed(run, 1))
    return min(times)
