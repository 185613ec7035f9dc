from __future__ import annotations

import pytest

from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import Meets
from quorate.charter.timing import EveryPeriod
from tests.charter.ready import TIERS, ready

A_YEAR = {"month": 12, "quarter": 4, "year": 1}


def times_a_year(cadence: object) -> int:
    assert isinstance(cadence, EveryPeriod)
    return A_YEAR[cadence.period] // cadence.number


@pytest.mark.parametrize("slug", TIERS)
def test_the_three_tiers_know_each_other_under_the_same_names_and_parents(
    slug: str,
) -> None:
    bodies = ready(slug).bodies
    own = {tier: ready(tier).bodies[tier] for tier in TIERS}

    seen = {name: (body.name, body.tier, body.many) for name, body in bodies.items()}

    assert seen == {
        name: (body.name, body.tier, body.many) for name, body in own.items()
    }
    assert all(not body.parent or body.parent in TIERS for body in bodies.values())


@pytest.mark.parametrize("lower, upper", [TIERS[:2], TIERS[1:]])
def test_each_tier_reports_upwards_no_more_often_than_the_one_above_it_meets(
    lower: str, upper: str
) -> None:
    (above,) = ready(upper).rules_of(upper, Meets)

    reports = [
        duty
        for duty in ready(lower).rules_of(lower, Duty)
        if duty.often and upper in duty.to
    ]

    assert reports
    for report in reports:
        assert times_a_year(report.often) <= times_a_year(above.often)


@pytest.mark.parametrize("lower, upper", [TIERS[:2], TIERS[1:]])
def test_what_a_tier_can_not_agree_goes_up_and_comes_back_answered(
    lower: str, upper: str
) -> None:
    (referral,) = ready(lower).rules_of(lower, Referral)

    (answer,) = ready(upper).rules_of(upper, Duty, name="answer-referral")

    assert referral.to == (upper,)
    assert answer.to == (lower,)
    assert referral.each_within == answer.when


def test_the_way_up_through_the_three_tiers_ends_at_a_board_that_votes() -> None:
    charter = ready(TIERS[-1])

    (decision,) = charter.rules_of(TIERS[-1], Decision)

    assert decision.method == "ballot"
    assert decision.tie == "casting vote"
    assert charter.rules_of(TIERS[-1], Referral) == ()
