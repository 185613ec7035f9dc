"""Checks of offices: who holds them, and whether anything says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.deciding import ChairsAction, Decision
from quorate.charter.kinds.meetings import ExtraMeetings, Notice
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.names import names_of
from quorate.lint.bodies import mentioned, name_of, running
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

OFFICES_IN: dict[type[Rule], tuple[str, ...]] = {
    Decision: ("casting_vote", "declared_by", "entitlement_ruled_by"),
    ChairsAction: ("by",),
    ExtraMeetings: ("agreed_by",),
    Notice: ("shortened_by",),
}
"""By kind of rule, the fields that name an office of the body itself."""

WAYS = ("held_by", "post", "elected_by", "must_belong_to", "serves")
"""What gives an office a holder, or shows an officer whom somebody else employs."""


def two_rules(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L02."""
    for body in charter.own_bodies:
        first: dict[str, Role] = {}
        for role in charter.rules_of(body, Role):
            way = _way(charter, body, role)
            if way is None:
                continue
            earlier = first.setdefault(role.role, role)
            before = _way(charter, body, earlier)
            if before is not None and _differ(before, way):
                yield found(
                    f"The {_title(role)} of {name_of(charter, body)} {_says(role)} "
                    f"here, but {_says(earlier)} by {charter.cite(earlier.clause)}. "
                    "Both cannot be followed once the two give different people.",
                    at=role.clause,
                    line=role.place.line,
                    body=body,
                )


def _way(charter: Charter, body: str, role: Role) -> tuple[str, str] | None:
    """Say how an office gets its holder; a seat and its post are the same way."""
    if role.held_by:
        posts = {
            line.seat: line.office
            for seats in charter.rules_of(body, Seats)
            for line in seats.lines
        }
        return "by right", (posts.get(role.held_by) or role.held_by).casefold()
    if role.post:
        return "by right", role.post.casefold()
    if role.elected_by:
        return "chosen", role.elected_by.casefold()
    return None


def _differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell two ways apart; a post that one clause gives in full is the same post."""
    if one[0] != other[0]:
        return True
    return one[1] not in other[1] and other[1] not in one[1]


def _says(role: Role) -> str:
    if role.held_by:
        return f"is whoever holds the seat {role.held_by}"
    if role.post:
        return f"is the {role.post}"
    return f"is chosen by {role.elected_by}"


def _title(role: Role) -> str:
    return role.called or role.role.replace("-", " ")


def never_constituted(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L10."""
    for body in running(charter):
        roles = charter.rules_of(body, Role)
        made = {role.role for role in roles if any(getattr(role, way) for way in WAYS)}
        told = set()
        for role in roles:
            if role.role not in made and role.role not in told:
                told.add(role.role)
                yield found(
                    f"The text speaks of the {_title(role)}, but nothing says who that "
                    "is or how the office is filled.",
                    at=role.clause,
                    line=role.place.line,
                    body=body,
                )
        known = names_of(charter, body)
        for rule in charter.rules:
            if body not in rule.bodies:
                continue
            for field in OFFICES_IN.get(type(rule), ()):
                office = getattr(rule, field)
                if office and office not in known and office not in told:
                    told.add(office)
                    yield found(
                        f"The clause gives a part to the {office.replace('-', ' ')}, "
                        "but nothing says who that is or how the office is filled.",
                        at=rule.clause,
                        line=rule.place.line,
                        body=body,
                    )
    for slug, named in charter.front.bodies:
        if named.undefined == "yes":
            used = mentioned((named.name, *named.also), charter.clauses)
            at = next(iter(used.values()), None)
            yield found(
                f"The text relies on {named.name}, but nowhere says what that is.",
                at=at or "",
                body=slug,
            )


CHECKS = (
    Check(
        id="L02",
        severity=Severity.DEFECT,
        title="Two rules for one office contradict each other",
        means="Two people can each claim the office, and what either does in it can "
        "be challenged.",
        repair="Keep one of the rules.",
        example="2. The harbour master is the chair. … 6. The members elect the chair.",
        find=two_rules,
        bars=True,
    ),
    Check(
        id="L10",
        severity=Severity.DEFECT,
        title="An office or body is relied on but never constituted",
        means="Members are sent to somebody who cannot be found.",
        repair="Say who holds the office, or how it is filled; say what the body is.",
        example="A member can raise any concern with the convenor. "
        "(No clause says who that is.)",
        find=never_constituted,
        bars=True,
    ),
)
