"""Ed25519 signatures on certificates, for sites that set a key."""

from __future__ import annotations

from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

ALGORITHM = "Ed25519"


def sign(certificate: dict[str, Any], private_key: bytes) -> dict[str, Any]:
    """
    Return the certificate with a signature over its digest.

    `private_key` are the 32 bytes of the seed. The public key goes with it, for
    convenience only: whoever checks has to know from elsewhere whose it is.
    """
    key = Ed25519PrivateKey.from_private_bytes(private_key)
    return certificate | {
        "signature": {
            "algorithm": ALGORITHM,
            "key": key.public_key().public_bytes_raw().hex(),
            "value": key.sign(bytes.fromhex(certificate["digest"])).hex(),
        }
    }


def signed_by(certificate: dict[str, Any], public_key: bytes) -> bool:
    """
    Tell if the certificate's digest was signed with the key of these 32 bytes.

    The key that goes with the signature must be the same one. Says nothing of whether
    the digest is that of the certificate: `verify` does.
    """
    signature = certificate.get("signature")
    digest = certificate.get("digest")
    if not isinstance(signature, dict) or not isinstance(digest, str):
        return False
    if signature.get("algorithm") != ALGORITHM:
        return False
    if signature.get("key") != public_key.hex():
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            bytes.fromhex(str(signature.get("value", ""))), bytes.fromhex(digest)
        )
    except (InvalidSignature, ValueError):
        return False
    return True
