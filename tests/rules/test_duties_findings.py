from __future__ import annotations

from datetime import date

from quorate.facts.consultation import Consultation
from quorate.facts.events import Event
from quorate.facts.file import Facts
from quorate.facts.implied import all_events
from quorate.facts.meeting import Meeting
from quorate.rules.cadence import cadence
from quorate.rules.duties import duty
from quorate.rules.duties_ledger import Ledger
from quorate.rules.duties_statement import duties, statement
from quorate.rules.notice import deadline
from quorate.rules.review import review
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.duty_cases import CALENDAR, at, board, instances, moment, year

NOTICE = """
notice:
  of: agenda
  strength: {strength}
  interpretations:
    by:
      take: 4 working days before meeting
      other: 4 clear working days before meeting
      because: the terms do not say which
"""
TERMS = board(NOTICE.format(strength="must"))
SET = at("meeting set", date(2026, 4, 1), subject="m", day="2026-05-05 14:00")
LATE = at("agenda published", moment("2026-04-29 09:00"), name="a", subject="m")
EVENTS = [SET, LATE]


def test_a_finding_tells_the_trigger_the_last_day_and_the_evidence() -> None:
    found = duty(year(TERMS, EVENTS, date(2026, 5, 1)), rule="1.1", subject="m")

    values = found.because.values
    assert (found.verdict, found.outcome) == (MET, "discharged late")
    assert values["due"] == "2026-04-28"
    assert values["evidence"] == ("a",)
    assert values["bearer"] == "unstated"
    parts = {one.says: one.values for one in found.because.parts}
    assert parts["last day"]["passed_over"] == ("2026-05-04 Early May bank holiday",)
    assert parts["late by"]["late_by"] == "1 day"


def test_a_finding_tells_what_another_reading_would_have_given() -> None:
    early = at("agenda published", moment("2026-04-28 09:00"), subject="m")

    found = duty(year(TERMS, [SET, early], date(2026, 5, 1)), rule="1.1")

    (reading,) = found.turns_on
    assert reading.field == "by"
    assert reading.others[0][2] == "discharged late"


def test_terms_without_the_rule_are_silent() -> None:
    found = duty(year(TERMS, EVENTS, date(2026, 5, 1)), rule="elsewhere")

    assert found.verdict is NOT_STATED


def test_a_deadline_is_told_before_the_deed_and_judged_after_it() -> None:
    before = deadline(year(TERMS, [SET], date(2026, 4, 1)), rule="1.1", subject="m")
    after = deadline(
        year(TERMS, [SET], date(2026, 4, 29)),
        rule="1.1",
        subject="m",
        done=moment("2026-04-29 00:30"),
    )

    assert (before.verdict, before.outcome) == (MET, "due 2026-04-28")
    assert (after.verdict, after.outcome) == (NOT_MET, "late")
    assert after.because.values["late_by"] == "1 day"


def test_a_deadline_that_nobody_stated_is_not_stated() -> None:
    terms = board(
        "duty:\n  name: tell\n  strength: must\n  action: tell\n  after: decision"
    )
    decided = at("decision", date(2026, 3, 3), subject="d")

    found = deadline(year(terms, [decided], date(2026, 3, 4)), rule="tell")

    assert (found.verdict, found.outcome) == (NOT_STATED, "not stated")


def test_a_deadline_in_hours_is_unknown_where_only_the_day_of_the_deed_is() -> None:
    terms = board("notice:\n  of: agenda\n  by: 24 hours before meeting")
    plan = year(terms, [SET], date(2026, 5, 4))

    found = deadline(plan, rule="1.1", done=date(2026, 5, 4))

    assert (found.verdict, found.outcome) == (UNKNOWN, "unknown")


def test_the_statement_counts_what_must_be_and_what_should_apart() -> None:
    wish = board(NOTICE.format(strength="should"))

    must = duties(year(TERMS, [SET], date(2026, 5, 4))).because.values
    should = duties(year(wish, [SET], date(2026, 5, 4))).because.values

    assert (must["missed"], must["should_missed"]) == (1, 0)
    assert (should["missed"], should["should_missed"]) == (0, 1)


def test_what_lapsed_is_left_out_of_the_total_missed() -> None:
    off = at("meeting cancelled", date(2026, 5, 1), subject="m")

    found = duties(year(TERMS, [SET, off], date(2026, 5, 4)))

    assert found.verdict is MET
    assert found.because.values["left_out"] == 1
    assert found.outcome == "met 0, late 0, missed 0, not due 0, can't tell 0"


def test_a_statement_for_a_period_leaves_out_what_was_over_before_it() -> None:
    plan = year(TERMS, EVENTS, date(2026, 12, 31))
    found = instances(TERMS, EVENTS, date(2026, 12, 31))

    spring = statement(found, plan.time, last=date(2026, 6, 30))
    autumn = statement(found, plan.time, first=date(2026, 9, 1))
    before = statement(found, plan.time, last=date(2026, 1, 31))

    assert [line.category for line in spring.lines] == ["late"]
    assert autumn.lines == ()
    assert before.lines == ()


