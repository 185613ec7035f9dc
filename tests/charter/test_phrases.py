from __future__ import annotations

from fractions import Fraction

import pytest

from quorate.charter.expressions import (
    All,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Number,
    Part,
    Pick,
    Plus,
    Set,
    Size,
    Step,
    Unit,
    names_in,
    sets_in,
)
from quorate.charter.expressions import Any as AnyOf
from quorate.charter.phrase_words import PhraseError
from quorate.charter.phrases import SHARES, SetReader, set_phrase
from quorate.charter.phrases import TestReader as ATestReader
from quorate.charter.phrases import test_phrase as phrase_test
from quorate.charter.problems import Place, Problems
from tests.charter.drafts import node

PRESENT, FILLED = Set("present"), Set("filled")
READER = ATestReader("present")


@pytest.mark.parametrize(
    "phrase, test",
    [
        (
            "at least 5 of present by person",
            Compare(PRESENT, Comparison.AT_LEAST, Number(5), Unit.PERSON),
        ),
        (
            "more than two of in favour by seat",
            Compare(Set("in favour"), Comparison.MORE_THAN, Number(2), Unit.SEAT),
        ),
        (
            "exactly no of objected by organisation",
            Compare(Set("objected"), Comparison.EXACTLY, Number(0), Unit.ORGANISATION),
        ),
        (
            "fewer than 3 of against by weight",
            Compare(Set("against"), Comparison.FEWER_THAN, Number(3), Unit.WEIGHT),
        ),
        (
            "present by seat at least half of filled",
            Compare(
                PRESENT,
                Comparison.AT_LEAST,
                Part(Fraction(1, 2), FILLED),
                Unit.SEAT,
            ),
        ),
        (
            "present by seat at least 1/3 of seats rounded up",
            Compare(
                PRESENT,
                Comparison.AT_LEAST,
                Part(Fraction(1, 3), Set("seats"), "up"),
                Unit.SEAT,
            ),
        ),
        (
            "present by seat more than 60% of membership rounded nearest plus 1",
            Compare(
                PRESENT,
                Comparison.MORE_THAN,
                Plus(Part(Fraction(3, 5), Set("membership"), "nearest"), 1),
                Unit.SEAT,
            ),
        ),
        (
            "in favour by seat more than against",
            Compare(
                Set("in favour"), Comparison.MORE_THAN, Size(Set("against")), Unit.SEAT
            ),
        ),
        (
            "present by seat at least the step for seats",
            Compare(PRESENT, Comparison.AT_LEAST, Step(Set("seats")), Unit.SEAT),
        ),
        (
            "present by person at least the lesser of 25 and a third of filled",
            Compare(
                PRESENT,
                Comparison.AT_LEAST,
                Pick(greater=False, one=Number(25), other=Part(Fraction(1, 3), FILLED)),
                Unit.PERSON,
            ),
        ),
        (
            "present by person at most the greater of five and a tenth of filled",
            Compare(
                PRESENT,
                Comparison.AT_MOST,
                Pick(greater=True, one=Number(5), other=Part(Fraction(1, 10), FILLED)),
                Unit.PERSON,
            ),
        ),
        ("includes chair", Includes(PRESENT, "chair")),
        ("in favour includes mayor", Includes(Set("in favour"), "mayor")),
        (
            "every organisation of councils in present",
            Every(Unit.ORGANISATION, "councils", PRESENT),
        ),
        (
            "every seat of lead in in favour",
            Every(Unit.SEAT, "lead", Set("in favour")),
        ),
        ("judged by chair", Judged("chair")),
        (
            "at least 1 of present from councils except chair by person",
            Compare(
                Set("present", ("councils",), ("chair",)),
                Comparison.AT_LEAST,
                Number(1),
                Unit.PERSON,
            ),
        ),
    ],
)
def test_each_production_of_the_grammar_is_read_and_written_back(
    phrase: str, test: object
) -> None:
    read = phrase_test(phrase, own="present")

    assert read == test
    assert phrase_test(str(read), own="present") == read


@pytest.mark.parametrize("words", SHARES, ids=" ".join)
def test_each_share_in_words_is_exact_and_reads_back(words: tuple[str, ...]) -> None:
    read = phrase_test(
        f"present by seat at least {' '.join(words)} of filled", own="present"
    )

    assert isinstance(read, Compare)
    assert read.amount == Part(SHARES[words], FILLED)
    assert phrase_test(str(read), own="present") == read


