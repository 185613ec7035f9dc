"""Cases about working days and about how often a body meets."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from benchmarks.expressiveness.attempts import (
    Cannot,
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
    Trace,
)
from quorate.cli.shelf import library

CALENDAR = library().shelf.calendars["england-and-wales"]


def holidays(*years: int) -> list[Facts]:
    """Return the holidays of some years, each with the day it was proclaimed."""
    return [
        {
            "day": one.day.isoformat(),
            "proclaimed": (one.proclaimed or FIRST).isoformat(),
        }
        for one in CALENDAR.holidays
        if one.day.year in years and one.withdrawn is None
    ]


FIRST = date(1971, 12, 16)
"""What is long settled was proclaimed before any meeting here."""


def known(facts: Facts) -> list[str]:
    """Return the holidays that were known on the day a question says."""
    by = facts.get("known", "9999-12-31")
    return [one["day"] for one in facts["holidays"] if one["proclaimed"] <= by]


def working(day: date, facts: Facts) -> bool:
    """Tell if a day is a working day."""
    return day.weekday() < 5 and day.isoformat() not in known(facts)


def away(facts: Facts, number: int) -> date:
    """Return the working day so many after the meeting, or before it if negative."""
    day, step = date.fromisoformat(facts["meeting"]), timedelta(1 if number > 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= working(day, facts)
    return day


def on_axis(facts: Facts) -> tuple[dict[str, list[float]], int]:
    """Lay the meeting and the publication on an axis of working days."""
    start = date.fromisoformat(facts["meeting"]) - timedelta(60)
    axis = [
        day for day in (start + timedelta(n) for n in range(120)) if working(day, facts)
    ]
    # A day that is no working day falls to the one before it.
    done = date.fromisoformat(facts["done"])
    published = max(n for n, day in enumerate(axis) if day <= done)
    meeting = axis.index(date.fromisoformat(facts["meeting"]))
    signal = [1.0 if n == published else 0.0 for n in range(len(axis))]
    return {"published": signal}, meeting


ALL_PREPARED = "the last day, which is all there is to work out"
AXIS = "days laid on an axis of working days, for each calendar and day of knowledge"


def zen_day(number: int, direction: str, known_by: str = "") -> str:
    """Return ZEN's phrase for the working day so many before or after the meeting."""
    out = (
        f"filter(holidays as h, d(h.proclaimed) <= d({known_by}))"
        if known_by
        else ("holidays")
    )
    return (
        f"filter(map([1..40], d(meeting).{direction}(#, 'd').format('%Y-%m-%d')) as t,"
        f" d(t).weekday() < 6 and not some({out} as h, h.day == t))[{number - 1}]"
    )


def cel_day(number: int, sign: str, known_by: str = "") -> str:
    """Return CEL's phrase for the same; it has no ranges, so the days are listed."""
    days = ", ".join(map(str, range(1, 31)))
    late = f" && h.proclaimed <= {known_by}" if known_by else ""
    return (
        f"[{days}].map(i, timestamp(meeting + 'T00:00:00Z') {sign}"
        " duration(string(i * 24) + 'h')).filter(t, t.getDayOfWeek() in [1, 2, 3, 4, 5]"
        " && !holidays.exists(h, timestamp(h.day + 'T00:00:00Z') =="
        f" t{late}))[{number - 1}]"
    )


def rule_day(number: int, sign: str, known_by: str = "") -> str:
    """Return rule-engine's phrase for the same."""
    late = f" if h.proclaimed <= {known_by}" if known_by else ""
    return (
        f"[t for t in [$parse_datetime(meeting) {sign} $parse_timedelta('P' + i.to_str"
        " + 'D') for i in $range(1, 40)] if not (t.weekday in ['Saturday', 'Sunday'])"
        f" and not (t in [$parse_datetime(h.day) for h in holidays{late}])]"
        f"[{number - 1}]"
    )


