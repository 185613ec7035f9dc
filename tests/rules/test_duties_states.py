from __future__ import annotations

from datetime import date

import pytest

from quorate.facts.events import Event
from quorate.rules.duties_evaluation import evaluate
from tests.rules.duty_cases import CALENDAR, at, board, instances, moment, state, states

ANSWER = """
duty:
  name: answer
  strength: {strength}
  action: answer
  after: request received
  when: 10 working days after request received
  done_by: response received
  matching: subject
  late_counts: {late}
"""
MUST = board(ANSWER.format(strength="must", late="yes"))
STRICT = board(ANSWER.format(strength="must", late="no"))
SHOULD = board(ANSWER.format(strength="should", late="yes"))
ASKED = at("request received", date(2026, 3, 2), subject="a")
IN_TIME = at("response received", date(2026, 3, 16), subject="a")
TOO_LATE = at("response received", date(2026, 3, 17), subject="a")


def test_nothing_asked_is_dormant() -> None:
    assert state(MUST, [], date(2026, 3, 2)) == "dormant"


@pytest.mark.parametrize(
    "day, expected",
    [
        (date(2026, 3, 1), "dormant"),
        (date(2026, 3, 2), "due"),
        (moment("2026-03-16 23:59"), "due"),
        (moment("2026-03-17 00:00"), "overdue"),
    ],
)
def test_it_is_due_until_its_last_day_is_over(day: date, expected: str) -> None:
    assert state(MUST, [ASKED], day) == expected


def test_what_comes_on_the_last_day_discharges() -> None:
    assert state(MUST, [ASKED, IN_TIME], date(2026, 4, 1)) == "discharged"


def test_what_comes_a_day_later_discharges_late() -> None:
    (one,) = instances(MUST, [ASKED, TOO_LATE], date(2026, 4, 1))

    assert one.state == "discharged late"
    assert one.due == date(2026, 3, 16)
    assert one.was_late


def test_where_late_does_not_count_it_is_breached_and_then_remedied() -> None:
    assert state(STRICT, [ASKED], date(2026, 3, 17)) == "breached"
    assert state(STRICT, [ASKED, TOO_LATE], date(2026, 3, 18)) == "remedied"


def test_what_is_only_wished_for_is_not_done_and_never_breached() -> None:
    found = instances(SHOULD, [ASKED], date(2027, 1, 1))

    assert [one.state for one in found] == ["not done"]
    assert not any(one.was_late for one in found)


def test_an_answer_about_something_else_discharges_nothing() -> None:
    other = at("response received", date(2026, 3, 3), subject="b")

    assert state(MUST, [ASKED, other], date(2026, 3, 20)) == "overdue"


def test_an_answer_before_the_question_discharges_nothing() -> None:
    early = at("response received", date(2026, 3, 1), subject="a")

    assert state(MUST, [ASKED, early], date(2026, 3, 4)) == "due"


@pytest.mark.parametrize(
    "kind, expected", [("duty waived", "waived"), ("duty excused", "excused")]
)
def test_whoever_is_let_off_owes_nothing(kind: str, expected: str) -> None:
    act = at(kind, date(2026, 3, 18), subject="a", duty="answer")

    assert state(MUST, [ASKED, act], date(2026, 3, 17)) == "overdue"
    assert state(MUST, [ASKED, act], date(2026, 3, 18)) == expected


def test_an_act_on_one_instance_leaves_the_others() -> None:
    second = at("request received", date(2026, 3, 2), subject="b")
    act = at("duty waived", date(2026, 3, 3), subject="a", duty="answer")

    found = instances(MUST, [ASKED, second, act], date(2026, 4, 1))

    assert {one.subject: one.state for one in found} == {"a": "waived", "b": "overdue"}


def test_what_is_set_aside_counts_again_once_it_is_resumed() -> None:
    off = at("duty suspended", date(2026, 3, 10), subject="a", duty="answer")
    on = at("duty resumed", date(2026, 4, 10), subject="a", duty="answer")

    assert state(MUST, [ASKED, off], date(2026, 4, 1)) == "suspended"
    assert state(MUST, [ASKED, off, on], date(2026, 4, 11)) == "overdue"


def test_a_person_can_rule_the_day_that_the_words_leave_open() -> None:
    terms = board(ANSWER.format(strength="must", late="yes")).text
    vague = board(
        terms.split("```rule\n")[1]
        .split("\n```")[0]
        .replace("10 working days after request received", "promptly")
    )
    ruling = at(
        "duty ruled", date(2026, 3, 5), subject="a", duty="answer", due="2026-03-20"
    )

    assert state(vague, [ASKED], date(2027, 1, 1)) == "unknown"
    assert state(vague, [ASKED, ruling], date(2026, 3, 20)) == "due"
    assert state(vague, [ASKED, ruling], date(2026, 3, 21)) == "overdue"


def test_a_ruling_that_it_is_not_kept_breaches_a_duty_to_keep_something_true() -> None:
    terms = board(
        "duty:\n  name: open\n  strength: must\n  sort: keep true\n  action: be open"
    )
    missed = at("duty ruled", date(2026, 3, 5), subject="open", outcome="not kept")
    kept = at("duty ruled", date(2026, 6, 5), subject="open", outcome="kept")

    assert state(terms, [], date(2026, 3, 1)) == "unknown"
    assert state(terms, [missed], date(2026, 3, 6)) == "breached"
    assert state(terms, [missed, kept], date(2026, 6, 6)) == "discharged"


