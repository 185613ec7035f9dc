from __future__ import annotations

from datetime import date

from quorate.facts.events import Event
from quorate.rules.duties_derived import requirements
from tests.rules.duty_cases import at, board, instances, moment, state, states

SET = at("meeting set", date(2026, 4, 1), subject="m", day="2026-05-05 14:00")
HELD = at("meeting", moment("2026-05-05 14:00"), subject="m")


def test_an_agenda_is_due_before_each_meeting() -> None:
    terms = board("notice:\n  of: agenda\n  by: 4 working days before meeting")

    (one,) = instances(terms, [SET], date(2026, 4, 20))

    # The 4th of May is a bank holiday.
    assert (one.state, one.due) == ("due", date(2026, 4, 28))


def test_an_agenda_that_never_came_is_breached_once_the_meeting_is_over() -> None:
    terms = board("notice:\n  of: agenda\n  by: 4 working days before meeting")

    assert state(terms, [SET, HELD], moment("2026-05-05 13:00")) == "overdue"
    assert state(terms, [SET, HELD], date(2026, 5, 6)) == "breached"


def test_the_notice_of_a_cancelled_meeting_lapses_and_keeps_its_history() -> None:
    terms = board("notice:\n  of: agenda\n  by: 4 working days before meeting")
    off = at("meeting cancelled", date(2026, 4, 30), subject="m")

    (one,) = instances(terms, [SET, off], date(2026, 5, 6))

    assert one.state == "lapsed"
    assert one.was_late


def test_a_meeting_that_was_moved_moves_its_notice() -> None:
    terms = board("notice:\n  of: agenda\n  by: 4 working days before meeting")
    moved = at("meeting set", date(2026, 4, 30), subject="m", day="2026-06-02")

    (one,) = instances(terms, [SET, moved], date(2026, 5, 6))

    assert (one.state, one.due) == ("due", date(2026, 5, 27))


def test_papers_come_with_the_agenda_or_if_that_is_not_possible_before() -> None:
    terms = board(
        "notice:\n  of: papers\n  strength: endeavour\n  by: with agenda published\n"
        "  later: before meeting\n  on_the_day: urgent items"
    )
    agenda = at("agenda published", date(2026, 4, 28), subject="m")
    later = at("papers published", date(2026, 5, 1), subject="m")
    urgent = at(
        "papers published", date(2026, 5, 5), subject="m", ground="urgent items"
    )

    assert state(terms, [SET, agenda], date(2026, 5, 1)) == "due"
    assert state(terms, [SET, agenda, later], date(2026, 5, 2)) == "discharged late"
    assert state(terms, [SET, agenda, HELD], date(2026, 5, 6)) == "not done"
    assert state(terms, [SET, agenda, urgent], date(2026, 5, 6)) == "discharged"


def test_a_record_is_sent_agreed_and_published() -> None:
    terms = board(
        "record:\n  of: minutes\n  by: 5 working days after meeting\n"
        "  agreed: at the next meeting of mill\n"
        "  published: 10 working days after minutes agreed"
    )
    sent = at("minutes sent", date(2026, 5, 13), subject="m")
    following = at("meeting", moment("2026-07-07 14:00"), subject="n")
    agreed = at("minutes agreed", moment("2026-07-07 14:05"), subject="m")

    found = {
        one.owed.key: (one.state, one.due)
        for one in instances(terms, [HELD, sent, following, agreed], date(2026, 7, 8))
        if one.subject == "m"
    }

    assert found == {
        "record@1.1/sent": ("discharged late", date(2026, 5, 12)),
        "record@1.1/agreed": ("discharged", date(2026, 7, 7)),
        "record@1.1/published": ("due", date(2026, 7, 21)),
    }


def test_reviews_by_time_and_by_request_live_side_by_side() -> None:
    terms = board(
        "review:\n  every: every 5 years\n  from: adoption\n  start: 2020-04-01\n"
        "  on_request_of: lock\n  done_by: decision"
    )
    asked = at("review requested", date(2026, 3, 1), by="lock")
    looked = at("terms reviewed", date(2026, 4, 1))
    decided = at("review decided", date(2026, 5, 1))

    opened = states(terms, [asked, looked], date(2026, 4, 2))
    closed = states(terms, [asked, looked, decided], date(2026, 5, 2))

    assert opened == {"review@1.1": "due", "review@1.1/on-request/lock": "triggered"}
    assert set(closed.values()) == {"discharged"}


def test_absences_bring_something_about_that_anybody_can_do() -> None:
    terms = board(
        "attendance:\n  count: 2 apologies\n  consecutive: yes\n  by: person\n"
        "  then: challenge"
    )
    absent = at("absence", date(2026, 3, 1), subject="north")
    done = at("challenge made", date(2026, 3, 9), subject="north", by="anybody")

    (one,) = instances(terms, [absent], date(2026, 3, 2))

    assert (one.state, one.owed.bearer) == ("triggered", ())
    assert state(terms, [absent, done], date(2026, 3, 9)) == "discharged"


