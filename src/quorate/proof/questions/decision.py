"""Questions about what a meeting decided."""

from __future__ import annotations

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Savings
from quorate.facts.people import as_known
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.rules.decision import DecidingTerms, decide
from quorate.rules.entitlement import VotingTerms
from quorate.rules.finding import Finding
from quorate.rules.for_matter import for_matter
from quorate.rules.silence import silence


def _decision(case: Case, asked: Asked) -> Finding:
    sitting = case.sitting(asked)
    body = sitting.meeting.body or case.body_of(asked)
    # A corrected item stands beside the one it corrects; one of them was known then.
    items = as_known(sitting.meeting.items, asked.known_at)
    item = next((one for one in items if asked.item in ("", one.name)), None)
    if item is None:
        raise AskedInVainError(
            f"the meeting has no item '{asked.item}'; write it under 'items:'"
        )
    charter = case.charter
    rules = charter.rules_of(body, Decision)
    matter = asked.matter or item.matter
    terms = for_matter(rules, matter)
    if terms is None:
        return silence("decision", "decision", body=body)
    agreed = next(
        (
            one.happened
            for one in case.facts.events
            if one.kind == "minutes agreed"
            and one.subject in ("", sitting.meeting.name)
        ),
        None,
    )
    return decide(
        DecidingTerms(
            VotingTerms(
                terms,
                charter.rule_of(body, Substitutes),
                charter.rule_of(body, Interests),
                charter.rule_of(body, Savings),
                case.facts.all_appointments,
            ),
            for_matter(charter.rules_of(body, Quorum), matter),
            agreed,
            next((one for one in rules if terms.then and one.name == terms.then), None),
        ),
        sitting,
        item,
    )


QUESTIONS = (
    Question(
        "decision",
        "what did the meeting decide on an item, and what is that worth",
        ("meeting", "item", "matter", "known_at"),
        _decision,
    ),
)
