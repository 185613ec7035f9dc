"""What the command answers about the charters that ship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quorate.cli.shelf import library
from quorate.proof.scenario import in_short
from tests.front_door import Command, Shown

ENDS = {"met": 0, "not_met": 1, "unknown": 3, "not_stated": 3}
"""The exit code with which each verdict ends the command."""

TODAY = "2026-11-22"


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
    def counted(self) -> list[list[str]]:
        """Those who were counted, in each reason that counts."""
        return [one["counted"] for one in self.reasons() if "counted" in one]

    @property
    def values(self) -> dict[str, Any]:
        """The values of its reasons; an outer one goes before an inner one."""
        found: dict[str, Any] = {}
        for reason in self.reasons():
            for name, value in reason.get("values", {}).items():
                found.setdefault(name, value)
        return found

    @property
    def turns_on(self) -> dict[str, dict[str, str]]:
        """By interpretation on which it turns, what each other value comes to."""
        return {
            str(one["field"]): {
                str(other["value"]): str(other["outcome"] or other["verdict"])
                for other in one["others"]
            }
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
    command: Command, charter: object, facts: str, ask: str, **about: object
) -> Answer:
    """
    Put a question to a charter, by slug or file, and check how the command ended.

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
    assert "finding" in shown.json, shown.out
    answer = Answer(shown)
    assert shown.exit_code == ENDS[answer.verdict]
    return answer


def remarks(
    command: Command, charter: object, check: str, *options: object
) -> list[dict[str, Any]]:
    """Return what one check of the linter says of a charter."""
    shown = command("lint", charter, "--on", TODAY, "--json", *options)

    found: list[dict[str, Any]] = shown.json["remarks"]
    return [one for one in found if one["check"] == check]


def clause_rules(command: Command, charter: str, anchor: str) -> list[dict[str, Any]]:
    """Return the rules that the command shows under a clause."""
    shown = command("show", charter, "--clause", anchor, "--json")

    assert shown.exit_code == 0, shown.err
    found: list[dict[str, Any]] = shown.json["clause"]["rules"]
    return found


def planned(
    command: Command, charter: str, body: str, kind: str, *options: object
) -> list[dict[str, Any]]:
    """Return the lines of one kind in a body's year of 2027."""
    shown = command(
        "plan", charter, "--on", "2027-01-01", "--body", body, "--json", *options
    )

    assert shown.exit_code == 0, shown.err
    return [one for one in shown.json["rows"] if one["kind"] == kind]


def changed(folder: Path, charter: str, *changes: tuple[str, str]) -> Path:
    """Write a copy of a charter that ships, with some of its words changed."""
    text = library().charter_paths[charter].read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / f"{charter}.md"
    path.write_text(text, encoding="utf-8")
    return path
