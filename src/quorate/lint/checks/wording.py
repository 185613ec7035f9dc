"""Checks of the text: unfinished clauses, doubtful words, names, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quorate.charter.clauses import PART
from quorate.charter.fields import described
from quorate.charter.timing import CADENCE, Unbounded
from quorate.lint.bodies import abbreviated, mentioned
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

# Repeats of letters have a bound, so that time grows with the length of a text alone.
LEFT_IN = re.compile(
    r"\A(?:[0-9.()a-z]*\s*)?(?:to be|yet to be)\s+(?:added|agreed|completed|confirmed|"
    r"decided|defined|determined|drafted|inserted|written)\b"
    r"|\[(?:[^\[\]]{0,200}\b)?"
    r"(?:add|insert|confirm|check|tbc|tba|tbd|to be|date|name|number)\b[^\]]{0,200}\]"
    r"|\b(?:drafting note|note to drafter|insert (?:here|text|name|date|number))\b",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b(?:TBC|TBA|TBD|TODO|X{3,})\b|\?{2,}|_{4,}|\.{4,}")
NUMBER_ALONE = re.compile(r"\(?[0-9a-z]{1,3}(?:\.[0-9]{1,4})*[.)]?")
DOUBTFUL = re.compile(
    r"\b(?:bi|semi)-?(?:weekly|monthly|annual(?:ly)?|yearly)\b", re.IGNORECASE
)


def unfinished(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L01."""
    for clause in charter.clauses:
        mark = LEFT_IN.search(clause.text) or INITIALS.search(clause.text)
        if mark:
            yield found(
                f"The words “{mark[0].strip()}” stand where a provision should: the "
                "clause was not finished, so nobody can say what it provides.",
                at=clause,
            )
        elif clause.kind != "row" and NUMBER_ALONE.fullmatch(clause.text.strip()):
            yield found(
                f"Clause {clause.text.strip()} has a number and no words.", at=clause
            )


