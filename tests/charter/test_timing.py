from __future__ import annotations

from typing import Any

import pytest

from quorate.charter.phrase_words import PhraseError
from quorate.charter.problems import Place, Problems
from quorate.charter.timing import (
    CADENCE,
    WHEN,
    AroundMeetings,
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
    cadence_phrase,
    deadline_phrase,
)
from tests.charter.drafts import node

NEVER = (
    "within a reasonable time",
    "promptly",
    "from time to time",
    "regularly",
    "as needed",
)


@pytest.mark.parametrize(
    "phrase, when",
    [
        (
            "4 working days before meeting",
            Deadline(4, "working day", "before", "meeting"),
        ),
        ("one week after meeting", Deadline(1, "week", "after", "meeting")),
        (
            "5 clear working days before meeting on a working day",
            Deadline(5, "clear working day", "before", "meeting", "working day"),
        ),
        ("24 hours before meeting", Deadline(24, "hour", "before", "meeting")),
        (
            "3 clear days after minutes agreed",
            Deadline(3, "clear day", "after", "minutes agreed"),
        ),
        ("before meeting", Beside("before", "meeting")),
        ("on adoption", Beside("on", "adoption")),
        ("with agenda published", Beside("with", "agenda published")),
        ("by 31 March", ByDay(3, 31)),
        ("by 29 February", ByDay(2, 29)),
        ("by the end of the year", ByEnd("the year")),
        ("by the end of each quarter", ByEnd("each quarter")),
        ("by the end of the month", ByEnd("the month")),
        ("at the next meeting of board", AtMeeting("board")),
        ("at the next meeting of each recipient", AtMeeting("each recipient")),
        ("before the next meeting of board", AtMeeting("board", before=True)),
        *((words, Unbounded(words)) for words in NEVER),
    ],
)
def test_each_form_of_a_deadline_is_read_and_written_back(
    phrase: str, when: object
) -> None:
    read = deadline_phrase(phrase)

    assert read == when
    assert deadline_phrase(str(read)) == read


@pytest.mark.parametrize(
    "phrase, cadence, written",
    [
        ("at least 6 times a year", Times(6, at_least=True), ""),
        ("4 times a year", Times(4), ""),
        ("1 time a year", Times(1), "once a year"),
        ("twice a year", Times(2), "twice a year"),
        ("at least once a year", Times(1, at_least=True), "at least once a year"),
        ("every 2 months", EveryPeriod(2, "month"), ""),
        ("every week", EveryPeriod(1, "week"), ""),
        ("every five years", EveryPeriod(5, "year"), "every 5 years"),
        ("every term", EveryPeriod(1, "term"), ""),
        ("once in each quarter", EveryPeriod(1, "quarter"), "every quarter"),
        ("at every meeting", EveryMeeting(), ""),
        ("at every meeting of board", EveryMeeting("board"), ""),
        ("before each meeting of board", AroundMeetings("before", "board"), ""),
        ("after each meeting of board", AroundMeetings("after", "board"), ""),
        (
            "before and after each meeting of board",
            AroundMeetings("before and after", "board"),
            "",
        ),
        ("on request", OnRequest(), ""),
        ("on request of cabinet", OnRequest("cabinet"), ""),
        *((words, Unbounded(words), "") for words in NEVER),
    ],
)
def test_each_form_of_a_cadence_is_read_and_written_back(
    phrase: str, cadence: object, written: str
) -> None:
    read = cadence_phrase(phrase)

    assert read == cadence
    assert str(read) == (written or phrase)
    assert cadence_phrase(str(read)) == read


@pytest.mark.parametrize(
    "phrase, what, at",
    [
        ("soon", "where a number of days", 0),
        ("4 fortnights before meeting", "where days, working days", 2),
        ("4 days", "the phrase ends where 'before' or 'after'", 6),
        ("4 days since meeting", "where 'before' or 'after'", 7),
        ("4 days before", "the phrase ends where what it is counted from", 13),
        ("5000 days before meeting", "too long to be meant", 0),
        ("4 days before meeting on a working day or so", "'or so' is left over", 39),
        ("within a reasonable day", "where 'time'", 20),
        ("by 31 June", "not a day of the year", 3),
        ("by 0 June", "not a day of the year", 3),
        ("by June", "not a day of the year", 3),
        ("by the end of the decade", "'the year', 'each quarter'", 14),
        ("at the next meeting of The Board", "a name in lower case", 23),
        ("before", "the phrase ends where what it is counted from", 6),
    ],
)
def test_a_deadline_that_does_not_fit_is_told_at_its_word(
    phrase: str, what: str, at: int
) -> None:
    with pytest.raises(PhraseError) as refused:
        deadline_phrase(phrase)

    assert what in refused.value.what
    assert refused.value.at == at


@pytest.mark.parametrize(
    "phrase, what, at",
    [
        ("sometimes", "where how often", 0),
        ("4 times a month", "where 'a year'", 8),
        ("at least monthly", "where how often", 9),
        ("no times a year", "0 can't be meant", 0),
        ("500 times a year", "500 can't be meant", 0),
        ("every 0 months", "0 can't be meant", 6),
        ("every 401 weeks", "401 can't be meant", 6),
        ("every day", "week, month, quarter", 6),
        ("once in each decade", "week, month, quarter", 13),
        ("on request of", "the phrase ends where a name", 13),
        ("every month or so", "'or so' is left over", 12),
    ],
)
def test_a_cadence_that_does_not_fit_is_told_at_its_word(
    phrase: str, what: str, at: int
) -> None:
    with pytest.raises(PhraseError) as refused:
        cadence_phrase(phrase)

    assert what in refused.value.what
    assert refused.value.at == at


@pytest.mark.parametrize("reader", [WHEN, CADENCE])
def test_the_readers_of_time_note_the_place_of_a_bad_word(
    reader: Any,  # noqa: ANN401  One of the two.
) -> None:
    problems = Problems()

    assert reader.read(node("every 2 days of before"), problems) is None
    assert reader.read(node("- promptly"), problems) is None
    assert reader.write(reader.read(node("promptly"), problems)) == "promptly"
    assert reader.schema()["type"] == "string"
    assert problems.found[1].place == Place(1, 1)
