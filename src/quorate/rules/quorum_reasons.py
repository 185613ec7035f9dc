"""What is told beside a quorum: what follows without it, and the sizes it rests on."""

from __future__ import annotations

from quorate.charter.expressions import sets_in
from quorate.charter.kinds.quorum import Quorum
from quorate.rules.finding import Reason
from quorate.rules.sets import Ground
from quorate.rules.verdict import MET, NOT_STATED


def follows(terms: Quorum) -> Reason:
    """Say what follows when the body is not quorate, in the terms' own words for it."""
    return Reason(
        "if not quorate",
        NOT_STATED if terms.if_not == "not stated" else MET,
        terms.clause,
        values={"effect": terms.if_not},
    )


def sizes(terms: Quorum, ground: Ground) -> tuple[Reason, ...]:
    """State seats and filled seats beside a test that counts them."""
    words = {one.word for one in sets_in(terms.needs)}
    if terms.membership is not None:
        words.add(terms.membership.word)
    if not words & {"seats", "filled", "voting", "membership"}:
        return ()
    seats, filled = ground.word("seats") or (), ground.word("filled") or ()
    return (
        Reason(
            "seats and filled seats",
            MET,
            terms.clause,
            need=len(seats),
            have=len(filled),
        ),
    )
