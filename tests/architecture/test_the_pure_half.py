from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.architecture.the_source import PURE, imported, name, nodes, python_files

CLOCKS = {
    "localtime", "monotonic", "now", "perf_counter", "process_time", "today",
    "utcnow",
}  # fmt: skip

OUTSIDE = {
    "glob", "locale", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "subprocess", "tempfile", "threading", "time",
}  # fmt: skip
"""What a function that depends only on its arguments has no use for."""

WORLDLY = {"input", "open", "print"}


@pytest.mark.parametrize("file", python_files(*PURE), ids=name)
def test_pure_code_never_reads_the_clock(file: Path) -> None:
    reads = {
        f"line {node.lineno}: {node.func.attr}"
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    }

    assert not reads


@pytest.mark.parametrize("file", python_files(*PURE), ids=name)
def test_pure_code_takes_text_and_never_a_path(file: Path) -> None:
    calls = {
        f"line {node.lineno}: {node.func.id}"
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WORLDLY
    }
    modules = {module.split(".")[0] for module in imported(file)} & OUTSIDE

    assert not calls
    assert not modules


@pytest.mark.parametrize("file", python_files("facts", "rules"), ids=name)
def test_facts_and_rules_rest_on_the_standard_library(file: Path) -> None:
    roots = {module.split(".")[0] for module in imported(file)}

    assert roots <= sys.stdlib_module_names | {"quorate"}
