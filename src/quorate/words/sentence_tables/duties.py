"""Sentences about requirements, deadlines, the pace of meetings and reviews."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "requirement": Sentence(
        N_("%(action)s: %(state)s"),
        unknown=N_("%(action)s: can't tell"),
    ),
    "requirements": Sentence(
        N_(
            "met %(met)s, late %(late)s, missed %(missed)s, not due %(not_due)s, "
            "can't tell %(cannot_tell)s"
        )
    ),
    "what began it": Sentence(N_("it began on %(on)s")),
    "last day": Sentence(N_("the last day on which it is in time is %(last_day)s")),
    "late by": Sentence(N_("it came %(late_by)s late")),
    "was before": Sentence(N_("before that it was %(state)s")),
    "deadline": Sentence(
        N_("%(action)s: in time"),
        N_("%(action)s: not in time"),
        unknown=N_("%(action)s: no day can be told by which it is due"),
        not_stated=N_("%(action)s: the terms state no deadline"),
    ),
    "late through no fault": Sentence(
        N_(
            "a day was proclaimed a holiday afterwards: planned for %(planned)s, in "
            "the end due by %(corrected)s, so that it is late through no fault"
        )
    ),
    "a day was proclaimed later": Sentence(
        N_(
            "a day was proclaimed a holiday afterwards: planned for %(planned)s, in "
            "the end due by %(corrected)s"
        )
    ),
    "pace of meetings": Sentence(
        N_("%(have)s of %(need)s meetings held"),
        N_("%(have)s of %(need)s meetings held in time"),
        unknown=N_("no day can be told by which the next meeting is held"),
    ),
}

OUTCOMES: dict[str, Message] = {
    "duty: dormant": N_("nothing has called for it yet"),
    "duty: triggered": N_("called for, with no day by which it is due"),
    "duty: due": N_("due, and not late yet"),
    "duty: overdue": N_("overdue"),
    "duty: discharged": N_("done"),
    "duty: discharged late": N_("done, and late"),
    "duty: breached": N_("missed"),
    "duty: not done": N_("not done, and not a breach"),
    "duty: remedied": N_("done after it was missed"),
    "duty: waived": N_("let off"),
    "duty: excused": N_("excused"),
    "duty: suspended": N_("set aside for a time"),
    "duty: lapsed": N_("lapsed"),
    "duty: impossible": N_("can't be kept any more"),
    "duty: unknown": N_("can't tell"),
    "deadline: on time": N_("in time"),
    "deadline: late": N_("late"),
    "deadline: unknown": N_("can't tell"),
    "deadline: not stated": N_("no deadline is stated"),
    "cadence: kept": N_("held as often as the terms ask"),
    "cadence: on track": N_("on track"),
    "cadence: due": N_("a meeting is due"),
    "cadence: missed": N_("not met as often as the terms ask"),
    "cadence: impossible": N_("the time left can't hold the meetings still needed"),
    "cadence: unknown": N_("can't tell"),
    "review: not due": N_("no review is due yet"),
    "review: due": N_("a review is due"),
    "review: overdue": N_("a review is overdue"),
    "review: unknown": N_("can't tell"),
}

PREFIXES: dict[str, Message] = {
    "due ": N_("due by %(body)s"),
}
"""A deadline's outcome carries its day, which every page shows in words."""
