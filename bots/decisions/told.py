"""Told: whom an event of a decision is told, and in which words (*wem was*)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import Final

from bots.decisions import telling
from bots.locale import N_
from core.decision import events as e
from core.event import Event

CARD: Final = ""  # the present card is the message


@unique
class Whom(StrEnum):
    """Who is told."""

    MEMBERS = "members"  # whoever is on the list
    COORDINATION = "coordination"
    MOVER = "mover"
    OWN = "own"  # the organisation that the event is about
    HOLDERS = "holders"  # who may consent for it
    HOLDER = "holder"  # who is said to have said it
    PROMISERS = "promisers"  # who may promise for it


COMPLETE: Final = N_(
    "Everybody has answered {ref} (“{title}”): {count}. It can be counted."
)
ANEW: Final = N_(
    "Version {edition} of {ref} is open, earlier positions rest. What does your "
    "organisation say to it?"
)
CHANGED: Final = N_(
    "{ref} (“{title}”) is under review, because things have changed: {source} "
    "Meanwhile it goes on to hold."
)
TOLD: Final[Mapping[type[Event], tuple[tuple[Whom, ...], str]]] = {
    e.Drafted: ((Whom.COORDINATION,), CARD),
    e.Opened: ((Whom.MEMBERS,), CARD),
    e.Revised: ((Whom.MEMBERS,), telling.REVISED),
    e.SecondCallAnnounced: ((Whom.MEMBERS,), CARD),
    e.ObjectionRaised: (
        (Whom.MOVER, Whom.COORDINATION),
        N_("**{org}** objects to {ref}: {reason}.{help}"),
    ),
    e.ObjectionRuledNotParamount: (
        (Whom.OWN,),
        N_("Your objection to {ref} does not hinder, it was ruled: {reason}."),
    ),
    e.Escalated: (
        (Whom.MOVER,),
        N_("The objections to {ref} are dealt with by {to}: {reason}."),
    ),
    e.Prepared: ((Whom.HOLDERS,), CARD),
    e.EnteredOnBehalf: ((Whom.HOLDER,), CARD),
    e.OnBehalfConfirmed: (
        (Whom.COORDINATION,),
        N_("**{org}** has confirmed the entry in {ref}."),
    ),
    e.OnBehalfContested: (
        (Whom.COORDINATION,),
        N_("**{org}** contests the entry in {ref}; it counts for nothing."),
    ),
    e.Accepted: (
        (Whom.MEMBERS, Whom.COORDINATION),
        N_("{ref} (“{title}”) is **accepted in the forum {count}**."),
    ),
    e.Rejected: ((Whom.MEMBERS, Whom.COORDINATION), CARD),
    e.Lapsed: ((Whom.MEMBERS, Whom.COORDINATION), CARD),
    e.Withdrawn: (
        (Whom.MEMBERS,),
        N_("{ref} (“{title}”) is not pursued any more: {reason}."),
    ),
    e.RatificationRequired: ((Whom.OWN,), telling.RESERVED),
    e.CouncilApproved: ((Whom.COORDINATION,), telling.APPROVED),
    e.CouncilApprovedWithConditions: ((Whom.COORDINATION,), telling.CONDITIONAL),
    e.CouncilRefused: ((Whom.COORDINATION,), telling.REFUSED),
    e.CouncilPostponed: (
        (Whom.COORDINATION,),
        N_("{body} of {org} has put off {ref}{until}. State: {matrix}."),
    ),
    e.CouncilReferred: (
        (Whom.COORDINATION,),
        N_("{body} of {org} has referred {ref} to {to}. State: {matrix}."),
    ),
    e.CouncilNotQuorate: (
        (Whom.COORDINATION,),
        N_("{body} of {org} was not quorate for {ref}. State: {matrix}."),
    ),
    e.RatificationExpired: (
        (Whom.OWN, Whom.COORDINATION),
        N_("The term of {body} of {org} for {ref} is over. State: {matrix}."),
    ),
    e.RatificationWaived: ((Whom.COORDINATION,), telling.WAIVED),
    e.ResultRetracted: ((Whom.OWN, Whom.COORDINATION), telling.RETRACTED),
    e.RatificationReopened: ((Whom.OWN, Whom.COORDINATION), telling.REOPENED),
    e.DeadlineSet: ((Whom.OWN,), telling.RESERVED),
    e.ConditionRequired: ((Whom.OWN, Whom.COORDINATION), telling.CONDITION_REQUIRED),
    e.ConditionMet: ((Whom.OWN, Whom.COORDINATION), telling.CONDITION_MET),
    e.ConditionRefused: ((Whom.OWN, Whom.COORDINATION), telling.CONDITION_REFUSED),
    e.ConditionWaived: ((Whom.OWN, Whom.COORDINATION), telling.CONDITION_WAIVED),
    e.ConditionReopened: ((Whom.OWN, Whom.COORDINATION), telling.CONDITION_REOPENED),
    e.ApprovalRechecked: ((Whom.COORDINATION,), telling.RECHECKED),
    e.ConditionsAccepted: (
        (Whom.MEMBERS,),
        N_(
            "The forum takes over the condition of **{org}** for all (version "
            "{edition} of {ref}). A council that approved an earlier version says "
            "whether that covers the new one: “{ref} {council}: approved on …, item …”."
        ),
    ),
    e.ConditionsRefused: (
        (Whom.OWN,),
        N_(
            "The forum does not take over your conditions to {ref}; {body} is asked "
            "once more."
        ),
    ),
    e.TookEffect: ((Whom.MEMBERS, Whom.COORDINATION), telling.EFFECTS[e.TookEffect]),
    e.PartlyTookEffect: (
        (Whom.MEMBERS, Whom.COORDINATION),
        telling.EFFECTS[e.PartlyTookEffect],
    ),
    e.Failed: ((Whom.MEMBERS, Whom.COORDINATION), telling.EFFECTS[e.Failed]),
    e.EffectRevoked: (
        (Whom.MEMBERS, Whom.COORDINATION),
        telling.EFFECTS[e.EffectRevoked],
    ),
    e.MemberJoined: ((Whom.COORDINATION,), N_("**{org}** joins {ref} (“{title}”).")),
    e.MemberLeft: ((Whom.COORDINATION,), N_("**{org}** leaves {ref} (“{title}”).")),
    e.PromisesAsked: ((Whom.PROMISERS,), CARD),
    e.ReviewFellDue: (
        (Whom.COORDINATION,),
        N_(
            "{ref} (“{title}”) is due for review. Does it stay as it is? Meanwhile it "
            "goes on to hold."
        ),
    ),
    e.Confirmed: (
        (Whom.MEMBERS,),
        N_("{ref} (“{title}”) was reviewed and stays. Next review: {review}."),
    ),
    e.Superseded: (
        (Whom.MEMBERS,),
        N_("{by} is in the place of {ref} (“{title}”) now."),
    ),
    e.Repealed: ((Whom.MEMBERS,), N_("{ref} (“{title}”) was repealed: {reason}.")),
}


ENTERED: Final = frozenset(
    {
        telling.APPROVED,
        telling.REFUSED,
        telling.RECHECKED,
        telling.WAIVED,
        telling.RETRACTED,
        telling.REOPENED,
        telling.CONDITION_REQUIRED,
        telling.CONDITION_MET,
        telling.CONDITION_REFUSED,
        telling.CONDITION_WAIVED,
        telling.CONDITION_REOPENED,
    }
)
"""What somebody has entered: noted to whoever did, told by name to others."""
