"""The source of Quorate as these tests see it: as text, not as modules."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "quorate"

PURE = ("charter", "facts", "rules", "words", "lint", "proof")
"""The packages that know nothing of Django, files, mail or the clock."""


def python_files(*packages: str) -> list[Path]:
    """Every file of these packages, or of all where none is named."""
    folders = [SOURCE / name for name in packages] or [SOURCE]
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def name(file: Path) -> str:
    """What a test calls a file."""
    return str(file.relative_to(ROOT))


def nodes(file: Path) -> Iterator[ast.AST]:
    """Every node of the file's syntax tree."""
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def imported(file: Path) -> Iterator[str]:
    """Every module that the file imports, wherever in it."""
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
