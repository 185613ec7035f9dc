from __future__ import annotations

from io import BytesIO
from pathlib import Path

import icalendar
import openpyxl
import pytest

from tests.front_door import Command

YEAR = ("plan", "steering-group", "--year", "2027")


def test_a_year_begins_when_the_terms_let_it(command: Command) -> None:
    shown = command(*YEAR)

    assert shown.exit_code == 0
    assert shown.out.startswith("Steering Group: the year from 1 April 2027\n")
    assert "June 2027" in shown.out
    assert "of them meetings." in shown.out


def test_a_year_of_terms_that_do_not_say_begins_in_january(command: Command) -> None:
    shown = command("plan", "digital-steering-group", "--year", "2027", "--json")

    assert shown.json["first"] == "2027-01-01"


def test_a_year_can_begin_on_any_day(command: Command) -> None:
    shown = command("plan", "steering-group", "--on", "2027-02-03", "--json")

    assert shown.json["first"] == "2027-02-03"


def test_every_line_names_its_clause(command: Command) -> None:
    rows = command(*YEAR, "--json").json["rows"]

    assert len(rows) > 20
    assert all(row["clause"] and row["citation"] for row in rows)
    assert {"meeting", "minutes"} <= {row["kind"] for row in rows}
    assert [row["on"] for row in rows] == sorted(row["on"] for row in rows)


def test_a_charter_of_several_bodies_is_planned_whole_or_for_one(
    command: Command,
) -> None:
    whole = command("plan", "childrens-trust", "--on", "2027-01-01", "--json").json
    one = command(
        "plan", "childrens-trust", "--on", "2027-01-01", "--body", "board", "--json"
    ).json

    assert {row["body"] for row in one["rows"]} == {"board"}
    assert {row["body"] for row in one["rows"]} < {row["body"] for row in whole["rows"]}


def test_a_plan_is_a_calendar_too(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"

    shown = command(*YEAR, "--ics", path)
    rows = command(*YEAR, "--json").json["rows"]

    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert shown.out.startswith("Wrote")
    assert len(calendar.walk("VEVENT")) == len(rows)


def test_a_plan_is_a_spreadsheet_too(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"

    shown = command(*YEAR, "--xlsx", path, "--json")

    sheet = openpyxl.load_workbook(BytesIO(path.read_bytes())).active
    assert sheet is not None
    assert sheet.max_row == len(shown.json["rows"]) + 1
    assert shown.json["files"] == [str(path)]


def test_a_file_that_is_there_is_not_written_over(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "plan.ics"
    path.write_text("mine", encoding="utf-8")

    shown = command(*YEAR, "--ics", path)

    assert shown.exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"


def test_meetings_that_are_set_stand_in_the_plan(
    command: Command, tmp_path: Path
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(
        "closed_days: 2027-06-10\nmeetings:\n  - name: june\n"
        "    opens: 2027-06-09 10:00\n",
        encoding="utf-8",
    )

    rows = command(*YEAR, "--facts", facts, "--json").json["rows"]

    assert "2027-06-09" in [row["on"] for row in rows if row["kind"] == "meeting"]


@pytest.mark.parametrize(
    "words, code, told",
    [
        (("--year", "2027", "--on", "2027-01-01"), 2, "--year or --on, not both"),
        (("--year", "99999"), 2, "no year 99999"),
        (("--year", "2040"), 3, "this year leads beyond"),
        (("--calendar", "mars"), 2, "There is no calendar 'mars'"),
        (("--body", "nobody"), 2, "names no body 'nobody'"),
        (("--year", "soon"), 2, "Invalid value for '--year'"),
    ],
)
def test_a_year_that_can_not_be_planned_is_told(
    command: Command, words: tuple[str, ...], code: int, told: str
) -> None:
    shown = command("plan", "steering-group", *words)

    assert shown.exit_code == code
    assert told in shown.err


def test_a_charter_without_a_calendar_asks_for_one(
    command: Command, charter: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    charter.write_text(text.replace("calendar: england-and-wales\n", ""))

    refused = command("plan", charter)
    shown = command("plan", charter, "--calendar", "scotland", "--on", "2027-01-01")

    assert refused.exit_code == 2
    assert "Say by which to count with --calendar: england-and-wales" in refused.err
    assert shown.exit_code == 0


def test_a_body_without_dates_has_an_empty_year(
    command: Command, charter: Path
) -> None:
    shown = command("plan", charter, "--on", "2027-01-01")

    assert "The terms require nothing by a day." in shown.out
