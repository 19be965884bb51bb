"""Region: who cooperates, in which fields, for whom (German: *Kooperationsraum*).

::

    Absent --Founded--> Active --everything else--> Active

    The path of one organisation (*Beteiligungsstand*) in it:

    none --Invited--> invited --InterestSignalled--> interested --Joined--> member
    member <--MembershipResumed, MembershipPaused--> paused
    member, paused, observing, supporter --Left--> left
    left, observing, supporter --InterestSignalled--> interested
    invited, interested --Declined--> declined --InterestSignalled--> interested
    any but member, paused --Observing, Supporting--> observing, supporter

Days are calendar days in the region's time zone. Who gives notice stays what it
is until the day it has left; joining again before takes the notice back.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.region.commands import (
    AddField,
    ChooseScope,
    Command,
    Decline,
    FoundRegion,
    InviteOrganisation,
    Join,
    Leave,
    NameLeadOrganisation,
    Observe,
    OnField,
    Pause,
    RenameField,
    Resume,
    RetireField,
    SetLawProfile,
    SignalInterest,
    Step,
    Support,
)
from core.region.decide import (
    decide,
)
from core.region.events import (
    FieldAdded,
    FieldRenamed,
    FieldRetired,
    Founded,
    Happening,
    InterestSignalled,
    LawProfileChanged,
    LeadOrganisationNamed,
    MembershipPaused,
    MembershipResumed,
    OnPath,
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationObserving,
    OrganisationSupporting,
    ScopeChosen,
    ScopeMode,
)
from core.region.state import (
    Absent,
    Active,
    Field,
    Membership,
    Path,
    State,
    evolve,
    fields,
    path,
    paths,
    surroundings,
)

__all__ = [
    "REGION",
    "Absent",
    "Active",
    "AddField",
    "ChooseScope",
    "Command",
    "Decline",
    "Field",
    "FieldAdded",
    "FieldRenamed",
    "FieldRetired",
    "FoundRegion",
    "Founded",
    "Happening",
    "InterestSignalled",
    "InviteOrganisation",
    "Join",
    "LawProfileChanged",
    "LeadOrganisationNamed",
    "Leave",
    "Membership",
    "MembershipPaused",
    "MembershipResumed",
    "NameLeadOrganisation",
    "Observe",
    "OnField",
    "OnPath",
    "OrganisationDeclined",
    "OrganisationInvited",
    "OrganisationJoined",
    "OrganisationLeft",
    "OrganisationObserving",
    "OrganisationSupporting",
    "Path",
    "Pause",
    "RenameField",
    "Resume",
    "RetireField",
    "ScopeChosen",
    "ScopeMode",
    "SetLawProfile",
    "SignalInterest",
    "State",
    "Step",
    "Support",
    "decide",
    "evolve",
    "fields",
    "path",
    "paths",
    "surroundings",
]

REGION: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)
