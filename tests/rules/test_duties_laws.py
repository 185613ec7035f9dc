"""Laws of the requirements: arrival, withdrawal, hindsight, names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quorate.charter.load import load
from quorate.facts.events import Event
from quorate.rules.duties_evaluation import Instance, evaluate
from quorate.rules.duties_ledger import Ledger
from tests.facts.shipped import shipped

CHARTER = load(
    """---
charter: pier-board
title: Pier Board
calendar: england-and-wales
year_starts: 1 April
bodies:
  pier:
    name: Pier Board
  harbour: outside
  council: outside
versions:
  - number: "1"
    in_force: 2024-04-01
---

# Pier Board

1.1 The agenda goes out in time, papers with it where possible.

```rule
notice:
  - of: agenda
    by: 4 working days before meeting
  - of: papers
    strength: endeavour
    by: with agenda published
    later: before meeting
record:
  of: minutes
  by: 5 working days after meeting
  agreed: at the next meeting of pier
```

1.2 It meets often, and keeps in step with the harbour.

```rule
meets:
  - often: once in each quarter
    window: body's year
    longest_gap: 15 weeks after meeting
  - often: at least 6 times a year
    window: rolling
  - often: before and after each meeting of harbour
```

1.3 What it owes to others.

```rule
duty:
  - name: log
    strength: must
    action: forward the minutes
    to: [harbour, council]
    after: minutes agreed
    when: at the next meeting of each recipient
    done_by: paper received
    matching: subject
  - name: told
    strength: should
    action: take up a barrier
    after: barrier raised
    when: 10 working days after barrier raised
    done_by: evidence
    topic: barrier
  - name: report
    strength: must
    action: report
    to: harbour
    often: at every meeting of harbour
    done_by: report received
  - name: consulted
    strength: must
    sort: before
    action: ask the harbour first
    before: decision
    done_by: consulted
    matching: subject
  - name: true
    strength: must
    sort: keep true
    action: keep the pier open
  - name: never
    strength: must
    sort: never
    action: spend without a budget
    done_by: evidence
    topic: overspent
  - name: once
    strength: must
    sort: do
    action: open the office
    promised_for: 2024-07
    done_by: evidence
    topic: office
```

1.4 The terms are reviewed.

