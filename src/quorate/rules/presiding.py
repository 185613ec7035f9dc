"""Who presides at a moment, and who has the casting vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Role, Substitutes
from quorate.facts.meeting import Item, Meeting
from quorate.facts.people import Holding, as_known, holds_on
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.roll import Counting, is_there, room_at
from quorate.rules.sitting import Sitting
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

CHOSEN = "chosen by those present"


@dataclass(frozen=True, slots=True)
class PresidingTerms:
    """The rules that bear on who presides."""

    roles: tuple[Role, ...] = ()
    substitutes: Substitutes | None = None
    interests: Interests | None = None
    holdings: tuple[Holding, ...] = ()
    """Who holds or acts in which office, on record."""


@dataclass(frozen=True, slots=True)
class _Presider:
    person: str
    office: str
    clause: str
    silent: str = ""
    """The field on which this rests and of which the terms say nothing."""


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    found: _Presider | None
    passed: tuple[LeftOut, ...]
    noted: tuple[str, ...] = ()


def presiding(
    terms: PresidingTerms,
    sitting: Sitting,
    *,
    item: Item | None = None,
    at: datetime | date | None = None,
) -> Finding:
    """
    Say who presides over a meeting at a moment, or at an item.

    The offices are tried in the order that the terms give; each must be held in
    person by somebody who is there and has not withdrawn. Somebody who acts in an
    office stands in its place. Whoever is on record as having presided did so, as
    long as they were there; that another had a better claim is pointed out. Where
    nobody in the order is there and those present chose somebody, that person
    presides; the terms are silent on such a choice, which is pointed out too. The
    outcome is the person's code.

    Executes: role.presides, role.stands_in_for, substitutes.may_preside,
    interests.preside
    """
    judged = _judge(terms, sitting, item, at)
    found = judged.found
    first = next(iter(_order(terms.roles)), None)
    clause = (found.clause if found else "") or (first.clause if first else "")

    def explain() -> Explanation:
        values: dict[str, Value] = {"office": found.office if found else "none"}
        because = Reason(
            "presides",
            judged.verdict,
            clause,
            counted=(found.person,) if found else (),
            left_out=judged.passed,
            values=values,
        )
        missing: tuple[Missing, ...] = ()
        if judged.verdict is UNKNOWN:
            missing = (Missing("a roll"),)
        elif found is None:
            missing = (Missing("somebody chosen by those present", 1, "person"),)
        notes = tuple(Reason(one, NOT_STATED, clause) for one in judged.noted)
        if found is not None and found.silent:
            field: dict[str, Value] = {"field": found.silent}
            notes += (Reason("silent", NOT_STATED, clause, values=field),)
        return Explanation(because, missing, (), None, notes)

    return Finding(
        "presiding",
        judged.verdict,
        outcome=found.person if found and judged.verdict is MET else "",
        clause=clause,
        explain=explain,
    )


def _order(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    placed = [one for one in roles if one.presides is not None]
    return tuple(sorted(placed, key=lambda one: (one.presides or 0, one.role)))


def _judge(
    terms: PresidingTerms,
    sitting: Sitting,
    item: Item | None,
    at: datetime | date | None,
) -> _Judged:
    meeting = sitting.meeting
    moment = at or (meeting.moment(item.at) if item else None) or meeting.opens
    if meeting.roll_taken == "no":
        return _Judged(UNKNOWN, None, ())
    members = sitting.membership
    suspended = {members.holders.get(seat, "") for seat in members.suspended}
    # An office is held in person, so that a chair without a seat presides as well.
    there = {
        one.person
        for one in as_known(meeting.present, sitting.known_at)
        if is_there(one, meeting, moment, lost_line=sitting.lost_line)
        and one.as_ not in ("observer", "guest")
    } - suspended
    claim, passed = _claim(terms, sitting, item, moment, there)
    if (
        _presided(meeting, sitting, there)
        and not (
            _hindered(meeting.presided_by, there | {meeting.presided_by}, item, terms)[
                0
            ]
        )
    ):
        return _on_record(meeting.presided_by, claim, passed)
    return _Judged(MET if claim else NOT_STATED, claim, passed)


def _presided(meeting: Meeting, sitting: Sitting, there: set[str]) -> bool:
    """Tell if somebody is on record as presiding and had not left by then."""
    who = meeting.presided_by
    came = {one.person for one in as_known(meeting.present, sitting.known_at)}
    # Whoever took the chair on record was there, even if the roll forgot them.
    return bool(who) and (who in there or who not in came)


def _on_record(
    who: str, claim: _Presider | None, passed: tuple[LeftOut, ...]
) -> _Judged:
    if claim is not None and claim.person == who:
        return _Judged(MET, claim, passed)
    if claim is not None:
        seen = _Presider(who, CHOSEN, claim.clause)
        return _Judged(MET, seen, passed, ("another had a better claim",))
    seen = _Presider(who, CHOSEN, "")
    return _Judged(MET, seen, passed, ("the terms do not say who is chosen",))


def _claim(
    terms: PresidingTerms,
    sitting: Sitting,
    item: Item | None,
    moment: datetime | date | None,
    there: set[str],
) -> tuple[_Presider | None, tuple[LeftOut, ...]]:
    """Return the first in the order who can preside, and those passed over."""
    passed: list[LeftOut] = []
    for role in _order(terms.roles):
        for one in _of_office(role, terms, sitting, moment):
            why, silent = _hindered(one.person, there, item, terms)
            if not why:
                return replace(one, silent=silent), tuple(passed)
            passed.append(LeftOut(one.person, why, role.clause))
    return None, tuple(passed)


def _of_office(
    role: Role,
    terms: PresidingTerms,
    sitting: Sitting,
    moment: datetime | date | None,
) -> Iterator[_Presider]:
    """Yield who could preside for an office: holders, whoever acts, substitutes."""
    holders = sorted(sitting.membership.offices.get(role.role, frozenset()))
    for person in holders:
        yield _Presider(person, role.role, role.clause)
    for one in as_known(terms.holdings, sitting.known_at):
        if (
            one.office == role.role
            and one.acting == "yes"
            and (moment is None or holds_on(one.from_, one.until, moment))
        ):
            yield _Presider(one.person, role.role, role.clause)
    rule = terms.substitutes
    if rule is None or rule.may_preside != "yes":
        return
    seats = {seat for who in holders for seat in sitting.membership.held_by(who)}
    for sub in as_known(sitting.substitutes, sitting.known_at):
        if sub.seat in seats and sub.meeting in ("", sitting.meeting.name):
            yield _Presider(sub.person, role.role, rule.clause)


def _hindered(
    person: str, there: set[str], item: Item | None, terms: PresidingTerms
) -> tuple[str, str]:
    """Return why somebody can't preside, or the silent field on which it rests."""
    if person not in there:
        return "not there", ""
    declared = next(
        (one for one in item.interests if one.person == person) if item else iter(()),
        None,
    )
    if declared is None:
        return "", ""
    if declared.withdrew == "yes":
        return "withdrew for an interest", ""
    said = terms.interests.preside if terms.interests is not None else ""
    if said == "no":
        return "may not preside with an interest", ""
    return "", "" if said == "yes" else "preside"


