"""Whether members were asked by whoever may ask them, with time enough to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quorate.charter.kinds.deciding import Correspondence
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.consultation import Consultation
from quorate.facts.people import day_of
from quorate.rules.circles import Circle
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.notice_given import due_by
from quorate.rules.readings import Answer, readings_of
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, of

TIME_ENOUGH = "time to answer"
PROPER, TOO_SHORT, NOT_THEIRS = "properly asked", "too short", "not theirs to do"
OPENED = "consultation opened"


@dataclass(frozen=True, slots=True)
class Opened:
    """A consultation, who is who, and what is on record of its opening."""

    consultation: Consultation
    circle: Circle
    calendar: Calendar | None = None
    opened_by: str = ""


def properly_asked(terms: Correspondence, opened: Opened) -> Finding:
    """
    Say whether a consultation was opened, and given up, as the terms have it.

    Its window must be as long as they say; where they give no number of days, it must
    at least be as long as their shortest. The outcome is: properly asked, too short,
    not theirs to do.

    Executes: correspondence.window, correspondence.at_least_days,
    correspondence.opened_by, correspondence.given_up_by
    """
    verdict, outcome = _answer(terms, opened)

    def explain() -> Explanation:
        parts = tuple(_reasons(terms, opened))
        because = (
            parts[0] if parts else Reason("nothing asks how long", MET, terms.clause)
        )
        if len(parts) > 1:
            because = Reason("all", verdict, terms.clause, parts=parts)
        readings = readings_of(terms, lambda varied: _answer(varied, opened))
        return Explanation(because, readings=readings)

    return Finding(
        "asking", verdict, outcome=outcome, clause=terms.clause, explain=explain
    )


def _answer(terms: Correspondence, opened: Opened) -> Answer:
    reasons = tuple(_reasons(terms, opened))
    verdict = all_of(one.verdict for one in reasons)
    if verdict is MET:
        return MET, PROPER
    failed = [one.says for one in reasons if one.verdict is NOT_MET]
    if not failed:
        return verdict, ""
    return verdict, TOO_SHORT if TIME_ENOUGH in failed else NOT_THEIRS


def _reasons(terms: Correspondence, opened: Opened) -> Iterator[Reason]:
    if isinstance(terms.window, Deadline):
        yield _time(terms, opened, terms.window)
    elif terms.at_least_days is not None:
        least = Deadline(terms.at_least_days, "working day", "after", OPENED)
        yield _time(terms, opened, least)
    yield from _by(terms, opened, "asked by", terms.opened_by, opened.opened_by)
    if opened.consultation.given_up is not None:
        who = opened.consultation.given_up_by
        yield from _by(terms, opened, "given up by", terms.given_up_by, who)


def _time(terms: Correspondence, opened: Opened, wanted: Deadline) -> Reason:
    one = opened.consultation
    last = due_by(wanted, one.opened, opened.calendar) if one.opened else None
    values: dict[str, Value] = {"deadline": str(wanted)}
    if one.closes is not None:
        values["closes"] = day_of(one.closes).isoformat()
    if last is None or one.closes is None:
        return Reason(TIME_ENOUGH, UNKNOWN, terms.clause, values=values)
    values["due"] = last.last.isoformat()
    verdict = of(day_of(one.closes) >= last.last)
    return Reason(TIME_ENOUGH, verdict, terms.clause, values=values)


def _by(
    terms: Correspondence, opened: Opened, says: str, wanted: str, who: str
) -> Iterator[Reason]:
    if not wanted:
        return
    verdict: Verdict = UNKNOWN
    if who:
        verdict = MET if who == wanted else opened.circle.has(wanted, who)
    values: dict[str, Value] = {"by": who or "nobody on record"}
    yield Reason(says, verdict, terms.clause, need=wanted, values=values)
