"""`quorate verify`: check a decision certificate by recomputing it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quorate.cli.options import AsJson
from quorate.cli.trouble import FINE, NO, NOT_CHECKED, Trouble

if TYPE_CHECKING:
    from quorate.proof.certificate import Verified

DIGEST = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)


def verify(
    certificate: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The certificate; - for standard input.",
            show_default=False,
        ),
    ],
    *,
    expect: Annotated[
        str,
        typer.Option(
            "--expect",
            metavar="DIGEST",
            help="The digest that the issuer published, in the minutes for instance.",
            show_default=False,
        ),
    ] = "",
    key: Annotated[
        Path | None,
        typer.Option(
            "--key",
            metavar="FILE",
            help="The issuer's public Ed25519 key: 32 bytes, or as 64 signs.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """
    Check a decision certificate by recomputing all of it, without a database.

    Says that it holds (0), that it contradicts itself, and where, or is not the one
    expected (1), or that this version can't check it (3). Without --expect or --key
    it can't tell who made it: anybody can make a certificate that holds.
    """
    from quorate.cli.inputs import read_text
    from quorate.cli.output import as_data
    from quorate.proof.certificate import verify

    if expect and not DIGEST.fullmatch(expect.strip()):
        raise Trouble(f"'{expect}' is no digest: it has 64 signs from 0 to f.")
    text = read_text(certificate)
    found = verify(text, expect=expect.strip())
    signed = _signed(text, key) if key and found.says != "can't be checked" else None
    if as_json:
        as_data("quorate-verify/1", _data(found, signed, expected=bool(expect)))
    else:
        _show(found, signed, expected=bool(expect))
    raise typer.Exit(_code(found, signed))


def _signed(text: str, key: Path) -> bool:
    from quorate.cli.certify import NO_SIGNING, key_in
    from quorate.proof.canonical import read

    try:
        from quorate.proof.signing import signed_by
    except ImportError:
        raise Trouble(NO_SIGNING, code=NOT_CHECKED) from None

    return signed_by(read(text), key_in(key))


def _code(found: Verified, signed: bool | None) -> int:
    if found.says == "can't be checked":
        return NOT_CHECKED
    return FINE if found.holds and signed is not False else NO


def _data(
    found: Verified,
    signed: bool | None,
    *,
    expected: bool,
) -> dict[str, Any]:
    return {
        "says": found.says,
        "where": list(found.where),
        "digest": found.digest,
        "expected": expected,
        "signed_by_key": signed,
    }


def _show(
    found: Verified,
    signed: bool | None,
    *,
    expected: bool,
) -> None:
    from quorate.cli.output import Page

    page = Page()
    styles = {"holds": "green", "can't be checked": "yellow"}
    page.line(f"It {_says(found.says)}.", style=styles.get(found.says, "red"))
    for one in found.where:
        page.indented(one)
    if found.digest:
        page.line(f"digest {found.digest}", style="dim")
    if signed is not None:
        page.line(
            "It is signed with that key."
            if signed
            else "It is not signed with that key.",
            style="green" if signed else "red",
        )
    if found.holds and not expected and signed is None:
        page.line(
            "Everything in it follows from everything else in it. Who made it, it "
            "can't show: give --expect with the digest that the issuer published."
        )


def _says(says: str) -> str:
    return "is not the one expected" if says == "not the one expected" else says
