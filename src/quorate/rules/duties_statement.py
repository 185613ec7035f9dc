"""A compliance statement: what was required in a period, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quorate.rules.duties import Year
from quorate.rules.duties_derived import requirements
from quorate.rules.duties_evaluation import Instance
from quorate.rules.duties_reasons import reason_of
from quorate.rules.duties_states import (
    BREACHED,
    CANT_TELL,
    DISCHARGED,
    DORMANT,
    DUE,
    EXCUSED,
    IMPOSSIBLE,
    LAPSED,
    LATE,
    NOT_DONE,
    OVERDUE,
    REMEDIED,
    SUSPENDED,
    TRIGGERED,
    WAIVED,
)
from quorate.rules.duties_times import Clock
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, Verdict

MET_IN_TIME, CAME_LATE, MISSED = "met", "late", "missed"
NOT_DUE, CANNOT_TELL, LEFT_OUT = "not due", "can't tell", "left out"
CATEGORIES = (MET_IN_TIME, CAME_LATE, MISSED, NOT_DUE, CANNOT_TELL, LEFT_OUT)
CATEGORY = {
    DISCHARGED: MET_IN_TIME,
    LATE: CAME_LATE,
    REMEDIED: CAME_LATE,
    BREACHED: MISSED,
    OVERDUE: MISSED,
    IMPOSSIBLE: MISSED,
    NOT_DONE: MISSED,
    DUE: NOT_DUE,
    TRIGGERED: NOT_DUE,
    CANT_TELL: CANNOT_TELL,
    WAIVED: LEFT_OUT,
    EXCUSED: LEFT_OUT,
    SUSPENDED: LEFT_OUT,
    LAPSED: LEFT_OUT,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement of the statement, with its category."""

    category: str
    instance: Instance

    @property
    def must(self) -> bool:
        """Whether it counts as an obligation; wishes are counted apart."""
        return self.instance.owed.must


@dataclass(frozen=True, slots=True)
class Statement:
    """
    What was required, by category: met, late, missed, not due, can't tell.

    What lapsed or was let off is left out of every total, and so a notice of a meeting
    that was cancelled is never missed; that it was late stays in its history. What the
    terms only wish for is counted apart.
    """

    lines: tuple[Line, ...]

    def counts(self, *, must: bool) -> Mapping[str, int]:
        """Return how many there are of each category."""
        found = dict.fromkeys(CATEGORIES, 0)
        for line in self.lines:
            if line.must is must:
                found[line.category] += 1
        return found


def statement(
    instances: Iterable[Instance],
    time: Clock,
    *,
    first: date | None = None,
    last: date | None = None,
) -> Statement:
    """
    Return the compliance statement over the instances of a body as of some moment.

    With `first` and `last` only those are in it that concern the days between, both
    included: opened by the last, and not over before the first. A requirement that
    nothing has opened is in none.

    Executes: duty.strength
    """
    return Statement(
        tuple(
            Line(CATEGORY[one.state], one)
            for one in instances
            if one.state != DORMANT and _concerns(one, time, first, last)
        )
    )


def _concerns(
    one: Instance, time: Clock, first: date | None, last: date | None
) -> bool:
    if one.opening is None:
        return False
    if last is not None and one.opening.at >= time.ends(last):
        return False
    if first is None or CATEGORY[one.state] in (NOT_DUE, CANNOT_TELL):
        return True
    over = [one.span.since]
    if one.span.ends is not None:
        over.append(one.span.ends)
    return max(over) >= time.instant(first)


def duties(year: Year) -> Finding:
    """
    Say how a body has kept all that its terms require, by a moment.

    Met means that nothing it must do is missed. The outcome counts what it must do by
    category; what the terms only wish for stands apart, in values that begin with
    `should`.

    Executes: duty.strength
    """
    found = year.judged(requirements(year.charter, year.body))
    made = statement(found, year.time)
    musts, wishes = made.counts(must=True), made.counts(must=False)
    verdict: Verdict = NOT_MET if musts[MISSED] else MET
    values: dict[str, Value] = {}
    for category in CATEGORIES:
        name = category.replace(" ", "_").replace("can't", "cannot")
        values[name] = musts[category]
        values[f"should_{name}"] = wishes[category]

    def explain() -> Explanation:
        parts = tuple(
            reason_of(line.instance, year.time)
            for line in made.lines
            if line.category != NOT_DUE
        )
        return Explanation(Reason("requirements", verdict, values=values, parts=parts))

    return Finding(
        "duties",
        verdict,
        outcome=", ".join(
            f"{category} {musts[category]}" for category in CATEGORIES[:-1]
        ),
        explain=explain,
    )
