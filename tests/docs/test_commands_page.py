from __future__ import annotations

import re

from quorate.cli import output
from tools.commands import PAGE, page

COMMANDS = page().partition("## quorate ")[2]


def test_the_page_of_the_commands_says_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: .venv/bin/python -m tools.commands"
    )


def test_every_command_takes_json() -> None:
    sections = re.split(r"(?m)^## quorate ", f"## quorate {COMMANDS}")[1:]

    lacking = [one.split()[0] for one in sections if "--json" not in one]

    assert len(sections) > 10
    assert lacking == []


def test_every_form_of_json_has_a_name_with_a_version() -> None:
    odd = [form for form in output.FORMS if not re.fullmatch(r"[a-z-]+/\d+", form)]

    assert odd == []
