"""Whatever a person hands over, they get a sentence and never a traceback."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from quorate.charter import load as loading
from quorate.cli import doctor, output
from quorate.cli.main import run
from quorate.cli.trouble import BAD_INPUT, NOBODY_READS, NOT_CHECKED, OUR_FAULT, STOPPED
from tests.front_door import Command

TAKES_A_CHARTER = (
    ("lint",),
    ("show",),
    ("plain",),
    ("coverage",),
    ("compare", "steering-group"),
    ("whatif",),
)


def files_that_are_no_charters(folder: Path) -> dict[str, Path]:
    """Return files by what they are."""
    held = {
        "a Word file": b"PK\x03\x04and so on",
        "a PDF": b"%PDF-1.7",
        "another encoding": "Soci\u00e9t\u00e9\n".encode("latin-1"),
        "bytes": bytes(range(256)),
        "a zero": b"# Title\x00\n",
        "no front matter": b"# Title\n\n```rule\nquorum:\n  needs: nobody knows\n```\n",
    }
    found = {}
    for number, (name, data) in enumerate(held.items()):
        found[name] = folder / f"{number}.md"
        found[name].write_bytes(data)
    found["a missing file"] = folder / "missing.md"
    return found


@pytest.mark.parametrize("words", TAKES_A_CHARTER, ids=" ".join)
def test_a_file_that_is_no_charter_is_refused_in_sentences(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    for name, path in files_that_are_no_charters(tmp_path).items():
        shown = command(*words, path)

        assert shown.exit_code == BAD_INPUT, name
        assert str(path) in shown.err, name
        assert shown.out == "", name
        assert "Traceback" not in shown.err, name


@pytest.mark.parametrize("words", TAKES_A_CHARTER, ids=" ".join)
def test_a_folder_without_charters_is_refused(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    shown = command(*words, tmp_path)

    assert shown.exit_code == BAD_INPUT
    assert "folder" in shown.err.lower()


def test_a_slug_that_is_nearly_right_gets_a_suggestion(command: Command) -> None:
    shown = command("show", "stering-group")

    assert shown.exit_code == BAD_INPUT
    assert "Did you mean 'steering-group'" in shown.err


def test_another_encoding_is_told_with_its_line(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "old.md"
    path.write_bytes("one\ntwo\nSoci\u00e9t\u00e9\n".encode("latin-1"))

    shown = command("show", path)

    assert "line 3 holds the byte 0xe9" in shown.err
    assert "Save it again as UTF-8" in shown.err


def test_a_mark_at_the_beginning_of_a_file_is_passed_over(
    command: Command, charter: Path
) -> None:
    charter.write_bytes(b"\xef\xbb\xbf" + charter.read_bytes())

    assert command("show", charter).exit_code == 0


def test_every_problem_of_a_charter_is_told_at_once(
    command: Command, charter: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    text = text.replace("if_not: no business", "if_not: nothing at all")
    charter.write_text(text.replace("held_by: chair", "held_bye: chair"))

    shown = command("show", charter)

    assert shown.exit_code == BAD_INPUT
    assert "'role' has no 'held_bye'" in shown.err
    assert "nothing at all" in shown.err
    assert "line 31" in shown.err


def test_problems_are_data_where_data_was_asked_for(
    command: Command, charter: Path
) -> None:
    text = charter.read_text(encoding="utf-8")
    charter.write_text(text.replace("held_by: chair", "held_bye: chair"))

    shown = command("lint", charter, "--json")

    assert shown.exit_code == BAD_INPUT
    assert shown.json["schema"] == "quorate-trouble/1"
    assert [one["line"] for one in shown.json["problems"]] == [31]
    assert shown.json["problems"][0]["what"] == "'role' has no 'held_bye'"


def test_a_sentence_is_data_where_data_was_asked_for(command: Command) -> None:
    shown = command("show", "missing.md", "--json")

    assert shown.exit_code == BAD_INPUT
    assert shown.json["sentence"].startswith("There is no file missing.md")
    assert shown.err == ""


def test_a_charter_can_come_from_standard_input(
    command: Command, charter: Path
) -> None:
    shown = command("show", "-", "--json", stdin=charter.read_text(encoding="utf-8"))

    assert shown.exit_code == 0
    assert shown.json["charter"]["slug"] == "harbour-board"


def test_standard_input_is_read_as_utf_8_whatever_the_locale(
    command: Command, charter: Path
) -> None:
    text = charter.read_text(encoding="utf-8").replace("Harbour", "Häfen")

    shown = command("show", "-", "--json", stdin=f"\ufeff{text}")

    assert shown.json["charter"]["title"] == "Häfen Board"


def test_standard_input_can_be_read_once(command: Command, charter: Path) -> None:
    shown = command("compare", "-", "-", stdin=charter.read_text(encoding="utf-8"))

    assert shown.exit_code == BAD_INPUT
    assert shown.err.startswith("Standard input was read already")


def test_a_command_without_standard_input_says_so(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quorate.cli.inputs.sys", SimpleNamespace(stdin=None))

    shown = command("show", "-")

    assert shown.exit_code == BAD_INPUT
    assert shown.err == "There is no standard input here. Name a file.\n"


def test_text_in_utf_16_is_told_by_its_name(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "notepad.md"
    path.write_bytes("---\ncharter: a\n".encode("utf-16"))

    shown = command("show", path)

    assert shown.err == f"{path} is text in UTF-16. Save it again as UTF-8.\n"


def test_a_sign_that_nobody_can_see_is_told_in_a_file_of_facts(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8").replace("bo", "b\u202eo", 1)
    facts.write_text(text, encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == BAD_INPUT
    assert "line 3, column 12: a character that can't be printed (U+202E)" in shown.err


def test_a_seat_of_a_misspelt_name_is_not_taken_for_a_vacancy(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8").replace("pilots", "pilot")
    facts.write_text(text, encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum")

    assert shown.exit_code == BAD_INPUT
    assert "line 3, column 3: no body of these terms has a seat 'pilot'" in shown.err
    assert "Did you mean 'pilots'?" in shown.err


def test_an_item_that_the_meeting_lacks_is_not_answered_for_another(
    command: Command, charter: Path, facts: Path
) -> None:
    text = facts.read_text(encoding="utf-8")
    facts.write_text(f"{text}    items:\n      - name: dredging\n", encoding="utf-8")

    shown = command("explain", charter, facts, "--ask", "quorum", "--item", "dregding")

    assert shown.exit_code == BAD_INPUT
    assert shown.err == (
        "The meeting has no item 'dregding'. Did you mean 'dredging'?\n"
    )


@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31T23:59-14:00"])
def test_a_year_out_of_reach_is_refused(
    command: Command, charter: Path, facts: Path, moment: str
) -> None:
    shown = command("explain", charter, facts, "--ask", "cadence", "--at", moment)

    assert shown.exit_code == BAD_INPUT
    assert f"The year {int(moment[:4])} is out of reach" in shown.err


def test_what_leads_beyond_the_calendar_was_not_checked(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(
        "events:\n  - kind: matter referred\n    happened: 2090-05-01\n",
        encoding="utf-8",
    )

    shown = command(
        "explain", "steering-group", path, "--ask", "referral", "--at", "2090-06-01"
    )

    assert shown.exit_code == NOT_CHECKED
    assert "2090-05-01 is outside the calendar" in shown.err


def test_facts_beyond_all_bounds_are_refused_before_they_are_read(
    command: Command, charter: Path, tmp_path: Path
) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"".join(b"s%06d: alma\n" % seat for seat in range(150_000)))

    shown = command("explain", charter, path, "--ask", "quorum")

    assert shown.exit_code == BAD_INPUT
    assert "at most 2,000,000 are read" in shown.err


def test_a_file_beyond_all_bounds_is_refused_by_its_size(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"a\n" * 10_500_000)

    shown = command("show", path)

    assert shown.exit_code == BAD_INPUT
    assert "more than 20,000,000 bytes" in shown.err


def test_a_charter_over_two_million_bytes_is_refused(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"a\n" * 1_500_000)

    shown = command("show", path)

    assert shown.exit_code == BAD_INPUT
    assert "a charter has at most 2,000,000" in shown.err


def test_signs_that_move_a_cursor_never_reach_the_terminal(command: Command) -> None:
    shown = command("show", "\x1b[2Jgone\u202e")

    assert shown.exit_code == BAD_INPUT
    assert "\x1b" not in shown.err
    assert "\u202e" not in shown.err


def test_an_unknown_command_is_a_wrong_use(command: Command) -> None:
    shown = command("decide")

    assert shown.exit_code == BAD_INPUT
    assert "There is no command 'decide'." in shown.err


def test_a_command_that_is_nearly_right_gets_a_suggestion(command: Command) -> None:
    shown = command("explian")

    assert shown.exit_code == BAD_INPUT
    assert "Did you mean 'explain'" in shown.err


def test_an_unknown_option_is_a_wrong_use(command: Command) -> None:
    shown = command("show", "steering-group", "--loudly")

    assert shown.exit_code == BAD_INPUT
    assert "--loudly" in shown.err


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make reading any charter fail."""

    def load(_text: str, *, name: str) -> None:
        del name
        raise error

    monkeypatch.setattr(loading, "load", load)


