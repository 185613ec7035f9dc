"""Checks of what follows: from urgency, from an interest, from a binding decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Authority
from quorate.charter.kinds.deciding import ChairsAction, Decision
from quorate.charter.kinds.meetings import IncidentMeetings, Interests
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

URGENT: dict[type[Rule], tuple[tuple[str, str], ...]] = {
    IncidentMeetings: (
        ("ground", "what calls for it"),
        ("size", "how many it takes"),
        ("reported", "when it reports back"),
    ),
    ChairsAction: (
        ("grounds", "what calls for it"),
        ("reported", "when it is reported back"),
    ),
}
"""By kind of urgent route, the fields that bound it and what they say."""

EFFECTS = ("speak", "stay", "vote", "quorum", "denominator", "preside")


def unbounded_urgency(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L47."""
    for rule in charter.rules:
        unsaid = [
            what
            for field, what in URGENT.get(type(rule), ())
            if not stated(rule, field)
        ]
        if unsaid:
            yield found(
                f"The urgent route doesn't say {in_a_row(unsaid)}.",
                at=rule.clause,
                line=rule.place.line,
                body=rule.bodies[0] if len(rule.bodies) == 1 else "",
            )


def declared_for_nothing(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L48."""
    told: set[str] = set()
    for body in charter.own_bodies:
        rules = charter.rules_of(body, Interests)
        if any(stated(rule, effect) for rule in rules for effect in EFFECTS):
            continue
        for rule in rules:
            if rule.declare and rule.clause not in told:
                told.add(rule.clause)
                yield found(
                    "Members must declare interests, but nothing says what a "
                    "declaration changes: whether they speak, stay, vote or count.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=rule.bodies[0] if len(rule.bodies) == 1 else "",
                )


def binding_against_partners(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L50."""
    for body in charter.own_bodies:
        limits = charter.rules_of(body, Authority)
        settled = any(stated(rule, "beyond") for rule in limits)
        binding = next(
            (
                rule
                for rule in charter.rules_of(body, Decision)
                if rule.effect == "binding" and stated(rule, "effect")
            ),
            None,
        )
        if settled or binding is None:
            continue
        for rule in limits:
            if rule.not_against:
                yield found(
                    f"Decisions of {name_of(charter, body)} bind by "
                    f"{charter.cite(binding.clause)}, but can't override "
                    f"{in_a_row(rule.not_against)}; nothing says which goes first.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )


CHECKS = (
    Check(
        id="L47",
        severity=Severity.UNINTENDED,
        title="An urgent route has no size, ground or report back",
        means="Two people could act for everybody, on any matter, and the others "
        "might never hear of it.",
        repair="Say what calls for it, how many it takes and when it reports.",
        example="6. A smaller group may meet at short notice.",
        find=unbounded_urgency,
    ),
    Check(
        id="L48",
        severity=Severity.UNINTENDED,
        title="Interests must be declared, but no effect follows",
        means="A member declares and then votes all the same, and nobody can say "
        "whether that was right.",
        repair="Say whether a member with an interest speaks, stays, votes and counts.",
        example="8. Members declare any interest in an item.",
        find=declared_for_nothing,
    ),
    Check(
        id="L50",
        severity=Severity.UNINTENDED,
        title="Decisions bind, and may not override partners: which goes first?",
        means="A partner that disagrees can call the same decision binding and "
        "without force.",
        repair="Say what becomes of a decision that a partner's own decision stands "
        "against.",
        example="3. Decisions are binding. … 7. The forum can't override a port's own "
        "decisions.",
        find=binding_against_partners,
    ),
)
