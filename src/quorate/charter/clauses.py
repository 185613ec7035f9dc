"""The clauses of a text: headings, paragraphs, list items and table rows."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

PART = re.compile(r"(?:Appendix|Annex|Schedule|Part)\s+([A-Z]|[0-9]+)\b[\s.:–-]*")
DOTTED = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})+)\.?(?:\s+|\Z)")
SINGLE = re.compile(r"\(?([0-9]{1,4}|[a-z]|[ivx]{2,5})[.)]\s+")
HEADING_NUMBER = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})*)\.?\s+")
LINK = re.compile(r"\[([^\][]*)\]\(#([^\s)\"]+)(?:\s+\"([^\"]*)\")?\)")

KNOWN_ATTRIBUTES = ("for", "was", "in", "part", "numbers", "about")
ANCHOR = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*(?:/[A-Za-z0-9][A-Za-z0-9.-]*)*")
LONGEST_NAME = 120
"""Letters of an anchor that is given by hand."""

QUOTED_WORDS = 6
"""So many of a clause's first words are its citation where it has no number."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link in the prose to another clause or body."""

    words: str
    target: str
    subject: str
    """The subject that the text expects there; empty where it says none."""

    line: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One addressable provision."""

    anchor: str
    kind: str
    """heading, paragraph, item or row."""

    text: str
    """The words as they are read, without attributes and link addresses."""

    number: str
    """The source's own number, or empty."""

    heading: str
    """The heading that it stands under; for a heading, its own words."""

    level: int
    """1 to 6 for headings, nought for all else."""

    line: int
    bodies: tuple[str, ...] = ()
    named: bool = True
    """False where the anchor is a running number, which the next edit can move."""

    was: str = ""
    stood_in: str = ""
    about: str = ""
    references: tuple[Reference, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the words, so that a change of the clause is found out."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def citation(self) -> str:
        """What a person reads: the number, or the heading and the first words."""
        if self.number:
            return self.anchor.replace("/", " ") if "/" in self.anchor else self.number
        if self.kind == "heading":
            return self.text
        words = self.text.split()
        begin = " ".join(words[:QUOTED_WORDS])
        begin += " …" if len(words) > QUOTED_WORDS else ""
        return f"{self.heading}, “{begin}”" if self.heading else f"“{begin}”"


@dataclass(slots=True)
class Attributes:
    """What stands in braces at the end of a clause."""

    name: str = ""
    values: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def attributes_of(text: str) -> tuple[str, Attributes]:
    """Part a clause's words from the attributes at their end."""
    words = text.rstrip()
    start = words.rfind("{")
    # Found from the end and not by a pattern, whose time would be the square of a
    # hostile text.
    if start < 0 or words.find("}", start) != len(words) - 1:
        return text, Attributes()
    attributes, unknown = Attributes(), []
    for word in words[start + 1 : -1].split():
        name, equals, value = word.partition("=")
        name = name.lstrip("#")
        fits = len(name) <= LONGEST_NAME and ANCHOR.fullmatch(name)
        if word.startswith("#") and not equals and fits:
            attributes.name = name
        elif equals and name in KNOWN_ATTRIBUTES and value:
            attributes.values[name] = value.strip('"')
        else:
            unknown.append(word)
    attributes.unknown = tuple(unknown)
    return text[:start].rstrip(), attributes


def references_of(text: str, line: int) -> tuple[str, tuple[Reference, ...]]:
    """Part the words from the addresses of the links in them."""
    references, seen = [], 0
    for one in LINK.finditer(text):
        line += text.count("\n", seen, one.start())
        seen = one.start()
        references.append(Reference(one[1], one[2], one[3] or "", line))
    return LINK.sub(lambda one: one[1], text), tuple(references)


def slug(words: str) -> str:
    """Return words as a name: lower case, joined by hyphens, at most eight of them."""
    plain = re.sub(r"[^a-z0-9\s-]", "", words.lower().replace("'", "").replace("’", ""))
    return "-".join(re.split(r"[\s-]+", plain.strip())[:8]).strip("-") or "clause"
