from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.front_door import Command, Shown

SEED = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()


@pytest.fixture
def made(command: Command, charter: Path, facts: Path, tmp_path: Path) -> Path:
    """A certificate in a file."""
    path = tmp_path / "quorum.json"
    shown = certify(command, charter, facts, "-o", path)
    assert shown.exit_code == 0
    return path


def certify(command: Command, charter: Path, facts: Path, *more: object) -> Shown:
    """Certify the quorum of the meeting."""
    return command("certify", charter, facts, "--ask", "quorum", *more)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_certificate_holds(command: Command, made: Path) -> None:
    shown = command("verify", made)

    assert shown.exit_code == 0
    assert shown.out.startswith("It holds.\n")
    assert "Who made it, it can't show" in " ".join(shown.out.split())


@pytest.mark.parametrize(
    "old, new",
    [
        ('"bo"', '"cai"'),
        ("Three members make", "Two members make"),
        ('"not_met"', '"met"'),
        ("2026-05-12 14:00", "2026-05-12 15:00"),
        ('"membership/quorum"', '"membership/courtesy"'),
    ],
)
def test_any_change_is_found_out(
    command: Command, made: Path, old: str, new: str
) -> None:
    change(made, old, new)

    shown = command("verify", made, "--json")

    assert shown.exit_code == 1
    assert shown.json["says"] == "contradicts itself"
    assert "the digest is not that of what stands in it" in shown.json["where"]


def test_the_digest_that_was_published_is_held_against_it(
    command: Command, made: Path
) -> None:
    digest = json.loads(made.read_text(encoding="utf-8"))["digest"]

    same = command("verify", made, "--expect", digest.upper())
    other = command("verify", made, "--expect", "0" * 64)

    assert same.exit_code == 0
    assert "can't show" not in same.out
    assert other.exit_code == 1
    assert "It is not the one expected." in other.out


def test_what_is_no_digest_is_told(command: Command, made: Path) -> None:
    shown = command("verify", made, "--expect", "abc")

    assert shown.exit_code == 2
    assert "'abc' is no digest" in shown.err


def test_a_newer_form_can_not_be_checked(command: Command, made: Path) -> None:
    change(made, '"certificate/1"', '"certificate/9"')

    shown = command("verify", made)

    assert shown.exit_code == 3
    assert "It can't be checked." in shown.out


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": 1.5}', "[" * 100_000])
def test_what_is_no_certificate_can_not_be_checked(
    command: Command, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(text, encoding="utf-8")

    shown = command("verify", path)

    assert shown.exit_code == 3
    assert "Traceback" not in shown.out + shown.err


def test_a_certificate_can_come_from_standard_input(
    command: Command, made: Path
) -> None:
    shown = command("verify", "-", stdin=made.read_text(encoding="utf-8"))

    assert shown.exit_code == 0


def test_a_certificate_is_printed_where_no_file_is_named(
    command: Command, charter: Path, facts: Path
) -> None:
    shown = certify(command, charter, facts)

    assert shown.json["schema"] == "certificate/1"


def test_a_certificate_never_goes_over_a_file_that_is_there(
    command: Command, charter: Path, facts: Path, made: Path
) -> None:
    before = made.read_bytes()

    shown = certify(command, charter, facts, "-o", made)

    assert shown.exit_code == 2
    assert "is there already" in shown.err
    assert made.read_bytes() == before


def test_names_stand_outside_the_digest(
    command: Command, charter: Path, facts: Path, made: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.yaml"
    names.write_text("alma: Alma of the Trust\n", encoding="utf-8")
    path = tmp_path / "with-names.json"

    shown = certify(command, charter, facts, "-o", path, "--names", names, "--json")

    data = json.loads(path.read_text(encoding="utf-8"))
    assert shown.json["digest"] == data["digest"]
    assert data["names"] == {"alma": "Alma of the Trust"}
    assert "names" not in json.loads(made.read_text(encoding="utf-8"))
    assert command("verify", path).exit_code == 0


def test_a_signature_is_that_of_the_key(
    command: Command, charter: Path, facts: Path, tmp_path: Path
) -> None:
    private, public, other = (
        tmp_path / name for name in ("private", "public", "other")
    )
    private.write_bytes(SEED)
    public.write_text(PUBLIC.hex() + "\n", encoding="ascii")
    other.write_bytes(bytes(32))
    path = tmp_path / "signed.json"

    shown = certify(command, charter, facts, "-o", path, "--key", private)

    assert PUBLIC.hex() in shown.out
    right = command("verify", path, "--key", public)
    wrong = command("verify", path, "--key", other, "--json")
    assert right.exit_code == 0
    assert "It is signed with that key." in right.out
    assert wrong.exit_code == 1
    assert wrong.json["signed_by_key"] is False


def test_a_certificate_without_a_signature_is_not_signed(
    command: Command, made: Path, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_bytes(PUBLIC)

    shown = command("verify", made, "--key", key)

    assert shown.exit_code == 1
    assert "It is not signed with that key." in shown.out


def test_what_is_no_key_is_told(
    command: Command, charter: Path, facts: Path, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_text("secret\n", encoding="ascii")

    shown = certify(command, charter, facts, "--key", key)

    assert shown.exit_code == 2
    assert "holds no Ed25519 key" in shown.err


def test_without_the_package_signatures_can_not_be_checked(
    command: Command, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.write_bytes(PUBLIC)
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401  As Python's.
        if name == "quorate.proof.signing":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.delitem(sys.modules, "quorate.proof.signing", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)

    shown = command("verify", made, "--key", key)

    assert shown.exit_code == 3
    assert "pip install 'quorate[sign]'" in shown.err


def test_names_that_are_none_are_told(
    command: Command, charter: Path, facts: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.yaml"
    names.write_text("- alma\n", encoding="utf-8")

    shown = certify(command, charter, facts, "--names", names)

    assert shown.exit_code == 2
    assert str(names) in shown.err


@pytest.mark.parametrize("where", ["", "missing/quorum.json"])
def test_a_place_where_nothing_can_be_written_is_told(
    command: Command, charter: Path, facts: Path, tmp_path: Path, where: str
) -> None:
    shown = certify(command, charter, facts, "-o", tmp_path / where)

    assert shown.exit_code == 2
    assert "Traceback" not in shown.err
