"""
A row of the tables by which rules are put into plain English.

A row is a whole sentence about one or several fields of a kind of rule. Its gaps are
the fields by their names, each filled with the value in words; for a time,
`<field>_span` is its length alone. Every string of a table is for translators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """What is said where all of the fields are stated."""

    fields: tuple[str, ...]
    """The names as they stand in a charter; the first decides where it varies."""

    says: str = ""
    varies: Mapping[str, str] = field(default_factory=dict)
    """By the value of the first field, another sentence; empty says nothing."""

    def sentence(self, value: object) -> str:
        """Return the sentence for a value of the first field."""
        if isinstance(value, str) and value in self.varies:
            return self.varies[value]
        return self.says


Rows = dict[str, tuple[Row, ...]]
"""By kind of rule its rows; of those that share a field, the first that fits."""


def row(fields: str, says: str) -> Row:
    """Make a row; `fields` are names with spaces between them."""
    return Row(tuple(fields.split()), says)


def choice(fields: str, varies: Mapping[str, str], says: str = "") -> Row:
    """Make a row that varies with its first field; `says` is for other values."""
    return Row(tuple(fields.split()), says, varies)


def yes_no(fields: str, yes: str, no: str) -> Row:
    """Make a row for a field that is yes or no."""
    return choice(fields, {"yes": yes, "no": no})
