"""The keys that the rules use, found in their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.the_source import SOURCE

RULES = sorted((SOURCE / "rules").glob("*.py"))
MADE = {"says": ("Reason", 0), "why": ("LeftOut", 1), "what": ("Missing", 0)}
"""By keyword, what takes it, and as which of its arguments."""


def keys(keyword: str) -> dict[str, str]:
    """The literal keys given under that keyword, each with a file that gives it."""
    return {
        key: file.name
        for file in RULES
        for key in _keys(ast.parse(file.read_text("utf-8")), keyword)
        if key
    }


def _keys(tree: ast.Module, keyword: str) -> Iterator[str]:
    takers = dict([MADE[keyword]]) | _handing_on(tree, keyword)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in takers:
            continue
        place = takers[node.func.id]
        given = node.args[place : place + 1] + [
            one.value for one in node.keywords if one.arg == keyword
        ]
        for value in given:
            yield from _literals(value)
            if isinstance(value, ast.Name):
                yield from _assigned(tree, value.id)


def _handing_on(tree: ast.Module, keyword: str) -> dict[str, int]:
    """Functions and classes of the file that take the key to hand it on."""
    found = {}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args]
        elif isinstance(node, ast.ClassDef):
            names = [
                one.target.id
                for one in node.body
                if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
            ]
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and keyword in names:
            found[node.name] = names.index(keyword)
    return found


def _literals(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _literals(value.body)
        yield from _literals(value.orelse)
    elif isinstance(value, ast.Subscript) and isinstance(value.value, ast.Dict):
        for one in value.value.values:
            yield from _literals(one)
    elif isinstance(value, ast.BoolOp):
        for one in value.values:
            yield from _literals(one)


def _assigned(tree: ast.Module, name: str) -> Iterator[str]:
    """What a variable of that name is ever set to, in any function of the file."""
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name:
                value = (
                    node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
                )
                if value is not None:
                    yield from _literals(value)
            elif isinstance(target, ast.Tuple) and isinstance(node, ast.Assign):
                yield from _unpacked(target, node.value, name)


def _unpacked(target: ast.Tuple, value: ast.expr, name: str) -> Iterator[str]:
    if not isinstance(value, ast.Tuple) or len(value.elts) != len(target.elts):
        return
    for one, given in zip(target.elts, value.elts, strict=True):
        if isinstance(one, ast.Name) and one.id == name:
            yield from _literals(given)
