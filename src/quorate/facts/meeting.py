"""What happened at a meeting: who was there, as whom, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from quorate.charter.fields import said
from quorate.charter.nodes import Text
from quorate.charter.readers import (
    MOMENT,
    NAME_READER,
    WHOLE,
    WORDS,
    YES_NO,
    Choice,
    Many,
    Moment,
    Part,
    Table,
)
from quorate.facts.people import Known, not_after

if TYPE_CHECKING:
    from quorate.charter.fields import Plain
    from quorate.charter.nodes import Node
    from quorate.charter.problems import Problems


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on the day of the meeting (`14:05`), or a whole moment."""

    words: str = "a time of day such as 14:05"

    def read(self, node: Node, problems: Problems) -> time | datetime | date | None:
        """Return the time or the moment."""
        if isinstance(node, Text) and len(node.value.strip()) == len("14:05"):
            try:
                return time.fromisoformat(node.value.strip())
            except ValueError:
                problems.add(node.place, f"there is no time {node.value.strip()}")
                return None
        return MOMENT.read(node, problems)

    def write(self, value: time | datetime | date) -> Plain:
        """Return the time as typed."""
        if isinstance(value, time):
            return value.isoformat(timespec="minutes")
        return MOMENT.write(value)

    def schema(self) -> dict[str, Any]:
        """A time or a moment."""
        return {"type": "string", "pattern": r"^\d\d:\d\d$|^\d{4}-\d\d-\d\d"}


@dataclass(frozen=True, slots=True)
class Short:
    """A described value, or its first field alone as plain words."""

    of: type
    field: str
    called: str

    @property
    def words(self) -> str:
        """What it is called."""
        return self.called

    def read(self, node: Node, problems: Problems) -> Any | None:  # noqa: ANN401  The value has the type `of`.
        """Return the value."""
        if isinstance(node, Text):
            said_words = WORDS.read(node, problems)
            return None if said_words is None else self.of(**{self.field: said_words})
        return Part(self.of, self.called).read(node, problems)

    def write(self, value: Any) -> Plain:  # noqa: ANN401  as above.
        """Return plain words where nothing else is said."""
        written = Part(self.of, self.called).write(value)
        alone = isinstance(written, dict) and set(written) == {self.field}
        return written[self.field] if alone and isinstance(written, dict) else written

    def schema(self) -> dict[str, Any]:
        """Words or the whole."""
        whole = Part(self.of, self.called).schema()
        return {"anyOf": [{"type": "string"}, whole]}


