"""Checks of who is represented: parties, qualifications, numbers, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds.membership import Appointment, Seats
from quorate.charter.kinds.terms import Relation
from quorate.lint.bodies import name_of
from quorate.lint.naming import body_named, in_a_row, plainly
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

DIRECTLY = "by a seat of its own"


def memberships(charter: Charter) -> Iterator[tuple[str, Seats]]:
    """Yield each membership with the body that it is for."""
    for rule in charter.rules:
        if isinstance(rule, Seats):
            for body in rule.bodies:
                yield body, rule


def row_of(charter: Charter, line: Line) -> Clause | None:
    """Return the row of the text from which a line of the membership was read."""
    return next(
        (one for one in charter.clauses if one.kind == "row" and one.line == line.line),
        None,
    )


def missing_party(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L39."""
    for body, seats in memberships(charter):
        there = {plainly(one) for one in seats.excepted_parties}
        there |= {plainly(party) for party, _ in seats.represented_through}
        for line in seats.lines:
            named = (line.seat, line.title, line.office)
            there |= {
                plainly(one) for one in (*named, *line.organisations, *line.groups)
            }
        missing = [one for one in seats.required_parties if plainly(one) not in there]
        links = {body_named(charter, line.link) for line in seats.lines if line.link}
        missing += [
            f"a link to {name_of(charter, slug)}"
            for slug in seats.covers
            if slug not in links
        ]
        if missing:
            yield found(
                f"{name_of(charter, body)} must have {in_a_row(missing, most=6)} at "
                "the table, but its membership has no seat for that.",
                at=seats.clause,
                line=seats.place.line,
                body=body,
            )


def unqualified_seat(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L40."""
    for body, seats in memberships(charter):
        for line in seats.lines:
            if {line.seat, *line.groups} & set(seats.level_failed_by):
                level = f"at the level of {seats.level}" if seats.level else "qualified"
                yield found(
                    f"The seats are to be held {level}, but that of the "
                    f"{line.title or line.seat} is not.",
                    at=row_of(charter, line) or seats.clause,
                    body=body,
                )


def vague_number(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L41."""
    lines = charter.text.split("\n")
    for body, seats in memberships(charter):
        read_in = {
            seat
            for reading in seats.interpretations
            if reading.field == "places"
            for seat, _ in reading.take
        }
        for line in seats.lines:
            row = row_of(charter, line)
            if row is None:
                continue
            given = stated(seats, "places") and line.seat in dict(seats.places)
            if line.seat in read_in or (not given and _empty_places(lines, row)):
                called = line.title or line.seat
                yield found(
                    f"Nothing says how many seats there are for {called}.",
                    at=row,
                    body=body,
                )


def _empty_places(lines: list[str], row: Clause) -> bool:
    heads = _heads(lines, row.line)
    if "Places" not in heads:
        return False
    column = heads.index("Places")
    return not "".join(row.cells[column : column + 1]).strip()


def _heads(lines: list[str], row: int) -> list[str]:
    """Return the heads of the table in which a line of the text stands."""
    top = row - 1
    while top > 0 and lines[top - 1].strip().startswith("|"):
        top -= 1
    return [one.strip() for one in lines[top].strip().strip("|").split("|")]


def no_named_person(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L42."""
    for body, seats in memberships(charter):
        filled = any(
            stated(rule, "vacancy_filled_by")
            for rule in charter.rules_of(body, Appointment)
        )
        nameless = [
            in_a_row(line.organisations)
            for line in seats.lines
            if line.organisations and not line.title and not line.appointed_by
        ]
        if nameless and not filled:
            yield found(
                f"The membership of {name_of(charter, body)} names "
                f"{in_a_row(nameless)}, but not who sits for them or who says so.",
                at=seats.clause,
                line=seats.place.line,
                body=body,
            )


def two_ways(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L43."""
    for body in charter.own_bodies:
        told: dict[str, tuple[str, str]] = {}
        for party, how, clause in _representations(charter, body):
            known, first = told.setdefault(plainly(party), (how, clause))
            if known != how:
                yield found(
                    f"{party} is represented {how} here, but {known} by "
                    f"{charter.cite(first)}.",
                    at=clause,
                    body=body,
                )
        for seats in charter.rules_of(body, Seats):
            for party, through in _read_both_ways(seats):
                yield found(
                    f"{party} is represented {_through(charter, body, through)} by "
                    "one reading of these terms and otherwise by another.",
                    at=seats.clause,
                    line=seats.place.line,
                    body=body,
                )


def _representations(charter: Charter, body: str) -> Iterator[tuple[str, str, str]]:
    """Yield party, how it is represented, and the clause that says so."""
    for seats in charter.rules_of(body, Seats):
        for line in seats.lines:
            for party in filter(None, (*line.organisations, line.office)):
                yield party, DIRECTLY, seats.clause
        for party, through in seats.represented_through:
            yield party, _through(charter, body, through), seats.clause
    for rule in charter.rules:
        if not isinstance(rule, Relation) or rule.relation != "represents":
            continue
        if body in {body_named(charter, words) for words in rule.to}:
            for party in rule.from_:
                yield party, DIRECTLY, rule.clause


def _read_both_ways(seats: Seats) -> Iterator[tuple[str, str]]:
    """Yield each party that a reading of the same words represents otherwise."""
    for reading in seats.interpretations:
        if reading.field == "represented_through":
            for party, through in reading.take:
                if any(dict(other).get(party) != through for other in reading.others):
                    yield party, through


def _through(charter: Charter, body: str, words: str) -> str:
    slug = body_named(charter, words)
    if slug == body:
        return DIRECTLY
    return f"through {name_of(charter, slug) if slug else words}"


CHECKS = (
    Check(
        id="L39",
        severity=Severity.UNINTENDED,
        title="The membership lacks a party that the document itself requires",
        means="A partner that has a right to a seat is left out, and can challenge "
        "what is decided without it.",
        repair="Add a seat for the party, or say through whom it is represented.",
        example="2. Each port authority must have a seat. (The list has two of the "
        "three.)",
        find=missing_party,
    ),
    Check(
        id="L40",
        severity=Severity.UNINTENDED,
        title="A seat does not meet the qualification that the document sets",
        means="The holder of the seat can be told that they do not belong at the "
        "table.",
        repair="Change the seat, or widen the qualification.",
        example="2. The forum is made up of elected members. (Its list holds the "
        "harbour master, who is an officer.)",
        find=unqualified_seat,
    ),
    Check(
        id="L41",
        severity=Severity.UNINTENDED,
        title="The number of seats is left vague",
        means="Nobody can say how many may come, or of how many the quorum is a share.",
        repair="Give the number of places, or the most that there can be.",
        example="| Skippers | Skippers' representatives | (no number) |",
        find=vague_number,
    ),
    Check(
        id="L42",
        severity=Severity.UNINTENDED,
        title="An organisation has a seat but nobody is named to hold it",
        means="At the door nobody can tell who may answer or vote for the "
        "organisation.",
        repair="Name the post that holds the seat, or who appoints to it.",
        example="| pilots | The Pilots' Guild | (no office) |",
        find=no_named_person,
    ),
    Check(
        id="L43",
        severity=Severity.UNINTENDED,
        title="Two clauses say differently how one party is represented",
        means="The party may be counted twice, or by each clause told to go by the "
        "other.",
        repair="Keep one of the statements.",
        example="4. The coastguard has a seat. … Appendix: the coastguard is "
        "represented through the safety panel.",
        find=two_ways,
    ),
)
