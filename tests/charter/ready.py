"""The charters that ship ready to start from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from quorate.charter.load import load
from quorate.charter.model import Charter

FOLDER = files("quorate") / "library" / "charters" / "ready"
SLUGS = sorted(
    file.name.removesuffix(".md")
    for file in FOLDER.iterdir()
    if file.name.endswith(".md")
)
TIERS = ("project-board", "delivery-board", "oversight-board")
"""The set of three that report to each other, lowest first."""


@cache
def ready(slug: str) -> Charter:
    """Return one of them; it must be free of problems."""
    text = (FOLDER / f"{slug}.md").read_text(encoding="utf-8")
    return load(text, name=slug)
