"""Small texts that the tests of the charter language are made from."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from quorate.charter.blocks import read_block
from quorate.charter.load import load
from quorate.charter.problems import CharterError, Place, Problem, Problems

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.charter.nodes import Node

FRONT = """\
---
charter: harbour-group
title: Harbour Group
bodies:
  group:
    name: Harbour Group
---
"""
"""Seven lines; a text that goes on from it begins on line 8."""

TWO_BODIES = """\
---
charter: harbour-board
title: Harbour Board
bodies:
  board:
    name: Harbour Board
  executive:
    name: Harbour Executive
---
"""

MEMBERS = """\
| Seat | Organisation | Places | Group |
|---|---|---|---|
| chair | Ports | 1 | officers |
| councils | Councils | 2 | councils |

```rule
seats:
  votes: 1
```
"""


def block(text: str) -> str:
    """Return lines of rules as a fenced block."""
    return f"```rule\n{textwrap.dedent(text).strip(chr(10))}\n```\n"


def group(text: str) -> str:
    """Return a charter of one body with this text after its front matter."""
    return FRONT + textwrap.dedent(text).lstrip("\n")


def charter(text: str) -> Charter:
    """Load a charter of one body."""
    return load(group(text))


def ruled(rules: str, *, members: bool = False) -> Charter:
    """Load a charter of one body, with these rules under one sentence."""
    seats = f"The members.\n\n{MEMBERS}\n" if members else ""
    return load(f"{FRONT}{seats}The sentence. {{#sentence}}\n\n{block(rules)}")


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a text, which must be refused."""
    with pytest.raises(CharterError) as refused:
        load(text)
    return refused.value.problems


def told(text: str) -> str:
    """Return the problems of a text as people read them."""
    return "\n".join(str(problem) for problem in problems_of(text))


def read(text: str) -> tuple[Node | None, list[Problem]]:
    """Read a block from its first line and column."""
    problems = Problems()
    return read_block(textwrap.dedent(text), Place(1), problems), problems.found


def node(text: str) -> Node:
    """Read a block that nothing is wrong with."""
    found, problems = read(text)

    assert found is not None
    assert not problems
    return found
