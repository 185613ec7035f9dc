"""Feed the charter reader with bytes that a fuzzer makes up. Run by fuzz.sh."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports():
    from quorate.charter.load import load
    from quorate.charter.problems import CharterError


def read(data: bytes) -> None:
    """Read a charter. Whatever is wrong with it must be told as a `CharterError`."""
    text = data.decode(errors="replace")
    try:
        load(text)
    except CharterError as told:
        str(told)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
