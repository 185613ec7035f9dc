"""Checks that go by what a charter declares: where they find, and where they do not."""

from __future__ import annotations

from time import process_time

import pytest

from quorate.lint.linter import lint
from tests.lint.linted import FRONT, MEMBERS, draft, places, rule

A_MOMENT = 3
"""Seconds; where time grew with the square of the length, it took ten."""

VOTES = "## 7 Votes {about=voting}\n\n7.1 Votes are by show of hands."
MINUTES = "## 8 Minutes {about=minutes}\n\n8.1 The clerk writes the minutes."

WRONG_SUBJECT = [
    '2.1 Votes are taken as in [section 8](#8 "voting").',
    '2.1 The clerk keeps the record ([section 7](#7 "minutes")).',
    '2.1 Fees are charged as in [section 9](#9 "fees").',
]
RIGHT_SUBJECT = [
    '2.1 Votes are taken as in [section 7](#7 "voting").',
    "2.1 More stands in [section 8](#8).",
    '2.1 The clerk keeps the record ([clause 8.1](#8.1 "minutes")).',
]


@pytest.mark.parametrize("words", WRONG_SUBJECT)
def test_a_reference_to_another_subject_or_to_nothing_is_found(words: str) -> None:
    assert places("L03", draft(words, VOTES, MINUTES)) == ["2.1"]


@pytest.mark.parametrize("words", RIGHT_SUBJECT)
def test_a_reference_to_its_own_subject_is_not_found(words: str) -> None:
    assert not places("L03", draft(words, VOTES, MINUTES))


def named(*also: str) -> str:
    listed = "".join(f"\n      - {name}" for name in also)
    return FRONT.replace("Harbour Forum\n---", f"Harbour Forum\n    also:{listed}\n---")


SEVERAL = [
    (("Port Panel",), "2.1 The Port Panel sets the fees."),
    (("Quay Group", "HF"), "2.1 The Quay Group sets the fees."),
    (("Forum of the Harbour",), "2.1 The Forum of the Harbour sets the fees."),
]
ONE_NAME = [
    (("HF",), "2.1 The HF sets the fees."),
    (("Forum",), "2.1 The Forum sets the fees."),
    (("Port Panel",), "2.1 The Harbour Forum sets the fees."),
]


@pytest.mark.parametrize("also,words", SEVERAL)
def test_a_body_under_two_names_is_found(also: tuple[str, ...], words: str) -> None:
    assert places("L30", draft(words, front=named(*also))) == ["2.1"]


@pytest.mark.parametrize("also,words", ONE_NAME)
def test_a_short_form_of_a_name_is_no_second_name(
    also: tuple[str, ...], words: str
) -> None:
    assert not places("L30", draft(words, front=named(*also)))


UNFINISHED = [
    "2.1 To be confirmed: who takes the chair.",
    "2.1 The chair is [insert name].",
    "2.1 The fee is TBC.",
    "2.1 The fee is ____ a year.",
    "2.1",
]
FINISHED = [
    "2.1 The date is to be agreed by the chair and the clerk.",
    "2.1 The forum confirms its minutes.",
    "2.1 A date is added to the list [as before].",
]


@pytest.mark.parametrize("words", UNFINISHED)
def test_an_unfinished_clause_is_found(words: str) -> None:
    assert places("L01", draft(words)) == ["2.1"]


@pytest.mark.parametrize("words", FINISHED)
def test_words_that_leave_something_to_be_agreed_are_finished(words: str) -> None:
    assert not places("L01", draft(words))


