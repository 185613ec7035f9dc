from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.fields import described
from quorate.charter.problems import CharterError, Problem
from quorate.facts.file import Facts
from quorate.proof.case import Asked
from quorate.proof.scenario import (
    VERSION,
    Difference,
    Expected,
    Head,
    Shelf,
    in_short,
    read_scenario,
    run,
)
from quorate.proof.scenario_terms import TERMS
from tests.proof.harbour import CALENDAR, TEXT, harbour

BOARD = harbour().case.charter
SHELF = Shelf({"harbour-board": BOARD}, {"harbour": CALENDAR})
HEAD = "scenario: One\ncharter: harbour-board\n"
THEN = "then:\n  - ask: quorum\n    answer: met\n"
TOP, _, QUESTION = TEXT.partition("then:\n")


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(CharterError) as refused:
        read_scenario(text, SHELF, name="the file")
    return refused.value.problems


def expecting(words: str, *, question: str = "quorum") -> tuple[Difference, ...]:
    lines = [f"  - ask: {question}", "    meeting: march"]
    lines += [f"    {line}" for line in words.splitlines()]
    return run(read_scenario(TOP + "then:\n" + "\n".join(lines) + "\n", SHELF))


def test_a_scenario_is_read() -> None:
    read = harbour()

    assert read.head.scenario == "The chair and one more are enough"
    assert read.head.format == VERSION
    assert read.case.body == "board"
    assert [one.asked.ask for one in read.checks] == ["quorum"]
    assert run(read) == ()


def test_a_shipped_charter_is_named_by_its_slug() -> None:
    read = read_scenario(HEAD + THEN, SHELF)

    assert read.case.charter is BOARD
    assert read.case.calendar == CALENDAR


def test_line_ends_of_another_system_make_no_difference() -> None:
    read = read_scenario(TEXT.replace("\n", "\r\n"), SHELF)

    assert read.case.charter == BOARD


def test_local_closed_days_are_added_to_the_calendar() -> None:
    more = "closed_days:\n  - 2026-04-07\n  - 2026-04-08\n"

    read = read_scenario(HEAD + more + THEN, SHELF)

    assert read.case.calendar is not None
    assert [one.day for one in read.case.calendar.closed[-2:]] == [
        date(2026, 4, 7),
        date(2026, 4, 8),
    ]


def test_further_charters_stand_by_their_slug() -> None:
    read = read_scenario(HEAD + "with_charters: harbour-board\n" + THEN, SHELF)

    assert read.case.others == {"harbour-board": BOARD}


def test_a_charter_of_more_than_four_thousand_letters_can_stand_in_a_file() -> None:
    long = TEXT.replace("  One of them", "  " + "More words. " * 500 + "One of them")

    read = read_scenario(long, SHELF)

    assert len(read.case.charter.text) > 6_000
    assert TERMS.write(read.head.charter) == read.head.charter


@pytest.mark.parametrize(
    "text,line,what",
    [
        ("words\n", 1, "the file has no names with values"),
        ("", 1, "the file has no names with values"),
        ("- one\n", 1, "the file has no names with values"),
        ("scenario: [a, b\n", 2, "a line is set in differently"),
        (THEN, 1, "a scenario needs 'scenario'"),
        ("scenario: One\n" + THEN, 1, "a scenario needs 'charter'"),
        (HEAD, 1, "'then' is missing: nothing is asked"),
        (HEAD + "format: quorate-scenario/9\n" + THEN, 3, "'quorate-scenario/9'"),
        (HEAD + "body: boardd\n" + THEN, 3, "Harbour Board has no body 'boardd'"),
        (HEAD + "calendar: harbor\n" + THEN, 3, "there is no calendar 'harbor'"),
        (HEAD + "with_charters: other\n" + THEN, 3, "no shipped charter 'other'"),
        (
            "scenario: One\ncharter: harbour-boardd\n" + THEN,
            2,
            "there is no shipped charter 'harbour-boardd'",
        ),
        (HEAD + "closed_days: never\n" + THEN, 3, "'never' is not a date"),
        (HEAD + "meetigns:\n  - opens: 2026-01-01\n" + THEN, 3, "no 'meetigns'"),
        (HEAD + "people:\n  place-1: []\n" + THEN, 4, "a list stands here"),
        (HEAD + "then: quorum\n", 3, "each line under 'then' begins with 'ask:'"),
        (HEAD + "then:\n  - answer: met\n", 4, "a question needs 'ask'"),
        (HEAD + "then:\n  - ask: quorum\n", 4, "the question expects nothing"),
        (
            HEAD + "then:\n  - ask: quorum\n    answer: yes\n",
            5,
            "'yes' can't stand here",
        ),
        (
            HEAD + "then:\n  - ask: quorum\n    answers: met\n",
            5,
            "nothing is known of 'answers' here",
        ),
        (
            TEXT.replace("includes chair", "includes chairr"),
            TEXT[: TEXT.index("quorum:\n    needs")].count("\n") + 1,
            "'chairr'",
        ),
    ],
    ids=lambda one: str(one)[-50:],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, what: str) -> None:
    found = problems(text)

    assert any(what in one.what for one in found)
    assert next(one.place.line for one in found if what in one.what) == line


def test_every_problem_of_a_file_is_told_at_once() -> None:
    found = problems("scenario: One\ncharter: none\nbody: No\nthen:\n  - ask: x\n")

    assert [one.place.line for one in found] == [2, 3, 5]


