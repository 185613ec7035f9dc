"""`quorate compare`: what differs between two versions of a charter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson
from quorate.cli.trouble import NO

if TYPE_CHECKING:
    from quorate.charter.compare import Difference
    from quorate.charter.fields import Plain
    from quorate.charter.model import Charter
    from quorate.cli.output import Page


def compare(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="The older charter: a file or a slug."),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="The newer one."),
    ],
    *,
    findings: Annotated[
        list[Path] | None,
        typer.Option(
            "--findings",
            metavar="PATH",
            help="Scenario files, or folders of them: say which of their answers "
            "would come out otherwise. Can be given several times.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Say what differs between two versions, clause by clause, in words and in rules.

    Ends with 1 where anything differs.
    """
    from quorate.charter.compare import affected_kinds, compare
    from quorate.cli.inputs import read_charter
    from quorate.cli.output import Page, as_data

    before, after = read_charter(old), read_charter(new)
    differences = compare(before, after)
    changed = _findings(before, after, findings or [])
    if as_json:
        as_data(
            "quorate-compare/1",
            {
                "old": _which(before),
                "new": _which(after),
                "same_words": before.words_digest == after.words_digest,
                "differences": [_data(one) for one in differences],
                "kinds_affected": sorted(affected_kinds(differences)),
                "findings": changed,
            },
        )
    else:
        _show(before, after, differences, Page())
        _show_findings(changed, Page(), asked=bool(findings))
    if differences:
        raise typer.Exit(NO)


def _which(charter: Charter) -> dict[str, str]:
    return {
        "charter": charter.slug,
        "version": charter.version,
        "digest": charter.digest,
        "words_digest": charter.words_digest,
    }


def _data(one: Difference) -> dict[str, Any]:
    return {
        "sort": one.sort.value,
        "clause": one.clause,
        "was": one.was,
        "kind": one.kind,
        "name": one.name,
        "field": one.field,
        "before": one.before,
        "after": one.after,
    }


def _findings(
    before: Charter, after: Charter, paths: Sequence[Path]
) -> list[dict[str, Any]]:
    """Return each answer of the scenarios on the old text that the new one changes."""
    from quorate.cli.inputs import read_text
    from quorate.cli.progress import watched
    from quorate.cli.scenario import scenario_files
    from quorate.cli.shelf import library
    from quorate.proof.asking import ask
    from quorate.proof.scenario import Shelf, read_scenario
    from quorate.words.finding import line

    shelf = library().shelf
    with_old = Shelf({**shelf.charters, before.slug: before}, shelf.calendars)
    changed: list[dict[str, Any]] = []
    for path in watched(scenario_files(list(paths)), doing="Asking again"):
        read = read_scenario(read_text(path), with_old, name=str(path))
        if read.case.charter.slug != before.slug:
            continue
        under_new = replace(read.case, charter=after)
        for check in read.checks:
            was, now = ask(read.case, check.asked), ask(under_new, check.asked)
            if (was.verdict, was.outcome) != (now.verdict, now.outcome):
                changed.append(
                    {
                        "file": str(path),
                        "line": check.line,
                        "asked": check.asked.ask,
                        "before": line(was, before),
                        "after": line(now, after),
                    }
                )
    return changed


def _show(
    before: Charter, after: Charter, differences: Sequence[Difference], page: Page
) -> None:
    page.line(
        f"{before.title} {before.version or '(no version)'}, beside "
        f"{after.title} {after.version or '(no version)'}",
        style="bold",
    )
    if not differences:
        page.line("Nothing differs.", style="green")
        return
    if before.words_digest == after.words_digest:
        page.line("The words are the same: this is a revision of the rules alone.")
    clause = None
    for one in differences:
        if one.clause != clause:
            clause = one.clause
            page.heading(_cited(before, after, clause))
        named = f" ({one.name})" if one.name else ""
        rule = f"{one.kind}{named}: " if one.kind else ""
        field = f" '{one.field}'" if one.field else ""
        was = f", was {one.was}" if one.was else ""
        page.line(f"  {rule}{one.sort.value}{field}{was}")
        _show_both(one, page)
    page.line()
    number = len(differences)
    page.line(f"{number} difference{'' if number == 1 else 's'}.", style="bold")


def _cited(before: Charter, after: Charter, anchor: str) -> str:
    if not anchor:
        return "Front matter"
    return (after if after.clause(anchor) else before).cite(anchor)


def _show_both(one: Difference, page: Page) -> None:
    if isinstance(one.before, str) and isinstance(one.after, str) and not one.kind:
        was, now = _apart(one.before, one.after)
        page.indented(f"- {was}", by=4, style="red")
        page.indented(f"+ {now}", by=4, style="green")
        return
    if one.before is not None:
        page.indented(_lines(one.before, "- "), by=4, style="red")
    if one.after is not None:
        page.indented(_lines(one.after, "+ "), by=4, style="green")


def _lines(plain: Plain, mark: str) -> str:
    from quorate.charter.normal_form import lines_of

    return "\n".join(mark + line for line in lines_of(plain))


AROUND = 6
"""Words shown on each side of a change of words."""


def _apart(before: str, after: str) -> tuple[str, str]:
    """Return two texts without their long common beginning and end."""
    from difflib import SequenceMatcher

    was, now = before.split(), after.split()
    same = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    first = same[0].size if same[0].a == 0 and same[0].b == 0 else 0
    end = next(
        (
            one.size
            for one in reversed(same[:-1])
            if one.a + one.size == len(was) and one.b + one.size == len(now)
        ),
        0,
    )
    start = max(0, first - AROUND)
    stop = max(0, end - AROUND)
    return _cut(was, start, stop), _cut(now, start, stop)


def _cut(words: list[str], start: int, stop: int) -> str:
    kept = words[start : len(words) - stop]
    begin = "… " if start else ""
    return begin + " ".join(kept) + (" …" if stop else "")


def _show_findings(
    changed: Sequence[dict[str, Any]], page: Page, *, asked: bool
) -> None:
    if not asked:
        return
    page.heading("Findings that would come out otherwise")
    if not changed:
        page.line("None.", style="green")
    for one in changed:
        page.line(f"{one['file']}, line {one['line']}, {one['asked']}")
        page.indented(f"- {one['before']}", style="red")
        page.indented(f"+ {one['after']}", style="green")