def test_what_must_never_happen_is_breached_when_it_does() -> None:
    terms = board(
        "duty:\n  name: never\n  strength: must\n  sort: never\n"
        "  action: spend without a budget\n  done_by: evidence\n  topic: overspent"
    )
    spent = at("evidence", date(2026, 5, 1), topic="overspent")

    assert state(terms, [spent], date(2026, 4, 30)) == "triggered"
    assert state(terms, [spent], date(2026, 5, 1)) == "breached"


def test_what_has_to_come_before_an_act_can_only_be_made_good_afterwards() -> None:
    terms = board(
        "duty:\n  name: asked\n  strength: must\n  sort: before\n  action: ask\n"
        "  before: decision\n  done_by: consulted\n  matching: subject"
    )
    decided = at("decision", moment("2026-05-06 11:00"), subject="x")
    before = at("consulted", date(2026, 5, 5), subject="x")
    after = at("consulted", date(2026, 5, 7), subject="x")

    assert state(terms, [decided, before], date(2026, 5, 8)) == "discharged"
    assert state(terms, [decided], date(2026, 5, 8)) == "breached"
    assert state(terms, [decided, after], date(2026, 5, 8)) == "remedied"


def test_a_promise_for_a_month_holds_until_its_last_day() -> None:
    terms = board(
        "duty:\n  name: moved\n  strength: must\n  sort: do\n  action: move\n"
        "  promised_for: 2026-04\n  done_by: evidence\n  topic: move"
    )

    assert state(terms, [], date(2026, 4, 30)) == "due"
    assert state(terms, [], date(2026, 5, 1)) == "overdue"


def test_what_is_only_allowed_is_never_missed() -> None:
    terms = board(
        "duty:\n  name: may\n  strength: may\n  action: write\n  often: every year\n"
        "  done_by: report published"
    )

    found = instances(terms, [], date(2027, 6, 1))

    assert {one.state for one in found} == {"lapsed", "triggered"}


def test_only_the_recipient_that_asked_is_owed_what_goes_on_request() -> None:
    terms = board(
        "duty:\n  name: minutes\n  strength: must\n  action: send\n"
        "  to: [lock, quay]\n  if_asked_by:\n    quay: lock\n  after: minutes agreed\n"
        "  done_by: paper received\n  matching: subject"
    )
    agreed = at("minutes agreed", date(2026, 3, 2), subject="m")
    asked = at("report requested", date(2026, 3, 9), by="lock")

    without = states(terms, [agreed], date(2026, 3, 10))
    with_it = states(terms, [agreed, asked], date(2026, 3, 10))

    assert without == {"minutes/lock": "triggered", "minutes/quay": "dormant"}
    assert with_it["minutes/quay"] == "triggered"


def test_one_paper_serves_two_bodies_only_where_each_received_it() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n"
        "  to: [lock, quay]\n  often: every year\n  done_by: report received"
    )
    lock = at("report received", date(2026, 3, 2), body="lock")
    quay = at("report received", date(2026, 3, 2), body="quay")
    nowhere = at("report received", date(2026, 3, 2))

    assert states(terms, [lock, nowhere], date(2026, 3, 3)) == {
        "report/lock": "discharged",
        "report/quay": "due",
    }
    assert set(states(terms, [lock, quay], date(2026, 3, 3)).values()) == {"discharged"}


def test_each_step_on_the_way_is_owed_as_well() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n  to: lock\n"
        "  via: quay\n  often: every year\n  done_by: report received"
    )
    there = at("report received", date(2026, 3, 2), body="lock")

    assert states(terms, [there], date(2026, 3, 3)) == {
        "report/via/quay": "due",
        "report": "discharged",
    }


def test_the_year_in_which_the_terms_began_is_nobodys_breach() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n"
        "  often: every year\n  done_by: report published",
        since="2026-06-01",
    )

    found = [one.state for one in instances(terms, [], date(2028, 1, 1))]

    assert found == ["lapsed", "breached", "due"]


def test_evidence_that_names_an_earlier_period_makes_that_one_good() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n"
        "  often: every year\n  done_by: report published"
    )
    late = at("report published", date(2027, 2, 1), period="2026")

    found = [one.state for one in instances(terms, [late], date(2027, 3, 1))]

    assert found == ["remedied", "due"]


def test_a_rolling_year_is_counted_from_each_report_to_the_one_after_the_next() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n"
        "  often: twice a year\n  window: rolling\n  done_by: report published"
    )
    days = (date(2026, 3, 1), date(2026, 9, 1), date(2027, 4, 1))
    reports = [at("report published", day) for day in days]

    found = [one.state for one in instances(terms, reports, date(2027, 9, 2))]

    assert found == ["discharged", "discharged late", "overdue", "due"]


def test_what_was_opened_before_these_terms_is_the_business_of_others() -> None:
    found = evaluate(
        MUST,
        "mill",
        [ASKED],
        CALENDAR,
        at=date(2026, 4, 1),
        since=date(2026, 3, 3),
    )

    assert [one.state for one in found] == ["dormant"]


def test_what_opens_after_the_terms_ended_is_not_theirs() -> None:
    events: list[Event] = [ASKED]

    found = evaluate(
        MUST, "mill", events, CALENDAR, at=date(2026, 4, 1), until=date(2026, 3, 1)
    )

    assert [one.state for one in found] == ["dormant"]
