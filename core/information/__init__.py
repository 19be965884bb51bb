"""Information: what members know, and what worries them (German: *Information*).

::

    Absent --Recorded--> Current --Confirmed, Corrected--> Current
    Absent --ConcernRaised--> OpenConcern --ConcernAnswered--> AnsweredConcern
    AnsweredConcern, AcknowledgedConcern --AnswerRejected--> OpenConcern
    OpenConcern, AnsweredConcern --ConcernAcknowledged--> AcknowledgedConcern
    any concern --ConcernSettled--> SettledConcern
    Current, any concern not settled --Retracted--> Withdrawn
    any --EnteredOnBehalf--> Provisional --OnBehalfConfirmed, OnBehalfStood,
        OnBehalfContested--> as before, or with what was entered

A text that was corrected stays in the history. Days are calendar days in the
region's time zone.
"""

from __future__ import annotations

from typing import Final

from core.decider import Decider
from core.information.commands import (
    AcknowledgeConcern,
    AnswerConcern,
    Command,
    Confirm,
    ConfirmOnBehalf,
    ContestOnBehalf,
    Correct,
    LetOnBehalfStand,
    RaiseConcern,
    Record,
    RejectAnswer,
    Retract,
    SettleConcern,
)
from core.information.decide import (
    decide,
)
from core.information.events import (
    Again,
    AnswerRejected,
    ConcernAcknowledged,
    ConcernAnswered,
    ConcernRaised,
    ConcernSettled,
    Confirmed,
    Corrected,
    EnteredOnBehalf,
    Funding,
    Happening,
    InformationKind,
    OnBehalfConfirmed,
    OnBehalfContested,
    OnBehalfStood,
    Recorded,
    Retracted,
)
from core.information.state import (
    Absent,
    AcknowledgedConcern,
    AnsweredConcern,
    Current,
    Item,
    OpenConcern,
    Provisional,
    SettledConcern,
    State,
    Withdrawn,
    affected,
    evolve,
    forum_of,
    item_of,
)

__all__ = [
    "INFORMATION",
    "Absent",
    "AcknowledgeConcern",
    "AcknowledgedConcern",
    "Again",
    "AnswerConcern",
    "AnswerRejected",
    "AnsweredConcern",
    "Command",
    "ConcernAcknowledged",
    "ConcernAnswered",
    "ConcernRaised",
    "ConcernSettled",
    "Confirm",
    "ConfirmOnBehalf",
    "Confirmed",
    "ContestOnBehalf",
    "Correct",
    "Corrected",
    "Current",
    "EnteredOnBehalf",
    "Funding",
    "Happening",
    "InformationKind",
    "Item",
    "LetOnBehalfStand",
    "OnBehalfConfirmed",
    "OnBehalfContested",
    "OnBehalfStood",
    "OpenConcern",
    "Provisional",
    "RaiseConcern",
    "Record",
    "Recorded",
    "RejectAnswer",
    "Retract",
    "Retracted",
    "SettleConcern",
    "SettledConcern",
    "State",
    "Withdrawn",
    "affected",
    "decide",
    "evolve",
    "forum_of",
    "item_of",
]

INFORMATION: Final[Decider[Command, State, Happening]] = Decider(
    Absent(), decide, evolve
)
