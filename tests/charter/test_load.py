from __future__ import annotations

from datetime import date

import pytest

from quorate.charter.expressions import Includes
from quorate.charter.kinds.duties import Duty
from quorate.charter.kinds.membership import Role, Seats
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.load import load
from quorate.charter.problems import CharterError, Place
from quorate.charter.rule import Rule, alternatives
from tests.charter.drafts import (
    FRONT,
    MEMBERS,
    TWO_BODIES,
    block,
    charter,
    group,
    problems_of,
    ruled,
    told,
)

QUORUM = """
quorum:
  needs: at least 2 of present by person
"""


def test_a_charter_is_read_with_its_front_matter_clauses_and_rules() -> None:
    loaded = ruled(QUORUM, members=True)

    assert (loaded.slug, loaded.title, loaded.version) == (
        "harbour-group",
        "Harbour Group",
        "",
    )
    assert loaded.own_bodies == ("group",)
    assert [rule.kind for rule in loaded.rules] == ["seats", "quorum"]
    assert loaded.rule_of("group", Quorum) is loaded.rules[1]
    assert loaded.rules_of("group", Rule) == loaded.rules
    assert loaded.rules_of("board", Quorum) == ()
    assert loaded.rules[1].clause == "sentence"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_and_a_byte_order_mark_are_taken(end: str) -> None:
    text = group("Words. {#words}\n")

    assert load("\ufeff" + text.replace("\n", end)) == load(text)


def test_two_texts_with_the_same_bytes_are_the_same_charter() -> None:
    one, other = charter("Words. {#a}"), charter("Words. {#b}")

    assert one == charter("Words. {#a}")
    assert one != other
    assert one.digest != other.digest
    assert one.words_digest != other.words_digest
    assert ruled(QUORUM).words_digest == ruled("review:\n").words_digest


def test_front_matter_tells_versions_approvals_laws_and_outside_bodies() -> None:
    text = """\
---
charter: harbour-group
title: Harbour Group
status: draft
cover_dated: 2019-04
bodies:
  group:
    name: Harbour Group
    also: The Group
    parent: cabinet
  cabinet: outside
  watchdog: independent
  crews:
    name: Crews
    many: true
    draft: false
versions:
  - number: "1.0"
    dated: 2019-04-09
  - number: 1.1
    dated: 2019-05
approvals:
  - of: "1.0"
    by: two officers
laws:
  - title: Ports Act 1900
    until: 2001-01-01
uses: partnership#A/3.2.5
offices:
  chair: [portfolio-holder, leader]
---
Words.
"""

    front = load(text).front

    bodies = dict(front.bodies)
    assert (bodies["cabinet"].name, bodies["cabinet"].outside) == ("Cabinet", "yes")
    assert (bodies["watchdog"].outside, bodies["watchdog"].independent) == (
        "yes",
        "yes",
    )
    assert (bodies["crews"].many, bodies["crews"].draft) == ("yes", "no")
    assert [version.number for version in front.versions] == ["1.0", "1.1"]
    assert [version.dated for version in front.versions] == [
        date(2019, 4, 9),
        "2019-05",
    ]
    assert front.uses == ("partnership#A/3.2.5",)
    assert front.offices == (("chair", ("portfolio-holder", "leader")),)
    assert load(text).version == "1.1"


@pytest.mark.parametrize(
    "text,said",
    [
        ("Words.\n", "line 1, column 1: the text does not begin with '---'"),
        ("---\ncharter: x\n", "line 1, column 1: the part after '---' is never closed"),
        (
            "---\n---\nWords.\n",
            "line 1, column 1: nothing stands between the two '---'",
        ),
        (FRONT.replace("title: Harbour Group\n", ""), "the front matter needs 'title'"),
        (FRONT.replace("title", "tilte"), "Did you mean 'title'?"),
        (FRONT.replace("harbour-group", "Harbour"), "line 2, column 10: 'Harbour' is"),
        (
            FRONT.replace("    name: Harbour Group\n", "    parent: bord\n"),
            "a body needs 'name'",
        ),
        (
            FRONT.replace("---\n", "", 1)
            .join(["---\n", ""])
            .replace("---\n", "    parent: grup\n---\n")
            .removeprefix("    parent: grup\n"),
            "'group' answers to 'grup', but no body has that name",
        ),
        (
            FRONT.replace(
                "Harbour Group\n---", "Harbour Group\n    parent: group\n---"
            ),
            "'group' answers to itself",
        ),
        (
            FRONT.replace("bodies:", "year_starts: 31 April\nbodies:"),
            "not every year has a 31 April",
        ),
        (
            FRONT.replace("bodies:", "year_starts: 29 February\nbodies:"),
            "not every year has a 29 February",
        ),
        (
            FRONT.replace("bodies:", "year_starts: 1st April\nbodies:"),
            "'1st April' is not a day of the year such as 1 April",
        ),
        (
            FRONT.replace("bodies:", "cover_dated: 0001-01-01\nbodies:"),
            "the year 1 is out of reach",
        ),
    ],
)
def test_a_fault_of_the_front_matter_is_told(text: str, said: str) -> None:
    assert said in told(text)


