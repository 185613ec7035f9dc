"""
How a value of the language is described once, and read, written and shown from that.

A field says what it means, which reader takes its words, and what silence means.
From the same description come the loader, the writer, the JSON Schema, the reference
page and (in the site) the form, so that none of them can go stale.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from quorate.charter.nodes import Listing, Mapping, Text
from quorate.charter.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What is written out: words, lists and names with values, nothing else."""


class Reader(Protocol):
    """Takes the words of one field to a value, and back."""

    @property
    def words(self) -> str:
        """What may stand there, for the reference page and for errors."""

    def read(self, node: Node, problems: Problems) -> Any | None:  # noqa: ANN401  Each reader has its own type of value.
        """Return the value, or None after noting why there is none."""

    def write(self, value: Any) -> Plain:  # noqa: ANN401  as above.
        """Return the words that read back as this value."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of what may stand there."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about a field."""

    reader: Reader
    meaning: str
    required: bool
    silent: str
    """What it means that the field is not there, in words."""

    example: str


def said(
    reader: Reader,
    meaning: str,
    *,
    required: bool = False,
    silent: str = "not stated",
    example: str = "",
    empty: Any = None,  # noqa: ANN401  Each reader has its own type of value.
) -> Any:  # noqa: ANN401  The value stands for a field of any type.
    """
    Describe a field of a rule or a fact.

    `silent` says in words what it means that the field is missing; `empty` is the
    value that the dataclass then holds. Neither is ever a guess at what the terms
    would have said: a rule reads an empty field as silence.
    """
    described = Said(reader, meaning, required, silent, example)
    return field(default=empty, metadata={"said": described}, kw_only=True)


def described(of: type) -> Iterator[tuple[str, Said]]:
    """Yield each described field of a dataclass by the name that stands in a text."""
    for one in dataclasses.fields(of):
        about = one.metadata.get("said")
        if about is not None:
            yield spelled(one.name), about


def spelled(name: str) -> str:
    """Return the name that stands in a text: `for_` is written `for`."""
    return name.rstrip("_")


def attribute(of: type, name: str) -> str:
    """Return the attribute that holds the field of that name in a text."""
    names = {one.name for one in dataclasses.fields(of)}
    return name if name in names else f"{name}_"


def read_fields(
    of: type,
    node: Node,
    problems: Problems,
    *,
    called: str,
    also: frozenset[str] = frozenset(),
    filled: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """
    Read the described fields of `of` from a mapping.

    Returns values by attribute, without those that are missing or could not be read.
    `also` are further names that the caller reads itself, `filled` those that it fills
    from elsewhere (an interpretation), so that they are not missed.
    """
    if not isinstance(node, Mapping):
        problems.add(
            node.place,
            f"{called} needs names with values under it",
            "Write one 'name: value' a line, set in under it.",
        )
        return {}
    fields = dict(described(of))
    values: dict[str, Any] = {}
    for key, inner in node.pairs:
        if problems.full:
            break
        if key.value in fields:
            value = fields[key.value].reader.read(inner, problems)
            if value is not None:
                values[attribute(of, key.value)] = value
        elif key.value not in also:
            problems.add(
                key.place,
                f"{called} has no '{key.value}'",
                did_you_mean(key.value, [*fields, *also]),
            )
    there = {key.value for key, _ in node.pairs} | filled
    for name, about in fields.items():
        if about.required and name not in there:
            problems.add(
                node.place,
                f"{called} needs '{name}': {about.meaning}",
                f"For example: {name}: {about.example}" if about.example else "",
            )
    return values


def write_fields(value: Any) -> dict[str, Plain]:  # noqa: ANN401  any described dataclass.
    """
    Write the described fields that hold something, in the order of the language.

    What a field holds when nothing is said is left out, so that silence stays silence.
    """
    written: dict[str, Plain] = {}
    for one in dataclasses.fields(value):
        about: Said | None = one.metadata.get("said")
        held = getattr(value, one.name)
        if about is None or held is None:
            continue
        if about.required or held != one.default:
            written[spelled(one.name)] = about.reader.write(held)
    return written


def schema_of(of: type) -> dict[str, Any]:
    """Return the JSON Schema of a described dataclass."""
    fields = dict(described(of))
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, about in fields.items() if about.required],
        "properties": {
            name: {**about.reader.schema(), "description": about.meaning}
            for name, about in fields.items()
        },
    }


def is_words(node: Node) -> bool:
    """Tell words from a list or a mapping."""
    return isinstance(node, Text)


def items_of(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or the one node that stands for a list of one."""
    return node.items if isinstance(node, Listing) else (node,)
