"""Who is present at a moment and counts, who does not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quorate.facts.meeting import Interest, Meeting, Presence
from quorate.facts.people import Substitution, as_known, holds_on, not_after
from quorate.rules.finding import LeftOut
from quorate.rules.membership import Entry, Membership


@dataclass(frozen=True, slots=True)
class Counting:
    """What a rule says of those whose presence could count either way."""

    substitutes_count: str = ""
    without_vote_count: str = ""
    remote_counts: str = ""
    conflicted_count: str = ""
    replaces: str = ""
    """How long a holder who has sent a substitute is no member."""

    may_send: frozenset[str] | None = None
    """The seats that may send a substitute; None where every seat may."""

    lost_line: int | None = None
    """Minutes for which a lost line changes nothing; None where nothing is said."""

    interest_alone: bool = False
    """Whether an interest keeps a member from counting who did not leave for it."""


@dataclass(frozen=True, slots=True)
class Room:
    """Who is there at a moment, as the terms count them."""

    entries: tuple[Entry, ...]
    doubtful: tuple[tuple[str, Entry], ...] = ()
    """Those who count only if the named field says yes; the terms are silent on it."""

    left_out: tuple[LeftOut, ...] = ()
    recorded: bool = True
    """False where nobody took the roll."""


def is_there(
    presence: Presence,
    meeting: Meeting,
    at: datetime | date | None,
    *,
    lost_line: int | None = None,
) -> bool:
    """
    Tell if somebody was there at a moment; None asks if they came at all.

    Whoever takes part from elsewhere and loses the line is still there for
    `lost_line` minutes, where the terms give any.

    Executes: remote_presence.grace
    """
    if at is None:
        return True
    came, left = meeting.moment(presence.from_), left_at(presence, meeting, lost_line)
    if came is not None and not not_after(came, at):
        return False
    if left is None:
        return True
    # Whoever left at a moment is no longer there at that moment.
    return not not_after(left, at) if isinstance(left, datetime) else True


def left_at(
    presence: Presence, meeting: Meeting, lost_line: int | None
) -> datetime | date | None:
    """Return from when somebody is no longer there; None where they stayed."""
    left = meeting.moment(presence.until)
    if lost_line is None or presence.line_lost != "yes" or presence.how != "remote":
        return left
    return left + timedelta(minutes=lost_line) if isinstance(left, datetime) else left


def room_at(
    meeting: Meeting,
    membership: Membership,
    counting: Counting,
    *,
    substitutes: tuple[Substitution, ...] = (),
    at: datetime | date | None = None,
    item: str = "",
    known_at: datetime | date | None = None,
) -> Room:
    """
    Say who is in the room at a moment and counts.

    `at` is a moment in the body's own time; None takes everybody who came. `item`
    names the item in hand, for interests and for substitutes of one item. An observer,
    a guest and the holder of a suspended seat never count; a substitute counts once,
    and not beside the holder. A holder who comes during an item takes over from the
    substitute after it, or not that day where the terms say so.

    Executes: quorum.substitutes_count, quorum.remote_counts,
    quorum.without_vote_count, quorum.conflicted_count, substitutes.replaces,
    remote_presence.grace
    """
    there = [
        one
        for one in as_known(meeting.present, known_at)
        if is_there(one, meeting, at, lost_line=counting.lost_line)
    ]
    entries: dict[str, tuple[Entry, Presence]] = {}
    left_out: list[LeftOut] = []
    stand_ins = as_known(substitutes, known_at)
    for presence in there:
        placed = False
        for entry, why_not in _places(presence, meeting, membership, stand_ins, item):
            placed = True
            refused = why_not or _not_sent(entry, counting)
            if refused:
                left_out.append(LeftOut(entry.person, refused))
                continue
            held = entries.get(entry.seat)
            if held and held[0].person != entry.person:
                first, second, why = _either(
                    held, (entry, presence), meeting, counting, item
                )
                left_out.append(LeftOut(second[0].person, why))
                entries[entry.seat] = first
            else:
                entries[entry.seat] = (entry, presence)
        if not placed:
            why = {"observer": "an observer"}.get(presence.as_, "a guest")
            left_out.append(LeftOut(presence.person, why))
    withdrawn = _withdrawn(meeting, item, known_at, all_of_them=counting.interest_alone)
    return _counted(
        entries,
        membership,
        counting,
        withdrawn=withdrawn,
        left_out=left_out,
        recorded=meeting.roll_taken == "yes",
    )


def _not_sent(entry: Entry, counting: Counting) -> str:
    if entry.holder or counting.may_send is None or entry.seat in counting.may_send:
        return ""
    return "no substitute for this seat"


def _either(
    one: tuple[Entry, Presence],
    other: tuple[Entry, Presence],
    meeting: Meeting,
    counting: Counting,
    item: str,
) -> tuple[tuple[Entry, Presence], tuple[Entry, Presence], str]:
    """Return which of two people a seat is there by, the other, and why."""
    holder, substitute = (one, other) if one[0].holder else (other, one)
    if holder[0].holder and not substitute[0].holder:
        if counting.replaces == "the whole meeting":
            return substitute, holder, "a substitute has the seat for the meeting"
        if item and _came_during(holder[1], substitute[1], meeting, item):
            return substitute, holder, "the substitute goes on to the end of the item"
    return holder, substitute, "the holder is there as well"


def _came_during(
    holder: Presence, substitute: Presence, meeting: Meeting, item: str
) -> bool:
    """Tell if a holder came after the item in hand had begun with the substitute."""
    began, came = begins(meeting, item), meeting.moment(holder.from_)
    stood_in = meeting.moment(substitute.from_)
    if began is None or came is None or not_after(came, began):
        return False
    return stood_in is None or not_after(stood_in, came)


def begins(meeting: Meeting, item: str) -> datetime | date | None:
    """Return when an item began: when the one before it was decided, or the opening."""
    began = meeting.opens
    for one in meeting.items:
        if one.name == item:
            break
        decided = meeting.moment(one.at)
        if decided is not None:
            began = decided
    return began


def _places(
    presence: Presence,
    meeting: Meeting,
    membership: Membership,
    substitutes: tuple[Substitution, ...],
    item: str,
) -> Iterator[tuple[Entry, str]]:
    """Yield each seat that somebody's presence fills, or why it fills none."""
    if presence.as_ in ("observer", "guest"):
        return
    own = membership.held_by(presence.person)
    if presence.as_ != "substitute":
        for seat in own:
            if presence.seat in ("", seat):
                yield _seated(Entry(seat, presence.person), membership)
    for one in substitutes:
        if one.person == presence.person and _stands_in(one, meeting, item):
            if presence.seat not in ("", one.seat) or one.seat in own:
                continue
            yield _seated(Entry(one.seat, presence.person, holder=False), membership)
            return
    if presence.as_ == "substitute" and presence.seat in membership.by_name:
        yield _seated(Entry(presence.seat, presence.person, holder=False), membership)


