"""Write the example certificate of the documentation from its scenario."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from quorate.cli.shelf import library
from quorate.proof.certificate import certify
from quorate.proof.scenario import Scenario, read_scenario

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
SCENARIO = EXAMPLES / "decision-in-principle.yaml"
CERTIFICATE = EXAMPLES / "decision-certificate.json"
ISSUED = datetime(2010, 3, 4, 9, 30, tzinfo=UTC)


def scenario() -> Scenario:
    """Return the scenario that the certificate is made from."""
    text = SCENARIO.read_text(encoding="utf-8")
    return read_scenario(text, library().shelf, name=SCENARIO.name)


def certificate() -> str:
    """Return the certificate as it stands in its file."""
    case = scenario()
    made = certify(case.case, case.checks[0].asked, issued=ISSUED)
    return json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Write the file."""
    CERTIFICATE.write_text(certificate(), encoding="utf-8")


if __name__ == "__main__":
    main()
