from __future__ import annotations

from datetime import date, datetime

import pytest

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.membership import Substitutes
from quorate.facts.meeting import Meeting, Presence
from quorate.facts.people import Substitution
from quorate.rules.finding import Finding
from quorate.rules.substitutes import StandingIn, may_stand_in
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.facts.shipped import shipped
from tests.rules.harbour import board, history, meeting, seated

OPENS = datetime.fromisoformat("2026-05-05 10:00")
MAY = meeting("may", OPENS)
CHARTER = board()
CALENDAR = shipped("england-and-wales")
NOTICE = deadline_phrase("1 working day before meeting")


def sent(
    seat: str = "mate", person: str = "sam", *, named: str = "", of: str = ""
) -> Substitution:
    moment = datetime.fromisoformat(named) if named else None
    return Substitution(seat=seat, person=person, named=moment, organisation=of)


def judged(
    terms: Substitutes | None,
    *substitutes: Substitution,
    person: str = "sam",
    seat: str = "mate",
    held: Meeting = MAY,
    before: tuple[Meeting, ...] = (),
    elsewhere: tuple[tuple[str, str], ...] = (),
    calendar: bool = True,
) -> Finding:
    past = history(CHARTER, *before, held, substitutes=substitutes)
    who = StandingIn(
        person, seat, held, past, elsewhere, CALENDAR if calendar else None
    )
    return may_stand_in(terms, who, body="board")


def test_somebody_who_was_sent_may_stand_in() -> None:
    found = judged(Substitutes(), sent())

    assert (found.verdict, found.outcome) == (MET, "may stand in")


def test_somebody_whom_nobody_sent_may_not() -> None:
    found = judged(Substitutes())

    assert (found.verdict, found.outcome) == (NOT_MET, "refused")
    assert found.because.left_out[0].why == "not sent for the seat"


def test_without_a_rule_the_terms_are_silent_on_substitutes() -> None:
    assert judged(None, sent()).verdict == NOT_STATED


def test_terms_can_allow_no_substitutes() -> None:
    assert judged(Substitutes(allowed="no"), sent()).verdict == NOT_MET


@pytest.mark.parametrize(
    "seats, verdict", [(("officers",), MET), (("health",), NOT_MET)]
)
def test_only_the_seats_that_the_terms_name_send_one(
    seats: tuple[str, ...], verdict: str
) -> None:
    assert judged(Substitutes(for_seats=seats), sent()).verdict == verdict


@pytest.mark.parametrize(
    "named, verdict",
    [
        ("2026-05-01 23:59", MET),
        ("2026-05-02 00:00", NOT_MET),
        ("2026-05-05 09:00", NOT_MET),
        ("", UNKNOWN),
    ],
)
def test_a_substitute_is_named_in_time(named: str, verdict: str) -> None:
    # Monday 4 May 2026 is a bank holiday, so the working day before is Friday.
    assert judged(Substitutes(notice=NOTICE), sent(named=named)).verdict == verdict


def test_a_day_alone_is_in_time_to_its_end() -> None:
    named = Substitution(seat="mate", person="sam", named=date(2026, 5, 1))

    assert judged(Substitutes(notice=NOTICE), named).verdict == MET


def test_without_a_calendar_nobody_can_say_if_it_was_in_time() -> None:
    found = judged(
        Substitutes(notice=NOTICE), sent(named="2026-05-01 10:00"), calendar=False
    )

    assert found.verdict == UNKNOWN


@pytest.mark.parametrize(
    "named, verdict", [("2026-05-05 09:59", MET), ("2026-05-05 10:00", NOT_MET)]
)
def test_in_advance_means_before_the_opening(named: str, verdict: str) -> None:
    assert judged(Substitutes(named="in advance"), sent(named=named)).verdict == verdict


def test_a_substitute_who_came_without_being_named_may_have_been_sent() -> None:
    came = Presence(person="sam", seat="mate", as_="substitute")
    held = Meeting(name="may", opens=OPENS, present=(came,))

    assert judged(Substitutes(), held=held).verdict == MET
    assert judged(Substitutes(named="in advance"), held=held).verdict == UNKNOWN


@pytest.mark.parametrize(
    "of, elsewhere, verdict",
    [
        ("Ports", (), MET),
        ("Councils", (), NOT_MET),
        ("", (), UNKNOWN),
        ("", (("sam", "Ports"),), MET),
        ("", (("sam", "Councils"),), NOT_MET),
    ],
)
def test_a_substitute_comes_from_the_organisation_of_the_seat(
    of: str, elsewhere: tuple[tuple[str, str], ...], verdict: str
) -> None:
    terms = Substitutes(from_same_organisation="yes")

    assert judged(terms, sent(of=of), elsewhere=elsewhere).verdict == verdict


def test_a_member_for_another_organisation_can_not_switch_seats() -> None:
    terms = Substitutes(from_same_organisation="yes")

    found = judged(terms, sent(person="cy"), person="cy")

    assert found.verdict == NOT_MET
    assert found.explanation.notes[0].says == "has a seat of their own"


def test_the_first_who_were_named_come_and_one_more_is_too_many() -> None:
    terms = Substitutes(how_many=1)
    both = (
        sent(named="2026-05-02 10:00"),
        sent(person="tess", named="2026-05-01 10:00"),
    )

    first, second = judged(terms, *both, person="tess"), judged(terms, *both)

    assert first.verdict == MET
    assert second.verdict == NOT_MET
    assert second.because.parts[-1].left_out[0].who == "sam"


@pytest.mark.parametrize(
    "several, verdict", [("yes", MET), ("no", NOT_MET), ("", NOT_STATED)]
)
def test_one_person_for_several_seats_is_as_the_terms_say(
    several: str, verdict: str
) -> None:
    terms = Substitutes(several_seats=several)

    assert judged(terms, sent(), sent("health")).verdict == verdict


@pytest.mark.parametrize("most, verdict", [(1, NOT_MET), (2, NOT_MET), (3, MET)])
def test_a_seat_can_send_one_only_so_many_times_running(
    most: int, verdict: str
) -> None:
    before = (
        meeting("jan", date(2026, 1, 6), there="bo"),
        meeting("feb", date(2026, 2, 3), there="sam"),
        meeting("off", date(2026, 2, 10), state="cancelled"),
        meeting("mar", date(2026, 3, 3), there="sam"),
    )

    assert judged(Substitutes(most_running=most), sent(), before=before).verdict == (
        verdict
    )


def test_a_holder_who_came_as_well_is_pointed_out() -> None:
    held = meeting("may", OPENS, there="bo sam")

    silent = judged(Substitutes(), sent(), held=held)
    whole = judged(Substitutes(replaces="the whole meeting"), sent(), held=held)

    assert (silent.verdict, whole.verdict) == (MET, MET)
    assert silent.explanation.notes[0].verdict == NOT_STATED
    assert whole.explanation.notes[0].verdict == MET


def test_a_vacant_seat_is_pointed_out() -> None:
    past = history(CHARTER, MAY, substitutes=(sent(),), appointments=seated(mate=""))

    found = may_stand_in(
        Substitutes(), StandingIn("sam", "mate", MAY, past), body="board"
    )

    assert found.explanation.notes[0].says == "the seat is vacant"


def test_a_reading_shows_what_another_would_give() -> None:
    charter = board(
        """
        substitutes:
          interpretations:
            named:
              take: either
              other: in advance
              because: the clause does not say when
        """
    )
    (terms,) = charter.rules_of("board", Substitutes)

    found = judged(terms, sent(named="2026-05-05 11:00"))

    assert found.turns_on[0].others == (("in advance", NOT_MET, "refused"),)
