"""Whether a body still lasts, and what its end has to deal with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from quorate.charter.kinds.terms import Ending
from quorate.facts.people import day_of
from quorate.rules.finding import Explanation, Finding, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import MET, NOT_MET, UNKNOWN

GOES_ON, ENDED = "goes on", "ended"
DISSOLVED = "dissolved"


def ending(
    terms: Ending | None,
    *,
    at: datetime | date,
    recorded: Iterable[str],
    until: date | None = None,
    body: str,
) -> Finding:
    """
    Say whether a body still lasts at a moment.

    `recorded` are the things on record, in the charter's words: that its task is done,
    or the word 'dissolved'; `until` is its last day where the front matter gives one.
    A body with an end in words only, of which nothing is on record, goes on. The
    outcome is: goes on, or ended; what the end has to deal with and is not on record
    is told.

    Executes: ending.lasts, ending.until, ending.task, ending.covers
    """
    if terms is None:
        return silence("ending", "ending", body=body)
    there = frozenset(recorded)
    verdict, outcome = _answer(terms, at, there, until)

    def explain() -> Explanation:
        values: dict[str, Value] = {"lasts": terms.lasts or "not stated"}
        if terms.task:
            values["task"] = terms.task
        last = _last(terms, until)
        if last is not None:
            values["until"] = last.isoformat()
        gone = tuple(one for one in terms.covers if one not in there)
        notes: tuple[Reason, ...] = ()
        if outcome == ENDED and gone:
            left: dict[str, Value] = {"what": gone}
            notes = (Reason("still to deal with", NOT_MET, terms.clause, values=left),)
        return Explanation(
            Reason("the body lasts", verdict, terms.clause, values=values),
            readings=readings_of(
                terms, lambda varied: _answer(varied, at, there, until)
            ),
            notes=notes,
        )

    return Finding(
        "ending", verdict, outcome=outcome, clause=terms.clause, explain=explain
    )


def _last(terms: Ending, until: date | None) -> date | None:
    return terms.until if isinstance(terms.until, date) else until


def _answer(
    terms: Ending, at: datetime | date, there: frozenset[str], until: date | None
) -> Answer:
    last = _last(terms, until)
    over = DISSOLVED in there or (terms.task != "" and terms.task in there)
    if over or (last is not None and day_of(at) > last):
        return NOT_MET, ENDED
    if terms.lasts == "until a day" and last is None:
        return UNKNOWN, ""
    return MET, GOES_ON
