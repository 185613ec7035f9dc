"""Deadlines and cadences of the charter language in words."""

from __future__ import annotations

from quorate.charter.timing import (
    MONTHS,
    AroundMeetings,
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Cadence,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
    When,
)
from quorate.words import numbers
from quorate.words.naming import Naming
from quorate.words.translate import N_, Plural

UNITS = {
    "hour": Plural("%(number)s hour", "%(number)s hours", "count"),
    "day": Plural("%(number)s day", "%(number)s days", "count"),
    "working day": Plural("%(number)s working day", "%(number)s working days", "count"),
    "clear day": Plural("%(number)s clear day", "%(number)s clear days", "count"),
    "clear working day": Plural(
        "%(number)s clear working day", "%(number)s clear working days", "count"
    ),
    "week": Plural("%(number)s week", "%(number)s weeks", "count"),
    "month": Plural("%(number)s month", "%(number)s months", "count"),
    "year": Plural("%(number)s year", "%(number)s years", "count"),
}
ORDINAL_DAYS = {
    "day": N_("by the %(nth)s day before %(event)s"),
    "working day": N_("by the %(nth)s working day before %(event)s"),
}
PERIODS = {
    "week": Plural("every week", "every %(number)s weeks", "count"),
    "month": Plural("every month", "every %(number)s months", "count"),
    "quarter": Plural("every quarter", "every %(number)s quarters", "count"),
    "year": Plural("every year", "every %(number)s years", "count"),
    "term": Plural("every term", "every %(number)s terms", "count"),
}
SIDES = {
    "before": N_("before each meeting of %(body)s"),
    "after": N_("after each meeting of %(body)s"),
    "before and after": N_("before and after each meeting of %(body)s"),
}
BESIDE = {
    "before": N_("before %(event)s"),
    "on": N_("on the day of %(event)s"),
    "with": N_("at the same time as %(event)s"),
}
ENDS = {
    "the year": N_("by the end of the year"),
    "each quarter": N_("by the end of each quarter"),
    "the month": N_("by the end of the month"),
}
UNBOUNDED = {
    "within a reasonable time": N_("within a reasonable time"),
    "promptly": N_("promptly"),
    "from time to time": N_("from time to time"),
    "regularly": N_("regularly"),
    "as needed": N_("as needed"),
}
PARTICIPLES = frozenset({"held", "made", "given", "sent", "taken", "put", "left"})


def event(words: str, naming: Naming) -> str:
    """
    Return something that happens as a clause: 'the meeting', 'the minutes are agreed'.

    The event kinds of the language are a noun and, often, what was done to it.
    """
    if words.startswith(("the ", "a ", "an ", "each ")):
        return words
    noun, done = _parted(words)
    if not done:
        return naming.say(N_("the %(noun)s"), noun=noun)
    form = N_("the %(noun)s are %(done)s")
    if not noun.endswith("s") or noun.endswith("ss"):
        form = N_("the %(noun)s is %(done)s")
    return naming.say(form, noun=noun, done=done)


def _parted(words: str) -> tuple[str, str]:
    """Part a noun from what was done to it; from a noun alone, nothing."""
    noun, _, last = words.rpartition(" ")
    is_done = noun and (last.endswith("ed") or last in PARTICIPLES)
    return (noun, last) if is_done else (words, "")


def deadline_in_words(when: When, naming: Naming) -> str:
    """Return by when: 'by the fourth working day before the meeting'."""
    say = naming.say
    if isinstance(when, Deadline):
        said = _counted(when, naming)
        if when.issue_on == "working day":
            said = say(N_("%(when)s, on a working day"), when=said)
        return said
    if isinstance(when, Beside):
        form = BESIDE[when.how]
        if when.how == "on" and _parted(when.event)[1]:
            form = N_("on the day when %(event)s")
        return say(form, event=event(when.event, naming))
    if isinstance(when, ByDay):
        month = list(MONTHS)[when.month - 1][0]
        return say(N_("by %(day)s %(month)s"), day=when.day, month=say(month))
    if isinstance(when, ByEnd):
        return say(ENDS[when.period])
    if isinstance(when, AtMeeting):
        return _meeting(when, naming)
    return _unbounded(when, naming)


def _counted(when: Deadline, naming: Naming) -> str:
    say = naming.say
    span = span_in_words(when, naming)
    happens = event(when.event, naming)
    if not when.amount:
        form = N_("by the day of %(event)s")
        if _parted(when.event)[1]:
            form = N_("by the day when %(event)s")
        return say(form, event=happens)
    if when.side == "after":
        return say(N_("within %(span)s after %(event)s"), span=span, event=happens)
    if when.unit in ORDINAL_DAYS:
        nth = numbers.ordinal(when.amount, say)
        if when.amount == 1:
            nth = say(N_("last"))
        return say(ORDINAL_DAYS[when.unit], nth=nth, event=happens)
    return say(N_("at least %(span)s before %(event)s"), span=span, event=happens)


def span_in_words(when: When, naming: Naming) -> str:
    """Return the length alone: 'three years'; of other deadlines the whole phrase."""
    if not isinstance(when, Deadline):
        return deadline_in_words(when, naming)
    number = numbers.in_words(when.amount, naming.say)
    return naming.say(UNITS[when.unit], number=number, count=when.amount)


def _meeting(when: AtMeeting, naming: Naming) -> str:
    each = when.body == "each recipient"
    body = naming.say(N_("each recipient")) if each else naming.of(when.body)
    form = N_("at the next meeting of %(body)s")
    if when.before:
        form = N_("before the next meeting of %(body)s")
    return naming.say(form, body=body)


def _unbounded(when: Unbounded, naming: Naming) -> str:
    return naming.say(UNBOUNDED.get(when.words, when.words))


def cadence_in_words(cadence: Cadence, naming: Naming) -> str:
    """Return how often: 'every two months', 'at least four times a year'."""
    say = naming.say
    if isinstance(cadence, Times):
        often = {1: N_("once a year"), 2: N_("twice a year")}.get(
            cadence.number, N_("%(number)s times a year")
        )
        said = say(often, number=numbers.in_words(cadence.number, say))
        return say(N_("at least %(often)s"), often=said) if cadence.at_least else said
    if isinstance(cadence, EveryPeriod):
        number = numbers.in_words(cadence.number, say)
        return say(PERIODS[cadence.period], number=number, count=cadence.number)
    if isinstance(cadence, AroundMeetings):
        return say(SIDES[cadence.side], body=naming.of(cadence.body))
    if isinstance(cadence, EveryMeeting):
        if not cadence.body:
            return say(N_("at every meeting"))
        body = naming.of(cadence.body)
        return say(N_("at every meeting of %(body)s"), body=body)
    if isinstance(cadence, OnRequest):
        if not cadence.of:
            return say(N_("on request"))
        return say(N_("when %(who)s asks"), who=naming.of(cadence.of))
    return _unbounded(cadence, naming)
