from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from quorate.charter.force import (
    Adoption,
    NotStated,
    TextInForce,
    check_overlaps,
    in_force,
)
from quorate.charter.load import load
from quorate.charter.model import Charter
from tests.charter.drafts import FRONT, block

KNOWN = datetime(2020, 1, 1, 9, tzinfo=UTC)
LATER = datetime(2021, 1, 1, 9, tzinfo=UTC)


def version(number: str, needs: int = 2, more: str = "", front: str = "") -> Charter:
    versions = f'versions:\n  - number: "{number}"\n{front}---\n'
    quorum = block(f"quorum:\n  needs: at least {needs} of present by person")
    text = FRONT.removesuffix("---\n") + versions
    return load(f"{text}{needs} are needed. {{#quorum}}\n\n{quorum}\n{more}")


FIRST = Adoption(version("1", 2), "group", date(2020, 1, 1), date(2020, 6, 30), KNOWN)
SECOND = Adoption(version("2", 3), "group", date(2020, 9, 1), None, KNOWN)
BOTH = (FIRST, SECOND)


def adopted(found: tuple[TextInForce, ...] | NotStated) -> list[Adoption]:
    assert isinstance(found, tuple)
    return [one.adoption for one in found]


@pytest.mark.parametrize(
    "on,expected",
    [
        (date(2020, 1, 1), FIRST),
        (date(2020, 6, 30), FIRST),
        (date(2020, 9, 1), SECOND),
        (date(2035, 1, 1), SECOND),
    ],
)
def test_a_version_is_in_force_on_its_first_and_its_last_day(
    on: date, expected: Adoption
) -> None:
    assert adopted(in_force(BOTH, "group", on)) == [expected]


def test_a_gap_is_not_stated_and_never_the_nearest_version() -> None:
    found = in_force(BOTH, "group", date(2020, 7, 1))

    assert found == NotStated("group", date(2020, 7, 1), FIRST, SECOND)


def test_before_the_first_version_and_for_a_strange_body_nothing_is_stated() -> None:
    before = in_force(BOTH, "group", date(2019, 12, 31))
    stranger = in_force(BOTH, "board", date(2020, 1, 1))

    assert before == NotStated("group", date(2019, 12, 31), None, FIRST)
    assert stranger == NotStated("board", date(2020, 1, 1), None, None)


def test_what_was_not_known_yet_was_not_in_force_as_known_then() -> None:
    late = replace(SECOND, known_from=LATER)

    assert isinstance(
        in_force((FIRST, late), "group", date(2020, 9, 1), KNOWN), NotStated
    )
    assert adopted(in_force((FIRST, late), "group", date(2020, 9, 1), LATER)) == [late]


def test_what_was_corrected_is_seen_only_as_known_before_the_correction() -> None:
    wrong = replace(SECOND, known_until=LATER)
    right = replace(SECOND, from_=date(2020, 10, 1), known_from=LATER)
    on = date(2020, 9, 15)

    assert adopted(in_force((wrong, right), "group", on, KNOWN)) == [wrong]
    assert isinstance(in_force((wrong, right), "group", on, LATER), NotStated)
    assert isinstance(in_force((wrong, right), "group", on), NotStated)


def test_versions_that_overlap_are_refused_by_name() -> None:
    early = replace(SECOND, from_=date(2020, 6, 30))

    with pytest.raises(ValueError, match="two versions overlap") as refused:
        in_force((FIRST, early), "group", date(2020, 2, 1))

    assert (
        "harbour-group 1, revision 1, for group from 2020-01-01 until 2020-06-30"
        in (str(refused.value))
    )
    assert "harbour-group 2, revision 1, for group from 2020-06-30 until further" in (
        str(refused.value)
    )


def test_the_same_version_adopted_twice_for_one_day_is_refused() -> None:
    with pytest.raises(ValueError, match="two versions overlap"):
        check_overlaps((FIRST, replace(FIRST, from_=date(2020, 2, 1))))


