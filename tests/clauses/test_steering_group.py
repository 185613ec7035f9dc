"""Clauses of the digital steering group, asked through the command."""

from __future__ import annotations

from datetime import date

import pytest

from tests.clauses.answers import clause_rules, explained, planned, remarks
from tests.front_door import Command

DSG = "digital-steering-group"
PEOPLE = """\
people:
  chair: alma
  vice-chair: bo
  senior-resources: bo
  senior-operational: cai
  digital: dee
  ict: eli
  communications: fay
  human-resources: gus
  frontline: hal
"""
ISSUED = """\
events:
  - kind: agenda published
    happened: {at}
    body: group
    subject: may
"""
HOLIDAYS = {"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31"}
HOLIDAYS |= {"2027-08-30", "2027-12-27", "2027-12-28"}


def meeting(*present: str, lines: tuple[str, ...] = ()) -> str:
    """Return the facts of a meeting on Tuesday 21 May 2019 at two."""
    told = [
        f"{PEOPLE}meetings:",
        "  - name: may",
        "    opens: 2019-05-21 14:00",
        f"    present: [{', '.join(present)}]",
        *(f"    {line}" for line in lines),
    ]
    return "\n".join(told) + "\n"


@pytest.mark.clause("DSG-Q")
@pytest.mark.parametrize(
    "present,missing,says",
    [
        ("bo cai dee eli", ["1 more person"], "one more member."),
        (
            "cai dee eli fay gus",
            ["one of chair or vice-chair"],
            "the chair or the vice-chair.",
        ),
        (
            "cai dee eli fay",
            ["1 more person", "one of chair or vice-chair"],
            "one more member, with the chair or the vice-chair among those present.",
        ),
    ],
)
def test_without_a_quorum_it_says_what_is_missing(
    command: Command, present: str, missing: list[str], says: str
) -> None:
    answer = explained(command, DSG, meeting(*present.split()), "quorum")

    assert answer.verdict == "not_met"
    assert answer.cites == {"membership/quorum"}
    assert answer.missing == missing
    assert f"Still missing: {says}" in answer.paragraph


@pytest.mark.clause("DSG-Q")
@pytest.mark.parametrize("leader", ["alma", "bo"])
def test_five_members_with_either_leader_are_a_quorum(
    command: Command, leader: str
) -> None:
    facts = meeting(leader, "cai", "dee", "eli", "fay")

    answer = explained(command, DSG, facts, "quorum")

    assert answer.verdict == "met"
    assert answer.cites == {"membership/quorum"}
    assert answer.missing == []


@pytest.mark.clause("DSG-Q")
def test_the_quorum_is_told_as_people_come_and_go(command: Command) -> None:
    facts = (
        meeting("alma", "cai", "dee")
        .replace("[alma, cai, dee]", "")
        .replace(
            "    present: \n",
            "    present:\n      - alma\n      - cai\n      - dee\n      - eli\n"
            "      - person: fay\n        from: 14:20\n        until: 15:00\n",
        )
    )

    told = [
        explained(command, DSG, facts, "quorum", at=f"2019-05-21 {clock}").verdict
        for clock in ("14:10", "14:30", "15:10")
    ]

    assert told == ["not_met", "met", "not_met"]


@pytest.mark.clause("DSG-M")
def test_nine_seats_are_told_apart_by_the_part_they_play(command: Command) -> None:
    bodies = command("show", DSG, "--json").json["bodies"]

    seats = next(one["seats"] for one in bodies if one["slug"] == "group")
    groups = [group for one in seats for group in one["groups"]]
    assert len(seats) == 9
    assert {"chair", "vice-chair"} <= {one["seat"] for one in seats}
    assert groups.count("senior-responsible-officer") == 2
    assert groups.count("supporting-officer") == 5


@pytest.mark.clause("DSG-M")
def test_somebody_in_two_seats_counts_once(command: Command) -> None:
    four, five = (
        explained(command, DSG, meeting(*present.split()), "quorum")
        for present in ("bo cai dee eli", "bo cai dee eli fay")
    )

    assert four.left_out == {"senior-resources": "second seat of the same person"}
    assert (four.verdict, four.missing) == ("not_met", ["1 more person"])
    assert five.verdict == "met"


