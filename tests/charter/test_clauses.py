from __future__ import annotations

import pytest

from quorate.charter.model import Charter
from quorate.charter.rule import Rule
from tests.charter.drafts import charter, group, told


def anchors(text: str) -> list[str]:
    return [clause.anchor for clause in charter(text).clauses]


def only(loaded: Charter) -> Rule:
    (rule,) = loaded.rules
    return rule


def test_a_clause_with_a_number_is_found_by_it() -> None:
    assert anchors("# 10 Decisions\n\n10.3 Voting\n\n10.3.1 By show of hands.") == [
        "10",
        "10.3",
        "10.3.1",
    ]


def test_a_number_is_looked_up_within_its_part() -> None:
    text = """
        # Terms
        3.2.1 In the body of the terms.

        # Appendix A Structure

        3.2.1 In the appendix.

        # 4 Onwards

        4.1 Out of the appendix again.
    """

    found = charter(text)

    assert [clause.anchor for clause in found.clauses] == [
        "terms",
        "3.2.1",
        "A",
        "A/3.2.1",
        "4",
        "4.1",
    ]
    assert found.clauses[3].citation == "A 3.2.1"
    assert found.clauses[5].citation == "4.1"


def test_a_heading_can_begin_a_part_that_its_words_do_not_name() -> None:
    assert anchors("# Annexed paper {part=A3}\n\n2.1 A number of its own.") == [
        "A3",
        "A3/2.1",
    ]


def test_a_number_used_twice_gets_a_mark_and_is_listed() -> None:
    found = charter("# Terms\n\n5. First.\n\nWords between. {#between}\n\n5. Again.")

    assert "5" in [clause.anchor for clause in found.clauses]
    assert "5~2" in [clause.anchor for clause in found.clauses]
    assert found.numbers_twice == ("5",)


def test_a_named_clause_is_found_under_its_heading() -> None:
    text = "# Terms\n\n## Membership\n\nFive are present. {#quorum}"

    assert anchors(text) == ["terms", "membership", "membership/quorum"]


def test_an_unnamed_clause_gets_a_running_number_and_says_so() -> None:
    found = charter("# Terms\n\n## Membership\n\nFirst.\n\nSecond.")

    assert [(one.anchor, one.named) for one in found.clauses[2:]] == [
        ("membership/p1", False),
        ("membership/p2", False),
    ]
    assert found.clauses[2].citation == "Membership, “First.”"


def test_a_running_number_never_takes_a_name_that_is_given() -> None:
    assert anchors("## Terms\n\nNamed. {#p1}\n\nFirst.")[1:] == ["terms/p1", "terms/p2"]


def test_items_of_a_list_are_clauses_and_nest() -> None:
    text = """
        # Terms

        ## Membership {numbers=own}

        1. The chair:
            - by right. {#right}
        2. The clerk.
        - A dash.
    """

    found = charter(text)

    assert [(one.anchor, one.kind) for one in found.clauses[2:]] == [
        ("membership/1", "item"),
        ("membership/1/right", "item"),
        ("membership/2", "item"),
        ("membership/p1", "item"),
    ]


def test_lettered_paragraphs_are_looked_up_within_the_number_above() -> None:
    text = """
        # Appendix A Structure

        ### 3.2.6 Clusters

        c) Substitutes are sent.

        d) Minutes go out.
    """

    assert anchors(text) == ["A", "A/3.2.6", "A/3.2.6/c", "A/3.2.6/d"]


def test_rows_of_a_table_are_clauses_named_by_their_first_cell() -> None:
    text = """
        ## Risks

        | Risk | Owner |
        |---|---|
        | Low trust | Chair |
        |  | Clerk |
        | 4.1 | Chair {#ignored-no} |
    """

    found = charter(text)

    assert [(one.anchor, one.kind) for one in found.clauses[1:]] == [
        ("risks/low-trust", "row"),
        ("risks/r1", "row"),
        ("risks/ignored-no", "row"),
    ]
    assert found.clauses[1].text == "Low trust · Chair"
    assert found.clauses[1].cells == ("Low trust", "Chair")


def test_a_row_can_be_named_by_the_number_in_its_first_cell() -> None:
    text = "## Plan\n\n| No. | What |\n|---|---|\n| 4.1 | Review |"

    assert anchors(text)[1] == "4.1"


def test_a_heading_can_hold_the_numbers_under_it() -> None:
    text = "#### Ways of working {numbers=own}\n\n1. First.\n\n2. Second."

    assert anchors(text) == [
        "ways-of-working",
        "ways-of-working/1",
        "ways-of-working/2",
    ]


def test_attributes_say_where_a_clause_stood_and_what_it_is_about() -> None:
    found = charter(
        "## Voting {about=voting in=table}\n\nHands. {#hands was=old/hands in=note}"
    )

    heading, words = found.clauses
    assert (heading.about, heading.stood_in, heading.text) == (
        "voting",
        "table",
        "Voting",
    )
    assert (words.was, words.stood_in, words.text) == ("old/hands", "note", "Hands.")


