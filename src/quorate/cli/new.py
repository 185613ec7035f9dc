"""`quorate new`: a charter of one's own, begun from one that is ready."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quorate.cli.options import AsJson, OnDay
from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.model import Charter


def new(
    ready: Annotated[
        str,
        typer.Argument(
            metavar="READY",
            help="The slug of a charter that ships; quorate show lists them.",
            show_default=False,
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="What your body is called, as 'Harbour Steering Group'.",
            show_default=False,
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The new file. [default: the name as a slug, in this folder]",
            show_default=False,
        ),
    ] = None,
    rename: Annotated[
        list[str] | None,
        typer.Option(
            "--rename",
            metavar="OLD=NEW",
            help="Another name to put in place of one that the ready charter has, as "
            "'Partnership Board=Harbour Board'. Can be given several times.",
            show_default=False,
        ),
    ] = None,
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """
    Begin a charter of your own from one that is ready.

    The names are put in everywhere. The copy is a draft without approvals, whose
    first version bears the day. A file that is there already is never touched.
    """
    from quorate.charter.clauses import slug
    from quorate.charter.load import load
    from quorate.cli.clock import day
    from quorate.cli.inputs import read_charter, write_bytes
    from quorate.cli.output import as_data, say
    from quorate.cli.shelf import library

    if ready not in library().charter_paths:
        raise Trouble(_unknown(ready, library().charter_paths))
    model = read_charter(ready)
    pairs = {_first_body(model): name.strip()} | dict(map(_pair, rename or ()))
    text = renamed(model, pairs)
    text = _as_draft(text, ready, on=day(on))
    path = output or Path(f"{slug(name)}.md")
    # What can't be read back is never written.
    made = load(text, name=f"the copy of {ready} under these names")
    write_bytes(path, text.encode())
    if as_json:
        as_data(
            "quorate-new/1",
            {"file": str(path), "charter": made.slug, "title": made.title},
        )
        return
    say(f"Wrote {path}: {made.title}, a draft begun from {ready}.")
    say(f"See what it sets up:     quorate show {path}")
    say(f"See if it is sound:      quorate lint {path}")


def renamed(model: Charter, names: Mapping[str, str]) -> str:
    """
    Return a charter's text with names replaced everywhere, and the slugs of them.

    All at once, so that what one replacement has written no other one changes.
    Raises `Trouble` where the text does not hold a name.
    """
    from quorate.charter.clauses import slug

    words: dict[str, str] = {}
    slugs: dict[str, str] = {}
    known = {body.name: one for one, body in model.front.bodies}
    for old, new_name in names.items():
        _check(new_name)
        pattern = _as_pattern(old)
        if not re.search(pattern, model.text):
            raise Trouble(f"'{old}' does not occur in {model.title}.")
        words[" ".join(old.split())] = new_name
        slugs[known.get(old, slug(old))] = slug(new_name)
    alternatives = [*map(_as_pattern, _longest(words)), *map(_bounded, _longest(slugs))]

    def replacement(found: re.Match[str]) -> str:
        plain = " ".join(found[0].split())
        return words.get(plain) or slugs[plain]

    return re.sub("|".join(alternatives), replacement, model.text)


def _longest(names: Iterable[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)


def _as_pattern(name: str) -> str:
    """Match a name also where a line ends within it."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return rf"(?<!\w){words}(?!\w)"


def _bounded(name: str) -> str:
    return rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])"


def _check(name: str) -> None:
    if not name or not re.fullmatch(r"\w[\w '’&,.()/-]*", name):
        raise Trouble(
            f"'{name}' can't be a name: use letters, figures, spaces and "
            "the marks ' & , . ( ) / -."
        )
    if len(name) > LONGEST_NAME:
        raise Trouble(f"A name of {len(name)} letters is too long to be one.")
    if not re.search("[a-z0-9]", name, re.IGNORECASE | re.ASCII):
        raise Trouble(
            f"'{name}' has no letter from a to z, and slugs are made of those. Give a "
            "name that has some, and put your own into the file."
        )


def _pair(given: str) -> tuple[str, str]:
    old, equals, new_name = given.partition("=")
    if not equals or not old.strip() or not new_name.strip():
        raise Trouble(f"'{given}' says no renaming. Write it as 'Old Name=New Name'.")
    return old.strip(), new_name.strip()


def _first_body(model: Charter) -> str:
    return model.bodies[model.own_bodies[0]].name


def _unknown(named: str, known: Iterable[str]) -> str:
    from quorate.charter.problems import did_you_mean

    guess = did_you_mean(named, known)
    return f"No charter '{named}' ships with Quorate. {guess}".rstrip()


LONGEST_NAME = 200

VERSIONS = """\
versions:
  - number: "0.1"
    dated: {day}
{author}    change: begun from the ready charter {ready}
"""


def _as_draft(text: str, ready: str, *, on: date) -> str:
    """Return the text as a first draft: what the ready one claims did not happen."""
    _, front, rest = text.split("---\n", 2)
    parts = re.split(r"(?m)^(?=\S)", front)
    kept = [
        one
        for one in parts
        if one and not one.startswith(("versions:", "approvals:", "status:"))
    ]
    at = next((i for i, one in enumerate(kept) if one.startswith("title:")), 0) + 1
    kept.insert(at, "status: draft\n")
    wrote = re.search(r"(?m)^    author: .*\n", front)
    author = wrote[0] if wrote else ""
    kept.append(VERSIONS.format(day=on.isoformat(), ready=ready, author=author))
    return "---\n" + "".join(kept) + "---\n" + rest
