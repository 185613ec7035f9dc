from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.kinds.membership import Seats
from quorate.charter.rule import Interpretation
from quorate.facts.consultation import STANCES, Answer, Consultation
from quorate.rules.answers import Asking
from quorate.rules.consultation import outcome
from quorate.rules.finding import Finding
from quorate.rules.membership import Membership
from quorate.rules.triggers import may_open
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict
from tests.rules.rooms import SEATS, body, phrase, wanted

OPENED = datetime.fromisoformat("2024-06-03T09:00")
CLOSES = datetime.fromisoformat("2024-06-10T17:00")
DURING = datetime.fromisoformat("2024-06-07T12:00")
LATER = datetime.fromisoformat("2024-06-20T12:00")
UP = Referral(to=("officers", "leaders"), clause="b/deferral")
CONSENSUS = Correspondence(
    asked=wanted("filled"),
    carried_if=phrase("at least 1 of agreed by seat", "agreed"),
    silence="not counted",
    objection="counts at the close",
    second_round="yes",
    clause="b",
)
TALLIED = replace(
    CONSENSUS,
    carried_if=phrase("agreed by seat more than objected", "agreed"),
    second_round="no",
)


def answer(seat: str, stance: str = "agree", day: int = 4, **fields: object) -> Answer:
    at = datetime.fromisoformat(f"2024-06-{day:02}T10:00")
    return Answer(seat=seat, stance=stance, at=at, **fields)  # type: ignore[arg-type]


def asking(
    *answers: Answer,
    members: Membership | None = None,
    referral: Referral | None = UP,
    taken_up: datetime | None = None,
    **fields: object,
) -> Asking:
    consultation = Consultation(
        opened=OPENED,
        closes=CLOSES,
        answers=answers,
        **fields,  # type: ignore[arg-type]
    )
    return Asking(consultation, members or body(), referral, taken_up=taken_up)


def found(
    *answers: Answer,
    terms: Correspondence = CONSENSUS,
    at: datetime | None = LATER,
    **fields: object,
) -> Finding:
    return outcome(terms, asking(*answers, **fields), at=at)  # type: ignore[arg-type]


def said(finding: Finding) -> tuple[Verdict, str]:
    return finding.verdict, finding.outcome


def left_out(finding: Finding) -> dict[str, str]:
    waiting, told = [finding.because], {}
    while waiting:
        one = waiting.pop()
        told.update({each.who: each.why for each in one.left_out})
        waiting += one.parts
    return told


def notes(finding: Finding) -> list[str]:
    return [one.says for one in finding.explanation.notes]


def test_it_is_open_until_the_close_and_names_who_has_not_answered() -> None:
    finding = found(answer("seat-1"), at=DURING)

    assert said(finding) == (UNKNOWN, "open")
    assert finding.explanation.missing[0].names == ("seat-2", "seat-3", "seat-4")


def test_an_answer_counts_from_the_moment_it_was_given() -> None:
    finding = found(answer("seat-1", day=8), at=DURING)

    assert finding.because.have == 0


def test_agreement_of_those_who_respond_is_agreement() -> None:
    finding = found(answer("seat-1"), answer("seat-2", "agree with a comment"))

    assert said(finding) == (MET, "agreed")
    assert finding.because.parts[0].have == 2


def test_nobody_answering_and_nobody_taking_a_side_is_no_decision() -> None:
    silent = found()
    aside = found(answer("seat-1", "not taking part"))

    assert said(silent) == said(aside) == (NOT_MET, "no decision")


@pytest.mark.parametrize(
    "silence, outcome",
    [("assent", (MET, "agreed")), ("against", (NOT_MET, "referred"))],
)
def test_silence_means_what_the_terms_say(
    silence: str, outcome: tuple[Verdict, str]
) -> None:
    assert said(found(terms=replace(TALLIED, silence=silence))) == outcome


CONTRADICTED = replace(
    CONSENSUS, carried_if=phrase("fewer than 1 of objected by seat", "agreed")
)


def test_an_objection_opens_a_second_round_and_then_goes_up() -> None:
    given_up = datetime.fromisoformat("2024-06-12T09:00")
    answers = (answer("seat-1"), answer("seat-2", "object"))

    first = found(*answers, terms=CONTRADICTED)
    early = found(*answers, terms=CONTRADICTED, given_up=LATER, at=CLOSES)
    given = found(*answers, terms=CONTRADICTED, given_up=given_up)
    nowhere = found(*answers, terms=CONTRADICTED, given_up=given_up, referral=None)

    assert said(first) == said(early) == (NOT_MET, "second round")
    assert said(given) == (NOT_MET, "referred")
    assert given.because.values["to"] == "officers"
    assert given.because.clause == "b/deferral"
    assert said(nowhere) == (NOT_MET, "not agreed")


