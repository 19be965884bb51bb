"""Commitment: what one organisation owes another (German: *Zusage*).

::

    Absent --Requested--> Requested --Promised--> Promised
    Absent --Offered----> Offered --OfferAccepted--> Promised
    Requested --CounterProposed (B)--> Countered --CounterAccepted--> Promised
    Offered, Countered --CounterProposed (A)--> Requested
    Requested --PromisedUnderReservation--> Reserved --ReservationLifted--> Promised
    Reserved --ReservationConditioned--> Countered
    Promised --HandOverProposed--> HandingOver --HandedOver--> Promised
    HandingOver --HandOverDeclined--> Promised
    Promised --ChangeProposed--> Renegotiating --ChangeAccepted--> Promised
    Renegotiating --ChangeRejected--> Promised
    Promised --CompletionReported--> Reported --CompletionRejected--> Promised
    Reported --CompletionAccepted, CompletionAcceptedBySilence--> Fulfilled
    Fulfilled --FulfilmentDisputed--> Reported
    any open --Declined, Withdrawn, ReservationRefused, Released, Reneged--> Ended

A, the *asker*, is owed; B, the *holder*, owes. In every open state exactly one
side is the next mover. A ``Draft`` (somebody without the power) or a ``Provisional``
entry (somebody else's word) lies beside the phase and changes it only when it is
confirmed. A commitment may cite a decision; once that holds no more
(``GroundGone``), both sides say whether it stands (``Upheld``), and the holder may
seek its release. Dates are calendar days in the region's time zone. Source:
domain.md section 7.
"""

from __future__ import annotations

from typing import Final

from core.commitment import commands, events, states
from core.commitment.authority import binds, may_bind
from core.commitment.decide import SILENCE, decide
from core.commitment.evolve import evolve, terms_of
from core.commitment.states import doubting, duty, next_mover
from core.decider import Decider

COMMITMENT: Final[Decider[commands.Command, states.State, events.Happening]] = Decider(
    states.State(), decide, evolve
)

__all__ = [
    "COMMITMENT",
    "SILENCE",
    "binds",
    "commands",
    "doubting",
    "duty",
    "events",
    "may_bind",
    "next_mover",
    "states",
    "terms_of",
]
