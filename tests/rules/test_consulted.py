from __future__ import annotations

from datetime import datetime

import pytest

from quorate.charter.kinds.authority import Consultee
from quorate.charter.timing import Deadline
from quorate.facts.events import Event
from quorate.rules.consulted import consultees
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN
from tests.facts.shipped import shipped

ASKED = datetime.fromisoformat("2026-03-02 09:00")
SOON = datetime.fromisoformat("2026-03-05 09:00")
LATE = datetime.fromisoformat("2026-04-01 09:00")


def terms(silence: str = "", *bodies: str, window: bool = True) -> Consultee:
    return Consultee(
        clause="9.3",
        consults=bodies or ("safeguarding",),
        on=("plan",),
        silence=silence,
        window=Deadline(10, "working day", "after", "consulted") if window else None,
    )


def event(kind: str, happened: datetime, body: str = "safeguarding") -> Event:
    return Event(kind=kind, happened=happened, body=body, subject="plan of 2026")


def judged(
    rule: Consultee, at: datetime, *events: Event, matter: str = "plan"
) -> Finding:
    return consultees(
        [rule],
        matter=matter,
        subject="plan of 2026",
        events=events,
        calendar=shipped("england-and-wales"),
        at=at,
    )


def test_a_matter_on_which_nobody_is_consulted_can_go_on() -> None:
    found = judged(terms(), SOON, matter="catering")

    assert (found.verdict, found.outcome) == (MET, "nobody to ask")


def test_a_body_that_was_not_asked_stops_the_matter_and_is_named() -> None:
    found = judged(terms(), SOON)

    assert (found.verdict, found.outcome) == (NOT_MET, "not asked")
    assert found.explanation.missing[0].names == ("safeguarding",)


def test_a_body_that_was_asked_has_its_ten_working_days() -> None:
    found = judged(terms("no veto"), SOON, event("consulted", ASKED))

    assert (found.verdict, found.outcome) == (NOT_MET, "waiting")
    assert found.because.values["due"] == "2026-03-16"


def test_a_response_lets_the_matter_go_on() -> None:
    found = judged(
        terms(), SOON, event("consulted", ASKED), event("response received", SOON)
    )

    assert (found.verdict, found.outcome) == (MET, "answered")


@pytest.mark.parametrize(
    "silence, verdict",
    [("no veto", MET), ("assent", MET), ("blocks", NOT_MET), ("", UNKNOWN)],
)
def test_silence_after_the_time_means_what_the_terms_say(
    silence: str, verdict: object
) -> None:
    found = judged(terms(silence), LATE, event("consulted", ASKED))

    assert (found.verdict, found.outcome) == (verdict, "no answer in time")


def test_without_a_time_to_answer_nobody_knows_when_it_is_over() -> None:
    found = judged(terms("no veto", window=False), LATE, event("consulted", ASKED))

    assert (found.verdict, found.outcome) == (UNKNOWN, "waiting")


def test_each_of_several_bodies_must_be_asked() -> None:
    found = judged(
        terms("no veto", "safeguarding", "schools"),
        SOON,
        event("consulted", ASKED),
        event("response received", SOON),
    )

    assert (found.verdict, found.outcome) == (NOT_MET, "not asked")
    assert found.explanation.missing[0].names == ("schools",)


def test_what_was_recorded_later_was_not_known_before() -> None:
    recorded = Event(
        kind="consulted",
        happened=ASKED,
        body="safeguarding",
        subject="plan of 2026",
        known_from=LATE,
    )

    found = consultees(
        [terms()],
        matter="plan",
        subject="plan of 2026",
        events=(recorded,),
        calendar=shipped("england-and-wales"),
        at=SOON,
        known_at=SOON,
    )

    assert found.outcome == "not asked"
