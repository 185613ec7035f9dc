"""
A finding in words, in three lengths: a line, a paragraph, the whole.

One renderer for every question: it reads what each reason says, needs and has, who
was counted and who was left out, and looks the sentence up in a table. A key that the
tables do not have is said in its own words: no finding is too new to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quorate.charter.model import Charter
from quorate.rules.finding import Finding
from quorate.words.naming import Naming, sentence
from quorate.words.saying_findings import Speaker
from quorate.words.saying_reasons import turned
from quorate.words.translate import ENGLISH, N_, Translation

Told = Finding | Mapping[str, Any]
"""A finding, or what its `as_data()` returned, here or in another program."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the whole explanation; `level` counts from 0, inwards."""

    level: int
    text: str


def line(
    finding: Told,
    charter: Charter | None = None,
    *,
    names: Mapping[str, str] | None = None,
    say: Translation = ENGLISH,
) -> str:
    """
    Say in one line what the terms say, and under which clause.

    'QUORATE: 6 present, 5 needed; the vice-chair is here (Membership, "...")'. Where
    something is missing, the line says that instead of what was counted. `names`
    gives people by their codes; without a charter clauses are cited by anchor.
    """
    data = _data(finding)
    speaker = _speaker(data, charter, names, say)
    cited = speaker.naming.cite(data["clause"])
    said = speaker.gist()
    head = speaker.head()
    if said and cited:
        form = N_("%(head)s: %(said)s (%(clause)s)")
    elif said:
        form = N_("%(head)s: %(said)s")
    else:
        form = N_("%(head)s (%(clause)s)") if cited else N_("%(head)s")
    return say(form, head=head, said=said, clause=cited)


def paragraph(
    finding: Told,
    charter: Charter | None = None,
    *,
    names: Mapping[str, str] | None = None,
    say: Translation = ENGLISH,
) -> str:
    """
    Say what the terms say in a paragraph of whole sentences.

    The outcome, what was needed and had, who was not counted and why, what is still
    missing, what follows, on which interpretations it turns, and what else a reader
    should know.
    """
    data = _data(finding)
    speaker = _speaker(data, charter, names, say)
    return " ".join(sentence(one) for one in speaker.sentences() if one)


def whole(
    finding: Told,
    charter: Charter | None = None,
    *,
    names: Mapping[str, str] | None = None,
    say: Translation = ENGLISH,
) -> tuple[Line, ...]:
    """Return the whole tree of why, one line a step, each with its level."""
    data = _data(finding)
    speaker = _speaker(data, charter, names, say)
    return tuple(_lines(speaker, data))


def _data(finding: Told) -> Mapping[str, Any]:
    return finding.as_data() if isinstance(finding, Finding) else finding


def _speaker(
    data: Mapping[str, Any],
    charter: Charter | None,
    names: Mapping[str, str] | None,
    say: Translation,
) -> Speaker:
    return Speaker(data, Naming(charter, names or {}, say))


def _lines(speaker: Speaker, data: Mapping[str, Any]) -> Iterator[Line]:
    say = speaker.naming.say
    yield Line(0, sentence(speaker.headline()))
    yield from _tree(speaker, data["because"], 1, "")
    if data["missing"]:
        wanting = speaker.missing()
        yield Line(1, sentence(say(N_("still missing: %(what)s"), what=wanting)))
    if "effect" in data:
        yield from _tree(speaker, data["effect"], 1, "")
    for reading in data["interpretations"]:
        told = speaker.reading(reading)
        yield Line(1, sentence(told[0]))
        yield from (Line(2, sentence(one)) for one in told[1:])
    for note in data.get("notes", ()):
        yield from _tree(speaker, note, 1, "")


def _tree(
    speaker: Speaker, reason: Mapping[str, Any], level: int, above: str
) -> Iterator[Line]:
    """Yield a step with all below it; a clause is cited where it is another one."""
    reason = turned(reason)
    clause = reason.get("clause", "")
    said = speaker.reasons.step(reason)
    cited = speaker.naming.cite(clause) if clause != above else ""
    if cited:
        say = speaker.naming.say
        said = say(N_("%(said)s (%(clause)s)"), said=said, clause=cited)
    yield Line(level, sentence(said))
    for about in speaker.reasons.people(reason):
        yield Line(level + 1, sentence(about))
    for part in reason.get("parts", ()):
        yield from _tree(speaker, part, level + 1, clause)
