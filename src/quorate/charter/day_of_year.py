"""A day that comes every year, such as the one on which a body's year begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from quorate.charter.deadlines import MONTHS
from quorate.charter.readers import words_of

if TYPE_CHECKING:
    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems

NO_LEAP_YEAR = 2001


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and a month, as `1 April`."""

    words: str = "a day of the year such as 1 April"

    def read(self, node: Node, problems: Problems) -> str | None:
        """Return the day and the month as words; 29 February is not in every year."""
        value = words_of(node, problems, self.words)
        if value is None:
            return None
        found = re.fullmatch(r"([0-9]{1,2}) +([A-Za-z]+)", value.strip())
        month = found[2].capitalize() if found else ""
        if found is None or (month,) not in MONTHS:
            problems.add(node.place, f"'{value[:60]}' is not {self.words}")
            return None
        try:
            day = date(NO_LEAP_YEAR, MONTHS[month,], int(found[1]))
        except ValueError:
            problems.add(node.place, f"not every year has a {value}")
            return None
        return f"{day.day} {month}"

    def write(self, value: str) -> Plain:
        """Return the day and the month as typed."""
        return value

    def schema(self) -> dict[str, Any]:
        """A day and a month."""
        months = "|".join(month for (month,) in MONTHS)
        return {"type": "string", "pattern": f"^[0-9]{{1,2}} ({months})$"}


DAY_OF_YEAR = DayOfYear()
