"""What the terms themselves say, as against what an interpretation reads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quorate.charter.fields import attribute
from quorate.charter.timing import OnRequest, Unbounded

if TYPE_CHECKING:
    from quorate.charter.rule import Rule
    from quorate.charter.timing import Cadence, When

SILENT = ("", "not stated", None, ())


def stated(rule: Rule, field: str) -> bool:
    """
    Tell if the clause says what stands in a field.

    What an interpretation fills in is not stated: the reading lets the software go
    on, but the words stay as silent as they were.
    """
    if getattr(rule, attribute(type(rule), field)) in SILENT:
        return False
    return all(reading.field != field for reading in rule.interpretations)


def readings(rule: Rule, field: str) -> tuple[Any, ...]:
    """Return the value of a field and each other value that it could have."""
    others = tuple(
        other
        for reading in rule.interpretations
        if reading.field == field
        for other in reading.others
    )
    value = getattr(rule, attribute(type(rule), field))
    return (*(() if value in SILENT else (value,)), *others)


def computable(when: When | Cadence | None) -> bool:
    """Tell if a calendar can turn the words into days."""
    return when is not None and not isinstance(when, Unbounded | OnRequest)
