"""The options by which commands are told what is asked, worded once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.proof.case import Asked

ABOUT = {
    "meeting": "The meeting's name.",
    "item": "The item of the agenda.",
    "consultation": "The consultation's name.",
    "seat": "The seat.",
    "person": "The person's code.",
    "office": "The office.",
    "organisation": "The organisation.",
    "matter": "The matter.",
    "act": "The act that something stands before.",
    "rule": "The rule's name or clause.",
    "subject": "The meeting, report or event that it is about.",
    "stage": "The stage of a dispute.",
    "ground": "The ground given.",
}
"""What a question can be about, besides its body and its moments."""

MOMENTS_OF_THEIR_OWN = frozenset({"meeting", "consultation", "item"})
"""What a question can be about that has a moment; of all else it is asked now."""

ASK = typer.Option(
    "--ask",
    metavar="QUESTION",
    help="What is asked, as quorum. Without it, all questions are listed.",
    show_default=False,
)
BODY = typer.Option(
    "--body",
    metavar="BODY",
    help="The body's slug. [default: the only one]",
    show_default=False,
)
AT = typer.Option(
    "--at",
    metavar="MOMENT",
    help="The moment it is about, as 2026-04-30 or '2026-04-30 14:05'. "
    "[default: that of the meeting or consultation, else now]",
    show_default=False,
)
KNOWN_AT = typer.Option(
    "--known-at",
    metavar="MOMENT",
    help="As was known then. [default: with all that is known]",
    show_default=False,
)


def with_question(command: Callable[..., None]) -> Callable[..., None]:
    """
    Give a command the options of a question, gathered in its argument `words`.

    Every field of a question is an option of the same name.
    """
    own = inspect.signature(command, eval_str=True)
    added = [
        _option("ask", ASK),
        _option("body", BODY),
        _option("at", AT),
        _option("known_at", KNOWN_AT),
        *(
            _option(
                name,
                typer.Option(
                    f"--{name}", metavar=name.upper(), help=means, show_default=False
                ),
            )
            for name, means in ABOUT.items()
        ),
    ]
    names = {one.name for one in added}
    parameters = list(own.parameters.values())
    at = next(i for i, one in enumerate(parameters) if one.name == "words")
    parameters[at : at + 1] = added

    @wraps(command)
    def asking(**taken: Any) -> None:  # noqa: ANN401  Whatever the command takes.
        words = {name: taken.pop(name) for name in names}
        command(**taken, words=words)

    # What typer reads the options from.
    asking.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return asking


def _option(name: str, option: Any) -> inspect.Parameter:  # noqa: ANN401  Typer's own type is not public.
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default="",
        annotation=Annotated[str, option],
    )


def asked_from(words: dict[str, str], charter: Charter) -> Asked:
    """
    Return the question that the options make.

    Where it needs a moment, and nothing that it is about has one, it is asked now.
    Raises `Trouble` with all questions where none was named.
    """
    from quorate.cli.clock import moment, now
    from quorate.proof.asking import QUESTIONS
    from quorate.proof.case import Asked

    if not words["ask"]:
        raise Trouble(_questions())
    zone = charter.front.time_zone
    at = moment(words["at"] or None, zone=zone)
    question = QUESTIONS.get(words["ask"])
    if at is None and question is not None and "at" in question.needs:
        timeless = not MOMENTS_OF_THEIR_OWN & set(question.needs)
        at = now(zone) if timeless else None
    known_at = moment(words["known_at"] or None, zone=zone)
    rest = {name: words[name] for name in ("ask", "body", *ABOUT)}
    return Asked(**rest, at=at, known_at=known_at)


def _questions() -> str:
    from quorate.proof.asking import QUESTIONS

    said = ["Say what is asked with --ask. It can be:"]
    for name, question in sorted(QUESTIONS.items()):
        needs = ", ".join(f"--{one.replace('_', '-')}" for one in question.needs)
        said.append(f"  {name}: {question.means} ({needs})")
    return "\n".join(said)
