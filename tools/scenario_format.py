"""Write the reference page of scenario files from the fields that they are read by."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path

from quorate.charter.fields import Said, described
from quorate.facts.consultation import Answer, Consultation
from quorate.facts.events import KINDS, Event
from quorate.facts.file import Facts
from quorate.facts.meeting import (
    Apology,
    Cast,
    Count,
    Interest,
    Item,
    Meeting,
    Presence,
)
from quorate.facts.people import Appointment, Holding, Substitution
from quorate.proof.asking import QUESTIONS
from quorate.proof.case import Asked
from quorate.proof.scenario import VERSION, Expected, Head

PAGE = (
    Path(__file__).resolve().parent.parent / "docs" / "reference" / "scenario-format.md"
)

FACTS: dict[str, type] = {
    "appointments": Appointment,
    "offices": Holding,
    "substitutes": Substitution,
    "meetings": Meeting,
    "present": Presence,
    "apologies": Apology,
    "items": Item,
    "interests": Interest,
    "ballots": Cast,
    "count": Count,
    "consultations": Consultation,
    "answers": Answer,
    "events": Event,
}
"""What is set in under the names of the facts."""

INTRODUCTION = f"""\
# Scenario files

Version `{VERSION}`. What can be read once is read for ever. This page is made from the
fields that the code reads.

A scenario says three things: under which terms, what happened, and what must follow.
`quorate scenario PATH...` puts its questions and shows each answer that came out
otherwise.

````yaml
scenario: Half of the members are enough
why: Two of four came, and the terms ask for half.
charter: |
  ---
  charter: harbour-board
  title: Harbour Board
  bodies:
    board:
      name: Harbour Board
  ---

  The members. {{#members}}

  | Seat | Organisation | Places |
  |---|---|---|
  | place | Ports | 4 |

  ```rule
  seats:
    votes: 1
  ```

  Half the members make a quorum. {{#quorum}}

  ```rule
  quorum:
    needs: present by seat at least 1/2 of seats
    if_not: no business
  ```
people:
  place-1: alma
  place-2: bo
  place-3: cai
meetings:
  - name: march
    opens: 2026-03-02 10:00
    present:
      - alma
      - bo
then:
  - ask: quorum
    meeting: march
    answer: met
    need: 2
    have: 2
    counted:
      - place-1
      - place-2
    because: quorum
````

The file is plain text in UTF-8, written in the part of YAML that rule blocks are
written in: names with values, lists, and words. Every value is the words that stand
there. A list of one needs no dash. Persons stand in it by a code or a first name that
you choose; an account of people's real names does not belong here.

Times are those of the body's own clock. A time of day alone (`10:30`) is on the day of
the meeting. A day alone is the whole day, not its midnight.

What is left out is not known, or did not happen, or is as the column *silence means*
says; nothing is ever filled in.
"""

EXPECTING = """\
Each line under `then` is one question with what must follow. What is not said of the
answer is not checked, but something has to be. Text is compared as it stands, and a
list in any order.

`need`, `have` and `counted` that stand together have to be found in one and the same
reason. `left_out` names those who were not counted, with the reason; `turns_on` names
the fields of interpretations under which another value would change the answer, and
`turns_on: nothing` says that there are none; `missing: nothing` likewise. Under
`otherwise` stands, by another value of an interpretation, the answer or outcome that it
would have given. Anchors of clauses are those that `quorate show` gives.
"""


def page() -> str:
    """Return the page."""
    parts = [
        INTRODUCTION.strip(),
        "## What stands at the top",
        _table(described(Head)),
        "## What happened",
        _table(described(Facts)),
    ]
    for name, fact in FACTS.items():
        parts += [f"### `{name}`", _first_line(fact), _table(described(fact))]
    parts += [
        "### Kinds of events",
        _rows(("kind", "says"), (("`" + k + "`", v) for k, v in KINDS.items())),
        "## What is asked, and what must follow",
        EXPECTING.strip(),
        "### The question",
        _table(described(Asked)),
        "### What must follow",
        _table(described(Expected), silent="not checked"),
        "### The questions",
        _rows(
            ("question", "asks", "looks at"),
            (
                (
                    f"`{one.name}`",
                    one.means,
                    ", ".join(f"`{name}`" for name in one.needs),
                )
                for one in sorted(QUESTIONS.values(), key=lambda one: one.name)
            ),
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _first_line(of: type) -> str:
    return inspect.cleandoc(of.__doc__ or "").splitlines()[0]


def _table(fields: Iterable[tuple[str, Said]], *, silent: str = "") -> str:
    return _rows(
        ("field", "means", "holds", "silence means"),
        (
            (
                f"`{name}`",
                about.meaning + (" (must be there)" if about.required else ""),
                about.reader.words,
                "" if about.required else silent or about.silent,
            )
            for name, about in fields
        ),
    )


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
