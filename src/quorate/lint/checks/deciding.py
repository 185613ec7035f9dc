"""Checks of how a body decides: quorum, decision rules, deadlock, outcomes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quorate.charter.expressions import (
    All,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Part,
    Pick,
    Plus,
    tests_in,
)
from quorate.charter.kinds.authority import Dispute, Referral
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.membership import Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.rule import AnyRule
from quorate.lint.bodies import deciding_rules, name_of, running
from quorate.lint.people import Room
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import readings, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.expressions import Amount, Test
    from quorate.charter.kinds.membership import Line
    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.lint.remark import Found, Setting

TEST_SORTS = (All, Any, Compare, Every, Includes, Judged, Not)
EXACT = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EXACTLY)
ROLL = ("seats", "filled", "voting", "membership")
"""Sets whose size is known before anybody comes."""


def no_quorum(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L06."""
    for body in running(charter):
        if any(stated(one, "needs") for one in charter.rules_of(body, Quorum)):
            continue
        answers = charter.rules_of(body, Correspondence)
        virtual = charter.bodies[body].virtual == "yes"
        if virtual and any(one.at_least_answered for one in answers):
            continue
        rule = next(deciding_rules(charter, body), None)
        if rule is not None:
            how_few = "how few answers" if virtual else "how few people in the room"
            yield found(
                f"{name_of(charter, body)} decides, but nothing says {how_few} are "
                "enough for it: two members could bind all the others, or nobody.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def no_decision_rule(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L07."""
    for body in running(charter):
        decisions = [
            one
            for one in charter.rules_of(body, Decision)
            if one.method != "election" and stated(one, "method")
        ]
        if decisions or charter.rules_of(body, Correspondence):
            continue
        rule = next(deciding_rules(charter, body), None)
        if rule is not None:
            yield found(
                f"{name_of(charter, body)} has matters to decide, but nothing says "
                "how: by agreement, by vote, or by whom.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def no_effect(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L08."""
    for rule, body in _rules(charter, Quorum):
        if not stated(rule, "if_not"):
            yield found(
                f"Nothing says what follows when {name_of(charter, body)} meets "
                "without its quorum: whether those who came can talk, decide in "
                "principle, or must go home.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def no_way_out(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L09."""
    for rule, body in _rules(charter, Decision):
        if rule.method not in ("agreement", "consensus"):
            continue
        others = charter.rules_of(body, Decision)
        ballot = any(one.method == "ballot" for one in others)
        elsewhere = charter.rules_of(body, Referral) or charter.rules_of(body, Dispute)
        stated_here = stated(rule, "then") or stated(rule, "otherwise")
        if not (stated_here or ballot or elsewhere):
            yield found(
                f"{name_of(charter, body)} decides by {rule.method}, and nothing says "
                "what happens when there is none: one member can hold a matter up for "
                "ever.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )
    for answers, body in _rules(charter, Correspondence):
        if not stated(answers, "otherwise") and not charter.rules_of(body, Referral):
            yield found(
                f"{name_of(charter, body)} decides by correspondence, and nothing says "
                "where a matter goes when the answers do not carry it.",
                at=answers.clause,
                line=answers.place.line,
                body=body,
            )


def no_denominator(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L14."""
    for rule, body, field, tests in _tests(charter):
        parts = [part for test in tests for part in _parts(test)]
        of = {str(part.of) for part in parts}
        unsaid = any(part.of.word == "membership" for part in parts) and not (
            isinstance(rule, Quorum) and stated(rule, "membership")
        )
        doubtful = not stated(rule, field) and len(of) > 1
        if unsaid or doubtful:
            yield found(
                "The share is taken of a number that the words leave open: all seats, "
                "those that are filled, or those that have a vote. With vacancies the "
                "three differ.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def never_whole(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L15."""
    for rule, body, _field, tests in _tests(charter):
        room = Room.of(charter, body, setting)
        means = rule.membership if isinstance(rule, Quorum) else None
        told = set()
        for test in tests:
            for compare in tests_in(test):
                if not isinstance(compare, Compare):
                    continue
                if compare.comparison not in EXACT:
                    continue
                for part in _parts_of(compare.amount):
                    if part.rounded or part.of.word not in ROLL:
                        continue
                    size = room.size(part.of, compare.unit, means)
                    if size is None or size in told:
                        continue
                    exact = part.share * size
                    if exact.denominator != 1:
                        told.add(size)
                        yield found(
                            f"{part.share} of {size} is {_decimal(exact)}, which is "
                            "no number of people, and nothing says whether to round "
                            "up or down.",
                            at=rule.clause,
                            line=rule.place.line,
                            body=body,
                        )


def present_without_vote(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L16."""
    for rule, body in _rules(charter, Decision):
        silent = [
            line
            for seats in charter.rules_of(body, Seats)
            for line in seats.lines
            if _never_votes(line)
        ]
        if not silent:
            continue
        tests = readings(rule, "carried_if")
        of = {part.of for test in tests for part in _parts(test)}
        if any(one.word == "present" and not one.without for one in of):
            names = ", ".join(line.title or line.seat for line in silent)
            yield found(
                "A majority is asked of those present, and some of them can never "
                f"vote for ({names}): their presence counts against every motion, "
                "and so does each abstention.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def _never_votes(line: Line) -> bool:
    return line.capacity == "participant" or line.votes == 0


def no_tie_rule(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L17."""
    for rule, body in _rules(charter, Decision):
        if rule.method != "ballot" or stated(rule, "tie"):
            continue
        votes = Room.of(charter, body, setting).votes
        even = votes is not None and votes % 2 == 0
        how = (
            f"With {votes} votes the two sides can come out equal"
            if even
            else "As soon as one member stays away or abstains, the two sides can "
            "come out equal"
        )
        yield found(
            f"{how}, and nothing says what that means: lost, put again, or for a "
            "casting vote.",
            at=rule.clause,
            line=rule.place.line,
            body=body,
        )


def never_final(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L18."""
    for rule, body in _rules(charter, Quorum):
        if rule.if_not == "in principle" and not stated(rule, "confirmed_by"):
            yield found(
                "Without a quorum decisions are taken in principle, but nothing says "
                "how one becomes final, when, or by whom.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


def _rules(charter: Charter, kind: type[AnyRule]) -> Iterator[tuple[AnyRule, str]]:
    """Yield each rule of a kind once, with the first body it is for."""
    runs = set(running(charter))
    for rule in charter.rules:
        if isinstance(rule, kind):
            body = next((one for one in rule.bodies if one in runs), "")
            if body:
                yield rule, body


def _tests(charter: Charter) -> Iterator[tuple[Rule, str, str, tuple[Test, ...]]]:
    """Yield each test by which a body decides, with the field and every reading."""
    fields: dict[type[Rule], tuple[str, ...]] = {
        Quorum: ("needs", "reconvened"),
        Decision: ("carried_if",),
        Correspondence: ("carried_if", "at_least_answered"),
    }
    for kind, names in fields.items():
        for rule, body in _rules(charter, kind):
            for field in names:
                tests = tuple(
                    one for one in readings(rule, field) if isinstance(one, TEST_SORTS)
                )
                if tests:
                    yield rule, body, field, tests


def _parts(test: Test) -> Iterator[Part]:
    for one in tests_in(test):
        if isinstance(one, Compare):
            yield from _parts_of(one.amount)


def _parts_of(amount: Amount) -> Iterator[Part]:
    if isinstance(amount, Part):
        yield amount
    elif isinstance(amount, Plus):
        yield from _parts_of(amount.amount)
    elif isinstance(amount, Pick):
        yield from _parts_of(amount.one)
        yield from _parts_of(amount.other)


def _decimal(exact: Fraction) -> str:
    whole, rest = divmod(exact, 1)
    return f"{whole} and {rest}" if whole else str(rest)


CHECKS = (
    Check(
        id="L06",
        severity=Severity.DEFECT,
        title="No quorum is stated though the body decides",
        means="Nobody can say whether a thin meeting could bind the rest, so any "
        "decision of one can be disputed.",
        repair="Say how many must be there, of what, and when that is tested.",
        example="The forum decides on the harbour charges. (No clause gives a quorum.)",
        find=no_quorum,
    ),
    Check(
        id="L07",
        severity=Severity.DEFECT,
        title="No decision rule is stated",
        means="The chair cannot say when a matter is decided.",
        repair="Say whether the body agrees or votes, and what carries a matter.",
        example="The forum decides on the harbour charges. (No clause says how.)",
        find=no_decision_rule,
    ),
    Check(
        id="L08",
        severity=Severity.DEFECT,
        title="No effect is stated for a meeting without its quorum",
        means="Those who came do not know whether to begin.",
        repair="Say what follows: no business, talk only, in principle, adjourned.",
        example="At least five members are present.",
        find=no_effect,
    ),
    Check(
        id="L09",
        severity=Severity.DEFECT,
        title="Agreement is needed, and there is no way out of deadlock",
        means="One member can hold up a matter for ever.",
        repair="Say what is tried next: a vote, a later meeting, another body.",
        example="The forum decides by agreement and does not vote.",
        find=no_way_out,
    ),
    Check(
        id="L14",
        severity=Severity.UNINTENDED,
        title="A share is asked for and nothing says of what",
        means="With vacancies the same room can be quorate or not, by who counts.",
        repair="Say of which number: all seats, filled seats, members with a vote.",
        example="Half of the membership is a quorum.",
        find=no_denominator,
    ),
    Check(
        id="L15",
        severity=Severity.UNINTENDED,
        title="A share that is no whole number, and no rounding",
        means="At the present size the number asked for does not exist.",
        repair="Say “rounded up”, or “more than half”.",
        example="At least half of the seventeen seats.",
        find=never_whole,
    ),
    Check(
        id="L16",
        severity=Severity.UNINTENDED,
        title="A majority of those present while some of them cannot vote",
        means="Whoever sits there without a vote counts against every motion.",
        repair="Ask for a majority of those entitled to vote, or of votes cast.",
        example="A majority of those present carries. The adviser has no vote.",
        find=present_without_vote,
    ),
    Check(
        id="L17",
        severity=Severity.UNINTENDED,
        title="Votes can come out equal and there is no rule for a tie",
        means="The chair cannot declare the result.",
        repair="Say that the motion is lost, or who has a casting vote.",
        example="The board decides by a majority of votes. (Nothing on equal votes.)",
        find=no_tie_rule,
    ),
    Check(
        id="L18",
        severity=Severity.UNINTENDED,
        title="A decision in principle has no way to become final",
        means="Officers wait for a confirmation that nobody has to give.",
        repair="Say which meeting or body confirms it, and by when.",
        example="Without a quorum, decisions are taken in principle.",
        find=never_final,
    ),
)
