from __future__ import annotations

from datetime import date

import pytest

from tests.lint.linted import draft, places, rule

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "words",
    [
        "The slipway opens by April 2011. {#here}",
        "The slipway opens by the end of 2025. {#here}",
        "The slipway opens by 21 November 2026. {#here}",
        rule(
            "The slipway opens. {#here}",
            "duty:\n  strength: must\n  action: open the slipway\n"
            "  promised_for: 2011-04\n  done_by: evidence",
        ),
        rule("The forum lasts a while. {#here}", "ending:\n  until: 2026-01-31"),
    ],
)
def test_a_promise_whose_day_is_past_is_told(words: str) -> None:
    assert places("L68", draft(words), on=TODAY) == ["here"]


@pytest.mark.parametrize(
    "words",
    [
        "The slipway opens by April 2027. {#here}",
        "The slipway opens by 22 November 2026. {#here}",
        "Charts are sent by 30 June. {#here}",
        "The duty was laid down by the Harbours Act 1964. {#here}",
        rule(
            "The slipway opens by April 2027. {#here}",
            "duty:\n  strength: must\n  action: open it\n  promised_for: 2027-04\n"
            "  done_by: evidence",
        ),
    ],
)
def test_a_promise_to_come_is_left_alone(words: str) -> None:
    assert places("L68", draft(words), on=TODAY) == []


def test_a_promise_is_told_once_where_a_rule_holds_it() -> None:
    charter = draft(
        rule(
            "The slipway opens by April 2011. {#here}",
            "duty:\n  strength: must\n  action: open it\n  promised_for: 2011-04\n"
            "  done_by: evidence",
        )
    )

    assert places("L68", charter, on=TODAY) == ["here"]


def test_without_a_day_nothing_is_past() -> None:
    assert places("L68", draft("It opens by April 2011. {#here}")) == []
