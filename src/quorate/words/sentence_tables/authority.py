"""Sentences about what a body may decide, conditions, interests and referral."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "handed over": Sentence(
        N_("%(matter)s was handed over to %(to)s, and it can still act itself"),
        N_("%(matter)s was handed over to %(to)s, and it can't act itself meanwhile"),
    ),
    "decided in its absence": Sentence(
        N_("%(organisation)s abides by what was decided without it"),
        N_("what was decided without %(organisation)s does not bind it"),
    ),
    "own clause": Sentence(N_("a clause gives this body the matter: %(matter)s")),
    "may decide": Sentence(N_("this body decides %(matter)s")),
    "may recommend": Sentence(N_("this body only recommends on %(matter)s")),
    "within delegation": Sentence(N_("%(matter)s is handed over by %(from)s")),
    "not among the powers": Sentence(
        N_("%(matter)s is not among what this body may decide: %(powers)s")
    ),
    "no powers listed": Sentence(N_("the terms do not list what this body may decide")),
    "reserved": Sentence(N_("%(matter)s is reserved to %(reserved_to)s")),
    "decides": Sentence(N_("this body decides %(matter)s")),
    "delegated": Sentence(
        N_("%(from)s has handed %(matter)s over"),
        N_("%(from)s has handed %(matter)s over, but something must come first"),
    ),
    "not delegated": Sentence(N_("nobody has handed %(matter)s over to %(body)s")),
    "still to do": Sentence(N_("still to be done: %(what)s")),
    "remit": Sentence(N_("%(subject)s belongs to %(body)s")),
    "no remit covers it": Sentence(N_("no body is given %(subject)s")),
    "a lower body could take it": Sentence(
        N_("%(body)s could take %(matter)s, and matters belong to the lowest level")
    ),
    "at its level": Sentence(N_("no lower body could take %(matter)s")),
    "no clause on the lowest level": Sentence(
        N_("the terms do not say at which level matters belong")
    ),
    "partner's position": Sentence(
        N_("%(organisation)s has recorded its position: %(position)s")
    ),
    "no clause on partners' own decisions": Sentence(
        N_("the terms do not say what partners record of a decision")
    ),
    "subject to no other body": Sentence(
        N_("no other body has to deal with %(matter)s")
    ),
    "subject_to: subject to": Sentence(
        N_("%(have)s of %(need)s bodies have dealt with it: %(matter)s"),
    ),
    "condition: on record": Sentence(
        N_("all %(need)s things that must come first are on record"),
        N_("%(have)s of %(need)s things that must come first are on record"),
    ),
    "no condition": Sentence(N_("nothing has to be on record first")),
    "no interest declared": Sentence(N_("%(who)s has declared no interest")),
    "an interest declared": Sentence(
        N_("%(who)s has declared an interest; on this the terms say: %(effect)s"),
        not_stated=N_(
            "%(who)s has declared an interest, and the terms do not say what follows"
        ),
    ),
    "on both sides": Sentence(N_("some sit both here and in %(body)s")),
    "referral: referred": Sentence(
        N_("the way of the matter: %(route)s"),
        N_("the way of the matter is at its end: %(route)s"),
    ),
    "no such stage": Sentence(N_("the terms have no stage ‘%(stage)s’")),
    "grounds given": Sentence(
        N_("%(have)s of the grounds given, %(need)s needed for the stage ‘%(stage)s’"),
    ),
}

LEFT_OUT: dict[str, Message] = {
    "sits on both sides": N_("sits on both sides"),
}

MISSING: dict[str, Message] = {
    "on record first": N_("this on record first: %(names)s"),
    "dealt with by": N_("that it is dealt with by %(names)s"),
    "a ruling": N_("a ruling"),
    "a time limit": N_("a time limit"),
    "one of the grounds": N_("one of the grounds: %(names)s"),
}

OUTCOMES: dict[str, Message] = {
    "handed over": N_("handed over to another body"),
    "may decide": N_("may decide"),
    "within delegation": N_("may decide, as handed over"),
    "passed up": N_("passed up"),
    "not stated": N_("the terms do not say"),
    "reserved": N_("reserved"),
    "bound": N_("bound"),
    "not bound": N_("not bound"),
    "recommendation": N_("only a recommendation"),
    "not delegated": N_("not handed over"),
    "point out": N_("for a lower body to take"),
    "at its level": N_("at its level"),
    "final": N_("final"),
    "waits": N_("has to wait"),
    "may act": N_("may act"),
    "may happen": N_("may happen"),
    "may enter": N_("may enter the stage"),
    "on the chair's decision": N_("may enter on the chair's decision"),
    "not referred": N_("not yet referred"),
    "returned": N_("settled, and back with the body that asked"),
    "falls": N_("at an end: the matter falls"),
    "no way out": N_("at the end of its way"),
    "yes": N_("yes"),
    "chair decides": N_("for the chair to decide"),
    "member decides": N_("for the member to decide"),
    "no": N_("no"),
}

PREFIXES: dict[str, Message] = {
    "waits for ": N_("waits for %(body)s"),
    "with ": N_("with %(body)s"),
    "settled by ": N_("settled by %(body)s"),
}
