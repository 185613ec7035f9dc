"""Checks of a body that does not meet: what it is asked, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Authority
from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.duties import Condition
from quorate.charter.kinds.meetings import Meets
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.kinds.terms import Review
from quorate.lint.naming import in_a_row, plainly, telling
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

STEM = 5
"""Letters by which two words count as the same: project and projects."""


def unreached(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L63."""
    for body in charter.own_bodies:
        rules = charter.rules_of(body, Correspondence)
        if charter.rules_of(body, Meets) or not rules:
            continue
        if any(not rule.triggers or _open(rule) for rule in rules):
            continue
        reached = _stems(words for rule in rules for words in rule.triggers)
        functions = [
            words
            for authority in charter.rules_of(body, Authority)
            for words in (
                *authority.may_decide,
                *authority.may_recommend,
                *authority.reserved,
            )
        ]
        functions += ["the review of its terms"] * bool(charter.rules_of(body, Review))
        left = [words for words in functions if not _stems([words]) & reached]
        if left:
            yield found(
                f"The members are asked only on stated occasions, and none of them "
                f"names {in_a_row(left, most=8)}; there are no meetings either.",
                at=rules[0].clause,
                line=rules[0].place.line,
                body=body,
            )


def _open(rule: Correspondence) -> bool:
    return rule.other_grounds == "under a ruling" and stated(rule, "other_grounds")


def _stems(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for words in phrases for word in telling(words))


def three_parts(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L64."""
    for body in charter.own_bodies:
        for rule in charter.rules_of(body, Correspondence):
            titles = _titles(charter, body, rule.opened_by)
            seats = [
                line
                for seats in charter.rules_of(body, Seats)
                for line in seats.lines
                if any(_belongs(title, line, charter) for title in titles)
            ]
            subject = _subject(charter, body, titles, seats)
            if seats and subject:
                yield found(
                    f"The {titles[-1]} puts the questions and collates the answers, "
                    f"comes from a member ({in_a_row(seats[0].organisations)}), and "
                    f"has a part of its own in {subject}.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )


def _titles(charter: Charter, body: str, office: str) -> list[str]:
    """Return each name that the terms give an office, the best known last."""
    titles = [office] if office else []
    for role in charter.rules_of(body, Role):
        if role.role == office:
            titles += [one for one in (role.held_by, role.post, role.called) if one]
    return titles


def _belongs(title: str, line: Line, charter: Charter) -> bool:
    names = {line.seat.replace("-", " "), *line.organisations}
    for slug, body in charter.front.bodies:
        if plainly(body.name) in {plainly(one) for one in line.organisations}:
            names |= {slug.replace("-", " "), *body.also}
    words = telling(title.replace("-", " "))
    return any(telling(name) <= words for name in names if telling(name))


def _subject(charter: Charter, body: str, titles: list[str], seats: list[Line]) -> str:
    """Say in what the convenor or its organisation has a part; empty where in none."""
    decided = [
        words
        for rule in charter.rules_of(body, Authority)
        for words in (*rule.may_decide, *rule.reserved)
    ]
    asked = [
        words
        for rule in charter.rules_of(body, Correspondence)
        for words in rule.triggers
    ]
    for rule in charter.rules_of(body, Condition):
        about = _stems([rule.on]) & _stems([*decided, *asked])
        if about and any(
            plainly(title) in plainly(words)
            for title in titles
            for words in (*rule.needs, rule.by)
        ):
            return f"“{rule.on}”"
    for words in (*decided, *asked):
        for line in seats:
            if any(plainly(one) in plainly(words) for one in line.organisations):
                return f"“{words}”"
    return ""


CHECKS = (
    Check(
        id="L63",
        severity=Severity.UNINTENDED,
        title="No occasion or meeting reaches a function that the body has",
        means="The body is responsible for something on which it is never asked.",
        repair="Add an occasion for it, or a yearly meeting.",
        example="1. The circle sets the dredging budget. … 4. It is asked by email "
        "when a mooring is applied for.",
        find=unreached,
    ),
    Check(
        id="L64",
        severity=Severity.UNINTENDED,
        title="Who asks, who answers and whom it concerns are the same",
        means="One office words the question, counts the answers and gains by the "
        "outcome; the others can only trust it.",
        repair="Let somebody else put such questions, or show its answer apart.",
        example="3. The Pilots' Office, a member, puts the questions, among them its "
        "own staffing.",
        find=three_parts,
    ),
)
