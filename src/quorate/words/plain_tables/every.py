"""What can be said of a rule of any kind."""

from __future__ import annotations

from quorate.words.plain_row import Row, choice, row

EVERY: tuple[Row, ...] = (
    choice(
        "strength",
        {
            "must": "",
            "should": "It should be so; if it is not, that is no breach.",
            "endeavour": "It is to be tried for; if it fails, that is no breach.",
            "may": "It may be so; nobody has to.",
        },
    ),
    row("for", "This is for %(for)s."),
    # A name is for other rules, not for readers.
    row("name", ""),
    row("also_rests_on", "It also rests on: %(also_rests_on)s."),
)
