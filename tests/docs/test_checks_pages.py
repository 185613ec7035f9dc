from __future__ import annotations

import pytest

from tools.checks import FOLDER, pages


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_page_on_a_check_says_what_the_catalogue_says(name: str) -> None:
    held = (FOLDER / name).read_text(encoding="utf-8")

    assert held == pages()[name]


def test_there_is_no_page_on_a_check_that_is_gone() -> None:
    assert {file.name for file in FOLDER.glob("*.md")} == set(pages())
