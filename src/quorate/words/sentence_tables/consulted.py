"""Words for who must be heard before something is final, and for urgent decisions."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message

SENTENCES: Sentences = {
    "nobody to consult": Sentence(N_("nobody has to be consulted on %(matter)s")),
    "not asked": Sentence(N_("%(body)s has not been asked")),
    "responded": Sentence(N_("%(body)s has responded: %(response)s")),
    "waits for a response": Sentence(
        N_("%(body)s has been asked and may still respond")
    ),
    "no response in time": Sentence(
        N_("%(body)s was asked until %(due)s and has not responded; that is no veto"),
        N_("%(body)s was asked until %(due)s and has not responded, which holds it up"),
        unknown=N_(
            "%(body)s was asked until %(due)s and has not responded, and the terms do "
            "not say what that means"
        ),
    ),
    "holds the office": Sentence(
        N_("%(who)s holds the office: %(office)s"),
        N_("%(who)s does not hold the office: %(office)s"),
    ),
    "on a ground of the terms": Sentence(
        N_("the ground is one that the terms name: %(ground)s"),
        N_("the terms do not name the ground: %(ground)s"),
    ),
    "a matter of the terms": Sentence(
        N_("the terms let this be decided so: %(matter)s"),
        N_("the terms do not let this be decided so: %(matter)s"),
    ),
    "consulted first": Sentence(
        N_("those who must be heard first have been"),
        N_("somebody must be heard first: %(lacking)s"),
    ),
}

LEFT_OUT: dict[str, Message] = {
    "does not hold the office": N_("does not hold the office"),
}

MISSING: dict[str, Message] = {
    "consult first": N_("hear first: %(names)s"),
    "a response from": N_("a response from %(names)s"),
}

OUTCOMES: dict[str, Message] = {
    "answered": N_("all have responded"),
    "no answer in time": N_("no response came in time"),
    "not asked": N_("somebody has still to be asked"),
    "waiting": N_("waiting for a response"),
    "nobody to ask": N_("nobody has to be asked"),
}