def numpy_day(one: Facts, number: int) -> np.datetime64:
    """Return the same by NumPy, which a formula of OpenFisca can call."""
    days = np.array(known(one), dtype="datetime64[D]")
    start = np.datetime64(one["meeting"])
    found: np.datetime64 = np.busday_offset(start, number, holidays=days)
    return found


def quarter(day: str) -> int:
    """Number the quarters of all years."""
    return int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3


def quarters(facts: Facts) -> list[int]:
    """Return the quarter of each meeting held by now."""
    return [quarter(one) for one in facts["meetings"] if one <= facts["at"]]


def said(late: object) -> str:
    """Write whether it was late."""
    return "late" if late else "on time"


CASES = (
    Case(
        48,
        "Four working days before a Tuesday after a bank holiday",
        "dates/four-working-days-before-a-tuesday-after-a-bank-holiday",
        (0, 1, 2),
        {"meeting": "2019-05-07", "holidays": holidays(2019)},
        ({"done": "2019-04-29"}, {"done": "2019-04-30"}, {"done": "2019-05-01"}),
        ("on time", "on time", "late"),
        zen=Expression(f"d(done) <= d({zen_day(4, 'sub')}) ? 'on time' : 'late'"),
        cel=Expression(
            f"timestamp(done + 'T00:00:00Z') <= {cel_day(4, '-')} ? 'on time' : 'late'"
        ),
        rule_engine=Expression(
            f"$parse_datetime(done) <= {rule_day(4, '-')} ? 'on time' : 'late'"
        ),
        conditions=Cannot(ALL_PREPARED),
        openfisca=Formula(
            "",
            lambda _, one: said(np.datetime64(one["done"]) > numpy_day(one, -4)),
        ),
        rtamt=Trace("once[4:60](published >= 0.5)", AXIS, on_axis, "on time", "late"),
    ),
    Case(
        49,
        "A holiday proclaimed late: on time as known then, late by a day as known now",
        "dates/a-holiday-proclaimed-after-the-agenda-was-planned",
        (0, 1, 2),
        {"meeting": "2022-09-20", "holidays": holidays(2022)},
        (
            {"done": "2022-09-12", "known": "2022-09-09"},
            {"done": "2022-09-12", "known": "2022-12-31"},
            {"done": "2022-09-11", "known": "2022-12-31"},
        ),
        ("on time", "late", "on time"),
        zen=Expression(
            f"d(done) < d({zen_day(5, 'sub', 'known')}) ? 'on time' : 'late'"
        ),
        cel=Expression(
            f"timestamp(done + 'T00:00:00Z') < {cel_day(5, '-', 'known')}"
            " ? 'on time' : 'late'"
        ),
        rule_engine=Expression(
            f"$parse_datetime(done) < {rule_day(5, '-', 'known')} ? 'on time' : 'late'"
        ),
        conditions=Cannot(ALL_PREPARED),
        openfisca=Formula(
            "",
            lambda _, one: said(np.datetime64(one["done"]) >= numpy_day(one, -5)),
            prepared="which holidays were known: its values are dated by when they"
            " hold, not by when they were known",
        ),
        rtamt=Trace("once[6:60](published >= 0.5)", AXIS, on_axis, "on time", "late"),
    ),
    Case(
        50,
        "Ten working days after 18 December",
        "dates/ten-working-days-over-christmas",
        (0, 1),
        {"meeting": "2025-12-18", "holidays": holidays(2025, 2026)},
        ({"done": "2026-01-06"}, {"done": "2026-01-07"}),
        ("on time", "late"),
        zen=Expression(f"d(done) <= d({zen_day(10, 'add')}) ? 'on time' : 'late'"),
        cel=Expression(
            f"timestamp(done + 'T00:00:00Z') <= {cel_day(10, '+')} ? 'on time' : 'late'"
        ),
        rule_engine=Expression(
            f"$parse_datetime(done) <= {rule_day(10, '+')} ? 'on time' : 'late'"
        ),
        conditions=Cannot(ALL_PREPARED),
        openfisca=Formula(
            "",
            lambda _, one: said(np.datetime64(one["done"]) > numpy_day(one, 10)),
        ),
        rtamt=Trace(
            "eventually[0:10](published >= 0.5)", AXIS, on_axis, "on time", "late"
        ),
    ),
    Case(
        52,
        "Two meetings in one quarter do not pay for the next",
        "cadence/two-meetings-in-one-quarter-do-not-pay-for-the-next",
        (0, 1),
        {"meetings": ["2010-01-12", "2010-03-23", "2010-07-13"]},
        ({"at": "2010-06-29"}, {"at": "2010-07-20"}),
        ("due", "missed"),
        zen=Expression(
            "q = d(at).year() * 4 + d(at).quarter(); held = map(filter(meetings as m,"
            " d(m) <= d(at)) as m, d(m).year() * 4 + d(m).quarter());"
            " not (q - 1 in held) ? 'missed' : q in held ? 'kept' : 'due'",
            note="looks one quarter back; all quarters of a year need more by hand",
        ),
        cel=Expression(
            "[timestamp(at + 'T00:00:00Z')].map(t, t.getFullYear() * 4 + t.getMonth()"
            " / 3).map(q, [meetings.filter(m, m <= at).map(m, timestamp(m +"
            " 'T00:00:00Z')).map(t, t.getFullYear() * 4 + t.getMonth() / 3)].map(held,"
            " !((q - 1) in held) ? 'missed' : q in held ? 'kept' : 'due')[0])[0]",
            note="looks one quarter back; all quarters of a year need more by hand",
        ),
        rule_engine=Expression(
            "not ($parse_datetime(at).year * 4 + ($parse_datetime(at).month - 1) // 3"
            " - 1 in [$parse_datetime(m).year * 4 + ($parse_datetime(m).month - 1) //"
            " 3 for m in meetings if m <= at]) ? 'missed' :"
            " ($parse_datetime(at).year * 4 + ($parse_datetime(at).month - 1) // 3"
            " in [$parse_datetime(m).year * 4 + ($parse_datetime(m).month - 1) // 3"
            " for m in meetings if m <= at] ? 'kept' : 'due')",
            note="looks one quarter back; all quarters of a year need more by hand",
        ),
        conditions=Conditions(
            "the number of meetings in this quarter and in the one before",
            lambda facts: {
                "this": quarters(facts).count(quarter(facts["at"])),
                "before": quarters(facts).count(quarter(facts["at"]) - 1),
            },
            (
                ("missed", {"before": ("<=", 0)}),
                ("due", {"this": ("<=", 0)}),
            ),
            "kept",
        ),
        openfisca=Formula(
            "",
            lambda _, one: (
                "missed"
                if quarter(one["at"]) - 1 not in quarters(one)
                else "kept"
                if quarter(one["at"]) in quarters(one)
                else "due"
            ),
        ),
        rtamt=Cannot("its windows have one length, and quarters have three"),
    ),
    Case(
        57,
        "A reasonable time has no last day: open until somebody rules",
        "dates/a-reasonable-time-is-never-a-day",
        (0,),
        {"ruling": None},
        ({},),
        ("unknown",),
        zen=Expression("ruling == null ? 'unknown' : ruling"),
        cel=Expression("ruling == null ? 'unknown' : ruling"),
        rule_engine=Expression("ruling == null ? 'unknown' : ruling"),
        conditions=Conditions(
            "",
            lambda facts: {"ruling": facts["ruling"] or ""},
            (("unknown", {"ruling": ("is", "")}),),
            "ruled",
        ),
        openfisca=Formula(
            "",
            lambda _, one: one["ruling"] or "unknown",
            prepared="an input that is missing counts as nought or empty: whether it"
            " is on record is a variable of its own",
        ),
        rtamt=Cannot("a formula holds or it doesn't: there is no third answer"),
    ),
)
