"""Cases about shares of seats or members, and about the moment that counts."""

from __future__ import annotations

import numpy as np

from benchmarks.expressiveness.attempts import (
    Cannot,
    Case,
    Conditions,
    Expression,
    Formula,
    met,
)
from benchmarks.expressiveness.counting import first, persons, seats

SHARE = "by how much a multiple of those present is over the seats"

CASES = (
    Case(
        10,
        "Half of seventeen is nine",
        "quorum/half-of-seventeen-is-nine",
        (0, 1),
        {"seats": seats(17)},
        ({"roll": first(8)}, {"roll": first(9)}),
        ("not_met", "met"),
        zen=Expression("len(roll) * 2 >= len(seats) ? 'met' : 'not_met'"),
        cel=Expression("size(roll) * 2 >= size(seats) ? 'met' : 'not_met'"),
        rule_engine=Expression("roll.length * 2 >= seats.length ? 'met' : 'not_met'"),
        conditions=Conditions(
            SHARE,
            lambda facts: {"over": 2 * len(facts["roll"]) - len(facts["seats"])},
            (("met", {"over": (">=", 0)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(2 * rows["seat"].size >= len(one["seats"])),
        ),
    ),
    Case(
        12,
        "A third of thirteen seats or of ten filled ones: says when it turns on that",
        "quorum/a-third-of-thirteen-seats-with-ten-filled",
        (0, 1, 2),
        {"seats": seats(13), "filled": seats(10)},
        ({"roll": first(3)}, {"roll": first(4)}, {"roll": first(5)}),
        ("not_met", "not_met, turns on membership", "met"),
        zen=Expression(
            "len(roll) * 3 >= len(seats) ? 'met' : len(roll) * 3 >= len(filled)"
            " ? 'not_met, turns on membership' : 'not_met'",
            note="each other reading is one more branch, written by hand",
        ),
        cel=Expression(
            "size(roll) * 3 >= size(seats) ? 'met' : size(roll) * 3 >= size(filled)"
            " ? 'not_met, turns on membership' : 'not_met'",
            note="each other reading is one more branch, written by hand",
        ),
        rule_engine=Expression(
            "roll.length * 3 >= seats.length ? 'met' : (roll.length * 3 >="
            " filled.length ? 'not_met, turns on membership' : 'not_met')",
            note="each other reading is one more branch, written by hand",
        ),
        conditions=Conditions(
            f"{SHARE}, and over those filled",
            lambda facts: {
                "seats": 3 * len(facts["roll"]) - len(facts["seats"]),
                "filled": 3 * len(facts["roll"]) - len(facts["filled"]),
            },
            (
                ("met", {"seats": (">=", 0)}),
                ("not_met, turns on membership", {"filled": (">=", 0)}),
            ),
            "not_met",
        ),
        turns=True,
        openfisca=Formula(
            "roll",
            lambda rows, one: (
                met(3 * rows["seat"].size >= len(one["seats"]))
                + (
                    ", turns on membership"
                    if len(one["filled"]) <= 3 * rows["seat"].size < len(one["seats"])
                    else ""
                )
            ),
        ),
    ),
    Case(
        13,
        "A third of twelve is four, exactly",
        "quorum/a-third-of-twelve-is-four",
        (0, 1),
        {"seats": seats(12)},
        ({"roll": first(3)}, {"roll": first(4)}),
        ("not_met", "met"),
        zen=Expression(
            "len(roll) * 3 >= len(seats) ? 'met' : 'not_met'",
            note="written as 1/3 of the seats it fails: 1/3*12 is not 4 in decimals",
        ),
        cel=Expression(
            "size(roll) * 3 >= size(seats) ? 'met' : 'not_met'",
            note="1/3 is 0 in whole numbers; the share is multiplied out by hand",
        ),
        rule_engine=Expression(
            "roll.length * 3 >= seats.length ? 'met' : 'not_met'",
            note="1/3 + 1/3 + 1/3 is not 1 here; the share is multiplied out by hand",
        ),
        conditions=Conditions(
            SHARE,
            lambda facts: {"over": 3 * len(facts["roll"]) - len(facts["seats"])},
            (("met", {"over": (">=", 0)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(3 * rows["seat"].size >= len(one["seats"])),
        ),
    ),
    Case(
        15,
        "Vacancies and a suspension leave fifteen; one who withdraws is not there",
        "quorum/a-member-who-withdraws-breaks-the-quorum-of-the-item",
        (0, 1, 2),
        {
            "appointments": [
                {"seat": seat, "suspended": seat == "governor-16"}
                for seat in seats(16, "governor")
            ],
            "roll": first(8, "governor"),
        },
        ({"withdrew": []}, {"withdrew": ["hal"]}, {"withdrew": []}),
        ("met", "not_met", "met"),
        zen=Expression(
            "count(roll as r, not (r.person in withdrew)) * 2"
            " >= count(appointments as a, not a.suspended) ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(roll.filter(r, !(r.person in withdrew))) * 2"
            " >= size(appointments.filter(a, !a.suspended)) ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r for r in roll if not (r.person in withdrew)].length * 2"
            " >= [a for a in appointments if not a.suspended].length"
            " ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            f"who withdrew and who is suspended; {SHARE}",
            lambda facts: {
                "over": 2 * len(persons(facts) - set(facts["withdrew"]))
                - sum(not one["suspended"] for one in facts["appointments"])
            },
            (("met", {"over": (">=", 0)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(
                2 * (~np.isin(rows["person"], one["withdrew"])).sum()
                >= sum(not each["suspended"] for each in one["appointments"])
            ),
        ),
    ),
    Case(
        19,
        "A quorum lost in the middle: the moment of the item decides",
        "quorum/what-was-decided-before-the-loss-stands",
        (0, 1, 4),
        {
            "seats": seats(8),
            "roll": [
                *(one | {"until": "2024-03-04 23:59"} for one in first(3)),
                {"seat": "member-4", "person": "dee", "until": "2024-03-04 11:00"},
            ],
        },
        (
            {"at": "2024-03-04 10:30"},
            {"at": "2024-03-04 11:15"},
            {"at": "2024-03-04 11:00"},
        ),
        ("met", "not_met", "not_met"),
        zen=Expression(
            "count(roll as r, d(r.until) > d(at)) * 2 >= len(seats) ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(roll.filter(r, r.until > at)) * 2 >= size(seats) ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r for r in roll if r.until > at].length * 2 >= seats.length"
            " ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            f"who is there at the moment; {SHARE}",
            lambda facts: {
                "over": 2 * sum(one["until"] > facts["at"] for one in facts["roll"])
                - len(facts["seats"])
            },
            (("met", {"over": (">=", 0)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(
                2 * (rows["until"] > one["at"]).sum() >= len(one["seats"])
            ),
            prepared="its own time has no hours: moments are compared as plain text",
        ),
        rtamt=Cannot("a share of those there is arithmetic over signals per person"),
    ),
)
