"""A charter as plain data, for `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter
    from quorate.charter.rule import Rule
    from quorate.rules.membership import Seat


def seats_of(charter: Charter, body: str) -> tuple[Seat, ...]:
    """Return the seats of a body, those of every table of its membership."""
    from quorate.charter.kinds.membership import Seats
    from quorate.rules.membership import seats_in

    return tuple(
        seat
        for rule in charter.rules_of(body, Seats)
        for seat in seats_in(rule.lines, rule)
    )


def head_data(charter: Charter) -> dict[str, Any]:
    """Return what identifies a charter."""
    front = charter.front
    return {
        "slug": charter.slug,
        "title": charter.title,
        "status": front.status,
        "version": charter.version,
        "digest": charter.digest,
        "words_digest": charter.words_digest,
        "calendar": front.calendar,
        "time_zone": front.time_zone,
    }


def charter_data(charter: Charter, bodies: tuple[str, ...]) -> dict[str, Any]:
    """Return a whole charter as data, some of its bodies alone if need be."""
    from quorate.charter.fields import write_fields

    return {
        "charter": head_data(charter),
        "versions": [write_fields(one) for one in charter.front.versions],
        "approvals": [write_fields(one) for one in charter.front.approvals],
        "bodies": [_body(charter, slug) for slug in bodies],
        "clauses": [clause_data(charter, one) for one in charter.clauses],
    }


def _body(charter: Charter, slug: str) -> dict[str, Any]:
    from quorate.charter.fields import write_fields
    from quorate.charter.kinds.membership import Role

    return {
        "slug": slug,
        **write_fields(charter.bodies[slug]),
        "seats": [
            {
                "seat": seat.name,
                "line": seat.line,
                "title": seat.title,
                "organisations": list(seat.organisations),
                "groups": sorted(seat.groups),
                "votes": None if seat.votes is None else str(seat.votes),
                "capacity": seat.capacity,
                "optional": seat.optional,
            }
            for seat in seats_of(charter, slug)
        ],
        "offices": [
            {"office": role.role, "called": role.called, "held_by": role.held_by}
            for role in charter.rules_of(slug, Role)
        ],
    }


def clause_data(charter: Charter, clause: Clause) -> dict[str, Any]:
    """Return a clause with the rules that stand under it or rest on it."""
    return {
        "anchor": clause.anchor,
        "citation": clause.citation,
        "kind": clause.kind,
        "number": clause.number,
        "line": clause.line,
        "text": clause.text,
        "digest": clause.digest,
        "rules": [_rule(one) for one in charter.under(clause.anchor)],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    from quorate.charter.fields import described, write_fields

    readers = {name: about.reader for name, about in described(type(rule))}
    return {
        "kind": rule.kind,
        "title": rule.title,
        "bodies": list(rule.bodies),
        "clause": rule.clause,
        "line": rule.place.line,
        "says": write_fields(rule),
        "interpretations": [
            {
                "field": one.field,
                "take": readers[one.field].write(one.take),
                "others": [readers[one.field].write(other) for other in one.others],
                "because": one.because,
            }
            for one in rule.interpretations
        ],
    }
