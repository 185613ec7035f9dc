"""What kept a command from its work, told to a person in plain sentences."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TextIO

import typer

if TYPE_CHECKING:
    from quorate.charter.problems import CharterError

FINE = 0
NO = 1
"""The answer is no, there are remarks, or there are differences."""

BAD_INPUT = 2
NOT_CHECKED = 3
OUR_FAULT = 70
STOPPED = 130
NOBODY_READS = 141
"""As a shell says of a program whose reader has gone."""

DEBUG = "QUORATE_DEBUG"

Taken = ParamSpec("Taken")


class Trouble(Exception):
    """A sentence for the person who asked, and the code to end with."""

    def __init__(self, sentence: str, *, code: int = BAD_INPUT) -> None:
        """Hold the sentence; it says what was wrong and, where known, what to do."""
        self.sentence, self.code = sentence, code
        super().__init__(sentence)


def plainly(command: Callable[Taken, None]) -> Callable[Taken, None]:
    """Run a command so that a person sees sentences, whatever goes wrong in it."""

    @wraps(command)
    def guarded(*args: Taken.args, **kwargs: Taken.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            _end("Stopped, as you asked.", code=STOPPED)
        except BrokenPipeError:
            _let_go()
            raise typer.Exit(NOBODY_READS) from None
        except OSError as error:
            if error.filename is None:
                # Of a stream: whoever flushes it at the end would meet it again.
                raise
            _tell(error, as_data=bool(kwargs.get("as_json")))
        except Exception as error:  # noqa: BLE001  No traceback may reach a person.
            _tell(error, as_data=bool(kwargs.get("as_json")))

    return guarded


def _tell(error: Exception, *, as_data: bool) -> NoReturn:
    from quorate.charter.problems import CharterError

    if isinstance(error, CharterError):
        _end(str(error), code=BAD_INPUT, data=_problems(error) if as_data else None)
    sentence, code = _sentence(error)
    if code == OUR_FAULT and os.environ.get(DEBUG) == "1":
        traceback.print_exception(error)
    data = {"sentence": sentence, "problems": []} if as_data else None
    _end(sentence, code=code, data=data)


def _sentence(error: Exception) -> tuple[str, int]:
    from quorate.proof.case import AskedInVainError, BeyondTheCalendarError

    if isinstance(error, Trouble):
        return error.sentence, error.code
    if isinstance(error, AskedInVainError):
        words = str(error).strip()
        beyond = isinstance(error, BeyondTheCalendarError)
        code = NOT_CHECKED if beyond else BAD_INPUT
        return f"{words[:1].upper()}{words[1:]}", code
    if isinstance(error, OSError):
        return _refusal(error), BAD_INPUT
    sentence = (
        f"Quorate made a mistake of its own ({type(error).__name__}: {error}). "
        f"Please report it: set {DEBUG}=1, run the same again, and open an issue in "
        "Quorate's repository with the command and all that it shows."
    )
    return sentence, OUR_FAULT


def _refusal(error: OSError) -> str:
    named = f" {error.filename}" if error.filename else ""
    why = (error.strerror or type(error).__name__).lower()
    return f"The system refused{named}: {why}."


def refused(error: OSError) -> int:
    """Say that what was to be printed could not be; return the code to end with."""
    _let_go()
    if isinstance(error, BrokenPipeError):
        return NOBODY_READS
    with suppress(OSError):
        typer.echo(_refusal(error), err=True)
    return BAD_INPUT


def open_nowhere() -> TextIO:
    """Return a stream that keeps nothing."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _problems(error: CharterError) -> dict[str, Any]:
    return {
        "sentence": f"{error.name} could not be read.",
        "file": error.name,
        "problems": [
            {
                "line": one.place.line,
                "column": one.place.column,
                "clause": one.clause,
                "what": one.what,
                "instead": one.instead,
            }
            for one in error.problems
        ],
        "left_out": error.left_out,
    }


def _end(sentence: str, *, code: int, data: dict[str, Any] | None = None) -> NoReturn:
    """Say it on the error stream, or as data where data was asked for; then end."""
    from quorate.cli.output import as_data, clean

    if data is None:
        typer.echo(clean(sentence), err=True)
    else:
        as_data("quorate-trouble/1", data)
    raise typer.Exit(code) from None


def _let_go() -> None:
    """Point standard output at nothing, so that its last flush can't fail too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
