"""Who attended which meeting: the holder, a substitute, nobody, and with what word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.model import Charter
from quorate.facts.meeting import Apology, Meeting
from quorate.facts.people import (
    Appointment,
    Holding,
    Substitution,
    as_known,
    day_of,
    not_after,
)
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.membership import Membership, membership_on
from quorate.rules.roll import Counting, room_at
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

HOLDER, SUBSTITUTE = "holder", "substitute"
APOLOGY, ABSENT, EXCUSED = "apology", "absent without apology", "excused"
NOT_COUNTED, NOT_KNOWN = "not counted", "unknown"

NOT_HELD = {
    "planned": "the meeting has not been held",
    "cancelled": "the meeting was cancelled",
    "postponed": "the meeting was postponed",
}
KINDS = {"ordinary": "ordinary", "annual": "ordinary"}
"""An annual meeting is an ordinary one; each other sort stands for itself."""

EVERYBODY = Counting("yes", "yes", "yes", "yes")


@dataclass(frozen=True)
class History:
    """The meetings of a body with what is needed to say who came."""

    charter: Charter
    body: str
    meetings: tuple[Meeting, ...]
    appointments: tuple[Appointment, ...] = ()
    offices: tuple[Holding, ...] = ()
    substitutes: tuple[Substitution, ...] = ()
    known_at: datetime | date | None = None
    _members: dict[datetime | date, Membership] = field(
        default_factory=dict, compare=False, repr=False
    )

    def members(self, meeting: Meeting) -> Membership:
        """Return who sat where when a meeting opened."""
        on = meeting.opens or date.min
        if on not in self._members:
            self._members[on] = membership_on(
                self.charter,
                self.body,
                appointments=self.appointments,
                offices=self.offices,
                on=on,
                known_at=self.known_at,
            )
        return self._members[on]

    def until(self, at: datetime | date | None) -> tuple[Meeting, ...]:
        """Return the body's meetings up to a moment, in the order they opened."""
        found = [
            one
            for one in as_known(self.meetings, self.known_at)
            if one.opens is not None
            and one.body in ("", self.body)
            and (at is None or not_after(one.opens, at))
        ]
        return tuple(sorted(found, key=_opened))

    def sent_from(self, organisation: str, meeting: Meeting) -> frozenset[str]:
        """Return the seats whose holders were sent by an organisation, by record."""
        holders = self.members(meeting).holders
        return frozenset(
            one.seat
            for one in as_known(self.appointments, self.known_at)
            if one.organisation == organisation and holders.get(one.seat) == one.person
        )

    @property
    def abandoned_counts(self) -> str:
        """What the terms say of coming to a meeting without its quorum."""
        rules = self.charter.rules_of(self.body, Quorum)
        return next((one.abandoned_counts for one in rules if one.abandoned_counts), "")


@dataclass(frozen=True, slots=True)
class Attended:
    """What the record says of one seat, person or organisation at one meeting."""

    meeting: Meeting
    how: str
    """holder, substitute, apology, absent without apology, excused, not counted."""

    person: str = ""
    why: str = ""
    """Why the meeting is not counted; empty where it is."""

    apology: bool = False
    """Whether an apology is on record, whoever came instead."""

    flags: tuple[str, ...] = ()
    """Fields on which this rests and of which the terms say nothing."""

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return day_of(self.meeting.opens or date.min)


