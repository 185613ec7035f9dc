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
"""Bytes of a document that is read; a certificate has some hundred thousand."""


class NotCanonicalError(ValueError):
    """A document that can't have come from here: what is wrong with it."""


def canonical(data: Any) -> bytes:  # noqa: ANN401  Whatever JSON can hold.
    """Return the canonical bytes; raises `NotCanonicalError` on a float."""
    _refuse_floats(data)
    return json.dumps(
        data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(data: Any) -> str:  # noqa: ANN401  as above.
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()


def read(text: str) -> Any:  # noqa: ANN401  as above.
    """
    Read JSON strictly: a key given twice, a float or too many bytes are refused.

    Raises `NotCanonicalError` with what is wrong, in words.
    """
    if len(text) > LARGEST:
        raise NotCanonicalError(f"the document has more than {LARGEST:,} characters")
    try:
        return json.loads(
            text,
            object_pairs_hook=_once,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError(f"it is not a JSON document: {error}") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise NotCanonicalError("a name is given twice in one place")
    return data


def _no_float(number: str) -> Any:  # noqa: ANN401  It never returns.
    raise NotCanonicalError(f"the number {number[:40]} is not whole")


def _refuse_floats(data: Any) -> None:  # noqa: ANN401  as above.
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, float):
            raise NotCanonicalError(f"the number {one} is not whole")
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