def test_somebody_who_needs_more_has_not_agreed() -> None:
    finding = found(answer("seat-1"), answer("seat-2", "need more"))

    assert said(finding) == (NOT_MET, "second round")


def test_an_objection_ends_it_at_once_where_the_terms_say_so() -> None:
    at_once = replace(CONTRADICTED, objection="ends it at once", second_round="no")

    finding = found(answer("seat-2", "object"), terms=at_once, at=DURING)

    assert said(finding) == (NOT_MET, "referred")


@pytest.mark.parametrize("way", ["objection", "request"])
def test_it_goes_to_a_meeting_where_the_terms_say_so(way: str) -> None:
    terms = replace(
        CONSENSUS, objection="forces a meeting", member_can_ask_for_meeting="yes"
    )
    finding = (
        found(answer("seat-1", "object"), terms=terms, at=DURING)
        if way == "objection"
        else found(terms=terms, at=DURING, meeting_asked_by=("seat-1",))
    )

    assert said(finding) == (NOT_MET, "meeting called")


def test_a_member_s_wish_for_a_meeting_needs_a_clause() -> None:
    finding = found(answer("seat-1"), meeting_asked_by=("seat-2",))

    assert said(finding) == (MET, "agreed")


def test_too_few_answers_are_no_decision_and_too_few_present_is_silence() -> None:
    enough = phrase("at least 2 of responded by seat", "responded")
    presence = phrase("at least 2 of present by seat", "responded")

    few = found(answer("seat-1"), terms=replace(CONSENSUS, at_least_answered=enough))
    two = found(
        answer("seat-1"),
        answer("seat-2"),
        terms=replace(CONSENSUS, at_least_answered=enough),
    )
    silent = found(
        answer("seat-1"), terms=replace(CONSENSUS, at_least_answered=presence)
    )

    assert said(few) == (NOT_MET, "no decision")
    assert said(two) == (MET, "agreed")
    assert said(silent) == (NOT_STATED, "")


def test_terms_without_a_test_say_nothing_of_the_outcome() -> None:
    finding = found(answer("seat-1"), terms=replace(CONSENSUS, carried_if=None))

    assert finding.verdict is NOT_STATED


def test_too_few_who_agree_without_an_objection_is_not_agreed() -> None:
    half = phrase("agreed by seat at least 1/2 of asked", "agreed")

    finding = found(answer("seat-1"), terms=replace(CONSENSUS, carried_if=half))

    assert said(finding) == (NOT_MET, "not agreed")


@pytest.mark.parametrize(
    "given, why",
    [
        (answer("seat-1", day=11), "came after the close"),
        (
            answer("seat-1", withdrawn=datetime.fromisoformat("2024-06-05T09:00")),
            "was taken back",
        ),
        (answer("seat-9"), "was not asked"),
    ],
)
def test_an_answer_that_does_not_stand_is_shown(given: Answer, why: str) -> None:
    finding = found(given, answer("seat-2"))

    assert left_out(finding) == {given.seat: why}


def test_an_answer_to_the_old_text_does_not_carry_over() -> None:
    amended = datetime.fromisoformat("2024-06-05T09:00")

    finding = found(answer("seat-1"), answer("seat-2", day=6), amended=amended)

    assert left_out(finding) == {
        "seat-1": "was given to the text before it was amended"
    }


def test_an_answer_without_a_time_stands() -> None:
    finding = found(Answer(seat="seat-1", stance="agree"))

    assert said(finding) == (MET, "agreed")


def test_only_the_seats_that_were_asked_answer() -> None:
    finding = found(answer("seat-1"), answer("seat-2"), asked=("seat-1",))

    assert finding.because.parts[0].need == 1
    assert left_out(finding) == {"seat-2": "was not asked"}


def test_a_set_that_nobody_can_name_asks_nobody() -> None:
    finding = found(answer("seat-1"), terms=replace(CONSENSUS, asked=wanted("present")))

    assert said(finding) == (NOT_MET, "no decision")


def test_the_last_answer_of_a_seat_stands() -> None:
    finding = found(answer("seat-1", "object"), answer("seat-1", day=6))

    assert said(finding) == (MET, "agreed")
    assert left_out(finding) == {"seat-1": "a later answer replaced it"}


