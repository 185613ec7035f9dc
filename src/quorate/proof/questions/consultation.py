"""Questions about decisions by correspondence."""

from __future__ import annotations

from dataclasses import replace

from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.membership import Seats
from quorate.facts.people import as_known
from quorate.proof.case import Asked, AskedInVainError, Case, Question
from quorate.proof.questions.agenda import circle_of
from quorate.rules.answers import Asking
from quorate.rules.asking_time import OPENED, Opened, properly_asked
from quorate.rules.consultation import outcome
from quorate.rules.finding import Finding
from quorate.rules.silence import silence
from quorate.rules.triggers import may_open

BEGUN = ("meeting", "decision", "response received")
"""What shows that a higher body has begun with a matter that was referred to it."""


def _terms(case: Case, asked: Asked) -> Correspondence | None:
    body = case.body_of(asked)
    rules = case.charter.rules_of(body, Correspondence)
    return next(
        (one for one in rules if asked.rule in ("", one.name, one.clause)), None
    )


def _consultation(case: Case, asked: Asked) -> Finding:
    found = case.facts.consultation(asked.consultation)
    if found is None or found.opened is None:
        raise AskedInVainError(
            "the facts hold no such consultation; write it under 'consultations:' "
            "with 'opened' and 'closes'"
        )
    terms = _terms(case, asked)
    body = found.body or case.body_of(asked)
    if terms is None:
        return silence("consultation", "correspondence", body=body)
    referrals = case.charter.rules_of(body, Referral)
    referral = next(
        (one for one in referrals if terms.otherwise in (one.name, one.clause)),
        referrals[0] if referrals and not terms.otherwise else None,
    )
    membership = case.membership(body, found.opened, asked.known_at)
    taken_up = min(
        (
            one.happened
            for one in as_known(case.facts.events, asked.known_at)
            if one.kind in BEGUN
            and one.happened is not None
            and one.subject == found.name
            and referral is not None
            and one.body in referral.to
        ),
        key=str,
        default=None,
    )
    asking = Asking(
        found,
        membership,
        referral,
        asked.known_at,
        taken_up,
        case.charter.rule_of(body, Seats),
    )
    return outcome(terms, asking, at=asked.at)


def _trigger(case: Case, asked: Asked) -> Finding:
    terms = _terms(case, asked)
    if terms is None:
        return silence("trigger", "correspondence", body=case.body_of(asked))
    found = case.facts.consultation(asked.consultation)
    return may_open(
        terms,
        ground=asked.matter or (found.trigger if found else ""),
        ruling=found.ruling if found else dict(case.facts.rulings).get("trigger", ""),
    )


def _asking(case: Case, asked: Asked) -> Finding:
    terms = _terms(case, asked)
    body = case.body_of(asked)
    if terms is None:
        return silence("asking", "correspondence", body=body)
    found = case.facts.consultation(asked.consultation)
    if found is None:
        raise AskedInVainError("'asking' needs a consultation")
    opened_by = next(
        (
            one.by
            for one in as_known(case.facts.events, asked.known_at)
            if one.kind == OPENED and one.subject in ("", found.name)
        ),
        "",
    )
    then = replace(asked, at=asked.at or found.opened)
    circle = circle_of(case, then, body, None)
    return properly_asked(terms, Opened(found, circle, case.calendar, opened_by))


QUESTIONS = (
    Question(
        "consultation",
        "what do the answers to a consultation amount to",
        ("consultation", "at", "known_at"),
        _consultation,
    ),
    Question(
        "asking",
        "was there time enough to answer, and did whoever may ask",
        ("consultation", "known_at"),
        _asking,
    ),
    Question(
        "trigger",
        "can the body be asked by correspondence on a ground",
        ("matter", "consultation"),
        _trigger,
    ),
)
