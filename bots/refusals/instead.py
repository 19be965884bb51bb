"""Instead: what can be done in the state that a thing is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_

INSTEAD: Final[Mapping[str, str]] = {
    "requested": N_(
        "Whoever was asked answers “{ref} we will”, “{ref} not before …” or “{ref} "
        "not possible”; whoever asked can write “{ref} withdraw”."
    ),
    "offered": N_(
        "Whoever was offered it answers “{ref} agreed”, “{ref} not before …” or "
        "“{ref} not possible”; whoever offered can write “{ref} withdraw”."
    ),
    "countered": N_(
        "Whoever asked answers the counter-proposal with “{ref} agreed”, “{ref} not "
        "before …” or “{ref} withdraw”."
    ),
    "reserved": N_(
        "The council decides first; please enter the result as “{ref} council: "
        "approved on …”."
    ),
    "promised": N_(
        "Possible are “{ref} done: …”, “{ref} not before …” or “{ref} hand over to …”."
    ),
    "handing_over": N_(
        "First the organisation that is to take over answers “{ref} we will” or "
        "“{ref} not possible”."
    ),
    "renegotiating": N_(
        "First the proposed change needs an answer: “{ref} agreed” or “{ref} not "
        "possible”."
    ),
    "reported": N_("Whoever asked answers “{ref} fine” or “{ref} still missing: …”."),
    "provisional": N_(
        "First the entry needs a confirmation or an objection from the organisation "
        "it was made for."
    ),
    "open_concern": N_(
        "The concern waits for an answer; whoever raised it can settle or withdraw it."
    ),
    "answered_concern": N_(
        "Whoever raised the concern can settle it, or say what is missing in the "
        "answer."
    ),
    "acknowledged_concern": N_(
        "Whoever raised the concern can settle it, or say what is missing."
    ),
    "ask_absent": N_("Whoever asks does so for the own organisation."),
    "ask_open": N_("First the answers come in and the result is published."),
    "ask_closed": N_("First the result is published."),
    "ask_published": N_("The result is out; what follows from it can be said now."),
    "decision_absent": N_("Whoever proposes does so for the own organisation."),
    "decision_draft": N_("It is a draft; coordination opens it for decision first."),
    "decision_open": N_("The forum is deciding; it is counted first."),
    "decision_objected": N_(
        "First the objections need an answer: a new version, or a word from whoever "
        "objected."
    ),
    "decision_escalated": N_("First the objections are dealt with elsewhere."),
    "decision_lapsed": N_("Coordination can call it a second time, or withdraw it."),
    "decision_resolved": N_("The forum has accepted it; it goes to the councils next."),
    "decision_ratifying": N_("It lies before the councils; their results come first."),
    "decision_partly_in_force": N_("It is in force for some already."),
    "decision_in_force": N_("It is in force already."),
    "decision_under_review": N_(
        "It is under review: coordination confirms it, or a new decision replaces it."
    ),
    "decision_reconsidered": N_(
        "It is under review: coordination confirms it, or a new decision replaces it."
    ),
    "council_required": N_("Please enter first when the paper was submitted."),
    "council_submitted": N_("The paper lies there; please enter the result first."),
    "council_scheduled": N_("It is on the agenda; please enter the result first."),
    "council_provisional": N_("Please hand in the evidence for what was approved."),
    "council_approved": N_("The council has approved; a wrong entry can be retracted."),
    "council_conditional": N_(
        "First the forum says whether all take over the conditions."
    ),
    "council_refused": N_("The council has refused; it can be asked once more."),
    "council_waived": N_("This council need not resolve."),
    "council_expired": N_("The term went by; the council can be asked once more."),
    "planned": N_("Please let the forum take up its work first."),
    "active": N_("The forum is at work already."),
    "resting": N_("Please let the forum take up its work again first."),
    "absorbed": N_("Please go on in the forum with which it was merged."),
    "ended": N_("Please found the forum again, or choose another one."),
    "replaced": N_("Please turn to its successor."),
}
"""By the name of the state."""

ELSE: Final = N_("The history shows what happened; coordination can help.")
"""In any other state."""

DONE: Final = N_(
    "{ref} is done. If something is missing after all, please write “{ref} still "
    "missing: …”; for something new “Request to …: … by …”."
)
"""After a commitment was fulfilled."""

NOBODY: Final = N_(
    "Nobody is entered yet who can decide this for {org}. Please turn to "
    "coordination; they can enter a mandate."
)
"""Where no mandate holder is known."""
