from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from quorate.charter.fields import described, said
from quorate.charter.kinds.authority import Referral
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.model import Charter
from quorate.charter.readers import WORDS, Choice
from quorate.charter.rule import Rule
from quorate.charter.vocabulary import KINDS
from quorate.cli.shelf import library
from quorate.words.plain import TABLES, plain
from quorate.words.plain_row import Row
from quorate.words.plain_tables.every import EVERY
from tests.words.cast import charter

SHIPPED = sorted(library().charter_paths)


def rule_of(of: Charter, kind: str) -> Rule:
    return next(one for one in of.rules if one.kind == kind)


def test_a_quorum_is_put_into_plain_english() -> None:
    terms = charter()

    said_of_it = plain(rule_of(terms, "quorum"), terms)

    assert said_of_it == (
        (
            "A meeting is quorate when at least five people are present, and the chair "
            "or the vice-chair is present."
        ),
        "‘Membership’ means the filled seats.",
        "This is an interpretation: the clause does not say which is meant.",
        "It could also be read so: ‘Membership’ means all seats.",
        "Without a quorum decisions are in principle only.",
    )


def test_an_interpretation_without_another_reading_says_that_none_is_recorded() -> None:
    terms = charter()
    rule = rule_of(terms, "quorum")
    (reading,) = rule.interpretations
    alone = replace(rule, interpretations=(replace(reading, others=()),))

    assert "No other reading is recorded." in plain(alone, terms)


def test_bodies_go_by_what_people_call_them() -> None:
    terms = charter()

    assert plain(rule_of(terms, "referral"), terms)[0] == (
        "A matter goes to the Harbour Council and the Panel when there is no agreement."
    )


def test_without_a_charter_a_rule_is_said_all_the_same() -> None:
    assert plain(rule_of(charter(), "referral"))[0] == (
        "A matter goes to council and panel when there is no agreement."
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_rule_has_a_table(kind: str) -> None:
    assert TABLES[kind]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_table_speaks_of_fields_that_the_kind_has(kind: str) -> None:
    fields = {name for name, _ in described(KINDS[kind])} | {"lines"}
    named = {name for row in TABLES[kind] for name in row.fields}

    assert named <= fields


def test_few_fields_are_left_to_their_description() -> None:
    fields = [(kind, name) for kind in KINDS for name, _ in described(KINDS[kind])]

    bare = [
        (kind, name)
        for kind, name in fields
        if not any(name in row.fields for row in (*TABLES[kind], *EVERY))
    ]

    assert len(bare) <= len(fields) / 20, f"write rows for these: {bare}"


def choices() -> list[tuple[str, str, Choice, Row]]:
    return [
        (kind, row.fields[0], about.reader, row)
        for kind, rows in TABLES.items()
        for row in rows
        if row.varies
        for name, about in described(KINDS[kind])
        if name == row.fields[0] and isinstance(about.reader, Choice)
    ]


@pytest.mark.parametrize(
    "kind, name, reader, row",
    choices(),
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_no_row_speaks_of_a_choice_that_there_is_not(
    kind: str, name: str, reader: Choice, row: Row
) -> None:
    assert set(row.varies) <= set(reader.of), (kind, name)


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_shipped_rule_is_said_in_whole_sentences(slug: str) -> None:
    terms = library().charters[slug]

    for rule in terms.rules:
        sentences = plain(rule, terms)
        assert sentences or rule.kind == "seats", (rule.kind, rule.clause)
        for one in sentences:
            assert one[-1] in ".?!…", one
            assert "%(" not in one
            assert "Fraction(" not in one
            assert "None" not in one


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer(Quorum):
    """A quorum of a later version of the language."""

    kind: ClassVar[str] = "quorum"

    tide: str = said(WORDS, "at what tide (100% sure)", empty="")
    weather: str = said(Choice(("fair", "foul")), "in which weather", empty="")


def test_a_field_that_is_newer_than_the_tables_is_said_by_its_description() -> None:
    terms = charter()
    rule = rule_of(terms, "quorum")
    assert isinstance(rule, Quorum)
    newer = Newer(needs=rule.needs, tide="high", weather="foul")

    assert plain(newer, terms)[-2:] == (
        "At what tide (100% sure): high.",
        "In which weather: foul.",
    )


def test_a_choice_that_is_newer_than_its_row_is_said_by_its_description() -> None:
    rule = rule_of(charter(), "quorum")
    assert isinstance(rule, Quorum)
    newer = replace(rule, if_not="all go home")

    assert plain(newer)[-1] == "What follows without a quorum: all go home."


def test_where_several_fields_share_a_sentence_the_interpreted_one_is_named() -> None:
    terms = charter()
    rule = rule_of(terms, "referral")
    assert isinstance(rule, Referral)
    (reading,) = rule_of(terms, "quorum").interpretations
    told = replace(
        reading,
        field="when",
        take=rule.when,
        others=("the vote is tied",),
    )

    sentences = plain(replace(rule, interpretations=(told,)), terms)

    assert sentences[1:3] == (
        "Here ‘when’ is an interpretation: the clause does not say which is meant.",
        (
            "It could also be read so: A matter goes to the Harbour Council and the "
            "Panel when the vote is tied."
        ),
    )
