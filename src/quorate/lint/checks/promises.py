"""Checks of promises with a date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from quorate.charter.deadlines import MONTHS
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.terms import Ending
from quorate.lint.checks.upkeep import last_day
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

MONTH = {name: number for (name,), number in MONTHS.items()}
BY_A_DATE = re.compile(
    r"\bby (?:the end of )?(?:(?:([0-9]{1,2}) )?"
    rf"({'|'.join(MONTH)}) )?((?:19|20)[0-9]{{2}})\b"
)
DECEMBER = 12


def past(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L68."""
    if setting.on is None:
        return
    told: set[str] = set()
    for rule in charter.rules:
        what, promised = _dated(rule)
        if promised is None:
            continue
        told |= {rule.clause, *rule.also_rests_on}
        if promised < setting.on:
            yield found(
                f"{what} was promised for {promised.day} {promised:%B %Y}, which is "
                "past; nothing here says what became of it.",
                at=rule.clause,
                line=rule.place.line,
            )
    for clause in charter.clauses:
        if clause.anchor not in told:
            for words in _words_past(clause.text, setting.on):
                yield found(
                    f"The clause promises something “{words}”, which is past; "
                    "nothing here says what became of it.",
                    at=clause,
                )


def _dated(rule: Rule) -> tuple[str, date | None]:
    if isinstance(rule, Duty):
        return f"“{rule.action}”", last_day(rule.promised_for)
    if isinstance(rule, Ending):
        return "The end", last_day(rule.until)
    return "", None


def _words_past(text: str, on: date) -> Iterator[str]:
    for match in BY_A_DATE.finditer(text):
        promised = _promised(match)
        if promised is not None and promised < on:
            yield match[0]


def _promised(match: re.Match[str]) -> date | None:
    year = int(match[3])
    month = MONTH.get(match[2] or "", DECEMBER)
    last = monthrange(year, month)[1]
    day = int(match[1] or last)
    return date(year, month, day) if 1 <= day <= last else None


CHECKS = (
    Check(
        id="L68",
        severity=Severity.UNINTENDED,
        title="A dated promise is past",
        means="Readers can't tell whether it was kept, forgotten or overtaken.",
        repair="Say what became of it, or set a new day.",
        example="3. The new slipway opens by April 2011.",
        find=past,
    ),
)
