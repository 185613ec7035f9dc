"""
An independent check of a Quorate decision certificate, with nothing but Python.

    python verify_certificate.py decision-certificate.json

It shares no code with Quorate and does not know its rules. It recomputes the digest of
the certificate and of each text in it, derives every verdict of the tree of reasons
from what stands beside it, and counts the roll again where the test is a plain one.
It ends with 0 where the certificate holds, 1 where it contradicts itself, 3 where it
can't be checked. What needs the rules is taken as it stands.
"""

from __future__ import annotations

import hashlib
import json
import operator
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

OUTSIDE = {"digest", "signature", "names"}
OPEN = ("not_stated", "unknown")
BESIDE = {"seats and filled seats", "the quorum was lost later"}
SUFFICE = "those present suffice"
COMPARED = {
    "at least": operator.ge,
    "more than": operator.gt,
    "exactly": operator.eq,
    "at most": operator.le,
    "fewer than": operator.lt,
}


class CannotCheckError(Exception):
    """It is no certificate that this program knows."""


def read(text: str) -> dict[str, Any]:
    """Read JSON strictly: no name twice, no number that is not whole."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise CannotCheckError("a name is given twice")
        return dict(pairs)

    def whole(number: str) -> Any:  # noqa: ANN401  It never returns.
        raise CannotCheckError(f"the number {number} is not whole")

    try:
        data = json.loads(
            text, object_pairs_hook=once, parse_float=whole, parse_constant=whole
        )
    except (ValueError, RecursionError) as error:
        raise CannotCheckError(f"it is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != "certificate/1":
        raise CannotCheckError("its schema is not certificate/1")
    if data.get("finding_schema") != "finding/1":
        raise CannotCheckError("its findings are not finding/1")
    return data


def digest(data: dict[str, Any]) -> str:
    """Hash the canonical bytes of what the digest covers."""
    covered = {name: value for name, value in data.items() if name not in OUTSIDE}
    tight = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(tight.encode(covered).encode()).hexdigest()


def contradictions(data: dict[str, Any]) -> Iterator[str]:
    """Yield each place at which the certificate contradicts itself."""
    if digest(data) != data["digest"]:
        yield "the digest is not that of what stands in it"
    for charter in data["charters"]:
        if hashlib.sha256(charter["text"].encode()).hexdigest() != charter["digest"]:
            yield f"{charter['charter']}: the digest is not that of its text"
    finding = data["finding"]
    if finding["question"] != data["asked"]["ask"]:
        yield "the finding answers another question"
    for reason in reasons(finding):
        derived = verdict_of(reason)
        if derived is not None and derived != reason["verdict"]:
            yield f"'{reason['says']}' should be {derived}, not {reason['verdict']}"
        if not counts_agree(reason):
            yield f"'{reason['says']}' counts {len(reason.get('counted', []))}"
    if finding["question"] == "quorum":
        yield from recounted(data)


def reasons(finding: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every reason of a finding, with those inside others."""
    waiting = [finding["because"], *finding.get("notes", [])]
    if "effect" in finding:
        waiting.append(finding["effect"])
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.get("parts", [])


def verdict_of(reason: dict[str, Any]) -> str | None:
    """Derive a verdict from what stands beside it; None where the rules are needed."""
    says = reason["says"]
    parts = [str(part["verdict"]) for part in reason.get("parts", [])]
    if says in COMPARED:
        for value in (reason["have"], reason["need"]):
            if value in OPEN:
                return str(value)
        exact = (Fraction(str(reason[name])) for name in ("have", "need"))
        return "met" if COMPARED[says](*exact) else "not_met"
    if says == "all":
        order = ("not_met", *OPEN, "met")
        return min(parts, key=order.index, default="met")
    if says == "any":
        order = ("met", *OPEN, "not_met")
        return min(parts, key=order.index, default="not_met")
    if says == "not":
        turned = {"met": "not_met", "not_met": "met"}
        return turned.get(parts[0], parts[0])
    if says in ("includes", "every") and reason["verdict"] not in OPEN:
        found = reason.get("counted", [])
        needed = reason["need"] if says == "every" else 1
        return "met" if len(found) >= needed else "not_met"
    return None


def counts_agree(reason: dict[str, Any]) -> bool:
    """Tell if as many are named as are said to have been counted."""
    if reason["says"] not in COMPARED or reason.get("unit") == "weight":
        return True
    have = reason["have"]
    return not isinstance(have, int) or have == len(reason.get("counted", []))


def recounted(data: dict[str, Any]) -> Iterator[str]:
    """Count the roll again, for tests of the two plainest kinds."""
    finding, present = data["finding"], roll(data)
    if present is None:
        return
    found = list(reasons(finding))
    text = "\n".join(charter["text"] for charter in data["charters"])
    left_out = {one["who"] for reason in found for one in reason.get("left_out", [])}
    seated, offices = (data["facts"].get(name, {}) for name in ("people", "offices"))
    for reason in found:
        counted = set(reason.get("counted", []))
        if (reason["says"], reason.get("of")) == ("includes", "present"):
            words = f"includes {reason['need']}"
            held = [one["person"] for one in offices if one["office"] == reason["need"]]
            named = {seated.get(one, one) for one in counted}
            right = named <= present & set(held or present)
        elif (reason["says"], reason.get("of")) == ("at least", "present"):
            words = f"at least {reason['need']} of present by {reason['unit']}"
            if reason["unit"] != "person" or not reason["values"]["amount"].isdigit():
                continue
            right = counted == (present & set(seated.values())) - left_out
        else:
            continue
        if words not in text and SUFFICE not in text:
            yield f"no charter says '{words}'"
        if not right:
            yield f"'{words}': those counted are not those on the roll"
    if {note["says"] for note in finding.get("notes", [])} <= BESIDE:
        verdict = finding["because"]["verdict"]
        if finding["verdict"] != verdict:
            yield f"the answer should be {verdict}, not {finding['verdict']}"


def roll(data: dict[str, Any]) -> set[str] | None:
    """Return who was there at the opening; None where more than a roll is needed."""
    facts, asked = data["facts"], data["asked"]
    if not set(facts) <= {"people", "offices", "meetings", "rulings", "recorded"}:
        return None
    if not set(asked) <= {"ask", "meeting", "body"}:
        return None
    meetings = facts.get("meetings", [])
    wanted = asked.get("meeting")
    named = [one for one in meetings if wanted in (None, one.get("name", "meeting"))]
    present = named[0].get("present", []) if named else []
    if isinstance(present, str):
        return {present}
    return set(present) if all(isinstance(one, str) for one in present) else None


def check(text: str) -> tuple[str, list[str]]:
    """Return what a certificate comes to, and where or why."""
    try:
        where = list(contradictions(read(text)))
    except CannotCheckError as error:
        return "can't be checked", [str(error)]
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as odd:
        return "contradicts itself", [f"a part is missing or misshapen: {odd!r}"]
    return ("contradicts itself" if where else "holds"), where


if __name__ == "__main__":
    said, where = check(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(f"It {said}.", *where, sep="\n  ")
    sys.exit({"holds": 0, "contradicts itself": 1}.get(said, 3))
