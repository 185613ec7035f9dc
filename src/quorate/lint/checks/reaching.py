"""Checks of the quorum against the people there are: can it be met, how easily not."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quorate.charter.expressions import Compare, Unit, tests_in
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.lint.bodies import name_of, running
from quorate.lint.people import Room, reach, shared, without_names
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.expressions import Test
    from quorate.charter.model import Charter
    from quorate.lint.people import Reach
    from quorate.lint.remark import Found, Setting

FEW = Fraction(1, 4)
"""Absences of named people are worth a remark where no more than this share of all
people stop the body, and a head count would bear more."""


def unreachable(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L11."""
    for rule, body, room, far in _reached(charter, setting):
        if far.reachable is False:
            vacant = sum(
                count for (of, _), count in setting.vacant.items() if of == body
            )
            why = f" with {vacant} vacancies" if vacant > 1 else ""
            why = " with one vacancy" if vacant == 1 else why
            yield found(
                f"Even with all {len(room.people)} people of {name_of(charter, body)} "
                f"in the room{why} there is no quorum.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def fragile(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L12."""
    for rule, body, room, far in _reached(charter, setting):
        people = len(room.people)
        if not far.fewest or people == 1:
            continue
        if far.fewest == 1:
            yield found(
                f"One absence among {people} people is enough and "
                f"{name_of(charter, body)} has no quorum"
                + (f" ({far.who[0]})." if far.who else "."),
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )
            continue
        if charter.rules_of(body, Correspondence):
            # Those who are left can still be asked between meetings.
            continue
        plain = without_names(rule.needs)
        counted = _reach(plain, rule, room) if plain is not None else None
        few = far.fewest <= FEW * people
        if few and counted is not None and counted.fewest > far.fewest:
            yield found(
                f"Of {people} people, {counted.fewest - 1} can be missed by number, "
                f"but there is no quorum once {' and '.join(far.who)} are both away.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def _reached(
    charter: Charter, setting: Setting
) -> Iterator[tuple[Quorum, str, Room, Reach]]:
    for body in running(charter):
        room = Room.of(charter, body, setting)
        if not room.membership.seats:
            continue
        for rule in charter.rules_of(body, Quorum):
            yield rule, body, room, _reach(rule.needs, rule, room)


def _reach(test: Test, rule: Quorum, room: Room) -> Reach:
    return reach(test, room, means=rule.membership, steps=rule.steps)


def several_seats(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L13."""
    for body in running(charter):
        if not _counts(charter, body):
            continue
        membership = charter.rule_of(body, Seats)
        for post, seats in shared(charter, body).items():
            yield found(
                f"{post} holds {len(seats)} seats ({', '.join(seats)}), so there are "
                "more seats than people: a count of seats and one of people differ.",
                at=membership.clause if membership else "",
                line=membership.place.line if membership else 0,
                body=body,
            )


def _counts(charter: Charter, body: str) -> bool:
    """Tell if a body counts heads or seats anywhere."""
    tests = [rule.needs for rule in charter.rules_of(body, Quorum)]
    tests += [
        rule.carried_if
        for rule in charter.rules_of(body, Decision)
        if rule.carried_if is not None
    ]
    return any(
        isinstance(one, Compare) and one.unit in (Unit.PERSON, Unit.SEAT)
        for test in tests
        for one in tests_in(test)
    )


CHECKS = (
    Check(
        id="L11",
        severity=Severity.DEFECT,
        title="The quorum cannot be reached",
        means="However many come, the body cannot decide.",
        repair="Fill the vacancies, or ask for a number that can be had.",
        example="At least nine members are present. (The table has eight seats.)",
        find=unreachable,
    ),
    Check(
        id="L12",
        severity=Severity.UNINTENDED,
        title="Very few absences take the quorum away",
        means="One or two people who fall ill stop the whole body from deciding.",
        repair="Ask for fewer, or let others stand in for those who are named.",
        example="All four members are present.",
        find=fragile,
    ),
    Check(
        id="L13",
        severity=Severity.UNINTENDED,
        title="One person sits in several seats",
        means="Two careful people count the same room and get different numbers.",
        repair="Say whether seats or people are counted, or give the second seat to "
        "somebody else.",
        example="Two rows of the table: vice-chair, Head of Harbours; engineer, Head "
        "of Harbours.",
        find=several_seats,
    ),
)
