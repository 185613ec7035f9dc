"""One step of an explanation as a clause of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quorate.charter.expressions import Compare, Number
from quorate.charter.fields import described
from quorate.charter.phrase_words import PhraseError
from quorate.charter.phrases import set_phrase, test_phrase
from quorate.charter.vocabulary import KINDS
from quorate.rules.verdict import Verdict
from quorate.words import numbers, sentences
from quorate.words.naming import Naming, in_words
from quorate.words.saying_tests import amount_in_words, exact, set_in_words
from quorate.words.saying_values import moment_in_words
from quorate.words.translate import N_

HERE = {
    "present": N_("here"),
    "entitled": N_("here and may vote"),
    "in favour": N_("among those in favour"),
    "against": N_("among those against"),
    "abstained": N_("among those who abstained"),
    "voted": N_("among those who voted"),
    "agreed": N_("among those who agree"),
    "objected": N_("among those who object"),
    "responded": N_("among those who responded"),
    "asked": N_("among those asked"),
    "filled": N_("in a filled seat"),
    "seats": N_("in the body"),
    "voting": N_("among those with a vote"),
    "membership": N_("of the membership"),
}
HAVE_OF = {
    "present": N_("%(number)s present"),
    "entitled": N_("%(number)s present who may vote"),
    "in favour": N_("%(number)s in favour"),
    "against": N_("%(number)s against"),
    "abstained": N_("%(number)s abstained"),
    "voted": N_("%(number)s voted"),
    "agreed": N_("%(number)s agreed"),
    "objected": N_("%(number)s objected"),
    "responded": N_("%(number)s responded"),
    "asked": N_("%(number)s asked"),
    "filled": N_("%(number)s filled"),
    "seats": N_("%(number)s in all"),
    "voting": N_("%(number)s with a vote"),
    "membership": N_("%(number)s of the membership"),
}
TURNED = {
    "at least": "fewer than",
    "fewer than": "at least",
    "more than": "at most",
    "at most": "more than",
    "all": "not",
    "any": "not",
}
"""What must hold where a step must not: not 'at least one' is 'fewer than one'."""

OUTCOMES_TOO = frozenset(
    {"announced", "rightly", "without", "declared", "count", "state"}
)
"""Values that are outcomes, and are said as such."""

ASKS_A_QUESTION = ("whether ", "how ", "what ", "who ", "whose ", "when ", "where ")
ASKS_TOO = ("which ", "by when", "by which ", "until when", "to whom", "of whom")


@dataclass(frozen=True, slots=True)
class Reasons:
    """Says the steps of the answer to one question."""

    question: str
    naming: Naming

    def step(self, reason: Mapping[str, Any]) -> str:
        """Return what one reason says, without those below it."""
        verdict = Verdict(reason["verdict"])
        table = sentences.sentences()
        says, gaps = reason["says"], self._gaps(reason)
        known = table.get(f"{self.question}: {says}")
        known = known or table.get(f"{says}: {reason.get('need')}")
        if known is None and gaps["amount"]:
            known = table.get(f"{says} a share")
        known = known or table.get(says)
        if known is None:
            return self._in_its_own_words(reason)
        return self.naming.say(known.for_(verdict), **gaps)

    def people(self, reason: Mapping[str, Any]) -> Iterator[str]:
        """Yield who was counted, and each who was not, with the reason."""
        if counted := tuple(reason.get("counted", ())):
            yield self.naming.say(N_("counted: %(who)s"), who=self.naming.all(counted))
        for one in reason.get("left_out", ()):
            yield self.not_counted(one)

    def not_counted(self, one: Mapping[str, str]) -> str:
        """Return who was not counted, and why."""
        say, why = self.naming.say, one["why"]
        table = sentences.left_out()
        cited = self.naming.cite(one.get("clause", ""))
        form = N_("not counted: %(who)s: %(why)s")
        if cited:
            form = N_("not counted: %(who)s: %(why)s (%(clause)s)")
        said = say(table[why]) if why in table else why
        return say(form, who=self.naming.of(one["who"]), why=said, clause=cited)

    def _gaps(self, reason: Mapping[str, Any]) -> dict[str, Any]:
        """Return everything that a sentence may have a gap for."""
        naming, say = self.naming, self.naming.say
        values = reason.get("values", {})
        gaps: dict[str, Any] = {
            name.replace(" ", "_"): self._outcome(value)
            if name in OUTCOMES_TOO
            else self._number(value)
            for name, value in values.items()
        }
        set_word, set_said = self._set(reason.get("of", ""))
        need = reason.get("need", "")
        office = values.get("name", need)
        return gaps | {
            "amount": self._amount(str(values.get("amount", ""))),
            "need": self._number(need),
            "have": self._number(reason.get("have", "")),
            "have_of": self._have_of(reason, set_word),
            "set_size": say(N_("the number of %(set)s"), set=set_said),
            "unit": reason.get("unit", ""),
            "office": naming.office(office) if isinstance(office, str) else "",
            "there": say(HERE.get(set_word, N_("there"))),
            "counted": naming.all(tuple(reason.get("counted", ()))),
            "left_out": naming.all(
                tuple(one["who"] for one in reason.get("left_out", ()))
            ),
            "clause": naming.cite(reason.get("clause", "")),
            "effect": self._effect(str(values.get("effect", ""))),
            "meaning": self._meaning(
                str(values.get("field", "")), reason.get("clause", "")
            ),
        }

    def _value(self, value: object) -> object:
        if isinstance(value, bool):
            return self.naming.say(N_("yes") if value else N_("no"))
        if isinstance(value, list | tuple):
            return self.naming.all(tuple(str(one) for one in value))
        if isinstance(value, str):
            return moment_in_words(value, self.naming) or self.naming.of(value)
        return value

    def _outcome(self, value: object) -> object:
        table = sentences.outcomes()
        known = table.get(f"{self.question}: {value}") or table.get(str(value))
        return self.naming.say(known) if known else self._value(value)

    def _number(self, written: object) -> object:
        number = exact(written)
        if number is None:
            return self._value(written)
        # A whole number stays a number, by which a plural can be chosen.
        return int(number) if number == int(number) else numbers.mixed(number)

    def _set(self, written: str) -> tuple[str, str]:
        try:
            of = set_phrase(written)
        except PhraseError:
            return "", written
        return of.word, set_in_words(of, self.naming)

    def _have_of(self, reason: Mapping[str, Any], word: str) -> str:
        say, unit = self.naming.say, reason.get("unit", "")
        have = exact(reason.get("have"))
        if have is None:
            return str(self._value(reason.get("have", "")))
        shown = numbers.mixed(have)
        # People go without saying: '6 present', but '6 seats present'.
        if unit not in ("", "person"):
            whole = int(have) if have == int(have) else have
            shown = numbers.units(whole, unit, say)
        said = say(HAVE_OF.get(word, N_("%(number)s")), number=shown)
        narrowed = reason.get("of", "")
        if narrowed == word:
            return said
        return say(N_("%(said)s (of %(set)s)"), said=said, set=self._set(narrowed)[1])

    def _amount(self, written: str) -> str:
        """Return an amount that is not a plain number in words, else nothing."""
        if not written:
            return ""
        try:
            test = test_phrase(f"present by seat at least {written}", own="present")
        except PhraseError:
            return ""
        if not isinstance(test, Compare) or isinstance(test.amount, Number):
            return ""
        return amount_in_words(test.amount, self.naming)

    def _effect(self, effect: str) -> str:
        table = sentences.effects()
        return self.naming.say(table[effect]) if effect in table else effect

    def _meaning(self, field: str, clause: str) -> str:
        """Return what a field asks, from the language's own description of it."""
        if not field:
            return ""
        charter = self.naming.charter
        kinds = [type(rule) for rule in charter.under(clause)] if charter else []
        asked = KINDS.get(str(self.question))
        for kind in (*kinds, *((asked,) if asked else ()), *KINDS.values()):
            about = dict(described(kind)).get(field)
            if about is not None:
                return question(about.meaning, self.naming)
        return question(in_words(field.replace("_", "-")), self.naming)

    def _in_its_own_words(self, reason: Mapping[str, Any]) -> str:
        """Say a reason that no table knows: its key, what it needed and had."""
        say = self.naming.say
        gaps = self._gaps(reason)
        facts = []
        if reason.get("need") is not None:
            facts.append(say(N_("needed %(need)s"), **gaps))
        if reason.get("have") is not None:
            facts.append(say(N_("had %(have)s"), **gaps))
        facts += [
            f"{name.replace('_', ' ')}: {self._value(value)}"
            for name, value in reason.get("values", {}).items()
            if value not in (None, "", [], ())
        ]
        if not facts:
            return str(reason["says"])
        return say(
            N_("%(says)s (%(facts)s)"), says=reason["says"], facts="; ".join(facts)
        )


def question(meaning: str, naming: Naming) -> str:
    """Return a field's meaning so that it can follow 'the terms do not say'."""
    if meaning.startswith((*ASKS_A_QUESTION, *ASKS_TOO)):
        return meaning
    return naming.say(N_("this: %(meaning)s"), meaning=meaning)


def turned(reason: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is needed where a step says only what must not hold."""
    parts = reason.get("parts", ())
    if reason["says"] != "not" or not parts:
        return reason
    inner = parts[0]
    says = TURNED.get(inner["says"], f"not {inner['says']}")
    kept = inner.get("parts", ()) if says == "not" else ()
    return {**inner, "says": says, "verdict": reason["verdict"], "parts": kept}
