"""
The part of YAML 1.2 that charters use, read into nodes that know their place.

Block style only; every scalar is text until a field's own reader takes it, so that
`no`, `1.10` and `2019-05-07` stay what the clerk typed. Anchors, aliases, tags,
merge keys, second documents and flow collections of more than single words are
refused, and so is a comment that would swallow the end of a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from quorate.charter.hostile import UNPRINTED
from quorate.charter.nodes import Listing, Mapping, Node, Text
from quorate.charter.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.problems import Problems

DEEPEST = 12
"""No rule of the language nests deeper than half of this."""

LARGEST = 2_000_000
"""Characters of one block or file, as of a charter; a decade of meetings takes less."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _TooDeep(Exception):
    """Nesting past `DEEPEST`: a mistake of indentation, or an attack."""


class _Builder:
    """Turns the parser's events into nodes and notes what the subset leaves out."""

    def __init__(self, text: str, first: Place, problems: Problems) -> None:
        self.lines = text.split("\n")
        self.first = first
        self.problems = problems

    def place(self, mark: Any) -> Place:  # noqa: ANN401  PyYAML's marks are untyped.
        return Place(self.first.line + mark.line, self.first.column + mark.column)

    def build(self, events: Iterator[Any], event: Any, depth: int) -> Node:  # noqa: ANN401  PyYAML's events are untyped.
        if depth > DEEPEST:
            raise _TooDeep
        place = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self.problems.add(
                place,
                f"'*{event.anchor}' repeats another part of the block",
                "Write the words out where they are needed; repeats are not followed.",
            )
            return Text("", place)
        if event.anchor:
            self.problems.add(
                place,
                f"'&{event.anchor}' names a part of the block to repeat it",
                "Take the name away and write the words out where they are needed.",
            )
        if event.tag and event.tag != "!":
            self.problems.add(
                place,
                f"'{event.tag}' is a type mark",
                "Take it away: every value is read as the words that stand there.",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(events, event, place, depth)
        return self.mapping(events, event, place, depth)

    def unmarked(self, place: Place) -> None:
        """Note a name that is marked by '? ' instead of standing before its ':'."""
        line, column = place.line - self.first.line, place.column - self.first.column
        before = self.lines[line][:column] if line < len(self.lines) else ""
        if before.rstrip("'\" ").endswith("?"):
            self.problems.add(
                place,
                "a name begins with '? '",
                "Take the '?' away and write it as 'name: value'.",
            )

    def scalar(self, event: Any, place: Place) -> Text:  # noqa: ANN401  as above.
        if event.style in ("'", '"'):
            place = Place(place.line, place.column + 1)
        if not event.style:
            end = event.end_mark
            line = self.lines[end.line] if end.line < len(self.lines) else ""
            if line[end.column :].lstrip().startswith("#"):
                self.problems.add(
                    self.place(end),
                    "the words after ' #' would be lost as a comment",
                    "Put the whole value in quotes, or the comment on its own line.",
                )
        line, column = place.line - self.first.line, place.column - self.first.column
        typed = line < len(self.lines) and self.lines[line].startswith(
            event.value, column
        )
        return Text(event.value, place, typed)

    def listing(
        self,
        events: Iterator[Any],
        start: Any,  # noqa: ANN401  as above.
        place: Place,
        depth: int,
    ) -> Listing:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            node = self.build(events, event, depth + 1)
            many_words = not isinstance(node, Text) or len(node.value.split()) > 1
            if start.flow_style and many_words and not getattr(event, "style", None):
                self.problems.add(
                    node.place,
                    "a list in [ ] can hold single words only",
                    "Write one item a line, each after '- '.",
                )
            items.append(node)
        return Listing(tuple(items), place)

    def mapping(
        self,
        events: Iterator[Any],
        start: Any,  # noqa: ANN401  as above.
        place: Place,
        depth: int,
    ) -> Mapping:
        if start.flow_style:
            self.problems.add(
                place,
                "values in { } are not read",
                "Write one 'name: value' a line, set in under its heading.",
            )
        pairs: list[tuple[Text, Node]] = []
        seen: dict[str, Place] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.build(events, event, depth + 1)
            self.unmarked(key.place)
            node = self.build(events, next(events), depth + 1)
            if not isinstance(key, Text):
                self.problems.add(
                    key.place, "a name must be plain words", "Put words before the ':'."
                )
                continue
            if key.value in seen:
                self.problems.add(
                    key.place,
                    f"'{key.value}' is given a second time "
                    f"(first on line {seen[key.value].line})",
                    "Keep the one that is meant.",
                )
                continue
            seen[key.value] = key.place
            pairs.append((key, node))
        return Mapping(tuple(pairs), place)


def read_block(text: str, first: Place, problems: Problems) -> Node | None:
    """
    Read one block of the YAML subset.

    `first` is the place of the block's first character in the whole text. Returns
    None where the block is empty or can't be read; every problem is noted in
    `problems`. Time and memory are bounded by the length of the text.
    """
    if len(text) > LARGEST:
        problems.add(
            first,
            f"the text has {len(text):,} characters; at most {LARGEST:,} are read",
            "Split it, by year for instance.",
        )
        return None
    unprinted = UNPRINTED.search(text)
    if unprinted:
        before = text[: unprinted.start()]
        problems.add(
            Place(first.line + before.count("\n"), len(before.rpartition("\n")[2]) + 1),
            f"a character that can't be printed (U+{ord(unprinted[0]):04X}) "
            "stands here",
            "Take it out, or save the file again as plain UTF-8 text.",
        )
        return None
    builder = _Builder(text, first, problems)
    try:
        events = iter(yaml.parse(text, Loader=LOADER))
        node = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    problems.add(
                        builder.place(event.start_mark),
                        "a second document begins here",
                        "Take the line '---' away.",
                    )
                    return None
            elif isinstance(event, yaml.NodeEvent):
                node = builder.build(events, event, 1)
    except _TooDeep:
        problems.add(
            first,
            f"the block is nested more than {DEEPEST} levels deep",
            "Check how far its lines are set in.",
        )
        return None
    except (yaml.YAMLError, ValueError) as error:
        # ValueError: the C parser meets a character that no text encodes.
        _explain(error, builder, problems)
        return None
    return None if isinstance(node, Text) and not node.value else node


_REPAIRS = (
    (
        "mapping values are not allowed",
        "a ': ' stands inside words, or a line is set in too far",
        "Put the words in quotes, or set the line in as far as its neighbours.",
    ),
    (
        "could not find expected ':'",
        "a line has no ':' after its name",
        "Write it as 'name: value'.",
    ),
    (
        "cannot start any token",
        "a value begins with a sign that can't stand there",
        "Put the value in quotes; set lines in with spaces, not tabs.",
    ),
    (
        "did not find expected",
        "a line is set in differently from its neighbours",
        "Set it in as far as the lines that it belongs with.",
    ),
    (
        "found unknown escape",
        "a backslash in double quotes means something else",
        "Use single quotes.",
    ),
    (
        "unexpected end of stream",
        "a quote is opened and never closed",
        "Close it, or take it away.",
    ),
)


_NOTICED_LATER = ("could not find expected ':'", "unexpected end of stream")
"""What the parser notices after the place at which it went wrong."""


def _explain(error: Exception, builder: _Builder, problems: Problems) -> None:
    """Say in plain words what the parser stumbled over."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", "") or error)
    mark = getattr(error, "problem_mark", None)
    if any(sign in said for sign in _NOTICED_LATER):
        mark = getattr(error, "context_mark", None) or mark
    place = builder.place(mark) if mark is not None else builder.first
    for sign, what, instead in _REPAIRS:
        if sign in said:
            problems.add(place, what, instead)
            return
    problems.add(place, f"the block can't be read ({said.splitlines()[0][:120]})")
