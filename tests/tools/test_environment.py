from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of what the script needs, and a PATH with the plainest tools."""
    for name in ("tools/environment.sh", "requirements/dev.txt", "pyproject.toml"):
        there = tmp_path / "repository" / name
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, there)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "grep"):
        (tools / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def prepare(copied: Path) -> subprocess.CompletedProcess[str]:
    """Ask for the environment where only the copied tools can be found."""
    return subprocess.run(
        [copied / "bin" / "sh", copied / "repository" / "tools" / "environment.sh"],
        env={"PATH": str(copied / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def python(copied: Path, body: str) -> None:
    """Put a `python3` of our own on the PATH."""
    file = copied / "bin" / "python3"
    file.write_text(f"#!{copied}/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


def test_without_a_python_one_sentence_says_what_to_install(copied: Path) -> None:
    ended = prepare(copied)

    assert ended.returncode == 1
    assert "Quorate needs Python 3.11 or newer: install it" in ended.stderr


def test_a_python_that_is_too_old_is_as_good_as_none(copied: Path) -> None:
    python(copied, "exit 1")

    ended = prepare(copied)

    assert "Quorate needs Python 3.11 or newer: install it" in ended.stderr


def test_a_python_without_venv_is_told_which_package_brings_it(copied: Path) -> None:
    python(copied, 'case "$1" in -m) exit 1;; *) exit 0;; esac')

    ended = prepare(copied)

    assert ended.returncode == 1
    assert "apt install python3-venv" in ended.stderr
