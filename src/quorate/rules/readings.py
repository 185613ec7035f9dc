"""Interpretations that a finding used, and what the other values would have given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quorate.charter.fields import described
from quorate.charter.rule import AnyRule, Rule, alternatives
from quorate.rules.finding import Reading
from quorate.rules.verdict import Verdict

Answer = tuple[Verdict, str]
"""Verdict and outcome, which is what an interpretation can turn."""


def readings_of(
    rule: AnyRule,
    judge: Callable[[AnyRule], Answer],
    *,
    only: frozenset[str] = frozenset(),
) -> tuple[Reading, ...]:
    """
    Evaluate a rule under each other value of each interpretation.

    `judge` gives verdict and outcome of a rule over the facts in hand. `only` limits
    this to the interpretations of some fields; empty takes all. One field is varied
    at a time. Costs one judgement for each other value.
    """
    taken = judge(rule)
    answers: dict[str, list[tuple[str, Verdict, str]]] = {}
    for reading, other, varied in alternatives(rule):
        found = judge(varied)
        answers.setdefault(reading.field, []).append(
            (in_words(rule, reading.field, other), *found)
        )
    return tuple(
        Reading(
            reading.field,
            in_words(rule, reading.field, reading.take),
            reading.because,
            rule.clause,
            tuple(answers.get(reading.field, ())),
            any(one[1:] != taken for one in answers.get(reading.field, ())),
        )
        for reading in rule.interpretations
        if not only or reading.field in only
    )


def in_words(rule: Rule, name: str, value: Any) -> str:  # noqa: ANN401  Any field's value.
    """Return a field's value as its words stand in a charter."""
    written = dict(described(type(rule)))[name].reader.write(value)
    return flat(written)


def flat(written: Any) -> str:  # noqa: ANN401  Plain words, lists and names.
    """Return plain data in one line of words."""
    if isinstance(written, list):
        return "; ".join(flat(one) for one in written)
    if isinstance(written, dict):
        return "; ".join(f"{name}: {flat(one)}" for name, one in written.items())
    return str(written)
