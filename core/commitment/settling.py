"""What can be asked of an act that waits or is the newest, and thanks at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back one's own newest act (within fifteen minutes)."""


@dataclass(frozen=True, slots=True)
class ConfirmDraft:
    """Do what was prepared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """Do not do what was prepared."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class ConfirmOnBehalf:
    """Confirm what coordination entered for one's organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestOnBehalf:
    """Contest what coordination entered for one's organisation."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class LetOnBehalfStand:
    """Establish that nobody contested the entry in its period."""


@dataclass(frozen=True, slots=True)
class Thank:
    """Thank the holder for what was kept, once for each organisation."""


Settling: TypeAlias = (
    ConfirmDraft | DiscardDraft | ConfirmOnBehalf | ContestOnBehalf | LetOnBehalfStand
)
