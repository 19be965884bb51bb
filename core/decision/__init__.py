"""Decision: what a forum resolves and whom it binds (German: *Beschluss*, letter B).

::

    Absent --Drafted--> Draft --Opened--> Open
    Open --ObjectionRaised--> Objected --Escalated--> Escalated
    Objected, Escalated --objections integrated, withdrawn, ruled on--> Open
    Open --Accepted--> Resolved, --Rejected--> Rejected, --Lapsed--> Lapsed
    Lapsed --SecondCallAnnounced--> Open
    Resolved --RatificationStarted--> Ratifying
    Ratifying --ConditionsTakenUp, Revised--> Open     (the forum is asked once more)
    Ratifying, PartlyInForce --TookEffect, PartlyTookEffect--> InForce, PartlyInForce
    Ratifying --Failed--> Failed --EffectRevoked--> Ratifying     (by a correction)
    InForce, PartlyInForce --ReviewFellDue--> UnderReview --Confirmed--> as before
    InForce, PartlyInForce, UnderReview --Superseded, Repealed--> Superseded, Repealed
    before it binds anybody --Withdrawn--> Withdrawn

A recommendation binds nobody: it stays Resolved (Reconsidered while it is looked at
again) until it is superseded or repealed.
List, rulebook and effect are frozen in ``Opened``, so the count (``tally``) and the
effect (``judged``) can be made again from this stream alone. A version of the text is
known by its number; the commitment to it lies in the entry that brought it
(``Drafted``, ``Revised``). Dates are calendar days in the region's time zone. Source:
domain.md sections 5 and 6.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.decision import commands, councils, events, kinds, states
from core.decision.binding import judged
from core.decision.counting import recount, shown, tally
from core.decision.decide import decide
from core.decision.evolve import evolve
from core.decision.facts import awaited, duty, owing, past_decision
from core.decision.file import File, Objection, Work
from core.decision.states import bound, forum_of, name
from core.decision.wording import mark, same

DECISION: Final[Decider[commands.Command, states.State, events.Happening]] = Decider(
    states.Absent(), decide, evolve
)

__all__ = [
    "DECISION",
    "File",
    "Objection",
    "Work",
    "awaited",
    "bound",
    "commands",
    "councils",
    "duty",
    "events",
    "forum_of",
    "judged",
    "kinds",
    "mark",
    "name",
    "owing",
    "past_decision",
    "recount",
    "same",
    "shown",
    "states",
    "tally",
]
