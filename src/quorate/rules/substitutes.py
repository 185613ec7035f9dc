"""Whether somebody may stand in for the holder of a seat at a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quorate.charter.kinds.membership import Substitutes
from quorate.charter.timing import Deadline
from quorate.facts.calendar import Calendar
from quorate.facts.days import UnknownYear
from quorate.facts.meeting import Meeting
from quorate.facts.people import Substitution, as_known, day_of, holds_on, not_after
from quorate.rules.attendance import NOT_COUNTED, SUBSTITUTE, History, attended_by_seat
from quorate.rules.deadlines import due
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.membership import Membership
from quorate.rules.readings import Answer, readings_of
from quorate.rules.silence import silence
from quorate.rules.verdict import (
    MET,
    NOT_MET,
    NOT_STATED,
    UNKNOWN,
    Verdict,
    all_of,
    of,
)


@dataclass(frozen=True, slots=True)
class StandingIn:
    """Somebody who is to stand in for a seat at a meeting, and what is on record."""

    person: str
    seat: str
    meeting: Meeting
    history: History
    elsewhere: tuple[tuple[str, str], ...] = ()
    """By person, another organisation they are of."""

    calendar: Calendar | None = None

    @property
    def membership(self) -> Membership:
        """Who sat where when the meeting opened."""
        return self.history.members(self.meeting)

    @property
    def sent(self) -> tuple[Substitution, ...]:
        """Every substitution on record for the meeting."""
        on = self.meeting.opens
        return tuple(
            one
            for one in as_known(self.history.substitutes, self.history.known_at)
            if one.meeting in ("", self.meeting.name)
            and (on is None or holds_on(one.from_, one.until, on))
        )

    @property
    def own(self) -> Substitution | None:
        """The substitution of this person for this seat."""
        mine = [one for one in self.sent if one.person == self.person]
        return next((one for one in mine if one.seat == self.seat), None)


def may_stand_in(terms: Substitutes | None, who: StandingIn, *, body: str) -> Finding:
    """
    Say whether somebody may stand in for a seat at a meeting.

    Where the terms name the seats that may send a substitute, no other may. Each
    condition that they set is a reason of its own; a condition that they do not set
    is not asked. The outcome is: may stand in, refused. That a holder came as well
    undoes nothing and is pointed out.

    Executes: substitutes.allowed, substitutes.for_seats, substitutes.named,
    substitutes.notice, substitutes.how_many, substitutes.from_same_organisation,
    substitutes.several_seats, substitutes.most_running, substitutes.replaces
    """
    if terms is None:
        return silence("substitute", "substitutes", body=body)
    verdict = _verdict(terms, who)

    def explain() -> Explanation:
        def judge(varied: Substitutes) -> Answer:
            found = _verdict(varied, who)
            return found, _called(found)

        reasons = tuple(_reasons(terms, who))
        because = (
            reasons[0]
            if len(reasons) == 1
            else Reason("all", verdict, terms.clause, parts=reasons)
        )
        missing = tuple(
            Missing("on record", 1, "", (one.says,))
            for one in reasons
            if one.verdict is UNKNOWN
        )
        notes = tuple(_notes(terms, who))
        return Explanation(because, missing, readings_of(terms, judge), None, notes)

    return Finding(
        "substitute",
        verdict,
        outcome=_called(verdict),
        clause=terms.clause,
        explain=explain,
    )


def _called(verdict: Verdict) -> str:
    return {MET: "may stand in", NOT_MET: "refused"}.get(verdict, "")


def _verdict(terms: Substitutes, who: StandingIn) -> Verdict:
    return all_of(one.verdict for one in _reasons(terms, who))


def _reasons(terms: Substitutes, who: StandingIn) -> Iterator[Reason]:
    if terms.allowed == "no":
        yield _reason(terms, who, "substitutes are allowed", NOT_MET)
        return
    if terms.for_seats:
        covered = any(who.seat in who.membership.seats_of(n) for n in terms.for_seats)
        yield _reason(terms, who, "the seat may send one", of(covered))
    came = any(
        one.person == who.person and one.as_ == "substitute" and one.seat == who.seat
        for one in as_known(who.meeting.present, who.history.known_at)
    )
    if who.own is None:
        # Whoever came for the seat was sent; whether in time, nothing says.
        unsent = NOT_MET if not came else MET
        if came and (terms.named == "in advance" or terms.notice is not None):
            unsent = UNKNOWN
        yield _reason(terms, who, "sent for the seat", unsent)
    else:
        yield from _named(terms, who, who.own)
    if terms.from_same_organisation == "yes":
        yield _reason(terms, who, "from the seat's organisation", _from(who))
    if terms.how_many is not None:
        yield _how_many(terms, terms.how_many, who)
    yield from _one_seat(terms, who)
    if terms.most_running is not None:
        yield _running(terms, terms.most_running, who)


def _reason(terms: Substitutes, who: StandingIn, says: str, verdict: Verdict) -> Reason:
    values: dict[str, Value] = {"who": who.person, "seat": who.seat}
    left = (LeftOut(who.person, f"not {says}"),) if verdict is NOT_MET else ()
    return Reason(says, verdict, terms.clause, left_out=left, values=values)


def _named(terms: Substitutes, who: StandingIn, sent: Substitution) -> Iterator[Reason]:
    opens = who.meeting.opens
    if terms.notice is None and terms.named != "in advance":
        yield _reason(terms, who, "sent for the seat", MET)
        return
    if sent.named is None or opens is None:
        yield _reason(terms, who, "named in time", UNKNOWN)
        return
    verdict = of(not_after(sent.named, opens))
    if verdict is MET and isinstance(terms.notice, Deadline):
        verdict = _in_time(terms.notice, sent.named, opens, who.calendar)
    elif isinstance(sent.named, datetime) and isinstance(opens, datetime):
        verdict = of(sent.named < opens)
    yield _reason(terms, who, "named in time", verdict)


def _in_time(
    notice: Deadline,
    named: datetime | date,
    opens: datetime | date,
    calendar: Calendar | None,
) -> Verdict:
    if calendar is None:
        return UNKNOWN
    try:
        last = due(notice, anchor=_local(opens, calendar), calendar=calendar)
    except (UnknownYear, ValueError):
        return UNKNOWN
    if not isinstance(named, datetime):
        return of(day_of(named) <= last.last)
    moment = _local(named, calendar)
    if not isinstance(moment, datetime):
        return of(day_of(named) <= last.last)
    return of(last.met_by(moment.astimezone(UTC)))


def _local(moment: datetime | date, calendar: Calendar) -> datetime | date:
    """Return a time of the body's own clock as an instant."""
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=calendar.zone)
    return moment