def test_a_mistake_of_our_own_is_one_sentence(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUORATE_DEBUG", raising=False)
    fail_with(monkeypatch, ZeroDivisionError("by nought"))

    shown = command("show", "steering-group")

    assert shown.exit_code == OUR_FAULT
    assert "a mistake of its own (ZeroDivisionError: by nought)" in shown.err
    assert "Please report it" in shown.err
    assert "Traceback" not in shown.err


def test_the_traceback_is_there_for_those_who_ask_for_it(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUORATE_DEBUG", "1")
    fail_with(monkeypatch, ZeroDivisionError("by nought"))

    shown = command("show", "steering-group")

    assert shown.exit_code == OUR_FAULT
    assert "Traceback (most recent call last)" in shown.err


def test_whoever_stops_it_is_told_so(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())

    shown = command("show", "steering-group")

    assert shown.exit_code == STOPPED
    assert shown.err == "Stopped, as you asked.\n"


def test_a_reader_that_goes_away_is_nobodys_mistake(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, BrokenPipeError())

    shown = command("show", "steering-group")

    assert shown.exit_code == NOBODY_READS
    assert shown.err == ""


def test_what_the_system_refuses_is_told(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, OSError(28, "No space left on device", "/full"))

    shown = command("show", "steering-group")

    assert shown.exit_code == BAD_INPUT
    assert shown.err == "The system refused /full: no space left on device.\n"


def test_a_library_without_charters_is_found_out(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUORATE_LIBRARY", str(tmp_path))

    shown = command("doctor", "--json")

    missing = [one["what"] for one in shown.json["looked_for"] if not one["fine"]]
    assert shown.exit_code == 1
    assert missing == ["Charters that ship", "Calendars"]


def test_a_broken_library_is_found_out(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "charters").mkdir()
    (tmp_path / "charters" / "broken.md").write_text("```rule\n", encoding="utf-8")
    monkeypatch.setenv("QUORATE_LIBRARY", str(tmp_path))

    shown = command("doctor")

    assert shown.exit_code == 1
    assert "BROKEN" in shown.out


RUN = (sys.executable, "-c", "from quorate.cli.main import run; run()")
"""The command in a process of its own."""


def test_a_terminal_without_a_letter_shows_a_question_mark() -> None:
    words = ("show", "digital-steering-group", "--clause", "membership/quorum")

    ended = subprocess.run(
        [*RUN, *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert ended.returncode == 0
    assert b"Membership, ?The group is quorate" in ended.stdout
    assert ended.stderr == b""


@pytest.mark.parametrize("more", [(), ("--json",)], ids=str)
def test_a_pipe_that_is_closed_ends_it_in_silence(more: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    ended = subprocess.run(
        [*RUN, "show", "steering-group", *more],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )

    os.close(writer)
    assert ended.stderr == b""
    assert ended.returncode == NOBODY_READS


class Full(io.RawIOBase):
    """A disk on which no space is left."""

    def writable(self) -> bool:
        """It would be, were there space."""
        return True

    def write(self, _data: object) -> int:
        """Refuse, as the system does."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        """Forget what could not be written."""


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("show",), ("show", "--json")], ids=str
)
def test_what_can_not_be_written_is_told_without_a_traceback(
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    full = io.TextIOWrapper(io.BufferedWriter(Full()), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["quorate", *words])
    monkeypatch.setattr(sys, "stdout", full)

    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == BAD_INPUT
    assert capfd.readouterr().err == "The system refused: no space left on device.\n"
    with suppress(OSError):
        full.detach().detach()


def test_a_command_whose_output_is_closed_does_its_work(tmp_path: Path) -> None:
    words = [*RUN, "new", "steering-group", "Harbour", "-o", str(tmp_path / "new.md")]

    ended = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *words],
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 0
    assert ended.stderr == b""
    assert (tmp_path / "new.md").exists()


def test_data_loses_no_letter_where_the_terminal_lacks_some(
    tmp_path: Path, charter: Path, facts: Path
) -> None:
    text = charter.read_text(encoding="utf-8").replace("Harbour", "Häfen 東 🎉")
    charter.write_text(text, encoding="utf-8")
    path = tmp_path / "certificate.json"
    words = ("certify", str(charter), str(facts), "--ask", "quorum")

    ended = subprocess.run(
        [*RUN, *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    path.write_bytes(ended.stdout)
    checked = subprocess.run(
        [*RUN, "verify", str(path)], capture_output=True, check=False
    )

    assert ended.stdout.isascii()
    assert checked.returncode == 0


def test_a_form_without_a_name_is_never_printed() -> None:
    with pytest.raises(ValueError, match="no form is called"):
        output.as_data("quorate-nothing/1", {})


def test_what_is_optional_does_no_harm(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    shown = command("doctor", "--json")

    found = {one["what"]: one for one in shown.json["looked_for"]}
    assert shown.exit_code == 0
    assert found["LibreOffice"]["found"] == ""
    assert found["LibreOffice"]["fine"]
    assert found["Python"]["found"].startswith("3.")


def test_an_old_python_is_told() -> None:
    old = doctor.Looked("Python", "3.8", needed=True, means="runs it", sound=False)

    assert not old.fine
    assert sys.version_info >= doctor.OLDEST
