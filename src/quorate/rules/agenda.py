"""Whether an agenda is in order: who set it, what stands on it, what came late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quorate.charter.kinds.meetings import Agenda, ExtraMeetings, StandingItem
from quorate.facts.meeting import Item, Meeting
from quorate.rules.circles import Circle
from quorate.rules.finding import Explanation, Finding, LeftOut, Missing, Reason, Value
from quorate.rules.readings import Answer, readings_of
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict, all_of

STANDING = "standing items are there"
REFUSED, SHOWN, IN_ORDER = "refused", "shown", "in order"
THE_MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class AgendaTerms:
    """The rules that bear on what a meeting deals with."""

    agendas: tuple[Agenda, ...] = ()
    extra: ExtraMeetings | None = None


@dataclass(frozen=True, slots=True)
class Tabled:
    """The agenda of one meeting as it is on record, and who is who."""

    meeting: Meeting
    circle: Circle
    item: str = ""
    """The one item that is asked about; empty for the whole agenda."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that are asked about."""
        return tuple(one for one in self.meeting.items if self.item in ("", one.name))


def agenda(terms: AgendaTerms, tabled: Tabled) -> Finding:
    """
    Say whether the agenda of a meeting, or one item of it, is as the terms have it.

    Every standing item is there, if only to say that there is nothing to report;
    nobody took off what can't be taken off; whoever sets or clears it did; business
    that was not on it was let in by whoever may. The outcome is: in order; refused
    (it can't go out or be dealt with so); shown (it goes out, and what it lacks is
    pointed out). Of an agenda that nobody recorded who set, the answer is unknown.

    Executes: agenda.set_by, agenda.cleared_by, agenda.standing, agenda.without_one,
    agenda.cannot_remove, agenda.proposed_by, agenda.urgent_items,
    extra_meetings.only_noticed_business
    """
    verdict, outcome = _answer(terms, tabled)

    def explain() -> Explanation:
        parts = tuple(_reasons(terms, tabled)) or (_nothing(terms),)
        because = parts[0]
        if len(parts) > 1:
            because = Reason("all", verdict, _clause(parts), parts=parts)
        lacking = tuple(
            name.who for one in parts if one.says == STANDING for name in one.left_out
        )
        missing = (Missing("on the agenda", len(lacking), "", lacking),)
        readings = tuple(
            reading
            for place, rule in enumerate(terms.agendas)
            for reading in readings_of(
                rule,
                lambda varied, place=place: _under(terms, tabled, place, varied),  # type: ignore[misc]
            )
        )
        return Explanation(
            because,
            missing if lacking else (),
            readings,
            None,
            tuple(_notes(terms, tabled)),
        )

    return Finding(
        "agenda",
        verdict,
        outcome=outcome,
        clause=_clause(tuple(_reasons(terms, tabled))),
        explain=explain,
    )


def _under(terms: AgendaTerms, tabled: Tabled, place: int, varied: Agenda) -> Answer:
    """Return the answer with another rule in one place."""
    agendas = (*terms.agendas[:place], varied, *terms.agendas[place + 1 :])
    return _answer(AgendaTerms(agendas, terms.extra), tabled)


def _nothing(terms: AgendaTerms) -> Reason:
    clause = next((one.clause for one in terms.agendas), "")
    return Reason("nothing is against the agenda", MET, clause)


def _answer(terms: AgendaTerms, tabled: Tabled) -> Answer:
    reasons = tuple(_reasons(terms, tabled))
    verdict = all_of(one.verdict for one in reasons)
    if verdict is MET:
        return MET, IN_ORDER
    said = {str(one.values.get("then", "")) for one in reasons}
    if verdict is not NOT_MET:
        return verdict, ""
    return verdict, REFUSED if REFUSED in said else SHOWN if SHOWN in said else ""


def _clause(reasons: tuple[Reason, ...]) -> str:
    failed = (one.clause for one in reasons if one.verdict is not MET)
    return next(failed, next((one.clause for one in reasons), ""))


def _reasons(terms: AgendaTerms, tabled: Tabled) -> Iterator[Reason]:
    for rule in terms.agendas:
        if not tabled.item:
            yield from _standing(rule, tabled)
            yield from _by_whom(rule, tabled)
        yield from _taken_off(rule, tabled)
        yield from _urgent(rule, tabled)
    extra = terms.extra
    if extra is None or extra.only_noticed_business != "yes":
        return
    if tabled.meeting.sort == "extra":
        for one in tabled.items:
            if one.urgent == "yes":
                yield _of_item("not in the notice", NOT_MET, extra.clause, one)


