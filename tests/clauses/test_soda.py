"""Clauses of the SODA executive group, asked through the command."""

from __future__ import annotations

import pytest

from tests.clauses.answers import Answer, clause_rules, explained
from tests.front_door import Command

PEG = "soda-executive-group"
AFTER = "2024-06-10 17:01"
PEOPLE = """\
people:
  babergh-mid-suffolk: alma
  east-suffolk: bo
  ipswich: cai
  care-board: dee
  soda: eli
  constabulary: fay
  county: gus
  west-suffolk: hal
"""


def asked_by_email(
    *answers: tuple[str, str], trigger: str = "project requested", ruling: str = ""
) -> str:
    """Return the facts of one consultation with these answers, by seat."""
    lines = [
        f"{PEOPLE}consultations:",
        "  - name: maps",
        "    opened: 2024-06-03 09:00",
        "    closes: 2024-06-10 17:00",
    ]
    if trigger:
        lines.append(f"    trigger: {trigger}")
    if ruling:
        lines.append(f"    ruling: {ruling}")
    if answers:
        lines.append("    answers:")
    for seat, stance in answers:
        lines += [
            f"      - seat: {seat}",
            f"        stance: {stance}",
            "        at: 2024-06-04 10:00",
        ]
    return "\n".join(lines) + "\n"


def outcome(command: Command, *answers: tuple[str, str]) -> Answer:
    """Return what came of the consultation after it closed."""
    return explained(command, PEG, asked_by_email(*answers), "consultation", at=AFTER)


@pytest.mark.clause("PEG-b4")
def test_one_who_agrees_and_nobody_who_objects_is_agreement(command: Command) -> None:
    answer = outcome(command, ("county", "agree"), ("ipswich", "not taking part"))

    assert (answer.verdict, answer.outcome) == ("met", "agreed")
    assert "b" in answer.cites
    assert answer.values["silence"] == "not counted"
    # Two responded, and one of them is counted as agreeing.
    assert answer.counted == [["ipswich", "county"], ["county"]]


@pytest.mark.clause("PEG-b4")
def test_an_objection_keeps_those_who_agree_from_agreement(command: Command) -> None:
    answer = outcome(command, ("county", "agree"), ("ipswich", "object"))

    assert (answer.verdict, answer.outcome) == ("not_met", "second round")
    assert ["ipswich"] in answer.counted


@pytest.mark.clause("PEG-b4")
@pytest.mark.parametrize(
    "answers",
    [(), (("ipswich", "not taking part"),)],
    ids=["nobody answers", "nobody takes part"],
)
def test_nobody_who_agrees_is_no_decision_and_the_members_are_owed_word_of_it(
    command: Command, answers: tuple[tuple[str, str], ...]
) -> None:
    facts = asked_by_email(*answers)
    told = (
        "events:\n  - kind: members told\n    happened: 2024-06-11\n    subject: maps\n"
    )

    answer = explained(command, PEG, facts, "consultation", at=AFTER)
    owed, done = (
        explained(command, PEG, each, "duty", rule="outcome-told", at="2024-06-12")
        for each in (facts, facts + told)
    )

    assert (answer.verdict, answer.outcome) == ("not_met", "no decision")
    assert "0 seats agreed, 1 needed" in answer.paragraph
    assert (owed.outcome, owed.values["to"]) == ("triggered", ["each member"])
    assert (done.outcome, done.values["done"]) == ("discharged", "2024-06-11")


@pytest.mark.clause("PEG-M")
def test_eight_seats_stand_with_their_organisations(command: Command) -> None:
    bodies = command("show", PEG, "--json").json["bodies"]

    seats = next(one["seats"] for one in bodies if one["slug"] == "peg")
    of = {one["seat"]: one["organisations"] for one in seats}
    assert len(seats) == 8
    assert of["babergh-mid-suffolk"] == [
        "Babergh District Council",
        "Mid Suffolk District Council",
    ]
    assert of["soda"] == ["Suffolk Office of Data & Analytics"]


