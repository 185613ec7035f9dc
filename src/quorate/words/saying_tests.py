"""Tests, sets and amounts of the charter language in words."""

from __future__ import annotations

from fractions import Fraction

from quorate.charter.expressions import (
    All,
    Amount,
    Any,
    Compare,
    Comparison,
    Every,
    Includes,
    Judged,
    Not,
    Number,
    Part,
    Pick,
    Plus,
    Set,
    Size,
    Step,
    Test,
    Unit,
)
from quorate.words import numbers
from quorate.words.naming import Naming, in_words
from quorate.words.translate import N_, Message, Plural

NOUNS = {
    "seats": N_("all seats"),
    "filled": N_("the filled seats"),
    "voting": N_("the seats with a vote"),
    "present": N_("those present"),
    "entitled": N_("those present who may vote"),
    "voted": N_("those who vote"),
    "in favour": N_("those in favour"),
    "against": N_("those against"),
    "abstained": N_("those who abstain"),
    "asked": N_("those asked"),
    "responded": N_("those who answer"),
    "agreed": N_("those who agree"),
    "objected": N_("those who object"),
    "membership": N_("the membership"),
}
"""By set word, those whom it holds."""

DOES: dict[str, Message] = {
    "seats": Plural("%(who)s is in the body", "%(who)s are in the body", "number"),
    "filled": Plural("%(who)s is filled", "%(who)s are filled", "number"),
    "voting": Plural("%(who)s has a vote", "%(who)s have a vote", "number"),
    "present": Plural("%(who)s is present", "%(who)s are present", "number"),
    "entitled": Plural(
        "%(who)s is present and may vote", "%(who)s are present and may vote", "number"
    ),
    "voted": Plural("%(who)s votes", "%(who)s vote", "number"),
    "in favour": Plural("%(who)s votes for it", "%(who)s vote for it", "number"),
    "against": Plural("%(who)s votes against it", "%(who)s vote against it", "number"),
    "abstained": Plural("%(who)s abstains", "%(who)s abstain", "number"),
    "asked": Plural("%(who)s is asked", "%(who)s are asked", "number"),
    "responded": Plural("%(who)s answers", "%(who)s answer", "number"),
    "agreed": Plural("%(who)s agrees", "%(who)s agree", "number"),
    "objected": Plural("%(who)s objects", "%(who)s object", "number"),
    "membership": Plural(
        "%(who)s is of the membership", "%(who)s are of the membership", "number"
    ),
}
"""By set word, what those whom it holds do."""

COMPARED = {
    Comparison.AT_LEAST: N_("at least %(amount)s"),
    Comparison.MORE_THAN: N_("more than %(amount)s"),
    Comparison.EXACTLY: N_("exactly %(amount)s"),
    Comparison.AT_MOST: N_("at most %(amount)s"),
    Comparison.FEWER_THAN: N_("fewer than %(amount)s"),
}
ROUNDED = {
    "up": N_("%(share)s of %(set)s (rounded up)"),
    "down": N_("%(share)s of %(set)s (rounded down)"),
    "nearest": N_("%(share)s of %(set)s (rounded to the nearest whole)"),
    "": N_("%(share)s of %(set)s"),
}
PEOPLE = Plural("%(number)s person", "%(number)s people", "count")
OTHER_UNITS = {
    Unit.SEAT: N_("%(said)s, counted by seat"),
    Unit.ORGANISATION: N_("%(said)s, counted by organisation"),
    Unit.WEIGHT: N_("%(said)s, counted by the weight of votes"),
}


def set_in_words(of: Set, naming: Naming) -> str:
    """Return those whom a set holds: 'those present from the group councils'."""
    say = naming.say
    said = say(NOUNS.get(of.word, of.word))
    for name in of.within:
        said = say(N_("%(set)s from %(name)s"), set=said, name=_group(name, naming))
    for name in of.without:
        said = say(N_("%(set)s except %(name)s"), set=said, name=_group(name, naming))
    return said


def amount_in_words(amount: Amount, naming: Naming) -> str:
    """Return an amount: 'five', 'half of the filled seats', 'half of ... plus one'."""
    say = naming.say
    if isinstance(amount, Number):
        return numbers.in_words(amount.of, say)
    if isinstance(amount, Part):
        if amount.share == 1 and amount.of.word == "seats":
            return set_in_words(amount.of, naming)
        return say(
            ROUNDED[amount.rounded],
            share=numbers.share(amount.share, say),
            set=set_in_words(amount.of, naming),
        )
    if isinstance(amount, Size):
        return say(N_("the number of %(set)s"), set=set_in_words(amount.of, naming))
    if isinstance(amount, Step):
        return say(
            N_("the number that goes with the size of %(set)s"),
            set=set_in_words(amount.of, naming),
        )
    if isinstance(amount, Plus):
        return say(
            N_("%(amount)s plus %(more)s"),
            amount=amount_in_words(amount.amount, naming),
            more=numbers.in_words(amount.more, say),
        )
    return _pick(amount, naming)