@pytest.mark.parametrize("sign", ["[", "A&", "[add ", "[date a", "A-"])
def test_time_grows_with_the_length_of_a_text_alone(sign: str) -> None:
    charter = draft("2.1 " + sign * (18_000 // len(sign)))

    began = process_time()
    found = lint((charter,))

    assert process_time() - began < A_MOMENT
    assert {one.check for one in found} == {"L60"}


def test_a_link_to_a_body_that_another_charter_of_the_set_runs_is_no_fault() -> None:
    here = draft('2.1 It reports to the [Quay Panel](#quay-panel "body").')
    there = draft(
        "2.1 The panel meets.",
        front=FRONT.replace("harbour-forum", "quay").replace(
            "  forum:", "  quay-panel:"
        ),
    )

    assert places("L04", here) == ["2.1"]
    assert not places("L04", here, there)


def test_an_appendix_that_is_something_else_is_found() -> None:
    right = draft('2.1 See [Appendix A](#A "map").', "# Appendix A Map {about=map}")
    wrong = draft('2.1 See [Appendix A](#A "fees").', "# Appendix A Map {about=map}")
    none = draft("2.1 See [Appendix B](#B).", "# Appendix A Map {about=map}")

    assert not places("L05", right)
    assert places("L05", wrong) == ["2.1"]
    assert places("L05", none) == ["2.1"]


def test_an_office_given_by_seat_and_by_the_post_of_that_seat_is_one_rule() -> None:
    by_seat = rule(
        "2.1 The first line is the chair's.", "role:\n  role: chair\n  held_by: master"
    )
    by_post = rule(
        "2.2 The Harbour Master presides.",
        "role:\n  role: chair\n  post: Harbour Master",
    )
    chosen = rule(
        "2.2 Members choose the chair.", "role:\n  role: chair\n  elected_by: members"
    )

    assert not places("L02", draft(MEMBERS, by_seat, by_post))
    assert places("L02", draft(MEMBERS, by_seat, chosen)) == ["2.2"]


def with_body(lines: str) -> str:
    """Return the front matter with a further body."""
    return FRONT.replace("Harbour Forum\n---", f"Harbour Forum\n{lines}---")


def test_a_name_that_the_text_uses_and_nowhere_explains_is_found() -> None:
    front = with_body("  quay:\n    name: QMG\n    outside: yes\n    undefined: yes\n")

    assert places("L10", draft("2.1 The QMG finds faults.", front=front)) == ["2.1"]


def test_an_office_that_is_given_a_part_and_nothing_else_is_found() -> None:
    further = rule("2.1 The clerk agrees.", "extra_meetings:\n  agreed_by: clerk")
    clerk = rule("2.2 The clerk.", "role:\n  role: clerk\n  post: Port Clerk")

    assert places("L10", draft(further)) == ["2.1"]
    assert not places("L10", draft(further, clerk))


def test_a_body_that_only_a_rule_names_is_found() -> None:
    around = rule("2.1 It meets.", "meets:\n  often: before each meeting of panel")
    duty = "duty:\n  strength: must\n  action: report\n  when: "
    report = rule("2.2 It reports.", f"{duty}at the next meeting of panel")

    assert places("L04", draft(around, report)) == ["2.1", "2.2"]


ANSWERS = """\
correspondence:
  asked: seats
  carried_if: exactly 0 of objected by seat
"""


def test_correspondence_that_one_objection_stops_needs_a_way_on() -> None:
    stuck = rule("2.1 By email.", ANSWERS)
    on = rule("2.1 By email.", f"{ANSWERS}  objection: forces a meeting")
    counted = rule("2.1 By email.", "correspondence:\n  asked: seats")

    assert places("L09", draft(stuck)) == ["2.1"]
    assert not places("L09", draft(on))
    assert not places("L09", draft(counted))


def panel(decision: str) -> str:
    """Return the terms of a body above the forum."""
    return (
        rule("2.1 The panel decides.", f"decision:\n  {decision}")
        + "\n\n"
        + MEMBERS.replace("| pilots | Pilots | | 2 |", "| pilots | Pilots | | 1 |")
    )


ABOVE = FRONT.replace("harbour-forum", "above").replace("  forum:", "  panel:")
UP = with_body("  panel:\n    name: Panel\n    outside: yes\n")


def test_a_referral_ends_where_the_last_body_can_decide() -> None:
    here = draft(rule("2.1 It goes up.", "referral:\n  to: panel"), front=UP)
    stuck = draft(panel("method: consensus"), front=ABOVE)
    votes = draft(panel("method: ballot"), front=ABOVE)

    assert places("L20", here) == ["2.1"]
    assert places("L20", here, stuck) == ["2.1"]
    assert not places("L20", here, votes)


def test_the_same_post_in_both_bodies_hears_a_matter_twice() -> None:
    here = draft(MEMBERS, rule("5.1 It goes up.", "referral:\n  to: panel"), front=UP)
    above = draft(panel("method: ballot"), front=ABOVE)

    assert places("L21", here, above) == ["members/list", "members/list"]
    assert not places("L21", here)


def test_every_way_of_taking_a_share_is_looked_into() -> None:
    plus = rule(
        "3.1 Q.", "quorum:\n  needs: present by seat at least 1/3 of seats plus 1"
    )
    picked = rule(
        "3.2 Q.",
        "quorum:\n  needs: present by seat at least the greater of 1/3 of seats and 2",
    )
    whole = rule("3.3 Q.", "quorum:\n  needs: present by seat at least 1/2 of seats")
    more = rule("3.4 Q.", "quorum:\n  needs: present by seat more than 1/3 of seats")

    found = places("L15", draft(MEMBERS, plus, picked, whole, more))

    assert found == ["3.1", "3.2"]


def test_a_virtual_body_needs_to_say_how_many_must_answer() -> None:
    front = FRONT.replace("Harbour Forum\n---", "Harbour Forum\n    virtual: yes\n---")
    enough = f"{ANSWERS}  at_least_answered: at least 2 of responded by seat"

    assert places("L06", draft(rule("2.1 M.", ANSWERS), front=front)) == ["2.1"]
    assert not places("L06", draft(rule("2.1 M.", enough), front=front))


def test_a_referral_that_comes_back_to_where_it_began_is_found() -> None:
    front = with_body("  panel:\n    name: Panel\n")
    there = "referral:\n  for: forum\n  to: panel"
    back = "referral:\n  for: panel\n  to: forum"
    parts = (
        "## 2 Forum {for=forum}",
        rule("2.1 It goes to the panel.", there),
        "## 3 Panel {for=panel}",
        rule("3.1 It goes to the forum.", back),
    )

    assert places("L20", draft(*parts, front=front)) == ["2.1", "3.1"]


def test_a_matter_that_goes_on_by_a_name_that_nothing_has_is_found() -> None:
    decision = "decision:\n  method: agreement\n  otherwise: to-the-board"

    assert places("L20", draft(rule("2.1 It agrees.", decision))) == ["2.1"]


def test_a_deadline_that_an_interpretation_supplies_is_not_in_the_words() -> None:
    owed = "duty:\n  strength: must\n  bearer: clerk\n  action: answer\n"
    stated = rule("2.1 In ten days.", f"{owed}  when: 10 days after request received")
    read_in = rule(
        "2.1 In good time.",
        f"{owed}  interpretations:\n    when:\n      take: 10 days after request "
        "received\n      because: no day is given",
    )

    assert not places("L23", draft(stated))
    assert places("L23", draft(read_in)) == ["2.1"]
