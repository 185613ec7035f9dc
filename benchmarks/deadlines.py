"""
Benchmark 7: working-day deadlines, ours beside holidays, workalendar and NumPy.

Every engine counts by the same holidays of each nation. One deadline at a time is
compared with the two calendar libraries; a million in one call with NumPy, which
is given arrays of its own and gives one back, while ours takes and gives lists of
dates. Only ratios of interleaved rounds are reported: speed of ours / theirs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from random import Random

import holidays
import numpy as np
from workalendar.core import Calendar as WorkalendarCalendar
from workalendar.europe.united_kingdom import UnitedKingdom

from benchmarks.measuring import ratios, report
from quorate.charter.blocks import read_block
from quorate.charter.nodes import Listing, Node, Text
from quorate.charter.problems import Place, Problems
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.calendar_data import read_calendar
from quorate.rules.deadlines import last_day, last_days

NATIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
OFFSETS = (5, 10, 20, -5, -7)
FIRST, LAST = date(2007, 1, 1), date(2033, 12, 31)

Answer = Callable[[Sequence[date], int], list[date]]


class SameHolidays(UnitedKingdom):  # type: ignore[misc]
    """Workalendar's arithmetic over the holidays of one of our calendars."""

    def __init__(self, calendar: Calendar) -> None:
        """Sort the holidays by year, the form in which it asks for them."""
        super().__init__()
        self.by_year: dict[int, list[tuple[date, str]]] = {}
        for each in calendar.holidays:
            if each.withdrawn is None:
                row = (each.day, each.name)
                self.by_year.setdefault(each.day.year, []).append(row)

    def get_calendar_holidays(self, year: int) -> list[tuple[date, str]]:
        """Return the holidays of a year."""
        return self.by_year.get(year, [])


@dataclass(frozen=True)
class Engines:
    """The engines for one calendar, each answering a list of days for one offset."""

    calendar: Calendar
    holidays: holidays.HolidayBase
    workalendar: WorkalendarCalendar
    numpy: np.busdaycalendar


def engines(slug: str) -> Engines:
    """Make the engines of one nation; all but `holidays` count by our data."""
    calendar = shipped(slug)
    days = [each.day for each in calendar.holidays if each.withdrawn is None]
    years = range(calendar.first.year, calendar.last.year + 1)
    theirs = holidays.country_holidays("GB", subdiv=NATIONS[slug], years=years)
    counted = np.busdaycalendar(holidays=np.array(days, dtype="datetime64[D]"))
    return Engines(calendar, theirs, SameHolidays(calendar), counted)


def shipped(slug: str) -> Calendar:
    """Load a calendar that ships."""
    path = files("quorate") / "library" / "calendars" / f"{slug}.yaml"
    problems = Problems()
    data = plain(read_block(path.read_text(encoding="utf-8"), Place(1), problems))
    problems.raise_if_any(slug)
    if not isinstance(data, dict):
        raise TypeError(slug)
    return read_calendar(data)


def plain(node: Node | None) -> object:
    """Strip the nodes of a file of their places."""
    if node is None or isinstance(node, Text):
        return node.value if node else ""
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def deadline(offset: int) -> Deadline:
    """Return the rule for so many working days after, or before if negative."""
    return Deadline(
        abs(offset), "working day", "after" if offset > 0 else "before", "meeting"
    )


def ours_one_by_one(engine: Engines) -> Answer:
    """Return ours, asked once for each day."""

    def answer(days: Sequence[date], offset: int) -> list[date]:
        rule, calendar = deadline(offset), engine.calendar
        return [last_day(rule, day, calendar) for day in days]

    return answer


def ours_in_batch(engine: Engines) -> Answer:
    """Return ours, asked once for all days."""

    def answer(days: Sequence[date], offset: int) -> list[date]:
        return last_days(deadline(offset), days, engine.calendar)

    return answer


