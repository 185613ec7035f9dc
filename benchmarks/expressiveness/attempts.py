"""What an attempt is: one rule of one engine for one case, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Facts = dict[str, Any]
Made = Callable[[Facts], Facts]


class Result(StrEnum):
    """How far an engine comes with a case."""

    EXPRESSES = "expresses"
    """The rule reads the raw facts and gives every answer of the case."""

    PREPARED = "prepared"
    """It gives every answer once something was worked out for it outside."""

    CANNOT = "can't"
    """It can't be said in the engine, or all of it would be worked out outside."""

    WRONG = "wrong"
    """An answer differed: the attempt itself is at fault, and the run fails."""


@dataclass(frozen=True)
class Cannot:
    """Why a case can't be expressed."""

    why: str


@dataclass(frozen=True)
class Expression:
    """A rule in an expression language, over the facts or over prepared ones."""

    text: str
    prepared: str = ""
    """What was worked out outside the engine, if anything."""

    prepare: Made = dict
    note: str = ""


@dataclass(frozen=True)
class Conditions:
    """
    Rules that compare prepared values with constants, and the answer of each.

    The shape of business-rules, which durable_rules can take as well: the first rule
    whose conditions all hold gives the answer, else `otherwise` is given.
    """

    prepared: str
    prepare: Made
    rules: tuple[tuple[str, Mapping[str, tuple[str, object]]], ...]
    otherwise: str


@dataclass(frozen=True)
class Messages:
    """Rules of durable_rules in its own notation: the first that fits answers."""

    rules: tuple[tuple[str, Facts], ...]
    otherwise: str
    prepared: str = ""


@dataclass(frozen=True)
class Formula:
    """A formula of OpenFisca: Python over arrays, one row for each of `rows`."""

    rows: str
    decide: Callable[[Facts, Facts], str]
    """Takes the columns of the rows by name, and the single facts."""

    prepared: str = ""
    prepare: Made = dict


@dataclass(frozen=True)
class Trace:
    """A formula of signal temporal logic over signals, and where to read it."""

    formula: str
    prepared: str
    prepare: Callable[[Facts], tuple[dict[str, list[float]], int]]
    """Gives the signals by name, and the point of the trace that is asked about."""

    kept: str
    broken: str


Attempt = Expression | Conditions | Messages | Formula | Trace | Cannot


@dataclass(frozen=True)
class Case:
    """One edge case: facts, questions, and an attempt in every engine."""

    number: int
    title: str
    scenario: str
    """The scenario file that holds the same facts for us."""

    steps: tuple[int, ...]
    """Which of the questions of that file are asked here."""

    facts: Facts
    asked: tuple[Facts, ...]
    """What each question adds to the facts."""

    expected: tuple[str, ...]
    zen: Attempt
    cel: Attempt
    rule_engine: Attempt
    conditions: Attempt
    openfisca: Attempt
    rtamt: Attempt = field(
        default=Cannot("its signals are numbers over time: it can't count who is there")
    )
    durable: Attempt | None = None
    """What durable_rules can do better than with the conditions, where it can."""

    turns: bool = False
    """Whether the answer must say on which reading it turns."""

    def questions(self) -> list[Facts]:
        """Return the facts of each question."""
        return [{**self.facts, **one} for one in self.asked]


def met(truth: object) -> str:
    """Write a truth as the cases do."""
    return "met" if truth else "not_met"


def roll(*entries: str, **same: object) -> list[Facts]:
    """Return rows for entries such as 'chair=alma'; `same` stands in each of them."""
    return [
        {"seat": seat, "person": person, "holder": True, **same}
        for seat, _, person in (one.partition("=") for one in entries)
    ]
