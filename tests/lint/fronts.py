"""What stands before the text of an invented charter."""

from __future__ import annotations

from tests.lint.linted import FRONT


def fronted(*, bodies: str = "", more: str = "") -> str:
    """Return the front of the Harbour Forum with other bodies and fields added."""
    front = FRONT.replace(
        "    name: Harbour Forum\n", f"    name: Harbour Forum\n{bodies}"
    )
    return front.removesuffix("---\n") + more + "---\n"


OUTSIDE = """\
  board:
    name: Harbour Board
    outside: true
  quay-team:
    name: Quay Team
    outside: true
"""
