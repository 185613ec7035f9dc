"""The one place that reads the clock, and the moments that people type."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quorate.charter.years import FIRST_YEAR, LAST_YEAR
from quorate.cli.trouble import Trouble

LONDON = "Europe/London"


def day(typed: str | None, *, zone: str = LONDON) -> date:
    """Return the day that was typed, as 2026-04-30; today where none was."""
    if typed is None:
        return now(zone).date()
    try:
        read = date.fromisoformat(typed.strip())
    except ValueError:
        raise Trouble(f"'{typed}' is no day. Write it as 2026-04-30.") from None
    _within_reach(read)
    return read


def _within_reach(read: date) -> None:
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Trouble(
            f"The year {read.year} is out of reach: years run from {FIRST_YEAR} to "
            f"{LAST_YEAR}."
        )


def moment(typed: str | None, *, zone: str = LONDON) -> datetime | date | None:
    """
    Return the moment that was typed, in the zone and without saying so.

    2026-04-30 is the day, 2026-04-30 14:05 a moment of the zone; one with a zone of
    its own (14:05+00:00) is turned into the zone's time. None where none was typed.
    """
    if typed is None:
        return None
    words = typed.strip()
    try:
        # The day is not midnight: the precision is kept.
        if len(words) <= len("2026-04-30"):
            whole = date.fromisoformat(words)
            _within_reach(whole)
            return whole
        read = datetime.fromisoformat(words)
    except ValueError:
        raise Trouble(
            f"'{typed}' is no moment. Write it as 2026-04-30 or as '2026-04-30 14:05'."
        ) from None
    _within_reach(read)
    if read.tzinfo is None:
        return read
    return read.astimezone(_zone(zone)).replace(tzinfo=None)


def now(zone: str = LONDON) -> datetime:
    """Return this moment in a zone, without saying so, to the minute."""
    return datetime.now(_zone(zone)).replace(tzinfo=None, second=0, microsecond=0)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Trouble(f"There is no time zone called '{name}'.") from None
