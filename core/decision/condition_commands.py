"""What can be asked of the conditions that a body makes, and of those of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import ConditionKind
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpConditions:
    """Ask the forum whether all take the conditions over, as this new text."""

    org: str
    body: str
    text: Sealed
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseConditions:
    """Say that the forum does not take the conditions over."""

    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireCondition:
    """Name something else that must come first."""

    kind: ConditionKind
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetCondition:
    """Record that it has come; ``ref`` is the notice or the bulletin."""

    kind: ConditionKind
    ref: str
    on: date | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCondition:
    """Record that it will not come."""

    kind: ConditionKind
    reason: Sealed | None = None
    on: date | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveCondition:
    """Say that it is not needed after all."""

    kind: ConditionKind
    reason: Sealed
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCondition:
    """Say that what was recorded was wrong, or that it is asked for once more."""

    kind: ConditionKind
    reason: Sealed
    org: str | None = None


Conditional: TypeAlias = TakeUpConditions | RefuseConditions
Conditioning: TypeAlias = (
    RequireCondition
    | MeetCondition
    | RefuseCondition
    | WaiveCondition
    | ReopenCondition
)
