"""The parts of a finding as clauses of sentences."""

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
from quorate.words.sentence_tables.tests import MORE
from quorate.words.translate import N_, Message

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

OUTCOMES_TOO = frozenset({"announced", "rightly", "without", "declared", "count"})
"""Values that are outcomes, and are said as such."""

ASKS_A_QUESTION = ("whether ", "how ", "what ", "who ", "whose ", "when ", "where ")
ASKS_TOO = ("which ", "by when", "by which ", "until when", "to whom", "of whom")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the parts of one finding."""

    data: Mapping[str, Any]
    naming: Naming

    def head(self) -> str:
        """Return the words in capitals: QUORATE, CARRIED, CAN'T TELL."""
        outcome = self.data["outcome"]
        said = self._answer(self.data["verdict"], outcome)
        if self.data["question"] != "quorum" and self.naming.of(outcome) == said:
            # A person or a body is the answer, or a word that no table knows.
            return _capital(said)
        return said.upper()

    def _answer(self, verdict: str, outcome: str) -> str:
        """Return an answer in words: that of its question, else its outcome."""
        say, found = self.naming.say, Verdict(verdict)
        heads, outcomes = sentences.heads(), sentences.outcomes()
        asked = (self.data["question"], found)
        if self.data["question"] != "quorum" and outcome:
            if outcome in outcomes:
                return say(outcomes[outcome])
            for prefix, form in sentences.prefixes().items():
                if outcome.startswith(prefix):
                    body = self.naming.of(outcome.removeprefix(prefix))
                    return say(form, body=body)
            return self.naming.of(outcome)
        return say(heads.get(asked, heads["", found]))

    def headline(self) -> str:
        """Return the head as the words of a sentence, with its clause."""
        cited = self.naming.cite(self.data["clause"])
        form = N_("%(head)s (%(clause)s)") if cited else N_("%(head)s")
        said = self._answer(self.data["verdict"], self.data["outcome"])
        head = said[:1] + said[1:].lower() if said.isupper() else said
        return self.naming.say(form, head=head, clause=cited)

    def gist(self) -> str:
        """Return the shortest reason: what is missing, else what decided it."""
        verdict = Verdict(self.data["verdict"])
        if self.data["missing"]:
            wanting = self.missing()
            if verdict is Verdict.NOT_MET:
                return wanting
            return self.naming.say(N_("missing: %(what)s"), what=wanting)
        if verdict is Verdict.NOT_STATED:
            silent = [
                self.step(one)
                for one in self.data.get("notes", ())
                if one["says"] == "silent"
            ]
            if silent:
                return "; ".join(silent)
        return "; ".join(self._decisive(self.data["because"]))

    def _decisive(self, reason: Mapping[str, Any]) -> Iterator[str]:
        """Yield the steps that made a verdict what it is, without the joints."""
        parts = reason.get("parts", ())
        if reason["says"] == "not" and parts:
            reason = _turned(parts[0], reason["verdict"])
            parts = reason.get("parts", ())
        if reason["says"] not in ("all", "any") or not parts:
            yield self.step(reason)
            return
        verdict = reason["verdict"]
        telling = [one for one in parts if one["verdict"] == verdict] or parts
        if reason["says"] == "any" and verdict == Verdict.MET:
            telling = telling[:1]
        for part in telling:
            yield from self._decisive(part)

    def sentences(self) -> Iterator[str]:
        """Yield the sentences of the paragraph, each still without its capital."""
        say, data = self.naming.say, self.data
        yield self.headline()
        yield "; ".join(self._decisive(data["because"]))
        for one in _left_out(data["because"]):
            yield self._not_counted(one)
        if data["missing"]:
            yield say(N_("still missing: %(what)s"), what=self.missing())
        if "effect" in data:
            yield self.step(data["effect"])
        for reading in data["interpretations"]:
            if reading["changes"]:
                yield self.reading(reading)[0]
        for note in data.get("notes", ()):
            yield self.step(note)

    def step(self, reason: Mapping[str, Any]) -> str:
        """Return what one reason says, without those below it."""
        verdict = Verdict(reason["verdict"])
        table = sentences.sentences()
        says, gaps = reason["says"], self._gaps(reason)
        known = table.get(f"{self.data['question']}: {says}")
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
            yield self._not_counted(one)

    def _not_counted(self, one: Mapping[str, str]) -> str:
        say, why = self.naming.say, one["why"]
        table = sentences.left_out()
        cited = self.naming.cite(one.get("clause", ""))
        form = N_("not counted: %(who)s: %(why)s")
        if cited:
            form = N_("not counted: %(who)s: %(why)s (%(clause)s)")
        said = say(table[why]) if why in table else why
        return say(form, who=self.naming.of(one["who"]), why=said, clause=cited)

    def missing(self) -> str:
        """Return what would still have to come."""
        say = self.naming.say
        wanting = self.data["missing"]
        counted = any(one["what"] == "more" for one in wanting)
        quorum = self.data["question"] == "quorum"
        said: list[str] = []
        among: list[str] = []
        for one in wanting:
            # Whoever is wanted by name can be one of those wanted by number.
            into = among if counted and quorum and one["what"] == "one of" else said
            into.append(self._one_missing(one))
        text = say.several(tuple(said))
        if not among:
            return text
        return say(
            N_("%(more)s, with %(names)s among those present"),
            more=text,
            names=say.several(tuple(among)),
        )

    def _one_missing(self, one: Mapping[str, Any]) -> str:
        say, what = self.naming.say, one["what"]
        names, table = tuple(one.get("names", ())), sentences.missing()
        offices = tuple(self.naming.office(name) for name in names)
        number = one.get("number", 0)
        gaps = {
            "number": number,
            "number_of": self._more(number, one.get("unit", "")),
            "names": say.several(offices, choice=what == "one of"),
        }
        form: Message | None = table.get(
            "more of" if what == "more" and names else what
        )
        if form is not None:
            return say(form, **gaps)
        return f"{what} {gaps['names']}".strip()

    def _more(self, number: int, unit: str) -> str:
        say = self.naming.say
        said = numbers.in_words(number, say)
        if unit not in MORE:
            return said
        return say(MORE[unit], number=said, count=number)

    def reading(self, reading: Mapping[str, Any]) -> tuple[str, ...]:
        """Return an interpretation: the first sentence, and what else it gives."""
        say = self.naming.say
        name = in_words(reading["field"].replace("_", "-"))
        form = N_("an interpretation: ‘%(field)s’ is taken as ‘%(take)s’")
        if reading["changes"]:
            form = N_(
                "this turns on how ‘%(field)s’ is read: it is taken as ‘%(take)s’; "
                "%(others)s"
            )
        others = [
            say(
                N_("under ‘%(value)s’ it would be %(answer)s"),
                value=one["value"],
                answer=self._would_be(one),
            )
            for one in reading["others"]
        ]
        turning = [
            said
            for said, one in zip(others, reading["others"], strict=True)
            if self._differs(one)
        ]
        first = say(form, field=name, take=reading["take"], others="; ".join(turning))
        more = [say(N_("the reason given: %(because)s"), because=reading["because"])]
        if not reading["changes"]:
            more += others or [say(N_("no other reading is recorded"))]
        return (first, *more)

    def _differs(self, other: Mapping[str, str]) -> bool:
        taken = (self.data["verdict"], self.data["outcome"])
        return (other["verdict"], other["outcome"]) != taken

    def _would_be(self, other: Mapping[str, str]) -> str:
        """Return the answer under another reading, as the end of a sentence."""
        said = self._answer(other["verdict"], other["outcome"])
        if other["verdict"] == Verdict.NOT_STATED and not other["outcome"]:
            return self.naming.say(N_("something that the terms do not say"))
        if other["verdict"] == Verdict.UNKNOWN and not other["outcome"]:
            return self.naming.say(N_("impossible to tell"))
        return said.lower() if said.isupper() else said

    def _gaps(self, reason: Mapping[str, Any]) -> dict[str, Any]:
        """Return everything that a sentence may have a gap for."""
        naming, say = self.naming, self.naming.say
        values = reason.get("values", {})
        gaps: dict[str, Any] = {
            name.replace(" ", "_"): self._value(value) for name, value in values.items()
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
        return self.naming.of(value) if isinstance(value, str) else value

    def _outcome(self, value: object) -> object:
        known = sentences.outcomes().get(str(value))
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
        asked = KINDS.get(str(self.data["question"]))
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
            f"{name}: {self._value(value)}"
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


def _left_out(reason: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """Yield everybody who was left out at some step, each reason once."""
    seen: set[tuple[str, str]] = set()
    waiting = [reason]
    while waiting:
        one = waiting.pop(0)
        for left in one.get("left_out", ()):
            if (left["who"], left["why"]) not in seen:
                seen.add((left["who"], left["why"]))
                yield left
        waiting += one.get("parts", ())


def _turned(reason: Mapping[str, Any], verdict: str) -> Mapping[str, Any]:
    """Return what is needed instead of a step that must not hold."""
    says = TURNED.get(reason["says"], f"not {reason['says']}")
    return {**reason, "says": says, "verdict": verdict, "parts": ()}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
