from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quorate.charter.deadlines import deadline_phrase
from quorate.charter.kinds.deciding import Decision
from quorate.charter.kinds.quorum import Quorum
from quorate.charter.rule import Interpretation
from quorate.facts.meeting import Cast, Count, Interest, Item, Presence
from quorate.rules.decision import DecidingTerms, decide
from quorate.rules.entitlement import VotingTerms
from quorate.rules.finding import Finding
from quorate.rules.verdict import MET, NOT_MET, NOT_STATED, UNKNOWN, Verdict
from tests.rules.rooms import PEOPLE, SEATS, body, carried, needs, phrase, sitting

EVERYBODY = PEOPLE[:4]
AGREEMENT = Decision(
    method="agreement", voting="forbidden", silence="assent", clause="5"
)
THREE_TO_ONE = "for for for against"
ONE_TO_THREE = "for against against against"
TIE = "for for against against"


def votes(words: str) -> tuple[tuple[str, str], ...]:
    return tuple(zip(SEATS, words.split(), strict=False))


def item(words: str = "", **fields: object) -> Item:
    return Item(name="levy", votes=votes(words), **fields)  # type: ignore[arg-type]


def found(
    decision: Decision,
    put: Item,
    *people: str | Presence,
    presided_by: str = "",
    quorum: Quorum | None = None,
    agreed: date | datetime | None = None,
    next_rule: Decision | None = None,
) -> Finding:
    held = sitting(*(people or EVERYBODY), items=(put,))
    held = replace(held, meeting=replace(held.meeting, presided_by=presided_by))
    terms = DecidingTerms(VotingTerms(decision), quorum, agreed, next_rule)
    return decide(terms, held, put)


def said(finding: Finding) -> tuple[Verdict, str]:
    return finding.verdict, finding.outcome


def notes(finding: Finding) -> list[str]:
    return [one.says for one in finding.explanation.notes]


@pytest.mark.parametrize(
    "words, outcome",
    [
        (THREE_TO_ONE, (MET, "carried")),
        (ONE_TO_THREE, (NOT_MET, "lost")),
        (TIE, (NOT_MET, "lost")),
    ],
)
def test_more_for_than_against_carries(
    words: str, outcome: tuple[Verdict, str]
) -> None:
    assert said(found(carried(tie="lost"), item(words))) == outcome


def test_abstentions_weigh_against_a_majority_of_those_present() -> None:
    put = item("for for abstain abstain")

    of_voters = found(carried("in favour by seat more than 1/2 of voted"), put)
    of_present = found(carried("in favour by seat more than 1/2 of present"), put)

    assert said(of_voters) == (MET, "carried")
    assert said(of_present) == (NOT_MET, "lost")


def test_a_decision_rule_without_a_test_says_nothing_of_the_result() -> None:
    silent = found(carried(carried_if=None), item(THREE_TO_ONE))

    assert silent.verdict is NOT_STATED
    assert silent.because.values == {"field": "carried_if"}


CASTING = carried(tie="casting vote", casting_vote="presiding")


@pytest.mark.parametrize(
    "cast, by, outcome",
    [
        ("for", "alma", (MET, "carried")),
        ("against", "alma", (NOT_MET, "lost")),
        ("for", "", (MET, "carried")),
        ("not used", "alma", (NOT_MET, "lost")),
        ("for", "bo", (NOT_MET, "lost")),
    ],
)
def test_whoever_presides_breaks_a_tie(
    cast: str, by: str, outcome: tuple[Verdict, str]
) -> None:
    put = item(TIE, casting_vote=cast, casting_by=by)

    assert said(found(CASTING, put, presided_by="alma")) == outcome


def test_the_casting_vote_of_somebody_who_did_not_preside_is_shown() -> None:
    put = item(TIE, casting_vote="for", casting_by="bo")

    finding = found(CASTING, put, presided_by="alma")

    wrong = finding.explanation.notes[-1]
    assert wrong.says == "not theirs to cast"
    assert [tuple(one)[:2] for one in wrong.left_out] == [("bo", "did not preside")]