@pytest.mark.parametrize(
    "before, outcome", [("yes", "agreed"), ("", "agreed"), ("no", "second round")]
)
def test_the_holder_s_answer_goes_before_the_substitute_s(
    before: str, outcome: str
) -> None:
    terms = replace(CONTRADICTED, holder_before_substitute=before)

    finding = found(
        answer("seat-1"),
        answer("seat-1", "object", day=6, person="joe", as_="substitute"),
        terms=terms,
    )

    assert finding.outcome == outcome
    assert notes(finding) == ["holder and substitute differ"]


def test_a_substitute_speaks_for_a_silent_holder() -> None:
    finding = found(answer("seat-1", person="joe", as_="substitute"))

    assert said(finding) == (MET, "agreed")
    assert notes(finding) == []


@pytest.mark.parametrize(
    "stance, outcome", [("need more", "agreed"), ("object", "second round")]
)
def test_two_organisations_of_one_seat_that_differ_have_no_answer(
    stance: str, outcome: str
) -> None:
    finding = found(
        answer("seat-1", organisation="North"),
        answer("seat-1", stance, day=5, organisation="South"),
        answer("seat-2"),
        terms=CONTRADICTED,
    )

    assert finding.outcome == outcome
    assert notes(finding) == ["no agreed answer"]


def test_two_organisations_of_one_seat_that_agree_agree_and_one_may_come_round() -> (
    None
):
    alike = found(
        answer("seat-1", organisation="North"),
        answer("seat-1", day=5, organisation="South"),
    )
    round_ = found(
        answer("seat-1", "object", organisation="North"),
        answer("seat-1", day=5, organisation="South"),
        answer("seat-1", day=6, organisation="North"),
    )

    assert said(alike) == said(round_) == (MET, "agreed")
    assert notes(alike) == []


def test_an_objection_withdrawn_in_time_brings_a_matter_back() -> None:
    withdrawn = datetime.fromisoformat("2024-06-15T09:00")
    answers = (answer("seat-1"), answer("seat-2", "object", withdrawn=withdrawn))
    up = {"given_up": CLOSES, "referred": CLOSES}

    back = found(*answers, terms=CONTRADICTED, **up)
    before = found(
        *answers,
        terms=CONTRADICTED,
        at=datetime.fromisoformat("2024-06-14T09:00"),
        **up,
    )
    begun = found(
        *answers,
        terms=CONTRADICTED,
        taken_up=datetime.fromisoformat("2024-06-14T09:00"),
        **up,
    )

    assert said(back) == (MET, "agreed")
    assert notes(back) == ["back from referral"]
    assert said(before) == said(begun) == (NOT_MET, "referred")


@pytest.mark.parametrize(
    "announced, outcome",
    [("agreed", "contrary to the terms"), ("second round", "second round")],
)
def test_an_announcement_that_the_terms_do_not_bear_is_reported(
    announced: str, outcome: str
) -> None:
    finding = found(
        answer("seat-1"),
        answer("seat-2", "object"),
        terms=CONTRADICTED,
        announced=announced,
    )

    assert said(finding) == (NOT_MET, outcome)


def test_an_answer_shown_apart_says_if_it_made_the_difference() -> None:
    terms = replace(CONSENSUS, shown_apart=("seat-1", "seat-4"))

    alone = found(answer("seat-1"), terms=terms)
    beside = found(answer("seat-1"), answer("seat-2"), terms=terms)

    assert [one.values["changed"] for one in alone.explanation.notes] == [True]
    assert alone.explanation.notes[0].values["without"] == "no decision"
    assert [one.values["changed"] for one in beside.explanation.notes] == [False]


MOST = replace(
    TALLIED,
    carried_if=phrase("agreed by seat more than 1/2 of asked", "agreed"),
    early_close="yes",
)


@pytest.mark.parametrize(
    "stances, outcome",
    [
        (("agree", "agree"), "open"),
        (("agree", "agree", "agree"), "agreed"),
        (("agree", "agree", "object", "object"), "referred"),
    ],
)
def test_it_closes_early_once_nobody_can_change_the_outcome(
    stances: tuple[str, ...], outcome: str
) -> None:
    answers = [
        answer(seat, stance) for seat, stance in zip(SEATS, stances, strict=False)
    ]

    assert found(*answers, terms=MOST, at=DURING).outcome == outcome


def test_without_a_test_nothing_closes_early() -> None:
    finding = found(answer("seat-1"), terms=replace(MOST, carried_if=None), at=DURING)

    assert finding.outcome == "open"


