"""Checks of tests whose words leave open whether they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.expressions import All, Any
from quorate.charter.kinds.authority import Dispute
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.duties import Condition
from quorate.charter.kinds.meetings import Attendance, LeadTimes, Notice
from quorate.charter.kinds.quorum import Quorum
from quorate.lint.naming import in_a_row
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

TESTS = (Attendance, Condition, Correspondence, Decision, LeadTimes, Notice, Quorum)
"""Kinds of rule that something passes or fails."""

HEDGED = "endeavour"
"""The strength with which a test can never be failed."""

SEVERAL = 2


def hedged(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L49."""
    for rule in charter.rules:
        if isinstance(rule, Dispute):
            yield from _open_entry(rule)
        elif isinstance(rule, TESTS) and rule.strength == HEDGED:
            yield found(
                f"The {rule.title.casefold()} here is a test, but only where it is "
                "possible: nobody can say when it is failed.",
                at=rule.clause,
                line=rule.place.line,
            )
        else:
            yield from _joined_either_way(rule)


def _open_entry(rule: Dispute) -> Iterator[Found]:
    if stated(rule, "entry"):
        return
    for stage in rule.stages:
        if len(stage.grounds) >= SEVERAL and not stage.entry:
            yield found(
                f"The stage “{stage.stage}” names {in_a_row(stage.grounds)}, but not "
                "whether one of these is enough or all are needed.",
                at=stage.rests_on or rule.clause,
                line=0 if stage.rests_on else rule.place.line,
            )


def _joined_either_way(rule: Rule) -> Iterator[Found]:
    for reading in rule.interpretations:
        joined = [
            one for one in (reading.take, *reading.others) if isinstance(one, All | Any)
        ]
        ways = {type(one) for one in joined}
        if len(ways) > 1 and len({frozenset(one.tests) for one in joined}) == 1:
            yield found(
                "The same tests can be read as all needed or as each enough: the "
                "words join them both ways.",
                at=rule.clause,
                line=reading.place.line,
            )


CHECKS = (
    Check(
        id="L49",
        severity=Severity.UNINTENDED,
        title="A test says “and/or” or “where possible”",
        means="Two people apply the same test to the same facts and get different "
        "answers, and both are right.",
        repair="Choose “and” or “or”; for what can't always be done, name the cases.",
        example="9. A dispute comes to the forum if it is grave and/or talks have "
        "failed.",
        find=hedged,
    ),
)
