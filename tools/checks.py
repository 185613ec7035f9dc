"""Write a page on each check of the linter, from the catalogue. Run after a change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quorate.lint.catalogue import CHECKS

if TYPE_CHECKING:
    from quorate.lint.remark import Check

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference" / "checks"


def page(check: Check) -> str:
    """Return the page on one check."""
    bars = (
        "\nWhile it is open, the charter can't be put into force: the rules could not "
        "be worked out. A ruling settles it.\n"
        if check.bars
        else ""
    )
    return (
        f"# {check.id}. {check.title}\n\n"
        f"*{check.severity.in_words.capitalize()}.*\n{bars}\n"
        f"## What it means\n\n{check.means}\n\n"
        f"## How to mend it\n\n{check.repair}\n\n"
        f"## For example\n\n```text\n{check.example}\n```\n"
    )


def index() -> str:
    """Return the page that lists them all."""
    rows = "\n".join(
        f"| [{check.id}]({check.id}.md) | {check.title} | {check.severity.in_words} | "
        f"{'yes' if check.bars else ''} |"
        for check in CHECKS
    )
    return (
        "# The checks of the linter\n\n"
        "What `quorate lint` looks for in terms of reference. A remark is *open* until "
        "somebody mends the clause or rules on it; a ruling stands beside the charter "
        "in `NAME.rulings.yaml` and goes stale when the clause changes. A remark of a "
        "check that *bars adoption* keeps a charter out of force while it is open.\n\n"
        "| check | what it finds | weight | bars adoption |\n|---|---|---|---|\n"
        f"{rows}\n"
    )


def pages() -> dict[str, str]:
    """Return each page by its file's name."""
    return {"index.md": index(), **{f"{one.id}.md": page(one) for one in CHECKS}}


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
