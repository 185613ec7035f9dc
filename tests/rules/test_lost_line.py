from __future__ import annotations

from datetime import date, time

import pytest

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.meetings import RemotePresence
from quorate.charter.kinds.quorum import Quorum
from quorate.facts.consultation import Consultation
from quorate.facts.meeting import Meeting, Presence
from quorate.rules.asking_time import Opened, properly_asked
from quorate.rules.circles import Circle
from quorate.rules.roll import is_there, moments_of
from quorate.rules.sitting import Sitting, counting_of
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN
from tests.facts.shipped import shipped
from tests.rules.harbour import board, members
from tests.rules.rooms import OPENS, body, clock, needs

LOST = Presence(person="bo", how="remote", until=time(10, 20), line_lost="yes")
HELD = Meeting(opens=OPENS, present=(LOST,))
HALF = needs("at least 2 of present by person")


@pytest.mark.parametrize(
    "at, grace, there",
    [
        ("10:19", None, True),
        ("10:20", None, False),
        ("10:20", 5, True),
        ("10:24", 5, True),
        ("10:25", 5, False),
    ],
)
def test_a_lost_line_changes_nothing_for_the_minutes_that_the_terms_give(
    at: str, grace: int | None, there: bool
) -> None:
    assert is_there(LOST, HELD, clock(at), lost_line=grace) is there


@pytest.mark.parametrize(
    "presence",
    [
        Presence(person="bo", how="remote", until=time(10, 20)),
        Presence(person="bo", how="room", until=time(10, 20), line_lost="yes"),
    ],
)
def test_whoever_left_is_gone_at_once(presence: Presence) -> None:
    assert not is_there(presence, HELD, clock("10:20"), lost_line=5)


def test_of_a_day_alone_no_minutes_are_counted() -> None:
    day = Presence(person="bo", how="remote", until=date(2024, 3, 4), line_lost="yes")

    assert is_there(day, HELD, clock("10:20"), lost_line=5)


def test_whoever_loses_the_line_goes_when_the_minutes_are_over() -> None:
    assert moments_of(HELD, lost_line=5) == (OPENS, clock("10:25"))
    assert moments_of(HELD) == (OPENS, clock("10:20"))


@pytest.mark.parametrize(
    "stated, rule, counts",
    [
        ("", RemotePresence(allowed="yes", counts="yes"), "yes"),
        ("no", RemotePresence(allowed="yes", counts="yes"), "no"),
        ("yes", RemotePresence(allowed="no"), "no"),
        ("", None, ""),
    ],
)
def test_the_quorum_s_own_word_goes_before_the_general_one(
    stated: str, rule: RemotePresence | None, counts: str
) -> None:
    terms = Quorum(needs=HALF.needs, remote_counts=stated)
    held = Sitting(HELD, body(), remote=rule)

    assert counting_of(held, terms).remote_counts == counts


OPENED = Opened(
    Consultation(opened=date(2024, 3, 4), closes=date(2024, 3, 18)),
    Circle(members(board(), offices={"clerk": "kim"})),
    shipped("england-and-wales"),
    "kim",
)


@pytest.mark.parametrize(
    "terms, verdict, outcome",
    [
        (Correspondence(at_least_days=10), MET, "properly asked"),
        (Correspondence(at_least_days=11), NOT_MET, "too short"),
        (Correspondence(opened_by="clerk"), MET, "properly asked"),
        (Correspondence(opened_by="captain"), NOT_MET, "not theirs to do"),
        (Correspondence(opened_by="the harbour cat"), UNKNOWN, ""),
        (Correspondence(), MET, "properly asked"),
    ],
)
def test_members_are_asked_for_long_enough_by_whoever_may(
    terms: Correspondence, verdict: str, outcome: str
) -> None:
    found = properly_asked(terms, OPENED)

    assert (found.verdict, found.outcome) == (verdict, outcome)
    assert found.because.verdict == verdict


def test_without_a_calendar_nobody_can_tell_how_long_it_was() -> None:
    window = deadline_phrase("10 working days after consultation opened")
    bare = Opened(OPENED.consultation, OPENED.circle)

    assert properly_asked(Correspondence(window=window), bare).verdict == UNKNOWN
