"""The `quorate` command."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from quorate.cli import (
    certify,
    compare,
    coverage,
    doctor,
    explain,
    lint,
    new,
    plain,
    plan,
    scenario,
    schema,
    show,
    tour,
    verify,
    whatif,
)
from quorate.cli.trouble import STOPPED, plainly

ENDS = """\
It ends with 0 where all is well; 1 where the answer is no, or there are remarks or
differences; 2 where it was given something it can't work with; 3 where something
could not be checked or told. Each command takes --json.
"""

app = typer.Typer(
    name="quorate",
    help="Runs a public partnership from its own terms of reference.",
    epilog=ENDS,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

COMMANDS = (
    new.new,
    lint.lint,
    show.show,
    plain.plain,
    coverage.coverage,
    compare.compare,
    plan.plan,
    scenario.scenario,
    explain.explain,
    whatif.whatif,
    certify.certify,
    verify.verify,
    doctor.doctor,
    schema.schema,
    tour.tour,
)

for command in COMMANDS:
    app.command(command.__name__)(plainly(command))


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"quorate {version('quorate')}")
        raise typer.Exit


@app.callback()
def _root(
    _asked: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is.", callback=_version),
    ] = False,
) -> None:
    """Run a public partnership from its own terms of reference."""


def run() -> None:
    """Run the command; no traceback ever reaches a person."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark, not an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="quorate")
    except KeyboardInterrupt:
        sys.exit(STOPPED)
