"""Every kind of rule that the language has, by the word that a block begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.charter.kinds import (
    authority,
    deciding,
    duties,
    meetings,
    membership,
    quorum,
    terms,
)

if TYPE_CHECKING:
    from quorate.charter.rule import Rule

_ALL: tuple[type[Rule], ...] = (
    membership.Seats,
    membership.Role,
    membership.Substitutes,
    membership.Appointment,
    quorum.Quorum,
    deciding.Decision,
    deciding.Correspondence,
    deciding.ChairsAction,
    authority.Authority,
    authority.Delegation,
    authority.Consultee,
    authority.Subject,
    authority.Referral,
    authority.Dispute,
    authority.Scrutiny,
    authority.Voice,
    meetings.Meets,
    meetings.ExtraMeetings,
    meetings.IncidentMeetings,
    meetings.Notice,
    meetings.LeadTimes,
    meetings.Agenda,
    meetings.Record,
    meetings.PrivateBusiness,
    meetings.RemotePresence,
    meetings.Attendance,
    meetings.Expectation,
    meetings.Interests,
    meetings.Access,
    duties.Duty,
    duties.Condition,
    duties.Register,
    terms.Review,
    terms.Amendment,
    terms.Approval,
    terms.Consequential,
    terms.Savings,
    terms.Transition,
    terms.DefinedTerm,
    terms.Instrument,
    terms.LegalBasis,
    terms.Ending,
    terms.Annex,
    terms.Relation,
    terms.SubGroups,
    terms.Principle,
)

KINDS: dict[str, type[Rule]] = {one.kind: one for one in _ALL}

VERSION = "quorate-charter/1"
"""The version of the language. Every charter that it ever read, it reads for ever."""
