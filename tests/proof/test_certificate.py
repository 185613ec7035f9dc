from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.cli.shelf import library
from quorate.facts.people import Appointment
from quorate.proof.canonical import canonical
from quorate.proof.case import Asked, AskedInVainError
from quorate.proof.certificate import Verified, certify, differences, verify
from quorate.proof.scenario import Scenario, read_scenario
from tests.proof.harbour import ISSUED, case, certificate, harbour, put, without

SCENARIOS = Path(__file__).parents[1] / "scenarios"
DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
FILES = sorted(SCENARIOS.rglob("*.yaml"))
EACH = 1 if DEEP else 12
"""Of so many scenario files one is certified; in the deep run all are."""


def scenario(path: Path) -> Scenario:
    text = path.read_text(encoding="utf-8")
    return read_scenario(text, library().shelf, name=path.name)


@pytest.mark.parametrize("path", FILES[::EACH], ids=lambda one: one.stem)
def test_the_certificate_of_every_scenario_holds_in_whatever_order_it_is_written(
    path: Path,
) -> None:
    read = scenario(path)

    for check in read.checks:
        made = certify(read.case, check.asked, issued=ISSUED)
        backwards = json.dumps(_backwards(made), indent=2)
        assert verify(backwards) == Verified("holds", (), made["digest"])


def _backwards(value: Any) -> Any:  # noqa: ANN401  Whatever JSON holds.
    if isinstance(value, dict):
        return {name: _backwards(value[name]) for name in reversed(value)}
    return [_backwards(one) for one in value] if isinstance(value, list) else value


def test_the_same_case_has_the_same_bytes() -> None:
    assert canonical(certificate()) == canonical(certificate())


def test_names_are_outside_the_digest_so_that_both_copies_have_the_same() -> None:
    plain, named = certificate(), certificate(bo="Bo B", alma="Alma A")

    assert named["names"] == {"alma": "Alma A", "bo": "Bo B"}
    assert without(named, ("names",)) == plain
    assert verify(json.dumps(named)).unproved == ("names",)


@pytest.mark.parametrize("names", [["Alma A"], {"alma": 1}, {"alma": {"a": "b"}}, "x"])
def test_names_are_words_by_code_and_nothing_else(names: object) -> None:
    found = verify(json.dumps(certificate() | {"names": names}))

    assert found.says == "contradicts itself"
    assert found.where == ("'names' holds something else than a name for each code",)


