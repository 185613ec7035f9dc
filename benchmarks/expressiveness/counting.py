"""Cases about who counts towards a quorum."""

from __future__ import annotations

import numpy as np

from benchmarks.expressiveness.attempts import (
    Case,
    Conditions,
    Expression,
    Facts,
    Formula,
    met,
    roll,
)

PEOPLE = "alma bo cai dee eli fay gus hal ina joe kit liv max nia oda pia quin".split()


def first(number: int, seat: str = "member") -> list[Facts]:
    """Return so many rows: the first people in the first seats."""
    return roll(*(f"{seat}-{n}={who}" for n, who in enumerate(PEOPLE[:number], 1)))


def seats(number: int, seat: str = "member") -> list[str]:
    """Return so many names of seats."""
    return [f"{seat}-{n}" for n in range(1, number + 1)]


def persons(facts: Facts) -> set[str]:
    """Return the people of a roll."""
    return {one["person"] for one in facts["roll"]}


COUNT = "how many different people are there"

CASES = (
    Case(
        1,
        "One person in two seats counts once towards five",
        "quorum/one-person-in-two-seats",
        (0,),
        {
            "people": ["alma", "bo", "cy", "dee", "eli"],
            "chairs": ["alma", "bo"],
            "roll": roll(
                "vice-chair=bo",
                "senior-resources=bo",
                "senior-operational=cy",
                "digital=dee",
                "ict=eli",
            ),
        },
        ({},),
        ("not_met",),
        zen=Expression(
            "count(people as p, some(roll as r, r.person == p)) >= 5"
            " and some(roll as r, r.person in chairs) ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(people.filter(p, roll.exists(r, r.person == p))) >= 5"
            " && roll.exists(r, r.person in chairs) ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r.person for r in roll].to_set.length >= 5"
            " and $any([r.person in chairs for r in roll]) ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            f"{COUNT}; whether a chair is there",
            lambda facts: {
                "present": len(persons(facts)),
                "chair": not persons(facts).isdisjoint(facts["chairs"]),
            },
            (("met", {"present": (">=", 5), "chair": ("is", True)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(
                np.unique(rows["person"]).size >= 5
                and np.isin(rows["person"], one["chairs"]).any()
            ),
        ),
    ),
    Case(
        7,
        "An organisation there through an observer only does not count",
        "counting/an-organisation-that-only-observes-is-not-present",
        (0,),
        {
            "organisations": ["North", "South", "Health", "Region"],
            "roll": [
                {"person": "alma", "organisation": "North", "capacity": "member"},
                {"person": "bo", "organisation": "South", "capacity": "member"},
                {"person": "dee", "organisation": "Region", "capacity": "observer"},
            ],
        },
        ({},),
        ("not_met",),
        zen=Expression(
            "count(organisations as o, some(roll as r, r.organisation == o"
            " and r.capacity == 'member')) >= 3 ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(organisations.filter(o, roll.exists(r, r.organisation == o"
            " && r.capacity == 'member'))) >= 3 ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r.organisation for r in roll if r.capacity == 'member'].to_set.length"
            " >= 3 ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            "how many different organisations have a member there",
            lambda facts: {
                "organisations": len(
                    {
                        one["organisation"]
                        for one in facts["roll"]
                        if one["capacity"] == "member"
                    }
                )
            },
            (("met", {"organisations": (">=", 3)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, _: met(
                np.unique(rows["organisation"][rows["capacity"] == "member"]).size >= 3
            ),
        ),
    ),
    Case(
        17,
        "A substitute for the vice-chair does not make up for the chair",
        "quorum/a-substitute-does-not-carry-the-vice-chair",
        (0,),
        {
            "chairs": ["alma", "bo"],
            "people": ["joe", "cai", "dee", "eli", "fay"],
            "roll": [
                {"seat": "vice-chair", "person": "joe", "holder": False},
                *roll("senior-operational=cai", "digital=dee", "ict=eli"),
                *roll("communications=fay"),
            ],
        },
        ({},),
        ("not_met",),
        zen=Expression(
            "count(people as p, some(roll as r, r.person == p)) >= 5"
            " and some(roll as r, r.person in chairs) ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(people.filter(p, roll.exists(r, r.person == p))) >= 5"
            " && roll.exists(r, r.person in chairs) ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r.person for r in roll].to_set.length >= 5"
            " and $any([r.person in chairs for r in roll]) ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            f"{COUNT}; whether a chair is there in person",
            lambda facts: {
                "present": len(persons(facts)),
                "chair": not persons(facts).isdisjoint(facts["chairs"]),
            },
            (("met", {"present": (">=", 5), "chair": ("is", True)}),),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(
                np.unique(rows["person"]).size >= 5
                and np.isin(rows["person"], one["chairs"]).any()
            ),
        ),
    ),
    Case(
        22,
        "Those who come to the adjourned meeting suffice: two, for what was left over",
        "quorum/those-who-come-to-the-adjourned-meeting-suffice",
        (0, 1, 2, 3, 4),
        {"left_over": ["levy"], "people": PEOPLE},
        (
            {"roll": first(2), "adjourned": False, "item": None},
            {"roll": first(2), "adjourned": True, "item": None},
            {"roll": first(2), "adjourned": True, "item": "levy"},
            {"roll": first(2), "adjourned": True, "item": "a new pump"},
            {"roll": first(1), "adjourned": True, "item": None},
        ),
        ("not_met", "met", "met", "not_met", "not_met"),
        zen=Expression(
            "count(people as p, some(roll as r, r.person == p)) >= (adjourned and"
            " (item == null or item in left_over) ? 2 : 5) ? 'met' : 'not_met'"
        ),
        cel=Expression(
            "size(people.filter(p, roll.exists(r, r.person == p))) >= (adjourned &&"
            " (item == null || item in left_over) ? 2 : 5) ? 'met' : 'not_met'"
        ),
        rule_engine=Expression(
            "[r.person for r in roll].to_set.length >= (adjourned and"
            " (item == null or item in left_over) ? 2 : 5) ? 'met' : 'not_met'"
        ),
        conditions=Conditions(
            f"{COUNT}; whether the item was left over",
            lambda facts: {
                "present": len(persons(facts)),
                "lesser": facts["adjourned"]
                and (facts["item"] is None or facts["item"] in facts["left_over"]),
            },
            (
                ("met", {"present": (">=", 5)}),
                ("met", {"present": (">=", 2), "lesser": ("is", True)}),
            ),
            "not_met",
        ),
        openfisca=Formula(
            "roll",
            lambda rows, one: met(
                np.unique(rows["person"]).size
                >= (
                    2
                    if one["adjourned"]
                    and (one["item"] is None or one["item"] in one["left_over"])
                    else 5
                )
            ),
        ),
    ),
)
