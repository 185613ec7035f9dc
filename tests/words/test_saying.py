from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest

from quorate.charter.expressions import All, Any, Not
from quorate.charter.phrases import set_phrase
from quorate.charter.phrases import test_phrase as phrase
from quorate.charter.timing import cadence_phrase, deadline_phrase
from quorate.words import numbers
from quorate.words.naming import Naming, lower, sentence
from quorate.words.saying_tests import exact, set_in_words
from quorate.words.saying_tests import test_in_words as in_words
from quorate.words.saying_times import (
    cadence_in_words,
    deadline_in_words,
    span_in_words,
)
from quorate.words.saying_values import value_in_words
from quorate.words.translate import ENGLISH
from tests.words.cast import charter

PLAIN = Naming()
OURS = Naming(charter())


@pytest.mark.parametrize(
    "written, said",
    [
        ("at least 5 of present by person", "at least five people are present"),
        ("at least 1 of agreed by seat", "at least one seat agrees"),
        ("exactly 0 of objected by seat", "no seats object"),
        ("at most 2 of objected by seat", "at most two seats object"),
        (
            "present by seat at least 1/2 of filled",
            "at least half of the filled seats are present, counted by seat",
        ),
        (
            "in favour by person more than against",
            "the number of those in favour is more than the number of those against",
        ),
        (
            "present by organisation at least all of seats",
            "at least all seats are present, counted by organisation",
        ),
        (
            "present by person at least half of filled rounded up plus 1",
            (
                "the number of those present is at least half of the filled seats "
                "(rounded up) plus one"
            ),
        ),
        (
            "present by person at least the lesser of 5 and half of filled",
            (
                "the number of those present is at least the lesser of five and half "
                "of the filled seats"
            ),
        ),
        (
            "present by person at least the greater of 5 and 5/7 of filled",
            (
                "the number of those present is at least the greater of five and 5/7 "
                "of the filled seats"
            ),
        ),
        (
            "present by person at least the step for seats",
            (
                "the number of those present is at least the number that goes with the "
                "size of all seats"
            ),
        ),
        (
            "at least 2 of present from coast except chair by person",
            (
                "at least two people from the group ‘coast’ (not counting the group "
                "‘chair’) are present"
            ),
        ),
        ("includes vice-chair", "the vice-chair is present"),
        (
            "every organisation of coast in present",
            "every organisation of the group ‘coast’ is present",
        ),
        ("judged by chair", "the chair has ruled so"),
    ],
)
def test_a_test_is_a_clause_of_a_sentence(written: str, said: str) -> None:
    assert in_words(phrase(written, own="present"), PLAIN) == said


def test_alternatives_of_offices_are_joined_into_one_clause() -> None:
    test = Any(
        (
            phrase("includes chair", own="present"),
            phrase("includes vice-chair", own="present"),
        )
    )

    assert in_words(test, OURS) == "the chair or the vice-chair is present"


def test_tests_are_joined_by_words() -> None:
    five = phrase("at least 5 of present by person", own="present")
    chair = phrase("includes chair", own="present")

    assert in_words(All((five, chair)), OURS) == (
        "at least five people are present, and the chair is present"
    )
    assert in_words(Any((five, chair)), OURS) == (
        "either at least five people are present, or the chair is present"
    )
    assert in_words(Not(chair), OURS) == "it is not so that the chair is present"
    assert in_words(All((chair,)), OURS) == "the chair is present"


def test_a_set_names_its_groups_as_the_membership_does() -> None:
    said = set_in_words(set_phrase("present from councils"), OURS)

    assert said == "those present from District Councils"


