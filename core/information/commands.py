"""What can be asked of a piece of information; who says it stands in the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from core.information.events import Funding, InformationKind
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Tell ``forum`` something."""

    kind: InformationKind
    forum: str
    text: Sealed
    about: tuple[str, ...] = ()
    funding: Funding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Say that one's own organisation found the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Put another text in its place; ``funding`` of ``None`` stays as it is."""

    text: Sealed
    reason: Sealed
    funding: Funding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract:
    """Uphold it no longer."""

    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseConcern:
    """Tell ``forum`` what worries one."""

    forum: str
    text: Sealed
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConcern:
    """Answer what worries another organisation."""

    text: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectAnswer:
    """Say what is missing in the answer."""

    missing: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeConcern:
    """Take the concern as it stands, for the forum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleConcern:
    """Worry no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmOnBehalf:
    """Confirm what coordination entered for one's organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestOnBehalf:
    """Contest what coordination entered for one's organisation."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOnBehalfStand:
    """Establish that nobody contested the entry in its period."""


Tell: TypeAlias = Record | Confirm | Correct | Retract
Worry: TypeAlias = (
    RaiseConcern | AnswerConcern | RejectAnswer | AcknowledgeConcern | SettleConcern
)
Settle: TypeAlias = ConfirmOnBehalf | ContestOnBehalf | LetOnBehalfStand
Command: TypeAlias = Tell | Worry | Settle
