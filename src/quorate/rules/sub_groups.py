"""Whether a body has the sub-groups that it must have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from quorate.charter.kinds.terms import SubGroups
from quorate.facts.events import Event
from quorate.facts.people import as_known, not_after
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET

SET_UP, ENDED = "sub-group set up", "sub-group ended"
ALL_THERE, MISSING = "all there", "missing"


def sub_groups(
    terms: tuple[SubGroups, ...],
    events: tuple[Event, ...],
    *,
    body: str,
    under_these_terms: Iterable[str] = (),
    at: datetime | date | None = None,
    known_at: datetime | date | None = None,
) -> Finding:
    """
    Say whether every sub-group is there that a body must have.

    One is there from when it was set up until it ended, by what is on record; one of
    `under_these_terms`, whose seats and rules the same document gives, is there unless
    it ended. The outcome is: all there, or missing.

    Executes: sub_groups.must_have, sub_groups.chaired_by
    """
    if not any(one.must_have for one in terms):
        return silence("sub_groups", "sub_groups", body=body)
    there = _there(as_known(events, known_at), frozenset(under_these_terms), at)
    reasons = tuple(_reason(one, there) for one in terms if one.must_have)
    failed = next((one for one in reasons if one.verdict is NOT_MET), None)
    because = failed or reasons[0]
    gone = tuple(one.who for each in reasons for one in each.left_out)

    def explain() -> Explanation:
        def judge(varied: SubGroups) -> Answer:
            told = _reason(varied, there)
            return told.verdict, MISSING if told.left_out else ALL_THERE

        missing = (Missing("a sub-group", len(gone), "", gone),) if gone else ()
        whole = because
        if len(reasons) > 1:
            whole = Reason("all", because.verdict, because.clause, parts=reasons)
        readings = tuple(
            reading
            for one in terms
            if one.must_have
            for reading in readings_of(one, judge)
        )
        return Explanation(whole, missing, readings)

    return Finding(
        "sub_groups",
        because.verdict,
        outcome=MISSING if gone else ALL_THERE,
        clause=because.clause,
        explain=explain,
    )


def _reason(rule: SubGroups, there: frozenset[str]) -> Reason:
    found = tuple(one for one in rule.must_have if one in there)
    gone = tuple(one for one in rule.must_have if one not in there)
    chairs = dict(rule.chaired_by)
    values: dict[str, Value] = {}
    if chairs:
        values["chaired_by"] = tuple(
            f"{one}: {office}" for one, office in chairs.items()
        )
    return Reason(
        "sub-groups are there",
        NOT_MET if gone else MET,
        rule.clause,
        need=len(rule.must_have),
        have=len(found),
        counted=found,
        left_out=tuple(LeftOut(one, "not set up on record") for one in gone),
        values=values,
    )


def _there(
    events: Iterable[Event], own: frozenset[str], at: datetime | date | None
) -> frozenset[str]:
    there = set(own)
    told = [
        one
        for one in events
        if one.kind in (SET_UP, ENDED)
        and one.happened is not None
        and (at is None or not_after(one.happened, at))
    ]
    for one in sorted(told, key=lambda each: (str(each.happened), each.kind != SET_UP)):
        if one.kind == SET_UP:
            there.add(one.subject)
        else:
            there.discard(one.subject)
    return frozenset(there)
