"""Sentences about offices, elections, who presides, substitutes and vacancies."""

from __future__ import annotations

from quorate.words.sentence import Sentence, Sentences
from quorate.words.translate import N_, Message, Plural

SENTENCES: Sentences = {
    "by right": Sentence(N_("one clause gives the office to the holder of %(need)s")),
    "by election": Sentence(N_("another clause has it filled by %(need)s")),
    "two rules for one office": Sentence(
        N_("the terms have two rules for this office and do not say which one goes")
    ),
    "on record": Sentence(
        N_("%(counted)s is on record as holding the office"),
        N_("nobody is on record as holding the office"),
    ),
    "office: vacant": Sentence(N_("nobody holds the office")),
    "the last holder goes on": Sentence(
        N_("%(counted)s goes on until the next election")
    ),
    "stands in meanwhile": Sentence(
        N_("%(counted)s stands in until the next election")
    ),
    "acts in the office": Sentence(N_("%(counted)s acts in the office")),
    "a condition is broken": Sentence(
        N_("%(counted)s does not meet a condition on holding the office")
    ),
    "a condition is not on record": Sentence(
        N_("it is not on record whether %(counted)s meets the conditions")
    ),
    "may_hold: no condition": Sentence(
        N_("the terms set no condition on holding the office")
    ),
    "must belong to": Sentence(
        N_("%(who)s belongs to %(need)s"),
        N_("%(who)s does not belong to %(need)s"),
        unknown=N_("it is not on record whether %(who)s belongs to %(need)s"),
    ),
    "must not be": Sentence(
        N_("%(who)s does not hold what the office can't go with: %(need)s"),
        N_("%(who)s holds what the office can't go with: %(need)s"),
    ),
    "must be": Sentence(
        N_("%(who)s meets the condition: %(need)s"),
        N_("%(who)s does not meet the condition: %(need)s"),
        unknown=N_("it is not on record whether %(who)s meets the condition: %(need)s"),
    ),
    "votes for": Sentence(
        Plural(
            "%(have)s vote for %(counted)s", "%(have)s votes for %(counted)s", "have"
        )
    ),
    "elected unopposed": Sentence(N_("%(counted)s stood alone")),
    "most votes": Sentence(
        N_("%(counted)s had the most votes"),
        unknown=N_("how many voted for whom is not on record"),
    ),
    "nobody stood on record": Sentence(N_("nobody is on record as having stood")),
    "longest serving": Sentence(
        N_("votes were equal, and %(counted)s has served longest")
    ),
    "election: by lot": Sentence(N_("votes were equal, and the lot fell on %(drawn)s")),
    "election: equal votes": Sentence(N_("votes were equal")),
    "presides": Sentence(
        N_("%(counted)s presides"),
        N_("nobody who may preside is there"),
        unknown=N_("it is not on record who was there to preside"),
        not_stated=N_("the terms do not say who presides"),
    ),
    "another had a better claim": Sentence(
        N_("somebody else presided who came later in the order")
    ),
    "the terms do not say who is chosen": Sentence(
        N_("somebody was chosen to preside whom the terms do not name")
    ),
    "the casting vote": Sentence(
        N_("%(who)s has the casting vote"),
        N_("%(who)s does not have the casting vote"),
        unknown=N_("it can't be said whether %(who)s has the casting vote"),
        not_stated=N_("the terms do not say whether %(who)s has the casting vote"),
    ),
    "no casting vote": Sentence(
        N_("nobody has a casting vote here"),
        not_stated=N_("the terms do not say what equal votes mean"),
    ),
    "appointed before": Sentence(
        N_("%(who)s has held it before, and may again"),
        N_("%(who)s has held it as often as the terms allow"),
        unknown=N_("it is not on record how often %(who)s has held it"),
        not_stated=N_("the terms do not say how often it can be held"),
    ),
    "the seat has a holder": Sentence(
        N_("%(counted)s holds %(seat)s"),
        N_("nobody holds %(seat)s; it is filled by %(fills)s"),
    ),
    "suspended": Sentence(N_("the holder is suspended")),
    "the term is over": Sentence(
        N_("the term of the holder of %(seat)s ended on %(until)s")
    ),
    "substitutes are allowed": Sentence(
        N_("substitutes are allowed"), N_("substitutes are not allowed")
    ),
    "the seat may send one": Sentence(
        N_("%(seat)s may send a substitute"), N_("%(seat)s may not send a substitute")
    ),
    "sent for the seat": Sentence(
        N_("%(who)s was sent for %(seat)s"),
        N_("%(who)s was not sent for %(seat)s"),
        unknown=N_("it is not on record whether %(who)s was sent for %(seat)s"),
    ),
    "from the seat's organisation": Sentence(
        N_("%(who)s comes from the organisation of the seat"),
        N_("%(who)s does not come from the organisation of the seat"),
        unknown=N_("it is not on record which organisation %(who)s comes from"),
    ),
    "named in time": Sentence(
        N_("%(who)s was named in time"),
        N_("%(who)s was not named in time"),
        unknown=N_("it is not on record when %(who)s was named"),
    ),
    "how many a seat may send": Sentence(
        N_("%(have)s came, and the seat may send %(need)s"),
    ),
    "substitutes running": Sentence(
        N_("a substitute came %(have)s times running, and %(need)s are allowed"),
    ),
    "for several seats": Sentence(
        N_("%(who)s may stand in for several seats: %(seats)s"),
        N_("%(who)s may not stand in for several seats: %(seats)s"),
        not_stated=N_(
            "the terms do not say whether %(who)s may stand in for several seats: "
            "%(seats)s"
        ),
    ),
    "the seat is vacant": Sentence(N_("the seat is vacant")),
    "the holder is there as well": Sentence(N_("the holder is there as well")),
    "has a seat of their own": Sentence(N_("the substitute has a seat of their own")),
    "what follows": Sentence(N_("this follows: %(effect)s")),
}

LEFT_OUT: dict[str, Message] = {
    "one too many for the seat": N_("one more than the seat may send"),
    "may not preside with an interest": N_("may not preside with an interest"),
    "not substitutes are allowed": N_("substitutes are not allowed"),
    "not the seat may send one": N_("the seat may not send a substitute"),
    "not sent for the seat": N_("not sent for the seat"),
    "not from the seat's organisation": N_("not from the organisation of the seat"),
    "not named in time": N_("not named in time"),
}

MISSING: dict[str, Message] = {
    "nominations": N_("a record of who stood"),
    "a count": N_("a count of the votes"),
    "a recorded draw": N_("a record of the draw between %(names)s"),
    "since when each has served": N_("since when each of %(names)s has served"),
    "a roll": N_("a record of who was there"),
    "somebody chosen by those present": N_("somebody chosen by those present"),
    "on record": N_("this on record: %(names)s"),
    "the last day of the last appointment": N_(
        "a record of when the last appointment ended"
    ),
}

OUTCOMES: dict[str, Message] = {
    "meanwhile": N_("held in the meantime"),
    "vacant": N_("vacant"),
    "filled": N_("filled"),
    "tie": N_("equal votes"),
    "may hold": N_("may hold the office"),
    "may not hold": N_("may not hold the office"),
    "may stand in": N_("may stand in"),
    "refused": N_("not allowed"),
    "has it": N_("has the casting vote"),
    "has none": N_("has no casting vote"),
    "first appointment": N_("a first appointment"),
    "may be renewed": N_("may be renewed"),
    "must wait": N_("must wait"),
}

EFFECTS: dict[str, Message] = {
    "another ballot": N_("there is another ballot"),
}
