"""`quorate explain`: put one question to the terms, and see the whole of why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument, FactsArgument
from quorate.cli.question import with_question
from quorate.cli.trouble import FINE, NO, NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from quorate.cli.output import Page
    from quorate.proof.case import Asked, Case
    from quorate.rules.finding import Finding


@with_question
def explain(
    charter: CharterArgument,
    facts: FactsArgument,
    *,
    words: dict[str, str],
    as_line: Annotated[bool, typer.Option("--line", help="In a line.")] = False,
    as_paragraph: Annotated[
        bool, typer.Option("--paragraph", help="In a paragraph.")
    ] = False,
    as_whole: Annotated[
        bool, typer.Option("--whole", help="The whole tree of why. This is usual.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """
    Put a question to the terms and show the answer with its reasons.

    Ends with 0 where the answer is met, 1 where it is not, 3 where a record is
    missing or the terms do not say.
    """
    from quorate.cli.cases import read_case
    from quorate.cli.inputs import read_charter
    from quorate.cli.output import Page, as_data
    from quorate.cli.question import asked_from
    from quorate.proof.asking import ask

    if as_line + as_paragraph + as_whole > 1:
        raise Trouble("Take one of --line, --paragraph and --whole.")
    read = read_charter(charter)
    asked = asked_from(words, read)
    case = read_case(read, facts, body=words["body"])
    finding = ask(case, asked)
    if as_json:
        as_data("quorate-explain/1", _data(case, asked, finding))
    else:
        _show(case, finding, Page(), line=as_line, paragraph=as_paragraph)
    raise typer.Exit(_code(finding))


def _code(finding: Finding) -> int:
    from quorate.rules.verdict import Verdict

    codes = {Verdict.MET: FINE, Verdict.NOT_MET: NO}
    return codes.get(finding.verdict, NOT_CHECKED)


def _data(case: Case, asked: Asked, finding: Finding) -> dict[str, Any]:
    from quorate.charter.fields import write_fields
    from quorate.words.finding import line, paragraph

    charter = case.charter
    return {
        "charter": {
            "slug": charter.slug,
            "version": charter.version,
            "digest": charter.digest,
        },
        "body": asked.body or case.body,
        "asked": write_fields(asked),
        "finding": finding.as_data(),
        "line": line(finding, charter),
        "paragraph": paragraph(finding, charter),
    }


def _show(
    case: Case, finding: Finding, page: Page, *, line: bool, paragraph: bool
) -> None:
    from quorate.words import finding as words

    if line:
        page.line(words.line(finding, case.charter))
    elif paragraph:
        page.line(words.paragraph(finding, case.charter))
    else:
        told = words.whole(finding, case.charter)
        page.tree((one.level, one.text) for one in told)
