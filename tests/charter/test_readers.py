from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

from quorate.charter.front import BodyReader
from quorate.charter.kinds.meetings import StandingItem
from quorate.charter.kinds.membership import Line
from quorate.charter.nodes import Mapping, Node
from quorate.charter.phrases import TestReader as ATestReader
from quorate.charter.problems import Problems
from quorate.charter.readers import (
    DAY,
    MOMENT,
    NAME_READER,
    NAMES,
    WHOLE,
    WORDS,
    YES_NO,
    Choice,
    Day,
    Either,
    Many,
    Part,
    Share,
    Table,
)
from tests.charter.drafts import node


def value_of(typed: str) -> Node:
    found = node(f"value:\n{typed}" if typed.startswith("  ") else f"value: {typed}")
    assert isinstance(found, Mapping)
    return found.pairs[0][1]


MONTH = Day(month_will_do=True)
ITEM = Part(StandingItem, "a standing item")
SUITE = Either(WORDS, ITEM)


@pytest.mark.parametrize(
    "reader, typed, value",
    [
        (WORDS, "any words, as typed", "any words, as typed"),
        (NAME_READER, "vice-chair", "vice-chair"),
        (YES_NO, "no", "no"),
        (WHOLE, "12", 12),
        (WHOLE, "twelve", 12),
        (Share(), "2/3", Fraction(2, 3)),
        (Share(), "0", Fraction(0)),
        (DAY, "2019-05-07", date(2019, 5, 7)),
        (MONTH, "2024-04", "2024-04"),
        (MONTH, "2024-04-30", date(2024, 4, 30)),
        (MOMENT, "2019-07-02", date(2019, 7, 2)),
        (MOMENT, "2019-07-02 14:05", datetime(2019, 7, 2, 14, 5)),  # noqa: DTZ001  In the body's own zone.
        (MOMENT, "2019-07-02 14:05:09", datetime(2019, 7, 2, 14, 5, 9)),  # noqa: DTZ001
        (NAMES, "board", ("board",)),
        (NAMES, "  - board\n  - executive", ("board", "executive")),
        (Table(WHOLE), "  one: 1\n  b: 2", (("one", 1), ("b", 2))),
        (Table(WHOLE, names=WHOLE), "  10: 6\n  8: 5", ((10, 6), (8, 5))),
        (ITEM, "  item: Matters arising", StandingItem(item="Matters arising")),
        (SUITE, "words", "words"),
        (SUITE, "  item: Thanks", StandingItem(item="Thanks")),
    ],
)
def test_what_is_typed_is_read_and_what_is_written_reads_back(
    reader: Any,  # noqa: ANN401  Each reader has its own type of value.
    typed: str,
    value: object,
) -> None:
    problems = Problems()

    read = reader.read(value_of(typed), problems)

    assert read == value
    assert not problems.found
    assert reader.words
    assert reader.schema()
    assert str(reader.write(read))


@pytest.mark.parametrize(
    "reader, typed, what",
    [
        (WORDS, "  - a", "a list stands here; expected words"),
        (WORDS, "  a: b", "names with values stands here; expected words"),
        (WORDS, "''", "nothing stands here; expected words"),
        (WORDS, "a" * 4001, "more than 4,000 letters"),
        (NAME_READER, "Vice Chair", "'Vice Chair' is not a name"),
        (YES_NO, "maybe", "'maybe' can't stand here"),
        (Choice(("opening", "each decision")), "openning", "'openning' can't stand"),
        (WHOLE, "1.5", "'1.5' is not a whole number"),
        (WHOLE, "-1", "is not a whole number"),
        (WHOLE, "1234567890", "is not a whole number"),
        (WHOLE, "٣", "is not a whole number"),
        (Share(), "1/0", "'1/0' is not a fraction"),
        (Share(), "0.5", "is not a fraction"),
        (DAY, "2019-02-30", "there is no day 2019-02-30"),
        (DAY, "7 May 2019", "is not a date"),
        (DAY, "2019-05", "is not a date"),
        (MONTH, "2024-13", "is not a date such as 2024-04-30, or a month"),
        (MOMENT, "2019-07-02 25:00", "there is no moment"),
        (MOMENT, "noon", "is not a date and time"),
        (NAMES, "[]", "the list is empty"),
        (Table(WORDS), "words", "names with values are expected here"),
        (Table(WHOLE, names=WHOLE), "  5: 1\n  five: 2", "given a second time"),
        (Table(WORDS, names=WORDS), f"  {'a' * 201}: b", "at most 200 letters"),
        (ITEM, "words", "a standing item needs names with values under it"),
        (ITEM, "  itme: x", "a standing item has no 'itme'"),
        (ITEM, "  name: thanks", "a standing item needs 'item'"),
        (BodyReader(), "inside", "'inside' says nothing of the body"),
        (ATestReader("present"), "[]", "the list holds no test"),
    ],
)
def test_what_can_not_be_read_is_noted_and_gives_no_value(
    reader: Any,  # noqa: ANN401  as above.
    typed: str,
    what: str,
) -> None:
    problems = Problems()

    read = reader.read(value_of(typed), problems)

    assert not read or isinstance(reader, Table)
    assert what in "\n".join(problem.what for problem in problems.found)


def test_a_slip_of_the_pen_gets_the_word_that_was_meant() -> None:
    problems = Problems()

    Choice(("opening", "each decision")).read(value_of("openning"), problems)

    assert problems.found[0].instead == "Did you mean 'opening'?"


def test_a_list_with_one_bad_item_tells_of_it_alone() -> None:
    problems = Problems()

    Many(NAME_READER).read(value_of("  - board\n  - The Board"), problems)

    assert [problem.place.line for problem in problems.found] == [3]


def test_a_part_with_its_required_words_missing_is_none() -> None:
    assert Part(Line, "a line").read(value_of("  office: Clerk"), Problems()) is None
