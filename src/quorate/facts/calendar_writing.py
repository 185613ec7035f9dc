"""A calendar as plain data again, so that a certificate can carry it."""

from __future__ import annotations

from quorate.facts.calendar import WEEKDAYS, Calendar


def calendar_as_data(calendar: Calendar) -> dict[str, object]:
    """
    Return a calendar as the plain mapping that `read_calendar` takes.

    Days known by standing law are written so; a body's own closed days are not part
    of it. Reading it back gives an equal calendar without these.
    """
    return {
        "calendar": calendar.slug,
        "title": calendar.title,
        "version": calendar.version,
        "time_zone": calendar.time_zone,
        "from": calendar.first.isoformat(),
        "until": calendar.last.isoformat(),
        "weekend": [WEEKDAYS[number] for number in sorted(calendar.weekend)],
        "source": calendar.source,
        "holidays": [
            {
                "date": one.day.isoformat(),
                "name": one.name,
                "proclaimed": one.proclaimed.isoformat()
                if one.proclaimed
                else "by standing law",
            }
            | ({"withdrawn": one.withdrawn.isoformat()} if one.withdrawn else {})
            | ({"note": one.note} if one.note else {})
            for one in calendar.holidays
        ],
    }
