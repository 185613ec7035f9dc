"""The rules about the terms themselves, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

PLAIN: Rows = {
    "review": (
        row("every", "The terms are reviewed %(every)s."),
        choice(
            "from",
            {
                "adoption": "The time runs from their adoption.",
                "last review": "The time runs from the last review.",
                "commencement": "The time runs from the day they came into force.",
                "not stated": "The terms do not say from when the time runs.",
            },
        ),
        row("start", "The first time runs from %(start)s."),
        row("on_request_of", "A review can be asked for by: %(on_request_of)s."),
        row("in_line_with", "They are checked against: %(in_line_with)s."),
        choice(
            "done_by",
            {
                "decision": "A decision completes the review.",
                "report": "A report completes the review.",
                "not stated": "The terms do not say what completes the review.",
            },
        ),
    ),
    "amendment": (
        row("by", "The terms can be changed by: %(by)s."),
        row("needs", "That needs a vote in which %(needs)s."),
        row("recommended_by", "It is recommended by %(recommended_by)s."),
        yes_no(
            "uniform",
            "All bodies of the kind must have the same terms.",
            "Bodies of the kind can have different terms.",
        ),
    ),
    "approval": (
        yes_no(
            "all_of_them by",
            "A version needs the approval of each of these: %(by)s.",
            "A version needs the approval of one of these: %(by)s.",
        ),
        row("by", "A version needs the approval of: %(by)s."),
        choice(
            "adopts",
            {
                "adopts": "When the body agrees to it, it is adopted.",
                "recommends to the parent": "When the body agrees to it, that is a "
                "recommendation to the body above.",
            },
        ),
    ),
    "consequential_changes": (
        row(
            "what by",
            "These changes need no approval and are made by %(by)s: %(what)s.",
        ),
        row("what", "These changes need no approval: %(what)s."),
    ),
    "savings": (
        choice(
            "if defects",
            {
                "found out afterwards": "What was done stands in spite of these "
                "defects, if they are found out afterwards: %(defects)s.",
                "always": "What was done stands in spite of these defects: "
                "%(defects)s.",
            },
        ),
        row("defects", "What was done stands in spite of these defects: %(defects)s."),
    ),
    "transition": (
        choice(
            "duties",
            {
                "end under the old": "Open requirements end under the old version.",
                "continue under the new": "Open requirements go on under the new "
                "version.",
                "lapse": "Open requirements lapse with a new version.",
            },
        ),
        choice(
            "consultations",
            {
                "end under the old": "Open decisions by correspondence end under the "
                "old version.",
                "continue under the new": "Open decisions by correspondence go on "
                "under the new version.",
                "close": "Open decisions by correspondence close with a new version.",
            },
        ),
    ),
    "defined_term": (
        row("term means", "‘%(term)s’ means here: %(means)s."),
        row("source", "The meaning is taken from: %(source)s."),
    ),
    "instrument": (
        row(
            "titled for_what",
            "The terms lean on another document, ‘%(titled)s’, for this: %(for_what)s.",
        ),
        row("titled", "The terms lean on another document: ‘%(titled)s’."),
        row("parties", "Its parties are: %(parties)s."),
        row("version", "Its version is: %(version)s."),
        yes_no(
            "prevails",
            "It goes before these terms.",
            "These terms go before it.",
        ),
        yes_no("attached", "It is attached.", "It is not attached."),
        row("reviewed", "It is reviewed %(reviewed)s."),
        row("signed_by", "It must be signed by: %(signed_by)s."),
    ),
    "legal_basis": (
        row("law", "The terms rest on: %(law)s."),
        row("on", "That is the law as it stood at this time: %(on)s."),
        row("imposes", "It imposes: %(imposes)s."),
        row("parties", "It places under a duty: %(parties)s."),
    ),
    "ending": (
        choice(
            "lasts until",
            {"until a day": "The body lasts until %(until)s."},
            "The body lasts until %(until)s.",
        ),
        choice(
            "lasts task",
            {
                "until its task is done": "The body lasts until its task is done: "
                "%(task)s.",
                "until dissolved": "The body lasts until it is dissolved.",
            },
            "The body has this task: %(task)s.",
        ),
        choice(
            "lasts",
            {
                "until dissolved": "The body lasts until it is dissolved.",
                "until a day": "The body lasts until a day that is set.",
                "until its task is done": "The body lasts until its task is done.",
            },
        ),
        row("until", "Its last day is %(until)s."),
        row("task", "It ends with this task: %(task)s."),
        row("covers", "Its ending has to deal with: %(covers)s."),
        row("set_up_by", "It was set up by %(set_up_by)s."),
    ),
    "annex": (
        row(
            "about agreed_by",
            "Each body can settle for itself, agreed by %(agreed_by)s: %(about)s.",
        ),
        row("about", "Each body can settle for itself: %(about)s."),
        choice(
            "contradicts",
            {
                "never": "That can never depart from the common terms.",
                "may": "That may depart from the common terms.",
            },
        ),
    ),
    "line": (
        choice(
            "relation from to",
            {
                "reports": "From %(from)s to %(to)s goes a line of reporting.",
                "accountable": "From %(from)s to %(to)s goes a line of accountability.",
                "scrutinises": "From %(from)s to %(to)s goes a line of scrutiny.",
                "supports": "From %(from)s to %(to)s goes a line of support.",
                "delegates": "From %(from)s to %(to)s goes a line of delegation.",
                "represents": "From %(from)s to %(to)s goes a line of representation.",
                "briefs": "From %(from)s to %(to)s goes a line of briefing.",
                "advises": "From %(from)s to %(to)s goes a line of advice.",
                "directs": "From %(from)s to %(to)s goes a line of direction.",
                "funds": "From %(from)s to %(to)s goes a line of funding.",
                "sponsors": "From %(from)s to %(to)s goes a line of sponsorship.",
                "initiates": "%(to)s was begun by %(from)s.",
                "owns": "From %(from)s to %(to)s goes a line of ownership.",
                "part of": "Part of %(to)s: %(from)s.",
                "independent": "From %(from)s to %(to)s goes a line of independence.",
            },
        ),
        row("relation to", "There is this line: %(relation)s, to %(to)s."),
        row("scope", "It is about: %(scope)s."),
        row("held_by", "It is held by %(held_by)s."),
    ),
    "sub_groups": (
        row("must_have", "The body must have these sub-groups: %(must_have)s."),
        yes_no(
            "may_set_up",
            "It may set up others.",
            "It may not set up others.",
        ),
        row("approves", "It approves of theirs: %(approves)s."),
        row(
            "report less_often_if",
            "They report %(report)s, or less often if this agrees: %(less_often_if)s.",
        ),
        row("report", "They report %(report)s."),
        row(
            "less_often_if",
            "They can report less often if this agrees: %(less_often_if)s.",
        ),
        row("chaired_by", "They are chaired so: %(chaired_by)s."),
        yes_no(
            "own_terms",
            "Each has terms of its own.",
            "They have no terms of their own.",
        ),
        row("ends", "A sub-group ends %(ends)s."),
    ),
    "principle": (
        choice(
            "sort checked_in",
            {
                "principle": "This is a principle, and is checked in: %(checked_in)s.",
                "function": "This is a function, and is checked in: %(checked_in)s.",
                "standard": "This is a standard, and is checked in: %(checked_in)s.",
                "feature": "This is a feature, and is checked in: %(checked_in)s.",
                "notice": "This is a notice, and is checked in: %(checked_in)s.",
                "objective": "This is an objective, and is checked in: %(checked_in)s.",
            },
        ),
        row("checked_in", "This is checked in: %(checked_in)s."),
        yes_no(
            "accepted_on_appointment",
            "A new member is shown it and accepts it.",
            "A new member need not accept it.",
        ),
    ),
}