@pytest.mark.clause("DSG-Rb")
@pytest.mark.parametrize(
    "anchor,who,what",
    [
        (
            "b/interests",
            "senior-responsible-officer",
            "speak for the other service areas",
        ),
        (
            "b/resources",
            "senior-responsible-officer",
            "commit the resources that the ICT and digital plans need",
        ),
        (
            "c/expertise",
            "supporting-officer",
            "bring technical or organisational knowledge to the group's work",
        ),
    ],
)
def test_the_parts_of_officers_come_with_what_they_do(
    command: Command, anchor: str, who: str, what: str
) -> None:
    (rule,) = clause_rules(command, DSG, anchor)

    assert (rule["kind"], rule["says"]["of"]) == ("expectation", who)
    assert what in rule["says"]["to"]


@pytest.mark.clause("DSG-Rb")
def test_a_senior_officer_who_is_vice_chair_too_counts_once(command: Command) -> None:
    facts = meeting("bo", "cai", "dee", "eli", "fay")

    rules = clause_rules(command, DSG, "b/champions")
    quorum = explained(command, DSG, facts, "quorum")
    office = explained(
        command, DSG, facts, "office", office="vice-chair", at="2019-05-21"
    )

    assert [one["says"]["of"] for one in rules] == ["senior-responsible-officer"]
    assert office.outcome == "bo"
    assert quorum.verdict == "met"
    assert quorum.left_out == {"senior-resources": "second seat of the same person"}


@pytest.mark.clause("DSG-F1")
def test_a_year_is_proposed_on_working_days_two_months_apart(command: Command) -> None:
    days = [one["on"] for one in planned(command, DSG, "group", "meeting")]

    assert [day[5:7] for day in days] == ["01", "03", "05", "07", "09", "11"]
    assert not HOLIDAYS.intersection(days)
    assert all(date.fromisoformat(day).weekday() < 5 for day in days)


@pytest.mark.clause("DSG-F1")
@pytest.mark.parametrize(
    "at,pace", [("2020-06-30", "due"), ("2020-07-01", "missed")], ids=str
)
def test_a_missed_cycle_is_raised_the_day_after_it_ends(
    command: Command, at: str, pace: str
) -> None:
    facts = f"{PEOPLE}meetings:\n" + "".join(
        f"  - name: m{month}\n    opens: 2020-0{month}-05 14:00\n" for month in (1, 3)
    )

    answer = explained(command, DSG, facts, "cadence", at=at)

    assert answer.outcome == pace
    assert answer.verdict == ("not_met" if pace == "missed" else "met")
    assert (answer.values["held"], answer.values["by"]) == (0, "2020-06-30")
    assert answer.cites == {"frequency-of-meetings/cycle"}


@pytest.mark.clause("DSG-F3")
@pytest.mark.parametrize(
    "agreed,verdict,outcome",
    [
        (("agreed_by: alma",), "met", "properly called"),
        (("agreed_by: bo",), "not_met", "without agreement"),
        ((), "not_met", "without agreement"),
    ],
    ids=["the chair's", "the vice-chair's", "none"],
)
def test_an_extra_meeting_needs_the_chairs_agreement_on_record(
    command: Command, agreed: tuple[str, ...], verdict: str, outcome: str
) -> None:
    facts = meeting("alma", lines=("sort: extra", *agreed))
    facts += ISSUED.format(at="2019-05-14 10:00")

    answer = explained(command, DSG, facts, "meeting_called")

    assert (answer.verdict, answer.outcome) == (verdict, outcome)
    assert "frequency-of-meetings/extra" in answer.cites


@pytest.mark.clause("DSG-N")
@pytest.mark.parametrize(
    "at,outcome,late_by",
    [
        ("2019-05-15 23:59", "discharged", None),
        ("2019-05-16 10:00", "discharged late", "1 day"),
        ("2019-05-20 10:00", "discharged late", "5 days"),
    ],
    ids=str,
)
def test_an_agenda_is_due_four_working_days_before_the_meeting(
    command: Command, at: str, outcome: str, late_by: str | None
) -> None:
    facts = meeting("alma") + ISSUED.format(at=at)

    answer = explained(
        command, DSG, facts, "duty", rule="standards/agenda", subject="may", at=at
    )

    assert answer.outcome == outcome
    assert answer.values["due"] == "2019-05-15"
    assert answer.values.get("late_by") == late_by
    assert answer.cites == {"standards/agenda"}