def _seated(entry: Entry, membership: Membership) -> tuple[Entry, str]:
    seat = membership.by_name.get(entry.seat)
    if seat is None:
        return entry, "a guest"
    if seat.capacity == "observer":
        return entry, "an observer"
    if entry.seat in membership.suspended and entry.holder:
        return entry, "suspended"
    return entry, ""


def _stands_in(one: Substitution, meeting: Meeting, item: str) -> bool:
    if one.meeting not in ("", meeting.name):
        return False
    if one.item and one.item != item:
        return False
    on = meeting.opens
    return on is None or holds_on(one.from_, one.until, on)


def _withdrawn(
    meeting: Meeting,
    item: str,
    known_at: datetime | date | None,
    *,
    all_of_them: bool,
) -> dict[str, Interest]:
    found = meeting.item(item) if item else None
    if found is None:
        return {}
    return {
        one.person: one
        for one in as_known(found.interests, known_at)
        if one.withdrew == "yes" or all_of_them
    }


def _counted(
    entries: dict[str, tuple[Entry, Presence]],
    membership: Membership,
    counting: Counting,
    *,
    withdrawn: dict[str, Interest],
    left_out: list[LeftOut],
    recorded: bool,
) -> Room:
    counted: list[Entry] = []
    doubtful: list[tuple[str, Entry]] = []
    order = [seat.name for seat in membership.seats if seat.name in entries]
    for seat in order:
        entry, presence = entries[seat]
        asked = []
        if not entry.holder:
            asked.append(("substitutes_count", "a substitute does not count"))
        if presence.how == "remote":
            asked.append(("remote_counts", "takes part from elsewhere"))
        if membership.without_vote(seat):
            asked.append(("without_vote_count", "a seat without a vote does not count"))
        if entry.person in withdrawn:
            left = withdrawn[entry.person].withdrew == "yes"
            why = "withdrew for an interest" if left else "an interest declared"
            asked.append(("conflicted_count", why))
        said = [(name, why, getattr(counting, name)) for name, why in asked]
        refused = next((why for _, why, answer in said if answer == "no"), "")
        open_field = next((name for name, _, answer in said if not answer), "")
        if refused:
            left_out.append(LeftOut(entry.person, refused))
        elif open_field:
            doubtful.append((open_field, entry))
        else:
            counted.append(entry)
    return Room(
        tuple(counted),
        tuple(doubtful),
        tuple(sorted(left_out, key=lambda one: (one.who, one.why))),
        recorded=recorded,
    )


def moments_of(
    meeting: Meeting, *, lost_line: int | None = None
) -> tuple[datetime | date, ...]:
    """
    Return the moments at which somebody comes or goes, the opening first.

    Whoever loses the line goes when the `lost_line` minutes are over.
    """
    found = {
        moment
        for one in meeting.present
        for moment in (meeting.moment(one.from_), left_at(one, meeting, lost_line))
        if moment is not None
    }
    opening = [meeting.opens] if meeting.opens is not None else []
    later = sorted(
        (one for one in found if opening and not not_after(one, opening[0])),
        key=lambda one: one if isinstance(one, datetime) else _start(one),
    )
    return tuple(opening + later)


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min)
