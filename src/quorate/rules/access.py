"""Who may see a restricted paper, and who may stay for private business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quorate.charter.kinds.meetings import Access, PrivateBusiness
from quorate.facts.meeting import Item
from quorate.rules.circles import Circle
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

MAY_SEE, RESTRICTED = "may see", "restricted"
MAY_STAY, LEAVES = "may stay", "leaves"
OPEN = "open"
RULED = "restricted to some"
MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in the charter's words for its sort, and what is on record of it."""

    sort: str
    ruling: str = ""
    """What whoever decides ruled of it: open or restricted; empty for nothing."""

    recorded: tuple[str, ...] = ()
    """What is on record, in the charter's words."""


def access(
    terms: tuple[Access, ...], paper: Paper, *, person: str, circle: Circle, body: str
) -> Finding:
    """
    Say whether a person may see a paper.

    A paper is restricted if it is of a sort that a clause names, or if whoever decides
    ruled so; then only those see it to whom the clause opens it. One that nothing
    restricts is for every member; of others the terms say nothing. The outcome is: may
    see, or restricted. What must be recorded of a restriction and is not is told.

    Executes: access.restricted, access.open_to, access.decided_by, access.recorded
    """
    if not terms:
        return silence("access", "access", body=body)
    rule = _of_sort(terms, paper)
    judged = _seen(rule, paper, person, circle)

    def explain() -> Explanation:
        def judge(varied: Access) -> Answer:
            found = _seen(varied, paper, person, circle)
            return found.verdict, _outcome(found)

        notes = tuple(_unrecorded(rule, paper)) if judged.says == RULED else ()
        return Explanation(
            judged, _open_ruling(judged, rule), readings_of(rule, judge), None, notes
        )

    return Finding(
        "access",
        judged.verdict,
        outcome=_outcome(judged),
        clause=judged.clause,
        explain=explain,
    )


def _of_sort(terms: tuple[Access, ...], paper: Paper) -> Access:
    named = (one for one in terms if paper.sort in one.restricted)
    return next(named, terms[0])


def _outcome(reason: Reason) -> str:
    return {MET: MAY_SEE, NOT_MET: RESTRICTED}.get(reason.verdict, "")


def _seen(rule: Access, paper: Paper, person: str, circle: Circle) -> Reason:
    values: dict[str, Value] = {"person": person, "paper": paper.sort}
    if rule.decided_by:
        values["decided_by"] = rule.decided_by
    of_the_sort = paper.sort in rule.restricted and paper.ruling != OPEN
    if not of_the_sort and paper.ruling != RESTRICTED:
        verdict = MET if circle.has(MEMBERS, person) is MET else NOT_STATED
        return Reason("nothing restricts it", verdict, rule.clause, values=values)
    values["open_to"] = rule.open_to
    verdict = circle.any_of(rule.open_to, person) if rule.open_to else NOT_STATED
    return Reason(RULED, verdict, rule.clause, values=values)


def _open_ruling(judged: Reason, rule: Access) -> tuple[Missing, ...]:
    if judged.verdict is not UNKNOWN or not rule.decided_by:
        return ()
    return (Missing("a ruling of", 1, "", (rule.decided_by,)),)


def _unrecorded(rule: Access, paper: Paper) -> Iterator[Reason]:
    gone = tuple(one for one in rule.recorded if one not in paper.recorded)
    if gone:
        values: dict[str, Value] = {"what": gone}
        yield Reason(
            "not recorded of a restriction", NOT_MET, rule.clause, values=values
        )


def stay(terms: PrivateBusiness, item: Item, *, person: str, circle: Circle) -> Finding:
    """
    Say whether a person may stay for an item.

    Business is private only on a ground that the terms state and by the word of whoever
    decides; then those stay whom they name. The outcome is: may stay, or leaves.

    Executes: private_business.meetings, private_business.grounds,
    private_business.decided_by, private_business.stays
    """
    judged = _stays(terms, item, person, circle)

    def explain() -> Explanation:
        def judge(varied: PrivateBusiness) -> Answer:
            found = _stays(varied, item, person, circle)
            return found.verdict, _stayed(found)

        return Explanation(judged, (), readings_of(terms, judge))

    return Finding(
        "access",
        judged.verdict,
        outcome=_stayed(judged),
        clause=terms.clause,
        explain=explain,
    )


def _stayed(reason: Reason) -> str:
    return {MET: MAY_STAY, NOT_MET: LEAVES}.get(reason.verdict, "")


def _stays(terms: PrivateBusiness, item: Item, person: str, circle: Circle) -> Reason:
    values: dict[str, Value] = {"person": person, "item": item.name}
    if terms.meetings != "private":
        if item.private != "yes":
            verdict = _at_a_meeting(terms, person, circle)
            return Reason(
                "the item is not private", verdict, terms.clause, values=values
            )
        values["ground"] = item.private_ground or "none on record"
        allowed = _closed(terms, item, circle)
        if allowed is not MET:
            # Unless it was closed as the terms have it, it is open as it was before.
            open_to = _at_a_meeting(terms, person, circle)
            verdict = open_to if allowed is NOT_MET else UNKNOWN
            values["decided_by"] = terms.decided_by or "not stated"
            return Reason(
                "not closed as the terms have it", verdict, terms.clause, values=values
            )
    if not terms.stays:
        return Reason("private business", NOT_STATED, terms.clause, values=values)
    verdict = circle.any_of(terms.stays, person)
    values["stays"] = terms.stays
    return Reason("private business", verdict, terms.clause, values=values)


def _at_a_meeting(terms: PrivateBusiness, person: str, circle: Circle) -> Verdict:
    """Say who may be there for business that is not private."""
    if terms.meetings or circle.has(MEMBERS, person) is MET:
        return MET
    return NOT_STATED


def _closed(terms: PrivateBusiness, item: Item, circle: Circle) -> Verdict:
    """Say whether an item was made private on a stated ground by whoever decides."""
    if terms.grounds and not item.private_ground:
        return UNKNOWN
    if terms.grounds and item.private_ground not in terms.grounds:
        return NOT_MET
    if not terms.decided_by:
        return MET
    if not item.private_by:
        return UNKNOWN
    if item.private_by == terms.decided_by:
        return MET
    return circle.has(terms.decided_by, item.private_by)
