"""What every rule has, whatever it executes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from quorate.charter.fields import attribute, said
from quorate.charter.problems import TOP, Place
from quorate.charter.readers import NAME_READER, NAMES, WORDS, Choice, Many

if TYPE_CHECKING:
    from collections.abc import Iterator

STRENGTHS = ("must", "should", "endeavour", "may")


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A stated reading of a silent or ambiguous clause."""

    field: str
    """The name of the field of the rule that it fills, as it stands in the text."""

    take: Any
    others: tuple[Any, ...]
    """What else a careful person could take; empty where none is recorded."""

    because: str
    place: Place = TOP


AnyRule = TypeVar("AnyRule", bound="Rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What executes a clause. Each kind of rule adds its own fields."""

    kind: ClassVar[str] = ""
    title: ClassVar[str] = ""

    clause: str = ""
    """The anchor of the clause under which it stands: its citation."""

    place: Place = TOP
    bodies: tuple[str, ...] = ()
    """The bodies it is for, worked out from the rule, its heading or the charter."""

    interpretations: tuple[Interpretation, ...] = ()

    for_: tuple[str, ...] = said(
        NAMES,
        "the bodies that the rule is for",
        silent="those of its heading",
        empty=(),
    )
    name: str = said(
        NAME_READER, "a name by which other rules can refer to this one", empty=""
    )
    strength: str = said(
        Choice(STRENGTHS),
        "how strongly the words oblige: must, should, endeavour or may",
        silent="as the kind of rule has it",
        empty="",
    )
    also_rests_on: tuple[str, ...] = said(
        Many(WORDS), "anchors of other clauses that the rule rests on", empty=()
    )

    def read_as(self, name: str, value: Any) -> Self:  # noqa: ANN401  Any field's value.
        """Return the rule with another value of a field, as a reading has it."""
        values = {attribute(type(self), name): value}
        if name == "for":
            values["bodies"] = value
        return replace(self, **values)


def alternatives(rule: AnyRule) -> Iterator[tuple[Interpretation, Any, AnyRule]]:
    """
    Yield the rule as each other value of each interpretation would have it.

    One field is varied at a time, not all combinations: with the interpretation and
    the other value goes the rule that holds it.
    """
    for reading in rule.interpretations:
        for other in reading.others:
            yield reading, other, rule.read_as(reading.field, other)
