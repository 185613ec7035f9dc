"""Examples of fields and kinds, made from what the language says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.fields import described
from quorate.charter.normal_form import lines_of
from quorate.charter.readers import Choice, Day, Many, Moment, Part, Whole

if TYPE_CHECKING:
    from quorate.charter.fields import Plain, Reader, Said
    from quorate.charter.rule import Rule


def smallest_block(kind: type[Rule]) -> str:
    """Return the smallest block that states a rule of this kind."""
    return "\n".join(lines_of({kind.kind: smallest(kind)})) + "\n"


def smallest(of: type) -> dict[str, Plain]:
    """Return the fields that must be there, each with its example."""
    fields = dict(described(of))
    needed = {name: about for name, about in fields.items() if about.required}
    if not needed:
        telling = ((name, one) for name, one in fields.items() if _tells(name, one))
        needed = dict([next(telling)])
    return {name: _plain(about.reader, about.example) for name, about in needed.items()}


def _tells(name: str, about: Said) -> bool:
    common = ("for", "name", "strength", "also_rests_on")
    return name not in common and bool(_plain(about.reader, about.example))


def _plain(reader: Reader, example: str) -> Plain:
    if isinstance(reader, Many):
        item = _plain(reader.of, example)
        return item if isinstance(item, str) else [item]
    if isinstance(reader, Part):
        return smallest(reader.of)
    if example:
        return example
    if isinstance(reader, Choice):
        return reader.of[0]
    if isinstance(reader, Whole):
        return "2"
    if isinstance(reader, Day):
        return "2024-04-30"
    return "2024-04-30 14:05" if isinstance(reader, Moment) else ""
