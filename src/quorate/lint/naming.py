"""Who is meant by words: a body by one of its names, a title by the words that tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quorate.charter.model import Charter

WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
JOINING = frozenset("a an and at by for from in of on or the to with".split())
"""Words that only join others, and tell nothing apart."""


def plainly(words: str) -> str:
    """Return words as they compare: small letters, no article, no hyphens."""
    plain = " ".join(words.casefold().replace("-", " ").replace("’", "'").split())
    return plain.removeprefix("the ")


def telling(words: str) -> frozenset[str]:
    """Return the words that tell something, without those that only join."""
    return frozenset(WORD.findall(words.casefold().replace("’", "'"))) - JOINING


def body_named(charter: Charter, words: str) -> str:
    """
    Return the slug of the body that words name; empty where they name none.

    A body is named by its slug, its name or another name that the charter gives it.
    The last word of a name is enough (`the group`) for a body that runs here, as long
    as only one of them ends so.
    """
    wanted = plainly(words)
    for slug, body in charter.front.bodies:
        if wanted in {plainly(one) for one in (slug, body.name, *body.also)}:
            return slug
    short = [
        slug
        for slug in charter.own_bodies
        if wanted and plainly(charter.bodies[slug].name).split()[-1:] == [wanted]
    ]
    return short[0] if len(short) == 1 else ""


def in_a_row(names: Iterable[str], *, most: int = 4) -> str:
    """Join names as a sentence does; past `most` of them the rest are counted."""
    listed = list(dict.fromkeys(names))
    if len(listed) > most:
        listed = [*listed[: most - 1], f"{len(listed) - most + 1} more"]
    if len(listed) < 2:  # noqa: PLR2004  One name needs no joining.
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
