"""The rule about the quorum, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

PLAIN: Rows = {
    "quorum": (
        row(
            "needs matters",
            "For this business: %(matters)s, a meeting is quorate when %(needs)s.",
        ),
        row("needs", "A meeting is quorate when %(needs)s."),
        row("membership", "‘Membership’ means %(membership)s."),
        row("matters", "It is for this business: %(matters)s."),
        yes_no(
            "substitutes_count",
            "A substitute counts as present for the seat.",
            "A substitute does not count as present for the seat.",
        ),
        yes_no(
            "without_vote_count",
            "Seats without a vote count.",
            "Seats without a vote do not count.",
        ),
        yes_no(
            "remote_counts",
            "Those who take part from elsewhere count as present.",
            "Those who take part from elsewhere do not count as present.",
        ),
        yes_no(
            "conflicted_count",
            "A member who withdraws for an interest is taken as present.",
            "A member who withdraws for an interest is not taken as present.",
        ),
        yes_no(
            "suspended_count",
            "Suspended members are part of the number of members.",
            "Suspended members are not part of the number of members.",
        ),
        row(
            "steps",
            "The number needed goes up with the size of the body, from which "
            "size which number: %(steps)s.",
        ),
        choice(
            "tested_at",
            {
                "opening": "The quorum is tested when the meeting opens, and not "
                "again.",
                "opening and each decision": "The quorum is tested when the meeting "
                "opens and again at each decision.",
                "each decision": "The quorum is tested at each decision.",
            },
        ),
        row("grace", "A meeting waits this many minutes for its quorum: %(grace)s."),
        choice(
            "if_not",
            {
                "no business": "Without a quorum no business is done.",
                "in principle": "Without a quorum decisions are in principle only.",
                "advisory": "Without a quorum decisions are advice only.",
                "informal discussion": "Without a quorum there is only informal talk.",
                "adjourned": "Without a quorum the meeting is adjourned.",
                "adjourned and then those present suffice": "Without a quorum the "
                "meeting is adjourned, and whoever comes to the next one suffices.",
                "by correspondence": "Without a quorum the business is decided by "
                "correspondence.",
                "not stated": "The terms do not say what follows without a quorum.",
            },
        ),
        choice(
            "confirmed_by",
            {
                "next quorate meeting": "Decisions in principle become final when the "
                "next quorate meeting confirms them.",
                "correspondence": "Decisions in principle become final when the "
                "members confirm them by correspondence.",
                "parent body": "Decisions in principle become final when the body "
                "above confirms them.",
                "not stated": "The terms do not say how decisions in principle become "
                "final.",
            },
        ),
        row(
            "reconvened",
            "When it comes together again it is quorate when %(reconvened)s.",
        ),
        row(
            "reconvened_after",
            "An adjourned meeting comes together again %(reconvened_after)s.",
        ),
        yes_no(
            "presumed",
            "A meeting is taken as quorate unless somebody counts.",
            "A meeting is not taken as quorate unless somebody has counted.",
        ),
        yes_no(
            "abandoned_counts",
            "Coming to a meeting that was not quorate counts as attendance.",
            "Coming to a meeting that was not quorate does not count as attendance.",
        ),
    ),
}
