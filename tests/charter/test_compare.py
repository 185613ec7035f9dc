from __future__ import annotations

from quorate.charter.compare import Difference, Sort, affected_kinds, compare
from quorate.charter.load import load
from tests.charter.drafts import FRONT, MEMBERS, block

QUORUM = block("quorum:\n  needs: at least 2 of present by person\n")
OLD = f"""{FRONT}## Membership

The members.

{MEMBERS}
Two are present. {{#quorum}}

{QUORUM}
We meet. {{#meet}}

Words that go. {{#gone}}
"""


def differences(new: str, old: str = OLD) -> list[Difference]:
    return list(compare(load(old), load(new)))


def lines(new: str, old: str = OLD) -> list[str]:
    return [str(one) for one in differences(new, old)]


def test_a_text_does_not_differ_from_itself() -> None:
    assert differences(OLD) == []


def test_a_comment_or_another_spelling_of_a_rule_is_no_difference() -> None:
    new = OLD.replace("at least 2 of", "at least two of").replace(
        "quorum:\n", "# Why.\nquorum:\n"
    )

    assert differences(new) == []


def test_clauses_come_go_and_change_their_words() -> None:
    new = OLD.replace("We meet.", "We all meet.").replace(
        "Words that go. {#gone}", "New words. {#new}"
    )

    found = differences(new)

    assert [(one.sort, one.clause) for one in found] == [
        (Sort.WORDS_CHANGED, "membership/meet"),
        (Sort.CLAUSE_ADDED, "membership/new"),
        (Sort.CLAUSE_REMOVED, "membership/gone"),
    ]
    assert (found[0].before, found[0].after) == ("We meet.", "We all meet.")
    assert affected_kinds(found) == frozenset()


def test_a_clause_that_says_where_it_was_has_moved_with_its_rules() -> None:
    new = OLD.replace(
        "Two are present. {#quorum}",
        "Two are present. {#present was=membership/quorum}",
    ).replace("at least 2", "at least 3")

    found = differences(new)

    assert [(one.sort, one.clause, one.was, one.field) for one in found] == [
        (Sort.CLAUSE_MOVED, "membership/present", "membership/quorum", ""),
        (Sort.RULE_CHANGED, "membership/present", "membership/quorum", "needs"),
    ]
    assert str(found[1]) == (
        "membership/present (was membership/quorum): quorum rule changed 'needs'"
    )


def test_a_number_that_another_clause_took_over_is_a_new_clause() -> None:
    old = f"{FRONT}1.1 First.\n\n1.2 Second.\n"
    new = f"{FRONT}1.1 New.\n\n1.2 First. {{was=1.1}}\n\n1.3 Second. {{was=1.2}}\n"

    assert lines(new, old) == [
        "1.1: clause added",
        "1.2 (was 1.1): clause moved",
        "1.2 (was 1.1): words changed",
        "1.3 (was 1.2): clause moved",
        "1.3 (was 1.2): words changed",
    ]


def test_a_clause_whose_place_is_taken_by_one_that_moved_is_removed() -> None:
    old = f"{FRONT}A. {{#a}}\n\nB. {{#b}}\n"
    new = f"{FRONT}A. {{#b was=a}}\n"

    assert lines(new, old) == ["b (was a): clause moved", "b: clause removed"]


def test_rules_come_and_go_with_what_they_said() -> None:
    review = block("review:\n  every: every year\n")
    new = OLD.replace(QUORUM, "").replace("{#meet}", "{#meet}\n\n" + review)

    found = differences(new)

    assert [(one.sort, one.clause, one.kind) for one in found] == [
        (Sort.RULE_REMOVED, "membership/quorum", "quorum"),
        (Sort.RULE_ADDED, "membership/meet", "review"),
    ]
    assert found[0].before == {"needs": "at least 2 of present by person"}
    assert found[1].after == {"every": "every year"}
    assert affected_kinds(found) == {"quorum", "review"}


def test_the_rules_of_a_clause_that_is_gone_are_gone() -> None:
    new = OLD.replace("Two are present. {#quorum}\n\n" + QUORUM, "")

    assert lines(new) == [
        "membership/quorum: clause removed",
        "membership/quorum: quorum rule removed",
    ]


def test_a_rule_is_compared_field_by_field() -> None:
    new = OLD.replace("by person\n", "by seat\n  if_not: advisory\n")

    found = differences(new)

    assert [(one.field, one.before, one.after) for one in found] == [
        ("needs", "at least 2 of present by person", "at least 2 of present by seat"),
        ("if_not", None, "advisory"),
    ]


def test_named_rules_of_a_list_are_matched_by_name_in_any_order() -> None:
    first = "  - name: a\n    strength: must\n    action: one\n"
    second = "  - name: b\n    strength: must\n    action: two\n"
    old = f"{FRONT}A.\n\n{block(f'duty:{chr(10)}{first}{second}')}"
    new = f"{FRONT}A.\n\n{block(f'duty:{chr(10)}{second}{first}')}"

    assert lines(new, old) == []
    assert lines(new.replace("two", "three"), old) == ["p1: duty rule changed 'action'"]


def test_the_seats_of_a_table_are_part_of_the_rule() -> None:
    found = differences(OLD.replace("| chair | Ports | 1 |", "| chair | Ports | 2 |"))

    assert [(one.sort, one.clause, one.field) for one in found] == [
        (Sort.RULE_CHANGED, "membership/p1", "lines"),
        (Sort.WORDS_CHANGED, "membership/chair", ""),
    ]


def test_interpretations_are_compared_by_field() -> None:
    reading = (
        "  interpretations:\n    tested_at:\n      take: opening\n"
        "      because: it is silent\n"
    )
    with_one = OLD.replace("by person\n", f"by person\n{reading}")
    with_other = with_one.replace("it is silent", "the chair ruled")

    assert lines(with_one) == [
        "membership/quorum: quorum rule changed 'tested_at'",
        "membership/quorum: quorum interpretation added 'tested_at'",
    ]
    assert lines(with_other, with_one) == [
        "membership/quorum: quorum interpretation changed 'tested_at'"
    ]
    assert lines(OLD, with_one)[1] == (
        "membership/quorum: quorum interpretation removed 'tested_at'"
    )


def test_the_front_matter_is_compared_by_field() -> None:
    found = differences(OLD.replace("title: Harbour Group", "title: Harbour Board"))

    assert [(str(one), one.before, one.after) for one in found] == [
        ("front matter: front matter changed 'title'", "Harbour Group", "Harbour Board")
    ]
