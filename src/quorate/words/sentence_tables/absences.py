"""Words for what a record says of a seat at a meeting, and for what follows."""

from __future__ import annotations

from quorate.words.translate import N_, Message

LEFT_OUT: dict[str, Message] = {
    "the meeting has not been held": N_("the meeting has not been held"),
    "the meeting was cancelled": N_("the meeting was cancelled"),
    "the meeting was postponed": N_("the meeting was postponed"),
    "the meeting was abandoned": N_("the meeting was abandoned"),
    "it went on with a meeting already counted": N_(
        "it went on with a meeting that is counted already"
    ),
    "the seat was vacant": N_("the seat was vacant"),
    "holds the other office": N_("holds the other office"),
    "holds such a seat": N_("holds such a seat"),
    "is on record as such": N_("is on record as such"),
    "did not preside": N_("did not preside"),
}

OUTCOMES: dict[str, Message] = {
    "triggered": N_("absences have come to what the terms bear"),
    "not triggered": N_("absences have not come to what the terms bear"),
    "excused": N_("excused"),
    "gap in the terms": N_("outside the words of the terms"),
    "holder": N_("the holder came"),
    "substitute": N_("a substitute came"),
    "apology": N_("apologies were sent"),
    "absent without apology": N_("away without apologies"),
    "not counted": N_("not counted"),
    "expired": N_("the term is over"),
    "no more renewals": N_("can't be renewed again"),
}
