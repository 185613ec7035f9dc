"""Who holds an office at a moment: by record, by right, in the meantime, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from quorate.charter.kinds.membership import Role
from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar
from quorate.facts.people import Holding, as_known, day_of, holds_on, not_after
from quorate.rules.eligibility import Standing, may_hold
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.terms_of_office import last_of_office
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What is on record of a body's offices at a moment."""

    standing: Standing
    holdings: tuple[Holding, ...] = ()
    at: datetime | date = date.max
    known_at: datetime | date | None = None
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    outcome: str
    says: str
    clause: str
    people: tuple[str, ...] = ()
    until: date | None = None
    parts: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()


def rules_of_office(charter: Charter, body: str, office: str) -> tuple[Role, ...]:
    """Return every rule about one office: a chair can have several."""
    return tuple(one for one in charter.rules_of(body, Role) if one.role == office)


def holder_of(roles: tuple[Role, ...], office: str, facts: OfficeFacts) -> Finding:
    """
    Say who holds an office at a moment.

    The outcome is the person's code, several with commas between, or one of: vacant,
    expired (the term is over and the terms do not say what follows), meanwhile (they
    say who goes on). A person on record goes before the holder by right of a seat.
    Where one rule gives the office by right and another by election, and the two do
    not come to the same person, it is not stated, with both clauses.

    Executes: role.held_by, role.post, role.elected_by, role.elected, role.term,
    role.meanwhile, role.must_belong_to, role.must_not, role.must
    """
    if not roles and not _recorded(office, facts):
        return silence("office", "role", body=office)
    judged = _judge(roles, office, facts)

    def explain() -> Explanation:
        values: dict[str, Value] = {"office": office, "how": judged.says}
        if judged.until is not None:
            values["until"] = judged.until.isoformat()
        because = Reason(
            judged.says,
            judged.verdict,
            judged.clause,
            counted=judged.people,
            values=values,
            parts=judged.parts,
        )
        readings = tuple(
            reading
            for place, rule in enumerate(roles)
            for reading in readings_of(rule, _judging(roles, place, office, facts))
        )
        notes = tuple(_notes(roles, office, facts, judged))
        return Explanation(because, judged.missing, readings, None, notes)

    return Finding(
        "office",
        judged.verdict,
        outcome=judged.outcome,
        clause=judged.clause,
        explain=explain,
    )


def _judging(
    roles: tuple[Role, ...], place: int, office: str, facts: OfficeFacts
) -> Callable[[Role], Answer]:
    """Return what judges the office with another rule in one place."""

    def judge(varied: Role) -> Answer:
        found = _judge((*roles[:place], varied, *roles[place + 1 :]), office, facts)
        return found.verdict, found.outcome

    return judge


def contradiction(roles: tuple[Role, ...]) -> tuple[Role, Role] | None:
    """
    Return two rules of which one gives an office by right and the other by choice.

    Executes: role.held_by, role.post, role.elected_by
    """
    by_right = next((one for one in roles if one.held_by or one.post), None)
    by_choice = next((one for one in roles if one.elected_by or one.elected), None)
    if by_right is None or by_choice is None or by_right is by_choice:
        return None
    return by_right, by_choice


def _recorded(office: str, facts: OfficeFacts) -> tuple[Holding, ...]:
    """Return the holdings on record that had begun, the last begun first."""
    found = [
        one
        for one in as_known(facts.holdings, facts.known_at)
        if one.office == office
        and (one.from_ is None or not_after(one.from_, facts.at))
    ]
    began = [(day_of(one.from_) if one.from_ else date.min, one) for one in found]
    began.sort(key=lambda pair: (pair[0], pair[1].person), reverse=True)
    return tuple(one for _, one in began)


