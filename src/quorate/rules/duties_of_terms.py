"""Requirements that follow from the rules about power, reports and review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from quorate.charter.kinds.authority import (
    Authority,
    Consultee,
    Delegation,
    Scrutiny,
    Voice,
)
from quorate.charter.kinds.deciding import ChairsAction
from quorate.charter.kinds.membership import Role
from quorate.charter.kinds.terms import Review, SubGroups
from quorate.charter.rule import Rule
from quorate.charter.timing import Beside, Deadline
from quorate.rules.duties_shapes import (
    BEFORE_IT,
    MEETING,
    Terms,
    promised,
    rolling,
)
from quorate.rules.duties_terms import Owed, Sought
from quorate.rules.duties_times import spans_of


def urgent(terms: Terms, rule: ChairsAction, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of a decision taken between meetings.

    Executes: chairs_action.reported
    """
    if rule.reported is not None:
        yield replace(
            base,
            action="report the urgent decision",
            bearer=(rule.by,),
            shape="answer",
            trigger=terms.sought("urgent decision"),
            evidence=terms.sought("report received"),
            matching=("subject",),
            when=rule.reported,
        )


def sub_groups(terms: Terms, rule: SubGroups, base: Owed) -> Iterator[Owed]:
    """
    Yield the reports of sub-groups.

    Executes: sub_groups.report, sub_groups.must_have
    """
    if rule.report is None:
        return
    groups = rule.must_have or ("",)
    for group in groups:
        evidence = replace(
            terms.sought("report received", bodies=terms.body),
            by=frozenset((group,)) if group else frozenset(),
        )
        owed = replace(
            base,
            key=f"{base.key}/{group}" if group else base.key,
            action="report",
            bearer=(group or "sub-groups",),
            to=(terms.body,),
            evidence=evidence,
        )
        yield from terms.shaped(owed, rule.report)


def consultee(terms: Terms, rule: Consultee, base: Owed) -> Iterator[Owed]:
    """
    Yield the asking of those who must be asked before something is final.

    Executes: consultee.consults, consultee.on, consultee.before
    """
    for body in rule.consults:
        for topic in rule.on:
            many = len(rule.consults) * len(rule.on) > 1
            yield replace(
                base,
                key=f"{base.key}/{body}/{topic}" if many else base.key,
                action="consult",
                bearer=(terms.body,),
                to=(body,),
                shape="before",
                trigger=terms.sought(rule.before or "decision", topic=topic),
                evidence=Sought(frozenset(("consulted",)), frozenset((body,))),
                matching=("subject or topic",),
                when=BEFORE_IT,
                late_counts=False,
            )


def review(terms: Terms, rule: Review, base: Owed) -> Iterator[Owed]:
    """
    Yield the reviews of the terms: those that time brings, and those asked for.

    Both live side by side: a request resets nothing, and one review can discharge
    both. A note that the terms were looked at is no decision and discharges nothing.

    Executes: review.every, review.from, review.start, review.on_request_of,
    review.done_by
    """
    report = rule.done_by == "report"
    evidence = terms.sought("review decided")
    if report:
        evidence = replace(
            evidence, kinds=frozenset(("review decided", "terms reviewed"))
        )
    owed = replace(
        base, action="review the terms", bearer=(terms.body,), evidence=evidence
    )
    if rule.every is not None:
        owed = replace(owed, start=promised(rule.start))
        fixed = rule.from_ in ("adoption", "commencement")
        if fixed and spans_of(rule.every)[0]:
            yield replace(owed, shape="period", cadence=rule.every, from_start=True)
        elif spans_of(rule.every)[0]:
            yield from rolling(owed, rule.every)
        else:
            yield from terms.shaped(owed, rule.every)
    for who in rule.on_request_of:
        yield replace(
            owed,
            key=f"{owed.key}/on-request/{who}",
            shape="answer",
            start=None,
            trigger=Sought(frozenset(("review requested",)), by=frozenset((who, ""))),
        )