ROWS = Seats(
    row_of_several="one seat",
    clause="membership",
    interpretations=(
        Interpretation(
            "row_of_several",
            "one seat",
            ("a seat for each",),
            "one row of the list names two councils",
        ),
    ),
)


def two_councils() -> Membership:
    members = body()
    first = replace(members.seats[0], organisations=("North", "South"))
    return replace(members, seats=(first, *members.seats[1:]))


@pytest.mark.parametrize("stance, changes", [("object", False), ("need more", True)])
def test_a_row_of_two_councils_is_read_as_one_seat_and_the_other_reading_shown(
    stance: str, changes: bool
) -> None:
    case = asking(
        answer("seat-1", organisation="North"),
        answer("seat-1", stance, day=5, organisation="South"),
        answer("seat-2"),
        members=two_councils(),
        asked=SEATS[:4],
    )

    finding = outcome(CONTRADICTED, replace(case, seats=ROWS), at=LATER)

    (reading,) = finding.explanation.readings
    assert reading.field == "row_of_several"
    assert reading.changes is changes


def test_an_answer_for_the_whole_row_is_one_of_each_council() -> None:
    case = asking(answer("seat-1"), members=two_councils())
    of_asked = replace(
        TALLIED, carried_if=phrase("agreed by seat at least 2/5 of asked", "agreed")
    )

    finding = outcome(of_asked, replace(case, seats=ROWS), at=LATER)

    (reading,) = finding.explanation.readings
    assert finding.verdict is NOT_MET
    assert reading.others == (("a seat for each", MET, "agreed"),)


def test_a_body_without_such_a_row_shows_no_reading_of_it() -> None:
    case = replace(asking(answer("seat-1")), seats=ROWS)

    finding = outcome(CONSENSUS, case, at=LATER)

    assert finding.explanation.readings == ()


GROUNDS = replace(CONSENSUS, triggers=("a project",))


@pytest.mark.parametrize(
    "terms, ground, ruling, answer_, word",
    [
        (CONSENSUS, "whatever", "", MET, "may open"),
        (GROUNDS, "a project", "", MET, "may open"),
        (GROUNDS, "the budget", "r-1", NOT_MET, "refused"),
        (
            replace(GROUNDS, other_grounds="under a ruling"),
            "the budget",
            "r-1",
            MET,
            "under a ruling",
        ),
        (
            replace(GROUNDS, other_grounds="under a ruling"),
            "the budget",
            "",
            NOT_MET,
            "refused",
        ),
    ],
)
def test_it_opens_on_a_ground_of_the_terms_or_under_a_ruling(
    terms: Correspondence, ground: str, ruling: str, answer_: Verdict, word: str
) -> None:
    assert said(may_open(terms, ground=ground, ruling=ruling)) == (answer_, word)


def test_a_missing_ruling_is_named() -> None:
    terms = replace(GROUNDS, other_grounds="under a ruling")

    finding = may_open(terms, ground="the budget")

    assert finding.explanation.missing[0].what == "a ruling"
    assert may_open(GROUNDS, ground="the budget").explanation.missing == ()


@st.composite
def answers(draw: st.DrawFn) -> list[Answer]:
    seats = draw(st.sets(st.sampled_from(SEATS)))
    return [answer(seat, draw(st.sampled_from(STANCES))) for seat in sorted(seats)]


@given(answers(), st.data())
def test_the_order_of_answers_between_seats_does_not_matter(
    given_answers: list[Answer], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(given_answers))

    one, other = (
        found(*these, terms=TALLIED, members=body(8))
        for these in (given_answers, shuffled)
    )

    assert one.as_data() == other.as_data()


@given(answers())
def test_after_the_close_nothing_is_open(given_answers: list[Answer]) -> None:
    assert found(*given_answers, members=body(8)).outcome != "open"


@given(answers(), st.sampled_from(SEATS))
def test_one_more_agreement_never_undoes_what_was_agreed(
    given_answers: list[Answer], seat: str
) -> None:
    before = found(*given_answers, terms=TALLIED, members=body(8))
    after = found(*given_answers, answer(seat, day=8), terms=TALLIED, members=body(8))

    assert not (before.verdict is MET and after.verdict is not MET)


@given(answers())
def test_an_early_close_never_differs_from_the_close(
    given_answers: list[Answer],
) -> None:
    early = found(*given_answers, terms=MOST, at=DURING, members=body(8))
    final = found(*given_answers, terms=MOST, members=body(8))

    assert early.outcome in ("open", final.outcome)
