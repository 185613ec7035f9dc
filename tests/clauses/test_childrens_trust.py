"""Clauses of the children's trust as a whole and of its board, by the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clauses.answers import Answer, changed, clause_rules, explained, remarks
from tests.clauses.trust_facts import BOARD, CT, met, seated, voted
from tests.front_door import Command

PEOPLE = seated("board", BOARD)
DEPUTY = "substitutes:\n  - seat: probation-board\n    person: zoe\n"
SEATED = set(BOARD.values())
BUT_PROBATION = sorted(SEATED - {"gus"})


def asked(command: Command, facts: str, ask: str, **about: object) -> Answer:
    """Put a question about the Board."""
    return explained(command, CT, PEOPLE + facts, ask, **{"body": "board", **about})


@pytest.mark.clause("CT-4.3.3")
def test_what_a_lower_body_has_power_for_is_pointed_out_to_the_board(
    command: Command,
) -> None:
    delegated, reserved = (
        asked(command, "", "lowest_level", matter=matter)
        for matter in ("commissioning recommendations", "strategic priorities")
    )

    assert (delegated.verdict, delegated.outcome) == ("not_met", "point out")
    assert delegated.cites == {"4.3.3"}
    assert delegated.values["body"] == "executive"
    assert (reserved.verdict, reserved.outcome) == ("met", "at its level")


@pytest.mark.clause("CT-5")
@pytest.mark.parametrize(
    "anchor,lines",
    [
        (
            "5.1",
            [
                ("Director for Children & Young People", "Suffolk County Council"),
                ("Director for Children & Young People", "Government"),
            ],
        ),
        ("5.2", [("each partner", "its own organisation"), ("each partner", "board")]),
    ],
)
def test_accountability_runs_along_lines_of_both_kinds(
    command: Command, anchor: str, lines: list[tuple[str, str]]
) -> None:
    shown = [
        (one["says"]["from"], one["says"]["to"])
        for one in clause_rules(command, CT, anchor)
        if one["kind"] == "line" and one["says"]["relation"] == "accountable"
    ]

    assert shown == lines


RULING = """\
- check: {check}
  clause: "{clause}"
  by: the clerk
  on: 2026-10-01
  because: the Board has settled it so
  digest: {digest}
