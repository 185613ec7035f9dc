"""The page of figures: its tables, made from what was measured last."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
MEASURED = REFERENCE / "figures.json"
PAGE = REFERENCE / "figures.md"

TABLE = re.compile(r"(<!-- table: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)
HEAD = "| What | Median | Least to most | Target | Holds |\n|---|---:|---:|---:|---|\n"


def with_tables(page: str, measured: dict[str, Any]) -> str:
    """Return the page with each of its tables made anew from what was measured."""

    def table(found: re.Match[str]) -> str:
        return f"{found[1]}\n{made(found[2], measured)}\n{found[3]}"

    return TABLE.sub(table, page)


def made(name: str, measured: dict[str, Any]) -> str:
    """Return one table, or the sentence that stands where nothing was measured."""
    if name == "machine":
        return machine(measured)
    if name in measured["not_run"]:
        return f"Not measured in this run: {measured['not_run'][name]}.\n"
    rows = [one for one in measured["results"] if one["benchmark"].startswith(name)]
    if not rows:
        return "Not measured in this run.\n"
    return HEAD + "".join(row(one) for one in rows)


def row(one: dict[str, Any]) -> str:
    """Return one line of a table."""
    what = one["benchmark"].partition("/")[2]
    spread = f"{number(one['least'])} to {number(one['most'])}"
    holds = "yes" if one["holds"] else "**no**"
    return (
        f"| {what} | {number(one['median'])} | {spread} | {one['target']} | {holds} |\n"
    )


def number(value: float) -> str:
    """Write a figure with three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.01 or not value else f"{value:.4f}"


def machine(measured: dict[str, Any]) -> str:
    """Say where and with which versions it was measured."""
    engines = ", ".join(f"{name} {at}" for name, at in measured["versions"].items())
    sized = {"whole": "A whole run", "quick": "A quick run of small sizes"}
    missed = [one["benchmark"] for one in measured["results"] if not one["holds"]]
    where = f"{measured['python']} on {measured['system']}, {measured['cores']} cores"
    lines = [
        f"{sized[measured['run']]} with {where}. Beside it: {engines}.",
        f"Missed in this run: {'; '.join(missed)}."
        if missed
        else "Every target holds in this run.",
    ]
    lines += [
        f"Not run: {name}, because {why}." for name, why in measured["not_run"].items()
    ]
    return "\n\n".join(lines) + "\n"


def write(measured: dict[str, Any]) -> None:
    """Keep what was measured, and make the tables of the page anew."""
    text = json.dumps(measured, indent=1, ensure_ascii=False) + "\n"
    MEASURED.write_text(text, encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_tables(page, measured), encoding="utf-8")