def test_versions_of_other_bodies_and_versions_on_end_do_not_overlap() -> None:
    check_overlaps((FIRST, replace(SECOND, body="board", from_=date(2020, 1, 1))))
    check_overlaps((FIRST, replace(SECOND, from_=date(2020, 7, 1))))


def test_of_the_revisions_of_a_version_the_latest_counts() -> None:
    charter = version("1", 2, more=block("review:\n  every: every year"))
    revised = replace(FIRST, charter=charter, revision=2, from_=date(2020, 3, 1))

    assert adopted(in_force((FIRST, revised), "group", date(2020, 2, 1))) == [FIRST]
    assert adopted(in_force((FIRST, revised), "group", date(2020, 4, 1))) == [revised]


def test_a_revision_that_runs_longer_than_its_version_keeps_the_next_one_out() -> None:
    charter = version("1", 2, more=block("review:\n  every: every year"))
    revised = replace(FIRST, charter=charter, revision=2, until=date(2020, 9, 1))

    with pytest.raises(ValueError, match="two versions overlap"):
        in_force((FIRST, revised, SECOND), "group", date(2020, 2, 1))


def test_one_of_many_runs_under_the_terms_of_its_kind_by_its_own_name() -> None:
    north = replace(FIRST, body="north", runs_as="group")

    found = in_force((north,), "north", date(2020, 2, 1))

    assert isinstance(found, tuple)
    assert [rule.bodies for rule in found[0].rules] == [("north",)]


COMMON = load(
    f"{FRONT.replace('harbour-group', 'common-terms')}"
    "## 3 All groups\n\n### 3.1 Quorum\n\nFive are needed. {#five}\n\n"
    + block("quorum:\n  needs: at least 5 of present by person")
    + "\n### 3.2 Reviews\n\nYearly. {#yearly}\n\n"
    + block(
        """
        review:
          every: every year
        duty:
          - strength: must
            action: report
        """
    )
    + "\n## 4 Others\n\nMinutes. {#minutes}\n\n"
    + block("record:\n  of: minutes")
)
SHARED = Adoption(COMMON, "parent", date(2020, 3, 1), None, KNOWN)


def using(use: str) -> Adoption:
    duty = block("duty:\n  strength: must\n  action: meet")
    return replace(FIRST, charter=version("1", 2, more=duty, front=f"uses: {use}\n"))


def test_a_part_of_another_text_is_taken_over_and_gives_way_to_the_own_rule() -> None:
    own = using("common-terms#3")

    found = in_force((own, SHARED), "group", date(2020, 4, 1))

    assert isinstance(found, tuple)
    mine, part = found
    assert mine.adoption is own
    assert (part.adoption, part.taken_over) == (SHARED, "3")
    assert [rule.kind for rule in part.rules] == ["review", "duty"]
    assert [rule.kind for rule in part.displaced] == ["quorum"]
    assert {rule.bodies for rule in part.rules} == {("group",)}
    assert part.rules[0].clause == "3.2/yearly"


def test_a_whole_text_can_be_taken_over() -> None:
    found = in_force((using("common-terms"), SHARED), "group", date(2020, 4, 1))

    assert isinstance(found, tuple)
    assert [rule.kind for rule in found[1].rules] == ["review", "duty", "record"]


@pytest.mark.parametrize(
    "use,on",
    [
        ("common-terms#3", date(2020, 2, 1)),
        ("common-terms#9", date(2020, 4, 1)),
        ("other-terms", date(2020, 4, 1)),
    ],
)
def test_a_part_that_is_not_in_force_is_said_to_be_missing(use: str, on: date) -> None:
    found = in_force((using(use), SHARED), "group", on)

    assert isinstance(found, tuple)
    assert [one.missing for one in found] == [(use,)]


def test_a_part_of_which_two_versions_are_in_force_is_refused() -> None:
    other = load(COMMON.text.replace("Five are", "All five are"))
    elsewhere = replace(SHARED, charter=other, body="elsewhere")

    with pytest.raises(ValueError, match="'common-terms#3' can mean two versions"):
        in_force(
            (using("common-terms#3"), SHARED, elsewhere), "group", date(2020, 4, 1)
        )