"""


@pytest.mark.clause("CT-5.4")
def test_two_ways_to_the_chair_contradict_each_other_until_it_is_ruled(
    command: Command, tmp_path: Path
) -> None:
    none = tmp_path / "none.yaml"
    none.write_text("[]\n", encoding="utf-8")

    (found,) = remarks(command, CT, "L02", "--rulings", none)
    one = tmp_path / "one.yaml"
    one.write_text(RULING.format(**found), encoding="utf-8")
    (ruled,) = remarks(command, CT, "L02", "--rulings", one)

    assert (found["clause"], found["state"]) == ("6.4", "open")
    assert "by 5.4" in found["says"]
    assert ruled["state"] == "ruled"


@pytest.mark.clause("CT-5.4")
def test_the_chair_is_not_stated_where_the_two_ways_lead_to_two_people(
    command: Command,
) -> None:
    facts = "offices:\n  - office: chair\n    person: {}\n    from: 2010-01-19\n"

    apart, together = (
        asked(command, facts.format(person), "office", office="chair", at="2010-02-01")
        for person in ("gus", "alma")
    )

    assert apart.verdict == "not_stated"
    assert {"5.4", "6.4"} <= apart.cites
    assert (together.verdict, together.outcome) == ("met", "alma")


@pytest.mark.clause("CT-5.4")
def test_two_officers_fail_the_level_are_ruled_on_and_sit_meanwhile(
    command: Command, tmp_path: Path
) -> None:
    facts = met("board", [("march", "2010-03-02 10:00", sorted(SEATED)[:7])])
    facts = facts.replace("present: [", "present: [max, ina, ")

    found = remarks(command, CT, "L40")
    rulings = tmp_path / "rulings.yaml"
    rulings.write_text("".join(RULING.format(**one) for one in found), encoding="utf-8")
    ruled = remarks(command, CT, "L40", "--rulings", rulings)
    quorum = asked(command, facts.replace(", ina, joe", ", joe"), "quorum")

    seats = ["A/3.2.1/chief-officer", "A/3.2.1/director"]
    assert [one["clause"] for one in found] == seats
    assert {one["state"] for one in found} == {"open"}
    assert {one["state"] for one in ruled} == {"ruled"}
    assert quorum.left_out == {}
    assert any({"chief-officer", "director"} <= set(one) for one in quorum.counted)


@pytest.mark.clause("CT-6.2")
def test_partners_under_the_duty_without_a_seat_are_named_but_for_the_exception(
    command: Command, tmp_path: Path
) -> None:
    without = changed(
        tmp_path, CT, ("  excepted_parties: strategic health authority\n", "")
    )

    (remark,) = remarks(command, CT, "L39")
    (no_exception,) = remarks(command, without, "L39")

    assert "youth offending service and Connexions partnerships" in remark["says"]
    assert "strategic health authority" not in remark["says"]
    assert "strategic health authority" in no_exception["says"]


@pytest.mark.clause("CT-6.2")
def test_the_check_is_shown_under_its_clause_with_the_exception(
    command: Command,
) -> None:
    lacking = asked(command, "", "condition", act="membership of the Board")
    there = asked(
        command,
        "recorded: a representative of each partner under the duty to co-operate\n",
        "condition",
        act="membership of the Board",
    )
    rule = next(
        one for one in clause_rules(command, CT, "6.2") if one["kind"] == "condition"
    )

    assert (lacking.verdict, lacking.outcome) == ("not_met", "shown")
    assert lacking.cites == {"6.2"}
    assert lacking.missing == [
        "on record a representative of each partner under the duty to co-operate"
    ]
    assert there.verdict == "met"
    assert "strategic health authority" in rule["says"]["unless"]


@pytest.mark.clause("CT-7.2")
def test_a_deputy_makes_the_partner_attend_and_nobody_does_not(
    command: Command,
) -> None:
    with_deputy = met("board", [("march", "2010-03-02", [*BUT_PROBATION, "zoe"])])
    without = met("board", [("march", "2010-03-02", BUT_PROBATION)])

    stood_in, away = (
        asked(command, facts, "attended", seat="probation-board", meeting="march")
        for facts in (with_deputy + DEPUTY, without)
    )

    assert (stood_in.verdict, stood_in.outcome) == ("met", "substitute")
    assert stood_in.cites == {"7.2"}
    assert (away.verdict, away.outcome) == ("not_met", "absent without apology")


@pytest.mark.clause("CT-7.2")
def test_whether_a_deputy_who_attends_counts_for_the_quorum_is_an_interpretation(
    command: Command,
) -> None:
    nine = ["alma", "bo", "cai", "dee", "eli", "fay", "hal", "ina", "zoe"]
    facts = met("board", [("march", "2010-03-02 10:00", nine)]) + DEPUTY

    attended = asked(command, facts, "attended", seat="probation-board")
    quorum = asked(command, facts, "quorum")

    assert (attended.outcome, attended.cites) == ("substitute", {"7.2"})
    assert quorum.verdict == "met"
    assert quorum.turns_on["substitutes_count"] == {"no": "in principle"}


@pytest.mark.clause("CT-7.2")
def test_whether_a_deputy_votes_is_an_interpretation(
    command: Command, tmp_path: Path
) -> None:
    facts = voted(
        in_favour=["alma", "bo", "eli", "fay", "zoe"],
        against=["hal", "ina", "joe", "kit"],
    )
    because = "      because: the deputy comes in the representative's place"
    other_way = changed(
        tmp_path,
        CT,
        (
            f"      take: yes\n      other: no\n{because}",
            f"      take: no\n      other: yes\n{because}",
        ),
    )

    as_taken, otherwise = (
        explained(
            command,
            charter,
            PEOPLE + facts + DEPUTY,
            "decision",
            body="board",
            item="levy",
        )
        for charter in (CT, other_way)
    )

    assert (as_taken.verdict, as_taken.outcome) == ("met", "carried")
    assert (otherwise.verdict, otherwise.outcome) == ("not_met", "lost")
    assert "probation-board" in otherwise.left_out


@pytest.mark.clause("CT-7.2")
def test_an_expectation_that_is_not_met_is_no_breach(command: Command) -> None:
    facts = met("board", [("march", "2010-03-02 10:00", BUT_PROBATION)])

    rules = {one["kind"]: one["says"] for one in clause_rules(command, CT, "7.2")}
    year = asked(command, facts, "duties", at="2010-12-31")

    assert rules["expectation"]["to"] == "come to every meeting"
    assert "7.2" not in year.cites


@pytest.mark.clause("CT-10.2.2")
def test_the_unfinished_note_keeps_the_charter_out_of_force_but_for_a_ruling(
    command: Command, tmp_path: Path
) -> None:
    none = tmp_path / "none.yaml"
    none.write_text("[]\n", encoding="utf-8")

    (found,) = remarks(command, CT, "L01", "--rulings", none)
    (ruled,) = remarks(command, CT, "L01")
    refused, under_ruling, written = (
        asked(command, facts, "condition", act="version in force")
        for facts in (
            "",
            "recorded: a recorded ruling\n",
            "recorded: the voting rights of the districts and boroughs\n",
        )
    )

    assert (found["clause"], found["state"]) == ("10.2.2", "open")
    assert found["bars_adoption"]
    assert ruled["state"] == "ruled"
    assert (refused.verdict, refused.outcome) == ("not_met", "refused")
    assert refused.cites == {"10.2.2"}
    assert refused.missing == [
        "on record the voting rights of the districts and boroughs"
    ]
    assert (under_ruling.verdict, written.verdict) == ("met", "met")


IN_FAVOUR = ("alma", "bo", "eli", "fay")
AGAINST = ("gus", "hal", "ina", "joe", "kit")


@pytest.mark.clause("CT-10.3.3")
def test_what_the_chair_declares_is_the_result_and_the_count_is_shown(
    command: Command,
) -> None:
    declared = ("declared: carried", "declared_by: alma", "minuted: yes")

    counted, conclusive = (
        asked(
            command,
            voted(*lines, in_favour=IN_FAVOUR, against=AGAINST),
            "decision",
            item="levy",
        )
        for lines in ((), declared)
    )

    assert (counted.verdict, counted.outcome) == ("not_met", "lost")
    assert (conclusive.verdict, conclusive.outcome) == ("met", "declared carried")
    assert "the count differs" in conclusive.notes
    assert conclusive.values["count"] == "lost"
    assert "10.3.1" in conclusive.cites


@pytest.mark.clause("CT-10.3.3")
def test_a_conclusive_result_needs_the_declaration_and_its_minute(
    command: Command,
) -> None:
    minuted = "recorded:\n  - the chair's declaration\n  - its entry in the minutes\n"

    without, with_both = (
        asked(command, facts, "condition", act="conclusive result")
        for facts in ("recorded: the chair's declaration\n", minuted)
    )

    assert (without.verdict, without.outcome) == ("not_met", "shown")
    assert without.missing == ["on record its entry in the minutes"]
    assert without.cites == with_both.cites == {"10.3.3"}
    assert with_both.verdict == "met"


DEFECT = """\
appointments:
  - seat: portfolio-holder
    person: alma
    known_until: 2010-05-04
  - seat: portfolio-holder
    person: alma
    qualified: no
    found_out: {found_out}
    known_from: 2010-05-04
