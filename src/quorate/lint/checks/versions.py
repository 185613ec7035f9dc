"""Checks of versions, dates and approvals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quorate.lint.remark import Check, Severity, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quorate.charter.clauses import Clause
    from quorate.charter.model import Charter
    from quorate.lint.remark import Found, Setting

Day = date | str | None
"""A day, or a month such as 2019-05 where only that is known."""


def earlier(one: Day, other: Day) -> bool:
    """Tell if one day is surely before another; a month is before the next alone."""
    if one is None or other is None:
        return False
    first, second = str(one), str(other)
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def said(day: Day) -> str:
    """Return a day as it is read."""
    if isinstance(day, date):
        return f"{day.day} {day:%B %Y}"
    if not day:
        return "no day"
    return f"{date.fromisoformat(f'{day}-01'):%B %Y}"


def approved_too_early(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L33."""
    versions = {version.number: version for version in charter.front.versions}
    for approval in charter.front.approvals:
        version = versions.get(approval.of)
        if version is not None and earlier(approval.dated, version.dated):
            yield found(
                f"Version {version.number} was approved on {said(approval.dated)}, "
                f"before its own date of {said(version.dated)}: what was approved "
                "cannot have been this text.",
                at=_about(charter, "approval") or "",
            )


def never_approved(charter: Charter, _setting: Setting) -> Iterator[Found]:
    """L34."""
    front = charter.front
    if not front.versions or front.status != "adopted":
        return
    current = front.versions[-1]
    approved = {approval.of for approval in front.approvals}
    if approved and current.number not in approved and current.consequential != "yes":
        yield found(
            f"Version {current.number} is the latest, but no approval of it is on "
            f"record; the last one approved is {front.approvals[-1].of}.",
            at=_about(charter, "approval") or "",
        )
    if earlier(front.cover_dated, current.dated):
        yield found(
            f"The cover says {said(front.cover_dated)}, but the text was last changed "
            f"in {said(current.dated)}: somebody with the cover in hand takes an old "
            "text for the current one.",
            at=_about(charter, "versions") or "",
        )


def draft_in_use(charter: Charter, setting: Setting) -> Iterator[Found]:
    """L35."""
    front = charter.front
    if front.status != "draft" or not charter.rules:
        return
    dated = any(version.dated or version.in_force for version in front.versions)
    relied_on = [
        other.title
        for other in setting.others.values()
        if any(body in other.bodies for body in charter.own_bodies)
    ]
    if dated or front.approvals or relied_on:
        yield found(
            "The text calls itself a draft, and bodies run by it all the same: it can "
            "be said of every act under it that the terms were never adopted."
        )


def _about(charter: Charter, subject: str) -> Clause | None:
    return next((one for one in charter.clauses if one.about == subject), None)


CHECKS = (
    Check(
        id="L33",
        severity=Severity.DEFECT,
        title="An approval is earlier than the version that it approves",
        means="Nobody can be sure which words were approved.",
        repair="Correct the date, or have the version approved.",
        example="Version 1.3 is of 16 May; it was approved on 7 May.",
        find=approved_too_early,
    ),
    Check(
        id="L34",
        severity=Severity.UNINTENDED,
        title="The current version was never approved, or its cover is older",
        means="Members cannot tell which text binds them.",
        repair="Have the version approved and date the cover anew.",
        example="Version 2 is the latest; the table of approvals ends with version 1.",
        find=never_approved,
    ),
    Check(
        id="L35",
        severity=Severity.UNINTENDED,
        title="A draft is used as if it were adopted",
        means="Whatever the body does can be said to have no ground.",
        repair="Have the terms adopted, and say so in the front matter.",
        example="status: draft, with a version dated two years ago.",
        find=draft_in_use,
    ),
)
