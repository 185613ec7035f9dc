"""What is typed for `quorate whatif`: shares, people, and another quorum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from quorate.charter.expressions import Test
    from quorate.charter.model import Charter
    from quorate.rules.membership import Membership

# Bounded, for exact sums grow with the figures that they are made of; and no power
# of ten can be written in a few letters that fills the memory.
SHARE = re.compile(
    r"-?([0-9]{1,9}(/[0-9]{1,9})?|[0-9]{0,9}\.[0-9]{1,12})( ?%)?", re.ASCII
)


def other_quorum(phrase: str, charter: Charter, body: str) -> Test | None:
    """Return the other test that was typed, which may only name what is there."""
    if not phrase:
        return None
    from quorate.charter.expressions import names_in
    from quorate.charter.names import names_of
    from quorate.charter.phrase_words import PhraseError
    from quorate.charter.phrases import test_phrase
    from quorate.charter.problems import did_you_mean

    try:
        test = test_phrase(phrase, own="present")
    except PhraseError as error:
        raise Trouble(
            f"'{phrase}' is no test: {error.what}. {error.instead}".strip()
        ) from None
    known = names_of(charter, body)
    for name in names_in(test):
        if name not in known:
            raise Trouble(
                f"{body} has no seat, group or office '{name}'. "
                f"{did_you_mean(name, known)}"
            )
    return test


def share_typed(typed: str, where: str) -> Fraction:
    """Return a share as it was typed at an option; exact, whatever its form."""
    from fractions import Fraction

    words = typed.strip()
    if not SHARE.fullmatch(words):
        raise Trouble(f"'{typed}' at {where} is no share. Write it as 4/5, 80% or 0.8.")
    try:
        number = words.removesuffix("%").rstrip()
        part = Fraction(number) / (100 if words.endswith("%") else 1)
    except ZeroDivisionError:
        raise Trouble(
            f"'{typed}' at {where} is no share. Write it as 4/5, 80% or 0.8."
        ) from None
    if not 0 <= part <= 1:
        raise Trouble(f"'{typed}' at {where} is no share: it lies between 0 and 1.")
    return part


def _named(given: str, option: str, membership: Membership) -> tuple[str, str]:
    who, equals, share = given.partition("=")
    if not equals:
        raise Trouble(f"'{given}' at {option} names nobody. Write it as WHO=SHARE.")
    _known(who.strip(), membership)
    return who.strip(), share


def _known(who: str, membership: Membership) -> None:
    from quorate.charter.problems import did_you_mean

    known = {*membership.by_name, *membership.holders.values()}
    if who not in known:
        raise Trouble(
            f"Nobody sits there as '{who}'. {did_you_mean(who, known)}".strip()
        )


def rates_typed(given: Iterable[str], membership: Membership) -> dict[str, Fraction]:
    """Return by seat or person how often they come, from WHO=SHARE."""
    rates: dict[str, Fraction] = {}
    for one in given:
        who, share = _named(one, "--rate", membership)
        _first_time(who, rates, "--rate")
        rates[who] = share_typed(share, "--rate")
    return rates


def _first_time(who: str, seen: Iterable[str], option: str) -> None:
    if who in seen:
        raise Trouble(f"'{who}' stands twice at {option}. Keep the one that is meant.")


def leanings_typed(
    given: Iterable[str], membership: Membership
) -> dict[str, tuple[Fraction, Fraction]]:
    """Return by seat or person the chances of a vote for and against."""
    leans: dict[str, tuple[Fraction, Fraction]] = {}
    for one in given:
        who, shares = _named(one, "--lean", membership)
        _first_time(who, leans, "--lean")
        first, comma, second = shares.partition(",")
        if not comma:
            raise Trouble(f"'{one}' at --lean needs two shares, as chair=60%,30%.")
        both = (share_typed(first, "--lean"), share_typed(second, "--lean"))
        if sum(both) > 1:
            raise Trouble(f"The two shares of '{one}' at --lean are more than 1.")
        leans[who] = both
    return leans


def people_typed(typed: str, membership: Membership) -> tuple[str, ...]:
    """Return persons; a seat stands for its holder."""
    found = []
    for one in typed.split(","):
        who = one.strip()
        if not who:
            continue
        _known(who, membership)
        found.append(membership.holders.get(who, who))
    return tuple(found)