@pytest.mark.clause("DSG-N")
@pytest.mark.parametrize(
    "left_out,verdict,without_notice",
    [("", "met", {}), ("dee", "not_stated", {"dee": "had no notice"})],
    ids=["nobody", "one"],
)
def test_an_agenda_has_to_be_open_to_every_member(
    command: Command, left_out: str, verdict: str, without_notice: dict[str, str]
) -> None:
    facts = meeting("alma") + ISSUED.format(at="2019-05-14 10:00")
    if left_out:
        facts += f"    keys:\n      left-out: {left_out}\n"

    answer = explained(command, DSG, facts, "meeting_called")

    assert answer.verdict == verdict
    assert answer.left_out == without_notice
    assert answer.cites == {"standards/agenda"}


@pytest.mark.clause("DSG-W")
def test_a_policy_is_not_final_until_the_other_bodies_have_dealt_with_it(
    command: Command,
) -> None:
    matter = "policies developed and approved by the group"
    facts = meeting(
        *"alma cai dee eli fay".split(),
        lines=(
            "items:",
            "  - name: devices",
            "    at: 14:10",
            f"    matter: {matter}",
            "    subject_to: staffing-committee",
        ),
    )
    dealt = "".join(
        "  - kind: consulted\n    happened: 2019-06-04\n    subject: devices\n"
        f"    body: {body}\n"
        for body in ("staffing-committee", "consultative-groups")
    )

    decided = explained(command, DSG, facts, "decision", item="devices")
    waits, final = (
        explained(command, DSG, each, "subject_to", matter=matter, subject="devices")
        for each in (facts, f"{facts}events:\n{dealt}")
    )

    assert decided.outcome == "subject to another body"
    assert waits.verdict == "not_met"
    assert waits.outcome == "waits for staffing-committee"
    assert waits.missing == ["dealt with by staffing-committee or consultative-groups"]
    assert (final.verdict, final.outcome) == ("met", "final")
    assert final.cites == {"reporting/further-consideration"}


@pytest.mark.clause("DSG-0")
def test_the_purpose_and_each_objective_can_be_asked_for_by_its_clause(
    command: Command,
) -> None:
    anchors = ["purpose/aim", *(str(number) for number in range(1, 11))]

    shown = [
        command("show", DSG, "--clause", anchor, "--json").json["clause"]
        for anchor in anchors
    ]

    assert [one["anchor"] for one in shown] == anchors
    assert all(one["text"] and one["rules"] for one in shown)


@pytest.mark.clause("DSG-1")
def test_a_matter_put_to_another_body_is_shown_whose_it_is(command: Command) -> None:
    ours, nobodys = (
        explained(command, DSG, PEOPLE, "remit", body="efficiency-board", matter=matter)
        for matter in ("delivery of ICT", "refuse collection")
    )

    assert (ours.verdict, ours.outcome) == ("met", "group")
    assert ours.cites == {"1"}
    assert "Digital and ICT Steering Group" in ours.paragraph
    assert nobodys.verdict == "not_stated"


AGREED = """\
events:
  - kind: action log agreed
    happened: 2019-07-02 14:20
    body: group
    subject: may
"""
ASKED = """\
  - kind: request received
    happened: 2019-07-10
    by: cabinet
    body: council
    subject: may
"""


def received(body: str) -> str:
    """Return the event of a body receiving the log."""
    return (
        "  - kind: paper received\n    happened: 2019-07-20\n    subject: may\n"
        f"    topic: minutes\n    body: {body}\n"
    )


@pytest.mark.clause("DSG-10")
@pytest.mark.parametrize(
    "asked,got,outcome",
    [
        ("", (), "triggered"),
        ("", ("executive-management-team",), "triggered"),
        ("", ("executive-management-team", "cabinet"), "discharged"),
        (ASKED, ("executive-management-team", "cabinet"), "triggered"),
        (ASKED, ("executive-management-team", "cabinet", "council"), "discharged"),
    ],
)
def test_the_record_goes_to_two_bodies_and_to_council_when_cabinet_asks(
    command: Command, asked: str, got: tuple[str, ...], outcome: str
) -> None:
    facts = meeting("alma") + AGREED + asked + "".join(map(received, got))

    answer = explained(
        command,
        DSG,
        facts,
        "duty",
        rule="report-minutes",
        subject="may",
        at="2019-09-01",
    )

    assert answer.outcome == outcome
    assert answer.cites == {"reporting/recipients"}
    assert answer.values.get("evidence") == (["may"] if got else None)


@pytest.mark.clause("DSG-10")
def test_minutes_where_an_action_log_is_kept_are_found(command: Command) -> None:
    (remark,) = remarks(command, DSG, "L61")

    assert remark["clause"] == "reporting/recipients"
    assert "calls for the minutes" in remark["says"]
    assert "action log" in remark["says"]
