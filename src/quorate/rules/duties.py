"""What became of a requirement, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from quorate.facts.calendar import Calendar
from quorate.facts.events import Event
from quorate.rules.duties_accounts import names_of
from quorate.rules.duties_derived import required_by, requirements
from quorate.rules.duties_evaluation import (
    Instance,
    first_day,
    happenings,
    judged,
)
from quorate.rules.duties_reasons import reason_of
from quorate.rules.duties_shapes import Terms
from quorate.rules.duties_states import (
    BREACHED,
    CANT_TELL,
    DISCHARGED,
    DORMANT,
    DUE,
    IMPOSSIBLE,
    LATE,
    NOT_DONE,
    OVERDUE,
    REMEDIED,
    TRIGGERED,
)
from quorate.rules.duties_terms import Owed
from quorate.rules.duties_times import Clock, clock
from quorate.rules.finding import Explanation, Finding, Reading, Reason
from quorate.rules.readings import readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of

WORST_FIRST = (
    BREACHED,
    OVERDUE,
    IMPOSSIBLE,
    NOT_DONE,
    CANT_TELL,
    REMEDIED,
    LATE,
    DUE,
    TRIGGERED,
    DISCHARGED,
)
"""Which state is told where several recipients' differ."""

VERDICTS = {
    BREACHED: NOT_MET,
    OVERDUE: NOT_MET,
    IMPOSSIBLE: NOT_MET,
    NOT_DONE: NOT_MET,
    CANT_TELL: UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Year:
    """A body under its terms, with what happened, seen from a moment."""

    charter: Charter
    body: str
    events: tuple[Event, ...]
    calendar: Calendar | None
    at: datetime | date
    known_at: datetime | date | None = None

    @property
    def time(self) -> Clock:
        """The body's time."""
        return clock(
            self.calendar,
            zone=self.charter.front.time_zone,
            year_starts=self.charter.front.year_starts,
        )

    def judged(self, owed: Iterable[Owed]) -> tuple[Instance, ...]:
        """Return the instances of some requirements."""
        time = self.time
        return judged(
            owed,
            happenings(self.events, time, at=self.at, known_at=self.known_at),
            time,
            body=self.body,
            at=self.at,
            printed=first_day(self.charter),
        )

    def of_rule(self, rule: Rule, subject: str, to: str = "") -> tuple[Instance, ...]:
        """
        Return a rule's instances about a subject; without one, the latest.

        `to` takes those of one recipient alone.
        """
        owed = required_by(Terms(self.charter, self.body), rule)
        if to:
            owed = tuple(one for one in owed if to in one.to)
        return about(self.judged(owed), subject)


def verdict_of(state: str) -> Verdict:
    """
    Return what a state comes to.

    Late and yet done is met, and what is not due yet is; overdue, breached and not
    done are not met, the last without blame.
    """
    return VERDICTS.get(state, MET)


def about(found: Sequence[Instance], subject: str) -> tuple[Instance, ...]:
    """Return those about a subject; without one, the latest of each requirement."""
    if subject:
        named = tuple(
            one
            for one in found
            if one.opening is not None
            and (subject in names_of(one.opening) or subject in one.owed.to)
        )
        if named:
            return named
        return tuple(one for one in found if one.opening is None)
    latest = {one.owed.key: one for one in found}
    return tuple(latest.values())


def named_by(charter: Charter, body: str, rule: str) -> tuple[Rule, ...]:
    """Return the rules that a name or a clause means, of those that require much."""
    owed = requirements(charter, body)
    found: dict[int, Rule] = {}
    for one in owed:
        meant = (one.rule.name, one.rule.clause, one.key, one.key.split("/")[0])
        if rule in ("", *meant):
            found[id(one.rule)] = one.rule
    return tuple(found.values())


def worst(found: Sequence[Instance]) -> Instance:
    """Return the one whose state is told for all."""
    order = {state: place for place, state in enumerate(WORST_FIRST)}
    return min(found, key=lambda one: order.get(one.state, len(order)))


def duty(year: Year, *, rule: str, subject: str = "", to: str = "") -> Finding:
    """
    Say what became of a requirement.

    `rule` is the name or the clause of any rule that requires something by a time;
    `subject` the meeting, matter, recipient or period that it is about, and without it
    the latest one. `to` is one recipient; of several the worst is told. The outcome is
    the state: dormant, triggered, due, overdue, discharged, discharged late, breached,
    not done, remedied, waived, excused, suspended, lapsed, impossible or unknown. A
    requirement that the terms only wish for is never breached.

    Executes: duty.strength, duty.done_by, duty.when, duty.matching, duty.topic
    """
    rules = named_by(year.charter, year.body, rule)
    if not rules:
        return silence("duty", "duty", body=year.body)
    found = [one for each in rules for one in year.of_rule(each, subject, to)]
    if not found:
        return silence("duty", "duty", body=year.body)
    if any(one.state != DORMANT for one in found):
        found = [one for one in found if one.state != DORMANT]
    told = worst(found)

    def explain() -> Explanation:
        return Explanation(
            joined([reason_of(one, year.time) for one in found]),
            readings=_readings(year, rules, subject, to),
            effect=_effect(told),
        )

    return Finding(
        "duty",
        verdict_of(told.state),
        outcome=told.state,
        clause=told.owed.rule.clause,
        explain=explain,
    )


def joined(reasons: Sequence[Reason]) -> Reason:
    """Return one reason for several: all of them."""
    if len(reasons) == 1:
        return reasons[0]
    return Reason(
        "all",
        all_of(one.verdict for one in reasons),
        reasons[0].clause if reasons else "",
        parts=tuple(reasons),
    )


def _readings(
    year: Year, rules: Iterable[Rule], subject: str, to: str
) -> tuple[Reading, ...]:
    def judge(varied: Rule) -> tuple[Verdict, str]:
        found = year.of_rule(varied, subject, to)
        if not found:
            return MET, DORMANT
        state = worst(found).state
        return verdict_of(state), state

    return tuple(one for rule in rules for one in readings_of(rule, judge))


def _effect(told: Instance) -> Reason | None:
    then = getattr(told.owed.rule, "then", "")
    failed = told.state in (BREACHED, OVERDUE, NOT_DONE)
    if not then or not failed or told.owed.rule.kind != "duty":
        return None
    return Reason("what follows", MET, told.owed.rule.clause, values={"effect": then})
