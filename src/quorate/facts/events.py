"""
What procedures state that they brought about, for the duties to follow from.

The kinds are a stable surface: each is read for ever, and has a line in the reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quorate.charter.fields import said
from quorate.charter.readers import MOMENT, NAME_READER, WORDS, Table
from quorate.facts.people import Known

KINDS = {
    "adoption": "a version was adopted",
    "version in force": "a version came into force",
    "appointment": "a person was appointed to a seat",
    "meeting set": "the day of a meeting was set",
    "meeting": "a meeting was held",
    "meeting cancelled": "a meeting will not be held",
    "meeting dates published": "a year's dates were published",
    "agenda published": "an agenda could be opened by every member",
    "summons sent": "the members were called to a meeting",
    "papers published": "papers could be opened by every member",
    "minutes sent": "minutes went out",
    "minutes agreed": "minutes were agreed as accurate",
    "minutes published": "minutes were published",
    "action log sent": "an action log went out",
    "action log agreed": "an action log was agreed as accurate",
    "action log published": "an action log was published",
    "decisions sent": "a record of decisions went out",
    "decisions published": "a record of decisions was published",
    "attendance sent": "a record of attendance went out",
    "attendance published": "a record of attendance was published",
    "paper received": "a body received a paper for information or decision",
    "request received": "somebody asked for something: a meeting, an answer",
    "report planned": "a report was planned for a meeting",
    "step done": "a report passed a step on its way to the agenda",
    "report requested": "a body asked for a report",
    "report received": "a body received a report",
    "report published": "a report was published",
    "decision": "a body decided something",
    "decision in principle": "a body decided something without its quorum",
    "urgent decision": "an office decided something between meetings",
    "consultation opened": "a question was put to the seats",
    "consultation closed": "a consultation came to its end",
    "members told": "the members were told an outcome",
    "consulted": "a body was asked for its view",
    "response received": "a body gave its view",
    "matter referred": "a matter was passed to another body",
    "review requested": "somebody asked for a review of the terms",
    "review decided": "a review ended in a decision",
    "attendance reviewed": "a year's attendance was looked at",
    "absence": "somebody stayed away as often as the terms bear",
    "challenge made": "somebody was challenged about absences",
    "follow-up made": "absences were taken up with an organisation",
    "election": "an office was filled by election",
    "dispute opened": "a dispute was reported",
    "barrier raised": "something in the way was reported",
    "project requested": "a project was asked for",
    "delegation made": "power was handed to a body",
    "sub-group set up": "a body set up a sub-group",
    "sub-group ended": "a sub-group came to its end",
    "terms reviewed": "a body took something into its own terms",
    "evidence": "something was done that a person records",
    "duty waived": "a person let somebody off a requirement",
    "duty excused": "a person accepted an excuse",
    "duty ruled": "a person ruled that a requirement is, or is not, kept",
    "duty suspended": "a person set a requirement aside for a time",
    "duty resumed": "a requirement that was set aside counts again",
    "record withdrawn": "something recorded turned out to be a mistake",
}
"""Each kind of event and what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Known):
    """Something that happened, as a duty can see it."""

    name: str = said(WORDS, "its own name or code", empty="")
    kind: str = said(WORDS, "the kind of event", required=True, empty="")
    happened: datetime | date | None = said(
        MOMENT, "when it happened in the world", required=True
    )
    body: str = said(NAME_READER, "the body it happened at or to", empty="")
    by: str = said(WORDS, "who brought it about", empty="")
    subject: str = said(WORDS, "what it is about: a meeting, report, seat", empty="")
    topic: str = said(WORDS, "the subject of a report or decision", empty="")
    keys: tuple[tuple[str, str], ...] = said(
        Table(WORDS), "what duties match it by", empty=()
    )
    withdraws: str = said(WORDS, "the name of the event that it takes back", empty="")

    def key(self, name: str) -> str:
        """Return what the event has under a key; its own fields count as keys."""
        own = {
            "body": self.body,
            "by": self.by,
            "subject": self.subject,
            "topic": self.topic,
        }
        return own.get(name) or dict(self.keys).get(name, "")
