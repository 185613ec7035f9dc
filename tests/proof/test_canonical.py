from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.proof import canonical as bounds
from quorate.proof.canonical import (
    NotCanonicalError,
    canonical,
    digest,
    in_order,
    read,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


def test_the_bytes_are_as_the_reference_says() -> None:
    data = {"b": [1, -2, True, None], "a": 'é "\\/\n\t\x01\x7f\u2028', "": {}}

    assert canonical(data) == (
        b'{"":{},"a":"\xc3\xa9 \\"\\\\/\\n\\t\\u0001\x7f\xe2\x80\xa8",'
        b'"b":[1,-2,true,null]}'
    )


def test_names_are_sorted_by_code_point_and_not_by_alphabet() -> None:
    data = {"é": 1, "z": 2, "Z": 3, "\U0001f600": 4, "\uffee": 5}

    assert list(in_order(data)) == ["Z", "z", "é", "\uffee", "\U0001f600"]


def test_the_digest_is_that_of_the_bytes() -> None:
    assert digest({"a": 1}) == hashlib.sha256(b'{"a":1}').hexdigest()


@given(JSON)
def test_what_is_written_reads_back_as_the_same_data(data: object) -> None:
    assert read(canonical(data).decode()) == data


@given(JSON)
def test_white_space_order_and_escapes_change_no_byte(data: object) -> None:
    spread = json.dumps(data, indent=3, ensure_ascii=True)

    assert canonical(read(spread)) == canonical(data)


@pytest.mark.parametrize(
    "text,says",
    [
        ('{"a": 1, "a": 2}', "a name is given twice"),
        ('[{"b": {"a": 1, "a": 1}}]', "a name is given twice"),
        ("[1.0]", "the number 1.0 is not whole"),
        ("[1e2]", "the number 1e2 is not whole"),
        ("[NaN]", "the number NaN is not whole"),
        ("[-Infinity]", "the number -Infinity is not whole"),
        ('["\\ud800"]', "it can't be written as JSON"),
        ('{"\\udc00": 1}', "it can't be written as JSON"),
        ("[01]", "it is not a JSON document"),
        ("", "it is not a JSON document"),
        ("\ufeff{}", "it is not a JSON document"),
        ("{} {}", "it is not a JSON document"),
        ("{'a': 1}", "it is not a JSON document"),
        ("9" * 5_000, "it holds a number of too many digits"),
        ("[" * 100_000, "nested more than 200 deep"),
        ("[" * 201 + "]" * 201, "nested more than 200 deep"),
        ('{"a":' * 300 + "1" + "}" * 300, "nested more than 200 deep"),
        (" " * 25_000_000, "more than 20,000,000 characters"),
    ],
    ids=lambda one: one[:20],
)
def test_what_has_no_canonical_bytes_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(NotCanonicalError) as refused:
        read(text)

    assert says in str(refused.value)


def test_two_hundred_deep_is_read() -> None:
    assert read("[" * 200 + "]" * 200)


def test_a_document_of_too_many_parts_is_refused_before_it_takes_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "MOST_PARTS", 10)

    with pytest.raises(NotCanonicalError, match="more than 10 parts"):
        read("[[],[],[],[],[],[]]")


@pytest.mark.parametrize("data", [1.5, [float("nan")], {"a": {"b": 2.0}}])
def test_a_float_has_no_canonical_bytes(data: object) -> None:
    with pytest.raises(NotCanonicalError, match="is not whole"):
        canonical(data)


@pytest.mark.parametrize("data", [object(), {1, 2}, {"a": b"bytes"}])
def test_what_json_cannot_hold_has_no_canonical_bytes(data: object) -> None:
    with pytest.raises(NotCanonicalError, match="can't be written as JSON"):
        canonical(data)
