"""Every check, in the order of its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quorate.lint.checks import (
    attendance,
    consequences,
    deciding,
    duties,
    evidence,
    hedging,
    leaning,
    occasions,
    offices,
    overlaps,
    parties,
    placement,
    promises,
    reaching,
    references,
    referring,
    shares,
    sister_terms,
    times,
    titles,
    upkeep,
    versions,
    wording,
)
from quorate.lint.remark import Check, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

STALE = "L00"
"""The check of the rulings themselves, which the linter makes where it reads them."""


def _nothing(_charter: Charter, _setting: Setting) -> Iterable[Found]:
    return ()


_RULINGS = Check(
    id=STALE,
    severity=Severity.UNINTENDED,
    title="A ruling rests on words that have changed since",
    means="Somebody settled a doubt about a clause that now says something else, so "
    "the doubt is open again.",
    repair="Read the clause as it is now, and rule again or take the ruling away.",
    example="A ruling on clause 4.2 carries the digest of words that no longer stand "
    "there.",
    find=_nothing,
)

_SUBJECTS = (
    attendance.CHECKS,
    consequences.CHECKS,
    deciding.CHECKS,
    duties.CHECKS,
    evidence.CHECKS,
    hedging.CHECKS,
    leaning.CHECKS,
    occasions.CHECKS,
    offices.CHECKS,
    overlaps.CHECKS,
    parties.CHECKS,
    placement.CHECKS,
    promises.CHECKS,
    reaching.CHECKS,
    references.CHECKS,
    referring.CHECKS,
    shares.CHECKS,
    sister_terms.CHECKS,
    times.CHECKS,
    titles.CHECKS,
    upkeep.CHECKS,
    versions.CHECKS,
    wording.CHECKS,
)

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (_RULINGS, *(check for subject in _SUBJECTS for check in subject)),
        key=lambda check: check.id,
    )
)

BY_ID: Mapping[str, Check] = {check.id: check for check in CHECKS}