"""


@pytest.mark.clause("CT-10.3.5")
def test_a_decision_keeps_its_outcome_when_a_defect_comes_out_later(
    command: Command,
) -> None:
    people = PEOPLE.replace("  portfolio-holder: alma\n", "")
    facts = people + voted(
        in_favour=[*IN_FAVOUR, "gus"], against=["hal", "ina", "joe", "kit"]
    )
    later = facts + DEFECT.format(found_out="2010-05-04")

    then, now = (
        explained(command, CT, later, "decision", item="levy", **about)
        for about in ({"known_at": "2010-04-01"}, {})
    )
    known_before = explained(
        command,
        CT,
        facts + DEFECT.format(found_out="2010-02-01"),
        "decision",
        item="levy",
    )

    assert then.outcome == now.outcome == "carried"
    assert then.notes == set()
    assert now.notes == {"made good"}
    assert "10.3.5" in now.cites
    assert known_before.outcome == "lost"
    assert known_before.left_out == {"portfolio-holder": "a defect in the appointment"}


OUTSIDE = (
    "it may tell on the Trust's reputation",
    "it may tell on the delivery of action plans or targets",
)


@pytest.mark.clause("CT-12.5")
@pytest.mark.parametrize("ground", OUTSIDE)
def test_a_dispute_goes_outside_on_either_of_two_grounds(
    command: Command, ground: str
) -> None:
    answer = asked(command, "", "dispute", stage="outside", ground=ground)

    assert (answer.verdict, answer.outcome) == ("met", "may enter")
    assert answer.cites == {"12.5"}


@pytest.mark.clause("CT-12.5")
@pytest.mark.parametrize("ground", ["", "the issue is fundamental to the partnership"])
def test_a_dispute_goes_outside_on_no_other_ground(
    command: Command, ground: str
) -> None:
    answer = asked(command, "", "dispute", stage="outside", ground=ground)

    assert (answer.verdict, answer.outcome) == ("not_met", "refused")
    assert answer.cites == {"12.5"}
    assert answer.missing == [f"one of the grounds {' or '.join(OUTSIDE)}"]


@pytest.mark.clause("CT-16.1")
def test_decommissioning_waits_for_the_boards_principles(command: Command) -> None:
    waits, acts = (
        asked(
            command,
            facts,
            "delegation",
            body="executive",
            matter="decommissioning services",
        )
        for facts in ("", "recorded: principles of decommissioning\n")
    )

    assert (waits.verdict, waits.outcome) == ("not_met", "waits")
    assert waits.missing == ["on record first principles of decommissioning"]
    assert (acts.verdict, acts.outcome) == ("met", "may act")
    assert waits.cites == acts.cites == {"16.1"}


@pytest.mark.clause("CT-16.1")
@pytest.mark.parametrize(
    "matter", ["managing resources", "commissioning recommendations"]
)
def test_resources_and_recommendations_are_handed_over_at_once(
    command: Command, matter: str
) -> None:
    answer = asked(command, "", "delegation", body="executive", matter=matter)

    assert (answer.verdict, answer.outcome) == ("met", "may act")
    assert (answer.cites, answer.values["from"]) == ({"16.1"}, "board")


@pytest.mark.clause("CT-9.4")
@pytest.mark.parametrize(
    "at,verdict,outcome",
    [
        ("2010-12-31", "met", "due"),
        ("2011-01-01", "not_met", "breached"),
    ],
)
def test_the_safeguarding_boards_report_is_due_each_year(
    command: Command, at: str, verdict: str, outcome: str
) -> None:
    answer = asked(
        command, "", "duty", rule="safeguarding-report", subject="2010", at=at
    )

    assert (answer.verdict, answer.outcome) == (verdict, outcome)
    assert answer.values["bearer"] == ["safeguarding-board"]
    assert (answer.values["to"], answer.values["due"]) == (["board"], "2010-12-31")
    assert answer.cites == {"9.4"}


@pytest.mark.clause("CT-9.4")
def test_the_report_that_the_board_received_discharges_it(command: Command) -> None:
    facts = (
        "events:\n  - kind: report received\n    happened: 2010-04-20\n"
        "    body: board\n    by: safeguarding-board\n    topic: safeguarding\n"
    )

    answer = asked(
        command,
        facts,
        "duty",
        rule="safeguarding-report",
        subject="2010",
        at="2011-02-01",
    )

    assert (answer.verdict, answer.outcome) == ("met", "discharged")
    assert answer.values["done"] == "2010-04-20"
