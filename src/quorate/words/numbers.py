"""Numbers and fractions as people read them."""

from __future__ import annotations

from fractions import Fraction

from quorate.charter.readers import NUMBER_WORDS
from quorate.words.translate import N_, Plural, Translation

IN_WORDS = {number: word for word, number in NUMBER_WORDS.items()}
ORDINALS = (
    N_("same"),
    N_("first"),
    N_("second"),
    N_("third"),
    N_("fourth"),
    N_("fifth"),
    N_("sixth"),
    N_("seventh"),
    N_("eighth"),
    N_("ninth"),
    N_("tenth"),
    N_("eleventh"),
    N_("twelfth"),
)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}  # codespell:ignore nd
SHARES = {
    Fraction(1): N_("all"),
    Fraction(1, 2): N_("half"),
    Fraction(1, 3): N_("a third"),
    Fraction(2, 3): N_("two thirds"),
    Fraction(1, 4): N_("a quarter"),
    Fraction(3, 4): N_("three quarters"),
    Fraction(2, 5): N_("two fifths"),
    Fraction(3, 5): N_("three fifths"),
    Fraction(4, 5): N_("four fifths"),
    Fraction(1, 10): N_("a tenth"),
}
GLYPHS = {
    Fraction(1, 2): "½",
    Fraction(1, 3): "⅓",
    Fraction(2, 3): "⅔",
    Fraction(1, 4): "¼",
    Fraction(3, 4): "¾",
    Fraction(1, 5): "⅕",
    Fraction(2, 5): "⅖",
    Fraction(3, 5): "⅗",
    Fraction(4, 5): "⅘",
}
UNITS = {
    "person": Plural("%(number)s member", "%(number)s members", "count"),
    "seat": Plural("%(number)s seat", "%(number)s seats", "count"),
    "organisation": Plural(
        "%(number)s organisation", "%(number)s organisations", "count"
    ),
    "weight": Plural(
        "a vote weighing %(number)s", "votes weighing %(number)s", "count"
    ),
}


def in_words(number: int, say: Translation) -> str:
    """Return a whole number in words up to twelve, and in figures beyond."""
    return say(IN_WORDS[number]) if number in IN_WORDS else str(number)


def ordinal(number: int, say: Translation) -> str:
    """Return 'fourth' for 4; in figures from the thirteenth."""
    if number < len(ORDINALS):
        return say(ORDINALS[number])
    teen = number % 100 in (11, 12, 13)
    ending = "th" if teen else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def share(part: Fraction, say: Translation) -> str:
    """Return a share in words where there are usual ones: 'two thirds', else 5/7."""
    return say(SHARES[part]) if part in SHARES else str(part)


def mixed(number: Fraction) -> str:
    """Return a quantity as people write it: 8½, or 3 5/7 where no sign exists."""
    whole, rest = divmod(number, 1)
    if not rest:
        return str(whole)
    end = GLYPHS.get(rest, f" {rest}" if whole else str(rest))
    return f"{whole}{end}" if whole else end


def units(number: int | Fraction | str, unit: str, say: Translation) -> str:
    """Return a number of units: '1 seat', '6 members', '8½ seats', 'no members'."""
    shown = mixed(number) if isinstance(number, Fraction) else str(number)
    if unit not in UNITS:
        return shown
    count = int(number) if isinstance(number, int) else 2
    return say(UNITS[unit], number=shown, count=count)
