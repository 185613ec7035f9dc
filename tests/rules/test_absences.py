from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.kinds.meetings import Attendance
from quorate.charter.model import Charter
from quorate.facts.meeting import Apology, Meeting
from quorate.facts.people import Appointment, Substitution
from quorate.rules.absence_marks import Bearer
from quorate.rules.absences import followed_up, triggers
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN
from tests.rules.harbour import board, history, meeting, seated

BO = Bearer(person="bo")
STAND_IN = (Substitution(seat="mate", person="sam"),)
RUN = """
attendance:
  count: 2 absences
  consecutive: yes
  by: person
  meetings: ordinary
  substitute_cures: yes
  then: challenge
  bearer: captain
"""
YEAR = """
attendance:
  count: 2 absences
  consecutive: no
  within: 1 year before meeting
  by: organisation
  meetings: ordinary
  substitute_cures: yes
  then: follow up
  interpretations:
    window:
      take: rolling
      others:
        - calendar year
        - body's year
      because: the clause does not say which year
"""


def monthly(*marks: str) -> tuple[Meeting, ...]:
    """
    Meetings month by month: `+` bo came, `s` a substitute, `a` apology, `-` silence,
    `e` excused, `x` cancelled, `o` a further meeting, `?` no roll.
    """
    found = []
    for number, mark in enumerate(marks, start=1):
        one = meeting(
            f"m{number}",
            date(2026, number, 6),
            there={"+": "alma bo", "s": "alma sam"}.get(mark, "alma"),
            sorry="bo" if mark == "a" else "",
            state="cancelled" if mark == "x" else "held",
            sort="extra" if mark == "o" else "ordinary",
            roll="no" if mark == "?" else "yes",
        )
        if mark == "e":
            one = Meeting(
                name=one.name,
                opens=one.opens,
                apologies=(Apology(person="bo", excused="yes"),),
            )
        found.append(one)
    return tuple(found)


def judged(rules: str, marks: str, bearer: Bearer = BO) -> Finding:
    charter = board(rules)
    past = history(charter, *monthly(*marks), substitutes=STAND_IN)
    return followed_up(rule(charter), past, bearer)


def rule(charter: Charter) -> Attendance:
    (found,) = charter.rules_of("board", Attendance)
    return found


@pytest.mark.parametrize(
    "marks, outcome",
    [
        ("--", "triggered"),
        ("a-", "triggered"),
        ("+--", "triggered"),
        ("-+-", "not triggered"),
        ("--+", "not triggered"),
        ("-x-", "triggered"),
        ("-o-", "triggered"),
        ("-s-", "not triggered"),
        ("-e-", "excused"),
        ("-e", "excused"),
        ("-", "not triggered"),
        ("", "not triggered"),
    ],
)
def test_two_absences_running(marks: str, outcome: str) -> None:
    assert judged(RUN, marks).outcome == outcome


@pytest.mark.parametrize(
    "marks, outcome",
    [
        ("aa", "triggered"),
        ("--", "gap in the terms"),
        ("a-", "gap in the terms"),
        ("a+", "not triggered"),
        ("as", "not triggered"),
    ],
)
def test_a_rule_that_counts_apologies_leaves_silence_out(
    marks: str, outcome: str
) -> None:
    found = judged(RUN.replace("2 absences", "2 apologies"), marks)

    assert found.outcome == outcome
    assert (outcome == "gap in the terms") == any(
        note.says == "gap in the terms" for note in found.explanation.notes
    )


@pytest.mark.parametrize(
    "marks, outcome",
    [("--", "triggered"), ("aa", "not triggered"), ("-a", "not triggered")],
)
def test_a_rule_can_count_silence_alone(marks: str, outcome: str) -> None:
    found = judged(RUN.replace("2 absences", "2 absences without apology"), marks)

    assert found.outcome == outcome


def test_a_substitute_who_mends_nothing_leaves_the_absence() -> None:
    rules = RUN.replace("substitute_cures: yes", "substitute_cures: no")

    assert judged(rules, "ss").outcome == "triggered"


def test_silence_on_substitutes_matters_only_where_the_answer_turns_on_it() -> None:
    rules = RUN.replace("  substitute_cures: yes\n", "")

    turning, plain = judged(rules, "-s"), judged(rules, "++s")

    assert turning.verdict == NOT_STATED
    assert turning.explanation.notes[0].values["field"] == "substitute_cures"
    assert plain.verdict == NOT_MET


def test_silence_on_runs_matters_only_where_the_answer_turns_on_it() -> None:
    rules = RUN.replace("  consecutive: yes\n", "")

    assert judged(rules, "-+-").verdict == NOT_STATED
    assert judged(rules, "--").verdict == MET


def test_a_missing_roll_matters_only_where_the_answer_turns_on_it() -> None:
    turning, plain = judged(RUN, "-?"), judged(RUN, "--?--")

    assert turning.verdict == UNKNOWN
    assert turning.explanation.missing[0].names == ("m2",)
    assert plain.verdict == MET


def test_what_follows_stands_with_who_has_to_act() -> None:
    found = judged(RUN, "--")

    effect = found.explanation.effect
    assert effect is not None
    assert effect.values == {"effect": "challenge", "bearer": "captain"}
    assert found.because.values["absences"] == ("m1", "m2")