def test_a_consultee_is_asked_before_the_decision_on_its_subject() -> None:
    terms = board("consultee:\n  consults: lock\n  on: [water]\n  before: decision")
    water = at("decision", date(2026, 3, 3), topic="water")
    money = at("decision", date(2026, 3, 3), topic="money")
    asked = at("consulted", date(2026, 2, 3), topic="water", body="lock")

    assert state(terms, [money], date(2026, 3, 4)) == "dormant"
    assert state(terms, [water], date(2026, 3, 4)) == "breached"
    assert state(terms, [water, asked], date(2026, 3, 4)) == "discharged"


def test_a_request_for_a_meeting_is_followed_by_a_call() -> None:
    terms = board(
        "extra_meetings:\n  requested_by: 3\n"
        "  if_not_called: 5 working days after request received"
    )
    asked = at("request received", date(2026, 3, 2), topic="meeting")

    assert state(terms, [asked], date(2026, 3, 10)) == "overdue"
    assert state(terms, [asked, SET], date(2026, 4, 2)) == "discharged late"


def test_an_incident_meeting_and_an_urgent_decision_are_reported() -> None:
    incident = board(
        "incident_meetings:\n  ground: a flood\n  reported: at the next meeting of mill"
    )
    flood = at("meeting", moment("2026-03-02 09:00"), subject="flood", topic="incident")
    urgent = board(
        "chairs_action:\n  by: chair\n  reported: 2 working days after decision"
    )
    decided = at("urgent decision", date(2026, 3, 2), subject="pump")

    assert state(incident, [flood], date(2026, 3, 3)) == "unknown"
    assert state(incident, [flood, HELD], date(2026, 5, 6)) == "overdue"
    assert state(urgent, [decided], date(2026, 3, 5)) == "overdue"


def test_a_planned_report_has_its_steps() -> None:
    terms = board(
        "lead_times:\n  steps:\n    - step: cleared\n"
        "      by: 8 working days before meeting\n      who: chair"
    )
    planned = at("report planned", date(2026, 4, 1), subject="r", day="2026-05-05")
    done = at("step done", date(2026, 4, 22), subject="r", topic="cleared")

    (one,) = instances(terms, [planned], date(2026, 4, 20))

    assert (one.state, one.due) == ("due", date(2026, 4, 22))
    assert state(terms, [planned, done], date(2026, 4, 30)) == "discharged"


def test_sub_groups_report_at_every_meeting() -> None:
    terms = board("sub_groups:\n  must_have: [lock, quay]\n  report: at every meeting")
    reported = at("report received", moment("2026-05-05 14:30"), body="mill", by="lock")

    assert states(terms, [HELD, reported], date(2026, 5, 6)) == {
        "sub_groups@1.1/lock": "discharged",
        "sub_groups@1.1/quay": "breached",
    }


def test_offices_registers_and_interests_come_round_each_year() -> None:
    terms = board(
        "role:\n  role: chair\n  elected_by: members\n  elected: every year\n"
        "register:\n  of: risks\n  reviewed: every quarter\n"
        "interests:\n  declare: work\n  confirmed: every year\n"
        "instrument:\n  titled: The Pact\n  reviewed: every year"
    )
    elected = at("election", date(2026, 5, 5), subject="chair")
    looked = at("evidence", date(2026, 4, 2), topic="risks")

    found = states(terms, [elected, looked], date(2026, 6, 30))

    assert found == {
        "role@1.1/chair": "discharged",
        "register@1.1": "discharged",
        "interests@1.1": "due",
        "instrument@1.1": "due",
    }


def test_decisions_for_another_body_are_reported_and_scrutiny_is_answered() -> None:
    acting = board(
        "authority:\n  may_decide: grants\n  on_behalf_of: lock\n"
        "  reported: 5 working days after decision"
    )
    asked = board(
        "scrutiny:\n  by: quay\n  may: ask for a report\n"
        "  answered: 20 working days after request received"
    )
    decided = at("decision", date(2026, 3, 2), subject="g")
    told = at("paper received", date(2026, 3, 6), subject="g", body="lock")
    request = at("request received", date(2026, 3, 2), by="quay", subject="q")

    assert state(acting, [decided, told], date(2026, 3, 7)) == "discharged"
    assert state(asked, [request], date(2026, 4, 1)) == "overdue"


def test_a_report_on_request_is_owed_from_the_request() -> None:
    terms = board(
        "duty:\n  name: report\n  strength: must\n  action: report\n  to: lock\n"
        "  often: on request of lock\n  done_by: report received"
    )
    asked = at("report requested", date(2026, 3, 2), by="lock")
    events: list[Event] = [asked, at("report received", date(2026, 3, 9), body="lock")]

    assert state(terms, events[:1], date(2026, 3, 3)) == "triggered"
    assert state(terms, events, date(2026, 3, 10)) == "discharged"


def test_each_requirement_has_a_key_of_its_own() -> None:
    terms = board(
        "notice:\n  - of: agenda\n    by: 4 working days before meeting\n"
        "  - of: papers\n    by: 4 working days before meeting"
    )

    keys = [one.key for one in requirements(terms, "mill")]

    assert keys == ["notice@1.1", "notice@1.1#2"]