CLOCK = Clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Known):
    """A person at a meeting."""

    person: str = said(WORDS, "the person's code", required=True, empty="")
    seat: str = said(
        NAME_READER, "the seat", silent="every seat that the person holds", empty=""
    )
    as_: str = said(
        Choice(("holder", "substitute", "observer", "guest")),
        "as whom",
        silent="worked out from the appointments",
        empty="",
    )
    how: str = said(Choice(("room", "remote")), "in the room or remote", empty="room")
    from_: time | datetime | date | None = said(
        CLOCK, "from when", silent="the opening"
    )
    until: time | datetime | date | None = said(CLOCK, "until when", silent="the close")
    line_lost: str = said(
        YES_NO, "whether the line was lost then, and nobody left", empty="no"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology(Known):
    """An absence that was announced."""

    person: str = said(WORDS, "the person's code", empty="")
    seat: str = said(NAME_READER, "the seat", empty="")
    taken_by: str = said(WORDS, "who took it", empty="")
    excused: str = said(YES_NO, "whether the absence was excused", empty="")
    reason: str = said(WORDS, "the kind of reason", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Known):
    """An interest that a person declared in an item."""

    person: str = said(WORDS, "the person's code", required=True, empty="")
    declared: time | datetime | date | None = said(CLOCK, "when it was declared")
    withdrew: str = said(YES_NO, "whether the person left for the item", empty="")
    about: str = said(WORDS, "what it is", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast(Known):
    """One ballot: what a seat voted."""

    seat: str = said(NAME_READER, "the seat", required=True, empty="")
    vote: str = said(
        Choice(("for", "against", "abstain")), "what it voted", required=True, empty=""
    )
    person: str = said(WORDS, "who cast it", silent="the holder", empty="")
    votes: int | None = said(WHOLE, "how many votes, where they can be split")
    proxy: str = said(YES_NO, "whether it was cast by proxy", empty="no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Votes that were only counted."""

    in_favour: int | None = said(WHOLE, "how many in favour")
    against: int | None = said(WHOLE, "how many against")
    abstained: int | None = said(WHOLE, "how many abstained")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Known):
    """One item of a meeting, and what was done with it."""

    name: str = said(WORDS, "the item's name", required=True, empty="")
    title: str = said(WORDS, "its title", empty="")
    matter: str = said(WORDS, "the sort of matter", empty="")
    at: time | datetime | date | None = said(CLOCK, "when it was decided")
    interests: tuple[Interest, ...] = said(
        Many(Short(Interest, "person", "an interest")), "interests declared", empty=()
    )
    ballots: tuple[Cast, ...] = said(
        Many(Part(Cast, "a ballot")), "ballots by seat", empty=()
    )
    votes: tuple[tuple[str, str], ...] = said(
        Table(Choice(("for", "against", "abstain"))), "by seat, what it voted", empty=()
    )
    count: Count | None = said(Part(Count, "a count"), "votes only counted")
    secret: str = said(YES_NO, "whether the ballot was secret", empty="no")
    objections: tuple[str, ...] = said(Many(WORDS), "persons who objected", empty=())
    agreed_by_none: str = said(YES_NO, "yes where nobody spoke in favour", empty="no")
    vote_asked_for: str = said(YES_NO, "whether somebody asked for a vote", empty="no")
    casting_vote: str = said(
        Choice(("for", "against", "not used")), "the casting vote", empty=""
    )
    casting_by: str = said(WORDS, "who cast it", empty="")
    drawn: str = said(WORDS, "what the lot decided", empty="")
    declared: str = said(
        Choice(("carried", "carried unanimously", "lost", "agreed", "not agreed")),
        "the result that was declared",
        empty="",
    )
    declared_by: str = said(WORDS, "who declared it", empty="")
    challenged: time | datetime | date | None = said(
        CLOCK, "when the declared result was challenged"
    )
    minuted: str = said(YES_NO, "whether the minutes carry it", empty="")
    rulings: tuple[tuple[str, str], ...] = said(
        Table(WORDS), "by seat, a ruling on its right to vote: yes or no", empty=()
    )
    subject_to: str = said(WORDS, "the body it is subject to", empty="")
    confirms: str = said(WORDS, "the decision in principle that it confirms", empty="")
    withdrawn: str = said(
        YES_NO, "whether it was taken back before it was decided", empty="no"
    )
    follows: str = said(
        WORDS, "the item that was withdrawn and is put again in other words", empty=""
    )
    under_delegation: str = said(WORDS, "the delegation it is taken under", empty="")
    proposed_by: str = said(WORDS, "who proposed it for the agenda", empty="")
    left_out: str = said(YES_NO, "whether it was taken off the agenda", empty="no")
    nothing_to_report: str = said(
        YES_NO, "whether it stands there to say that there is nothing", empty="no"
    )
    urgent: str = said(
        YES_NO, "whether it was not on the agenda that went out", empty="no"
    )
    let_in_by: str = said(
        WORDS, "who agreed to deal with it all the same: a person, or meeting", empty=""
    )
    private: str = said(YES_NO, "whether it was dealt with in private", empty="no")
    private_ground: str = said(WORDS, "on what ground", empty="")
    private_by: str = said(WORDS, "who decided that", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Known):
    """One meeting of a body."""

    name: str = said(WORDS, "the meeting's name", silent="'meeting'", empty="meeting")
    body: str = said(NAME_READER, "the body", silent="the body in question", empty="")
    opens: datetime | date | None = said(
        Moment(), "when it opened", required=True, example="2019-07-02 14:00"
    )
    closes: time | datetime | date | None = said(CLOCK, "when it closed")
    sort: str = said(
        Choice(("ordinary", "extra", "incident", "adjourned", "annual")),
        "what sort of meeting",
        empty="ordinary",
    )
    state: str = said(
        Choice(("planned", "held", "cancelled", "postponed", "abandoned")),
        "whether it was held",
        empty="held",
    )
    present: tuple[Presence, ...] = said(
        Many(Short(Presence, "person", "somebody present")), "who was there", empty=()
    )
    apologies: tuple[Apology, ...] = said(
        Many(Short(Apology, "person", "an apology")), "who sent apologies", empty=()
    )
    items: tuple[Item, ...] = said(
        Many(Part(Item, "an item")), "its items, in order", empty=()
    )
    roll_taken: str = said(
        YES_NO, "no where nobody recorded who was there", empty="yes"
    )
    presided_by: str = said(WORDS, "who presided", empty="")
    called_by: str = said(WORDS, "who called it", empty="")
    agreed_by: str = said(WORDS, "whose agreement it was called with", empty="")
    ground: str = said(WORDS, "the ground for an incident meeting", empty="")
    agenda_set_by: str = said(WORDS, "who set its agenda", empty="")
    agenda_cleared_by: str = said(WORDS, "who cleared its agenda", empty="")
    defect_found_out: datetime | date | None = said(
        Moment(), "when a fault in its notice was found out", silent="not on record"
    )
    announced: datetime | date | None = said(
        Moment(), "when its day was set", silent="not known"
    )

    def moment(self, clock: time | datetime | date | None) -> datetime | date | None:
        """Return a time of day as a moment on the day of the meeting."""
        if isinstance(clock, time) and self.opens is not None:
            return datetime.combine(self.opens, clock)
        return clock if not isinstance(clock, time) else None

    def item(self, name: str) -> Item | None:
        """Return the item of that name."""
        return next((one for one in self.items if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Held(Part):
    """A meeting as a mapping, whose times come one after another."""

    def read(self, node: Node, problems: Problems) -> Meeting | None:
        """Return the meeting; a time that comes before its beginning is noted."""
        meeting: Meeting | None = Part.read(self, node, problems)
        if meeting is None or meeting.opens is None:
            return meeting
        left = ((f"{one.person} left", one.from_, one.until) for one in meeting.present)
        for what, began, ended in (("the meeting closes", None, meeting.closes), *left):
            start = meeting.moment(began) or meeting.opens
            end = meeting.moment(ended)
            if end is not None and not not_after(start, end):
                problems.add(
                    node.place,
                    f"{what} at {MOMENT.write(end)}, before {MOMENT.write(start)}",
                    "Where that was after midnight, write the day too.",
                )
        return meeting