def holidays_one_by_one(engine: Engines) -> Answer:
    """Return holidays' `get_nth_working_day`."""

    def answer(days: Sequence[date], offset: int) -> list[date]:
        nth = engine.holidays.get_nth_working_day
        return [nth(day, offset) for day in days]

    return answer


def workalendar_one_by_one(engine: Engines) -> Answer:
    """Return workalendar's `add_working_days`."""

    def answer(days: Sequence[date], offset: int) -> list[date]:
        add = engine.workalendar.add_working_days
        return [add(day, offset) for day in days]

    return answer


def must_agree(name: str, ours: Sequence[date], theirs: Sequence[date]) -> None:
    """Stop at the first answer in which two engines differ."""
    for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if one != other:
            sys.exit(f"{name} differs at answer {place}: ours {one}, theirs {other}")


def drawn(count: int, random: Random) -> list[date]:
    """Draw so many days."""
    span = (LAST - FIRST).days
    return [FIRST + timedelta(days=random.randrange(span)) for _ in range(count)]


def one_by_one(nations: dict[str, Engines], days: list[date], rounds: int) -> bool:
    """Compare single deadlines with the two calendar libraries."""
    good = True
    for name, make in (
        ("holidays", holidays_one_by_one),
        ("workalendar", workalendar_one_by_one),
    ):
        found: list[float] = []
        for engine in nations.values():
            ours, theirs = ours_one_by_one(engine), make(engine)
            for offset in OFFSETS:
                must_agree(name, ours(days, offset), theirs(days, offset))

            def run(answer: Answer) -> None:
                for offset in OFFSETS:
                    answer(days, offset)

            found += ratios(lambda: run(ours), lambda: run(theirs), rounds=rounds)  # noqa: B023  Run before the next turn of the loop.
        good &= report(
            f"deadlines/one by one, beside {name}", found, target=50, at_most=False
        )
    return good


def in_batch(nations: dict[str, Engines], days: list[date], rounds: int) -> bool:
    """Compare a million deadlines in one call with NumPy's."""
    array = np.array(days, dtype="datetime64[D]")
    found: list[float] = []
    for engine in nations.values():
        for offset in OFFSETS:
            ours = ours_in_batch(engine)
            roll = "backward" if offset > 0 else "forward"

            def theirs() -> np.ndarray:
                return np.busday_offset(
                    array,
                    offset,  # noqa: B023  Run before the next turn of the loop.
                    roll=roll,  # noqa: B023  As above.
                    busdaycal=engine.numpy,  # noqa: B023  As above.
                )

            must_agree("numpy", ours(days, offset), theirs().tolist())
            found += ratios(lambda: ours(days, offset), theirs, rounds=rounds)  # noqa: B023  As above.
    return report("deadlines/in batch, beside numpy", found, target=0.5, at_most=False)


def growth(nations: dict[str, Engines], days: list[date], rounds: int) -> bool:
    """Compare two hundred and fifty working days with five."""
    found: list[float] = []
    for engine in nations.values():
        ours = ours_one_by_one(engine)
        found += ratios(lambda: ours(days, 5), lambda: ours(days, 250), rounds=rounds)  # noqa: B023  Run before the next turn of the loop.
    return report(
        "deadlines/growth, 250 days beside 5", found, target=1.3, at_most=True
    )


def main() -> None:
    """Run the three comparisons; the exit status is 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--single", type=int, default=2_000, help="days one by one")
    parser.add_argument("--batch", type=int, default=1_000_000, help="days in a batch")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()

    random = Random(chosen.seed)
    nations = {slug: engines(slug) for slug in NATIONS}
    good = one_by_one(nations, drawn(chosen.single, random), chosen.rounds)
    good &= in_batch(nations, drawn(chosen.batch, random), chosen.rounds)
    good &= growth(nations, drawn(chosen.single * 20, random), chosen.rounds)
    sys.exit(not good)


if __name__ == "__main__":
    main()
