"""What the answers to a consultation amount to, while it runs and at its close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.expressions import Set
from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.deciding import Correspondence
from quorate.facts.consultation import Answer, Consultation
from quorate.facts.people import as_known, not_after
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.membership import Entry, Membership
from quorate.rules.readings import readings_of
from quorate.rules.reasons import reason_for
from quorate.rules.testing import Ground, ready, taker
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict, of

AGREES = ("agree", "agree with a comment")
DISAGREED = "no agreed answer"


@dataclass(frozen=True, slots=True)
class Asking:
    """A consultation with the members whom it was put to."""

    consultation: Consultation
    membership: Membership
    referral: Referral | None = None
    """Where it goes without agreement."""

    known_at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """The answers that stand, by seat."""

    answers: Mapping[str, Answer]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Reason, ...]


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
    called. An objection ends a consultation at once only where the terms say so; at
    the close agreement is judged by the terms' own test. Nobody agreeing, or nobody
    answering, is no decision and no referral.

    Executes: correspondence.carried_if, correspondence.silence,
    correspondence.objection, correspondence.second_round, correspondence.otherwise,
    correspondence.at_least_answered, correspondence.holder_before_substitute
    """
    judged = _judge(terms, asking, at)

    def explain() -> Explanation:
        def judge(varied: Correspondence) -> tuple[Verdict, str]:
            found = _judge(varied, asking, at)
            return found.verdict, found.outcome

        return Explanation(
            judged.because,
            judged.missing,
            readings_of(terms, judge),
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


def standing(
    terms: Correspondence, asking: Asking, at: datetime | date | None
) -> _Standing:
    """
    Return the answer of each seat that stands at a moment.

    A later answer of the same person replaces an earlier one; a holder's goes before
    a substitute's unless the terms say otherwise; answers that came after the close or
    before the text was amended are left out, and so are those of seats not asked.
    """
    consultation = asking.consultation
    asked = set(_asked(terms, asking))
    left_out: list[LeftOut] = []
    notes: list[Reason] = []
    kept: dict[str, list[Answer]] = {}
    for answer in as_known(consultation.answers, asking.known_at):
        why = _set_aside(answer, consultation, asked, at)
        if why == "not yet":
            continue
        if why:
            left_out.append(LeftOut(answer.seat, why))
            continue
        kept.setdefault(answer.seat, []).append(answer)
    answers = {}
    for seat, given in kept.items():
        chosen, replaced, note = _chosen(terms, given)
        answers[seat] = chosen
        left_out += [LeftOut(seat, why) for why in replaced]
        if note:
            notes.append(Reason(note, MET, terms.clause, values={"seat": seat}))
    return _Standing(answers, tuple(left_out), tuple(notes))


def _set_aside(
    answer: Answer,
    consultation: Consultation,
    asked: set[str],
    at: datetime | date | None,
) -> str:
    if answer.seat not in asked:
        return "was not asked"
    if answer.at is None:
        return ""
    if at is not None and not not_after(answer.at, at):
        return "not yet"
    if answer.withdrawn is not None and (at is None or not_after(answer.withdrawn, at)):
        return "was taken back"
    if consultation.closes is not None and not not_after(
        answer.at, consultation.closes
    ):
        return "came after the close"
    if consultation.amended is not None and not_after(answer.at, consultation.amended):
        return "was given to the text before it was amended"
    return ""


def _chosen(
    terms: Correspondence, given: list[Answer]
) -> tuple[Answer, list[str], str]:
    """Choose among the answers of one seat; the last one stands."""
    by_organisation: dict[str, Answer] = {}
    for one in given:
        if one.organisation:
            by_organisation[one.organisation] = one
    stances = {one.stance in AGREES for one in by_organisation.values()}
    if len(by_organisation) > 1 and len(stances) > 1:
        objected = any(one.stance == "object" for one in by_organisation.values())
        said = given[-1]
        stance = "object" if objected and said.stance == "object" else "need more"
        mixed = Answer(seat=said.seat, stance=stance, at=said.at)
        return mixed, [], DISAGREED
    holders = [one for one in given if one.as_ == "holder"]
    others = [one for one in given if one.as_ != "holder"]
    note = ""
    if holders and others and holders[-1].stance != others[-1].stance:
        note = "holder and substitute differ"
    chosen = (holders or others)[-1]
    if terms.holder_before_substitute == "no":
        chosen = given[-1]
    replaced = [
        "the holder answered" if one.as_ != chosen.as_ else "a later answer replaced it"
        for one in given
        if one is not chosen
    ]
    return chosen, replaced, note


def _asked(terms: Correspondence, asking: Asking) -> tuple[str, ...]:
    if asking.consultation.asked:
        return asking.consultation.asked
    wanted = terms.asked or Set("filled")
    found = taker(wanted, Ground(asking.membership))({})
    if isinstance(found, Verdict):
        return ()
    return tuple(entry.seat for entry in found)


def _entry(seat: str, asking: Asking) -> Entry:
    return Entry(seat, asking.membership.holders.get(seat, seat))


def _scene(
    terms: Correspondence, asking: Asking, answers: Mapping[str, Answer]
) -> dict[str, tuple[Entry, ...]]:
    """Return the sets that tests about answers look into, by what silence means."""
    asked = _asked(terms, asking)
    part = {
        seat: one for seat, one in answers.items() if one.stance != "not taking part"
    }
    silent = [seat for seat in asked if seat not in answers]
    agreed = [seat for seat, one in part.items() if one.stance in AGREES]
    objected = [seat for seat, one in part.items() if one.stance == "object"]
    if terms.silence == "assent":
        agreed += silent
    if terms.silence == "against":
        objected += silent
    sets = {
        "asked": asked,
        "responded": tuple(answers),
        "agreed": agreed,
        "objected": objected,
    }
    order = {seat.name: number for number, seat in enumerate(asking.membership.seats)}
    return {
        word: tuple(
            _entry(seat, asking)
            for seat in sorted(seats, key=lambda one: order.get(one, len(order)))
        )
        for word, seats in sets.items()
    }


def _judge(
    terms: Correspondence, asking: Asking, at: datetime | date | None
) -> _Outcome:
    consultation = asking.consultation
    found = standing(terms, asking, at)
    scene = _scene(terms, asking, found.answers)
    closed = (
        at is None
        or consultation.closes is None
        or not _before(at, consultation.closes)
    )
    objected = len(scene["objected"])
    wants_more = [
        seat for seat, one in found.answers.items() if one.stance == "need more"
    ]
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
        wants_more=wants_more,
        at=at,
        progress=progress,
    )


