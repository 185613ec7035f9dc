"""What a block holds: words, lists, and names with values, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from quorate.charter.problems import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed."""

    value: str
    place: Place
    """Of the first character, inside quotes where there are any."""

    as_typed: bool = True
    """False where the words were folded or escaped, so that columns can't be told."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs of a key and a node, in the order in which they were written."""

    pairs: tuple[tuple[Text, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """Return the node under a key, or None where the key is not there."""
        return next((node for name, node in self.pairs if name.value == key), None)


Node = Text | Listing | Mapping


def node_of(plain: object, place: Place) -> Node:
    """
    Return plain data (text, lists, names with values) as nodes.

    For data that comes from JSON rather than from a text: every node gets the same
    place. Raises `TypeError` for anything else than text, lists and dictionaries.
    """
    if isinstance(plain, str):
        return Text(plain, place)
    if isinstance(plain, list):
        return Listing(tuple(node_of(one, place) for one in plain), place)
    if isinstance(plain, dict):
        pairs = tuple(
            (Text(str(key), place), node_of(inner, place))
            for key, inner in plain.items()
        )
        return Mapping(pairs, place)
    raise TypeError(type(plain).__name__)
