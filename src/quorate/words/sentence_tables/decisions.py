"""Sentences about what a meeting decided, by agreement or by votes."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message, Plural

SENTENCES: Sentences = {
    "declared by somebody else": Sentence(
        N_("the result was declared by %(by)s"),
        N_("the result was declared by %(by)s, and it is for %(whose)s to declare it"),
    ),
    "no vote on record": Sentence(N_("no vote on it is on record")),
    "objected": Sentence(
        Plural("%(have)s member objected", "%(have)s members objected", "have")
    ),
    "nobody objected": Sentence(N_("nobody objected")),
    "nobody agreed": Sentence(N_("nobody said that they agreed")),
    "no vote is taken here": Sentence(
        N_("votes were given, but no vote is taken in this body")
    ),
    "made good": Sentence(
        N_("the vote of %(who)s counts in spite of %(why)s, which the terms make good")
    ),
    "equal votes": Sentence(
        Plural(
            "there was %(votes)s vote on each side",
            "there were %(votes)s votes on each side",
            "votes",
        )
    ),
    "casting vote": Sentence(
        N_("the casting vote was given for it"),
        N_("the casting vote was given against it"),
    ),
    "not theirs to cast": Sentence(
        N_("the casting vote was given by somebody who does not have it")
    ),
    "no lot on record": Sentence(
        N_("the lot that settles equal votes is not on record")
    ),
    "by lot": Sentence(N_("the lot was drawn: %(drawn)s")),
    "declared without numbers": Sentence(
        N_("it was declared %(declared)s, without numbers"),
        N_("it was declared %(declared)s, without numbers"),
    ),
    "margin unknown": Sentence(N_("how many voted each way is not on record")),
    "the count differs": Sentence(
        N_("it was declared %(declared)s, and the count says %(count)s")
    ),
    "declared": Sentence(
        N_("it was declared %(declared)s, and under the terms that settles it")
    ),
    "the agreed minute stands": Sentence(
        N_(
            "it was declared %(declared)s, nobody challenged that before the minutes "
            "were agreed, and so it stands"
        )
    ),
    "without its quorum": Sentence(
        N_("the meeting had no quorum when this was decided"),
        unknown=N_("it can't be said whether the meeting had its quorum"),
        not_stated=N_("the terms do not settle whether the meeting had its quorum"),
    ),
    "confirms": Sentence(N_("this confirms the decision %(decision)s")),
    "to be confirmed": Sentence(
        N_("a second decision must confirm it: %(after)s"),
    ),
    "without the vote": Sentence(
        N_("without the votes of %(counted)s it would have been: %(without)s")
    ),
    "withdrawn": Sentence(N_("the motion was withdrawn before it was decided")),
    "follows": Sentence(N_("it was put again after %(follows)s")),
    "without agreement": Sentence(
        N_("there was no agreement, so the next way was tried: %(then)s")
    ),
    "of that worth": Sentence(N_("what it is worth under the terms: %(effect)s")),
    "subject to": Sentence(N_("it is subject to %(body)s")),
}

LEFT_OUT: dict[str, Message] = {
    "the casting vote alone": N_("has the casting vote alone"),
    "no vote from elsewhere": N_("takes part from elsewhere, without a vote"),
    "a guest has no vote": N_("a guest has no vote"),
    "a seat without a vote": N_("the seat has no vote"),
    "a proxy that no clause allows": N_("a vote by proxy, which no clause allows"),
    "a substitute without a vote": N_("a substitute has no vote"),
    "an interest declared": N_("an interest was declared, which bars the vote"),
    "a defect in the appointment": N_("the appointment has a defect"),
    "ruled not entitled to vote": N_("it was ruled that there is no right to vote"),
    "second vote of the same person": N_("the second vote of the same person"),
    "not among those who may vote on this": N_("may not vote on this"),
    "second vote of the same organisation": N_(
        "the second vote of the same organisation"
    ),
    "votes that contradict each other": N_("the votes contradict each other"),
    "a split vote that no clause allows": N_("a split vote, which no clause allows"),
    "did not preside": N_("did not preside"),
    "the names behind a secret ballot": N_("the names behind a secret ballot"),
}

OUTCOMES: dict[str, Message] = {
    "agreed": N_("agreed"),
    "not agreed": N_("not agreed"),
    "carried": N_("carried"),
    "lost": N_("lost"),
    "declared carried": N_("declared carried"),
    "declared lost": N_("declared lost"),
    "in principle": N_("agreed in principle only"),
    "advisory": N_("advice only"),
    "no effect": N_("no effect under the terms"),
    "void": N_("no effect under the terms"),
    "no decision": N_("no decision"),
    "to be confirmed": N_("decided, and still to be confirmed"),
    "subject to another body": N_("decided, subject to another body"),
    "contrary to the terms": N_("contrary to the terms"),
    "beyond authority": N_("beyond what this body may decide"),
}