@pytest.mark.parametrize(
    "by, presided_by, outcome",
    [("alma", "", "carried"), ("bo", "bo", "carried"), ("cai", "bo", "lost")],
)
def test_a_casting_vote_of_an_office_is_its_holder_s_or_the_presider_s(
    by: str, presided_by: str, outcome: str
) -> None:
    put = item(TIE, casting_vote="for", casting_by=by)
    decision = carried(tie="casting vote", casting_vote="chair")

    assert found(decision, put, presided_by=presided_by).outcome == outcome


def test_a_casting_vote_without_a_tie_changes_nothing() -> None:
    put = item(ONE_TO_THREE, casting_vote="for", casting_by="alma")

    assert found(CASTING, put, presided_by="alma").outcome == "lost"


@pytest.mark.parametrize(
    "drawn, outcome",
    [("for", (MET, "carried")), ("against", (NOT_MET, "lost")), ("", (UNKNOWN, ""))],
)
def test_a_lot_has_to_be_on_record(drawn: str, outcome: tuple[Verdict, str]) -> None:
    assert said(found(carried(tie="by lot"), item(TIE, drawn=drawn))) == outcome


CONCLUSIVE = carried(declaration="conclusive")


def test_a_conclusive_declaration_stands_beside_the_count() -> None:
    finding = found(CONCLUSIVE, item(ONE_TO_THREE, declared="carried"))

    assert said(finding) == (MET, "declared carried")
    assert notes(finding) == ["the count differs"]


def test_a_declaration_that_agrees_with_the_count_adds_nothing() -> None:
    finding = found(CONCLUSIVE, item(THREE_TO_ONE, declared="carried unanimously"))

    assert said(finding) == (MET, "carried")
    assert notes(finding) == []


@pytest.mark.parametrize(
    "challenged, agreed, outcome",
    [
        (time(10, 40), None, "lost"),
        (None, None, "lost"),
        (date(2024, 4, 1), date(2024, 4, 8), "lost"),
        (date(2024, 4, 9), date(2024, 4, 8), "declared carried"),
        (None, date(2024, 4, 8), "declared carried"),
    ],
)
def test_the_count_governs_until_the_minutes_are_agreed(
    challenged: time | date | None, agreed: date | None, outcome: str
) -> None:
    put = item(ONE_TO_THREE, declared="carried", challenged=challenged)

    finding = found(carried(declaration="of the count"), put, agreed=agreed)

    assert finding.outcome == outcome
    assert "the count differs" in notes(finding)


@pytest.mark.parametrize(
    "declared, outcome",
    [("carried", (MET, "carried")), ("lost", (NOT_MET, "lost"))],
)
def test_a_result_without_numbers_is_as_declared_with_an_unknown_margin(
    declared: str, outcome: tuple[Verdict, str]
) -> None:
    finding = found(carried(), item(declared=declared))

    assert said(finding) == outcome
    assert notes(finding) == ["margin unknown"]


def test_where_no_vote_is_on_record_nobody_can_say_what_was_decided() -> None:
    assert said(found(carried(), item())) == (UNKNOWN, "no decision")


def test_totals_without_those_against_can_be_declared() -> None:
    put = item(count=Count(against=1), declared="carried")

    assert said(found(carried(), put)) == (MET, "carried")


def test_silence_on_a_ballot_that_decides_leaves_the_result_open() -> None:
    late = Interest(person="alma")
    put = item("for for against", at=time(10, 20), interests=(late,))

    hanging = found(carried(), put)
    safe = found(carried(), replace(put, votes=votes("for for for")))

    assert hanging.verdict is NOT_STATED
    assert notes(hanging) == ["silent", "without the vote"]
    assert hanging.explanation.notes[1].values["without"] == "lost"
    assert said(safe) == (MET, "carried")
    assert safe.explanation.notes[1].counted == ("seat-1",)


def test_two_silences_are_tried_together() -> None:
    members = body(4, votes=(1, 1, 1, None))
    put = item("for against abstain for", interests=(Interest(person="alma"),))
    held = sitting(*EVERYBODY, members=members, items=(put,))

    finding = decide(DecidingTerms(VotingTerms(carried())), held, put)

    assert finding.verdict is NOT_STATED
    assert len(notes(finding)) == 4


def test_nobody_objecting_agrees_and_one_objection_does_not() -> None:
    quiet = found(AGREEMENT, item())
    opposed = found(AGREEMENT, item(objections=("bo",)))

    assert said(quiet) == (MET, "agreed")
    assert said(opposed) == (NOT_MET, "not agreed")
    assert opposed.because.counted == ("bo",)


