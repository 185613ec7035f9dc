"""Write the reference page of the commands from what they say of themselves."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch

from quorate.cli.main import COMMANDS, app
from quorate.cli.output import FORMS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "commands.md"
WIDTH = "88"

INTRODUCTION = """\
# Commands

Made from the commands themselves; `quorate COMMAND --help` says the same.

## What every command shares

A **charter** is given as a file, as the slug of one that ships (`quorate show` lists
them), or as `-` for standard input. Files are plain text in UTF-8.

`--json` prints data in place of words. Its first name, `schema`, tells its form and
version; what a version has, it keeps for ever. With `--json`, what kept a command from
its work is data too (`quorate-trouble/1`).

`--on` takes a day (`2026-04-30`), `--at` a day or a moment (`'2026-04-30 14:05'`), in
the time zone of the charter. Without them it is today and now, and the clock is read
nowhere else.

A command ends with

| code | means |
|---|---|
| 0 | all is well; the answer is yes |
| 1 | the answer is no, or there are remarks or differences |
| 2 | it was given something that it can't work with; it says what, and what to do |
| 3 | it could not be checked: a record is missing, or the terms do not say |
| 70 | Quorate made a mistake of its own; please report it |
| 130 | it was stopped with Ctrl-C |
| 141 | whoever read its output went away |

Two settings of the environment change what it does: `QUORATE_LIBRARY` names another
folder of charters and calendars than the one that ships, and `QUORATE_DEBUG=1` shows
where in the code a mistake of Quorate's own came from.
"""


def page() -> str:
    """Return the page."""
    rows = [f"| `{form}` | {means} |\n" for form, means in FORMS.items()]
    forms = "| form | holds |\n|---|---|\n" + "".join(rows)
    parts = [INTRODUCTION, f"## The forms of --json\n\n{forms}"]
    parts += [f"## quorate {name}\n\n```text\n{_help(name)}```\n" for name in COMMANDS]
    return "\n".join(parts)


def _help(name: str) -> str:
    said = io.StringIO()
    with (
        patch.dict(os.environ, {"COLUMNS": WIDTH}),
        redirect_stdout(said),
    ):
        app([name, "--help"], prog_name="quorate", standalone_mode=False)
    lines = (line.rstrip() for line in said.getvalue().splitlines())
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
