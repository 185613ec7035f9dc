from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.membership import Role
from quorate.charter.model import Charter
from quorate.facts.people import Holding
from quorate.rules.eligibility import Standing, may_hold
from quorate.rules.finding import Finding
from quorate.rules.offices import OfficeFacts, holder_of, rules_of_office
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import PEOPLE, board, members

DAY = date(2026, 5, 5)
ELECTED = """
role:
  - role: chair
    elected_by: the members
    elected: every year
    {meanwhile}
  - role: vice-chair
    elected_by: the members
"""
BY_RIGHT = """
role:
  role: chair
  held_by: captain
"""
CONDITIONS = """
role:
  - role: chair
    must_belong_to: {belongs}
  - role: chair
    must_not:
      - mate
      - clerk
  - role: chair
    must: has read the standing orders
"""


def standing(charter: Charter, **more: object) -> Standing:
    offices = {"clerk": "fay", "vice-chair": "dee"}
    return Standing(members(charter, offices=offices), **more)  # type: ignore[arg-type]


def office(
    charter: Charter, *holdings: Holding, on: date = DAY, name: str = "chair"
) -> Finding:
    facts = OfficeFacts(standing(charter), holdings, on)
    return holder_of(rules_of_office(charter, "board", name), name, facts)


def chair(person: str, from_: date | None, until: date | None = None) -> Holding:
    return Holding(office="chair", person=person, from_=from_, until=until)


def elected(meanwhile: str = "") -> Charter:
    stated = f"meanwhile: {meanwhile}" if meanwhile else ""
    return board(ELECTED.format(meanwhile=stated).replace("    \n", ""))


def test_the_holder_of_a_seat_has_its_office_by_right() -> None:
    found = office(board(BY_RIGHT))

    assert (found.verdict, found.outcome) == (MET, "alma")
    assert found.because.says == "by right"


def test_a_person_on_record_goes_before_the_holder_by_right() -> None:
    found = office(board(BY_RIGHT), chair("cy", date(2026, 1, 1)))

    assert found.outcome == "cy"


def test_an_office_that_nobody_holds_on_record_is_vacant() -> None:
    found = office(elected())

    assert (found.verdict, found.outcome) == (NOT_MET, "vacant")


def test_an_office_without_a_rule_or_a_record_is_not_stated() -> None:
    assert office(board()).verdict == NOT_STATED


def test_an_office_without_a_rule_is_held_by_whoever_is_on_record() -> None:
    assert office(board(), chair("cy", None)).outcome == "cy"


@pytest.mark.parametrize(
    "meanwhile, verdict, outcome, people",
    [
        ("the last holder", MET, "meanwhile", ("cy",)),
        ("vice-chair", MET, "meanwhile", ("dee",)),
        ("vacant", NOT_MET, "vacant", ()),
        ("not stated", NOT_STATED, "expired", ("cy",)),
        ("", NOT_STATED, "expired", ("cy",)),
    ],
)
def test_a_year_in_office_ends_as_the_terms_say(
    meanwhile: str, verdict: str, outcome: str, people: tuple[str, ...]
) -> None:
    charter = elected(meanwhile)
    held = chair("cy", date(2025, 5, 6))

    still = office(charter, held, on=date(2026, 5, 6))
    over = office(charter, held, on=date(2026, 5, 7))

    assert still.outcome == "cy"
    assert still.because.values["until"] == "2026-05-06"
    assert (over.verdict, over.outcome) == (verdict, outcome)
    assert over.because.counted == people


def test_a_term_on_record_that_ran_to_its_end_goes_on_meanwhile() -> None:
    charter = elected("the last holder")

    full = office(charter, chair("cy", date(2025, 5, 6), date(2026, 5, 5)), on=DAY)
    over = office(
        charter,
        chair("cy", date(2025, 5, 6), date(2026, 5, 5)),
        on=date(2026, 5, 6),
    )
    early = office(
        charter,
        chair("cy", date(2025, 5, 6), date(2026, 2, 1)),
        on=date(2026, 5, 6),
    )

    assert (full.outcome, over.outcome, early.outcome) == ("cy", "meanwhile", "vacant")


def test_a_vice_chair_who_is_not_there_leaves_the_chair_vacant_meanwhile() -> None:
    charter = elected("vice-chair")
    facts = OfficeFacts(
        Standing(members(charter)), (chair("cy", date(2020, 5, 6)),), DAY
    )

    found = holder_of(rules_of_office(charter, "board", "chair"), "chair", facts)

    assert found.outcome == "vacant"


