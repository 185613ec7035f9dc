"""The four answers, and how they join: Kleene's connectives with silence kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement comes to."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    """A record is missing."""

    NOT_STATED = "not_stated"
    """The terms are silent."""


MET, NOT_MET, UNKNOWN, NOT_STATED = Verdict
_WORST_FIRST = (NOT_MET, NOT_STATED, UNKNOWN)
_BEST_FIRST = (MET, NOT_STATED, UNKNOWN)


def of(truth: bool) -> Verdict:  # noqa: FBT001  The truth is the subject.
    """Return met or not met."""
    return MET if truth else NOT_MET


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """
    Join by *and*: one that is not met settles it, whatever else is open.

    Silence outlasts a missing record: finding the record would not end the silence.
    """
    found = tuple(verdicts)
    for verdict in _WORST_FIRST:
        if verdict in found:
            return verdict
    return MET


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Join by *or*: one that is met settles it, whatever else is open."""
    found = tuple(verdicts)
    for verdict in _BEST_FIRST:
        if verdict in found:
            return verdict
    return NOT_MET


def opposite(verdict: Verdict) -> Verdict:
    """Turn met and not met round; what is open stays open."""
    return {MET: NOT_MET, NOT_MET: MET}.get(verdict, verdict)