def test_bodies_that_answer_to_one_another_in_a_circle_are_told() -> None:
    circle = TWO_BODIES.replace("Board\n  exec", "Board\n    parent: executive\n  exec")
    circle = circle.replace("Executive\n---", "Executive\n    parent: board\n---")

    assert "'board' answers to itself, at once or through others" in told(circle)


def test_the_day_on_which_a_year_begins_is_kept_in_one_form() -> None:
    text = FRONT.replace("bodies:", "year_starts: 01 april\nbodies:")

    assert load(text).front.year_starts == "1 April"


@pytest.mark.parametrize(
    "rules,said",
    [
        ("# nothing", "the block of rules is empty"),
        ("- quorum", "a block of rules begins with the kind of rule"),
        ("qourum:\n  needs: includes chair", "Did you mean 'quorum'?"),
        ("duty: []", "the list of 'duty' is empty"),
        ("quorum: five", "'quorum' needs names with values under it"),
        ("quorum:", "'quorum' needs 'needs': the test that the room must meet"),
        ("quorum:", "For example: needs: at least 5 of present by person"),
        (QUORUM + "  tested: opening\n", "'quorum' has no 'tested'"),
        (QUORUM + "  tested_at: oppening\n", "Did you mean 'opening'"),
        (QUORUM + "  for: grup\n", "the rule is for 'grup', but no body has that name"),
        (QUORUM + "  for: grup\n", "Did you mean 'group'?"),
        (QUORUM + "  interpretations: none\n", "interpretations stand by the name"),
        (
            QUORUM + "  interpretations:\n    tested: x\n",
            "'quorum' has no 'tested' that could be interpreted",
        ),
        (
            QUORUM + "  interpretations:\n    tested_at: opening\n",
            "the interpretation of 'tested_at' needs 'take' and 'because'",
        ),
        (
            QUORUM + "  interpretations:\n    tested_at:\n      take: opening\n",
            "the interpretation of 'tested_at' gives no reason",
        ),
        (
            QUORUM + "  interpretations:\n    tested_at:\n      because: it is\n",
            "the interpretation of 'tested_at' takes nothing",
        ),
        (
            QUORUM + "  interpretations:\n    tested_at:\n      tkae: opening\n",
            "an interpretation has no 'tkae'",
        ),
        (
            QUORUM
            + "  tested_at: opening\n  interpretations:\n    tested_at:\n"
            + "      take: opening\n      because: it is\n",
            "'tested_at' is both stated and interpreted",
        ),
        ("seats:\n  votes: 1", "'seats' stands under no table"),
    ],
)
def test_a_fault_of_a_block_is_told_with_its_clause(rules: str, said: str) -> None:
    text = told(f"{FRONT}The sentence. {{#sentence}}\n\n{block(rules)}")

    assert said in text
    assert "clause sentence" in text


def test_a_block_that_is_not_marked_as_one_is_told() -> None:
    assert "Write ```rule alone" in told(group("Words.\n\n```rules\nquorum:\n```\n"))
    assert "on a line of its own" in told(group("> ```rule\n> quorum:\n> ```\n"))
    assert "never closed" in told(group("Words.\n\n```rule\nquorum:\n"))


def test_a_block_before_the_first_clause_is_told() -> None:
    assert "the block stands under no clause" in told(FRONT + block(QUORUM))


def test_words_never_vanish_from_the_clauses() -> None:
    loaded = charter("[Note]: the chair decides.\n\n<b>\n\n    Set in.\n")

    assert [clause.text for clause in loaded.clauses] == [
        "[Note]: the chair decides.",
        "<b>",
        "Set in.",
    ]


