"""
Loading and linting every shipped charter, beside PyYAML's C `compose` of their blocks.

The peer reads the same blocks of rules into nodes and nothing else: no Markdown, no
meaning, no checks. Ours may cost twenty times that.
"""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

import yaml

from benchmarks.measuring import ratios, report
from quorate.charter.load import load
from quorate.lint.linter import lint


def main() -> None:
    """Compare; the exit status is 1 if the target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    folder = Path(str(files("quorate") / "library" / "charters"))
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    blocks = [block.text for text in texts for block in load(text).blocks] + [
        text.split("\n---\n", 1)[0].removeprefix("---\n") for text in texts
    ]

    def ours() -> object:
        return lint([load(text) for text in texts])

    def theirs() -> object:
        return [yaml.compose(block, Loader=yaml.CBaseLoader) for block in blocks]

    found = [1 / each for each in ratios(ours, theirs, rounds=chosen.rounds)]
    name = "loading/all charters loaded and linted, times compose"
    sys.exit(not report(name, found, target=20.0, at_most=True))


if __name__ == "__main__":
    main()
