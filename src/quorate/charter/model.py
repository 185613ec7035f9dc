"""A charter as it was read: its text, its clauses, and the rules under them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from quorate.charter.rule import AnyRule, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quorate.charter.clauses import Clause
    from quorate.charter.front import Body, Front
    from quorate.charter.markdown import Block


@dataclass(frozen=True)
class Charter:
    """
    One document as it was adopted, for every body that it names.

    Equality is by text: two charters with the same bytes are the same charter.
    """

    text: str
    front: Front = field(compare=False)
    clauses: tuple[Clause, ...] = field(compare=False)
    rules: tuple[Rule, ...] = field(compare=False)
    blocks: tuple[Block, ...] = field(compare=False, default=())
    numbers_twice: tuple[str, ...] = field(compare=False, default=())

    @property
    def slug(self) -> str:
        """The charter's name in addresses and citations."""
        return self.front.charter

    @property
    def title(self) -> str:
        """What people call it."""
        return self.front.title

    @property
    def version(self) -> str:
        """The number of its last version; empty where it has none."""
        return self.front.versions[-1].number if self.front.versions else ""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the bytes of the text: words and rules."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def words_digest(self) -> str:
        """SHA-256 over the clauses' words alone: a revision of rules keeps it."""
        words = "\n".join(f"{one.anchor}\t{one.text}" for one in self.clauses)
        return hashlib.sha256(words.encode()).hexdigest()

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies that it names, by slug."""
        return dict(self.front.bodies)

    @cached_property
    def own_bodies(self) -> tuple[str, ...]:
        """The bodies that run under it: those not marked as outside."""
        return tuple(slug for slug, body in self.front.bodies if body.outside != "yes")

    @cached_property
    def _by_anchor(self) -> Mapping[str, Clause]:
        return {clause.anchor: clause for clause in self.clauses}

    @cached_property
    def _found(self) -> dict[tuple[str, type[Rule]], tuple[Any, ...]]:
        """Rules by body and kind: judging asks for the same few again and again."""
        return {}

    def clause(self, anchor: str) -> Clause | None:
        """Return the clause with that anchor."""
        return self._by_anchor.get(anchor)

    def part(self, anchor: str) -> tuple[Clause, ...]:
        """
        Return a clause and all that stands under it, in the order of the text.

        Under a heading stands what comes before the next one of its level or a
        higher; under other clauses, those whose anchors go on from theirs. Empty
        where there is no such clause.
        """
        first = self.clause(anchor)
        if first is None:
            return ()
        following = self.clauses[self.clauses.index(first) :]
        if not first.level:
            return tuple(
                clause
                for clause in following
                if clause is first or clause.anchor.startswith(f"{anchor}/")
            )
        end = (
            number
            for number, clause in enumerate(following)
            if number and 0 < clause.level <= first.level
        )
        return following[: next(end, len(following))]

    def cite(self, anchor: str) -> str:
        """Return what a person reads for an anchor; the anchor itself if unknown."""
        clause = self.clause(anchor)
        return clause.citation if clause else anchor

    def rules_of(
        self, body: str, kind: type[AnyRule], *, name: str = ""
    ) -> tuple[AnyRule, ...]:
        """Return the rules of a kind for a body, in the order of the text."""
        if name:
            return tuple(one for one in self.rules_of(body, kind) if one.name == name)
        if (body, kind) not in self._found:
            self._found[body, kind] = tuple(
                rule
                for rule in self.rules
                if isinstance(rule, kind) and body in rule.bodies
            )
        return self._found[body, kind]

    def rule_of(
        self, body: str, kind: type[AnyRule], *, name: str = ""
    ) -> AnyRule | None:
        """Return the first rule of a kind for a body, or None where it has none."""
        return next(iter(self.rules_of(body, kind, name=name)), None)

    def under(self, anchor: str) -> tuple[Rule, ...]:
        """Return the rules that stand under a clause, or rest on it too."""
        return tuple(
            rule
            for rule in self.rules
            if rule.clause == anchor or anchor in rule.also_rests_on
        )
