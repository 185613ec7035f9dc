"""Whether a body can be asked by correspondence on a ground."""

from __future__ import annotations

from quorate.charter.kinds.deciding import Correspondence
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.verdict import MET, NOT_MET


def may_open(terms: Correspondence, *, ground: str, ruling: str = "") -> Finding:
    """
    Say if a body can be asked by correspondence on a ground.

    `ground` is the trigger in the charter's words, `ruling` what it is opened under
    where the terms name no such ground. The outcome is: may open, under a ruling, or
    refused; it is refused as well while the ruling that would open it is missing.

    Executes: correspondence.triggers, correspondence.other_grounds
    """
    verdict, word = _judge(terms, ground, ruling)
    values: dict[str, Value] = {"ground": ground, "triggers": terms.triggers}

    def explain() -> Explanation:
        reason = Reason("ground for asking", verdict, terms.clause, values=values)
        missing: tuple[Missing, ...] = ()
        if verdict is NOT_MET and terms.other_grounds == "under a ruling":
            missing = (Missing("a ruling"),)
        readings = readings_of(
            terms,
            lambda varied: _judge(varied, ground, ruling),
            only=frozenset({"other_grounds", "triggers"}),
        )
        return Explanation(reason, missing, readings)

    return Finding(
        "trigger", verdict, outcome=word, clause=terms.clause, explain=explain
    )


def _judge(terms: Correspondence, ground: str, ruling: str) -> Answer:
    if not terms.triggers or ground in terms.triggers:
        return MET, "may open"
    if terms.other_grounds == "under a ruling" and ruling:
        return MET, "under a ruling"
    return NOT_MET, "refused"
