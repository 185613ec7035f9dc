"""What differs between two texts of one charter, clause by clause and rule by rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from quorate.charter.fields import described, write_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quorate.charter.clauses import Clause
    from quorate.charter.fields import Plain
    from quorate.charter.model import Charter
    from quorate.charter.rule import Interpretation, Rule


class Sort(StrEnum):
    """What became of a clause, a rule or an interpretation."""

    CLAUSE_ADDED = "clause added"
    CLAUSE_REMOVED = "clause removed"
    CLAUSE_MOVED = "clause moved"
    WORDS_CHANGED = "words changed"
    RULE_ADDED = "rule added"
    RULE_REMOVED = "rule removed"
    RULE_CHANGED = "rule changed"
    INTERPRETATION_ADDED = "interpretation added"
    INTERPRETATION_REMOVED = "interpretation removed"
    INTERPRETATION_CHANGED = "interpretation changed"
    FRONT_CHANGED = "front matter changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise in the newer text."""

    sort: Sort
    clause: str
    """Its anchor in the newer text; in the older one where it is gone."""

    was: str = ""
    """Its anchor in the older text where that was another."""

    kind: str = ""
    """The kind of rule; empty where the words alone differ."""

    name: str = ""
    """The rule's own name, where it has one."""

    field: str = ""
    before: Plain | None = None
    """What stood there, in the normal form; None where nothing did."""

    after: Plain | None = None

    def __str__(self) -> str:
        """Say it in a line."""
        at = self.clause or "front matter"
        rule = f" {self.kind}" if self.kind else ""
        field = f" '{self.field}'" if self.field else ""
        moved = f" (was {self.was})" if self.was else ""
        return f"{at}{moved}:{rule} {self.sort}{field}"


def compare(old: Charter, new: Charter) -> tuple[Difference, ...]:
    """
    Return what differs, in the order of the newer text; what is gone comes last.

    A clause is the same where its anchor is, or where the newer one says `{was=...}`.
    Rules are matched within their clause by kind and name, in the order of the text.
    """
    moved = {
        clause.was: clause.anchor
        for clause in new.clauses
        if clause.was and old.clause(clause.was) is not None
    }
    differences = list(_front(old, new))
    old_rules = _by_clause(old.rules, moved)
    new_rules = _by_clause(new.rules, {})
    back = {now: before for before, now in moved.items()}
    for clause in new.clauses:
        was = back.get(clause.anchor, "")
        before = _clause_before(old, clause, was, moved)
        differences += _words(before, clause, was)
        differences += _rules(
            clause.anchor,
            was,
            old_rules.pop(clause.anchor, []),
            new_rules.get(clause.anchor, []),
        )
    for clause in old.clauses:
        gone = clause.anchor not in moved and (
            new.clause(clause.anchor) is None or clause.anchor in back
        )
        if gone:
            differences.append(
                Difference(Sort.CLAUSE_REMOVED, clause.anchor, before=clause.text)
            )
    for anchor, rules in old_rules.items():
        differences += _rules(anchor, "", rules, [])
    return tuple(differences)


def affected_kinds(differences: Iterable[Difference]) -> frozenset[str]:
    """Return the kinds of rule that differ: whose findings can come out otherwise."""
    return frozenset(one.kind for one in differences if one.kind)


def _clause_before(
    old: Charter, clause: Clause, was: str, moved: Mapping[str, str]
) -> Clause | None:
    if was:
        return old.clause(was)
    # Where the clause of this anchor moved away, another has taken its number.
    return None if clause.anchor in moved else old.clause(clause.anchor)


def _front(old: Charter, new: Charter) -> Iterable[Difference]:
    before, after = write_fields(old.front), write_fields(new.front)
    for name in _names(before, after):
        if before.get(name) != after.get(name):
            yield Difference(
                Sort.FRONT_CHANGED,
                "",
                field=name,
                before=before.get(name),
                after=after.get(name),
            )


def _words(before: Clause | None, after: Clause, was: str) -> Iterable[Difference]:
    if before is None:
        yield Difference(Sort.CLAUSE_ADDED, after.anchor, after=after.text)
        return
    if was and was != after.anchor:
        yield Difference(Sort.CLAUSE_MOVED, after.anchor, was)
    if before.text != after.text:
        yield Difference(
            Sort.WORDS_CHANGED, after.anchor, was, before=before.text, after=after.text
        )


def _by_clause(
    rules: Sequence[Rule], moved: Mapping[str, str]
) -> dict[str, list[Rule]]:
    """Return rules by the anchor that their clause has in the newer text."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        found[moved.get(rule.clause, rule.clause)].append(rule)
    return found


def _rules(
    anchor: str, was: str, old: Sequence[Rule], new: Sequence[Rule]
) -> Iterable[Difference]:
    left = list(old)
    for rule in new:
        before = next(
            (one for one in left if (one.kind, one.name) == (rule.kind, rule.name)),
            None,
        )
        if before is None:
            yield Difference(
                Sort.RULE_ADDED,
                anchor,
                was,
                rule.kind,
                rule.name,
                after=dict(write_fields(rule)),
            )
            continue
        left.remove(before)
        yield from _fields(anchor, was, before, rule)
        yield from _readings(anchor, was, before, rule)
    for rule in left:
        yield Difference(
            Sort.RULE_REMOVED,
            anchor,
            was,
            rule.kind,
            rule.name,
            before=dict(write_fields(rule)),
        )


def _fields(anchor: str, was: str, old: Rule, new: Rule) -> Iterable[Difference]:
    before, after = _held(old), _held(new)
    for name in _names(before, after):
        if before.get(name) != after.get(name):
            yield Difference(
                Sort.RULE_CHANGED,
                anchor,
                was,
                new.kind,
                new.name,
                name,
                before.get(name),
                after.get(name),
            )


def _held(rule: Rule) -> dict[str, Plain]:
    """Return what a rule holds: its fields, for whom it is, and the table's seats."""
    held = dict(write_fields(rule))
    held["for"] = list(rule.bodies)
    lines = getattr(rule, "lines", ())
    if lines:
        held["lines"] = {
            line.seat: {**write_fields(line), "up_to": "yes" if line.up_to else "no"}
            for line in lines
        }
    return held


def _readings(anchor: str, was: str, old: Rule, new: Rule) -> Iterable[Difference]:
    before, after = _by_field(old), _by_field(new)
    for name in _names(before, after):
        if before.get(name) == after.get(name):
            continue
        sort = Sort.INTERPRETATION_CHANGED
        if name not in before:
            sort = Sort.INTERPRETATION_ADDED
        if name not in after:
            sort = Sort.INTERPRETATION_REMOVED
        yield Difference(
            sort,
            anchor,
            was,
            new.kind,
            new.name,
            name,
            before.get(name),
            after.get(name),
        )


def _by_field(rule: Rule) -> dict[str, Plain]:
    readers = dict(described(type(rule)))
    return {
        reading.field: _plain(reading, readers[reading.field].reader)
        for reading in rule.interpretations
    }


def _plain(reading: Interpretation, reader: Any) -> dict[str, Plain]:  # noqa: ANN401  Each field has its own.
    return {
        "take": reader.write(reading.take),
        "others": [reader.write(other) for other in reading.others],
        "because": reading.because,
    }


def _names(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[str, ...]:
    """Return the names of both, in the order of the older and then the newer."""
    return tuple(dict.fromkeys([*before, *after]))
