from __future__ import annotations

import pytest

from quorate.charter.problems import CharterError
from quorate.charter.vocabulary import KINDS
from quorate.lint.coverage import MODES, Mode, coverage, held, read_list
from tests.lint.linted import MEMBERS, draft, rule

FORUM = draft(
    MEMBERS,
    rule("4.1 Three are a quorum.", "quorum:\n  needs: at least 3 of present by seat"),
    rule("4.2 It meets.", "meets:\n  often: every month\n  also_rests_on: 4.3"),
    "4.3 It meets again.",
    rule(
        "4.4 Disputes.",
        "dispute:\n  stages:\n    - stage: talks\n      rests_on: 4.5",
    ),
    "4.5 They talk.",
    "4.6 The harbour is old.",
    rule("4.7 Words.", "principle:\n  checked_in: review"),
    "4.8 Three things follow. {#list-of}\n\n- One. {#one}\n- Two. {#two}",
)

LISTED = """\
- id: A-1
  mode: enforced
  charter: harbour-forum
  anchors:
    - "4.6"
    - "4.1"
- id: A-2
  mode: monitored
  charter: harbour-forum
  anchors: "4.6"
- id: A-3
  mode: enforced
  charter: elsewhere
  anchors: "1"
- id: A-4
  mode: published
  charter: harbour-forum
  anchors: "9.9"
"""


def mode_of(anchor: str) -> Mode:
    return {one.anchor: one.mode for one in coverage(FORUM).clauses}[anchor]


def test_every_kind_of_rule_says_how_far_it_runs_its_clause() -> None:
    assert set(MODES) == set(KINDS)


@pytest.mark.parametrize(
    "anchor,mode",
    [
        ("4.1", Mode.ENFORCED),
        ("4.2", Mode.MONITORED),
        ("4.3", Mode.MONITORED),
        ("4.5", Mode.ENFORCED),
        ("4.6", Mode.PROSE),
        ("4.7", Mode.RECORDED),
        ("members/list", Mode.ENFORCED),
        ("members/master", Mode.ENFORCED),
    ],
)
def test_a_clause_is_run_as_far_as_the_rules_under_it_go(
    anchor: str, mode: Mode
) -> None:
    assert mode_of(anchor) is mode


def test_a_heading_without_a_rule_is_no_clause_to_be_run() -> None:
    assert "members" not in {one.anchor for one in coverage(FORUM).clauses}


def test_a_line_of_the_list_is_run_as_far_as_the_best_of_its_clauses() -> None:
    found = {
        one.listed.id: one for one in held(read_list(LISTED), {"harbour-forum": FORUM})
    }

    assert set(found) == {"A-1", "A-2", "A-4"}
    assert found["A-1"].mode is Mode.ENFORCED
    assert not found["A-1"].short
    assert found["A-2"].short
    assert found["A-4"].unknown == ("9.9",)
    assert not found["A-4"].short


def test_the_items_under_a_paragraph_belong_to_it() -> None:
    charter = draft(
        "It does two things. {#does}\n\n- One. {#one}\n\n  ```rule\n  meets:\n"
        "    often: every month\n  ```"
    )
    listed = read_list(
        "- id: A\n  mode: enforced\n  charter: harbour-forum\n  anchors: does\n"
    )

    (found,) = held(listed, {"harbour-forum": charter})

    assert found.mode is Mode.MONITORED


@pytest.mark.parametrize(
    "text,what", [("id: A\n", "a list is expected"), ("- id: A\n", "needs 'mode'")]
)
def test_a_list_that_says_too_little_is_refused(text: str, what: str) -> None:
    with pytest.raises(CharterError) as refused:
        read_list(text)

    assert what in str(refused.value)


def test_a_rule_that_fills_only_recorded_fields_is_recorded() -> None:
    charter = draft(
        rule("4.1 Guests.", "correspondence:\n  told: each member"),
        rule("4.2 Guests.", "correspondence:\n  told: each member\n  early_close: no"),
    )

    modes = {one.anchor: one.mode for one in coverage(charter).clauses}

    assert modes["4.1"] is Mode.RECORDED
    assert modes["4.2"] is Mode.ENFORCED
