"""Draw the picture at the top of the README: what the command says, as it says it."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "tour.svg"
WIDTH = 92

FACTS = """\
people:
  chair: alma
  vice-chair: bo
  senior-resources: bo
  senior-operational: cai
  digital: dee
  ict: eli
  communications: fay
meetings:
  - opens: 2026-03-10 14:00
    present:
      - bo
      - cai
      - dee
      - person: eli
        until: 14:40
      - fay
"""
STEPS = (
    "explain digital-steering-group tuesday.yaml --ask quorum --line",
    "explain digital-steering-group tuesday.yaml --ask quorum --at '2026-03-10 14:45'",
    "whatif digital-steering-group tuesday.yaml --coming bo,cai,dee --on 2026-03-10",
)

# No font is fetched from anybody's server; the reader's own monospace will do.
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}"
 xmlns="http://www.w3.org/2000/svg" role="img">
<title>The quorate command answers whether a meeting can decide, and why</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono",
 monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
<rect fill="#101418" x="0" y="0" width="{width}" height="{height}" rx="10"/>
<g transform="translate({terminal_x}, {terminal_y})"
 clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def said(command: str, folder: Path) -> str:
    """Return what the command prints, with its colours."""
    env = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1"}
    ran = subprocess.run(
        [Path(sys.executable).parent / "quorate", *shlex.split(command)],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout


def main() -> None:
    """Run the steps and write the picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tuesday.yaml").write_text(FACTS, encoding="utf-8")
        for command in STEPS:
            console.print(Text(f"$ quorate {command}", style="bold cyan"))
            console.print(Text.from_ansi(said(command, folder)))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(
        console.export_svg(title="quorate", code_format=FORMAT, unique_id="tour"),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
