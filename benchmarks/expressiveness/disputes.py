"""Cases about which ballot counts, which count counts, and what nobody can know."""

from __future__ import annotations

import numpy as np

from benchmarks.expressiveness.attempts import (
    Cannot,
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
    Messages,
)
from benchmarks.expressiveness.voting import (
    AGAINST,
    CEL_AGAINST,
    CEL_FOR,
    FOR,
    MORE,
    RULE_AGAINST,
    RULE_FOR,
    TOTALS,
    cast,
    votes,
)

SPEAKS = (
    "((b.holder and (came[b.person] <= began or not $any([o.seat == b.seat and not"
    " o.holder for o in ballots]))) or (not b.holder and not $any([o.seat == b.seat"
    " and o.holder and came[o.person] <= began for o in ballots])))"
)
"""Nothing can be given a name within a rule, so this stands in it twice."""


def handed_over(rows: Facts, one: Facts) -> str:
    """Count for each seat whoever speaks for it when the item begins."""
    came = np.array([one["came"].get(who, "") for who in rows["person"]])
    holds = rows["holder"] == "True"
    back = holds & (came <= one["began"])
    taken = np.isin(rows["seat"], rows["seat"][back])
    alone = holds & ~np.isin(rows["seat"], rows["seat"][~holds])
    counted = back | alone | (~holds & ~taken)
    return MORE.decide({"vote": rows["vote"][counted]}, one)


