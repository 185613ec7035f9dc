"""The page of what each engine can express, made from what was found."""

from __future__ import annotations

from typing import Any

from benchmarks.figures import REFERENCE

FOUND = REFERENCE / "expressiveness.json"
PAGE = REFERENCE / "expressiveness.md"

MARKS = {"expresses": "yes", "prepared": "part", "can't": "no"}

INTRODUCTION = """\
# What other engines can express

Speed is the lesser question. The greater one is whether an engine can state a rule of \
real terms of reference at all, and what it can say about why. This page is the answer \
for {cases} edge cases: one attempt for each case in each engine, kept as code in \
`benchmarks/expressiveness/` and run by `make bench`. Whoever knows an engine better \
is welcome to mend its attempt; the run then says what changed.

Each case is a scenario of our own tests. Every engine is given the same records (who \
sat where, who voted how, which days were holidays) as plain data, and must give the \
same answers as the scenario asks for. The answers are checked in every run, so no \
*yes* and no *part* rests on belief; a *no* rests on what we know of the engine. \
The cases are those that Quorate was made for: its own column says only that it gives \
these answers, each with its clause, and not that the cases were chosen at random.

- **yes**: the rule reads the records and gives every answer.
- **part**: it gives every answer once something was worked out for it outside. What \
that was stands below.
- **no**: it can't be said, or all there is to say would have been worked out outside.

"""

READING = """\

## How to read this

The expression languages come far, further than one might think: whoever is ready to \
write each rule as a formula can state all of these, some within limits set by hand. \
What the table can't show is what such a formula is like to live with. It is not the \
clause, it has no clause, and nobody but its author can say if it is right. Shares \
have to be multiplied out by hand, a missing record or a silent clause is one more \
branch that somebody remembered to write, and so is each other reading. Then it \
answers yes or no.

That is why the last column of the next table matters more than the count.

"""


def page(found: dict[str, Any]) -> str:
    """Return the whole page."""
    names = list(found["engines"])
    return (
        INTRODUCTION.format(cases=len(found["cases"]))
        + table(found, names)
        + READING
        + reasons(found, names)
        + "".join(details(found, name) for name in names)
    )


def table(found: dict[str, Any], names: list[str]) -> str:
    """Return a row for each case and a column for each engine."""
    heads = " | ".join(found["engines"][name]["short"] for name in names)
    lines = [f"| | Case | {heads} |", "|---:|---|" + "---|" * len(names)]
    lines += [
        f"| {one['number']} | {one['title']} | "
        + " | ".join(MARKS[one["attempts"][name]["result"]] for name in names)
        + " |"
        for one in found["cases"]
    ]
    counts = [count(found, name) for name in names]
    lines.append(
        "| | **yes, part, no** | "
        + " | ".join(f"{yes}, {part}, {no}" for yes, part, no in counts)
        + " |"
    )
    return "\n".join(lines) + "\n"


def count(found: dict[str, Any], name: str) -> tuple[int, int, int]:
    """Count the cases that an engine expresses, in part, and not."""
    results = [one["attempts"][name]["result"] for one in found["cases"]]
    yes, part, no = (results.count(each) for each in MARKS)
    return yes, part, no


def reasons(found: dict[str, Any], names: list[str]) -> str:
    """Return what each engine can say about why."""
    lines = ["## What each can say about why", ""]
    lines += ["| Engine | Beside the answer |", "|---|---|"]
    lines += [f"| {name} | {found['engines'][name]['why']} |" for name in names]
    return "\n".join(lines) + "\n"


def details(found: dict[str, Any], name: str) -> str:
    """Return what stands behind the marks of one engine."""
    about = found["engines"][name]
    lines = ["", f"## {name}", "", about["about"], ""]
    if about["sample"]:
        lines += [
            "What it says of one case:",
            "",
            "```text",
            about["sample"],
            "```",
            "",
        ]
    for one in found["cases"]:
        told = one["attempts"][name]
        said = {
            "prepared": f"worked out outside: {told['told']}",
            "can't": f"can't: {told['told']}",
        }.get(told["result"], "")
        rest = "; ".join(part for part in (said, told["note"]) if part)
        if rest:
            lines.append(f"- {one['number']}: {rest}.")
    return "\n".join(lines).rstrip() + "\n"
