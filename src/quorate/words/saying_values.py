"""The value of any field of a rule in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from quorate.charter.expressions import (
    All,
    Compare,
    Every,
    Includes,
    Judged,
    Not,
    Set,
)
from quorate.charter.expressions import (
    Any as AnyOf,
)
from quorate.charter.fields import described
from quorate.charter.kinds.membership import Line
from quorate.charter.timing import (
    MONTHS,
    AroundMeetings,
    AtMeeting,
    Beside,
    ByDay,
    ByEnd,
    Deadline,
    EveryMeeting,
    EveryPeriod,
    OnRequest,
    Times,
    Unbounded,
)
from quorate.words import numbers
from quorate.words.naming import Naming, in_words
from quorate.words.saying_tests import set_in_words, test_in_words
from quorate.words.saying_times import cadence_in_words, deadline_in_words
from quorate.words.translate import N_, Plural

TESTS = All | AnyOf | Compare | Every | Includes | Judged | Not
WHENS = Deadline | Beside | ByDay | ByEnd | AtMeeting | Unbounded
CADENCES = AroundMeetings | EveryMeeting | EveryPeriod | OnRequest | Times
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9:]{5,8}([+-][0-9:]{5})?)?")
UP_TO = Plural("up to one seat", "up to %(number)s seats", "count")
WHAT_AND_NOT_WHO = frozenset(
    {
        *("action", "after", "before", "checked_in", "contains", "decided_at"),
        *("declare", "does", "done_by", "holds", "imposes", "item", "law", "matching"),
        *("matters", "may_decide", "may_recommend", "means", "needs", "on", "remit"),
        *("requires", "reserved", "restricted", "scope", "shows_without", "stage"),
        *("steps", "term", "titled", "topic", "triggers"),
    }
)
"""Fields whose words never name a seat, office or body, though they may look so."""

BODIES_FIRST = frozenset({"bodies_met", "covers", "for", "must_have", "via"})
"""Fields that name bodies, also where a seat has the same name."""


def field_in_words(name: str, value: object, naming: Naming) -> str:
    """Return the value of the field of that name as words inside a sentence."""
    plainly = value if isinstance(value, tuple) else (value,)
    if plainly and all(isinstance(one, str) for one in plainly):
        if name == "grounds":
            # Whether one is enough or all are needed is said elsewhere.
            return "; ".join(str(one) for one in plainly)
        if name in WHAT_AND_NOT_WHO:
            return _listed(
                tuple(month_in_words(str(one), naming) or str(one) for one in plainly),
                naming,
            )
        if name in BODIES_FIRST:
            return _listed(tuple(naming.body(str(one)) for one in plainly), naming)
    return value_in_words(value, naming)


def value_in_words(value: object, naming: Naming) -> str:  # noqa: C901  One line a sort.
    """Return a value of the charter language as words inside a sentence."""
    if isinstance(value, str):
        said = month_in_words(value, naming) or naming.of(value)
        return in_words(said) if said in naming.groups else said
    if isinstance(value, bool):
        return naming.say(N_("yes") if value else N_("no"))
    if isinstance(value, int):
        return numbers.in_words(value, naming.say)
    if isinstance(value, Fraction):
        return numbers.mixed(value)
    if isinstance(value, date):
        return day_in_words(value, naming)
    if isinstance(value, TESTS):
        return test_in_words(value, naming)
    if isinstance(value, Set):
        return set_in_words(value, naming)
    if isinstance(value, WHENS):
        return deadline_in_words(value, naming)
    if isinstance(value, CADENCES):
        return cadence_in_words(value, naming)
    if isinstance(value, tuple):
        return _several(value, naming)
    return part_in_words(value, naming)


def _several(value: tuple[Any, ...], naming: Naming) -> str:
    if value and all(isinstance(one, Line) for one in value):
        return naming.say.several(tuple(_line(one, naming) for one in value))
    if value and all(isinstance(one, tuple) for one in value):
        return "; ".join(
            f"{value_in_words(name, naming)}: {words}"
            for name, held in value
            if (words := value_in_words(held, naming))
        )
    return _listed(tuple(value_in_words(one, naming) for one in value), naming)


def _listed(said: tuple[str, ...], naming: Naming) -> str:
    joined = (" and ", ",", "; ")
    if len(said) > 1 and any(mark in one for one in said for mark in joined):
        return "; ".join(said)
    return naming.say.several(said)


def _line(line: Line, naming: Naming) -> str:
    """Return a line of the membership: 'two seats for Districts'."""
    say = naming.say
    title = line.title or say.several(line.organisations) or in_words(line.seat)
    if line.places == 1 and not line.up_to:
        return title
    number = numbers.in_words(line.places, say)
    form = UP_TO if line.up_to else numbers.UNITS["seat"]
    seats = say(form, number=number, count=line.places)
    return say(N_("%(title)s (%(seats)s)"), title=title, seats=seats)


def part_in_words(value: object, naming: Naming) -> str:
    """Return what is set in under a field: each thing said, by its own name."""
    fields, held = dict(described(type(value))), stated(value)
    first, *rest = [
        field_in_words(name, one, naming)
        # A required first thing and a time explain themselves; all else needs its name.
        if isinstance(one, WHENS)
        or (not number and (fields[name].required or len(held) == 1))
        else f"{in_words(name.replace('_', '-'))}: {field_in_words(name, one, naming)}"
        for number, (name, one) in enumerate(held.items())
        # A seat goes by its title already.
        if name not in ("rests_on", "title")
    ] or [""]
    return f"{first} ({'; '.join(rest)})" if rest else first


def stated(value: object) -> Mapping[str, Any]:
    """Return the described fields that hold something, by the name in the text."""
    held = {}
    for name, _ in described(type(value)):
        attribute = name if hasattr(value, name) else f"{name}_"
        one = getattr(value, attribute)
        if one is not None and one not in ("", ()):
            held[name] = one
    return held


def month_in_words(written: str, naming: Naming) -> str:
    """Return 'April 2024' for a date of which only the month is known, else nothing."""
    if not MONTH.fullmatch(written):
        return ""
    year, month = written.split("-")
    return f"{naming.say(list(MONTHS)[int(month) - 1][0])} {year}"


def day_in_words(day: date, naming: Naming) -> str:
    """Return '7 May 2019'; a moment with its time of day."""
    month = naming.say(list(MONTHS)[day.month - 1][0])
    said = f"{day.day} {month} {day.year}"
    if isinstance(day, datetime):
        return naming.say(N_("%(day)s, %(time)s"), day=said, time=f"{day:%H:%M}")
    return said


def moment_in_words(written: str, naming: Naming) -> str:
    """Return a day or moment that a finding wrote in figures, else nothing."""
    if not MOMENT.fullmatch(written):
        return ""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return day_in_words(
        moment if "T" in written or " " in written else moment.date(), naming
    )
