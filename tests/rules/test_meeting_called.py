from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.meetings import ExtraMeetings, IncidentMeetings, Notice
from quorate.charter.phrases import test_phrase as phrase_of_a_test
from quorate.facts.events import Event
from quorate.rules.finding import Finding
from quorate.rules.meeting_called import CallingTerms, properly_called
from quorate.rules.notice_given import Called
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.facts.shipped import shipped
from tests.rules.harbour import board, meeting, sitting

OPENS = datetime.fromisoformat("2026-05-12 10:00")
CHARTER = board("role:\n  role: chair\n  held_by: captain\n")
AGENDA = Notice(of="agenda", by=deadline_phrase("4 working days before meeting"))
EXTRA = ExtraMeetings(agreed_by="chair")
ASKED = ExtraMeetings(
    agreed_by="chair",
    requested_by=2,
    if_not_called=deadline_phrase("5 working days after request received"),
)


def judged(
    terms: CallingTerms,
    *events: Event,
    sort: str = "ordinary",
    calendar: bool = True,
    went_on: date | None = None,
    there: str = "alma bo",
    **more: object,
) -> Finding:
    held = replace(meeting("may", OPENS, there=there, sort=sort), **more)  # type: ignore[arg-type]
    called = Called(
        sitting(CHARTER, held),
        events,
        shipped("england-and-wales") if calendar else None,
        went_on,
    )
    return properly_called(terms, called)


def published(when: str, kind: str = "agenda published") -> Event:
    return Event(kind=kind, happened=datetime.fromisoformat(when), subject="may")


def request(who: str, day: int) -> Event:
    return Event(kind="request received", happened=date(2026, 4, day), by=who)


def test_a_meeting_of_which_nothing_is_asked_is_properly_called() -> None:
    assert judged(CallingTerms()).outcome == "properly called"


@pytest.mark.parametrize(
    "when, verdict, outcome",
    [
        ("2026-05-06 23:59", MET, "properly called"),
        ("2026-05-07 00:30", NOT_MET, "short notice"),
    ],
)
def test_an_agenda_is_in_time_to_the_end_of_its_last_day(
    when: str, verdict: str, outcome: str
) -> None:
    found = judged(CallingTerms(notices=(AGENDA,)), published(when))

    assert (found.verdict, found.outcome) == (verdict, outcome)
    assert found.because.values["due"] == "2026-05-06"


def test_an_agenda_of_which_nothing_is_on_record_is_unknown() -> None:
    terms = CallingTerms(notices=(AGENDA,))

    assert judged(terms).verdict == UNKNOWN
    assert judged(terms, published("2026-05-01 10:00"), calendar=False).verdict == (
        UNKNOWN
    )


def test_whoever_may_shorten_the_notice_can_agree_to_a_late_one() -> None:
    terms = CallingTerms(notices=(replace(AGENDA, shortened_by="chair"),))
    late = published("2026-05-11 10:00")

    assert judged(terms, late).outcome == "short notice"
    assert judged(terms, late, agreed_by="alma").outcome == "properly called"
    assert judged(terms, late, agreed_by="bo").outcome == "short notice"


def test_a_notice_that_the_terms_strive_for_undoes_nothing() -> None:
    hoped = replace(AGENDA, strength="endeavour")

    found = judged(CallingTerms(notices=(hoped,)), published("2026-05-11 10:00"))

    assert found.verdict == MET
    assert found.explanation.notes[0].says == "later than hoped for"


@pytest.mark.parametrize(
    "by, verdict", [("chair", MET), ("alma", MET), ("bo", NOT_MET), ("", NOT_MET)]
)
def test_a_further_meeting_needs_its_agreement_on_record(by: str, verdict: str) -> None:
    found = judged(CallingTerms(EXTRA), sort="extra", agreed_by=by)

    assert found.verdict == verdict
    assert found.outcome == (
        "properly called" if verdict == MET else "without agreement"
    )


def test_a_further_meeting_without_a_rule_is_not_stated() -> None:
    assert judged(CallingTerms(), sort="extra").verdict == NOT_STATED


