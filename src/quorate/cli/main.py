"""The `quorate` command."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from quorate.cli.trouble import FINE, STOPPED, open_nowhere, plainly, refused

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "new": "Begin a charter of your own from one that is ready.",
    "lint": "Say what is wrong with terms of reference, and how to mend it.",
    "show": "Show a charter: its bodies, seats and offices, and rules by clause.",
    "plain": "Put every rule into plain English, or draw a body.",
    "coverage": "Say how far the software runs each clause.",
    "compare": "Say what differs between two versions, in words and in rules.",
    "plan": "Plan a year: meetings, papers, minutes, reports, reviews, elections.",
    "scenario": "Run scenario files and show what came out otherwise.",
    "explain": "Put a question to the terms and show the answer with its reasons.",
    "whatif": "Say how often a body could decide, and whom to ring.",
    "certify": "Make the certificate of a finding.",
    "verify": "Check a decision certificate by recomputing all of it.",
    "doctor": "Say whether Quorate has what it needs here.",
    "schema": "Print the JSON Schema of what people write.",
    "tour": "Watch the commands at work on the charters that ship.",
}
"""By name, in the order of the help. Each stands in the module of its name, which is
read when the command is asked for: help would be slow if it read them all."""

ENDS = """\
It ends with 0 where all is well; 1 where the answer is no, or there are remarks or
differences; 2 where it was given something it can't work with; 3 where something
could not be checked or told. Each command takes --json.
"""


class Commands(TyperGroup):
    """The commands, each built when it is asked for."""

    def list_commands(self, _context: Any) -> list[str]:  # noqa: ANN401  Typer's own type is not public.
        """Return their names."""
        return list(COMMANDS)

    def get_command(self, _context: Any, name: str) -> Any:  # noqa: ANN401  as above.
        """Return one of them; None where there is none of that name."""
        if name not in COMMANDS:
            return None
        module = import_module(f"quorate.cli.{name}")
        does: Callable[..., None] = getattr(module, name)
        alone = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        alone.command(name, context_settings=SETTINGS)(plainly(does))
        return typer.main.get_command(alone)

    def resolve_command(self, context: Any, args: list[str]) -> Any:  # noqa: ANN401  as above.
        """Return the command that was typed, or say which is nearest."""
        from quorate.charter.problems import did_you_mean

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            guess = did_you_mean(args[0].lower(), COMMANDS)
            said = f"There is no command '{args[0]}'. {guess}".rstrip()
            context.fail(said)
        return super().resolve_command(context, args)

    def format_commands(self, _context: Any, formatter: Any) -> None:  # noqa: ANN401  as above.
        """Write what each does."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


SETTINGS = {"help_option_names": ["--help", "-h"]}

app = typer.Typer(
    name="quorate",
    cls=Commands,
    help="Runs a partnership from its own terms of reference.",
    epilog=ENDS,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


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
    # A stream that was closed before the command began is there no more.
    sys.stdout = sys.stdout or open_nowhere()
    sys.stderr = sys.stderr or open_nowhere()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark, not an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = _ended()
        sys.stdout.flush()
    except OSError as error:
        code = refused(error)
    sys.exit(code)


def _ended() -> str | int | None:
    """Run the command and return the code that it ends with."""
    try:
        app(prog_name="quorate")
    except SystemExit as ended:
        return ended.code
    except KeyboardInterrupt:
        return STOPPED
    return FINE
