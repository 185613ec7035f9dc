"""Arguments and options that several commands take, worded once."""

from __future__ import annotations

from typing import Annotated

import typer

CharterArgument = Annotated[
    str,
    typer.Argument(
        metavar="CHARTER",
        help="A charter's file, the slug of one that ships, or - for standard input.",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print data instead, under a schema's name.")
]
OnDay = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DAY",
        help="The day it is about, as 2026-04-30. [default: today]",
        show_default=False,
    ),
]
OfBody = Annotated[
    str,
    typer.Option("--body", metavar="BODY", help="The body's slug.", show_default=False),
]
FactsArgument = Annotated[
    str,
    typer.Argument(
        metavar="FACTS",
        help="A file of what happened, or a scenario; - for standard input.",
        show_default=False,
    ),
]
