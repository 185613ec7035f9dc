"""What follows when somebody stays away as often as the terms bear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product

from quorate.charter.kinds.meetings import WINDOWS, Attendance
from quorate.charter.kinds.membership import Substitutes
from quorate.facts.meeting import Meeting
from quorate.rules.absence_counts import (
    AbsenceCount,
    Standing,
    absence_count,
    begins,
    standing,
)
from quorate.rules.absence_marks import Bearer, counts, marks_of
from quorate.rules.attendance import (
    ABSENT,
    EXCUSED,
    HOLDER,
    NOT_COUNTED,
    NOT_KNOWN,
    SUBSTITUTE,
    Attended,
    History,
)
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN


@dataclass(frozen=True, slots=True)
class _Judged:
    answer: Answer
    marks: tuple[Attended, ...]
    standing: tuple[int, ...]
    silent: tuple[str, ...] = ()


def followed_up(
    terms: Attendance,
    history: History,
    bearer: Bearer,
    *,
    at: datetime | date | None = None,
) -> Finding:
    """
    Say whether absences have come to what the terms bear, as things stand at a moment.

    They stand as after the last meeting that counts, up to `at`: coming again ends a
    run, and an absence that lies too far back no longer stands. The outcome is one of:
    triggered, not triggered, excused (accepted excuses alone keep it from being
    triggered), gap in the terms (silent absences would have triggered a rule that
    counts apologies). Without a roll on which it turns the answer is unknown; where it
    turns on something the terms do not say, not stated.

    Raises `UnreadableCountError` where the rule does not say how many of what.

    Executes: attendance.count, attendance.consecutive, attendance.within,
    attendance.window, attendance.by, attendance.meetings, attendance.substitute_cures,
    attendance.excused_by, attendance.then, attendance.bearer
    """
    count = absence_count(terms.count)
    judged = _judge(terms, history, bearer, at)

    def explain() -> Explanation:
        def judge(varied: Attendance) -> Answer:
            return _judge(varied, history, bearer, at).answer

        return Explanation(
            _because(terms, count, judged),
            tuple(_missing(judged)),
            readings_of(terms, judge),
            _effect(terms) if judged.answer[0] is MET else None,
            tuple(_notes(terms, judged)),
        )

    return Finding(
        "attendance",
        judged.answer[0],
        outcome=judged.answer[1],
        clause=terms.clause,
        explain=explain,
    )


def triggers(
    terms: Attendance, history: History, bearer: Bearer
) -> tuple[Meeting, ...]:
    """
    Return the meetings after which absences had come to what the terms bear.

    One for each run or time that fills: what goes on from it does not fill it again.
    Raises `UnreadableCountError`.

    Executes: attendance.count
    """
    count = absence_count(terms.count)
    marks = marks_of(terms, history, bearer, None)
    found = _standing(terms, history, marks, count)
    if found is None:
        return ()
    number = [found.number_after(place) for place in range(len(marks))]
    return tuple(
        mark.meeting
        for place, mark in enumerate(marks)
        if number[place] >= count.number
        and (place == 0 or number[place - 1] < count.number)
    )


def _standing(
    terms: Attendance,
    history: History,
    marks: tuple[Attended, ...],
    count: AbsenceCount,
    *,
    also: tuple[str, ...] = (),
) -> Standing | None:
    """Return which absences stand together; None where nobody can say within what."""
    begin = begins(
        terms.window, terms.within, year_starts=history.charter.front.year_starts
    )
    if begin is None:
        return None
    cures = terms.substitute_cures == "yes"
    return standing(
        [mark.day for mark in marks],
        [counts(mark, count.what, cures=cures) or mark.how in also for mark in marks],
        running=terms.consecutive == "yes",
        begin=begin,
    )


def _judge(
    terms: Attendance, history: History, bearer: Bearer, at: datetime | date | None
) -> _Judged:
    """Judge under each thing that the terms could say where they say nothing."""
    cures = terms.substitute_cures or _cures(history)
    marks = marks_of(terms, history, bearer, at)
    counted = tuple(mark for mark in marks if mark.how != NOT_COUNTED)
    silent: dict[str, tuple[str, ...]] = {}
    if not cures and any(mark.how == SUBSTITUTE for mark in counted):
        silent["substitute_cures"] = ("yes", "no")
    if not terms.consecutive and absence_count(terms.count).number > 1:
        silent["consecutive"] = ("yes", "no")
    if not terms.window and terms.within is not None and terms.consecutive != "yes":
        silent["window"] = WINDOWS
    filled = replace(terms, substitute_cures=cures)
    found = [
        _plain(_said(filled, dict(zip(silent, values, strict=True))), history, counted)
        for values in product(*silent.values())
    ]
    answers = {answer for answer, _ in found}
    if len(answers) == 1:
        answer, stand = found[0]
        return _Judged(answer, marks, stand)
    return _Judged((NOT_STATED, ""), marks, (), tuple(silent))


def _said(terms: Attendance, values: dict[str, str]) -> Attendance:
    return replace(
        terms,
        substitute_cures=values.get("substitute_cures", terms.substitute_cures),
        consecutive=values.get("consecutive", terms.consecutive),
        window=values.get("window", terms.window),
    )


def _cures(history: History) -> str:
    rules = history.charter.rules_of(history.body, Substitutes)
    return next((one.cures_absence for one in rules if one.cures_absence), "")


def _plain(
    terms: Attendance, history: History, marks: tuple[Attended, ...]
) -> tuple[Answer, tuple[int, ...]]:
    """Judge where every field says something."""
    count = absence_count(terms.count)
    if not marks:
        return (NOT_MET, "not triggered"), ()
    last = len(marks) - 1

    def reached(*also: str) -> tuple[int, ...] | None:
        found = _standing(terms, history, marks, count, also=also)
        if found is None or found.number_after(last) < count.number:
            return None
        return found.after(last)

    now = _standing(terms, history, marks, count)
    if now is None:
        return (NOT_STATED, ""), ()
    stand = now.after(last)
    if len(stand) >= count.number:
        return (MET, "triggered"), stand
    if reached(NOT_KNOWN) is not None:
        return (UNKNOWN, ""), stand
    if reached(EXCUSED) is not None and count.what != "absence without apology":
        return (NOT_MET, "excused"), stand
    gap = reached(ABSENT) if count.what == "apology" else None
    if gap is not None:
        return (NOT_MET, "gap in the terms"), gap
    return (NOT_MET, "not triggered"), stand


def _because(terms: Attendance, count: AbsenceCount, judged: _Judged) -> Reason:
    counted = [mark for mark in judged.marks if mark.how != NOT_COUNTED]
    names = tuple(counted[place].meeting.name for place in judged.standing)
    together = "consecutive" if terms.consecutive == "yes" else terms.window
    values: dict[str, Value] = {
        "absences": names,
        "window": together or "not stated",
        "by": terms.by,
        "what": count.what,
    }
    return Reason(
        "absences that stand",
        judged.answer[0],
        terms.clause,
        need=count.number,
        have=len(names),
        unit="meeting",
        counted=names,
        left_out=tuple(
            LeftOut(mark.meeting.name, mark.why)
            for mark in judged.marks
            if mark.how == NOT_COUNTED
        ),
        values=values,
        parts=tuple(_at(mark, terms) for mark in counted),
    )


def _at(mark: Attended, terms: Attendance) -> Reason:
    values: dict[str, Value] = {"meeting": mark.meeting.name, "how": mark.how}
    verdict = {HOLDER: MET, NOT_KNOWN: UNKNOWN}.get(mark.how, NOT_MET)
    if mark.how == SUBSTITUTE and terms.substitute_cures == "yes":
        verdict = MET
    return Reason(
        "attended",
        verdict,
        terms.clause,
        counted=(mark.person,) if mark.how in (HOLDER, SUBSTITUTE) else (),
        values=values,
    )


def _effect(terms: Attendance) -> Reason:
    values: dict[str, Value] = {
        "effect": terms.then,
        "bearer": terms.bearer or "not stated",
    }
    if terms.under:
        values["under"] = terms.under
    if terms.steps:
        values["steps"] = terms.steps
    return Reason("what follows", MET, terms.clause, values=values)


def _missing(judged: _Judged) -> Iterator[Missing]:
    if judged.answer[0] is UNKNOWN:
        names = tuple(
            mark.meeting.name for mark in judged.marks if mark.how == NOT_KNOWN
        )
        yield Missing("a roll", len(names), "meeting", names)


def _notes(terms: Attendance, judged: _Judged) -> Iterator[Reason]:
    for name in judged.silent:
        yield Reason("silent", NOT_STATED, terms.clause, values={"field": name})
    if judged.answer[1] == "gap in the terms":
        yield Reason("gap in the terms", NOT_STATED, terms.clause)
    if not terms.meetings and any(
        mark.why == "not a kind of meeting that counts" for mark in judged.marks
    ):
        yield Reason("silent", NOT_STATED, terms.clause, values={"field": "meetings"})
    if any("abandoned_counts" in mark.flags for mark in judged.marks):
        yield Reason(
            "silent", NOT_STATED, terms.clause, values={"field": "abandoned_counts"}
        )
