"""`quorate whatif`: how often a body could decide, and whom to ring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument, OfBody
from quorate.cli.trouble import NO, NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from quorate.charter.expressions import Test
    from quorate.charter.kinds.quorum import Quorum
    from quorate.charter.model import Charter
    from quorate.cli.output import Page
    from quorate.facts.meeting import Meeting
    from quorate.proof.case import Case
    from quorate.proof.whatif import Chances, Ring
    from quorate.rules.membership import Entry, Membership
    from quorate.words.naming import Naming

SCHEMA = "quorate-whatif/1"


def whatif(
    charter: CharterArgument,
    facts: Annotated[
        str,
        typer.Argument(
            metavar="FACTS",
            help="A file of who sits where, and of past meetings. Without it, every "
            "seat is taken as filled, each by a person of its own.",
            show_default=False,
        ),
    ] = "",
    *,
    usual: Annotated[
        str,
        typer.Option(
            "--usual",
            metavar="SHARE",
            help="How often a member comes, as 4/5, 80% or 0.8. Needed, unless "
            "--coming asks whom to ring.",
            show_default=False,
        ),
    ] = "",
    rate: Annotated[
        list[str] | None,
        typer.Option(
            "--rate",
            metavar="WHO=SHARE",
            help="How often one seat or person comes. Can be given several times.",
            show_default=False,
        ),
    ] = None,
    lean: Annotated[
        list[str] | None,
        typer.Option(
            "--lean",
            metavar="WHO=FOR,AGAINST",
            help="How likely one seat or person votes for and against when there, as "
            "chair=60%,30%; the rest abstain. Others are taken as even.",
            show_default=False,
        ),
    ] = None,
    quorum: Annotated[
        str,
        typer.Option(
            "--quorum",
            metavar="TEST",
            help="Another quorum to hold beside the one stated, as 'at least 4 of "
            "present by person'.",
            show_default=False,
        ),
    ] = "",
    coming: Annotated[
        str,
        typer.Option(
            "--coming",
            metavar="PERSON,...",
            help="Who has said yes to a meeting: then it says whom else to ring.",
            show_default=False,
        ),
    ] = "",
    not_coming: Annotated[
        str,
        typer.Option(
            "--not-coming",
            metavar="PERSON,...",
            help="Who has said no to it.",
            show_default=False,
        ),
    ] = "",
    body: OfBody = "",
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DAY",
            help="The day whose membership is taken. [default: today]",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Say how often a body could decide, and whom to ring to make a meeting quorate.

    The chances are exact fractions, never sampled; people are taken to come
    independently of each other. Ends with 1 where nobody left to ring would do.
    """
    from quorate.charter.kinds.deciding import Decision
    from quorate.charter.kinds.quorum import Quorum
    from quorate.cli.clock import day
    from quorate.cli.inputs import read_charter
    from quorate.cli.likelihoods import (
        leanings_typed,
        other_quorum,
        people_typed,
        rates_typed,
        share_typed,
    )
    from quorate.cli.output import as_data
    from quorate.proof.chances import TooManyStatesError
    from quorate.proof.whatif import chances, whom_to_ring

    read = read_charter(charter)
    case = _case(read, facts, body)
    terms = read.rule_of(case.body, Quorum)
    if terms is None:
        raise Trouble(
            f"{read.title} states no quorum for {case.body}.", code=NOT_CHECKED
        )
    membership = case.membership(case.body, day(on, zone=read.front.time_zone), None)
    if not membership.filled:
        raise Trouble(f"No seat of {case.body} is filled on that day.")
    rates = rates_typed(rate or (), membership)
    data: dict[str, Any] = {"charter": read.slug, "body": case.body}
    try:
        if coming or not_coming:
            yes = people_typed(coming, membership)
            no = people_typed(not_coming, membership)
            if set(yes) & set(no):
                both = ", ".join(sorted(set(yes) & set(no)))
                raise Trouble(f"Said to come and not to come: {both}.")
            ring = whom_to_ring(
                terms,
                membership,
                coming=yes,
                not_coming=no,
                rates=rates,
            )
            data["ring"] = _ring_data(ring)
        if usual:
            other = other_quorum(quorum, read, case.body)
            leans = leanings_typed(lean or (), membership)
            decision = read.rule_of(case.body, Decision) if lean else None
            common: dict[str, Any] = {
                "rates": rates,
                "usual": share_typed(usual, "--usual"),
                "decision": decision,
                "leans": leans or None,
            }
            data["quorums"] = [
                _row(one, chances(one, membership, **common), _past(one, case), read)
                for one in _quorums(terms, other)
            ]
        elif "ring" not in data:
            raise Trouble("Say how often a member comes with --usual, as 4/5.")
    except TooManyStatesError as error:
        words = str(error)
        raise Trouble(f"{words[:1].upper()}{words[1:]}.", code=NOT_CHECKED) from None
    if as_json:
        as_data(SCHEMA, data)
    else:
        _show(data, read, case, assumed=not facts)
    if data.get("ring", {"possible": True})["possible"] is False:
        raise typer.Exit(NO)


