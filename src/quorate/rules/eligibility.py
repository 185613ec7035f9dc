"""Who may hold an office: what its holder must be, and must not be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from quorate.charter.kinds.membership import Role
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.membership import Membership
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of

Members = Callable[[str], Membership | None]
"""Who sits in a body of the terms; None for one that is not run by them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record of people when somebody asks what they may hold."""

    membership: Membership
    """Of the body whose office it is."""

    members: Members = lambda _body: None
    recorded: Collection[str] = ()
    """What is on record in words, for conditions that ask for it."""

    elsewhere: Collection[tuple[str, str]] = field(default=())
    """By person, another organisation or body they are of."""

    leaving: frozenset[str] = frozenset()
    """Offices that do not count, since their holder gives them up."""


def may_hold(
    roles: tuple[Role, ...], office: str, person: str, standing: Standing
) -> Finding:
    """
    Say whether a person may hold an office.

    `roles` are all the rules about the office: each adds its conditions. A body that
    is not run by these terms is known by record alone, so that belonging to it is
    unknown where nothing says so. A condition in words is unknown until it is on
    record. The outcome is: may hold, may not hold.

    Executes: role.must_belong_to, role.must_not, role.must
    """
    if not roles:
        return silence("may_hold", "role", body=office)
    reasons = tuple(_conditions(roles, person, standing))
    if not reasons:
        free = Reason("no condition", MET, roles[0].clause, values={"who": person})
        reasons = (free,)
    verdict = all_of(one.verdict for one in reasons)
    clause = next(
        (one.clause for one in reasons if one.verdict is not MET), reasons[0].clause
    )

    def explain() -> Explanation:
        missing = tuple(
            Missing("on record", 1, "", (str(one.need),))
            for one in reasons
            if one.verdict is UNKNOWN
        )
        alone = len(reasons) == 1
        because = reasons[0] if alone else Reason("all", verdict, clause, parts=reasons)
        return Explanation(because, missing)

    outcome = {MET: "may hold", NOT_MET: "may not hold"}.get(verdict, "")
    return Finding("may_hold", verdict, outcome=outcome, clause=clause, explain=explain)


def _conditions(
    roles: tuple[Role, ...], person: str, standing: Standing
) -> Iterator[Reason]:
    for rule in roles:
        values: dict[str, Value] = {"who": person, "office": rule.role}
        for name in rule.must_belong_to:
            verdict = _belongs(person, name, standing)
            yield Reason(
                "must belong to", verdict, rule.clause, need=name, values=values
            )
        for name in rule.must_not:
            what = _is_one(person, name, standing)
            yield Reason(
                "must not be",
                NOT_MET if what else MET,
                rule.clause,
                need=name,
                left_out=(LeftOut(person, what, rule.clause),) if what else (),
                values=values,
            )
        for words in rule.must:
            verdict = _on_record(person, words, standing)
            yield Reason("must be", verdict, rule.clause, need=words, values=values)


def _belongs(person: str, name: str, standing: Standing) -> Verdict:
    if (person, name) in standing.elsewhere:
        return MET
    ruled = _on_record(person, f"belongs to {name}", standing)
    if ruled is not UNKNOWN:
        return ruled
    own = standing.membership
    if own.seats_of(name):
        return MET if own.seats_of(name) & set(own.held_by(person)) else NOT_MET
    other = standing.members(name)
    if other is not None and other.seats:
        return MET if other.held_by(person) else NOT_MET
    return UNKNOWN


def _is_one(person: str, name: str, standing: Standing) -> str:
    """Return what a person is that the holder must not be; empty if nothing."""
    own = standing.membership
    if name not in standing.leaving and person in own.offices.get(name, frozenset()):
        return "holds the other office"
    if own.seats_of(name) & set(own.held_by(person)):
        return "holds such a seat"
    if _on_record(person, f"is {name}", standing) is MET:
        return "is on record as such"
    return ""


def _on_record(person: str, words: str, standing: Standing) -> Verdict:
    """Look for `PERSON WORDS`, or its denial, or the words alone."""
    if f"not: {person} {words}" in standing.recorded:
        return NOT_MET
    if f"{person} {words}" in standing.recorded or words in standing.recorded:
        return MET
    return UNKNOWN