def elected(terms: Terms, rule: Role, base: Owed) -> Iterator[Owed]:
    """
    Yield the elections to an office.

    Executes: role.elected
    """
    if rule.elected is not None:
        owed = replace(
            base,
            key=f"{base.key}/{rule.role}",
            action=f"elect the {rule.called or rule.role}",
            evidence=terms.sought("election"),
        )
        owed = replace(
            owed,
            evidence=Sought(frozenset(("election",)), keys=(("subject", rule.role),)),
        )
        yield from terms.shaped(owed, rule.elected)


def again(
    kind: str, cadence: str, about: str
) -> Callable[[Terms, Any, Owed], Iterator[Owed]]:
    """Return how a rule with a plain cadence is derived; evidence is what is said."""

    def derive(terms: Terms, rule: Rule, base: Owed) -> Iterator[Owed]:
        often = getattr(rule, cadence)
        if often is not None:
            subject = str(getattr(rule, about, "") or kind)
            owed = replace(
                base,
                action=f"{kind} {subject}" if subject != kind else kind,
                evidence=terms.sought("evidence", topic=subject),
            )
            yield from terms.shaped(owed, often)

    return derive


def told(terms: Terms, rule: Authority, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of decisions taken for another body.

    Executes: authority.reported, authority.reported_to
    """
    if rule.reported is not None:
        to = rule.reported_to or rule.on_behalf_of
        yield replace(
            base,
            action="report the decisions taken for it",
            to=(to,) if to else (),
            shape="answer",
            trigger=terms.sought("decision"),
            evidence=terms.sought("paper received", bodies=to),
            matching=("subject",),
            when=rule.reported,
        )


def handed_over(terms: Terms, rule: Delegation, base: Owed) -> Iterator[Owed]:
    """
    Yield the report of what was done under a delegation.

    Where it is counted from a meeting, there is one for each meeting of the body that
    delegates; else each decision under the delegation asks for one.

    Executes: delegation.reported, delegation.to
    """
    if rule.reported is None:
        return
    when = rule.reported
    owed = replace(
        base,
        action="report what was done under the delegation",
        bearer=rule.to,
        to=(terms.body,),
        evidence=replace(
            terms.sought("report received", bodies=terms.body),
            by=frozenset((*rule.to, "")),
        ),
        matching=("subject",),
        when=when,
    )
    if isinstance(when, (Deadline, Beside)) and when.event == MEETING:
        yield replace(owed, shape="meeting", trigger=terms.sittings())
        return
    for body in rule.to:
        yield replace(
            owed,
            key=f"{base.key}/{body}" if len(rule.to) > 1 else base.key,
            shape="answer",
            bearer=(body,),
            trigger=Sought(
                frozenset(("decision",)),
                frozenset((body,)),
                unplaced=False,
                keys=(("delegation", rule.name or rule.clause),),
            ),
        )


def heard(_terms: Terms, rule: Voice, base: Owed) -> Iterator[Owed]:
    """
    Yield the answers to those who may be heard.

    Executes: voice.answered, voice.who, voice.to
    """
    if rule.answered is None:
        return
    for who in rule.who:
        yield replace(
            base,
            key=f"{base.key}/{who}" if len(rule.who) > 1 else base.key,
            action="answer",
            bearer=(rule.to,) if rule.to else (),
            to=(who,),
            shape="answer",
            trigger=Sought(frozenset(("request received",)), by=frozenset((who,))),
            evidence=Sought(frozenset(("response received",))),
            matching=("subject",),
            when=rule.answered,
        )


def answered(terms: Terms, rule: Scrutiny, base: Owed) -> Iterator[Owed]:
    """
    Yield the answers that a scrutiny body is owed.

    Executes: scrutiny.answered, scrutiny.by
    """
    if rule.answered is not None:
        for body in rule.by:
            yield replace(
                base,
                key=f"{base.key}/{body}",
                action="answer",
                to=(body,),
                shape="answer",
                trigger=Sought(
                    frozenset(("request received", "report requested")),
                    by=frozenset((body,)),
                ),
                evidence=terms.sought("response received", bodies=body),
                matching=("subject",),
                when=rule.answered,
            )
