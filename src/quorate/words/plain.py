"""
Every rule in plain English, to stand under its sentence.

The rows of `plain_tables` say it; a field that no row covers, because it is newer
than the tables, is said by the language's own description of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from quorate.charter.fields import attribute, described
from quorate.charter.model import Charter
from quorate.charter.rule import Interpretation, Rule
from quorate.charter.timing import Deadline
from quorate.words.naming import Naming, in_words, sentence
from quorate.words.plain_row import Row, Rows
from quorate.words.plain_tables import (
    authority,
    deciding,
    duties,
    meetings,
    membership,
    quorum,
    terms,
)
from quorate.words.plain_tables.every import EVERY
from quorate.words.saying_times import span_in_words
from quorate.words.saying_values import field_in_words, stated, value_in_words
from quorate.words.translate import ENGLISH, N_, Translation

TABLES: Rows = {
    **membership.PLAIN,
    **quorum.PLAIN,
    **deciding.PLAIN,
    **authority.PLAIN,
    **meetings.PLAIN,
    **duties.PLAIN,
    **terms.PLAIN,
}
CITED = frozenset({"also_rests_on", "rests_on"})
"""Fields that hold anchors."""

ONE_OF_THEM = frozenset({"asked_partner_records", "unless"})
"""Fields of whose values one is enough."""


def plain(
    rule: Rule, charter: Charter | None = None, *, say: Translation = ENGLISH
) -> tuple[str, ...]:
    """
    Return what a rule says, in whole sentences.

    An interpretation is named as one right after the sentence that it fills, with
    its reason and with what another reading would make of that sentence. With the
    charter, seats, offices and bodies go by what people call them.
    """
    return tuple(sentence(one) for one in _said(rule, Naming(charter, say=say)))


def _said(rule: Rule, naming: Naming) -> Iterator[str]:
    held = _held(rule)
    for row in _rows(rule, held):
        text = _sentence(row, rule, held, naming)
        if not text:
            continue
        yield text
        for reading in rule.interpretations:
            if reading.field in row.fields:
                yield from _interpreted(reading, row, rule, naming)


def _held(rule: Rule) -> Mapping[str, Any]:
    """Return what a rule states; a membership's rows are said though not described."""
    held = dict(stated(rule))
    if lines := getattr(rule, "lines", ()):
        held["lines"] = lines
    return held


def _rows(rule: Rule, held: Mapping[str, Any]) -> Iterator[Row]:
    """Yield a row for every field that is stated, none of them twice."""
    said: set[str] = set()
    every = {name for row in EVERY for name in row.fields}
    for row in (*TABLES.get(rule.kind, ()), *_others(rule, every), *EVERY):
        if set(row.fields) <= set(held) and not said & set(row.fields):
            said |= set(row.fields)
            yield row


def _others(rule: Rule, every: set[str]) -> Iterator[Row]:
    """Yield a row for each field from its description, for want of a better one."""
    for name, about in described(type(rule)):
        if name not in every:
            meaning = about.meaning.replace("%", "%%")
            yield Row((name,), f"{meaning}: %({name})s")


def _sentence(row: Row, rule: Rule, held: Mapping[str, Any], naming: Naming) -> str:
    first = held[row.fields[0]]
    form = row.sentence(str(first) if isinstance(first, int) else first)
    if not form and not row.varies:
        return ""
    if not form and str(first) not in row.varies:
        # A new word for a choice: say it by the field's description.
        about = dict(described(type(rule)))[row.fields[0]]
        return f"{about.meaning}: {value_in_words(first, naming)}"
    gaps: dict[str, str] = {}
    for name in row.fields:
        gaps[name] = _value(name, held[name], naming)
        if isinstance(held[name], Deadline):
            gaps[f"{name}_span"] = span_in_words(held[name], naming)
        gaps.setdefault(f"{name}_span", gaps[name])
    return naming.say(form, **gaps)


def _value(name: str, value: object, naming: Naming) -> str:
    if name in CITED and isinstance(value, tuple):
        return "; ".join(naming.cite(one) for one in value)
    if name in ONE_OF_THEM and isinstance(value, tuple):
        return naming.say.several(value, choice=True)
    return field_in_words(name, value, naming)


def _interpreted(
    reading: Interpretation, row: Row, rule: Rule, naming: Naming
) -> Iterator[str]:
    """Say that a value is an interpretation, why, and what else could be read."""
    say = naming.say
    if len(row.fields) == 1:
        form = N_("this is an interpretation: %(because)s")
    else:
        form = N_("here ‘%(field)s’ is an interpretation: %(because)s")
    field = in_words(reading.field.replace("_", "-"))
    yield say(form, field=field, because=reading.because)
    held = attribute(type(rule), reading.field)
    for other in reading.others:
        # The same row first, so that the two sentences can be held side by side.
        varied = replace(rule, **{held: other})
        text = _sentence(row, varied, _held(varied), naming)
        form = N_("it could also be read so: %(text)s")
        yield say(form, text=text or value_in_words(other, naming))
    if not reading.others:
        yield say(N_("no other reading is recorded"))
