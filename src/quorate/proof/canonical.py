"""
The exact bytes that are hashed: canonical JSON.

Keys sorted by code point, no white space, text as UTF-8 without escapes but those that
JSON requires, whole numbers only, no floats. Two documents with equal values have
equal bytes, whoever writes them.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

LARGEST = 20_000_000
"""Characters of a document that is read; a certificate has some hundred thousand."""


class NotCanonicalError(ValueError):
    """A document that can't have come from here: what is wrong with it."""


MOST_PARTS = 2_000_000
"""Commas and brackets of a document: each can make a value that takes memory."""

DEEPEST = 200
"""Values within values; a reason within reasons within ... has some ten."""


def canonical(data: Any) -> bytes:  # noqa: ANN401  Whatever JSON can hold.
    """
    Return the canonical bytes.

    Raises `NotCanonicalError` for what has none: a float, half a surrogate pair, a
    value nested too deeply, or one that JSON can't hold.
    """
    _check(data)
    try:
        return json.dumps(
            data,
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
        ).encode()
    except (TypeError, ValueError) as error:
        raise NotCanonicalError(f"it can't be written as JSON: {error}") from error


def digest(data: Any) -> str:  # noqa: ANN401  as above.
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()


def in_order(data: Any) -> Any:  # noqa: ANN401  as above.
    """Return the data with its names in canonical order, throughout."""
    return json.loads(canonical(data))


def read(text: str) -> Any:  # noqa: ANN401  as above.
    """
    Read JSON strictly, into data that has canonical bytes.

    A name given twice, a number that is not whole, half a surrogate pair and a
    document too large or too deep are refused: raises `NotCanonicalError` with what is
    wrong, in words.
    """
    if len(text) > LARGEST:
        raise NotCanonicalError(f"the document has more than {LARGEST:,} characters")
    if sum(text.count(sign) for sign in ",[{") > MOST_PARTS:
        raise NotCanonicalError(f"the document has more than {MOST_PARTS:,} parts")
    try:
        data = json.loads(
            text,
            object_pairs_hook=_once,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except NotCanonicalError:
        raise
    except RecursionError as error:
        raise NotCanonicalError(TOO_DEEP) from error
    except json.JSONDecodeError as error:
        raise NotCanonicalError(
            f"it is not a JSON document: line {error.lineno}, column {error.colno} "
            "can't be read"
        ) from error
    except ValueError as error:
        raise NotCanonicalError("it holds a number of too many digits") from error
    canonical(data)
    return data


TOO_DEEP = f"its values are nested more than {DEEPEST} deep"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise NotCanonicalError("a name is given twice in one place")
    return data


def _no_float(number: str) -> Any:  # noqa: ANN401  It never returns.
    raise NotCanonicalError(f"the number {number[:40]} is not whole")


def _check(data: Any) -> None:  # noqa: ANN401  as above.
    """Refuse floats, and depths at which reading would end in an error."""
    layer = [data]
    for _ in range(DEEPEST):
        for one in layer:
            if isinstance(one, float):
                raise NotCanonicalError(f"the number {one} is not whole")
        layer = [
            inner
            for one in layer
            if isinstance(one, dict | list | tuple)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not layer:
            return
    raise NotCanonicalError(TOO_DEEP)