def test_a_further_charter_that_is_not_there_is_told_beside_one_in_the_file() -> None:
    text = TEXT.replace("people:\n", "with_charters: other\npeople:\n")

    (found,) = problems(text)

    assert found.what == "there is no shipped charter 'other'"


def test_closed_days_without_a_calendar_are_told() -> None:
    text = HEAD + "closed_days: 2026-04-07\n" + THEN

    with pytest.raises(CharterError, match="close nothing, as there is no calendar"):
        read_scenario(text, Shelf({"harbour-board": BOARD}, {}))


def test_a_likely_name_is_suggested() -> None:
    (found,) = problems("scenario: One\ncharter: harbour-boardd\n" + THEN)

    assert found.instead == "Did you mean 'harbour-board'?"


@pytest.mark.parametrize(
    "words",
    [
        "answer: met",
        "because: quorum",
        "need: 2\nhave: 2",
        "counted:\n  - bo\n  - alma",
        "left_out:\n  dee: a guest",
        "missing: nothing",
        "turns_on: remote_counts",
        "otherwise:\n  no: not_met",
        "values:\n  amount: 2",
    ],
)
def test_what_came_out_as_expected_makes_no_difference(words: str) -> None:
    assert expecting(words) == ()


@pytest.mark.parametrize(
    "words,about,expected,found",
    [
        ("answer: not_met", "the answer", "not_met", "met"),
        ("outcome: no business", "the outcome", "no business", "none"),
        ("because: members", "a clause cited", "members", "quorum"),
        ("need: 3", "some reason", "{'need': '3'}", "'need': '2'"),
        ("have: 1", "some reason", "{'have': '1'}", "'have': '2'"),
        ("counted: alma, bo", "some reason", "alma, bo", "'alma, bo'"),
        ("left_out:\n  dee: ill", "left out", "dee: ill", "('dee', 'a guest')"),
        ("missing: 1 more person", "what is missing", "1 more person", "[]"),
        ("turns_on: nothing", "what it turns on", "nothing", "['remote_counts']"),
        ("turns_on: needs", "what it turns on", "needs", "['remote_counts']"),
        ("otherwise:\n  no: met", "under 'no'", "met", "'verdict': 'not_met'"),
        ("otherwise:\n  maybe: met", "under 'maybe'", "met", "['no']"),
        ("effect: in principle", "what follows", "in principle", "nothing"),
        ("notes: nobody came", "a note", "nobody came", "["),
        ("values:\n  amount: 3", "the value 'amount'", "3", "('amount', '2')"),
    ],
)
def test_what_came_out_otherwise_is_shown_with_what_was_found(
    words: str, about: str, expected: str, found: str
) -> None:
    if words.startswith("counted"):
        words = "counted:\n  - alma\n  - cai"
        expected = "alma, cai"

    (difference,) = expecting(words)

    assert difference.about == about
    assert expected in difference.expected
    assert found in difference.found
    assert str(difference).startswith(f"line {difference.line}, quorum: {about} should")


def test_need_and_have_must_stand_in_the_same_reason() -> None:
    # Two were needed, and 'chair' is what another reason needed.
    assert expecting("need: chair") == ()
    assert len(expecting("need: chair\nhave: 2")) == 1


def test_every_difference_of_a_question_is_shown() -> None:
    found = expecting("answer: not_met\nbecause: members\nneed: 9")

    assert [one.about for one in found] == [
        "the answer",
        "a clause cited",
        "some reason",
    ]
    assert {one.line for one in found} == {TOP.count("\n") + 2}


@pytest.mark.parametrize(
    "question,says",
    [
        ("qurom", "there is no question 'qurom'. Did you mean 'quorum'?"),
        ("attended", "'attended' needs 'seat'"),
    ],
)
def test_a_question_that_cannot_be_put_is_a_difference(
    question: str, says: str
) -> None:
    (difference,) = expecting("answer: met", question=question)

    assert (difference.about, difference.expected) == ("the question", "answered")
    assert says in difference.found


def test_a_meeting_that_is_not_there_is_a_difference() -> None:
    read = read_scenario(TEXT.replace("meeting: march", "meeting: may"), SHELF)

    (difference,) = run(read)

    assert "the facts hold none called 'may'" in difference.found


@pytest.mark.parametrize(
    "missing,says",
    [
        ({"what": "more", "number": 1, "unit": "person"}, "1 more person"),
        ({"what": "more", "number": 2, "unit": "seat"}, "2 more seats"),
        (
            {"what": "more", "number": 2, "unit": "seat", "names": ["councils"]},
            "2 more seats from councils",
        ),
        (
            {"what": "one of", "names": ["chair", "vice-chair"]},
            "one of chair or vice-chair",
        ),
        ({"what": "a record of the roll"}, "a record of the roll"),
    ],
)
def test_what_is_missing_is_said_in_few_fixed_words(
    missing: dict[str, object], says: str
) -> None:
    assert in_short(missing) == says


def test_names_of_the_head_the_facts_and_the_questions_never_clash() -> None:
    head, facts = ({name for name, _ in described(of)} for of in (Head, Facts))
    asked, expected = ({name for name, _ in described(of)} for of in (Asked, Expected))

    assert not head & facts
    assert not asked & expected
    assert "then" not in head | facts
