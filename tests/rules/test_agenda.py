from __future__ import annotations

from datetime import datetime

import pytest

from quorate.charter.kinds.meetings import Agenda, ExtraMeetings, StandingItem
from quorate.charter.rule import Interpretation
from quorate.facts.meeting import Item, Meeting
from quorate.rules.agenda import AgendaTerms, Tabled, agenda
from quorate.rules.circles import Circle
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, members

CIRCLE = Circle(members(board(), offices={"chair": "alma"}))
STANDING = (
    StandingItem(item="Interests", name="interests"),
    StandingItem(item="Tides"),
)


def judged(rule: Agenda, *items: Item, item: str = "", **more: object) -> Finding:
    meeting = Meeting(
        opens=datetime(2026, 5, 5, 10),  # noqa: DTZ001  The body's own time.
        items=items,
        **more,  # type: ignore[arg-type]
    )
    return agenda(AgendaTerms((rule,)), Tabled(meeting, CIRCLE, item))


def test_a_standing_item_is_there_by_its_name_its_title_or_its_matter() -> None:
    found = judged(
        Agenda(standing=STANDING),
        Item(name="interests"),
        Item(name="3", title="tides"),
    )

    assert (found.verdict, found.outcome) == (MET, "in order")
    assert found.because.counted == ("Interests", "Tides")


@pytest.mark.parametrize("without, outcome", [("refused", "refused"), ("", "")])
def test_what_follows_without_a_standing_item_is_what_the_terms_say(
    without: str, outcome: str
) -> None:
    found = judged(Agenda(standing=STANDING, without_one=without), Item(name="Tides"))

    assert (found.verdict, found.outcome) == (NOT_MET, outcome)
    assert found.explanation.missing[0].names == ("Interests",)


@pytest.mark.parametrize(
    "who, verdict", [("alma", MET), ("chair", MET), ("bo", NOT_MET), ("", UNKNOWN)]
)
def test_an_agenda_is_set_by_whoever_sets_it(who: str, verdict: str) -> None:
    assert judged(Agenda(set_by="chair"), agenda_set_by=who).verdict == verdict


def test_an_agenda_is_cleared_by_whoever_clears_it() -> None:
    rule = Agenda(set_by="chair", cleared_by="mate")

    found = judged(rule, agenda_set_by="alma", agenda_cleared_by="cy")

    assert (found.verdict, found.outcome) == (NOT_MET, "refused")
    assert [one.verdict for one in found.because.parts] == [MET, NOT_MET]


@pytest.mark.parametrize(
    "rule, by, verdict",
    [
        ("never", "alma", NOT_MET),
        ("the chair agrees", "alma", MET),
        ("the chair agrees", "bo", NOT_MET),
        ("the chair agrees", "", UNKNOWN),
        ("the meeting agrees", "meeting", MET),
        ("the meeting agrees", "alma", NOT_MET),
        ("not stated", "alma", NOT_STATED),
    ],
)
def test_urgent_business_is_let_in_by_whoever_may(
    rule: str, by: str, verdict: str
) -> None:
    late = Item(name="leak", urgent="yes", let_in_by=by)

    assert judged(Agenda(urgent_items=rule), late, item="leak").verdict == verdict


def test_whoever_presides_can_let_in_urgent_business() -> None:
    late = Item(name="leak", urgent="yes", let_in_by="bo")

    found = judged(Agenda(urgent_items="the chair agrees"), late, presided_by="bo")

    assert found.verdict == MET


def test_nobody_takes_off_what_can_not_be_taken_off() -> None:
    rule = Agenda(cannot_remove=("mate",))
    kept = Item(name="pay", proposed_by="bo", left_out="yes")
    gone = Item(name="flags", proposed_by="cy", left_out="yes")

    assert judged(rule, kept).outcome == "refused"
    assert judged(rule, gone).outcome == "in order"


def test_an_item_of_somebody_whom_the_terms_do_not_name_is_noted() -> None:
    found = judged(Agenda(proposed_by=("mate",)), Item(name="pay", proposed_by="cy"))

    assert found.verdict == MET
    assert found.explanation.notes[0].says == "proposed by somebody else"


def test_only_the_business_of_the_notice_at_a_further_meeting() -> None:
    terms = AgendaTerms((), ExtraMeetings(only_noticed_business="yes"))
    meeting = Meeting(sort="extra", items=(Item(name="leak", urgent="yes"),))

    found = agenda(terms, Tabled(meeting, CIRCLE))

    assert (found.verdict, found.outcome) == (NOT_MET, "refused")


def test_another_reading_of_the_agenda_is_told() -> None:
    reading = Interpretation("without_one", "refused", ("shown",), "it only says must")
    rule = Agenda(standing=STANDING, without_one="refused", interpretations=(reading,))

    found = judged(rule, Item(name="Tides"))

    assert [one.field for one in found.turns_on] == ["without_one"]
    assert found.turns_on[0].others == (("shown", NOT_MET, "shown"),)
