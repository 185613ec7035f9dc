"""`quorate explain`: put one question to the terms, and see the whole of why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument, OfBody
from quorate.cli.trouble import FINE, NO, NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.proof.case import Asked, Case
    from quorate.rules.finding import Finding

MOMENTS_OF_THEIR_OWN = frozenset({"meeting", "consultation", "item"})
"""What a question can be about that has a moment; of all else it is asked now."""


def _about(name: str, help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        f"--{name}", metavar=name.upper(), help=help_text, show_default=False
    )
    return option


def explain(
    charter: CharterArgument,
    facts: Annotated[
        str,
        typer.Argument(
            metavar="FACTS",
            help="A file of what happened, or a scenario; - for standard input.",
            show_default=False,
        ),
    ],
    *,
    question: Annotated[
        str,
        typer.Option(
            "--ask",
            metavar="QUESTION",
            help="What is asked, as quorum. Without it, all questions are listed.",
            show_default=False,
        ),
    ] = "",
    body: OfBody = "",
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="MOMENT",
            help="The moment it is about, as 2026-04-30 or '2026-04-30 14:05'. "
            "[default: that of the meeting or consultation, else now]",
            show_default=False,
        ),
    ] = None,
    known_at: Annotated[
        str | None,
        typer.Option(
            "--known-at",
            metavar="MOMENT",
            help="As was known then. [default: with all that is known]",
            show_default=False,
        ),
    ] = None,
    meeting: Annotated[str, _about("meeting", "The meeting's name.")] = "",
    item: Annotated[str, _about("item", "The item of the agenda.")] = "",
    consultation: Annotated[
        str, _about("consultation", "The consultation's name.")
    ] = "",
    seat: Annotated[str, _about("seat", "The seat.")] = "",
    person: Annotated[str, _about("person", "The person's code.")] = "",
    office: Annotated[str, _about("office", "The office.")] = "",
    organisation: Annotated[str, _about("organisation", "The organisation.")] = "",
    matter: Annotated[str, _about("matter", "The matter.")] = "",
    act: Annotated[str, _about("act", "The act that something stands before.")] = "",
    rule: Annotated[str, _about("rule", "The rule's name or clause.")] = "",
    subject: Annotated[
        str, _about("subject", "The meeting, report or event it is about.")
    ] = "",
    stage: Annotated[str, _about("stage", "The stage of a dispute.")] = "",
    ground: Annotated[str, _about("ground", "The ground given.")] = "",
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
    from quorate.cli.clock import moment
    from quorate.cli.inputs import read_charter
    from quorate.cli.output import Page, as_data
    from quorate.proof.asking import ask
    from quorate.proof.case import Asked

    if as_line + as_paragraph + as_whole > 1:
        raise Trouble("Take one of --line, --paragraph and --whole.")
    if not question:
        raise Trouble(_questions())
    read = read_charter(charter)
    case = read_case(read, facts, body=body)
    zone = read.front.time_zone
    asked = Asked(
        ask=question,
        body=body,
        at=moment(at, zone=zone),
        known_at=moment(known_at, zone=zone),
        meeting=meeting,
        item=item,
        consultation=consultation,
        seat=seat,
        person=person,
        office=office,
        organisation=organisation,
        matter=matter,
        act=act,
        rule=rule,
        subject=subject,
        stage=stage,
        ground=ground,
    )
    finding = ask(case, _with_now(asked, zone))
    if as_json:
        as_data("quorate-explain/1", _data(case, asked, finding))
    else:
        _show(read, finding, Page(), line=as_line, paragraph=as_paragraph)
    raise typer.Exit(_code(finding))


def _with_now(asked: Asked, zone: str) -> Asked:
    """Fill in this moment where the question needs one and nothing else gives it."""
    from dataclasses import replace

    from quorate.cli.clock import now
    from quorate.proof.asking import QUESTIONS

    question = QUESTIONS.get(asked.ask)
    if asked.at is not None or question is None or "at" not in question.needs:
        return asked
    if MOMENTS_OF_THEIR_OWN & set(question.needs):
        return asked
    return replace(asked, at=now(zone))


def _questions() -> str:
    from quorate.proof.asking import QUESTIONS

    said = ["Say what is asked with --ask. It can be:"]
    for name, question in sorted(QUESTIONS.items()):
        needs = ", ".join(f"--{one.replace('_', '-')}" for one in question.needs)
        said.append(f"  {name}: {question.means} ({needs})")
    return "\n".join(said)


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
    charter: Charter, finding: Finding, page: Page, *, line: bool, paragraph: bool
) -> None:
    from quorate.words import finding as words

    if line:
        page.line(words.line(finding, charter))
    elif paragraph:
        page.line(words.paragraph(finding, charter))
    else:
        page.tree((one.level, one.text) for one in words.whole(finding, charter))
