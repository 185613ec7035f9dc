"""What stands where in a certificate, checked before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

ISSUED = "%Y-%m-%dT%H:%M:%SZ"
"""The moment of issue, in UTC."""

MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
DIGEST = re.compile(r"[0-9a-f]{64}")
SIGNED = re.compile(r"[0-9a-f]{128}")

WORDS = ("schema", "finding_schema", "issued", "time_zone", "body", "digest")
NAMED = ("asked", "calendar", "facts", "finding")
LISTS = ("charters", "closed_days")
NEEDED = frozenset({*WORDS, *NAMED, *LISTS})
OUTSIDE = frozenset({"digest", "signature", "names"})
"""Not covered by the digest: itself, its signature, names for those entitled."""

OF_A_CHARTER = frozenset({"charter", "title", "version", "digest", "text"})
OF_A_DAY = frozenset({"day", "name"})
OF_A_SIGNATURE = frozenset({"algorithm", "key", "value"})


def misshapen(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what of a certificate is not where it belongs, or not of its sort."""
    yield from _names(data, NEEDED, also=OUTSIDE, where="it")
    for name in WORDS:
        yield from _sort(data, name, str, "words")
    for name in NAMED:
        yield from _sort(data, name, dict, "names with values")
    for name in LISTS:
        yield from _sort(data, name, list, "a list")
    if isinstance(data.get("issued"), str) and not _is_moment(data["issued"]):
        yield "'issued' is no moment such as 2026-03-02T10:00:00Z"
    if isinstance(data.get("digest"), str) and not DIGEST.fullmatch(data["digest"]):
        yield "'digest' has not 64 signs from 0 to f"
    if data.get("charters") == []:
        yield "it has no charter"
    yield from _each(data.get("charters"), "charters", OF_A_CHARTER)
    yield from _each(data.get("closed_days"), "closed_days", OF_A_DAY, also={"known"})
    yield from _outside(data)


def _outside(data: Mapping[str, Any]) -> Iterator[str]:
    names = data.get("names", {})
    if not isinstance(names, dict) or not all(
        isinstance(one, str) for one in names.values()
    ):
        yield "'names' holds something else than a name for each code"
    signature = data.get("signature")
    if "signature" not in data:
        return
    if not isinstance(signature, dict):
        yield "'signature' should hold names with values"
        return
    yield from _names(signature, OF_A_SIGNATURE, where="signature")
    for name, form in (("key", DIGEST), ("value", SIGNED)):
        if not form.fullmatch(str(signature.get(name, ""))):
            yield f"signature: '{name}' is not in figures and letters from 0 to f"


def _names(
    data: Mapping[str, Any],
    needed: frozenset[str],
    *,
    where: str,
    also: frozenset[str] | set[str] = frozenset(),
) -> Iterator[str]:
    lacking = sorted(needed - set(data))
    if lacking:
        yield f"{where} lacks: {', '.join(lacking)}"
    strange = sorted(set(data) - needed - also)
    if strange:
        shown = ", ".join(f"'{one[:40]}'" for one in strange[:5])
        yield f"{where} has what this schema does not know: {shown}"


def _sort(
    data: Mapping[str, Any], name: str, wanted: type, called: str
) -> Iterator[str]:
    if name in data and not isinstance(data[name], wanted):
        yield f"'{name}' should hold {called}"


def _each(
    entries: object,
    where: str,
    needed: frozenset[str],
    *,
    also: frozenset[str] | set[str] = frozenset(),
) -> Iterator[str]:
    for number, one in enumerate(entries if isinstance(entries, list) else (), start=1):
        here = f"{where} {number}"
        if not isinstance(one, dict):
            yield f"{here} should hold names with values"
            continue
        yield from _names(one, needed, where=here, also=also)
        yield from (
            f"{here}: '{name}' should hold words"
            for name, value in one.items()
            if not isinstance(value, str)
        )


def _is_moment(words: str) -> bool:
    # `strptime` alone takes months of one figure and digits of other scripts.
    if not MOMENT.fullmatch(words):
        return False
    try:
        datetime.strptime(words, ISSUED)  # noqa: DTZ007  Only its form is asked.
    except ValueError:
        return False
    return True
