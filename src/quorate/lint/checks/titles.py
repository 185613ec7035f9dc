"""Checks of officers: whether anybody qualifies, and which titles are one office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.kinds.membership import Role, Seats
from quorate.lint.bodies import name_of, runs_somewhere
from quorate.lint.naming import body_named, in_a_row, plainly, telling
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

# A word has a bound, so that time grows with the length of a text alone.
NAMED_IN_CAPITALS = re.compile(r"[A-Z][\w&'’-]{0,60}(?:\s+[A-Z][\w&'’-]{0,60})+")
ARTICLE = re.compile(r"\A(?:A|An|The) ")
ANOTHER_OFFICE = frozenset({"vice", "deputy", "assistant", "acting"})
"""Words that set one office apart from another of the same title."""

SEVERAL = 2


def eligibility(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L52."""
    for body in charter.own_bodies:
        roles: dict[str, list[Role]] = {}
        for role in charter.rules_of(body, Role):
            roles.setdefault(role.role, []).append(role)
        for clauses in roles.values():
            limits = [one for one in clauses if one.must_belong_to or one.must_not]
            if not limits:
                continue
            why = _nobody(charter, setting, body, clauses)
            if why:
                at = next((one for one in limits if one.must_belong_to), limits[0])
                yield found(
                    f"The {_title(at)} of {name_of(charter, body)} {why}.",
                    at=at.clause,
                    line=at.place.line,
                    body=body,
                )


def _nobody(charter: Charter, setting: Setting, body: str, clauses: list[Role]) -> str:
    """Say why nobody can be sure to qualify; empty where somebody can."""
    wanted = list(dict.fromkeys(name for one in clauses for name in one.must_belong_to))
    barred = {name for one in clauses for name in one.must_not}
    right = {one.held_by for one in clauses} & barred
    if right:
        return f"is the holder of the seat {min(right)}, who is barred from the office"
    lines = [line for seats in charter.rules_of(body, Seats) for line in seats.lines]
    if any(one.post for one in clauses) or not lines:
        return ""
    fit = lines
    for name in wanted:
        slug = body_named(charter, name)
        if slug and slug != body:
            linked = [line for line in lines if body_named(charter, line.link) == slug]
            if linked:
                fit = [line for line in fit if line in linked]
            elif not _membership_known(charter, setting, slug):
                return (
                    f"must belong to {name_of(charter, slug)}, but no seat makes sure "
                    "that anybody here does"
                )
        elif slug != body:
            fit = [line for line in fit if name in _groups(line)]
    fit = [line for line in fit if not barred & _groups(line)]
    if fit:
        return ""
    return "has to meet conditions that no seat of the membership meets"


def _groups(line: Line) -> frozenset[str]:
    return frozenset({line.seat, line.capacity, *line.groups})


def _membership_known(charter: Charter, setting: Setting, slug: str) -> bool:
    home = runs_somewhere(slug, charter, setting)
    return home is not None and bool(home.rules_of(slug, Seats))


def _title(role: Role) -> str:
    return role.called or role.role.replace("-", " ")


