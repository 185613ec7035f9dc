"""What every test can rely on."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.front_door import FRONT_DOORS, Command

# No deadlines: the machines that run this are shared, and time is the benchmarks' job.
settings.register_profile("quick", deadline=None, print_blob=True)
# On every save a few examples will do; `make test` draws more, `make deep` most.
settings.register_profile("brief", deadline=None, print_blob=True, max_examples=15)
settings.register_profile("deep", deadline=None, print_blob=True, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def command() -> Command:
    """The `quorate` command: a front door."""
    return Command()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse the marker `clause` where a test comes in by no front door."""
    refused = [
        item.nodeid
        for item in items
        if item.get_closest_marker("clause")
        and FRONT_DOORS.isdisjoint(getattr(item, "fixturenames", ()))
    ]
    if refused:
        doors = ", ".join(sorted(FRONT_DOORS))
        message = (
            "A clause is proved only by a test that uses the fixture of a front door"
            f" ({doors}). These do not:"
        )
        raise pytest.UsageError("\n  ".join([message, *refused]))
