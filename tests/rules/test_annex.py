from __future__ import annotations

import pytest

from quorate.facts.file import Facts
from quorate.proof.asking import ask
from quorate.proof.case import Asked, AskedInVainError, Case
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED
from tests.rules.harbour import board

COMMON = """\
annex:
  about: where it meets
  agreed_by: board
  {contradicts}
notice:
  - of: agenda
    by: 4 working days before meeting
  - of: papers
    by: 2 working days before meeting
quorum:
  needs: at least 3 of present by person
"""
HARBOUR = board(COMMON.format(contradicts="contradicts: never"))


def judged(rules: str, contradicts: str = "contradicts: never") -> Finding:
    common = board(COMMON.format(contradicts=contradicts))
    case = Case(common, Facts(), "board", others={"local": board(rules)})
    return ask(case, Asked(ask="annex", subject="local"))


SAME = "notice:\n  of: agenda\n  by: 4 working days before meeting\n"
OTHER = "notice:\n  of: agenda\n  by: 6 working days before meeting\n"


def test_an_annex_that_repeats_the_terms_or_adds_to_them_keeps_to_them() -> None:
    found = judged(f"{SAME}  shortened_by: chair\nrole:\n  role: chair\n")

    assert (found.verdict, found.outcome) == (MET, "adds to them")


def test_an_annex_that_states_a_field_otherwise_departs_from_them() -> None:
    found = judged(OTHER)

    assert (found.verdict, found.outcome) == (NOT_MET, "departs from them")
    assert found.because.left_out[0].who == "notice.by"
    assert found.because.parts[0].values["terms"] == "4 working days before meeting"


def test_another_notice_is_about_something_else() -> None:
    found = judged("notice:\n  of: summons\n  by: 6 working days before meeting\n")

    assert found.outcome == "adds to them"


@pytest.mark.parametrize(
    "contradicts, verdict, outcome",
    [
        ("contradicts: may", MET, "may depart from them"),
        ("strength: must", NOT_STATED, ""),
    ],
)
def test_whether_an_annex_may_depart_is_for_the_terms_to_say(
    contradicts: str, verdict: str, outcome: str
) -> None:
    found = judged(OTHER, contradicts)

    assert (found.verdict, found.outcome) == (verdict, outcome)


def test_an_annex_is_asked_about_by_its_charter() -> None:
    with pytest.raises(AskedInVainError, match="with_charters"):
        ask(Case(HARBOUR, Facts(), "board"), Asked(ask="annex", subject="local"))


def test_terms_without_an_annex_say_nothing_of_one() -> None:
    case = Case(board(), Facts(), "board", others={"local": HARBOUR})

    assert ask(case, Asked(ask="annex", subject="local")).verdict == NOT_STATED