def _from(who: StandingIn) -> Verdict:
    seat = who.membership.by_name.get(who.seat)
    if seat is None or not seat.organisations:
        return UNKNOWN
    known = {name for person, name in who.elsewhere if person == who.person}
    if who.own is not None and who.own.organisation:
        known.add(who.own.organisation)
    for held in who.membership.held_by(who.person):
        known |= set(who.membership.by_name[held].organisations)
    if not known:
        return UNKNOWN
    return of(bool(known & set(seat.organisations)))


def _how_many(terms: Substitutes, most: int, who: StandingIn) -> Reason:
    """The first so many that were named may come; those on one day by their codes."""
    named = sorted(
        (one for one in who.sent if one.seat == who.seat),
        key=lambda one: (
            one.named is None,
            str(one.named or ""),
            one.person,
        ),
    )
    people = list(dict.fromkeys(one.person for one in named))
    place = people.index(who.person) if who.person in people else len(people)
    return Reason(
        "how many a seat may send",
        of(place < most),
        terms.clause,
        need=most,
        have=max(len(people), place + 1),
        unit="person",
        counted=tuple(people[:most]),
        left_out=tuple(
            LeftOut(one, "one too many for the seat") for one in people[most:]
        ),
    )


def _one_seat(terms: Substitutes, who: StandingIn) -> Iterator[Reason]:
    others = sorted(
        {one.seat for one in who.sent if one.person == who.person} - {who.seat}
    )
    if not others:
        return
    verdict = {"yes": MET, "no": NOT_MET}.get(terms.several_seats, NOT_STATED)
    values: dict[str, Value] = {"who": who.person, "seats": tuple(others)}
    yield Reason("for several seats", verdict, terms.clause, values=values)


def _running(terms: Substitutes, most: int, who: StandingIn) -> Reason:
    """Count the meetings just before this one to which the seat sent a substitute."""
    opens = who.meeting.opens
    before = [one for one in who.history.until(opens) if one.name != who.meeting.name]
    run: list[str] = []
    for meeting in reversed(before):
        mark = attended_by_seat(who.seat, meeting, who.history)
        if mark.how == NOT_COUNTED:
            continue
        if mark.how != SUBSTITUTE:
            break
        run.append(meeting.name)
    return Reason(
        "substitutes running",
        of(len(run) < most),
        terms.clause,
        need=most,
        have=len(run) + 1,
        unit="meeting",
        counted=tuple(reversed(run)),
    )


def _notes(terms: Substitutes, who: StandingIn) -> Iterator[Reason]:
    holder = who.membership.holders.get(who.seat, "")
    if not holder:
        yield Reason("the seat is vacant", MET, terms.clause)
    present = {one.person for one in as_known(who.meeting.present, None)}
    if holder and holder in present:
        values: dict[str, Value] = {"replaces": terms.replaces or "not stated"}
        yield Reason(
            "the holder is there as well",
            MET if terms.replaces else NOT_STATED,
            terms.clause,
            counted=(holder,),
            values=values,
        )
    if who.membership.held_by(who.person):
        yield Reason("has a seat of their own", MET, terms.clause)
