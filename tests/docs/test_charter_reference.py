from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quorate.charter.blocks import read_block
from quorate.charter.examples import smallest_block
from quorate.charter.expressions import SET_WORDS
from quorate.charter.fields import Said, described
from quorate.charter.front import Front
from quorate.charter.load import load
from quorate.charter.nodes import Listing, Mapping, Node
from quorate.charter.problems import Place, Problems
from quorate.charter.reference import PARTS
from quorate.charter.schema import rule_schema
from quorate.charter.vocabulary import KINDS
from tools.reference import REFERENCE, pages

LIBRARY = Path(__file__).parents[2] / "src" / "quorate" / "library" / "charters"
CHARTERS = sorted(LIBRARY.rglob("*.md"))
EXAMPLES = [
    pytest.param(name, about, id=f"{of.__name__}.{name}")
    for of in (*KINDS.values(), *PARTS, Front)
    for name, about in described(of)
    if about.example
]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    Draft202012Validator.check_schema(rule_schema())
    return Draft202012Validator(rule_schema())


def plain(node: Node | None) -> Any:  # noqa: ANN401  What JSON holds.
    if isinstance(node, Mapping):
        return {key.value: plain(inner) for key, inner in node.pairs}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.value if node else None


@pytest.mark.parametrize("page", pages())
def test_the_pages_made_from_the_language_are_current(page: str) -> None:
    kept = (REFERENCE / page).read_text(encoding="utf-8")

    assert kept == pages()[page], "run tools/reference.py"


@pytest.mark.parametrize("name,about", EXAMPLES)
def test_every_example_in_the_reference_can_be_read(name: str, about: Said) -> None:
    problems = Problems()
    node = read_block(f"{name}: {about.example}", Place(1), problems)
    assert isinstance(node, Mapping)

    value = about.reader.read(node.pairs[0][1], problems)

    assert value is not None
    assert not problems.found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_each_of_its_fields_stands_in_the_reference(kind: str) -> None:
    page = pages()["charter-language.md"]

    assert f"### `{kind}`: " in page
    assert smallest_block(KINDS[kind]) in page
    assert all(f"| `{name}` | " in page for name, _ in described(KINDS[kind]))


def test_every_word_for_a_set_stands_in_the_reference() -> None:
    page = pages()["charter-language.md"]

    assert all(f"| `{word}` | {means} |" in page for word, means in SET_WORDS.items())


@pytest.mark.parametrize("charter", CHARTERS, ids=lambda path: path.stem)
def test_every_block_of_the_shipped_charters_fits_the_schema(
    charter: Path, schema: Draft202012Validator
) -> None:
    blocks = load(charter.read_text(encoding="utf-8")).blocks

    for block in blocks:
        node = read_block(block.text, block.place, Problems())
        assert [error.message for error in schema.iter_errors(plain(node))] == []


@pytest.mark.parametrize(
    "block",
    [
        {},
        {"quroum": {"needs": "includes chair"}},
        {"quorum": {}},
        {"quorum": None},
        {"quorum": {"needs": "includes chair", "tested": "opening"}},
        {"quorum": {"needs": "includes chair", "tested_at": "oppening"}},
        {"quorum": {"interpretations": {"needs": {"take": "includes chair"}}}},
        {"duty": []},
        {"duty": [{"strength": "must"}]},
    ],
)
def test_the_schema_tells_an_editor_what_does_not_fit(
    block: dict[str, Any], schema: Draft202012Validator
) -> None:
    assert not schema.is_valid(block)


def test_a_field_that_must_be_there_can_be_interpreted_instead(
    schema: Draft202012Validator,
) -> None:
    reading = {"take": "includes chair", "because": "it is silent"}

    assert schema.is_valid({"quorum": {"interpretations": {"needs": reading}}})
    assert schema.is_valid({"seats": None})
