"""Checks of how the terms are kept: reviewed, changed, approved, the same for all."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quorate.charter.kinds.authority import Authority, Delegation
from quorate.charter.kinds.terms import (
    Amendment,
    Approval,
    Relation,
    Review,
    SubGroups,
)
from quorate.charter.timing import EveryPeriod, Times
from quorate.lint.bodies import name_of, opening_of, running
from quorate.lint.naming import body_named, in_a_row
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.timing import Cadence
    from quorate.lint.remark import Found, Setting

RECOMMENDS = "recommends to the parent"
MONTHS_IN = {"month": 1, "quarter": 3, "term": 4, "year": 12}


def review(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L36."""
    without = tuple(
        body
        for body in running(charter)
        if not any(
            stated(rule, "every") or stated(rule, "on_request_of")
            for rule in charter.rules_of(body, Review)
        )
    )
    if without:
        names = in_a_row(name_of(charter, body) for body in without)
        yield found(
            f"Nothing says when the terms of {names} are looked at again.",
            body=without[0] if len(without) == 1 else "",
        )
    for rule in charter.rules:
        if setting.on is None or not isinstance(rule, Review):
            continue
        due = _due(rule, charter)
        if due is not None and due < setting.on:
            yield found(
                f"By the terms' own count a review was due by {_day(due)}, and no "
                "later version shows that one was held.",
                at=rule.clause,
                line=rule.place.line,
                repair="Hold the review and record its outcome.",
            )


def _due(rule: Review, charter: Charter) -> date | None:
    last = [last_day(one.dated) for one in charter.front.versions]
    days = [one for one in (last_day(rule.start), *last) if one is not None]
    return _after(max(days), rule.every) if days else None


def _after(start: date, every: Cadence | None) -> date | None:
    if isinstance(every, Times):
        return _months_after(start, 12 // min(every.number, 12))
    if isinstance(every, EveryPeriod) and every.period == "week":
        return start + timedelta(weeks=every.number)
    if isinstance(every, EveryPeriod):
        return _months_after(start, every.number * MONTHS_IN[every.period])
    return None


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_day(dated: date | str | None) -> date | None:
    """Return a day as it is, of a month the last day, of a missing date None."""
    if isinstance(dated, str):
        year, month = (int(part) for part in dated.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return dated


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def amendment(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L37."""
    without = tuple(
        body
        for body in running(charter)
        if not any(stated(rule, "by") for rule in charter.rules_of(body, Amendment))
    )
    if without:
        names = in_a_row(name_of(charter, body) for body in without)
        yield found(
            f"Nothing says who may change the terms of {names}.",
            body=without[0] if len(without) == 1 else "",
        )


def own_approval(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L38."""
    for rule in charter.rules:
        if not isinstance(rule, Approval):
            continue
        if rule.adopts == RECOMMENDS and stated(rule, "adopts"):
            continue
        approving = {body_named(charter, words) for words in rule.by}
        for body in rule.bodies:
            source = _source_of_power(charter, body)
            if approving == {body} and source:
                yield found(
                    f"{name_of(charter, body)} approves its own terms, though its "
                    f"powers come from {source}.",
                    at=rule.clause,
                    line=rule.place.line,
                    body=body,
                )


def _source_of_power(charter: Charter, body: str) -> str:
    for authority in charter.rules_of(body, Authority):
        if authority.on_behalf_of:
            return name_of(charter, authority.on_behalf_of)
    for rule in charter.rules:
        if isinstance(rule, Delegation) and body in rule.to:
            return in_a_row(name_of(charter, one) for one in rule.bodies)
        if isinstance(rule, Relation) and rule.relation == "delegates":
            receiving = {body_named(charter, words) for words in rule.to}
            if body in receiving and rule.from_:
                return in_a_row(_called(charter, words) for words in rule.from_)
    parent = charter.bodies[body].parent
    return name_of(charter, parent) if parent else ""


def _called(charter: Charter, words: str) -> str:
    slug = body_named(charter, words)
    return name_of(charter, slug) if slug else words


def terms_to_come(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L54."""
    if charter.front.guide == "yes" or not charter.rules:
        return
    required = {
        slug
        for rule in charter.rules
        if isinstance(rule, SubGroups)
        for slug in rule.must_have
    }
    for slug in charter.own_bodies:
        opening = opening_of(charter, slug) or ""
        name = name_of(charter, slug)
        if charter.bodies[slug].draft == "yes":
            yield found(
                f"{name} is listed, but its own terms are not there yet.",
                at=opening,
                body=slug,
            )
        elif slug not in required and not any(
            slug in rule.bodies for rule in charter.rules
        ):
            yield found(
                f"{name} is named as a body of this partnership, but no rule here "
                "speaks of it.",
                at=opening,
                body=slug,
            )


def version_rows(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L66."""
    history = next((one for one in charter.clauses if one.about == "versions"), "")
    for version in charter.front.versions:
        missing = [
            what
            for what, value in (("date", version.dated), ("author", version.author))
            if not value
        ]
        if missing:
            yield found(
                f"Version {version.number} is listed without its "
                f"{' and its '.join(missing)}.",
                at=history,
            )


CHECKS = (
    Check(
        id="L36",
        severity=Severity.UNINTENDED,
        title="No review of the terms is set, or one is overdue",
        means="The terms grow old unnoticed, and members find out in a dispute that "
        "they no longer fit.",
        repair="Say how often the terms are reviewed, by whom, and what ends a review.",
        example="9. These terms are reviewed every year. (Last version: 2019.)",
        find=review,
    ),
    Check(
        id="L37",
        severity=Severity.UNINTENDED,
        title="Nobody is said to be able to change the terms",
        means="Any change can be challenged, and a fault in the terms cannot be mended "
        "with certainty.",
        repair="Say who changes the terms, and by which vote or on whose "
        "recommendation.",
        example="(The terms of the harbour forum end with its meetings.)",
        find=amendment,
    ),
    Check(
        id="L38",
        severity=Severity.UNINTENDED,
        title="A body approves its own terms though its powers come from another",
        means="The body could widen its own powers without the one that lent them.",
        repair="Let the body recommend its terms, and its parent approve them.",
        example="1. The panel acts for the Harbour Board. … 9. The panel approves "
        "these terms.",
        find=own_approval,
    ),
    Check(
        id="L54",
        severity=Severity.UNINTENDED,
        title="The terms of a listed body are not there yet",
        means="The body may already act, but nobody can say who sits on it or what it "
        "can decide.",
        repair="Add the terms, or leave the body out until there are some.",
        example="4. The Quay Unit will have terms of its own, which are being drawn "
        "up.",
        find=terms_to_come,
    ),
    Check(
        id="L66",
        severity=Severity.UNINTENDED,
        title="A version is listed without its date or its author",
        means="Nobody can tell which words were in force on a given day, or whom to "
        "ask about them.",
        repair="Add the date and the author to the table of versions.",
        example="Version 1.0, no date, first draft.",
        find=version_rows,
    ),
)
