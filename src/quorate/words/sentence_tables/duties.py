"""Words for the life of a requirement, as pages give them."""

from __future__ import annotations

from quorate.rules.verdict import Verdict
from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "requirement": Sentence(
        N_("%(action)s, by %(bearer)s: %(state)s"),
    ),
    "requirements": Sentence(N_("the requirements of the terms")),
    "opened by": Sentence(N_("it was called for on %(on)s")),
    "last day": Sentence(N_("its last day is %(last_day)s")),
    "late by": Sentence(N_("it was done %(late_by)s late")),
    "was before": Sentence(N_("before that it was %(state)s, from %(since)s")),
}

OUTCOMES: dict[str, Message] = {
    "dormant": N_("not due"),
    "not due": N_("not due"),
    "duty: triggered": N_("called for, and not yet due"),
    "due": N_("due"),
    "on time": N_("in time"),
    "overdue": N_("late"),
    "late": N_("late"),
    "discharged": N_("met"),
    "discharged late": N_("met late"),
    "breached": N_("missed"),
    "not done": N_("not done, which is no breach"),
    "remedied": N_("put right"),
    "waived": N_("waived"),
    "duty: excused": N_("excused"),
    "suspended": N_("suspended"),
    "impossible": N_("impossible"),
    "unknown": N_("can't tell"),
}

PREFIXES: dict[str, Message] = {
    "due ": N_("due by %(body)s"),
}

HEADS: dict[tuple[str, Verdict], Message] = {
    ("duty", Verdict.MET): N_("MET"),
    ("duty", Verdict.NOT_MET): N_("MISSED"),
}
