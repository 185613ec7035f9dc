from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

import pytest

from quorate.charter.kinds.quorum import IF_NOT
from quorate.rules.decision import WITHOUT_QUORUM
from quorate.words import sentences
from quorate.words.sentence import Sentence
from quorate.words.translate import Message, Plural
from tests.architecture.the_keys import keys

GAP = re.compile(r"%(?!\([a-z_]+\)s)")
HINT = (
    "Add a row to a file of src/quorate/words/sentence_tables/ on the subject; a new "
    "file there is found by itself."
)


def known(rows: Mapping[str, object]) -> set[str]:
    """Keys of a table, those for one question alone without the question."""
    return {key.rsplit(": ", 1)[-1] for key in rows} | set(rows)


def test_every_sentence_that_a_rule_says_is_in_the_tables() -> None:
    unknown = {
        key: file
        for key, file in keys("says").items()
        if key not in known(sentences.sentences())
    }

    assert not unknown, HINT


def test_every_reason_for_leaving_out_is_in_the_tables() -> None:
    unknown = {
        key: file
        for key, file in keys("why").items()
        if key not in sentences.left_out()
    }

    assert not unknown, HINT


def test_everything_that_can_be_missing_is_in_the_tables() -> None:
    unknown = {
        key: file
        for key, file in keys("what").items()
        if key not in sentences.missing()
    }

    assert not unknown, HINT


def test_the_search_for_keys_finds_those_that_are_handed_on() -> None:
    assert {"silent", "not among the powers", "casting vote"} <= keys("says").keys()


def test_every_effect_of_a_lost_quorum_has_words() -> None:
    assert set(IF_NOT) <= sentences.effects().keys()
    assert set(WITHOUT_QUORUM.values()) <= sentences.outcomes().keys()


def messages() -> list[Message]:
    found: list[Message] = []
    for row in sentences.sentences().values():
        assert isinstance(row, Sentence)
        found += [row.met, row.not_met, row.unknown, row.not_stated]
    for table in (
        sentences.left_out(),
        sentences.outcomes(),
        sentences.heads(),
        sentences.missing(),
        sentences.effects(),
        sentences.prefixes(),
    ):
        found += table.values()
    return found


def test_no_sentence_has_a_gap_that_can_not_be_filled() -> None:
    texts = [
        text
        for one in messages()
        for text in ((one.one, one.many) if isinstance(one, Plural) else (one,))
    ]

    assert not [text for text in texts if GAP.search(text)]
    assert len(texts) > 200


def test_nothing_is_void_on_a_page() -> None:
    said = [one for one in messages() if isinstance(one, str)]

    assert not [one for one in said if "void" in one.lower()]


@pytest.mark.parametrize("name", ["SENTENCES", "LEFT_OUT", "MISSING", "OUTCOMES"])
def test_two_files_never_say_the_same_key_differently(name: str) -> None:
    seen: dict[str, object] = {}
    for table in sentences.tables():
        for key, row in getattr(table, name, {}).items():
            assert seen.setdefault(key, row) == row, (table.__name__, key)


def test_gaps_are_named_and_not_numbered() -> None:
    braces = [
        one
        for one in messages()
        if isinstance(one, str)
        and any(field is not None for _, field, _, _ in Formatter().parse(one))
    ]

    assert not braces
