"""A charter with a file of what happened, as one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.cli.inputs import body_of, read_text
from quorate.cli.shelf import library
from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.proof.case import Case


def read_case(charter: Charter, named: str, *, body: str = "") -> Case:
    """
    Return the case of a charter and a file of facts.

    The file holds facts, and can say `body`, `calendar`, `closed_days` and
    `with_charters` as scenarios do; of a scenario, what must follow is passed over.
    Raises `CharterError` with every problem of the file.
    """
    from quorate.charter.blocks import read_block
    from quorate.charter.fields import described, read_fields
    from quorate.charter.nodes import Mapping
    from quorate.charter.problems import Place, Problems
    from quorate.facts.calendar import ClosedDay
    from quorate.facts.file import facts_from
    from quorate.proof.case import Case
    from quorate.proof.scenario import Head
    from quorate.proof.seats_named import check_seats

    name = "standard input" if named == "-" else named
    problems = Problems()
    text = read_text(named).replace("\r\n", "\n")
    node = read_block(text, Place(1), problems) if text.strip() else None
    if node is not None and not isinstance(node, Mapping):
        problems.add(node.place, "the file has no names with values", "meetings: ...")
    problems.raise_if_any(name)
    if not isinstance(node, Mapping):
        raise Trouble(f"Nothing stands in {name}.")
    heads = {field for field, _ in described(Head)}
    about = Mapping(
        tuple(pair for pair in node.pairs if pair[0].value in heads), node.place
    )
    happened = Mapping(
        tuple(pair for pair in node.pairs if pair[0].value not in {*heads, "then"}),
        node.place,
    )
    values = read_fields(
        Head,
        about,
        problems,
        called="the file",
        filled=frozenset({"scenario", "charter"}),
    )
    facts = facts_from(happened, problems)
    problems.raise_if_any(name)
    head = Head(**values)
    shelf = library()
    calendar = shelf.calendars.get(head.calendar or charter.front.calendar)
    if head.calendar and calendar is None:
        known = ", ".join(shelf.calendars)
        raise Trouble(f"There is no calendar '{head.calendar}'. Known: {known}.")
    if calendar is not None and head.closed_days:
        calendar = calendar.with_closed(
            tuple(ClosedDay(one, "closed here") for one in head.closed_days)
        )
    unknown = [one for one in head.with_charters if one not in shelf.charter_paths]
    if unknown:
        raise Trouble(f"No charter '{unknown[0]}' ships with Quorate.")
    others = {slug: shelf.charters[slug] for slug in head.with_charters}
    chosen = body_of(charter, body or head.body)
    check_seats(happened, (charter, *others.values()), problems)
    problems.raise_if_any(name)
    return Case(charter, facts, chosen, calendar, others)
