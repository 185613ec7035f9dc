from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quorate.charter.load import load
from quorate.charter.problems import CharterError
from tools.bite import (
    LIBRARY,
    Tried,
    main,
    report,
    try_out,
    until_it_loads,
    without_rules,
)
from tools.clauses import LIST, SourceClause, read_list

TERMS = """---
charter: board
title: Board
calendar: england-and-wales
bodies:
  board:
    name: Board
---

# Board

## 1 Meetings

1.1 At least three members are present.

```rule
quorum:
  needs: at least 3 of present by person
```

1.2 The board does not vote.
"""

QUORUM = SourceClause(
    id="B-Q",
    source="board",
    clause="Quorum",
    area="meetings",
    mode="enforced",
    charter="board",
    anchors=("1.1",),
)

INDIFFERENT = """
def test_nothing() -> None:
    pass
"""

READS_THE_LIBRARY = """
import os
from pathlib import Path

def test_that_reads() -> None:
    text = Path(os.environ["QUORATE_LIBRARY"], "charters", "board.md").read_text()
    assert "quorum:" in text
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one charter."""
    charters = tmp_path / "library" / "charters"
    charters.mkdir(parents=True)
    (charters / "board.md").write_text(TERMS, encoding="utf-8")
    return tmp_path / "library"


def test_the_rules_under_a_clause_are_taken_out_and_the_words_stay() -> None:
    bare = without_rules(TERMS, ["1.1"])

    assert "quorum:" not in bare
    assert "1.1 At least three members are present." in bare
    assert "1.2 The board does not vote." in bare


def test_a_heading_stands_for_everything_under_it() -> None:
    assert "quorum:" not in without_rules(TERMS, ["1"])


def test_a_clause_without_a_rule_leaves_the_text_as_it_is() -> None:
    assert without_rules(TERMS, ["1.2"]) == TERMS


def test_a_test_that_does_not_look_at_the_rule_still_passes(
    library: Path, tmp_path: Path
) -> None:
    test = tmp_path / "test_indifferent.py"
    test.write_text(INDIFFERENT, encoding="utf-8")

    tried = try_out(QUORUM, [str(test)], library)

    assert not tried.bites
    assert len(tried.still_pass) == 1


def test_a_test_that_needs_the_rule_bites_and_the_rule_is_put_back(
    library: Path, tmp_path: Path
) -> None:
    test = tmp_path / "test_that_reads.py"
    test.write_text(READS_THE_LIBRARY, encoding="utf-8")

    tried = try_out(QUORUM, [str(test)], library)

    assert tried.bites
    assert (library / "charters" / "board.md").read_text(encoding="utf-8") == TERMS


def test_a_clause_with_no_rule_is_not_tried(library: Path) -> None:
    prose = replace(QUORUM, anchors=("1.2",))

    tried = try_out(prose, ["tests"], library)

    assert tried.problem == "no rule stands under 1.2"
    assert not tried.bites


LEANING = TERMS.replace(
    "1.2 The board does not vote.\n",
    """1.2 These sit on it.

| Seat | Organisation |
|---|---|
| chair | Harbour |

```rule
seats:
  votes: 1
```

1.3 The chair has to be there.

```rule
quorum:
  matters: accounts
  needs: includes chair
```
""",
)


def test_rules_that_lean_on_those_of_a_clause_go_with_them() -> None:
    bare, gone = until_it_loads(without_rules(LEANING, ["1.2"]))

    assert gone == 1
    assert "includes chair" not in bare
    assert "at least 3 of present" in bare
    assert "1.3 The chair has to be there." in bare


def test_a_text_whose_trouble_is_in_no_rule_is_not_mended() -> None:
    with pytest.raises(CharterError):
        until_it_loads(TERMS.replace("charter: board", "charter: A B"))


def test_only_the_clauses_that_were_named_are_tried(
    capsys: pytest.CaptureFixture[str],
) -> None:
    prose = replace(QUORUM, charter="digital-steering-group", anchors=("cover/date",))

    ended = main(
        [prose, replace(prose, id="B-N")], {"B-Q": ["a"], "B-N": ["b"]}, ["B-N"]
    )

    assert ended == 1
    assert capsys.readouterr().out == (
        "B-N: not tried; no rule stands under cover/date\n\n0 of 1 bite\n"
    )


def test_the_report_names_each_test_without_teeth() -> None:
    toothless = Tried("B-Q", ("a", "b"), still_pass=("a",), leaning=2)
    untried = Tried("B-N", ("c",), problem="no rule stands under notice")

    assert list(report([toothless, untried])) == [
        "B-Q: blocks that lean on its rules went too: 2",
        "B-Q: still passes without its rule: a",
        "B-N: not tried; no rule stands under notice",
        "",
        "1 of 2 bite",
    ]


def test_every_anchor_of_the_list_stands_in_the_charter_that_ships() -> None:
    clauses = read_list(LIST.read_text(encoding="utf-8"))
    shipped = {
        file.stem: load(file.read_text(encoding="utf-8"))
        for file in (LIBRARY / "charters").glob("*.md")
    }

    astray = [
        f"{one.id}: {anchor}"
        for one in clauses
        for anchor in one.anchors
        if shipped[one.charter].clause(anchor) is None
    ]
    assert not astray
