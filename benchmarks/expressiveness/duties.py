"""Cases about attendance and about what the terms require."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from benchmarks.expressiveness.attempts import (
    Cannot,
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
)
from benchmarks.expressiveness.dates import (
    away,
    cel_day,
    holidays,
    numpy_day,
    rule_day,
    zen_day,
)

UNSAID = "a formula holds or it doesn't: there is no third answer"


def held(facts: Facts) -> list[Facts]:
    """Return the meetings that were held."""
    return [one for one in facts["meetings"] if one["held"]]


def running(facts: Facts, *, apologised: bool) -> bool:
    """Tell if a person was away twice running, with an apology or in any way."""
    who = facts["person"]
    return any(
        all(
            who in one["apologies"] if apologised else who not in one["present"]
            for one in pair
        )
        for pair in pairwise(held(facts))
    )


def missed(facts: Facts) -> list[date]:
    """Return the days on which an organisation had nobody there."""
    return [
        date.fromisoformat(one["day"])
        for one in facts["meetings"]
        if facts["organisation"] not in {row["organisation"] for row in one["roll"]}
    ]


def twice_in_a_year(facts: Facts) -> bool:
    """Tell if two of these days lie within a year of each other."""
    return any(
        later - one < timedelta(365) for one, later in pairwise(sorted(missed(facts)))
    )


def attended(day: str, *organisations: str) -> Facts:
    """Return a meeting with somebody there for these organisations."""
    return {"day": day, "roll": [{"organisation": one} for one in organisations]}


H = "[m for m in meetings if m.held]"
AWAY = "not some(m.roll as r, r.organisation == organisation)"
CEL_AWAY = "!{0}.roll.exists(r, r.organisation == organisation)"
RULE_AWAY = "not $any([r.organisation == organisation for r in {0}.roll])"

CASES = (
    Case(
        61,
        "Two apologies running are challenged; twice away in silence is a gap",
        "attendance/two-apologies-running",
        (0, 1, 2),
        {
            "meetings": [
                {"held": True, "present": ["alma"], "apologies": ["dee"]},
                {"held": False, "present": [], "apologies": []},
                {"held": True, "present": ["alma"], "apologies": ["dee"]},
            ]
        },
        ({"person": "dee"}, {"person": "eli"}, {"person": "alma"}),
        ("triggered", "gap in the terms", "not triggered"),
        zen=Expression(
            "h = filter(meetings as m, m.held); some([0..len(h) - 2] as i, person in"
            " h[i].apologies and person in h[i + 1].apologies) ? 'triggered' :"
            " some([0..len(h) - 2] as i, not (person in h[i].present) and not (person"
            " in h[i + 1].present)) ? 'gap in the terms' : 'not triggered'"
        ),
        cel=Expression(
            "[meetings.filter(m, m.held)].map(h, [0, 1, 2, 3, 4, 5, 6, 7].exists(i,"
            " i + 1 < size(h) && person in h[i].apologies && person in"
            " h[i + 1].apologies) ? 'triggered' : [0, 1, 2, 3, 4, 5, 6, 7].exists(i,"
            " i + 1 < size(h) && !(person in h[i].present) && !(person in"
            " h[i + 1].present)) ? 'gap in the terms' : 'not triggered')[0]",
            note="without ranges it looks at so many meetings as numbers are listed",
        ),
        rule_engine=Expression(
            f"$any([person in {H}[i].apologies and person in {H}[i + 1].apologies"
            f" for i in $range({H}.length - 1)]) ? 'triggered' :"
            f" ($any([not (person in {H}[i].present) and not (person in"
            f" {H}[i + 1].present) for i in $range({H}.length - 1)])"
            " ? 'gap in the terms' : 'not triggered')"
        ),
        conditions=Conditions(
            "whether there were two running, of either sort",
            lambda facts: {
                "apologies": running(facts, apologised=True),
                "absences": running(facts, apologised=False),
            },
            (
                ("triggered", {"apologies": ("is", True)}),
                ("gap in the terms", {"absences": ("is", True)}),
            ),
            "not triggered",
        ),
        openfisca=Formula(
            "",
            lambda _, one: (
                "triggered"
                if running(one, apologised=True)
                else "gap in the terms"
                if running(one, apologised=False)
                else "not triggered"
            ),
            prepared="its periods are months and years: a row of meetings is a list"
            " that the formula walks in Python",
        ),
        rtamt=Cannot(f"two running it can say, on an axis of meetings, but {UNSAID}"),
    ),
    Case(
        63,
        "A deputy keeps the organisation from being absent twice in a year",
        "attendance/a-deputy-keeps-the-organisation-present",
        (0, 1),
        {
            "meetings": [
                attended("2010-01-19", "County", "NHS Suffolk"),
                attended("2010-04-20", "County"),
                attended("2010-07-20", "County", "NHS Suffolk"),
            ]
        },
        ({"organisation": "NHS Suffolk"}, {"organisation": "Suffolk Probation Board"}),
        ("not triggered", "triggered"),
        zen=Expression(
            f"a = filter(meetings as m, {AWAY}); some(a as x, some(a as y, d(y.day) >"
            " d(x.day) and d(y.day) < d(x.day).add(1, 'y'))) ? 'triggered' :"
            " 'not triggered'"
        ),
        cel=Expression(
            f"meetings.exists(x, {CEL_AWAY.format('x')} && meetings.exists(y, y.day >"
            f" x.day && {CEL_AWAY.format('y')} && timestamp(y.day + 'T00:00:00Z') <"
            " timestamp(x.day + 'T00:00:00Z') + duration('8760h')))"
            " ? 'triggered' : 'not triggered'"
        ),
        rule_engine=Expression(
            f"$any([{RULE_AWAY.format('x')} and $any([y.day > x.day and"
            f" {RULE_AWAY.format('y')} and $parse_datetime(y.day) <"
            " $parse_datetime(x.day) + $parse_timedelta('P365D') for y in meetings])"
            " for x in meetings]) ? 'triggered' : 'not triggered'"
        ),
        conditions=Conditions(
            "whether two absences of the organisation lie within a year",
            lambda facts: {"twice": twice_in_a_year(facts)},
            (("triggered", {"twice": ("is", True)}),),
            "not triggered",
        ),
        openfisca=Formula(
            "",
            lambda _, one: "triggered" if twice_in_a_year(one) else "not triggered",
            prepared="a person is in one group: several meetings of the same people"
            " are a list that the formula walks in Python",
        ),
        rtamt=Cannot("absence is a count over a roll, and a year is no fixed length"),
    ),
    Case(
        67,
        "One report due to two bodies is discharged where each has it on record",
        "duties/one-report-for-two-bodies-is-recorded-at-both",
        (0, 1, 2),
        {
            "due": "2024-06-30",
            "received": [
                {"body": "council", "topic": "annual report", "day": "2024-06-11"}
            ],
        },
        (
            {"to": "council", "at": "2024-07-15"},
            {"to": "panel", "at": "2024-06-20"},
            {"to": "panel", "at": "2024-07-15"},
        ),
        ("discharged", "due", "overdue"),
        zen=Expression(
            "some(received as r, r.body == to and r.topic == 'annual report' and"
            " d(r.day) <= d(at)) ? 'discharged' : d(at) <= d(due) ? 'due' : 'overdue'"
        ),
        cel=Expression(
            "received.exists(r, r.body == to && r.topic == 'annual report' &&"
            " r.day <= at) ? 'discharged' : at <= due ? 'due' : 'overdue'"
        ),
        rule_engine=Expression(
            "$any([r.body == to and r.topic == 'annual report' and r.day <= at for r"
            " in received]) ? 'discharged' : (at <= due ? 'due' : 'overdue')"
        ),
        conditions=Conditions(
            "whether that body received it, and which day came first",
            lambda facts: {
                "received": any(
                    one["body"] == facts["to"] and one["day"] <= facts["at"]
                    for one in facts["received"]
                ),
                "over": facts["at"] > facts["due"],
            },
            (
                ("discharged", {"received": ("is", True)}),
                ("overdue", {"over": ("is", True)}),
            ),
            "due",
        ),
        openfisca=Formula(
            "received",
            lambda rows, one: (
                "discharged"
                if ((rows["body"] == one["to"]) & (rows["day"] <= one["at"])).any()
                else "due"
                if one["at"] <= one["due"]
                else "overdue"
            ),
        ),
        rtamt=Cannot(f"'due' while time still runs is such an answer: {UNSAID}"),
    ),
    Case(
        69,
        "What should be done and was not is not done; what must be is breached",
        "duties/should-is-never-a-breach",
        (0, 1),
        {"meeting": "2024-03-04", "holidays": holidays(2024), "done": None},
        (
            {"strength": "should", "at": "2024-03-12"},
            {"strength": "must", "at": "2024-03-12"},
        ),
        ("not done", "breached"),
        zen=Expression(
            f"done != null ? 'discharged' : d(at) <= d({zen_day(5, 'add')}) ? 'due' :"
            " strength == 'must' ? 'breached' : 'not done'"
        ),
        cel=Expression(
            "done != null ? 'discharged' : timestamp(at + 'T00:00:00Z') <="
            f" {cel_day(5, '+')} ? 'due' : strength == 'must' ? 'breached' : 'not done'"
        ),
        rule_engine=Expression(
            f"done != null ? 'discharged' : ($parse_datetime(at) <= {rule_day(5, '+')}"
            " ? 'due' : (strength == 'must' ? 'breached' : 'not done'))"
        ),
        conditions=Conditions(
            "the last day, and whether it is over",
            lambda facts: {
                "strength": facts["strength"],
                "done": facts["done"] is not None,
                "over": date.fromisoformat(facts["at"]) > away(facts, 5),
            },
            (
                ("discharged", {"done": ("is", True)}),
                ("breached", {"over": ("is", True), "strength": ("is", "must")}),
                ("not done", {"over": ("is", True)}),
            ),
            "due",
        ),
        openfisca=Formula(
            "",
            lambda _, one: (
                "due"
                if np.datetime64(one["at"]) <= numpy_day(one, 5)
                else {"must": "breached", "should": "not done"}[one["strength"]]
            ),
        ),
        rtamt=Cannot(f"it finds both broken: {UNSAID}"),
    ),
)
