"""What happens to the conditions that a body makes, and to those of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import ConditionKind
from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsTakenUp(Event):
    """The forum is asked to take over the conditions, as version ``text``."""

    KIND = "decision.conditions_taken_up.v1"
    org: str
    body: str
    text: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsAccepted(Event):
    """The forum took them over for all: the body has approved version ``text``."""

    KIND = "decision.conditions_accepted.v1"
    org: str
    body: str
    text: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsRefused(Event):
    """The forum does not take them over; the body is asked once more."""

    KIND = "decision.conditions_refused.v1"
    org: str
    body: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRequired(Event):
    """``kind`` must come first, for ``org`` or, without one, for everybody."""

    KIND = "decision.condition_required.v1"
    kind: ConditionKind
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionMet(Event):
    """It has come: noticed, approved, published, granted."""

    KIND = "decision.condition_met.v1"
    kind: ConditionKind
    on: date
    ref: str
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRefused(Event):
    """It will not come."""

    KIND = "decision.condition_refused.v1"
    kind: ConditionKind
    on: date
    reason: Sealed | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWaived(Event):
    """It is not needed after all."""

    KIND = "decision.condition_waived.v1"
    kind: ConditionKind
    reason: Sealed
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionReopened(Event):
    """What was recorded of it was wrong, or is asked for once more."""

    KIND = "decision.condition_reopened.v1"
    kind: ConditionKind
    reason: Sealed
    org: str | None = None


Conditional: TypeAlias = ConditionsTakenUp | ConditionsAccepted | ConditionsRefused
Conditioned: TypeAlias = (
    ConditionRequired
    | ConditionMet
    | ConditionRefused
    | ConditionWaived
    | ConditionReopened
)
