"""Checks of how a body decides: quorum, decision rules, deadlock, outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.expressions import Compare, Comparison, tests_in
from quorate.charter.kinds.authority import Dispute, Referral
from quorate.charter.kinds.deciding import Correspondence, Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.lint.bodies import deciding_rules, name_of, rules_run, running
from quorate.lint.people import Room
from quorate.lint.remark import Check, Severity, found
from quorate.lint.stated import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting


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
    for rule, body in rules_run(charter, Quorum):
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
    for rule, body in rules_run(charter, Decision):
        if rule.method not in ("agreement", "consensus"):
            continue
        others = charter.rules_of(body, Decision)
        ballot = any(one.method == "ballot" for one in others)
        elsewhere = any(
            charter.rule_of(body, kind) is not None for kind in (Referral, Dispute)
        )
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
    for answers, body in rules_run(charter, Correspondence):
        way_on = stated(answers, "otherwise") or charter.rules_of(body, Referral)
        if (
            answers.objection != "forces a meeting"
            and not way_on
            and _unanimous(answers)
        ):
            yield found(
                f"In decisions by correspondence of {name_of(charter, body)} a single "
                "objection is enough, and nothing says where the matter goes then.",
                at=answers.clause,
                line=answers.place.line,
                body=body,
            )


def _unanimous(answers: Correspondence) -> bool:
    """Tell if a single objection keeps a matter from being carried."""
    if answers.carried_if is None:
        return False
    return any(
        isinstance(one, Compare)
        and one.left.word == "objected"
        and one.comparison in (Comparison.AT_MOST, Comparison.EXACTLY)
        for one in tests_in(answers.carried_if)
    )


def no_tie_rule(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L17."""
    for rule, body in rules_run(charter, Decision):
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
    for rule, body in rules_run(charter, Quorum):
        if rule.if_not == "in principle" and not stated(rule, "confirmed_by"):
            yield found(
                "Without a quorum decisions are taken in principle, but nothing says "
                "how one becomes final, when, or by whom.",
                at=rule.clause,
                line=rule.place.line,
                body=body,
            )


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
