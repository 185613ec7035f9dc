"""The doors by which people come in, for tests that prove a clause."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any
from unittest.mock import patch

FRONT_DOORS = frozenset({"command"})
"""The fixtures through which a test may prove a clause."""

SURROUNDINGS = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
"""A narrow, colourless terminal, so that what is shown is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person sees of a command that has ended."""

    exit_code: int
    out: str
    err: str
    bytes_out: bytes
    """What went to standard output, for a command that writes a file there."""

    @property
    def json(self) -> Any:  # noqa: ANN401  The caller knows what it asked for.
        """What `--json` printed."""
        return json.loads(self.out)


class Command:
    """The `quorate` command, run in this process as a shell would run it."""

    def __call__(self, *arguments: object, stdin: str = "") -> Shown:
        """Run `quorate` with these arguments. An error that escapes is a bug."""
        from quorate.cli.main import run  # noqa: PLC0415  Other tests need no command.

        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
        words = ["quorate", *(str(word) for word in arguments)]
        exit_code = 0
        with (
            patch.dict("os.environ", SURROUNDINGS),
            patch.object(sys, "argv", words),
            patch.object(sys, "stdin", TextIOWrapper(BytesIO(stdin.encode()))),
            patch.object(sys, "stdout", out),
            patch.object(sys, "stderr", err),
        ):
            try:
                run()
            except SystemExit as ended:
                exit_code = ended.code if isinstance(ended.code, int) else 0
                if isinstance(ended.code, str):
                    err.write(ended.code)
                    exit_code = 1
        return Shown(exit_code, _text(out), _text(err), _bytes(out))


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    inner = stream.buffer
    assert isinstance(inner, BytesIO)
    return inner.getvalue()


def _text(stream: TextIOWrapper) -> str:
    return _bytes(stream).decode(errors="replace")