def _judge(roles: tuple[Role, ...], office: str, facts: OfficeFacts) -> _Judged:
    clause = roles[0].clause if roles else ""
    recorded = [one for one in _recorded(office, facts) if one.acting == "no"]
    current = [one for one in recorded if holds_on(one.from_, one.until, facts.at)]
    # On the day of a change the membership tells who came after whom.
    holding = facts.standing.membership.offices.get(office, frozenset())
    current = [one for one in current if one.person in holding] or current
    seat = next((one for one in roles if one.held_by), None)
    by_right = facts.standing.membership.holders.get(seat.held_by, "") if seat else ""
    people = tuple(sorted({one.person for one in current}))
    two = contradiction(roles)
    if two is not None and set(people) != {by_right}:
        parts = (
            Reason(
                "by right",
                NOT_STATED,
                two[0].clause,
                need=two[0].held_by or two[0].post,
                counted=(by_right,) if by_right else (),
            ),
            Reason(
                "by election",
                NOT_STATED,
                two[1].clause,
                need=two[1].elected_by or str(two[1].elected),
                counted=people,
            ),
        )
        return _Judged(NOT_STATED, "", "two rules for one office", clause, parts=parts)
    if current:
        return _on_record(roles, office, facts, current[0], people)
    if by_right and seat is not None:
        return _Judged(MET, by_right, "by right", seat.clause, (by_right,))
    if recorded and _ended_by_term(roles, recorded[0], facts):
        return _over(roles, office, facts, recorded[0], recorded[0].until)
    return _Judged(NOT_MET, "vacant", "vacant", seat.clause if seat else clause)


def _on_record(
    roles: tuple[Role, ...],
    office: str,
    facts: OfficeFacts,
    held: Holding,
    people: tuple[str, ...],
) -> _Judged:
    clause = roles[0].clause if roles else ""
    until = held.until
    if until is None and held.from_ is not None:
        first = day_of(held.from_)
        found = last_of_office(roles, first, calendar=facts.calendar)
        if found is not None:
            until, clause = found
            if day_of(facts.at) > until:
                return _over(roles, office, facts, held, until)
    return _Judged(MET, ", ".join(people), "on record", clause, people, until)


def _ended_by_term(roles: tuple[Role, ...], held: Holding, facts: OfficeFacts) -> bool:
    """Tell if a holding that has ended went on to the end of its term."""
    if held.until is None or held.from_ is None:
        return False
    found = last_of_office(roles, day_of(held.from_), calendar=facts.calendar)
    # Whoever left before the end of the term does not go on until an election. One
    # day's difference is the same term, counted with or without its first day.
    return found is not None and found[0].toordinal() - held.until.toordinal() <= 1


def _over(
    roles: tuple[Role, ...],
    office: str,
    facts: OfficeFacts,
    held: Holding,
    until: date | None,
) -> _Judged:
    """Say who has the office between a term's end and the next election."""
    rule = next((one for one in roles if one.meanwhile), roles[0])
    if rule.meanwhile == "the last holder":
        return _Judged(
            MET,
            "meanwhile",
            "the last holder goes on",
            rule.clause,
            (held.person,),
            until,
        )
    if rule.meanwhile == "vice-chair" and office != "vice-chair":
        vice = facts.standing.membership.offices.get("vice-chair", frozenset())
        if vice:
            return _Judged(
                MET, "meanwhile", "stands in meanwhile", rule.clause,
                tuple(sorted(vice)), until,
            )  # fmt: skip
        return _Judged(NOT_MET, "vacant", "vacant", rule.clause, until=until)
    if rule.meanwhile == "vacant":
        return _Judged(NOT_MET, "vacant", "vacant", rule.clause, until=until)
    return _Judged(
        NOT_STATED, "expired", "the term is over", rule.clause, (held.person,), until
    )


def _notes(
    roles: tuple[Role, ...], office: str, facts: OfficeFacts, judged: _Judged
) -> Iterator[Reason]:
    if judged.verdict is MET and contradiction(roles) is not None:
        for rule in contradiction(roles) or ():
            yield Reason("two rules for one office", NOT_STATED, rule.clause)
    for one in _recorded(office, facts):
        if one.acting == "yes" and holds_on(one.from_, one.until, facts.at):
            yield Reason(
                "acts in the office",
                MET,
                roles[0].clause if roles else "",
                counted=(one.person,),
            )
    standing = replace(facts.standing, leaving=frozenset({office}))
    for person in judged.people if judged.verdict is MET else ():
        found = may_hold(roles, office, person, standing) if roles else None
        if found is not None and found.verdict in (NOT_MET, UNKNOWN):
            kept = found.verdict is UNKNOWN
            yield Reason(
                "a condition is not on record" if kept else "a condition is broken",
                found.verdict,
                found.clause,
                counted=(person,),
                parts=(found.because,),
            )
