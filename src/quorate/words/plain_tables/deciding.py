"""The rules about deciding, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

PLAIN: Rows = {
    "decision": (
        choice(
            "method matters",
            {
                "agreement": "On these matters the body decides by agreement, when "
                "nobody objects: %(matters)s.",
                "consensus": "On these matters the body decides by consensus: "
                "%(matters)s.",
                "ballot": "On these matters the body decides by a vote: %(matters)s.",
                "election": "On these matters the body elects: %(matters)s.",
            },
        ),
        choice(
            "method",
            {
                "agreement": "The body decides by agreement: when nobody objects.",
                "consensus": "The body decides by consensus.",
                "ballot": "The body decides by a vote.",
                "election": "The body decides by an election.",
            },
        ),
        choice(
            "voting",
            {
                "forbidden": "No vote is taken.",
                "if asked for": "A vote is taken if somebody asks for it.",
                "always": "A vote is always taken.",
            },
        ),
        row("electorate", "Votes can be given by %(electorate)s."),
        choice(
            "one_vote",
            {
                "person": "Each person has one vote.",
                "seat": "Each seat has its vote, also where one person holds two.",
                "organisation": "Each organisation has one vote.",
            },
        ),
        row("carried_if", "A matter is carried when %(carried_if)s."),
        choice(
            "by",
            {
                "show of hands": "Votes are given by a show of hands.",
                "name": "Votes are given by name.",
                "secret ballot": "Votes are secret.",
            },
        ),
        choice(
            "by_unless",
            {
                "the meeting decides otherwise": "The meeting can choose another way "
                "of voting.",
                "the chair decides otherwise": "The chair can choose another way of "
                "voting.",
            },
        ),
        choice(
            "silence",
            {
                "assent": "Somebody in the room who says nothing has agreed.",
                "not counted": "Somebody in the room who says nothing is not counted.",
                "against": "Somebody in the room who says nothing is against.",
            },
        ),
        choice(
            "tie",
            {
                "lost": "With equal votes a matter is lost.",
                "casting vote": "With equal votes there is a casting vote.",
                "by lot": "Equal votes are settled by lot.",
                "not stated": "The terms do not say what equal votes mean.",
            },
        ),
        choice(
            "casting_vote",
            {"presiding": "Whoever presides has the casting vote."},
            "The casting vote is with %(casting_vote)s.",
        ),
        yes_no(
            "chair_votes_first",
            "The chair also has a vote of their own.",
            "The chair has no vote beside the casting vote.",
        ),
        row("then", "Without agreement the rule ‘%(then)s’ is tried next."),
        row("otherwise", "Without agreement this happens: %(otherwise)s."),
        row("declared_by", "The result is declared by %(declared_by)s."),
        choice(
            "declaration",
            {
                "conclusive": "What is declared stands, whatever was counted.",
                "of the count": "What is declared is the count, and the count goes "
                "before it.",
            },
        ),
        row(
            "recorded_on_request",
            "When asked for, this is minuted: %(recorded_on_request)s.",
        ),
        row(
            "confirmed_after", "A second decision must confirm it %(confirmed_after)s."
        ),
        row(
            "entitlement_ruled_by",
            "Who has a right to vote is ruled by %(entitlement_ruled_by)s.",
        ),
        row("after_advice_of", "First comes the advice of %(after_advice_of)s."),
        yes_no(
            "split_votes",
            "Several votes of one seat can be cast apart.",
            "Several votes of one seat are cast together.",
        ),
        yes_no(
            "absent_bound",
            "Those who were absent must abide by it.",
            "Those who were absent are not bound by it.",
        ),
        choice(
            "effect",
            {
                "binding": "A decision binds.",
                "advisory": "A decision is advice.",
                "recommendation": "A decision is a recommendation.",
                "not stated": "The terms do not say what a decision is worth.",
            },
        ),
    ),
    "correspondence": (
        row("triggers", "The members can decide without a meeting on: %(triggers)s."),
        choice(
            "other_grounds",
            {
                "refused": "On any other ground it is refused.",
                "under a ruling": "On another ground it needs a ruling.",
            },
        ),
        row("opened_by asked", "%(opened_by)s puts the question to %(asked)s."),
        row("opened_by", "%(opened_by)s puts the question to the members."),
        row("asked", "The question is put to %(asked)s."),
        row("window", "Answers count if they come %(window)s."),
        row(
            "at_least_days",
            "There must be this many working days to answer: %(at_least_days)s.",
        ),
        row("carried_if", "A matter is agreed when %(carried_if)s."),
        row("at_least_answered", "It counts only when %(at_least_answered)s."),
        choice(
            "silence",
            {
                "assent": "No answer means agreement.",
                "not counted": "A seat that gives no answer is not counted.",
                "against": "No answer means an objection.",
            },
        ),
        choice(
            "objection",
            {
                "ends it at once": "An objection ends it at once.",
                "counts at the close": "An objection counts at the close.",
                "forces a meeting": "An objection puts the matter to a meeting.",
            },
        ),
        yes_no(
            "second_round",
            "After an objection there can be talk, an amendment and another round.",
            "There is only one round.",
        ),
        row(
            "given_up_by",
            "That agreement can't be reached is recorded by %(given_up_by)s.",
        ),
        row("otherwise", "Without agreement it goes here: %(otherwise)s."),
        yes_no(
            "member_can_ask_for_meeting",
            "A member can have it put to a meeting.",
            "A member can't have it put to a meeting.",
        ),
        row("told", "The outcome is told to %(told)s."),
        row(
            "shown_apart",
            "The answers of these seats are shown apart: %(shown_apart)s.",
        ),
        yes_no(
            "holder_before_substitute",
            "A holder's answer goes before the substitute's.",
            "Of a holder's and a substitute's answers, the last one counts.",
        ),
        yes_no(
            "early_close",
            "It closes once the answers can't change the outcome.",
            "It stays open until its time is over.",
        ),
    ),
    "chairs_action": (
        row("by matters", "%(by)s may decide between meetings on: %(matters)s."),
        row("by", "%(by)s may decide between meetings."),
        row("grounds", "That is allowed in these cases: %(grounds)s."),
        row("after_consulting", "First these must be consulted: %(after_consulting)s."),
        row("reported", "It is reported %(reported)s."),
        yes_no(
            "confirmed",
            "It lapses unless it is confirmed.",
            "It needs no confirmation.",
        ),
    ),
}
