"""
Sentences with named gaps, and how they reach another language.

A sentence is marked with `N_` where it is written, and translated and filled where
it is shown. Gaps have names, so that a translator can move them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence for one and for many; a language may have more forms than two."""

    one: str
    many: str
    by: str
    """The gap whose number decides."""


Message = str | Plural


def N_(message: str) -> str:  # noqa: N802  The mark that gettext's tools look for.
    """Mark a sentence for translation, and return it as it is."""
    return message


class Translation:
    """A catalogue of sentences; without one they stay in English."""

    __slots__ = ("_catalogue",)

    def __init__(self, catalogue: NullTranslations | None = None) -> None:
        self._catalogue = catalogue or NullTranslations()

    def __call__(self, message: Message, /, **gaps: object) -> str:
        """
        Translate a sentence and fill its gaps.

        A gap that nobody filled shows as an ellipsis: a sentence that lacks a value
        is still worth more to a reader than none.
        """
        if isinstance(message, Plural):
            number = gaps.get(message.by)
            text = self._catalogue.ngettext(
                message.one, message.many, number if isinstance(number, int) else 2
            )
        else:
            # The empty sentence is where a catalogue keeps its own head.
            text = self._catalogue.gettext(message) if message else ""
        return text % _Gaps(gaps)

    def several(self, items: tuple[str, ...], *, choice: bool = False) -> str:
        """Join items as a list in words: 'a, b and c', or 'a, b or c'."""
        if len(items) < 2:  # noqa: PLR2004  One item needs no joining.
            return "".join(items)
        last = N_("%(first)s or %(last)s") if choice else N_("%(first)s and %(last)s")
        return self(last, first=", ".join(items[:-1]), last=items[-1])


class _Gaps(dict[str, object]):
    def __init__(self, gaps: Mapping[str, object]) -> None:
        super().__init__(gaps)

    def __missing__(self, key: str) -> str:
        return "…"


ENGLISH = Translation()
