from __future__ import annotations

import pytest

from quorate.charter.load import load
from quorate.lint.linter import lint
from tests.lint.linted import mutant, places, ready_set, ready_text

BOARD, GROUP = "voting-board", "steering-group"
APPROVED = '  - of: "1.0"\n    dated: 2026-09-15\n'

SECOND_CHAIR = """\
3.3 The Leader of First Council is the chair.

```rule
role:
  role: chair
  post: Leader of First Council
```

"""
CHOSEN = """\
    elected_by: the members
    elected: every year
    tie: by lot
    meanwhile: the last holder
"""
TIE = """\
  tie: casting vote
  casting_vote: presiding
  chair_votes_first: yes
"""

MUTANTS = [
    (
        "L01",
        BOARD,
        "7.4",
        [("## 8 Notice", "7.4 To be added: who can film.\n\n## 8 Notice")],
    ),
    (
        "L02",
        BOARD,
        "3.3",
        [
            (
                "## 4 Quorum",
                SECOND_CHAIR + "## 4 Quorum",
            )
        ],
    ),
    ("L03", GROUP, "5.1", [('(#5.2 "decisions")', '(#5.2 "offices")')]),
    (
        "L04",
        BOARD,
        "1.2",
        [("to: delivery-group\n  matters", "to: delivery-team\n  matters")],
    ),
    ("L05", BOARD, "12.3", [("12.3 When", "12.3 Appendix B lists the papers. When")]),
    (
        "L08",
        BOARD,
        "4.1",
        [("  if_not: in principle\n  confirmed_by: next quorate meeting\n", "")],
    ),
    (
        "L10",
        BOARD,
        "3.1",
        [
            (
                CHOSEN + "    presides: 1",
                "    presides: 1",
            )
        ],
    ),
    (
        "L11",
        BOARD,
        "4.1",
        [
            (
                "needs: present by seat at least half of filled rounded up",
                "needs: at least 13 of present by seat",
            )
        ],
    ),
    (
        "L12",
        BOARD,
        "4.1",
        [
            (
                "needs: present by seat at least half of filled rounded up",
                "needs: at least 12 of present by seat",
            )
        ],
    ),
    (
        "L13",
        GROUP,
        "2.1",
        [
            ("  distinct: yes", "  invited: whoever the chair asks"),
            (
                "| First Council | Head of Finance |",
                "| First Council | Director of Communities |",
            ),
        ],
    ),
    (
        "L14",
        BOARD,
        "4.1",
        [
            (
                "needs: present by seat at least half of filled",
                "needs: present by seat at least half of membership",
            )
        ],
    ),
    (
        "L15",
        BOARD,
        "4.1",
        [
            (
                "at least half of filled rounded up\n  substitutes",
                "at least 3/5 of filled\n  substitutes",
            )
        ],
    ),
    (
        "L16",
        BOARD,
        "5.1",
        [
            (
                "in favour by seat more than against",
                "in favour by seat more than half of present",
            ),
            (
                "| Assistant Chief Constable | 1 | 1 |",
                "| Assistant Chief Constable | 1 | 0 |",
            ),
        ],
    ),
    (
        "L17",
        BOARD,
        "5.1",
        [
            (
                TIE,
                "",
            )
        ],
    ),
    ("L18", BOARD, "4.1", [("  confirmed_by: next quorate meeting\n", "")]),
    (
        "L19",
        GROUP,
        "5.2",
        [("  each_within: 30 working days after matter referred\n", "")],
    ),
    ("L20", GROUP, "5.2", [("  if_unanswered: the matter falls\n", "")]),
    (
        "L21",
        GROUP,
        "3.1",
        [("    presides: 1", "    must_belong_to: partnership-board\n    presides: 1")],
    ),
    (
        "L22",
        BOARD,
        "11.1",
        [("  bearer: chair\n  action: publish a report", "  action: publish a report")],
    ),
    ("L23", BOARD, "4.2", [("  when: before the next meeting of voting-board\n", "")]),
    (
        "L24",
        BOARD,
        "7.1",
        [("The board meets once in each quarter", "The board meets bi-monthly")],
    ),
    (
        "L26",
        BOARD,
        "11.1",
        [
            (
                "  action: publish a report on the year\n  often: every year",
                "  action: publish a report\n  to: voting-board\n  often: every month",
            )
        ],
    ),
    (
        "L27",
        BOARD,
        "9.1",
        [
            (
                "  by: 5 working days after meeting\n",
                "  by: 60 working days after meeting\n",
            )
        ],
    ),
    (
        "L28",
        BOARD,
        "8.3",
        [("by: 12 working days before", "by: 80 working days before")],
    ),
    (
        "L29",
        BOARD,
        "11.1",
        [
            (
                "  name: confirm-in-principle\n",
                "  name: confirm\n  statement_of: year\n",
            ),
            (
                "  name: annual-report\n",
                "  name: annual\n  to: clerk\n  statement_of: year\n",
            ),
        ],
    ),
    (
        "L30",
        BOARD,
        "1.1",
        [
            (
                "    name: Voting Board\n",
                "    name: Voting Board\n    also: Board of Votes\n",
            ),
            ("1.1 The Voting Board decides", "1.1 The Board of Votes decides"),
        ],
    ),
    ("L31", BOARD, "8.2~2", [("8.3 A report", "8.2 A report")]),
    ("L32", BOARD, "8.4", [("8.3 A report", "8.4 A report")]),
    ("L33", BOARD, "", [(APPROVED, APPROVED.replace("2026-09", "2026-08"))]),
    (
        "L34",
        BOARD,
        "",
        [
            ("status: ready-made", "status: adopted"),
            ("approvals:\n", '  - number: "1.1"\n    dated: 2026-11-01\napprovals:\n'),
        ],
    ),
    ("L35", BOARD, "", [("status: ready-made", "status: draft")]),
]
"""Check, ready charter, the clause at which it is found, and what was changed."""


@pytest.mark.parametrize(
    "check,slug,anchor,changes", MUTANTS, ids=lambda one: str(one)[:16]
)
def test_a_check_catches_the_charter_that_was_spoilt_for_it(
    check: str, slug: str, anchor: str, changes: list[tuple[str, str]]
) -> None:
    spoilt = mutant(slug, *changes)

    assert anchor in places(check, spoilt)
    assert not places(check, load(ready_text(slug)))


@pytest.mark.parametrize(
    "check,kind,anchor",
    [
        ("L06", "quorum", "5.1"),
        ("L07", "decision", "1.1"),
        ("L25", "meets", "voting-board"),
    ],
)
def test_a_missing_rule_is_found_where_it_is_missed(
    check: str, kind: str, anchor: str
) -> None:
    spoilt = mutant(BOARD, without=kind)

    found = places(check, spoilt)

    assert found == [anchor]
    assert not places(check, load(ready_text(BOARD)))


def test_agreement_without_a_way_out_is_found_once_the_referral_is_gone() -> None:
    spoilt = mutant(GROUP, ("  otherwise: no-agreement\n", ""), without="referral")

    assert "5.1" in places("L09", spoilt)
    assert not places("L09", load(ready_text(GROUP)))


def test_the_ready_charters_are_clean_alone_and_together() -> None:
    together = lint(ready_set())
    alone = [remark for charter in ready_set() for remark in lint([charter])]

    assert [f"{one.charter} {one.check} {one.says}" for one in together] == []
    assert [f"{one.charter} {one.check} {one.says}" for one in alone] == []
