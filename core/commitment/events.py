"""Everything that can have happened to a commitment."""

from __future__ import annotations

from typing import TypeAlias

from core.commitment.agreeing import (
    CounterAccepted,
    CounterProposed,
    Declined,
    OfferAccepted,
    Offered,
    Promised,
    PromisedUnderReservation,
    Requested,
    ReservationConditioned,
    ReservationLifted,
    ReservationRefused,
    Withdrawn,
)
from core.commitment.deferring import (
    DraftDiscarded,
    Drafted,
    EnteredOnBehalf,
    OnBehalfConfirmed,
    OnBehalfContested,
    OnBehalfStood,
    TakenBack,
)
from core.commitment.grounding import GroundGone, ReleaseSought, Upheld
from core.commitment.keeping import (
    ChangeAccepted,
    ChangeProposed,
    ChangeRejected,
    CompletionAccepted,
    CompletionAcceptedBySilence,
    CompletionRejected,
    CompletionReported,
    FulfilmentDisputed,
    HandedOver,
    HandOverDeclined,
    HandOverProposed,
    ProgressReported,
    Released,
    Reneged,
    Thanked,
)

Opening: TypeAlias = Requested | Offered
Change: TypeAlias = (
    Promised
    | PromisedUnderReservation
    | ReservationLifted
    | ReservationRefused
    | ReservationConditioned
    | CounterProposed
    | CounterAccepted
    | OfferAccepted
    | Declined
    | Withdrawn
    | ProgressReported
    | HandedOver
    | HandOverProposed
    | HandOverDeclined
    | ChangeProposed
    | ChangeAccepted
    | ChangeRejected
    | CompletionReported
    | CompletionAccepted
    | CompletionRejected
    | CompletionAcceptedBySilence
    | Released
    | Reneged
    | FulfilmentDisputed
    | Upheld
    | ReleaseSought
    | Thanked
)
Conversing: TypeAlias = Opening | Change
Deferred: TypeAlias = (
    Drafted
    | DraftDiscarded
    | EnteredOnBehalf
    | OnBehalfConfirmed
    | OnBehalfContested
    | OnBehalfStood
)
Happening: TypeAlias = Conversing | Deferred | GroundGone | TakenBack

__all__ = [
    "Change",
    "ChangeAccepted",
    "ChangeProposed",
    "ChangeRejected",
    "CompletionAccepted",
    "CompletionAcceptedBySilence",
    "CompletionRejected",
    "CompletionReported",
    "Conversing",
    "CounterAccepted",
    "CounterProposed",
    "Declined",
    "Deferred",
    "DraftDiscarded",
    "Drafted",
    "EnteredOnBehalf",
    "FulfilmentDisputed",
    "GroundGone",
    "HandOverDeclined",
    "HandOverProposed",
    "HandedOver",
    "Happening",
    "OfferAccepted",
    "Offered",
    "OnBehalfConfirmed",
    "OnBehalfContested",
    "OnBehalfStood",
    "Opening",
    "ProgressReported",
    "Promised",
    "PromisedUnderReservation",
    "ReleaseSought",
    "Released",
    "Reneged",
    "Requested",
    "ReservationConditioned",
    "ReservationLifted",
    "ReservationRefused",
    "TakenBack",
    "Thanked",
    "Upheld",
    "Withdrawn",
]