def doubtful_cadence(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L24."""
    for clause in charter.clauses:
        word = DOUBTFUL.search(clause.text)
        if word:
            yield found(
                f"“{word[0]}” can be read in two ways (twice in the time, or once in "
                "two), so two careful people would plan different years.",
                at=clause,
            )
    for rule in charter.rules:
        for name, about in described(type(rule)):
            value = getattr(rule, name, None)
            if about.reader is CADENCE and isinstance(value, Unbounded):
                yield found(
                    f"“{value}” gives no number, so nobody can say whether it was "
                    "kept.",
                    at=rule.clause,
                    line=rule.place.line,
                )


def several_names(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L30."""
    for slug in charter.own_bodies:
        body = charter.bodies[slug]
        names = [
            name for name in (body.name, *body.also) if name and not abbreviated(name)
        ]
        used = mentioned(names, charter.clauses)
        # A shorter form of the same name is no second name.
        apart = [
            one
            for one in used
            if not any(other != one and one in other for other in used)
        ]
        if len(apart) > 1:
            ordered = sorted(apart, key=lambda name: used[name].line)
            listed = ", ".join(f"“{name}”" for name in ordered)
            yield found(
                f"One body is called by {len(apart)} names: {listed}. A reader can "
                "take them for different bodies.",
                at=used[ordered[1]],
                body=slug,
            )


def numbers_twice(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L31."""
    for anchor in charter.numbers_twice:
        again = [
            clause
            for clause in charter.clauses
            if clause.anchor.startswith(f"{anchor}~") and clause.number
        ]
        for clause in again:
            yield found(
                f"The number {clause.number} stands a second time here: a citation of "
                f"it can mean either clause.",
                at=clause,
            )


@dataclass(slots=True)
class _Run:
    """The numbers that stand within one part, heading or list, in their order."""

    seen: dict[tuple[int, ...], Clause] = field(default_factory=dict)
    highest: tuple[int, ...] = ()


def numbering(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L32."""
    runs: dict[str, _Run] = {}
    for clause in charter.clauses:
        numbers = _numbers(clause)
        if numbers is None:
            continue
        holder = clause.anchor[: -len(clause.number)].rstrip("/")
        run = runs.setdefault(holder, _Run())
        run.seen.setdefault(numbers, clause)
        if numbers < run.highest:
            yield found(
                f"{clause.number} is printed after "
                f"{'.'.join(str(one) for one in run.highest)}, out of its order.",
                at=clause,
            )
        run.highest = max(run.highest, numbers)
    main = runs.get("", _Run())
    for run in runs.values():
        yield from _gaps(run, main)
    yield from _parts_missing(charter)


def _numbers(clause: Clause) -> tuple[int, ...] | None:
    plain = clause.number and "~" not in clause.anchor
    if not plain or not clause.anchor.endswith(clause.number):
        return None
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)*", clause.number):
        return None
    return tuple(int(one) for one in clause.number.split("."))


def _gaps(run: _Run, main: _Run) -> Iterator[Found]:
    told: set[tuple[int, ...]] = set()
    for numbers, clause in run.seen.items():
        missing = []
        above = numbers[:-1]
        if len(above) > 1 and above not in run.seen and above not in main.seen:
            missing.append(above)
        before = (*above, numbers[-1] - 1)
        first = not any(one[:-1] == above and one < numbers for one in run.seen)
        if numbers[-1] > 1 and before not in run.seen and not first:
            missing.append(before)
        for one in missing:
            if one not in told:
                told.add(one)
                number = ".".join(str(part) for part in one)
                yield found(
                    f"There is no {number}: a citation of it leads nowhere, and "
                    "something may have been lost.",
                    at=clause,
                )


def _parts_missing(charter: Charter) -> Iterator[Found]:
    letters = {
        match[1]: clause
        for clause in charter.clauses
        if clause.kind == "heading" and (match := PART.match(clause.text))
    }
    ordered = sorted(one for one in letters if one.isalpha())
    for letter in ordered:
        before = chr(ord(letter) - 1)
        if letter != "A" and before not in letters:
            yield found(
                f"There is no Appendix {before} before Appendix {letter}.",
                at=letters[letter],
            )


CHECKS = (
    Check(
        id="L01",
        severity=Severity.DEFECT,
        title="A clause is unfinished, or a drafting note was left in",
        means="Whoever turns to the clause finds that nothing was settled. The "
        "meeting would have to make up the rule on the day.",
        repair="Write the provision, or take the clause out.",
        example="4.2 To be added: how many votes the town councils have.",
        find=unfinished,
        bars=True,
    ),
    Check(
        id="L24",
        severity=Severity.UNINTENDED,
        title="A word for how often can be read in two ways",
        means="Members and clerk can each keep the terms as they read them and still "
        "disagree on whether a meeting or report is overdue.",
        repair="Say it in numbers: every two months, twice a year.",
        example="The forum meets bi-monthly.",
        find=doubtful_cadence,
    ),
    Check(
        id="L30",
        severity=Severity.UNINTENDED,
        title="One body goes by several names",
        means="A member cannot tell whether two clauses speak of one body or of two.",
        repair="Keep one name, and one short form introduced where the name first "
        "stands.",
        example="The Harbour Board is advised by experts. … The Port Board agrees the "
        "charges. (With “also: Port Board” in the front matter.)",
        find=several_names,
    ),
    Check(
        id="L31",
        severity=Severity.UNINTENDED,
        title="A clause number stands twice",
        means="A minute that cites the number can be read as either clause.",
        repair="Renumber the second one and what follows it.",
        example="5. The forum meets each month. … 5. The forum reports each year.",
        find=numbers_twice,
    ),
    Check(
        id="L32",
        severity=Severity.UNINTENDED,
        title="The numbering has a gap, or text stands out of order",
        means="Readers look for something that is not there, or miss something that "
        "stands elsewhere.",
        repair="Close the gap, or put the text where its number belongs.",
        example="2.1 The chair opens the meeting. 2.3 The chair closes it.",
        find=numbering,
    ),
)
