"""Forum: where organisations meet about a field (German: *Forum*).

::

    Absent --Proposed--> Planned --Constituted--> Active
    Active --Rested--> Resting --Revived--> Active
    Planned, Active, Resting --Merged--> Absorbed
    Planned, Active, Resting --Closed--> Ended --Refounded--> Planned

Name, seats, cadence and, by a decision, the rulebook may change while it lives. It
meets (``meeting``), and ends only when somebody has what is open (F1). Dates are
calendar days in the region's time zone.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.forum.commands import (
    ChangeRulebook,
    Close,
    Command,
    Constitute,
    Merge,
    Propose,
    Refound,
    Rename,
    Rest,
    Revive,
    SetCadence,
    SetSeats,
)
from core.forum.decide import (
    decide,
)
from core.forum.events import (
    CadenceSet,
    Closed,
    Constituted,
    ForumKind,
    Happening,
    Merged,
    Proposed,
    Refounded,
    Renamed,
    Rested,
    Revived,
    RulebookChanged,
    SeatGiven,
    SeatWithdrawn,
)
from core.forum.meeting import enough
from core.forum.meeting_commands import (
    ApproveMinutes,
    CancelMeeting,
    FileMinutes,
    MoveMeeting,
    RecordMeeting,
    ScheduleMeeting,
)
from core.forum.meeting_events import (
    MeetingCancelled,
    MeetingHeld,
    MeetingScheduled,
    MinutesApproved,
    MinutesFiled,
)
from core.forum.state import (
    Absent,
    Absorbed,
    Active,
    Ended,
    Planned,
    Profile,
    Resting,
    State,
    called,
    evolve,
    facts_of,
    open_fields,
    successor,
)

__all__ = [
    "FORUM",
    "Absent",
    "Absorbed",
    "Active",
    "ApproveMinutes",
    "CadenceSet",
    "CancelMeeting",
    "ChangeRulebook",
    "Close",
    "Closed",
    "Command",
    "Constitute",
    "Constituted",
    "Ended",
    "FileMinutes",
    "ForumKind",
    "Happening",
    "MeetingCancelled",
    "MeetingHeld",
    "MeetingScheduled",
    "Merge",
    "Merged",
    "MinutesApproved",
    "MinutesFiled",
    "MoveMeeting",
    "Planned",
    "Profile",
    "Propose",
    "Proposed",
    "RecordMeeting",
    "Refound",
    "Refounded",
    "Rename",
    "Renamed",
    "Rest",
    "Rested",
    "Resting",
    "Revive",
    "Revived",
    "RulebookChanged",
    "ScheduleMeeting",
    "SeatGiven",
    "SeatWithdrawn",
    "SetCadence",
    "SetSeats",
    "State",
    "called",
    "decide",
    "enough",
    "evolve",
    "facts_of",
    "open_fields",
    "successor",
]

FORUM: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)
