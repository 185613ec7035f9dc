"""
The tables of sentences, gathered from the files in `sentence_tables`.

Each file there is about one subject and may hold any of these, under these names:

- `SENTENCES`: by the `says` of a reason, a `Sentence`; where one question means
  something else by it, by `question: says`;
- `LEFT_OUT`: by the `why` of a `LeftOut`, words after 'not counted:';
- `OUTCOMES`: by the outcome of a finding (or `question: outcome`), words that say
  what it amounts to;
- `HEADS`: by question and verdict, the words in capitals that a line begins with;
- `MISSING`: by the `what` of a `Missing`, words with the gaps `number` and `names`;
- `PREFIXES`: by the first words of an outcome that ends in a code, words for it;
- `EFFECTS`: by what the terms say follows, a clause of a sentence.

A new file is found by being there; nothing else needs to be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import Any

from quorate.rules.verdict import Verdict
from quorate.words import sentence_tables
from quorate.words.sentence import Sentence
from quorate.words.translate import Message


@lru_cache(maxsize=1)
def tables() -> tuple[ModuleType, ...]:
    """Return the files of the tables, in the order of their names."""
    package = sentence_tables
    found = sorted(one.name for one in iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}") for name in found)


def sentences() -> Mapping[str, Sentence]:
    """Return every sentence by the key that a reason `says`."""
    return _gathered("SENTENCES")


def left_out() -> Mapping[str, Message]:
    """Return by the key of a reason for leaving somebody out what is said of it."""
    return _gathered("LEFT_OUT")


def outcomes() -> Mapping[str, Message]:
    """Return the words for each outcome."""
    return _gathered("OUTCOMES")


def prefixes() -> Mapping[str, Message]:
    """Return the words for outcomes that end in the code of a body."""
    return _gathered("PREFIXES")


def heads() -> Mapping[tuple[str, Verdict], Message]:
    """Return the words that a line begins with, by question and verdict."""
    return _gathered("HEADS")


def missing() -> Mapping[str, Message]:
    """Return the words for what would still have to come."""
    return _gathered("MISSING")


def effects() -> Mapping[str, Message]:
    """Return the words for what follows under the terms."""
    return _gathered("EFFECTS")


@lru_cache(maxsize=8)
def _gathered(name: str) -> Mapping[Any, Any]:
    rows: dict[Any, Any] = {}
    for table in tables():
        rows |= getattr(table, name, {})
    return MappingProxyType(rows)
