"""Plain values as lines of the YAML subset, in the one normal form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quorate.charter.fields import Plain

STEP = "  "

BARE = re.compile(r"[^\W_](?:[^:#\\\t\n]|:(?=[^\s])|(?<=\S)#)*", re.UNICODE)
"""Words that need no quotes: they begin with a letter or figure, and hold no sign
that the language would take for its own."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def lines_of(plain: Plain) -> list[str]:
    """Write words, a list, or names with values; each line from the first column."""
    if isinstance(plain, str):
        return [words_of(plain)]
    if isinstance(plain, list):
        return [line for item in plain for line in _item(item)]
    return [line for name, value in plain.items() for line in _pair(name, value)]


def words_of(words: str) -> str:
    """Write words, in quotes where they would be read as something else."""
    if BARE.fullmatch(words) and not words.endswith((" ", ":")):
        return words
    if "\n" in words or "\t" in words:
        return '"' + "".join(ESCAPES.get(sign, sign) for sign in words) + '"'
    return "'" + words.replace("'", "''") + "'"


def _item(item: Plain) -> list[str]:
    first, *rest = lines_of(item)
    return [f"- {first}", *(STEP + line for line in rest)]


def _pair(name: str, value: Plain) -> list[str]:
    if isinstance(value, str):
        return [f"{words_of(name)}: {words_of(value)}"]
    return [f"{words_of(name)}:", *(STEP + line for line in lines_of(value))]
