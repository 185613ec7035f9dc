"""
A charter written back: what was not changed stays the same to the byte.

A changed rule is written in the one normal form: its fields in the order of the
language, what is silent left out, then its interpretations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quorate.charter.fields import described, write_fields
from quorate.charter.normal_form import lines_of
from quorate.charter.problems import Place
from quorate.charter.rule import Rule
from quorate.charter.spans import Entry, Span, entries_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quorate.charter.fields import Plain
    from quorate.charter.model import Charter
    from quorate.charter.rule import Interpretation

STEP = "  "
"""By so much a line is set in under the one that it belongs to."""


def block_text(rule: Rule) -> str:
    """Return a rule in its normal form, as it stands between the marks of a block."""
    return "\n".join(_entry(rule)) + "\n"


def write(
    charter: Charter,
    changes: Mapping[Rule, Rule | None] | Mapping[Place, Rule | None],
) -> str:
    """
    Return a charter's text with some rules changed or taken away.

    `changes` holds, by a rule of the charter or by its place, the rule that stands
    there instead, or None where none does. A rule stays under its clause; one of a
    list stays of its kind. A block without a rule left goes with its marks. Raises
    `ValueError` where no rule stands at a place, or a change can't stand there.
    """
    new = {
        key.place if isinstance(key, Rule) else key: rule
        for key, rule in changes.items()
    }
    old = {rule.place: rule for rule in charter.rules}
    for place, rule in new.items():
        _check(place, old.get(place), rule)
    lines: list[str] = charter.text.split("\n")
    for block in reversed(charter.blocks):
        entries = entries_of(block)
        if not any(place in new for entry in entries for place in entry.places):
            continue
        left = sum(
            1
            for entry in entries
            for place in entry.places
            if new.get(place, old.get(place)) is not None
        )
        if not left:
            _take_out(lines, block.lines)
            continue
        indent = _indent(lines, block.lines[0])
        kinds = {entry.kind for entry in entries}
        for entry in reversed(entries):
            _change(lines, entry, new, kinds, _Edge(indent, block.place.column))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Edge:
    """The left edge of a block: what stands before each of its lines."""

    indent: str
    column: int

    def at(self, span: Span) -> str:
        """Return what stands before the first line of a span."""
        return self.indent + " " * (span.column - self.column)


def _check(place: Place, old: Rule | None, new: Rule | None) -> None:
    if old is None:
        raise ValueError(f"no rule stands at line {place.line}, column {place.column}")
    if new is None:
        return
    if new.clause != old.clause:
        raise ValueError(
            f"the {old.kind} rule stands under {old.clause}; it can't be moved to "
            f"{new.clause or 'no clause'}"
        )
    if getattr(new, "lines", ()) != getattr(old, "lines", ()):
        raise ValueError("the seats of a membership are changed in its table")


def _change(
    lines: list[str],
    entry: Entry,
    new: Mapping[Place, Rule | None],
    kinds: set[str],
    edge: _Edge,
) -> None:
    """Write one kind's entry of a block anew where a rule of it is changed."""
    changed = [place for place in entry.places if place in new]
    if not changed:
        return
    if all(new.get(place, entry) is None for place in entry.places):
        _replace(lines, entry.span, [])
        return
    if not entry.items:
        rule = new[entry.places[0]]
        if rule is not None:
            if rule.kind != entry.kind and rule.kind in kinds:
                raise ValueError(f"its block already holds a '{rule.kind}'")
            _replace(lines, entry.span, _set_in(_entry(rule), edge.at(entry.span)))
        return
    for place, item in reversed(list(zip(entry.places, entry.items, strict=True))):
        if place not in new:
            continue
        rule = new[place]
        if rule is not None and rule.kind != entry.kind:
            raise ValueError(
                f"a {rule.kind} rule can't stand in a list of '{entry.kind}'"
            )
        written = lines_of([_plain(rule)]) if rule is not None else []
        _replace(lines, item, _set_in(written, edge.at(item)))


def _entry(rule: Rule) -> list[str]:
    plain = _plain(rule)
    if not plain:
        return [f"{rule.kind}:"]
    return [f"{rule.kind}:", *_set_in(lines_of(plain), STEP)]


def _plain(rule: Rule) -> dict[str, Plain]:
    """Return a rule's fields as plain values, interpretations last."""
    interpreted = {reading.field for reading in rule.interpretations}
    plain = {
        name: value
        for name, value in write_fields(rule).items()
        if name not in interpreted
    }
    if rule.interpretations:
        readers = dict(described(type(rule)))
        plain["interpretations"] = {
            reading.field: _reading(reading, readers[reading.field].reader)
            for reading in rule.interpretations
        }
    return plain


def _reading(reading: Interpretation, reader: Any) -> dict[str, Plain]:  # noqa: ANN401  Each field has its own.
    plain: dict[str, Plain] = {"take": reader.write(reading.take)}
    if len(reading.others) == 1:
        plain["other"] = reader.write(reading.others[0])
    elif reading.others:
        plain["others"] = [reader.write(other) for other in reading.others]
    plain["because"] = reading.because
    return plain


def _indent(lines: list[str], first: int) -> str:
    mark = lines[first - 1]
    return mark[: len(mark) - len(mark.lstrip())]


def _set_in(lines: list[str], indent: str) -> list[str]:
    return [f"{indent}{line}" for line in lines]


def _replace(lines: list[str], span: Span, written: list[str]) -> None:
    lines[span.first - 1 : span.last] = written


def _take_out(lines: list[str], block: tuple[int, int]) -> None:
    """Take a block away with its marks, and the empty line that set it apart."""
    first, last = block
    if first > 1 and not lines[first - 2].strip():
        first -= 1
    del lines[first - 1 : last]
