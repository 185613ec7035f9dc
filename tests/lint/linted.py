"""Charters for the tests of the linter: invented ones, ready ones changed, shipped."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from quorate.charter.load import load
from quorate.lint.catalogue import BY_ID
from quorate.lint.linter import lint
from quorate.lint.rulings import read_rulings

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.model import Charter
    from quorate.lint.remark import Remark
    from quorate.lint.rulings import Ruling

LIBRARY = files("quorate") / "library" / "charters"

FRONT = """\
---
charter: harbour-forum
title: Harbour Forum
status: ready-made
bodies:
  forum:
    name: Harbour Forum
---
"""

MEMBERS = """\
## Members {about=members}

These are the members. {#list}

| Seat | Organisation | Office | Places | Votes |
|---|---|---|---|---|
| master | Port | Harbour Master | 1 | 1 |
| pilots | Pilots | | 2 | 1 |
| town | Town | Mayor | 1 | 1 |

```rule
seats:
  votes: 1
```
"""


def draft(*parts: str, front: str = FRONT) -> Charter:
    """Return an invented charter made of these parts."""
    return load(front + "\n# Harbour Forum\n\n" + "\n\n".join(parts) + "\n")


def rule(words: str, block: str) -> str:
    """Return a clause with its rule under it."""
    return f"{words}\n\n```rule\n{block.strip()}\n```"


def remarks(
    check: str,
    *charters: Charter,
    on: date | None = None,
    vacant: dict[tuple[str, str], int] | None = None,
) -> list[Remark]:
    """Return what one check says of charters."""
    found = lint(charters, on=on, vacant=vacant, checks=(BY_ID[check],))
    return [one for one in found if one.check == check]


def places(check: str, *charters: Charter, on: date | None = None) -> list[str]:
    """Return the anchors at which a check finds something."""
    return [one.clause for one in remarks(check, *charters, on=on)]


@cache
def ready_text(slug: str) -> str:
    """Return the text of a charter that ships ready to start from."""
    return (LIBRARY / "ready" / f"{slug}.md").read_text(encoding="utf-8")


@cache
def ready_set() -> tuple[Charter, ...]:
    """Return all charters that ship ready to start from."""
    found = sorted(one.name for one in (LIBRARY / "ready").iterdir())
    return tuple(
        load(ready_text(name.removesuffix(".md")), name=name)
        for name in found
        if name.endswith(".md")
    )


def mutant(slug: str, *changes: tuple[str, str], without: str = "") -> Charter:
    """
    Return a ready charter with some words changed.

    `without` names a kind of rule whose first block is taken out altogether. Every
    change must find its words, or the mutant would prove nothing.
    """
    text = ready_text(slug)
    for old, new in changes:
        assert old in text, f"{slug} has no {old!r}"
        text = text.replace(old, new)
    if without:
        block = re.compile(rf"\n```rule\n{without}:\n.*?\n```\n", re.DOTALL)
        text, taken = block.subn("\n", text, count=1)
        assert taken, f"{slug} has no block of {without}"
    return load(text, name=slug)


SOURCES = (
    "childrens-trust",
    "data-analytics-office",
    "digital-steering-group",
    "senior-officer-group",
    "soda-executive-group",
)


@cache
def source(slug: str) -> Charter:
    """Return a shipped charter of one of the five sources."""
    return load((LIBRARY / f"{slug}.md").read_text(encoding="utf-8"), name=slug)


@cache
def source_rulings() -> tuple[Ruling, ...]:
    """Return the rulings that ship with the charters of the sources."""
    return tuple(
        ruling
        for slug in SOURCES
        if (LIBRARY / f"{slug}.rulings.yaml").is_file()
        for ruling in read_rulings(
            (LIBRARY / f"{slug}.rulings.yaml").read_text(encoding="utf-8"),
            charter=slug,
            name=f"{slug}.rulings.yaml",
        )
    )
