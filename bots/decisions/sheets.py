"""Sheets: which forms there are about decisions, and the line that each one says.

Fields stand in the line as ``{name}``; one in brackets may stay empty.
"""

from __future__ import annotations

from typing import Final

from bots.locale import N_

SHEETS: Final[dict[str, tuple[str, str]]] = {
    "propose": (
        N_("Propose a decision …"),
        N_(
            "proposal: {text}[. {options}][ (forum: {forum})][, {mode}][, {effect}]"
            "[, by {until}][, "
            "councils by {councils}][, review {review}][ / reasons: {reasons}]"
            "[ / alternatives: {alternatives}][ / if one does not join: {otherwise}]"
            "[ / costs: {costs}][ / benefit: {benefits}]"
        ),
    ),
    "explain": (
        N_("Reasons, costs, benefit …"),
        N_(
            "{ref}[ / reasons: {reasons}][ / alternatives: {alternatives}]"
            "[ / if one does not join: {otherwise}][ / costs: {costs}]"
            "[ / benefit: {benefits}]"
        ),
    ),
    "own": (
        N_("Own costs and benefit …"),
        N_("{ref}[ / costs: {share}][ / benefit: {gain}]"),
    ),
    # in the forum
    "revise": (N_("New version …"), N_("{ref} new version: {text}")),
    "withdraw": (N_("Withdraw …"), N_("{ref} withdraw, {reason}")),
    "open": (
        N_("Open for decision …"),
        N_("{ref} put to the vote[ until {until}][, councils by {councils}]"),
    ),
    "object": (N_("Objection …"), N_("{ref} objection: {reason}")),
    "against": (N_("Not agreed …"), N_("{ref} against: {reason}")),
    "count": (N_("Count the votes"), N_("{ref} count")),
    "councils": (N_("Term of the councils …"), N_("{ref} councils by {term}")),
    "again": (N_("Second call …"), N_("{ref} second call[ until {until}]")),
    "start": (N_("To the councils"), N_("{ref} to the councils")),
    "behalf": (N_("Enter for others …"), N_("{ref} {said} for {org}, {how} {who}")),
    "rule": (
        N_("Does not hinder …"),
        N_("{ref} objection {n} is according to {by} not paramount: {reason}"),
    ),
    "escalate": (
        N_("Hand over the objections …"),
        N_("{ref} escalate to {to}: {reason}"),
    ),
    # in the councils
    "reserve": (
        N_("Council reservation …"),
        N_("{ref} subject to {newbody}[ until {until}]"),
    ),
    "paper": (N_("Paper submitted …"), N_("{ref} paper[ {paper}] submitted")),
    "agenda": (N_("Day of the meeting …"), N_("{ref} {body}: meeting on {day}")),
    "advised": (
        N_("A committee advised …"),
        N_("{ref} {committee}: preliminary consultation on {day}: {told}"),
    ),
    "approved": (
        N_("Approved …"),
        N_("{ref} {body}: approved on {day}, {proof}[, text: {wording}]"),
    ),
    "conditions": (
        N_("With conditions …"),
        N_("{ref} {body}: with conditions: {told}"),
    ),
    "refused": (N_("Refused …"), N_("{ref} {body}: refused on {day}[: {why}]")),
    "postponed": (N_("Put off …"), N_("{ref} {body}: postponed[ to {until}]")),
    "referred": (N_("Referred …"), N_("{ref} {body}: referred to the {committee}")),
    "inquorate": (N_("Not quorate …"), N_("{ref} {body}: not quorate")),
    "term": (N_("Another term …"), N_("{ref} {body}: term until {term}")),
    "waive": (N_("Not needed …"), N_("{ref} {body} not needed: {reason}")),
    "retract": (
        N_("Wrongly entered …"),
        N_("{ref} {body}: result was wrong: {reason}"),
    ),
    "reopen": (N_("Ask once more …"), N_("{ref} {body}: ask again: {reason}")),
    "take_up": (
        N_("Take over the conditions …"),
        N_("{ref} conditions {org} take up: {text}"),
    ),
    "refuse_terms": (
        N_("Do not take over …"),
        N_("{ref} conditions {org} refuse: {reason}"),
    ),
    # other conditions
    "require": (N_("Must come first …"), N_("{ref} needs {kind}[ for {whom}]")),
    "met": (N_("Has come …"), N_("{ref} {kind} granted, {proof}")),
    "denied": (N_("Was refused …"), N_("{ref} {kind} refused: {reason}")),
    "spared": (N_("Is not needed …"), N_("{ref} {kind} not needed: {reason}")),
    "open_again": (N_("Open again …"), N_("{ref} {kind} open again: {reason}")),
    # while it holds
    "leave": (N_("Leave …"), N_("{ref} leave: {reason}")),
    "review": (N_("Look at it again …"), N_("{ref} call for review: {reason}")),
    "keep": (N_("It stays …"), N_("{ref} stays[, review {review}]")),
    "replace": (
        N_("Replaced by …"),
        N_("{ref} replaced by {newer}[, releases {released}]"),
    ),
    "repeal": (N_("Repeal …"), N_("{ref} repealed by {newer}: {reason}")),
}
"""The label of each form, and its line."""
LONG: Final = frozenset(
    {"text", "reasons", "alternatives", "otherwise", "costs", "benefits", "gain"}
)
"""The fields with room for several lines."""
DAYS: Final = frozenset({"until", "councils", "term", "day"})
"""The fields that take a day."""
LABELS: Final[dict[str, str]] = {
    "alternatives": N_("Alternatives that were weighed"),
    "benefits": N_("Own benefit, such as “Lindgrund: saves the transport”"),
    "body": N_("Body"),
    "by": N_("Who ruled? A body or a function, no names"),
    "costs": N_("Costs of each, such as “Auenburg 12,000 €, Lindgrund 8,000 €”"),
    "committee": N_("Which committee?"),
    "councils": N_("By when are the councils to resolve?"),
    "day": N_("Day of the meeting"),
    "effect": N_("Effect, such as “from 3 municipalities”"),
    "gain": N_("What does your organisation have of it?"),
    "how": N_("How do you know?"),
    "kind": N_("What?"),
    "mode": N_("Rule"),
    "forum": N_("Which forum?"),
    "n": N_("Objection no."),
    "newbody": N_("Which body?"),
    "newer": N_("By which decision? Such as B12"),
    "options": N_("Options, such as “Option 1: Auenburg; Option 2: Birkfeld”"),
    "org": N_("Organisation"),
    "otherwise": N_("What happens if one does not join?"),
    "paper": N_("Number of the paper, such as 12/2027"),
    "proof": N_("Proof, such as “item 7” or “no. 12/2027”"),
    "reason": N_("Reason"),
    "reasons": N_("Why is it to be decided?"),
    "released": N_("Who is released?"),
    "review": N_("Next review, such as “2 years”"),
    "said": N_("Position"),
    "share": N_("What does it cost your organisation, such as “12,000 €”?"),
    "term": N_("Until when?"),
    "text": N_("The new text"),
    "to": N_("To whom? A body or a function, no names"),
    "told": N_("What did they say?"),
    "until": N_("Until when?"),
    "who": N_("Who said it?"),
    "whom": N_("For whom, if not for all?"),
    "why": N_("Reason"),
    "wording": N_("Wording, if it is to be compared"),
}
"""What each field is called."""
OF_SHEET: Final[dict[tuple[str, str], str]] = {
    ("propose", "text"): N_("What shall be resolved?"),
    ("postponed", "until"): N_("To which day?"),
}
"""What a field is called in one form, where that is not what it is elsewhere."""