def test_a_rule_is_for_the_bodies_of_its_heading_unless_it_says_others() -> None:
    text = (
        f"{TWO_BODIES}## Board {{for=board}}\n\nA. {{#a}}\n\n{block(QUORUM)}\n"
        f"B. {{#b for=executive+board}}\n\n{block(QUORUM)}\n"
        f"C. {{#c}}\n\n{block(QUORUM + '  for: executive')}\n"
    )

    loaded = load(text)

    assert [rule.bodies for rule in loaded.rules] == [
        ("board",),
        ("executive", "board"),
        ("executive",),
    ]


def test_a_rule_that_finds_no_body_is_told_how_to_name_one() -> None:
    said = told(f"{TWO_BODIES}A. {{#a}}\n\n{block(QUORUM)}")

    assert "nothing says for which body this 'quorum' is" in said
    assert "It can be: board, executive." in said


def test_a_rule_about_the_document_is_for_all_its_bodies() -> None:
    loaded = load(
        f"{TWO_BODIES}A.\n\n{block('review:' + chr(10) + '  every: every year')}"
    )

    assert loaded.rules[0].bodies == ("board", "executive")


def test_a_heading_for_a_body_that_is_not_there_is_told_once() -> None:
    said = told(f"{TWO_BODIES}## A {{for=bord}}\n\nB.\n\n{block(QUORUM)}")

    assert said.count("'{for=bord}' names no body") == 1
    assert "Did you mean 'board'?" in said


def test_a_membership_is_read_from_the_table_above_its_block() -> None:
    loaded = charter(
        """
        The members. {#members}

        | Seat | Organisation | Office | Places | Votes | Group | Appointed by |
        |---|---|---|---|---|---|---|
        | chair | Ports and Fisheries | Leader | | 0 | lead, officers | Cabinet |
        | councils | Councils | | up to 3 | 1/2 | | |

        ```rule
        seats:
          more:
            chair:
              title: The Chair
              votes: 2
              groups: extra
              capacity: observer
              note: by right
        ```
        """
    )

    (seats,) = loaded.rules
    assert isinstance(seats, Seats)
    chair, councils = seats.lines
    assert seats.clause == "members"
    assert chair.organisations == ("Ports", "Fisheries")
    assert (chair.title, str(chair.votes), chair.capacity) == (
        "The Chair",
        "2",
        "observer",
    )
    assert chair.groups == ("lead", "officers", "extra")
    assert chair.appointed_by == "Cabinet"
    assert (councils.places, councils.up_to, str(councils.votes)) == (3, True, "1/2")
    assert chair.line == 12


@pytest.mark.parametrize(
    "table,said",
    [
        ("| Seat | Ofice |\n|---|---|\n| a | b |", "Did you mean 'Office'?"),
        ("| Office |\n|---|\n| a |", "the membership has no column 'Seat'"),
        ("| Seat |\n|---|", "the membership has no rows"),
        ("| Seat |\n|---|\n| The Chair |", "'The Chair' is not the name of a seat"),
        ("| Seat |\n|---|\n| a |\n| a |", "'a' stands twice"),
        ("| Seat | Places |\n|---|---|\n| a | 2 |\n| a-2 | 1 |", "'a-2' stands twice"),
        ("| Seat | Places |\n|---|---|\n| a | some |", "is not a number of places"),
        ("| Seat | Places |\n|---|---|\n| a | 0 |", "is not a number of places"),
        ("| Seat | Votes |\n|---|---|\n| a | one |", "is not a number of votes"),
        (
            "| Seat | Group |\n|---|---|\n| a | All Officers |",
            "not the name of a group",
        ),
        ("| Seat |\n|---|\n| b |", "'more' speaks of 'a', which is not in the table"),
    ],
)
def test_a_fault_of_a_membership_is_told(table: str, said: str) -> None:
    rules = block("seats:\n  more:\n    a:\n      note: x\n")

    assert said in told(f"{FRONT}Words.\n\n{table}\n\n{rules}")


@pytest.mark.parametrize(
    "needs,meant",
    [
        ("includes chiar", "Did you mean 'chair'"),
        ("at least 1 of present from coucils by person", "Did you mean 'councils'"),
        ("every organisation of oficers in present", "Did you mean 'officers'"),
        ("judged by chiar", "Did you mean 'chair'"),
        ("present by seat at least half of filled except councils-3", "'councils-"),
    ],
)
def test_a_name_in_a_test_that_nobody_has_gets_the_one_that_was_meant(
    needs: str, meant: str
) -> None:
    quorum = block(f"quorum:\n  needs: {needs}\n")

    said = told(f"{FRONT}A.\n\n{MEMBERS}\nB. {{#b}}\n\n{quorum}")

    assert "but group has no seat, group or office of that name" in said
    assert meant in said


