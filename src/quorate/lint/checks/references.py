"""Checks of what the text refers to: clauses, appendices, bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.clauses import PART
from quorate.charter.kinds.authority import (
    Consultee,
    Delegation,
    Dispute,
    Referral,
    Scrutiny,
    Subject,
)
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import Expectation, Meets
from quorate.charter.names import names_of
from quorate.charter.timing import AroundMeetings, AtMeeting, EveryMeeting
from quorate.lint.bodies import known_bodies
from quorate.lint.references import (
    is_part,
    links,
    links_to_bodies,
    of_another_body,
    subjects_of,
)
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

APPENDIX = re.compile(
    r"\b(?:Appendix|Annex|Schedule)\s+([A-Z]|[0-9]+)\b(?!\s+(?:to|of)\s)"
)


def other_subject(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L03."""
    for clause, reference in links(charter):
        target = charter.clause(reference.target)
        if is_part(target, reference):
            continue
        if target is None:
            yield found(
                f"The text leads to “{reference.words}”, but no clause stands there.",
                at=clause,
                line=reference.line,
            )
            continue
        subjects = subjects_of(charter, target)
        elsewhere = of_another_body(clause, target)
        if not reference.subject or not subjects or elsewhere:
            continue
        if reference.subject not in subjects:
            yield found(
                f"The text cites {reference.words} for {_words(reference.subject)}, "
                f"but {charter.cite(target.anchor)} is about "
                f"{' and '.join(sorted(_words(one) for one in subjects))}.",
                at=clause,
                line=reference.line,
            )


def unknown_body(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L04."""
    known = known_bodies(charter, setting)
    told: set[tuple[str, str]] = set()
    for clause, reference in links_to_bodies(charter):
        if reference.target not in known:
            told.add((clause.anchor, reference.target))
            yield found(
                f"The text speaks of “{reference.words}”, but no charter here sets "
                "up or names a body of that name.",
                at=clause,
                line=reference.line,
            )
    for rule in charter.rules:
        others = {name for body in rule.bodies for name in names_of(charter, body)}
        for name in _bodies_named(rule):
            known_here = name in known or name in others
            if not known_here and (rule.clause, name) not in told:
                told.add((rule.clause, name))
                yield found(
                    f"The rule speaks of “{name}”, but no charter here sets up or "
                    "names a body of that name.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def _bodies_named(rule: Rule) -> Iterator[str]:
    """Yield the names that a rule uses for bodies."""
    if isinstance(rule, Referral | Delegation | Subject):
        yield from rule.to
    elif isinstance(rule, Dispute):
        for stage in rule.stages:
            yield from stage.to
    elif isinstance(rule, Consultee):
        yield from rule.consults
    elif isinstance(rule, Scrutiny):
        yield from rule.by
    elif isinstance(rule, Expectation):
        yield from rule.bodies_met
    elif isinstance(rule, Duty):
        yield from rule.via
        yield from _in_time(rule.when)
        yield from _in_time(rule.often)
    elif isinstance(rule, Meets):
        yield from _in_time(rule.often)


def _in_time(when: object) -> Iterator[str]:
    if not isinstance(when, AtMeeting | AroundMeetings | EveryMeeting):
        return
    if when.body and when.body != "each recipient":
        yield when.body


def appendix(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L05."""
    linked: set[tuple[str, str]] = set()
    for clause, reference in links(charter):
        target = charter.clause(reference.target)
        if not is_part(target, reference):
            continue
        linked.add((clause.anchor, reference.words.lower()))
        if target is None:
            yield found(
                f"The text leads to {reference.words}, but there is none.",
                at=clause,
                line=reference.line,
            )
        elif (
            reference.subject
            and target.about
            and reference.subject not in subjects_of(charter, target)
        ):
            yield found(
                f"The text calls {reference.words} the {_words(reference.subject)}; "
                f"what stands there is {_words(target.about)}.",
                at=clause,
                line=reference.line,
            )
    parts = {
        match[1]
        for one in charter.clauses
        if one.kind == "heading" and (match := PART.match(one.text))
    }
    for clause in charter.clauses:
        if clause.kind == "heading":
            continue
        for match in APPENDIX.finditer(clause.text):
            if (
                match[1] not in parts
                and (clause.anchor, match[0].lower()) not in linked
            ):
                yield found(
                    f"The text speaks of {match[0]}, but there is none.", at=clause
                )


def _words(subject: str) -> str:
    return subject.replace("-", " ")


CHECKS = (
    Check(
        id="L03",
        severity=Severity.DEFECT,
        title="A cross-reference leads to a clause on another subject, or to none",
        means="Whoever follows the reference finds nothing about the question in "
        "hand, and the rule that was meant may never be applied.",
        repair="Correct the reference to the clause that was meant.",
        example='3. Votes are taken as [section 7](#7 "voting") says. … '
        "7 Minutes {about=minutes}",
        find=other_subject,
    ),
    Check(
        id="L04",
        severity=Severity.DEFECT,
        title="The text refers to a body that no charter defines",
        means="A report, referral or power goes to somebody who does not exist, so "
        "nobody receives it.",
        repair="Name the body that was meant, or set it up; a body that is run "
        "elsewhere is named in the front matter as outside.",
        example='The forum reports to the [Quay Panel](#quay-panel "body").',
        find=unknown_body,
        bars=True,
    ),
    Check(
        id="L05",
        severity=Severity.DEFECT,
        title="An appendix is missing, or is something else than the text says",
        means="Part of the terms is not there, or members rely on a document that "
        "was never agreed as what it is called.",
        repair="Attach what was meant, or correct the reference.",
        example='The fees stand in [Appendix B](#B "fees"). … '
        "Appendix B Map of the harbour {about=map}",
        find=appendix,
    ),
)