def casting_vote(
    decision: Decision,
    terms: PresidingTerms,
    sitting: Sitting,
    *,
    person: str,
    item: Item | None = None,
) -> Finding:
    """
    Say whether somebody has the casting vote on an item.

    It belongs to whoever presides then: a vice-chair or a person chosen by those
    present, and neither to an absent chair nor to somebody who is merely senior.
    Where the terms name an office, its holder has it while there, too.

    Executes: decision.tie, decision.casting_vote
    """
    presider = presiding(terms, sitting, item=item)
    offices = sitting.membership.offices
    verdict: Verdict
    if decision.tie != "casting vote":
        verdict = NOT_MET if decision.tie not in ("", "not stated") else NOT_STATED
        says = "no casting vote"
    elif presider.verdict is not MET:
        verdict, says = presider.verdict, "the casting vote"
    else:
        named = decision.casting_vote
        by_office = (
            named not in ("", "presiding")
            and person in offices.get(named, frozenset())
            and _present(person, sitting, item)
        )
        has = presider.outcome == person or by_office
        verdict, says = MET if has else NOT_MET, "the casting vote"
    values: dict[str, Value] = {
        "who": person,
        "presides": presider.outcome or "nobody",
        "tie": decision.tie or "not stated",
    }
    left = () if verdict is not NOT_MET else (LeftOut(person, "did not preside"),)
    if says == "no casting vote":
        left = ()
    reason = Reason(
        says,
        verdict,
        decision.clause,
        left_out=left,
        values=values,
        parts=(presider.because,),
    )
    return Finding(
        "casting_vote",
        verdict,
        outcome={MET: "has it", NOT_MET: "has none"}.get(verdict, ""),
        clause=decision.clause,
        explain=lambda: Explanation(reason, presider.explanation.missing),
    )


def _present(person: str, sitting: Sitting, item: Item | None) -> bool:
    moment = sitting.meeting.moment(item.at) if item else None
    room = room_at(
        sitting.meeting,
        sitting.membership,
        Counting("yes", "yes", "yes", "no"),
        at=moment or sitting.meeting.opens,
        item=item.name if item else "",
        known_at=sitting.known_at,
    )
    return any(one.person == person and one.holder for one in room.entries)
