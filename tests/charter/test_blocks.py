from __future__ import annotations

import pytest

from quorate.charter.blocks import read_block
from quorate.charter.nodes import Listing, Mapping, Text
from quorate.charter.problems import Place, Problems
from tests.charter.drafts import node, read


def words(text: str) -> str:
    found = node(text)
    assert isinstance(found, Mapping)
    value = found.pairs[0][1]
    assert isinstance(value, Text)
    return value.value


@pytest.mark.parametrize(
    "typed", ["no", "yes", "1.10", "2019-05-07", "null", "~", "0x1F", "1_000", "08:30"]
)
def test_every_value_is_the_words_that_stand_there(typed: str) -> None:
    assert words(f"value: {typed}") == typed


def test_names_lists_and_words_keep_their_order_and_their_places() -> None:
    found = node("b: one\na:\n  - two\n  - three\n")

    assert isinstance(found, Mapping)
    assert [key.value for key, _ in found.pairs] == ["b", "a"]
    inner = found.get("a")
    assert isinstance(inner, Listing)
    assert [item.place for item in inner.items] == [Place(3, 5), Place(4, 5)]


def test_a_place_counts_from_where_the_block_stands_in_the_whole_text() -> None:
    problems = Problems()

    found = read_block("a: one\n", Place(20, 4), problems)

    assert isinstance(found, Mapping)
    assert found.pairs[0][1].place == Place(20, 7)


def test_the_place_of_quoted_words_is_inside_the_quotes() -> None:
    found = node("a: 'one'")

    assert isinstance(found, Mapping)
    assert found.pairs[0][1].place == Place(1, 5)


@pytest.mark.parametrize(
    "text, what, line, column",
    [
        ("a: &x one", "'&x' names a part of the block", 1, 4),
        ("a: *x", "'*x' repeats another part", 1, 4),
        ("a: !!int 5", "is a type mark", 1, 4),
        ("a: !thing 5", "is a type mark", 1, 4),
        ("a: one\n---\nb: two", "a second document begins here", 2, 1),
        ("---\n---\nb: two", "a second document begins here", 2, 1),
        ("a: {b: one}", "values in { } are not read", 1, 4),
        ("a: [one two, three]", "can hold single words only", 1, 5),
        ("a: [[b]]", "can hold single words only", 1, 5),
        ("a: one # two", "would be lost as a comment", 1, 7),
        ("a: one\na: two", "'a' is given a second time (first on line 1)", 2, 1),
        ("- a\n? [b]\n: c", "set in differently", 2, 1),
        ("? - b\n: c", "a name must be plain words", 1, 3),
        ("? b\n: c", "a name begins with '? '", 1, 3),
        ("a: one: two", "a ': ' stands inside words", 1, 7),
        ("a: one\nb", "has no ':' after its name", 2, 1),
        ("a: @one", "a sign that can't stand there", 1, 4),
        ("a: `one`", "a sign that can't stand there", 1, 4),
        ("a:\n\t- one", "a sign that can't stand there", 2, 1),
        ("a:\n  - one\n - two", "set in differently", 3, 2),
        ('a: "one\\q"', "a backslash in double quotes", 1, 8),
        ('a: "one', "a quote is opened and never closed", 1, 4),
    ],
)
def test_what_the_subset_leaves_out_is_refused_in_plain_words_at_its_place(
    text: str, what: str, line: int, column: int
) -> None:
    _, problems = read(text)

    told = [problem for problem in problems if what in problem.what]
    assert told, problems
    assert told[0].place == Place(line, column)
    assert told[0].instead


def test_what_nobody_expected_is_refused_with_the_words_of_the_parser() -> None:
    _, problems = read("%YAML 9.9\n---\na: one")

    assert len(problems) == 1
    assert "can't be read" in problems[0].what


def test_a_merge_of_names_is_refused() -> None:
    _, problems = read("a: &x\n  b: one\nc:\n  <<: *x")

    assert {"'&x'", "'*x'"} <= {problem.what.split()[0] for problem in problems}


def test_single_words_may_stand_in_brackets() -> None:
    found = node("a: [one, 'two words']")

    assert isinstance(found, Mapping)
    listing = found.pairs[0][1]
    assert isinstance(listing, Listing)
    assert [getattr(one, "value", "") for one in listing.items] == ["one", "two words"]


def test_a_comment_on_a_line_of_its_own_or_after_quotes_is_no_problem() -> None:
    assert words("# why\na: 'one' # said\n# and more\n") == "one"


def test_words_over_several_lines_are_joined_and_their_columns_not_told() -> None:
    found = node("a: one\n  two")

    assert isinstance(found, Mapping)
    value = found.pairs[0][1]
    assert isinstance(value, Text)
    assert value.value == "one two"
    assert not value.as_typed


def test_nesting_beyond_what_any_rule_needs_is_refused() -> None:
    found, problems = read("\n".join(f"{'  ' * depth}a:" for depth in range(20)))

    assert found is None
    assert "nested more than 12 levels" in problems[0].what


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "''"])
def test_an_empty_block_holds_nothing_and_is_no_problem_by_itself(text: str) -> None:
    assert read(text) == (None, [])
