from __future__ import annotations

import pytest

from tests.lint.fronts import fronted
from tests.lint.linted import draft, places, remarks, rule


def attendance(*lines: str) -> str:
    block = "attendance:\n  by: person\n  then: follow-up\n"
    return rule(
        "Absence is followed up. {#absence}",
        block + "".join(f"  {line}\n" for line in lines),
    )


def test_counting_apologies_alone_leaves_silence_out() -> None:
    assert places("L44", draft(attendance("count: 2 apologies"))) == ["absence"]


@pytest.mark.parametrize("count", ["2 absences", "2 absences without apology"])
def test_counting_absences_is_enough(count: str) -> None:
    assert places("L44", draft(attendance(f"count: {count}"))) == []


def test_a_second_rule_can_count_the_silent() -> None:
    charter = draft(attendance("count: 2 apologies"), attendance("count: 3 absences"))

    assert places("L44", charter) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("count: 3 absences",), id="no time at all"),
        pytest.param(("count: 3 absences", "within: 1 year before meeting"), id="one"),
        pytest.param(("count: 3 absences", "window: body's year"), id="undefined year"),
    ],
)
def test_any_one_year_is_not_a_stated_year(lines: tuple[str, ...]) -> None:
    assert places("L45", draft(attendance(*lines))) == ["absence"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("count: 3 absences", "window: calendar year"), id="calendar"),
        pytest.param(("count: 3 absences", "consecutive: yes"), id="running"),
        pytest.param(
            ("count: 3 absences", "within: 6 months before meeting"), id="months"
        ),
        pytest.param(("count: 1 absence",), id="one is enough"),
    ],
)
def test_a_stated_time_needs_no_other_year(lines: tuple[str, ...]) -> None:
    assert places("L45", draft(attendance(*lines))) == []


def test_a_year_of_its_own_needs_its_first_day() -> None:
    charter = draft(
        attendance("count: 3 absences", "window: body's year"),
        front=fronted(more="year_starts: 1 April\n"),
    )

    assert places("L45", charter) == []


def test_a_year_that_is_only_read_in_is_not_stated() -> None:
    charter = draft(
        attendance(
            "count: 3 absences",
            "interpretations:",
            "  window:",
            "    take: rolling",
            "    because: the clause says any year",
        )
    )

    assert places("L45", charter) == ["absence"]


QUORUM = rule(
    "Three are enough. {#quorum}", "quorum:\n  needs: at least 3 of present by person"
)


def test_a_substitute_without_powers_is_asked_about() -> None:
    charter = draft(
        rule("A deputy can come. {#deputy}", "substitutes:\n  called: deputy"), QUORUM
    )

    (found,) = remarks("L46", charter)

    assert found.clause == "deputy"
    assert "vote or agree, count for the quorum and take over an office" in found.says


def test_a_substitute_with_stated_powers_is_left_alone() -> None:
    charter = draft(
        rule(
            "A deputy can come and vote. {#deputy}",
            "substitutes:\n  may_vote: yes\n  may_preside: no",
        )
    )

    assert places("L46", charter) == []


def test_substitutes_that_the_terms_never_mention_have_no_powers_to_state() -> None:
    charter = draft(
        rule(
            "Members answer. {#answer}",
            "substitutes:\n  interpretations:\n    allowed:\n      take: yes\n"
            "      because: the terms are silent",
        )
    )

    assert places("L46", charter) == []
