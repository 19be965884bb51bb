"""Nudge: how Faden reminds an organisation of what it owes (German: *Erinnerung*).

::

    Absent --Scheduled, Sent, Snoozed, …--> Minding --…--> Minding

One stream per organisation that is written to, so that what its people get in a day
and in a week is decided in one place. The ladder of an item is fixed when it is asked
or promised: silent, direct, coordination. Dates are calendar days in the region's
time zone. Source: domain.md section 14, chat.md rules 7 to 10.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.nudge.commands import (
    Command,
    PassBy,
    Remind,
    Schedule,
    Snooze,
    Stop,
    Wake,
)
from core.nudge.deciding import LONGEST, MOST, decide
from core.nudge.events import (
    About,
    Delegated,
    Happening,
    Plan,
    Scheduled,
    Sent,
    Snoozed,
    Stopped,
    Suppressed,
    Woken,
)
from core.nudge.kinds import Step, Why
from core.nudge.ladder import ladder
from core.nudge.state import WEEK, Absent, Minding, Rung, State, climbed, evolve

NUDGE: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)

__all__ = [
    "LONGEST",
    "MOST",
    "NUDGE",
    "WEEK",
    "About",
    "Absent",
    "Command",
    "Delegated",
    "Happening",
    "Minding",
    "PassBy",
    "Plan",
    "Remind",
    "Rung",
    "Schedule",
    "Scheduled",
    "Sent",
    "Snooze",
    "Snoozed",
    "State",
    "Step",
    "Stop",
    "Stopped",
    "Suppressed",
    "Wake",
    "Why",
    "Woken",
    "climbed",
    "decide",
    "evolve",
    "ladder",
]
