"""The rules about authority and the way of a matter, in plain English."""

from __future__ import annotations

from quorate.words.plain_row import Rows, choice, row, yes_no

PLAIN: Rows = {
    "authority": (
        row("may_decide", "The body may decide: %(may_decide)s."),
        row("may_recommend", "On these it only recommends: %(may_recommend)s."),
        row("reserved", "No other body may decide: %(reserved)s."),
        row("on_behalf_of", "It acts on behalf of %(on_behalf_of)s."),
        row("within", "It must stay within %(within)s."),
        row("not_against", "It can't override: %(not_against)s."),
        row(
            "asked_partner_records",
            "When a decision asks something of a partner, the "
            "partner records: %(asked_partner_records)s.",
        ),
        choice(
            "beyond",
            {
                "refused": "A matter beyond that is refused.",
                "passed up": "A matter beyond that is passed up.",
                "recommendation": "On a matter beyond that it makes a recommendation.",
                "not stated": "The terms do not say what happens to a matter beyond "
                "that.",
            },
        ),
        row(
            "reported_to reported",
            "Decisions taken for it are reported to %(reported_to)s %(reported)s.",
        ),
        row("reported_to", "Decisions taken for it are reported to %(reported_to)s."),
        row("reported", "Decisions are reported %(reported)s."),
        yes_no(
            "lowest_level",
            "A matter belongs to the lowest level that can take it.",
            "A matter need not be taken at the lowest level.",
        ),
        row("remit", "These subjects belong to this body: %(remit)s."),
    ),
    "delegation": (
        row("to matters", "The body hands this over to %(to)s: %(matters)s."),
        row("after", "First this must have been decided: %(after)s."),
        row("requires", "Whoever receives it has to: %(requires)s."),
        row("reported", "What was done under it is reported %(reported)s."),
        yes_no(
            "concurrent",
            "The body can still act itself.",
            "The body no longer acts itself.",
        ),
    ),
    "consultee": (
        row(
            "consults on before",
            "%(consults)s must be asked before this: %(before)s, on: %(on)s.",
        ),
        row("consults on", "%(consults)s must be asked on: %(on)s."),
        row("window", "An answer counts if it comes %(window)s."),
        choice(
            "silence",
            {
                "no veto": "No answer holds nothing up.",
                "assent": "No answer means agreement.",
                "blocks": "Without an answer it can't go on.",
            },
        ),
    ),
    "subject_to": (
        choice(
            "needs to matters",
            {
                "agreement": "These are final only once %(to)s agrees: %(matters)s.",
                "consideration": "These are final only once considered by %(to)s: "
                "%(matters)s.",
            },
        ),
        row("to matters", "These are subject to %(to)s: %(matters)s."),
        row("to", "Decisions are subject to %(to)s."),
        row("when", "That is so in this case: %(when)s."),
        choice(
            "needs",
            {
                "agreement": "That body must agree.",
                "consideration": "That body must consider it.",
            },
        ),
    ),
    "referral": (
        row("to when", "A matter goes to %(to)s when %(when)s."),
        row("to", "Without agreement a matter goes to %(to)s."),
        row("each_within", "Each of them deals with it %(each_within)s."),
        choice(
            "if_unanswered",
            {
                "the matter falls": "If the last of them does not answer, the matter "
                "falls.",
                "back to the body that asked": "If the last of them does not answer, "
                "the matter comes back to the body that asked.",
                "not stated": "The terms do not say what becomes of a matter that is "
                "not answered.",
            },
        ),
        yes_no(
            "returns",
            "The outcome comes back to the body that asked.",
            "The outcome does not come back to the body that asked.",
        ),
        row("told", "Each outcome is told to %(told)s."),
    ),
    "dispute": (
        row("stages", "A dispute goes through these stages: %(stages)s."),
        choice(
            "entry",
            {
                "any ground": "One ground is enough to bring it before the body.",
                "every ground": "Every ground is needed to bring it before the body.",
            },
        ),
        row("told", "It is told to %(told)s."),
        row("opens_from", "It can arise from: %(opens_from)s."),
    ),
    "scrutiny": (
        row("by may", "%(by)s may do this: %(may)s."),
        row("by", "The body is under the scrutiny of %(by)s."),
        row("scope", "It looks at: %(scope)s."),
        row("may", "It may do this: %(may)s."),
        row("answered", "It is answered %(answered)s."),
        yes_no(
            "independent",
            "Nobody here can remove or edit what it puts.",
            "What it puts can be edited here.",
        ),
    ),
    "voice": (
        row("who may to", "These can be heard by %(to)s: %(who)s. They may: %(may)s."),
        row("who may", "These can be heard: %(who)s. They may: %(may)s."),
        row("answered", "They are answered %(answered)s."),
        yes_no(
            "confidential",
            "What they bring stays between them.",
            "What they bring is not confidential.",
        ),
    ),
}
