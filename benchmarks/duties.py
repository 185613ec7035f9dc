"""
Requirements of many bodies over many years, from nothing but their events.

Time and memory must grow with the number of events and no faster; one event more and
one late correction must cost what they touch, not what is stored. Beside rtamt offline
on the one form that it can state, a bounded response, after both agree on every
verdict: rtamt's trace is laid on an axis of working days, and our events are placed
in time, before the clock starts. rtamt says how far a trace is from failing; ours says
what became of each answer, when, and by which evidence.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tracemalloc
from datetime import date, datetime, timedelta
from random import Random
from statistics import median
from time import process_time

import rtamt

from benchmarks.deadlines import shipped
from benchmarks.measuring import exponent, ratios, report
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.facts.calendar import Calendar
from quorate.facts.events import Event
from quorate.rules.duties_derived import requirements
from quorate.rules.duties_evaluation import evaluate, judged
from quorate.rules.duties_ledger import Ledger
from quorate.rules.duties_matching import happening
from quorate.rules.duties_times import clock

FIRST = date(2008, 1, 1)
NATION = "england-and-wales"
TERMS = """---
charter: board
title: Board
calendar: england-and-wales
bodies:
  board:
    name: Board
  parent: outside
versions:
  - number: "1"
    in_force: 2008-01-01
---

# Board

1.1 Notice and record.

```rule
notice:
  of: agenda
  by: 4 working days before meeting
record:
  of: minutes
  by: 10 working days after meeting
```

1.2 Reports.

```rule
duty:
  - name: forwarded
    strength: must
    action: forward the minutes
    to: parent
    after: minutes sent
    when: at the next meeting of parent
    done_by: paper received
    matching: subject
  - name: report
    strength: must
    action: report
    to: parent
    often: once in each quarter
    done_by: report received
```

1.3 Meetings.

```rule
meets:
  often: every 2 months
```
"""
RESPONSE = """---
charter: answers
title: Answers
calendar: england-and-wales
bodies:
  board:
    name: Board
---

# Answers

1.1 A barrier is answered.

```rule
duty:
  name: answered
  strength: must
  action: answer
  after: barrier raised
  when: {days} working days after barrier raised
  done_by: evidence
  topic: answer
  late_counts: no
```
"""


def business(body: int, years: int, random: Random) -> list[Event]:
    """Return the events of one board: tidy for the most part, at times late or lost."""
    events: list[Event] = []
    day = FIRST + timedelta(days=random.randrange(30))
    end = FIRST.replace(year=FIRST.year + years)
    number = 0
    while day < end:
        number += 1
        name = f"m{body}-{number}"
        held = datetime.combine(day, datetime.min.time()).replace(hour=14)
        parent = day + timedelta(days=25)
        rows = [
            ("meeting set", day - timedelta(days=50), "", name, day),
            (
                "agenda published",
                day - timedelta(days=5 + random.randrange(4)),
                "",
                name,
                None,
            ),
            ("meeting", held, "", name, None),
            (
                "minutes sent",
                day + timedelta(days=random.randrange(8, 20)),
                "",
                name,
                None,
            ),
            ("meeting set", day - timedelta(days=40), "parent", f"p-{name}", parent),
            ("meeting", parent, "parent", f"p-{name}", None),
            (
                "paper received",
                parent - timedelta(days=random.randrange(-4, 6)),
                "parent",
                name,
                None,
            ),
            ("report received", day + timedelta(days=9), "parent", "", None),
        ]
        for kind, happened, where, subject, planned in rows:
            if random.random() < 0.03:
                continue
            keys = (("day", planned.isoformat()),) if planned else ()
            events.append(
                Event(
                    kind=kind,
                    name=f"{body}.{len(events)}",
                    happened=happened,
                    body=where or "board",
                    subject=subject,
                    keys=keys,
                )
            )
        day += timedelta(days=random.randrange(50, 70))
    return sorted(events, key=lambda one: str(one.happened))


def linear(
    terms: Charter, calendar: Calendar, *, bodies: int, years: int, rounds: int
) -> bool:
    """Judge ever more bodies, and ever more years, from nothing."""
    good = True
    few = max(bodies // 8, 1)
    for name, sizes in (
        ("bodies", [(bodies // part, years) for part in (8, 4, 2, 1)]),
        ("years", [(few, max(years // part, 1)) for part in (8, 4, 2, 1)]),
    ):
        counts = [0] * len(sizes)
        seconds = [float("inf")] * len(sizes)
        memory = [(0, 0)] * len(sizes)
        # The sizes take turns, so that a slow minute of the machine slows them all.
        for turn in range(rounds):
            for place, (many, long) in enumerate(sizes):
                histories = drawn(many, long)
                last = FIRST.replace(year=FIRST.year + long)
                counts[place] = sum(len(history) for history in histories)
                seconds[place] = min(
                    seconds[place], judging(terms, calendar, histories, last)
                )
                if not turn:
                    some = histories[: max(many // 10, 1)]
                    memory[place] = stored(terms, calendar, some, last)
        for (many, long), count, taken, (held, size) in zip(
            sizes, counts, seconds, memory, strict=True
        ):
            line = {
                "bodies": many,
                "years": long,
                "events": count,
                "seconds": round(taken, 3),
                "microseconds_an_event": round(1e6 * taken / count, 1),
                "bytes_an_event": round(size / held),
            }
            print(json.dumps(line), flush=True)
        for what, grows in (
            ("time", exponent(counts, seconds)),
            ("memory", exponent([n for n, _ in memory], [float(s) for _, s in memory])),
        ):
            named = f"duties/{what}, exponent by {name}"
            good &= report(named, [grows], target=1.15, at_most=True)
    return good


def drawn(bodies: int, years: int) -> list[list[Event]]:
    """Return the events of some bodies, the same at each call."""
    random = Random(f"{bodies} {years}")
    return [business(one, years, random) for one in range(bodies)]


def judging(
    terms: Charter, calendar: Calendar, histories: list[list[Event]], last: date
) -> float:
    """Return the processor's seconds for all bodies, whatever else runs meanwhile."""
    gc.collect()
    start = process_time()
    for history in histories:
        evaluate(terms, "board", history, calendar, at=last)
    return process_time() - start


