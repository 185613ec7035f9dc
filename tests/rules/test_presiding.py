from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.meetings import Interests
from quorate.charter.kinds.membership import Role, Substitutes
from quorate.facts.meeting import Interest, Item, Meeting, Presence
from quorate.facts.people import Holding, Substitution
from quorate.rules.finding import Finding
from quorate.rules.presiding import PresidingTerms, casting_vote, presiding
from quorate.rules.sitting import Sitting
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, meeting, sitting

OPENS = datetime.fromisoformat("2026-05-05 10:00")
ORDER = """
role:
  - role: chair
    held_by: captain
    presides: 1
  - role: vice-chair
    held_by: mate
    presides: 2
"""
CHARTER = board(ORDER)
ROLES = CHARTER.rules_of("board", Role)
TERMS = PresidingTerms(ROLES)
GRANT = Item(name="grant", interests=(Interest(person="alma"),))
LEFT = Item(name="left", interests=(Interest(person="alma", withdrew="yes"),))
CASTING = Decision(method="ballot", tie="casting vote", casting_vote="presiding")


def held(there: str, **more: object) -> Sitting:
    one = replace(meeting("may", OPENS, there=there), **more)  # type: ignore[arg-type]
    return sitting(CHARTER, one)


@pytest.mark.parametrize(
    "there, outcome, office",
    [("alma bo", "alma", "chair"), ("bo cy", "bo", "vice-chair")],
)
def test_the_first_in_the_order_who_is_there_presides(
    there: str, outcome: str, office: str
) -> None:
    found = presiding(TERMS, held(there))

    assert (found.verdict, found.outcome) == (MET, outcome)
    assert found.because.values["office"] == office


def test_without_anybody_in_the_order_the_terms_are_silent() -> None:
    found = presiding(TERMS, held("cy dee"))

    assert found.verdict == NOT_STATED
    assert found.explanation.missing[0].what == "somebody chosen by those present"
    assert {one.who for one in found.because.left_out} == {"alma", "bo"}


def test_whoever_those_present_chose_presides_on_record() -> None:
    found = presiding(TERMS, held("cy dee", presided_by="cy"))

    assert (found.verdict, found.outcome) == (MET, "cy")
    assert found.explanation.notes[0].says == "the terms do not say who is chosen"


def test_whoever_presided_on_record_did_though_another_had_a_better_claim() -> None:
    found = presiding(TERMS, held("alma bo", presided_by="bo"))

    assert found.outcome == "bo"
    assert found.explanation.notes[0].says == "another had a better claim"


def test_a_chair_who_leaves_hands_over() -> None:
    gone = Meeting(
        name="may",
        opens=OPENS,
        presided_by="alma",
        present=(Presence(person="alma", until=time(11, 0)), Presence(person="bo")),
    )
    late = datetime.fromisoformat("2026-05-05 11:30")

    before = presiding(TERMS, sitting(CHARTER, gone))
    after = presiding(TERMS, sitting(CHARTER, gone), at=late)

    assert (before.outcome, after.outcome) == ("alma", "bo")


def test_a_chair_who_withdraws_for_an_interest_does_not_preside_over_the_item() -> None:
    found = presiding(TERMS, held("alma bo", presided_by="alma"), item=LEFT)

    assert found.outcome == "bo"


@pytest.mark.parametrize(
    "said, outcome, notes", [("no", "bo", 0), ("yes", "alma", 0), ("", "alma", 1)]
)
def test_an_interest_bars_a_chair_as_the_terms_say(
    said: str, outcome: str, notes: int
) -> None:
    terms = PresidingTerms(ROLES, interests=Interests(preside=said))

    found = presiding(terms, held("alma bo"), item=GRANT)

    assert found.outcome == outcome
    assert len(found.explanation.notes) == notes


def test_somebody_who_acts_in_an_office_presides_in_its_place() -> None:
    acting = Holding(office="chair", person="cy", acting="yes")
    terms = PresidingTerms(ROLES, holdings=(acting,))

    assert presiding(terms, held("bo cy")).outcome == "cy"
    assert presiding(terms, held("alma cy")).outcome == "alma"


@pytest.mark.parametrize("may, outcome", [("yes", "sam"), ("no", "bo"), ("", "bo")])
def test_a_substitute_takes_over_the_chair_only_where_the_terms_say_so(
    may: str, outcome: str
) -> None:
    terms = PresidingTerms(ROLES, Substitutes(may_preside=may))
    room = held("sam bo")
    sent = replace(room, substitutes=(Substitution(seat="captain", person="sam"),))

    assert presiding(terms, sent).outcome == outcome


def test_without_a_roll_nobody_can_say_who_presides() -> None:
    assert presiding(TERMS, held("", roll_taken="no")).verdict == UNKNOWN


def has(person: str, there: str, decision: Decision = CASTING, **more: str) -> Finding:
    return casting_vote(decision, TERMS, held(there, **more), person=person)


def test_whoever_presides_has_the_casting_vote_and_not_an_absent_chair() -> None:
    assert has("bo", "bo cy").verdict == MET
    assert has("alma", "bo cy").verdict == NOT_MET
    assert has("cy", "cy dee", presided_by="cy").outcome == "has it"


def test_a_senior_person_who_does_not_preside_has_no_casting_vote() -> None:
    found = has("alma", "alma bo", presided_by="bo")

    assert found.verdict == NOT_MET
    assert found.because.left_out[0].why == "did not preside"


def test_an_office_that_the_terms_name_has_the_casting_vote_while_there() -> None:
    named = replace(CASTING, casting_vote="chair")

    assert has("alma", "alma bo", named, presided_by="bo").verdict == MET
    assert has("alma", "bo", named).verdict == NOT_MET


@pytest.mark.parametrize(
    "tie, verdict", [("lost", NOT_MET), ("not stated", NOT_STATED), ("", NOT_STATED)]
)
def test_there_is_no_casting_vote_where_the_terms_give_none(
    tie: str, verdict: str
) -> None:
    found = has("alma", "alma", replace(CASTING, tie=tie))

    assert found.verdict == verdict
    assert found.because.says == "no casting vote"


def test_where_nobody_knows_who_presides_nobody_knows_who_has_it() -> None:
    assert has("alma", "", roll_taken="no").verdict == UNKNOWN
