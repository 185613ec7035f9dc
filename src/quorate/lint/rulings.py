"""
Rulings on remarks: who settled one, when and why.

A ruling stands beside the charter and not in its words, which were adopted. It
carries the digest of the clause as it read then, and no longer holds once the clause
reads otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quorate.charter.blocks import read_block
from quorate.charter.fields import read_fields, said, write_fields
from quorate.charter.nodes import Listing
from quorate.charter.problems import TOP, Place, Problems
from quorate.charter.readers import DAY, WORDS

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.fields import Plain
    from quorate.charter.model import Charter


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One remark that somebody settled."""

    check: str = said(WORDS, "the number of the check", required=True, empty="")
    clause: str = said(
        WORDS,
        "the anchor of the clause",
        silent="the document as a whole",
        empty="",
    )
    by: str = said(WORDS, "who ruled", required=True, empty="")
    on: date | None = said(DAY, "the day of the ruling", required=True)
    because: str = said(WORDS, "why", required=True, empty="")
    digest: str = said(
        WORDS,
        "the digest of the clause's words as they read then",
        required=True,
        empty="",
    )
    charter: str = ""
    """The charter that it stands beside."""

    place: Place = TOP


def read_rulings(
    text: str, *, charter: str, name: str = "the rulings"
) -> tuple[Ruling, ...]:
    """
    Read the rulings that stand beside a charter.

    `text` is the whole file, `charter` the slug of the charter, `name` what people
    call the file. Raises `CharterError` with every problem found.
    """
    problems = Problems()
    node = read_block(text, Place(1), problems)
    rulings = []
    if node is not None and not isinstance(node, Listing):
        problems.add(
            node.place,
            "rulings are a list",
            "Begin each with '- check:', then 'clause:', 'by:', 'on:', 'because:' and "
            "'digest:' set in under it.",
        )
    elif node is not None:
        for item in node.items:
            before = len(problems.found)
            values = read_fields(Ruling, item, problems, called="a ruling")
            if len(problems.found) == before:
                rulings.append(Ruling(**values, charter=charter, place=item.place))
    problems.raise_if_any(name)
    return tuple(rulings)


def write_rulings(rulings: tuple[Ruling, ...]) -> list[dict[str, Plain]]:
    """Return the rulings as plain names with values, as the file holds them."""
    return [write_fields(one) for one in rulings]


def digest_at(charter: Charter, anchor: str) -> str:
    """
    Return the digest that a ruling on a clause has to carry.

    For the document as a whole that of all its words; empty for a clause that is no
    longer there.
    """
    if not anchor:
        return charter.words_digest
    clause = charter.clause(anchor)
    return clause.digest if clause else ""
