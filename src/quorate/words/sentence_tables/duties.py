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
    "deadline": Sentence(
        N_("%(action)s: due by %(due)s"),
        N_("%(action)s: due by %(due)s, and not done in time"),
        unknown=N_("%(action)s: no day can be said for it"),
        not_stated=N_("%(action)s: the terms give it no day"),
    ),
    "late through no fault": Sentence(
        N_(
            "it was in time by what was known when it was planned (%(planned)s); a day "
            "proclaimed later moved it to %(corrected)s"
        )
    ),
    "a day was proclaimed later": Sentence(
        N_(
            "it was planned for %(planned)s; a day proclaimed later moved it to "
            "%(corrected)s"
        )
    ),
    "pace of meetings": Sentence(
        N_("%(have)s meetings held of %(need)s, by %(by)s"),
    ),
    "opened by": Sentence(N_("it was called for on %(on)s")),
    "last day": Sentence(N_("its last day is %(last_day)s")),
    "late by": Sentence(N_("it was done %(late_by)s late")),
    "was before": Sentence(N_("before that it was %(state)s, from %(since)s")),
}

OUTCOMES: dict[str, Message] = {
    "dormant": N_("not due"),
    "not due": N_("not due"),
    "kept": N_("kept"),
    "on track": N_("on track"),
    "missed": N_("missed"),
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
