"""Who may change the terms, and whether a version has the approval that it needs."""

from __future__ import annotations

from datetime import date, datetime

from quorate.charter.front import Given, Version
from quorate.charter.kinds.terms import Amendment, Approval, Consequential
from quorate.facts.people import not_after
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, Verdict, all_of

MAY, MAY_NOT = "may change them", "may not change them"
APPROVED, RECOMMENDED = "approved", "recommended"
NOT_NEEDED, WAITS = "needs no approval", "waits for approval"


def amendment(
    terms: tuple[Amendment, ...],
    *,
    by: str,
    vote: Finding | None = None,
    recommended: frozenset[str] = frozenset(),
    body: str,
) -> Finding:
    """
    Say whether somebody may change the terms.

    `vote` is what came of the vote that the terms ask for, where one was taken, and
    `recommended` are those on record as having recommended the change. The outcome is:
    may change them, or may not change them.

    Executes: amendment.by, amendment.needs, amendment.recommended_by
    """
    if not terms:
        return silence("amendment", "amendment", body=body)
    rule = next((one for one in terms if _named(by, one.by)), terms[0])
    judged = _may(rule, by, vote, recommended)

    def explain() -> Explanation:
        def judge(varied: Amendment) -> Answer:
            found = _may(varied, by, vote, recommended)
            return found.verdict, _outcome(found)

        lacking = rule.recommended_by and not _named(rule.recommended_by, recommended)
        missing = (Missing("recommended by", 1, "", (rule.recommended_by,)),)
        return Explanation(judged, missing if lacking else (), readings_of(rule, judge))

    return Finding(
        "amendment",
        judged.verdict,
        outcome=_outcome(judged),
        clause=rule.clause,
        explain=explain,
    )


def _outcome(reason: Reason) -> str:
    return {MET: MAY, NOT_MET: MAY_NOT}.get(reason.verdict, "")


def _named(who: str, names: tuple[str, ...] | frozenset[str]) -> bool:
    return _slug(who) in {_slug(one) for one in names}


def _slug(words: str) -> str:
    """Return words as a name: a table says 'Partnership Board', a rule its slug."""
    return words.strip().casefold().replace(" ", "-")


def _may(
    rule: Amendment, by: str, vote: Finding | None, recommended: frozenset[str]
) -> Reason:
    verdicts: list[Verdict] = [MET if _named(by, rule.by) else NOT_MET]
    values: dict[str, Value] = {"by": by, "whose": rule.by}
    if rule.recommended_by:
        values["recommended_by"] = rule.recommended_by
        verdicts.append(MET if _named(rule.recommended_by, recommended) else NOT_MET)
    if rule.needs is not None and vote is not None:
        verdicts.append(vote.verdict)
    return Reason(
        "theirs to change",
        all_of(verdicts),
        rule.clause,
        values=values,
        parts=(vote.because,) if vote is not None and rule.needs is not None else (),
    )


def approval(
    terms: Approval | None,
    version: Version,
    given: tuple[Given, ...],
    *,
    consequential: Consequential | None = None,
    at: datetime | date | None = None,
    body: str,
) -> Finding:
    """
    Say whether a version has the approval that it needs.

    `given` are the approvals on record. A change of titles and names alone needs none
    where the terms say so. Where they name several and do not say whether each of them
    must, it is not stated while some have not. The outcome is: approved, recommended
    (it goes on to the parent body), needs no approval, waits for approval.

    Executes: approval.by, approval.all_of_them, approval.adopts,
    consequential_changes.what, consequential_changes.by
    """
    if version.consequential == "yes" and consequential is not None:
        values: dict[str, Value] = {
            "version": version.number,
            "what": consequential.what,
            "by": consequential.by or "not stated",
        }
        alone = Reason(
            "titles and names alone", MET, consequential.clause, values=values
        )
        return Finding(
            "approval",
            MET,
            outcome=NOT_NEEDED,
            clause=consequential.clause,
            explain=lambda: Explanation(alone),
        )
    if terms is None:
        return silence("approval", "approval", body=body)
    approved = tuple(
        one.by
        for one in given
        if one.of == version.number
        and (
            at is None
            or isinstance(one.dated, str)
            or one.dated is None
            or not_after(one.dated, at)
        )
    )
    verdict, outcome = _approved(terms, approved)
    return Finding(
        "approval",
        verdict,
        outcome=outcome,
        clause=terms.clause,
        explain=lambda: _why(terms, version, approved, verdict),
    )


def _approved(terms: Approval, approved: tuple[str, ...]) -> Answer:
    done = [one for one in terms.by if _named(one, approved)]
    outcome = RECOMMENDED if terms.adopts.startswith("recommends") else APPROVED
    if len(done) == len(terms.by) or (done and terms.all_of_them == "no"):
        return MET, outcome
    if done and not terms.all_of_them:
        return NOT_STATED, ""
    return NOT_MET, WAITS


def _why(
    terms: Approval, version: Version, approved: tuple[str, ...], verdict: Verdict
) -> Explanation:
    done = tuple(one for one in terms.by if _named(one, approved))
    waiting = tuple(one for one in terms.by if one not in done)
    others = tuple(one for one in approved if one and not _named(one, terms.by))
    because = Reason(
        "approved by those who must",
        verdict,
        terms.clause,
        need=len(terms.by) if terms.all_of_them == "yes" else 1,
        have=len(done),
        counted=done,
        left_out=tuple(LeftOut(one, "not theirs to approve") for one in others),
        values={"version": version.number},
    )
    missing = (Missing("approval of", len(waiting), "", waiting),)
    return Explanation(
        because,
        missing if verdict is not MET else (),
        readings_of(terms, lambda varied: _approved(varied, approved)),
    )
