from __future__ import annotations

from tests.lint.linted import draft, places, remarks, rule


def test_an_urgent_meeting_without_size_and_report_is_unbounded() -> None:
    charter = draft(
        rule("A few may meet. {#few}", "incident_meetings:\n  ground: a collision")
    )

    (found,) = remarks("L47", charter)

    assert found.clause == "few"
    assert "how many it takes and when it reports back" in found.says


def test_a_size_that_is_only_read_in_is_not_stated() -> None:
    charter = draft(
        rule(
            "A few may meet and report. {#few}",
            "incident_meetings:\n  ground: a collision\n"
            "  reported: at the next meeting of forum\n  interpretations:\n"
            "    size:\n      take: at least 2 of present by person\n"
            "      because: a meeting needs two",
        )
    )

    assert places("L47", charter) == ["few"]


def test_a_chair_who_acts_on_stated_grounds_and_reports_is_bounded() -> None:
    charter = draft(
        rule(
            "The chair may act. {#act}",
            "chairs_action:\n  by: chair\n  grounds: delay would do harm\n"
            "  reported: at the next meeting of forum",
        )
    )

    assert places("L47", charter) == []


def test_a_chair_who_acts_on_no_ground_is_told() -> None:
    charter = draft(rule("The chair may act. {#act}", "chairs_action:\n  by: chair"))

    assert places("L47", charter) == ["act"]


def test_declaring_without_effect_is_told() -> None:
    charter = draft(
        rule(
            "Members declare. {#declare}",
            "interests:\n  declare: money\n  vote: not stated\n  register: yes",
        )
    )

    assert places("L48", charter) == ["declare"]


def test_an_effect_in_another_clause_is_enough() -> None:
    charter = draft(
        rule("Members declare. {#declare}", "interests:\n  declare: money"),
        rule("And don't vote. {#vote}", "interests:\n  vote: no"),
    )

    assert places("L48", charter) == []


BINDING = rule(
    "Decisions bind. {#bind}", "decision:\n  method: agreement\n  effect: binding"
)
LIMIT = "authority:\n  not_against: decisions of a port\n"


def test_binding_decisions_that_override_nobody_need_an_order() -> None:
    charter = draft(BINDING, rule("Ports decide for themselves. {#ports}", LIMIT))

    assert places("L50", charter) == ["ports"]


def test_saying_what_becomes_of_such_a_decision_settles_it() -> None:
    charter = draft(
        BINDING,
        rule(
            "Ports decide for themselves. {#ports}", f"{LIMIT}  beyond: recommendation"
        ),
    )

    assert places("L50", charter) == []


def test_advice_overrides_nobody() -> None:
    charter = draft(
        BINDING.replace("effect: binding", "effect: advisory"),
        rule("Ports decide for themselves. {#ports}", LIMIT),
    )

    assert places("L50", charter) == []
