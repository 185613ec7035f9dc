"""The reference page of scenario files says what the code reads."""

from __future__ import annotations

import re

import pytest

from quorate.charter.fields import described
from quorate.facts.file import Facts
from quorate.proof.asking import QUESTIONS
from quorate.proof.case import Asked
from quorate.proof.scenario import (
    Expected,
    Head,
    Scenario,
    Shelf,
    read_scenario,
    run,
)
from tools.scenario_format import FACTS, PAGE, page


def test_the_reference_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: .venv/bin/python -m tools.scenario_format"
    )


@pytest.mark.parametrize(
    "of", [Head, Facts, *FACTS.values(), Asked, Expected], ids=lambda one: one.__name__
)
def test_every_field_stands_in_the_reference(of: type) -> None:
    text = page()

    assert all(f"| `{name}` | {said.meaning}" in text for name, said in described(of))


def test_every_question_stands_in_the_reference() -> None:
    text = page()

    assert all(f"| `{name}` | {one.means} |" in text for name, one in QUESTIONS.items())


def test_the_example_of_the_reference_comes_out_as_it_says() -> None:
    example = re.search(r"````yaml\n(.*?)````", page(), re.DOTALL)
    assert example

    read = read_scenario(example[1], Shelf({}, {}))

    assert isinstance(read, Scenario)
    assert run(read) == ()
