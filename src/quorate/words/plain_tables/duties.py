"""The rules about requirements, conditions and registers, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no
from quorate.words.plain_tables.meetings import WINDOW

PLAIN: Rows = {
    "duty": (
        choice(
            "strength bearer action",
            {
                "must": "This must be done by %(bearer)s: %(action)s.",
                "should": "This should be done by %(bearer)s: %(action)s.",
                "endeavour": "This is to be tried by %(bearer)s: %(action)s.",
                "may": "This may be done by %(bearer)s: %(action)s.",
            },
        ),
        choice(
            "strength action",
            {
                "must": "This must be done, and the terms do not say by whom: "
                "%(action)s.",
                "should": "This should be done, and the terms do not say by whom: "
                "%(action)s.",
                "endeavour": "This is to be tried, and the terms do not say by whom: "
                "%(action)s.",
                "may": "This may be done, and the terms do not say by whom: "
                "%(action)s.",
            },
        ),
        row("to via", "It goes to %(to)s, by way of %(via)s."),
        row("to", "It goes to %(to)s."),
        row("via", "It goes by way of %(via)s."),
        row(
            "if_asked_by",
            "Some receive it only where somebody asks (recipient: who asks): "
            "%(if_asked_by)s.",
        ),
        row("after when", "It is due %(when)s, each time this happens: %(after)s."),
        row("after", "It follows each time on this: %(after)s."),
        row("before", "It comes before this: %(before)s."),
        row("often when", "It is done %(often)s, %(when)s."),
        row("often", "It is done %(often)s."),
        row("when", "It is due %(when)s."),
        WINDOW,
        row("promised_for", "It is promised for %(promised_for)s."),
        choice(
            "sort",
            {
                "do": "It is done once.",
                "keep true": "It must be so all the time.",
                "never": "It must never be so.",
                "every period": "It is done again in each period.",
                "respond": "It is done each time there is occasion.",
                "before": "It is done before each occasion.",
            },
        ),
        row("done_by", "It is done when this is on record: %(done_by)s."),
        row("matching", "What is on record must be about the same: %(matching)s."),
        row("topic", "It must be about this: %(topic)s."),
        row(
            "statement_of",
            "Other clauses speak of the same report, under the name %(statement_of)s.",
        ),
        row("contains", "It must contain: %(contains)s."),
        yes_no(
            "late_counts",
            "Done late it still counts as done, and as late.",
            "Done late it does not count as done.",
        ),
        row("judged_by", "Whether it is kept is ruled by %(judged_by)s."),
        row("then", "If it is not done, this follows: %(then)s."),
        yes_no("published", "The result is published.", "The result is not published."),
    ),
    "condition": (
        choice(
            "if_not on needs by",
            {
                "refused": "There can be no %(on)s without this on record, from "
                "%(by)s: %(needs)s.",
                "shown": "Before this: %(on)s, it is pointed out if this is not on "
                "record, from %(by)s: %(needs)s.",
                "raised": "Before this: %(on)s, it is raised if this is not on "
                "record, from %(by)s: %(needs)s.",
            },
        ),
        choice(
            "if_not on needs",
            {
                "refused": "Before this: %(on)s, there must be on record: %(needs)s. "
                "Without it that is refused.",
                "shown": "Before this: %(on)s, there should be on record: %(needs)s. "
                "Without it that is pointed out.",
                "raised": "Before this: %(on)s, there should be on record: %(needs)s. "
                "Without it that is raised.",
            },
        ),
        row("unless", "It is not needed in the case of: %(unless)s."),
    ),
    "register": (
        row("of owner", "A register is kept of %(of)s, by %(owner)s."),
        row("of", "A register is kept of %(of)s."),
        row("holds", "Each entry holds: %(holds)s."),
        row(
            "shows_without",
            "It is pointed out where this is missing: %(shows_without)s.",
        ),
        row("reviewed", "It is reviewed %(reviewed)s."),
        row("measure", "Entries are compared by %(measure)s."),
        row("bands", "Scores stand for these amounts: %(bands)s."),
        row("fair", "This counts as fair: %(fair)s."),
        row(
            "tolerance",
            "It may be off by this many hundredths before it is raised: %(tolerance)s.",
        ),
        row("from", "It is kept from %(from)s."),
        row("steps", "An entry goes through these states: %(steps)s."),
        row(
            "decided_at",
            "Only a decision of this body gives the state ‘%(decided_at)s’.",
        ),
        row("raised_to", "Trouble is raised to %(raised_to)s."),
    ),
}
