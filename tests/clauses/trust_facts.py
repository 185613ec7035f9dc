"""People and meetings of the children's trust, as its questions need them."""

from __future__ import annotations

from collections.abc import Iterable

CT = "childrens-trust"
BOARD = {
    "portfolio-holder": "alma",
    "governors-forum": "bo",
    "districts-1": "cai",
    "districts-2": "dee",
    "nhs-suffolk": "eli",
    "nhs-great-yarmouth": "fay",
    "probation-board": "gus",
    "police-authority": "hal",
    "chief-officer": "ina",
    "vcs-1": "joe",
    "vcs-2": "kit",
    "safeguarding-chair": "liv",
    "director": "max",
    "schools-1": "nia",
    "schools-2": "oda",
    "further-education": "pia",
    "job-centre-plus": "quin",
}
EXECUTIVE = {
    "director": "max",
    "commissioning": "abe",
    "nhs": "dot",
    "districts-1": "ed",
    "districts-2": "flo",
    "young-suffolk": "hew",
}
CLUSTER = {"cluster-co-ordinator": "abe", "police": "bea", "health": "cy"}
SEAT_OF = {person: seat for seat, person in BOARD.items()}


def seated(body: str, people: dict[str, str]) -> str:
    """Return the facts that these people hold these seats of a body."""
    lines = [f"  {seat}: {person}\n" for seat, person in people.items()]
    return f"body: {body}\npeople:\n" + "".join(lines)


def met(body: str, meetings: Iterable[tuple[str, str, Iterable[str]]]) -> str:
    """Return the facts of meetings of a body: name, when it opened, who came."""
    return "meetings:\n" + "".join(
        f"  - name: {name}\n    body: {body}\n    opens: {opens}\n"
        f"    present: [{', '.join(present)}]\n"
        for name, opens, present in meetings
    )


def voted(
    *lines: str, in_favour: Iterable[str] = (), against: Iterable[str] = ()
) -> str:
    """Return the facts of a vote of the Board, by those who came for it."""
    ballots = {**dict.fromkeys(in_favour, "for"), **dict.fromkeys(against, "against")}
    told = [
        met("board", [("march", "2010-03-02 10:00", ballots)]).rstrip("\n"),
        "    items:",
        "      - name: levy",
        "        at: 10:30",
        "        vote_asked_for: yes",
        *(f"        {line}" for line in lines),
        "        ballots:",
    ]
    for person, vote in ballots.items():
        told += [
            f"          - seat: {SEAT_OF.get(person, 'probation-board')}",
            f"            person: {person}",
            f"            vote: {vote}",
        ]
    return "\n".join(told) + "\n"
