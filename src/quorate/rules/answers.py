"""Which answers to a consultation stand, and the sets that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.expressions import Set
from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.membership import Seats
from quorate.facts.consultation import Answer, Consultation
from quorate.facts.people import as_known, not_after
from quorate.rules.finding import LeftOut, Reason
from quorate.rules.membership import Entry, Membership
from quorate.rules.sets import Ground, taker
from quorate.rules.verdict import MET, Verdict

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
    taken_up: datetime | date | None = None
    """When the body that it was referred to began with it."""

    seats: Seats | None = None
    """The rule that makes the seats, where a reading of it could change the answer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The answers that stand, by seat."""

    answers: Mapping[str, Answer]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Reason, ...]


def standing(
    terms: Correspondence, asking: Asking, at: datetime | date | None
) -> Standing:
    """
    Return the answer of each seat that stands at a moment.

    A later answer of the same person replaces an earlier one; a holder's goes before
    a substitute's unless the terms say otherwise; answers that came after the close or
    before the text was amended are left out, and so are those of seats not asked.

    Executes: correspondence.holder_before_substitute, correspondence.asked
    """
    consultation = asking.consultation
    asked = set(asked_seats(terms, asking))
    left_out: list[LeftOut] = []
    notes: list[Reason] = []
    kept: dict[str, list[Answer]] = {}
    for answer in as_known(consultation.answers, asking.known_at):
        why = _set_aside(answer, asking, asked, at)
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
    left_out.sort()
    notes.sort(key=lambda one: (one.says, str(one.values.get("seat"))))
    return Standing(answers, tuple(left_out), tuple(notes))


def _set_aside(
    answer: Answer, asking: Asking, asked: set[str], at: datetime | date | None
) -> str:
    consultation = asking.consultation
    if answer.seat not in asked:
        return "was not asked"
    if answer.at is None:
        return ""
    if at is not None and not not_after(answer.at, at):
        return "not yet"
    if _taken_back(answer, asking, at):
        return "was taken back"
    if consultation.closes is not None and not not_after(
        answer.at, consultation.closes
    ):
        return "came after the close"
    if consultation.amended is not None and not_after(answer.at, consultation.amended):
        return "was given to the text before it was amended"
    return ""


def _taken_back(answer: Answer, asking: Asking, at: datetime | date | None) -> bool:
    """Tell if an answer was taken back in time: before a higher body began with it."""
    withdrawn, taken_up = answer.withdrawn, asking.taken_up
    if withdrawn is None or (at is not None and not not_after(withdrawn, at)):
        return False
    return taken_up is None or not not_after(taken_up, withdrawn)


def _chosen(
    terms: Correspondence, given: list[Answer]
) -> tuple[Answer, list[str], str]:
    """Choose among the answers of one seat; the last one stands."""
    by_organisation: dict[str, Answer] = {}
    for one in given:
        if one.organisation:
            by_organisation[one.organisation] = one
    stances = {_side(one) for one in by_organisation.values()}
    if len(stances) > 1:
        # Two organisations of one seat differ: the seat has no answer of its own, and
        # objects only where one of them says that it does.
        objected = any(one.stance == "object" for one in by_organisation.values())
        said = given[-1]
        stance = "object" if objected else "not taking part"
        return Answer(seat=said.seat, stance=stance, at=said.at), [], DISAGREED
    holders = [one for one in given if one.as_ == "holder"]
    others = [one for one in given if one.as_ != "holder"]
    note = ""
    if holders and others and _side(holders[-1]) != _side(others[-1]):
        note = "holder and substitute differ"
    chosen = (holders or others)[-1]
    if terms.holder_before_substitute == "no":
        chosen = given[-1]
    replaced = [
        "the holder answered" if one.as_ != chosen.as_ else "a later answer replaced it"
        for one in given
        if one is not chosen and one.organisation == chosen.organisation
    ]
    return chosen, replaced, note


def _side(answer: Answer) -> str:
    return "agree" if answer.stance in AGREES else answer.stance


def asked_seats(terms: Correspondence, asking: Asking) -> tuple[str, ...]:
    """Return the seats that were asked: those recorded, else those the terms name."""
    if asking.consultation.asked:
        return asking.consultation.asked
    wanted = terms.asked or Set("filled")
    found = taker(wanted, Ground(asking.membership))({})
    if isinstance(found, Verdict):
        return ()
    return tuple(entry.seat for entry in found)


Scene = dict[str, tuple[Entry, ...]]


def scene_of(
    terms: Correspondence, asking: Asking, answers: Mapping[str, Answer]
) -> Scene:
    """
    Return the sets that tests about answers look into, by what silence means.

    Executes: correspondence.silence
    """
    asked = asked_seats(terms, asking)
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
    membership = asking.membership
    order = {seat.name: number for number, seat in enumerate(membership.seats)}
    return {
        word: tuple(
            Entry(seat, membership.holders.get(seat, seat))
            for seat in sorted(seats, key=lambda one: order.get(one, len(order)))
        )
        for word, seats in sets.items()
    }
