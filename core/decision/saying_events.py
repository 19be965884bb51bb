"""What organisations say of a decision in the forum, and what waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import Score
from core.effect import Stance
from core.event import Event
from core.facts import Basis
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionGiven(Event):
    """``org`` said yes or no to version ``text``, or abstains."""

    KIND = "decision.position_given.v1"
    org: str
    stance: Stance
    text: int
    on: date
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionCorrected(Event):
    """``org`` put another stance in the place of its earlier one (rule D6)."""

    KIND = "decision.position_corrected.v1"
    org: str
    stance: Stance
    text: int
    on: date
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsScored(Event):
    """``org`` said how much it resists each option."""

    KIND = "decision.options_scored.v1"
    org: str
    scores: tuple[Score, ...]
    text: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRaised(Event):
    """``org`` objects; ``number`` counts the objections to this decision."""

    KIND = "decision.objection_raised.v1"
    org: str
    number: int
    text: int
    reason: Sealed
    goal: str | None = None
    proposal: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionIntegrated(Event):
    """Whoever objected says that version ``text`` takes the objection up."""

    KIND = "decision.objection_integrated.v1"
    org: str
    number: int
    text: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionWithdrawn(Event):
    """Whoever objected lets it go."""

    KIND = "decision.objection_withdrawn.v1"
    org: str
    number: int
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRuledNotParamount(Event):
    """The objection does not hinder; ``by`` says who ruled so."""

    KIND = "decision.objection_ruled_not_paramount.v1"
    org: str
    number: int
    by: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDeclared(Event):
    """``org`` takes no part, and is not counted (*befangen*; rule D7)."""

    KIND = "decision.recusal_declared.v1"
    org: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared(Event):
    """Somebody of ``org`` without the power prepared ``event`` (rule O1)."""

    KIND = "decision.prepared.v1"
    org: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedDropped(Event):
    """What was prepared will not be said."""

    KIND = "decision.prepared_dropped.v1"
    org: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredOnBehalf(Event):
    """Coordination entered ``event`` for ``org``: shown, and decides nothing (D5)."""

    KIND = "decision.entered_on_behalf.v1"
    org: str
    basis: Basis
    holder: str
    contest_until: date
    event: Event
    note: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfConfirmed(Event):
    """``org`` confirmed the entry; what it says follows."""

    KIND = "decision.on_behalf_confirmed.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfContested(Event):
    """``org`` contested the entry; everything is as before it."""

    KIND = "decision.on_behalf_contested.v1"
    org: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfStood(Event):
    """``org`` did not contest the entry in its period; what it says follows."""

    KIND = "decision.on_behalf_stood.v1"
    org: str


Position: TypeAlias = PositionGiven | PositionCorrected
Said: TypeAlias = Position | OptionsScored | ObjectionRaised | RecusalDeclared
"""What an organisation says of its own; may be prepared or entered for it."""

Worked: TypeAlias = (
    ObjectionIntegrated | ObjectionWithdrawn | ObjectionRuledNotParamount
)
Waiting: TypeAlias = (
    Prepared
    | PreparedDropped
    | EnteredOnBehalf
    | OnBehalfConfirmed
    | OnBehalfContested
    | OnBehalfStood
)
Saying: TypeAlias = Said | Worked | Waiting
