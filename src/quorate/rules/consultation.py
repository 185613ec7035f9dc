"""What the answers to a consultation amount to, while it runs and at its close."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.membership import Seats
from quorate.facts.consultation import Answer
from quorate.facts.people import not_after
from quorate.rules.answers import (
    Asking,
    Scene,
    Standing,
    asked_seats,
    scene_of,
    standing,
)
from quorate.rules.finding import Explanation, Finding, Missing, Reading, Reason, Value
from quorate.rules.readings import readings_of
from quorate.rules.reasons import reason_for
from quorate.rules.rows import FIELD, concerns, under
from quorate.rules.sets import Ground
from quorate.rules.testing import ready
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict, of


@dataclass(frozen=True, slots=True)
class _Outcome:
    verdict: Verdict
    outcome: str
    because: Reason
    notes: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()


def outcome(
    terms: Correspondence, asking: Asking, *, at: datetime | date | None = None
) -> Finding:
    """
    Say what the answers received by a moment amount to.

    `at` is a moment in the body's time zone; None asks after the close. The outcome is
    one of: open, agreed, not agreed, second round, referred, no decision, meeting
    called; contrary to the terms where something else was announced. An objection
    ends a consultation at once only where the terms say so; at the close agreement is
    judged by the terms' own test. Nobody agreeing, or nobody answering, is no decision
    and no referral.

    Executes: correspondence.carried_if, correspondence.silence,
    correspondence.objection, correspondence.second_round, correspondence.otherwise,
    correspondence.at_least_answered, correspondence.holder_before_substitute,
    correspondence.member_can_ask_for_meeting, correspondence.early_close,
    correspondence.shown_apart
    """
    judged = _judge(terms, asking, at)

    def explain() -> Explanation:
        def judge(varied: Correspondence) -> tuple[Verdict, str]:
            found = _judge(varied, asking, at)
            return found.verdict, found.outcome

        def rows() -> tuple[Reading, ...]:
            if asking.seats is None or not concerns(asking):
                return ()

            def read(varied: Seats) -> tuple[Verdict, str]:
                found = _judge(terms, under(asking, varied), at)
                return found.verdict, found.outcome

            return readings_of(asking.seats, read, only=frozenset({FIELD}))

        return Explanation(
            judged.because,
            judged.missing,
            readings_of(terms, judge) + rows(),
            None,
            judged.notes + _apart(terms, asking, at, judged),
        )

    return Finding(
        "consultation",
        judged.verdict,
        outcome=judged.outcome,
        clause=terms.clause,
        explain=explain,
    )


def _judge(
    terms: Correspondence, asking: Asking, at: datetime | date | None
) -> _Outcome:
    consultation = asking.consultation
    found = standing(terms, asking, at)
    scene = scene_of(terms, asking, found.answers)
    closed = (
        at is None
        or consultation.closes is None
        or not _before(at, consultation.closes)
        or (terms.early_close == "yes" and _settled(terms, asking, found))
    )
    objected = len(scene["objected"])
    asked_meeting = (
        consultation.meeting_asked_by and terms.member_can_ask_for_meeting == "yes"
    ) or (objected and terms.objection == "forces a meeting")
    progress = Reason(
        "answered",
        MET,
        terms.clause,
        need=len(scene["asked"]),
        have=len(scene["responded"]),
        unit="seat",
        counted=tuple(entry.seat for entry in scene["responded"]),
        left_out=found.left_out,
        values={"closes": str(consultation.closes), "silence": terms.silence},
    )
    if asked_meeting:
        return _Outcome(NOT_MET, "meeting called", progress, found.notes)
    if not closed and not (objected and terms.objection == "ends it at once"):
        waiting = tuple(
            entry.seat for entry in scene["asked"] if entry.seat not in found.answers
        )
        missing = (Missing("answers from", len(waiting), "seat", waiting),)
        return _Outcome(UNKNOWN, "open", progress, found.notes, missing)
    return _closed(
        terms,
        asking,
        scene,
        found,
        at=at,
        progress=progress,
    )


def _before(one: datetime | date, other: datetime | date) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return not not_after(other, one)


def _settled(terms: Correspondence, asking: Asking, found: Standing) -> bool:
    """
    Tell if the answers still to come can't change the outcome.

    Whether all who are silent agree, or all object, or none answers: between these
    lies whatever else they could say.
    """
    if terms.carried_if is None:
        return False
    silent = [seat for seat in asked_seats(terms, asking) if seat not in found.answers]
    if not silent:
        return True
    results = set()
    for stance in ("", "agree", "object"):
        more = {one: Answer(seat=one, stance=stance) for one in silent if stance}
        answers = {**found.answers, **more}
        outcome = _closed(
            terms,
            asking,
            scene_of(terms, asking, answers),
            Standing(answers, (), ()),
            at=asking.consultation.closes,
            progress=Reason("answered", MET, terms.clause),
        )
        results.add((outcome.verdict, outcome.outcome))
    return len(results) == 1


def _closed(
    terms: Correspondence,
    asking: Asking,
    scene: Scene,
    found: Standing,
    *,
    at: datetime | date | None,
    progress: Reason,
) -> _Outcome:
    ground = Ground(asking.membership)
    if terms.carried_if is None:
        silent = Reason(
            "silent", NOT_STATED, terms.clause, values={"field": "carried_if"}
        )
        return _Outcome(NOT_STATED, "", silent, found.notes)
    verdict = ready(terms.carried_if, ground)(scene)
    why = reason_for(
        terms.carried_if, ground, scene, clause=terms.clause, left_out=found.left_out
    )
    parts = [progress, why]
    if terms.at_least_answered is not None:
        enough = ready(terms.at_least_answered, ground)(scene)
        parts.append(
            reason_for(terms.at_least_answered, ground, scene, clause=terms.clause)
        )
        if enough is not MET:
            because = Reason("all", enough, terms.clause, parts=tuple(parts))
            word = "no decision" if enough is NOT_MET else ""
            return _Outcome(enough, word, because, found.notes)
    because = Reason("all", verdict, terms.clause, parts=tuple(parts))
    wants_more = any(one.stance == "need more" for one in found.answers.values())
    if verdict is MET and not wants_more:
        notes = found.notes
        if _back(asking, at):
            back = Reason("back from referral", MET, terms.clause)
            notes = (*notes, back)
        return _announced(asking, terms, _Outcome(MET, "agreed", because, notes))
    if not scene["agreed"] and not scene["objected"] and not wants_more:
        nothing = _Outcome(NOT_MET, "no decision", because, found.notes)
        return _announced(asking, terms, nothing)
    if not scene["objected"] and not wants_more:
        word = "not agreed" if verdict is NOT_MET else ""
        return _announced(asking, terms, _Outcome(verdict, word, because, found.notes))
    return _disputed(terms, asking, at, because, found)


def _back(asking: Asking, at: datetime | date | None) -> bool:
    """Tell if a matter was referred and has come back with the objection withdrawn."""
    referred = asking.consultation.referred
    return referred is not None and (at is None or not_after(referred, at))


def _disputed(
    terms: Correspondence,
    asking: Asking,
    at: datetime | date | None,
    because: Reason,
    found: Standing,
) -> _Outcome:
    """Say what an objection comes to: talk, then the way upward."""
    given_up = asking.consultation.given_up
    ended = given_up is not None and (at is None or not_after(given_up, at))
    if terms.second_round == "yes" and not ended:
        again = _Outcome(NOT_MET, "second round", because, found.notes)
        return _announced(asking, terms, again)
    if asking.referral is not None:
        to = asking.referral.to[0]
        reason = Reason(
            "referred",
            MET,
            asking.referral.clause,
            values={"to": to, "route": asking.referral.to},
            parts=(because,),
        )
        passed = _Outcome(NOT_MET, "referred", reason, found.notes)
        return _announced(asking, terms, passed)
    without = _Outcome(NOT_MET, "not agreed", because, found.notes)
    return _announced(asking, terms, without)


def _announced(asking: Asking, terms: Correspondence, judged: _Outcome) -> _Outcome:
    """Report an announcement that the terms do not bear; both are kept."""
    said = asking.consultation.announced
    if not said or said == judged.outcome:
        return judged
    note = Reason(
        "announced against the terms",
        NOT_MET,
        terms.clause,
        values={"announced": said, "rightly": judged.outcome or "not stated"},
    )
    return replace(judged, outcome="contrary to the terms", notes=(*judged.notes, note))


def _apart(
    terms: Correspondence,
    asking: Asking,
    at: datetime | date | None,
    judged: _Outcome,
) -> tuple[Reason, ...]:
    """Show apart the answers of seats named for it, and if they made the difference."""
    notes: list[Reason] = []
    answers = standing(terms, asking, at).answers
    for seat in terms.shown_apart:
        if seat not in answers:
            continue
        rest = replace(
            asking.consultation,
            announced="",
            asked=tuple(one for one in asked_seats(terms, asking) if one != seat),
            answers=tuple(
                one for one in asking.consultation.answers if one.seat != seat
            ),
        )
        without = _judge(
            terms,
            replace(asking, consultation=rest),
            at,
        )
        changed = (without.verdict, without.outcome) != (judged.verdict, judged.outcome)
        values: dict[str, Value] = {
            "seat": seat,
            "stance": answers[seat].stance,
            "without": without.outcome,
            "changed": changed,
        }
        notes.append(Reason("shown apart", of(changed), terms.clause, values=values))
    return tuple(notes)
