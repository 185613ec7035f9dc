"""
A finding: what the rules say, with reasons; data, not sentences.

It keeps its verdict and builds its explanation when somebody asks for it. The
explanation is a pure function of what the finding was made from, so it has the same
bytes whenever it is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from quorate.rules.verdict import Verdict

SCHEMA = "finding/1"

Value = str | int | bool | tuple[str, ...] | None


NOTHING: Mapping[str, Value] = MappingProxyType({})

# Reasons are made by the hundred thousand: named tuples, which are as frozen as the
# other values of the house and are made in a third of the time.


class LeftOut(NamedTuple):
    """Somebody or something that was not counted, and why."""

    who: str
    why: str
    """A sentence key of `words`, such as 'second seat of the same person'."""

    clause: str = ""


class Missing(NamedTuple):
    """What would still have to come."""

    what: str
    """more (so many of a unit), one of (any of the names), or a record."""

    number: int = 0
    unit: str = ""
    names: tuple[str, ...] = ()


class Reason(NamedTuple):
    """One step of an explanation: needed, had, who was counted, who was left out."""

    says: str
    """The sentence, as a key that `words` knows: 'at least', 'includes', 'silent'."""

    verdict: Verdict
    clause: str = ""
    """The anchor of the clause that it rests on."""

    need: Value = None
    have: Value = None
    unit: str = ""
    of: str = ""
    counted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    values: Mapping[str, Value] = NOTHING
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An interpretation that was used, and what another would have given."""

    field: str
    take: str
    because: str
    clause: str
    others: tuple[tuple[str, Verdict, str], ...] = ()
    """For each other value: the value, the verdict and the outcome under it."""

    changes: bool = False
    """Whether some other value would have changed verdict or outcome."""


class Explanation(NamedTuple):
    """The whole of why."""

    because: Reason
    missing: tuple[Missing, ...] = ()
    readings: tuple[Reading, ...] = ()
    effect: Reason | None = None
    """What follows, with its clause."""

    notes: tuple[Reason, ...] = ()
    """What a reader should know that changes nothing."""


class Finding:
    """What the rules say to one question. Equal findings have equal data."""

    __slots__ = ("_explain", "_explanation", "clause", "outcome", "question", "verdict")

    def __init__(
        self,
        question: str,
        verdict: Verdict,
        *,
        outcome: str = "",
        clause: str = "",
        explain: Callable[[], Explanation],
    ) -> None:
        """
        Hold a verdict and the way to its reasons.

        `outcome` is the word for what it amounts to where a verdict says too little:
        carried, lost, agreed, in principle, referred, due, breached and so on.
        """
        self.question = question
        self.verdict = verdict
        self.outcome = outcome
        self.clause = clause
        self._explain = explain
        self._explanation: Explanation | None = None

    @property
    def explanation(self) -> Explanation:
        """The reasons, built when they are first asked for."""
        if self._explanation is None:
            self._explanation = self._explain()
        return self._explanation

    @property
    def because(self) -> Reason:
        """The tree of reasons."""
        return self.explanation.because

    @property
    def turns_on(self) -> tuple[Reading, ...]:
        """The interpretations under which another value would change the answer."""
        return tuple(one for one in self.explanation.readings if one.changes)

    def as_data(self) -> dict[str, Any]:
        """Return the finding as plain data of the versioned schema, fit for JSON."""
        why = self.explanation
        data: dict[str, Any] = {
            "schema": SCHEMA,
            "question": self.question,
            "verdict": self.verdict.value,
            "outcome": self.outcome,
            "clause": self.clause,
            "because": _reason(why.because),
            "missing": [_plain(one) for one in why.missing],
            "interpretations": [_reading(one) for one in why.readings],
        }
        if why.effect is not None:
            data["effect"] = _reason(why.effect)
        if why.notes:
            data["notes"] = [_reason(one) for one in why.notes]
        return data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self.as_data() == other.as_data()

    def __hash__(self) -> int:
        return hash((self.question, self.verdict, self.outcome))

    def __repr__(self) -> str:
        return f"Finding({self.question}: {self.verdict.value} {self.outcome})"


def _plain(missing: Missing) -> dict[str, Any]:
    data: dict[str, Any] = {"what": missing.what}
    if missing.number:
        data["number"] = missing.number
    if missing.unit:
        data["unit"] = missing.unit
    if missing.names:
        data["names"] = list(missing.names)
    return data


def _value(value: Value) -> Any:  # noqa: ANN401  Whatever JSON can hold.
    return list(value) if isinstance(value, tuple) else value


def _reason(reason: Reason) -> dict[str, Any]:
    data: dict[str, Any] = {"says": reason.says, "verdict": reason.verdict.value}
    for name in ("clause", "unit", "of"):
        if getattr(reason, name):
            data[name] = getattr(reason, name)
    for name in ("need", "have"):
        value = getattr(reason, name)
        if value is not None:
            data[name] = _value(value)
    if reason.counted:
        data["counted"] = list(reason.counted)
    if reason.left_out:
        data["left_out"] = [
            {"who": one.who, "why": one.why}
            | ({"clause": one.clause} if one.clause else {})
            for one in reason.left_out
        ]
    if reason.values:
        data["values"] = {
            name: _value(value) for name, value in sorted(reason.values.items())
        }
    if reason.parts:
        data["parts"] = [_reason(part) for part in reason.parts]
    return data


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "field": reading.field,
        "take": reading.take,
        "because": reading.because,
        "clause": reading.clause,
        "others": [
            {"value": value, "verdict": verdict.value, "outcome": outcome}
            for value, verdict, outcome in reading.others
        ],
        "changes": reading.changes,
    }