def _standing(rule: Agenda, tabled: Tabled) -> Iterator[Reason]:
    if not rule.standing:
        return
    there = [
        standing.item
        for standing in rule.standing
        if any(_is(one, standing) for one in tabled.items if one.left_out != "yes")
    ]
    gone = tuple(one.item for one in rule.standing if one.item not in there)
    values: dict[str, Value] = {"then": rule.without_one} if gone else {}
    quiet = [
        standing.item
        for standing in rule.standing
        for one in tabled.items
        if _is(one, standing) and one.nothing_to_report == "yes"
    ]
    if quiet:
        values["nothing_to_report"] = tuple(quiet)
    yield Reason(
        STANDING,
        NOT_MET if gone else MET,
        rule.clause,
        need=len(rule.standing),
        have=len(there),
        counted=tuple(there),
        left_out=tuple(LeftOut(one, "not on the agenda") for one in gone),
        values=values,
    )


def _is(item: Item, standing: StandingItem) -> bool:
    names = {one.casefold() for one in (standing.item, standing.name) if one}
    own = {item.name, item.title, item.matter}
    return bool(names & {one.casefold() for one in own})


def _by_whom(rule: Agenda, tabled: Tabled) -> Iterator[Reason]:
    meeting = tabled.meeting
    for says, wanted, who in (
        ("the agenda is set", rule.set_by, meeting.agenda_set_by),
        ("the agenda is cleared", rule.cleared_by, meeting.agenda_cleared_by),
    ):
        if not wanted:
            continue
        verdict: Verdict = tabled.circle.has(wanted, who) if who else UNKNOWN
        if who.casefold() == wanted.casefold():
            verdict = MET
        values: dict[str, Value] = {"by": who or "nobody on record"}
        if verdict is NOT_MET:
            values["then"] = REFUSED
        yield Reason(says, verdict, rule.clause, need=wanted, values=values)


def _taken_off(rule: Agenda, tabled: Tabled) -> Iterator[Reason]:
    for one in tabled.items:
        if one.left_out != "yes" or not one.proposed_by or not rule.cannot_remove:
            continue
        kept = tabled.circle.any_of(rule.cannot_remove, one.proposed_by)
        if kept is NOT_MET:
            continue
        if one.proposed_by in rule.cannot_remove:
            kept = MET
        verdict = NOT_MET if kept is MET else UNKNOWN
        yield _of_item("an item that nobody can take off", verdict, rule.clause, one)


def _urgent(rule: Agenda, tabled: Tabled) -> Iterator[Reason]:
    for one in tabled.items:
        if one.urgent == "yes" and (rule.urgent_items or rule.standing):
            yield _of_item(
                "business that was not on the agenda",
                _let_in(rule, tabled, one),
                rule.clause,
                one,
                rule.urgent_items,
            )


def _let_in(rule: Agenda, tabled: Tabled, item: Item) -> Verdict:
    if rule.urgent_items in ("", "not stated"):
        return NOT_STATED
    if rule.urgent_items == "never":
        return NOT_MET
    if not item.let_in_by:
        return UNKNOWN
    if rule.urgent_items == "the meeting agrees":
        return MET if item.let_in_by == THE_MEETING else NOT_MET
    if item.let_in_by == tabled.meeting.presided_by:
        return MET
    return tabled.circle.has("chair", item.let_in_by)


def _of_item(
    says: str, verdict: Verdict, clause: str, item: Item, rule: str = ""
) -> Reason:
    values: dict[str, Value] = {"item": item.name}
    if verdict is NOT_MET:
        values["then"] = REFUSED
    if rule:
        values["rule"] = rule
    if item.let_in_by:
        values["by"] = item.let_in_by
    return Reason(says, verdict, clause, values=values)


def _notes(terms: AgendaTerms, tabled: Tabled) -> Iterator[Reason]:
    """Say whose items the terms do not provide for: a list of some bars nobody else."""
    named = [one for rule in terms.agendas for one in rule.proposed_by]
    if not named:
        return
    clause = next(one.clause for one in terms.agendas if one.proposed_by)
    for one in tabled.items:
        by = one.proposed_by
        if by and by not in named and tabled.circle.any_of(named, by) is NOT_MET:
            values: dict[str, Value] = {"item": one.name, "by": by}
            yield Reason("proposed by somebody else", NOT_STATED, clause, values=values)