def test_a_row_keeps_its_attributes() -> None:
    found = charter("## A\n\n| B | C |\n|---|---|\n| d | e {#f was=g about=h} |")

    row = found.clauses[-1]
    assert (row.anchor, row.was, row.about) == ("a/f", "g", "h")


@pytest.mark.parametrize(
    "mark, instead",
    [
        ("{fr=group}", "Did you mean 'for'"),
        ("{quorum}", "It can be: about"),
        ("{#Ärger}", "A clause is named by"),
        ("{#5~2}", "A clause is named by"),
        ("{for=}", "Did you mean 'for'"),
    ],
)
def test_braces_that_say_nothing_known_are_told_with_a_repair(
    mark: str, instead: str
) -> None:
    said = told(group(f"## Terms\n\nFirst line\nand last. {mark}"))

    assert "line 11, column 1" in said
    assert "says nothing that is known" in said
    assert instead in said


def test_braces_in_the_middle_of_words_are_words() -> None:
    assert charter("Use {this} form.").clauses[0].text == "Use {this} form."


def test_links_between_clauses_are_references_and_read_as_their_words() -> None:
    found = charter(
        '## A\n\nAs [section 9](#9 "voting") says,\nand [the board](#board) too.'
    )

    clause = found.clauses[1]
    assert clause.text == "As section 9 says, and the board too."
    assert [
        (one.words, one.target, one.subject, one.line) for one in clause.references
    ] == [
        ("section 9", "9", "voting", 10),
        ("the board", "board", "", 11),
    ]


def test_a_rule_in_a_list_item_stands_under_it_at_its_own_line_and_column() -> None:
    text = """
        ## Ways of working {numbers=own}

        1. We agree.

           ```rule
           decision:
             method: agreement
           ```

        d) We report.

        ```rule
        duty:
          - strength: must
            action: report
        ```
    """

    decision, duty = charter(text).rules

    assert (decision.clause, decision.place.line, decision.place.column) == (
        "ways-of-working/1",
        13,
        4,
    )
    assert (duty.clause, duty.place.line, duty.place.column) == (
        "ways-of-working/d",
        21,
        5,
    )


def test_a_problem_in_a_list_item_is_told_at_its_own_line_and_column() -> None:
    text = group(
        """
        ## Ways of working {numbers=own}

        1. We agree.

           ```rule
           decision:
             method: agreemnt
           ```
        """
    )

    assert "line 14, column 14, clause ways-of-working/1" in told(text)


def test_two_blocks_can_stand_under_one_clause() -> None:
    text = """
        We meet. {#meet}

        ```rule
        meets:
          often: every 2 months
        ```

        ```rule
        extra_meetings:
          agreed_by: chair
        ```
    """

    assert [rule.clause for rule in charter(text).rules] == ["meet", "meet"]


def test_other_fences_are_words_of_no_clause() -> None:
    assert not charter("Words.\n\n```text\nquorum: none\n```\n").rules


def test_inline_code_that_opens_a_line_is_no_block() -> None:
    assert charter("Words.\n\n```code``` in a line.").clauses[1].kind == "paragraph"


def test_the_whole_of_a_clause_is_what_stands_under_it() -> None:
    text = """
        # Terms

        ## 3 Bodies

        3.1 One.

        ### 3.2 Another

        a) Part.

        ## 4 Ends

        1. Item:
            - in it. {#inner}
    """

    found = charter(text)

    assert [one.anchor for one in found.part("3")] == ["3", "3.1", "3.2", "3.2/a"]
    assert [one.anchor for one in found.part("4/1")] == ["4/1", "4/1/inner"]
    assert [one.anchor for one in found.part("4")] == ["4", "4/1", "4/1/inner"]
    assert found.part("5") == ()


def test_a_citation_is_the_heading_and_the_first_words() -> None:
    found = charter("## Standards\n\nWe all agree on these six words here. {#x}")

    assert found.cite("standards") == "Standards"
    assert found.cite("standards/x") == "Standards, “We all agree on these six …”"
    assert found.cite("nowhere") == "nowhere"


def test_a_clause_is_known_by_the_digest_of_its_words() -> None:
    first = charter("## A\n\nWords. {#x}")
    second = charter("## A\n\nWords. {#x about=voting}")
    third = charter("## A\n\nOther words. {#x}")

    assert first.clauses[1].digest == second.clauses[1].digest
    assert first.clauses[1].digest != third.clauses[1].digest


def test_the_rules_that_rest_on_a_clause_are_found_from_it() -> None:
    text = """
        We meet. {#meet}

        ```rule
        meets:
          often: every 2 months
          also_rests_on: rest
        ```

        The rest. {#rest}
    """

    found = charter(text)

    assert found.under("meet") == found.under("rest") == (only(found),)
    assert found.under("terms") == ()
