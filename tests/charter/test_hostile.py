from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.blocks import read_block
from quorate.charter.hostile import LARGEST
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.problems import CharterError, Place, Problems
from quorate.charter.vocabulary import KINDS
from tests.charter.drafts import FRONT, MEMBERS, block, group, ruled, told

MEGABYTE = 2**20


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Fail what takes more memory than twice the largest file that was made up."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 160 * MEGABYTE


@pytest.mark.usefixtures("little_memory")
def test_a_file_of_fifty_megabytes_is_refused_by_its_size_alone() -> None:
    assert told("a" * (50 * MEGABYTE)) == (
        "line 1, column 1: the text has at least 52,428,800 bytes; "
        "a charter has at most 2,000,000\n"
        "    Split it, or take out what is not part of the terms (pictures, annexes)."
    )


def test_size_is_counted_in_bytes_and_not_in_letters() -> None:
    assert "at least 2,000,004 bytes" in told("€" * (LARGEST // 3 + 2))


@pytest.mark.parametrize("mark", ["- ", "> ", "* ", "1. ", "-\t", "+ - > 1) "])
@pytest.mark.parametrize("times", [7, 10_000])
def test_ten_thousand_nested_lists_are_refused(mark: str, times: int) -> None:
    said = told(group(mark * times + "a"))

    assert "nested more than 6 deep" in said or "longer than 20,000" in said


def test_lists_that_nest_line_by_line_are_refused() -> None:
    staircase = "\n".join(f"{'  ' * depth}- a" for depth in range(10_000 // 2))

    assert "nested more than 6 deep" in told(group(staircase[:1_000_000]))


def test_a_line_without_an_end_is_refused() -> None:
    assert "longer than 20,000 characters" in told(group("a" * 20_001))


def test_a_table_of_endless_columns_is_refused() -> None:
    wide = "|a" * 5_000

    assert "at most 40 columns" in told(group(f"{wide}|\n{'|-' * 5_000}|\n|b|\n"))


def test_a_text_of_endless_lines_is_refused() -> None:
    assert "at most 50,000" in told(group("a\n" * 50_000))


def test_tables_that_would_fill_up_with_empty_cells_are_refused() -> None:
    table = f"|{'a|' * 30}\n|{'-|' * 30}\n" + "b\n" * 500

    assert "tables have over 50,000 cells" in told(group(f"{table}\n" * 5))


def test_a_few_rows_of_many_places_are_refused() -> None:
    table = "| Seat | Places |\n|---|---|\n| a | 999 |\n| b | 2 |\n"

    said = told(f"{FRONT}A.\n\n{table}\n" + block("seats:\n  votes: 1"))

    assert "a body has at most 1,000 seats" in said


@pytest.mark.parametrize(
    "sign",
    [
        "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u202e",
        "\u2066", "\u061c", "\u200b", "\u2060", "\ufeff", "\uffff", "\ud800",
    ],
)  # fmt: skip
def test_a_sign_that_nobody_can_see_is_refused_at_its_column(sign: str) -> None:
    said = told(group(f"A word{sign}"))

    assert said.startswith(
        f"line 8, column 7: a character that can't be printed (U+{ord(sign):04X})"
    )


@pytest.mark.parametrize("coding", ["utf-16", "utf-32", "cp037", "cp500"])
def test_an_odd_encoding_read_as_text_is_refused_and_not_half_read(coding: str) -> None:
    odd = group("Words.\n").encode(coding).decode("latin-1")

    assert told(odd)


def test_signs_of_another_script_are_words() -> None:
    assert load(group("Cwrdd â'r bwrdd — 会議 🙂.")).clauses[0].text.endswith("🙂.")


@pytest.mark.usefixtures("little_memory")
def test_anchors_that_would_explode_are_refused_without_being_followed() -> None:
    lines = ["a0: &a0 [lol]"]
    lines += [
        f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]"
        for number in range(1, 40)
    ]
    problems = Problems()

    read_block("\n".join(lines), Place(1), problems)

    assert "names a part of the block to repeat it" in problems.found[0].what
    assert len(problems.found) == 200


def test_a_name_given_twice_is_refused() -> None:
    said = told(f"{FRONT}A.\n\n{block('review:' + chr(10) + 'review:')}")

    assert "'review' is given a second time" in said


def test_no_stays_a_word() -> None:
    loaded = ruled("quorum:\n  needs: judged by presiding\n  presumed: no\n")

    assert getattr(loaded.rules[0], "presumed", None) == "no"
    assert "'on' is not" not in str(loaded.rules)


@pytest.mark.parametrize(
    "flood",
    [
        "\n".join(f"kind-{number}: x" for number in range(20_000)),
        "quorum:\n" + "\n".join(f"  field-{number}: x" for number in range(9_000)),
        "duty:\n" + "  - strength: must\n    action: x\n" * 3_000,
        "quorum:\n  needs:\n    all:\n" + "      - includes nobody\n" * 6_000,
        "principle:\n  checked_in: |\n" + "    words\n" * 15_000,
        "quorum:\n  needs: " + "[" * 15_000,
        "? " * 9_000,
        "- " * 3 + "a\n" * 40_000,
        "quorum: '" + "''" * 9_000,
    ],
    ids=range(9),
)
def test_a_flood_of_rules_comes_to_an_end(flood: str) -> None:
    read = reads_or_refuses(f"{FRONT}A.\n\n{MEMBERS}\nB.\n\n{block(flood)}")

    assert is_told_well(read)


@pytest.mark.parametrize(
    "flood",
    [
        "a " + " " * 19_000 + "x\n",
        "[a](#b " * 2_000 + "\n",
        "{" * 19_000 + "}\n",
        "{#" + "a" * 19_000 + "}\n\n",
        "# H {for=group}\n\n",
        "1. a\n\n   ```rule\n   review:\n   ```\n",
        "| a | b |\n|---|---|\n| c | d |\n\n",
        "[a]: b\n",
        "`" * 19_000 + "\n",
        "*" * 19_000 + "\n",
        "<a\n",
        "&#x0;\n",
        "    set in\n\n",
    ],
    ids=range(13),
)
def test_a_flood_of_words_comes_to_an_end(flood: str) -> None:
    text = group("Words.\n\n" + flood * (100_000 // len(flood)))

    assert is_told_well(reads_or_refuses(text))


def reads_or_refuses(text: str) -> Charter | CharterError:
    """Return a charter or why it is none; anything else that is raised is a bug."""
    try:
        return load(text)
    except CharterError as refused:
        return refused


def is_told_well(read: Charter | CharterError) -> bool:
    if isinstance(read, Charter):
        return True
    places = [problem.place for problem in read.problems]
    return bool(places) and min(places) >= Place(1) and bool(str(read))


PIECES = st.sampled_from(
    [
        *FRONT.splitlines(keepends=True), *MEMBERS.splitlines(keepends=True),
        "```rule\n", "```\n", "# A\n", "## 3 B {for=group}\n", "1. c\n", "   - d\n",
        "\n", "| a |\n", "{#x}", "{#x was=y}\n", "a) e\n", "> f\n", "\t", "  ", "- ",
        ": ", "&a ", "*a", "!!str ", "{", "[", "]", "#", "|\n", ">-\n", "'", '"',
        "needs: ", "all:\n", "includes chair", "at least 5 of ", "half of filled",
        "interpretations:\n", "take: ", "because: x\n", "…", "\u2028", "\x00", "%",
        *(f"{kind}:\n" for kind in KINDS),
    ]
)  # fmt: skip


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert is_told_well(reads_or_refuses(text))


@given(st.binary())
def test_any_bytes_read_as_text_are_read_or_refused(data: bytes) -> None:
    assert is_told_well(
        reads_or_refuses(FRONT + data.decode("utf-8", "surrogateescape"))
    )


@given(st.lists(PIECES, max_size=40))
def test_any_jumble_of_the_language_is_read_or_refused(pieces: list[str]) -> None:
    assert is_told_well(reads_or_refuses(FRONT + "".join(pieces)))


@given(st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_any_jumble_in_a_block_is_read_or_refused(pieces: list[str]) -> None:
    assert is_told_well(
        reads_or_refuses(
            f"{FRONT}A.\n\n{MEMBERS}\nB.\n\n```rule\n{''.join(pieces)}\n```\n"
        )
    )


@given(st.lists(PIECES, max_size=30))
def test_any_jumble_before_the_text_is_read_or_refused(pieces: list[str]) -> None:
    assert is_told_well(reads_or_refuses(f"---\n{''.join(pieces)}\n---\nWords.\n"))
