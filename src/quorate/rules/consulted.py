"""Who must be asked before something is final, and whether that has been done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from quorate.charter.kinds.authority import Consultee
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.events import Event
from quorate.facts.people import as_known, day_of, not_after
from quorate.rules.deadlines import last_day
from quorate.rules.finding import Explanation, Finding, Missing, Reason, Value
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of

ASKED, ANSWERED = "consulted", "response received"
LETS_GO = ("no veto", "assent")


def consultees(
    terms: Iterable[Consultee],
    *,
    matter: str,
    subject: str,
    events: tuple[Event, ...],
    calendar: Calendar | None,
    at: datetime,
    known_at: datetime | None = None,
) -> Finding:
    """
    Say if a matter may become final as far as those to be consulted go.

    `matter` is the sort of matter in the charter's words, `subject` the one in hand,
    by which events are matched; `at` is a moment in the body's time. The outcome is:
    answered, no answer in time, waiting, not asked, or nobody to ask. Silence is no
    veto where the terms say so; where they say nothing, no answer leaves it unknown
    whether the matter can go on.

    Executes: consultee.consults, consultee.on, consultee.window, consultee.silence
    """
    known = [
        one
        for one in as_known(events, known_at)
        if subject in ("", one.subject)
        and one.happened is not None
        and not_after(one.happened, at)
    ]
    told = [
        _of(rule, body, known, calendar, at)
        for rule in terms
        if matter in rule.on
        for body in rule.consults
    ]
    if not told:
        none = Reason("nobody to consult", MET, values={"matter": matter})
        return Finding(
            "consultee", MET, outcome="nobody to ask", explain=lambda: Explanation(none)
        )
    reasons = tuple(reason for reason, _ in told)
    verdict = all_of(one.verdict for one in reasons)
    outcome = next(word for reason, word in told if reason.verdict is verdict)
    because = (
        reasons[0]
        if len(reasons) == 1
        else Reason("all", verdict, reasons[0].clause, parts=reasons)
    )
    waiting = tuple(
        str(reason.values["body"]) for reason, _ in told if reason.verdict is not MET
    )
    missing = (Missing("a response from", len(waiting), "body", waiting),)
    return Finding(
        "consultee",
        verdict,
        outcome=outcome,
        clause=reasons[0].clause,
        explain=lambda: Explanation(because, missing if waiting else ()),
    )


def _of(
    rule: Consultee,
    body: str,
    events: list[Event],
    calendar: Calendar | None,
    at: datetime,
) -> tuple[Reason, str]:
    """Judge one body to be consulted: its reason and the word for where it stands."""
    asked = next((e for e in events if e.kind == ASKED and e.body == body), None)
    values: dict[str, Value] = {"body": body, "silence": rule.silence or "not stated"}
    if asked is None or asked.happened is None:
        return Reason("not asked", NOT_MET, rule.clause, values=values), "not asked"
    answer = next(
        (e for e in events if e.kind == ANSWERED and body in (e.by, e.body)), None
    )
    if answer is not None:
        values["response"] = answer.topic or "given"
        return Reason("responded", MET, rule.clause, values=values), "answered"
    due = _due(rule, asked, calendar)
    if due:
        values["due"] = due
    if not due:
        return Reason("waits for a response", UNKNOWN, rule.clause, values=values), (
            "waiting"
        )
    if day_of(at).isoformat() <= due:
        return Reason("waits for a response", NOT_MET, rule.clause, values=values), (
            "waiting"
        )
    verdict: Verdict = UNKNOWN
    if rule.silence in LETS_GO:
        verdict = MET
    elif rule.silence == "blocks":
        verdict = NOT_MET
    reason = Reason("no response in time", verdict, rule.clause, values=values)
    return reason, "no answer in time"


def _due(rule: Consultee, asked: Event, calendar: Calendar | None) -> str:
    """Return the last day to answer; a day named when asking goes before the terms'."""
    named = asked.key("due")
    if named:
        return named
    if isinstance(rule.window, Deadline) and calendar and asked.happened is not None:
        return last_day(rule.window, day_of(asked.happened), calendar).isoformat()
    return ""
