"""Organisation: who acts, and through whom (German: *Organisation*, *Mandat*).

::

    Absent --Registered--> Active --Succeeded--> Replaced
                           Active --everything else--> Active

Organisations act, persons speak: a mandate says which person may speak where,
with which powers, up to which calendar day in the region's time zone.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.organisation.commands import (
    AddBody,
    CancelBodyMeeting,
    Command,
    EndMandate,
    GiveMandate,
    NameDevices,
    OnBody,
    OnMandate,
    Register,
    Rename,
    ScheduleBodyMeeting,
    SetContactDesk,
    Succeed,
    UpdateInhabitants,
)
from core.organisation.decide import (
    decide,
)
from core.organisation.events import (
    BodyAdded,
    BodyMeetingCancelled,
    BodyMeetingScheduled,
    ContactDeskSet,
    DevicesNamed,
    HandoverNeeded,
    Happening,
    InhabitantsUpdated,
    MandateEnded,
    MandateGiven,
    OrganisationKind,
    Registered,
    Renamed,
    Role,
    Succeeded,
)
from core.organisation.mandates import (
    USUAL,
    Mandate,
)
from core.organisation.state import (
    Absent,
    Active,
    Body,
    Replaced,
    State,
    devices,
    evolve,
    has_mandate,
    holders,
    mandate_for,
    successor,
)

__all__ = [
    "ORGANISATION",
    "USUAL",
    "Absent",
    "Active",
    "AddBody",
    "Body",
    "BodyAdded",
    "BodyMeetingCancelled",
    "BodyMeetingScheduled",
    "CancelBodyMeeting",
    "Command",
    "ContactDeskSet",
    "DevicesNamed",
    "EndMandate",
    "GiveMandate",
    "HandoverNeeded",
    "Happening",
    "InhabitantsUpdated",
    "Mandate",
    "MandateEnded",
    "MandateGiven",
    "NameDevices",
    "OnBody",
    "OnMandate",
    "OrganisationKind",
    "Register",
    "Registered",
    "Rename",
    "Renamed",
    "Replaced",
    "Role",
    "ScheduleBodyMeeting",
    "SetContactDesk",
    "State",
    "Succeed",
    "Succeeded",
    "UpdateInhabitants",
    "decide",
    "devices",
    "evolve",
    "has_mandate",
    "holders",
    "mandate_for",
    "successor",
]

ORGANISATION: Final[Decider[Command, State, Happening]] = Decider(
    Absent(), decide, evolve
)