def test_a_name_in_another_reading_is_looked_up_too() -> None:
    rules = """
quorum:
  interpretations:
    needs:
      take: includes chair
      other: includes chiar
      because: it is not said
    membership:
      take: filled
      others:
        - seats
        - seats except clerk
      because: it is not said
"""
    said = told(f"{FRONT}A.\n\n{MEMBERS}\nB. {{#b}}\n\n{block(rules)}")

    assert "'quorum' speaks of 'chiar'" in said
    assert "'quorum' speaks of 'clerk'" in said


def test_seats_groups_offices_and_whoever_presides_are_known_names() -> None:
    rules = """
role:
  - role: clerk
quorum:
  needs:
    - includes clerk
    - includes presiding
    - includes councils-2
    - at least 1 of present from officers by person
    - at least 1 of present from member by person
"""

    loaded = ruled(rules, members=True)

    assert loaded.rule_of("group", Role) is not None


def test_names_are_not_called_unknown_where_the_membership_could_not_be_read() -> None:
    text = told(
        f"{FRONT}A.\n\n{MEMBERS.replace('votes: 1', 'votes: one')}\nB.\n\n"
        + block("quorum:\n  needs: includes chair")
    )

    assert "'one' is not a fraction" in text
    assert "speaks of" not in text


def test_every_problem_is_told_at_once_in_the_order_of_the_text() -> None:
    text = (
        f"{FRONT}A. {{#a}}\n\n{block('quorum:' + chr(10) + '  needs: five')}\n"
        f"B. {{#b}}\n\n{block('dooty:')}\nC. {{fr=x}}\n"
    )

    problems = problems_of(text)

    assert [problem.place.line for problem in problems] == [12, 18, 21]
    assert [problem.clause for problem in problems] == ["a", "b", ""]


def test_an_error_names_the_text_and_lists_its_problems_with_repairs() -> None:
    with pytest.raises(CharterError) as refused:
        load(f"{FRONT}A. {{#a}}\n\n{block('qourum:')}", name="harbour.md")

    assert str(refused.value) == (
        "harbour.md could not be read:\n"
        "line 11, column 1, clause a: there is no kind of rule called 'qourum'\n"
        "    Did you mean 'quorum'?"
    )


def test_a_flood_of_problems_is_cut_short_and_says_so() -> None:
    flood = "\n".join(f"kind-{number}:" for number in range(5_000))

    with pytest.raises(CharterError) as refused:
        load(f"{FRONT}A.\n\n{block(flood)}")

    assert len(refused.value.problems) == 200
    assert str(refused.value).endswith("and at least 1 more")


def test_interpretations_fill_fields_and_keep_the_values_not_taken() -> None:
    rules = """
quorum:
  interpretations:
    needs:
      take: present by seat at least half of filled
      others:
        - present by seat at least half of seats
        - includes chair
      because: membership may mean seats
"""

    quorum = ruled(rules, members=True).rule_of("group", Quorum)

    assert quorum is not None
    (reading,) = quorum.interpretations
    others = [rule.needs for _, _, rule in alternatives(quorum)]
    assert quorum.needs == reading.take
    assert len(others) == 2
    assert isinstance(others[1], Includes)
    assert reading.because == "membership may mean seats"


def test_another_reading_of_whose_a_rule_is_changes_its_bodies() -> None:
    rules = """
quorum:
  needs: at least 2 of present by person
  interpretations:
    for:
      take: board
      other:
        - board
        - executive
      because: the words may reach both
"""

    (quorum,) = load(f"{TWO_BODIES}A.\n\n{block(rules)}").rules

    ((_, other, rule),) = alternatives(quorum)
    assert quorum.bodies == ("board",)
    assert rule.bodies == other == ("board", "executive")


def test_the_rules_of_a_list_each_have_their_own_place_and_name() -> None:
    rules = """
duty:
  - name: yearly
    strength: must
    action: report
  - strength: should
    action: tell
"""

    loaded = ruled(rules)

    assert [rule.place for rule in loaded.rules] == [Place(12, 5), Place(15, 5)]
    assert [one.action for one in loaded.rules_of("group", Duty, name="yearly")] == [
        "report"
    ]
    assert loaded.rule_of("group", Duty, name="monthly") is None
