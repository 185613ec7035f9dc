"""Whether a body can decide: at its opening, at an item, after people have left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product

from quorate.charter.kinds.membership import Substitutes
from quorate.charter.kinds.quorum import Quorum
from quorate.facts.meeting import Meeting
from quorate.facts.people import not_after
from quorate.rules.finding import Explanation, Finding, Missing, Reading, Reason
from quorate.rules.membership import Membership
from quorate.rules.quick import Columns, quick, quick_batch
from quorate.rules.quick_reasons import quick_explainer
from quorate.rules.quorum_reasons import follows, sizes
from quorate.rules.readings import readings_of
from quorate.rules.reasons import explainer, missing_from, reason_for
from quorate.rules.roll import Room, moments_of
from quorate.rules.seat_readings import seat_readings
from quorate.rules.sets import Ground
from quorate.rules.sitting import Sitting, counting_of, ground_of, needed, room_of
from quorate.rules.testing import ready
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

_new = object.__new__
"""Makes a finding without a call of its own for it, which would be half of its time."""


class ReadyFinding(Finding):
    """A finding of a quorum that was made ready: made in less than a microsecond."""

    __slots__ = ("_ready", "_roll")

    _ready: ReadyQuorum
    _roll: Columns

    def __getattr__(self, name: str) -> object:
        """Return the outcome, clause and question: the same for every such finding."""
        if name == "outcome":
            return self._ready.effect if self.verdict is NOT_MET else ""
        if name == "clause":
            return self._ready.clause
        if name == "question":
            return "quorum"
        raise AttributeError(name)

    @property
    def explanation(self) -> Explanation:
        """The reasons, built when they are first asked for."""
        if self._explanation is None:
            self._explanation = self._ready.why(self._roll, self.verdict)
        return self._explanation


class ReadyQuorum:
    """
    A quorum made ready for one membership, to judge one roll after another.

    What depends on the membership alone is counted once. The rolls hold only those who
    count, in columns; each finding builds its explanation when it is asked for.

    Executes: quorum.needs, quorum.membership, quorum.steps
    """

    __slots__ = (
        "_explain",
        "_judge",
        "_needs",
        "_quick",
        "_quick_batch",
        "_quick_why",
        "_sizes",
        "_unmet",
        "clause",
        "effect",
    )

    def __init__(self, terms: Quorum, membership: Membership) -> None:
        """Make the terms ready for the membership of one day."""
        ground = ground_of(terms, membership)
        self._needs = terms.needs
        self._judge = ready(terms.needs, ground)
        self._quick = quick(terms.needs, ground)
        self._quick_batch = quick_batch(terms.needs, ground)
        self._quick_why = quick_explainer(terms.needs, ground, clause=terms.clause)
        self._explain = explainer(terms.needs, ground, clause=terms.clause)
        self._sizes = sizes(terms, ground)
        self._unmet = follows(terms)
        self.effect = terms.if_not
        self.clause = terms.clause

    def __call__(self, roll: Columns) -> Finding:
        """Judge one roll."""
        return next(self.findings((roll,)))

    def findings(self, rolls: Iterable[Columns]) -> Iterator[Finding]:
        """
        Yield a finding for each roll, in their order.

        None is kept: however many rolls come, memory stays as it is.
        """
        asked, judge = self._quick, self._judge
        for roll in rolls:
            found = _new(ReadyFinding)
            if asked is not None:
                found.verdict = MET if asked(roll) else NOT_MET
            else:
                found.verdict = judge({"present": roll.entries()})
            found._ready = self  # noqa: SLF001  See `_new`.
            found._roll = roll  # noqa: SLF001  See `_new`.
            found._explanation = None  # noqa: SLF001  See `_new`.
            yield found

    def verdicts(self, rolls: Iterable[Columns]) -> Iterator[Verdict]:
        """Yield the verdict of each roll, without a finding to explain it."""
        if self._quick_batch is not None:
            return self._quick_batch(rolls)
        judge = self._judge
        return (judge({"present": roll.entries()}) for roll in rolls)

    def why(self, roll: Columns, verdict: Verdict) -> Explanation:
        """Build the reasons for a roll and its verdict."""
        if self._quick_why is not None:
            because, missing = self._quick_why(roll)
        else:
            because = self._explain({"present": roll.entries()})
            missing = missing_from(self._needs, because)
        if verdict is MET:
            return Explanation(because, (), (), None, self._sizes)
        effect = self._unmet if verdict is NOT_MET else None
        return Explanation(because, missing, (), effect, self._sizes)


def quorum(
    terms: Quorum,
    sitting: Sitting,
    *,
    at: datetime | date | None = None,
    item: str = "",
) -> Finding:
    """
    Say whether a meeting can decide at a moment.

    `at` is a moment in the body's time zone; without it the question is about the
    item's own moment or, without an item, the opening. Where the terms test only at
    the opening, the opening is what counts for an item too. Without a roll the
    answer is unknown; where it turns on something that the terms do not say, it is
    not stated.

    Executes: quorum.needs, quorum.tested_at, quorum.if_not, quorum.reconvened,
    quorum.presumed
    """
    judged = _judge(terms, sitting, at, item)
    return Finding(
        "quorum",
        judged.verdict,
        outcome=judged.outcome,
        clause=terms.clause,
        explain=lambda: _whole(terms, sitting, at, item, judged),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    outcome: str
    room: Room
    silent: tuple[str, ...] = ()
    """Fields on which the answer turns and the terms say nothing."""

    unplaced: bool = False
    """Whether a departure can't be placed against an item without a time."""

    waited: datetime | None = None
    """When the quorum came together in the time that a meeting waits for it."""


