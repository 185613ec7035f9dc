from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

import pytest

from quorate.charter import expressions
from quorate.charter.kinds.authority import Authority, Dispute, Referral
from quorate.charter.kinds.deciding import ChairsAction, Correspondence, Decision
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.meetings import (
    Agenda,
    Attendance,
    Interests,
    Meets,
    Notice,
    Record,
)
from quorate.charter.kinds.membership import Appointment, Role, Seats, Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Amendment, Approval, Ending, Review, Transition
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.charter.timing import EveryPeriod, Unbounded
from tests.charter.ready import SLUGS, TIERS, ready

ALWAYS = (
    Seats,
    Role,
    Appointment,
    Substitutes,
    Authority,
    Quorum,
    Record,
    Interests,
    Duty,
    Approval,
    Amendment,
    Review,
    Transition,
)
"""Kinds that a body needs whether or not it meets."""

IN_THE_ROOM = (Decision, Meets, Notice, Agenda, Attendance)
"""Kinds that only a body that meets needs."""


def needed(charter: Charter) -> Iterator[type[Rule]]:
    yield from ALWAYS
    if charter.bodies[charter.slug].virtual == "yes":
        yield Correspondence
    else:
        yield from IN_THE_ROOM


def offices(charter: Charter) -> set[str]:
    return {rule.role for rule in charter.rules_of(charter.slug, Role)}


