"""The `quorate` command."""

from __future__ import annotations

import sys

import typer

from quorate.cli import scenario

app = typer.Typer(
    name="quorate",
    help="Runs a partnership from its own terms of reference.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("scenario")(scenario.scenario)


@app.callback()
def _root() -> None:
    """Run a partnership from its own terms of reference."""


def run() -> None:
    """Run the command; no traceback ever reaches a person."""
    sys.exit(app(standalone_mode=True))
