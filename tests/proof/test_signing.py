from __future__ import annotations

import json
from typing import Any

import pytest

from quorate.proof.certificate import verify
from quorate.proof.signing import sign, signed_by
from tests.proof.harbour import certificate, put

SEED, OTHER_SEED = bytes(range(32)), bytes(32)


@pytest.fixture(scope="module")
def signed() -> dict[str, Any]:
    return sign(certificate(), SEED)


@pytest.fixture(scope="module")
def key(signed: dict[str, Any]) -> bytes:
    return bytes.fromhex(signed["signature"]["key"])


def test_a_signature_is_known_by_its_key(signed: dict[str, Any], key: bytes) -> None:
    assert signed_by(signed, key)


def test_signing_leaves_the_certificate_and_its_digest_as_they_are(
    signed: dict[str, Any],
) -> None:
    plain = certificate()

    assert {name: signed[name] for name in plain} == plain
    assert set(signed) - set(plain) == {"signature"}


def test_the_same_seed_signs_the_same_bytes(signed: dict[str, Any]) -> None:
    assert sign(certificate(), SEED) == signed


def test_another_key_did_not_sign_it(signed: dict[str, Any]) -> None:
    other = sign(certificate(), OTHER_SEED)["signature"]["key"]

    assert not signed_by(signed, bytes.fromhex(other))


def test_a_forger_who_signs_with_a_key_of_their_own_is_found_out(key: bytes) -> None:
    assert not signed_by(sign(certificate(), OTHER_SEED), key)


@pytest.mark.parametrize("part", ["algorithm", "key", "value"])
def test_no_part_of_a_signature_can_be_changed(
    signed: dict[str, Any], key: bytes, part: str
) -> None:
    said = signed["signature"][part]
    other = ("0" if said[0] != "0" else "1") + said[1:]

    assert not signed_by(put(signed, ("signature", part), other), key)


@pytest.mark.parametrize(
    "signature", [None, "words", [], {}, {"algorithm": "Ed25519", "value": "zz"}]
)
def test_what_is_no_signature_signs_nothing(
    signed: dict[str, Any], key: bytes, signature: object
) -> None:
    assert not signed_by(signed | {"signature": signature}, key)


@pytest.mark.parametrize("digest", [None, 12, "zz", "", "0" * 64])
def test_a_signature_over_one_digest_is_none_over_another(
    signed: dict[str, Any], key: bytes, digest: object
) -> None:
    assert not signed_by(signed | {"digest": digest}, key)


def test_what_is_no_key_signed_nothing(signed: dict[str, Any]) -> None:
    assert not signed_by(signed, b"short")


def test_a_signed_certificate_holds_and_says_what_it_cannot_prove(
    signed: dict[str, Any],
) -> None:
    found = verify(json.dumps(signed))

    assert found.holds
    assert found.unproved == ("signature",)
