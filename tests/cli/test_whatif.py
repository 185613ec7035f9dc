from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from quorate.cli.whatif import percent
from tests.front_door import Command


def test_the_chance_of_a_quorum_is_exact(command: Command, charter: Path) -> None:
    shown = command("whatif", charter, "--usual", "1/2", "--json")

    (row,) = shown.json["quorums"]
    assert shown.exit_code == 0
    # Three or four of four come: five of sixteen ways.
    assert row["quorate"] == "5/16"
    assert row["needs"] == "at least 3 of present by person"


@pytest.mark.parametrize("usual", ["50%", "0.5", "1/2"])
def test_a_share_can_be_written_in_three_ways(
    command: Command, charter: Path, usual: str
) -> None:
    shown = command("whatif", charter, "--usual", usual)

    assert "31.2 %" in shown.out
    assert "Every seat is taken as filled" in shown.out
    assert "independently of each other" in " ".join(shown.out.split())


def test_another_quorum_stands_beside_the_one_stated(
    command: Command, charter: Path
) -> None:
    shown = command(
        "whatif",
        charter,
        "--usual",
        "1/2",
        "--quorum",
        "at least 2 of present by person",
        "--json",
    )

    assert [one["quorate"] for one in shown.json["quorums"]] == ["5/16", "11/16"]


def test_the_rate_of_one_seat_goes_before_the_usual_one(
    command: Command, charter: Path
) -> None:
    shown = command(
        "whatif", charter, "--usual", "1/2", "--rate", "chair=100%", "--json"
    )

    assert shown.json["quorums"][0]["quorate"] == "1/2"


def test_leanings_give_the_chance_of_a_decision(command: Command) -> None:
    shown = command(
        "whatif",
        "voting-board",
        "--usual",
        "9/10",
        "--lean",
        "first-leader=60%,30%",
        "--json",
    )
    said = command(
        "whatif", "voting-board", "--usual", "9/10", "--lean", "first-leader=60%,30%"
    )

    row = shown.json["quorums"][0]
    assert 0 < Fraction(row["carries"]) < Fraction(row["quorate"])
    assert "Quorate and carries" in said.out


def test_whom_to_ring_is_told(command: Command, charter: Path, facts: Path) -> None:
    shown = command(
        "whatif", charter, facts, "--coming", "alma,pilots", "--on", "2026-05-12"
    )

    assert shown.exit_code == 0
    assert "To be quorate, ring:\n  cai\n" in shown.out


def test_those_who_said_no_are_not_rung(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command(
        "whatif", charter, facts, "--coming", "alma,bo", "--not-coming", "cai"
    )

    assert shown.exit_code == 1
    assert "Nobody who is left to ring would make it quorate." in shown.out


def test_a_quorum_that_is_there_needs_nobody(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command("whatif", charter, facts, "--coming", "alma,bo,cai")

    assert "nobody to ring" in shown.out


def test_others_who_would_do_are_named(command: Command, charter: Path) -> None:
    shown = command("whatif", charter, "--coming", "chair,pilots", "--json")

    (one,) = shown.json["ring"]["people"]
    assert len(one["or_instead"]) <= 1
    assert one["person"] in ("ferries", "town")


def test_past_meetings_are_held_against_each_quorum(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = command(
        "whatif",
        charter,
        facts,
        "--usual",
        "1/2",
        "--quorum",
        "at least 2 of present by person",
        "--json",
    )

    past = [one["past_meetings"] for one in shown.json["quorums"]]
    assert past == [{"quorate": 0, "of": 1}, {"quorate": 1, "of": 1}]


@pytest.mark.parametrize(
    "words, told",
    [
        ((), "Say how often a member comes with --usual"),
        (("--usual", "often"), "'often' at --usual is no share"),
        (("--usual", "3/2"), "it lies between 0 and 1"),
        (("--usual", "1/0"), "is no share"),
        (("--usual", "1e999999999"), "'1e999999999' at --usual is no share"),
        (("--rate", "town=1", "--rate", "town=0"), "'town' stands twice at --rate"),
        (
            ("--lean", "town=1,0", "--lean", "town=0,1", "--usual", "1/2"),
            "'town' stands twice at --lean",
        ),
        (
            ("--coming", "town", "--not-coming", "town"),
            "Said to come and not to come: town.",
        ),
        (("--usual", "1/2", "--rate", "chair"), "names nobody"),
        (("--usual", "1/2", "--rate", "chare=1"), "Did you mean 'chair'?"),
        (("--usual", "1/2", "--lean", "chair=1/2"), "needs two shares"),
        (("--usual", "1/2", "--lean", "chair=1/2,3/4"), "are more than 1"),
        (("--usual", "1/2", "--quorum", "some of us"), "is no test"),
        (("--usual", "1/2", "--quorum", "includes pilot"), "Did you mean 'pilots'?"),
        (("--coming", "nobody"), "Nobody sits there as 'nobody'"),
    ],
)
def test_what_can_not_be_counted_is_told(
    command: Command, charter: Path, words: tuple[str, ...], told: str
) -> None:
    shown = command("whatif", charter, *words)

    assert shown.exit_code == 2
    assert told in shown.err


def test_a_body_without_a_quorum_can_not_be_counted(
    command: Command, charter: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    start = text.index("```rule\nquorum:")
    end = text.index("```", start + 3) + 3
    charter.write_text(text[:start] + text[end:], encoding="utf-8")

    shown = command("whatif", charter, "--usual", "1/2")

    assert shown.exit_code == 3
    assert "states no quorum" in shown.err


def test_an_empty_body_can_not_be_counted(
    command: Command, charter: Path, facts: Path
) -> None:
    facts.write_text("recorded: nothing\n", encoding="utf-8")

    shown = command("whatif", charter, facts, "--usual", "1/2")

    assert shown.exit_code == 2
    assert "No seat of board is filled" in shown.err


@pytest.mark.parametrize(
    "part, shown",
    [
        (Fraction(0), "0.0 %"),
        (Fraction(1), "100.0 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(1, 100_000), "under 0.1 %"),
        (Fraction(99_999, 100_000), "over 99.9 %"),
    ],
)
def test_a_share_in_percent_is_never_rounded_to_none_or_all(
    part: Fraction, shown: str
) -> None:
    assert percent(part) == shown
