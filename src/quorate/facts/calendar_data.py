"""Calendars as data: a plain mapping of text read into a `Calendar`, or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quorate.facts.calendar import WEEKDAYS, Calendar, Holiday

STANDING = frozenset({"by standing law", "each year"})
"""What a holiday says that needs no proclamation, or gets one as a matter of course."""

NEEDED = ("calendar", "title", "version", "time_zone", "from", "until", "weekend")
KEYS = frozenset({*NEEDED, "source", "holidays"})
HOLIDAY_KEYS = frozenset({"date", "name", "proclaimed", "withdrawn", "note"})
LONGEST = 200
"""Years: a longer calendar is a slip of the pen, and its table would be large."""


def read_calendar(data: Mapping[str, object]) -> Calendar:
    """
    Return the calendar that a mapping of text describes.

    Every scalar is text, as a file gives it: dates as 2026-06-15, the weekend as
    names of days, a holiday's `proclaimed` as a date, `by standing law` or `each
    year`. Raises `ValueError` with every problem, one a line.
    """
    reading = _Reading()
    reading.keys(data, where="the calendar", needed=NEEDED, known=KEYS)
    first = reading.day(data.get("from"), where="from")
    last = reading.day(data.get("until"), where="until")
    if first and last:
        reading.span(first, last)
    holidays = tuple(reading.holidays(data.get("holidays"), first=first, last=last))
    weekend = frozenset(reading.weekend(data.get("weekend")))
    zone = reading.zone(reading.text(data, "time_zone"))
    if reading.problems or first is None or last is None:
        raise ValueError("\n".join(reading.problems))
    return Calendar(
        slug=reading.text(data, "calendar"),
        version=reading.text(data, "version"),
        first=first,
        last=last,
        holidays=holidays,
        weekend=weekend,
        time_zone=zone,
        title=reading.text(data, "title"),
        source=reading.text(data, "source"),
    )


class _Reading:
    """One reading of one calendar, gathering every problem rather than the first."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def span(self, first: date, last: date) -> None:
        if first > last:
            self.problems.append("until: the calendar ends before it begins")
        if last.year - first.year > LONGEST:
            self.problems.append(f"until: a calendar covers {LONGEST} years at most")

    def holidays(
        self, rows: object, *, first: date | None, last: date | None
    ) -> Iterator[Holiday]:
        if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
            self.problems.append("holidays: a list of holidays is needed")
            return
        stand: Counter[date] = Counter()
        years = set()
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, Mapping):
                self.problems.append(f"holiday {number}: a date and a name are needed")
                continue
            holiday = self.holiday(row, where=f"holiday {number}")
            if holiday is None:
                continue
            stand[holiday.day] += holiday.withdrawn is None
            years.add(holiday.day.year)
            if first and last and not first <= holiday.day <= last:
                self.problems.append(
                    f"holiday {number}: {holiday.day} lies outside the calendar"
                )
            yield holiday
        # A year without one holiday was forgotten, not worked through.
        if first and last and last.year - first.year <= LONGEST:
            self.problems += [
                f"{year}: the calendar claims this year but lists no holiday in it"
                for year in range(first.year, last.year + 1)
                if year not in years
            ]
        self.problems += [
            f"{day}: two holidays stand on one day"
            for day, times in stand.items()
            if times > 1
        ]

    def holiday(self, row: Mapping[str, object], *, where: str) -> Holiday | None:
        needed = ("date", "name", "proclaimed")
        self.keys(row, where=where, needed=needed, known=HOLIDAY_KEYS)
        day = self.day(row.get("date"), where=f"{where}, date")
        stated = row.get("proclaimed")
        proclaimed = (
            None
            if stated in STANDING
            else self.day(stated, where=f"{where}, proclaimed")
        )
        withdrawn = (
            self.day(row["withdrawn"], where=f"{where}, withdrawn")
            if "withdrawn" in row
            else None
        )
        if day is None:
            return None
        if proclaimed and proclaimed > day:
            self.problems.append(f"{where}: proclaimed after the day itself")
        if withdrawn and withdrawn > day:
            self.problems.append(f"{where}: withdrawn after the day itself")
        name, note = self.text(row, "name"), self.text(row, "note")
        return Holiday(day, name, proclaimed, withdrawn, note)

    def weekend(self, names: object) -> Iterator[int]:
        if not isinstance(names, Sequence) or isinstance(names, str):
            self.problems.append("weekend: a list of days of the week is needed")
            return
        for name in names:
            if name in WEEKDAYS:
                yield WEEKDAYS.index(name)
            else:
                self.problems.append(f"weekend: {name} is no day of the week")

    def zone(self, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.problems.append(f"time_zone: no time zone is called {name!r}")
        return name

    def day(self, value: object, *, where: str) -> date | None:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.problems.append(f"{where}: {value!r} is no date like 2026-06-15")
            return None

    def text(self, data: Mapping[str, object], key: str) -> str:
        return str(data.get(key, ""))

    def keys(
        self,
        data: Mapping[str, object],
        *,
        where: str,
        needed: Sequence[str],
        known: frozenset[str],
    ) -> None:
        missing = [key for key in needed if key not in data]
        self.problems += [f"{where}: {key} is missing" for key in missing]
        strange = sorted(key for key in data if key not in known)
        self.problems += [f"{where}: {key} has no meaning here" for key in strange]
