"""Checks of what the terms lean on: instruments, laws, and other bodies' terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.fields import write_fields
from quorate.charter.kinds.meetings import Attendance
from quorate.charter.kinds.terms import Instrument, LegalBasis, Review
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row, plainly, telling
from quorate.lint.references import links, of_another_body, subjects_of
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.front import Law
    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting


def not_attached(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L56."""
    told: set[str] = set()
    for rule in charter.rules:
        for title, attached in _relied_on(rule):
            if plainly(title) in told:
                continue
            told.add(plainly(title))
            if not attached and not _attached_elsewhere(charter, title):
                yield found(
                    f"The terms lean on the {title}, which is not attached.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def _relied_on(rule: Rule) -> Iterator[tuple[str, bool]]:
    if isinstance(rule, Instrument):
        yield rule.titled, rule.attached == "yes"
    elif isinstance(rule, Attendance) and rule.under:
        yield rule.under, False
    elif isinstance(rule, Review):
        yield from ((title, False) for title in rule.in_line_with)


def _attached_elsewhere(charter: Charter, title: str) -> bool:
    return any(
        isinstance(rule, Instrument)
        and rule.attached == "yes"
        and plainly(rule.titled) == plainly(title)
        for rule in charter.rules
    )


def repealed(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L57."""
    laws: dict[str, Law] = {}
    for one in setting.together_with(charter):
        for law in one.front.laws:
            laws.setdefault(plainly(law.title), law)
    for law in laws.values():
        if setting.on is None or law.until is None or law.until >= setting.on:
            continue
        at = _cited_at(charter, law.title)
        if at:
            day = f"{law.until.day} {law.until:%B %Y}"
            instead = f" In its place: {law.replaced_by}." if law.replaced_by else ""
            yield found(
                f"The {law.title} was repealed, replaced or withdrawn on {day}."
                f"{instead}",
                at=at,
            )


def _cited_at(charter: Charter, title: str) -> str:
    for rule in charter.rules:
        if isinstance(rule, LegalBasis):
            cited = {plainly(one) for one in rule.law}
            if plainly(title) in cited:
                return rule.clause
    for clause in charter.clauses:
        if plainly(title) in plainly(clause.text):
            return clause.anchor
    return ""


def not_in_their_terms(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L65."""
    for clause, reference in links(charter):
        target = charter.clause(reference.target)
        if target is None or not reference.subject:
            continue
        if target.kind != "heading" or not of_another_body(clause, target):
            continue
        if not _holds(charter, target, reference.subject):
            whose = in_a_row(name_of(charter, body) for body in target.bodies)
            yield found(
                f"The clause says that the terms of {whose} deal with "
                f"{reference.subject.replace('-', ' ')}, but they don't.",
                at=clause,
                line=reference.line,
            )


def _holds(charter: Charter, target: Clause, subject: str) -> bool:
    if subject in subjects_of(charter, target):
        return True
    wanted = telling(subject.replace("-", " "))
    for rule in charter.rules:
        clause = charter.clause(rule.clause)
        if clause is None or clause.bodies != target.bodies:
            continue
        if wanted <= telling(f"{rule.kind} {write_fields(rule)}".replace("_", " ")):
            return True
    return False


CHECKS = (
    Check(
        id="L56",
        severity=Severity.NOTE,
        title="The terms lean on another document that is not attached",
        means="Members are held to words that they may not have in front of them.",
        repair="Attach the document, or give its version and where it can be read.",
        example="5. Absence is dealt with under the Harbour Conduct Code.",
        find=not_attached,
    ),
    Check(
        id="L57",
        severity=Severity.NOTE,
        title="A law is cited that was repealed or replaced",
        means="The duty may stand elsewhere now, in other words, or no longer.",
        repair="Cite the law that is in force, after advice.",
        example="1. The forum rests on the Harbours Act 1901. (Repealed in 1964.)",
        find=repealed,
    ),
    Check(
        id="L65",
        severity=Severity.UNINTENDED,
        title="Another body's terms are said to hold something that they don't",
        means="Everybody believes that the other body does the work, and it doesn't "
        "know of it.",
        repair="Add the function to that body's terms, or correct the clause.",
        example='7. Safety is part of the [Quay Panel\'s terms](#quay-panel "safety"). '
        "(Those don't mention it.)",
        find=not_in_their_terms,
    ),
)