def test_two_rules_for_one_office_are_not_stated_with_both_clauses() -> None:
    charter = board(BY_RIGHT + "  also_rests_on: members\n")
    both = board(
        BY_RIGHT.replace("role:\n  role", "role:\n  - role").replace(
            "  held_by", "    held_by"
        )
        + "  - role: chair\n    elected_by: the members\n"
    )

    alone, found = office(charter), office(both, chair("cy", None))
    agreed = office(both, chair("alma", None))

    assert alone.outcome == "alma"
    assert found.verdict == NOT_STATED
    assert [one.says for one in found.because.parts] == ["by right", "by election"]
    assert found.because.parts[1].counted == ("cy",)
    assert agreed.outcome == "alma"
    assert len(agreed.explanation.notes) == 2


def test_somebody_who_only_acts_does_not_hold_the_office() -> None:
    acting = Holding(office="chair", person="cy", acting="yes")

    found = office(elected(), acting)

    assert found.outcome == "vacant"
    assert found.explanation.notes[0].counted == ("cy",)


def test_a_condition_broken_later_is_pointed_out() -> None:
    charter = board(CONDITIONS.format(belongs="crew"))

    found = office(charter, chair("bo", None))

    says = [one.says for one in found.explanation.notes]
    assert found.outcome == "bo"
    assert says == ["a condition is broken"]


@pytest.mark.parametrize(
    "person, recorded, verdict, outcome",
    [
        ("alma", ("has read the standing orders",), MET, "may hold"),
        ("alma", (), UNKNOWN, ""),
        ("bo", ("has read the standing orders",), NOT_MET, "may not hold"),
        ("fay", (), NOT_MET, "may not hold"),
        ("cy", (), NOT_MET, "may not hold"),
    ],
)
def test_every_rule_about_an_office_adds_its_conditions(
    person: str, recorded: tuple[str, ...], verdict: str, outcome: str
) -> None:
    charter = board(CONDITIONS.format(belongs="officers"))
    roles = rules_of_office(charter, "board", "chair")

    found = may_hold(roles, "chair", person, standing(charter, recorded=recorded))

    assert (found.verdict, found.outcome) == (verdict, outcome)


def test_belonging_to_a_body_that_is_not_run_here_is_known_by_record_alone() -> None:
    charter = board("role:\n  role: chair\n  must_belong_to: pilots\n")
    roles = rules_of_office(charter, "board", "chair")

    unknown = may_hold(roles, "chair", "cy", standing(charter))
    told = may_hold(
        roles, "chair", "cy", standing(charter, elsewhere=(("cy", "pilots"),))
    )
    denied = may_hold(
        roles,
        "chair",
        "cy",
        standing(charter, recorded=("not: cy belongs to pilots",)),
    )

    assert unknown.verdict == UNKNOWN
    assert unknown.explanation.missing[0].names == ("pilots",)
    assert (told.verdict, denied.verdict) == (MET, NOT_MET)


def test_belonging_to_another_body_of_the_terms_is_known_from_its_seats() -> None:
    charter = board("role:\n  role: chair\n  must_belong_to: crew\n")
    roles = rules_of_office(charter, "board", "chair")
    crew = members(charter)

    found = may_hold(
        roles, "chair", "alma", standing(charter, members=lambda _body: crew)
    )

    assert found.verdict == MET


def test_an_office_without_conditions_is_open_to_all() -> None:
    charter = board(BY_RIGHT)
    roles = rules_of_office(charter, "board", "chair")

    assert may_hold(roles, "chair", "gil", standing(charter)).verdict == MET
    assert may_hold((), "chair", "gil", standing(charter)).verdict == NOT_STATED


def test_a_reading_of_the_meantime_shows_what_another_would_give() -> None:
    charter = board(
        """
        role:
          role: chair
          elected: every year
          interpretations:
            meanwhile:
              take: the last holder
              other: vacant
              because: nothing is said of the time between
        """
    )

    found = office(charter, chair("cy", date(2024, 1, 1)))

    (reading,) = found.turns_on
    assert found.outcome == "meanwhile"
    assert reading.others[0][2] == "vacant"


@given(st.permutations(sorted(PEOPLE.values())))
def test_who_may_hold_does_not_depend_on_the_order_of_the_rules(
    people: list[str],
) -> None:
    charter = board(CONDITIONS.format(belongs="officers"))
    roles: tuple[Role, ...] = rules_of_office(charter, "board", "chair")

    for person in people:
        one = may_hold(roles, "chair", person, standing(charter))
        other = may_hold(roles[::-1], "chair", person, standing(charter))
        assert one.verdict == other.verdict
