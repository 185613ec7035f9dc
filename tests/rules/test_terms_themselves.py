"""What the terms say of themselves: approval, change, passing, ending."""

from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.front import Given, Version
from quorate.charter.kinds.terms import (
    Amendment,
    Approval,
    Ending,
    SubGroups,
    Transition,
)
from quorate.facts.events import Event
from quorate.rules.amendment import amendment, approval
from quorate.rules.composition import composition
from quorate.rules.ending import ending
from quorate.rules.finding import Finding
from quorate.rules.sub_groups import sub_groups
from quorate.rules.transition import passing
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, members

SECOND = Version(number="2")
BY_PORTS = Given(of="2", by="Ports", dated=date(2026, 5, 5))


def approved(terms: Approval | None, *given: Given, at: date | None = None) -> Finding:
    return approval(terms, SECOND, given, at=at, body="board")


@pytest.mark.parametrize(
    "all_of_them, verdict, outcome",
    [
        ("yes", NOT_MET, "waits for approval"),
        ("no", MET, "approved"),
        ("", NOT_STATED, ""),
    ],
)
def test_one_approval_of_two_is_worth_what_the_terms_say(
    all_of_them: str, verdict: str, outcome: str
) -> None:
    found = approved(
        Approval(by=("ports", "clinic"), all_of_them=all_of_them), BY_PORTS
    )

    assert (found.verdict, found.outcome) == (verdict, outcome)


def test_what_is_only_recommended_goes_on_to_the_body_above() -> None:
    terms = Approval(by=("ports",), adopts="recommends to the parent")

    assert approved(terms, BY_PORTS).outcome == "recommended"


def test_an_approval_counts_from_its_day() -> None:
    terms = Approval(by=("ports",))

    assert approved(terms, BY_PORTS, at=date(2026, 5, 4)).verdict == NOT_MET
    assert approved(terms, BY_PORTS, at=date(2026, 5, 5)).verdict == MET


def test_another_version_is_not_approved_by_it() -> None:
    assert approved(Approval(by=("ports",)), Given(of="1", by="ports")).verdict == (
        NOT_MET
    )


def test_terms_that_provide_for_no_approval_say_nothing() -> None:
    assert approved(None, BY_PORTS).verdict == NOT_STATED
    assert amendment((), by="board", body="board").verdict == NOT_STATED


def test_the_rule_that_names_somebody_is_the_one_that_is_asked() -> None:
    terms = (Amendment(by=("board",), clause="1"), Amendment(by=("crew",), clause="2"))

    found = amendment(terms, by="crew", body="board")

    assert (found.verdict, found.clause) == (MET, "2")


@pytest.mark.parametrize(
    "stated, outcome",
    [("close", "closed"), ("continue under the new", "continues under the new")],
)
def test_what_is_open_passes_as_the_terms_have_it(stated: str, outcome: str) -> None:
    terms = Transition(consultations=stated)

    found = passing(
        terms,
        "consultations",
        opened=date(2026, 5, 4),
        in_force=date(2026, 5, 5),
        body="board",
    )

    assert found.outcome == outcome


@pytest.mark.parametrize("terms", [None, Transition(consultations="close")])
def test_of_what_the_terms_do_not_speak_nothing_is_stated(
    terms: Transition | None,
) -> None:
    found = passing(
        terms,
        "duties",
        opened=date(2026, 5, 4),
        in_force=date(2026, 5, 5),
        body="board",
    )

    assert found.verdict == NOT_STATED


def lasting(terms: Ending | None, *recorded: str, until: date | None = None) -> Finding:
    return ending(
        terms, at=date(2026, 5, 5), recorded=recorded, until=until, body="board"
    )


def test_a_body_ends_with_its_last_day() -> None:
    terms = Ending(lasts="until a day", until=date(2026, 5, 5))

    assert lasting(terms).outcome == "goes on"
    assert lasting(terms).because.values["until"] == "2026-05-05"
    assert lasting(Ending(), until=date(2026, 5, 4)).outcome == "ended"


def test_a_body_that_was_dissolved_has_ended() -> None:
    assert lasting(Ending(lasts="until dissolved"), "dissolved").outcome == "ended"
    assert lasting(Ending(lasts="until dissolved")).outcome == "goes on"


def test_a_body_that_lasts_until_a_day_that_nobody_set_is_unknown() -> None:
    assert lasting(Ending(lasts="until a day")).verdict == UNKNOWN
    assert lasting(None).verdict == NOT_STATED


def test_sub_groups_of_two_clauses_are_told_together() -> None:
    terms = (
        SubGroups(must_have=("crew",), clause="1"),
        SubGroups(must_have=("pilots",), clause="2"),
    )
    set_up = Event(kind="sub-group set up", subject="crew", happened=date(2026, 5, 5))

    found = sub_groups(terms, (set_up,), body="board")

    assert (found.verdict, found.clause) == (NOT_MET, "2")
    assert [one.verdict for one in found.because.parts] == [MET, NOT_MET]
    assert found.explanation.missing[0].names == ("pilots",)


def test_a_sub_group_set_up_on_the_day_that_another_ended_is_there() -> None:
    day = date(2026, 5, 5)
    events = (
        Event(kind="sub-group set up", subject="crew", happened=date(2026, 1, 6)),
        Event(kind="sub-group ended", subject="crew", happened=day),
        Event(kind="sub-group set up", subject="pilots", happened=day),
    )

    found = sub_groups((SubGroups(must_have=("pilots",)),), events, body="board")

    assert found.outcome == "all there"


def test_terms_without_sub_groups_or_a_test_of_the_membership_say_nothing() -> None:
    charter = board()

    assert sub_groups((SubGroups(),), (), body="board").verdict == NOT_STATED
    assert composition((), None, members(charter), body="board").verdict == NOT_STATED
