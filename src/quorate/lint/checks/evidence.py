"""Checks of whether what is asked for can ever be shown: events, records, suppliers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import Agenda, Meets, Record
from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import SubGroups
from quorate.facts.events import KINDS
from quorate.lint.bodies import name_of, runs_somewhere
from quorate.lint.naming import body_named, in_a_row
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

KEPT = ("keep true", "never")
"""Sorts of duty that no single event discharges."""

RECORDS = ("minutes", "action log")
"""Records that one body makes and another clause can call for."""

OWN_TERMS = (Correspondence, Decision, Meets, Quorum, Seats)


def no_evidence(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L59."""
    for rule in charter.rules:
        if not isinstance(rule, Duty) or rule.sort in KEPT or rule.judged_by:
            continue
        if not rule.done_by:
            yield found(
                f"Nothing says what shows that somebody did “{rule.action}”.",
                at=rule.clause,
                line=rule.place.line,
            )
        elif rule.done_by not in KINDS:
            yield found(
                f"“{rule.action}” counts as done by “{rule.done_by}”, which no record "
                "ever shows.",
                at=rule.clause,
                line=rule.place.line,
            )


def another_record(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L61."""
    for body in charter.own_bodies:
        made = {rule.of for rule in charter.rules_of(body, Record)}
        for record in RECORDS:
            if not made & set(RECORDS) or record in made:
                continue
            for clause, line, words in _calls(charter, body):
                if re.search(rf"\b{record}\b", words):
                    kept = in_a_row(f"the {one}" for one in RECORDS if one in made)
                    yield found(
                        f"The clause calls for the {record}, but what "
                        f"{name_of(charter, body)} keeps is {kept}.",
                        at=clause,
                        line=line,
                        body=body,
                    )


def _calls(charter: Charter, body: str) -> Iterator[tuple[str, int, str]]:
    """Yield clause, line and words wherever a rule can call for a record."""
    for duty in charter.rules_of(body, Duty):
        words = (duty.action, duty.topic, duty.after, duty.before, duty.done_by)
        event = getattr(duty.when, "event", "")
        yield duty.clause, duty.place.line, " · ".join((*words, event)).casefold()
    for agenda in charter.rules_of(body, Agenda):
        items = " · ".join(one.item for one in agenda.standing)
        yield agenda.clause, agenda.place.line, items.casefold()


def no_supplier(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L70."""
    for rule in charter.rules:
        if isinstance(rule, Agenda):
            for item, why in _unsupplied(rule, charter, setting):
                yield found(
                    f"“{item}” must stand on every agenda, but {why}.",
                    at=rule.clause,
                    line=rule.place.line,
                )
        elif isinstance(rule, SubGroups):
            for slug in rule.must_have:
                if not _has_terms(slug, charter, setting):
                    yield found(
                        f"{name_of(charter, slug)} must be set up, but there are no "
                        "terms by which it could meet or decide.",
                        at=rule.clause,
                        line=rule.place.line,
                        body=slug,
                    )
        elif isinstance(rule, Duty):
            for words in rule.bearer:
                slug = body_named(charter, words)
                if slug and charter.bodies[slug].draft == "yes":
                    yield found(
                        f"“{rule.action}” is owed by {name_of(charter, slug)}, whose "
                        "own terms are not there yet.",
                        at=rule.clause,
                        line=rule.place.line,
                        body=slug,
                    )


def _unsupplied(
    rule: Agenda, charter: Charter, setting: Setting
) -> Iterator[tuple[str, str]]:
    for item in rule.standing:
        if not item.from_:
            yield item.item, "nobody is named to bring it"
            continue
        away = [
            slug
            for words in item.from_
            if (slug := body_named(charter, words))
            and _is_away(slug, rule, charter, setting)
        ]
        if len(away) == len(item.from_):
            names = in_a_row(name_of(charter, slug) for slug in away)
            yield item.item, f"{names} has no part in these terms"


def _is_away(slug: str, rule: Agenda, charter: Charter, setting: Setting) -> bool:
    """Tell if a body neither runs in the set nor is linked to by a seat."""
    if charter.bodies[slug].outside != "yes" or runs_somewhere(slug, charter, setting):
        return False
    links = {
        body_named(charter, line.link)
        for body in rule.bodies
        for seats in charter.rules_of(body, Seats)
        for line in seats.lines
    }
    return slug not in links


def _has_terms(slug: str, charter: Charter, setting: Setting) -> bool:
    return any(
        isinstance(rule, OWN_TERMS) and slug in rule.bodies
        for one in setting.together_with(charter)
        for rule in one.rules
    )


CHECKS = (
    Check(
        id="L59",
        severity=Severity.UNINTENDED,
        title="Nothing on record could ever show that a requirement was met",
        means="The requirement stays open for ever, however well it was done.",
        repair="Name the event that discharges it, or who rules that it is kept.",
        example="6. The harbour master refreshes the charts. (Nothing records it.)",
        find=no_evidence,
    ),
    Check(
        id="L61",
        severity=Severity.UNINTENDED,
        title="A clause calls for a record that another clause does not make",
        means="The recipients wait for a document that nobody writes.",
        repair="Use one name for the record, or make the one that is called for.",
        example="4. An action log is kept. … 8. The minutes go to the Harbour Board.",
        find=another_record,
    ),
    Check(
        id="L70",
        severity=Severity.UNINTENDED,
        title="A mandatory item, report or sub-group has nobody to supply it",
        means="Every agenda is incomplete, and nobody is at fault.",
        repair="Say who supplies it, or stop requiring it.",
        example="7. Each agenda has an item from the Quay Team. (Nobody from it "
        "comes.)",
        find=no_supplier,
    ),
)
