"""`quorate certify`: a finding as a certificate that anybody can check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson, CharterArgument, FactsArgument
from quorate.cli.question import with_question
from quorate.cli.trouble import NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_BYTES = 32


@with_question
def certify(
    charter: CharterArgument,
    facts: FactsArgument,
    *,
    words: dict[str, str],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the certificate to a new file. [default: print it]",
            show_default=False,
        ),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(
            "--names",
            metavar="FILE",
            help="A file of 'code: name' lines, for the copy of those entitled to "
            "the names. The digest leaves them out.",
            show_default=False,
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key",
            metavar="FILE",
            help="A private Ed25519 key to sign with: 32 bytes, or as 64 signs.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Make the certificate of a finding: all that it was made from, and a digest.

    Publish the digest, in the minutes for instance: quorate verify --expect then
    tells your certificate from one that somebody else made.
    """
    from datetime import UTC

    from quorate.cli.cases import read_case
    from quorate.cli.clock import now
    from quorate.cli.inputs import read_charter, write_bytes
    from quorate.cli.output import as_data, print_json, say
    from quorate.cli.question import asked_from
    from quorate.proof.canonical import in_order
    from quorate.proof.certificate import certify

    read = read_charter(charter)
    asked = asked_from(words, read)
    case = read_case(read, facts, body=words["body"])
    issued = now("UTC").replace(tzinfo=UTC)
    known = _names(names) if names else None
    made = certify(case, asked, issued=issued, names=known)
    if key:
        made = signed(made, key)
    if output is None:
        # A certificate is data, whether data was asked for or not.
        print_json(in_order(made))
        return
    text = json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_bytes(output, text.encode())
    if as_json:
        as_data("quorate-certify/1", {"file": str(output), "digest": made["digest"]})
        return
    say(f"Wrote {output}.")
    say(f"Its digest, to be published: {made['digest']}")
    if "signature" in made:
        say(f"The public key, likewise:    {made['signature']['key']}")


def _names(path: Path) -> Mapping[str, str]:
    from quorate.charter.blocks import read_block
    from quorate.charter.problems import Place, Problems
    from quorate.charter.readers import WORDS, Table
    from quorate.cli.inputs import read_text

    problems = Problems()
    node = read_block(read_text(path), Place(1), problems)
    read = Table(WORDS, names=WORDS).read(node, problems) if node else ()
    problems.raise_if_any(str(path))
    return dict(read or ())


def signed(made: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return a certificate with a signature by the private key in a file."""
    try:
        from quorate.proof.signing import sign
    except ImportError:
        raise Trouble(NO_SIGNING, code=NOT_CHECKED) from None

    return sign(made, key_in(path))


NO_SIGNING = "Signatures need the package cryptography: pip install 'quorate[sign]'."


def key_in(path: Path) -> bytes:
    """Return the 32 bytes of a key from a file that holds them as they are or typed."""
    from quorate.cli.inputs import read_bytes

    held = read_bytes(path)
    if len(held) == KEY_BYTES:
        return held
    try:
        typed = bytes.fromhex(held.decode("ascii").strip())
    except ValueError:
        typed = b""
    if len(typed) != KEY_BYTES:
        raise Trouble(
            f"{path} holds no Ed25519 key: it has 32 bytes, or 64 signs 0 to f."
        )
    return typed
