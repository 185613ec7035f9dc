"""Everything that terms require, from rules of every kind that do so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from quorate.charter.kinds.authority import (
    Authority,
    Consultee,
    Delegation,
    Scrutiny,
    Voice,
)
from quorate.charter.kinds.deciding import ChairsAction
from quorate.charter.kinds.duties import Duty, Register
from quorate.charter.kinds.meetings import (
    Attendance,
    ExtraMeetings,
    IncidentMeetings,
    Interests,
    LeadTimes,
    Meets,
    Notice,
    Record,
)
from quorate.charter.kinds.membership import Role
from quorate.charter.kinds.terms import Instrument, Review, SubGroups
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.rules import duties_of_meetings as of_meetings
from quorate.rules import duties_of_terms as of_terms
from quorate.rules.duties_rules import duties
from quorate.rules.duties_shapes import Terms, named, placed
from quorate.rules.duties_terms import Owed


def requirements(charter: Charter, body: str) -> tuple[Owed, ...]:
    """
    Return everything that the terms require of or around a body, in their order.

    Every kind of rule that makes somebody do something by a time is in it, not the
    requirement rules alone.
    """
    terms = Terms(charter, body)
    found: list[Owed] = []
    seen: dict[str, int] = {}
    for rule in charter.rules:
        if body in rule.bodies:
            key = rule.name or f"{rule.kind}@{rule.clause}"
            found += required_by(terms, rule, seen.get(key, 0))
            seen[key] = seen.get(key, 0) + 1
    return tuple(found)


def required_by(terms: Terms, rule: Rule, number: int = 0) -> tuple[Owed, ...]:
    """Return what one rule requires; `number` counts its namesakes before it."""
    if isinstance(rule, Duty):
        return tuple(duties(terms, rule, number))
    derive = DERIVED.get(type(rule))
    if derive is None:
        return ()
    base = named(terms, rule, number)
    return tuple(placed(one) for one in derive(terms, rule, base))


DERIVED: dict[type[Rule], Callable[[Terms, Any, Owed], Iterator[Owed]]] = {
    Attendance: of_meetings.absence,
    Authority: of_terms.told,
    ChairsAction: of_terms.urgent,
    Consultee: of_terms.consultee,
    Delegation: of_terms.handed_over,
    ExtraMeetings: of_meetings.extra,
    IncidentMeetings: of_meetings.incident,
    Instrument: of_terms.again("review", "reviewed", "titled"),
    Interests: of_terms.again("confirm the register of interests", "confirmed", ""),
    LeadTimes: of_meetings.steps,
    Meets: of_meetings.meets,
    Notice: of_meetings.notice,
    Record: of_meetings.record,
    Register: of_terms.again("review the register of", "reviewed", "of"),
    Review: of_terms.review,
    Role: of_terms.elected,
    Scrutiny: of_terms.answered,
    SubGroups: of_terms.sub_groups,
    Voice: of_terms.heard,
}
