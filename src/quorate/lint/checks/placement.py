"""Checks of where rules stand: in a note, beyond their section, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.terms import (
    DefinedTerm,
    Instrument,
    LegalBasis,
    Principle,
    Relation,
)
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

ONLY_EXPLAINS = (DefinedTerm, Instrument, LegalBasis, Principle)
"""Kinds that say what is meant or leaned on, and ask nothing of anybody."""


def hidden(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L55."""
    for clause in charter.clauses:
        if not clause.stood_in:
            continue
        rules = [
            rule
            for rule in charter.under(clause.anchor)
            if not isinstance(rule, (*ONLY_EXPLAINS, Seats))
            and (rule.clause == clause.anchor or not _is_hidden(charter, rule.clause))
        ]
        if rules:
            kinds = in_a_row(rule.title.casefold() for rule in rules)
            yield found(
                f"A rule ({kinds}) stands in a {clause.stood_in}, where readers look "
                "for explanations.",
                at=clause,
            )


def _is_hidden(charter: Charter, anchor: str) -> bool:
    clause = charter.clause(anchor)
    return clause is not None and bool(clause.stood_in)


def nothing_to_execute(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L60."""
    binding = [
        rule
        for rule in charter.rules
        if not isinstance(rule, (*ONLY_EXPLAINS, Relation))
    ]
    if charter.front.guide == "yes":
        yield found(
            f"{charter.title} is a guide: it describes how such bodies are set up, "
            "and sets up none itself."
        )
    elif not binding:
        yield found(
            f"{charter.title} holds no rule that could be executed; it is kept as "
            "prose."
        )


def wider_than_section(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L69."""
    for rule in charter.rules:
        section = _section(charter, rule)
        if not section:
            continue
        reached = set(rule.bodies)
        for reading in rule.interpretations:
            if reading.field == "for":
                reached.update(reading.take, *reading.others)
        beyond = sorted(reached - section)
        if beyond and reached & section:
            own = in_a_row(name_of(charter, body) for body in sorted(section))
            others = in_a_row(name_of(charter, body) for body in beyond)
            yield found(
                f"The clause stands in the section of {own}, but its words reach "
                f"{others} too.",
                at=rule.clause,
                line=rule.place.line,
            )


def _section(charter: Charter, rule: Rule) -> frozenset[str]:
    """Return the bodies of the nearest heading above a rule's clause."""
    heading: Clause | None = None
    for clause in charter.clauses:
        if clause.kind == "heading":
            heading = clause
        if clause.anchor == rule.clause:
            break
    return frozenset(heading.bodies) if heading is not None else frozenset()


CHECKS = (
    Check(
        id="L55",
        severity=Severity.NOTE,
        title="A rule stands hidden in a note, a figure or a table",
        means="People who read the clauses and not the notes will not know the rule.",
        repair="Give the rule a clause of its own.",
        example="Note 2. The panel acts only within the board's policy.",
        find=hidden,
    ),
    Check(
        id="L60",
        severity=Severity.NOTE,
        title="The document holds no rule that can be executed",
        means="Quorate keeps the text, and can neither test a meeting nor ask for a "
        "report by it; no rules are invented for it.",
        repair="Set up the bodies in terms of their own, from a ready charter for "
        "instance.",
        example="Harbour forums are often led by a harbour master.",
        find=nothing_to_execute,
    ),
    Check(
        id="L69",
        severity=Severity.UNINTENDED,
        title="A rule reaches further than the section it stands in",
        means="Members of the other bodies don't know that the rule is theirs too, "
        "or whether it is.",
        repair="Say for which bodies the rule is, or move it to a section of all.",
        example="Harbour Board: 10. Meetings of the partnership are quorate when half "
        "attend.",
        find=wider_than_section,
    ),
)
