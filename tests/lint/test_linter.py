from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from quorate.charter.problems import CharterError
from quorate.lint.catalogue import BY_ID, CHECKS
from quorate.lint.linter import barring, gone
from quorate.lint.linter import lint as every_check
from quorate.lint.remark import State
from quorate.lint.rulings import digest_at, read_rulings, write_rulings
from quorate.lint.sarif import as_plain, as_sarif
from tests.lint.linted import draft

UNFINISHED = draft("2.1 To be confirmed: who presides.", "2.2 The fee is TBC.")
CHANGED = draft("2.1 To be agreed: who presides.", "2.2 The fee is TBC.")


lint = partial(every_check, checks=(BY_ID["L01"],))
"""One check alone, so that the drafts can stay short."""


def ruled(clause: str, digest: str) -> str:
    return (
        f'- check: L01\n  clause: "{clause}"\n  by: the clerk, for the demonstration\n'
        f"  on: 2026-10-01\n  because: the chair is known\n  digest: {digest}\n"
    )


RULINGS = read_rulings(
    ruled("2.1", digest_at(UNFINISHED, "2.1")), charter="harbour-forum"
)


def test_a_ruling_settles_the_remark_that_it_names_and_no_other() -> None:
    found = {one.clause: one for one in lint([UNFINISHED], rulings=RULINGS)}

    assert found["2.1"].state is State.RULED
    assert found["2.2"].state is State.OPEN
    assert [one.clause for one in barring(found.values())] == ["2.2"]


def test_a_ruling_goes_stale_when_its_clause_changes_and_says_so() -> None:
    found = lint([CHANGED], rulings=RULINGS)

    about = [one for one in found if one.clause == "2.1"]
    assert [(one.check, one.state) for one in about] == [
        ("L00", State.OPEN),
        ("L01", State.STALE),
    ]
    assert "1 October 2026" in about[0].says
    assert about[1] in barring(found)


def test_a_ruling_on_a_clause_that_is_no_longer_there_says_so() -> None:
    found = lint([draft("3.1 The fee is one pound.")], rulings=RULINGS)

    assert [one.check for one in found] == ["L00"]
    assert "no longer stands" in found[0].says


def test_a_ruling_whose_remark_is_gone_is_known() -> None:
    assert gone(RULINGS, ()) == RULINGS
    assert not gone(RULINGS, lint([UNFINISHED]))


def test_remarks_come_by_charter_then_line_then_check() -> None:
    found = lint([UNFINISHED, CHANGED], rulings=RULINGS)

    assert list(found) == sorted(
        found, key=lambda one: (one.charter, one.line, one.check)
    )


def test_a_ruling_on_the_whole_document_goes_by_all_its_words() -> None:
    assert digest_at(UNFINISHED, "") == UNFINISHED.words_digest
    assert digest_at(UNFINISHED, "") != digest_at(CHANGED, "")


@pytest.mark.parametrize(
    "text,what",
    [
        ("check: L01\n", "rulings are a list"),
        ("- check: L01\n", "a ruling needs 'by'"),
        (ruled("2.1", "x") + "  who: me\n", "a ruling has no 'who'"),
        (ruled("2.1", "x").replace("2026-10-01", "today"), "'today' is not a date"),
    ],
)
def test_a_ruling_that_says_too_little_is_refused(text: str, what: str) -> None:
    with pytest.raises(CharterError) as refused:
        read_rulings(text, charter="harbour-forum", name="rulings")

    assert what in str(refused.value)


def test_an_empty_file_of_rulings_holds_none() -> None:
    assert read_rulings("", charter="harbour-forum") == ()


def test_rulings_are_written_as_they_were_read() -> None:
    (written,) = write_rulings(RULINGS)

    assert written["check"] == "L01"
    assert written["on"] == "2026-10-01"
    assert "charter" not in written


def test_every_check_says_what_it_means_and_how_to_mend_it() -> None:
    assert [check.id for check in CHECKS] == sorted(BY_ID)
    for check in CHECKS:
        assert check.title, check.id
        assert check.means.endswith("."), check.id
        assert check.repair.endswith("."), check.id
        assert check.example, check.id


def test_only_what_cannot_be_worked_out_bars_adoption() -> None:
    bars = {check.id for check in CHECKS if check.bars}

    assert bars <= {"L01", "L02", "L04", "L10", "L20", "L52", "L58"}
    assert {"L01", "L02", "L04", "L10", "L20"} <= bars


def test_plain_data_says_severity_in_words_and_state() -> None:
    plain = as_plain(lint([UNFINISHED], rulings=RULINGS))

    first, second = plain["remarks"]
    assert plain["format"] == "quorate-remarks/1"
    assert first["severity"] == "must be settled"
    assert (first["state"], second["state"]) == ("ruled", "open")
    assert first["bars_adoption"] is True


def test_sarif_names_the_file_and_suppresses_what_is_ruled() -> None:
    report = as_sarif(
        lint([UNFINISHED], rulings=RULINGS),
        files={"harbour-forum": "terms/forum.md"},
        version="1",
    )

    (run,) = report["runs"]
    first, second = run["results"]
    where = first["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "terms/forum.md"
    assert where["region"]["startLine"] == 12
    assert first["suppressions"] == [{"kind": "external"}]
    assert "suppressions" not in second
    assert first["level"] == "error"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "L01"


def test_without_a_day_nothing_depends_on_one() -> None:
    assert lint([UNFINISHED], on=None) == lint([UNFINISHED])
    assert lint([UNFINISHED], on=date(2026, 1, 1)) == lint([UNFINISHED])
