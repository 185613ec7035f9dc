from __future__ import annotations

from pathlib import Path

from tests.front_door import Command


def test_without_a_charter_those_that_ship_are_listed(command: Command) -> None:
    shown = command("show")

    assert shown.exit_code == 0
    assert "digital-steering-group" in shown.out
    assert "steering-group" in shown.out
    assert "to start from" in shown.out


def test_the_list_is_data_too(command: Command) -> None:
    shown = command("show", "--json")

    slugs = {one["slug"]: one for one in shown.json["charters"]}
    assert shown.json["schema"] == "quorate-shelf/1"
    assert slugs["digital-steering-group"]["bodies"] == ["group"]
    assert slugs["steering-group"]["status"] == "ready-made"


def test_a_charter_shows_bodies_seats_and_rules(
    command: Command, charter: Path
) -> None:
    shown = command("show", charter)

    assert shown.exit_code == 0
    assert "Harbour Board" in shown.out
    assert "Seats of Harbour Board" in shown.out
    assert "ferries" in shown.out
    assert "Offices of Harbour Board" in shown.out
    assert "membership/quorum" in shown.out
    assert "tested_at" in shown.out


def test_lines_in_a_file_have_no_blanks_at_their_end(
    command: Command, charter: Path
) -> None:
    shown = command("show", charter)

    assert [line for line in shown.out.splitlines() if line != line.rstrip()] == []


def test_a_charter_as_data_holds_its_rules_under_their_clauses(
    command: Command, charter: Path
) -> None:
    shown = command("show", charter, "--json")

    clauses = {one["anchor"]: one for one in shown.json["clauses"]}
    (quorum,) = clauses["membership/quorum"]["rules"]
    (body, _) = shown.json["bodies"]
    assert quorum["says"]["needs"] == "at least 3 of present by person"
    assert quorum["interpretations"] == [
        {
            "field": "tested_at",
            "take": "opening",
            "others": ["each decision"],
            "because": "the clause speaks only of the meeting",
        }
    ]
    assert [one["seat"] for one in body["seats"]] == [
        "chair",
        "pilots",
        "ferries",
        "town",
    ]
    assert body["seats"][0]["votes"] == "1"


def test_one_clause_shows_its_words_and_its_rule(
    command: Command, charter: Path
) -> None:
    shown = command("show", charter, "--clause", "membership/quorum")

    assert "Three members make a quorum." in shown.out
    assert "needs: at least 3 of present by person" in shown.out


def test_a_clause_without_a_rule_is_recorded_and_not_executed(
    command: Command, charter: Path
) -> None:
    shown = command("show", charter, "--clause", "membership/courtesy")

    assert "recorded, not executed" in shown.out


def test_one_clause_is_data_too(command: Command, charter: Path) -> None:
    shown = command("show", charter, "--clause", "membership/quorum", "--json")

    assert shown.json["clause"]["anchor"] == "membership/quorum"
    assert len(shown.json["clause"]["rules"]) == 1


def test_an_unknown_clause_gets_a_suggestion(command: Command, charter: Path) -> None:
    shown = command("show", charter, "--clause", "membership/quorumm")

    assert shown.exit_code == 2
    assert "'membership/quorum'" in shown.err


def test_one_body_of_several_is_shown(command: Command) -> None:
    shown = command("show", "childrens-trust", "--body", "executive", "--json")
    names = [one["slug"] for one in shown.json["bodies"]]

    assert names == ["executive"]


def test_an_unknown_body_gets_a_suggestion(command: Command, charter: Path) -> None:
    shown = command("show", charter, "--body", "boat")

    assert shown.exit_code == 2
    assert "board" in shown.err