@pytest.mark.clause("PEG-M")
def test_a_seat_has_its_holder_from_a_date(command: Command) -> None:
    facts = "appointments:\n  - seat: county\n    person: gus\n    from: 2024-05-01\n"

    before, from_then = (
        explained(command, PEG, facts, "vacancy", seat="county", at=day)
        for day in ("2024-04-30", "2024-05-01")
    )

    assert (before.verdict, before.outcome) == ("not_met", "vacant")
    assert (from_then.verdict, from_then.outcome) == ("met", "filled")
    assert from_then.cites == {"membership/members"}


@pytest.mark.clause("PEG-M")
def test_deputies_and_terms_of_office_are_interpretations(command: Command) -> None:
    rules = clause_rules(command, PEG, "membership/members")

    fields = {
        (rule["kind"], reading["field"])
        for rule in rules
        for reading in rule["interpretations"]
        if reading["because"]
    }
    assert ("substitutes", "allowed") in fields
    assert ("appointment", "ends_when") in fields


@pytest.mark.clause("PEG-M")
@pytest.mark.parametrize(
    "others,changes",
    [((), True), ((("county", "agree"),), False)],
    ids=["alone", "with another"],
)
def test_the_answer_of_the_office_itself_is_shown_apart(
    command: Command, others: tuple[tuple[str, str], ...], *, changes: bool
) -> None:
    answer = outcome(command, ("soda", "agree"), *others)

    assert answer.outcome == "agreed"
    assert "shown apart" in answer.notes
    assert answer.values["seat"] == "soda"
    assert answer.values["changed"] is changes
    assert answer.values["without"] == ("no decision" if changes else "agreed")


@pytest.mark.clause("PEG-b1")
@pytest.mark.parametrize(
    "ground", ["project requested", "barrier raised", "resourcing decision"]
)
def test_each_of_three_grounds_opens_a_consultation(
    command: Command, ground: str
) -> None:
    answer = explained(command, PEG, PEOPLE, "trigger", matter=ground)

    assert (answer.verdict, answer.outcome) == ("met", "may open")
    assert answer.cites == {"b"}


@pytest.mark.clause("PEG-b1")
@pytest.mark.parametrize("ground", ["budget of the year", ""])
def test_any_other_ground_is_refused_without_a_ruling(
    command: Command, ground: str
) -> None:
    facts = asked_by_email(trigger=ground)

    answer = explained(command, PEG, facts, "trigger", consultation="maps")

    assert (answer.verdict, answer.outcome) == ("not_met", "refused")
    assert answer.cites == {"b"}
    assert answer.missing == ["a ruling"]
    assert "project requested" in answer.values["triggers"]


@pytest.mark.clause("PEG-b1")
def test_a_recorded_ruling_opens_a_consultation_on_another_ground(
    command: Command,
) -> None:
    facts = asked_by_email(trigger="budget of the year", ruling="of 3 June 2024")

    answer = explained(command, PEG, facts, "trigger", consultation="maps")

    assert (answer.verdict, answer.outcome) == ("met", "under a ruling")
    assert answer.turns_on == {"other_grounds": {"refused": "refused"}}


@pytest.mark.clause("PEG-a")
def test_the_lead_links_the_group_with_the_chief_officers_team(
    command: Command,
) -> None:
    facts = "offices:\n  - office: lead\n    person: zoe\n    from: 2024-05-01\n"

    rules = {rule["kind"]: rule["says"] for rule in clause_rules(command, PEG, "a")}
    before, from_then = (
        explained(command, PEG, facts, "office", office="lead", at=day)
        for day in ("2024-04-30", "2024-05-01")
    )

    assert rules["role"]["post"] == "Chief Executive of East Suffolk Council"
    assert rules["line"] == {
        "relation": "represents",
        "from": "scolt",
        "to": "peg",
        "held_by": "lead",
    }
    assert (before.verdict, before.outcome) == ("not_met", "vacant")
    assert (from_then.outcome, from_then.cites) == ("zoe", {"a"})
