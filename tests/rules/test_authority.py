from __future__ import annotations

import pytest

from quorate.charter.load import load
from quorate.charter.model import Charter
from quorate.rules import authority
from quorate.rules.authority import Position
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict

TERMS = """\
---
charter: fen-partnership
title: Fen Partnership
bodies:
  board:
    name: Fen Board
  executive:
    name: Fen Executive
  working-group:
    name: Working Group
  council:
    name: Fen Council
    outside: yes
---

# Fen Partnership

2.1 The board keeps the plan for itself, and hands on grants. {for=board}

```rule
authority:
  reserved: the plan
  remit: drainage
  not_against: decisions of a partner
  asked_partner_records: agreed
  lowest_level: yes
delegation:
  - to: executive
    matters: grants
  - to: executive
    matters: closures
    after:
      - the principles of closures
    requires:
      - reporting to the board
subject_to:
  to:
    - council
    - working-group
  matters: the plan
  needs: agreement
```

2.2 The executive decides works and advises on the budget. {for=executive}

```rule
authority:
  may_decide:
    - works
    - the plan
  may_recommend: the budget
  on_behalf_of: board
  within: the plan
  beyond: passed up
decision:
  method: agreement
  absent_bound: yes
```

2.3 The council hands the working group its pumps. {for=council}

```rule
delegation:
  to: working-group
  matters: pumps
```
"""


@pytest.fixture
def terms() -> Charter:
    return load(TERMS)


def said(finding: Finding) -> tuple[Verdict, str]:
    return finding.verdict, finding.outcome


@pytest.mark.parametrize(
    "body, matter, answer",
    [
        ("board", "the plan", (MET, "may decide")),
        ("executive", "the plan", (NOT_MET, "beyond authority")),
        ("executive", "works", (MET, "may decide")),
        ("executive", "the budget", (NOT_MET, "recommendation")),
        ("executive", "grants", (MET, "within delegation")),
        ("executive", "the constitution", (NOT_MET, "passed up")),
        ("working-group", "pumps", (MET, "within delegation")),
        ("working-group", "anything", (NOT_STATED, "not stated")),
        ("board", "anything", (NOT_STATED, "not stated")),
    ],
)
def test_a_body_decides_what_the_terms_give_it(
    terms: Charter, body: str, matter: str, answer: tuple[Verdict, str]
) -> None:
    assert said(authority.authority(terms, body, matter)) == answer


def test_a_reserved_matter_names_both_clauses(terms: Charter) -> None:
    finding = authority.authority(terms, "executive", "the plan")

    assert finding.because.clause == "2.1"
    assert [one.clause for one in finding.because.parts] == ["2.2"]
    assert finding.because.values["reserved_to"] == "board"


def test_what_is_decided_for_another_body_says_for_whom_and_within_what(
    terms: Charter,
) -> None:
    values = authority.authority(terms, "executive", "works").because.values

    assert (values["on_behalf_of"], values["within"]) == ("board", "the plan")


@pytest.mark.parametrize(
    "beyond, outcome",
    [
        ("refused", "beyond authority"),
        ("recommendation", "recommendation"),
        ("not stated", "beyond authority"),
    ],
)
def test_a_matter_outside_the_list_goes_where_the_terms_send_it(
    beyond: str, outcome: str
) -> None:
    terms = load(TERMS.replace("beyond: passed up", f"beyond: {beyond}"))

    assert authority.authority(terms, "executive", "other").outcome == outcome


@pytest.mark.parametrize(
    "recorded, answer",
    [
        ((), (NOT_MET, "waits")),
        (("the principles of closures",), (MET, "may act")),
    ],
)
def test_a_delegation_waits_for_what_has_to_be_decided_first(
    terms: Charter, recorded: tuple[str, ...], answer: tuple[Verdict, str]
) -> None:
    finding = authority.delegation(terms, "executive", "closures", recorded=recorded)

    assert said(finding) == answer
    assert [one.says for one in finding.explanation.notes] == ["still to do"]


def test_a_body_outside_the_terms_can_delegate_and_others_receive_nothing(
    terms: Charter,
) -> None:
    to_group = authority.delegation(terms, "working-group", "pumps", recorded=())
    to_executive = authority.delegation(terms, "executive", "pumps", recorded=())

    assert said(to_group) == (MET, "may act")
    assert to_group.because.values["from"] == "council"
    assert said(to_executive) == (NOT_MET, "not delegated")


def test_a_subject_belongs_to_the_body_whose_remit_covers_it(terms: Charter) -> None:
    ours = authority.remit(terms, "drainage")

    assert said(ours) == (MET, "board")
    assert authority.remit(terms, "schools").verdict is NOT_STATED
    assert ours.because.clause == "2.1"


def test_a_matter_that_a_lower_body_could_take_is_pointed_out(terms: Charter) -> None:
    without = load(TERMS.replace("  lowest_level: yes\n", ""))

    lower = authority.lowest_level(terms, "board", "grants")
    own = authority.lowest_level(terms, "board", "the plan")

    assert said(lower) == (NOT_MET, "point out")
    assert lower.because.values["body"] == "executive"
    assert said(own) == (MET, "at its level")
    assert authority.lowest_level(without, "board", "grants").verdict is NOT_STATED


@pytest.mark.parametrize(
    "position, waits, answer",
    [
        (Position("East", "agreed"), False, (MET, "bound")),
        (
            Position("East", "reserved", "its own decision"),
            False,
            (NOT_MET, "reserved"),
        ),
        (None, False, (UNKNOWN, "not bound")),
        (None, True, (UNKNOWN, "waits")),
    ],
)
def test_a_partner_is_bound_by_what_it_agreed_to(
    terms: Charter,
    position: Position | None,
    waits: bool,
    answer: tuple[Verdict, str],
) -> None:
    finding = authority.partner(terms, "board", "East", position=position, waits=waits)

    assert said(finding) == answer


@pytest.mark.parametrize(
    "words, answer",
    [
        ("absent_bound: yes", (MET, "bound")),
        ("absent_bound: no", (NOT_MET, "not bound")),
        ("effect: binding", (NOT_STATED, "")),
    ],
)
def test_an_absent_partner_abides_by_what_the_terms_bind_it_to(
    words: str, answer: tuple[Verdict, str]
) -> None:
    terms = load(TERMS.replace("absent_bound: yes", words))

    finding = authority.partner(terms, "executive", "East", position=None)

    assert said(finding) == answer


@pytest.mark.parametrize(
    "matter, dealt_with, answer",
    [
        ("the plan", (), (NOT_MET, "waits for council")),
        ("the plan", ("council",), (NOT_MET, "waits for working-group")),
        ("the plan", ("working-group", "council"), (MET, "final")),
        ("works", (), (MET, "final")),
    ],
)
def test_a_decision_is_final_when_every_other_body_has_dealt_with_it(
    terms: Charter,
    matter: str,
    dealt_with: tuple[str, ...],
    answer: tuple[Verdict, str],
) -> None:
    finding = authority.subject_to(terms, "board", matter, dealt_with=dealt_with)

    assert said(finding) == answer
