"""Checks of requirements: who owes them, by when, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.duties import Duty, Register
from quorate.charter.kinds.meetings import Attendance, Notice
from quorate.charter.timing import Unbounded
from quorate.lint.bodies import name_of
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import computable, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

STANDING = ("keep true", "never", "before")
"""Requirements that hold at any time, or before something: no day is needed."""

OWED = ("must", "should")


def no_bearer(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L22."""
    for rule in charter.rules:
        what = ""
        if isinstance(rule, Duty):
            what = f"Somebody {rule.strength} {rule.action}"
        elif isinstance(rule, Attendance):
            what = f"After {rule.count} there is to follow: {rule.then}"
        if what and not stated(rule, "bearer"):
            yield found(
                f"{what}. Nothing says who, so everybody can leave it to the others.",
                at=rule.clause,
                line=rule.place.line,
                body=rule.bodies[0] if len(rule.bodies) == 1 else "",
            )


def no_deadline(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L23."""
    for rule in charter.rules:
        what = _undated(rule)
        if what:
            yield found(
                f"{what} Nobody can say when it is late.",
                at=rule.clause,
                line=rule.place.line,
                body=rule.bodies[0] if len(rule.bodies) == 1 else "",
            )


def _undated(rule: Rule) -> str:
    """Say what lacks a day; empty where nothing does."""
    if isinstance(rule, Duty):
        owed = rule.strength in OWED and rule.sort not in STANDING
        when = computable(rule.when) and stated(rule, "when")
        often = computable(rule.often) and stated(rule, "often")
        if owed and not when and not often and not rule.before:
            words = f" but “{rule.when or rule.often}”" if _said(rule) else ""
            return f"No day is given{words} by which to {rule.action}."
    elif isinstance(rule, Correspondence):
        if not (stated(rule, "window") and computable(rule.window)):
            words = (
                f" but “{rule.window}”" if isinstance(rule.window, Unbounded) else ""
            )
            return f"Nothing{words} says how long there is to answer."
    elif isinstance(rule, Register):
        if isinstance(rule.reviewed, Unbounded):
            return f"The list of {rule.of} is to be reviewed “{rule.reviewed}”."
        if rule.reviewed is not None and not stated(rule, "reviewed"):
            return f"The list of {rule.of} is to be reviewed, and no time is given."
    elif isinstance(rule, Notice) and isinstance(rule.by, Unbounded):
        return f"The {rule.of} goes out “{rule.by}”."
    return ""


def _said(rule: Duty) -> bool:
    return isinstance(rule.when, Unbounded) or isinstance(rule.often, Unbounded)


def differing_recipients(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L29."""
    first: dict[str, Duty] = {}
    for rule in charter.rules:
        if not isinstance(rule, Duty) or not rule.statement_of:
            continue
        earlier = first.setdefault(rule.statement_of, rule)
        if set(rule.to) != set(earlier.to):
            yield found(
                f"This clause sends the report to {_listed(charter, rule.to)}; "
                f"{charter.cite(earlier.clause)} sends it to "
                f"{_listed(charter, earlier.to)}. Somebody will be left out by one of "
                "the two.",
                at=rule.clause,
                line=rule.place.line,
                body=rule.bodies[0] if len(rule.bodies) == 1 else "",
            )


def _listed(charter: Charter, to: tuple[str, ...]) -> str:
    names = [name_of(charter, one) for one in to]
    if not names:
        return "nobody"
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


CHECKS = (
    Check(
        id="L22",
        severity=Severity.UNINTENDED,
        title="A requirement has nobody who owes it",
        means="It is left undone, and nobody can be asked why.",
        repair="Name the body, office or seat that has to act.",
        example="Repeated absence will be followed up.",
        find=no_bearer,
    ),
    Check(
        id="L23",
        severity=Severity.UNINTENDED,
        title="A requirement has no day by which it is due",
        means="It can be put off for ever without being late.",
        repair="Give a number of days, or the meeting by which it is done.",
        example="The secretary answers within a reasonable time.",
        find=no_deadline,
    ),
    Check(
        id="L29",
        severity=Severity.UNINTENDED,
        title="Clauses name different recipients for one report",
        means="Whoever follows one clause breaks the other.",
        repair="List the recipients once and cite that list elsewhere.",
        example="4. The forum reports to the council. … 9. The forum's reports go to "
        "the council and the port authority. (Both with “statement_of: business”.)",
        find=differing_recipients,
    ),
)
