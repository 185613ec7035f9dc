from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from tools.gate import GATES, PARTS, Ran, closing_line, main

REPORT = Path("tests.xml")
LINT = Ran("lint", 1.0, held=True, test_report=None)
TESTS = Ran("tests", 2.5, held=True, test_report=REPORT)

PASSED = ET.fromstring("<testcase/>")  # noqa: S314  Written two words before.
FAILED = ET.fromstring("<testcase><failure/></testcase>")  # noqa: S314  As above.
BROKEN = ET.fromstring("<testcase><error/></testcase>")  # noqa: S314  As above.
SKIPPED = ET.fromstring("<testcase><skipped/></testcase>")  # noqa: S314  As above.


def test_a_part_that_is_no_test_suite_counts_as_one() -> None:
    assert closing_line([LINT, TESTS], [PASSED, PASSED]) == (
        "3 passed, 0 failed in 3.50s"
    )


def test_failures_and_errors_are_both_failures() -> None:
    failed = Ran("tests", 2.5, held=False, test_report=REPORT)

    assert closing_line([failed], [PASSED, FAILED, BROKEN]) == (
        "1 passed, 2 failed in 2.50s"
    )


def test_a_suite_that_fails_without_a_failing_test_is_a_failure() -> None:
    uncollected = Ran("tests", 0.5, held=False, test_report=REPORT)

    assert closing_line([uncollected], []) == "0 passed, 1 failed in 0.50s"


def test_a_part_that_fails_is_a_failure() -> None:
    unclean = Ran("lint", 1.0, held=False, test_report=None)

    assert closing_line([unclean, TESTS], [PASSED]) == "1 passed, 1 failed in 3.50s"


def test_a_skipped_test_is_not_counted_as_passed() -> None:
    assert closing_line([TESTS], [PASSED, SKIPPED]) == (
        "1 passed, 0 failed, 1 skipped in 2.50s"
    )


def test_every_gate_is_made_of_parts_that_exist() -> None:
    assert all(part in PARTS for parts in GATES.values() for part in parts)


def test_a_part_that_does_not_exist_is_refused() -> None:
    assert main(["tea"]) == 2