def two_names(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L53."""
    for _office, variants in charter.front.offices:
        first = ""
        for clause in charter.clauses:
            for name in _variants_in(clause, variants):
                first = first or name
                if name != first:
                    yield found(
                        f"The officer called {_words(first)} elsewhere is the "
                        f"{_words(name)} here.",
                        at=clause,
                    )
                    break
            else:
                continue
            break


def _variants_in(clause: Clause, variants: tuple[str, ...]) -> Iterator[str]:
    cells = clause.cells
    if cells and cells[0] == cells[0].casefold():
        # The first cell of a membership is the seat's own name, not a title.
        cells = cells[1:]
    text = f" {_run(' '.join(cells) if clause.cells else clause.text)} "
    for name in sorted(variants, key=len, reverse=True):
        wanted = f" {name.replace('-', ' ')} "
        if wanted in text:
            text = text.replace(wanted, " ")
            yield name


def _run(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def _words(name: str) -> str:
    return name.replace("-", " ")


def almost_the_same(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L62."""
    known = frozenset(
        word
        for slug, body in charter.front.bodies
        for name in (slug.replace("-", " "), body.name, *body.also)
        for word in telling(name)
    )
    declared = {
        plainly(name)
        for slug, body in charter.front.bodies
        for name in (slug, body.name, *body.also)
    }
    roles = [one for one in charter.rules if isinstance(one, Role)]
    declared |= {plainly(_title(one)) for one in roles}
    for number, role in enumerate(roles):
        for other in roles[:number]:
            if _near_roles(role, other, known):
                yield found(
                    f"{_title(role)} and {_title(other)} "
                    f"({charter.cite(other.clause)}) may be one office or two; the "
                    "words don't say.",
                    at=role.clause,
                    line=role.place.line,
                )
    yield from _titles_in_text(charter, roles, declared, known)


def _near_roles(role: Role, other: Role, known: frozenset[str]) -> bool:
    if role.role == other.role or not set(role.bodies) & set(other.bodies):
        return False
    if role.stands_in_for == other.role or other.stands_in_for == role.role:
        return False
    if _constituted(role) and _constituted(other):
        return False
    return _near(_title(role), _title(other), known) or _near(
        _title(other), _title(role), known
    )


def _constituted(role: Role) -> bool:
    return any(stated(role, way) for way in ("held_by", "post", "elected_by"))


def _near(short: str, long: str, known: frozenset[str]) -> bool:
    """Tell if a title says no more than the other does, bodies' names apart."""
    one, other = telling(short.replace("-", " ")), telling(long.replace("-", " "))
    if (one ^ other) & ANOTHER_OFFICE:
        return False
    kernel = one - known
    return bool(kernel) and kernel <= other - known


def _titles_in_text(
    charter: Charter, roles: list[Role], declared: set[str], known: frozenset[str]
) -> Iterator[Found]:
    told: set[str] = set()
    for clause in charter.clauses:
        for match in NAMED_IN_CAPITALS.findall(clause.text):
            words = ARTICLE.sub("", " ".join(match.split()))
            plain = plainly(words)
            if plain in declared | told or len(telling(words)) < SEVERAL:
                continue
            near = [
                _title(role)
                for role in roles
                if len(telling(_title(role))) >= SEVERAL
                and _near(words, _title(role), known)
            ]
            if near and not any(plain in plainly(title) for title in near):
                told.add(plain)
                yield found(
                    f"“{words}” almost matches {in_a_row(near)}, so nobody can be "
                    "sure whether one office is meant or two.",
                    at=clause,
                )


CHECKS = (
    Check(
        id="L52",
        severity=Severity.DEFECT,
        title="The conditions on an office contradict each other or can't be met",
        means="At the election nobody can be chosen without breaking the terms.",
        repair="Loosen a condition, or add a seat whose holder meets it.",
        example="5. The chair belongs to the Quay Team. (No member does.)",
        find=eligibility,
        bars=True,
    ),
    Check(
        id="L53",
        severity=Severity.UNINTENDED,
        title="One officer is named in two ways",
        means="A reader takes two titles for two people, and work falls between them.",
        repair="Use one title throughout.",
        example="3. The harbour co-ordinator keeps the log. … 8. The log is shown by "
        "the harbour and quay co-ordinator.",
        find=two_names,
    ),
    Check(
        id="L62",
        severity=Severity.UNINTENDED,
        title="Two titles almost match: one office or two?",
        means="A member sent to one of them may wait for an answer from the other.",
        repair="Use one title for one office, and say who holds each.",
        example="a. The Lead for the forum reports upwards. … c. Issues go to the "
        "Forum Lead.",
        find=almost_the_same,
    ),
)
