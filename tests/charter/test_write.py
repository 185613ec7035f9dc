from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.blocks import read_block
from quorate.charter.examples import smallest_block
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.membership import Line, Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.kinds.terms import Review
from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.charter.nodes import Listing, Mapping, Node
from quorate.charter.normal_form import lines_of
from quorate.charter.phrases import test_phrase as phrase_test
from quorate.charter.problems import TOP, Place, Problems
from quorate.charter.rule import Rule
from quorate.charter.vocabulary import KINDS
from quorate.charter.write import block_text, write
from tests.charter.drafts import FRONT, MEMBERS, block, group

TEXT = group(
    f"""
## Membership {{#membership}}

The members.

{MEMBERS}
At least two   are present. {{#quorum}}

```rule
# The clerk's own remark.
quorum:
    needs:   "at least 2 of present by person"   # said

    tested_at: opening
# About reviews.
review:
    every: every 2 years
```

- We report. {{#report}}

  ```rule
  duty:
    - strength: must
      action: report

    # The second.
    -   action:   tell
        strength: should
    - strength: may
      action: ask
  ```

The last words.
"""
)


def rule_of(charter: Charter, kind: type[Rule], number: int = 0) -> Any:  # noqa: ANN401  Of that kind.
    return [rule for rule in charter.rules if type(rule) is kind][number]


def said(charter: Charter) -> list[Rule]:
    """The rules without the places, which move when lines are written anew."""
    return [
        replace(
            rule,
            place=TOP,
            interpretations=tuple(
                replace(one, place=TOP) for one in rule.interpretations
            ),
        )
        for rule in charter.rules
    ]


def test_nothing_changed_is_the_same_to_the_byte() -> None:
    assert write(load(TEXT), {}) == TEXT


def test_a_changed_rule_is_written_in_the_normal_form_and_all_else_stays() -> None:
    charter = load(TEXT)
    quorum = rule_of(charter, Quorum)
    needs = phrase_test("at least 3 of present by person", own="present")

    written = write(charter, {quorum: replace(quorum, needs=needs)})

    before, after = TEXT.split("quorum:\n", 1)
    _, rest = after.split("# About reviews", 1)
    assert written == (
        f"{before}quorum:\n"
        "  needs: at least 3 of present by person\n"
        "  tested_at: opening\n"
        f"# About reviews{rest}"
    )


def test_a_rule_can_be_named_by_its_place() -> None:
    charter = load(TEXT)
    review = rule_of(charter, Review)

    written = write(charter, {review.place: None})

    assert "review" not in written.split("# About reviews.")[1]
    assert said(load(written)) == [
        rule for rule in said(charter) if rule.kind != "review"
    ]


def test_one_of_a_list_is_changed_where_it_stands() -> None:
    charter = load(TEXT)
    second = rule_of(charter, Duty, 1)

    written = write(charter, {second: replace(second, action="tell all: now")})

    assert written == TEXT.replace(
        "    -   action:   tell\n        strength: should\n",
        "    - strength: should\n      action: 'tell all: now'\n",
    )


def test_one_of_a_list_is_taken_away_with_its_lines_alone() -> None:
    charter = load(TEXT)

    written = write(charter, {rule_of(charter, Duty, 1): None})

    assert written == TEXT.replace(
        "    -   action:   tell\n        strength: should\n", ""
    )


def test_a_block_without_a_rule_left_goes_with_its_marks() -> None:
    charter = load(TEXT)
    duties = [rule for rule in charter.rules if isinstance(rule, Duty)]
    nothing: dict[Rule, Rule | None] = dict.fromkeys(duties)

    written = write(charter, nothing)

    assert written.endswith("- We report. {#report}\n\nThe last words.\n")
    assert "duty" not in written


def test_a_list_without_a_rule_left_goes_with_its_name() -> None:
    duty = "duty:\n  - strength: may\n    action: a\n"
    charter = load(f"{FRONT}A.\n\n{block(duty + 'review:')}")

    written = write(charter, {charter.rules[0]: None})

    assert "duty" not in written
    assert [rule.kind for rule in load(written).rules] == ["review"]


def test_a_rule_can_become_one_of_another_kind_in_its_place() -> None:
    charter = load(TEXT)
    review = rule_of(charter, Review)
    duty = Duty(clause=review.clause, strength="must", action="review")

    written = load(write(charter, {review: duty}))

    assert rule_of(written, Duty).action == "review"