def test_further_meetings_are_pointed_out_where_the_terms_are_silent_on_them() -> None:
    found = judged(RUN.replace("  meetings: ordinary\n", ""), "-o-")

    assert found.outcome == "triggered"
    assert [note.values["field"] for note in found.explanation.notes] == ["meetings"]


def test_further_meetings_count_where_the_terms_say_so() -> None:
    rules = RUN.replace("meetings: ordinary", "meetings:\n    - ordinary\n    - extra")

    assert judged(rules, "-o+").outcome == "not triggered"
    assert judged(rules, "+-o").outcome == "triggered"


def test_a_seat_of_two_organisations_counts_against_both() -> None:
    for organisation in ("Hospital", "Clinic"):
        found = judged(YEAR, "--", Bearer(organisation=organisation))

        assert found.outcome == "triggered"


def test_one_seat_of_two_is_enough_for_an_organisation() -> None:
    charter = board(YEAR)
    one = meeting("one", date(2026, 1, 6), there="dee")
    two = meeting("two", date(2026, 2, 3), there="eli")

    found = followed_up(
        rule(charter), history(charter, one, two), Bearer(organisation="Councils")
    )

    assert found.outcome == "not triggered"


def test_an_organisation_on_record_for_a_holder_counts_as_well() -> None:
    charter = board(YEAR)
    one, two = meeting("one", date(2026, 1, 6)), meeting("two", date(2026, 2, 3))
    sent = Appointment(seat="councils-1", person="dee", organisation="Eastern Council")
    past = history(charter, one, two, appointments=(*seated(councils_1=""), sent))

    found = followed_up(rule(charter), past, Bearer(organisation="Eastern Council"))

    assert found.outcome == "triggered"


def test_two_absences_in_a_year_turn_on_which_year_is_meant() -> None:
    charter = board(YEAR)
    march, may = meeting("m", date(2026, 3, 3)), meeting("n", date(2026, 5, 5))

    found = followed_up(
        rule(charter), history(charter, march, may), Bearer(organisation="Hospital")
    )

    (reading,) = found.turns_on
    assert found.outcome == "triggered"
    assert {one[0]: one[2] for one in reading.others} == {
        "calendar year": "triggered",
        "body's year": "not triggered",
    }


def test_a_year_that_is_not_stated_leaves_the_answer_open_where_it_turns_on_it() -> (
    None
):
    rules = YEAR[: YEAR.index("  interpretations")]
    charter = board(rules)
    march, may = meeting("m", date(2026, 3, 3)), meeting("n", date(2026, 5, 5))

    found = followed_up(
        rule(charter), history(charter, march, may), Bearer(organisation="Hospital")
    )

    assert found.verdict == NOT_STATED


def test_a_bodys_year_that_never_begins_can_decide_nothing() -> None:
    charter = board(
        RUN.replace("consecutive: yes", "consecutive: no\n  window: body's year")
    )
    nameless = board(
        RUN.replace("consecutive: yes", "consecutive: no\n  window: body's year"),
        front=charter.text[: charter.text.index("The sentence")].replace(
            "year_starts: 1 April\n", ""
        ),
    )
    past = history(nameless, *monthly("-", "-"))

    assert followed_up(rule(nameless), past, BO).verdict == NOT_STATED
    assert triggers(rule(nameless), past, BO) == ()


def test_a_seat_is_counted_whoever_holds_it() -> None:
    rules = RUN.replace("by: person", "by: seat")

    assert judged(rules, "--", Bearer(seat="mate")).outcome == "triggered"
    assert judged(rules, "--", Bearer(seat="nowhere")).outcome == "not triggered"


def test_each_run_triggers_once() -> None:
    charter = board(RUN)
    past = history(charter, *monthly(*"---+--"))

    found = triggers(rule(charter), past, BO)

    assert [one.name for one in found] == ["m2", "m6"]


def test_an_excuse_accepted_later_changes_only_what_is_known_later() -> None:
    first = meeting("m1", date(2026, 1, 6))
    late = Apology(person="bo", excused="yes", known_from=date(2026, 3, 1))
    second = Meeting(name="m2", opens=date(2026, 2, 3), apologies=(late,))
    charter = board(RUN)

    now = followed_up(rule(charter), history(charter, first, second), BO)
    then = followed_up(
        rule(charter),
        history(charter, first, second, known_at=date(2026, 2, 10)),
        BO,
    )

    assert (then.outcome, now.outcome) == ("triggered", "excused")


@given(st.text(alphabet="+-ae", max_size=9))
def test_an_excuse_never_makes_things_worse(marks: str) -> None:
    found = judged(RUN, marks)
    harsher = judged(RUN, marks.replace("e", "-"))

    assert found.verdict == NOT_MET or harsher.verdict == MET


@given(st.permutations(range(6)))
def test_the_order_in_which_meetings_are_recorded_changes_nothing(
    order: list[int],
) -> None:
    charter = board(RUN)
    held = monthly(*"-+--a+")

    straight = followed_up(rule(charter), history(charter, *held), BO)
    mixed = followed_up(rule(charter), history(charter, *(held[n] for n in order)), BO)

    assert mixed == straight


def test_a_question_about_an_earlier_day_leaves_out_what_came_after() -> None:
    charter = board(RUN)
    past = history(charter, *monthly(*"--+"))

    found = followed_up(
        rule(charter), past, BO, at=date(2026, 2, 6) + timedelta(days=1)
    )

    assert found.outcome == "triggered"