def test_there_is_a_ready_charter_of_each_sort() -> None:
    assert set(SLUGS) == {
        *TIERS,
        "joint-committee",
        "steering-group",
        "virtual-group",
        "voting-board",
        "working-group",
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_a_ready_charter_bears_the_name_of_its_file_and_of_its_one_body(
    slug: str,
) -> None:
    charter = ready(slug)

    assert charter.slug == slug
    assert charter.own_bodies == (slug,)
    assert charter.front.status == "ready-made"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_body_has_a_rule_of_every_kind_that_it_needs(slug: str) -> None:
    charter = ready(slug)

    missing = {
        kind.title for kind in needed(charter) if not charter.rules_of(slug, kind)
    }

    assert missing == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_rule_stands_under_a_numbered_clause_and_guesses_nothing(
    slug: str,
) -> None:
    charter = ready(slug)

    loose = [
        rule.kind
        for rule in charter.rules
        if not (clause := charter.clause(rule.clause)) or not clause.number
    ]

    assert loose == []
    assert [rule for rule in charter.rules if rule.interpretations] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_numbers_run_without_a_gap_and_none_stands_twice(slug: str) -> None:
    charter = ready(slug)
    numbered = [clause for clause in charter.clauses if clause.number]
    sections = [clause.number for clause in numbered if clause.kind == "heading"]

    expected = [str(number + 1) for number in range(len(sections))]

    assert charter.numbers_twice == ()
    assert all(clause.named for clause in charter.clauses)
    assert sections == expected
    for section in sections:
        within = [
            one.number for one in numbered if one.number.startswith(f"{section}.")
        ]
        assert within == [f"{section}.{count + 1}" for count in range(len(within))]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reference_reaches_a_clause_on_the_subject_that_it_names(
    slug: str,
) -> None:
    charter = ready(slug)
    references = [one for clause in charter.clauses for one in clause.references]

    sections = [charter.clause(one.target.split(".")[0]) for one in references]

    assert all(charter.clause(one.target) for one in references)
    assert [section.about for section in sections if section] == [
        one.subject for one in references
    ]
    rested = {anchor for rule in charter.rules for anchor in rule.also_rests_on}
    assert all(charter.clause(anchor) for anchor in rested)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_seat_has_an_organisation_and_an_office_that_names_its_holder(
    slug: str,
) -> None:
    (seats,) = ready(slug).rules_of(slug, Seats)

    bare = [
        line.seat
        for line in seats.lines
        if not (line.organisations and line.office and line.appointed_by)
    ]

    assert bare == []
    assert {line.places for line in seats.lines} == {1}


def test_the_steering_group_has_nine_seats_and_takes_no_votes() -> None:
    charter = ready("steering-group")
    (seats,) = charter.rules_of("steering-group", Seats)

    (decision,) = charter.rules_of("steering-group", Decision)

    assert len(seats.lines) == 9
    assert (decision.method, decision.voting) == ("agreement", "forbidden")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_quorum_that_is_a_share_says_of_what_and_how_it_is_rounded(slug: str) -> None:
    (quorum,) = ready(slug).rules_of(slug, Quorum)
    amounts = [
        getattr(test, "amount", None) for test in expressions.tests_in(quorum.needs)
    ]

    shares = [amount for amount in amounts if isinstance(amount, expressions.Part)]

    assert {share.of.word for share in shares} <= {"filled"}
    assert {share.rounded for share in shares} <= {"up"}
    assert {one.word for one in expressions.sets_in(quorum.needs)} & {
        "present",
        "responded",
    }
    assert quorum.if_not != "not stated"
    assert quorum.tested_at


@pytest.mark.parametrize("slug", SLUGS)
def test_a_decision_in_principle_has_a_way_to_become_final(slug: str) -> None:
    charter = ready(slug)
    (quorum,) = charter.rules_of(slug, Quorum)
    duties = charter.rules_of(slug, Duty, name="confirm-in-principle")

    provisional = quorum.if_not == "in principle"

    assert bool(quorum.confirmed_by) is provisional
    assert bool(duties) is provisional


@pytest.mark.parametrize("slug", SLUGS)
def test_without_agreement_or_a_majority_there_is_a_way_out_with_a_time_limit(
    slug: str,
) -> None:
    charter = ready(slug)
    ways = {rule.name: rule for rule in charter.rules_of(slug, Referral)}
    stages = [one for rule in charter.rules_of(slug, Dispute) for one in rule.stages]

    decisions = charter.rules_of(slug, Decision)

    for decision in decisions:
        if decision.method == "ballot":
            assert decision.tie == "casting vote" or (decision.tie == "lost" and stages)
        else:
            assert decision.otherwise in ways
    for consultation in charter.rules_of(slug, Correspondence):
        assert consultation.silence
        assert (
            consultation.otherwise in ways
            or consultation.objection == "forces a meeting"
        )
    assert all(way.each_within for way in ways.values())
    assert all(way.if_unanswered == "the matter falls" for way in ways.values())
    assert all(stage.within for stage in stages)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_duty_has_a_bearer_in_office_and_a_day_that_can_be_computed(
    slug: str,
) -> None:
    charter = ready(slug)
    duties = charter.rules_of(slug, Duty)

    bearers = {bearer for duty in duties for bearer in duty.bearer}

    assert bearers
    assert bearers <= offices(charter)
    assert all(duty.bearer and duty.when and duty.done_by for duty in duties)
    assert all(duty.after or duty.often for duty in duties)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_rule_rests_on_words_that_no_calendar_can_turn_into_a_day(slug: str) -> None:
    charter = ready(slug)

    vague = [
        rule.kind
        for rule in charter.rules
        for one in fields(rule)
        if isinstance(getattr(rule, one.name), Unbounded)
    ]

    assert vague == []


@pytest.mark.parametrize("slug", SLUGS)
def test_an_absence_counts_whether_or_not_apologies_were_sent_in_a_defined_year(
    slug: str,
) -> None:
    charter = ready(slug)

    counted = {
        rule.count.split(maxsplit=1)[1] for rule in charter.rules_of(slug, Attendance)
    }

    assert counted <= {"absences"}
    assert charter.front.year_starts == "1 April"


@pytest.mark.parametrize("slug", SLUGS)
def test_substitutes_and_interests_say_what_they_change(slug: str) -> None:
    charter = ready(slug)

    (substitutes,) = charter.rules_of(slug, Substitutes)
    (interests,) = charter.rules_of(slug, Interests)

    assert substitutes.may_vote
    assert substitutes.may_preside
    for effect in ("speak", "stay", "vote", "quorum", "denominator", "preside"):
        assert getattr(interests, effect) not in ("", "not stated"), effect


@pytest.mark.parametrize("slug", SLUGS)
def test_an_urgent_route_says_who_on_what_ground_and_when_it_is_reported(
    slug: str,
) -> None:
    charter = ready(slug)

    routes = charter.rules_of(slug, ChairsAction)

    assert {route.by for route in routes} <= offices(charter)
    assert all(route.grounds and route.after_consulting for route in routes)
    assert all(route.reported and route.confirmed == "yes" for route in routes)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_version_has_a_date_and_an_author_and_was_approved_no_earlier(
    slug: str,
) -> None:
    front = ready(slug).front
    (version,) = front.versions

    given = [one.dated for one in front.approvals if one.of == version.number]

    assert version.author
    assert isinstance(version.dated, date)
    assert given
    assert all(isinstance(one, date) and one >= version.dated for one in given)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_review_has_a_day_to_count_from_and_only_a_decision_ends_it(
    slug: str,
) -> None:
    (review,) = ready(slug).rules_of(slug, Review)

    assert review.every == EveryPeriod(2, "year")
    assert review.start == date(2026, 9, 15)
    assert review.done_by == "decision"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_body_with_a_parent_does_not_approve_its_own_terms(slug: str) -> None:
    charter = ready(slug)
    parent = charter.bodies[slug].parent
    (approval,) = charter.rules_of(slug, Approval)
    (amendment,) = charter.rules_of(slug, Amendment)

    approves = approval.by

    assert amendment.by == approves
    assert slug not in approves
    if parent:
        assert approves == (parent,)


def test_the_working_group_has_a_task_and_a_last_day() -> None:
    (ending,) = ready("working-group").rules_of("working-group", Ending)

    assert ending.task
    assert ending.until == date(2028, 3, 31)


def test_in_the_joint_committee_each_organisation_has_one_vote_and_must_be_there() -> (
    None
):
    charter = ready("joint-committee")

    (decision,) = charter.rules_of("joint-committee", Decision)
    (quorum,) = charter.rules_of("joint-committee", Quorum)

    assert decision.one_vote == "organisation"
    assert str(quorum.needs) == "every organisation of partners in present"