@pytest.mark.parametrize(
    "asking, announced, called_by, verdict",
    [
        ("bo cy", date(2026, 4, 22), "bo", MET),
        ("bo cy", date(2026, 4, 17), "bo", NOT_MET),
        ("bo cy", date(2026, 4, 17), "clerk", MET),
        ("bo", date(2026, 4, 30), "bo", NOT_MET),
        ("bo bo", date(2026, 4, 30), "bo", NOT_MET),
        ("bo zed", date(2026, 4, 30), "bo", NOT_MET),
        ("bo cy", None, "bo", UNKNOWN),
    ],
)
def test_members_can_call_a_meeting_that_nobody_called_in_time(
    asking: str, announced: date | None, called_by: str, verdict: str
) -> None:
    requests = [request(who, 14) for who in asking.split()]

    found = judged(
        CallingTerms(ASKED),
        *requests,
        sort="extra",
        announced=announced,
        called_by=called_by,
    )

    assert found.verdict == verdict


def test_a_further_meeting_keeps_to_its_notice() -> None:
    terms = CallingTerms(replace(EXTRA, only_noticed_business="yes"))

    found = judged(terms, sort="extra", agreed_by="chair")

    assert found.explanation.notes[0].says == "only the business noticed"


INCIDENT = IncidentMeetings(ground="a storm", notice="none")


def test_an_incident_meeting_states_its_ground_and_is_free_of_notice() -> None:
    terms = CallingTerms(incident=INCIDENT, notices=(AGENDA,))

    found = judged(terms, sort="incident", ground="a storm in May")

    assert found.outcome == "properly called"
    assert found.explanation.effect is not None
    assert found.explanation.effect.values["effect"] == "advice until confirmed"


def test_an_incident_meeting_without_a_ground_on_record_is_unknown() -> None:
    assert judged(CallingTerms(incident=INCIDENT), sort="incident").verdict == UNKNOWN


def test_an_incident_meeting_needs_its_size() -> None:
    sized = replace(
        INCIDENT,
        size=phrase_of_a_test("at least 3 of present by person", own="present"),
    )
    terms = CallingTerms(incident=sized)

    small = judged(terms, sort="incident", ground="a storm")
    large = judged(terms, sort="incident", ground="a storm", there="alma bo cy")

    assert (small.verdict, small.outcome) == (NOT_MET, "not properly called")
    assert large.verdict == MET


def test_the_acts_of_an_incident_meeting_are_worth_what_the_terms_say() -> None:
    full = replace(INCIDENT, powers="as the full body", confirmed="yes")

    found = judged(CallingTerms(incident=full), sort="incident", ground="a storm")

    assert found.explanation.effect is not None
    assert found.explanation.effect.values["effect"] == "as the full body"


def test_an_incident_meeting_without_a_rule_is_not_stated() -> None:
    assert judged(CallingTerms(), sort="incident").verdict == NOT_STATED


def test_a_sitting_that_goes_on_needs_no_new_notice() -> None:
    assert judged(CallingTerms(notices=(AGENDA,)), sort="adjourned").verdict == MET


def test_a_notice_for_other_business_or_without_days_is_not_asked() -> None:
    special = replace(AGENDA, matters=("removals",))
    worded = replace(AGENDA, by=deadline_phrase("promptly"))

    assert judged(CallingTerms(notices=(special, worded))).verdict == MET


@pytest.mark.parametrize(
    "before, events, outcome",
    [
        (date(2026, 4, 14), (), "properly called"),
        (date(2026, 4, 13), (), "short notice"),
        (date(2026, 4, 13), (published("2026-05-06 10:00"),), "properly called"),
    ],
)
def test_a_meeting_adjourned_for_long_needs_notice_again(
    before: date, events: tuple[Event, ...], outcome: str
) -> None:
    afresh = replace(AGENDA, adjourned_afresh=deadline_phrase("4 weeks after meeting"))

    found = judged(
        CallingTerms(notices=(afresh,)), *events, sort="adjourned", went_on=before
    )

    assert found.outcome == outcome


@pytest.mark.parametrize(
    "undoes, verdict", [("no", MET), ("yes", NOT_MET), ("", NOT_STATED)]
)
def test_leaving_somebody_out_undoes_a_meeting_only_where_the_terms_say_so(
    undoes: str, verdict: str
) -> None:
    rule = replace(AGENDA, failure_invalidates=undoes)
    sent = replace(published("2026-05-01 10:00"), keys=(("left-out", "bo"),))

    assert judged(CallingTerms(notices=(rule,)), sent).verdict == verdict
