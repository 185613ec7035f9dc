"""What a declared interest changes: speaking, staying, voting, counting, presiding."""

from __future__ import annotations

from quorate.charter.kinds.meetings import Interests
from quorate.facts.meeting import Item
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

ACTS = ("speak", "stay", "vote", "quorum", "denominator", "preside")
VERDICTS = {
    "yes": MET,
    "counted": MET,
    "no": NOT_MET,
    "not counted": NOT_MET,
    "chair decides": UNKNOWN,
    "member decides": UNKNOWN,
    "not stated": NOT_STATED,
    "": NOT_STATED,
}


def effect(
    terms: Interests, item: Item, *, person: str, act: str, ruling: str = ""
) -> Finding:
    """
    Say whether somebody with an interest in an item may do a thing.

    `act` is one of speak, stay, vote, quorum (counts for it), denominator or preside.
    `ruling` is yes or no where the chair or the member, whoever the terms leave it
    to, has decided. The effects are set apart from one another: a clause that asks for
    a declaration says nothing of voting.

    Executes: interests.speak, interests.stay, interests.vote, interests.quorum,
    interests.denominator, interests.preside
    """
    declared = next((one for one in item.interests if one.person == person), None)
    if declared is None:
        reason = Reason(
            "no interest declared", MET, terms.clause, values={"who": person}
        )
        return Finding(
            "interest",
            MET,
            outcome="yes",
            clause=terms.clause,
            explain=lambda: Explanation(reason),
        )
    said = getattr(terms, act)
    verdict: Verdict = VERDICTS[said]
    outcome = said or "not stated"
    missing: tuple[Missing, ...] = ()
    if verdict is UNKNOWN:
        if ruling:
            verdict = MET if ruling == "yes" else NOT_MET
            outcome = ruling
        else:
            missing = (Missing("a ruling"),)
    values: dict[str, Value] = {
        "act": act,
        "effect": said or "not stated",
        "who": person,
    }
    reason = Reason("an interest declared", verdict, terms.clause, values=values)
    return Finding(
        "interest",
        verdict,
        outcome={"counted": "yes", "not counted": "no"}.get(outcome, outcome),
        clause=terms.clause,
        explain=lambda: Explanation(reason, missing),
    )
