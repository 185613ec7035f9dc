"""Files as people hand them over: read whole, or refused in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quorate.cli.trouble import Trouble

if TYPE_CHECKING:
    from quorate.charter.model import Charter
    from quorate.cli.shelf import Library

LARGEST = 20_000_000
"""Bytes of any text that is read here; charters have a lower bound of their own."""

PACKED = {
    b"PK\x03\x04": "a Word, Excel or other packed file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "a Word or Excel file of the old kind",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
STANDARD_INPUT = "-"


def read_text(path: Path | str) -> str:
    """Return the text of a file; `-` stands for standard input."""
    if str(path) == STANDARD_INPUT:
        return as_text(_handed_over(), name="standard input")
    return as_text(read_bytes(Path(path)), name=str(path))


def _handed_over() -> bytes:
    """Return standard input, as bytes: what it means must not hang on the locale."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Trouble("There is no standard input here. Name a file.")
    if stream.closed:
        raise Trouble(
            "Standard input was read already: '-' can be given once. Name a file for "
            "the other."
        )
    with stream:
        held: bytes = stream.read(LARGEST + 1)
    _bounded(held, name="standard input")
    return held


def _bounded(held: bytes, *, name: str) -> None:
    if len(held) > LARGEST:
        raise Trouble(
            f"{name} has more than {LARGEST:,} bytes; no text that Quorate reads is "
            "so long."
        )


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, or say why not."""
    if path.is_dir():
        raise Trouble(f"{path} is a folder; name a file in it.")
    try:
        with path.open("rb") as file:
            held = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Trouble(f"There is no file {path}.") from None
    except PermissionError:
        raise Trouble(f"You are not allowed to read {path}.") from None
    except (OSError, ValueError) as error:
        raise Trouble(f"{path} could not be read: {error}.") from None
    _bounded(held, name=str(path))
    return held


def as_text(held: bytes, *, name: str) -> str:
    """Return bytes as text, or say what they seem to be instead."""
    for mark, sort in PACKED.items():
        if held.startswith(mark):
            raise Trouble(f"{name} is {sort}; Quorate reads plain text.")
    if held.startswith(UTF_16):
        raise Trouble(f"{name} is text in UTF-16. Save it again as UTF-8.")
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        raise Trouble(
            f"{name} is no plain text in UTF-8: line {line} holds the byte "
            f"0x{held[error.start]:02x}. Save it again as UTF-8."
        ) from None


def write_bytes(path: Path, held: bytes, *, force: bool = False) -> None:
    """Write a new file; one that is there is written over only with `force`."""
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(held)
    except FileExistsError:
        raise Trouble(
            f"{path} is there already. Give another name, or take it away first."
        ) from None
    except IsADirectoryError:
        raise Trouble(f"{path} is a folder; name a file in it.") from None
    except FileNotFoundError:
        raise Trouble(f"There is no folder {path.parent}.") from None
    except PermissionError:
        raise Trouble(f"You are not allowed to write {path}.") from None


def charter_file(named: str, library: Library) -> Path | None:
    """
    Return the file that a charter argument means; None for standard input.

    A file goes before the slug of a charter that ships.
    """
    if named == STANDARD_INPUT:
        return None
    path = Path(named)
    if path.exists() or named not in library.charter_paths:
        if not path.exists():
            raise Trouble(_unknown(named, library))
        return path
    return library.charter_paths[named]


def read_charter(named: str) -> Charter:
    """Return the charter that an argument names: a file, a slug, or `-`."""
    from quorate.charter.load import load
    from quorate.cli.shelf import library

    shelf = library()
    path = charter_file(named, shelf)
    if path is None:
        return load(read_text(named), name="standard input")
    shipped = shelf.charter_paths.get(named)
    return load(read_text(path), name=path.name if path == shipped else str(path))


def _unknown(named: str, library: Library) -> str:
    from quorate.charter.problems import did_you_mean

    guess = did_you_mean(named, library.charter_paths)
    return (
        f"There is no file {named}, and no charter of that slug ships with Quorate. "
        f"{guess or 'quorate show lists those that do.'}"
    )


def body_of(charter: Charter, named: str) -> str:
    """Return the body that was named, else the charter's only one."""
    from quorate.charter.problems import did_you_mean

    own = charter.own_bodies
    if named:
        if named not in charter.bodies:
            raise Trouble(
                f"{charter.title} names no body '{named}'. {did_you_mean(named, own)}"
            )
        return named
    if len(own) == 1:
        return own[0]
    if not own:
        raise Trouble(f"{charter.title} names no body that runs under it.")
    raise Trouble(
        f"{charter.title} is for several bodies. Say which with --body: "
        f"{', '.join(own)}."
    )
