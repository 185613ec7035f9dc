"""The calendars that ship, loaded the way a face would load them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from quorate.charter.blocks import read_block
from quorate.charter.nodes import Listing, Node, Text
from quorate.charter.problems import Place, Problems
from quorate.facts.calendar import Calendar
from quorate.facts.calendar_data import read_calendar

NATIONS = {
    "england-and-wales": ("ENG", "WLS"),
    "scotland": ("SCT",),
    "northern-ireland": ("NIR",),
}


def plain(node: Node | None) -> object:
    """Strip the nodes of their places."""
    if node is None or isinstance(node, Text):
        return node.value if node else ""
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


@cache
def shipped(slug: str) -> Calendar:
    """Return one of the calendars that ship; it must be free of problems."""
    folder = files("quorate") / "library" / "calendars"
    text = (folder / f"{slug}.yaml").read_text(encoding="utf-8")
    problems = Problems()
    data = plain(read_block(text, Place(1), problems))
    problems.raise_if_any(slug)
    if not isinstance(data, dict):
        raise TypeError(f"{slug} is no mapping")
    return read_calendar(data)
