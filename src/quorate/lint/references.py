"""Where a link in the prose leads, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.clauses import PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause, Reference
    from quorate.charter.model import Charter

BODY = "body"
"""The subject of a link that leads to a body and not to a clause."""


def links(charter: Charter) -> Iterator[tuple[Clause, Reference]]:
    """Yield each link with the clause that it stands in, those to bodies left out."""
    for clause in charter.clauses:
        for reference in clause.references:
            if reference.subject != BODY:
                yield clause, reference


def links_to_bodies(charter: Charter) -> Iterator[tuple[Clause, Reference]]:
    """Yield each link to a body with the clause that it stands in."""
    for clause in charter.clauses:
        for reference in clause.references:
            if reference.subject == BODY:
                yield clause, reference


def is_part(target: Clause | None, reference: Reference) -> bool:
    """Tell if a link means an appendix, whether that is there or not."""
    if target is not None and target.kind == "heading":
        return PART.match(target.text) is not None
    return target is None and PART.match(reference.words.capitalize()) is not None


def subjects_of(charter: Charter, target: Clause) -> frozenset[str]:
    """
    Return what a clause is declared to be about.

    Its own `about`, else that of the nearest heading above; for a heading also those
    of the headings that stand under it.
    """
    if target.kind == "heading":
        return frozenset(_under(charter, target))
    if target.about:
        return frozenset({target.about})
    above = [
        one
        for one in charter.clauses
        if one.kind == "heading" and one.line <= target.line and one.about
    ]
    return frozenset({above[-1].about}) if above else frozenset()


def _under(charter: Charter, heading: Clause) -> Iterator[str]:
    inside = False
    for clause in charter.clauses:
        if clause is heading:
            inside = True
        elif inside and clause.kind == "heading" and clause.level <= heading.level:
            return
        if inside and clause.about:
            yield clause.about


def of_another_body(clause: Clause, target: Clause) -> bool:
    """Tell if a link leads from one body's terms, or from none's, into another's."""
    return bool(target.bodies) and not set(target.bodies) & set(clause.bodies)
