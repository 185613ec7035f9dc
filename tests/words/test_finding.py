from __future__ import annotations

from gettext import NullTranslations

import pytest

from quorate.rules.finding import Finding, LeftOut, Missing, Reading, Reason
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict
from quorate.words.finding import line, paragraph, whole
from quorate.words.translate import Translation
from tests.words.cast import (
    NOT_QUORATE,
    QUORATE,
    QUORUM,
    SILENT,
    TURNING,
    UNRECORDED,
    charter,
    counted,
    finding,
    includes,
)

CITED = "Members, “At least five people and the …”"


def test_a_line_gives_what_decided_it_and_the_clause() -> None:
    said = line(QUORATE, charter())

    assert said == f"QUORATE: 6 present, 5 needed; the vice-chair is here ({CITED})"


def test_a_line_without_a_quorum_says_what_is_missing() -> None:
    said = line(NOT_QUORATE, charter())

    assert said == (
        "NOT QUORATE: one more member, with the chair or the vice-chair among those "
        f"present ({CITED})"
    )


def test_the_same_is_said_of_the_data_that_left_the_system() -> None:
    data = NOT_QUORATE.as_data()

    assert line(data, charter()) == line(NOT_QUORATE, charter())
    assert whole(data, charter()) == whole(NOT_QUORATE, charter())


def test_a_paragraph_names_who_was_left_out_what_is_missing_and_what_follows() -> None:
    said = paragraph(NOT_QUORATE, charter(), names={"p7": "The harbour master"})

    assert said == (
        f"Not quorate ({CITED}). 4 present, 5 needed; the chair is not here; the "
        "vice-chair is not here. Not counted: The harbour master: a guest. Still "
        "missing: one more member, with the chair or the vice-chair among those "
        "present. Without its quorum decisions are in principle only."
    )


def test_the_whole_is_a_tree_of_the_same_shape_as_the_reasons() -> None:
    told = whole(NOT_QUORATE, charter(), names={"p7": "The harbour master"})

    assert [(one.level, one.text) for one in told] == [
        (0, f"Not quorate ({CITED})."),
        (1, f"Something that is needed is not there ({CITED})."),
        (2, "4 present, 5 needed."),
        (3, "Not counted: The harbour master: a guest."),
        (2, "None of the alternatives is there."),
        (3, "The chair is not here."),
        (3, "The vice-chair is not here."),
        (
            1,
            (
                "Still missing: one more member, with the chair or the vice-chair "
                "among those present."
            ),
        ),
        (1, f"Without its quorum decisions are in principle only ({CITED})."),
    ]


def test_an_interpretation_says_what_another_reading_would_give() -> None:
    said = paragraph(TURNING, charter())

    assert (
        "This turns on how ‘membership’ is read: it is taken as ‘filled’; under "
        "‘seats’ it would be not quorate." in said
    )
    assert "voting" not in said


def test_the_whole_gives_the_reason_of_an_interpretation() -> None:
    texts = [one.text for one in whole(TURNING, charter())]

    assert "The reason given: the clause does not say which is meant." in texts


def test_an_interpretation_that_changes_nothing_stands_only_in_the_whole() -> None:
    idle = Reading("tested_at", "opening", "the words are open", QUORUM)
    found = finding(counted(5, 5), readings=(idle,))
    texts = [one.text for one in whole(found, charter())]

    assert "tested at" not in paragraph(found, charter())
    assert "An interpretation: ‘tested at’ is taken as ‘opening’." in texts
    assert "No other reading is recorded." in texts


def test_silence_is_put_as_a_question_that_the_terms_leave_open() -> None:
    said = line(SILENT, charter())

    assert said.startswith(
        "THE TERMS DO NOT SAY: the terms do not say whether those who take part from "
        "elsewhere count"
    )


def test_a_body_without_a_rule_is_told_so() -> None:
    said = line(silence("quorum", "quorum", body="board"), charter())

    assert said == "THE TERMS DO NOT SAY: the terms have no rule on this (quorum)"


def test_a_missing_record_is_named() -> None:
    assert line(UNRECORDED, charter()).startswith(
        "CAN'T TELL: missing: a record of who was there"
    )