def stored(
    terms: Charter, calendar: Calendar, histories: list[list[Event]], last: date
) -> tuple[int, int]:
    """Return how many events some ledgers hold, and the bytes that these take."""
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    ledgers = []
    for history in histories:
        ledger = Ledger(terms, "board", calendar=calendar, events=history)
        ledger.advance(last)
        ledgers.append(ledger)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del ledgers
    return sum(len(history) for history in histories), after - before


def touched(terms: Charter, calendar: Calendar, years: int, rounds: int) -> bool:
    """Tell one event more, and one late correction, to short and to long histories."""
    short, long = max(years // 8, 1), years
    appended: dict[int, float] = {}
    corrected: dict[int, float] = {}
    for span in (short, long):
        more, late = [], []
        for turn in range(rounds):
            history = business(turn, span, Random(turn))
            last = FIRST.replace(year=FIRST.year + span)
            ledger = Ledger(terms, "board", calendar=calendar, events=history[:-8])
            ledger.advance(last)
            start = process_time()
            for one in history[-8:]:
                ledger.add(one)
            more.append((process_time() - start) / 8)
            agendas = [one for one in history if one.kind == "minutes sent"]
            for one in agendas[: 4 * short]:
                again = Event(
                    kind=one.kind,
                    name=f"{one.name} corrected",
                    happened=one.happened,
                    body=one.body,
                    subject=one.subject,
                )
                start = process_time()
                ledger.correct(again, name=one.name)
                late.append(process_time() - start)
        appended[span], corrected[span] = median(more), median(late)
    print(
        json.dumps(
            {
                "microseconds_to_append": {
                    span: round(1e6 * each, 1) for span, each in appended.items()
                },
                "microseconds_to_correct": {
                    span: round(1e6 * each, 1) for span, each in corrected.items()
                },
            }
        )
    )
    good = report(
        f"duties/one event more, {long} years beside {short}",
        [appended[long] / appended[short]],
        target=2,
        at_most=True,
    )
    return good & report(
        f"duties/one late correction, {long} years beside {short}",
        [corrected[long] / corrected[short]],
        target=2,
        at_most=True,
    )


def beside_rtamt(calendar: Calendar, years: int, days: int, rounds: int) -> bool:
    """Compare one bounded response with rtamt, once both agree on every verdict."""
    terms = load(RESPONSE.format(days=days))
    end = FIRST.replace(year=FIRST.year + years)
    axis = [one for one in calendar.working.days if FIRST <= one < end]
    random = Random(days)
    asked = sorted(random.sample(range(len(axis) - days - 1), 6 * years))
    answered = sorted(
        {one + random.randrange(1, 2 * days) for one in asked if random.random() < 0.9}
    )
    answered = [one for one in answered if one < len(axis)]
    events = [
        Event(
            kind="barrier raised", happened=axis[one], subject=f"b{one}", body="board"
        )
        for one in asked
    ] + [
        Event(kind="evidence", happened=axis[one], topic="answer", body="board")
        for one in answered
    ]
    time = clock(calendar, zone="Europe/London", year_starts="")
    owed = requirements(terms, "board")
    placed = [one for one in (happening(each, time) for each in events) if one]

    def ours() -> list[bool]:
        found = judged(owed, placed, time, body="board", at=end)
        return [one.state == "discharged" for one in found]

    trace = {
        "time": list(range(len(axis))),
        "asked": [1.0 if number in set(asked) else 0.0 for number in range(len(axis))],
        "done": [
            1.0 if number in set(answered) else 0.0 for number in range(len(axis))
        ],
    }
    formula = rtamt.StlDiscreteTimeOfflineSpecification()
    for name in ("asked", "done", "out"):
        formula.declare_var(name, "float")
    formula.spec = f"out = (asked >= 0.5) implies (eventually[0:{days}] (done >= 0.5))"
    formula.parse()

    def theirs() -> list[bool]:
        found = formula.evaluate(trace)
        return [found[number][1] > 0 for number in asked]

    if ours() != theirs():
        sys.exit(f"rtamt differs within {days} days")
    kept = sum(ours())
    print(json.dumps({"verdicts": len(asked), "kept": kept, "agreed": True}))
    return report(
        f"duties/beside rtamt, within {days} working days, {years} years",
        ratios(ours, theirs, rounds=rounds),
        target=1,
        at_most=False,
    )


def main() -> None:
    """Run all of it; the exit status is 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=1_000)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="a small run of each part")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.bodies, chosen.rounds = 40, 3

    calendar, terms = shipped(NATION), load(TERMS)
    good = linear(
        terms,
        calendar,
        bodies=chosen.bodies,
        years=chosen.years,
        rounds=min(chosen.rounds, 3),
    )
    good &= touched(terms, calendar, chosen.years, chosen.rounds)
    for days in (10, 90):
        good &= beside_rtamt(calendar, chosen.years, days, chosen.rounds)
    sys.exit(not good)


if __name__ == "__main__":
    main()
