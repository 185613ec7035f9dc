"""The rules about who sits, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

PLAIN: Rows = {
    "seats": (
        row("lines", "The body is made up of %(lines)s."),
        row(
            "votes",
            "Where its row does not say, a seat has votes to this number: %(votes)s.",
        ),
        row("weights", "Votes weigh differently: %(weights)s."),
        row("more", "More is said of some seats: %(more)s."),
        row(
            "places",
            "Where the words give no number of places, they are read as: %(places)s.",
        ),
        row("level", "The seats are to be held at this level: %(level)s."),
        row(
            "level_failed_by", "These seats are not at that level: %(level_failed_by)s."
        ),
        row(
            "required_parties",
            "These parties must be represented: %(required_parties)s.",
        ),
        row(
            "excepted_parties",
            "These parties need no seat of their own: %(excepted_parties)s.",
        ),
        row(
            "represented_through",
            "Some parties are represented through others: %(represented_through)s.",
        ),
        row("covers", "There must be a seat that links to each of these: %(covers)s."),
        row("invited", "Also invited can be: %(invited)s."),
        choice(
            "row_of_several",
            {
                "one seat": "A row that names several organisations is one seat.",
                "a seat for each": "A row that names several organisations makes a "
                "seat for each.",
            },
        ),
        yes_no(
            "distinct",
            "A person may hold only one of the seats.",
            "A person may hold more than one of the seats.",
        ),
    ),
    "role": (
        row("called role", "There is an office with the title %(called)s."),
        row("role", "There is an office: %(role)s."),
        row("held_by", "Whoever holds the seat ‘%(held_by)s’ has the office."),
        row("post", "The office goes with this post: %(post)s."),
        row(
            "elected elected_by", "Its holder is chosen %(elected)s by %(elected_by)s."
        ),
        row("elected_by", "Its holder is chosen by %(elected_by)s."),
        row("elected", "Its holder is chosen %(elected)s."),
        row("term", "One holding lasts %(term_span)s."),
        choice(
            "renewals",
            {"0": "It can't be renewed."},
            "It can be renewed this many times: %(renewals)s.",
        ),
        row("must", "Whoever holds it must meet these conditions: %(must)s."),
        row("must_belong_to", "Whoever holds it must belong to %(must_belong_to)s."),
        row("must_not", "It can't be held by the holder of: %(must_not)s."),
        choice(
            "tie",
            {
                "by lot": "Equal votes in an election are settled by lot.",
                "another ballot": "After equal votes there is another ballot.",
                "longest serving": "With equal votes the longest-serving is elected.",
                "not stated": "The terms do not say what settles equal votes.",
            },
        ),
        choice(
            "meanwhile",
            {
                "the last holder": "Until the next election the last holder stays in "
                "it.",
                "vice-chair": "Until the next election the vice-chair has it.",
                "vacant": "Until the next election it is vacant.",
                "not stated": "The terms do not say who has it until the next "
                "election.",
            },
        ),
        choice(
            "presides",
            {
                "1": "Whoever holds it presides at meetings.",
                "2": "Whoever holds it comes second in the order of those who preside.",
            },
            "In the order of those who preside, it has this place: %(presides)s.",
        ),
        row("stands_in_for", "It stands in for %(stands_in_for)s."),
        row("duties", "Its holder is to: %(duties)s."),
        row(
            "funded_by funded_until",
            "The post is paid for by %(funded_by)s until %(funded_until)s.",
        ),
        row("funded_by", "The post is paid for by %(funded_by)s."),
        row("funded_until", "The post is paid for until %(funded_until)s."),
        row("serves", "It supports %(serves)s."),
    ),
    "substitutes": (
        yes_no("allowed", "A member can be stood in for.", "There are no substitutes."),
        row("for_seats", "That is so for these: %(for_seats)s."),
        row("called", "Who stands in is called in the terms: %(called)s."),
        choice(
            "named",
            {
                "in advance": "Substitutes are named in advance.",
                "on the day": "Substitutes are named on the day.",
                "either": "Substitutes can be named in advance or on the day.",
            },
        ),
        row("notice", "A substitute must be named %(notice)s."),
        row("how_many", "A seat may have this many substitutes: %(how_many)s."),
        yes_no(
            "from_same_organisation",
            "A substitute must come from the organisation of the seat.",
            "A substitute can come from any organisation.",
        ),
        yes_no("may_vote", "A substitute may vote.", "A substitute may not vote."),
        yes_no(
            "may_preside",
            "A substitute takes over an office that the holder has.",
            "A substitute does not take over an office that the holder has.",
        ),
        yes_no(
            "several_seats",
            "One person can stand in for several seats.",
            "One person can stand in for only one seat.",
        ),
        choice(
            "replaces",
            {
                "the item": "A holder who has sent a substitute is no member for that "
                "item.",
                "the whole meeting": "A holder who has sent a substitute is no member "
                "for the whole meeting.",
            },
        ),
        yes_no(
            "cures_absence",
            "With a substitute there, the seat counts as having attended.",
            "Even with a substitute there, the absence counts as an absence.",
        ),
        row(
            "most_running",
            "A seat may send a substitute to this many meetings "
            "running: %(most_running)s.",
        ),
        yes_no(
            "proxies",
            "An absent member can vote by proxy.",
            "An absent member can't vote by proxy.",
        ),
    ),
    "appointment": (
        row("term", "An appointment lasts %(term_span)s."),
        choice(
            "renewals",
            {"0": "It can't be renewed."},
            "It can be renewed this many times: %(renewals)s.",
        ),
        row(
            "break_of",
            "Somebody whose time is over can return after %(break_of_span)s.",
        ),
        row("accepts", "A new holder is shown and accepts: %(accepts)s."),
        row(
            "confirmed_by_organisation",
            "The holder's organisation confirms: %(confirmed_by_organisation)s.",
        ),
        row("ends_when", "An appointment ends early on: %(ends_when)s."),
        row("must_meet", "The membership as a whole must be such that %(must_meet)s."),
        row("vacancy_filled_by", "A vacancy is filled by %(vacancy_filled_by)s."),
    ),
}