def _judge(
    terms: Quorum, sitting: Sitting, at: datetime | date | None, item: str
) -> _Judged:
    moments, unplaced = _moments(terms, sitting, at, item)
    judged = [_at(terms, sitting, moment, item) for moment in moments]
    verdicts = {one.verdict for one in judged}
    if len(verdicts) == 1:
        of_the_opening = at is None and moments == (sitting.meeting.opens,)
        if verdicts == {NOT_MET} and of_the_opening:
            return _after_waiting(terms, sitting, item) or judged[0]
        return judged[0]
    # An item without a time fell somewhere between these moments.
    room = judged[-1].room
    return _Judged(UNKNOWN, "", room, unplaced=unplaced)


def _after_waiting(terms: Quorum, sitting: Sitting, item: str) -> _Judged | None:
    """Return the quorum that came together in the time a meeting waits for it."""
    for moment in moments_of(sitting.meeting, lost_line=sitting.lost_line)[1:]:
        if not isinstance(moment, datetime):
            continue
        if not within_grace(terms, sitting.meeting, moment):
            return None
        judged = _at(terms, sitting, moment, item)
        if judged.verdict is MET:
            return replace(judged, waited=moment)
    return None


def _moments(
    terms: Quorum, sitting: Sitting, at: datetime | date | None, item: str
) -> tuple[tuple[datetime | date | None, ...], bool]:
    meeting = sitting.meeting
    if at is not None:
        return (at,), False
    if not item or terms.tested_at == "opening":
        return (meeting.opens,), False
    found = meeting.item(item)
    decided = meeting.moment(found.at) if found else None
    if isinstance(decided, datetime):
        return (decided,), False
    return moments_of(meeting, lost_line=sitting.lost_line) or (meeting.opens,), True


def _at(
    terms: Quorum, sitting: Sitting, at: datetime | date | None, item: str
) -> _Judged:
    room = room_of(sitting, counting_of(sitting, terms), at=at, item=item)
    if not room.recorded:
        verdict = MET if terms.presumed == "yes" else UNKNOWN
        return _Judged(verdict, "presumed" if verdict is MET else "", room)
    judge = ready(needed(terms, sitting, item), _ground(terms, sitting))
    fields = sorted({name for name, _ in room.doubtful})
    found: dict[tuple[bool, ...], Verdict] = {}
    for answers in product((False, True), repeat=len(fields)):
        taken = {name for name, yes in zip(fields, answers, strict=True) if yes}
        entries = room.entries + tuple(
            entry for name, entry in room.doubtful if name in taken
        )
        found[answers] = judge({"present": entries})
    verdicts = set(found.values())
    if len(verdicts) > 1:
        return _Judged(NOT_STATED, "", room, silent=tuple(fields))
    verdict = verdicts.pop()
    outcome = terms.if_not if verdict is NOT_MET else ""
    return _Judged(verdict, outcome, room)


