"""Cases about decisions that come back, and about those taken by correspondence."""

from __future__ import annotations

from benchmarks.expressiveness.attempts import (
    Cannot,
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
    Messages,
)
from benchmarks.expressiveness.counting import first, seats


def decision(facts: Facts) -> Facts:
    """Return the decision that a question is about."""
    found: Facts = next(
        one for one in facts["decisions"] if one["item"] == facts["about"]
    )
    return found


def confirmed(facts: Facts) -> bool:
    """Tell if a quorate decision has named this one by now."""
    return any(
        one["confirms"] == facts["about"]
        and 2 * len(one["roll"]) >= len(facts["seats"])
        and one["at"] <= facts["by"]
        for one in facts["decisions"]
    )


def objections(facts: Facts) -> int:
    """Count the responses that object."""
    return sum(one["stance"] == "object" for one in facts["responses"])


OPEN = ("open", {"$lt": {"at": {"$m": "closes"}}})
OBJECTED = ("second round", {"$iany": {"responses": {"$i.stance": "object"}}})
AGREED = ("agreed", {"$iany": {"responses": {"$i.stance": "agree"}}})

CASES = (
    Case(
        23,
        "Decided without the quorum: in principle, until a quorate one names it",
        "in-principle/decided-without-the-quorum-and-confirmed-later",
        (0, 1, 2, 3),
        {
            "seats": seats(17),
            "decisions": [
                {
                    "item": "fund",
                    "at": "2010-03-02 10:30",
                    "roll": first(7),
                    "confirms": "",
                },
                {
                    "item": "confirm",
                    "at": "2010-06-01 10:15",
                    "roll": first(10),
                    "confirms": "fund",
                },
            ],
        },
        (
            {"about": "fund", "asks": "decision", "by": "2010-03-02 12:00"},
            {"about": "fund", "asks": "confirmation", "by": "2010-05-01 10:00"},
            {"about": "confirm", "asks": "decision", "by": "2010-06-01 12:00"},
            {"about": "fund", "asks": "confirmation", "by": "2010-06-02 10:00"},
        ),
        ("in principle", "open", "carried", "confirmed"),
        zen=Expression(
            "asks == 'decision' ? (some(decisions as t, t.item == about and"
            " len(t.roll) * 2 >= len(seats)) ? 'carried' : 'in principle') :"
            " some(decisions as t, t.confirms == about and len(t.roll) * 2 >="
            " len(seats) and d(t.at) <= d(by)) ? 'confirmed' : 'open'"
        ),
        cel=Expression(
            "asks == 'decision' ? (decisions.exists(t, t.item == about &&"
            " size(t.roll) * 2 >= size(seats)) ? 'carried' : 'in principle') :"
            " (decisions.exists(t, t.confirms == about && size(t.roll) * 2 >="
            " size(seats) && t.at <= by) ? 'confirmed' : 'open')"
        ),
        rule_engine=Expression(
            "asks == 'decision' ? ($any([t.item == about and t.roll.length * 2 >="
            " seats.length for t in decisions]) ? 'carried' : 'in principle') :"
            " ($any([t.confirms == about and t.roll.length * 2 >= seats.length and"
            " t.at <= by for t in decisions]) ? 'confirmed' : 'open')"
        ),
        conditions=Conditions(
            "which decision is meant, its count beside the seats, and whether a later"
            " one names it",
            lambda facts: {
                "asks": facts["asks"],
                "over": 2 * len(decision(facts)["roll"]) - len(facts["seats"]),
                "named": confirmed(facts),
            },
            (
                ("carried", {"asks": ("is", "decision"), "over": (">=", 0)}),
                ("in principle", {"asks": ("is", "decision")}),
                ("confirmed", {"named": ("is", True)}),
            ),
            "open",
        ),
        openfisca=Formula(
            "decisions",
            lambda rows, one: (
                "carried"
                if one["asks"] == "decision"
                and (2 * rows["there"] >= len(one["seats"]))[
                    rows["item"] == one["about"]
                ].all()
                else "in principle"
                if one["asks"] == "decision"
                else "confirmed"
                if (
                    (rows["confirms"] == one["about"])
                    & (2 * rows["there"] >= len(one["seats"]))
                    & (rows["at"] <= one["by"])
                ).any()
                else "open"
            ),
            prepared="how many were there: an entity is in one group, not in several",
            prepare=lambda facts: (
                facts
                | {
                    "decisions": [
                        {"there": len(one["roll"]), **one} for one in facts["decisions"]
                    ]
                }
            ),
        ),
        rtamt=Cannot("a later decision has to name this one: signals carry no names"),
    ),
    Case(
        40,
        "No response at all is no decision, and not the consensus of none",
        "consultation/no-response-is-no-decision",
        (0,),
        {"responses": []},
        ({},),
        ("no decision",),
        zen=Expression(
            "len(responses) == 0 ? 'no decision' :"
            " some(responses as r, r.stance == 'object') ? 'second round' : 'agreed'"
        ),
        cel=Expression(
            "size(responses) == 0 ? 'no decision' :"
            " responses.exists(r, r.stance == 'object') ? 'second round' : 'agreed'"
        ),
        rule_engine=Expression(
            "responses.length == 0 ? 'no decision' :"
            " ($any([r.stance == 'object' for r in responses])"
            " ? 'second round' : 'agreed')"
        ),
        conditions=Conditions(
            "the number of responses and of objections",
            lambda facts: {
                "responses": len(facts["responses"]),
                "objections": objections(facts),
            },
            (
                ("no decision", {"responses": ("<=", 0)}),
                ("second round", {"objections": (">=", 1)}),
            ),
            "agreed",
        ),
        durable=Messages((OBJECTED, AGREED), "no decision"),
        openfisca=Formula(
            "responses",
            lambda rows, _: (
                "no decision"
                if not rows
                else "second round"
                if (rows["stance"] == "object").any()
                else "agreed"
            ),
        ),
    ),
    Case(
        41,
        "One objection: open until the close, then a second round",
        "consultation/one-objection-opens-a-second-round",
        (0, 1),
        {
            "closes": "2024-06-10 17:00",
            "given_up": None,
            "responses": [
                {"seat": "county", "stance": "agree", "at": "2024-06-04 09:00"},
                {"seat": "ipswich", "stance": "object", "at": "2024-06-05 09:00"},
                {"seat": "care-board", "stance": "agree", "at": "2024-06-06 09:00"},
            ],
        },
        ({"at": "2024-06-07 09:00"}, {"at": "2024-06-10 17:01"}),
        ("open", "second round"),
        zen=Expression(
            "d(at) < d(closes) ? 'open' : len(responses) == 0 ? 'no decision' :"
            " some(responses as r, r.stance == 'object') ?"
            " (given_up == null ? 'second round' : 'referred') : 'agreed'"
        ),
        cel=Expression(
            "at < closes ? 'open' : size(responses) == 0 ? 'no decision' :"
            " responses.exists(r, r.stance == 'object') ?"
            " (given_up == null ? 'second round' : 'referred') : 'agreed'"
        ),
        rule_engine=Expression(
            "at < closes ? 'open' : (responses.length == 0 ? 'no decision' :"
            " ($any([r.stance == 'object' for r in responses]) ?"
            " (given_up == null ? 'second round' : 'referred') : 'agreed'))"
        ),
        conditions=Conditions(
            "the number of responses and of objections; whether it is closed and given"
            " up",
            lambda facts: {
                "open": facts["at"] < facts["closes"],
                "given_up": facts["given_up"] is not None,
                "responses": len(facts["responses"]),
                "objections": objections(facts),
            },
            (
                ("open", {"open": ("is", True)}),
                ("no decision", {"responses": ("<=", 0)}),
                ("referred", {"objections": (">=", 1), "given_up": ("is", True)}),
                ("second round", {"objections": (">=", 1)}),
            ),
            "agreed",
        ),
        durable=Messages((OPEN, OBJECTED, AGREED), "no decision"),
        openfisca=Formula(
            "responses",
            lambda rows, one: (
                "open"
                if one["at"] < one["closes"]
                else "second round"
                if (rows["stance"] == "object").any() and one["given_up"] is None
                else "agreed"
            ),
            prepared="its own time has no hours: moments are compared as plain text",
        ),
        rtamt=Cannot("what follows an objection is a state that people move on"),
    ),
)
