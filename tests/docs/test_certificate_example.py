from __future__ import annotations

import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from quorate.proof.canonical import digest
from quorate.proof.certificate import certify, covered, verify
from quorate.proof.scenario import run
from tests.proof.harbour import ISSUED, Path, certificate, leaves, put
from tests.proof.test_certificate import FILES, scenario
from tools.certificate_example import CERTIFICATE, EXAMPLES
from tools.certificate_example import certificate as example
from tools.certificate_example import scenario as example_scenario

VERIFIER = EXAMPLES / "verify_certificate.py"
Check = Callable[[str], tuple[str, list[str]]]
WHOLE: dict[str, Any] = json.loads(CERTIFICATE.read_text(encoding="utf-8"))
LEAVES = list(leaves(WHOLE))
FORGED: list[tuple[Path, object]] = [
    (("finding", "because", "verdict"), "not_met"),
    (("finding", "because", "have"), 3),
    (("finding", "because", "need"), "11/2"),
    (("finding", "because", "counted"), ["portfolio-holder"]),
    (("finding", "question"), "quorum"),
    (("charters", 0, "digest"), "0" * 64),
    (("finding", "because", "parts"), "words"),
    (("charters",), [{}]),
]
"""Changes that are found out though the digest was made anew."""


@pytest.fixture(scope="module")
def independent() -> Check:
    check: Check = runpy.run_path(str(VERIFIER))["check"]
    return check


def forged(whole: dict[str, Any], path: Path, value: object) -> str:
    changed = put(whole, path, value)
    return json.dumps(changed | {"digest": digest(covered(changed))})


def test_the_example_is_current() -> None:
    assert CERTIFICATE.read_text(encoding="utf-8") == example(), (
        "run: .venv/bin/python -m tools.certificate_example"
    )


def test_the_scenario_of_the_example_comes_out_as_it_says() -> None:
    assert run(example_scenario()) == ()
    assert WHOLE["finding"]["outcome"] == "in principle"


def test_the_independent_verifier_is_short_and_shares_no_code_with_ours() -> None:
    text = VERIFIER.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 200
    assert "import quorate" not in text
    assert "from quorate" not in text


def test_both_verifiers_agree_that_the_example_holds(independent: Check) -> None:
    text = CERTIFICATE.read_text(encoding="utf-8")

    assert verify(text).holds
    assert independent(text) == ("holds", [])


@pytest.mark.parametrize("number", range(50))
def test_both_verifiers_agree_on_fifty_tampered_copies(
    independent: Check, number: int
) -> None:
    random = Random(number)  # noqa: S311  The same copies in every run.
    path, value = random.choice([one for one in LEAVES if one[0] != ("schema",)])
    other = not value if isinstance(value, bool) else f"{value}x"

    text = json.dumps(put(WHOLE, path, other))

    expected = "contradicts itself"
    if path == ("finding_schema",):
        expected = "can't be checked"
    assert independent(text)[0] == expected
    assert verify(text).says == expected


@pytest.mark.parametrize("path,value", FORGED, ids=lambda one: str(one)[:40])
def test_both_find_out_a_forger_who_makes_the_digest_anew(
    independent: Check, path: Path, value: object
) -> None:
    text = forged(WHOLE, path, value)

    assert independent(text)[0] == "contradicts itself"
    assert verify(text).says == "contradicts itself"


@pytest.mark.parametrize(
    "path,value",
    [
        (("facts", "meetings", 0, "present"), ["alma", "cai", "dee"]),
        (("finding", "because", "parts", 0, "counted"), ["alma", "cai"]),
        (("finding", "because", "parts", 0, "need"), 1),
        (("finding", "because", "parts", 1, "counted"), ["dee"]),
        (("finding", "because", "parts", 1, "need"), "vice-chair"),
        (("finding", "verdict"), "not_met"),
    ],
    ids=str,
)
def test_the_roll_is_counted_again_where_the_test_is_a_plain_one(
    independent: Check, path: Path, value: object
) -> None:
    plain = put(
        certificate(), ("facts", "meetings", 0, "present"), ["alma", "bo", "dee"]
    )
    assert independent(forged(plain, ("issued",), "now")) == ("holds", [])

    assert independent(forged(plain, path, value))[0] == "contradicts itself"


@pytest.mark.parametrize("path", FILES[::12], ids=lambda one: one.stem)
def test_the_independent_verifier_finds_no_fault_in_the_certificates_of_scenarios(
    independent: Check,
    path: Any,  # noqa: ANN401  A path of the file system.
) -> None:
    read = scenario(path)

    for one in read.checks:
        made = certify(read.case, one.asked, issued=ISSUED)
        assert independent(json.dumps(made)) == ("holds", [])


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": "certificate/2"}', '{"a": 1, "a": 2}', "[1.5]"]
)
def test_both_say_of_the_same_documents_that_they_cannot_be_checked(
    independent: Check, text: str
) -> None:
    assert independent(text)[0] == "can't be checked"
    assert verify(text).says == "can't be checked"


def test_it_runs_alone_and_ends_with_a_code() -> None:
    done = subprocess.run(
        [sys.executable, "-I", VERIFIER, CERTIFICATE],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "It holds.\n")
