"""Checks of attendance: what counts as staying away, which year, who stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.meetings import Attendance
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.timing import Deadline
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

OWN_YEAR = "body's year"


def silent_absence(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L44."""
    for body in charter.own_bodies:
        rules = charter.rules_of(body, Attendance)
        if any(not _apologies_alone(rule) for rule in rules):
            continue
        for rule in rules:
            yield found(
                f"{name_of(charter, body)} counts apologies, so that a member who "
                "stays away without a word is never asked about it.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def _apologies_alone(rule: Attendance) -> bool:
    words = rule.count.casefold().split()
    return words[-1] in ("apology", "apologies") and "without" not in words


def which_year(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L45."""
    for rule in charter.rules:
        window = getattr(rule, "window", "")
        if window == OWN_YEAR and not charter.front.year_starts:
            yield found(
                "The clause counts by the body's own year, but nothing says on which "
                "day that year begins.",
                at=rule.clause,
                line=rule.place.line,
                repair="Say on which day the year begins.",
            )
        elif isinstance(rule, Attendance) and _in_any_year(rule):
            yield found(
                f"{rule.count.capitalize()} are counted in a year, but the clause "
                "doesn't say whether that is the calendar year, the body's own, or "
                "any twelve months.",
                at=rule.clause,
                line=rule.place.line,
            )


def _in_any_year(rule: Attendance) -> bool:
    if rule.consecutive == "yes" or stated(rule, "window"):
        return False
    if rule.count.split()[0] in ("1", "one"):
        return False
    yearly = isinstance(rule.within, Deadline) and rule.within.unit == "year"
    return rule.within is None or yearly


def substitute_powers(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L46."""
    for rule in charter.rules:
        read_in = any(one.field == "allowed" for one in rule.interpretations)
        if not isinstance(rule, Substitutes) or rule.allowed != "yes" or read_in:
            continue
        for body in rule.bodies:
            quorums = charter.rules_of(body, Quorum)
            counted = not quorums or any(
                stated(one, "substitutes_count") for one in quorums
            )
            unsaid = [
                power
                for power, said in (
                    ("vote or agree", stated(rule, "may_vote")),
                    ("count for the quorum", counted),
                    ("take over an office", stated(rule, "may_preside")),
                )
                if not said
            ]
            if unsaid:
                yield found(
                    f"{name_of(charter, body)} lets members send a "
                    f"{rule.called or 'substitute'}, but doesn't say whether one can "
                    f"{in_a_row(unsaid)}.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )


CHECKS = (
    Check(
        id="L44",
        severity=Severity.UNINTENDED,
        title="Attendance counts apologies but not silent absence",
        means="The member who sends apologies is challenged, the one who sends none "
        "is not.",
        repair="Count absences, with apologies or without.",
        example="5. A member who sends apologies twice running is asked why.",
        find=silent_absence,
    ),
    Check(
        id="L45",
        severity=Severity.UNINTENDED,
        title="A year is counted, but not which year",
        means="The same two absences are followed up or not, by how the clerk counts "
        "the year.",
        repair="Say whether it is the calendar year, the body's year, or any twelve "
        "months.",
        example="5. A skipper absent from three meetings in any one year is written "
        "to.",
        find=which_year,
    ),
    Check(
        id="L46",
        severity=Severity.UNINTENDED,
        title="Substitutes are allowed but their powers are not stated",
        means="When a close vote or a thin quorum turns on a substitute, the room has "
        "to argue about what one may do.",
        repair="Say whether a substitute votes, counts for the quorum, and takes over "
        "an office.",
        example="2. A member who can't come may send a deputy.",
        find=substitute_powers,
    ),
)
