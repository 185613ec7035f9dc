"""What has to be on record before something can happen."""

from __future__ import annotations

from collections.abc import Iterable

from quorate.charter.kinds.duties import Condition
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, all_of


def condition(
    terms: Iterable[Condition], *, act: str, recorded: Iterable[str]
) -> Finding:
    """
    Say whether an act may go ahead.

    `terms` are the conditions that stand before the act, `recorded` what is on record,
    in the charter's words. Every one of them must hold, or something that its clause
    lets stand instead. The outcome is: may happen, refused, shown, or raised; a
    condition that only has to be shown never stops the act.

    Executes: condition.on, condition.needs, condition.unless, condition.if_not
    """
    there = set(recorded)
    reasons: list[Reason] = []
    lacking: list[str] = []
    stops: list[str] = []
    for rule in terms:
        if rule.on != act:
            continue
        gone = tuple(one for one in rule.needs if one not in there)
        instead = tuple(one for one in rule.unless if one in there)
        verdict = MET if not gone or instead else NOT_MET
        values: dict[str, Value] = {"act": act, "if_not": rule.if_not}
        if verdict is NOT_MET:
            values["lacking"] = gone
            lacking += gone
            stops.append(rule.if_not)
        if instead:
            values["instead"] = instead
        reasons.append(
            Reason(
                "on record",
                verdict,
                rule.clause,
                need=len(rule.needs),
                have=len(rule.needs) - len(gone),
                counted=tuple(one for one in rule.needs if one in there),
                values=values,
            )
        )
    if not reasons:
        none = Reason("no condition", MET, values={"act": act})
        return Finding(
            "condition", MET, outcome="may happen", explain=lambda: Explanation(none)
        )
    because = (
        reasons[0]
        if len(reasons) == 1
        else Reason(
            "all",
            all_of(one.verdict for one in reasons),
            reasons[0].clause,
            parts=tuple(reasons),
        )
    )
    strictest = next(
        (one for one in ("refused", "raised", "shown") if one in stops), ""
    )
    missing = (
        (Missing("on record", len(lacking), "", tuple(lacking)),) if lacking else ()
    )
    return Finding(
        "condition",
        because.verdict,
        outcome=strictest or "may happen",
        clause=next(
            (one.clause for one in reasons if one.verdict is NOT_MET), reasons[0].clause
        ),
        explain=lambda: Explanation(because, missing),
    )
