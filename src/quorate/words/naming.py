"""What people call a code: a person, an office, a seat, a group, a body, a clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.model import Charter
from quorate.charter.tables import seat_names
from quorate.words.translate import ENGLISH, N_, Translation

VACANT = "vacant:"


@dataclass(frozen=True)
class Naming:
    """
    How codes are said to a reader.

    `names` gives people by their codes, and whatever else the reader knows by
    another name; it goes before what the charter says. Without a charter a code is
    said in its own words, and a clause by its anchor.
    """

    charter: Charter | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    say: Translation = ENGLISH

    def of(self, code: str) -> str:
        """Return what people call a code; the code itself where nobody said."""
        if code in self.names:
            return self.names[code]
        if code.startswith(VACANT):
            seat = self.of(code.removeprefix(VACANT))
            return self.say(N_("nobody (%(seat)s is vacant)"), seat=seat)
        for known in (self._offices, self._seats, self._bodies):
            if code in known:
                return known[code]
        return code

    def body(self, code: str) -> str:
        """Return what people call a body, also where a seat has the same name."""
        return self._bodies.get(code) or self.of(code)

    def office(self, code: str) -> str:
        """Return an office, seat or group as part of a sentence: 'the vice-chair'."""
        known = self.of(code)
        if known != code or code.startswith("the "):
            return known
        if code in self.groups:
            return self.say(N_("one of the group ‘%(group)s’"), group=in_words(code))
        return self.say(N_("the %(office)s"), office=code)

    def all(self, codes: tuple[str, ...], *, choice: bool = False) -> str:
        """Return several codes as a list in words."""
        return self.say.several(tuple(self.of(one) for one in codes), choice=choice)

    def cite(self, anchors: str) -> str:
        """Return what a person reads for one or several anchors ('a; b')."""
        if not anchors:
            return ""
        cited = (
            self.charter.cite(one) if self.charter else one
            for one in anchors.split("; ")
        )
        return "; ".join(dict.fromkeys(cited))

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of groups of seats."""
        return frozenset(
            name
            for rule in self._seat_rules
            for line in rule.lines
            for name in (*line.groups, line.capacity)
        )

    @cached_property
    def _seat_rules(self) -> tuple[Seats, ...]:
        rules = self.charter.rules if self.charter else ()
        return tuple(rule for rule in rules if isinstance(rule, Seats))

    @cached_property
    def _offices(self) -> Mapping[str, str]:
        rules = self.charter.rules if self.charter else ()
        return {
            rule.role: self.say(
                N_("the %(office)s"), office=lower(rule.called or in_words(rule.role))
            )
            for rule in rules
            if isinstance(rule, Role)
        }

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        if self.charter is None:
            return {}
        return {
            slug: self.say(N_("the %(body)s"), body=_without_article(body.name))
            for slug, body in self.charter.front.bodies
        }

    @cached_property
    def _seats(self) -> Mapping[str, str]:
        lines = [line for rule in self._seat_rules for line in rule.lines]
        titles = Counter(line.title for line in lines)
        said: dict[str, str] = {}
        for line in lines:
            title = line.title or " and ".join(line.organisations)
            if not title:
                title = in_words(line.seat)
            elif titles[title] > 1:
                title = f"{title} ({in_words(line.seat)})"
            said[line.seat] = title
            names = seat_names(line)
            if len(names) > 1:
                said |= {name: f"{title} {name.rsplit('-', 1)[1]}" for name in names}
        return said


def in_words(slug: str) -> str:
    """Return a slug as words; 'vice-chair' keeps its hyphen, as English has it."""
    if slug.startswith(("vice-", "co-", "sub-")):
        first, _, rest = slug.partition("-")
        return f"{first}-{in_words(rest)}"
    return slug.replace("-", " ")


def lower(words: str) -> str:
    """Return words for the middle of a sentence; abbreviations keep their capitals."""
    return " ".join(
        one if one.isupper() and len(one) > 1 else one.lower() for one in words.split()
    )


def sentence(words: str) -> str:
    """Return words as a sentence: a capital to begin with and a stop at the end."""
    text = words.strip()
    if not text:
        return ""
    end = "" if text.endswith((".", "?", "!", "…")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _without_article(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")
