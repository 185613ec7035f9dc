"""Clauses of the bodies of the children's trust, asked through the command."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.clauses.answers import explained, planned
from tests.clauses.trust_facts import BOARD, CLUSTER, CT, EXECUTIVE, met, seated
from tests.front_door import Command

ON_BOARD = seated("board", BOARD)
MOVED = (
    "meetings:\n  - name: april\n    body: board\n    opens: 2027-05-11 10:00\n"
    "    state: planned\n"
)


@pytest.mark.clause("CT-SB-3")
def test_the_board_is_proposed_a_meeting_in_each_quarter(command: Command) -> None:
    rows = planned(command, CT, "board", "meeting")

    assert [one["on"][5:7] for one in rows] == ["01", "04", "07", "10"]
    assert {one["clause"] for one in rows} == {"A/3.2.1/frequency"}


@pytest.mark.clause("CT-SB-3")
@pytest.mark.parametrize(
    "at,pace,verdict",
    [
        ("2010-03-01", "on track", "met"),
        ("2010-06-30", "due", "met"),
        ("2010-07-01", "missed", "not_met"),
    ],
)
def test_a_quarter_without_a_meeting_of_the_board_is_raised(
    command: Command, at: str, pace: str, verdict: str
) -> None:
    facts = ON_BOARD + met("board", [("january", "2010-01-19 10:00", ["alma"])])

    answer = explained(command, CT, facts, "cadence", at=at)

    assert (answer.verdict, answer.outcome) == (verdict, pace)
    assert answer.cites == {"A/3.2.1/frequency"}
    assert answer.values.get("missed") == (["2010-Q2"] if pace == "missed" else None)


@pytest.mark.clause("CT-SB-4")
@pytest.mark.parametrize(
    "seat,fills",
    [
        ("districts-2", "Suffolk Local Government Association"),
        ("vcs-2", "Young Suffolk"),
    ],
)
def test_a_vacant_place_of_a_line_shows_with_who_has_to_fill_it(
    command: Command, seat: str, fills: str
) -> None:
    people = seated("board", {one: who for one, who in BOARD.items() if one != seat})

    vacant, other = (
        explained(command, CT, people, "vacancy", seat=one, at="2010-03-02")
        for one in (seat, seat.replace("-2", "-1"))
    )

    assert (vacant.verdict, vacant.outcome) == ("not_met", "vacant")
    assert vacant.values["fills"] == fills
    assert vacant.cites == {"A/3.2.1/members"}
    assert (other.verdict, other.outcome) == ("met", "filled")


@pytest.mark.clause("CT-SB-5")
@pytest.mark.parametrize(
    "matter",
    [
        "strategic priorities",
        "investment of joint resources",
        "disinvestment of joint resources",
    ],
)
def test_what_is_reserved_is_beyond_every_other_body_that_can_still_recommend(
    command: Command, matter: str
) -> None:
    board, executive = (
        explained(command, CT, ON_BOARD, "authority", body=body, matter=matter)
        for body in ("board", "executive")
    )
    recommends = explained(
        command,
        CT,
        ON_BOARD,
        "authority",
        body="executive",
        matter="commissioning recommendations",
    )

    assert (board.verdict, board.outcome) == ("met", "may decide")
    assert (executive.verdict, executive.outcome) == ("not_met", "beyond authority")
    assert executive.values["reserved_to"] == "board"
    assert board.cites == executive.cites == {"A/3.2.1/reserved"}
    assert (recommends.verdict, recommends.outcome) == ("met", "within delegation")


def days_between(rows: list[str], first: str, last: str) -> int:
    """Return how many days of a plan lie between two others."""
    return sum(first < day < last for day in rows)


@pytest.mark.clause("CT-EX-3")
@pytest.mark.parametrize("moved", [False, True], ids=["proposed", "moved"])
def test_the_executive_meets_before_and_after_each_meeting_of_the_board(
    command: Command, tmp_path: Path, *, moved: bool
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(MOVED, encoding="utf-8")
    options = ("--facts", facts) if moved else ()

    board, executive = (
        [one["on"] for one in planned(command, CT, body, "meeting", *options)]
        for body in ("board", "executive")
    )

    assert ("2027-05-11" in board) is moved
    between = ["2027-01-01", *board, "2027-12-31"]
    assert all(days_between(executive, *pair) >= 1 for pair in pairwise(between))


@pytest.mark.clause("CT-EX-4")
@pytest.mark.parametrize(
    "organisation,outcome,times",
    [
        ("NHS Suffolk", "triggered", ["january", "march", "may"]),
        ("NHS Great Yarmouth & Waveney", "triggered", ["january", "march", "may"]),
        ("District & Borough Councils", "not triggered", ["may"]),
    ],
)
def test_an_absence_counts_for_every_organisation_that_the_seat_stands_for(
    command: Command, organisation: str, outcome: str, times: list[str]
) -> None:
    facts = seated("executive", EXECUTIVE) + met(
        "executive",
        [
            ("january", "2010-01-12 10:00", ["max", "abe", "ed"]),
            ("march", "2010-03-09 10:00", ["max", "abe", "flo"]),
            ("may", "2010-05-11 10:00", ["max", "abe"]),
        ],
    )

    answer = explained(
        command,
        CT,
        facts,
        "attendance",
        rule="three-executive-absences",
        organisation=organisation,
        at="2010-06-01",
    )

    assert answer.outcome == outcome
    assert answer.values["absences"] == times


@pytest.mark.clause("CT-EX-4")
@pytest.mark.parametrize(
    "present,verdict,outcome",
    [(["max", "abe"], "met", "max"), (["abe"], "not_stated", "")],
    ids=["there", "away"],
)
def test_the_director_chairs_the_executive(
    command: Command, present: list[str], verdict: str, outcome: str
) -> None:
    facts = seated("executive", EXECUTIVE)
    facts += met("executive", [("may", "2010-05-11 10:00", present)])

    answer = explained(command, CT, facts, "presiding")

    assert (answer.verdict, answer.outcome) == (verdict, outcome)
    assert answer.cites == {"A/3.2.2/chair"}


@pytest.mark.clause("CT-WD-2")
@pytest.mark.parametrize("moved", [False, True], ids=["proposed", "moved"])
def test_the_workforce_group_follows_each_meeting_of_the_board(
    command: Command, tmp_path: Path, *, moved: bool
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(MOVED, encoding="utf-8")
    options = ("--facts", facts) if moved else ()

    board, group = (
        [one["on"] for one in planned(command, CT, body, "meeting", *options)]
        for body in ("board", "workforce-group")
    )

    assert ("2027-05-11" in board) is moved
    assert len(group) == 4
    assert all(
        0 < (date.fromisoformat(after) - date.fromisoformat(before)).days < 32
        for before, after in zip(board, group, strict=True)
    )


CHAIRS = "offices:\n  - office: chair\n    person: abe\n    from: 2010-02-01\n"
LEAVES = """\
appointments:
  - seat: portfolio-holder
    person: abe
    until: 2010-06-30
