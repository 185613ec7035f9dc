"""Why a test came out as it did: needed, had, who was counted, and what is missing."""

from __future__ import annotations

from math import ceil, floor

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Not,
    Test,
    Unit,
)
from quorate.rules.finding import LeftOut, Missing, Reason
from quorate.rules.testing import (
    Ground,
    Quantity,
    Scene,
    amount,
    counter,
    judged,
    parts_of,
    ready,
    taker,
    wanted_by,
)
from quorate.rules.verdict import NOT_MET, Verdict


def reason_for(
    test: Test,
    ground: Ground,
    scene: Scene,
    *,
    clause: str,
    left_out: tuple[LeftOut, ...] = (),
) -> Reason:
    """
    Explain a test over a scene: a tree of the same shape as the test.

    `left_out` are those whom the scene does not hold though somebody might look for
    them; they stand at the outermost reason.
    """
    if isinstance(test, All | Any | Not):
        inner = (test.test,) if isinstance(test, Not) else test.tests
        says = {All: "all", Any: "any", Not: "not"}[type(test)]
        return Reason(
            says,
            ready(test, ground)(scene),
            clause,
            left_out=left_out,
            parts=tuple(reason_for(one, ground, scene, clause=clause) for one in inner),
        )
    if isinstance(test, Compare):
        return _compared(test, ground, scene, clause, left_out)
    if isinstance(test, Includes):
        return _included(test, ground, scene, clause, left_out)
    if isinstance(test, Every):
        return _each(test, ground, scene, clause, left_out)
    return Reason(
        "judged by", judged(test, ground), clause, need=test.by, left_out=left_out
    )


def written(quantity: Quantity | Verdict) -> str | int:
    """Write a quantity exactly: a whole number, or a fraction such as 17/2."""
    if isinstance(quantity, Verdict):
        return quantity.value
    whole = int(quantity)
    return whole if whole == quantity else str(quantity)


def _compared(
    test: Compare,
    ground: Ground,
    scene: Scene,
    clause: str,
    left_out: tuple[LeftOut, ...],
) -> Reason:
    have = counter(test.left, test.unit, ground)(scene)
    need = amount(test.amount, test.unit, ground)(scene)
    entries = taker(test.left, ground)(scene)
    counted: tuple[str, ...] = ()
    again: tuple[LeftOut, ...] = ()
    if not isinstance(entries, Verdict):
        counted, again = _counted(entries, test.unit, ground)
    return Reason(
        test.comparison.value,
        ready(test, ground)(scene),
        clause,
        need=written(need),
        have=written(have),
        unit=test.unit.value,
        of=str(test.left),
        counted=counted,
        left_out=again + left_out,
        values={"amount": str(test.amount)},
    )


def _counted(
    entries: object, unit: Unit, ground: Ground
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Name who was counted, and who was not counted again."""
    counted: list[str] = []
    again: list[LeftOut] = []
    seen: set[str] = set()
    for entry in entries:  # type: ignore[attr-defined]
        if unit is Unit.PERSON:
            if entry[1] in seen:
                again.append(LeftOut(entry[0], "second seat of the same person"))
                continue
            seen.add(entry[1])
            counted.append(entry[1])
        elif unit is Unit.ORGANISATION:
            for name in sorted(parts_of([entry], unit, ground.membership)):
                if name in seen:
                    again.append(LeftOut(entry[0], "organisation already counted"))
                else:
                    seen.add(name)
                    counted.append(name)
        else:
            counted.append(entry[0])
    return tuple(sorted(counted)), tuple(sorted(again, key=lambda one: one.who))


def _included(
    test: Includes,
    ground: Ground,
    scene: Scene,
    clause: str,
    left_out: tuple[LeftOut, ...],
) -> Reason:
    entries = taker(test.of, ground)(scene)
    people = ground.membership.offices.get(test.name)
    found: list[str] = []
    stood_in: list[LeftOut] = []
    if not isinstance(entries, Verdict):
        if people is not None:
            found = sorted({e[1] for e in entries if e[1] in people and e[2]})
            stood_in = _stood_in(entries, test.name, ground)
        else:
            seats = ground.membership.seats_of(test.name)
            found = sorted({e[0] for e in entries if e[0] in seats})
    return Reason(
        "includes",
        ready(test, ground)(scene),
        clause,
        need=test.name,
        of=str(test.of),
        counted=tuple(found),
        left_out=tuple(stood_in) + left_out,
        values={"vacant": people is not None and not people},
    )


def _stood_in(entries: object, office: str, ground: Ground) -> list[LeftOut]:
    """Name the substitutes of an office's holder, who do not carry the office."""
    people = ground.membership.offices.get(office, frozenset())
    seats = {
        seat for person in people for seat in ground.membership.held_by(person)
    } | ground.membership.seats_of(office)
    return [
        LeftOut(entry[1], "a substitute does not carry the office")
        for entry in entries  # type: ignore[attr-defined]
        if entry[0] in seats and not entry[2]
    ]


def _each(
    test: Every,
    ground: Ground,
    scene: Scene,
    clause: str,
    left_out: tuple[LeftOut, ...],
) -> Reason:
    wanted = wanted_by(test, ground)
    entries = taker(test.of, ground)(scene)
    there: frozenset[str] = frozenset()
    if not isinstance(entries, Verdict):
        there = wanted & parts_of(entries, test.unit, ground.membership)
    return Reason(
        "every",
        ready(test, ground)(scene),
        clause,
        need=len(wanted),
        have=len(there),
        unit=test.unit.value,
        of=str(test.of),
        counted=tuple(sorted(there)),
        left_out=tuple(LeftOut(one, "not there") for one in sorted(wanted - there))
        + left_out,
        values={"name": test.name},
    )


def missing_for(test: Test, ground: Ground, scene: Scene) -> tuple[Missing, ...]:
    """
    Say what would still have to come for a test to be met.

    Of alternatives, one that names persons is joined into a single choice; an
    alternative that is a count is given beside it.
    """
    if ready(test, ground)(scene) is not NOT_MET:
        return ()
    if isinstance(test, All):
        return tuple(
            one for part in test.tests for one in missing_for(part, ground, scene)
        )
    if isinstance(test, Any):
        return _choice(test, ground, scene)
    if isinstance(test, Includes):
        return (Missing("one of", 1, "person", (test.name,)),)
    if isinstance(test, Every):
        reason = _each(test, ground, scene, "", ())
        names = tuple(one.who for one in reason.left_out)
        return (Missing("every one of", len(names), test.unit.value, names),)
    if isinstance(test, Compare):
        return _short(test, ground, scene)
    return ()


def _choice(test: Any, ground: Ground, scene: Scene) -> tuple[Missing, ...]:
    found = [missing_for(part, ground, scene) for part in test.tests]
    names = tuple(
        name
        for one in found
        if len(one) == 1 and one[0].what == "one of"
        for name in one[0].names
    )
    if names:
        return (Missing("one of", 1, "person", names),)
    return min((one for one in found if one), key=len, default=())


def _short(test: Compare, ground: Ground, scene: Scene) -> tuple[Missing, ...]:
    have = counter(test.left, test.unit, ground)(scene)
    need = amount(test.amount, test.unit, ground)(scene)
    if isinstance(have, Verdict) or isinstance(need, Verdict):
        return ()
    names = test.left.within
    if test.comparison is Comparison.AT_LEAST:
        return (Missing("more", ceil(need - have), test.unit.value, names),)
    if test.comparison is Comparison.MORE_THAN:
        return (Missing("more", floor(need - have) + 1, test.unit.value, names),)
    return ()
