"""The facts of a case, as a file of the same plain YAML that rules are written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quorate.charter.fields import read_fields, said
from quorate.charter.nodes import Text
from quorate.charter.readers import NAME_READER, WORDS, Many, Part, Table
from quorate.facts.consultation import Consultation
from quorate.facts.events import Event
from quorate.facts.meeting import Held, Meeting
from quorate.facts.people import Appointment, Holding, Substitution

if TYPE_CHECKING:
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems


@dataclass(frozen=True, slots=True)
class People:
    """By seat, the person who holds it: shorthand for plain appointments."""

    words: str = "seats with the person in each"

    def read(self, node: Node, problems: Problems) -> tuple[Appointment, ...] | None:
        """Return an appointment for each seat."""
        pairs = Table(WORDS).read(node, problems)
        if pairs is None:
            return None
        return tuple(Appointment(seat=seat, person=person) for seat, person in pairs)

    def write(self, value: tuple[Appointment, ...]) -> Any:  # noqa: ANN401  Plain names with values.
        """Return the shorthand."""
        return {one.seat: one.person for one in value}

    def schema(self) -> dict[str, Any]:
        """Seats with persons."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What happened, as far as it is known."""

    people: tuple[Appointment, ...] = said(
        People(), "by seat, who holds it throughout", empty=()
    )
    appointments: tuple[Appointment, ...] = said(
        Many(Part(Appointment, "an appointment")), "appointments with dates", empty=()
    )
    offices: tuple[Holding, ...] = said(
        Many(Part(Holding, "an office held")), "who holds which office", empty=()
    )
    substitutes: tuple[Substitution, ...] = said(
        Many(Part(Substitution, "a substitute")), "who stands in", empty=()
    )
    meetings: tuple[Meeting, ...] = said(
        Many(Held(Meeting, "a meeting")), "meetings", empty=()
    )
    consultations: tuple[Consultation, ...] = said(
        Many(Part(Consultation, "a consultation")), "consultations", empty=()
    )
    events: tuple[Event, ...] = said(Many(Part(Event, "an event")), "events", empty=())
    recorded: tuple[str, ...] = said(
        Many(WORDS), "what is on record, for conditions that ask for it", empty=()
    )
    rulings: tuple[tuple[str, str], ...] = said(
        Table(WORDS), "rulings by name, with what was ruled", empty=()
    )
    elsewhere: tuple[tuple[str, str], ...] = said(
        Table(WORDS, names=NAME_READER),
        "by person, another organisation they are of",
        empty=(),
    )

    @property
    def all_appointments(self) -> tuple[Appointment, ...]:
        """Appointments in either form."""
        return self.people + self.appointments

    def meeting(self, name: str = "") -> Meeting | None:
        """Return the meeting of that name; without one, the only or the first."""
        return next(
            (one for one in self.meetings if not name or one.name == name), None
        )

    def consultation(self, name: str = "") -> Consultation | None:
        """Return the consultation of that name; without one, the only or the first."""
        return next(
            (one for one in self.consultations if not name or one.name == name), None
        )


def facts_from(node: Node | None, problems: Problems) -> Facts:
    """Read facts from a mapping; every problem is noted."""
    if node is None or (isinstance(node, Text) and not node.value):
        return Facts()
    return Facts(**read_fields(Facts, node, problems, called="a file of facts"))
