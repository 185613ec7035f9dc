"""The rules about when a body meets and what it does then, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

WINDOW = choice(
    "window",
    {
        "rolling": "Any twelve months are counted.",
        "calendar year": "The calendar year is counted.",
        "body's year": "The body's own year is counted.",
    },
)

PLAIN: Rows = {
    "meets": (
        row(
            "often until afterwards",
            "The body meets %(often)s until %(until)s, and "
            "from then on %(afterwards)s.",
        ),
        row("often", "The body meets %(often)s."),
        WINDOW,
        yes_no(
            "set_ahead",
            "The dates of the coming year are set in advance.",
            "The dates are not set in advance.",
        ),
        yes_no("published", "The dates are published.", "The dates are not published."),
        row("until", "That is so until %(until)s."),
        row("afterwards", "From then on it meets %(afterwards)s."),
        row("longest_gap", "The next meeting is %(longest_gap)s at the latest."),
        yes_no(
            "one_serves_both",
            "One meeting between two of the other body counts for both.",
            "One meeting between two of the other body does not count for both.",
        ),
        row("annual_meeting", "The annual meeting is held %(annual_meeting)s."),
    ),
    "extra_meetings": (
        row(
            "called_by agreed_by",
            "A further meeting is called by %(called_by)s, if %(agreed_by)s agrees.",
        ),
        row("agreed_by", "A further meeting needs the agreement of %(agreed_by)s."),
        row("called_by", "A further meeting is called by %(called_by)s."),
        row(
            "requested_by",
            "This many members together can ask for one: %(requested_by)s.",
        ),
        row(
            "if_not_called",
            "If it is not called %(if_not_called)s, those who asked "
            "may call it themselves.",
        ),
        yes_no(
            "only_noticed_business",
            "Only the business named in the notice is dealt with.",
            "Other business than that in the notice can be dealt with.",
        ),
    ),
    "incident_meetings": (
        row(
            "ground", "A smaller or quicker meeting is held on this ground: %(ground)s."
        ),
        row("size", "It can be held when %(size)s."),
        choice(
            "notice",
            {
                "none": "It needs no notice.",
                "as short as needed": "Its notice is as short as needed.",
                "not stated": "The terms do not say what notice it needs.",
            },
        ),
        yes_no(
            "virtually",
            "It can be held from elsewhere.",
            "It can't be held from elsewhere.",
        ),
        choice(
            "powers",
            {
                "as the full body": "It decides as the full body does.",
                "advice only": "It only gives advice.",
                "not stated": "The terms do not say what its acts are worth.",
            },
        ),
        row("reported", "It reports %(reported)s."),
        yes_no(
            "confirmed",
            "The next full meeting must confirm what it did.",
            "What it did needs no confirmation.",
        ),
    ),
    "notice": (
        choice(
            "strength of by to",
            {
                "should": "The %(of)s should go out to %(to)s %(by)s.",
                "endeavour": "Wherever that can be done, the %(of)s will go out to "
                "%(to)s %(by)s.",
                "may": "The %(of)s may go out to %(to)s %(by)s.",
            },
            "The %(of)s must go out to %(to)s %(by)s.",
        ),
        choice(
            "strength of by",
            {
                "should": "The %(of)s should go out %(by)s.",
                "endeavour": "Wherever that can be done, the %(of)s will go out "
                "%(by)s.",
                "may": "The %(of)s may go out %(by)s.",
            },
            "The %(of)s must go out %(by)s.",
        ),
        row("of by to", "The %(of)s must go out to %(to)s %(by)s."),
        row("of by", "The %(of)s must go out %(by)s."),
        row("later", "If not then, it must go out %(later)s."),
        row("on_the_day", "It can come on the day in these cases: %(on_the_day)s."),
        yes_no(
            "late_needs_reason",
            "If it is late, the reason must be given.",
            "If it is late, no reason need be given.",
        ),
        row("shortened_by", "The time can be shortened by %(shortened_by)s."),
        yes_no(
            "failure_invalidates",
            "A meeting to which somebody was not called has no effect.",
            "A meeting stands even where somebody was not called to it.",
        ),
        row(
            "adjourned_afresh",
            "An adjourned meeting needs a new notice when it is "
            "held %(adjourned_afresh)s or later.",
        ),
        row("matters", "It is for this business: %(matters)s."),
    ),
    "lead_times": (
        row("steps", "A report goes through these steps: %(steps)s."),
        yes_no(
            "silence_clears",
            "No answer counts as clearance.",
            "No answer does not count as clearance.",
        ),
    ),
    "agenda": (
        row(
            "set_by cleared_by",
            "The agenda is set by %(set_by)s and cleared by %(cleared_by)s.",
        ),
        row("set_by", "The agenda is set by %(set_by)s."),
        row("cleared_by", "The agenda is cleared by %(cleared_by)s."),
        row("standing", "On every agenda stands: %(standing)s."),
        choice(
            "without_one",
            {
                "refused": "An agenda without these is refused.",
                "shown": "An agenda without these is pointed out.",
            },
        ),
        row("cannot_remove", "Nobody can take off the items of: %(cannot_remove)s."),
        row("proposed_by", "An item can be proposed by: %(proposed_by)s."),
        choice(
            "urgent_items",
            {
                "the chair agrees": "Urgent business is let in if the chair agrees.",
                "the meeting agrees": "Urgent business is let in if the meeting "
                "agrees.",
                "never": "No business is let in that was not on the agenda.",
                "not stated": "The terms do not say who lets in urgent business.",
            },
        ),
    ),
    "record": (
        row("of by to", "The %(of)s of a meeting: to %(to)s, %(by)s."),
        row("of by", "The %(of)s of a meeting goes out %(by)s."),
        row("of to", "The %(of)s of a meeting goes to %(to)s."),
        row("of", "This is recorded of a meeting: %(of)s."),
        row("agreed", "It is agreed as accurate %(agreed)s."),
        row("published", "It is published %(published)s."),
        row("until_agreed", "Until it is agreed it is called: %(until_agreed)s."),
    ),
    "private_business": (
        choice(
            "meetings",
            {
                "public": "Meetings are held in public.",
                "private": "Meetings are held in private.",
                "private in part": "Meetings are public, and can be private in part.",
            },
        ),
        row("grounds", "This can be private: %(grounds)s."),
        row("decided_by", "That is decided by %(decided_by)s."),
        row("stays", "Then these may stay: %(stays)s."),
    ),
    "remote_presence": (
        yes_no(
            "allowed",
            "Members can take part from elsewhere.",
            "Members can't take part from elsewhere.",
        ),
        yes_no(
            "counts",
            "Those who do count as present.",
            "Those who do are not counted as present.",
        ),
        yes_no("may_vote", "They may vote.", "They may not vote."),
        row("grace", "A lost line changes nothing for this many minutes: %(grace)s."),
    ),
    "attendance": (
        row(
            "count within then",
            "After %(count)s within %(within_span)s this follows: %(then)s.",
        ),
        row("count then", "After %(count)s this follows: %(then)s."),
        yes_no("consecutive", "They must run together.", "They need not run together."),
        WINDOW,
        choice(
            "by",
            {
                "person": "They are counted for each person.",
                "seat": "They are counted for each seat, whoever holds it.",
                "organisation": "They are counted for each organisation.",
            },
        ),
        row("meetings", "These meetings count: %(meetings)s."),
        yes_no(
            "substitute_cures",
            "A substitute makes good the absence.",
            "A substitute does not make good the absence.",
        ),
        row("excused_by", "An absence is excused by: %(excused_by)s."),
        row("bearer", "It is for %(bearer)s to act."),
        row("under", "That is done under this: %(under)s."),
        row("steps", "The steps are, in order: %(steps)s."),
    ),
    "expectation": (
        row(
            "of to bodies_met",
            "This is expected of %(of)s, at %(bodies_met)s: to %(to)s.",
        ),
        row("of to", "This is expected of %(of)s: to %(to)s."),
        row("to", "Members are expected to: %(to)s."),
    ),
    "interests": (
        row("declare when", "Members declare %(declare)s: %(when)s."),
        row("declare", "Members declare: %(declare)s."),
        row("when", "That is done: %(when)s."),
        row("not_asked_for", "These need not be declared: %(not_asked_for)s."),
        choice(
            "speak",
            {
                "yes": "A member with an interest may speak.",
                "no": "A member with an interest may not speak.",
                "chair decides": "Whether a member with an interest may speak is for "
                "the chair.",
                "member decides": "Whether to speak is for the member with an "
                "interest.",
                "not stated": "The terms do not say whether a member with an interest "
                "may speak.",
            },
        ),
        choice(
            "stay",
            {
                "yes": "They may stay in the room.",
                "no": "They leave the room.",
                "chair decides": "Whether they stay is for the chair.",
                "member decides": "Whether they stay is for them.",
                "not stated": "The terms do not say whether they may stay.",
            },
        ),
        choice(
            "vote",
            {
                "yes": "They may vote.",
                "no": "They may not vote.",
                "chair decides": "Whether they vote is for the chair.",
                "member decides": "Whether they vote is for them.",
                "not stated": "The terms do not say whether they may vote.",
            },
        ),
        choice(
            "quorum",
            {
                "counted": "They count for the quorum of the item.",
                "not counted": "They do not count for the quorum of the item.",
                "not stated": "The terms do not say whether they count for the quorum "
                "of the item.",
            },
        ),
        choice(
            "denominator",
            {
                "counted": "They are among those whose share is taken.",
                "not counted": "They are not among those whose share is taken.",
                "not stated": "The terms do not say whether they are among those "
                "whose share is taken.",
            },
        ),
        choice(
            "preside",
            {
                "yes": "They may preside.",
                "no": "They may not preside.",
                "not stated": "The terms do not say whether they may preside.",
            },
        ),
        choice(
            "vote_cast_anyway",
            {
                "stands": "A vote cast before the interest was declared stands.",
                "no effect": "A vote cast before the interest was declared has no "
                "effect.",
                "not stated": "The terms do not say what a vote is worth that was "
                "cast before the interest was declared.",
            },
        ),
        yes_no("register", "A register of interests is kept.", "No register is kept."),
        row("confirmed", "Entries are confirmed %(confirmed)s."),
    ),
    "access": (
        row(
            "restricted open_to", "These are open only to %(open_to)s: %(restricted)s."
        ),
        row("restricted", "These are restricted: %(restricted)s."),
        row("open_to", "They are open to %(open_to)s."),
        row("decided_by", "That is decided by %(decided_by)s."),
        row("recorded", "Of a restriction this is recorded: %(recorded)s."),
    ),
}