def test_the_moment_of_issue_is_written_in_utc() -> None:
    summer = datetime(2026, 7, 1, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    found = harbour()

    made = certify(found.case, found.checks[0].asked, issued=summer)

    assert made["issued"] == "2026-07-01T09:00:00Z"
    assert made["time_zone"] == "Europe/London"


def test_a_moment_of_issue_without_a_zone_is_refused() -> None:
    found = harbour()

    with pytest.raises(ValueError, match="needs a time zone"):
        certify(found.case, found.checks[0].asked, issued=ISSUED.replace(tzinfo=None))


def test_facts_that_cannot_be_written_down_whole_are_not_certified() -> None:
    dated = Appointment(seat="place-1", person="alma", known_from=date(2026, 1, 1))
    facts = replace(case().facts, people=(dated,))

    with pytest.raises(ValueError, match="can't be written so that they read back"):
        certify(replace(case(), facts=facts), Asked(ask="quorum"), issued=ISSUED)


def test_a_question_that_cannot_be_put_is_not_certified() -> None:
    with pytest.raises(AskedInVainError, match="there is no question 'qurom'"):
        certify(case(), Asked(ask="qurom"), issued=ISSUED)


def test_closed_days_stand_in_it_with_the_day_they_were_known() -> None:
    assert certificate()["closed_days"] == [
        {"day": "2026-05-05", "name": "regatta"},
        {"day": "2026-05-06", "name": "the day after", "known": "2026-02-01"},
    ]


def test_a_case_without_a_calendar_has_an_empty_one() -> None:
    bare = replace(case(), calendar=None)

    made = certify(bare, Asked(ask="quorum"), issued=ISSUED)

    assert (made["calendar"], made["closed_days"]) == ({}, [])
    assert verify(json.dumps(made)).holds


def test_the_digest_that_was_published_tells_a_certificate_from_another() -> None:
    made = certificate()
    other = certify(case(), Asked(ask="quorum"), issued=ISSUED + timedelta(seconds=1))

    text = json.dumps(made)

    assert verify(text, expect=made["digest"]).holds
    assert verify(text, expect=f" {made['digest'].upper()}\n").holds
    assert verify(json.dumps(other), expect=made["digest"]) == Verified(
        "not the one expected", (), other["digest"]
    )


def test_what_contradicts_itself_does_so_whatever_was_expected() -> None:
    changed = put(certificate(), ("body",), "other")

    found = verify(json.dumps(changed), expect=changed["digest"])

    assert found.says == "contradicts itself"


def test_it_says_where_with_what_stands_there_and_what_follows() -> None:
    made = put(certificate(), ("finding", "verdict"), "not_met")

    found = verify(json.dumps(made))

    assert found.where == (
        "the digest is not that of what stands in it",
        "finding, verdict: it says not_met, and what follows is met",
    )


@pytest.mark.parametrize(
    "path,value,says",
    [
        (("schema",), "certificate/2", "its schema is certificate/2"),
        (("finding_schema",), "finding/9", "its findings are finding/9"),
    ],
)
def test_another_schema_cannot_be_checked(
    path: tuple[str], value: str, says: str
) -> None:
    found = verify(json.dumps(put(certificate(), path, value)))

    assert found.says == "can't be checked"
    assert says in found.where[0]


@pytest.mark.parametrize(
    "text", ["", "words", "[]", "null", "1", '"certificate/1"', "{}", '{"a": 1.5}']
)
def test_what_is_no_certificate_cannot_be_checked(text: str) -> None:
    assert verify(text).says == "can't be checked"


@pytest.mark.parametrize(
    "path,value,says",
    [
        (("charters",), [], "it has no charter"),
        (("charters", 0), [], "charters 1 should hold names with values"),
        (("charters", 0, "text"), 1, "charters 1: 'text' should hold words"),
        (("closed_days", 0), "day", "closed_days 1 should hold names with values"),
        (("issued",), "yesterday", "'issued' is no moment"),
        (("issued",), "2026-02-30T00:00:00Z", "'issued' is no moment"),
        (("digest",), "f" * 63, "'digest' has not 64 signs"),
        (("digest",), None, "'digest' should hold words"),
        (("facts",), [], "'facts' should hold names with values"),
        (("charters",), {}, "'charters' should hold a list"),
        (("signature",), 1, "'signature' should hold names with values"),
        (("signature",), {}, "signature lacks: algorithm, key, value"),
        (("more",), 1, "it has what this schema does not know: 'more'"),
        (("charters", 0, "text"), "---", "could not be read"),
        (("asked", "ask"), "qurom", "the question can't be put to these facts"),
        (("asked", "at"), "never", "the question of the certificate could not be"),
        (("facts", "people"), "alma", "the facts of the certificate could not be"),
        (("calendar", "weekend"), "never", "weekend: a list of days"),
        (("closed_days", 0, "day"), "never", "no finding follows from it"),
        (("time_zone",), "Europe/Paris", "time_zone: it says Europe/Paris"),
    ],
)
def test_it_says_in_words_what_is_wrong(
    path: tuple[str | int, ...], value: object, says: str
) -> None:
    found = verify(json.dumps(put(certificate(), path, value)))

    assert found.says == "contradicts itself"
    assert any(says in one for one in found.where)


def test_it_lists_what_is_lacking() -> None:
    found = verify('{"schema": "certificate/1", "digest": "x"}')

    assert "it lacks: asked, body, calendar, charters" in found.where[0]


def test_a_thousand_differences_are_not_all_listed() -> None:
    found = certificate()
    found["finding"] |= {f"more-{number}": "x" for number in range(1_000)}

    where = verify(json.dumps(found)).where

    assert len(where) == 51
    assert where[-1] == "and in 951 more places"


def test_a_long_value_is_shown_in_part() -> None:
    (where,) = differences("x" * 500, "y", "here")

    assert len(where) < 150
    assert "x…" in where


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from([*certificate()]) | st.text(), inner)
        ),
    )
)
def test_any_json_gets_an_answer(data: object) -> None:
    whole = {**data, "schema": "certificate/1"} if isinstance(data, dict) else data

    assert not verify(json.dumps(whole)).holds


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert verify(text).says == "can't be checked"


CHECK = """\
import json, sys
from quorate.proof.certificate import verify
from tests.proof.harbour import certificate
print(verify(sys.stdin.read()).says, verify(json.dumps(certificate())).digest)
"""


@pytest.mark.parametrize(
    "around",
    [
        {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "77"},
    ],
)
def test_zone_locale_and_hash_seed_of_the_machine_change_nothing(
    around: dict[str, str],
) -> None:
    made = certificate()

    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        input=json.dumps(made),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | around,
    )

    assert done.stdout.split() == ["holds", made["digest"]]


def test_a_charter_that_cannot_be_read_is_no_error_of_ours() -> None:
    made = put(certificate(), ("charters", 0, "text"), "\x00")

    found = verify(json.dumps(made))

    assert found.says == "contradicts itself"
    assert any("could not be read" in one for one in found.where)
