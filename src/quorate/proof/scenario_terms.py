"""The terms that a scenario is about: a shipped charter, or one that stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.nodes import Text
from quorate.charter.problems import CharterError, Place, Problems, did_you_mean
from quorate.charter.readers import WORDS
from quorate.facts.calendar import Calendar, ClosedDay

if TYPE_CHECKING:
    from datetime import date

    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node


@dataclass(frozen=True, slots=True)
class Terms:
    """A charter's slug, or its whole text after `|`."""

    words: str = "the slug of a charter, or its text set in under '|'"

    def read(self, node: Node, problems: Problems) -> str | None:
        """Return the slug, or the text, which has more than one line."""
        if isinstance(node, Text) and "\n" in node.value.strip():
            return node.value.rstrip() + "\n"
        return WORDS.read(node, problems)

    def write(self, value: str) -> Plain:
        """Return the words."""
        return value

    def schema(self) -> dict[str, Any]:
        """Words."""
        return {"type": "string", "minLength": 1}


TERMS = Terms()


def charter_of(
    words: str, charters: Mapping[str, Charter], place: Place, problems: Problems
) -> Charter | None:
    """
    Return the charter of a scenario, or None after noting why there is none.

    `words` are a slug or a whole text, and stand at `place`.
    """
    if "\n" not in words:
        _check_shipped([words], charters, place, problems)
        return charters.get(words)
    try:
        return load(words, name="the charter in the scenario")
    except CharterError as error:
        for problem in error.problems:
            problems.add(
                Place(place.line + problem.place.line, problem.place.column),
                problem.what,
                problem.instead,
            )
        return None


def others_of(
    slugs: Iterable[str],
    charters: Mapping[str, Charter],
    place: Place,
    problems: Problems,
) -> dict[str, Charter]:
    """Return the further charters that matter, by slug."""
    _check_shipped(slugs, charters, place, problems)
    return {slug: charters[slug] for slug in slugs if slug in charters}


def _check_shipped(
    slugs: Iterable[str],
    charters: Mapping[str, Charter],
    place: Place,
    problems: Problems,
) -> None:
    for slug in slugs:
        if slug and slug not in charters:
            guess = did_you_mean(slug, charters) or (
                "Known: " + ", ".join(sorted(charters)) + "."
            )
            problems.add(place, f"there is no shipped charter '{slug}'", guess)


def body_of(named: str, charter: Charter, place: Place, problems: Problems) -> str:
    """Return the body that is named, else the first of the charter's own."""
    if named and named not in charter.bodies:
        problems.add(
            place,
            f"{charter.title} has no body '{named}'",
            did_you_mean(named, charter.bodies),
        )
    return named or next(iter(charter.own_bodies), "")


def calendar_of(
    named: str,
    charter: Charter,
    calendars: Mapping[str, Calendar],
    *,
    closed: tuple[date, ...],
    place: Place,
    problems: Problems,
) -> Calendar | None:
    """
    Return the calendar that is named, else the charter's own, with local closed days.

    None where neither is named, or where the charter's own is not among those shipped:
    then a deadline in working days can't be worked out, and the finding says so.
    """
    if named and named not in calendars:
        problems.add(
            place, f"there is no calendar '{named}'", did_you_mean(named, calendars)
        )
    calendar = calendars.get(named or charter.front.calendar)
    if closed and calendar is None:
        problems.add(
            place,
            "'closed_days' close nothing, as there is no calendar",
            "Add 'calendar:' with one of: " + ", ".join(sorted(calendars)) + ".",
        )
    if calendar is None or not closed:
        return calendar
    return calendar.with_closed(tuple(ClosedDay(day, "closed here") for day in closed))