"""


@pytest.mark.clause("CT-WD-3")
@pytest.mark.parametrize(
    "at,verdict,outcome,notes",
    [
        ("2010-06-30", "met", "may hold", set()),
        ("2010-07-01", "not_met", "may not hold", {"a condition is broken"}),
    ],
)
def test_the_chair_of_the_workforce_group_has_to_stay_on_the_board(
    command: Command, at: str, verdict: str, outcome: str, notes: set[str]
) -> None:
    facts = "body: workforce-group\n" + CHAIRS + LEAVES

    may = explained(command, CT, facts, "may_hold", office="chair", person="abe", at=at)
    office = explained(command, CT, facts, "office", office="chair", at=at)

    assert (may.verdict, may.outcome) == (verdict, outcome)
    assert office.notes == notes
    assert may.cites == office.cites == {"A/3.2.3/chair"}


SENT = """\
events:
  - kind: minutes sent
    happened: {day}
    body: cluster-groups
    subject: january
"""


@pytest.mark.clause("CT-CC-d")
@pytest.mark.parametrize(
    "sent,verdict,outcome",
    [
        (SENT.format(day="2010-01-19"), "met", "discharged"),
        (SENT.format(day="2010-01-20"), "met", "discharged late"),
        ("", "not_met", "overdue"),
    ],
    ids=["in the week", "a day late", "not sent"],
)
def test_minutes_go_to_members_and_the_area_director_within_a_week(
    command: Command, sent: str, verdict: str, outcome: str
) -> None:
    facts = seated("cluster-groups", CLUSTER)
    facts += met("cluster-groups", [("january", "2010-01-12 10:00", ["abe"])])

    answer = explained(
        command,
        CT,
        facts + sent,
        "duty",
        rule="A/3.2.6/d",
        subject="january",
        at="2010-02-01",
    )

    assert (answer.verdict, answer.outcome) == (verdict, outcome)
    assert answer.values["due"] == "2010-01-19"
    assert answer.values["to"] == ["members", "Area Director"]
    assert answer.values.get("evidence") == (["january"] if sent else None)
    assert answer.cites == {"A/3.2.6/d"}


@pytest.mark.clause("CT-CC-g")
@pytest.mark.parametrize(
    "person,on_the_team,verdict,missing",
    [
        ("bea", True, "met", []),
        ("bea", False, "unknown", ["on record area-action-team"]),
        ("abe", True, "not_met", []),
    ],
    ids=["of the team", "not on record", "the co-ordinator"],
)
def test_the_chair_of_a_cluster_is_of_the_area_team_and_not_its_co_ordinator(
    command: Command,
    person: str,
    *,
    on_the_team: bool,
    verdict: str,
    missing: list[str],
) -> None:
    facts = seated("cluster-groups", CLUSTER)
    if on_the_team:
        facts += f"elsewhere:\n  {person}: area-action-team\n"

    answer = explained(
        command, CT, facts, "may_hold", office="chair", person=person, at="2010-03-01"
    )

    assert answer.verdict == verdict
    assert {"A/3.2.6/g", "A/3.2.6/h"} <= answer.cites
    assert answer.missing == missing
    assert answer.left_out == ({"abe": "holds such a seat"} if person == "abe" else {})
