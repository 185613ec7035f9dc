from __future__ import annotations

import pytest

from tests.lint.linted import MEMBERS, draft, places, rule

DISPUTE = """\
dispute:
  stages:
    - stage: talks
      grounds: a complaint
    - stage: forum
      grounds:
        - it is grave
        - talks have failed
"""
QUORUM = """\
quorum:
  interpretations:
    needs:
      take:
        all:
          - at least 2 of present by person
          - includes master
      other:
        {how}:
          - at least {number} of present by person
          - includes master
      because: the words join them both ways
"""


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param(
            rule("Disputes come here if grave and/or stuck. {#here}", DISPUTE),
            id="grounds joined both ways",
        ),
        pytest.param(
            rule(
                "Papers go out with the agenda where possible. {#here}",
                "notice:\n  of: papers\n  by: with agenda published\n"
                "  strength: endeavour",
            ),
            id="notice where possible",
        ),
        pytest.param(
            rule(
                "Two members and/or the master make a quorum. {#here}",
                QUORUM.format(how="any", number=2),
            ),
            id="quorum joined both ways",
        ),
    ],
)
def test_a_test_that_can_be_read_either_way_is_told(clause: str) -> None:
    assert places("L49", draft(MEMBERS, clause)) == ["members/here"]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param(
            rule("Disputes. {#here}", f"{DISPUTE}      entry: every ground\n"),
            id="every ground",
        ),
        pytest.param(
            rule(
                "Papers go out with the agenda. {#here}",
                "notice:\n  of: papers\n  by: with agenda published\n  strength: must",
            ),
            id="notice that must be kept",
        ),
        pytest.param(
            rule(
                "A few members and the master. {#here}",
                QUORUM.format(how="all", number=3),
            ),
            id="the doubt is about the number",
        ),
    ],
)
def test_a_plain_test_is_left_alone(clause: str) -> None:
    assert places("L49", draft(MEMBERS, clause)) == []
