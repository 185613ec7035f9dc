"""Checks of bodies of one kind, which are to have the same terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.fields import write_fields
from quorate.charter.kinds.terms import Amendment
from quorate.lint.bodies import name_of
from quorate.lint.naming import in_a_row, plainly
from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.fields import Plain
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting


def sister_terms(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L51."""
    for rule in charter.rules:
        if not isinstance(rule, Amendment) or rule.uniform != "yes":
            continue
        for body in rule.bodies:
            for other in setting.others.values():
                for sister in other.own_bodies:
                    differing = _differing(charter, body, other, sister)
                    if differing:
                        yield found(
                            f"The terms are to be the same for all, but those of "
                            f"{name_of(other, sister)} in {other.slug} differ on "
                            f"{in_a_row(differing)}.",
                            at=rule.clause,
                            line=rule.place.line,
                            body=body,
                        )


def _differing(
    charter: Charter, body: str, other: Charter, sister: str
) -> tuple[str, ...]:
    taken_over = any(one.partition("#")[0] == charter.slug for one in other.front.uses)
    same_kind = plainly(name_of(charter, body)) == plainly(name_of(other, sister))
    if not (taken_over or same_kind):
        return ()
    ours, theirs = _by_kind(charter, body), _by_kind(other, sister)
    # A body that takes clauses over has rules of its own only where it departs.
    kinds = theirs if taken_over else {**ours, **theirs}
    return tuple(kind for kind in kinds if ours.get(kind) != theirs.get(kind))


def _by_kind(charter: Charter, body: str) -> dict[str, list[dict[str, Plain]]]:
    rules: dict[str, list[dict[str, Plain]]] = {}
    for rule in charter.rules:
        if body in rule.bodies:
            written = write_fields(rule)
            for place in ("for", "also_rests_on"):
                written.pop(place, None)
            rules.setdefault(rule.title.casefold(), []).append(written)
    return rules


CHECKS = (
    Check(
        id="L51",
        severity=Severity.UNINTENDED,
        title="Sister bodies must have the same terms but do not",
        means="Members of two sister bodies are treated differently, against the "
        "terms of both.",
        repair="Bring the terms together, or say in which parts they may differ.",
        example="7. All ward panels have the same terms. (One of them meets monthly, "
        "another every quarter.)",
        find=sister_terms,
    ),
)
