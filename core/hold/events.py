"""What can happen to a hold: it is set, and lifted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Set(Event):
    """The texts of the item stay up to and with ``until``, without it until lifted."""

    KIND = "hold.set.v1"
    reason: Sealed
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted(Event):
    """They go when their period is over, as others do."""

    KIND = "hold.lifted.v1"


Happening: TypeAlias = Set | Lifted
