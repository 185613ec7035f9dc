"""Urgent decisions between meetings: who may take one, and what makes it stand."""

from __future__ import annotations

from collections.abc import Iterable

from quorate.charter.kinds.deciding import ChairsAction
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.membership import Membership
from quorate.rules.verdict import MET, NOT_MET, Verdict, of


def urgent_decision(
    terms: ChairsAction,
    membership: Membership,
    *,
    person: str,
    ground: str,
    matter: str = "",
    recorded: Iterable[str] = (),
) -> Finding:
    """
    Say if a person may take an urgent decision.

    `ground` and `matter` are in the charter's words; `recorded` is what is on record,
    where the consultation of those who must be heard first is looked for. The outcome
    is: may act, to be confirmed, or refused.

    Executes: chairs_action.by, chairs_action.grounds, chairs_action.after_consulting,
    chairs_action.matters, chairs_action.confirmed
    """
    there = set(recorded)
    holds = person in membership.offices.get(terms.by, frozenset())
    grounded = not terms.grounds or ground in terms.grounds
    covered = not terms.matters or matter in terms.matters
    unheard = tuple(one for one in terms.after_consulting if one not in there)
    parts = (
        _part(
            "holds the office", of(holds), terms, {"office": terms.by, "who": person}
        ),
        _part("on a ground of the terms", of(grounded), terms, {"ground": ground}),
        _part("a matter of the terms", of(covered), terms, {"matter": matter}),
        _part("consulted first", of(not unheard), terms, {"lacking": unheard}),
    )
    verdict = MET if all(one.verdict is MET for one in parts) else NOT_MET
    outcome = "refused"
    if verdict is MET:
        outcome = "to be confirmed" if terms.confirmed == "yes" else "may act"
    missing = (Missing("consult first", len(unheard), "", unheard),) if unheard else ()
    because = Reason("all", verdict, terms.clause, parts=parts)
    return Finding(
        "chairs_action",
        verdict,
        outcome=outcome,
        clause=terms.clause,
        explain=lambda: Explanation(because, missing),
    )


def _part(
    says: str, verdict: Verdict, terms: ChairsAction, values: dict[str, Value]
) -> Reason:
    out: tuple[LeftOut, ...] = ()
    if verdict is NOT_MET and "who" in values:
        out = (LeftOut(str(values["who"]), "does not hold the office"),)
    return Reason(says, verdict, terms.clause, left_out=out, values=values)
