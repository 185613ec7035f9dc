"""The tutorial is followed step by step, as a reader would."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.front_door import Command

PAGE = Path(__file__).parents[2] / "docs" / "tutorials" / "your-first-terms.md"
BLOCK = re.compile(r"^```(sh|yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FINE, ANSWERED_NO = 0, 1
"""What a step of the tutorial may end with: remarks and a 'no' are among its points."""


def test_every_step_of_the_tutorial_gives_what_it_shows(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    shown = ""

    for kind, text in steps:
        if kind == "yaml":
            Path("july.yaml").write_text(text, encoding="utf-8")
        elif kind == "text":
            for line in text.splitlines():
                assert line in shown
        else:
            shown = ""
            for line in text.splitlines():
                ran = command(*shlex.split(line)[1:])
                shown += ran.out
                assert ran.exit_code in (FINE, ANSWERED_NO), ran.err

    assert [kind for kind, _ in steps].count("sh") >= 6
