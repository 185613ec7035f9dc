"""The stated readings of silent or ambiguous clauses, as a rule's block gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quorate.charter.fields import described, items_of
from quorate.charter.nodes import Mapping, Text
from quorate.charter.problems import did_you_mean
from quorate.charter.rule import Interpretation, Rule

if TYPE_CHECKING:
    from quorate.charter.fields import Reader
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems


def read_interpretations(
    kind: type[Rule], node: Node, problems: Problems
) -> list[Interpretation]:
    """Return the interpretations under a rule; notes those that can't be read."""
    given = node.get("interpretations") if isinstance(node, Mapping) else None
    if given is None:
        return []
    if not isinstance(given, Mapping):
        problems.add(
            given.place,
            "interpretations stand by the name of the field that they fill",
            "For example 'tested_at:' and under it 'take:' and 'because:'.",
        )
        return []
    fields = dict(described(kind))
    readings = []
    for key, inner in given.pairs:
        if problems.full:
            break
        if key.value not in fields:
            problems.add(
                key.place,
                f"'{kind.kind}' has no '{key.value[:60]}' that could be interpreted",
                did_you_mean(key.value, fields),
            )
            continue
        reading = _interpretation(key, inner, fields[key.value].reader, problems)
        if reading is not None:
            readings.append(reading)
    return readings


def _interpretation(
    key: Text,
    node: Node,
    reader: Reader,
    problems: Problems,
) -> Interpretation | None:
    if not isinstance(node, Mapping):
        problems.add(
            node.place,
            f"the interpretation of '{key.value}' needs 'take' and 'because'",
        )
        return None
    take: Any = None
    others: list[Any] = []
    because = ""
    for name, inner in node.pairs:
        if name.value == "take":
            take = reader.read(inner, problems)
        elif name.value == "other":
            others.append(reader.read(inner, problems))
        elif name.value == "others":
            others += [reader.read(one, problems) for one in items_of(inner)]
        elif name.value == "because" and isinstance(inner, Text):
            because = inner.value.strip()
        else:
            problems.add(
                name.place,
                f"an interpretation has no '{name.value[:60]}'",
                did_you_mean(name.value, ("take", "other", "others", "because")),
            )
    if take is None or not because:
        if not because:
            problems.add(
                node.place,
                f"the interpretation of '{key.value}' gives no reason",
                "Add 'because:' with the reason in words.",
            )
        if node.get("take") is None:
            problems.add(
                node.place,
                f"the interpretation of '{key.value}' takes nothing",
                "Add 'take:' with the value.",
            )
        return None
    kept = tuple(one for one in others if one is not None)
    return Interpretation(key.value, take, kept, because, key.place)
