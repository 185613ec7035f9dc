from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from quorate.cli import clock
from quorate.cli.question import ABOUT
from quorate.proof.case import Asked
from tests.front_door import Command


def test_the_whole_tree_says_what_is_missing(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == 1
    assert "2 present, 3 needed" in shown.out
    assert "Still missing: one more member." in shown.out
    assert "\u251c\u2500\u2500" in shown.out


def test_a_line_is_one_line(command: Command, charter: Path, facts: Path) -> None:
    shown = command("explain", charter, facts, "--ask", "quorum", "--line")

    assert shown.out.startswith("NOT QUORATE")
    assert len(shown.out.splitlines()) == 1


def test_a_paragraph_is_whole_sentences(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("explain", charter, facts, "--ask", "quorum", "--paragraph")

    assert shown.out.startswith("Not quorate")
    assert shown.out.rstrip().endswith(".")


def test_two_lengths_at_once_are_refused(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command(
        "explain", charter, facts, "--ask", "quorum", "--line", "--paragraph"
    )

    assert shown.exit_code == 2
    assert "Take one of --line, --paragraph and --whole." in shown.err


def test_an_answer_that_is_met_ends_well(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text + "      - cai\n", encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == 0
    assert "Quorate" in shown.out


def test_what_the_terms_do_not_say_ends_with_three(
    command: Command, charter: Path, facts: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    start = text.index("```rule\nquorum:")
    end = text.index("```", start + 3) + 3
    charter.write_text(text[:start] + text[end:], encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum", "--json")

    assert shown.exit_code == 3
    assert shown.json["finding"]["verdict"] == "not_stated"


def test_a_finding_is_data_too(command: Command, charter: Path, facts: Path) -> None:
    shown = command(
        "explain", charter, facts, "--ask", "quorum", "--meeting", "may", "--json"
    )

    assert shown.exit_code == 1
    assert shown.json["schema"] == "quorate-explain/1"
    assert shown.json["finding"]["schema"] == "finding/1"
    assert shown.json["finding"]["verdict"] == "not_met"
    assert shown.json["asked"] == {"ask": "quorum", "meeting": "may"}
    assert shown.json["body"] == "board"


def test_a_scenario_does_as_a_file_of_facts(command: Command, scenarios: Path) -> None:
    shown = command(
        "explain",
        "digital-steering-group",
        scenarios / "met.yaml",
        "--ask",
        "quorum",
        "--line",
    )

    assert shown.exit_code == 1
    assert "NOT QUORATE" in shown.out


def test_facts_can_come_from_standard_input(
    command: Command, charter: Path, facts: Path
) -> None:
    held = facts.read_text(encoding="utf-8")

    shown = command("explain", charter, "-", "--ask", "quorum", stdin=held)

    assert shown.exit_code == 1


def test_the_moment_asked_about_decides(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8").replace(
        "      - bo\n",
        "      - person: bo\n        from: 14:30\n      - person: cai\n",
    )
    facts.write_text(text, encoding="utf-8")
    asked = ("explain", charter, facts, "--ask", "quorum", "--json")

    early = command(*asked, "--at", "2026-05-12 14:10")
    late = command(*asked, "--at", "2026-05-12T13:40+00:00")

    assert early.json["finding"]["verdict"] == "not_met"
    assert late.json["finding"]["verdict"] == "met"
    assert late.json["asked"]["at"] == "2026-05-12 14:40"


def test_without_a_question_all_are_listed(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("explain", charter, facts)

    assert shown.exit_code == 2
    assert "quorum: can the meeting decide" in shown.err


def test_an_unknown_question_gets_a_suggestion(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("explain", charter, facts, "--ask", "quorm")

    assert shown.exit_code == 2
    assert "Did you mean 'quorum'?" in shown.err


def test_a_question_that_lacks_its_meeting_is_told_so(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("explain", charter, facts, "--ask", "quorum", "--meeting", "june")

    assert shown.exit_code == 2
    assert "needs a meeting" in shown.err


@pytest.mark.parametrize("at", ["tomorrow", "2026-13-01", "12/05/2026 14:00"])
def test_a_moment_that_is_none_is_refused(
    command: Command, charter: Path, facts: Path, at: str
) -> None:
    shown = command("explain", charter, facts, "--ask", "quorum", "--at", at)

    assert shown.exit_code == 2
    assert f"'{at}' is no moment" in shown.err


def test_every_problem_of_the_facts_is_told(
    command: Command, charter: Path, facts: Path
) -> None:
    facts.write_text("meetngs:\n  - opens: never\nevents: 3\n", encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == 2
    assert "Did you mean 'meetings'" in shown.err
    assert "line 3" in shown.err


@pytest.mark.parametrize(
    "text, told",
    [
        ("", "Nothing stands in"),
        ("- a\n- b\n", "no names with values"),
        ("calendar: mars\n", "There is no calendar 'mars'"),
        ("with_charters: nobody\n", "No charter 'nobody' ships"),
        ("body: nobody\n", "names no body 'nobody'"),
    ],
)
def test_facts_that_can_not_be_used_are_told(
    command: Command, charter: Path, facts: Path, text: str, told: str
) -> None:
    facts.write_text(text, encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == 2
    assert told in shown.err


def test_a_charter_of_several_bodies_asks_which(command: Command, facts: Path) -> None:
    shown = command("explain", "childrens-trust", facts, "--ask", "quorum")

    assert shown.exit_code == 2
    assert "Say which with --body: board, executive" in shown.err


def test_closed_days_of_the_file_are_taken(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8")
    facts.write_text(
        "closed_days: 2026-05-11\nwith_charters: steering-group\n" + text,
        encoding="utf-8",
    )

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == 1


def test_every_field_of_a_question_is_an_option() -> None:
    told = {"ask", "body", "at", "known_at", *ABOUT}

    assert {one.name for one in fields(Asked)} == told


def test_a_zone_that_is_none_is_told(
    command: Command, charter: Path, facts: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    charter.write_text(
        text.replace("title: H", "time_zone: Mars/Olympus\ntitle: H"), encoding="utf-8"
    )

    shown = command(
        "explain", charter, facts, "--ask", "quorum", "--at", "2026-05-12T14:00+00:00"
    )

    assert shown.exit_code == 2
    assert "There is no time zone called 'Mars/Olympus'." in shown.err


def test_what_has_no_moment_of_its_own_is_asked_now(
    command: Command, charter: Path, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = clock.now

    def noted(zone: str) -> object:
        asked.append(zone)
        return real(zone)

    monkeypatch.setattr(clock, "now", noted)

    command("explain", charter, facts, "--ask", "referral", "--subject", "x")
    command("explain", charter, facts, "--ask", "quorum")

    assert asked == ["Europe/London"]
