"""
Run every benchmark in turn, print one table, and keep the figures for the docs.

The exit status is 1 if a target was missed or an engine to compare with is not there.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from benchmarks import figures


@dataclass(frozen=True)
class Benchmark:
    """One benchmark: a module that prints a line of JSON for each figure."""

    name: str
    module: str
    engines: tuple[str, ...] = ()
    """The distributions it compares with."""

    quick: tuple[str, ...] = ()
    """What makes it small."""


BENCHMARKS = (
    Benchmark(
        "expressiveness",
        "benchmarks.expressiveness",
        (
            "zen-engine",
            "common-expression-language",
            "rule-engine",
            "business-rules",
            "durable_rules",
            "rtamt",
            "openfisca-core",
        ),
    ),
    Benchmark("starting", "benchmarks.starting", (), ("--rounds", "5")),
    Benchmark("loading", "benchmarks.loading", ("PyYAML",), ("--rounds", "3")),
    Benchmark(
        "one-decision",
        "benchmarks.one_decision",
        ("zen-engine",),
        ("--rounds", "3", "--meetings", "300"),
    ),
    Benchmark(
        "rules-batch",
        "benchmarks.rules_batch",
        (
            "zen-engine",
            "common-expression-language",
            "rule-engine",
            "business-rules",
        ),
        (
            *("--rounds", "5", "--meetings", "20000"),
            *("--slow", "3000", "--largest", "100000"),
        ),
    ),
    Benchmark(
        "deadlines",
        "benchmarks.deadlines",
        ("holidays", "workalendar", "numpy"),
        ("--rounds", "3", "--single", "200", "--batch", "300000"),
    ),
    Benchmark("whatif", "benchmarks.whatif", (), ("--rounds", "2")),
    Benchmark("duties", "benchmarks.duties", ("rtamt",), ("--quick",)),
)


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="small sizes, a minute or two; keeps none"
    )
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="these benchmarks; keeps no figures"
    )
    chosen = parser.parse_args()
    wanted = [one for one in BENCHMARKS if not chosen.only or one.name in chosen.only]
    unknown = set(chosen.only or ()) - {one.name for one in BENCHMARKS}
    if unknown:
        names = ", ".join(one.name for one in BENCHMARKS)
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}. Known: {names}")
    measured = measure(wanted, quick=chosen.quick)
    print(table(measured["results"]))
    missed = [one["benchmark"] for one in measured["results"] if not one["holds"]]
    for name in missed:
        print(f"Missed: {name}")
    for name, why in measured["not_run"].items():
        print(f"Not measured: {name}, because {why}")
    if not chosen.quick and not chosen.only:
        figures.write(measured)
        print("Kept in docs/reference/figures.json and figures.md")
    sys.exit(bool(missed or measured["not_run"]))


def measure(wanted: list[Benchmark], *, quick: bool) -> dict[str, Any]:
    """Run the benchmarks, each in a process of its own, and collect their figures."""
    results: list[dict[str, Any]] = []
    not_run: dict[str, str] = {}
    start = perf_counter()
    for place, one in enumerate(wanted, 1):
        spent = perf_counter() - start
        print(f"[{place}/{len(wanted)}, {spent:.0f} s] {one.name}", file=sys.stderr)
        absent = [name for name in one.engines if not installed(name)]
        if absent:
            not_run[one.name] = f"{' and '.join(absent)} can't be found here"
        elif find_spec(one.module) is None:
            not_run[one.name] = "it is not part of this copy"
        else:
            found = list(lines(one, quick=quick))
            results += found
            if not found:
                not_run[one.name] = "it ended without a figure; see above"
    engines = sorted({name for one in wanted for name in one.engines}, key=str.lower)
    return {
        "run": "quick" if quick else "whole",
        "python": f"Python {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "versions": {name: version(name) for name in engines if installed(name)},
        "results": results,
        "not_run": not_run,
    }


def lines(one: Benchmark, *, quick: bool) -> Iterator[dict[str, Any]]:
    """Run one benchmark and yield its figures as they come."""
    command = [sys.executable, "-m", one.module, *(one.quick if quick else ())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            told = json.loads(line) if line.startswith("{") else {}
            if "median" not in told:
                # A remark of the benchmark's own: shows that it is getting on.
                print(f"  {line.strip()}", file=sys.stderr)
                continue
            held = "holds" if told["holds"] else "MISSED"
            name, middle, target = told["benchmark"], told["median"], told["target"]
            print(f"  {name}: {middle} ({target}) {held}", file=sys.stderr)
            yield told


def installed(name: str) -> bool:
    """Tell if a distribution is there."""
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def table(results: list[dict[str, Any]]) -> str:
    """Return the figures for a terminal."""
    rows = [("Benchmark", "Median", "Least to most", "Target", "Holds")]
    rows += [
        (
            one["benchmark"],
            figures.number(one["median"]),
            f"{figures.number(one['least'])} to {figures.number(one['most'])}",
            one["target"],
            "yes" if one["holds"] else "NO",
        )
        for one in results
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number in (0, 4) else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


if __name__ == "__main__":
    main()
