"""
Which edge cases each engine can express at all, and what it can say about why.

One attempt for each case in each engine, given the same records. Every answer is
checked; an attempt that answers wrongly fails the run, ours among them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.expressiveness import (
    correspondence,
    counting,
    dates,
    disputes,
    duties,
    engines,
    ours,
    shares,
    voting,
)
from benchmarks.expressiveness.attempts import (
    Attempt,
    Cannot,
    Case,
    Expression,
    Formula,
    Result,
    Trace,
)
from benchmarks.expressiveness.page import FOUND, PAGE, count, page
from benchmarks.measuring import report
from quorate.words.finding import paragraph

CASES = sorted(
    counting.CASES
    + shares.CASES
    + voting.CASES
    + disputes.CASES
    + correspondence.CASES
    + dates.CASES
    + duties.CASES,
    key=lambda one: one.number,
)
ANSWERS = tuple(sorted({answer for case in CASES for answer in case.expected}))


@dataclass(frozen=True)
class Engine:
    """An engine, how it is asked, and which attempt of a case is its own."""

    name: str
    short: str
    about: str
    why: str
    attempt: Callable[[Case], Attempt]
    ask: Callable[[Any, dict[str, Any]], object]
    sample: Callable[[], str] = str


def zen_sample() -> str:
    """Return what the trace of a decision table says of case 1, in two columns."""
    heads = (
        "count(people as p, some(roll as r, r.person == p))",
        "some(roll as r, r.person in chairs)",
    )
    rows = (((">= 5", "true"), "met"), (("", ""), "not_met"))
    traced = engines.zen_traced(heads, rows, CASES[0].questions()[0])
    return json.dumps(traced["trace"]["table"]["traceData"], indent=1, sort_keys=True)


def openfisca_sample() -> str:
    """Return the computation log of OpenFisca for case 1."""
    rule = CASES[0].openfisca
    if not isinstance(rule, Formula):
        raise TypeError("case 1 has a formula")
    run = engines.openfisca_run(rule, CASES[0].questions()[0])
    run.calculate("answer", engines.PERIOD)
    return "\n".join(str(line).rstrip() for line in run.tracer.computation_log.lines())


def rtamt_sample() -> str:
    """Return the figures of rtamt for case 48."""
    case = next(one for one in CASES if one.number == 48)
    rule = case.rtamt
    if not isinstance(rule, Trace):
        raise TypeError("case 48 has a formula over a trace")
    found = [engines.robustness(rule, one) for one in case.questions()]
    return f"robustness for the three days: {found}"


def our_sample() -> str:
    """Return our paragraph for case 1."""
    scenario = ours.read(CASES[0])
    return paragraph(ours.findings(CASES[0])[0], scenario.case.charter)


ENGINES = (
    Engine(
        "zen-engine, expressions",
        "ZEN",
        "GoRules ZEN, the expression language: lists, dates, ranges and names within a"
        " rule.",
        "nothing; within a decision graph, the values that go in and come out",
        lambda case: case.zen,
        engines.zen_expression,
    ),
    Engine(
        "zen-engine, decision table",
        "ZEN table",
        "The form that its editor shows. The head of a column can be an expression, so"
        " a table comes as far as the expressions do; here each has one column under"
        " the expression and a row for each answer. Split into columns, as in the"
        " sample, the trace gives the value under each head.",
        "a trace: which row fitted, and the values under the heads",
        lambda case: case.zen,
        partial(engines.zen_table, ANSWERS),
        zen_sample,
    ),
    Engine(
        "CEL",
        "CEL",
        "The Common Expression Language, in Rust. Made for short checks: no sums, no"
        " ranges, no distinct values, on purpose.",
        "nothing",
        lambda case: case.cel,
        engines.cel_expression,
    ),
    Engine(
        "rule-engine",
        "rule-engine",
        "An expression language for Python objects, with sets, sums and dates. Nothing"
        " can be given a name within a rule.",
        "nothing",
        lambda case: case.rule_engine,
        engines.rule_engine_expression,
    ),
    Engine(
        "business-rules",
        "business-rules",
        "Conditions as JSON over values that are Python methods. A condition can look"
        " for names in a list of names; it counts nothing, and compares a value with a"
        " constant only.",
        "nothing of its own: only that an action ran",
        lambda case: case.conditions,
        engines.business_rules,
    ),
    Engine(
        "durable_rules",
        "durable_rules",
        "Rules over a stream of messages. It looks for an item in a list, compares"
        " the values of a message with one another, joins and counts messages; it has"
        " no calendar, and counts nothing distinct but by a join of as many messages"
        " that differ pairwise, which was not tried. Where that does not reach, it is"
        " asked the same as business-rules; it could do with a little less prepared.",
        "the messages that fitted, handed to the action of the rule",
        lambda case: case.durable or case.conditions,
        engines.durable_rules,
    ),
    Engine(
        "OpenFisca-core",
        "OpenFisca",
        "Rules as code: formulas are Python over arrays, so whatever Python can say"
        " they can; a second list beside the rows is read as plain Python. What it adds"
        " is dates of validity, a reference beside each variable and a trace of values."
        " A value that nobody recorded counts as nought or empty.",
        "a trace of the values, and the reference that stands beside a variable",
        lambda case: case.openfisca,
        engines.openfisca,
        openfisca_sample,
    ),
    Engine(
        "rtamt",
        "rtamt",
        "Signal temporal logic over numeric traces, for deadlines only.",
        "a figure: how far the formula is from failing",
        lambda case: case.rtamt,
        engines.rtamt_trace,
        rtamt_sample,
    ),
)


def attempted(engine: Engine, case: Case) -> dict[str, Any]:
    """Make one attempt and say what it comes to."""
    attempt = engine.attempt(case)
    if isinstance(attempt, Cannot):
        return {"result": Result.CANNOT, "told": attempt.why, "note": ""}
    found = tuple(str(engine.ask(attempt, one)) for one in case.questions())
    result = Result.PREPARED if attempt.prepared else Result.EXPRESSES
    told: dict[str, Any] = {"result": result, "told": attempt.prepared, "note": ""}
    if found != case.expected:
        return told | {"result": Result.WRONG, "found": found}
    if isinstance(attempt, Expression):
        told["note"] = attempt.note
    return told


def our_attempt(case: Case) -> dict[str, Any]:
    """Say what our own rules come to, which must cite a clause as well."""
    found = ours.answers(case)
    cited = all(one.because.clause or one.clause for one in ours.findings(case))
    right = found == case.expected and cited
    result = Result.EXPRESSES if right else Result.WRONG
    return {"result": result, "told": "", "note": "", "found": found}


def main() -> None:
    """Make every attempt, keep what was found, and fail where an answer differs."""
    wrong = []
    rows = []
    for case in CASES:
        attempts = {"Quorate": our_attempt(case)}
        for engine in ENGINES:
            attempts[engine.name] = attempted(engine, case)
        wrong += [
            f"{case.number}, {name}: {told.get('found')} and not {case.expected}"
            for name, told in attempts.items()
            if told["result"] is Result.WRONG
        ]
        for told in attempts.values():
            told.pop("found", None)
        rows.append(
            {
                "number": case.number,
                "title": case.title,
                "scenario": case.scenario,
                "attempts": attempts,
            }
        )
    if wrong:
        sys.exit("\n".join(wrong))
    about = {
        "Quorate": {
            "short": "Quorate",
            "about": "The rules under the clauses of the scenario's own terms.",
            "why": "what was needed and what there was, who was counted, who was left"
            " out and why, what is missing, the clause, and each other reading",
            "sample": our_sample(),
        }
    } | {
        one.name: {
            "short": one.short,
            "about": one.about,
            "why": one.why,
            "sample": one.sample(),
        }
        for one in ENGINES
    }
    found = {"engines": about, "cases": rows}
    FOUND.write_text(
        json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    PAGE.write_text(page(found), encoding="utf-8")
    yes, _, _ = count(found, "Quorate")
    name = f"expressiveness/of {len(CASES)} cases, expressed by us with a clause"
    holds = report(name, [yes / len(CASES)], target=1.0, at_most=False)
    sys.exit(not holds)


if __name__ == "__main__":
    main()
