"""Checks of where a matter goes when a body cannot settle it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Dispute, Referral
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.kinds.terms import Relation
from quorate.charter.readers import NAME
from quorate.lint.bodies import known_bodies, name_of, runs_somewhere
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import computable, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.kinds.authority import Stage
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

STANDS_FOR = ("represents", "part of")
"""Lines by which somebody here belongs to the other body."""


def without_limit(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L19."""
    for rule in charter.rules:
        if isinstance(rule, Referral) and not (
            stated(rule, "each_within") and computable(rule.each_within)
        ):
            names = " and then ".join(name_of(charter, one) for one in rule.to)
            yield found(
                f"A matter that goes to {names} can stay there: nothing says how long "
                "there is to answer.",
                at=rule.clause,
                line=rule.place.line,
            )
        if isinstance(rule, Dispute):
            stages = [
                one for one in rule.stages if one.to and not computable(one.within)
            ]
            if stages:
                bodies = dict.fromkeys(body for one in stages for body in one.to)
                names = ", ".join(name_of(charter, one) for one in bodies)
                yield found(
                    f"A dispute that is brought to {names} can stay there: nothing "
                    "says how long a stage lasts.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def dead_end(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L20."""
    for rule in charter.rules:
        if isinstance(rule, Referral):
            yield from _end_of(rule, charter, setting)
        elif isinstance(rule, Dispute):
            yield from _end_of_dispute(rule, charter, setting)
    yield from _nowhere(charter)
    yield from _cycles(charter, setting)


def _end_of(rule: Referral, charter: Charter, setting: Setting) -> Iterator[Found]:
    last = rule.to[-1]
    if stated(rule, "if_unanswered"):
        return
    end = _why_open(last, charter, setting)
    if end:
        yield found(
            f"{name_of(charter, last)} is the last to get the matter, but {end}, and "
            "nothing says what becomes of a matter that it leaves open.",
            at=rule.clause,
            line=rule.place.line,
        )


def _why_open(body: str, charter: Charter, setting: Setting) -> str:
    """Say why a body may never settle a matter; empty where it can."""
    if body not in known_bodies(charter, setting):
        return "no charter says what that is"
    home = runs_somewhere(body, charter, setting)
    if home is None:
        return "its rules are not known here"
    decisions = home.rules_of(body, Decision)
    agreement = [one for one in decisions if one.method in ("agreement", "consensus")]
    ways_on = (
        any(one.method == "ballot" for one in decisions)
        or any(stated(one, "then") or stated(one, "otherwise") for one in agreement)
        or bool(home.rules_of(body, Referral))
        or bool(home.rules_of(body, Dispute))
    )
    if agreement and not ways_on:
        return "it decides by agreement and has no way on without it"
    return ""


def _end_of_dispute(
    rule: Dispute, charter: Charter, setting: Setting
) -> Iterator[Found]:
    last = rule.stages[-1]
    if not last.to or computable(last.within):
        return
    if all(runs_somewhere(one, charter, setting) is None for one in last.to):
        names = " and ".join(name_of(charter, one) for one in last.to)
        yield found(
            f"The last stage of a dispute lies with {names}, whose rules are not known "
            "here, and nothing says when or how it ends.",
            at=_clause_of(last, rule, charter),
            line=0 if last.rests_on else rule.place.line,
        )


def _clause_of(stage: Stage, rule: Dispute, charter: Charter) -> str:
    return stage.rests_on if charter.clause(stage.rests_on) else rule.clause


def _nowhere(charter: Charter) -> Iterator[Found]:
    """A decision rule that sends a matter on by a name that no referral has."""
    names = {
        one.name
        for one in charter.rules
        if isinstance(one, Referral | Dispute | Decision | Correspondence)
    }
    for rule in charter.rules:
        onward = []
        if isinstance(rule, Decision):
            onward = [rule.then, rule.otherwise]
        elif isinstance(rule, Correspondence):
            onward = [rule.otherwise]
        for name in onward:
            is_name = (
                re.fullmatch(NAME, name) is not None and name not in charter.bodies
            )
            if is_name and name not in names:
                yield found(
                    f"Without agreement the matter goes on by “{name}”, but no clause "
                    "gives a way of that name.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def _cycles(charter: Charter, setting: Setting) -> Iterator[Found]:
    """Follow each referral from body to body until it ends or comes back."""
    onward: dict[str, list[str]] = {}
    for one in setting.together_with(charter):
        for rule in one.rules:
            if isinstance(rule, Referral) and not stated(rule, "if_unanswered"):
                for body in rule.bodies:
                    onward.setdefault(body, []).append(rule.to[-1])
    told: set[str] = set()
    for rule in charter.rules:
        if not isinstance(rule, Referral) or stated(rule, "if_unanswered"):
            continue
        for start in rule.bodies:
            route = _back_to(start, onward)
            if route and rule.clause not in told:
                told.add(rule.clause)
                names = ", then ".join(name_of(charter, one) for one in route)
                yield found(
                    f"The matter goes to {names}: it comes back to where it began, "
                    "and can go round for ever.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=start,
                )


def _back_to(start: str, onward: dict[str, list[str]]) -> list[str]:
    routes = [[body] for body in onward.get(start, [])]
    seen: set[str] = set()
    while routes:
        route = routes.pop()
        if route[-1] == start:
            return route
        if route[-1] in seen:
            continue
        seen.add(route[-1])
        routes += [[*route, body] for body in onward.get(route[-1], [])]
    return []


def own_cause(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L21."""
    for rule in charter.rules:
        if not isinstance(rule, Referral):
            continue
        for target in rule.to:
            for body in rule.bodies:
                for who, clause in _shared(charter, body, target, setting):
                    yield found(
                        f"{who} belongs to {name_of(charter, target)} too, to which "
                        f"a matter of {name_of(charter, body)} goes when there is no "
                        "agreement: the same person is heard twice.",
                        at=clause,
                        body=body,
                    )


def _shared(
    charter: Charter, body: str, target: str, setting: Setting
) -> Iterator[tuple[str, str]]:
    """Yield who of a body belongs to another, with the clause that says so."""
    told: set[str] = set()
    for role in charter.rules_of(body, Role):
        if target in (*role.must_belong_to, *role.serves) and role.clause not in told:
            told.add(role.clause)
            yield f"The {role.called or role.role}", role.clause
    for line in charter.rules_of(body, Relation):
        ends = (*line.to, *line.from_)
        named = target in ends and line.relation in STANDS_FOR and line.held_by
        if named and line.clause not in told:
            told.add(line.clause)
            yield f"The {line.held_by}", line.clause
    home = runs_somewhere(target, charter, setting)
    theirs = {
        (row.organisations, row.office)
        for seats in (home.rules_of(target, Seats) if home else ())
        for row in seats.lines
        if row.office
    }
    for seats in charter.rules_of(body, Seats):
        for row in seats.lines:
            linked = row.link == target or (row.organisations, row.office) in theirs
            if linked:
                yield row.title or row.seat, seats.clause


CHECKS = (
    Check(
        id="L19",
        severity=Severity.UNINTENDED,
        title="A matter is referred without a limit of time",
        means="The members wait, and nobody can be reminded.",
        repair="Say how long each body has to answer.",
        example="Without agreement the matter goes to the council.",
        find=without_limit,
    ),
    Check(
        id="L20",
        severity=Severity.DEFECT,
        title="A referral goes round in a circle, or ends nowhere",
        means="A matter that the members cannot settle is never settled.",
        repair="Say what becomes of a matter that the last body leaves open, or name a "
        "body that must decide.",
        example="Without agreement the matter goes to the council. (Nothing says what "
        "then, and the council's rules are not known.)",
        find=dead_end,
        bars=True,
    ),
    Check(
        id="L21",
        severity=Severity.UNINTENDED,
        title="A matter is referred to a body in which one of the parties sits",
        means="Somebody who could not agree below decides about it above.",
        repair="Say that whoever took part below stands aside above.",
        example="The convenor sits on the port council for the forum. … Without "
        "agreement the matter goes to the port council.",
        find=own_cause,
    ),
)
