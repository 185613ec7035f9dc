"""Bodies as the checks see them: which run under a charter, what names they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Authority, Delegation
from quorate.charter.kinds.deciding import ChairsAction, Correspondence, Decision
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import SubGroups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quorate.charter.clauses import Clause
    from quorate.charter.front import Body
    from quorate.charter.model import Charter
    from quorate.charter.rule import AnyRule, Rule
    from quorate.lint.remark import Setting

ABBREVIATION = re.compile(r"(?:[A-Z][A-Z&.]*s?(?:\s|\Z))+")


def running(charter: Charter) -> tuple[str, ...]:
    """
    Return the bodies that run under a charter.

    Left out are outside bodies, those whose own terms are not there yet, and those
    that the charter speaks of without setting out their terms; and all bodies of a
    guide, which sets up none.
    """
    if charter.front.guide == "yes":
        return ()
    return tuple(
        slug
        for slug in charter.own_bodies
        if charter.bodies[slug].draft != "yes" and _set_out(charter, slug)
    )


def _set_out(charter: Charter, slug: str) -> bool:
    """Tell if the terms of a body stand here: clauses of its own, or its seats."""
    if len(charter.own_bodies) == 1:
        return bool(charter.rules)
    own = any(clause.bodies == (slug,) for clause in charter.clauses)
    return own or charter.rule_of(slug, Seats) is not None


def rules_run(charter: Charter, kind: type[AnyRule]) -> Iterator[tuple[AnyRule, str]]:
    """Yield each rule of a kind once, with the first running body that it is for."""
    runs = running(charter)
    for rule in charter.rules:
        if isinstance(rule, kind):
            body = next((one for one in rule.bodies if one in runs), "")
            if body:
                yield rule, body


def meeting_bodies(charter: Charter) -> tuple[str, ...]:
    """Return the bodies that run under a charter and come together in meetings."""
    return tuple(
        slug
        for slug in running(charter)
        if charter.bodies[slug].virtual != "yes" and charter.bodies[slug].unit != "yes"
    )


def name_of(charter: Charter, slug: str) -> str:
    """Return what people call a body; the slug itself where it is not known."""
    body = charter.bodies.get(slug)
    return body.name if body else slug


def known_bodies(charter: Charter, setting: Setting) -> Mapping[str, Body]:
    """Return every body that a charter of the set names, by slug."""
    known: dict[str, Body] = {}
    for one in reversed(setting.together_with(charter)):
        known.update(one.bodies)
    return known


def runs_somewhere(slug: str, charter: Charter, setting: Setting) -> Charter | None:
    """Return the charter of the set under which a body runs, if there is one."""
    for one in setting.together_with(charter):
        if slug in running(one):
            return one
    return None


def opening_of(charter: Charter, body: str) -> Clause | None:
    """Return the clause with which the terms of a body begin."""
    headings = [
        one
        for one in charter.clauses
        if one.kind == "heading" and one.bodies == (body,)
    ]
    # The heading that holds most of a body's rules is the one that opens its terms:
    # a single clause about it can stand far ahead, in the background.
    if headings:
        return max(headings, key=lambda one: _rules_under(charter, one, body))
    if len(charter.own_bodies) == 1:
        return next(iter(charter.clauses), None)
    first = next((one for one in charter.rules if body in one.bodies), None)
    return charter.clause(first.clause) if first is not None else None


def _rules_under(charter: Charter, heading: Clause, body: str) -> int:
    after = [one for one in charter.clauses if one.line > heading.line]
    end = next(
        (
            one.line
            for one in after
            if one.kind == "heading" and one.level <= heading.level
        ),
        None,
    )
    return sum(
        1
        for rule in charter.rules
        if body in rule.bodies
        and rule.place.line > heading.line
        and (end is None or rule.place.line < end)
    )


def deciding_rules(charter: Charter, body: str) -> Iterator[Rule]:
    """Yield the rules that show that a body decides anything, nearest first."""
    yield from charter.rules_of(body, Decision)
    yield from charter.rules_of(body, Correspondence)
    for authority in charter.rules_of(body, Authority):
        if authority.may_decide or authority.reserved or authority.on_behalf_of:
            yield authority
    yield from charter.rules_of(body, Quorum)
    yield from charter.rules_of(body, ChairsAction)
    for one in charter.rules:
        if isinstance(one, Delegation) and body in one.to:
            yield one
    for groups in charter.rules_of(body, SubGroups):
        if groups.approves:
            yield groups
    for role in charter.rules_of(body, Role):
        if role.elected_by:
            yield role


def abbreviated(name: str) -> bool:
    """Tell if a name is made of capitals alone, as initials are."""
    return ABBREVIATION.fullmatch(name) is not None


def mentioned(names: Iterable[str], clauses: Iterable[Clause]) -> dict[str, Clause]:
    """Return each name that clauses use, with the first clause that does."""
    ordered = sorted({one for one in names if one}, key=len, reverse=True)
    if not ordered:
        return {}
    # Where a shorter name is part of a longer one, the text means the longer.
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(one) for one in ordered) + r")(?:s)?(?!\w)"
    )
    found: dict[str, Clause] = {}
    for clause in clauses:
        for one in pattern.findall(clause.text):
            name = one if one in ordered else one.removesuffix("s")
            found.setdefault(name, clause)
    return found
