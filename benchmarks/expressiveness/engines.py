"""How each engine is asked: one rule, one set of facts, one answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import cel
import numpy as np
import rtamt
import rule_engine
import zen
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    string_rule_variable,
)
from durable import engine as durable
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.expressiveness.attempts import (
    Conditions,
    Expression,
    Facts,
    Formula,
    Messages,
    Trace,
)

PERIOD = "2024-01"


def zen_expression(rule: Expression, facts: Facts) -> object:
    """Ask ZEN's expression language."""
    return zen.evaluate_expression(rule.text, rule.prepare(facts))


def cel_expression(rule: Expression, facts: Facts) -> object:
    """Ask CEL."""
    return cel.evaluate(rule.text, rule.prepare(facts))


def rule_engine_expression(rule: Expression, facts: Facts) -> object:
    """Ask rule-engine."""
    context = rule_engine.Context(default_value=None)
    return rule_engine.Rule(rule.text, context=context).evaluate(rule.prepare(facts))


def zen_table(answers: tuple[str, ...], rule: Expression, facts: Facts) -> object:
    """Ask a decision table of ZEN: one column under an expression, a row an answer."""
    rows = tuple(((json.dumps(one),), one) for one in answers)
    found = zen_traced((rule.text,), rows, rule.prepare(facts))
    return found["result"].get("answer")


def zen_traced(
    heads: tuple[str, ...], rows: tuple[tuple[tuple[str, ...], str], ...], facts: Facts
) -> Any:  # noqa: ANN401  Its own JSON.
    """Ask a decision table: expressions as heads, a cell for each, and an answer."""
    written = [
        {"_id": f"row {number}", "out": json.dumps(answer)}
        | {f"in {place}": cell for place, cell in enumerate(cells)}
        for number, (cells, answer) in enumerate(rows, 1)
    ]
    inputs = [
        {"id": f"in {place}", "name": f"in {place}", "field": head}
        for place, head in enumerate(heads)
    ]
    content = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {
                "id": "table",
                "type": "decisionTableNode",
                "name": "table",
                "content": {
                    "hitPolicy": "first",
                    "inputs": inputs,
                    "outputs": [{"id": "out", "name": "answer", "field": "answer"}],
                    "rules": written,
                },
            },
            {"id": "end", "type": "outputNode", "name": "end"},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "b", "sourceId": "table", "targetId": "end", "type": "edge"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(content))
    return decision.evaluate(facts, {"trace": True})


OPERATORS = {">=": "greater_than_or_equal_to", "<=": "less_than_or_equal_to"}
VARIABLES: dict[type, Callable[..., Any]] = {
    bool: boolean_rule_variable,
    int: numeric_rule_variable,
    float: numeric_rule_variable,
    str: string_rule_variable,
}


class Answers(BaseActions):  # type: ignore[misc]
    """Where business-rules puts its answer."""

    def __init__(self) -> None:
        """Begin without one."""
        self.found: list[str] = []

    @rule_action(params={"answer": FIELD_TEXT})  # type: ignore[untyped-decorator]
    def give(self, answer: str) -> None:
        """Note an answer."""
        self.found.append(answer)


def business_rules(rule: Conditions, facts: Facts) -> object:
    """Ask business-rules: values as methods of a class, conditions as JSON."""
    values = rule.prepare(facts)
    methods = {name: variable(name, value) for name, value in values.items()}
    rules = [
        {
            "conditions": {
                "all": [condition(name, *test) for name, test in tests.items()]
            },
            "actions": [{"name": "give", "params": {"answer": answer}}],
        }
        for answer, tests in rule.rules
    ]
    answers = Answers()
    variables = type("Values", (BaseVariables,), methods)()
    run_all(rules, variables, answers, stop_on_first_trigger=True)
    return answers.found[0] if answers.found else rule.otherwise


def variable(name: str, value: object) -> Any:  # noqa: ANN401  Its own descriptor.
    """Make a method that gives one prepared value."""

    def method(_self: object) -> object:
        return value

    method.__name__ = name
    return VARIABLES[type(value)](method)


def condition(name: str, sign: str, value: object) -> Facts:
    """Write one condition of business-rules."""
    if isinstance(value, bool):
        return {"name": name, "operator": "is_true", "value": True}
    return {
        "name": name,
        "operator": OPERATORS.get(sign, "equal_to"),
        "value": value,
    }


