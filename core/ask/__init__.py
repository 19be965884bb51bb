"""Ask: what is asked of many organisations at once (German: *Abfrage*, letter F).

::

    Absent --Opened--> Open --Closed--> Closed --Published--> Published
    Open, Closed --Extended--> Open
    Open --WentOn--> Open    (a call for help, which only its caller ends)
    Published --Published--> Published    (again, with what came in since)
    Published --Concluded--> Concluded
    Open, Closed --Cancelled--> Cancelled

In Open, Closed and Published an organisation answers, revises, reports nothing,
declines, delegates; there is one current answer of each (Q1), behind the deadline it
is late. What coordination enters for somebody waits beside it (D5). Dates are
calendar days in the region's time zone. Source: domain.md section 8.
"""

from __future__ import annotations

from typing import Final

from core.ask import commands, events, kinds, questions, states
from core.ask.decide import decide
from core.ask.evolve import evolve
from core.ask.figures import ALL, K, counted
from core.ask.opening import BUDGET, minutes_asked
from core.ask.running import promised_then
from core.ask.states import current, forum_of, missing, name, past_ask, ready, silent
from core.decider import Decider

ASK: Final[Decider[commands.Command, states.State, events.Happening]] = Decider(
    states.Absent(), decide, evolve
)

__all__ = [
    "ALL",
    "ASK",
    "BUDGET",
    "K",
    "commands",
    "counted",
    "current",
    "events",
    "forum_of",
    "kinds",
    "minutes_asked",
    "missing",
    "name",
    "past_ask",
    "promised_then",
    "questions",
    "ready",
    "silent",
    "states",
]
