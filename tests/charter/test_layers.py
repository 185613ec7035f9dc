from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        "nodes", "fields", "readers", "rule", "kinds.terms", "vocabulary", "model",
        "names", "tables", "timing", "phrases", "compare", "force", "schema",
        "reference",
    ],
)  # fmt: skip
def test_only_reading_a_text_needs_the_parsers(module: str) -> None:
    program = (
        f"import quorate.charter.{module}, sys;"
        "print(sorted({'yaml', 'markdown_it'} & sys.modules.keys()))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ended.stdout == "[]\n"
