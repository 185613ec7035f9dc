"""`quorate scenario`: run scenario files and show what came out otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def scenario(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
) -> None:
    """Run scenario files and show the difference."""
    from quorate.charter.problems import CharterError
    from quorate.cli.shelf import library
    from quorate.proof.scenario import read_scenario, run

    shelf = library().shelf
    passed = failed = 0
    for path in _files(paths):
        try:
            differences = [
                str(one)
                for one in run(
                    read_scenario(
                        path.read_text(encoding="utf-8"), shelf, name=str(path)
                    )
                )
            ]
        except CharterError as error:
            differences = [str(error)]
        if differences:
            failed += 1
            typer.echo(f"{path}")
            for line in differences:
                typer.echo(f"  {line}")
        else:
            passed += 1
    typer.echo(f"{passed} passed, {failed} failed")
    if failed:
        raise typer.Exit(1)


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return found
