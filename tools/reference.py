"""Write the pages of the reference that are made from the code. Run after a change."""

from __future__ import annotations

import json
from pathlib import Path

from quorate.charter.reference import reference
from quorate.charter.schema import rule_schema

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def pages() -> dict[str, str]:
    """Return each page by its file's name."""
    return {
        "charter-language.md": reference(),
        "rule.schema.json": json.dumps(rule_schema(), indent=1) + "\n",
    }


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
