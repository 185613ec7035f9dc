"""Whether a local annex stays within the common terms that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from quorate.charter.fields import write_fields
from quorate.charter.force import ABOUT
from quorate.charter.kinds.terms import Annex
from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.rules.finding import Explanation, Finding, LeftOut, Reason, Value
from quorate.rules.readings import Answer, flat, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, Verdict

ADDS, DEPARTS, MAY = "adds to them", "departs from them", "may depart from them"
OWN = frozenset(("for", "name", "also_rests_on"))
"""What a rule says of itself, in which two texts never contradict one another."""

Departure = tuple[Rule, Rule, str]
"""A rule of the annex, the common one, and the field in which they differ."""


def annex(common: Charter, body: str, local: Charter, *, as_body: str) -> Finding:
    """
    Say whether a local annex contradicts the common terms of a body.

    `body` is what the common terms call it, `as_body` what the annex does. Two rules
    contradict one another where both are about the same thing and state a field
    differently; what one alone states only adds. The outcome is: adds to them, departs
    from them, may depart from them (the common terms allow it).

    Executes: annex.contradicts, annex.about, annex.agreed_by
    """
    rule = common.rule_of(body, Annex)
    if rule is None:
        return silence("annex", "annex", body=body)
    found = tuple(_departures(common, body, local, as_body))
    verdict, outcome = _answer(rule, found)

    def explain() -> Explanation:
        values: dict[str, Value] = {
            "about": rule.about,
            "agreed_by": rule.agreed_by or "not stated",
        }
        because = Reason(
            "the annex keeps to the common terms",
            verdict,
            rule.clause,
            left_out=tuple(
                LeftOut(f"{own.kind}.{field}", "stated otherwise", theirs.clause)
                for own, theirs, field in found
            ),
            values=values,
            parts=tuple(_told(one, verdict) for one in found),
        )
        readings = readings_of(rule, lambda varied: _answer(varied, found))
        return Explanation(because, readings=readings)

    return Finding(
        "annex", verdict, outcome=outcome, clause=rule.clause, explain=explain
    )


def _answer(rule: Annex, found: tuple[Departure, ...]) -> Answer:
    if not found:
        return MET, ADDS
    if rule.contradicts == "may":
        return MET, MAY
    if rule.contradicts == "never":
        return NOT_MET, DEPARTS
    return NOT_STATED, ""


def _departures(
    common: Charter, body: str, local: Charter, as_body: str
) -> Iterator[Departure]:
    theirs = [one for one in common.rules if body in one.bodies]
    for own in local.rules:
        if as_body not in own.bodies:
            continue
        said = write_fields(own)
        for other in theirs:
            if _subject(other) != _subject(own):
                continue
            stated = write_fields(other)
            for field in said.keys() & stated.keys() - OWN:
                if said[field] != stated[field]:
                    yield own, other, field


def _subject(rule: Rule) -> tuple[str, str]:
    """Return what a rule is about: two of one subject can contradict one another."""
    return rule.kind, str(getattr(rule, ABOUT.get(rule.kind, "name"), rule.name))


def _told(one: Departure, verdict: Verdict) -> Reason:
    own, theirs, field = one
    values: dict[str, Value] = {
        "field": field,
        "annex": flat(write_fields(own)[field]),
        "terms": flat(write_fields(theirs)[field]),
    }
    return Reason("stated otherwise", verdict, theirs.clause, values=values)