@pytest.mark.parametrize(
    "phrase, what, at",
    [
        ("at least 5, includes chair", "a phrase has no commas", 10),
        ("at least half of filled by seat", "'half' is not a whole number", 9),
        ("at least 5 present by person", "'present' stands where 'of'", 11),
        ("at least 5 of presnt by person", "'presnt' stands where a set such as", 14),
        ("at least 5 of present", "does not say what is counted", 21),
        ("at least 5 of present by people", "stands where person, seat", 25),
        ("at least 5 of present by person today", "'today' is left over", 32),
        ("at least 5 of present from A by person", "'A' stands where a name", 27),
        ("present by seat half of filled", "another comparison", 16),
        ("present by seat at least half", "the phrase ends where 'of'", 29),
        ("present by seat at least half of", "the phrase ends where a set", 32),
        ("present by seat at least 3/2 of filled", "'3/2' is no part", 25),
        ("present by seat at least 0/2 of filled", "'0/2' is no part", 25),
        ("present by seat at least 200% of filled", "'200%' is no part", 25),
        ("present by seat at least half of filled rounded off", "up, down or", 48),
        ("present by seat at least 5 plus some", "where a whole number", 32),
        ("present by seat at least the lesser of 5 or 6", "where 'and'", 41),
        (
            "present by seat at least the lesser of the greater of 1 and 2 and 3",
            "can't hold another",
            54,
        ),
        ("includes Vice Chair", "a name in lower case", 9),
        ("includes", "the phrase ends where a name", 8),
        ("every body of councils in present", "organisation, seat or person", 6),
        ("every seat councils", "where 'of'", 11),
        ("every seat of councils", "the phrase ends where 'in'", 22),
        ("judged by", "the phrase ends where a name", 9),
        ("x" * 401, "longer than 400", 0),
    ],
)
def test_a_phrase_that_does_not_fit_is_told_at_its_word(
    phrase: str, what: str, at: int
) -> None:
    with pytest.raises(PhraseError) as refused:
        phrase_test(phrase, own="present")

    assert what in refused.value.what
    assert refused.value.at == at


def test_the_column_in_the_text_is_that_of_the_word() -> None:
    problems = Problems()

    READER.read(node("at least 5 of presnt by person"), problems)
    READER.read(node("'  includes Chair'"), problems)

    assert [problem.place for problem in problems.found] == [Place(1, 15), Place(1, 13)]
    assert problems.found[0].instead.startswith("Did you mean 'present'")


def test_folded_words_tell_the_place_where_they_begin() -> None:
    problems = Problems()

    READER.read(node("at least 5 of\n  presnt by person"), problems)

    assert problems.found[0].place == Place(1, 1)


def test_tests_are_joined_by_structure_alone() -> None:
    problems = Problems()
    chair, vice = Includes(PRESENT, "chair"), Includes(PRESENT, "vice")

    read = READER.read(
        node(
            "all:\n  - includes chair\n  - not: includes vice\n  - any:\n"
            "      - includes chair\n      - includes vice\n"
        ),
        problems,
    )

    assert read == All((chair, Not(vice), AnyOf((chair, vice))))
    assert not problems.found


def test_a_list_of_tests_is_read_as_all_of_them() -> None:
    read = READER.read(node("- includes chair\n- includes vice"), Problems())

    assert READER.write(read) == {"all": ["includes chair", "includes vice"]}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text, what",
    [
        ("some:\n  - includes chair", "joined by exactly one of"),
        ("all:\n  - includes chair\nany:\n  - includes vice", "exactly one of"),
        ("all: includes chair", "'all' needs a list"),
        ("any:\n  - includes Chair", "a name in lower case"),
        ("not:\n  - includes Chair", "a name in lower case"),
    ],
)
def test_tests_that_are_joined_otherwise_are_refused(text: str, what: str) -> None:
    problems = Problems()

    assert READER.read(node(text), problems) is None
    assert what in problems.found[0].what


def test_a_set_is_read_and_written_back() -> None:
    read = SetReader().read(node("present from councils except chair"), Problems())

    assert read == Set("present", ("councils",), ("chair",))
    assert read == set_phrase(str(SetReader().write(read)))


@pytest.mark.parametrize(
    "text, what",
    [("everybody", "a set such as"), ("- present", "a list stands here")],
)
def test_what_is_no_set_is_refused(text: str, what: str) -> None:
    problems = Problems()

    assert SetReader().read(node(text), problems) is None
    assert what in problems.found[0].what


def test_every_name_and_set_in_a_test_can_be_listed() -> None:
    test = AnyOf(
        (
            phrase_test("every seat of lead in present", own="present"),
            Not(Judged("chair")),
            phrase_test(
                "present from a by seat at least the lesser of "
                "half of filled except b and the step for seats",
                own="present",
            ),
            phrase_test("in favour by seat more than against plus 1", own="present"),
        )
    )

    assert sorted(names_in(test)) == ["a", "b", "chair", "lead"]
    assert [str(one) for one in sets_in(test)] == [
        "present",
        "present from a",
        "filled except b",
        "seats",
        "in favour",
        "against",
    ]