def _pick(amount: Pick, naming: Naming) -> str:
    which = (
        N_("the greater of %(one)s and %(other)s")
        if amount.greater
        else N_("the lesser of %(one)s and %(other)s")
    )
    return naming.say(
        which,
        one=amount_in_words(amount.one, naming),
        other=amount_in_words(amount.other, naming),
    )


def test_in_words(test: Test, naming: Naming) -> str:
    """
    Return a test as a clause of a sentence.

    'at least five people are present, and the chair or the vice-chair is present'.
    """
    say = naming.say
    if isinstance(test, Compare):
        return _compared(test, naming)
    if isinstance(test, Includes):
        return _does(test.of, naming.office(test.name), 1, naming)
    if isinstance(test, Every):
        return _every(test, naming)
    if isinstance(test, Judged):
        return say(N_("%(by)s has ruled so"), by=naming.office(test.by))
    if isinstance(test, Not):
        return say(
            N_("it is not so that %(test)s"), test=test_in_words(test.test, naming)
        )
    return _joined(test, naming)


def _joined(test: All | Any, naming: Naming) -> str:
    say = naming.say
    if isinstance(test, Any) and (same := _one_of(test, naming)):
        return same
    said = [test_in_words(one, naming) for one in test.tests]
    if len(said) == 1:
        return said[0]
    join = N_("%(first)s, and %(last)s")
    if isinstance(test, Any):
        join = N_("either %(first)s, or %(last)s")
    return say(join, first="; ".join(said[:-1]), last=said[-1])


def _one_of(test: Any, naming: Naming) -> str:
    """Join alternatives that look for a name in the same set: 'the a or the b is'."""
    found = [one for one in test.tests if isinstance(one, Includes)]
    if len(found) != len(test.tests) or len({str(one.of) for one in found}) > 1:
        return ""
    names = tuple(naming.office(one.name) for one in found)
    return _does(found[0].of, naming.say.several(names, choice=True), 1, naming)


def _compared(test: Compare, naming: Naming) -> str:
    say = naming.say
    amount = test.amount
    if isinstance(amount, Number):
        said = _units(amount.of, test.unit, naming)
        who = say(COMPARED[test.comparison], amount=said)
        if not amount.of and test.comparison in (
            Comparison.EXACTLY,
            Comparison.AT_MOST,
        ):
            who = said
        return _does(test.left, who, amount.of, naming)
    if isinstance(amount, Part):
        who = say(COMPARED[test.comparison], amount=amount_in_words(amount, naming))
        said = _does(test.left, who, 2, naming)
    else:
        said = say(
            N_("the number of %(set)s is %(amount)s"),
            set=set_in_words(test.left, naming),
            amount=say(
                COMPARED[test.comparison], amount=amount_in_words(amount, naming)
            ),
        )
    # Counting people is what a reader takes for granted; all else is said.
    return say(OTHER_UNITS[test.unit], said=said) if test.unit in OTHER_UNITS else said


def _units(number: int, unit: Unit, naming: Naming) -> str:
    said = numbers.in_words(number, naming.say)
    if unit is Unit.PERSON:
        return naming.say(PEOPLE, number=said, count=number)
    return naming.say(numbers.UNITS[unit.value], number=said, count=number)


def _does(of: Set, who: str, number: int, naming: Naming) -> str:
    """Say what somebody does who belongs to a set: 'five people are present'."""
    said = who
    for name in of.within:
        said = naming.say(
            N_("%(set)s from %(name)s"), set=said, name=_group(name, naming)
        )
    for name in of.without:
        said = naming.say(
            N_("%(set)s (not counting %(name)s)"), set=said, name=_group(name, naming)
        )
    does = DOES.get(of.word, Plural("%(who)s is there", "%(who)s are there", "number"))
    return naming.say(does, who=said, number=number)


def _every(test: Every, naming: Naming) -> str:
    every = {
        Unit.SEAT: N_("every seat of %(group)s"),
        Unit.PERSON: N_("everybody of %(group)s"),
    }.get(test.unit, N_("every organisation of %(group)s"))
    who = naming.say(every, group=_group(test.name, naming))
    return _does(test.of, who, 1, naming)


def _group(name: str, naming: Naming) -> str:
    known = naming.of(name)
    if known != name:
        return known
    return naming.say(N_("the group ‘%(group)s’"), group=in_words(name))


def exact(written: object) -> Fraction | None:
    """Return the number that a finding wrote ('17/2', 9), or None for no number."""
    if isinstance(written, bool) or not isinstance(written, int | str):
        return None
    try:
        return Fraction(written)
    except ValueError:
        return None
