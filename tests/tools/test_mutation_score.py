from __future__ import annotations

from tools.mutation_score import Score, page, score, together


def test_failing_breaking_off_and_running_out_of_time_are_all_noticed() -> None:
    ended = {"failed": 1, "broke": -11, "slow": 36, "lives": 0, "unreached": 33}

    assert score("quorum.py", ended) == Score("quorum.py", 3, 1, 1)


def test_a_mutant_that_was_not_tried_counts_for_nothing() -> None:
    found = score("quorum.py", {"failed": 1, "later": None})

    assert found.untried == 1
    assert found.tried == 1


def test_a_share_is_never_rounded_up() -> None:
    assert Score("quorum.py", 1999, 1, 0).share == "99.9 %"


def test_files_are_added_up() -> None:
    both = together([Score("a.py", 1, 2, 3), Score("b.py", 10, 20, 30)])

    assert both == Score("all", 11, 22, 33)


def test_the_page_begins_its_table_with_the_weakest_file() -> None:
    text = page([Score("strong.py", 9, 1, 0), Score("weak.py", 1, 9, 0)])

    assert text.index("| weak.py | 10 |") < text.index("| strong.py | 10 |")
    assert "| all | 20 | 10 | 10 | 0 | 50.0 % |" in text
