"""The JSON Schema of a block of rules, made from the language itself, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quorate.charter.clauses import slug
from quorate.charter.fields import described
from quorate.charter.vocabulary import KINDS, VERSION

if TYPE_CHECKING:
    from quorate.charter.fields import Reader
    from quorate.charter.rule import Rule


def rule_schema() -> dict[str, Any]:
    """
    Return the schema of what stands between the marks of a block (draft 2020-12).

    It tells kinds, fields and choices; the grammar of phrases and whether names are
    there is told by loading alone.
    """
    values = _Values()
    kinds = {name: _kind(kind, values) for name, kind in KINDS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quorate:{VERSION.replace('/', ':')}:rule",
        "title": "A block of rules in a Quorate charter",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {name: _one_or_list(name, kind) for name, kind in KINDS.items()},
        "$defs": {
            **{f"kind-{name}": kind for name, kind in kinds.items()},
            **values.schemas,
            **{
                f"reading-of-{name}": _interpretation({"$ref": f"#/$defs/{name}"})
                for name in values.schemas
            },
        },
    }


class _Values:
    """What can stand in a field, each sort once."""

    def __init__(self) -> None:
        self.schemas: dict[str, dict[str, Any]] = {}

    def name(self, reader: Reader) -> str:
        """Return the name under which the schema of a reader's values stands."""
        schema = reader.schema()
        plain = f"value-{slug(reader.words)}"
        name, number = plain, 1
        while self.schemas.get(name, schema) != schema:
            number += 1
            name = f"{plain}-{number}"
        self.schemas[name] = schema
        return name


def _one_or_list(name: str, kind: type[Rule]) -> dict[str, Any]:
    one = {"$ref": f"#/$defs/kind-{name}"}
    listed = {"type": "array", "items": one, "minItems": 1}
    empty = [] if _required(kind) else [{"enum": [None, ""]}]
    return {"description": _meaning(kind), "anyOf": [one, listed, *empty]}


def _kind(kind: type[Rule], values: _Values) -> dict[str, Any]:
    fields = {name: (values.name(one.reader), one) for name, one in described(kind)}
    schema: dict[str, Any] = {
        "title": kind.title,
        "description": _meaning(kind),
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"$ref": f"#/$defs/{value}", "description": about.meaning}
            for name, (value, about) in fields.items()
        },
    }
    schema["properties"]["interpretations"] = {
        "type": "object",
        "description": "readings of what the clause leaves open, by field",
        "additionalProperties": False,
        "properties": {
            name: {"$ref": f"#/$defs/reading-of-{value}"}
            for name, (value, _) in fields.items()
        },
    }
    # A field that must be there can be stated or interpreted.
    must = [_stated_or_interpreted(name) for name in _required(kind)]
    if must:
        schema["allOf"] = must
    return schema


def _interpretation(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["take", "because"],
        "properties": {
            "take": value,
            "other": value,
            "others": {"anyOf": [value, {"type": "array", "items": value}]},
            "because": {"type": "string", "minLength": 1},
        },
    }


def _stated_or_interpreted(name: str) -> dict[str, Any]:
    interpreted = {"interpretations": {"type": "object", "required": [name]}}
    return {
        "anyOf": [
            {"required": [name]},
            {"required": ["interpretations"], "properties": interpreted},
        ]
    }


def _required(kind: type[Rule]) -> list[str]:
    return [name for name, about in described(kind) if about.required]


def _meaning(kind: type[Rule]) -> str:
    return (kind.__doc__ or "").strip()
