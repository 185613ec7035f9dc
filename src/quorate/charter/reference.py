"""The reference of the charter language, written from the language itself."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from quorate.charter import cadences, deadlines, phrases
from quorate.charter.examples import smallest_block
from quorate.charter.expressions import SET_WORDS, Comparison, Unit
from quorate.charter.fields import described
from quorate.charter.front import Body, Front, Given, Law, Version
from quorate.charter.kinds.authority import Stage
from quorate.charter.kinds.meetings import LeadTime, StandingItem
from quorate.charter.kinds.membership import SeatMore
from quorate.charter.rule import Rule
from quorate.charter.tables import COLUMNS
from quorate.charter.vocabulary import KINDS, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from quorate.charter.fields import Said

GROUPS = {
    "membership": "Who sits",
    "quorum": "Quorum",
    "deciding": "Deciding",
    "authority": "Authority and referral",
    "meetings": "Meetings",
    "duties": "Requirements",
    "terms": "The terms themselves",
}
"""The chapters, by the module of the kinds that they hold."""

PARTS: tuple[type, ...] = (SeatMore, Stage, StandingItem, LeadTime)
"""What is set in under a field of a rule."""

INTRODUCTION = """\
A charter is a Markdown file: the sentence, and under it the rule that executes it.
This page is written from the code that reads charters.

## The file

Between two lines `---` stands the front matter. Then come headings, paragraphs, list
items and table rows; each is a clause. A rule stands in a fenced block, opened by
three backticks and the word `rule`, right under the clause that it executes. Several
kinds of rule can stand in one block, and one kind can hold a list of rules, each
after `- `.

The blocks and the front matter are written in a part of YAML 1.2: names with values,
lists, and words. Every value is the words that stand there: `no`, `1.10` and
`2019-05-07` stay as typed. Anchors, aliases, type marks, braces, lists in brackets of
more than single words, and second documents are not read. A comment stands on a line
of its own; a value that holds ` #` or `: ` is put in quotes.

## Anchors

The anchor of a clause is its own number (`10.3.1`, or `A/3.2.6/d` within appendix A),
else the name that the text gives it, else a running number, which the next edit can
move. A number that stands twice gets `5` and `5~2`. Braces at the end of a clause say
more of it:

| in braces | means |
|---|---|
| `#name` | its name |
| `for=board` | whose clauses stand here; `for=board+executive` for several |
| `was=old/anchor` | where it stood in the version before |
| `in=table` | where it stood in the source, such as a note, a figure or a table |
| `part=A` | a heading that begins a part or appendix |
| `numbers=own` | a heading whose numbers are looked up within it |
| `about=voting` | what it deals with, for references by subject |

A link such as `[section 9](#9 "voting")` refers to another clause, and can say what is
expected there.

## Interpretations

Where a clause is silent or can be read in several ways, a field can be filled under
`interpretations:` instead, by its name:

| name | means |
|---|---|
| `take` | the value that is used |
| `other` | the other value that a careful person could take |
| `others` | the other values, as a list |
| `because` | why this one is taken |

A finding says whether it turns on an interpretation, and what the others would give.
"""


def reference() -> str:
    """Return the reference of the charter language as Markdown."""
    parts = [
        "# The charter language",
        f"Version `{VERSION}`.",
        INTRODUCTION.strip(),
        "## Front matter",
        _table(described(Front)),
        *_named("A body", Body, "`outside` or `independent` alone will do."),
        *_named("A version", Version),
        *_named("An approval", Given),
        *_named("A law", Law),
        "## The table of a membership",
        "It stands right above the block with `seats:`.",
        _rows(("column", "holds"), COLUMNS.items()),
        "## What every rule has",
        _table(described(Rule)),
    ]
    for module, title in GROUPS.items():
        parts.append(f"## {title}")
        for kind in KINDS.values():
            if kind.__module__.endswith(f".{module}"):
                parts += _kind(kind)
    parts += ["## What is set in under a field"]
    for part in PARTS:
        parts += [f"### {_first_line(part)}", _table(described(part))]
    parts += [
        "## Tests and sets",
        _grammar(phrases),
        _rows(("set", "holds"), SET_WORDS.items()),
        f"Counts are compared by {_listed(Comparison)}.",
        f"What is counted: {_listed(Unit)}.",
        "## Deadlines",
        _grammar(deadlines),
        "## Cadences",
        _grammar(cadences),
    ]
    return "\n\n".join(parts) + "\n"


def _kind(kind: type[Rule]) -> list[str]:
    common = {name for name, _ in described(Rule)}
    own = [
        (name, about)
        for name, about in described(kind)
        if name not in common or about.required
    ]
    return [
        f"### `{kind.kind}`: {kind.title}",
        _first_line(kind),
        _table(own),
        f"```yaml\n{smallest_block(kind)}```",
    ]


def _named(title: str, part: type, more: str = "") -> list[str]:
    said = [f"### {title}", _first_line(part)]
    return [*said, *([more] if more else []), _table(described(part))]


def _first_line(of: type) -> str:
    return inspect.cleandoc(of.__doc__ or "").splitlines()[0]


def _table(described_fields: Iterable[tuple[str, Said]]) -> str:
    rows = (
        (
            f"`{name}`",
            about.meaning + (" (must be there)" if about.required else ""),
            about.reader.words,
            "" if about.required else about.silent,
            f"`{about.example}`" if about.example else "",
        )
        for name, about in described_fields
    )
    return _rows(("field", "means", "holds", "silence means", "example"), rows, "")


def _rows(
    heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], quote: str = "`"
) -> str:
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for first, *rest in rows:
        cells = [f"{quote}{first}{quote}", *rest]
        lines.append("| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |")
    return "\n".join(lines)


def _grammar(module: ModuleType) -> str:
    """Return a module's docstring with its grammar as a block."""
    said = inspect.cleandoc(module.__doc__ or "")
    parts = []
    for part in said.split("\n\n"):
        grammar = f"```text\n{inspect.cleandoc(part)}\n```"
        shown = grammar if part.startswith("    ") else part
        parts.append(shown)
    return "\n\n".join(parts)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