@pytest.mark.parametrize(
    "silence, outcome",
    [
        ("assent", (MET, "agreed")),
        ("not counted", (NOT_MET, "no decision")),
        ("", (NOT_STATED, "")),
    ],
)
def test_where_nobody_speaks_silence_means_what_the_terms_say(
    silence: str, outcome: tuple[Verdict, str]
) -> None:
    decision = replace(AGREEMENT, silence=silence)

    assert said(found(decision, item(agreed_by_none="yes"))) == outcome
    assert said(found(decision, item())) == (MET, "agreed")


def test_a_declared_agreement_needs_nobody_on_record_who_spoke() -> None:
    put = item(agreed_by_none="yes", declared="agreed")

    finding = found(replace(AGREEMENT, silence="not counted"), put)

    assert said(finding) == (MET, "agreed")


def test_a_vote_where_none_is_taken_is_shown_and_decides_nothing() -> None:
    finding = found(AGREEMENT, item(THREE_TO_ONE, objections=("dee",)))

    assert said(finding) == (NOT_MET, "not agreed")
    assert notes(finding) == ["no vote is taken here"]


def test_a_vote_is_counted_where_somebody_may_ask_for_one() -> None:
    asked = carried(voting="if asked for")
    consensus = replace(
        AGREEMENT, voting="if asked for", carried_if=asked.carried_if, one_vote="seat"
    )

    assert said(found(asked, item())) == (MET, "agreed")
    assert said(found(asked, item(ONE_TO_THREE))) == (NOT_MET, "lost")
    assert said(found(asked, item(declared="lost"))) == (NOT_MET, "lost")
    assert said(found(consensus, item(THREE_TO_ONE))) == (MET, "carried")


def test_without_agreement_the_next_rule_is_tried() -> None:
    consensus = replace(AGREEMENT, voting="if asked for", then="vote")
    vote = carried(name="vote", clause="6")

    voted = found(consensus, item(THREE_TO_ONE, objections=("dee",)), next_rule=vote)
    unvoted = found(consensus, item(objections=("dee",)), next_rule=vote)

    assert said(voted) == (MET, "carried")
    assert voted.clause == "6"
    assert notes(voted) == ["without agreement"]
    assert said(unvoted) == (NOT_MET, "not agreed")


def test_a_motion_that_was_withdrawn_is_no_decision_and_the_new_one_names_it() -> None:
    withdrawn = found(carried(), item(THREE_TO_ONE, withdrawn="yes"))
    again = found(carried(), item(THREE_TO_ONE, follows="first"))

    assert said(withdrawn) == (NOT_MET, "no decision")
    assert said(again) == (MET, "carried")
    assert again.explanation.notes[-1].values == {"follows": "first"}


FOUR = "at least 4 of present by person"


@pytest.mark.parametrize(
    "if_not, outcome",
    [
        ("no business", (NOT_MET, "no effect")),
        ("in principle", (MET, "in principle")),
        ("advisory", (MET, "advisory")),
        ("adjourned", (NOT_MET, "no effect")),
        ("not stated", (NOT_STATED, "")),
    ],
)
def test_what_is_carried_without_a_quorum_is_worth_what_the_terms_say(
    if_not: str, outcome: tuple[Verdict, str]
) -> None:
    put = item("for for", at=time(10, 10))
    quorum = needs(FOUR, if_not=if_not, tested_at="each decision")

    finding = found(carried(), put, "alma", "bo", quorum=quorum)

    assert said(finding) == outcome
    assert notes(finding) == ["without its quorum"]


@pytest.mark.parametrize(
    "if_not, outcome", [("no business", "no effect"), ("in principle", "lost")]
)
def test_what_is_lost_without_a_quorum_has_no_effect_where_nothing_can_be_done(
    if_not: str, outcome: str
) -> None:
    quorum = needs(FOUR, if_not=if_not)

    finding = found(carried(), item("against against"), "alma", "bo", quorum=quorum)

    assert said(finding) == (NOT_MET, outcome)


