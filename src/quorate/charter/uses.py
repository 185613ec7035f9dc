"""
What becomes of a field that no rule judges by: read elsewhere, or only recorded.

Every field of the language is executed by a rule (the line `Executes:` of a function
in `rules` names it), or stands here. `quorate coverage` rests on it: a rule that fills
only recorded fields runs nothing.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID = "it says who, what or why, and is shown beside the clause"
A_PERSON = "only a person can tell if it is kept; it is shown to whoever has to"
ENTRIES = "it describes the entries of a list, and these stand in the record"
DUTY_ELSEWHERE = "a requirement with its own bearer and time says by when"

READ: Mapping[str, str] = MappingProxyType(
    {
        "seats.level": "lint.checks.parties",
        "seats.level_failed_by": "lint.checks.parties",
        "seats.required_parties": "lint.checks.parties",
        "seats.excepted_parties": "lint.checks.parties",
        "seats.represented_through": "lint.checks.parties",
        "seats.covers": "lint.checks.parties",
        "role.called": "lint.checks.titles",
        "role.serves": "lint.checks.referring",
        "expectation.bodies_met": "lint.checks.references",
        "interests.declare": "lint.checks.consequences",
        "attendance.under": "lint.checks.leaning",
        "duty.statement_of": "lint.checks.duties",
        "duty.then": "lint.checks.duties",
        "register.bands": "lint.checks.overlaps",
        "review.in_line_with": "lint.checks.leaning",
        "amendment.uniform": "lint.checks.sister_terms",
        "instrument.titled": "lint.checks.leaning",
        "instrument.attached": "lint.checks.leaning",
        "legal_basis.law": "lint.checks.leaning",
        "legal_basis.on": "lint.checks.leaning",
        "line.relation": "words.pictures.map_lines",
        "line.from": "words.pictures.map_lines",
        "line.to": "words.pictures.map_lines",
        "line.scope": "words.pictures.map_lines",
        "line.held_by": "proof.questions.authority",
        "sub_groups.approves": "lint.bodies",
    }
)
"""By field, the module that reads it: a check, a picture, a question."""

RECORDED: Mapping[str, str] = MappingProxyType(
    {
        "seats.invited": "whoever is invited is a guest, and never counts",
        "role.duties": SAID,
        "role.funded_by": SAID,
        "role.funded_until": SAID,
        "substitutes.called": "the terms' own word, for those who read",
        "appointment.accepts": A_PERSON,
        "appointment.confirmed_by_organisation": A_PERSON,
        "appointment.ends_when": "an appointment ends by its last day on record",
        "decision.by": "how votes are given changes no count",
        "decision.by_unless": "how votes are given changes no count",
        "decision.recorded_on_request": "it is for whoever writes the minutes",
        "decision.after_advice_of": SAID,
        "correspondence.told": DUTY_ELSEWHERE,
        "referral.told": DUTY_ELSEWHERE,
        "dispute.told": DUTY_ELSEWHERE,
        "referral.when": "the case in words; a referral begins when it is recorded",
        "subject_to.when": "the case in words; its matters say what it is for",
        "dispute.opens_from": SAID,
        "scrutiny.scope": SAID,
        "scrutiny.may": "what it asks for is recorded as a request, and answered",
        "scrutiny.independent": "nobody edits what it puts: the site keeps it so",
        "voice.may": SAID,
        "voice.confidential": "who may read it is for the site to keep",
        "meets.published": "a notice of dates says by when",
        "record.until_agreed": "the terms' own word, for those who read",
        "expectation.of": "an expectation is never a breach",
        "expectation.to": "an expectation is never a breach",
        "interests.when": A_PERSON,
        "interests.not_asked_for": A_PERSON,
        "interests.register": ENTRIES,
        "duty.contains": A_PERSON,
        "duty.published": SAID,
        "condition.by": "what is needed is looked for on record, whoever gave it",
        "register.of": "it names the list, and the requirement to review it",
        "register.owner": SAID,
        "register.holds": ENTRIES,
        "register.shows_without": ENTRIES,
        "register.measure": ENTRIES,
        "register.fair": A_PERSON,
        "register.tolerance": ENTRIES,
        "register.from": ENTRIES,
        "register.steps": ENTRIES,
        "register.decided_at": ENTRIES,
        "register.raised_to": ENTRIES,
        "defined_term.term": "a word and its sense, for those who read",
        "defined_term.means": "a word and its sense, for those who read",
        "defined_term.source": "a word and its sense, for those who read",
        "instrument.parties": SAID,
        "instrument.version": SAID,
        "instrument.prevails": "which of two texts goes before is for a person to say",
        "instrument.signed_by": SAID,
        "instrument.for_what": SAID,
        "legal_basis.imposes": SAID,
        "legal_basis.parties": SAID,
        "ending.set_up_by": SAID,
        "sub_groups.may_set_up": "one that is set up is on record, and nothing bars it",
        "sub_groups.less_often_if": SAID,
        "sub_groups.own_terms": "a group's own terms are a charter of its own",
        "sub_groups.ends": SAID,
        "principle.checked_in": A_PERSON,
        "principle.sort": SAID,
        "principle.accepted_on_appointment": A_PERSON,
    }
)
"""By field that is only recorded, why it is."""
