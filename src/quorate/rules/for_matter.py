"""Which of several rules is for a matter: one that names it, else one for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum

OfMatters = TypeVar("OfMatters", Quorum, Decision)


def for_matter(rules: Sequence[OfMatters], matter: str) -> OfMatters | None:
    """
    Return the rule for a matter, or None where there is none.

    A rule that names the matter goes before one for all business; the first in the
    order of the text is taken. A rule for other matters is never taken.

    Executes: quorum.matters, decision.matters
    """
    if matter:
        for rule in rules:
            if matter in rule.matters:
                return rule
    return next((one for one in rules if not one.matters), None)
