"""The engines beside ours, each made ready once and asked of many meetings."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import cel
import rule_engine
import zen
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
)

from benchmarks.meetings import EXPRESSION

Asked = Callable[[list[dict[str, Any]]], list[bool]]


def quorate_by_hand(one: dict[str, Any]) -> bool:
    """Tell if a meeting is quorate: the rule as somebody would compile it to Python."""
    quorate: bool = one["present"] >= 5 and (one["chair"] or one["vice"])
    return quorate


def compiled_python(counts: list[dict[str, Any]]) -> list[bool]:
    """Answer with the rule as a Python function, asked of each record."""
    return [quorate_by_hand(one) for one in counts]


def zen_expression() -> Asked:
    """Answer with ZEN's compiled expression, asked of each record."""
    expression = zen.compile_expression(EXPRESSION)
    return lambda counts: [expression.evaluate(one) for one in counts]


def cel_program() -> Asked:
    """Answer with a compiled CEL program, asked of each record."""
    program = cel.compile(EXPRESSION.replace("and", "&&").replace("or", "||"))
    return lambda counts: [program.execute(one) for one in counts]


def rule_engine_rule() -> Asked:
    """Answer with rule-engine."""
    rule = rule_engine.Rule(EXPRESSION)
    return lambda counts: [rule.matches(one) for one in counts]


class Counts(BaseVariables):  # type: ignore[misc]
    """What business-rules reads of a meeting."""

    def __init__(self, one: dict[str, Any]) -> None:
        """Hold the counts of one meeting."""
        self.one = one

    @numeric_rule_variable  # type: ignore[untyped-decorator]
    def present(self) -> int:
        """Return how many people are there."""
        return int(self.one["present"])

    @boolean_rule_variable  # type: ignore[untyped-decorator]
    def chair(self) -> bool:
        """Tell if the chair is there."""
        return bool(self.one["chair"])

    @boolean_rule_variable  # type: ignore[untyped-decorator]
    def vice(self) -> bool:
        """Tell if the vice-chair is there."""
        return bool(self.one["vice"])


class Mark(BaseActions):  # type: ignore[misc]
    """What business-rules does when the rule holds."""

    def __init__(self, found: list[bool]) -> None:
        """Hold where the answer goes."""
        self.found = found

    @rule_action()  # type: ignore[untyped-decorator]
    def quorate(self) -> None:
        """Note that the meeting is quorate."""
        self.found[-1] = True


def business_rules_rule() -> Asked:
    """Answer with business-rules."""

    def condition(name: str, operator: str, value: object) -> dict[str, object]:
        return {"name": name, "operator": operator, "value": value}

    rules = [
        {
            "conditions": {
                "all": [
                    condition("present", "greater_than_or_equal_to", 5),
                    {
                        "any": [
                            condition("chair", "is_true", True),  # noqa: FBT003  Its own form.
                            condition("vice", "is_true", True),  # noqa: FBT003  As above.
                        ]
                    },
                ]
            },
            "actions": [{"name": "quorate", "params": {}}],
        }
    ]

    def answer(counts: list[dict[str, Any]]) -> list[bool]:
        found: list[bool] = []
        for one in counts:
            found.append(False)
            run_all(rules, Counts(one), Mark(found))
        return found

    return answer


def zen_graph() -> Callable[[dict[str, Any]], bool]:
    """Answer with a decision graph, the form that ZEN's editor produces."""
    content = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {
                "id": "rule",
                "type": "expressionNode",
                "name": "rule",
                "content": {
                    "expressions": [
                        {"id": "one", "key": "quorate", "value": EXPRESSION}
                    ]
                },
            },
            {"id": "out", "type": "outputNode", "name": "out"},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
            {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(content))
    return lambda one: bool(
        decision.evaluate(one, {"trace": True})["result"]["quorate"]
    )