def test_two_meetings_in_a_quarter_do_not_pay_for_the_next() -> None:
    terms = board("meets:\n  often: once in each quarter\n  window: body's year")
    held = [
        at("meeting", date(2026, 2, 3), subject="a"),
        at("meeting", date(2026, 3, 3), subject="b"),
    ]

    spring = cadence(year(terms, held, date(2026, 3, 31)))
    summer = cadence(year(terms, held, date(2026, 7, 1)))

    assert spring.outcome == "on track"
    assert (summer.verdict, summer.outcome) == (NOT_MET, "missed")


def test_what_the_time_left_cannot_hold_is_impossible() -> None:
    terms = board("meets:\n  often: at least 6 times a year")
    held = [at("meeting", date(2026, 2, day), subject=str(day)) for day in (2, 9, 16)]

    # Of the three working days from the 29th on, the third is the 31st.
    possible = cadence(year(terms, held, date(2026, 12, 29)))
    impossible = cadence(year(terms, held, date(2026, 12, 30)))

    assert possible.outcome == "on track"
    assert (impossible.verdict, impossible.outcome) == (NOT_MET, "impossible")


def test_a_body_without_a_cadence_has_none_to_keep() -> None:
    assert cadence(year(TERMS, [], date(2026, 3, 1))).verdict is NOT_STATED
    assert review(year(TERMS, [], date(2026, 3, 1))).verdict is NOT_STATED


def test_a_review_is_overdue_once_its_day_is_over() -> None:
    terms = board("review:\n  every: every 2 years\n  from: last review")
    done = at("review decided", date(2026, 6, 1))

    early = review(year(terms, [], date(2027, 12, 31)))

    assert (early.outcome, early.because.values["state"]) == ("not due", "not due")
    assert review(year(terms, [], date(2028, 1, 1))).outcome == "due"
    assert review(year(terms, [], date(2028, 1, 2))).outcome == "overdue"
    assert review(year(terms, [done], date(2028, 1, 2))).outcome == "not due"


def test_a_review_from_an_adoption_that_nobody_recorded_is_unknown() -> None:
    terms = board("review:\n  every: every 5 years\n  from: adoption", since="")

    assert review(year(terms, [], date(2028, 1, 1))).verdict is UNKNOWN


def test_facts_bring_their_events_with_them() -> None:
    facts = Facts(
        meetings=(
            Meeting(
                name="m", opens=moment("2026-05-05 14:00"), announced=date(2026, 4, 1)
            ),
        ),
        consultations=(
            Consultation(opened=date(2026, 3, 2), closes=date(2026, 3, 9), name="c"),
        ),
        events=(Event(kind="agenda published", happened=date(2026, 4, 28)),),
    )

    found = all_events(facts, body="mill")

    assert [(one.kind, one.subject) for one in found] == [
        ("agenda published", "m"),
        ("meeting set", "m"),
        ("meeting", "m"),
        ("consultation opened", "c"),
        ("consultation closed", "c"),
    ]


def test_a_meeting_that_was_called_off_was_not_held() -> None:
    facts = Facts(
        meetings=(Meeting(name="m", opens=date(2026, 5, 5), state="cancelled"),)
    )

    kinds = [one.kind for one in all_events(facts, body="mill")]

    assert kinds == ["meeting set", "meeting cancelled"]


def test_the_ledger_names_what_an_event_touched() -> None:
    ledger = Ledger(TERMS, "mill", calendar=CALENDAR, events=[SET])

    touched = ledger.add(LATE)

    assert touched == {("notice@1.1", "m")}
    one = ledger.instance("notice@1.1", "m", date(2026, 4, 28))
    assert one is not None
    assert one.state == "due"
    assert ledger.instance("notice@1.1", "m", date(2026, 3, 1)) is None


def test_the_ledger_tells_what_time_alone_changed() -> None:
    ledger = Ledger(TERMS, "mill", calendar=CALENDAR, events=[SET])

    ledger.advance(date(2026, 4, 27))

    assert ledger.advance(date(2026, 4, 28)) == ()
    (one,) = ledger.advance(date(2026, 4, 29))

    assert one.state == "overdue"


def test_a_correction_takes_the_place_of_what_was_told() -> None:
    ledger = Ledger(TERMS, "mill", calendar=CALENDAR, events=[SET, LATE])
    on_time = at("agenda published", moment("2026-04-28 09:00"), name="b", subject="m")

    ledger.correct(on_time, name="a")

    (one,) = ledger.instances(date(2026, 5, 1))
    assert (one.state, one.span.evidence) == ("discharged", ("b",))
