"""The parts of a finding as clauses of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quorate.rules.verdict import Verdict
from quorate.words import numbers, sentences
from quorate.words.naming import Naming, in_words
from quorate.words.saying_reasons import Reasons, turned
from quorate.words.saying_values import moment_in_words
from quorate.words.sentence_tables.tests import MORE
from quorate.words.translate import N_, Message

OPEN = frozenset({Verdict.UNKNOWN, Verdict.NOT_STATED})
LOOKED_FOR = frozenset({"more", "one of", "every one of"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the parts of one finding."""

    data: Mapping[str, Any]
    naming: Naming

    @property
    def reasons(self) -> Reasons:
        """What says its steps."""
        return Reasons(self.data["question"], self.naming)

    def head(self) -> str:
        """Return the words in capitals: QUORATE, CARRIED, CAN'T TELL."""
        outcome = self.data["outcome"]
        said = self._answer(self.data["verdict"], outcome)
        known = outcome in sentences.outcomes()
        if outcome and not known and self.naming.of(outcome) == said:
            # A person or a body is the answer, or a word that no table knows.
            return _capital(said)
        return said.upper()

    def _answer(self, verdict: str, outcome: str) -> str:
        """Return an answer in words: that of its question, else its outcome."""
        say, found = self.naming.say, Verdict(verdict)
        heads, outcomes = sentences.heads(), sentences.outcomes()
        asked = (self.data["question"], found)
        if self.data["question"] != "quorum" and outcome:
            special = f"{self.data['question']}: {outcome}"
            for key in (special, outcome):
                if key in outcomes:
                    return say(outcomes[key])
            for prefix, form in sentences.prefixes().items():
                if outcome.startswith(prefix):
                    rest = outcome.removeprefix(prefix)
                    body = moment_in_words(rest, self.naming) or self.naming.of(rest)
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
        if verdict is Verdict.MET and self.data["outcome"] == "presumed":
            return self.naming.say(sentences.outcomes()["presumed"])
        if verdict in OPEN and (noted := self._noted(verdict)):
            return noted
        if self.data["missing"] and verdict in (Verdict.NOT_MET, Verdict.UNKNOWN):
            wanting = self.missing()
            if verdict is Verdict.NOT_MET:
                return wanting
            return self.naming.say(N_("missing: %(what)s"), what=wanting)
        return "; ".join(self._decisive(self.data["because"]))

    def _noted(self, verdict: Verdict) -> str:
        """Return what the notes say that are as open as the whole is."""
        return "; ".join(
            self.reasons.step(one)
            for one in self.data.get("notes", ())
            if one["verdict"] == verdict
        )

    def _decisive(self, reason: Mapping[str, Any]) -> Iterator[str]:
        """Yield the steps that made a verdict what it is, without the joints."""
        reason = turned(reason)
        parts = reason.get("parts", ())
        if reason["says"] not in ("all", "any") or not parts:
            yield self.reasons.step(reason)
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
            yield self.reasons.not_counted(one)
        if data["missing"]:
            yield say(N_("still missing: %(what)s"), what=self.missing())
        if "effect" in data:
            yield self.reasons.step(data["effect"])
        for reading in data["interpretations"]:
            if reading["changes"]:
                yield self.reading(reading)[0]
        for note in data.get("notes", ()):
            yield self.reasons.step(note)

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
        # Offices and seats are looked for by name; all else is in its own words.
        spoken = self.naming.office if what in LOOKED_FOR else self.naming.of
        offices = tuple(spoken(name) for name in names)
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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
