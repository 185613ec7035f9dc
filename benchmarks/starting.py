"""`quorate --help` beside an empty typer program, as whole processes in turn."""

from __future__ import annotations

import argparse
import subprocess
import sys

from benchmarks.measuring import ratios, report

EMPTY = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def nothing() -> None: ...
app()
"""
OURS = "from quorate.cli.main import run; run()"


def started(code: str) -> None:
    """Start a program that shows its help, and wait for its end."""
    subprocess.run(
        [sys.executable, "-c", code, "--help"], check=True, capture_output=True
    )


def main() -> None:
    """Compare; the exit status is 1 if the target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    chosen = parser.parse_args()
    found = [
        1 / each
        for each in ratios(
            lambda: started(OURS), lambda: started(EMPTY), rounds=chosen.rounds
        )
    ]
    name = "starting/quorate --help, times an empty typer program"
    sys.exit(not report(name, found, target=1.5, at_most=True))


if __name__ == "__main__":
    main()
