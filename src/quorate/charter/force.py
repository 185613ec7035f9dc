"""Which texts a body runs under on a day, as was known at a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule


Subject = tuple[str, str, str]
"""What two rules share of which one goes before: kind, name, and what it is about."""

ABOUT = {
    "role": "role",
    "notice": "of",
    "record": "of",
    "duty": "action",
    "condition": "on",
    "register": "of",
    "defined_term": "term",
    "instrument": "titled",
    "principle": "clause",
    "legal_basis": "clause",
    "line": "clause",
    "expectation": "clause",
    "voice": "clause",
}
"""Kinds of which a body has several side by side, and the field that tells them apart.
Of all other kinds the body's own rule goes before."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """A body runs under a text for some days; how that came to be known, and when."""

    charter: Charter
    body: str
    from_: date
    until: date | None
    """The last day, itself included; None while no end is known."""

    known_from: datetime
    known_until: datetime | None = None
    """When it was closed or corrected; None while it stands."""

    revision: int = 1
    """How often its words were encoded anew; the latest that is known counts."""

    runs_as: str = ""
    """The charter's own name for the body, where that is one of many of a kind."""

    @property
    def body_in_charter(self) -> str:
        """What the charter calls the body."""
        return self.runs_as or self.body

    def known(self, at: datetime | None) -> bool:
        """Whether it stood in the record at a moment; None asks for what stands now."""
        if at is None:
            return self.known_until is None
        return self.known_from <= at and (
            self.known_until is None or at < self.known_until
        )

    def holds(self, on: date) -> bool:
        """Whether its days include this one."""
        return self.from_ <= on and (self.until is None or on <= self.until)

    def __str__(self) -> str:
        """Name the text, its version and its days."""
        number = f" {self.charter.version}" if self.charter.version else ""
        until = self.until.isoformat() if self.until else "further notice"
        return (
            f"{self.charter.slug}{number}, revision {self.revision}, for {self.body} "
            f"from {self.from_.isoformat()} until {until}"
        )


@dataclass(frozen=True, slots=True)
class TextInForce:
    """A text that a body runs under, or the part of another that it takes over."""

    adoption: Adoption
    rules: tuple[Rule, ...]
    """Those for the body, by the body's own name."""

    taken_over: str = ""
    """The anchor of the part taken over; empty for a text of the body's own."""

    displaced: tuple[Rule, ...] = ()
    """Rules of the part before which the body's own of the same kind go."""

    missing: tuple[str, ...] = ()
    """Parts of other texts that it takes over and of which none is in force."""


@dataclass(frozen=True, slots=True)
class NotStated:
    """No text is in force: a gap, never filled by the nearest version."""

    body: str
    on: date
    ended: Adoption | None
    """The last text before the day, as far as known."""

    begins: Adoption | None
    """The next text after it."""


def in_force(
    adoptions: Sequence[Adoption],
    body: str,
    on: date,
    known_at: datetime | None = None,
) -> tuple[TextInForce, ...] | NotStated:
    """
    Return every text that a body runs under on a day.

    `known_at` asks as was known then; None takes the record as it stands. The body's
    own texts come first, then the parts of others that they take over by `uses`, as
    those are in force on the day; a rule of such a part gives way to the body's own
    of the same kind about the same thing. Raises `ValueError`, saying which, where
    two versions of one text overlap.
    """
    known = [one for one in adoptions if one.known(known_at)]
    of_body = [one for one in known if one.body == body]
    check_overlaps(of_body)
    own = _latest(one for one in of_body if one.holds(on))
    if not own:
        return NotStated(
            body,
            on,
            max(
                (one for one in of_body if one.until is not None and one.until < on),
                key=lambda one: one.until or on,
                default=None,
            ),
            min(
                (one for one in of_body if one.from_ > on),
                key=lambda one: one.from_,
                default=None,
            ),
        )
    rules = {one.charter.slug: _rules_for(one) for one in own}
    subjects = frozenset(_subject(rule) for each in rules.values() for rule in each)
    texts: list[TextInForce] = []
    parts: list[TextInForce] = []
    for one in own:
        missing = []
        for use in one.charter.front.uses:
            part = _part(known, use, on, body, subjects)
            if part is None:
                missing.append(use)
            else:
                parts.append(part)
        texts.append(TextInForce(one, rules[one.charter.slug], missing=tuple(missing)))
    return (*texts, *parts)


def check_overlaps(adoptions: Iterable[Adoption]) -> None:
    """
    Raise `ValueError`, saying which, where two versions of one text share a day.

    Revisions of the same version may: of those the latest counts.
    """
    order = sorted(
        adoptions, key=lambda one: (one.body, one.charter.slug, one.from_, one.revision)
    )
    for first, second in pairwise(_merged(order)):
        same = (first.body, first.charter.slug) == (second.body, second.charter.slug)
        if same and (first.until is None or second.from_ <= first.until):
            raise ValueError(f"two versions overlap: {first}; and {second}")


def _merged(order: Sequence[Adoption]) -> list[Adoption]:
    """Join the revisions of one version that follow each other into one stretch."""
    merged: list[Adoption] = []
    for one in order:
        before = merged[-1] if merged else None
        if before is None or not _revises(one, before):
            merged.append(one)
        elif before.until is not None and (
            one.until is None or one.until > before.until
        ):
            merged[-1] = replace(before, until=one.until)
    return merged


def _revises(one: Adoption, before: Adoption) -> bool:
    return (
        one.body == before.body
        and one.charter.slug == before.charter.slug
        and one.charter.version == before.charter.version
        and one.charter.words_digest == before.charter.words_digest
        and one.revision != before.revision
    )


def _latest(adoptions: Iterable[Adoption]) -> list[Adoption]:
    """Return one adoption for each charter: that of its latest revision."""
    found: dict[str, Adoption] = {}
    for one in adoptions:
        there = found.get(one.charter.slug)
        if there is None or one.revision > there.revision:
            found[one.charter.slug] = one
    return [found[slug] for slug in sorted(found)]


def _rules_for(adoption: Adoption) -> tuple[Rule, ...]:
    name = adoption.body_in_charter
    return tuple(
        rule if name == adoption.body else replace(rule, bodies=(adoption.body,))
        for rule in adoption.charter.rules
        if name in rule.bodies
    )


def _part(
    known: Sequence[Adoption], use: str, on: date, body: str, own: frozenset[Subject]
) -> TextInForce | None:
    slug, _, anchor = use.partition("#")
    there = [one for one in known if one.charter.slug == slug and one.holds(on)]
    versions = {one.charter.words_digest: one for one in there}
    if len(versions) > 1:
        first, second, *_ = versions.values()
        raise ValueError(f"'{use}' can mean two versions: {first}; and {second}")
    if not there:
        return None
    adoption = max(there, key=lambda one: one.revision)
    charter = adoption.charter
    clauses = charter.part(anchor) if anchor else charter.clauses
    if not clauses:
        return None
    anchors = {clause.anchor for clause in clauses}
    rules = [
        replace(rule, bodies=(body,))
        for rule in charter.rules
        if rule.clause in anchors
    ]
    return TextInForce(
        adoption,
        tuple(rule for rule in rules if _subject(rule) not in own),
        anchor,
        tuple(rule for rule in rules if _subject(rule) in own),
    )


def _subject(rule: Rule) -> Subject:
    return rule.kind, rule.name, str(getattr(rule, ABOUT.get(rule.kind, "kind")))
