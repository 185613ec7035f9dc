"""Every field of the language is executed, read, or said to be only recorded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from quorate.charter.fields import attribute, described
from quorate.charter.rule import Rule
from quorate.charter.uses import READ, RECORDED
from quorate.charter.vocabulary import KINDS
from tests.architecture.the_source import SOURCE, name, python_files

RULES = python_files("rules")
EXECUTES = re.compile(r"Executes:(.*?)(?:\n\s*\n|\Z)", re.DOTALL)
NAMED = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")
OF_EVERY_RULE = frozenset(name for name, _ in described(Rule))
"""What every rule has: its body, its name, where else it rests, and its strength."""

WITHOUT = {
    "silence": "it says that the terms have no rule at all",
    "version_on": "it rests on the table of versions in the front matter",
}
"""By function that returns a finding and executes no clause, why that is so."""

FIELDS = frozenset(
    f"{kind}.{field}"
    for kind, rule in KINDS.items()
    for field, _ in described(rule)
    if field not in OF_EVERY_RULE
)


def named(docstring: str) -> Iterator[str]:
    """Every kind, or field of a kind, that a docstring says it executes."""
    for said in EXECUTES.findall(docstring):
        yield from NAMED.findall(said)


def documented(file: Path) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Every function and class of a file, methods included."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node


@cache
def executed() -> frozenset[str]:
    """Every field that some rule says it executes."""
    return frozenset(
        one
        for file in RULES
        for node in documented(file)
        for one in named(ast.get_docstring(node) or "")
    )


def reads(text: str, field: str) -> bool:
    """Whether a text reads the field of a kind, as an attribute or by its name."""
    kind, _, spelled = field.partition(".")
    held = attribute(KINDS[kind], spelled)
    return bool(re.search(rf"\.{held}\b|[\"']{held}[\"']", text))


@pytest.mark.parametrize("file", RULES, ids=name)
def test_a_rule_executes_only_fields_that_the_language_has(file: Path) -> None:
    said = {
        one for node in documented(file) for one in named(ast.get_docstring(node) or "")
    }

    known = {f"{kind}.{one}" for kind in KINDS for one in OF_EVERY_RULE}
    assert said <= FIELDS | KINDS.keys() | known


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_no_field_of_the_language_is_silently_ignored(field: str) -> None:
    uses = [field in executed(), field in READ, field in RECORDED]

    assert sum(uses) == 1, (
        "Name it in an 'Executes:' line of the rule that judges by it, else say in "
        "quorate.charter.uses who reads it or why it is only recorded; never two."
    )


@pytest.mark.parametrize("field", sorted(executed() & FIELDS))
def test_a_field_that_is_executed_is_read_by_the_rules(field: str) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in RULES)

    assert reads(text, field)


@pytest.mark.parametrize("field", sorted(READ))
def test_a_field_that_is_read_elsewhere_is_read_there(field: str) -> None:
    kind = KINDS[field.partition(".")[0]]
    module = SOURCE / f"{READ[field].replace('.', '/')}.py"

    text = module.read_text(encoding="utf-8")

    assert reads(text, field)
    assert re.search(rf"\b{kind.__name__}\b|\bmemberships\b", text)


def test_what_is_only_recorded_has_a_reason() -> None:
    assert READ.keys() | RECORDED.keys() <= FIELDS
    assert all(len(why.split()) > 3 for why in RECORDED.values())


@pytest.mark.parametrize("file", RULES, ids=name)
def test_whatever_returns_a_finding_names_its_clauses(file: Path) -> None:
    findings = [
        node
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and "Finding" in ast.unparse(node.returns)
    ]

    unnamed = {
        node.name
        for node in findings
        if not any(named(ast.get_docstring(node) or "")) and node.name not in WITHOUT
    }

    assert not unnamed, f"add a line 'Executes: kind.field' to {unnamed}"