def _before(one: datetime | date, other: datetime | date) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return not not_after(other, one)


def _closed(
    terms: Correspondence,
    asking: Asking,
    scene: dict[str, tuple[Entry, ...]],
    found: _Standing,
    *,
    wants_more: list[str],
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
        if enough is NOT_MET:
            because = Reason("all", NOT_MET, terms.clause, parts=tuple(parts))
            return _Outcome(NOT_MET, "no decision", because, found.notes)
    because = Reason("all", verdict, terms.clause, parts=tuple(parts))
    if verdict is MET and not wants_more:
        return _Outcome(
            MET, "agreed", because, _announced(asking, terms, "agreed", found)
        )
    if not scene["agreed"] and not scene["objected"] and not wants_more:
        notes = _announced(asking, terms, "no decision", found)
        return _Outcome(NOT_MET, "no decision", because, notes)
    disputed = scene["objected"] or wants_more
    if not disputed:
        return _Outcome(verdict, "not agreed", because, found.notes)
    return _disputed(terms, asking, at, because, found)


def _disputed(
    terms: Correspondence,
    asking: Asking,
    at: datetime | date | None,
    because: Reason,
    found: _Standing,
) -> _Outcome:
    """Say what an objection comes to: talk, then the way upward."""
    given_up = asking.consultation.given_up
    ended = given_up is not None and (at is None or not_after(given_up, at))
    if terms.second_round == "yes" and not ended:
        notes = _announced(asking, terms, "second round", found)
        return _Outcome(NOT_MET, "second round", because, notes)
    if asking.referral is not None and (ended or terms.second_round != "yes"):
        to = asking.referral.to[0]
        reason = Reason(
            "referred",
            MET,
            asking.referral.clause,
            values={"to": to, "route": asking.referral.to},
            parts=(because,),
        )
        return _Outcome(
            NOT_MET, "referred", reason, _announced(asking, terms, "referred", found)
        )
    notes = _announced(asking, terms, "not agreed", found)
    return _Outcome(NOT_MET, "not agreed", because, notes)


def _announced(
    asking: Asking, terms: Correspondence, rightly: str, found: _Standing
) -> tuple[Reason, ...]:
    """Note an announcement that the terms do not bear."""
    said = asking.consultation.announced
    if not said or said == rightly:
        return found.notes
    note = Reason(
        "announced against the terms",
        NOT_MET,
        terms.clause,
        values={"announced": said, "rightly": rightly},
    )
    return (*found.notes, note)


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
        rest = Consultation(
            **{
                name: getattr(asking.consultation, name)
                for name in ("name", "opened", "closes", "given_up", "amended")
            },
            asked=tuple(one for one in _asked(terms, asking) if one != seat),
            answers=tuple(
                one for one in asking.consultation.answers if one.seat != seat
            ),
        )
        without = _judge(
            terms,
            Asking(rest, asking.membership, asking.referral, asking.known_at),
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


def may_open(terms: Correspondence, *, ground: str, ruling: str = "") -> Finding:
    """
    Say if a body can be asked by correspondence on a ground.

    `ground` is the trigger in the charter's words, `ruling` what it is opened under
    where the terms name no such ground. The outcome is: may open, under a ruling, or
    refused.

    Executes: correspondence.triggers, correspondence.other_grounds
    """
    values: dict[str, Value] = {"ground": ground, "triggers": terms.triggers}
    named = not terms.triggers or ground in terms.triggers
    if named:
        verdict, word = MET, "may open"
    elif terms.other_grounds == "under a ruling" and ruling:
        verdict, word = MET, "under a ruling"
    else:
        verdict, word = NOT_MET, "refused"

    def explain() -> Explanation:
        reason = Reason("ground for asking", verdict, terms.clause, values=values)
        missing: tuple[Missing, ...] = ()
        if verdict is NOT_MET and terms.other_grounds == "under a ruling":
            missing = (Missing("a ruling"),)
        return Explanation(reason, missing)

    return Finding(
        "trigger", verdict, outcome=word, clause=terms.clause, explain=explain
    )
