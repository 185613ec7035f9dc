"""Remarks for machines: plain data, and SARIF 2.1.0 for editors and build servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quorate.lint.catalogue import BY_ID, CHECKS
from quorate.lint.remark import Severity, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quorate.lint.remark import Remark

FORMAT = "quorate-remarks/1"
"""The version of the plain form. Old ones stay readable for ever."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {
    Severity.DEFECT: "error",
    Severity.UNINTENDED: "warning",
    Severity.NOTE: "note",
}


def as_plain(remarks: Iterable[Remark]) -> dict[str, Any]:
    """Return remarks as names with values, for `--json`."""
    return {
        "format": FORMAT,
        "remarks": [
            {
                "check": one.check,
                "title": BY_ID[one.check].title,
                "severity": BY_ID[one.check].severity.in_words,
                "bars_adoption": BY_ID[one.check].bars,
                "state": one.state.value,
                "charter": one.charter,
                "clause": one.clause,
                "line": one.line,
                "body": one.body,
                "says": one.says,
                "means": BY_ID[one.check].means,
                "repair": one.repair,
                "digest": one.digest,
            }
            for one in remarks
        ],
    }


def as_sarif(
    remarks: Sequence[Remark], *, files: Mapping[str, str], version: str
) -> dict[str, Any]:
    """
    Return remarks as one SARIF run.

    `files` gives the path of each charter by slug, as it shall stand in the report;
    `version` is that of Quorate. A remark that a ruling settles is marked suppressed.
    """
    order = {check.id: number for number, check in enumerate(CHECKS)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "quorate",
                        "version": version,
                        "rules": [
                            {
                                "id": check.id,
                                "shortDescription": {"text": check.title},
                                "fullDescription": {"text": check.means},
                                "help": {"text": check.repair},
                                "defaultConfiguration": {
                                    "level": LEVELS[check.severity]
                                },
                            }
                            for check in CHECKS
                        ],
                    }
                },
                "results": [_result(one, order, files) for one in remarks],
            }
        ],
    }


def _result(
    one: Remark, order: Mapping[str, int], files: Mapping[str, str]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.check,
        "ruleIndex": order[one.check],
        "level": LEVELS[BY_ID[one.check].severity],
        "message": {"text": f"{one.says} {one.repair}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": files.get(one.charter, f"{one.charter}.md")
                    },
                    "region": {"startLine": one.line},
                },
                "logicalLocations": [{"fullyQualifiedName": one.clause}],
            }
        ],
        "partialFingerprints": {
            "clause/v1": f"{one.check}:{one.charter}:{one.clause}:{one.digest[:16]}"
        },
    }
    if one.state is State.RULED:
        result["suppressions"] = [{"kind": "external"}]
    return result
