"""`quorate schema`: the JSON Schemas of what people write."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from quorate.cli.options import AsJson

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Written(StrEnum):
    """What somebody writes."""

    RULE = "rule"
    FACTS = "facts"
    SCENARIO = "scenario"


def schema(
    of: Annotated[
        Written,
        typer.Argument(
            metavar="OF", help="A block of rules, a file of facts, or a scenario."
        ),
    ] = Written.RULE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it to a new file."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Print the JSON Schema of a block of rules, of facts, or of a scenario.

    Editors check and complete what is typed by it. It is always data, with or
    without --json.
    """
    del as_json
    text = json.dumps(_schema(of), indent=1, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
        return
    from quorate.cli.inputs import write_bytes

    write_bytes(output, text.encode())
    typer.echo(f"Wrote {output}.")


def _schema(of: Written) -> dict[str, Any]:
    from quorate.charter.fields import schema_of
    from quorate.charter.schema import rule_schema
    from quorate.facts.file import Facts
    from quorate.proof.case import Asked
    from quorate.proof.scenario import VERSION, Expected, Head

    if of is Written.RULE:
        return rule_schema()
    facts = schema_of(Facts)
    named = {
        "$schema": DRAFT,
        "$id": f"urn:quorate:{VERSION.replace('/', ':')}:{of}",
        "title": f"Quorate: {of}",
    }
    if of is Written.FACTS:
        return {**named, **facts}
    head, asked, expected = schema_of(Head), schema_of(Asked), schema_of(Expected)
    question = {
        **asked,
        "properties": {**asked["properties"], **expected["properties"]},
    }
    return {
        **named,
        "type": "object",
        "additionalProperties": False,
        "required": [*head["required"], "then"],
        "properties": {
            **head["properties"],
            **facts["properties"],
            "then": {
                "type": "array",
                "minItems": 1,
                "items": question,
                "description": "what is asked, and what must follow",
            },
        },
    }