def test_fractions_are_written_as_people_write_them() -> None:
    half = Reason(
        "more than",
        MET,
        QUORUM,
        need="17/2",
        have=9,
        unit="seat",
        of="present",
        values={"amount": "1/2 of filled"},
    )

    said = line(finding(half), charter())

    assert "9 seats present, more than 8½ needed: half of the filled seats" in said


def test_what_must_not_be_is_said_by_what_is_allowed() -> None:
    objected = Reason(
        "at least", NOT_MET, QUORUM, need=1, have=0, unit="seat", of="objected"
    )
    found = finding(Reason("not", MET, QUORUM, parts=(objected,)), question="decision")

    assert "0 seats objected, fewer than 1 allowed" in line(found)
    assert "0 seats objected, fewer than 1 allowed" in whole(found)[1].text


@pytest.mark.parametrize("says", ["includes", "every", "exactly", "judged by"])
@pytest.mark.parametrize("verdict", [MET, NOT_MET])
def test_every_sort_of_test_can_be_turned_round(says: str, verdict: Verdict) -> None:
    inner = Reason(says, NOT_MET, need="chair", of="present")
    found = finding(Reason("not", verdict, QUORUM, parts=(inner,)), question="decision")

    assert f"not {says}" not in line(found, charter())


@pytest.mark.parametrize(
    "outcome, head",
    [
        ("carried", "CARRIED"),
        ("in principle", "AGREED IN PRINCIPLE ONLY"),
        ("no effect", "NO EFFECT UNDER THE TERMS"),
        ("void", "NO EFFECT UNDER THE TERMS"),
        ("settled by council", "SETTLED BY THE HARBOUR COUNCIL"),
        ("a word of tomorrow", "A word of tomorrow"),
    ],
)
def test_an_outcome_is_said_as_pages_say_it(outcome: str, head: str) -> None:
    found = finding(counted(5, 5), question="decision", outcome=outcome)

    assert line(found, charter()).startswith(f"{head}: ")


def test_a_person_can_be_the_answer_and_keeps_the_letters_of_the_name() -> None:
    found = finding(counted(5, 5), question="office", outcome="p1")

    assert line(found, names={"p1": "The harbour master"}).startswith(
        "The harbour master: "
    )


def test_a_key_that_no_table_knows_is_said_in_its_own_words() -> None:
    new = Reason(
        "tide too low",
        NOT_MET,
        QUORUM,
        need=3,
        have="5/2",
        left_out=(LeftOut("p1", "stuck on a sandbank"),),
        values={"gauge": "north pier", "read": True},
    )
    found = finding(new, question="tide", outcome="aground")
    data = found.as_data() | {"missing": [{"what": "high water"}]}

    texts = [one.text for one in whole(data)]

    assert "Tide too low (needed 3; had 2½; gauge: north pier; read: yes)" in texts[1]
    assert "Not counted: p1: stuck on a sandbank." in texts
    assert "Still missing: high water." in texts
    assert line(data) == f"Aground: high water ({QUORUM})"


def test_a_key_without_anything_beside_it_stands_alone() -> None:
    found = finding(Reason("100% new", MET), question="tide")

    assert line(found) == "YES: 100% new"


def test_without_a_charter_clauses_go_by_their_anchors() -> None:
    assert line(QUORATE).endswith(f"({QUORUM})")


def test_several_clauses_are_cited_each() -> None:
    both = Reason("nobody objected", MET, f"{QUORUM}; members/up")
    found = finding(both, question="decision", outcome="agreed")

    assert line(found, charter()) == (
        f"AGREED: nobody objected ({CITED}; Members, “A matter that is not settled …”)"
    )


def test_a_vacant_seat_is_named_as_such() -> None:
    found = finding(
        Reason("every", NOT_MET, QUORUM, left_out=(LeftOut("vacant:councils-2", "x"),))
    )

    texts = [one.text for one in whole(found, charter())]

    assert "Not counted: nobody (District Councils 2 is vacant): x." in texts


