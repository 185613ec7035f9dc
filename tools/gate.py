"""Run the named parts of the checks, time them, and say what passed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
PYTHON = sys.executable
BIN = Path(PYTHON).parent
JUNIT = BUILD / "tests.xml"

SLOWEST = 10
"""How many of the slowest tests are listed at the end."""

# These look at the repository itself, which an installed wheel has not got.
NOT_IN_A_WHEEL = ("architecture", "docs", "tools")

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
import quorate
assert "{venv}" in quorate.__file__, quorate.__file__
# Signing alone needs an extra; without it the module must say which.
extras = {{"quorate.proof.signing": "cryptography"}}
for module in pkgutil.walk_packages(quorate.__path__, "quorate."):
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        if error.name != extras.get(module.name):
            raise
print("imported all modules; Django:", "django" in sys.modules)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """A part that was run: how long it took, and whether it held."""

    name: str
    seconds: float
    held: bool
    test_report: Path | None


class PartFailed(Exception):
    """A step of a part ended with an error; its output has been shown."""


def step(
    *command: str | Path, cwd: Path = ROOT, extra_env: Mapping[str, str] | None = None
) -> None:
    """Run one command with its output shown. Raises `PartFailed` if it fails."""
    sys.stdout.flush()
    env = {**os.environ, **(extra_env or {})}
    ended = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=env, check=False
    )
    if ended.returncode:
        raise PartFailed


def pytest(*arguments: str | Path, profile: str = "quick") -> None:
    """Run the whole of the tests on all cores, and leave a report of each."""
    step(
        PYTHON, "-m", "pytest", "-q", "-n", "auto", f"--junitxml={JUNIT}", *arguments,
        extra_env={"HYPOTHESIS_PROFILE": profile},
    )  # fmt: skip


def types() -> None:
    """Check the types of everything that is Python."""
    folders = ["src", "tests", "tools", "benchmarks", "docs/examples"]
    there = [name for name in folders if any((ROOT / name).rglob("*.py"))]
    step(PYTHON, "-m", "mypy", *there)


def scenarios() -> None:
    """Run the scenario files through the command, as their readers would."""
    step(BIN / "quorate", "scenario", ROOT / "tests" / "scenarios")


def tests_with_coverage() -> None:
    """Run the tests and count which lines they reach."""
    pytest("--cov", "--cov-report=", "--cov-fail-under=0")


def fresh_environment(venv: Path) -> Callable[..., None]:
    """Make an empty environment; return a function that installs into it."""
    shutil.rmtree(venv, ignore_errors=True)
    python = venv / "bin" / "python"
    uv = shutil.which("uv")
    if uv:
        step(uv, "venv", "--quiet", "--python", PYTHON, venv)
        installer: list[str | Path] = [uv, "pip", "install", "-q", "--python", python]
    else:
        step(PYTHON, "-m", "venv", venv)
        installer = [
            python,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "-q",
            "install",
        ]

    def install(*arguments: str | Path) -> None:
        step(*installer, *arguments)

    return install


def build_wheel(folder: Path) -> Path:
    """Build the wheel as it would be published, and return where it is."""
    shutil.rmtree(folder, ignore_errors=True)
    uv = shutil.which("uv")
    if uv:
        step(uv, "build", "--quiet", "--wheel", "--out-dir", folder)
    else:
        step(PYTHON, "-m", "pip", "-q", "wheel", "--no-deps", "-w", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def wheel() -> None:
    """Install the built wheel without extras, and run the pure tests on that."""
    venv = BUILD / "wheel-environment"
    python = venv / "bin" / "python"
    built = build_wheel(BUILD / "wheel")
    install = fresh_environment(venv)
    install("--require-hashes", "-r", ROOT / "requirements" / "run.txt")
    install("--no-deps", built)
    elsewhere = BUILD / "wheel-tests"
    shutil.rmtree(elsewhere, ignore_errors=True)
    elsewhere.mkdir()
    # Before the tests' own needs are there: an extra that is imported too early
    # would be found by them, and not be missed.
    step(python, "-c", IMPORT_EVERYTHING.format(venv=venv), cwd=elsewhere)
    step(venv / "bin" / "quorate", "--help", cwd=elsewhere)

    install("--require-hashes", "-r", ROOT / "requirements" / "test.txt")
    shutil.copy(ROOT / "pyproject.toml", elsewhere)
    shutil.copytree(ROOT / "docs", elsewhere / "docs")
    ignored = shutil.ignore_patterns("__pycache__", *NOT_IN_A_WHEEL)
    shutil.copytree(ROOT / "tests", elsewhere / "tests", ignore=ignored)
    step(python, "-m", "pytest", "-q", "-n", "auto", cwd=elsewhere)


def docs() -> None:
    """Build the documentation; a broken link is an error."""
    step(BIN / "zensical", "build", "--clean", "--strict")


def mutants() -> None:
    """Change the rules a little, many times, and see whether a test notices."""
    step(BIN / "mutmut", "run")
    step(PYTHON, "-m", "tools.mutation_score")


def properties() -> None:
    """Run the tests again with many more examples of each property."""
    step(
        PYTHON, "-m", "pytest", "-q", "-n", "auto",
        extra_env={"HYPOTHESIS_PROFILE": "deep"},
    )  # fmt: skip


PARTS: dict[str, Callable[[], None]] = {
    "lint": lambda: step(BIN / "ruff", "check", "."),
    "format": lambda: step(BIN / "ruff", "format", "--check", "."),
    "types": types,
    "layers": lambda: step(BIN / "lint-imports", "--no-logo"),
    "spelling": lambda: step(BIN / "codespell"),
    "tests": lambda: pytest(profile="brief"),
    "tests with coverage": tests_with_coverage,
    "coverage": lambda: step(PYTHON, "-m", "coverage", "report"),
    "scenarios": scenarios,
    "wheel": wheel,
    "docs": docs,
    "clauses": lambda: step(PYTHON, "-m", "tools.clauses"),
    "mutants": mutants,
    "fuzzing": lambda: step("sh", "tools/fuzz.sh"),
    "properties": properties,
    "benchmarks": lambda: step("make", "bench"),
    "bite": lambda: step(PYTHON, "-m", "tools.clauses", "--bite"),
}

STATIC = ["lint", "format", "types", "layers", "spelling"]
GATES: dict[str, list[str]] = {
    "check": [*STATIC, "tests", "scenarios"],
    "test": [
        *STATIC, "tests with coverage", "coverage", "scenarios", "wheel", "docs",
        "clauses",
    ],
    "deep": ["mutants", "fuzzing", "properties", "benchmarks", "bite"],
}  # fmt: skip


def run(name: str) -> Ran:
    """Run one part and time it."""
    print(f"\n=== {name}", flush=True)
    JUNIT.unlink(missing_ok=True)
    began = time.perf_counter()
    try:
        PARTS[name]()
    except PartFailed:
        held = False
    else:
        held = True
    report = None
    if JUNIT.exists():
        report = BUILD / "tests-of-the-gate.xml"
        JUNIT.replace(report)
    return Ran(name, time.perf_counter() - began, held, report)


def show_times(parts: Sequence[Ran]) -> None:
    """Print the minutes of each part."""
    print("\n=== Minutes")
    for part in parts:
        mark = "ok" if part.held else "FAILED"
        print(f"{part.seconds / 60:8.2f}  {part.name:<22}{mark}")
    print(f"{sum(part.seconds for part in parts) / 60:8.2f}  all")


def test_cases(parts: Sequence[Ran]) -> list[ET.Element]:
    """Return every test that a part ran and reported."""
    # The report is written by our own pytest a moment before.
    reports = [ET.parse(part.test_report) for part in parts if part.test_report]  # noqa: S314
    return [case for report in reports for case in report.iter("testcase")]


def show_slowest(cases: Sequence[ET.Element]) -> None:
    """Print the slowest tests, the slowest first."""
    print("\n=== Slowest tests")
    by_time = sorted(cases, key=lambda case: -float(case.get("time", "0")))
    for case in by_time[:SLOWEST]:
        seconds = float(case.get("time", "0"))
        print(f"{seconds:8.2f} s  {case.get('classname')}::{case.get('name')}")


def closing_line(parts: Sequence[Ran], cases: Sequence[ET.Element]) -> str:
    """
    Say how many of the tests and of the other parts passed.

    A part that is not a test suite counts as one. A suite that fails without one
    failing test (it could not be collected, say) counts as one failure.
    """
    failed = sum(
        case.find("failure") is not None or case.find("error") is not None
        for case in cases
    )
    skipped = sum(case.find("skipped") is not None for case in cases)
    passed = len(cases) - failed - skipped
    for part in parts:
        if part.test_report is None:
            passed += part.held
            failed += not part.held
        elif not part.held and not failed:
            failed += 1
    seconds = sum(part.seconds for part in parts)
    left_out = f", {skipped} skipped" if skipped else ""
    return f"{passed} passed, {failed} failed{left_out} in {seconds:.2f}s"


def main(names: Sequence[str]) -> int:
    """Run the gates and parts that are named; return 1 if anything failed."""
    known = {**{name: [name] for name in PARTS}, **GATES}
    if not names or any(name not in known for name in names):
        print("Say what to run: " + ", ".join(known), file=sys.stderr)
        return 2
    BUILD.mkdir(exist_ok=True)
    parts = [run(part) for name in names for part in known[name]]
    cases = test_cases(parts)
    show_times(parts)
    if cases:
        show_slowest(cases)
    others = sum(part.test_report is None for part in parts)
    print(f"\nCounted below: {len(cases)} tests and {others} other parts.")
    print(closing_line(parts, cases))
    return 0 if all(part.held for part in parts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