def test_a_quorum_that_can_t_be_said_leaves_the_decision_open() -> None:
    quorum = needs("at least 4 of present by person", tested_at="each decision")
    leaving = Presence(person="dee", until=time(10, 20))

    finding = found(
        carried(), item("for for for"), *EVERYBODY[:3], leaving, quorum=quorum
    )

    assert finding.verdict is UNKNOWN


def test_no_decision_stays_none_without_a_quorum() -> None:
    quorum = needs(FOUR, if_not="no business")
    silent = replace(AGREEMENT, silence="not counted")

    finding = found(silent, item(agreed_by_none="yes"), "alma", quorum=quorum)

    assert said(finding) == (NOT_MET, "no decision")


def test_a_decision_that_needs_a_second_one_waits_and_the_second_names_it() -> None:
    after = deadline_phrase("28 clear working days after decision")
    decision = carried(confirmed_after=after)

    first = found(decision, item(THREE_TO_ONE))
    second = found(decision, item(THREE_TO_ONE, confirms="closure"))

    assert said(first) == (MET, "to be confirmed")
    assert said(second) == (MET, "carried")
    assert notes(second) == ["confirms"]


def test_what_another_body_has_to_deal_with_is_marked() -> None:
    finding = found(carried(), item(THREE_TO_ONE, subject_to="council"))

    assert said(finding) == (MET, "subject to another body")


@pytest.mark.parametrize(
    "effect, noted", [("recommendation", True), ("binding", False)]
)
def test_what_a_decision_is_worth_by_its_kind_is_noted(
    effect: str, noted: bool
) -> None:
    finding = found(carried(effect=effect), item(THREE_TO_ONE))

    assert finding.outcome == "carried"
    assert ("of that worth" in notes(finding)) is noted


def test_a_reading_of_the_decision_or_the_quorum_is_shown_with_its_turn() -> None:
    strict = phrase("in favour by seat more than 1/2 of present", "in favour")
    reading = Interpretation(
        "carried_if",
        phrase("in favour by seat more than against", "in favour"),
        (strict,),
        "present can mean those who vote",
    )
    of_quorum = Interpretation(
        "if_not", "no business", ("in principle",), "the clause stops at the test"
    )
    decision = carried(interpretations=(reading,))
    quorum = needs(FOUR, if_not="no business", interpretations=(of_quorum,))
    put = item("for for against abstain")

    quorate = found(decision, put, quorum=quorum)
    thin = found(decision, put, "alma", "bo", "cai", quorum=quorum)

    assert [(one.field, one.changes) for one in quorate.explanation.readings] == [
        ("carried_if", True),
        ("if_not", False),
    ]
    assert [one.changes for one in thin.explanation.readings] == [False, True]


def test_a_split_vote_is_weighed_in_the_test() -> None:
    casts = (
        Cast(seat="seat-1", vote="for", votes=1),
        Cast(seat="seat-1", vote="against", votes=2),
        Cast(seat="seat-2", vote="for"),
    )
    members = body(2, votes=(3, 1))
    put = Item(name="levy", ballots=casts)
    held = sitting("alma", "bo", members=members, items=(put,))
    decision = carried("in favour by weight at least against", split_votes="yes")

    finding = decide(DecidingTerms(VotingTerms(decision)), held, put)

    assert (finding.because.have, finding.because.need) == (2, 2)


@given(st.lists(st.sampled_from(["for", "against", "abstain"]), min_size=1, max_size=8))
def test_one_more_vote_in_favour_never_turns_carried_into_lost(
    given_votes: list[str],
) -> None:
    members = body(8)
    decision = DecidingTerms(VotingTerms(carried(tie="lost")))

    def outcome(words: list[str]) -> str:
        put = item(" ".join(words))
        held = sitting(*PEOPLE, members=members, items=(put,))
        return decide(decision, held, put).outcome

    before = outcome(given_votes)
    after = outcome(["for" if one == "abstain" else one for one in given_votes])

    assert not (before == "carried" and after == "lost")


@given(st.permutations(list(zip(SEATS[:4], THREE_TO_ONE.split(), strict=True))))
def test_the_order_of_the_votes_gives_the_same_finding(
    order: list[tuple[str, str]],
) -> None:
    put = Item(name="levy", votes=tuple(order))

    finding = found(carried(), put)

    assert finding.as_data() == found(carried(), item(THREE_TO_ONE)).as_data()