```rule
review:
  every: every year
  from: last review
  start: 2024-04-01
  on_request_of: council
  done_by: decision
```
"""
)
CALENDAR = shipped("england-and-wales")
LAST = date(2025, 12, 31)
MONDAY = date(2024, 4, 8)
KINDS = (
    "meeting set",
    "meeting",
    "meeting cancelled",
    "agenda published",
    "papers published",
    "minutes sent",
    "minutes agreed",
    "paper received",
    "barrier raised",
    "evidence",
    "report received",
    "decision",
    "consulted",
    "review requested",
    "review decided",
    "duty waived",
    "duty excused",
    "duty ruled",
    "duty suspended",
    "duty resumed",
    "adoption",
    "record withdrawn",
)
RULES = ("log", "told", "report", "true", "once", "1.1", "notice@1.1", "review@1.4")


@st.composite
def event(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(KINDS))
    day = MONDAY + timedelta(days=draw(st.integers(0, 40)) * 7)
    exact = draw(st.booleans())
    happened = datetime.combine(day, datetime.min.time()).replace(hour=10)
    keys: dict[str, str] = {}
    if kind == "meeting set":
        ahead = timedelta(days=draw(st.integers(-10, 120)))
        keys["day"] = (day + ahead).isoformat()
    if kind.startswith("duty"):
        keys["duty"] = draw(st.sampled_from(RULES))
        keys["outcome"] = draw(st.sampled_from(("kept", "not kept", "")))
        if draw(st.booleans()):
            keys["due"] = (day + timedelta(days=30)).isoformat()
    return Event(
        kind=kind,
        name=draw(st.sampled_from(("", *"abcdefgh"))),
        happened=happened if exact else day,
        body=draw(st.sampled_from(("", "pier", "harbour", "council"))),
        by=draw(st.sampled_from(("", "council", "alma", "bo"))),
        subject=draw(st.sampled_from(("", "m1", "m2", "m3"))),
        topic=draw(st.sampled_from(("", "barrier", "overspent", "office"))),
        keys=tuple(sorted(keys.items())),
        withdraws=draw(st.sampled_from(("", "", "", "", *"abcdefgh"))),
        known_from=draw(
            st.one_of(
                st.none(),
                st.integers(0, 400).map(lambda days: MONDAY + timedelta(days=days)),
            )
        ),
    )


def full(events: list[Event], at: date = LAST) -> tuple[Instance, ...]:
    return evaluate(CHARTER, "pier", events, CALENDAR, at=at)


def ledger(events: list[Event]) -> Ledger:
    return Ledger(CHARTER, "pier", calendar=CALENDAR, events=events)


@settings(max_examples=100, deadline=None)
@given(st.lists(event(), max_size=12), st.integers(0, 600))
def test_event_by_event_is_the_same_as_all_at_once(
    events: list[Event], days: int
) -> None:
    kept = ledger([])
    earlier = MONDAY + timedelta(days=days)

    for number, one in enumerate(events, start=1):
        kept.add(one)

        assert kept.instances(LAST) == full(events[:number])
        assert kept.instances(earlier) == full(events[:number], earlier)


@settings(max_examples=8, deadline=None)
@given(st.lists(event(), min_size=1, max_size=6))
def test_every_order_of_arrival_comes_to_the_same(events: list[Event]) -> None:
    expected = full(events)

    for order in permutations(events):
        assert ledger(list(order)).instances(LAST) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), min_size=6, max_size=20), st.randoms())
def test_drawn_orders_of_arrival_come_to_the_same(
    events: list[Event], random: Random
) -> None:
    expected = full(events)
    shuffled = list(events)
    random.shuffle(shuffled)

    assert full(shuffled) == expected
    assert ledger(shuffled).instances(LAST) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), min_size=1, max_size=10), st.data())
def test_an_event_forgotten_and_told_again_restores_every_state(
    events: list[Event], data: st.DataObject
) -> None:
    kept = ledger(events)
    before = kept.instances(LAST)
    one = data.draw(st.sampled_from(events))

    kept.discard(one)
    without = [other for other in events if other != one]
    assert kept.instances(LAST) == full(without)
    kept.add(one)

    assert kept.instances(LAST) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), min_size=1, max_size=10), st.data())
def test_a_withdrawal_that_is_withdrawn_restores_every_state(
    events: list[Event], data: st.DataObject
) -> None:
    kept = ledger(events)
    before = kept.instances(LAST)
    one = data.draw(st.sampled_from(events))
    name = one.name or "nobody"

    kept.withdraw(name, happened=LAST)
    kept.withdraw(f"withdrawal of {name}", happened=LAST)

    assert kept.instances(LAST) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10), st.data())
def test_a_duplicate_changes_nothing(events: list[Event], data: st.DataObject) -> None:
    if not events:
        return
    copies = data.draw(st.lists(st.sampled_from(events), max_size=4))

    assert full(events + copies) == full(events)
    assert ledger(events + copies).instances(LAST) == full(events)


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10))
def test_an_event_that_concerns_nothing_changes_no_byte(events: list[Event]) -> None:
    other = Event(
        kind="appointment", name="z", happened=date(2024, 5, 1), subject="north"
    )

    assert repr(full([*events, other])) == repr(full(events))


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10), st.lists(event(), max_size=5))
def test_what_was_known_earlier_is_never_rewritten(
    events: list[Event], later: list[Event]
) -> None:
    known = date(2025, 6, 1)
    told_later = [replace(one, known_from=date(2025, 6, 2)) for one in later]

    before = evaluate(CHARTER, "pier", events, CALENDAR, at=LAST, known_at=known)
    after = evaluate(
        CHARTER, "pier", events + told_later, CALENDAR, at=LAST, known_at=known
    )

    assert after == before


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10))
def test_a_renaming_of_people_commutes(events: list[Event]) -> None:
    new = {"alma": "zed", "bo": "yan"}
    renamed = [replace(one, by=new.get(one.by, one.by)) for one in events]

    plain = sorted(_short(one) for one in full(events))
    after = sorted(_short(one) for one in full(renamed))

    assert after == plain


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10))
def test_the_same_inputs_give_the_same_bytes(events: list[Event]) -> None:
    assert repr(full(events)) == repr(full(list(events)))


@settings(max_examples=60, deadline=None)
@given(st.lists(event(), max_size=10), st.lists(st.integers(0, 700), max_size=5))
def test_time_that_passes_step_by_step_ends_where_a_leap_does(
    events: list[Event], steps: list[int]
) -> None:
    kept = ledger(events)

    for days in sorted(steps):
        kept.advance(MONDAY + timedelta(days=days))
    kept.advance(LAST)

    assert kept.instances(LAST) == full(events)


@settings(max_examples=40, deadline=None)
@given(st.lists(event(), max_size=10), st.integers(0, 500), st.integers(1, 60))
def test_advancing_names_exactly_what_changed(
    events: list[Event], start: int, ahead: int
) -> None:
    early = MONDAY + timedelta(days=start)
    late = early + timedelta(days=ahead)
    kept = ledger([one for one in events if not one.withdraws])
    kept.advance(early)
    before = {one.key: one.state for one in kept.instances(early)}

    changed = {one.key for one in kept.advance(late)}

    after = {one.key: one.state for one in kept.instances(late)}
    known = {key for key in before if key[2]}
    differing = {key for key in known if after[key] != before[key]}
    assert differing <= changed
    assert changed & known <= {key for key in known if moved(kept, key, early, late)}


def moved(kept: Ledger, key: tuple[str, str, str], early: date, late: date) -> bool:
    """Tell if an instance went through another state between two days."""
    one = next(each for each in kept.instances(late) if each.key == key)
    end = kept.clock.until(early)
    return one.span.since > end or any(since > end for _, since in one.past)


def _short(one: Instance) -> tuple[str, ...]:
    return (
        one.key[0],
        one.subject,
        str(one.opening.at if one.opening else ""),
        one.state,
        str(one.due),
        str(one.span.done),
        str(one.past),
    )
