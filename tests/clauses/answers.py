"""What the command answers to a question about a charter that ships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quorate.proof.scenario import in_short
from tests.front_door import Command, Shown

ENDS = {"met": 0, "not_met": 1, "unknown": 3, "not_stated": 3}
"""The exit code with which each verdict ends the command."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding as `quorate explain --json` prints it."""

    shown: Shown

    @property
    def finding(self) -> dict[str, Any]:
        """The whole of it."""
        found: dict[str, Any] = self.shown.json["finding"]
        return found

    @property
    def verdict(self) -> str:
        """Met, not met, unknown or not stated."""
        return str(self.finding["verdict"])

    @property
    def outcome(self) -> str:
        """The word for what it amounts to."""
        return str(self.finding["outcome"])

    @property
    def cites(self) -> set[str]:
        """The anchors of all clauses that stand in it."""
        cited = {str(self.finding["clause"])}
        cited |= {str(one.get("clause", "")) for one in self.reasons()}
        return {part for one in cited for part in one.split("; ") if part}

    @property
    def missing(self) -> list[str]:
        """What is still missing, in few words."""
        return [in_short(one) for one in self.finding["missing"]]

    @property
    def notes(self) -> set[str]:
        """What else it says, by the keys of its notes."""
        return {str(one["says"]) for one in self.finding.get("notes", ())}

    @property
    def left_out(self) -> dict[str, str]:
        """Who was not counted, and why."""
        return {
            str(one["who"]): str(one["why"])
            for reason in self.reasons()
            for one in reason.get("left_out", ())
        }

    @property
    def values(self) -> dict[str, Any]:
        """The values of its reasons; an outer one goes before an inner one."""
        found: dict[str, Any] = {}
        for reason in self.reasons():
            for name, value in reason.get("values", {}).items():
                found.setdefault(name, value)
        return found

    @property
    def otherwise(self) -> dict[str, str]:
        """By the other value of an interpretation, what it would come to."""
        return {
            str(other["value"]): str(other["outcome"] or other["verdict"])
            for one in self.finding["interpretations"]
            for other in one["others"]
        }

    @property
    def turns_on(self) -> set[str]:
        """The interpretations of which another reading would change it."""
        return {
            str(one["field"])
            for one in self.finding["interpretations"]
            if one["changes"]
        }

    @property
    def paragraph(self) -> str:
        """The answer in sentences."""
        return str(self.shown.json["paragraph"])

    def reasons(self) -> Iterator[dict[str, Any]]:
        """Yield every reason, the outer ones first."""
        waiting = [self.finding["because"], *self.finding.get("notes", ())]
        if "effect" in self.finding:
            waiting.append(self.finding["effect"])
        while waiting:
            one = waiting.pop(0)
            yield one
            waiting += one.get("parts", ())


def explained(
    command: Command, charter: str, facts: str, ask: str, **about: object
) -> Answer:
    """
    Put a question to a charter that ships, and check how the command ended.

    `about` are further options, with an underscore for each hyphen.
    """
    options = [
        word
        for name, value in about.items()
        for word in (f"--{name.replace('_', '-')}", value)
    ]

    shown = command(
        "explain", charter, "-", "--ask", ask, *options, "--json", stdin=facts
    )

    assert not shown.err, shown.err
    answer = Answer(shown)
    assert shown.exit_code == ENDS[answer.verdict]
    return answer
