"""Sentences about how a meeting was called, and what becomes of what it did."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "nothing asks how it is called": Sentence(
        N_("the terms ask nothing of how this meeting is called")
    ),
    "agreed to": Sentence(
        N_("it was agreed to, on record by %(by)s"),
        N_("those whose agreement is needed did not agree: %(by)s"),
        unknown=N_("it is not on record who agreed to it"),
    ),
    "asked for by members": Sentence(
        N_("%(have)s members asked for it, %(need)s needed"),
        N_("%(have)s members asked for it, %(need)s needed, or it was not yet theirs"),
        unknown=N_("it is not on record when the members' request was complete"),
    ),
    "a ground is stated": Sentence(
        N_("a ground is on record: %(ground)s"),
        unknown=N_("no ground is on record; the terms ask for this one: %(need)s"),
    ),
    "notice given in time": Sentence(
        N_("notice was given in time"),
        N_("notice was not given in time"),
        unknown=N_("it is not on record when notice was given"),
    ),
    "what its acts are worth": Sentence(
        N_("what it does is worth this: %(effect)s"),
        not_stated=N_(
            "the terms do not say what it does is worth; it is advice until confirmed"
        ),
    ),
    "only the business noticed": Sentence(
        N_("only the business named in the notice can be dealt with")
    ),
    "later than hoped for": Sentence(
        N_("it went out later than the terms hope for, which is no breach")
    ),
    "late without a reason": Sentence(
        N_("the %(of)s says why it is late"),
        N_("the %(of)s came late and does not say why, as the terms ask"),
    ),
    "together again in time": Sentence(
        N_("it came together again by %(due)s"),
        N_("it was to come together again by %(due)s and did so on %(done)s"),
        unknown=N_("it can't be told by when it was to come together again"),
    ),
    "stands nevertheless": Sentence(
        N_("what was done stands nevertheless: the terms save it (%(defect)s)")
    ),
    "needs no confirmation": Sentence(
        N_("it was not decided in principle, so nothing has to confirm it")
    ),
    "confirmed by a later decision": Sentence(
        N_("the decision %(by)s confirms it"),
        N_("no later decision has confirmed it"),
        unknown=N_("it can't be said whether a later decision has confirmed it"),
    ),
    "no route is stated": Sentence(N_("the terms do not say how it becomes final")),
    "done in reliance": Sentence(
        N_("before it was amended, this was done in reliance on it: %(reliance)s")
    ),
}

LEFT_OUT: dict[str, Message] = {
    "not of the parent body": N_("not a decision of the body above"),
    "of another body": N_("a decision of another body"),
    "taken without a quorum": N_("taken without a quorum"),
    "nothing was decided": N_("nothing was decided"),
    "not a member": N_("not a member"),
    "not theirs to agree": N_("it was not theirs to agree"),
}

MISSING: dict[str, Message] = {
    "a quorate decision that names it": N_("a quorate decision that names it"),
}

OUTCOMES: dict[str, Message] = {
    "properly called": N_("properly called"),
    "without agreement": N_("called without the agreement it needs"),
    "short notice": N_("called on short notice"),
    "not properly called": N_("not properly called"),
    "confirmed": N_("confirmed"),
    "amended": N_("amended when it came back"),
    "lapsed": N_("lapsed"),
    "confirmation: open": N_("still to be confirmed"),
    "put off": N_("put off"),
}