def test_a_meeting_taken_as_quorate_says_so() -> None:
    found = finding(
        Reason("at least", UNKNOWN, QUORUM, need=5, have="unknown", of="present"),
        MET,
        outcome="presumed",
        missing=(Missing("a record of the roll"),),
    )

    assert line(found).startswith("QUORATE: taken as quorate because nobody counted")


def test_more_of_a_group_is_asked_for_by_name() -> None:
    found = finding(
        counted(4, 5, unit="seat"),
        missing=(Missing("more", 1, "seat", ("councils",)),),
    )

    assert line(found, charter()).startswith(
        "NOT QUORATE: one more seat of District Councils"
    )


def test_under_another_reading_the_answer_can_be_open() -> None:
    others: tuple[tuple[str, Verdict, str], ...] = (
        ("a", NOT_STATED, ""),
        ("b", UNKNOWN, ""),
    )
    reading = Reading("needs", "c", "because", QUORUM, others, changes=True)

    said = paragraph(finding(counted(5, 5), readings=(reading,)))

    assert "under ‘a’ it would be something that the terms do not say" in said
    assert "under ‘b’ it would be impossible to tell" in said


class Welsh(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"QUORATE": "CWORWM", "%(office)s is %(there)s": "mae %(office)s"}.get(
            message, message
        )


def test_sentences_go_through_the_translation() -> None:
    said = line(finding(includes("chair", MET)), say=Translation(Welsh()))

    assert said == f"CWORWM: mae the chair ({QUORUM})"


def test_a_finding_is_said_in_the_same_words_every_time() -> None:
    again: Finding = finding(NOT_QUORATE.because, outcome="in principle")

    assert whole(again, charter()) == whole(again, charter())


def test_a_reason_left_out_can_have_a_clause_of_its_own() -> None:
    left = LeftOut("p1", "a guest", "members/up")

    said = paragraph(finding(counted(4, 5, left_out=(left,))), charter())

    assert (
        "Not counted: p1: a guest (Members, “A matter that is not settled …”)" in said
    )


def test_counts_of_narrowed_sets_and_lost_phrases_are_said_all_the_same() -> None:
    narrowed = Reason("at least", MET, need=1, have=1, unit="seat", of="present from x")
    garbled = Reason("at least", MET, need=1, have=1, of="???", values={"amount": "?"})
    joint = Reason("all", MET, parts=(narrowed, garbled))

    assert line(finding(joint)) == (
        "QUORATE: 1 seat present (of those present from the group ‘x’), 1 needed; "
        "1 (of ???), 1 needed"
    )


def test_what_a_field_asks_is_found_with_and_without_the_charter() -> None:
    silent = Reason("silent", NOT_STATED, "", values={"field": "tie"})
    strange = Reason("silent", NOT_STATED, "", values={"field": "low_water"})
    found = finding(silent, question="decision")

    assert line(found) == (
        "THE TERMS DO NOT SAY: the terms do not say what equal votes mean"
    )
    assert line(finding(strange)) == (
        "THE TERMS DO NOT SAY: the terms do not say this: low water"
    )


def test_an_outcome_as_a_value_is_said_as_an_outcome() -> None:
    note = Reason(
        "announced against the terms",
        NOT_MET,
        values={"announced": "agreed", "rightly": "no effect"},
    )
    found = finding(counted(5, 5), question="consultation", notes=(note,))

    assert (
        "It was announced as agreed, and under the terms it is no effect under the "
        "terms." in paragraph(found)
    )


def test_a_finding_without_a_clause_or_a_reason_is_its_head_alone() -> None:
    bare = finding(Reason("", MET), question="tide", outcome="")

    assert line(bare) == "YES"
    assert line(bare.as_data() | {"clause": "a"}) == "YES (a)"


def test_days_and_moments_are_said_in_words() -> None:
    values = {"from": "2026-11-24", "until": "2026-11-24 14:05", "z": "2026-13-45"}
    found = finding(Reason("tide", MET, values=values), question="x", outcome="")

    assert line(found) == (
        "YES: tide (from: 24 November 2026; until: 24 November 2026, 14:05; "
        "z: 2026-13-45)"
    )
    assert line(
        finding(counted(5, 5), question="deadline", outcome="due 2026-11-24")
    ).startswith("DUE BY 24 NOVEMBER 2026: ")
