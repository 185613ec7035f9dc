from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from quorate.proof.canonical import canonical
from quorate.proof.certificate import covered
from quorate.proof.certificate_shape import (
    NEEDED,
    OF_A_CHARTER,
    OF_A_SIGNATURE,
    OUTSIDE,
)
from tests.front_door import Command
from tools.certificate_example import CERTIFICATE

DOCS = Path(__file__).parents[2] / "docs"
WHOLE: dict[str, Any] = json.loads(CERTIFICATE.read_text(encoding="utf-8"))
COMMANDS = [
    pytest.param(line, id=line[:60])
    for page in ("check-a-certificate.md", "ask-what-if.md")
    for line in re.findall(
        r"^ *\$ quorate (.*)$",
        (DOCS / "how-to" / page).read_text(encoding="utf-8"),
        re.MULTILINE,
    )
]
REFERENCE = (DOCS / "reference" / "certificate.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_pages_does_what_they_say(
    command: Command, line: str
) -> None:
    words = [
        str(CERTIFICATE) if word == CERTIFICATE.name else word
        for word in shlex.split(line.replace("0f3a...", WHOLE["digest"]))
    ]

    shown = command(*words)

    assert (shown.exit_code, shown.err) == (0, "")


@pytest.mark.parametrize(
    "name",
    sorted({*NEEDED, *OUTSIDE, *OF_A_CHARTER, *OF_A_SIGNATURE, *WHOLE["finding"]}),
)
def test_every_name_of_a_certificate_stands_in_the_reference(name: str) -> None:
    assert f"`{name}`" in REFERENCE


def test_the_bytes_are_those_that_the_reference_gives_in_python() -> None:
    said = re.search(r"`(json\.dumps\(data, .*?\)\.encode\(\))`", REFERENCE)
    assert said
    arguments = re.findall(r"(\w+)=(\(.*?\)|\w+)", said[1])

    found = json.dumps(
        covered(WHOLE), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()

    assert dict(arguments) == {
        "sort_keys": "True",
        "separators": '(",", ":")',
        "ensure_ascii": "False",
    }
    assert found == canonical(covered(WHOLE))
