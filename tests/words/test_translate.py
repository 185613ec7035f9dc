from __future__ import annotations

from gettext import NullTranslations

from quorate.words.translate import ENGLISH, N_, Plural, Translation

SEATS = Plural("%(number)s seat", "%(number)s seats", "number")


class Upper(NullTranslations):
    def gettext(self, message: str) -> str:
        assert message, "the empty sentence is the catalogue's own head"
        return message.upper().replace("(NAME)S", "(name)s")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{n}: {msgid1 if n == 1 else msgid2}"


def test_a_marked_sentence_is_itself() -> None:
    assert N_("a sentence") == "a sentence"


def test_gaps_are_filled_by_name() -> None:
    assert ENGLISH("%(b)s before %(a)s", a="one", b="two") == "two before one"


def test_a_gap_without_a_value_shows_as_one() -> None:
    assert ENGLISH("%(who)s is here") == "… is here"


def test_a_sentence_follows_its_number() -> None:
    assert ENGLISH(SEATS, number=1) == "1 seat"
    assert ENGLISH(SEATS, number=0) == "0 seats"
    assert ENGLISH(SEATS, number="8½") == "8½ seats"


def test_a_catalogue_has_its_say_on_sentences_and_plurals() -> None:
    say = Translation(Upper())

    assert say("hello %(name)s", name="you") == "HELLO you"
    assert say(SEATS, number=3) == "3: 3 seats"
    assert not say("")


def test_a_list_is_joined_in_words() -> None:
    assert not ENGLISH.several(())
    assert ENGLISH.several(("a",)) == "a"
    assert ENGLISH.several(("a", "b", "c")) == "a, b and c"
    assert ENGLISH.several(("a", "b"), choice=True) == "a or b"