def test_a_change_that_can_not_stand_there_is_refused() -> None:
    charter = load(TEXT)
    quorum, review = rule_of(charter, Quorum), rule_of(charter, Review)
    duty, seats = rule_of(charter, Duty), rule_of(charter, Seats)

    with pytest.raises(ValueError, match="no rule stands at line 1, column 1"):
        write(charter, {Place(1): None})
    with pytest.raises(ValueError, match="can't be moved to elsewhere"):
        write(charter, {quorum: replace(quorum, clause="elsewhere")})
    with pytest.raises(ValueError, match="can't stand in a list of 'duty'"):
        write(charter, {duty: replace(review, clause=duty.clause)})
    with pytest.raises(ValueError, match="its block already holds a 'quorum'"):
        write(charter, {review: quorum})
    with pytest.raises(ValueError, match="changed in its table"):
        write(charter, {seats: replace(seats, lines=(Line(seat="new"),))})


def test_interpretations_are_written_after_what_is_stated() -> None:
    charter = load(
        f"{FRONT}A.\n\n"
        + block(
            """
            quorum:
              interpretations:
                tested_at:
                  because: it is silent
                  other: opening
                  take: each decision
                matters:
                  take: [grants]
                  others:
                    - [loans, gifts]
                    - all
                  because: it is silent
                needs:
                  take:
                    any:
                      - includes presiding
                      - not: judged by presiding
                  because: it is silent
              if_not: advisory
            """
        )
    )

    text = block_text(charter.rules[0])

    assert text == (
        "quorum:\n"
        "  if_not: advisory\n"
        "  interpretations:\n"
        "    tested_at:\n"
        "      take: each decision\n"
        "      other: opening\n"
        "      because: it is silent\n"
        "    matters:\n"
        "      take: grants\n"
        "      others:\n"
        "        - - loans\n"
        "          - gifts\n"
        "        - all\n"
        "      because: it is silent\n"
        "    needs:\n"
        "      take:\n"
        "        any:\n"
        "          - includes presiding\n"
        "          - not: judged by presiding\n"
        "      because: it is silent\n"
    )
    assert said(load(f"{FRONT}A.\n\n{block(text)}")) == said(charter)


def test_a_rule_that_says_nothing_is_its_name_alone() -> None:
    assert block_text(Review()) == "review:\n"


def test_every_rule_written_anew_reads_as_before_and_is_then_left_alone() -> None:
    charter = load(TEXT)

    once = write(charter, {rule: rule for rule in charter.rules})
    again = write(load(once), {rule: rule for rule in load(once).rules})

    assert said(load(once)) == said(charter)
    assert again == once


@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_block_of_each_kind_is_its_normal_form(kind: str) -> None:
    text = smallest_block(KINDS[kind])
    seats = MEMBERS.split("```")[0] if kind == "seats" else ""

    (rule,) = load(f"{FRONT}A.\n\n{seats}\n{block(text)}").rules

    assert block_text(rule) == text


def plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.value: plain(inner) for key, inner in node.pairs}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.value


PRINTED = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"]
)
WORDS = st.text(st.one_of(PRINTED, st.sampled_from(":#-'\"\\ \t\n{}[],&*!|>%@`?=~<")))
KEYS = st.text(st.one_of(PRINTED, st.sampled_from(":#-'\" ,&*!|>%@`?=")), max_size=100)
PLAIN = st.dictionaries(
    KEYS,
    st.recursive(
        WORDS,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=3,
)


@given(PLAIN)
def test_whatever_is_written_reads_back(value: dict[str, Any]) -> None:
    problems = Problems()

    node = read_block("\n".join(lines_of(value)) + "\n", Place(1), problems)

    assert node is not None
    assert not problems.found
    assert plain(node) == value


@given(action=WORDS, contains=st.lists(WORDS, max_size=3), then=WORDS)
def test_any_words_put_into_a_rule_are_in_it_when_it_is_read_again(
    action: str, contains: list[str], then: str
) -> None:
    charter = load(TEXT)
    duty = rule_of(charter, Duty)
    changed = replace(
        duty,
        action=action.strip() or "report",
        contains=tuple(one.strip() for one in contains if one.strip()),
        then=then.strip(),
    )

    written = load(write(charter, {duty: changed}))

    assert said(written)[3] == replace(changed, place=TOP)
    assert len(written.rules) == len(charter.rules)
