"""
Every single change of a certificate is found out, or is one that the forger may make.

Two forgers are tried: one who changes something, and one who knows enough to put the
right digest on it afterwards.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.proof.canonical import digest
from quorate.proof.certificate import Verified, covered, verify
from tests.proof.harbour import Path, certificate, leaves, places, put, without

WHOLE = certificate(alma="Alma A")
LEAVES = list(leaves(WHOLE))
PLACES = [one for one in places(WHOLE) if one]

MAY_CHANGE = {
    # When it was issued follows from nothing.
    "issued",
    # Of a calendar all that no deadline of the question was counted by.
    "calendar.calendar",
    "calendar.holidays.0.date",
    "calendar.holidays.0.name",
    "calendar.source",
    "calendar.title",
    "calendar.until",
    "calendar.version",
    "closed_days.0.day",
    "closed_days.0.name",
    "closed_days.1.day",
    "closed_days.1.known",
    "closed_days.1.name",
    # Of what happened all that the answer does not turn on.
    "facts.meetings.0.apologies",
    "facts.meetings.0.opens",
    "facts.people.place-3",
}
"""Leaves that a forger who makes the digest anew can change, one at a time."""


LAST_FIGURE = re.compile(r"\d(?=\D*$)")


def _last(value: str) -> int:
    found = LAST_FIGURE.search(value)
    return int(found[0]) if found else 0


def tampered(value: Any) -> list[Any]:  # noqa: ANN401  Whatever JSON holds.
    """Other values of the same sort that could stand there."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1, -value or 7]
    other = [f"{value}x", value[:-1], value.swapcase(), ""]
    # A day later or earlier, and another month.
    other += [
        LAST_FIGURE.sub(str((_last(value) + more) % 10), value) for more in (1, 9)
    ]
    other.append(value.replace("2026-0", "2026-1"))
    return [one for one in other if one != value]


def forged(data: dict[str, Any]) -> str:
    """The text of a certificate with its digest made anew."""
    if isinstance(data.get("digest"), str):
        data = data | {"digest": digest(covered(data))}
    return json.dumps(data)


def spelled(path: Path) -> str:
    return ".".join(str(one) for one in path)


def test_no_word_or_number_can_be_changed_but_a_name_outside_the_digest() -> None:
    missed = {
        spelled(path)
        for path, value in LEAVES
        for one in tampered(value)
        if verify(json.dumps(put(WHOLE, path, one))).holds
    }

    assert missed == {"names.alma"}


def test_a_forger_who_makes_the_digest_anew_can_change_these_leaves_and_no_others() -> (
    None
):
    may = {
        spelled(path)
        for path, value in LEAVES
        if path[0] not in ("digest", "names")
        and any(verify(forged(put(WHOLE, path, one))).holds for one in tampered(value))
    }

    assert may == MAY_CHANGE


def test_nothing_can_be_taken_out_but_a_name_outside_the_digest() -> None:
    missed = {
        spelled(path)
        for path in PLACES
        if verify(json.dumps(without(WHOLE, path))).holds
    }

    assert missed == {"names", "names.alma"}


def test_nothing_can_be_taken_out_of_the_finding_even_under_a_new_digest() -> None:
    missed = {
        spelled(path)
        for path in PLACES
        if path[0] in ("finding", "charters", "schema", "finding_schema", "body")
        and verify(forged(without(WHOLE, path))).holds
    }

    assert missed == set()


HOLDERS = [
    path
    for path in places(WHOLE)
    if path[:1] != ("names",) and not isinstance(dict(LEAVES).get(path), str | int)
]


@pytest.mark.parametrize("value", [None, "words", {"more": "words"}])
def test_nothing_can_be_added_anywhere_even_under_a_new_digest(value: object) -> None:
    missed = set()
    for path in HOLDERS:
        inner: Any = WHOLE
        for name in path:
            inner = inner[name]
        more = [*inner, value] if isinstance(inner, list) else inner | {"more": value}
        whole = put(WHOLE, path, more)
        assert not verify(json.dumps(whole)).holds
        if verify(forged(whole)).holds:
            missed.add(spelled(path))

    # A guest on the roll, or a holder of a seat that the charter does not have, makes
    # another and consistent set of facts.
    assert missed <= {"facts.people", "facts.meetings.0.present"}


@pytest.mark.parametrize(
    "value", [None, 0, True, "", "x", [], {}, [[]], {"a": "b"}, -(10**30)], ids=repr
)
def test_another_sort_of_value_at_any_place_gets_a_clear_answer(value: object) -> None:
    for path in PLACES:
        found = verify(forged(put(WHOLE, path, value)))

        assert isinstance(found, Verified)
        assert found.holds or found.where


def test_one_is_not_the_word_true() -> None:
    path = ("finding", "interpretations", 0, "changes")
    inner: Any = WHOLE
    for name in path:
        inner = inner[name]
    assert inner is True

    assert not verify(forged(put(WHOLE, path, 1))).holds


def test_a_new_text_with_its_own_digest_is_a_new_certificate_that_holds() -> None:
    old = WHOLE["charters"][0]["text"]
    text = old.replace("The members.", "The owners.")
    entry = WHOLE["charters"][0] | {
        "text": text,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }

    found = verify(forged(put(WHOLE, ("charters", 0), entry)))

    assert found.holds
    assert found.digest != WHOLE["digest"]


def test_a_second_charter_of_the_same_name_is_found_out() -> None:
    twice = put(WHOLE, ("charters",), WHOLE["charters"] * 2)

    assert not verify(forged(twice)).holds


@given(st.data())
def test_two_changes_at_once_are_found_out_as_well(data: st.DataObject) -> None:
    whole = WHOLE
    for path, value in data.draw(st.lists(st.sampled_from(LEAVES), min_size=2)):
        whole = put(whole, path, data.draw(st.sampled_from(tampered(value))))
    changed = covered(whole) != covered(WHOLE) or whole["digest"] != WHOLE["digest"]

    assert verify(json.dumps(whole)).holds is not changed