def _ground(terms: Quorum, sitting: Sitting) -> Ground:
    return ground_of(terms, sitting.membership, sitting.rulings, sitting.standing_in)


def _whole(
    terms: Quorum,
    sitting: Sitting,
    at: datetime | date | None,
    item: str,
    judged: _Judged,
) -> Explanation:
    test, ground, room = (
        needed(terms, sitting, item),
        _ground(terms, sitting),
        judged.room,
    )
    entries = room.entries + tuple(entry for _, entry in room.doubtful)
    because = reason_for(
        test,
        ground,
        {"present": entries if room.recorded else None},
        clause=terms.clause,
        left_out=room.left_out,
    )
    missing = missing_from(test, because)
    return Explanation(
        because,
        missing if room.recorded else (Missing("a record of the roll"),),
        _readings(terms, sitting, at, item, room),
        follows(terms) if judged.verdict is NOT_MET else None,
        sizes(terms, ground) + tuple(_notes(terms, sitting, at, item, judged)),
    )


def _readings(
    terms: Quorum,
    sitting: Sitting,
    at: datetime | date | None,
    item: str,
    room: Room,
) -> tuple[Reading, ...]:
    def judge(varied: Quorum) -> tuple[Verdict, str]:
        found = _judge(varied, sitting, at, item)
        return found.verdict, found.outcome

    def stood_in(varied: Substitutes) -> tuple[Verdict, str]:
        found = _judge(terms, replace(sitting, standing_in=varied), at, item)
        return found.verdict, found.outcome

    readings = readings_of(terms, judge)
    if sitting.standing_in is not None and any(not one.holder for one in room.entries):
        only = frozenset({"may_preside"})
        readings += readings_of(sitting.standing_in, stood_in, only=only)

    def seated(other: Sitting) -> tuple[Verdict, str]:
        found = _judge(terms, other, at, item)
        return found.verdict, found.outcome

    return readings + seat_readings(sitting, seated)


def _notes(
    terms: Quorum,
    sitting: Sitting,
    at: datetime | date | None,
    item: str,
    judged: _Judged,
) -> Iterator[Reason]:
    clause = terms.clause
    for name in judged.silent:
        yield Reason("silent", NOT_STATED, clause, values={"field": name})
    if judged.unplaced:
        yield Reason("the item has no time", UNKNOWN, clause)
    if not judged.room.recorded:
        yield Reason("no roll was taken", judged.verdict, clause)
    if judged.waited is not None:
        values = {"until": judged.waited.isoformat(" ", "minutes")}
        yield Reason("waited for its quorum", MET, clause, values=values)
    if judged.verdict is MET and at is None and not judged.waited and not item:
        lost = lost_at(terms, sitting)
        if lost is not None:
            values = {
                "at": lost.isoformat(" ", "minutes")
                if isinstance(lost, datetime)
                else str(lost)
            }
            yield Reason("the quorum was lost later", NOT_MET, clause, values=values)
    moment = at or sitting.meeting.opens
    if (
        judged.verdict is NOT_MET
        and isinstance(moment, datetime)
        and within_grace(terms, sitting.meeting, moment)
    ):
        yield Reason("may still wait", MET, clause, values={"minutes": terms.grace})


def lost_at(terms: Quorum, sitting: Sitting) -> datetime | date | None:
    """
    Return the first moment after the opening at which the quorum no longer stands.

    None where it stood to the end, or never stood. Decisions before that moment
    stand; those after it take the effect that the terms give.
    """
    moments = moments_of(sitting.meeting, lost_line=sitting.lost_line)
    if not moments or _at(terms, sitting, moments[0], "").verdict is not MET:
        return None
    for moment in moments[1:]:
        if _at(terms, sitting, moment, "").verdict is NOT_MET:
            return moment
    return None


def within_grace(terms: Quorum, meeting: Meeting, at: datetime) -> bool | None:
    """
    Tell if a meeting without its quorum may still wait at a moment.

    None where the terms give no time to wait.

    Executes: quorum.grace
    """
    if terms.grace is None or not isinstance(meeting.opens, datetime):
        return None
    waited = (at - meeting.opens).total_seconds()
    return not_after(meeting.opens, at) and waited <= terms.grace * 60