def attended_by_seat(
    seat: str,
    meeting: Meeting,
    history: History,
    *,
    kinds: tuple[str, ...] = (),
    excused_by: tuple[str, ...] = (),
) -> Attended:
    """
    Return what the record says of one seat at one meeting.

    `kinds` are the sorts of meeting that count; empty takes the ordinary ones alone.
    Whoever came to another sort came all the same; staying away from it is not
    counted. `excused_by` are reasons that excuse by themselves.

    Executes: attendance.meetings, attendance.excused_by, quorum.abandoned_counts
    """
    if meeting.state in NOT_HELD:
        return Attended(meeting, NOT_COUNTED, why=NOT_HELD[meeting.state])
    members = history.members(meeting)
    flags: tuple[str, ...] = ()
    if meeting.state == "abandoned":
        if history.abandoned_counts == "no":
            return Attended(meeting, NOT_COUNTED, why="the meeting was abandoned")
        flags = () if history.abandoned_counts else ("abandoned_counts",)
    holder = members.holders.get(seat, "")
    room = room_at(
        meeting,
        members,
        EVERYBODY,
        substitutes=history.substitutes,
        known_at=history.known_at,
    )
    found = next((one for one in room.entries if one.seat == seat), None)
    apology = _apology(seat, holder, meeting, history)
    if found is not None:
        how = HOLDER if found.holder else SUBSTITUTE
        return Attended(
            meeting, how, found.person, apology=apology is not None, flags=flags
        )
    why = _uncounted(seat, meeting, members, kinds)
    if why:
        return Attended(meeting, NOT_COUNTED, holder, why)
    if apology is not None:
        pardoned = apology.excused == "yes" or (
            apology.excused != "no" and apology.reason in excused_by
        )
        how = EXCUSED if pardoned else APOLOGY
        return Attended(meeting, how, holder, apology=True, flags=flags)
    how = ABSENT if room.recorded else NOT_KNOWN
    return Attended(meeting, how, holder, flags=flags)


def _uncounted(
    seat: str, meeting: Meeting, members: Membership, kinds: tuple[str, ...]
) -> str:
    if meeting.sort == "adjourned":
        return "it went on with a meeting already counted"
    if KINDS.get(meeting.sort, meeting.sort) not in (kinds or ("ordinary",)):
        return "not a kind of meeting that counts"
    if seat in members.suspended:
        return "suspended"
    if seat not in members.holders:
        return "the seat was vacant"
    return ""


def _apology(
    seat: str, holder: str, meeting: Meeting, history: History
) -> Apology | None:
    """Return the apology for a seat; one that was accepted as an excuse goes before."""
    found = [
        one
        for one in as_known(meeting.apologies, history.known_at)
        if (one.seat == seat or (not one.seat and one.person and one.person == holder))
    ]
    return next((one for one in found if one.excused == "yes"), None) or next(
        iter(found), None
    )


def attended(seat: str, meeting: Meeting, history: History) -> Finding:
    """
    Say whether a seat attended a meeting.

    The outcome is one of: holder, substitute, apology, absent without apology,
    excused, not counted. The answer is met where the holder came, or a substitute
    whose coming the terms count; where they are silent on that it is not stated.
    Without a roll it is unknown.

    Executes: substitutes.cures_absence, quorum.abandoned_counts
    """
    found = attended_by_seat(seat, meeting, history)
    rule = history.charter.rule_of(history.body, Substitutes)
    clause = rule.clause if rule is not None else ""
    cures = rule.cures_absence if rule is not None else ""
    verdict: Verdict = NOT_MET
    if found.how == HOLDER:
        verdict = MET
    elif found.how == SUBSTITUTE:
        verdict = {"yes": MET, "no": NOT_MET}.get(cures, NOT_STATED)
    elif found.how == NOT_KNOWN:
        verdict = UNKNOWN

    def explain() -> Explanation:
        values: dict[str, Value] = {"seat": seat, "meeting": meeting.name}
        values["how"] = found.how
        left = (LeftOut(meeting.name, found.why),) if found.why else ()
        came = found.how in (HOLDER, SUBSTITUTE)
        because = Reason(
            "attended",
            verdict,
            clause if found.how == SUBSTITUTE else "",
            counted=(found.person,) if came and found.person else (),
            left_out=left,
            values=values,
        )
        missing = (Missing("a roll"),) if verdict is UNKNOWN else ()
        return Explanation(because, missing, (), None, tuple(_flagged(found, cures)))

    return Finding(
        "attended",
        verdict,
        outcome="" if found.how == NOT_KNOWN else found.how,
        clause=clause if found.how == SUBSTITUTE else "",
        explain=explain,
    )


def _flagged(found: Attended, cures: str) -> Iterator[Reason]:
    silent = found.flags
    if found.how == SUBSTITUTE and not cures:
        silent += ("cures_absence",)
    for name in silent:
        yield Reason("silent", NOT_STATED, values={"field": name})


def _opened(meeting: Meeting) -> tuple[datetime, str]:
    """Order meetings by their opening; a day alone comes before its hours."""
    opens = meeting.opens or date.min
    if not isinstance(opens, datetime):
        opens = datetime.combine(opens, time.min)
    return opens.replace(tzinfo=None), meeting.name