def durable_rules(rule: Conditions | Messages, facts: Facts) -> object:
    """Ask durable_rules: one message of values, one rule for each answer."""
    if isinstance(rule, Messages):
        # It takes a null for a value that is there.
        message = {name: one for name, one in facts.items() if one is not None}
        return answered(rule.rules, message, rule.otherwise)
    signs = {">=": "$gte", "<=": "$lte"}
    rules = tuple(
        (
            answer,
            {
                "$and": [
                    {signs[sign]: {name: value}} if sign in signs else {name: value}
                    for name, (sign, value) in tests.items()
                ]
            },
        )
        for answer, tests in rule.rules
    )
    return answered(rules, rule.prepare(facts), rule.otherwise)


def answered(
    rules: tuple[tuple[str, Facts], ...], message: Facts, otherwise: str
) -> object:
    """Return the answer of the first rule that fits a message."""
    found: list[str] = []

    def noted(answer: str) -> Callable[[object], None]:
        return lambda _state: found.append(answer)

    host = durable.Host()
    host.set_rulesets(
        {
            "case": {
                f"rule {number}": {
                    "pri": number,
                    "all": [{"values": test}],
                    "run": noted(answer),
                }
                for number, (answer, test) in enumerate(rules, 1)
            }
        }
    )
    try:
        host.post("case", message)
    except durable.MessageNotHandledException:
        # Its way to say that no rule fits; there is no 'otherwise'.
        return otherwise
    return found[0]


def openfisca(rule: Formula, facts: Facts) -> object:
    """Ask OpenFisca: a person for each row, one group for the meeting."""
    return openfisca_run(rule, facts).calculate("answer", PERIOD)[0]


def openfisca_run(rule: Formula, facts: Facts) -> Simulation:
    """Make the simulation, with its tracer on."""
    facts = rule.prepare(facts)
    rows = [dict(one) for one in facts[rule.rows]] if rule.rows else []
    entry = build_entity(key="entry", plural="entries", label="Row", is_person=True)
    meeting = build_entity(
        key="meeting",
        plural="meetings",
        label="Meeting",
        roles=[{"key": "row", "plural": "rows", "label": "Row"}],
    )
    system = TaxBenefitSystem([entry, meeting])
    columns = sorted({name for row in rows for name in row})
    kinds = {
        name: int if all(type(row.get(name)) is int for row in rows) else str
        for name in columns
    }
    for name in columns:
        add(system, name, kinds[name], entry)

    def formula(population: Any, period: object) -> object:  # noqa: ANN401  Its own.
        found = {name: population.members(name, period) for name in columns}
        return np.array([rule.decide(found, facts)], dtype=object)

    add(system, "answer", str, meeting, formula=formula)
    persons: Facts = {
        f"row-{number}": {name: {PERIOD: kinds[name](row[name])} for name in row}
        for number, row in enumerate(rows)
    } or {"nobody": {}}
    group = {"meeting": {"rows": list(persons)}}
    run = SimulationBuilder().build_from_entities(
        system, {"entries": persons, "meetings": group}
    )
    run.trace = True
    return run


def add(
    system: TaxBenefitSystem,
    name: str,
    kind: type,
    entity: object,
    formula: Callable[..., object] | None = None,
) -> None:
    """Add one variable."""
    body: Facts = {
        "value_type": kind,
        "entity": entity,
        "definition_period": DateUnit.MONTH,
        "label": name,
        "reference": "the clause could stand here",
    }
    if formula is not None:
        body["formula"] = formula
    system.add_variable(type(name, (Variable,), body))


def rtamt_trace(rule: Trace, facts: Facts) -> object:
    """Ask rtamt offline, at one point of the trace."""
    return rule.kept if robustness(rule, facts) > 0 else rule.broken


def robustness(rule: Trace, facts: Facts) -> float:
    """Return the figure that rtamt gives: how far the formula is from failing."""
    signals, point = rule.prepare(facts)
    formula = rtamt.StlDiscreteTimeOfflineSpecification()
    for name in (*signals, "out"):
        formula.declare_var(name, "float")
    formula.spec = f"out = {rule.formula}"
    formula.parse()
    length = len(next(iter(signals.values())))
    found: float = formula.evaluate({"time": list(range(length)), **signals})[point][1]
    return found
