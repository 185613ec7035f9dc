"""Gives each clause its anchor while the text is read from the top."""

from __future__ import annotations

from dataclasses import dataclass

from quorate.charter.clauses import (
    DOTTED,
    HEADING_NUMBER,
    PART,
    SINGLE,
    Attributes,
    slug,
)

DEEP = 3
"""Headings down to this level hold what is numbered under them."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    anchor: str
    holds_numbers: bool
    """Numbers and names under it are looked up within it."""

    bodies: tuple[str, ...]
    words: str
    title: bool
    """The document's own title, under which nothing is named."""


class Anchors:
    """
    The headings above the clause that is being read, and the anchors given so far.

    A number is looked up within its part or appendix, and a short one (`d`, `7`)
    within the numbered heading above it, so that 3.2.1 and 7 can stand twice.
    """

    def __init__(self) -> None:
        """Begin at the top of a text."""
        self.part = ""
        self.stack: list[_Heading] = []
        self.given: dict[str, int] = {}
        self.twice: list[str] = []

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies whose clauses stand here."""
        return next((one.bodies for one in reversed(self.stack) if one.bodies), ())

    @property
    def heading(self) -> str:
        """The words of the heading above."""
        return self.stack[-1].words if self.stack else ""

    def under_heading(
        self, text: str, level: int, attributes: Attributes
    ) -> tuple[str, str]:
        """Take a heading; return its anchor and its number."""
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        if level == 1:
            self.part = ""
        appendix = PART.match(text)
        part = attributes.values.get("part") or (appendix[1] if appendix else "")
        numbered = HEADING_NUMBER.match(text)
        short = SINGLE.match(text)
        number = numbered[1] if numbered else short[1] if short else ""
        title = level == 1 and not number and not part and not self.given
        if part:
            self.part = part
            anchor, number = part, appendix[1] if appendix else ""
        elif number:
            anchor = self._join(self.part, number)
        else:
            anchor = attributes.name or slug(text)
            if "/" not in anchor:
                anchor = self._join(self._holder(), anchor)
        anchor = self._once(anchor)
        own = attributes.values.get("numbers") == "own"
        holds = bool(
            part or own or (number and "." in number) or (number and level <= DEEP)
        )
        own_bodies = attributes.values.get("for", "")
        bodies = tuple(own_bodies.split("+")) if own_bodies else ()
        self.stack.append(_Heading(level, anchor, holds, bodies, text, title))
        return anchor, number

    def of_words(
        self, text: str, attributes: Attributes, *, marker: str, within: str
    ) -> tuple[str, str, bool]:
        """
        Take a paragraph or list item; return its anchor, its number, and if it has one.

        `marker` is the number of an ordered list's item; `within` the anchor of the
        item that this one is nested in.
        """
        dotted, single = DOTTED.match(text), SINGLE.match(text)
        number = dotted[1] if dotted else marker or (single[1] if single else "")
        if attributes.name:
            name = attributes.name
            whole = "/" in name
            holder = within or self._holder() or self._above()
            anchor = name if whole else self._join(holder, name)
            return self._once(anchor), number, True
        if dotted:
            return self._once(self._join(self.part, number)), number, True
        if number:
            return (
                self._once(self._join(within or self._holder(), number)),
                number,
                True,
            )
        return self._running(within or self._holder() or self._above(), "p"), "", False

    def of_row(self, first: str) -> tuple[str, bool]:
        """Take a table row, named by its first cell where that is a name or number."""
        holder = self._holder() or self._above()
        named = slug(first) if first.strip() else ""
        if DOTTED.match(first.strip()):
            named = first.strip()
            holder = self.part
        if not named:
            return self._running(holder, "r"), False
        return self._once(self._join(holder, named)), True

    def _holder(self) -> str:
        for one in reversed(self.stack):
            if one.holds_numbers:
                return one.anchor
        return self.part

    def _above(self) -> str:
        for one in reversed(self.stack):
            if not one.title:
                return one.anchor
        return ""

    def _running(self, holder: str, letter: str) -> str:
        counted = f"{holder}#{letter}"
        while True:
            self.given[counted] = self.given.get(counted, 0) + 1
            anchor = self._join(holder, f"{letter}{self.given[counted]}")
            if anchor not in self.given:
                self.given[anchor] = 1
                return anchor

    def _once(self, anchor: str) -> str:
        count = self.given.get(anchor, 0) + 1
        self.given[anchor] = count
        if count == 1:
            return anchor
        self.twice.append(anchor)
        return f"{anchor}~{count}"

    @staticmethod
    def _join(holder: str, name: str) -> str:
        return f"{holder}/{name}" if holder else name