@pytest.mark.parametrize(
    "written, said",
    [
        (
            "4 working days before meeting",
            "by the fourth working day before the meeting",
        ),
        ("1 working day before meeting", "by the last working day before the meeting"),
        ("13 days before meeting", "by the 13th day before the meeting"),
        ("5 clear days before meeting", "at least five clear days before the meeting"),
        ("24 hours before meeting", "at least 24 hours before the meeting"),
        ("1 week after minutes agreed", "within one week after the minutes are agreed"),
        (
            "2 months after decision on a working day",
            "within two months after the decision, on a working day",
        ),
        ("0 days before meeting", "by the day of the meeting"),
        ("with agenda published", "at the same time as the agenda is published"),
        ("before meeting", "before the meeting"),
        ("on decision", "on the day of the decision"),
        ("on minutes agreed", "on the day when the minutes are agreed"),
        ("by 31 March", "by 31 March"),
        ("by the end of each quarter", "by the end of each quarter"),
        (
            "at the next meeting of council",
            "at the next meeting of the Harbour Council",
        ),
        (
            "before the next meeting of each recipient",
            "before the next meeting of each recipient",
        ),
        ("promptly", "promptly"),
        ("3 days after the tide turns", "within three days after the tide turns"),
    ],
)
def test_a_deadline_is_said_in_words(written: str, said: str) -> None:
    assert deadline_in_words(deadline_phrase(written), OURS) == said


def test_a_span_is_the_length_alone() -> None:
    assert span_in_words(deadline_phrase("3 years after appointment"), OURS) == (
        "three years"
    )
    assert span_in_words(deadline_phrase("promptly"), OURS) == "promptly"


@pytest.mark.parametrize(
    "written, said",
    [
        ("every 2 months", "every two months"),
        ("once in each quarter", "every quarter"),
        ("at least 4 times a year", "at least four times a year"),
        ("twice a year", "twice a year"),
        (
            "before and after each meeting of council",
            "before and after each meeting of the Harbour Council",
        ),
        ("at every meeting", "at every meeting"),
        ("at every meeting of council", "at every meeting of the Harbour Council"),
        ("on request", "on request"),
        ("on request of council", "when the Harbour Council asks"),
        ("as needed", "as needed"),
    ],
)
def test_a_cadence_is_said_in_words(written: str, said: str) -> None:
    assert cadence_in_words(cadence_phrase(written), OURS) == said


@pytest.mark.parametrize(
    "number, said",
    [
        (Fraction(17, 2), "8½"),
        (Fraction(3), "3"),
        (Fraction(26, 7), "3 5/7"),
        (Fraction(2, 3), "⅔"),
        (Fraction(5, 7), "5/7"),
        (Fraction(0), "0"),
    ],
)
def test_a_quantity_is_written_as_people_write_it(number: Fraction, said: str) -> None:
    assert numbers.mixed(number) == said


@pytest.mark.parametrize(
    "number, said",
    [
        (4, "fourth"),
        (12, "twelfth"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (111, "111th"),
        (24, "24th"),
    ],
)
def test_an_ordinal_is_said(number: int, said: str) -> None:
    assert numbers.ordinal(number, ENGLISH) == said


def test_units_follow_their_number() -> None:
    assert numbers.units(1, "seat", ENGLISH) == "1 seat"
    assert numbers.units(Fraction(17, 2), "seat", ENGLISH) == "8½ seats"
    assert numbers.units(3, "boat", ENGLISH) == "3"


def test_what_a_finding_wrote_is_read_back_exactly() -> None:
    assert exact("17/2") == Fraction(17, 2)
    assert exact(9) == 9
    assert exact("unknown") is None
    assert exact(value_in_words) is None
    assert exact(True) is None


def test_values_of_every_sort_have_words() -> None:
    assert value_in_words(date(2019, 5, 7), PLAIN) == "7 May 2019"
    assert value_in_words(datetime(2019, 5, 7, 14, 5), PLAIN) == "7 May 2019, 14:05"  # noqa: DTZ001  A body's own clock.
    assert value_in_words("2024-04", PLAIN) == "April 2024"
    assert value_in_words(Fraction(1, 2), PLAIN) == "½"
    assert value_in_words(True, PLAIN) == "yes"
    assert value_in_words(("a, b", "c"), PLAIN) == "a, b; c"
    assert value_in_words((("low", 1), ("high", 3)), PLAIN) == "low: one; high: three"


def test_abbreviations_keep_their_capitals_inside_a_sentence() -> None:
    assert lower("ICT Lead") == "ICT lead"
    assert sentence("it holds") == "It holds."
    assert sentence("does it?") == "Does it?"
    assert not sentence(" ")