def _case(charter: Charter, facts: str, body: str) -> Case:
    from quorate.cli.cases import read_case
    from quorate.cli.inputs import body_of
    from quorate.facts.file import Facts
    from quorate.facts.people import Appointment
    from quorate.proof.case import Case
    from quorate.rules.membership import membership_on

    if facts:
        return read_case(charter, facts, body=body)
    from datetime import date

    named = body_of(charter, body)
    seats = membership_on(charter, named, on=date.min).seats
    people = tuple(Appointment(seat=seat.name, person=seat.name) for seat in seats)
    return Case(charter, Facts(people=people), named)


def _quorums(terms: Quorum, other: Test | None) -> Iterable[Quorum]:
    from quorate.proof.whatif import changed

    yield terms
    if other is not None:
        yield changed(terms, other)


def _past(terms: Quorum, case: Case) -> tuple[int, int] | None:
    """Return how many of the meetings on record were quorate, and of how many."""
    from quorate.proof.whatif import could_have_decided

    held = [
        (membership, _room(one, terms, membership, case))
        for one in case.facts.meetings
        if one.opens is not None and one.present and one.body in ("", case.body)
        for membership in (case.membership(case.body, one.opens, None),)
    ]
    return could_have_decided(terms, held) if held else None


def _room(
    meeting: Meeting, terms: Quorum, membership: Membership, case: Case
) -> tuple[Entry, ...]:
    from quorate.rules.roll import Counting, room_at

    counting = Counting(
        substitutes_count=terms.substitutes_count,
        without_vote_count=terms.without_vote_count,
        remote_counts=terms.remote_counts,
        conflicted_count=terms.conflicted_count,
    )
    return room_at(
        meeting, membership, counting, substitutes=case.facts.substitutes
    ).entries


def _row(
    terms: Quorum, found: Chances, past: tuple[int, int] | None, charter: Charter
) -> dict[str, Any]:
    from quorate.charter.phrases import TestReader
    from quorate.words.naming import Naming
    from quorate.words.saying_tests import test_in_words

    return {
        "needs": TestReader("present").write(terms.needs),
        "in_words": test_in_words(terms.needs, Naming(charter)),
        "quorate": str(found.quorate),
        "quorate_percent": percent(found.quorate),
        "carries": None if found.carries is None else str(found.carries),
        "carries_percent": None if found.carries is None else percent(found.carries),
        "past_meetings": None if past is None else {"quorate": past[0], "of": past[1]},
        "assumes": found.assumes,
    }


def _ring_data(ring: Ring | None) -> dict[str, Any]:
    if ring is None:
        return {"possible": False, "people": []}
    pairs = zip(ring.people, ring.instead, strict=True)
    return {
        "possible": True,
        "people": [
            {"person": person, "or_instead": list(instead)} for person, instead in pairs
        ],
    }


def percent(part: Fraction) -> str:
    """Return a share in percent with one decimal, never rounded to none or all."""
    tenths = round(part * 1000)
    if part and not tenths:
        return "under 0.1 %"
    if part != 1 and tenths == 1000:  # noqa: PLR2004  A thousand tenths are the whole.
        return "over 99.9 %"
    return f"{tenths // 10}.{tenths % 10} %"


def _show(
    data: Mapping[str, Any], charter: Charter, case: Case, *, assumed: bool
) -> None:
    from quorate.cli.output import Page
    from quorate.words.naming import Naming

    page = Page()
    naming = Naming(charter)
    page.line(f"What if: {charter.bodies[case.body].name}", style="bold")
    if assumed:
        page.line("Every seat is taken as filled, each by a person of its own.")
    if "ring" in data:
        _show_ring(data["ring"], naming, page)
    if "quorums" not in data:
        return
    heads = ["Quorum", "Quorate", "Quorate and carries", "Of past meetings"]
    page.table(
        heads,
        [
            (
                ("as stated: " if number == 0 else "instead: ") + one["in_words"],
                one["quorate_percent"],
                one["carries_percent"] or "",
                "{quorate} of {of}".format(**one["past_meetings"])
                if one["past_meetings"]
                else "",
            )
            for number, one in enumerate(data["quorums"])
        ],
    )
    page.line()
    assumed = data["quorums"][0]["assumes"]
    page.line(f"The chances are exact, not sampled; {assumed}.", style="dim")


def _show_ring(ring: Mapping[str, Any], naming: Naming, page: Page) -> None:
    if not ring["possible"]:
        page.line("Nobody who is left to ring would make it quorate.", style="red")
        return
    if not ring["people"]:
        page.line("With those who come it is quorate: nobody to ring.", style="green")
        return
    page.line("To be quorate, ring:")
    for one in ring["people"]:
        others = ", ".join(naming.of(other) for other in one["or_instead"][:5])
        instead = f" (or instead: {others})" if others else ""
        page.indented(f"{naming.of(one['person'])}{instead}")