CASES = (
    Case(
        35,
        "Substitute and member both vote: one of them counts, and it changes over",
        "votes/substitute-and-member-both-present",
        (0, 1),
        {
            "ballots": [
                {"seat": "north", "person": "joe", "holder": False, "vote": "for"},
                {"seat": "north", "person": "alma", "holder": True, "vote": "against"},
                {"seat": "south", "person": "bo", "holder": True, "vote": "for"},
            ],
            "came": {"alma": "2024-03-04 10:25", "bo": "2024-03-04 10:00"},
        },
        # Alma came at 10:25, while the item that began before it was in hand.
        ({"began": "2024-03-04 10:10"}, {"began": "2024-03-04 10:35"}),
        ("carried", "lost"),
        zen=Expression(
            "v = filter(ballots as b, some(ballots as o, o.seat == b.seat and o.holder"
            " and d(came[o.person]) <= d(began)) ? b.holder : (not b.holder or not"
            " some(ballots as o, o.seat == b.seat and not o.holder)));"
            " count(v as b, b.vote == 'for') > count(v as b, b.vote == 'against')"
            " ? 'carried' : 'lost'"
        ),
        cel=Expression(
            "[ballots.filter(b, ballots.exists(o, o.seat == b.seat && o.holder &&"
            " came[o.person] <= began) ? b.holder : (!b.holder || !ballots.exists(o,"
            " o.seat == b.seat && !o.holder)))].all(v,"
            " size(v.filter(b, b.vote == 'for')) > size(v.filter(b,"
            " b.vote == 'against'))) ? 'carried' : 'lost'"
        ),
        rule_engine=Expression(
            f"[b for b in ballots if b.vote == 'for' and {SPEAKS}].length >"
            f" [b for b in ballots if b.vote == 'against' and {SPEAKS}].length"
            " ? 'carried' : 'lost'"
        ),
        conditions=Cannot(
            "which of two ballots stands for the seat is the whole question, and it"
            " would be settled outside"
        ),
        openfisca=Formula("ballots", handed_over),
    ),
    Case(
        42,
        "Declared carried, counted lost: it depends on when it was challenged",
        "votes/a-declaration-challenged-in-time",
        (0, 1, 2, 3),
        {"ballots": cast("faa"), "declared": "carried"},
        (
            {"challenged": "2024-03-04", "minutes_agreed": "2024-04-08"},
            {"challenged": "2024-05-02", "minutes_agreed": "2024-05-13"},
            {"challenged": "2024-07-01", "minutes_agreed": "2024-06-10"},
            {"challenged": None, "minutes_agreed": "2024-07-08"},
        ),
        ("lost", "lost", "declared carried", "declared carried"),
        zen=Expression(
            f"c = {FOR} > {AGAINST} ? 'carried' : 'lost'; c == declared or (challenged"
            " != null and d(challenged) < d(minutes_agreed)) ? c :"
            " 'declared ' + declared"
        ),
        cel=Expression(
            f"[{CEL_FOR} > {CEL_AGAINST} ? 'carried' : 'lost'].map(c, c == declared ||"
            " (challenged != null && challenged < minutes_agreed) ? c :"
            " 'declared ' + declared)[0]"
        ),
        rule_engine=Expression(
            "challenged != null and challenged < minutes_agreed ?"
            f" ({RULE_FOR} > {RULE_AGAINST} ? 'carried' : 'lost') :"
            " 'declared ' + declared"
        ),
        conditions=Conditions(
            f"{TOTALS}; which of the two days came first",
            lambda facts: {
                "lead": votes(facts, "for") - votes(facts, "against"),
                "in_time": facts["challenged"] is not None
                and facts["challenged"] < facts["minutes_agreed"],
            },
            (
                ("carried", {"in_time": ("is", True), "lead": (">=", 1)}),
                ("lost", {"in_time": ("is", True)}),
            ),
            "declared carried",
        ),
        openfisca=Formula(
            "ballots",
            lambda rows, one: (
                MORE.decide(rows, one)
                if one["challenged"] and one["challenged"] < one["minutes_agreed"]
                else f"declared {one['declared']}"
            ),
        ),
    ),
    Case(
        46,
        "A secret ballot: a test for a named vote is unknown, unless it is lost anyway",
        "votes/a-secret-ballot-has-totals-and-no-names",
        (0, 1, 2),
        {"ballots": None},
        (
            {"in_favour": 3, "against": 1, "needs": None},
            {"in_favour": 3, "against": 1, "needs": "north"},
            {"in_favour": 1, "against": 3, "needs": "north"},
        ),
        ("carried", "unknown", "lost"),
        zen=Expression(
            "in_favour <= against ? 'lost' : needs == null ? 'carried' :"
            " ballots == null ? 'unknown' : some(ballots as b, b.seat == needs and"
            " b.vote == 'for') ? 'carried' : 'lost'",
            note="the third answer, and its order among the others, is by hand",
        ),
        cel=Expression(
            "in_favour <= against ? 'lost' : needs == null ? 'carried' :"
            " ballots == null ? 'unknown' : ballots.exists(b, b.seat == needs &&"
            " b.vote == 'for') ? 'carried' : 'lost'",
            note="the third answer, and its order among the others, is by hand",
        ),
        rule_engine=Expression(
            "in_favour <= against ? 'lost' : (needs == null ? 'carried' :"
            " (ballots == null ? 'unknown' : 'carried'))",
            note="the third answer, and its order among the others, is by hand",
        ),
        conditions=Conditions(
            "the difference; whether names are on record",
            lambda facts: {
                "lead": facts["in_favour"] - facts["against"],
                "named": facts["needs"] is not None,
            },
            (
                ("lost", {"lead": ("<=", 0)}),
                ("unknown", {"named": ("is", True)}),
            ),
            "carried",
        ),
        durable=Messages(
            (
                ("lost", {"$lte": {"in_favour": {"$m": "against"}}}),
                ("unknown", {"$ex": {"needs": 1}}),
            ),
            "carried",
        ),
        openfisca=Formula(
            "",
            lambda _, one: (
                "lost"
                if one["in_favour"] <= one["against"]
                else "unknown"
                if one["needs"]
                else "carried"
            ),
            prepared="an input that is missing counts as nought or empty: whether it"
            " is on record is a variable of its own",
        ),
    ),
)
