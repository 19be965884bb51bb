"""What happened to a decision in the councils: one sentence per event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.decision import events as e
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    e.RatificationRequired: N_("{org} is bound only when its body agrees: {body}."),
    e.RatificationWaived: N_("At {org} {body} need not resolve: {reason}."),
    e.DeadlineSet: N_("{body} of {org} has time until {deadline}."),
    e.PaperSubmitted: N_(
        "The paper with version {text} lies before {body} of {org} since {on}."
    ),
    e.ItemScheduled: N_("{body} of {org} deals with it on {on}."),
    e.ConsultationHeld: N_(
        "{committee} of {org} consulted beforehand on {on}: {result}."
    ),
    e.CouncilPostponed: N_("{body} of {org} put it off on {on}."),
    e.CouncilReferred: N_("{body} of {org} referred it to {to} on {on}."),
    e.CouncilNotQuorate: N_("{body} of {org} was not quorate on {on}."),
    e.CouncilApproved: N_(
        "{body} of {org} approved version {text} on {on} ({evidence})."
    ),
    e.CouncilApprovedWithConditions: N_(
        "{body} of {org} approved version {text} with conditions on {on} "
        "({evidence}): {conditions}."
    ),
    e.CouncilRefused: N_("{body} of {org} refused on {on}."),
    e.ApprovalRechecked: N_(
        "The approval by {body} of {org} covers version {text} as well ({evidence})."
    ),
    e.ResultRetracted: N_("What was recorded of {body} of {org} was wrong: {reason}."),
    e.RatificationReopened: N_("{body} of {org} is asked once more: {reason}."),
    e.RatificationExpired: N_("The term of {body} of {org} went by on {on}."),
    e.ConditionsTakenUp: N_(
        "The forum is asked to take over the conditions of {body} of {org} as "
        "version {text}."
    ),
    e.ConditionsAccepted: N_(
        "The forum took over the conditions of {body} of {org} as version {text}."
    ),
    e.ConditionsRefused: N_(
        "The forum does not take over the conditions of {body} of {org}."
    ),
    e.ConditionRequired: N_("It needs besides: {kind}."),
    e.ConditionMet: N_("It has come on {on}: {kind} ({ref})."),
    e.ConditionRefused: N_("It was refused on {on}: {kind}."),
    e.ConditionWaived: N_("It is not needed after all: {kind}; {reason}."),
    e.ConditionReopened: N_("It is open again: {kind}; {reason}."),
}
TAILS: Final[Mapping[str, str]] = {
    "deadline": N_("By {deadline}."),
    "paper": N_("Paper no. {paper}."),
    "item": N_("Agenda item {item}."),
}
