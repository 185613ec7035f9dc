"""
For each clause whether the software runs it, and how far.

*Enforced* clauses are those by which it decides or refuses; *monitored* ones those of
which it tells when they are due, met or breached; *recorded* ones it holds as data;
the rest is *prose*. It follows from the kinds of rules that stand under a clause; a
rule that fills only fields by which nothing is judged is recorded, whatever its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quorate.charter.blocks import read_block
from quorate.charter.fields import described, read_fields, said, write_fields
from quorate.charter.kinds.authority import Dispute
from quorate.charter.kinds.membership import Seats
from quorate.charter.nodes import Listing
from quorate.charter.problems import Place, Problems
from quorate.charter.readers import NAME_READER, WORDS, Choice, Many
from quorate.charter.rule import Rule
from quorate.charter.uses import RECORDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quorate.charter.model import Charter


class Mode(StrEnum):
    """How far a clause is run, the furthest first."""

    ENFORCED = "enforced"
    MONITORED = "monitored"
    RECORDED = "recorded"
    PROSE = "prose"

    @property
    def rank(self) -> int:
        """Nought for the furthest."""
        return list(Mode).index(self)


MODES: Mapping[str, Mode] = {
    kind: mode
    for mode, kinds in {
        Mode.ENFORCED: (
            "seats role substitutes appointment quorum decision correspondence "
            "chairs_action authority delegation consultee subject_to referral dispute "
            "condition interests agenda access private_business remote_presence "
            "extra_meetings incident_meetings notice amendment approval savings "
            "consequential_changes transition annex ending"
        ),
        Mode.MONITORED: (
            "duty meets record attendance review register lead_times sub_groups"
        ),
        Mode.RECORDED: (
            "scrutiny voice expectation defined_term instrument legal_basis line "
            "principle"
        ),
    }.items()
    for kind in kinds.split()
}
"""How far each kind of rule runs the clause that it stands under."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One clause, and what runs it."""

    anchor: str
    citation: str
    line: int
    mode: Mode
    kinds: tuple[str, ...]
    """The kinds of the rules under it, each once, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every clause of a charter that holds words."""

    charter: str
    clauses: tuple[Covered, ...]

    def count(self, mode: Mode) -> int:
        """Return how many clauses are run so far."""
        return sum(1 for one in self.clauses if one.mode is mode)


def coverage(charter: Charter) -> Coverage:
    """
    Say of each clause how far it is run.

    A heading counts only where a rule stands right under it: its words are a title.
    The row of a membership is run by the seats that are made of it.
    """
    rules = _rules(charter)
    covered = []
    for clause in charter.clauses:
        here = rules.get(clause.anchor, ())
        if clause.kind == "heading" and not here:
            continue
        kinds = _kinds(here)
        covered.append(
            Covered(clause.anchor, clause.citation, clause.line, _best(here), kinds)
        )
    return Coverage(charter.slug, tuple(covered))


def mode_of(rule: Rule) -> Mode:
    """Say how far a rule runs its clause, by its kind and by what it fills."""
    own = write_fields(rule).keys() - OF_EVERY_RULE
    if own and all(f"{rule.kind}.{field}" in RECORDED for field in own):
        return Mode.RECORDED
    return MODES[rule.kind]


OF_EVERY_RULE = frozenset(name for name, _ in described(Rule))


def _kinds(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.kind for rule in rules))


def _rules(charter: Charter) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    rows = {clause.line: clause for clause in charter.clauses if clause.kind == "row"}
    for rule in charter.rules:
        anchors = [rule.clause, *rule.also_rests_on]
        if isinstance(rule, Dispute):
            anchors += [stage.rests_on for stage in rule.stages if stage.rests_on]
        if isinstance(rule, Seats):
            anchors += [
                rows[line.line].anchor for line in rule.lines if line.line in rows
            ]
        for anchor in anchors:
            found.setdefault(anchor, []).append(rule)
    return found


def _best(rules: Iterable[Rule]) -> Mode:
    modes = [mode_of(rule) for rule in rules]
    return min(modes, key=lambda mode: mode.rank, default=Mode.PROSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the list of what the software must run."""

    id: str = said(WORDS, "its name", required=True, empty="")
    source: str = said(NAME_READER, "the document it comes from", empty="")
    clause: str = said(WORDS, "where it stands there", empty="")
    area: str = said(WORDS, "the capability it belongs to", empty="")
    mode: str = said(
        Choice(("enforced", "monitored", "recorded", "published")),
        "how far it must be run",
        required=True,
        empty="",
    )
    charter: str = said(NAME_READER, "the charter that holds it", empty="")
    anchors: tuple[str, ...] = said(
        Many(WORDS), "the clauses of that charter", empty=()
    )


def read_list(text: str, *, name: str = "the list of clauses") -> tuple[Listed, ...]:
    """
    Read a list of clauses that have to be run.

    `text` is the whole file, `name` what people call it. Raises `CharterError` with
    every problem found.
    """
    problems = Problems()
    node = read_block(text, Place(1), problems)
    listed = []
    if node is not None and not isinstance(node, Listing):
        problems.add(node.place, "a list is expected", "Begin each with '- id:'.")
    elif node is not None:
        for item in node.items:
            before = len(problems.found)
            values = read_fields(Listed, item, problems, called="a line of the list")
            if len(problems.found) == before:
                listed.append(Listed(**values))
    problems.raise_if_any(name)
    return tuple(listed)


def _with_under(charter: Charter, anchors: Iterable[str]) -> tuple[str, ...]:
    """Return clauses with what stands under them: under a heading, or a number."""
    wanted: dict[str, None] = {}
    for anchor in anchors:
        level, listed = 0, False
        for clause in charter.clauses:
            if clause.kind == "heading" and level and clause.level <= level:
                level = 0
            # The items that follow a paragraph belong to it.
            listed = listed and clause.kind == "item"
            below = clause.anchor.startswith((f"{anchor}/", f"{anchor}."))
            if level or listed or below or clause.anchor == anchor:
                wanted[clause.anchor] = None
            if clause.anchor == anchor:
                level, listed = clause.level, clause.kind == "paragraph"
    return tuple(wanted)


@dataclass(frozen=True, slots=True)
class Held:
    """How far one line of the list is run, over all its clauses."""

    listed: Listed
    mode: Mode
    kinds: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    """Anchors that the charter does not have."""

    @property
    def short(self) -> bool:
        """Whether the list asks for a rule and the clauses of the line have none."""
        asked = self.listed.mode in ("enforced", "monitored")
        return asked and self.mode is Mode.PROSE


def held(listed: Iterable[Listed], charters: Mapping[str, Charter]) -> tuple[Held, ...]:
    """
    Say of each line of the list how far its clauses are run at best.

    Lines whose charter is not given are left out.
    """
    rules = {slug: _rules(charter) for slug, charter in charters.items()}
    found = []
    for one in listed:
        if one.charter not in charters:
            continue
        charter = charters[one.charter]
        here = [
            rule
            for anchor in _with_under(charter, one.anchors)
            for rule in rules[one.charter].get(anchor, ())
        ]
        unknown = tuple(
            anchor for anchor in one.anchors if charter.clause(anchor) is None
        )
        found.append(Held(one, _best(here), _kinds(here), unknown))
    return tuple(found)
