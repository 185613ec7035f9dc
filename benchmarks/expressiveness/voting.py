"""Cases about votes."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.expressiveness.attempts import (
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
)
from benchmarks.expressiveness.counting import PEOPLE

TOTALS = "the number of votes on each side"


def cast(votes: str, weights: str = "") -> list[Facts]:
    """Return ballots for a row of votes: f for, a against, x abstaining."""
    said = {"f": "for", "a": "against", "x": "abstain"}
    rows = [
        {"seat": f"seat-{number}", "vote": said[one]}
        for number, one in enumerate(votes, 1)
    ]
    for one, weight in zip(rows, weights.split(), strict=bool(weights)):
        one["weight"] = weight
    return rows


def votes(facts: Facts, said: str) -> int:
    """Count the votes of a sort."""
    return sum(one["vote"] == said for one in facts["ballots"])


def outcome(truth: object) -> str:
    """Write whether a vote carried."""
    return "carried" if truth else "lost"


FOR = "count(ballots as b, b.vote == 'for')"
AGAINST = "count(ballots as b, b.vote == 'against')"
CEL_FOR = "size(ballots.filter(b, b.vote == 'for'))"
CEL_AGAINST = "size(ballots.filter(b, b.vote == 'against'))"
HALVES = "the weights of the table are written as whole halves, by hand"
CEL_SUM = " + ".join(
    f"{halves} * size(ballots.filter(b, b.vote == '{{0}}' && b.weight == '{weight}'))"
    for weight, halves in (("2", 4), ("1", 2), ("1/2", 1))
)
RULE_FOR = "[b for b in ballots if b.vote == 'for'].length"
RULE_AGAINST = "[b for b in ballots if b.vote == 'against'].length"

MORE = Formula(
    "ballots",
    lambda rows, _: outcome(
        (rows["vote"] == "for").sum() > (rows["vote"] == "against").sum()
    ),
)
LEAD = Conditions(
    f"{TOTALS}; how many more are for than against",
    lambda facts: {"lead": votes(facts, "for") - votes(facts, "against")},
    (("carried", {"lead": (">=", 1)}),),
    "lost",
)


def weight(facts: Facts, said: str) -> Fraction:
    """Add up the weight of the votes of a sort."""
    return sum(
        (Fraction(one["weight"]) for one in facts["ballots"] if one["vote"] == said),
        Fraction(0),
    )


CASES = (
    Case(
        27,
        "Five for, three against, two abstaining: no majority of those present",
        "votes/a-majority-of-those-present-counts-abstentions-against",
        (0,),
        {"present": PEOPLE[:10], "ballots": cast("fffffaaaxx")},
        ({},),
        ("lost",),
        zen=Expression(f"{FOR} * 2 > len(present) ? 'carried' : 'lost'"),
        cel=Expression(f"{CEL_FOR} * 2 > size(present) ? 'carried' : 'lost'"),
        rule_engine=Expression(f"{RULE_FOR} * 2 > present.length ? 'carried' : 'lost'"),
        conditions=Conditions(
            f"{TOTALS}; the comparison with those present",
            lambda facts: {"over": 2 * votes(facts, "for") - len(facts["present"])},
            (("carried", {"over": (">=", 1)}),),
            "lost",
        ),
        openfisca=Formula(
            "ballots",
            lambda rows, one: outcome(
                2 * (rows["vote"] == "for").sum() > len(one["present"])
            ),
        ),
    ),
    Case(
        29,
        "A member without a vote is present: says that the result turns on it",
        "votes/a-member-without-a-vote-among-those-present",
        (0,),
        {
            "present": [*PEOPLE[:9], "liv"],
            "without_vote": ["liv"],
            "ballots": cast("fffffaaaa"),
        },
        ({},),
        ("carried, turns on carried_if",),
        turns=True,
        zen=Expression(
            f"n = {FOR}; n * 2 > len(present) ? 'carried' : n * 2 > count(present as p,"
            " not (p in without_vote)) ? 'carried, turns on carried_if' : 'lost'",
            note="the other reading is one more branch, written by hand",
        ),
        cel=Expression(
            f"{CEL_FOR} * 2 > size(present) ? 'carried' : {CEL_FOR} * 2 >"
            " size(present.filter(p, !(p in without_vote)))"
            " ? 'carried, turns on carried_if' : 'lost'",
            note="the other reading is one more branch, written by hand",
        ),
        rule_engine=Expression(
            f"{RULE_FOR} * 2 > present.length ? 'carried' : ({RULE_FOR} * 2 >"
            " [p for p in present if not (p in without_vote)].length"
            " ? 'carried, turns on carried_if' : 'lost')",
            note="the other reading is one more branch, written by hand",
        ),
        conditions=Conditions(
            f"{TOTALS}; the comparison, under both readings",
            lambda facts: {
                "of_all": 2 * votes(facts, "for") - len(facts["present"]),
                "of_voters": 2 * votes(facts, "for")
                - len(set(facts["present"]) - set(facts["without_vote"])),
            },
            (
                ("carried", {"of_all": (">=", 1)}),
                ("carried, turns on carried_if", {"of_voters": (">=", 1)}),
            ),
            "lost",
        ),
        openfisca=Formula(
            "ballots",
            lambda rows, one: (
                "carried, turns on carried_if"
                if len(set(one["present"]) - set(one["without_vote"]))
                < 2 * (rows["vote"] == "for").sum()
                <= len(one["present"])
                else outcome(2 * (rows["vote"] == "for").sum() > len(one["present"]))
            ),
        ),
    ),
    Case(
        30,
        "Equal votes without a casting vote are not carried",
        "votes/equal-votes-without-a-casting-vote",
        (0,),
        {"ballots": cast("fffffaaaaa")},
        ({},),
        ("lost",),
        zen=Expression(f"{FOR} > {AGAINST} ? 'carried' : 'lost'"),
        cel=Expression(f"{CEL_FOR} > {CEL_AGAINST} ? 'carried' : 'lost'"),
        rule_engine=Expression(f"{RULE_FOR} > {RULE_AGAINST} ? 'carried' : 'lost'"),
        conditions=LEAD,
        openfisca=MORE,
    ),
    Case(
        34,
        "Votes that weigh two, one and a half are added exactly",
        "votes/votes-that-weigh-more-or-less",
        (0, 1),
        {},
        (
            {"ballots": cast("faaa", "2 1 1/2 1/2")},
            {"ballots": cast("faax", "2 1 1/2 1/2")},
        ),
        ("lost", "carried"),
        zen=Expression(
            "h = {'2': 4, '1': 2, '1/2': 1}; sum(map(filter(ballots as b, b.vote =="
            " 'for') as b, h[b.weight])) > sum(map(filter(ballots as b, b.vote =="
            " 'against') as b, h[b.weight])) ? 'carried' : 'lost'",
            note=HALVES,
        ),
        cel=Expression(
            f"{CEL_SUM.format('for')} > {CEL_SUM.format('against')}"
            " ? 'carried' : 'lost'",
            note=f"{HALVES}; it can't add up a list, so each weight is counted apart",
        ),
        rule_engine=Expression(
            "$sum([{'2': 4, '1': 2, '1/2': 1}[b.weight] for b in ballots if b.vote =="
            " 'for']) > $sum([{'2': 4, '1': 2, '1/2': 1}[b.weight] for b in ballots if"
            " b.vote == 'against']) ? 'carried' : 'lost'",
            note=HALVES,
        ),
        conditions=Conditions(
            "adding up the weights of both sides",
            lambda facts: {
                "lead": float(weight(facts, "for") - weight(facts, "against"))
            },
            (("carried", {"lead": (">=", 0.001)}),),
            "lost",
        ),
        openfisca=Formula(
            "ballots",
            lambda rows, _: outcome(
                sum(map(Fraction, rows["weight"][rows["vote"] == "for"]))
                > sum(map(Fraction, rows["weight"][rows["vote"] == "against"]))
            ),
        ),
    ),
    Case(
        38,
        "Unanimity of those voting bears an abstention; of all members, no absence",
        "votes/unanimity-with-somebody-abstaining",
        (0, 2),
        {"seats": ["north", "south", "east", "west"]},
        (
            {"ballots": cast("ffx"), "matter": "the pact"},
            {"ballots": cast("fff"), "matter": "the constitution"},
        ),
        ("carried", "no effect"),
        zen=Expression(
            f"matter == 'the constitution' ? ({FOR} == len(seats) ? 'carried' :"
            f" 'no effect') : {FOR} > 0 and {AGAINST} == 0 ? 'carried' : 'lost'"
        ),
        cel=Expression(
            f"matter == 'the constitution' ? ({CEL_FOR} == size(seats) ? 'carried' :"
            f" 'no effect') : ({CEL_FOR} > 0 && {CEL_AGAINST} == 0 ? 'carried' :"
            " 'lost')"
        ),
        rule_engine=Expression(
            f"matter == 'the constitution' ? ({RULE_FOR} == seats.length ? 'carried' :"
            f" 'no effect') : ({RULE_FOR} > 0 and {RULE_AGAINST} == 0 ? 'carried' :"
            " 'lost')"
        ),
        conditions=Conditions(
            f"{TOTALS}; how many of all members are not for it",
            lambda facts: {
                "matter": facts["matter"],
                "for": votes(facts, "for"),
                "against": votes(facts, "against"),
                "short": len(facts["seats"]) - votes(facts, "for"),
            },
            (
                (
                    "no effect",
                    {"matter": ("is", "the constitution"), "short": (">=", 1)},
                ),
                ("carried", {"for": (">=", 1), "against": ("<=", 0)}),
            ),
            "lost",
        ),
        openfisca=Formula(
            "ballots",
            lambda rows, one: (
                "no effect"
                if one["matter"] == "the constitution"
                and (rows["vote"] == "for").sum() < len(one["seats"])
                else outcome(
                    (rows["vote"] == "for").any()
                    and not (rows["vote"] == "against").any()
                )
            ),
        ),
    ),
)
